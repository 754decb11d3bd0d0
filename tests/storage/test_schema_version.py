"""Of which version the tables are, told without Alembic."""

import subprocess
import sys
from pathlib import Path

from alembic.script import ScriptDirectory

from storage import schema_version
from storage.database import Database
from storage.migrations import migrate, settings

ROOT = Path(__file__).parents[2]


def test_the_newest_revision_is_the_head_that_alembic_sees() -> None:
    assert schema_version.newest() == ScriptDirectory.from_config(settings()).get_current_head()


def test_a_database_without_tables_has_no_revision_and_a_new_one_the_newest(
    tmp_path: Path,
) -> None:
    database = Database(f"sqlite:///{tmp_path / 'tco.db'}")
    assert schema_version.revision_of(database.engine) is None

    database.upgrade()

    assert schema_version.revision_of(database.engine) == schema_version.newest()
    database.close()


def test_tables_of_before_are_told(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'tco.db'}")
    migrate(database.engine, where="here", to="0008")
    assert schema_version.revision_of(database.engine) == "0008"
    database.close()


def test_a_start_on_a_file_of_today_loads_nothing_that_may_never_be_needed(sqlite_url: str) -> None:
    spared = {"alembic", "trafilatura", "feedparser", "psycopg", "icalendar", "lxml", "PIL"}
    spared |= {"sqlalchemy.dialects.postgresql"}
    starts = (
        "import sys; from storage.database import Database; import bot.app; "
        f"d = Database({sqlite_url!r}); d.upgrade(); d.close(); "
        f"print(sorted({spared} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", starts], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
