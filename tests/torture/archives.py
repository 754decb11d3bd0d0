"""The archives of sources on loopback, each as a host of its own.

They are served by a process of their own.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from multiprocessing.connection import Connection
from pathlib import Path
from xml.sax.saxutils import escape

from bot.extraction.article_file import parse
from config.sources import SourceSpec
from tests.torture.apart import apart
from tests.torture.hosts import hosts

CORPUS = Path(__file__).parents[1] / "corpus"


@contextmanager
def served(specs: Sequence[SourceSpec], archive: int, apart_by: timedelta) -> Iterator[list[str]]:
    """Serve the feed of each source and give their addresses.

    Args:
        specs: The sources.
        archive: Articles in the feed of each: those of the project's corpus in the source's
            language, under fresh headlines.
        apart_by: Between two of them.
    """
    with apart(_serve, specs, archive, apart_by) as line:
        yield line.recv()


def _serve(
    line: Connection, specs: Sequence[SourceSpec], archive: int, apart_by: timedelta
) -> None:
    asyncio.run(_answer(line, specs, archive, apart_by))


async def _answer(
    line: Connection, specs: Sequence[SourceSpec], archive: int, apart_by: timedelta
) -> None:
    """Serve until the other end of `line` is closed."""
    now = datetime.now(UTC)

    def text_of(number: int) -> str:
        return _feed(specs[number], number, archive, apart_by, now)

    async with hosts("127.0.2", len(specs), text_of) as addresses:
        line.send(addresses)
        await asyncio.to_thread(line.poll, None)


def _feed(spec: SourceSpec, number: int, archive: int, apart_by: timedelta, now: datetime) -> str:
    """Return the archive of a source, the newest first."""
    own = sorted((CORPUS / str(spec.language)).glob("*.txt"))
    own = own or sorted((CORPUS / "en").glob("*.txt"))
    items = []
    for place in range(archive):
        article = parse(own[(number * 7 + place) % len(own)].read_text(encoding="utf-8"))
        at = format_datetime(now - timedelta(minutes=5) - apart_by * place)
        items.append(
            f"<item><title>{escape(article.title)} ({place + 1})</title>"
            f"<link>/news/{place}</link><guid>{spec.key}-{place}</guid><pubDate>{at}</pubDate>"
            f"<description>{escape(article.text)}</description></item>"
        )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{escape(spec.name)}</title>'
        f"{''.join(items)}</channel></rss>"
    )
