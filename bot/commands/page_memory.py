"""Which page of a long answer comes next.

The offset at the end of a command, and what "more" means to whom.

What "more" continues is remembered for each person and chat, as long as the bot runs.
"""

import re

from bot.platforms.base import UserRequest
from bot.runtime.cache import LruCache

MOST_KEPT = 10_000
MOST_OFFSET = 100_000

_OFFSET = re.compile(r"(?:^|\s+)#([0-9]{1,6})$")


def split_offset(arguments: str) -> tuple[str, int]:
    """Return `arguments` without the offset at their end, and the offset."""
    match = _OFFSET.search(arguments)
    if not match:
        return arguments, 0
    return arguments[: match.start()].rstrip(), min(int(match[1]), MOST_OFFSET)


class Pages:
    """What "more" means to whom."""

    def __init__(self) -> None:
        self._next = LruCache[tuple[str, str, str, str], str](MOST_KEPT)

    def remember(self, request: UserRequest, command: str | None) -> None:
        """Let "more" mean `command` to who asked; nothing, where it is None."""
        if command is None:
            self._next.pop(_key(request))
        else:
            self._next.keep(_key(request), command)

    def next(self, request: UserRequest) -> str | None:
        """Return what "more" means to who asks, or None."""
        return self._next.get(_key(request))


def _key(request: UserRequest) -> tuple[str, str, str, str]:
    address = request.address
    return address.platform, address.chat, address.thread, request.sender
