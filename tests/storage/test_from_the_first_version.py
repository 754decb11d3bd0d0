"""A database of the first version, with living rows, goes on in this one as if nothing had been.

On both databases: who follows what, what is known, what is owed and what was sent.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import MetaData

from bot.delivery.worker import DeliveryReport, DeliveryWorker
from bot.language.name_forms import NameForms
from bot.pipeline.known_people import find_by_sound
from storage import articles, chats, search, sources
from storage.database import Database
from storage.migrations import migrate
from storage.models import Article, Event, Person, Source
from tests.delivery.deliveries import PlainComposer, ScriptedMessenger, deliveries_of
from tests.postgres import PostgresServer

THEN = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
NOW = THEN + timedelta(hours=1)
CHAT = {
    "platform": "telegram",
    "thread": "",
    "title": "Ömer · Өмер",
    "language": "ky",
    "timezone": "Asia/Bishkek",
    "mode": "both",
    "digest_at": time(8, 30),
    "digest_days": 127,
    "next_digest_at": THEN + timedelta(days=1),
    "state": "active",
    "created_at": THEN,
}
EVENT = {
    "title": "Summit in Bishkek",
    "kind": "summit",
    "language": "en",
    "starts_on": date(2026, 12, 2),
    "ends_on": date(2026, 12, 2),
    "tense": "future",
    "city": "Bishkek",
    "country": "Kyrgyzstan",
    "found_at": THEN,
    "changed_at": THEN,
}
SOURCE = {
    "name": "Wire",
    "kind": "feed",
    "language": "en",
    "enabled": True,
    "interval_seconds": 1800,
    "next_poll_at": THEN,
    "failures": 0,
}
ARTICLE = {
    "source_id": 1,
    "language": "en",
    "published_at": THEN,
    "first_seen_at": THEN,
    "content_hash": "hash",
    "next_read_at": THEN,
    "text": "Leaders will meet in Bishkek on 2 December.",
}
DELIVERY = {
    "event_id": 1,
    "kind": "alert",
    "attempts": 0,
    "created_at": THEN,
    "next_attempt_at": THEN,
}
PERSON = {
    "event_id": 1,
    "person_id": 1,
    "article_id": 1,
    "position": 0,
    "name": "Sultan Raev",
    "role": "Secretary General",
    "attended": True,
    "moderator": False,
    "proof": "Sultan Raev spoke.",
}
ROWS: dict[str, list[dict[str, object]]] = {
    "chat": [{"id": number, "address": str(number), **CHAT} for number in (1, 2, 3)],
    "subscription": [{"chat_id": 1, "topic": "organization", "subject": "ots"}],
    "source": [{"id": 1, "key": "wire", "url": "https://wire.example/rss", **SOURCE}],
    "event": [{"id": 1, **EVENT}],
    "eventorganization": [{"event_id": 1, "organization": "ots", "position": 0}],
    "article": [
        {
            "id": 1,
            "identity": "https://wire.example/1",
            "url": "https://wire.example/1",
            "title": "Summit",
            "state": "event",
            "event_id": 1,
            **ARTICLE,
        },
        {
            "id": 2,
            "identity": "https://wire.example/2",
            "url": "https://wire.example/2",
            "title": "Unread",
            "state": "unread",
            "event_id": None,
            **ARTICLE,
        },
    ],
    "person": [{"id": 1, "name": "Sultan Raev", "key": "sultan raev"}],
    "participation": [PERSON],
    "delivery": [
        {"chat_id": 1, "subject": "event:1", "state": "pending", "remote_id": None, **DELIVERY},
        {"chat_id": 2, "subject": "event:1", "state": "sent", "remote_id": "77", **DELIVERY},
        {"chat_id": 3, "subject": "event:1", "state": "uncertain", "remote_id": None, **DELIVERY},
    ],
}


@pytest.fixture(params=["sqlite", "postgresql"])
def upgraded(request: pytest.FixtureRequest, tmp_path: object) -> Iterator[Database]:
    """A database of the first version's tables and rows, after the upgrade."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/first.db"
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        url = server.bare()
    database = Database(url)
    migrate(database.engine, where="here", to="0001")
    tables = MetaData()
    tables.reflect(database.engine)
    with database.bare_transaction() as connection:
        for name, rows in ROWS.items():
            connection.execute(tables.tables[name].insert(), rows)
    database.upgrade(NameForms())
    yield database
    database.close()


def test_who_follows_what_is_as_it_was(upgraded: Database) -> None:
    with upgraded.transaction() as session:
        chat = chats.get(session, 1)
        assert (chat.title, chat.language, chat.timezone) == ("Ömer · Өмер", "ky", "Asia/Bishkek")
        assert (chat.digest_at, chat.next_digest_at) == (time(8, 30), THEN + timedelta(days=1))
        assert [one.subject for one in chats.subscriptions(session, 1)] == ["ots"]


def test_what_is_known_is_found_in_every_way_of_this_version(upgraded: Database) -> None:
    with upgraded.transaction() as session:
        event = session.get_one(Event, 1)
        assert (event.title, event.starts_on, event.city) == (
            "Summit in Bishkek",
            date(2026, 12, 2),
            "Bishkek",
        )
        assert search.find(session, [["summit"]], limit=5) == [1]
        assert [person.id for person in find_by_sound(session, "Султан Раев")] == [1]
        assert session.get_one(Person, 1).name == "Sultan Raev"
        assert session.get_one(Article, 1).event_id == 1


def test_what_was_to_be_done_is_done(upgraded: Database) -> None:
    with upgraded.transaction() as session:
        claimed = articles.claim_unread(session, NOW, limit=5, lease=timedelta(minutes=5))
        assert [article.title for article in claimed] == ["Unread"]
        due = sources.claim_due(session, NOW, limit=5, lease=timedelta(minutes=5))
        assert [source.key for source in due] == ["wire"]
        assert session.get_one(Source, 1).url == "https://wire.example/rss"


async def test_what_was_owed_is_sent_once_and_nothing_else(upgraded: Database) -> None:
    messenger = ScriptedMessenger()
    worker = DeliveryWorker(upgraded, [messenger], PlainComposer())
    assert await worker.deliver_due(NOW) == DeliveryReport(sent=1)
    assert [chat for chat, _, _ in messenger.taken] == ["1"]
    ended = [deliveries_of(upgraded, chat)[0].state for chat in (1, 2, 3)]
    assert ended == ["sent", "sent", "uncertain"]
