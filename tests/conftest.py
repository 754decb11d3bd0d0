"""Fixtures for everybody: the present, and databases that have all tables and no rows."""

import fcntl
import gc
import logging
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

from config.catalogue_loader import load_catalogue
from storage.database import Database
from tests.engines import share_compiled_statements
from tests.postgres import PostgresServer, serve

pytest_plugins = ["tests.homeserver.plugin", "tests.coverage_floors", "tests.quick", "tests.order"]

# A busy machine is no failure, and what passed once passes again: new inputs are for `make fuzz`.
settings.register_profile("here", deadline=None, derandomize=True)
settings.load_profile("here")

share_compiled_statements()

CATALOGUE = load_catalogue()
"""Held for all tests, which would else load it anew each time."""


def pytest_xdist_auto_num_workers() -> int:
    """Return how many workers run the tests: more than there are cores, for a third only waits."""
    cores = os.cpu_count() or 1
    return cores + (cores + 1) // 2


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Let collections of garbage pass over what thousands of tests and all modules hold for good.

    A test that asks for one would wait a second for it.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture
def now() -> datetime:
    """The present: a Thursday morning, two days after the Geneva conference."""
    return datetime(2024, 4, 25, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables, to be copied; the first worker that wants it makes it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # that of the whole run
    path, made = folder / "template.db", folder / "template.made"
    with (folder / "template.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if not made.exists():
            database = Database(f"sqlite:///{path}")
            database.upgrade()
            database.close()
            made.touch()
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of an SQLite file with all tables."""
    shutil.copy(sqlite_template, tmp_path / "tco.db")
    return f"sqlite:///{tmp_path / 'tco.db'}"


@pytest.fixture
def data_dir(sqlite_template: Path, tmp_path: Path) -> Path:
    """A bot's data directory, whose database has all tables: the first start takes longest."""
    shutil.copy(sqlite_template, tmp_path / "tco-bot.db")
    return tmp_path


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """This worker's PostgreSQL server, started when the first test asks for it."""
    with serve(tmp_path_factory.getbasetemp().parent / "postgres.lock") as server:
        yield server


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> str:
    """The address of a PostgreSQL database with all tables."""
    return postgres.clean()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a database with all tables, on SQLite and on PostgreSQL in turn."""
    url: str = request.getfixturevalue(
        "sqlite_url" if request.param == "sqlite" else "postgres_url"
    )
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database with all tables, on SQLite and on PostgreSQL in turn.

    For tests of what the database does.
    """
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    """A database with all tables, on SQLite alone.

    For tests in which the database is not the point.
    """
    database = Database(sqlite_url)
    yield database
    database.close()


def plain_log() -> None:
    """Log for eyes; a traceback drawn with its local variables would take seconds on a busy
    machine."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.dev.ConsoleRenderer(
                colors=False, exception_formatter=structlog.dev.plain_traceback
            ),
        ]
    )


plain_log()


@pytest.fixture
def log_restored() -> Iterator[None]:
    """Undo what a test makes of the log of the whole process."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
    plain_log()
