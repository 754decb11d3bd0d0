"""Chats, and what they follow."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select
from sqlmodel import Session, col

from storage import chats, outbox, sending
from storage.database import Database
from storage.enums import ChatState, DeliveryState, Mode
from storage.errors import NotStored
from storage.models import Chat, Delivery, Subscription
from tests.storage.things import enqueue_digest, filed

DAY = timedelta(days=1)


def chat(session: Session, now: datetime, address: str = "42", thread: str = "") -> Chat:
    return chats.ensure(session, "telegram", address, thread, now)


def follows(session: Session, chat_id: int) -> list[str]:
    return [f"{one.topic} {one.subject}" for one in chats.subscriptions(session, chat_id)]


def count(session: Session, table: type[Chat | Subscription | Delivery]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_chat_that_speaks_is_remembered_once(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        first = chats.ensure(
            session, "telegram", "42", "", now, title="TURKSOY press", language="tr"
        )
        again = chats.ensure(session, "telegram", "42", "", now + DAY, language="ky")
        assert first.id == again.id
        assert (again.title, again.language, again.created_at, again.last_message_at) == (
            "TURKSOY press",
            "tr",
            now,
            now + DAY,
        )


def test_that_a_chat_speaks_again_need_not_be_written_within_an_hour(
    database: Database, now: datetime
) -> None:
    place = ("telegram", "42", "")
    soon, later = now + timedelta(minutes=59), now + timedelta(hours=1)
    with database.transaction() as session:
        assert chats.known(session, place, now) is None
        chat_id = chats.ensure(session, *place, now, title="Press").id
        known = chats.known(session, place, soon, title="Press")
        assert known is not None
        assert known.id == chat_id
        assert chats.known(session, place, soon) is known
        assert chats.known(session, ("telegram", "42", "7"), soon) is None
        # Whatever is to be written of it is.
        assert chats.known(session, place, later) is None
        assert chats.known(session, place, now - DAY) is None
        assert chats.known(session, place, soon, title="Press office") is None
        assert chats.known(session, place, soon, is_channel=True) is None
        chats.pause(session, chat_id, now, try_again_at=now + DAY)
        assert chats.known(session, place, soon) is None
        chats.ensure(session, *place, soon)
        assert chats.known(session, place, soon) is not None


def test_each_topic_and_each_platform_is_a_chat_of_its_own(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        places = [("telegram", "42", ""), ("telegram", "42", "7"), ("matrix", "42", "")]
        assert len({chats.ensure(session, *place, now).id for place in places}) == 3


def test_a_new_chat_is_active_and_wants_alerts_and_a_digest_at_half_past_eight(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        new = chat(session, now)
        assert (new.state, new.mode, new.digest_at, new.digest_days) == (
            ChatState.ACTIVE,
            Mode.BOTH,
            time(8, 30),
            0b1111111,
        )


def test_a_paused_chat_is_active_again_when_it_speaks_and_a_stopped_one_is_not(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        chats.pause(session, chat(session, now, "paused").id, now)
        chats.stop(session, chat(session, now, "stopped").id, now)
        assert chat(session, now, "paused").state == ChatState.ACTIVE
        assert chat(session, now, "stopped").state == ChatState.STOPPED
        assert chats.resume(session, chat(session, now, "stopped").id).state == ChatState.ACTIVE


def test_silencing_a_chat_cancels_what_it_is_owed_and_says_why(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        silent = chat(session, now)
        enqueue_digest(session, silent.id, date(2024, 4, 25), now)
        chats.pause(session, silent.id, now)
        (owed,) = outbox.deliveries(session, silent.id)
        assert (owed.state, owed.reason, owed.finished_at) == (
            DeliveryState.CANCELLED,
            "the chat is paused",
            now,
        )


def test_a_subscription_is_made_once_and_ended_once(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        here = chat(session, now).id
        assert chats.subscribe(session, here, "organization", "turksoy")
        assert not chats.subscribe(session, here, "organization", "turksoy")
        assert chats.subscribe(session, here, "kind", "summit")
        assert follows(session, here) == ["organization turksoy", "kind summit"]
        assert chats.unsubscribe(session, here, "organization", "turksoy")
        assert not chats.unsubscribe(session, here, "organization", "turksoy")
        assert follows(session, here) == ["kind summit"]


def test_fields_of_a_chat_are_changed_by_name(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        here = chat(session, now).id
        chats.update(session, here, timezone="Asia/Bishkek", mode=Mode.DIGEST, digest_at=None)
    with database.transaction() as session:
        stored = chats.get(session, here)
        assert (stored.timezone, stored.mode, stored.digest_at) == (
            "Asia/Bishkek",
            Mode.DIGEST,
            None,
        )


def test_a_moved_chat_keeps_its_settings_its_subscriptions_and_its_deliveries(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        old = chats.update(session, chat(session, now, "-42").id, timezone="Asia/Almaty").id
        chats.subscribe(session, old, "organization", "ots")
        outbox.enqueue_alerts(session, filed(session, now), now)
        moved = chats.move(session, old, "-100042")
        assert (moved.id, moved.address, moved.timezone) == (old, "-100042", "Asia/Almaty")
    with database.transaction() as session:
        assert chat(session, now, "-100042").id == old
        assert follows(session, old) == ["organization ots"]
        assert [one.kind for one in outbox.deliveries(session, old)] == ["alert"]


def test_a_chat_that_moves_to_where_the_bot_already_is_takes_up_what_is_there(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        old, new = chat(session, now, "-42").id, chat(session, now, "-100042").id
        for here, subject in [(old, "ots"), (new, "ots"), (new, "turksoy")]:
            chats.subscribe(session, here, "organization", subject)
        only_old, both = filed(session, now, "a"), filed(session, now, "b")
        for event_id in (only_old, both):
            outbox.enqueue_alerts(session, event_id, now)
        enqueue_digest(session, new, date(2024, 4, 25), now)
        sent_there = [one for one in outbox.deliveries(session, new) if one.event_id == both]
        assert sending.begin(
            session.connection(), sent_there[0].id, now, lease=timedelta(minutes=1)
        )
        sending.sent(session.connection(), sent_there[0].id, "message 7", now)
        chats.move(session, old, "-100042")
    with database.transaction() as session:
        assert count(session, Chat) == 1
        assert follows(session, old) == ["organization ots", "organization turksoy"]
        states = {one.subject: one.state for one in outbox.deliveries(session, old)}
        assert states == {
            f"event:{only_old}": "pending",
            f"event:{both}": "sent",
            "2024-04-25": "pending",
        }
        assert count(session, Delivery) == 3


def test_moving_a_chat_to_where_it_is_changes_nothing(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        here = chat(session, now).id
        chats.subscribe(session, here, "organization", "ots")
        assert chats.move(session, here, "42").id == here
        assert follows(session, here) == ["organization ots"]


def test_forgetting_a_chat_deletes_everything_about_it_and_nothing_else(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        leaving, staying = chat(session, now, "1").id, chat(session, now, "2").id
        for here in (leaving, staying):
            chats.subscribe(session, here, "organization", "ots")
        outbox.enqueue_alerts(session, filed(session, now), now)
        assert chats.forget(session, leaving)
        assert not chats.forget(session, leaving)
        assert (count(session, Chat), count(session, Subscription), count(session, Delivery)) == (
            1,
            1,
            1,
        )
        assert session.scalars(select(col(Delivery.chat_id))).all() == [staying]


def test_a_chat_that_is_not_there_is_said_so(database: Database, now: datetime) -> None:
    with database.transaction() as session, pytest.raises(NotStored, match="no chat 700"):
        chats.pause(session, 700, now)
