"""Messages are made of what is stored: every event in one digest and no event in two."""

from datetime import datetime, timedelta

import pytest

from bot.digests.composer import Composer
from config.catalogue import load_catalogue
from storage import chats, outbox
from storage.database import Database
from storage.errors import NotStored
from storage.models import Chat, Topic
from tests.digests.conftest import File


@pytest.fixture
def composer(database: Database) -> Composer:
    return Composer(database, load_catalogue())


async def test_a_card_is_made_of_the_stored_event(composer: Composer, chat: Chat, file: File, now: datetime) -> None:
    card = await composer.card(chat, file("Board meeting", now))
    assert card.plain == "MEETING\nBoard meeting\n\ndate not stated\n\nOTS\nKABAR, 25 Apr"


async def test_there_is_no_card_of_what_is_not_stored(composer: Composer, chat: Chat) -> None:
    with pytest.raises(NotStored):
        await composer.card(chat, 99)


async def test_a_first_digest_looks_back_a_day(composer: Composer, chat: Chat, file: File, now: datetime) -> None:
    file("Today", now - timedelta(hours=23))
    file("Long ago", now - timedelta(hours=25))
    plain = (await composer.digest_today(chat, now)).plain
    assert "Today" in plain
    assert "Long ago" not in plain


async def test_a_digest_takes_up_where_the_one_before_ended(
    composer: Composer, database: Database, chat: Chat, file: File, now: datetime
) -> None:
    moments = [now - timedelta(days=3), now - timedelta(hours=20), now]
    file("First", moments[0] - timedelta(minutes=1))
    file("At the very moment", moments[0])
    file("While the bot was down", moments[0] + timedelta(days=1))
    file("Last", moments[2] - timedelta(seconds=1))
    digests = []
    for moment in moments:
        with database.transaction() as session:
            outbox.owe_digest(session, chat.id, moment.date(), moment)
        digests.append((await composer.digest(chat, moment.date(), moment)).plain)
    for title, at in (("First", 0), ("At the very moment", 1), ("While the bot was down", 1), ("Last", 2)):
        assert [title in plain for plain in digests] == [number == at for number in range(3)], title


async def test_a_digest_tried_again_later_says_the_same(composer: Composer, chat: Chat, file: File, now: datetime) -> None:
    first = await composer.digest(chat, now.date(), now)
    file("Found after it was owed", now + timedelta(minutes=1))
    assert await composer.digest(chat, now.date(), now) == first


async def test_what_the_chat_does_not_follow_stays_out(composer: Composer, chat: Chat, file: File, now: datetime) -> None:
    file("Rectors meet", now - timedelta(hours=1), organizations=("turkunib",))
    assert "Nothing new for OTS and TURKSOY" in (await composer.digest_today(chat, now)).plain


async def test_what_is_ahead_comes_up(composer: Composer, chat: Chat, file: File, now: datetime) -> None:
    file("Next week", now - timedelta(days=3), starts_on=now.date() + timedelta(days=7))
    file("Next year", now - timedelta(days=3), starts_on=now.date() + timedelta(days=300))
    file("Just announced", now - timedelta(hours=3), starts_on=now.date() + timedelta(days=200))
    plain = (await composer.digest_today(chat, now)).plain
    assert plain.index("COMING UP") < plain.index("Next week") < plain.index("Just announced · new")
    assert "Next year" not in plain


async def test_an_alert_already_sent_is_marked(composer: Composer, database: Database, chat: Chat, file: File, now: datetime) -> None:
    event = file("Board meeting", now - timedelta(hours=1))
    with database.transaction() as session:
        outbox.owe_alerts(session, event, now)
        (delivery, _), *_rest = outbox.claim(session, now, limit=1, lease=timedelta(minutes=1), platforms=["telegram"])
        outbox.sent(session, delivery.id, "7", now)
    assert "✓ Board meeting" in (await composer.digest_today(chat, now)).plain


async def test_the_latest_events_stand_last_found_first(composer: Composer, chat: Chat, file: File, now: datetime) -> None:
    for hours, title in ((3, "Oldest"), (2, "Middle"), (1, "Newest")):
        file(title, now - timedelta(hours=hours))
    message = await composer.latest(chat, ["ots"], 2, now)
    assert message.plain == "Latest · OTS\n\n• Newest\n  KABAR\n\n• Middle\n  KABAR"


async def test_the_latest_one_is_its_card(composer: Composer, chat: Chat, file: File, now: datetime) -> None:
    event = file("Board meeting", now)
    assert await composer.latest(chat, None, 1, now) == await composer.card(chat, event)


async def test_nothing_yet_is_said(composer: Composer, chat: Chat, now: datetime) -> None:
    assert (await composer.latest(chat, ["tcci"], 5, now)).plain == "Nothing yet about TCCI."


async def test_a_change_of_settings_moves_the_next_digest(composer: Composer, database: Database, chat: Chat, now: datetime) -> None:
    def due_after(**fields: object) -> datetime | None:
        with database.transaction() as session:
            chats.update(session, chat.id, **fields)  # type: ignore[arg-type]  # each test names real fields
            return composer.reschedule(session, chat.id, now).next_digest_at

    tomorrow = now.replace(hour=2, minute=30) + timedelta(days=1)
    assert due_after() == tomorrow
    assert due_after(timezone="UTC") == tomorrow.replace(hour=8)
    assert due_after(digest_days=0b1000000) == tomorrow.replace(hour=8) + timedelta(days=2)
    assert due_after(digest_at=None) is None


async def test_a_chat_that_follows_nothing_is_owed_no_digest(composer: Composer, database: Database, chat: Chat, now: datetime) -> None:
    with database.transaction() as session:
        for organization in ("ots", "turksoy"):
            chats.unsubscribe(session, chat.id, Topic.ORGANIZATION, organization)
        assert composer.reschedule(session, chat.id, now).next_digest_at is None
