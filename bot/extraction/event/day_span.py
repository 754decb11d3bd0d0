"""A date in a text: the days that it names, where it stands, and how surely it was said."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Surety(IntEnum):
    """How a date was said, the plainest last."""

    WEEKDAY = 0
    RELATIVE = 1
    DAY = 2
    FULL = 3


@dataclass(frozen=True, slots=True)
class Span:
    """Days that the text names.

    Attributes:
        start: First day.
        end: Last day.
        first: Index of the first token.
        last: Index behind the last token.
        surety: How it was said.
        known: Whether the days are known: those without a year need a day of publication.
    """

    start: date
    end: date
    first: int
    last: int
    surety: Surety
    known: bool = True
