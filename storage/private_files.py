"""Files and folders that nobody else may look into: they hold what chats follow, and keys."""

import contextlib
import os
from pathlib import Path

OTHERS = 0o077
"""The permission bits of everybody but the owner."""


def make_file(path: Path) -> None:
    """Make an empty file for the owner alone, unless it is there; then it is closed to others.

    What cannot be done is left to whoever opens the file, who says it better.
    """
    with contextlib.suppress(OSError):
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    close_to_others(path)


def close_to_others(path: Path) -> None:
    """Take all permissions from everybody but the owner, where the file is there and ours."""
    with contextlib.suppress(OSError):
        status = path.stat()
        if status.st_uid == os.geteuid() and status.st_mode & OTHERS:
            path.chmod(status.st_mode & ~OTHERS & 0o7777)
