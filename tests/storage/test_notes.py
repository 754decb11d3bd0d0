"""What is written for chats is kept and owed to each of them."""

from datetime import datetime

import pytest

from storage import chats, notes, outbox
from storage.database import Database
from storage.enums import DeliveryKind
from storage.errors import NotStored


def test_a_note_is_owed_to_each_chat_and_found_by_its_id(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        here = [chats.ensure(session, "telegram", str(number), "", now).id for number in range(2)]
        notes.enqueue(session, "feedback", "Well done <b>", here, now, author="telegram 7")
        for chat_id in here:
            (owed,) = outbox.deliveries(session, chat_id)
            assert owed.kind == DeliveryKind.NOTE
            assert owed.note_id is not None
            assert notes.get(session, owed.note_id).text == "Well done <b>"


def test_a_note_that_is_not_there_is_told(database: Database) -> None:
    with database.transaction() as session, pytest.raises(NotStored):
        notes.get(session, 9)
