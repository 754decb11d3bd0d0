"""A feed of hostile articles.

The whole bot survives it within half a gigabyte, and tells of the one ordinary event among them.
"""

import asyncio
import os
import random
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import col, func, select

from bot.demo.articles import DemoArticle, load
from bot.demo.server import serve
from storage.enums import ArticleState, DeliveryKind
from storage.models import Article
from tests import hostile
from tests.e2e.test_river import GENEVA, Process, River, fresh, in_words, opened

HOSTILE = 100 if os.environ.get("LONG_TESTS") else 30
LENGTH = 12_000
"""Characters of each hostile article."""

MEMORY = 512_000_000
"""Bytes that the bot and its workers may have at hand together."""

SEEN_TO_STOP = ("O'", "Ali and ", "Ali\n", "Ali, Veli, ", "Ali-Veli-", "Aliyev ")


def _articles(published: datetime) -> list[DemoArticle]:
    """Return hostile articles, the first of which once stopped the bot."""
    chance = random.Random(12)  # noqa: S311 - the same feed each time
    found = []
    for number in range(HOSTILE):
        language = chance.choice(sorted(hostile.LEADS))
        pattern = hostile.random_pattern(language, chance)
        if number < len(SEEN_TO_STOP):
            language, pattern = "en", SEEN_TO_STOP[number]
        text = hostile.repeated(language, pattern, LENGTH)
        found.append(
            DemoArticle(
                f"hostile-{number}",
                published - timedelta(minutes=number + 1),
                f"Article {number} that is none",
                tuple(text.split("\n")),
                whole=True,
            )
        )
    return found


def _tree(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    found = [pid]
    with suppress(OSError):
        for child in children.read_text().split():
            found += _tree(int(child))
    return found


def _memory(pid: int) -> int:
    """Return the bytes that a process and its children have at hand, what they share counted
    once."""
    total = 0
    for one in _tree(pid):
        with suppress(OSError):
            for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
    return total


async def _peak(bot: Process) -> int:
    """Watch the memory until cancelled, and return the most that it was."""
    most = 0
    with suppress(asyncio.CancelledError):
        while True:
            most = max(most, await asyncio.to_thread(_memory, bot.pid))
            await asyncio.sleep(0.1)
    return most


def _unread(river: River) -> int:
    with river.database.transaction() as session:
        waiting = select(func.count()).where(col(Article.state) == ArticleState.UNREAD)
        return session.exec(waiting).one() if session.exec(select(Article.id)).first() else HOSTILE


async def test_the_bot_survives_a_feed_of_hostile_articles_and_delivers_the_ordinary_one(
    tmp_path: Path,
) -> None:
    now = datetime.now(UTC)
    later = now - timedelta(hours=1) - load()[-1].published
    ordinary = fresh(later)
    feed = [*_articles(now - timedelta(hours=1)), *ordinary]
    async with serve(feed, lambda: datetime.now(UTC)) as address:
        with opened(tmp_path) as database:
            river = River(tmp_path, address, database, in_words(GENEVA + later))
            async with river.bot() as bot:
                watching = asyncio.create_task(_peak(bot))
                await bot.until(lambda: _unread(river) == 0, seconds=600)
                await bot.until(lambda: river.day in bot.out.read_text(encoding="utf-8"))
                watching.cancel()
                assert await watching < MEMORY
            assert river.deliveries(DeliveryKind.ALERT)
            with database.transaction() as session:
                assert session.exec(select(func.count(col(Article.id)))).one() > HOSTILE
