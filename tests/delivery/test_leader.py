"""What a process of the bot does, and that of several one sends and listens."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import TextClause, text

from bot.delivery.leader import check_roles, leader_locks_of, listen_while_leader
from bot.messages.message import Message
from bot.platforms.base import Answer, UserRequest
from bot.platforms.console import ConsoleMessenger
from bot.platforms.matrix import CAPABILITIES
from bot.runtime.roles import Role
from config.errors import ConfigError
from storage.database import Database
from storage.errors import DatabaseError
from storage.locks import LeaderLock, LockState


class Listening(ConsoleMessenger):
    """A messenger that hears nothing and says when it listens."""

    def __init__(self) -> None:
        super().__init__(lines=())
        self.began = asyncio.Event()

    async def listen(self, answer: Answer) -> None:
        self.began.set()
        await asyncio.Event().wait()


async def no_answer(_: UserRequest) -> list[Message]:
    return []


@pytest.fixture
async def other(postgres_url: str) -> AsyncIterator[Database]:
    database = Database(postgres_url)
    yield database
    database.close()


async def let_go(other: Database) -> None:
    """Wait until the server has seen that whoever held a post is gone, a moment later."""
    held = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
    async with asyncio.timeout(30):
        # The server tells nobody of it.
        while await asyncio.to_thread(_count, other, held):  # noqa: ASYNC110 - of a process
            await asyncio.sleep(0.01)


def _count(database: Database, statement: TextClause) -> int:
    with database.transaction() as session:
        return int(session.connection().execute(statement).scalar_one())


def test_sending_and_listening_to_matrix_are_not_parted() -> None:
    matrix = ConsoleMessenger()
    matrix.platform, matrix.capabilities = "matrix", CAPABILITIES
    with pytest.raises(ConfigError, match="encryption keys of matrix"):
        check_roles({Role.SEND}, [matrix])
    check_roles({Role.SEND, Role.LISTEN}, [matrix])
    check_roles({Role.POLL}, [matrix])


async def test_of_two_processes_one_holds_the_post_and_the_other_takes_over(
    postgres_url: str, other: Database
) -> None:
    first = Database(postgres_url)
    (mine,), (theirs,) = (
        leader_locks_of(one, [ConsoleMessenger()])[0].values() for one in (first, other)
    )
    assert [await mine.held(), await mine.held()] == [LockState.NEWLY, LockState.STILL]
    assert await theirs.held() is LockState.BY_ANOTHER
    first.close()
    await let_go(other)
    assert [await theirs.held(), await theirs.held()] == [LockState.NEWLY, LockState.STILL]


async def test_a_post_whose_connection_was_cut_is_taken_anew(
    postgres_url: str, other: Database
) -> None:
    first = Database(postgres_url)
    (mine,) = leader_locks_of(first, [ConsoleMessenger()])[0].values()
    assert await mine.held() is LockState.NEWLY
    with other.transaction() as session:
        cut = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
            "'tco' AND pid != pg_backend_pid()"
        )
        session.connection().exec_driver_sql(cut)
    assert [await mine.held(), await mine.held()] == [LockState.NEWLY, LockState.STILL]
    first.close()


async def test_the_sender_and_the_listener_of_matrix_share_their_post_when_they_ask_at_once(
    postgres_url: str, other: Database
) -> None:
    matrix = ConsoleMessenger()
    matrix.platform, matrix.capabilities = "matrix", CAPABILITIES
    for _ in range(5):
        database = Database(postgres_url)
        (sender,), (listener,) = (posts.values() for posts in leader_locks_of(database, [matrix]))
        found = await asyncio.gather(*(post.held() for post in (sender, listener)))
        database.close()
        await let_go(other)
        assert found == [LockState.NEWLY, LockState.NEWLY]


async def _listen(messenger: Listening, lock: LeaderLock) -> None:
    await listen_while_leader(messenger, no_answer, lock, list[bool]().append)


async def test_a_listener_stands_by_and_takes_over(
    postgres_url: str, other: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.leader.STAND_BY", 0.01)
    first = Database(postgres_url)
    messengers = [Listening(), Listening()]
    listeners = [
        leader_locks_of(one, [messenger])[1]["console"]
        for one, messenger in zip((first, other), messengers, strict=True)
    ]
    tasks = [asyncio.create_task(_listen(messengers[0], listeners[0]))]
    await messengers[0].began.wait()
    tasks.append(asyncio.create_task(_listen(messengers[1], listeners[1])))
    await asyncio.sleep(0)
    assert not messengers[1].began.is_set()
    tasks[0].cancel()
    await asyncio.gather(tasks[0], return_exceptions=True)
    first.close()
    await messengers[1].began.wait()
    tasks[1].cancel()
    await asyncio.gather(tasks[1], return_exceptions=True)


def test_a_second_bot_on_an_sqlite_database_is_told_that_one_runs(sqlite_url: str) -> None:
    first, second = Database(sqlite_url), Database(sqlite_url)
    first.occupy()
    with pytest.raises(
        DatabaseError,
        match=r"the bot is running on it already, as process \d+\. Stop that one first",
    ):
        second.occupy()
    first.close()
    second.occupy()
    second.close()
