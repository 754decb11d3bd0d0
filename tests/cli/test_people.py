"""`tco-bot people` parts two people who were taken for one, and puts them together again."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session
from typer.testing import CliRunner

from bot.cli import app
from storage import articles, chats, people
from storage.articles import NewArticle
from storage.database import Database
from storage.enums import Topic
from storage.person_splits import parts
from tests.defaults import FILER
from tests.merging.reports import DAY, person, report
from tests.storage.things import source

RUN = CliRunner()
NAME = "Elchin Muradli"


@pytest.fixture(autouse=True)
def _filled(
    sqlite: Database, sqlite_url: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TCO_DATABASE_URL", sqlite_url)
    with sqlite.transaction() as session:
        for month, (key, city) in enumerate((("a", "budapest"), ("b", "astana"), ("c", "baku"))):
            # A month apart, so that they are three events however merging weighs a town.
            _file(session, key, city, now, day=DAY + timedelta(days=30 * month))


def _file(session: Session, key: str, city: str, now: datetime, *, day: date = DAY) -> int:
    new = NewArticle(key, f"https://{key}.example/", f"Headline {key}", "Body.", "en", now, "h")
    articles.add_new(session, source(session, now), [new], now)
    (article,) = articles.claim_unread(session, now, limit=1, lease=now - now)
    told = report(
        key,
        people=(person(NAME, "minister"),),
        city_id=city,
        cities=frozenset({city}),
        start=day,
        end=day,
        published=day,
        days=frozenset({day}),
    )
    FILER.file(session, article.id, told, now)
    return article.id


def _follow(session: Session, subject: str, now: datetime) -> None:
    reader = chats.ensure(session, "telegram", "7", "", now).id
    chats.subscribe(session, reader, Topic.PERSON, subject)


def said(*words: str, answer: str | None = None) -> str:
    result = RUN.invoke(app, ["people", *words], input=answer, env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.output


def events_of(sqlite: Database, person_id: int) -> list[int]:
    with sqlite.transaction() as session:
        return sorted(part.event_id for part in parts(session, person_id))


def test_somebody_is_found_in_any_script_and_explained_by_the_events() -> None:
    assert NAME in said("find", "Эльчин Мурадлы")
    assert "Nobody" in said("find", "Qwertz")
    out = said("explain", "1")
    assert out.count(NAME) == 3
    assert "minister" in out


def test_a_split_asks_first_says_who_follows_and_changes_nothing_without_a_yes(
    sqlite: Database, now: datetime
) -> None:
    with sqlite.transaction() as session:
        _follow(session, "1", now)
    out = said("split", "1", "2", answer="n\n")
    assert "telegram 7 goes on following person 1 alone." in out
    assert "Nothing was changed." in out
    assert events_of(sqlite, 1) == [1, 2, 3]


def test_whoever_was_parted_stays_so_when_the_event_is_summed_up_anew(
    sqlite: Database, now: datetime
) -> None:
    assert "person 2" in said("split", "1", "2", "--yes")
    assert (events_of(sqlite, 1), events_of(sqlite, 2)) == ([1, 3], [2])
    with sqlite.transaction() as session:
        _file(session, "b2", "astana", now)
    assert (events_of(sqlite, 1), events_of(sqlite, 2)) == ([1, 3], [2])


def test_an_undone_split_makes_them_one_again_for_who_follows_either(
    sqlite: Database, now: datetime
) -> None:
    said("split", "1", "2", "--yes")
    with sqlite.transaction() as session:
        _follow(session, "2", now)
    assert "telegram 7 follows person 1 then." in said("undo", "--yes")
    assert events_of(sqlite, 1) == [1, 2, 3]
    with sqlite.transaction() as session:
        assert people.get(session, 2) is None
    assert "telegram 7" in said("split", "1", "2", answer="n\n")


def test_what_cannot_be_parted_is_said() -> None:
    for words, why in (
        (("split", "1", "99"), "does not stand in event 99"),
        (("split", "1", "1", "2", "3"), "all events of person 1"),
        (("undo",), "there is no decision that stands"),
        (("explain", "77"), "there is no person 77"),
    ):
        result = RUN.invoke(app, ["people", *words])
        assert result.exit_code != 0
        assert why in result.output
