"""Events that many lists show are read again only once they changed, with what is made of them."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.web.diary_epochs import HOLDS_SECONDS
from bot.web.known_events import KnownEvents
from storage import diary, event_changes, event_writes
from storage.database import Database
from storage.diary_query import EVERYTHING
from storage.models import Event
from tests.storage.things import filed


class Clock:
    """Seconds that a test turns on."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        """Tell the seconds."""
        return self.seconds


def changed(session: Session, event_id: int, title: str, now: datetime) -> None:
    session.get_one(Event, event_id).title = title
    event_changes.touch(session, event_id, now)


def titles(database: Database, known: KnownEvents, *ids: int) -> list[str]:
    with database.transaction() as session:
        return [record.event.title for record in known.records(session, ids)]


def test_events_come_in_the_order_that_is_asked_for(sqlite: Database, now: datetime) -> None:
    known = KnownEvents()
    with sqlite.transaction() as session:
        one, two = filed(session, now, "one"), filed(session, now, "two")
    assert titles(sqlite, known, two) == ["two"]
    assert titles(sqlite, known, two, 99, one) == ["two", "one"]
    assert titles(sqlite, known) == []


def test_what_has_not_changed_is_not_read_again(sqlite: Database, now: datetime) -> None:
    known = KnownEvents()
    with sqlite.transaction() as session:
        number = filed(session, now, "one")
        first = known.records(session, [number])
    with sqlite.transaction() as session:
        assert known.records(session, [number])[0] is first[0]


def test_what_has_changed_is_read_again(sqlite: Database, now: datetime) -> None:
    known = KnownEvents()
    with sqlite.transaction() as session:
        number = filed(session, now, "one")
    assert titles(sqlite, known, number) == ["one"]
    with sqlite.transaction() as session:
        changed(session, number, "another", now + timedelta(hours=1))
    assert titles(sqlite, known, number) == ["another"]


def test_what_has_not_changed_is_read_again_in_time(sqlite: Database, now: datetime) -> None:
    clock = Clock()
    known = KnownEvents(clock)
    with sqlite.transaction() as session:
        number = filed(session, now, "one")
    assert titles(sqlite, known, number) == ["one"]
    with sqlite.transaction() as session:
        session.get_one(Event, number).title = "another"
    assert titles(sqlite, known, number) == ["one"]
    clock.seconds = HOLDS_SECONDS
    assert titles(sqlite, known, number) == ["another"]


def test_an_event_that_turned_out_to_be_another_is_shown_no_more(
    sqlite: Database, now: datetime
) -> None:
    known = KnownEvents()
    with sqlite.transaction() as session:
        one, two = filed(session, now, "one"), filed(session, now, "two")
    assert titles(sqlite, known, one, two) == ["one", "two"]
    with sqlite.transaction() as session:
        event_writes.redirect(session, one, two, now)
    assert titles(sqlite, known, one, two) == ["two"]


def test_what_was_looked_up_holds_until_an_event_comes_or_changes(
    sqlite: Database, now: datetime
) -> None:
    known, asked = KnownEvents(), list[int]()

    def many(session: Session, factor: int) -> int:
        asked.append(factor)
        return factor * len(diary.page_of_ids(session, EVERYTHING)[0])

    def found(factor: int) -> int:
        with sqlite.transaction() as session:
            return known.look(session, many, factor)

    with sqlite.transaction() as session:
        number = filed(session, now, "one")
    assert [found(1), found(2), found(1)] == [1, 2, 1]
    assert asked == [1, 2]
    with sqlite.transaction() as session:  # by a clock that goes behind
        filed(session, now - timedelta(days=1), "two")
    assert [found(1), found(2)] == [2, 4]
    with sqlite.transaction() as session:
        changed(session, number, "another", now + timedelta(hours=1))
    assert found(1) == 2
    assert asked == [1, 2, 1, 2, 1]


def test_an_older_change_that_is_kept_after_a_later_one_is_seen(
    sqlite: Database, now: datetime
) -> None:
    known = KnownEvents()
    with sqlite.transaction() as session:
        one, two = filed(session, now, "one"), filed(session, now, "two")
    with sqlite.transaction() as session:
        changed(session, two, "two, later", now + timedelta(hours=2))
    assert titles(sqlite, known, one, two) == ["one", "two, later"]
    with sqlite.transaction() as session:
        changed(session, one, "one, later", now + timedelta(hours=1))
    assert titles(sqlite, known, one, two) == ["one, later", "two, later"]


def test_what_is_made_of_a_list_is_made_again_when_one_of_it_changes(
    sqlite: Database, now: datetime
) -> None:
    known, made = KnownEvents(), list[int]()

    def listed() -> list[str]:
        with sqlite.transaction() as session:
            records = known.records(session, [one, two])

        def make() -> list[str]:
            made.append(len(records))
            return [record.event.title for record in records]

        return known.made_of(records, "titles", make)

    with sqlite.transaction() as session:
        one, two = filed(session, now, "one"), filed(session, now, "two")
    assert [listed(), listed()] == [["one", "two"]] * 2
    assert made == [2]
    with sqlite.transaction() as session:
        changed(session, two, "another", now + timedelta(hours=1))
    assert listed() == ["one", "another"]
    with sqlite.transaction() as session:
        event_writes.redirect(session, one, two, now + timedelta(hours=2))
    assert listed() == ["another"]
    assert made == [2, 2, 1]


def test_what_is_made_of_an_event_is_made_once_while_it_is_the_same(
    sqlite: Database, now: datetime
) -> None:
    known, made = KnownEvents(), list[str]()

    def shown(language: str) -> str:
        def make() -> str:
            made.append(language)
            return f"{language}: {record.event.title}"

        with sqlite.transaction() as session:
            record = known.records(session, [number])[0]
        return known.made(record, language, make)

    with sqlite.transaction() as session:
        number = filed(session, now, "one")
    assert [shown("en"), shown("tr"), shown("en")] == ["en: one", "tr: one", "en: one"]
    assert made == ["en", "tr"]
    with sqlite.transaction() as session:
        changed(session, number, "another", now + timedelta(hours=1))
    assert shown("en") == "en: another"
