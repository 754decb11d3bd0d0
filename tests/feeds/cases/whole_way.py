"""The whole way of one article, as its outlet serves it to what is stored of it."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from bot.feeds.polling.poller import Poller
from storage.database import Database
from storage.models import Article
from tests.feeds.making import add_sources, item, rss, spec, stored
from tests.feeds.server import Answer, Script, Site, feed, page

HEADLINE = "Secretary General of the OTS receives the Minister of Forests"
LEAD = (
    "The Secretary General of the Organization of Turkic States, Batyr Sarmanov, received the"
    " Minister of Forests, Lale Toprak, in Istanbul on 23 April 2024."
)
REST = (
    (
        "The sides spoke of nurseries for walnut trees, of fires in dry summers and of a school"
        " for rangers that opens in autumn."
    ),
    (
        "Sarmanov thanked the guest for seedlings that her country had sent to five members of"
        " the organization last year."
    ),
    "At the end of the talks both planted a tree in the garden of the secretariat and watered it.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in (LEAD, *REST))
OTHER = "Governor Timur Aksoy opens a bridge over the river in Kars on 2 May"

OneArticle = Callable[..., Awaitable[Article]]
Polls = Callable[..., Awaitable[list[Article]]]


def html(markup: str, title: str = HEADLINE) -> Answer:
    """A page of an outlet around `markup`."""
    head = f"<head><title>{title} - Outlet</title></head>"
    return page(f"<html>{head}<body>{markup}</body></html>")


@pytest.fixture
def polls(site: Site, poller: Poller, sqlite: Database, now: datetime) -> Polls:
    """A function that polls a source once for each answer, a day apart, and gives its articles."""

    async def run(*answers: Answer | str, kind: str = "feed") -> list[Article]:
        scripts = [feed(one) if isinstance(one, str) else one for one in answers]
        add_sources(sqlite, now, spec("outlet", site.answer("/rss", *scripts), kind=kind))
        for number in range(len(scripts)):
            await poller.poll_due(now + timedelta(days=number))
        return list(stored(sqlite))

    return run


@pytest.fixture
def one_article(site: Site, polls: Polls) -> OneArticle:
    """A function that serves a page under an item of a feed and gives what is stored of it."""

    async def run(script: Script, summary: str = LEAD, *, extra: str = "") -> Article:
        link = site.answer("/news/ots-receives-minister-4711", script)
        (article,) = await polls(rss(item(HEADLINE, link, text=summary, extra=extra)))
        return article

    return run
