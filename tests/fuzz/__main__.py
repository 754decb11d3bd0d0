"""`make fuzz`: a million inputs, a quarter for each of reading, feeds, pages and commands.

With every escape printed.

`python -m tests.fuzz [inputs] [seed]`.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bot.runtime import logs
from tests.fuzz.run import fuzz

AT_ONCE = 4_000


def main() -> int:
    """Run, tell how it goes, and return 1 when something escaped."""
    logs.setup(form="json", level="CRITICAL")
    wanted, seed = (*map(int, sys.argv[1:3]), *(1_000_000, 1)[len(sys.argv[1:3]) :])
    began, done, escapes = time.monotonic(), 0, 0
    while done < wanted:
        with tempfile.TemporaryDirectory(prefix="tco-fuzz-") as folder:
            count = min(AT_ONCE, wanted - done)
            found = asyncio.run(fuzz(count // 4, seed + done, Path(folder)))
        done, escapes = done + count, escapes + len(found)
        for escape in found:
            sys.stdout.write(f"{escape}\n")
        sys.stdout.write(f"{done:,} inputs, {escapes} escapes, {time.monotonic() - began:.0f} s\n")
        sys.stdout.flush()
    return int(escapes > 0)


if __name__ == "__main__":
    sys.exit(main())
