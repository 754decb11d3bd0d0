"""A reason: one thing that speaks for or against two reports being of one event."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.merging.weights import Weight

Part = tuple[Weight, float]
"""A number of the table, and how often it counts."""


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for or against.

    Attributes:
        name: What is compared: "days", "town", "people" and so on.
        parts: The numbers of the table that it is made of: what a fit looks at.
        detail: What was found.
    """

    name: str
    parts: tuple[Part, ...]
    detail: str

    @property
    def weight(self) -> float:
        """In nats; below 0 speaks against."""
        return sum(weight.nats * times for weight, times in self.parts)


def reason(name: str, weight: Weight, detail: str) -> Reason:
    """Return a finding with its weight in the table."""
    return Reason(name, ((weight, 1.0),), detail)


def summed(name: str, parts: Iterable[Part], detail: str) -> Reason:
    """Return a finding that several numbers of the table, or one several times, speak to."""
    return Reason(name, tuple(part for part in parts if part[1]), detail)


def nothing(name: str) -> Reason:
    """Return that what is compared says nothing either way."""
    return Reason(name, (), "")
