"""What was looked up holds until an event changes that has to do with it, and no longer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.commands.search_answer import Answer
from bot.web import concerns
from bot.web.concerns import Answered
from bot.web.known_events import KnownEvents
from storage import changed_events, event_changes
from storage.changed_events import ChangedEvent
from storage.database import Database
from storage.diary_cursor import Order, Place
from storage.diary_query import ALWAYS, EVERYTHING, Days, DiaryFilter
from storage.models import Event
from storage.search_terms import LATELY
from tests.storage.things import filed

A_DAY = timedelta(days=1)
MAY = Days(date(2026, 5, 1), date(2026, 5, 31))
CHANGED = ChangedEvent(
    id=7,
    changed_at=datetime(2026, 5, 9, tzinfo=UTC),
    is_shown=True,
    parent=None,
    kind="meeting",
    town="astana",
    country="KZ",
    first=date(2026, 5, 8),
    last=None,
    organizations=frozenset({"ots"}),
    people=frozenset({3}),
)


@pytest.mark.parametrize(
    ("wanted", "days", "meets"),
    [
        (EVERYTHING, ALWAYS, True),
        (EVERYTHING, MAY, True),
        (EVERYTHING, Days(date(2026, 5, 9), None), False),
        (EVERYTHING, Days(None, date(2026, 5, 7)), False),
        (DiaryFilter(organization="ots", country="KZ", town="astana"), ALWAYS, True),
        (DiaryFilter(organization="turksoy"), ALWAYS, False),
        (DiaryFilter(country="AZ"), ALWAYS, False),
        (DiaryFilter(town="baku"), ALWAYS, False),
        (DiaryFilter(kind="summit"), ALWAYS, False),
        (DiaryFilter(kind="meeting", person=3), MAY, True),
        (DiaryFilter(person=4), ALWAYS, False),
        (DiaryFilter(words=(("trade",),)), ALWAYS, True),  # what it says is not known here
    ],
)
def test_an_event_may_meet_what_is_asked_for(
    wanted: DiaryFilter, days: Days, *, meets: bool
) -> None:
    assert CHANGED.may_meet(wanted, days) is meets
    assert not replace(CHANGED, is_shown=False).may_meet(wanted, days)


def test_an_event_that_lasts_or_has_no_day_may_be_on_any_of_its_days() -> None:
    lasting = replace(CHANGED, first=date(2026, 4, 20), last=date(2026, 5, 2))
    assert lasting.may_meet(EVERYTHING, MAY)
    assert not replace(lasting, last=date(2026, 4, 30)).may_meet(EVERYTHING, MAY)
    assert replace(CHANGED, first=None).may_meet(EVERYTHING, Days(date(2030, 1, 1), None))


@pytest.mark.parametrize(
    ("order", "last", "concerned"),
    [
        (Order.LATEST, Place("begun", date(2026, 5, 9), 1), False),  # it is further down
        (Order.LATEST, Place("begun", date(2026, 5, 7), 1), True),
        (Order.LATEST, Place("undated", None, 1), True),
        (Order.SOONEST, Place("begun", date(2026, 5, 9), 1), True),
        (Order.SOONEST, Place("begun", date(2026, 5, 7), 1), False),
        (Order.FOUND, Place("any", None, 8), False),
        (Order.FOUND, Place("any", None, 6), True),
    ],
)
def test_a_page_is_concerned_by_what_would_stand_on_it(
    order: Order, last: Place, *, concerned: bool
) -> None:
    concern = concerns.page(EVERYTHING, ALWAYS, order)
    assert concern(((1, 2), last.cursor(order)), CHANGED) is concerned
    assert concern(((1, 7), last.cursor(order)), CHANGED)  # it may stand there no longer
    assert concern(((1, 2), None), CHANGED)
    gone = replace(CHANGED, is_shown=False)
    assert not concern(((1, 2), None), gone)
    assert concern(((1, 7), None), gone)


def test_what_began_before_the_days_of_a_page_stands_among_those_that_go_on() -> None:
    concern = concerns.page(EVERYTHING, MAY, Order.LATEST)
    lasting = replace(CHANGED, first=date(2026, 4, 20), last=date(2026, 5, 2))
    assert not concern(((1,), Place("begun", date(2026, 5, 3), 1).cursor(Order.LATEST)), lasting)
    later = Place("ongoing", date(2026, 4, 1), 1).cursor(Order.LATEST)
    assert concern(((1,), later), lasting)


def test_a_search_is_concerned_by_older_events_only_where_those_found_lately_are_too_few() -> None:
    last = LATELY + CHANGED.id
    late = [last - number for number in range(3)]
    newer = replace(CHANGED, id=CHANGED.id + 1)
    concern = concerns.found_lately(3)
    assert not concern(Answered(Answer(late), last), CHANGED)
    assert concern(Answered(Answer(late), last), newer)
    assert concern(Answered(Answer(late[:2]), last), CHANGED)
    assert concern(Answered(Answer([*late[:2], 5]), last), CHANGED)
    assert concern(Answered(Answer(late, ["weaving"]), last), CHANGED)


def test_people_parts_and_events_are_concerned_by_their_own() -> None:
    assert concerns.people({3, 4})(None, CHANGED)
    assert not concerns.people({4})(None, CHANGED)
    assert concerns.events_of_people({4})([7], CHANGED)
    assert not concerns.events_of_people({4})([8], CHANGED)
    assert concerns.parts(9)([], replace(CHANGED, parent=9))
    assert concerns.parts(9)([7], CHANGED)
    assert not concerns.parts(9)([8], CHANGED)
    assert concerns.events([7])(None, CHANGED)
    assert not concerns.events([8])(None, CHANGED)


class Asked:
    """Counts how often something is looked up."""

    def __init__(self, database: Database) -> None:
        self.known = KnownEvents()
        self.times = 0
        self._database = database

    def look(self, session: Session, event_id: int) -> str:
        """Return the title of an event."""
        self.times += 1
        return session.get_one(Event, event_id).title

    def title(self, event_id: int) -> str:
        """Return the same, as it is known."""
        with self._database.transaction() as session:
            concern = concerns.events({event_id})
            return self.known.look_about(session, concern, self.look, event_id)


def retold(database: Database, event_id: int, title: str, now: datetime) -> None:
    with database.transaction() as session:
        session.get_one(Event, event_id).title = title
        event_changes.touch(session, event_id, now)


def test_what_was_looked_up_holds_while_others_change(sqlite: Database, now: datetime) -> None:
    asked = Asked(sqlite)
    with sqlite.transaction() as session:
        one, two = filed(session, now - 2 * A_DAY, "one"), filed(session, now, "two")
    assert asked.title(one) == "one"
    for hours in range(1, 4):
        retold(sqlite, two, "two, again", now + timedelta(hours=2 * hours))
        assert asked.title(one) == "one"
    assert asked.times == 1
    retold(sqlite, one, "one, again", now + timedelta(days=1))
    assert [asked.title(one), asked.title(one)] == ["one, again"] * 2
    assert asked.times == 2


def test_of_very_many_changes_none_is_looked_at(
    sqlite: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(sqlite)
    with sqlite.transaction() as session:
        one, two = filed(session, now - 2 * A_DAY, "one"), filed(session, now, "two")
    monkeypatch.setattr("bot.web.diary_epochs.MOST_NEWS", 0)
    asked.title(one)
    retold(sqlite, two, "two, again", now + A_DAY)
    asked.title(one)
    assert asked.times == 2


def ids_of(database: Database, known: KnownEvents, wanted: DiaryFilter) -> Sequence[int]:
    with database.transaction() as session:
        return known.page_of_ids(session, wanted, limit=2)[0]


def test_lists_are_as_though_they_were_always_looked_up(sqlite: Database, now: datetime) -> None:
    """A page that is held is the page that would be found, whatever changes."""
    known, day = KnownEvents(), now.date()
    with sqlite.transaction() as session:
        ids = [filed(session, now + number * A_DAY, f"event {number}") for number in range(5)]
        for number, event_id in enumerate(ids):
            session.get_one(Event, event_id).starts_on = day + number * A_DAY
    wanted = (EVERYTHING, DiaryFilter(country="KZ"), DiaryFilter(town="baku"))

    steps: list[tuple[int, dict[str, object]]] = [
        (0, {"starts_on": day + 9 * A_DAY}),
        (1, {"city_id": "baku", "country_code": "AZ"}),
        (2, {"country_code": "KZ"}),
        (1, {"city_id": "astana", "country_code": "KZ"}),
        (4, {"merged_into": ids[0]}),
        (0, {"starts_on": day - 9 * A_DAY}),
        (0, {"starts_on": None}),
    ]
    for number, (place, facts) in enumerate(steps, 10):
        with sqlite.transaction() as session:
            for name, value in facts.items():
                setattr(session.get_one(Event, ids[place]), name, value)
            event_changes.touch(session, ids[place], now + number * A_DAY)
        for filtered in wanted:
            held = ids_of(sqlite, known, filtered)
            assert held == ids_of(sqlite, KnownEvents(), filtered), (number, filtered)


def test_changed_events_are_told_with_whom_and_what_they_concern(
    sqlite: Database, now: datetime
) -> None:
    with sqlite.transaction() as session:
        one, two = filed(session, now - A_DAY, "one"), filed(session, now, "two")
        found = changed_events.since(session, now, most=5) or ()
        both = changed_events.since(session, now - A_DAY, most=5) or ()
        assert [event.id for event in found] == [two]
        assert {event.id for event in both} == {one, two}
        assert changed_events.since(session, now - A_DAY, most=1) is None
        known = [(two, found[0].changed_at)]
        assert changed_events.since(session, now, most=5, known=known) == ()
        assert all(event.is_shown for event in both)
