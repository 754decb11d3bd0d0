"""The archives of sources on loopback, each as a host of its own.

They are served by a process of their own, so that none of their memory counts as the bot's.
"""

import asyncio
import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from multiprocessing.connection import Connection
from pathlib import Path
from xml.sax.saxutils import escape

from aiohttp import web

from bot.extraction.article_file import parse
from config.sources import SourceSpec

CORPUS = Path(__file__).parents[1] / "corpus"
_PATIENCE = 60  # seconds until all hosts are there


@contextmanager
def served(specs: Sequence[SourceSpec], archive: int, apart: timedelta) -> Iterator[list[str]]:
    """Serve the feed of each source and give their addresses.

    Args:
        specs: The sources.
        archive: Articles in the feed of each: those of the project's corpus in the source's
            language, under fresh headlines.
        apart: Between two of them.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(specs, archive, apart, theirs))
    process.start()
    theirs.close()
    try:
        if not ours.poll(_PATIENCE):
            message = "the archives were not served in time"
            raise TimeoutError(message)
        yield ours.recv()
    finally:
        ours.close()  # which ends it
        process.join()


def _serve(specs: Sequence[SourceSpec], archive: int, apart: timedelta, asked: Connection) -> None:
    asyncio.run(_answer(specs, archive, apart, asked))


async def _answer(
    specs: Sequence[SourceSpec], archive: int, apart: timedelta, asked: Connection
) -> None:
    """Serve until the other end of `asked` is closed."""
    now = datetime.now(UTC)

    async def feed(request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        text = _feed(specs[number], number, archive, apart, now)
        return web.Response(text=text, content_type="application/rss+xml")

    application = web.Application()
    application.add_routes([web.get("/{number:\\d+}.xml", feed)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    for number in range(len(specs)):
        await web.TCPSite(runner, f"127.0.2.{number + 1}", 0).start()
    hosts = enumerate(runner.addresses)
    asked.send([f"http://{host}:{port}/{number}.xml" for number, (host, port) in hosts])
    await asyncio.to_thread(asked.poll, None)
    await runner.cleanup()


def _feed(spec: SourceSpec, number: int, archive: int, apart: timedelta, now: datetime) -> str:
    """Return the archive of a source, the newest first."""
    own = sorted((CORPUS / str(spec.language)).glob("*.txt"))
    own = own or sorted((CORPUS / "en").glob("*.txt"))
    items = []
    for place in range(archive):
        article = parse(own[(number * 7 + place) % len(own)].read_text(encoding="utf-8"))
        at = format_datetime(now - timedelta(minutes=5) - apart * place)
        items.append(
            f"<item><title>{escape(article.title)} ({place + 1})</title>"
            f"<link>/news/{place}</link><guid>{spec.key}-{place}</guid><pubDate>{at}</pubDate>"
            f"<description>{escape(article.text)}</description></item>"
        )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{escape(spec.name)}</title>'
        f"{''.join(items)}</channel></rss>"
    )
