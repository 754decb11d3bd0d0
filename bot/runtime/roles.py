"""What a process of the bot does, when several share the work: poll, read, send, listen, web.

Polling, reading and showing the diary on the web can be done by any number of processes at once. Of
those that send or listen for an account of the bot one does at a time; the others stand by, and the
first to notice that it has stopped takes over.
"""

from enum import StrEnum

import structlog

from config.errors import ConfigError

_log = structlog.get_logger(__name__)


class Role(StrEnum):
    """What a process does."""

    POLL = "poll"
    """Fetches feeds."""
    READ = "read"
    """Turns articles into events, and owes alerts and digests."""
    SEND = "send"
    """Sends what is owed."""
    LISTEN = "listen"
    """Answers people."""
    WEB = "web"
    """Shows the diary on the web, with calendars and feeds."""


EVERYTHING = frozenset(Role)
SPEAKING = frozenset({Role.SEND, Role.LISTEN})


def parse(text: str) -> frozenset[Role]:
    """Return the roles that `text` names, with commas between.

    Raises:
        ConfigError: It names none, or one that there is not.
    """
    names = {name.strip().lower() for name in text.split(",")} - {""}
    if unknown := sorted(names - {str(role) for role in Role}):
        raise ConfigError(
            "--roles", f"names «{unknown[0]}», which is no role", f"name some of {', '.join(Role)}"
        )
    if not names:
        raise ConfigError("--roles", "names none", f"name some of {', '.join(Role)}")
    return frozenset(Role(name) for name in names)
