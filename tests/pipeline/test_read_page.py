"""A page that somebody asks about is read at once, through the guard, and nothing is kept of it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from bot.extraction.facts import ArticleText
from bot.extraction.reader import Reader
from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.guard import Guard
from bot.feeds.http.messages import FetchLimits
from bot.feeds.parsing.pool import Workers
from bot.merging.knowledge import MergingKnowledge
from bot.pipeline import read_page
from bot.pipeline.interpret_article import interpret
from bot.pipeline.interpretation import Interpretation
from bot.pipeline.read_page import PageReader, store
from config.catalogue_loader import load_catalogue
from storage import articles, sources
from storage.database import Database
from storage.models import Article, Event
from tests.feeds.conftest import USER_AGENT, fetcher, site, workers
from tests.feeds.server import Answer, Site, page

__all__ = ["fetcher", "site", "workers"]

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
CATALOGUE = load_catalogue()
READER = Reader(CATALOGUE)
BODY = (
    (
        "Secretary General of the Organization of Turkic States Kubanychbek Omuraliev opened a"
        " conference on water in Ankara on 24 April 2024."
    ),
    (
        "Mayor Mansur Yavaş addressed the conference and thanked all who had come for their work on"
        " rivers, lakes and springs over the last years."
    ),
    (
        "The conference went on with three panels about canals, reservoirs and the price of water"
        " in towns, and ended with a concert in the evening."
    ),
)
PAGE = (
    "<html><head><title>Conference on water opens in Ankara</title>"
    '<meta property="article:published_time" content="2024-04-24T10:00:00Z"></head><body>'
    "<article><h1>Conference on water opens in Ankara</h1>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    + "</article></body></html>"
)


async def in_this_process(article: ArticleText, now: datetime) -> Interpretation:
    return interpret(article, now, READER, CATALOGUE.places)


@pytest.fixture
def reader(fetcher: Fetcher, workers: Workers) -> PageReader:
    return PageReader(fetcher, workers, in_this_process, MergingKnowledge(CATALOGUE))


@pytest.fixture
async def guarded(workers: Workers) -> AsyncIterator[PageReader]:
    """A reader behind the guard as it is for real."""
    async with Fetcher(Guard(), user_agent=USER_AGENT) as opened:
        yield PageReader(opened, workers, in_this_process, MergingKnowledge(CATALOGUE))


async def test_it_becomes_the_event_that_it_reports_with_everybody_and_every_proof(
    reader: PageReader, site: Site
) -> None:
    site.answer("/water", page(PAGE))
    told = (await reader.read(site.url("/water"), NOW)).shown(NOW)
    assert told is not None
    record, (facts,) = told
    assert record.event.title == "Conference on water opens in Ankara"
    assert (record.event.starts_on, record.event.city) == (date(2024, 4, 24), "Ankara")
    assert record.organizations == ("ots",)
    assert {guest.name: guest.attended for guest in record.participations} == {
        "Kubanychbek Omuraliev": True,
        "Mansur Yavaş": True,
    }
    assert all(guest.proof in " ".join(BODY) for guest in record.participations)
    assert facts.article.source == "127.0.0.1"


async def test_a_page_of_something_else_reports_nothing(reader: PageReader, site: Site) -> None:
    markup = PAGE.replace("Organization of Turkic States", "Association of Beekeepers")
    site.answer("/bees", page(markup.replace("Kubanychbek Omuraliev", "Jane Hive")))
    read = await reader.read(site.url("/bees"), NOW)
    assert read.shown(NOW) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/water",
        "http://localhost:{port}/water",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://0x7f000001/",
    ],
)
async def test_no_address_of_the_inner_network_is_asked(
    guarded: PageReader, site: Site, url: str
) -> None:
    site.answer("/water", page(PAGE))
    with pytest.raises(FeedError) as caught:
        await guarded.read(url.replace("{port}", str(site.port)), NOW)
    assert caught.value.cause in {Cause.REFUSED_ADDRESS, Cause.DNS, Cause.NETWORK}
    assert site.requests == []


async def test_a_body_without_end_is_left(workers: Workers, site: Site) -> None:
    site.answer("/", Answer(b"<p>more</p>" * 1000, endless=True))
    limits = FetchLimits(deadline=20, max_bytes=200_000)
    async with Fetcher(Guard(("127.0.0.0/8",)), user_agent=USER_AGENT, limits=limits) as opened:
        reader = PageReader(opened, workers, in_this_process, MergingKnowledge(CATALOGUE))
        with pytest.raises(FeedError) as caught:
            await reader.read(site.url("/"), NOW)
    assert caught.value.cause is Cause.TOO_BIG


async def test_a_site_that_says_nothing_is_left_in_time(
    reader: PageReader, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_page, "WITHIN", 0.2)
    site.answer("/", Answer(silent=True))
    with pytest.raises(FeedError) as caught:
        await reader.read(site.url("/"), NOW)
    assert caught.value.cause is Cause.TIMEOUT


@pytest.mark.parametrize("markup", ["", "<html><title>Only a title</title></html>", "\0\0\0"])
async def test_a_page_without_an_article_says_so(
    reader: PageReader, site: Site, markup: str
) -> None:
    site.answer("/", page(markup))
    with pytest.raises(FeedError):
        await reader.read(site.url("/"), NOW)


async def test_stored_it_waits_to_be_read_under_its_host_which_is_not_polled(
    reader: PageReader, site: Site, sqlite: Database
) -> None:
    site.answer("/water", page(PAGE))
    read = await reader.read(site.url("/water"), NOW)
    with sqlite.transaction() as session:
        assert session.scalar(select(func.count()).select_from(Article)) == 0
        assert [store(session, read, NOW) for _time in range(2)] == [True, False]
        (waiting,) = articles.claim_unread(session, NOW, limit=9, lease=NOW - NOW)
        assert waiting.title == "Conference on water opens in Ankara"
        (outlet,) = sources.all_sources(session)
        assert (outlet.name, outlet.enabled) == ("127.0.0.1", False)
        assert session.scalar(select(func.count()).select_from(Event)) == 0


@pytest.mark.parametrize(
    "host", ["пример.kz", "2a00:1450::1", "a" * 63 + ".example", "x_y.example"]
)
async def test_any_host_has_a_name_to_stand_under(
    reader: PageReader, site: Site, sqlite: Database, host: str
) -> None:
    site.answer("/water", page(PAGE))
    read = replace(await reader.read(site.url("/water"), NOW), outlet=host)
    with sqlite.transaction() as session:
        assert store(session, read, NOW)
        assert [source.name for source in sources.all_sources(session)] == [host]
