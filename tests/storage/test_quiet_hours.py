"""Within a chat's quiet hours its alerts are held.

Afterwards one comes as it is and several come as one.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from storage import cards, chats, outbox, quiet_hours, sending
from storage.database import Database
from storage.enums import DeliveryKind, DeliveryState, Mode, Topic
from storage.models import Chat, Delivery
from tests.storage.things import begun, filed

HOUR = timedelta(hours=1)


def follower(session: Session, now: datetime, *, hushed: bool, turn: datetime | None) -> Chat:
    chat = chats.ensure(session, "telegram", "1", "", now)
    chats.subscribe(session, chat.id, Topic.ORGANIZATION, "ots")
    return chats.update(session, chat.id, hushed=hushed, quiet_turn_at=turn)


def owed(session: Session, chat: Chat) -> Sequence[Delivery]:
    return outbox.deliveries(session, chat.id)


@pytest.mark.parametrize(
    ("hushed", "hours", "state"),
    [
        (True, 1, DeliveryState.HELD),
        (True, -1, DeliveryState.PENDING),
        (False, 1, DeliveryState.PENDING),
        (False, -1, DeliveryState.HELD),
        (False, None, DeliveryState.PENDING),
    ],
)
def test_a_turn_that_fell_due_counts_before_it_is_carried_out(
    database: Database, now: datetime, hushed: bool, hours: int | None, state: DeliveryState
) -> None:
    with database.transaction() as session:
        chat = follower(
            session, now, hushed=hushed, turn=None if hours is None else now + hours * HOUR
        )
        outbox.enqueue_alerts(session, filed(session, now), now)
        assert [one.state for one in owed(session, chat)] == [state]


def test_a_held_alert_is_not_claimed(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        follower(session, now, hushed=True, turn=now + HOUR)
        outbox.enqueue_alerts(session, filed(session, now), now)
        assert begun(session, now) == []


def test_one_held_alert_comes_as_it_is(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        chat = follower(session, now, hushed=True, turn=now + HOUR)
        outbox.enqueue_alerts(session, filed(session, now), now)
        assert quiet_hours.release(session, chat, now + HOUR) == 1
        assert [(one.kind, one.state) for one in owed(session, chat)] == [
            (DeliveryKind.ALERT, DeliveryState.PENDING)
        ]


def test_several_come_as_one_and_count_as_told(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        chat = follower(session, now, hushed=True, turn=now + HOUR)
        events = [filed(session, now, f"event {number}") for number in range(3)]
        for event in events:
            outbox.enqueue_alerts(session, event, now)
        assert quiet_hours.release(session, chat, now + HOUR) == 1
        catchup = owed(session, chat)[0]
        assert (catchup.kind, catchup.state) == (DeliveryKind.CATCHUP, DeliveryState.PENDING)
        assert quiet_hours.told_within(session, catchup.id) == events
        assert cards.alerted(session, chat.id, events) == frozenset(events)
        assert quiet_hours.release(session, chat, now + 2 * HOUR) == 0


@pytest.mark.parametrize("number", [1, 2])
def test_what_was_held_comes_no_sooner_than_a_chat_may_be_written_to(
    database: Database, now: datetime, number: int
) -> None:
    with database.transaction() as session:
        chat = follower(session, now, hushed=True, turn=now + HOUR)
        for nth in range(number):
            outbox.enqueue_alerts(session, filed(session, now, f"Conference {nth}"), now)
        sending.hold(session, chat.id, now + 3 * HOUR)
        session.refresh(chat)
        quiet_hours.release(session, chat, now + HOUR)
        session.expire_all()
        assert [
            one.next_attempt_at for one in owed(session, chat) if one.state == DeliveryState.PENDING
        ] == [now + 3 * HOUR]


def test_a_chat_that_wants_no_alerts_any_more_gets_none_of_those_held(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        chat = follower(session, now, hushed=True, turn=now + HOUR)
        outbox.enqueue_alerts(session, filed(session, now), now)
        chats.update(session, chat.id, mode=Mode.DIGEST)
        assert quiet_hours.release(session, chat, now + HOUR) == 0
        assert [one.state for one in owed(session, chat)] == [DeliveryState.CANCELLED]


def test_a_muted_event_is_owed_no_more_and_owed_again_when_it_is_not(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        chat = follower(session, now, hushed=False, turn=None)
        event = filed(session, now)
        chats.mute(session, chat.id, event)
        chats.mute(session, chat.id, event)
        assert outbox.enqueue_alerts(session, event, now) == 0
        assert chats.muted(session, chat.id) == {event}
        assert chats.unmute(session, chat.id, event)
        assert not chats.unmute(session, chat.id, event)
        assert outbox.enqueue_alerts(session, event, now) == 1


def test_muting_cancels_what_is_still_owed(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        chat = follower(session, now, hushed=False, turn=None)
        event = filed(session, now)
        outbox.enqueue_alerts(session, event, now)
        chats.mute(session, chat.id, event)
        assert [one.state for one in owed(session, chat)] == [DeliveryState.CANCELLED]
