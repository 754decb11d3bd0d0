"""A reason: one thing that speaks for or against two reports being of one event."""

from dataclasses import dataclass

from bot.merging.weights import Weight


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against.

    Attributes:
        name: What is compared: "days", "town", "people" and so on.
        weight: In nats; below 0 speaks against.
        detail: What was found.
    """

    name: str
    weight: float
    detail: str


def reason(name: str, weight: Weight, detail: str) -> Reason:
    """Return a finding with its weight in the table."""
    return Reason(name, weight.nats, detail)


def nothing(name: str) -> Reason:
    """Return that what is compared says nothing either way."""
    return Reason(name, 0.0, "")
