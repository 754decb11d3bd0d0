"""What a page of the diary cannot do without, beside its time: what no code of ours is part of.

The page is asked for once, and what it asks of SQLite and hands to its template is noted down. The
floor is the same statements by a bare cursor of `sqlite3`, all their rows fetched and thrown away;
the same template drawn by Jinja alone from values that are ready, of which none has been drawn
before; and the answer packed. Nothing is looked up in it, understood, worded, translated or put
into order, and no feed or calendar is written. Where the floor is above twenty times a bare answer,
so is any page that is made of it.

In times of a bare answer, of the processor; `python -m tests.bench web_floor`.
"""

import asyncio
import gzip
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any
from unittest.mock import patch

from jinja2 import Template
from sqlalchemy import event

from bot.runtime.heap import leave_alone_what_stays
from bot.web.answers import AnswerCache
from bot.web.entries import Entry
from bot.web.known_events import KnownEvents
from storage.database import Database
from tests.bench.site import bare_answer, body_of, diary_on
from tests.bench.web import PAGES, SIZES, _changed, _database, _watchful

ROUNDS = 21
PARTS = ("SQLite", "Jinja", "gzip", "bare")


@dataclass
class _Noted:
    """What one answer was made of.

    Attributes:
        statements: What SQLite was asked, with the values.
        draw: Draws the same again; None where nothing is drawn.
        body: The answer, unpacked.
    """

    statements: list[tuple[str, Any]] = field(default_factory=list)
    draw: Callable[[], str] | None = None
    body: bytes = b""


def rows() -> Iterator[str]:
    """Give the lines of the table."""
    cells = "".join(f"{name:>8}" for name in (*PARTS, "floor", "page"))
    yield f"{'times a bare answer':40}{'sort':>9}{cells}"
    leave_alone_what_stays()  # as the bot does when it starts
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(_database(Path(folder), SIZES[1])) as database,
        asyncio.Runner() as runner,
    ):
        for page in PAGES:
            for sort in ("own", "unknown"):
                yield runner.run(_row(database, page.format(last=SIZES[1]), sort))


async def _row(database: Database, address: str, sort: str) -> str:
    unknown = sort == "unknown"
    cache = AnswerCache(0) if unknown else _watchful()
    async with diary_on(database, cache) as (diary, client):

        def prepare() -> None:
            if unknown:
                diary.known = KnownEvents()
            else:
                _changed(database, SIZES[1])

        await body_of(client, address)
        prepare()
        with _noting(database) as noted:
            noted.body = gzip.decompress(await body_of(client, address))
        taken = list[float]()
        for _ in range(ROUNDS):
            prepare()
            begun = process_time()
            await body_of(client, address)
            taken.append(process_time() - begun)
        packed = gzip.compress(noted.body, 3, mtime=0)
        async with bare_answer(packed) as bare:
            plain = list[float]()
            for _ in range(20 * ROUNDS):
                begun = process_time()
                await body_of(bare, "/")
                plain.append(process_time() - begun)
    one = median(plain)
    parts = [part / one for part in (*_floors(database, noted, unknown=unknown), one)]
    cells = "".join(f"{times:8.1f}" for times in (*parts, sum(parts), median(taken) / one))
    return f"{address:40}{sort:>9}{cells}"


@contextmanager
def _noting(database: Database) -> Iterator[_Noted]:
    """Note down what is asked of SQLite and drawn meanwhile."""
    noted, generate = _Noted(), Template.generate
    engine = database._reading

    def asked(_conn: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        noted.statements.append((statement, values))

    def generated(template: Template, **values: Any) -> Iterator[str]:
        noted.draw = lambda: template.render(**values)
        return generate(template, **values)

    event.listen(engine, "before_cursor_execute", asked)
    with patch.object(Template, "generate", generated):
        yield noted
    event.remove(engine, "before_cursor_execute", asked)


def _floors(database: Database, noted: _Noted, *, unknown: bool) -> tuple[float, float, float]:
    """Return what SQLite, Jinja and packing take alone; where no entry is known all are drawn."""
    anew = patch.object(Entry, "once", lambda entry, _name, draw, *how: draw(entry, *how))
    with closing(sqlite3.connect(str(database.engine.url.database))) as bare:

        def read() -> None:
            for statement, values in noted.statements:
                bare.execute(statement, values).fetchall()

        reading = _taken(read)
    with anew if unknown else nullcontext():
        drawing = _taken(noted.draw) if noted.draw is not None else 0.0
    return reading, drawing, _taken(lambda: gzip.compress(noted.body, 3, mtime=0))


def _taken(work: Callable[[], object]) -> float:
    """Return how long something takes in the median, once it is warm."""
    taken = list[float]()
    for _ in range(ROUNDS + 2):
        begun = process_time()
        work()
        taken.append(process_time() - begun)
    return median(taken[2:])
