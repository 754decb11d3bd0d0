"""A database server that is away when the bot starts is waited for."""

import asyncio
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.runtime import database_wait
from bot.runtime.database_wait import wait_for_database
from storage.database import Database
from tests.postgres import serve


async def test_a_file_is_not_waited_for(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new.db'}")
    assert await wait_for_database(database, 0)
    database.close()


async def test_a_server_that_comes_back_in_time_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_wait, "LOOK_AGAIN", 0.05)
    with serve(tmp_path / "lock") as server:
        database = Database(server.clean())
        await asyncio.to_thread(server.stop, "fast")
        assert not await wait_for_database(database, 0)
        starting = asyncio.to_thread(server.start)
        came, _ = await asyncio.gather(wait_for_database(database, 60), starting)
        assert came
        with database.transaction() as session:
            assert session.connection().exec_driver_sql("SELECT 1").scalar() == 1
        database.close()


async def test_the_wait_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_wait, "LOOK_AGAIN", 0.01)
    database = Database(f"postgresql://tco@/tco?host={tmp_path}")
    with capture_logs() as logs:
        assert not await wait_for_database(database, 0.05)
    assert [line["event"] for line in logs] == ["waiting for the database"], "once"
    database.close()
