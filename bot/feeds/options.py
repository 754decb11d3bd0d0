"""How the poll behaves, in one place, with the reason for each number."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from config.settings import Settings


@dataclass(frozen=True, slots=True)
class PollOptions:
    """The numbers of the poll.

    Attributes:
        claimed: Most sources in hand at a time; each may hold a body in memory while it waits to be
            parsed.
        lease: For how long a claimed source is left to this process.
        pages: Most article pages fetched for one source in one poll; the rest is read from the
            feed's summary.
        pages_within: For how long the pages of one source are waited for in one poll, so that slow
            ones hold up no later poll.
        first_age: On the first poll of a source only articles this young are read, the archive is
            merely remembered; None for all.
        max_age: Later on only articles this young are read, so that an archive under new ids starts
            quietly; None for all.
        flood: New items without a date in one poll from which they are taken for an archive.
        old_flood: New items dated before `max_age` in one poll from which they are taken for an
            archive; an outlet that tells a wrong date now and then is heard.
        unconditional_after: Answers "not modified" in a row after which the validators are not
            believed once.
        rereads: How often an article that its outlet keeps changing is read again.
        empties: Polls without any item in a row from which a source is said to be empty.
        stale_after: Age of the newest item from which a source is said to be stale.
        settle: How long a permanent redirect must hold before the source's URL is changed.
        park_gone: How long a source must answer 404 before it is parked.
        park_other: How long a source must fail in any other way before it is parked.
        hubs: Whether the WebSub hubs that sources name are remembered: where the bot has a public
            address that they can call.
    """

    claimed: int = 256
    lease: timedelta = timedelta(minutes=10)
    pages: int = 40
    pages_within: timedelta = timedelta(seconds=90)
    first_age: timedelta | None = timedelta(days=2)
    max_age: timedelta | None = timedelta(days=14)
    flood: int = 60
    old_flood: int = 4
    unconditional_after: int = 12
    rereads: int = 5
    empties: int = 3
    stale_after: timedelta = timedelta(days=21)
    settle: timedelta = timedelta(days=7)
    park_gone: timedelta = timedelta(days=4)
    park_other: timedelta = timedelta(days=45)
    hubs: bool = False

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the numbers of the poll with those that `settings` decide."""
        first, most = _days(settings.first_poll_days), _days(settings.article_days)
        return cls(first_age=first, max_age=most, hubs=settings.public_url is not None)


def _days(number: float) -> timedelta | None:
    return timedelta(days=number) if number else None
