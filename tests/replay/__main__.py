"""Replays a stretch of news and prints what it came to.

    python -m tests.replay FOLDER [--from 2022-11-01] [--to 2022-11-14] [--out FOLDER]

FOLDER holds the stretch as `tests.replay.stretch` describes it; it may stand in TCO_REPLAY instead.
With --out the database stays there, with all messages as text (`messages.txt`).
"""

import argparse
import asyncio
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from bot.runtime import logs
from tests.replay.figures import Month, look, summary
from tests.replay.life import live
from tests.replay.stretch import ZONE, read


async def _replay(folder: Path, first: date, last: date, out: Path) -> None:
    items = read(folder, first, last)
    if not items:
        sys.exit(f"{folder} holds nothing from {first} to {last}")
    life = await live(items, first, last, out)
    month = await look(life, out)
    (out / "messages.txt").write_text("\n\n".join(_lines(month)), "utf-8")
    sys.stdout.write(f"{len(items)} articles\n{summary(month, life, 'en')}\n")


def _lines(month: Month) -> list[str]:
    rows: list[str] = []
    for one in month.told:
        got = one.received
        head = f"===== {got.at.astimezone(ZONE):%a %d %b %H:%M} {got.chat} {one.kind}"
        rows.append(f"{head} event {one.event_id} #{got.remote} {' '.join(one.items)}\n{got.text}")
    return rows


def main() -> None:
    """Replay what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.replay")
    # It is none of the bot's settings, which refuse a name that they do not know.
    parser.add_argument("folder", nargs="?", default=os.environ.pop("TCO_REPLAY", ""))
    parser.add_argument("--from", dest="first", type=date.fromisoformat, default=date.min)
    parser.add_argument("--to", dest="last", type=date.fromisoformat, default=date.max)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    folder = Path(asked.folder)
    if not asked.folder or not folder.is_dir():
        sys.exit(
            "NOT REPLAYED: there is no stretch of news to replay; name its folder, or set "
            "TCO_REPLAY (tests/replay/stretch.py says what it holds)"
        )
    logs.setup(form="json", level="ERROR")
    items = read(folder, asked.first, asked.last)
    days = [item.published.astimezone(ZONE).date() for item in items] or [date.min]
    first, last = max(asked.first, days[0]), min(asked.last, days[-1])
    with tempfile.TemporaryDirectory(prefix="tco-replay-") as scratch:
        out = asked.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        for old in out.glob("*.db*"):
            old.unlink()
        asyncio.run(_replay(folder, first, last, out))


if __name__ == "__main__":
    main()
