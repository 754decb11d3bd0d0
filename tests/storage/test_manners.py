"""A subscription that says how it comes is heeded whatever the chat's mode is."""

from datetime import datetime

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from storage import chats, digests, following, outbox, quiet_hours
from storage.database import Database
from storage.enums import DeliveryKind, DeliveryState, Manner, Mode, Topic
from storage.models import Chat, Delivery
from tests.storage.things import filed, person


def follower(session: Session, now: datetime, mode: Mode, **manners: Manner) -> Chat:
    """A chat that follows the OTS and Türkiye, each in a manner."""
    chat = chats.ensure(session, "telegram", "1", "", now)
    for subject, manner in manners.items():
        topic = Topic.ORGANIZATION if subject == "ots" else Topic.COUNTRY
        chats.subscribe(session, chat.id, topic, subject)
        chats.set_manner(session, chat.id, topic, subject, manner)
    return chats.update(session, chat.id, mode=mode)


def alerts(session: Session) -> list[bool]:
    """Whether each alert that is owed is silent."""
    kind = col(Delivery.kind) == DeliveryKind.ALERT
    return list(session.scalars(select(col(Delivery.is_silent)).where(kind)))


@pytest.mark.parametrize(
    ("mode", "manner", "owed"),
    [
        (Mode.INSTANT, Manner.USUAL, [False]),
        (Mode.BOTH, Manner.USUAL, [False]),
        (Mode.DIGEST, Manner.USUAL, []),
        (Mode.INSTANT, Manner.DIGEST, []),
        (Mode.BOTH, Manner.DIGEST, []),
        (Mode.DIGEST, Manner.INSTANT, [False]),
        (Mode.DIGEST, Manner.SILENT, [True]),
        (Mode.BOTH, Manner.SILENT, [True]),
    ],
)
def test_an_alert_comes_by_the_manner_and_else_by_the_mode(
    database: Database, now: datetime, mode: Mode, manner: Manner, owed: list[bool]
) -> None:
    with database.transaction() as session:
        follower(session, now, mode, ots=manner)
        event = filed(session, now)
        assert outbox.enqueue_alerts(session, event, now) == len(owed)
        assert alerts(session) == owed


@pytest.mark.parametrize(
    ("manners", "owed"),
    [
        ((Manner.SILENT, Manner.USUAL), [False]),
        ((Manner.SILENT, Manner.DIGEST), [True]),
        ((Manner.INSTANT, Manner.SILENT), [False]),
        ((Manner.DIGEST, Manner.DIGEST), []),
    ],
)
def test_of_several_that_concern_an_event_the_loudest_counts_and_it_comes_once(
    database: Database, now: datetime, manners: tuple[Manner, Manner], owed: list[bool]
) -> None:
    with database.transaction() as session:
        follower(session, now, Mode.BOTH, ots=manners[0], TR=manners[1])
        event = filed(session, now, country_code="TR")
        for _look in range(2):
            outbox.enqueue_alerts(session, event, now)
        assert alerts(session) == owed


def test_news_of_a_card_that_came_silently_is_silent(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        follower(session, now, Mode.BOTH, ots=Manner.SILENT)
        event = filed(session, now, participations=(person("Sultan Raev"),))
        outbox.enqueue_alerts(session, event, now)
        session.scalars(select(Delivery)).one().state = DeliveryState.SENT
        session.flush()
        assert outbox.enqueue_change(session, event, 2, now) == 1
        change = col(Delivery.kind) == DeliveryKind.CHANGE
        assert session.scalars(select(Delivery).where(change)).one().is_silent


def test_a_chat_of_alerts_has_a_digest_of_what_comes_in_it_alone(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        chat = follower(session, now, Mode.INSTANT, ots=Manner.DIGEST, TR=Manner.USUAL)
        assert [one.subject for one in following.in_digest(session, chat)] == ["ots"]
        chats.update(session, chat.id, next_digest_at=now)
        assert digests.next_digest_group(session, now) is not None
        chats.set_manner(session, chat.id, Topic.ORGANIZATION, "ots", Manner.USUAL)
        assert digests.next_digest_group(session, now) is None
        assert len(following.in_digest(session, chat)) == 2


def test_what_a_chat_of_digests_wants_at_once_outlives_its_quiet_hours(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        chat = follower(session, now, Mode.DIGEST, ots=Manner.INSTANT)
        chats.update(session, chat.id, hushed=True, quiet_turn_at=now.replace(year=now.year + 1))
        outbox.enqueue_alerts(session, filed(session, now), now)
        assert session.scalars(select(Delivery)).one().state == DeliveryState.HELD
        assert quiet_hours.release(session, chat, now) == 1


def test_a_chat_that_moves_takes_the_manners_along(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        twin = chats.ensure(session, "telegram", "2", "", now)
        chats.subscribe(session, twin.id, Topic.ORGANIZATION, "turksoy")
        chats.set_manner(session, twin.id, Topic.ORGANIZATION, "turksoy", Manner.SILENT)
        chat = follower(session, now, Mode.BOTH, ots=Manner.DIGEST)
        chats.move(session, chat.id, "2")
        held = {one.subject: one.manner for one in chats.subscriptions(session, chat.id)}
    assert held == {"ots": Manner.DIGEST, "turksoy": Manner.SILENT}
