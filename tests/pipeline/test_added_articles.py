"""Articles that name no organisation are put among those of the event that others report."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.merging.pair_scores import PairScores
from bot.merging.report import Report
from bot.merging.similarity import Evidence
from bot.pipeline.retention import Housekeeper
from storage import articles, events
from storage.articles import NewArticle
from storage.database import Database
from storage.enums import ArticleState
from storage.models import Article, JoiningReport
from tests.defaults import FILER
from tests.merging.reports import report
from tests.pipeline.filing import HOUR, File, article_id, deliveries, event_of, file, follower
from tests.storage.things import source

__all__ = ["file"]

COUNCIL: dict[str, Any] = {"formats": ("council",), "portfolios": frozenset({"health"})}
JOINING = report("x", "Alisher Umarov", organizations=(), turkic=True, **COUNCIL)


@contextmanager
def _weighed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    """Give a list that grows with each pair of reports that is weighed meanwhile."""
    pairs, weigh = list[tuple[str, str]](), PairScores.evidence

    def counted(scores: PairScores, one: Report, two: Report) -> Evidence:
        pairs.append((one.key, two.key))
        return weigh(scores, one, two)

    with monkeypatch.context() as patched:
        patched.setattr(PairScores, "evidence", counted)
        yield pairs


def _arrives(session: Session, joining: Report, at: datetime) -> int | None:
    number = _laid_aside(session, joining, at)
    return FILER.adder.put_joining(session, number, *FILER.adder.weigh(session, [joining]))


def _laid_aside(session: Session, joining: Report, at: datetime) -> int:
    url = f"https://{joining.outlet}/{joining.key}"
    new = NewArticle(joining.key, url, joining.headline, "Body.", "en", at, "h")
    articles.add_new(session, source(session, at), [new], at)
    number = article_id(session, joining.key)
    articles.irrelevant(session, number, "en", at)
    return number


def test_it_is_one_more_source_and_calls_nobody(
    database: Database, file: File, now: datetime
) -> None:
    follower(database, now)
    council = file("a", **COUNCIL).event_id
    with database.transaction() as session:
        before = len(deliveries(session))
        assert _arrives(session, JOINING, now) == council
        assert event_of(session, "x") == council
        assert len(deliveries(session)) == before
        assert not events.record(session, council).participations


def test_it_founds_no_event(database: Database, now: datetime) -> None:
    follower(database, now)
    with database.transaction() as session:
        assert _arrives(session, JOINING, now) is None
        assert event_of(session, "x") is None
        assert not deliveries(session)


def test_one_that_came_before_all_others_is_put_with_them_once_they_come(
    database: Database, file: File, now: datetime
) -> None:
    with database.transaction() as session:
        _arrives(session, JOINING, now)
    elsewhere = {"city_id": "osh", "city": "Osh", "cities": frozenset({"osh"})}
    file("far", **COUNCIL | elsewhere)
    with database.transaction() as session:
        assert event_of(session, "x") is None
    council = file("a", **COUNCIL, at=now + HOUR).event_id
    with database.transaction() as session:
        assert event_of(session, "x") == council


def test_it_is_a_report_like_others_once_its_outlet_names_the_body(
    database: Database, file: File, now: datetime
) -> None:
    file("a", **COUNCIL)
    with database.transaction() as session:
        _arrives(session, JOINING, now)
        number = article_id(session, "x")
        row = session.get_one(Article, number)
        row.state = ArticleState.UNREAD
        session.flush()
        FILER.file(session, number, replace(JOINING, reading=_of_the_body()), now)
        assert session.get(JoiningReport, number) is None
        assert event_of(session, "x") == event_of(session, "a")


def _of_the_body() -> Any:
    return replace(JOINING.reading, organizations=("ots",))


@pytest.mark.parametrize(("days", "waits"), [(29, True), (31, False)])
async def test_it_waits_for_a_month(
    database: Database, now: datetime, days: int, *, waits: bool
) -> None:
    with database.transaction() as session:
        _arrives(session, JOINING, now)
    await Housekeeper(database, timedelta(days=90)).tidy(now + timedelta(days=days))
    with database.transaction() as session:
        assert (session.get(JoiningReport, article_id(session, "x")) is not None) == waits


async def test_what_it_weighs_is_found_out_before_it_is_put_among_others(
    database: Database, file: File, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = file("a", **COUNCIL).event_id
    weighed = await database.read(FILER.adder.weigh, [JOINING])

    with _weighed(monkeypatch) as pairs, database.transaction() as session:
        number = _laid_aside(session, JOINING, now)
        assert FILER.adder.put_joining(session, number, *weighed) == council
    assert not pairs


async def test_only_what_has_come_or_changed_since_is_weighed_where_others_wait(
    database: Database, file: File, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    file("a", **COUNCIL)
    weighed = await database.read(FILER.adder.weigh, [JOINING])
    council = file("b", **COUNCIL).event_id

    with _weighed(monkeypatch) as pairs, database.transaction() as session:
        number = _laid_aside(session, JOINING, now)
        assert FILER.adder.put_joining(session, number, *weighed) == council
    assert pairs == [("x", "b")]


async def test_those_that_wait_are_weighed_before_the_report_that_they_wait_for_is_filed(
    database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = report("a", **COUNCIL)
    with database.transaction() as session:
        assert _arrives(session, JOINING, now) is None
        number = _laid_aside(session, one, now)
        session.get_one(Article, number).state = ArticleState.UNREAD
    comparison = await database.read(FILER.compare, number, one)

    with _weighed(monkeypatch) as pairs, database.transaction() as session:
        filing = FILER.file(session, number, one, now, comparison)
        assert filing is not None
        assert event_of(session, "x") == filing.event_id
    assert not pairs


async def test_one_that_comes_to_wait_meanwhile_is_asked_all_the_same(
    database: Database, now: datetime
) -> None:
    one = report("a", **COUNCIL)
    with database.transaction() as session:
        number = _laid_aside(session, one, now)
        session.get_one(Article, number).state = ArticleState.UNREAD
    comparison = await database.read(FILER.compare, number, one)

    with database.transaction() as session:
        assert _arrives(session, JOINING, now) is None
        filing = FILER.file(session, number, one, now, comparison)
        assert filing is not None
        assert event_of(session, "x") == filing.event_id
