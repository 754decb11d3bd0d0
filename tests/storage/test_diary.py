"""The diary gives out events under any filter, page after page, on SQLite and on PostgreSQL."""

import base64
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.language.search_words import question_words
from storage import diary, event_writes, events
from storage.database import Database
from storage.diary_cursor import Order
from storage.diary_query import ALWAYS, Days, DiaryFilter
from storage.errors import BadCursor
from storage.models import EventChange, Person
from tests.storage.things import filed, person

MONDAY, SUNDAY = date(2024, 4, 22), date(2024, 4, 28)
WEEK = Days(MONDAY, SUNDAY)
ANY = DiaryFilter()


@pytest.fixture
def week(database: Database, now: datetime) -> Database:
    """A week with an event of each sort in it, and one on either side."""
    with database.transaction() as session:
        filed(session, now, "before", starts_on=date(2024, 4, 20), ends_on=date(2024, 4, 21))
        filed(session, now, "ongoing", starts_on=date(2024, 4, 19), ends_on=date(2024, 4, 23))
        filed(
            session,
            now,
            "meeting",
            starts_on=MONDAY,
            organizations=("turksoy", "ots"),
            kind="meeting",
            city="Baku",
            city_id="baku",
            country_code="AZ",
            participations=(person("Kadir Yaman"), person("Aktoty Raimkulova", attended=False)),
        )
        filed(session, now, "sunday", starts_on=SUNDAY, ends_on=date(2024, 5, 2))
        filed(session, now, "after", starts_on=date(2024, 4, 29), country_code="KZ")
        filed(session, now, "undated", organizations=("turkpa",))
        filed(session, now - timedelta(days=9), "undated long ago", organizations=())
    return database


def page(
    session: Session,
    wanted: DiaryFilter = ANY,
    days: Days = ALWAYS,
    order: Order = Order.LATEST,
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[str], str | None]:
    """Return the titles of a page's events, and the cursor of the next page."""
    ids, following = diary.page_of_ids(session, wanted, days, order=order, after=after, limit=limit)
    return titles(session, ids), following


def titles(session: Session, ids: Sequence[int]) -> list[str]:
    return [record.event.title for record in events.by_ids(session, ids)]


def ids_by_title(session: Session) -> dict[str, int]:
    ids, _following = diary.page_of_ids(session, ANY)
    return dict(zip(titles(session, ids), ids, strict=True))


def shown(
    session: Session,
    wanted: DiaryFilter = ANY,
    days: Days = ALWAYS,
    order: Order = Order.LATEST,
) -> str:
    return ", ".join(page(session, wanted, days, order)[0])


def somebody(session: Session, name: str) -> int:
    return session.exec(select(Person.id).where(col(Person.name) == name)).one()


def test_a_week_shows_what_begins_in_it_goes_on_in_it_and_was_found_in_it(week: Database) -> None:
    with week.transaction() as session:
        assert shown(session, days=WEEK) == "sunday, meeting, ongoing, undated"
        assert shown(session, days=WEEK, order=Order.SOONEST) == "ongoing, meeting, sunday, undated"
        assert shown(session, days=WEEK, order=Order.FOUND) == "undated, sunday, meeting, ongoing"


def test_without_days_everything_is_shown_in_the_order_asked_for(week: Database) -> None:
    dated = ["after", "sunday", "meeting", "before", "ongoing"]
    with week.transaction() as session:
        assert shown(session) == ", ".join([*dated, "undated long ago", "undated"])
        soonest = [*reversed(dated), "undated long ago", "undated"]
        assert shown(session, order=Order.SOONEST) == ", ".join(soonest)
        assert shown(session, days=Days(first=SUNDAY)) == "after, sunday"
        assert (
            shown(session, days=Days(last=date(2024, 4, 20))) == "before, ongoing, undated long ago"
        )


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (DiaryFilter(organization="turksoy"), "meeting"),
        (DiaryFilter(organization="nobody"), ""),
        (DiaryFilter(kind="meeting"), "meeting"),
        (DiaryFilter(town="baku"), "meeting"),
        (DiaryFilter(country="KZ"), "after"),
        (DiaryFilter(organization="ots", country="AZ", kind="meeting", town="baku"), "meeting"),
        (DiaryFilter(organization="ots", country="AZ", kind="conference"), ""),
        (DiaryFilter(organization="turksoy", words=(("yaman",), ("meet",))), "meeting"),
        (DiaryFilter(organization="turkpa", words=(("yaman",),)), ""),
        (DiaryFilter(words=(("",),)), ""),
    ],
)
@pytest.mark.parametrize("order", list(Order))
def test_an_event_must_meet_all_that_is_asked_for(
    week: Database, wanted: DiaryFilter, found: str, order: Order
) -> None:
    with week.transaction() as session:
        assert shown(session, wanted, order=order) == found


def test_a_person_is_found_where_they_were_and_not_where_they_are_only_named(
    week: Database,
) -> None:
    with week.transaction() as session:
        there, named = somebody(session, "Kadir Yaman"), somebody(session, "Aktoty Raimkulova")
        assert shown(session, DiaryFilter(person=there)) == "meeting"
        assert shown(session, DiaryFilter(person=named)) == ""


def test_words_are_found_as_the_search_finds_them(week: Database) -> None:
    spellings = tuple(map(tuple, question_words("undated")))
    with week.transaction() as session:
        assert shown(session, DiaryFilter(words=spellings), WEEK) == "undated"


def test_what_is_common_is_gone_through_in_order_with_the_same_outcome(
    week: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = DiaryFilter(organization="ots")
    with week.transaction() as session:
        few = [shown(session, wanted, WEEK, order=order) for order in Order]
        counted = diary.counts(session, wanted, WEEK)
        monkeypatch.setattr("storage.diary_query.FEW", 0)
        assert diary.counts(session, wanted, WEEK) == counted
        assert [shown(session, wanted, WEEK, order=order) for order in Order] == few
        yaman = somebody(session, "Kadir Yaman")
        assert shown(session, DiaryFilter(person=yaman)) == "meeting"


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("stretches", [1, 9])
def test_words_that_many_events_hold_are_found_a_stretch_at_a_time_with_the_same_outcome(
    week: Database, monkeypatch: pytest.MonkeyPatch, order: Order, stretches: int
) -> None:
    monkeypatch.setattr("storage.diary_walks.STRETCHES", (2,) * stretches)
    held = [("undated",), ("undat",), ("undat", "undated"), ("gen",), ("geneva",), ("nowhere",)]
    asked = [DiaryFilter(words=(spellings,)) for spellings in held]
    asked += [DiaryFilter(organization="ots", words=(spellings,)) for spellings in held]
    with week.transaction() as session:
        for wanted in asked:
            few = walked(session, wanted, order, 10)
            monkeypatch.setattr("storage.diary_walks.FEW", 0)
            assert [walked(session, wanted, order, limit) for limit in (1, 2, 10)] == [few] * 3
            monkeypatch.setattr("storage.diary_walks.FEW", 1_000)


def walked(session: Session, wanted: DiaryFilter, order: Order, limit: int) -> list[str]:
    """Return the titles of all pages."""
    found, cursor = list[str](), None
    while True:
        named, cursor = page(session, wanted, order=order, after=cursor, limit=limit)
        found += named
        if cursor is None:
            return found


def test_of_what_changed_lately_only_what_meets_the_rest_is_given(
    week: Database, now: datetime
) -> None:
    with week.transaction() as session:
        ids = ids_by_title(session)
        for days, title in enumerate(("meeting", "sunday", "after", "meeting")):
            changed(session, ids[title], days, now + timedelta(days=days))
        event_writes.redirect(session, ids["after"], ids["sunday"], now)

        def lately(wanted: DiaryFilter, since: int = 0, limit: int = 5) -> list[str]:
            moment = now + timedelta(days=since)
            return titles(session, diary.ids_lately_changed(session, wanted, moment, limit=limit))

        assert lately(ANY) == ["meeting", "sunday"]
        assert lately(ANY, limit=1) == ["meeting"]
        assert lately(ANY, since=4) == []
        assert lately(DiaryFilter(organization="turksoy")) == ["meeting"]
        assert lately(DiaryFilter(words=(("sunday",),))) == ["sunday"]
        assert lately(DiaryFilter(kind="summit")) == []


def changed(session: Session, event_id: int, revision: int, now: datetime) -> None:
    session.add(
        EventChange(event_id=event_id, revision=revision, changed_at=now, was={}, became={})
    )
    session.flush()


def test_an_event_that_turned_out_to_be_another_is_not_shown(week: Database, now: datetime) -> None:
    with week.transaction() as session:
        ids = ids_by_title(session)
        event_writes.redirect(session, ids["sunday"], ids["meeting"], now)
        assert shown(session, days=WEEK) == "meeting, ongoing, undated"
        assert SUNDAY not in diary.counts(session, ANY, WEEK)


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("days", [ALWAYS, WEEK])
def test_pages_follow_each_other_without_a_gap_or_a_repetition(
    week: Database, now: datetime, order: Order, days: Days
) -> None:
    passed = date(2020 if order is Order.SOONEST else 2030, 1, 1)
    with week.transaction() as session:
        whole, _following = page(session, ANY, days, order)
        walked, cursor = list[str](), None
        for number in range(len(whole)):
            named, cursor = page(session, ANY, days, order, after=cursor, limit=1)
            walked += named
            assert (cursor is None) == (number == len(whole) - 1)
            if number == 0:  # what comes in before the place reached moves nothing
                filed(session, now, "new", starts_on=passed)
        assert walked == whole


def encoded(plain: str) -> str:
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "ä",
        "%%%",
        "A" * 100_000,
        encoded("latest:begun::1"),
        encoded("latest:begun:0:1"),
        encoded("latest:begun:9999999:1"),
        encoded("latest:any::1"),
        encoded("latest:ongoing:730000:1"),
        encoded("found:any::1"),
        encoded("soonest:begun:730000:1"),
        encoded("latest:begun:730000:1; DROP TABLE event"),
        encoded("latest:begun:٧٣٠٠٠٠:1"),
    ],
)
def test_a_cursor_that_was_not_given_out_for_the_list_is_refused(
    database: Database, cursor: str
) -> None:
    with database.transaction() as session, pytest.raises(BadCursor) as refused:
        diary.page_of_ids(session, ANY, after=cursor)
    assert len(str(refused.value)) < 1000


def test_each_day_counts_its_events_by_the_foremost_organisation(week: Database) -> None:
    with week.transaction() as session:
        assert diary.counts(session, ANY, WEEK) == {
            MONDAY: Counter({"turksoy": 1, "ots": 1}),
            date(2024, 4, 23): Counter({"ots": 1}),
            SUNDAY: Counter({"ots": 1}),
        }
        assert diary.counts(session, DiaryFilter(country="AZ"), WEEK) == {
            MONDAY: Counter({"turksoy": 1})
        }


def test_an_event_of_nobody_or_that_ends_before_it_begins_counts_on_its_first_day(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        filed(session, now, "x", starts_on=MONDAY, ends_on=date(2024, 4, 1), organizations=())
        assert diary.counts(session, ANY, WEEK) == {MONDAY: Counter({"": 1})}


@pytest.mark.parametrize("days", [ALWAYS, Days(MONDAY), Days(MONDAY, date(2026, 1, 1))])
def test_days_are_counted_of_a_year_at_most(database: Database, days: Days) -> None:
    with database.transaction() as session, pytest.raises(ValueError, match="at most a year"):
        diary.counts(session, ANY, days)
