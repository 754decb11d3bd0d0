"""`tco-bot events` explains what was taken for one event, and takes a person's word."""

import re
from datetime import datetime

import pytest
import typer
from sqlalchemy import update
from sqlmodel import Session
from typer.testing import CliRunner

from bot.cli import app
from storage import articles, chats, outbox
from storage.articles import NewArticle
from storage.database import Database
from storage.models import Delivery
from tests.defaults import FILER
from tests.merging.reports import person, report
from tests.storage.things import source

RUN = CliRunner()


@pytest.fixture(autouse=True)
def _filled(
    sqlite: Database, sqlite_url: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TCO_DATABASE_URL", sqlite_url)
    with sqlite.transaction() as session:
        for key, names in (
            ("a", ["Elchin Muradli"]),
            ("b", ["Эльчин Мурадлы"]),
            ("c", ["Batyr Orazov", "Maral Annayeva"]),
        ):
            _file(session, key, names, now)


def _file(session: Session, key: str, names: list[str], now: datetime) -> None:
    new = NewArticle(
        key, f"https://{key}.example/", f"Headline {key} [bold]", "Body.", "en", now, "h"
    )
    articles.add_new(session, source(session, now), [new], now)
    (article,) = articles.claim_unread(session, now, limit=1, lease=now - now)
    FILER.file(
        session, article.id, report(key, *names, kind="visit" if key == "c" else "meeting"), now
    )


def said(*words: str) -> str:
    result = RUN.invoke(app, ["events", *words], env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.output


def test_events_are_listed_with_how_many_articles_report_each() -> None:
    rows = [re.split(r"\s{2,}", line.strip()) for line in said("list").splitlines()[1:]]
    assert [(row[0], row[5]) for row in rows] == [("2", "1"), ("1", "2")]


def test_an_event_is_explained_by_the_reasons_of_each_tie() -> None:
    out = said("explain", "1")
    assert "article 1  Kabar, en: Headline a [bold]" in out
    assert re.search(r"\+\d+\.\d  articles 1 and 2", out)
    assert re.search(r"\+\d+\.\d people: ", out)


def test_a_split_parts_an_article_for_ever() -> None:
    assert said("split", "1", "2", "--yes").endswith("Now: event 1, event 3.\n")
    assert "articles 1 and 2 are not of one event" in said("explain", "1")


def test_a_join_leads_the_younger_event_to_the_older() -> None:
    assert said("join", "1", "2", "--yes").endswith("Now: event 1.\n")
    assert "Event 2 turned out to be event 1." in said("explain", "2")


def test_an_article_of_another_event_cannot_be_split_off() -> None:
    result = RUN.invoke(app, ["events", "split", "1", "3"])
    assert result.exit_code == 2
    assert "Article 3 does not belong to event 1" in result.output


def test_an_event_that_is_not_there_is_said_so() -> None:
    result = RUN.invoke(app, ["events", "explain", "99"])
    assert result.exit_code == 2
    assert "event 99" in result.output


def test_offices_are_listed_with_their_proof(sqlite: Database, now: datetime) -> None:
    with sqlite.transaction() as session:
        new = NewArticle("d", "https://d.example/", "Headline", "Body.", "en", now, "h")
        articles.add_new(session, source(session, now), [new], now)
        (article,) = articles.claim_unread(session, now, limit=1, lease=now - now)
        FILER.file(
            session,
            article.id,
            report("d", people=(person("Ramil Hasan", "Secretary General", "TURKPA"),)),
            now,
        )
    result = RUN.invoke(app, ["offices"], env={"COLUMNS": "200"})
    assert re.search(
        r"turkpa +Secretary General +Ramil Hasan +- .*Ramil Hasan spoke\.", result.output
    )


def test_a_join_asks_first_and_changes_nothing_without_a_yes() -> None:
    result = RUN.invoke(app, ["events", "join", "1", "2"], input="n\n")
    assert "Nothing was changed." in result.output
    assert "Event 2: " in said("explain", "2")


def test_a_join_is_made_once_somebody_agrees() -> None:
    result = RUN.invoke(app, ["events", "join", "1", "2"], input="y\n")
    assert result.output.splitlines()[-1] == "Now: event 1."
    assert result.output.count("No chat has had a card") == 1
    assert "turned out to be event 1" in said("explain", "2")


def test_the_bot_writes_on_while_somebody_thinks_it_over(
    sqlite: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def files(_question: str) -> bool:
        with sqlite.transaction() as session:
            _file(session, "d", ["Elchin Muradli"], now)
        return True

    monkeypatch.setattr(typer, "confirm", files)
    assert RUN.invoke(app, ["events", "join", "1", "2"]).output.splitlines()[-1] == "Now: event 1."
    assert "article 4" in said("explain", "1")


def test_what_a_join_changes_in_which_chats_is_said_before(sqlite: Database, now: datetime) -> None:
    with sqlite.transaction() as session:
        reader = chats.ensure(session, "telegram", "7", "", now).id
        chats.subscribe(session, reader, "organization", "ots")
        for event_id in (1, 2):
            outbox.enqueue_alerts(session, event_id, now)
        session.exec(update(Delivery).values(state="sent"))
    out = said("join", "1", "2", "--yes")
    assert re.search(r"its card is edited, of event 1: \S+ \S+", out)


def test_an_undone_join_gives_both_events_back_under_their_numbers() -> None:
    said("join", "1", "2", "--yes")
    assert said("undo", "--yes").splitlines()[-1] == "Now: event 1, event 2."
    assert "Event 2: " in said("explain", "2")
    assert "ruled on" not in said("explain", "2")


def test_an_undone_split_leads_what_it_founded_back_to_the_whole() -> None:
    said("split", "1", "2", "--yes")
    assert said("undo", "--yes").splitlines()[-1] == "Now: event 1."
    assert "Event 3 turned out to be event 1." in said("explain", "3")


def test_with_nothing_to_undo_that_is_said() -> None:
    result = RUN.invoke(app, ["events", "undo"])
    assert result.exit_code == 2
