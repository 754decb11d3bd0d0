"""Twenty and more ways to break a set-up, each with what the first line about it must name."""

import socket
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfoNotFoundError

from bot.cli.doctor import machine
from bot.language.name_forms import NameForms
from storage.backup import move
from storage.database import Database
from tests.cli.doctor.setup import (
    MATRIX_TOKEN,
    NOW,
    PASSWORD,
    TOKEN,
    WELL,
    Break,
    SetUp,
    good_telegram,
    homeserver,
    refusal,
    says,
    telegram,
)
from tests.feeds.server import Answer

NOBODY = "http://127.0.0.1:1"


class Usage(NamedTuple):
    """What `shutil.disk_usage` tells."""

    total: int
    used: int
    free: int


def misspelt(set_up: SetUp) -> None:
    set_up.set("TELEGRAM_TOKN", TOKEN)


def no_number(set_up: SetUp) -> None:
    set_up.set("WEB_PORT", "eighty")


def half_a_token(set_up: SetUp) -> None:
    set_up.set("TELEGRAM_TOKEN", "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1")


def no_account(set_up: SetUp) -> None:
    set_up.unset("TELEGRAM_TOKEN")


def unreadable_env_file(set_up: SetUp) -> None:
    (set_up.folder / ".env").write_bytes(b"TCO_LOG_LEVEL=\xff\xfe")


def folder_under_a_file(set_up: SetUp) -> None:
    (set_up.folder / "file").touch()
    set_up.set("DATA_DIR", "file/data")


def unwritable_folder(set_up: SetUp) -> None:
    set_up.set("DATA_DIR", "/proc")
    set_up.set("DATABASE_URL", f"sqlite:///{set_up.folder / 'elsewhere.db'}")


def full_disk(set_up: SetUp) -> None:
    set_up.patch.setattr("shutil.disk_usage", lambda _: Usage(10**9, 10**9, 5_000_000))


def little_memory(set_up: SetUp) -> None:
    meminfo = set_up.folder / "meminfo"
    meminfo.write_text("MemTotal: 500000 kB\nMemAvailable: 60000 kB\n")
    set_up.patch.setattr(machine, "_MEMINFO", meminfo)


def small_container(set_up: SetUp) -> None:
    limit = set_up.folder / "memory.max"
    limit.write_text("100000000\n")
    set_up.patch.setattr(machine, "_CGROUP", limit)


def no_time_zones(set_up: SetUp) -> None:
    def unknown(name: str) -> None:
        raise ZoneInfoNotFoundError(name)

    set_up.patch.setattr(machine, "ZoneInfo", unknown)


def open_secrets(set_up: SetUp) -> None:
    path = set_up.folder / ".env"
    path.write_text("TCO_LOG_LEVEL=INFO\n")
    path.chmod(0o644)


def _tables(set_up: SetUp) -> Path:
    database = Database(set_up.database)
    database.upgrade(NameForms())
    database.close()
    return set_up.folder / "data" / "tco-bot.db"


def damaged_database(set_up: SetUp) -> None:
    path = _tables(set_up)
    path.write_bytes(path.read_bytes()[:8192] + b"\0" * 50_000)


def no_database(set_up: SetUp) -> None:
    path = set_up.folder / "data" / "tco-bot.db"
    path.parent.mkdir()
    path.write_text("a letter to the editor\n" * 500)


def newer_database(set_up: SetUp) -> None:
    with closing(sqlite3.connect(_tables(set_up))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def moved_database(set_up: SetUp) -> None:
    _tables(set_up)
    old = Database(set_up.database)
    new = Database(f"sqlite:///{set_up.folder / 'new.db'}")
    move(old, new, NameForms())
    old.close()
    new.close()


def server_away(set_up: SetUp) -> None:
    set_up.set("DATABASE_URL", f"postgresql://diary:{PASSWORD}@127.0.0.1:1/diary")


def taken_port(set_up: SetUp) -> None:
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    set_up.held.append(taken)
    set_up.set("MONITOR_PORT", str(taken.getsockname()[1]))


def one_port_for_two(set_up: SetUp) -> None:
    set_up.set("WEB_PORT", "18080")
    set_up.set("WEB_URL", "https://diary.test")
    set_up.set("MONITOR_PORT", "18080")


def refused_token(set_up: SetUp) -> None:
    answer = {"ok": False, "error_code": 401, "description": "Unauthorized"}
    telegram(set_up.site, says(answer, 401))


def no_bot_api(set_up: SetUp) -> None:
    telegram(set_up.site, Answer(b"<html>Welcome</html>"))


def telegram_away(set_up: SetUp) -> None:
    set_up.set("TELEGRAM_BASE_URL", f"{NOBODY}/bot")


def webhook_left(set_up: SetUp) -> None:
    hook = f"https://other.test/{TOKEN}"
    telegram(set_up.site, says({"ok": True, "result": WELL}), hook)


def reads_all(set_up: SetUp) -> None:
    good_telegram(set_up.site, can_read_all_group_messages=True)


def no_inline(set_up: SetUp) -> None:
    good_telegram(set_up.site, supports_inline_queries=False)


def wrong_clock(set_up: SetUp) -> None:
    good_telegram(set_up.site, at=NOW + timedelta(hours=1))


def homeserver_away(set_up: SetUp) -> None:
    set_up.matrix(HOMESERVER=NOBODY, PASSWORD=PASSWORD)


def no_homeserver(set_up: SetUp) -> None:
    set_up.site.answer("/_matrix/client/versions", Answer(b"<html>It works!</html>"))
    set_up.matrix(PASSWORD=PASSWORD)


def stale_matrix_token(set_up: SetUp) -> None:
    homeserver(set_up.site, whoami=refusal("M_UNKNOWN_TOKEN", 401))
    set_up.matrix(TOKEN=MATRIX_TOKEN, DEVICE_ID="DIARY")


def other_device(set_up: SetUp) -> None:
    set_up.matrix(TOKEN=MATRIX_TOKEN, DEVICE_ID="OTHER")


def other_user(set_up: SetUp) -> None:
    set_up.matrix(TOKEN=MATRIX_TOKEN, DEVICE_ID="DIARY", USER="@somebody:example.org")


def wrong_password(set_up: SetUp) -> None:
    homeserver(set_up.site, login=refusal("M_FORBIDDEN", 403))
    set_up.matrix(PASSWORD=PASSWORD)


def damaged_keys(set_up: SetUp) -> None:
    keys = set_up.folder / "data" / "matrix" / "@diary:example.org_DIARY.db"
    keys.parent.mkdir(parents=True)
    keys.write_bytes(b"nothing that is a key" * 100)
    set_up.matrix(TOKEN=MATRIX_TOKEN, DEVICE_ID="DIARY")


def no_network(set_up: SetUp) -> None:
    telegram_away(set_up)
    set_up.sources(f"{NOBODY}/rss", f"{NOBODY}/atom")


def no_source(set_up: SetUp) -> None:
    set_up.sources(f"{NOBODY}/rss")


BREAKS: tuple[tuple[Break, str, str, str], ...] = (
    (misspelt, "wrong", "TCO_TELEGRAM_TOKN", "is not a setting"),
    (no_number, "wrong", "TCO_WEB_PORT", "eighty"),
    (half_a_token, "wrong", "TCO_TELEGRAM_TOKEN", "is not a bot token"),
    (no_account, "wrong", "TCO_MATRIX_HOMESERVER", "and so is TCO_TELEGRAM_TOKEN"),
    (unreadable_env_file, "wrong", ".env", "is not UTF-8"),
    (folder_under_a_file, "wrong", "TCO_DATA_DIR", "cannot be made"),
    (unwritable_folder, "wrong", "TCO_DATA_DIR", "nothing can be written"),
    (full_disk, "wrong", "disk", "5 MB are free"),
    (little_memory, "wrong", "memory", "61 MB"),
    (small_container, "wrong", "memory", "100 MB"),
    (no_time_zones, "wrong", "time zones", "does not know UTC"),
    (open_secrets, "look", "permissions", "may read .env"),
    (damaged_database, "wrong", "TCO_DATABASE_URL", "damaged"),
    (no_database, "wrong", "TCO_DATABASE_URL", "not an SQLite database"),
    (newer_database, "wrong", "database", "a newer version"),
    (moved_database, "wrong", "TCO_DATABASE_URL", "was moved to sqlite:///"),
    (server_away, "wrong", "TCO_DATABASE_URL", "no server answers"),
    (taken_port, "wrong", "TCO_MONITOR_PORT", "cannot be listened on"),
    (one_port_for_two, "wrong", "TCO_MONITOR_PORT", "TCO_WEB_PORT as well"),
    (refused_token, "wrong", "TCO_TELEGRAM_TOKEN", "refuses this token"),
    (no_bot_api, "wrong", "TCO_TELEGRAM_BASE_URL", "no Bot API"),
    (telegram_away, "wrong", "telegram", "cannot be reached"),
    (webhook_left, "look", "telegram webhook", "another program has a webhook"),
    (reads_all, "look", "telegram privacy", "all that groups say"),
    (no_inline, "look", "telegram inline", "is off"),
    (wrong_clock, "wrong", "clock", "3600 s behind"),
    (homeserver_away, "wrong", "TCO_MATRIX_HOMESERVER", "cannot be reached"),
    (no_homeserver, "wrong", "TCO_MATRIX_HOMESERVER", "no homeserver"),
    (stale_matrix_token, "wrong", "TCO_MATRIX_TOKEN", "does not accept"),
    (other_device, "wrong", "TCO_MATRIX_DEVICE_ID", "belongs to the device DIARY"),
    (other_user, "wrong", "TCO_MATRIX_USER", "belongs to @diary:example.org"),
    (wrong_password, "wrong", "TCO_MATRIX_PASSWORD", "M_FORBIDDEN"),
    (damaged_keys, "wrong", "@diary:example.org_DIARY.db", "damaged"),
    (no_network, "wrong", "network", "nobody that was asked can be reached"),
    (no_source, "wrong", "sources", "none of 1 can be fetched"),
)
"""What is broken, and of the first line: its mark, what its subject ends in, a part of its text."""
