"""The way of the tables from version to version."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, select, text
from sqlmodel import SQLModel, col

from bot.language.name_forms import NameForms
from bot.pipeline.known_people import find_by_sound
from storage import articles, enqueuing, outbox, quiet_hours, reminders, search
from storage.database import Database
from storage.delivery_subjects import note_subject
from storage.engine import open_engine, parse
from storage.enums import DeliveryKind
from storage.errors import DatabaseError
from storage.event_rows import EventRow
from storage.migrations import migrate, settings
from storage.migrations.__main__ import write_revision
from storage.models import Chat, Event, Person
from storage.search import is_ours
from tests.postgres import PostgresServer
from tests.storage.things import enqueue_digest


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.bare()


@pytest.fixture
def empty(empty_url: str) -> Iterator[Engine]:
    engine = open_engine(parse(empty_url))
    yield engine
    engine.dispose()


def test_models_and_migrations_agree(empty: Engine) -> None:
    migrate(empty, where="here")
    with empty.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_ours}
        )
        assert compare_metadata(context, SQLModel.metadata) == []


def test_a_difference_between_models_and_migrations_would_be_seen(empty: Engine) -> None:
    migrate(empty, where="here")
    with empty.begin() as connection:
        connection.execute(text("ALTER TABLE chat DROP COLUMN title"))
        connection.execute(text("DROP INDEX ix_chat_state_next_digest_at_id"))
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_ours}
        )
        assert {change[0] for change in compare_metadata(context, SQLModel.metadata)} == {
            "add_column",
            "add_index",
        }


def test_the_way_leads_back_to_an_empty_database_and_there_again(empty: Engine) -> None:
    migrate(empty, where="here")
    migrate(empty, where="here", to="base", back=True)
    assert inspect(empty).get_table_names() == ["alembic_version"]
    migrate(empty, where="here")
    assert set(SQLModel.metadata.tables) <= set(inspect(empty).get_table_names())


def test_upgrading_twice_changes_nothing(empty_url: str) -> None:
    database = Database(empty_url)
    database.upgrade()
    with database.transaction() as session:
        session.connection().execute(
            text("INSERT INTO person (name, key) VALUES ('Kadir Yaman', 'kadir yaman')")
        )
    database.upgrade()
    with database.transaction() as session:
        assert session.connection().execute(text("SELECT name FROM person")).all() == [
            ("Kadir Yaman",)
        ]
    database.close()


def test_articles_are_recognised_by_the_keys_that_they_had_before_these_became_numbers(
    empty_url: str,
) -> None:
    database = Database(empty_url)
    migrate(database.engine, where="here", to="0007")
    with database.transaction() as session:
        plain = session.connection()
        plain.execute(
            text(
                "INSERT INTO source (id, key, name, url, kind, language, enabled, "
                "interval_seconds, next_poll_at, failures)"
                " VALUES (7, 'kabar', 'Kabar', 'https://kabar.example', 'feed', "
                "'ky', true, 600, '2024-04-23', 0)"
            )
        )
        plain.execute(
            text(
                "INSERT INTO article (id, source_id, identity, url, title, text, "
                "first_seen_at, content_hash, state, next_read_at)"
                " VALUES (1, 7, 'a', 'https://kabar.example/a', 'First', 'Text.', "
                "'2024-04-23', 'h', 'old', '2024-04-23')"
            )
        )
        plain.execute(
            text("INSERT INTO articlekey (key, article_id) VALUES ('a', 1), ('number 1', 1)")
        )
    database.upgrade()
    with database.transaction() as session:
        assert {
            key: one.title
            for key, one in articles.known_by(session.connection(), ["a", "number 1", "b"]).items()
        } == {
            "a": "First",
            "number 1": "First",
        }
    database.close()


def test_names_stored_by_an_old_version_are_found_in_every_script_after_the_upgrade(
    empty_url: str,
) -> None:
    database = Database(empty_url)
    migrate(database.engine, where="here", to="0002")
    with database.transaction() as session:
        plain = session.connection()
        plain.execute(
            text(
                "INSERT INTO person (id, name, key) VALUES (5, 'Кубанычбек Омуралиев', 'omuraliev')"
            )
        )
        plain.execute(
            text(
                "INSERT INTO event (id, title, kind, language, tense, country, "
                "found_at, changed_at)"
                " VALUES (3, 'Мурас форуму', 'forum', 'ky', 'past', 'Kyrgyzstan', '2024-04-23',"
                " '2024-04-23')"
            )
        )
    database.upgrade(NameForms())
    with database.transaction() as session:
        person = session.get_one(Person, 5)
        assert person.sound == NameForms().sound("Kubanychbek Omuraliev")
        assert find_by_sound(session, "Ömüraliyev") == [person]
        assert search.find(session, [["muras"]], limit=1) == [3]
    database.close()


def test_old_names_are_not_upgraded_by_whoever_knows_no_languages(empty_url: str) -> None:
    database = Database(empty_url)
    migrate(database.engine, where="here", to="0005")
    with database.transaction() as session:
        session.connection().execute(
            text("INSERT INTO person (name, key) VALUES ('Kadir Yaman', 'kadir yaman')")
        )
    with pytest.raises(RuntimeError, match="hand in what works out"):
        database.upgrade()
    with database.transaction() as session:
        version = session.connection().execute(text("SELECT version_num FROM alembic_version"))
        assert version.scalar() == "0005"
    database.close()


OLD_EVENT = (
    "INSERT INTO event (id, title, kind, language, tense, starts_on, found_at, changed_at)"
    " VALUES (3, 'Summit', 'summit', 'en', 'future', '2026-12-02', '2026-11-20', '2026-11-20')"
)
OLD_NOTE = (
    "INSERT INTO note (id, kind, text, author, created_at)"
    " VALUES (12, 'broadcast', 'Hello', '', '2026-11-20')"
)
OLD_CHAT = (
    "INSERT INTO chat (id, platform, address, thread, language, timezone, mode, digest_days,"
    " reminders, state, created_at)"
    " VALUES (:id, 'telegram', :address, '', 'en', 'UTC', 'both', 127, :reminders, 'active',"
    " '2026-11-01')"
)
OLD_SUBSCRIPTION = "INSERT INTO subscription (chat_id, topic, subject) VALUES (4, 'kind', 'summit')"
OLD_DELIVERY = (
    "INSERT INTO delivery (chat_id, platform, kind, subject, event_id, state, attempts,"
    " created_at, next_attempt_at, reason)"
    " VALUES (4, 'telegram', :kind, :subject, :event, :state, 1, '2026-11-29', '2026-11-29',"
    " :reason)"
)
OLD_DELIVERIES = (
    ("alert", "event:3", 3, "told", "within the catch-up 2026-11-29T07:00:00+00:00"),
    ("alert", "event:1", None, "told", "within the catch-up 2020-01-01T07:00:00+00:00"),
    ("edit", "event:3", 3, "uncertain", "no answer in time"),
    ("change", "event:3 7", 3, "held", None),
    ("reminder", "event:3 day 2026-12-02", 3, "pending", None),
    ("reminder", "event:3 hour 2026-12-02", 3, "sending", None),
    ("digest", "2026-11-28", None, "sent", None),
    ("digest", "2026-11-29", None, "pending", None),
    ("note", "note:12", None, "pending", None),
    ("note", "note:99", None, "failed", "gone"),
    ("catchup", "2026-11-29T07:00:00+00:00", None, "pending", None),
)


def _old_database(url: str) -> Database:
    """A database of revision 0008 with living rows, of which each form of subject is one."""
    database = Database(url)
    migrate(database.engine, where="here", to="0008")
    with database.transaction() as session:
        plain = session.connection()
        plain.execute(text(OLD_EVENT))
        plain.execute(text(OLD_NOTE))
        for number, wanted in enumerate(("", "day", "hour", "day hour"), 1):
            values = {"id": number, "address": str(number), "reminders": wanted}
            plain.execute(text(OLD_CHAT), values)
        plain.execute(text(OLD_SUBSCRIPTION))
        for row in OLD_DELIVERIES:
            names = ("kind", "subject", "event", "state", "reason")
            plain.execute(text(OLD_DELIVERY), dict(zip(names, row, strict=True)))
    return database


def test_what_was_owed_in_the_old_form_is_owed_in_columns(empty_url: str) -> None:
    database = _old_database(empty_url)
    database.upgrade()
    with database.transaction() as session:
        rows = sorted(outbox.deliveries(session), key=lambda delivery: delivery.id)
        about = [
            (row.kind, row.state, row.revision, row.day, row.lead, row.note_id) for row in rows
        ]
        day, event_day = date(2026, 11, 29), date(2026, 12, 2)
        assert about == [
            ("alert", "told", None, None, None, None),
            ("alert", "told", None, None, None, None),
            ("edit", "uncertain", None, None, None, None),
            ("change", "held", 7, None, None, None),
            ("reminder", "pending", None, event_day, "day", None),
            ("reminder", "sending", None, event_day, "hour", None),
            ("digest", "sent", None, date(2026, 11, 28), None, None),
            ("digest", "pending", None, day, None, None),
            ("note", "pending", None, None, None, 12),
            ("note", "failed", None, None, None, None),
            ("catchup", "pending", None, None, None, None),
        ]
        assert [row.told_in_id for row in rows[:3]] == [rows[-1].id, None, None]
        assert rows[1].reason == "within the catch-up 2020-01-01T07:00:00+00:00"
        assert quiet_hours.told_within(session, rows[-1].id) == [3]
        wanted = session.scalars(select(Chat).order_by(col(Chat.id))).all()
        assert [(chat.remind_day, chat.remind_hour) for chat in wanted] == [
            (False, False),
            (True, False),
            (False, True),
            (True, True),
        ]
    database.close()


def test_what_was_owed_before_the_upgrade_is_not_owed_again_after_it(empty_url: str) -> None:
    database, now = _old_database(empty_url), datetime(2026, 11, 29, 9, tzinfo=UTC)
    database.upgrade()
    with database.transaction() as session:
        event = EventRow.of(session.get_one(Event, 3))
        assert outbox.enqueue_alerts(session, 3, now) == 0
        assert outbox.enqueue_change(session, 3, 7, now) == 0
        assert not enqueue_digest(session, 4, date(2026, 11, 29), now)
        assert enqueuing.enqueue(session, DeliveryKind.NOTE, note_subject(12), [4], now) == 0
        for group in reminders.groups(session):
            assert reminders.enqueue_reminders(session, event, group, now) == 0
        assert outbox.enqueue_change(session, 3, 8, now) == 1
    database.close()


def test_an_upgrade_that_is_taken_back_gives_the_old_form_again(empty_url: str) -> None:
    database = _old_database(empty_url)
    rows = text("SELECT kind, subject, state, reason FROM delivery ORDER BY id")
    chats = text("SELECT id, reminders FROM chat ORDER BY id")
    with database.engine.connect() as connection:
        before = connection.execute(rows).all(), connection.execute(chats).all()
    database.upgrade()
    migrate(database.engine, where="here", to="0008", back=True)
    with database.engine.connect() as connection:
        assert (connection.execute(rows).all(), connection.execute(chats).all()) == before
    database.close()


def test_a_database_made_by_a_newer_version_is_left_alone(empty_url: str) -> None:
    database = Database(empty_url)
    database.upgrade()
    with database.transaction() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="newer version of the program"):
        database.upgrade()
    database.close()


def test_an_upgrade_that_fails_half_way_leaves_nothing(empty: Engine) -> None:
    with empty.begin() as connection:
        connection.execute(
            text("CREATE TABLE person (id INTEGER)")
        )  # stands in the way of the first revision's third table
    with pytest.raises(Exception, match="person"):
        migrate(empty, where="here")
    assert inspect(empty).get_table_names() == ["person"]


def test_foreign_keys_hold_again_after_an_upgrade(empty: Engine) -> None:
    migrate(empty, where="here")
    with empty.connect() as connection, pytest.raises(Exception, match=r"(?i)foreign key"):
        connection.execute(
            text("INSERT INTO subscription (chat_id, topic, subject) VALUES (1, 'kind', 'summit')")
        )


def test_there_is_one_line_of_revisions() -> None:
    assert len(ScriptDirectory.from_config(settings()).get_heads()) == 1


def test_a_revision_written_by_machine_keeps_indexes_of_few_rows_small_on_both(
    tmp_path: Path,
) -> None:
    config = settings()
    config.set_main_option("version_locations", str(tmp_path))
    write_revision("Everything anew", config)
    (written,) = tmp_path.glob("0001_*.py")
    for database in ("sqlite", "postgresql"):
        few = re.findall(rf"{database}_where=sa.text\([\"'](\w+) IS NOT NULL", written.read_text())
        assert set(few) == {
            "cancel_proof", "merged_into", "outcome_at", "refused_since", "told_in_id",
            "try_again_at",
        }  # fmt: skip


def test_a_revision_written_by_machine_runs_on_both_databases(
    empty: Engine, tmp_path: Path
) -> None:
    config = settings()
    config.set_main_option("version_locations", str(tmp_path))
    write_revision("Everything anew", config)
    (written,) = tmp_path.glob("0001_*.py")
    assert written.read_text().startswith('"""Everything anew.')
    migrate(empty, where="here", config=config)
    with empty.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_ours}
        )
        assert compare_metadata(context, SQLModel.metadata) == []
