"""What is true of a stretch, and what of a replay is not."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.language.name_matching import NEAR_ENOUGH, likeness
from storage.enums import DeliveryKind
from tests.replay.figures import Month, Told

FILE = "gold.toml"


@dataclass(frozen=True, slots=True)
class TrueEvent:
    """An event as it was.

    Attributes:
        name: What the stretch calls it.
        items: Ids of the articles that report it.
        days: The first and the last day, or empty where no article says.
        part_of: The name of the event that it is a part of, or empty.
        moved: Whether it was moved, and articles say so.
        people: Who was there, in Latin letters.
    """

    name: str
    items: frozenset[str]
    days: tuple[date, ...] = ()
    part_of: str = ""
    moved: bool = False
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """All that is true of a stretch.

    Attributes:
        events: What happened.
        nothing: Ids of articles that report no event.
    """

    events: tuple[TrueEvent, ...]
    nothing: frozenset[str] = field(default=frozenset())

    @staticmethod
    def read(folder: Path) -> "Gold":
        """Return what the gold file of a stretch says."""
        rows = tomllib.loads((folder / FILE).read_text("utf-8"))
        events = tuple(
            TrueEvent(
                name,
                frozenset(row["items"]),
                tuple(row.get("days", ())),
                row.get("part_of", ""),
                row.get("moved", False),
                tuple(row.get("people", ())),
            )
            for name, row in rows["events"].items()
        )
        return Gold(events, frozenset(rows["nothing"]["items"]))

    def of(self, told: Told) -> TrueEvent | None:
        """Return the event that a message is about: that of the first article, or its whole."""
        for item in told.items:
            for event in self.events:
                if item in event.items:
                    return event
        return None

    def false_alerts(self, month: Month, chat: str) -> list[Told]:
        """Return alerts of what no article reports."""
        alerts = month.of(chat, DeliveryKind.ALERT)
        return [one for one in alerts if one.items and self.of(one) is None]

    def duplicates(self, month: Month, chat: str) -> list[Told]:
        """Return alerts of what the chat had an alert of before."""
        seen, again = set[str](), list[Told]()
        for one in month.of(chat, DeliveryKind.ALERT):
            event = self.of(one)
            if event is not None and event.name in seen:
                again.append(one)
            if event is not None:
                seen.add(event.name)
        return again

    def strangers(self, month: Month) -> list[str]:
        """Return names that cards showed and that are nobody's who was there."""
        known = [name for event in self.events for name in event.people]
        return [name for name in month.names() if not _is_one_of(name, known)]


def _is_one_of(name: str, known: Iterable[str]) -> bool:
    return any(likeness(name, other) >= NEAR_ENOUGH for other in known)
