"""Events are found by their words, whatever the script, the case and the endings, and whatever else
is typed."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.language.search_words import index_words, question_words
from storage import event_writes, search
from storage.database import Database
from tests.storage.things import filed, person


@pytest.fixture
def events(database: Database, now: datetime) -> dict[str, int]:
    with database.transaction() as session:
        geneva = filed(
            session,
            now,
            "United in Heritage",
            city="Geneva",
            participations=(person("Kubanychbek Omuraliev"),),
        )
        bishkek = filed(
            session,
            now,
            "ТЮРКСОЙдун көргөзмөсү",
            city="Бишкек",
            language="ky",
            organizations=("turksoy",),
        )
    return {"geneva": geneva, "bishkek": bishkek}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("geneva", ["geneva"]),
        ("GENEVA heritage", ["geneva"]),
        ("geneva bishkek", []),
        ("omural", ["geneva"]),
        ("gen", ["geneva"]),
        ("ge", []),
        ("in", ["geneva"]),
        ("Бишкек", ["bishkek"]),
        ("bishkek", ["bishkek"]),
        ("көргөзмө", ["bishkek"]),
        ("korgozmo", ["bishkek"]),
        ("turksoy", ["bishkek"]),
        ("United in Heritage, forward", []),
        ("", []),
        ("'\"*():&|!<->", []),
    ],
)
def test_what_holds_every_word_or_its_beginning_is_found(
    database: Database, events: dict[str, int], question: str, found: list[str]
) -> None:
    with database.transaction() as session:
        assert search.find(session, question_words(question), limit=9) == [
            events[name] for name in found
        ]


@pytest.mark.parametrize(
    "question",
    [
        "geneva OR bishkek",
        "geneva NOT heritage",
        "words:geneva",
        "NEAR(geneva heritage)",
        "geneva & bishkek",
        "' OR 1=1 --",
    ],
)
def test_no_operator_of_a_search_language_can_be_typed(
    database: Database, events: dict[str, int], question: str
) -> None:
    assert events
    with database.transaction() as session:
        assert search.find(session, question_words(question), limit=9) == []


@pytest.mark.usefixtures("events")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(question=st.text())
def test_any_question_has_an_answer(database: Database, question: str) -> None:
    with database.transaction() as session:
        assert len(search.find(session, question_words(question), limit=1)) <= 1


def test_the_last_found_comes_first_and_pages_follow_each_other(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        ids = [filed(session, now, f"festival {number}") for number in range(5)]
        assert search.find(session, question_words("festival"), limit=2) == [ids[4], ids[3]]
        assert search.find(session, question_words("festival"), limit=2, offset=4) == [ids[0]]


def test_what_is_kept_for_an_event_takes_the_place_of_what_was_kept(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        event = filed(session, now, "festival")
        search.store(session, event, ["other"])
        assert search.find(session, [["festival"]], limit=1) == []
        assert search.find(session, [["other"]], limit=1) == [event]
        assert dict(search.kept(session.connection())) == {event: ["other"]}
        search.index(session, event, index_words)
        assert search.find(session, [["festival"]], limit=1) == [event]


def test_an_event_that_turned_out_to_be_another_is_found_no_more(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        first, second = filed(session, now, "festival one"), filed(session, now, "festival two")
        event_writes.redirect(session, second, first, now)
        assert search.find(session, [["festival"]], limit=2) == [first]
        assert dict(search.kept(session.connection()))[second] == []


@pytest.mark.parametrize("word", ['"', "festival*", "a b", "'", ""])
def test_nothing_but_words_of_letters_and_digits_reaches_the_database(
    database: Database, now: datetime, word: str
) -> None:
    with database.transaction() as session:
        filed(session, now, "festival")
        assert search.find(session, [[word]], limit=1) == []
