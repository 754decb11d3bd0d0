"""A chat that follows something, and events that it may hear of."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from config.sources import SourceSpec
from storage import articles, chats, sources
from storage.articles import NewArticle
from storage.database import Database
from storage.enums import Topic
from storage.event_writes import NewEvent
from storage.models import Chat
from tests.storage import things

File = Callable[..., int]


@pytest.fixture
def chat(database: Database, now: datetime) -> Chat:
    """A chat in Bishkek that follows OTS and TURKSOY since some days."""

    def work(session: Session) -> Chat:
        chat = chats.ensure(session, "telegram", "1", "", now - timedelta(days=5))
        for organization in ("ots", "turksoy"):
            chats.subscribe(session, chat.id, Topic.ORGANIZATION, organization)
        return chats.update(session, chat.id, timezone="Asia/Bishkek")

    with database.transaction() as session:
        return work(session)


@pytest.fixture
def file(database: Database, now: datetime) -> File:
    """A function that files an event and returns its id."""
    with database.transaction() as session:
        spec = SourceSpec(
            key="kabar", name="KABAR", url="https://example.org/feed", language="en", certainty="A"
        )
        sources.sync(session, [spec], now)
        source_id = sources.all_sources(session)[0].id

    def file(
        title: str,
        found: datetime,
        *,
        organizations: tuple[str, ...] = ("ots",),
        starts_on: date | None = None,
    ) -> int:
        item = NewArticle(title, f"https://example.org/{title}", title, "text", "en", found, title)
        with database.transaction() as session:
            articles.add_new(session, source_id, [item], found)
            article = articles.claim_unread(session, found, limit=1, lease=timedelta(minutes=1))[0]
            new = NewEvent(
                title, "meeting", "en", "past", starts_on=starts_on, organizations=organizations
            )
            return things.found(session, article.id, new, found)

    return file
