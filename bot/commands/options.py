"""What whoever runs the bot decides about its conversations.

Who may talk to it, who its admins are, what a new chat begins with.
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from pydantic import SecretStr

from bot.feeds.errors import Cause
from bot.pipeline.read_page import PageReader
from bot.platforms.base import Address
from bot.sources.manager import SourceManager
from config.settings import Settings


@dataclass(frozen=True, slots=True)
class Newcomers:
    """What a chat begins with that the bot has not met before.

    Attributes:
        language: Where the platform does not tell the person's own (ISO 639-1).
        timezone: IANA name.
    """

    language: str = "en"
    timezone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Access:
    """Whom the bot answers.

    Attributes:
        allowed: "platform:id" of chats or people, "*" standing for anything in it; empty lets
            everybody in unless there is a code.
        code: Lets in whoever gives it, or None.
    """

    allowed: tuple[str, ...] = ()
    code: SecretStr | None = None

    @property
    def open(self) -> bool:
        """Whether everybody is let in."""
        return not self.allowed and self.code is None

    def lets_in(self, address: Address, sender: str) -> bool:
        """Whether a chat or who speaks in it is on the list."""
        names = (f"{address.platform}:{address.chat}", f"{address.platform}:{sender}")
        return any(fnmatchcase(name, pattern) for name in names for pattern in self.allowed)

    def fits(self, given: str) -> bool:
        """Whether `given` is the code; takes as long for a nearly right one as for a wrong one."""
        return self.code is not None and hmac.compare_digest(
            given.encode(), self.code.get_secret_value().encode()
        )


@dataclass(frozen=True, slots=True)
class CommandRate:
    """How many commands a person may give.

    Attributes:
        burst: So many at once.
        seconds: And then one in so many seconds.
    """

    burst: int = 20
    seconds: float = 2.0


def _as_it_is(cause: str) -> str:
    return cause


@dataclass(frozen=True, slots=True)
class Options:
    """What whoever runs the bot has decided about its commands.

    Attributes:
        newcomers: What a new chat begins with.
        access: Whom the bot answers.
        pace: How fast people may ask.
        admins: The chats that feedback goes to and in which /admin works.
        explain: Says in English what a named cause of a source's failure means.
        sources: Adds and checks sources for the admins, or None where this process cannot.
        reader: Reads a page that somebody pastes, or None where this process cannot.
        calendar_url: What addresses of calendars begin with, or None where none are served.
    """

    newcomers: Newcomers = field(default_factory=Newcomers)
    access: Access = field(default_factory=Access)
    pace: CommandRate = field(default_factory=CommandRate)
    admins: tuple[Address, ...] = ()
    explain: Callable[[str], str] = _as_it_is
    sources: SourceManager | None = None
    reader: PageReader | None = None
    calendar_url: str | None = None


def options_of(
    settings: Settings, sources: SourceManager | None = None, reader: PageReader | None = None
) -> Options:
    """Return what `settings` say about conversations.

    `sources` adds and checks sources for the admins, `reader` reads pages that people paste.
    """
    return Options(
        newcomers=Newcomers(settings.default_language, settings.default_timezone),
        access=Access(settings.access_list, settings.access_code),
        pace=CommandRate(settings.commands_burst, settings.commands_seconds),
        admins=tuple(_address(name) for name in settings.admin_chats),
        explain=_explain,
        sources=sources,
        reader=reader,
        calendar_url=settings.web_address,
    )


def _address(name: str) -> Address:
    platform, _, chat = name.partition(":")
    return Address(platform, chat)


def _explain(cause: str) -> str:
    """Return in English what a named cause of a source's failure means."""
    try:
        return Cause(cause).sentence
    except ValueError:
        return cause
