"""Articles that name no organisation are put among those of the event that others report."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.merging.report import Report
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


def _arrives(session: Session, joining: Report, at: datetime) -> int | None:
    url = f"https://{joining.outlet}/{joining.key}"
    new = NewArticle(joining.key, url, joining.headline, "Body.", "en", at, "h")
    articles.add_new(session, source(session, at), [new], at)
    number = article_id(session, joining.key)
    articles.irrelevant(session, number, "en", at)
    return FILER.adder.put_joining(session, number, joining)


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
