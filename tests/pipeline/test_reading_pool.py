"""Articles read in processes.

The same reading as in one's own, by the catalogue handed in, and none of the bot's secrets.
"""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText
from bot.pipeline.interpret_article import interpret
from bot.pipeline.reading_pool import ReadingPool
from bot.runtime import worker_pool
from bot.runtime.worker_pool import WorkerLate, WorkerNotStarted
from tests.defaults import CATALOGUE, READER

NOW = datetime(2024, 5, 2, tzinfo=UTC)
ARTICLE = ArticleText(
    "Summit in Astana",
    "The Organization of Turkic States held a summit in Astana on 1 May 2024. "
    "President Kassym-Jomart Tokayev chaired the meeting.",
    date(2024, 5, 2),
    "https://kabar.example/1",
)


@pytest.fixture
async def pool() -> AsyncIterator[ReadingPool]:
    opened = ReadingPool(CATALOGUE)
    yield opened
    await opened.close()


async def test_a_process_reads_an_article_as_the_bot_itself_would(pool: ReadingPool) -> None:
    found = await pool.interpret(ARTICLE, NOW)

    assert found == interpret(ARTICLE, NOW, READER, CATALOGUE.places)
    assert found.report is not None
    assert found.report.city_id == "astana"


async def test_an_article_that_takes_too_long_is_given_up_and_the_next_one_is_read(
    pool: ReadingPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    await pool.interpret(ARTICLE, NOW)
    with monkeypatch.context() as patch:
        patch.setattr(pool._pool, "_deadline", 0.0)
        with pytest.raises(WorkerLate):
            await pool.interpret(ARTICLE, NOW)

    assert (await pool.interpret(ARTICLE, NOW)).report is not None


async def test_the_catalogue_handed_in_is_the_one_that_is_read_by() -> None:
    nobody = replace(CATALOGUE, organizations=())
    pool = ReadingPool(nobody)
    try:
        assert (await pool.interpret(ARTICLE, NOW)).report is None
    finally:
        await pool.close()


async def test_a_bot_whose_files_were_replaced_has_nothing_read_by_the_new_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker_pool, "code_stamp", lambda: b"of the files that were there before")
    pool = ReadingPool(CATALOGUE)
    try:
        with pytest.raises(WorkerNotStarted, match="start it anew"):
            await pool.interpret(ARTICLE, NOW)
        assert not pool.pids
    finally:
        await pool.close()
