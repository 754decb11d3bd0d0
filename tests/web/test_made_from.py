"""What an answer is made from is the same only where everything that was found is."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.web.made_from import AsBefore, MadeFrom
from storage.event_rows import EventRow
from storage.events import EventRecord
from storage.models import Person

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a page shows."""

    records: tuple[EventRecord, ...]
    counts: dict[date, Counter[str]]
    people: list[Person]
    facts: frozenset[str] = frozenset()
    told: object = field(default=None, compare=False)


def record(number: int, changed_at: datetime = NOW) -> EventRecord:
    event = EventRow(
        id=number,
        title="A meeting",
        kind="meeting",
        language="en",
        tense="past",
        found_at=NOW,
        changed_at=changed_at,
    )
    return EventRecord(event, (), (), ())


def found() -> Found:
    """Return the same, read anew."""
    counts = {NOW.date(): Counter({"ots": 2})}
    return Found((record(1), record(2)), counts, [Person(id=3, name="Aset", key="aset")])


def total(something: object) -> int | None:
    made = MadeFrom()
    made.tell(something)
    return made.sum


def test_the_same_that_is_read_anew_is_the_same() -> None:
    assert total(found()) == total(found())
    with pytest.raises(AsBefore):
        MadeFrom(total(found())).tell(found())


def _later(old: Found) -> Found:
    return replace(old, records=(old.records[0], record(2, NOW + timedelta(microseconds=1))))


def _renamed(old: Found) -> Found:
    return replace(old, people=[Person(id=3, name="Asel", key="asel")])


CHANGES: dict[str, Callable[[Found], Found]] = {
    "an event changed": _later,
    "an event is gone": lambda old: replace(old, records=old.records[:1]),
    "events change places": lambda old: replace(old, records=old.records[::-1]),
    "a day has another event": lambda old: replace(old, counts={NOW.date(): Counter({"ots": 3})}),
    "somebody is called otherwise": _renamed,
    "a fact came": lambda old: replace(old, facts=frozenset({"baku"})),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_is_found_otherwise_is_not_the_same(change: Callable[[Found], Found]) -> None:
    made = MadeFrom(total(found()))
    made.tell(change(found()))
    assert made.sum not in {None, total(found())}


def test_what_hangs_on_the_rest_is_not_looked_at() -> None:
    assert total(replace(found(), told=object())) == total(found())


def test_nothing_is_as_before_where_nothing_was_told_before() -> None:
    made = MadeFrom()
    made.tell(None)
    assert made.sum is not None
