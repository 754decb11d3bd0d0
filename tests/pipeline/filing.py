"""What the tests of filing share.

Articles filed by their reports, a follower, and its deliveries.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from bot.merging.report import Report
from bot.pipeline.file_events import Filing
from storage import articles, chats, sending
from storage.articles import NewArticle
from storage.database import Database
from storage.enums import Topic
from storage.models import Article, Chat, Delivery
from tests.defaults import FILER
from tests.merging.reports import report
from tests.storage.things import source

HOUR = timedelta(hours=1)
File = Callable[..., Filing]


@pytest.fixture
def file(database: Database, now: datetime) -> File:
    """A function that files the report `key` of a new article."""

    def work(session: Session, one: Report, at: datetime) -> Filing:
        new = NewArticle(
            one.key,
            f"https://{one.outlet}/{one.key}",
            one.headline,
            "Body.",
            one.reading.language,
            at,
            "h",
        )
        articles.add_new(session, source(session, at), [new], at)
        filed = FILER.file(session, article_id(session, one.key), one, at)
        assert filed is not None
        return filed

    # Any field of a report.
    def file(key: str, *names: str, at: datetime = now, **fields: Any) -> Filing:
        with database.transaction() as session:
            return work(session, report(key, *names, **fields), at)

    return file


def article_id(session: Session, key: str) -> int:
    return session.scalars(select(col(Article.id)).where(col(Article.identity) == key)).one()


def event_of(session: Session, key: str) -> int | None:
    return session.scalar(select(col(Article.event_id)).where(col(Article.identity) == key))


def follower(database: Database, now: datetime) -> Chat:
    with database.transaction() as session:
        chat = chats.ensure(session, "console", "1", "", now)
        chats.subscribe(session, chat.id, Topic.ORGANIZATION, "ots")
        return chat


def sent(database: Database, chat: Chat, event_id: int, now: datetime) -> None:
    with database.transaction() as session:
        alert = session.scalars(
            select(Delivery).where(
                col(Delivery.chat_id) == chat.id, col(Delivery.event_id) == event_id
            )
        ).one()
        arrived(session, alert.id, now)


def arrived(session: Session, delivery_id: int, now: datetime) -> None:
    assert sending.begin(session.connection(), delivery_id, now, lease=HOUR)
    assert sending.sent(session.connection(), delivery_id, "a message", now)


def deliveries(session: Session) -> list[tuple[str, int | None, str]]:
    rows = session.scalars(select(Delivery).order_by(col(Delivery.id)))
    return [(row.kind, row.event_id, row.state) for row in rows]
