"""What it costs to join one article to its event, as the number of stored events grows.

The cost is that of an index, not of a scan.

The events are spread over as many days as a busy field would take, ten a day, in forty towns. What
is timed, and reckoned in processor time besides, is the whole transaction of
`bot.pipeline.file_events.EventFiler.file`: candidates by index, evidence, clusters, the summed
facts, people, the words for the search, and what is owed. Beside it stands the floor of the same
database: the transaction that only marks an article as read."""

import random
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from bot.merging.blocking import index_keys
from bot.merging.report import Report
from config.catalogue_loader import load_catalogue
from storage import articles, filed_reports
from storage.articles import NewArticle
from storage.database import Database
from storage.enums import ArticleState
from storage.models import Article, Event, EventOrganization, ReportKey, Source
from storage.models import Report as ReportRow
from storage.sql import insert, run
from tests.bench.words import word
from tests.defaults import FILER, KNOWLEDGE
from tests.merging.reports import person, report

COUNTS = (1_000, 10_000, 100_000)
A_DAY = 10
TIMED = 60
BATCH = 5_000
NOW = datetime(2026, 4, 20, tzinfo=UTC)
LAST = date(2026, 4, 18)


def rows() -> Iterator[str]:
    """Give the lines of the table."""
    yield (
        f"{'merging':10}{'events':>10}{'join, ms':>12}{'p95, ms':>12}"
        f"{'CPU, ms':>12}{'floor, ms':>12}{'its CPU, ms':>12}"
    )
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as directory:
            database = Database(f"sqlite:///{Path(directory) / 'bench.db'}")
            database.upgrade()
            _fill(database, count)
            walls, processor = _joins(database, count)
            floor, least = map(statistics.median, _floor(database))
            database.close()
        wall, p95 = statistics.median(walls), walls[int(len(walls) * 0.95)]
        yield (
            f"{'':10}{count:10,}{wall:12.1f}{p95:12.1f}"
            f"{statistics.median(processor):12.1f}{floor:12.2f}{least:12.2f}"
        )


def _report(number: int, outlet: str) -> Report:
    dice = random.Random(number)  # noqa: S311 - the same events in every run
    day = LAST - timedelta(days=number // A_DAY)
    city = dice.choice(_cities())
    names = [f"{word(dice)}n {word(dice)}v" for _ in range(4)]
    kind = dice.choice(("meeting", "conference", "festival", "visit", "training"))
    topics = frozenset(
        dice.sample(
            (
                "tourism",
                "health",
                "transport",
                "customs",
                "youth",
                "film",
                "energy",
                "law",
                "water",
                "sport",
            ),
            2,
        )
    )
    return report(
        f"https://{outlet}.example/{number}",
        kind=kind,
        outlet=f"{outlet}.example",
        title=f"Event {number}",
        headline=f"Event {number}",
        published=day + timedelta(days=1),
        start=day,
        end=day,
        days=frozenset({day}),
        city=city.title(),
        city_id=city,
        cities=frozenset({city}),
        organizations=(dice.choice(("ots", "turksoy", "turkpa", "turkic-academy")),),
        people=tuple(person(name, "minister", "Kyrgyzstan") for name in names),
        lead_topics=topics,
        topics=topics,
        numbers=frozenset({str(dice.randrange(10, 999))}),
        sketch=tuple(sorted(dice.randrange(2**32) for _ in range(48))),
    )


def _cities() -> Sequence[str]:
    return sorted(load_catalogue().places.cities)[:40]


def _fill(database: Database, count: int) -> None:
    """Store events with one report each, in bulk."""
    with database.transaction() as session:
        session.add(
            Source(
                id=1, key="bench", name="Bench", url="https://bench.example/rss", next_poll_at=NOW
            )
        )
    for start in range(0, count, BATCH):
        reports = {
            number + 1: _report(number, "one") for number in range(start, min(start + BATCH, count))
        }
        with database.transaction() as session:
            _store(session, reports)


def _store(session: Session, reports: dict[int, Report]) -> None:
    found: dict[str, Any] = {"language": "en", "tense": "past", "found_at": NOW, "changed_at": NOW}
    whole = [
        Event(
            id=n,
            title=one.event.title,
            kind=one.event.kind,
            starts_on=one.event.start,
            ends_on=one.event.end,
            city=one.event.city,
            city_id=one.city_id,
            **found,
        )
        for n, one in reports.items()
    ]
    common: dict[str, Any] = {
        "source_id": 1,
        "text": "Body. " * 200,
        "language": "en",
        "first_seen_at": NOW,
        "content_hash": "h",
        "next_read_at": NOW,
    }
    told = [
        Article(
            id=n,
            identity=one.key,
            url=one.key,
            title=one.headline,
            state=ArticleState.EVENT,
            event_id=n,
            **common,
        )
        for n, one in reports.items()
    ]
    run(session, insert(session, Event), [row.model_dump() for row in whole])
    run(session, insert(session, Article), [row.model_dump() for row in told])
    bodies = [
        {"event_id": n, "organization": name, "position": 0}
        for n, one in reports.items()
        for name in one.reading.organizations
    ]
    run(session, insert(session, EventOrganization), bodies)
    run(
        session,
        insert(session, ReportRow),
        [{"article_id": n, "facts": one.stored()} for n, one in reports.items()],
    )
    run(
        session,
        insert(session, ReportKey),
        [
            {"key": key, "article_id": n}
            for n, one in reports.items()
            for key in index_keys(one, KNOWLEDGE)
        ],
    )


def _joins(database: Database, count: int) -> tuple[list[float], list[float]]:
    """Milliseconds, by the wall and of the processor, in which second reports of events from all
    over the years are filed; ascending."""
    dice = random.Random(7)  # noqa: S311 - the same articles in every run
    walls, processor = list[float](), list[float]()
    for number in dice.sample(range(count), TIMED):
        second = _report(number, "two")
        with database.transaction() as session:
            new = NewArticle(
                second.key, second.key, second.headline, "Body. " * 200, "en", NOW, "h"
            )
            articles.add_new(session, 1, [new], NOW)
            article_id = session.scalars(
                select(col(Article.id)).where(col(Article.identity) == second.key)
            ).one()
        began, worked = perf_counter(), process_time()
        with database.transaction() as session:
            filed = FILER.file(session, article_id, second, NOW)
        walls.append((perf_counter() - began) * 1000)
        processor.append((process_time() - worked) * 1000)
        assert filed is not None
        assert filed.event_id == number + 1, "the wrong event"
    return sorted(walls), sorted(processor)


def _floor(database: Database) -> tuple[list[float], list[float]]:
    """Milliseconds, by the wall and of the processor, in which an article is only marked."""
    walls, processor = list[float](), list[float]()
    for number in range(TIMED):
        with database.transaction() as session:
            new = NewArticle(f"floor {number}", f"floor {number}", "Floor", "Body.", "en", NOW, "h")
            articles.add_new(session, 1, [new], NOW)
            article_id = session.scalars(
                select(col(Article.id)).where(col(Article.identity) == f"floor {number}")
            ).one()
        began, worked = perf_counter(), process_time()
        with database.transaction() as session:
            filed_reports.lock_merging(session)
            articles.irrelevant(session, article_id, "en", NOW)
        walls.append((perf_counter() - began) * 1000)
        processor.append((process_time() - worked) * 1000)
    return walls, processor
