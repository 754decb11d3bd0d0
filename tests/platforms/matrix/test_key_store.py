"""Damaged encryption keys are a sentence at the start.

Keys that cannot be written for a while cost no message.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.messages.message import text_message
from bot.platforms.base import TryLater
from bot.platforms.matrix.key_store import KeyStoreFailed, check
from bot.platforms.matrix.login import Account
from bot.platforms.matrix.messenger import MatrixMessenger
from config.errors import ConfigError
from tests.homeserver.person import Person
from tests.platforms.matrix.conftest import Listening, Register
from tests.platforms.matrix.sending import at, log_in_and_leave, send, together


def overwrite_the_beginning(path: Path) -> None:
    path.write_bytes(b"not a database" + path.read_bytes()[14:])


def overwrite_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5000 : len(content) - 4096] = b"\xff" * (len(content) - 9096)
    path.write_bytes(content)


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def spoil_the_account(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE accounts SET account = ?", (b"spoilt",))


def store_of(account: Account) -> Path:
    (path,) = account.directory.glob("*.db")
    return path


@pytest.mark.parametrize(
    "damage",
    [overwrite_the_beginning, overwrite_the_middle, cut_in_half, empty, spoil_the_account],
)
async def test_damaged_keys_end_the_listening_with_a_sentence_and_lose_no_message(
    account: Account, register: Register, damage: Callable[[Path], None]
) -> None:
    await log_in_and_leave(account)
    damage(store_of(account))
    messenger = MatrixMessenger(account)
    with pytest.raises(ConfigError, match=r"the encryption keys are damaged \(.+\)\. Restore"):
        await messenger.listen(register)
    with pytest.raises(TryLater) as raised:
        await messenger.send(at("!room:localhost"), text_message("a card"), key="card")
    assert raised.value.everywhere
    await messenger.close()


async def test_sound_keys_are_well_and_so_are_those_of_a_new_device(account: Account) -> None:
    await log_in_and_leave(account)
    user_id, _, device_id = store_of(account).stem.rpartition("_")
    check(account.directory, user_id, device_id)
    check(account.directory, user_id, "ANOTHER")


async def test_keys_that_are_locked_are_not_taken_for_damaged(
    account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    await log_in_and_leave(account)
    user_id, _, device_id = store_of(account).stem.rpartition("_")
    really = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path: really(path, timeout=0))
    with closing(really(store_of(account))) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(KeyStoreFailed, match="locked"):
            check(account.directory, user_id, device_id)


async def test_a_message_waits_while_its_keys_cannot_be_written_and_is_read_afterwards(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user, encrypted=True)
        await send(messenger, room, text_message("before"), "before")
        assert (await person.answer(room, account.user)).body == "before"
        assert messenger._connection is not None
        client = messenger._connection._client
        client.invalidate_outbound_session(room)
        client.store.database.execute_sql("PRAGMA busy_timeout = 0")
        with closing(sqlite3.connect(store_of(account))) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(TryLater, match="key store"):
                await messenger.send(at(room), text_message("a card"), key="card")
        await send(messenger, room, text_message("a card"), "card")
        assert (await person.answer(room, account.user)).body == "a card"
