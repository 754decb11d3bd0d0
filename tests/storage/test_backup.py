"""Saving, moving and checking a database, and what it says when it cannot be written."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlmodel import Session, func, select

from bot.language.name_forms import NameForms
from storage import chats, outbox, quiet_hours, search, sending
from storage.backup import back_up, check, move
from storage.database import Database
from storage.enums import DeliveryState
from storage.errors import DatabaseError, DatabaseMoved
from storage.models import Chat, Delivery, Event
from tests.storage.things import begun, filed


def fill(database: Database, now: datetime) -> None:
    """Three chats, an event, and alerts in several states."""
    with database.transaction() as session:
        for number in range(3):
            chat = chats.ensure(session, "telegram", str(number), "", now, title="Ömer · Өмер")
            chats.subscribe(session, chat.id, "organization", "ots")
        outbox.enqueue_alerts(session, filed(session, now, "geneva"), now)
        first, _second = begun(session, now, limit=2)
        sending.sent(session.connection(), first.id, "message 7", now)


def write_much(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        for number in range(1000):
            chats.ensure(session, "telegram", f"chat {number}", "", now, title="x" * 500)


def contents(session: Session) -> list[tuple[str, str | None]]:
    return [(one.state, one.remote_id) for one in reversed(outbox.deliveries(session))]


EXPECTED = [("sent", "message 7"), ("sending", None), ("pending", None)]


def test_a_living_database_moves_to_postgresql_with_all_that_is_owed(
    sqlite: Database, postgres_url: str, now: datetime
) -> None:
    fill(sqlite, now)
    target = Database(postgres_url)
    rows = move(sqlite, target, NameForms())
    assert (rows["chat"], rows["delivery"], rows["event"]) == (3, 3, 1)
    with target.transaction() as session:
        assert contents(session) == EXPECTED
        assert chats.get(session, 1).title == "Ömer · Өмер"
        assert search.find(session, [["geneva"]], limit=5) == [session.scalar(select(Event.id))]
        new = chats.ensure(session, "telegram", "new", "", now)
        assert new.id == 4, "ids go on after those that came"
    target.close()


def test_a_move_tells_how_far_it_has_come(sqlite: Database, tmp_path: Path, now: datetime) -> None:
    fill(sqlite, now)
    target = Database(f"sqlite:///{tmp_path / 'new.db'}")
    told: list[tuple[str, int, int]] = []
    rows = move(sqlite, target, NameForms(), lambda *step: told.append(step))
    target.close()
    carried = [done for _, done, _ in told]
    assert carried == sorted(carried)
    assert told[-1][1:] == (sum(rows.values()), sum(rows.values()))


def test_rows_that_refer_to_a_later_row_of_their_table_move_as_well(
    sqlite: Database, postgres_url: str, now: datetime
) -> None:
    with sqlite.transaction() as session:
        chat = chats.ensure(session, "telegram", "1", "", now)
        chats.subscribe(session, chat.id, "organization", "ots")
        chats.update(session, chat.id, hushed=True, quiet_turn_at=now + timedelta(hours=1))
        part, whole = filed(session, now, "a part"), filed(session, now, "the whole")
        session.get_one(Event, part).parent_id = whole
        for event_id in (part, whole):
            outbox.enqueue_alerts(session, event_id, now)
        quiet_hours.release(session, chat, now)
    target = Database(postgres_url)
    move(sqlite, target, NameForms())
    with target.transaction() as session:
        assert session.get_one(Event, part).parent_id == whole
        catch_up = outbox.deliveries(session)[0]
        assert quiet_hours.told_within(session, catch_up.id) == [part, whole]
    target.close()


def test_a_database_that_moved_takes_no_change_and_says_where_it_went(
    sqlite: Database, postgres_url: str, now: datetime
) -> None:
    fill(sqlite, now)
    target = Database(postgres_url)
    move(sqlite, target, NameForms())
    target.close()
    with (
        pytest.raises(
            DatabaseMoved, match=r"this database was moved to postgresql.*Set TCO_DATABASE_URL"
        ),
        sqlite.transaction() as session,
    ):
        begun(session, now)
    with sqlite.transaction() as session:
        assert contents(session) == EXPECTED


def test_nothing_moves_into_a_database_that_is_not_empty(
    sqlite: Database, tmp_path: Path, now: datetime
) -> None:
    fill(sqlite, now)
    full = Database(f"sqlite:///{tmp_path / 'full.db'}")
    full.upgrade()
    fill(full, now)
    with pytest.raises(DatabaseError, match="it is not empty"):
        move(sqlite, full, NameForms())
    full.close()
    with sqlite.transaction() as session:
        assert len(begun(session, now)) == 1, "the old one goes on"


def test_a_backup_is_made_while_others_write_and_can_be_used(
    database: Database, tmp_path: Path, now: datetime
) -> None:
    fill(database, now)
    with database.transaction() as writing:
        chats.ensure(writing, "telegram", "not kept yet", "", now)
        writing.flush()
        back_up(database, tmp_path / "saved.db")
    saved = Database(f"sqlite:///{tmp_path / 'saved.db'}")
    check(saved)
    saved.upgrade()
    with saved.transaction() as session:
        assert contents(session) == EXPECTED
        assert session.scalar(select(func.count()).select_from(Chat)) == 3
    saved.close()
    with pytest.raises(DatabaseError, match="is there already"):
        back_up(database, tmp_path / "saved.db")


def test_a_damaged_file_is_found_at_the_start(
    sqlite: Database, sqlite_url: str, now: datetime
) -> None:
    fill(sqlite, now)
    with sqlite.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT").close()
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sqlite.close()
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    damaged = bytearray(path.read_bytes())
    for page in range(2, len(damaged) // 4096):
        damaged[page * 4096 + 8 : page * 4096 + 200] = b"\xff" * 192
    path.write_bytes(damaged)
    broken = Database(sqlite_url)
    with pytest.raises(DatabaseError, match="damaged"):
        check(broken)
    broken.close()


@pytest.mark.parametrize(
    ("pragma", "words"),
    [
        ("PRAGMA query_only = ON", "it may only be read"),
        ("PRAGMA max_page_count = 1", "the disk is full"),
    ],
    ids=["read-only", "full"],
)
def test_a_database_that_cannot_be_written_says_why_and_loses_nothing(
    sqlite_url: str, now: datetime, pragma: str, words: str
) -> None:
    before = Database(sqlite_url)
    fill(before, now)
    before.close()
    hampered = Database(sqlite_url)

    def hamper(connection: object, _record: object) -> None:
        connection.execute(pragma)  # type: ignore[attr-defined]  # sqlite3's connection

    event.listen(hampered.engine, "connect", hamper)
    with pytest.raises(DatabaseError, match=words):
        write_much(hampered, now)
    hampered.close()
    after = Database(sqlite_url)
    with after.transaction() as session:
        assert contents(session) == EXPECTED
        assert (
            session.scalar(
                select(func.count())
                .select_from(Delivery)
                .where(Delivery.state == DeliveryState.PENDING)
            )
            == 1
        )
    after.close()
