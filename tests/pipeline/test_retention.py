"""What is forgotten after a while, and what is not."""

from datetime import datetime, timedelta

from sqlmodel import col, select

from bot.pipeline.retention import Housekeeper, HousekeepingReport
from storage import articles, chats, outbox, retention, sending
from storage.database import Database
from storage.enums import ArticleState
from storage.models import Article, Event
from tests.storage.things import begun, enqueue_digest, filed, unread

YEAR = timedelta(days=400)


async def test_old_finished_deliveries_go_and_what_is_owed_stays(
    database: Database, now: datetime
) -> None:
    long_ago = now - YEAR - timedelta(days=1)
    with database.transaction() as session:
        chat = chats.ensure(session, "telegram", "1", "", long_ago)
        for n in range(3):
            enqueue_digest(session, chat.id, (long_ago + timedelta(days=n % 2)).date(), long_ago)
        for one in begun(session, long_ago, limit=1):
            sending.sent(session.connection(), one.id, "7", long_ago)
        enqueue_digest(session, chat.id, now.date(), now)
        for one in begun(session, now, limit=1):
            sending.failed(session, one.id, "refused", now)
    report = await Housekeeper(database, YEAR).tidy(now)
    assert report == HousekeepingReport(deliveries=2)
    with database.transaction() as session:
        assert [one.state for one in outbox.deliveries(session)] == ["pending"]


async def test_a_table_of_many_pages_is_gone_through(sqlite: Database, now: datetime) -> None:
    long_ago = now - 2 * YEAR
    with sqlite.transaction() as session:
        chat = chats.ensure(session, "telegram", "1", "", long_ago)
        for n in range(retention.AT_A_TIME // 1000 + 3):
            for _ in range(1):
                enqueue_digest(session, chat.id, (long_ago + timedelta(days=n)).date(), long_ago)
        for one in begun(session, long_ago, limit=100):
            sending.sent(session.connection(), one.id, "7", long_ago)
    assert (await Housekeeper(sqlite, YEAR).tidy(now)).deliveries == retention.AT_A_TIME // 1000 + 3


async def test_texts_that_report_nothing_are_emptied_and_their_articles_stay_known(
    database: Database, now: datetime
) -> None:
    long_ago = now - YEAR - timedelta(days=1)
    with database.transaction() as session:
        (weather,) = unread(session, long_ago, "weather")
        articles.irrelevant(session, weather, "en", long_ago)
        filed(session, long_ago, "geneva")
    assert (await Housekeeper(database, YEAR).tidy(now)).texts == 1
    with database.transaction() as session:
        kept = session.scalars(select(Article).order_by(col(Article.id))).all()
        assert [(one.state, one.text) for one in kept] == [
            (ArticleState.IRRELEVANT, ""),
            (ArticleState.EVENT, "A body."),
        ]
        assert session.scalars(select(Event)).all()
        assert unread(session, now, "weather") == [weather], "it is not read again"
    assert (await Housekeeper(database, YEAR).tidy(now)).texts == 0
