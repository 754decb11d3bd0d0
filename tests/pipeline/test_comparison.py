"""A report is compared before it is filed, where it keeps nobody waiting; and again where need be.

What it belonged to is taken over only as long as all that was read for it still stands.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest

from bot.merging.knowledge import MergingKnowledge
from bot.merging.pair_scores import PairScores
from bot.merging.report import Report
from bot.pipeline import file_events
from bot.pipeline.comparison import Comparison, compared
from bot.pipeline.file_events import Filing
from bot.pipeline.sql_report_store import SqlReportStore
from storage import articles
from storage.articles import NewArticle
from storage.database import Database
from tests.defaults import FILER
from tests.merging.reports import report
from tests.pipeline.filing import File, article_id, event_of, file
from tests.storage.things import source

__all__ = ["file"]

SPOKEN_OF = ("Elchin Muradli", "Sultan Raev")


def _unread(database: Database, one: Report, now: datetime) -> int:
    url = f"https://{one.outlet}/{one.key}"
    new = NewArticle(one.key, url, one.headline, "Body.", "en", now, "h")
    with database.transaction() as session:
        articles.add_new(session, source(session, now), [new], now)
        return article_id(session, one.key)


async def _compared(database: Database, one: Report, now: datetime) -> Comparison:
    return await database.read(FILER.compare, _unread(database, one, now), one)


def _filed(database: Database, one: Report, comparison: Comparison, now: datetime) -> Filing:
    with database.transaction() as session:
        filed = FILER.file(session, article_id(session, one.key), one, now, comparison)
    assert filed is not None
    return filed


@contextmanager
def _compared_within(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Give a list that grows with each report that is compared within the filing."""
    times = list[int]()

    def counted(
        store: SqlReportStore,
        article: int,
        one: Report,
        knowledge: MergingKnowledge,
        scores: PairScores,
    ) -> Comparison:
        times.append(1)
        return compared(store, article, one, knowledge, scores)

    with monkeypatch.context() as patched:
        patched.setattr(file_events, "compared", counted)
        yield times


async def test_what_was_compared_before_is_not_compared_again(
    database: Database, file: File, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    event_id = file("a", *SPOKEN_OF).event_id
    one = report("b", *SPOKEN_OF)
    comparison = await _compared(database, one, now)

    with _compared_within(monkeypatch) as times:
        assert _filed(database, one, comparison, now).event_id == event_id
    assert not times


async def test_a_report_filed_by_another_process_meanwhile_is_not_overlooked(
    database: Database, file: File, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = report("b", *SPOKEN_OF)
    comparison = await _compared(database, one, now)  # there is nothing to belong to yet
    event_id = file("a", *SPOKEN_OF).event_id

    with _compared_within(monkeypatch) as times:
        filed = _filed(database, one, comparison, now)
    assert times
    assert not filed.new
    assert filed.event_id == event_id


async def test_what_an_admin_decides_meanwhile_counts(
    database: Database, file: File, now: datetime
) -> None:
    whole = file("a", *SPOKEN_OF).event_id
    file("b", *SPOKEN_OF)
    one = report("c", *SPOKEN_OF)
    comparison = await _compared(database, one, now)
    with database.transaction() as session:
        FILER.split(session, whole, [article_id(session, "b")], now)

    _filed(database, one, comparison, now)

    with database.transaction() as session:
        assert event_of(session, "a") == whole
        assert event_of(session, "b") not in {whole, None}
        assert event_of(session, "c") is not None


async def test_a_report_that_was_withdrawn_meanwhile_founds_nothing_any_more(
    database: Database, file: File, now: datetime
) -> None:
    file("a", *SPOKEN_OF)
    one = report("b", *SPOKEN_OF)
    comparison = await _compared(database, one, now)
    with database.transaction() as session:
        FILER.withdraw(session, article_id(session, "a"), now)

    _filed(database, one, comparison, now)

    with database.transaction() as session:
        assert event_of(session, "a") is None
        assert event_of(session, "b") is not None


async def test_another_wording_that_was_filed_meanwhile_is_the_one_that_counts(
    database: Database, file: File, now: datetime
) -> None:
    file("a", "Batyr Orazov", "Maral Annayeva", kind="visit")
    one = report("b", *SPOKEN_OF)
    comparison = await _compared(database, one, now)
    changed = report("a", *SPOKEN_OF)
    with database.transaction() as session:
        mine = article_id(session, "a")
        revision = articles.Revision(mine, title="Other", text="Other.", content_hash="h2")
        articles.revise(session, [revision], now)
        again = FILER.file(session, mine, changed, now)
    assert again is not None

    assert _filed(database, one, comparison, now).event_id == again.event_id


async def test_what_is_left_of_an_event_is_weighed_before_a_report_is_withdrawn(
    database: Database, file: File, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in ("a", "b", "c"):
        file(key, *SPOKEN_OF)
    FILER.forget()
    with database.transaction() as session:
        gone = article_id(session, "a")
    await database.read(FILER.weigh_around, [gone])
    weighed = list[Report]()
    monkeypatch.setattr(PairScores, "evidence", lambda _, *pair: weighed.extend(pair))

    with database.transaction() as session:
        FILER.withdraw(session, gone, now)
        assert event_of(session, "b") == event_of(session, "c") is not None
    assert not weighed
