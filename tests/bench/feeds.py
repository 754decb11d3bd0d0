"""Polling: feeds a second, CPU and memory for changed, unchanged-by-304 and unchanged-by-hash
feeds.

Beside it stand the floor, a bare `feedparser.parse` of the same bytes, and lemon24/reader updating
the same sources from the same server, in an environment of its own. `BENCH_FEEDS` sets the number
of feeds (200 unless given). Before it, the reading of an article's page beside bare trafilatura.
"""

import asyncio
import io
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.request import urlopen

import feedparser
from sqlmodel import Session, col, func, select

from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.guard import Guard
from bot.feeds.http.messages import FetchLimits
from bot.feeds.http.rate_limit import HostRateLimiter
from bot.feeds.options import PollOptions
from bot.feeds.parsing.pool import Workers
from bot.feeds.polling.poller import Poller
from bot.runtime import logs
from config.sources import SourceSpec
from storage import sources
from storage.database import Database
from storage.models import Source
from tests.bench.feed_server import ITEMS, document
from tests.feeds.pages import built

KINDS = ("renewed", "changed", "validated", "same")
NAMES = {
    "renewed": "changed, every item new",
    "changed": "changed, one new item",
    "validated": "unchanged by 304",
    "same": "unchanged by hash",
}
SOURCES = 2_000
HOSTILE = ("hanging", "dripping", "failing")
NOW = datetime(2024, 4, 26, tzinfo=UTC)
PAGE_URL = "https://outlet.example/news/7"
MOST_TIMES = 1.3
"""Of bare trafilatura's time the page step may take at most."""

PEER = Path(__file__).parents[2] / ".bench" / "bin" / "python"


@dataclass(frozen=True)
class Cost:
    """What one kind of update cost.

    Attributes:
        feeds: How many were updated.
        seconds: Wall-clock time.
        cpu: Seconds of processor time, of all the processes of the one measured.
        memory: Peak resident bytes, of all of them together.
    """

    feeds: int
    seconds: float
    cpu: float
    memory: int

    @property
    def rate(self) -> float:
        """Feeds a second."""
        return self.feeds / self.seconds

    @property
    def each(self) -> float:
        """Milliseconds of processor time a feed."""
        return 1000 * self.cpu / self.feeds


@contextmanager
def _serving() -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.feed_server"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        lines = iter(process.stdout.readline, "")
        yield next(
            match[0] for line in lines if (match := re.search(r"http://127\.0\.0\.1:\d+", line))
        )
    finally:
        process.kill()  # it may hold requests that it never answers
        process.wait()


def _floor(feeds: int) -> Cost:
    body = document(0, "o1.example")
    start, cpu = time.perf_counter(), time.process_time()
    for _ in range(feeds):
        feedparser.parse(io.BytesIO(body))
    return Cost(feeds, time.perf_counter() - start, time.process_time() - cpu, 0)


def _cpu(*pids: int) -> float:
    """Processor time of processes so far, user and system."""
    ticks = os.sysconf("SC_CLK_TCK")
    return (
        sum(
            sum(
                map(
                    int,
                    Path(f"/proc/{pid}/stat")
                    .read_text(encoding="utf-8")
                    .rpartition(")")[2]
                    .split()[11:13],
                )
            )
            for pid in pids
        )
        / ticks
    )


def _peak(*pids: int) -> int:
    status = [Path(f"/proc/{pid}/status").read_text(encoding="utf-8") for pid in pids]
    return sum(
        int(match[1]) * 1024 for text in status if (match := re.search(r"VmHWM:\s+(\d+)", text))
    )


@asynccontextmanager
async def _poller(
    folder: Path, base: str, kind: str, feeds: int, hostile: int = 0
) -> AsyncIterator[tuple[Poller, Workers, Database]]:
    database = Database(f"sqlite:///{Path(tempfile.mkdtemp(dir=folder)) / 'feeds.db'}")
    database.upgrade()
    paths = [f"{HOSTILE[n % 3]}/{n}" if n < hostile else f"{kind}/{n}" for n in range(feeds)]
    specs = [
        SourceSpec(key=f"s{n}", name="Outlet", url=f"{base}/{path}", language="en", certainty="A")
        for n, path in enumerate(paths)
    ]
    await database.run(sources.sync, specs, NOW)
    pace = HostRateLimiter(per_host=10_000, gap=0)  # one host stands for many here
    try:
        async with (
            Workers(2) as workers,
            Fetcher(
                Guard(["127.0.0.1"]), user_agent="bench", limits=FetchLimits(deadline=20), pace=pace
            ) as fetcher,
        ):
            yield (
                Poller(database, fetcher, workers, PollOptions(first_age=None, max_age=None)),
                workers,
                database,
            )
    finally:
        database.close()


async def _ours(folder: Path, base: str, kind: str, feeds: int) -> Cost:
    async with _poller(folder, base, kind, feeds) as (poller, workers, _):
        await poller.poll_due(NOW)
        if kind in ("changed", "renewed"):
            # Our own server, and nothing else runs.
            urlopen(f"{base}/next").read()  # noqa: S310, ASYNC210 - loopback; floor blocks too
        pids = [os.getpid(), *workers.pids]
        start, cpu = time.perf_counter(), _cpu(*pids)
        report = await poller.poll_due(NOW + timedelta(days=1))
        cost = Cost(feeds, time.perf_counter() - start, _cpu(*pids) - cpu, _peak(*pids))
        told = {
            "renewed": report.articles / ITEMS,
            "changed": report.articles,
            "validated": report.not_modified,
            "same": report.unchanged,
        }
        assert (report.polled, report.failed, told[kind]) == (feeds, 0, feeds), report
        return cost


async def _beside(folder: Path, base: str, feeds: int, hostile: int) -> float:
    """Return after how many seconds `feeds` sources are read beside hostile ones, which are the
    first to be polled."""
    async with _poller(folder, base, "same", feeds + hostile, hostile) as (poller, _, database):
        start = time.perf_counter()
        round_ = asyncio.create_task(poller.poll_due(NOW))
        # What is waited for is in the database.
        while await database.run(_read_sources) < feeds:  # noqa: ASYNC110 - of another process
            await asyncio.sleep(0.05)
        seconds = time.perf_counter() - start
        round_.cancel()
        await asyncio.gather(round_, return_exceptions=True)
        return seconds


def _read_sources(session: Session) -> int:
    return session.exec(select(func.count()).where(col(Source.last_ok_at).is_not(None))).one()


def _peer(folder: Path, base: str, kind: str, feeds: int) -> Cost | None:
    if not PEER.exists():
        return None
    script = Path(__file__).with_name("feed_peer.py")
    command = [str(PEER), str(script), str(folder / f"reader-{kind}.db"), base, kind, str(feeds)]
    answer = json.loads(
        # Our own.
        subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    )
    return Cost(feeds, answer["seconds"], answer["cpu"], answer["memory"])


def _pages() -> Iterator[str]:
    """Yield what the page step costs beside bare trafilatura, over the article pages of outlets.

    Processor time, fetching left out, the best of three; trafilatura is asked for the same things
    (text and metadata, no comments) with its own settings.
    """
    # Here, since the bot itself loads neither, and what is loaded makes each collection of garbage
    # dearer in what is measured after.
    import trafilatura  # noqa: PLC0415 - not counted in the other rows

    from bot.feeds.parsing.article_page import read_page  # noqa: PLC0415 - not counted elsewhere

    pages = built()
    bodies = [page.html.encode() for page in pages]

    def ours() -> None:
        for body in bodies:
            read_page(body, {}, PAGE_URL)

    def bare() -> None:
        for page in pages:
            trafilatura.bare_extraction(
                page.html, url=PAGE_URL, include_comments=False, with_metadata=True
            )

    def text_alone() -> None:
        for page in pages:
            trafilatura.extract(page.html, url=PAGE_URL, include_comments=False)

    ours_ms, bare_ms, text_ms = (_best(step) / len(pages) for step in (ours, bare, text_alone))
    yield (
        f"reading a page ({len(pages)} of outlets): {ours_ms:.2f} ms; bare trafilatura "
        f"{bare_ms:.2f} ms, {ours_ms / bare_ms:.2f} times; its text alone {text_ms:.2f} ms, "
        f"{ours_ms / text_ms:.2f} times (at most {MOST_TIMES} wanted)"
    )


def _best(step: Callable[[], None]) -> float:
    """Return the least of three processor times of `step` in milliseconds, after a first run."""
    times = []
    for _ in range(4):
        start = time.process_time()
        step()
        times.append(1000 * (time.process_time() - start))
    return min(times[1:])


def rows() -> Iterator[str]:
    """Yield the table, a row at a time."""
    logs.setup(level="WARNING")
    yield from _pages()
    feeds = int(os.environ.get("BENCH_FEEDS", "200"))
    yield (
        f"polling {feeds} feeds of 50 items, {len(document(0, 'o1.example')) // 1024} "
        f"KiB each, on {os.cpu_count()} cores"
    )
    yield f"{'':40}{'feeds/s':>9}{'CPU ms/feed':>13}{'peak MiB':>10}"
    floor = _floor(min(feeds, 200))
    yield _row("bare feedparser.parse (floor)", floor)
    with _serving() as base, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        costs = {kind: asyncio.run(_ours(folder, base, kind, feeds)) for kind in KINDS}
        alone, beside = (
            asyncio.run(_beside(folder, base, SOURCES, number)) for number in (0, SOURCES // 20)
        )
        peers = {kind: _peer(folder, base, kind, feeds) for kind in KINDS}
    for kind in KINDS:
        yield _row(NAMES[kind], costs[kind])
        peer = peers[kind]
        if peer is not None:
            yield (
                _row(f"  lemon24/reader, {kind}", peer)
                + f"   we: {costs[kind].rate / peer.rate:.1f} times its speed"
            )
    if None in peers.values():
        yield "  lemon24/reader: NOT MEASURED, .bench is not set up (make bench does it)"
    worse = (
        f"beside {SOURCES // 20} more that hang, drip a byte a second or fail, in {beside:.1f} s"
    )
    yield f"{SOURCES:,} new sources are read in {alone:.1f} s; {worse}"
    for kind in ("renewed", "changed"):
        yield (
            f"{NAMES[kind]}: {100 * (costs[kind].each / floor.each - 1):+.0f} % CPU "
            f"against the floor"
        )
    for kind in ("renewed", "changed"):
        saved, quicker = (
            costs[kind].each / costs["same"].each,
            costs["same"].rate / costs[kind].rate,
        )
        yield (
            f"unchanged by hash against {NAMES[kind]}: {quicker:.0f} times faster, "
            f"{saved:.0f} times less CPU"
        )


def _row(name: str, cost: Cost) -> str:
    memory = (
        f"{cost.memory / 2**20:10.0f}"
        if cost.memory
        else f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10.0f}"
    )
    return f"{name:40}{cost.rate:9.0f}{cost.each:13.2f}{memory}"


if __name__ == "__main__":
    for row in rows():
        print(row)
