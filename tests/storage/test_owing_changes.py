"""Who is owed the news of a change, and what becomes of an edit whose sender died."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlmodel import Session, col

from storage import chats, outbox, sending
from storage.database import Database
from storage.enums import DeliveryKind, DeliveryState, Topic
from storage.models import Chat, Delivery
from tests.storage.things import filed


def follower(session: Session, now: datetime, address: str) -> Chat:
    chat = chats.ensure(session, "telegram", address, "", now)
    chats.subscribe(session, chat.id, Topic.ORGANIZATION, "ots")
    return chat


def card(session: Session, chat: Chat, state: DeliveryState) -> None:
    here = (col(Delivery.chat_id) == chat.id, col(Delivery.kind) == DeliveryKind.ALERT)
    session.exec(update(Delivery).where(*here).values(state=state, remote_id="7"))


def owed(session: Session, kind: DeliveryKind) -> list[tuple[int, str, str]]:
    rows = session.scalars(
        select(Delivery).where(col(Delivery.kind) == kind).order_by(col(Delivery.chat_id))
    )
    return [(row.chat_id, row.subject, row.state) for row in rows]


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (DeliveryState.SENT, True),
        (DeliveryState.SENDING, True),
        (DeliveryState.UNCERTAIN, True),
        (DeliveryState.TOLD, True),
        (DeliveryState.PENDING, False),
        (DeliveryState.HELD, False),
        (DeliveryState.FAILED, False),
        (DeliveryState.CANCELLED, False),
    ],
)
def test_who_has_or_may_have_the_card_is_told_and_who_has_yet_to_get_it_is_not(
    database: Database, now: datetime, state: DeliveryState, *, told: bool
) -> None:
    with database.transaction() as session:
        chat = follower(session, now, "1")
        event_id = filed(session, now)
        outbox.enqueue_alerts(session, event_id, now)
        card(session, chat, state)
        assert outbox.enqueue_change(session, event_id, 3, now) == told
        assert outbox.enqueue_change(session, event_id, 3, now) == 0
        assert owed(session, DeliveryKind.CHANGE) == (
            [(chat.id, f"event:{event_id} 3", DeliveryState.PENDING)] if told else []
        )


def test_each_change_is_news_and_a_muted_or_stopped_chat_hears_none(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        some = [follower(session, now, str(number)) for number in range(3)]
        event_id = filed(session, now)
        outbox.enqueue_alerts(session, event_id, now)
        for chat in some:
            card(session, chat, DeliveryState.SENT)
        chats.mute(session, some[1].id, event_id)
        chats.stop(session, some[2].id, now)
        assert [outbox.enqueue_change(session, event_id, revision, now) for revision in (1, 2)] == [
            1,
            1,
        ]


def test_news_of_a_change_waits_for_the_end_of_quiet_hours(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        chat = follower(session, now, "1")
        chats.update(session, chat.id, hushed=True, quiet_turn_at=now + timedelta(hours=1))
        event_id = filed(session, now, starts_on=date(2024, 11, 6))
        outbox.enqueue_alerts(session, event_id, now)
        card(session, chat, DeliveryState.SENT)
        outbox.enqueue_change(session, event_id, 1, now)
        assert [state for _chat, _subject, state in owed(session, DeliveryKind.CHANGE)] == [
            DeliveryState.HELD
        ]


@pytest.mark.parametrize(
    ("kind", "state"),
    [(DeliveryKind.EDIT, DeliveryState.PENDING), (DeliveryKind.CHANGE, DeliveryState.UNCERTAIN)],
)
def test_an_edit_whose_sender_died_is_made_again_for_it_does_no_harm_twice(
    database: Database, now: datetime, kind: DeliveryKind, state: DeliveryState
) -> None:
    with database.transaction() as session:
        chat = follower(session, now, "1")
        event_id = filed(session, now)
        outbox.enqueue_alerts(session, event_id, now)
        card(session, chat, DeliveryState.SENT)
        outbox.enqueue_edits(session, event_id, now)
        outbox.enqueue_change(session, event_id, 1, now)
        session.exec(
            update(Delivery).where(col(Delivery.kind) == kind).values(state=DeliveryState.SENDING)
        )
        sending.recover(session, now, platform="telegram", again=False, dead=True)
        assert [row[2] for row in owed(session, kind)] == [state]
