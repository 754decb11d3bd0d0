"""Which chats are due for a digest, and what is owed to them."""

from datetime import date, datetime, timedelta
from typing import Unpack

import pytest
from sqlmodel import Session

from storage import chats, digests, outbox
from storage.chats import ChatFields
from storage.database import Database
from storage.enums import DeliveryKind, Mode
from storage.models import Chat
from tests.storage.things import enqueue_digest

DAY = date(2026, 6, 1)


def chat(session: Session, now: datetime, address: str, **fields: Unpack[ChatFields]) -> Chat:
    """A chat whose digest is due now, unless `fields` say otherwise."""
    new = chats.ensure(session, "telegram", address, "", now)
    values: ChatFields = {"mode": Mode.BOTH, "next_digest_at": now, **fields}
    return chats.update(session, new.id, **values)


def is_due(session: Session, now: datetime) -> bool:
    return digests.next_digest_group(session, now) is not None


@pytest.mark.parametrize("mode", [Mode.DIGEST, Mode.BOTH])
def test_a_chat_that_wants_a_digest_is_due_at_its_time(
    database: Database, now: datetime, mode: Mode
) -> None:
    with database.transaction() as session:
        chat(session, now, "1", mode=mode)
        assert not is_due(session, now - timedelta(minutes=1))
        assert is_due(session, now)


def test_a_chat_of_alerts_alone_is_due_for_none(sqlite: Database, now: datetime) -> None:
    with sqlite.transaction() as session:
        chat(session, now, "1", mode=Mode.INSTANT)
        chat(session, now, "2", next_digest_at=None)
        assert not is_due(session, now)


def test_a_chat_that_is_paused_is_due_for_none(sqlite: Database, now: datetime) -> None:
    with sqlite.transaction() as session:
        chats.pause(session, chat(session, now, "1").id, now)
        assert not is_due(session, now)


def test_whoever_has_waited_longest_comes_first(sqlite: Database, now: datetime) -> None:
    earlier = now - timedelta(minutes=5)
    with sqlite.transaction() as session:
        chat(session, now, "1")
        chat(session, now, "2", next_digest_at=earlier)
        group = digests.next_digest_group(session, now)
        assert group is not None
        assert group.next_digest_at == earlier


def test_a_group_is_owed_a_part_at_a_time_and_each_chat_once(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        ids = [chat(session, now, address).id for address in "123"]
        tomorrow, moved = now + timedelta(days=1), []
        while (group := digests.next_digest_group(session, now)) is not None:
            moved.append(digests.enqueue_digests(session, group, DAY, tomorrow, now, limit=2))
        assert moved == [2, 1]
        for chat_id in ids:
            (owed,) = outbox.deliveries(session, chat_id)
            assert (owed.kind, owed.day) == (DeliveryKind.DIGEST, DAY)
            assert not enqueue_digest(session, chat_id, DAY, now), "it is owed already"
