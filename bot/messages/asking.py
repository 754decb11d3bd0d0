"""What a command asks of the digests, and what it gets: the words that the two share without knowing each other."""

from dataclasses import dataclass
from datetime import date

from bot.messages.message import Line, Message
from storage.events import About


@dataclass(frozen=True, slots=True)
class Asked:
    """A list of events that somebody wants to see.

    Attributes:
        heading: What stands above it.
        nothing: What is said when there is none.
        about: What the events must concern; None for all.
        ids: The events themselves, in their order; None where the rest says which.
        days: The first and the last local day on which they go on, soonest first; None for those
            found last.
        beginning: Whether they must begin on these days; those that only go on are left out.
        count: How many at most.
        offset: So many of the first are passed over.
        before: Lines under the heading.
    """

    heading: str
    nothing: Line
    about: About | None = None
    ids: tuple[int, ...] | None = None
    days: tuple[date, date] | None = None
    beginning: bool = False
    count: int = 5
    offset: int = 0
    before: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of events.

    Attributes:
        message: As it is read.
        shown: How many events are on it.
        more: Whether there are more behind it.
    """

    message: Message
    shown: int
    more: bool
