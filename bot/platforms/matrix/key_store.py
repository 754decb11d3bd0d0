"""The file in which matrix-nio keeps the keys of the bot's device, looked through before its use.

With damaged keys a bot is there and silent: it can neither read nor be read. So a damaged file is a
sentence at the start, as a damaged database is. A file that cannot be written for a while (a full
disk, a lock) is no damage: what is owed waits.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from nio import ClientConfig
from nio.store import DefaultStore
from peewee import OperationalError, PeeweeException

from bot.platforms.base import Address, TryLater
from config.errors import ConfigError, TcoError

STORE_ERRORS = (PeeweeException, sqlite3.Error)
"""What matrix-nio lets through when its store cannot be read or written."""

_FIX = (
    "Restore the whole folder from a backup, or move it away to log in as a new device, which"
    " cannot read what was encrypted before"
)


class KeyStoreFailed(TcoError):
    """The key store cannot be used for now.

    Attributes:
        path: Its file.
    """

    def __init__(self, path: Path, error: Exception) -> None:
        self.path = path
        super().__init__(f"the key store {path} cannot be used: {error}")


def check(directory: Path, user_id: str, device_id: str) -> None:
    """Look through the keys of a device for damage; a device that has none yet is well.

    Raises:
        ConfigError: They are damaged.
        KeyStoreFailed: The file cannot be read for now.
    """
    path = directory / f"{user_id}_{device_id}.db"
    if not path.exists():
        return
    try:
        found = _damage(path) or _unreadable(path, user_id, device_id)
    except (OperationalError, sqlite3.OperationalError) as error:
        raise KeyStoreFailed(path, error) from error
    if found is not None:
        raise ConfigError(str(path), f"the encryption keys are damaged ({found})", _FIX)


def _damage(path: Path) -> str | None:
    """Return what is wrong with the file, or None."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if found == "ok" else str(found)


def _unreadable(path: Path, user_id: str, device_id: str) -> str | None:
    """Return why what is in a sound file cannot be taken for keys, or None."""
    try:
        store = DefaultStore(user_id, device_id, str(path.parent), ClientConfig().pickle_key)
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it raises, it would raise at each start
        return type(error).__name__
    try:
        if store.load_account() is None:
            return "there is none of this device"
        store.load_sessions()
        store.load_inbound_group_sessions()
        store.load_device_keys()
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return type(error).__name__
    finally:
        store.database.close()
    return None


@contextmanager
def storing(address: Address) -> Iterator[None]:
    """Turn a failing key store into what it means for a message to `address`.

    A second try is the same event, so one that may have left already is simply tried again.

    Raises:
        TryLater: It failed.
    """
    try:
        yield
    except (*STORE_ERRORS, KeyStoreFailed) as error:
        reason = f"the key store cannot be used: {error}"
        raise TryLater(address, reason, everywhere=True) from error
