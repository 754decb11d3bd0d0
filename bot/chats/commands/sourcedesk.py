"""What the admin commands need of the feeds, without knowing them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A feed that was found behind an address.

    Attributes:
        key: The name that it would be kept under.
        name: What it calls itself.
        url: Where it is.
        headlines: Of its newest items.
    """

    key: str
    name: str
    url: str
    headlines: Sequence[str] = ()


class SourceDesk(Protocol):
    """Looks at the world's feeds for an admin."""

    async def look(self, url: str) -> Sequence[FoundSource]:
        """Return the feeds at or behind `url`.

        Raises:
            TcoError: It cannot be read; its sentence says why.
        """
        ...

    async def add(self, url: str, now: datetime) -> FoundSource:
        """Follow the feed at or behind `url` from now on.

        Raises:
            TcoError: It cannot be read.
        """
        ...

    async def check(self, key: str) -> str:
        """Fetch the source `key` now and return a line on how it does, in English.

        Raises:
            TcoError: There is no such source.
        """
        ...
