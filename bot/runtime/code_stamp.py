"""Which code a process runs, told by its files."""

import hashlib
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_PARTS = ("bot", "config")
_KINDS = frozenset({".py", ".toml"})


@cache
def code_stamp() -> bytes:
    """Return what differs once a file of the code or of its data was replaced, in hexadecimal.

    Remembered: it tells what was there when it was first asked for, which is when a process starts.
    """
    told = hashlib.sha256()
    for part in _PARTS:
        for path in sorted((_ROOT / part).rglob("*")):
            if path.suffix in _KINDS:
                status = path.stat()
                told.update(f"{path.relative_to(_ROOT)} {status.st_size} ".encode())
                told.update(b"%d\n" % status.st_mtime_ns)
    return told.hexdigest().encode()
