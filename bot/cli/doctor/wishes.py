"""Whether settings that are each right fit together, and what an operator may have forgotten."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.platforms import registry
from bot.runtime.findings import Finding, good, look, wrong
from config.settings import Settings

_EXAMPLE = "example.org"


def examine(settings: Settings) -> Iterator[Finding]:
    """Give what is found of the settings as a whole."""
    silent = registry.no_account()
    if not any((settings.telegram_token, settings.matrix_homeserver)):
        yield wrong(silent.where, silent.problem, silent.fix)
    else:
        yield good("settings", "each can be read")
    if _EXAMPLE in settings.user_agent:
        fix = "Put an address in at which outlets reach you"
        yield look("TCO_USER_AGENT", "does not say who asks", fix)
    if not settings.admin_chats:
        fix = "Name your own chat, such as telegram:123456"
        yield look("TCO_ADMIN_CHATS", "is empty: nobody is told of sources given up", fix)
    if settings.web_port is not None and settings.web_url is None:
        fix = "Set it to the address under which the world reaches the bot"
        yield look("TCO_WEB_URL", "is empty: calendars lead to this machine alone", fix)
    yield from _plain_text("TCO_WEB_URL", settings.web_url)
    yield from _plain_text("TCO_MATRIX_HOMESERVER", settings.matrix_homeserver)


def _plain_text(setting: str, url: str | None) -> Iterator[Finding]:
    """Tell of an address of the Internet that is not encrypted."""
    parts = urlsplit(url or "")
    host = parts.hostname or ""
    local = host in {"localhost", "127.0.0.1", "::1"} or "." not in host
    if parts.scheme == "http" and not local:
        yield look(setting, "is not encrypted (http)", "Write https, and let the server speak it")
