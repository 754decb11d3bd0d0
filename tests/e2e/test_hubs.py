"""A hub tells the bot of news.

From the feed that names it to the article that is stored, on real parts and a hub on loopback.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from bot.feeds.http.fetcher import Fetcher
from bot.feeds.options import PollOptions
from bot.feeds.parsing.pool import Workers
from bot.feeds.polling.poller import Poller
from bot.feeds.websub.subscriber import HubReport, Subscriber
from storage.database import Database
from tests.feeds.hub import Hub, Time, bot_listening, hub_serving, subscription
from tests.feeds.making import add_sources, item, rss, source, spec, stored
from tests.feeds.server import Site, feed

SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
OLD, NEW = item("Old", "https://o.example/old"), item("New", "https://o.example/new")


@dataclass
class River:
    """The parts that work together."""

    database: Database
    poller: Poller
    subscriber: Subscriber
    hub: Hub
    site: Site
    time: Time

    def publish(self, *items: str) -> None:
        """Change the feed.

        It names the hub and says that its own address is another than the one that is polled.
        """
        links = (
            f'<link rel="hub" href="{self.hub.url}"/><link rel="self" '
            f'href="https://o.example/feed"/>'
        )
        atom = links.replace("<link", '<link xmlns="http://www.w3.org/2005/Atom"')
        self.site.answer("/rss", feed(rss(*items, head=atom)))

    async def poll(self) -> int:
        """Poll what is due; return how many sources that was."""
        return (await self.poller.poll_due(self.time.now)).polled

    async def subscribe(self) -> HubReport:
        """Ask hubs as the clock does."""
        return await self.subscriber.subscribe_due(self.time.now)

    @property
    def titles(self) -> list[str]:
        """Of the stored articles."""
        return [article.title for article in stored(self.database)]


@pytest.fixture
async def river(
    sqlite: Database,
    fetcher: Fetcher,
    workers: Workers,
    site: Site,
    now: datetime,
) -> AsyncIterator[River]:
    time = Time(now)
    poller = Poller(sqlite, fetcher, workers, PollOptions(hubs=True))
    async with hub_serving() as hub, bot_listening(sqlite, time) as address:
        river = River(sqlite, poller, Subscriber(sqlite, fetcher, address), hub, site, time)
        river.publish(OLD)
        add_sources(sqlite, now, spec("outlet", site.url("/rss")))
        await river.poll()
        yield river


async def test_news_that_a_hub_tells_of_are_stored_at_once(river: River) -> None:
    assert await river.subscribe() == HubReport(asked=1, failed=0)
    asked = river.hub.asked[-1]
    assert (asked["hub.mode"], asked["hub.topic"], asked["hub.lease_seconds"]) == (
        "subscribe",
        "https://o.example/feed",
        "864000",
    )
    reply = await river.hub.verify()
    assert (reply.status, reply.text, reply.headers["Content-Type"]) == (
        200,
        "<b>42</b>",
        "text/plain; charset=utf-8",
    )
    river.time.now += 5 * MINUTE
    river.publish(NEW, OLD)
    assert await river.poll() == 0, "it is not due yet"
    assert (await river.hub.publish(rss(NEW).encode())).status == 202
    assert await river.poll() == 1
    assert river.titles == ["Old", "New"]


async def test_what_a_call_holds_is_not_believed_the_feed_is(river: River) -> None:
    await river.subscribe()
    await river.hub.verify()
    river.time.now += 5 * MINUTE
    await river.hub.publish(rss(item("Forged", "https://o.example/forged")).encode())
    await river.poll()
    assert river.titles == ["Old"]


async def test_a_hub_that_verifies_before_it_answers_is_believed(river: River) -> None:
    river.hub.eager = True
    await river.subscribe()
    row = subscription(river.database)
    assert row is not None
    assert (row.lease_ends_at, row.next_try_at, row.tries) == (
        river.time.now + 10 * DAY,
        river.time.now + 7.5 * DAY,
        0,
    )


async def test_a_lease_is_renewed_before_it_ends_at_the_same_address(river: River) -> None:
    river.hub.lease = str(2 * 86_400)
    await river.subscribe()
    await river.hub.verify()
    river.time.now += 1.4 * DAY
    assert (await river.subscribe()).asked == 0
    river.time.now += 0.2 * DAY
    assert (await river.subscribe()).asked == 1
    await river.hub.verify()
    first, second = river.hub.asked
    assert first == second
    row = subscription(river.database)
    assert row is not None
    assert row.lease_ends_at == river.time.now + 2 * DAY


async def test_a_hub_that_calls_again_and_again_has_a_source_polled_once_a_minute(
    river: River,
) -> None:
    await river.subscribe()
    await river.hub.verify()
    polled, end = 0, river.time.now + 10 * MINUTE
    while river.time.now < end:
        river.time.now += 10 * SECOND
        await river.hub.publish()
        polled += await river.poll()
    assert 8 <= polled <= 10


async def test_the_polls_go_on_as_before_while_a_lease_is_alive(river: River) -> None:
    due = source(river.database).next_poll_at
    await river.subscribe()
    await river.hub.verify()
    assert source(river.database).next_poll_at == due
    river.time.now = due
    assert await river.poll() == 1


async def test_a_feed_that_names_no_hub_any_more_is_unsubscribed_by_knowing_nothing_of_it(
    river: River,
) -> None:
    await river.subscribe()
    await river.hub.verify()
    river.site.answer("/rss", feed(rss(NEW, OLD)))
    river.time.now += DAY
    await river.poll()
    assert subscription(river.database) is None
    assert (await river.hub.verify()).status == 404
    assert (await river.hub.publish()).status == 410
