"""The way to what is remembered."""

import asyncio
import sqlite3
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, col

from storage import monitoring
from storage.database import Database
from storage.errors import DatabaseError
from storage.models import Person, Source
from tests.storage.things import source

MOSCOW_SUMMER = timezone(timedelta(hours=4))


def add_source(session: Session, key: str, at: datetime) -> int:
    row = Source(key=key, name=key, url="https://kabar.example/rss", next_poll_at=at)
    session.add(row)
    session.flush()
    return row.id


def add_person(session: Session, name: str) -> Person:
    row = Person(name=name, key=name)
    session.add(row)
    session.flush()
    return row


def fail_half_way(session: Session) -> None:
    add_person(session, "Kadir Yaman")
    raise KeyError


def write_although_forbidden(session: Session) -> None:
    # By SQLite's own switch, since the rights of a file do not stop root, as whom tests may run.
    session.connection().execute(text("PRAGMA query_only = ON"))
    add_person(session, "Kadir Yaman")


def _names(session: Session) -> list[str]:
    return list(session.scalars(select(col(Person.name)).order_by(col(Person.id))))


def names(database: Database) -> list[str]:
    with database.transaction() as session:
        return _names(session)


def test_an_aware_time_comes_back_as_the_same_instant_in_utc(database: Database) -> None:
    at = datetime(2024, 4, 23, 12, 0, 0, 123456, tzinfo=MOSCOW_SUMMER)
    with database.transaction() as session:
        stored = add_source(session, "kabar", at)
    with database.transaction() as session:
        back = session.get_one(Source, stored).next_poll_at
        assert back == at
        assert back.tzinfo is UTC
        found = session.scalars(
            select(Source).where(
                col(Source.next_poll_at) <= datetime(2024, 4, 23, 8, 0, 1, tzinfo=UTC)
            )
        )
        assert [row.key for row in found] == ["kabar"]


def test_a_naive_time_is_refused(database: Database) -> None:
    no_zone = datetime(2024, 4, 23, 12, 0)  # noqa: DTZ001 - just that is refused

    with pytest.raises(StatementError, match="timezone"), database.transaction() as session:
        add_source(session, "kabar", no_zone)


@given(
    at=st.datetimes(
        min_value=datetime(1900, 1, 1),  # noqa: DTZ001 - a bound; the zone is drawn
        max_value=datetime(2200, 1, 1),  # noqa: DTZ001 - a bound; the zone is drawn
        timezones=st.timezones(),
    )
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_time_of_any_zone_comes_back_as_the_same_instant(
    database: Database, at: datetime
) -> None:
    with database.transaction() as session:
        session.connection().execute(text("DELETE FROM source"))
        stored = add_source(session, "kabar", at)
    with database.transaction() as session:
        assert session.get_one(Source, stored).next_poll_at == at.astimezone(UTC)


@given(name=st.text(st.characters(codec=None), max_size=40))
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_from_outside_can_be_stored(database: Database, name: str) -> None:
    with database.transaction() as session:
        session.connection().execute(text("DELETE FROM person"))
        add_person(session, name)
    (stored,) = names(database)
    with database.transaction() as session:
        assert session.scalars(select(Person).where(col(Person.key) == name)).one().name == stored
    assert "\x00" not in stored


def test_text_is_kept_in_nfc_without_what_a_database_refuses(database: Database) -> None:
    with database.transaction() as session:
        add_person(session, "O\u0308mer\x00 Kocaman\ud800")
    assert names(database) == ["Ömer Kocaman"]


def test_a_transaction_that_raises_leaves_nothing(database: Database) -> None:
    with pytest.raises(KeyError), database.transaction() as session:
        fail_half_way(session)
    assert names(database) == []


def test_a_refused_row_undoes_what_was_done_before_it(database: Database) -> None:
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add_all(
            Person(id=7, name=name, key=name) for name in ("Kadir Yaman", "Omar Sultanov")
        )
    assert names(database) == []


def test_rows_can_be_read_after_the_transaction(database: Database) -> None:
    with database.transaction() as session:
        row = add_person(session, "Kadir Yaman")
    assert row.name == "Kadir Yaman"


async def test_run_works_in_a_thread_and_gives_what_the_function_gives(database: Database) -> None:
    def where(session: Session, *, name: str) -> tuple[str, str]:
        return threading.current_thread().name, add_person(session, name).name

    thread, name = await database.run(where, name="Kadir Yaman")
    assert name == "Kadir Yaman"
    assert thread != threading.current_thread().name
    assert names(database) == ["Kadir Yaman"]


async def test_run_undoes_the_work_of_a_function_that_raises(database: Database) -> None:
    with pytest.raises(KeyError):
        await database.run(fail_half_way)
    assert names(database) == []


async def test_many_run_at_once(database: Database) -> None:
    await asyncio.gather(*(database.run(add_person, f"person {n}") for n in range(40)))
    assert len(names(database)) == 40


async def test_of_two_transactions_that_wait_for_each_other_both_are_done(
    postgres_url: str,
) -> None:
    database = Database(postgres_url)
    with database.transaction() as session:
        session.add_all(Person(name="", key=key) for key in ("one", "two"))
    both, begun = threading.Barrier(2), list[str]()

    def write(session: Session, name: str, first: str, second: str) -> None:
        begun.append(name)
        session.exec(update(Person).where(col(Person.key) == first).values(name=name))
        if len(begun) <= 2:
            both.wait(10)  # now each holds what the other wants
        session.exec(update(Person).where(col(Person.key) == second).values(name=name))

    await asyncio.gather(
        database.run(write, "Omar", "one", "two"), database.run(write, "Kadir", "two", "one")
    )
    assert len(begun) >= 3
    assert len(set(names(database))) == 1
    database.close()


async def test_a_cancelled_caller_returns_when_its_transaction_is_over(database: Database) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(session: Session) -> None:
        begun.set()
        go_on.wait(10)
        add_person(session, "Kadir Yaman")

    task = asyncio.create_task(database.run(slow))
    await asyncio.to_thread(begun.wait, 10)
    for _ in range(3):
        task.cancel()
        await asyncio.sleep(0)
    assert not task.done()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert names(database) == ["Kadir Yaman"]


async def test_the_loop_runs_on_while_a_transaction_waits(database: Database) -> None:
    go_on = threading.Event()
    task = asyncio.create_task(
        database.run(lambda session: (go_on.wait(10), add_person(session, "Kadir Yaman"))[0])
    )
    await asyncio.sleep(0)
    go_on.set()  # nobody could come here if the loop stood still
    assert await task


async def test_who_reads_sees_what_was_kept(database: Database) -> None:
    assert await database.read(_names) == []
    await database.run(add_person, "Kadir Yaman")
    assert await database.read(_names) == ["Kadir Yaman"]


async def test_who_reads_does_not_wait_for_who_writes(sqlite: Database) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def write(session: Session) -> None:
        add_person(session, "Kadir Yaman")
        begun.set()
        go_on.wait(10)

    writing = asyncio.create_task(sqlite.run(write))
    await asyncio.to_thread(begun.wait, 10)
    assert await sqlite.read(_names) == []
    assert not writing.done()
    go_on.set()
    await writing
    assert await sqlite.read(_names) == ["Kadir Yaman"]


async def test_what_one_reading_sees_is_of_one_moment(sqlite: Database) -> None:
    looked, go_on = threading.Event(), threading.Event()

    def look_twice(session: Session) -> tuple[list[str], list[str]]:
        before = _names(session)
        looked.set()
        go_on.wait(10)
        return before, _names(session)

    looking = asyncio.create_task(sqlite.read(look_twice))
    await asyncio.to_thread(looked.wait, 10)
    await sqlite.run(add_person, "Kadir Yaman")
    go_on.set()
    assert await looking == ([], [])


async def test_who_reads_can_change_nothing(sqlite: Database) -> None:
    with pytest.raises(DatabaseError, match="it may only be read"):
        await sqlite.read(add_person, "Kadir Yaman")
    assert names(sqlite) == []


def test_a_missing_directory_is_made(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'a' / 'b' / 'tco.db'}")
    database.upgrade()
    database.close()
    assert (tmp_path / "a" / "b" / "tco.db").exists()


def test_sqlite_is_set_up_for_several_processes(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        pragmas = {
            name: session.connection().execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1}


def test_a_short_name_of_postgresql_is_understood(postgres_url: str) -> None:
    database = Database(postgres_url.replace("postgresql://", "postgres://"))
    assert names(database) == []
    database.close()


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("data/tco.db", "not a URL"),
        ("", "not a URL"),
        ("postgresql://host:port/name", "not a URL"),
        ("mysql://host/name", "mysql is not a database that this bot speaks to"),
        ("postgresql+asyncpg://host/name", "postgresql+asyncpg is not a database"),
        ("sqlite://", "in memory"),
        ("sqlite:///:memory:", "in memory"),
        ("sqlite:///file:x?mode=memory&uri=true", "in memory"),
        ("sqlite:////proc/nothing/here/tco.db", "cannot be made"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_in_words(url: str, problem: str) -> None:
    with pytest.raises(DatabaseError) as caught:
        Database(url)
    assert problem in str(caught.value)
    assert caught.value.fix


def test_no_error_shows_the_password(tmp_path: Path) -> None:
    for url in (
        f"postgresql://tco:hunter2@/tco?host={tmp_path}",
        "mysql://tco:hunter2@host/tco",
        "postgresql://tco:hunter2@host:port/tco",
    ):
        with pytest.raises(DatabaseError) as caught:
            Database(url).upgrade()
        assert "hunter2" not in str(caught.value)


def test_a_server_that_does_not_answer_is_reported_in_words(tmp_path: Path) -> None:
    database = Database(f"postgresql://tco@/tco?host={tmp_path}")
    with pytest.raises(DatabaseError, match="no connection") as caught:
        database.upgrade()
    assert str(tmp_path) in caught.value.problem
    database.close()


def test_a_database_that_the_server_does_not_have_is_reported_in_words(postgres_url: str) -> None:
    database = Database(postgres_url.replace("/tco?", "/no_such?"))
    with pytest.raises(DatabaseError, match="no_such"):
        database.upgrade()
    database.close()


def test_a_file_that_is_no_database_is_reported_in_words(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("Dear diary, " * 100)
    database = Database(f"sqlite:///{tmp_path / 'notes.db'}")
    with pytest.raises(DatabaseError, match="not an SQLite database"):
        database.upgrade()
    database.close()


def test_a_directory_in_place_of_the_file_is_reported_in_words(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}")
    with pytest.raises(DatabaseError, match="cannot be opened"):
        database.upgrade()
    database.close()


def test_a_database_that_may_only_be_read_is_reported_in_words(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    with pytest.raises(DatabaseError, match="may only be read"), database.transaction() as session:
        write_although_forbidden(session)
    database.close()


def test_missing_tables_are_reported_in_words(tmp_path: Path, postgres_url: str) -> None:
    for url in (f"sqlite:///{tmp_path / 'empty.db'}", postgres_url):
        database = Database(url)
        with (
            pytest.raises(DatabaseError, match="tco-bot upgrade"),
            database.transaction() as session,
        ):
            session.connection().execute(text("SELECT * FROM nothing_like_this"))
        database.close()


async def test_free_connections_of_a_file_are_closed_when_memory_is_given_back(
    sqlite: Database,
) -> None:
    await sqlite.run(monitoring.probe)
    await sqlite.read(monitoring.probe)
    free: list[sqlite3.Connection] = []
    for connection in (sqlite.engine.raw_connection(), sqlite._reading.raw_connection()):
        driver = connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        free.append(driver)
        connection.close()

    await sqlite.give_back_memory()

    for driver in free:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            driver.execute("SELECT 1")
    await sqlite.run(monitoring.probe)
    await sqlite.read(monitoring.probe)


async def test_a_transaction_goes_on_while_memory_is_given_back(
    sqlite: Database, now: datetime
) -> None:
    with sqlite.transaction() as session:
        source(session, now)
        await sqlite.give_back_memory()
        source(session, now, key="another")
    with sqlite.transaction() as session:
        assert session.scalar(select(func.count(col(Source.id)))) == 2


async def test_a_server_keeps_its_own_memory(database: Database) -> None:
    await database.give_back_memory()
    await database.probe()
