"""What it costs to file a report.

The 1,000th of one event beside the 10th, and an article of 500 names beside one of 50.

Reckoned in processor time of the whole transaction, so that a busy machine does not show.
"""

import gc
import random
import statistics
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time

from bot.merging.report import Report
from config.sources import SourceSpec
from storage import articles, sources
from storage.articles import NewArticle
from storage.database import Database
from storage.enums import ArticleState
from tests.bench.words import word
from tests.defaults import FILER
from tests.merging.reports import person, report

NOW = datetime(2026, 4, 20, tzinfo=UTC)
DAY = date(2026, 4, 18)
SOURCE = SourceSpec(key="a", name="A", url="https://a.example/rss", language="en", certainty="A")
REPORTS = 1_000
AROUND = 10
"""Reports around the one that is meant, of which the median counts."""
NAMES = (50, 500)


def rows() -> Iterator[str]:
    """Give the lines of both tables."""
    yield f"{'filing':10}{'report':>10}{'CPU, ms':>12}"
    costs = _of_one_event(REPORTS)
    for number in (10, 100, REPORTS):
        near = costs[max(0, number - AROUND) : number]
        yield f"{'':10}{number:10,}{statistics.median(near) * 1000:12.1f}"
    yield f"{'filing':10}{'names':>10}{'CPU, ms':>12}"
    for count in NAMES:
        yield f"{'':10}{count:10,}{_of_names(count) * 1000:12.1f}"


def _of_one_event(count: int) -> list[float]:
    """Return the seconds that each of `count` reports of one event costs."""
    with tempfile.TemporaryDirectory() as directory:
        database = Database(f"sqlite:///{Path(directory) / 'bench.db'}")
        database.upgrade()
        costs = [_filed(database, _report(number)) for number in range(count)]
        database.close()
    return costs


def _of_names(count: int) -> float:
    """Return the seconds that an article of `count` names costs, of which two others were filed
    before."""
    with tempfile.TemporaryDirectory() as directory:
        database = Database(f"sqlite:///{Path(directory) / 'bench.db'}")
        database.upgrade()
        for number in range(2):
            _filed(database, _report(number, names=count))
        gc.collect()  # of what the thousand reports left; it would fall into the one that counts
        cost = _filed(database, _report(2, names=count))
        database.close()
    return cost


def _filed(database: Database, said: Report) -> float:
    with database.transaction() as session:
        sources.sync(session, [SOURCE], NOW)
        text = " ".join(one.name for one in said.reading.participants)
        new = NewArticle(said.key, said.key, said.headline, text, "en", NOW, said.key)
        articles.add_new(session, 1, [new], NOW)
        (article,) = articles.claim_unread(session, NOW, limit=1, lease=NOW - NOW)
        assert article.state == ArticleState.UNREAD
    started = process_time()
    with database.transaction() as session:
        filing = FILER.file(session, article.id, said, NOW)
    assert filing is not None
    return process_time() - started


def _report(number: int, names: int = 8) -> Report:
    dice = random.Random(number)  # noqa: S311 - the same reports in every run
    people = [person("Kassym-Jomart Tokayev", "President", "Kazakhstan")]
    regulars = random.Random(7)  # noqa: S311 - as above
    people += [person(_name(regulars), "minister", "Kyrgyzstan") for _ in range(names - 2)]
    people.append(person(_name(dice), "deputy minister", "Kazakhstan"))
    return report(
        f"https://outlet{number}.example/{number}",
        kind="summit",
        outlet=f"outlet{number}.example",
        title="Summit of the Organization of Turkic States",
        headline=f"Leaders meet in Astana ({number})",
        published=DAY,
        start=DAY,
        end=DAY,
        days=frozenset({DAY}),
        city="Astana",
        city_id="astana",
        cities=frozenset({"astana"}),
        organizations=("ots",),
        people=tuple(people),
        lead_topics=frozenset({"energy"}),
        topics=frozenset({"energy", "transport"}),
        numbers=frozenset({str(dice.randrange(10, 999))}),
        sketch=tuple(sorted(dice.randrange(2**32) for _ in range(48))),
    )


def _name(dice: random.Random) -> str:
    return " ".join(word(dice) for _ in range(2))
