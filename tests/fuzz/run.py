"""Gives inputs to what takes them, and tells what came out as an exception."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from bot.commands import Commands
from bot.extraction.facts import ArticleText
from bot.feeds.parsing.findings import JOB, PAGE, PARSED, Job
from bot.feeds.parsing.worker import work
from bot.messages.composer import Composer
from bot.pipeline.interpret_article import interpret
from bot.pipeline.interpretation import ARTICLE, INTERPRETATION
from bot.platforms import registry
from bot.platforms.base import Address, UserRequest
from storage.column_types import stored
from storage.database import Database
from tests.defaults import CATALOGUE, READER
from tests.fuzz.inputs import Inputs

NOW = datetime(2024, 5, 2, 12, tzinfo=UTC)
URL = "https://o.example/x"
TOLD = 300
"""Characters of an input that are told of an escape."""


async def fuzz(count: int, seed: int, folder: Path) -> list[str]:
    """Give `count` inputs to each of reading, feeds, pages and commands, and return what
    escaped."""
    inputs = Inputs(seed)
    escapes: list[str] = []
    for _ in range(count):
        headline, body = inputs.article()
        # Called at once.
        _held(
            escapes,
            "reading",
            f"{headline}\n{body}",
            lambda: _read(headline, body),  # noqa: B023 - called before the loop goes on
        )
        feed, page = inputs.feed(), inputs.page()
        _held(escapes, "feed", repr(feed), lambda: _parse("feed", feed))  # noqa: B023 - as above
        _held(escapes, "page", repr(page), lambda: _parse("page", page))  # noqa: B023 - as above
    database = Database(f"sqlite:///{folder / 'fuzz.db'}")
    database.upgrade()
    capabilities = registry.capabilities()
    composer = Composer(database, CATALOGUE, capabilities)
    commands = Commands(database, CATALOGUE, composer, lambda: NOW, capabilities=capabilities)
    for number in range(count):
        text = inputs.command()
        request = UserRequest(
            Address(("telegram", "matrix", "console")[number % 3], str(number % 50)),
            f"somebody {number % 100}",
            text,
            private=number % 2 == 0,
        )
        try:
            for message in await commands.answer(request):
                assert message.plain is not None
        except Exception as error:  # noqa: BLE001 - what is looked for
            escapes.append(_told("command", text, error))
    database.close()
    return escapes


def _held(escapes: list[str], kind: str, given: str, work_of: Callable[[], None]) -> None:
    try:
        work_of()
    except Exception as error:  # noqa: BLE001 - what is looked for
        escapes.append(_told(kind, given, error))


def _told(kind: str, given: str, error: Exception) -> str:
    return f"{kind}: {type(error).__name__}: {str(error)[:TOLD]!r} by {given[:TOLD]!r}"


def _read(headline: str, body: str) -> None:
    """Read an article as the worker process does."""
    article = ArticleText(stored(headline), stored(body), date(2024, 5, 2), URL, "en")
    article = ARTICLE.unpack(ARTICLE.pack(article))
    found = interpret(article, NOW, READER, CATALOGUE.places)
    assert INTERPRETATION.unpack(INTERPRETATION.pack(found)) == found


def _parse(kind: str, body: bytes) -> None:
    """Parse a body as the worker process does."""
    job = JOB.unpack(JOB.pack(Job(kind, URL, {"content-type": "text/html"})))
    answer = work(job, body)
    (PAGE if kind == "page" else PARSED).unpack(answer)
