"""A great event has one card and one voice: what is told with it calls nobody by itself."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from bot.extraction.facts import EventMention, Kind, Standing
from bot.messages.composer import Composer
from bot.messages.people import in_order
from config.catalogue_loader import load_catalogue
from storage import articles, events
from storage.articles import NewArticle
from storage.database import Database
from storage.enums import DeliveryKind
from storage.models import Delivery, Event
from tests.defaults import FILER
from tests.merging.reports import DAY, person, report
from tests.pipeline.filing import (
    HOUR,
    File,
    article_id,
    deliveries,
    event_of,
    file,
    follower,
    sent,
)
from tests.storage.things import source

__all__ = ["file"]


@pytest.fixture
def now(now: datetime) -> datetime:
    return now.replace(year=DAY.year, month=DAY.month, day=DAY.day)


def summit(file: File, now: datetime) -> int:
    return file("summit", kind="summit", formats=("summit",), title="The summit", at=now).event_id


def speech(file: File, now: datetime, key: str = "speech") -> int:
    """A report that names the summit and gives neither day nor town."""
    return file(
        key,
        kind="summit",
        start=None,
        end=None,
        city=None,
        city_id=None,
        country=None,
        country_code=None,
        days=frozenset(),
        cities=frozenset(),
        title=f"A {key}",
        headline=f"A {key}",
        at=now,
    ).event_id


def test_a_speech_at_a_summit_hangs_under_its_card_and_calls_nobody(
    database: Database, file: File, now: datetime
) -> None:
    chat = follower(database, now)
    whole = summit(file, now)
    sent(database, chat, whole, now)
    part = speech(file, now + timedelta(hours=1))
    assert part != whole
    with database.transaction() as session:
        assert session.get_one(Event, part).parent_id == whole
        kinds = [(kind, event_id) for kind, event_id, _ in deliveries(session)]
        assert kinds == [("alert", whole), ("edit", whole)]
        assert [one.event.id for one in events.record(session, whole).parts] == [part]


async def test_the_card_names_what_else_there_was(
    database: Database, file: File, now: datetime
) -> None:
    chat = follower(database, now)
    whole = summit(file, now)
    speech(file, now + timedelta(hours=1))
    card = await Composer(database, load_catalogue()).card(chat, whole)
    assert "also at the summit: A speech" in card.plain


def test_an_event_and_its_parts_call_a_chat_four_times_a_day_at_most(
    database: Database, file: File, now: datetime
) -> None:
    follower(database, now)
    summit(file, now)
    for number, body in enumerate(("health", "trade", "culture", "youth", "sport")):
        file(
            f"meeting-{number}",
            kind="meeting",
            title=f"Ministers of {body} meet",
            headline=f"Ministers of {body} meet",
            portfolios=frozenset({body}),
            sketch=tuple(range(number * 100, number * 100 + 40)),
            at=now + timedelta(hours=number + 1),
        )
    with database.transaction() as session:
        alerts = select(col(Delivery.event_id)).where(col(Delivery.kind) == DeliveryKind.ALERT)
        assert len(session.scalars(alerts).all()) == 4


async def test_the_card_of_an_event_that_went_into_another_points_at_it(
    database: Database, file: File, now: datetime
) -> None:
    chat = follower(database, now)
    one = summit(file, now)
    two = file("b", start=None, city=None, city_id=None, organizations=("turkpa",)).event_id
    assert one != two
    with database.transaction() as session:
        session.get_one(Event, two).merged_into = one
    composer = Composer(database, load_catalogue())
    plain = (await composer.edited_card(chat, two)).plain
    assert plain.startswith("This turned out to be the same event as another: The summit")
    assert (await composer.card(chat, two)).plain == (await composer.card(chat, one)).plain


def _closed_roads(session: Session, at: datetime) -> int:
    new = NewArticle("roads", "https://a.example/roads", "Roads closed", "Body.", "en", at, "h")
    articles.add_new(session, source(session, at), [new], at)
    return article_id(session, "roads")


def test_closed_roads_are_found_with_the_summit_and_call_nobody(
    database: Database, file: File, now: datetime
) -> None:
    follower(database, now)
    whole = summit(file, now)
    with database.transaction() as session:
        roads = _closed_roads(session, now)
        days = [DAY - timedelta(days=20), DAY - timedelta(days=9), DAY + timedelta(days=3)]
        put = [FILER.adder.put_beside(session, roads, {"ots"}, day) for day in days]
        assert put == [None, whole, None]
        assert FILER.adder.put_beside(session, roads, {"turksoy"}, DAY) is None
        assert event_of(session, "roads") == whole
        assert [kind for kind, _, _ in deliveries(session)] == ["alert"]


def test_roads_closed_for_one_of_two_summits_are_put_with_neither(
    database: Database, file: File, now: datetime
) -> None:
    summit(file, now)
    later = DAY + timedelta(days=5)
    file("other", kind="summit", city_id="baku", city="Baku", start=later, end=later, at=now)
    with database.transaction() as session:
        assert FILER.adder.put_beside(session, _closed_roads(session, now), {"ots"}, DAY) is None


def test_a_round_up_adds_a_source_to_the_event_that_a_line_of_it_tells_of(
    database: Database, file: File, now: datetime
) -> None:
    follower(database, now)
    whole = summit(file, now)
    told = report("a#3", kind="summit", formats=("summit",), city=None, city_id=None)
    elsewhere = report("a#5", city="Osh", city_id="osh", cities=frozenset({"osh"}), kind="festival")
    with database.transaction() as session:
        day = _closed_roads(session, now)
        lines = FILER.adder.weigh(session, [elsewhere, told])
        assert FILER.adder.put_among(session, day, lines[:1]) is None
        assert FILER.adder.put_among(session, day, lines) == whole
        assert event_of(session, "roads") == whole
        assert [kind for kind, _, _ in deliveries(session)] == ["alert"]


BESIDE = EventMention(
    Kind.MEETING, Standing.REPORTED, None, DAY, DAY, None, "The foreign ministers met."
)
MINISTER = person("Daniyar Orazbek", "Foreign Minister", "Kazakhstan")
SUMMIT: dict[str, Any] = {
    "kind": "summit",
    "formats": ("summit",),
    "title": "The summit",
    "people": (replace(MINISTER, beside=BESIDE),),
}
COUNCIL: dict[str, Any] = {"formats": ("council",), "portfolios": frozenset({"foreign"})}


def test_the_ministers_card_names_whom_reports_of_the_summit_saw_there(
    database: Database, file: File, now: datetime
) -> None:
    council = file("council", **COUNCIL).event_id
    assert summit(file, now) != council
    whole = file("beside", at=now + HOUR, **SUMMIT).event_id
    assert whole != council
    with database.transaction() as session:
        at_council = {one.name for one in in_order(events.record(session, council).participations)}
        at_summit = {one.name for one in in_order(events.record(session, whole).participations)}
    assert at_council == {"Daniyar Orazbek"}
    assert "Daniyar Orazbek" not in at_summit


def test_a_council_is_told_of_though_the_summit_has_named_its_guests_before(
    database: Database, file: File, now: datetime
) -> None:
    follower(database, now)
    whole = file("beside", at=now, **SUMMIT).event_id
    filed = file("council", people=(MINISTER,), at=now + HOUR, **COUNCIL)
    assert filed.event_id != whole
    assert (filed.new, filed.alerts) == (True, 1)


def test_an_exhibition_at_a_festival_is_a_part_of_it_though_it_is_called_by_it(
    database: Database, file: File, now: datetime
) -> None:
    week = {"kind": "festival", "end": DAY + timedelta(days=5)}
    whole = file("festival", formats=("festival",), at=now, **week).event_id
    shown = {"kind": "festival", "formats": ("exhibition", "festival"), "umbrella": True}
    part = file("shown", at=now, **shown).event_id
    with database.transaction() as session:
        assert session.get_one(Event, part).parent_id == whole


def test_a_part_keeps_its_whole_when_an_event_of_another_body_is_filed_on_its_day(
    database: Database, file: File
) -> None:
    day = DAY + timedelta(days=5)
    on_it: dict[str, Any] = {"start": day, "end": day, "days": frozenset({day})}
    last = DAY + timedelta(days=10)
    whole = file("games", kind="festival", formats=("festival",), end=last, title="Games").event_id
    part = file("a", "Elchin Muradli", kind="ceremony", umbrella=True, title="A prize", **on_it)

    other = file("b", "Batyr Orazov", organizations=("turksoy",), title="An agreement", **on_it)

    assert other.event_id not in {whole, part.event_id}
    with database.transaction() as session:
        assert session.get_one(Event, part.event_id).parent_id == whole
