"""What a chat follows and keeps out, as one filter: alerts and digests go by the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from sqlmodel import Session, select

from bot.language.search_words import question_words
from storage import chats, events, following, outbox
from storage.database import Database
from storage.enums import Topic
from storage.models import Event, Person
from tests.storage.things import filed, person

PAIRS = (
    ("organization", "ots"),
    ("town", "geneva"),
    ("country", "CH"),
    ("kind", "conference"),
    ("word", "middle corridor"),
)


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as session:
        yield session


@pytest.fixture
def event(session: Session, now: datetime) -> int:
    opera = {"organizations": ("turksoy",), "city": "Bishkek", "city_id": "bishkek"}
    filed(session, now, "Opera days", kind="festival", **opera)
    return filed(
        session,
        now,
        "Experts on the Middle Corridor",
        city="Geneva",
        city_id="geneva",
        country_code="CH",
        participations=(person("Kadir Yaman"),),
    )


def chat(session: Session, now: datetime) -> int:
    return chats.ensure(session, "telegram", "1", "", now).id


def told(session: Session, chat_id: int) -> list[str]:
    about = following.wanted(session, chat_id, question_words)
    return [record.event.title for record in events.records(session, about=about)]


def alerted(session: Session, event_id: int, now: datetime) -> int:
    words = following.words_told(session, event_id, question_words)
    return outbox.enqueue_alerts(session, event_id, now, words)


@pytest.mark.parametrize(("topic", "subject"), PAIRS)
def test_what_is_followed_comes_as_an_alert_and_in_the_digest(
    session: Session, now: datetime, event: int, topic: str, subject: str
) -> None:
    chat_id = chat(session, now)
    chats.subscribe(session, chat_id, topic, subject)

    assert told(session, chat_id) == ["Experts on the Middle Corridor"]
    assert alerted(session, event, now) == 1


@pytest.mark.parametrize(("topic", "subject"), PAIRS)
def test_what_is_kept_out_comes_neither_way_though_it_is_followed(
    session: Session, now: datetime, event: int, topic: str, subject: str
) -> None:
    chat_id = chat(session, now)
    for organization in ("ots", "turksoy"):
        chats.subscribe(session, chat_id, "organization", organization)
    assert following.exclude(session, chat_id, topic, subject)
    assert not following.exclude(session, chat_id, topic, subject)

    assert told(session, chat_id) == ["Opera days"]
    assert alerted(session, event, now) == 0

    assert following.include(session, chat_id, topic, subject)
    assert not following.include(session, chat_id, topic, subject)
    assert alerted(session, event, now) == 1


def test_somebody_who_was_there_can_be_kept_out(
    session: Session, now: datetime, event: int
) -> None:
    chat_id = chat(session, now)
    chats.subscribe(session, chat_id, "organization", "ots")
    kadir = session.exec(select(Person).where(Person.name == "Kadir Yaman")).one()
    following.exclude(session, chat_id, "person", str(kadir.id))

    assert told(session, chat_id) == []
    assert alerted(session, event, now) == 0


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("middle corridor", True),
        ("Corridor", True),
        ("corrid", True),
        ("middle kingdom", False),
        ("orridor", False),
        ("%", False),
    ],
)
def test_words_are_held_by_an_event_whose_words_begin_so(
    session: Session, now: datetime, event: int, words: str, held: bool
) -> None:
    chat_id = chat(session, now)
    chats.subscribe(session, chat_id, "word", words)

    assert (following.words_told(session, event, question_words) == [words]) is held
    assert bool(told(session, chat_id)) is held


def test_an_event_without_a_town_is_not_kept_out_by_a_town(session: Session, now: datetime) -> None:
    chat_id = chat(session, now)
    chats.subscribe(session, chat_id, "organization", "ots")
    following.exclude(session, chat_id, "town", "geneva")
    nowhere = filed(session, now, "Statement on transport")

    assert told(session, chat_id) == ["Statement on transport"]
    assert alerted(session, nowhere, now) == 1


def test_a_chat_that_is_forgotten_keeps_nothing_out(session: Session, now: datetime) -> None:
    chat_id = chat(session, now)
    following.exclude(session, chat_id, "word", "sport")
    chats.forget(session, chat_id)
    assert following.exclusions(session, chat_id) == []


def test_a_country_is_followed_by_whoever_came_for_it_wherever_that_was(
    session: Session, now: datetime
) -> None:
    there = replace(person("Ayla Demir"), country_code="TR")
    named = replace(person("Omar Sultanov", attended=False), country_code="KZ")
    event_id = filed(session, now, "Talks", country_code="CH", participations=(there, named))
    ids = [chats.ensure(session, "telegram", code, "", now).id for code in ("TR", "KZ", "CH")]
    for chat_id, code in zip(ids, ("TR", "KZ", "CH"), strict=True):
        chats.subscribe(session, chat_id, Topic.COUNTRY, code)
    assert alerted(session, event_id, now) == 2
    assert [told(session, chat_id) for chat_id in ids] == [["Talks"], [], ["Talks"]]


def test_a_place_that_slips_neither_brings_nor_takes_the_news_of_a_country(
    session: Session, now: datetime
) -> None:
    there = replace(person("Ayla Demir"), country_code="TR")
    chat_id = chat(session, now)
    chats.subscribe(session, chat_id, Topic.COUNTRY, "TR")
    event_id = filed(session, now, "Talks", country_code="TR", participations=(there,))
    assert alerted(session, event_id, now) == 1
    session.get_one(Event, event_id).country_code = None
    session.flush()
    assert told(session, chat_id) == ["Talks"]
    assert alerted(session, event_id, now) == 0
