"""What the bot does about a hub that will not have it, and that none of it touches the source."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from urllib.parse import parse_qs

import pytest
from structlog.testing import capture_logs

from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.guard import Guard
from bot.feeds.http.messages import FetchLimits
from bot.feeds.http.rate_limit import HostRateLimiter
from bot.feeds.options import PollOptions
from bot.feeds.parsing.pool import Workers
from bot.feeds.polling.poller import Poller
from bot.feeds.websub.subscriber import HubReport, Subscriber
from config.settings import load_settings
from storage.database import Database
from tests.feeds.conftest import USER_AGENT
from tests.feeds.hub import subscription
from tests.feeds.making import add_sources, item, rss, source, spec
from tests.feeds.server import Answer, Asked, Site, feed, redirect

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ADDRESS = "https://bot.example"


@pytest.fixture
async def careful_fetcher() -> AsyncIterator[Fetcher]:
    """A fetcher that may go to one address of this machine and to no other."""
    async with Fetcher(
        Guard(["127.0.0.1"]),
        user_agent=USER_AGENT,
        pace=HostRateLimiter(gap=0),
        limits=FetchLimits(deadline=2),
    ) as opened:
        yield opened


@pytest.fixture
async def polled(
    site: Site, sqlite: Database, careful_fetcher: Fetcher, workers: Workers, now: datetime
) -> Poller:
    """A poller that has polled a feed whose Link headers name the hub /hub."""
    links = f'<{site.url("/hub")}>; rel="hub"\n<https://outlet.example/own>; rel="self"'
    body = rss(
        item("A", "https://o.example/a"),
        head='<link rel="hub" href="https://not-this-one.example/"/>',
    )
    add_sources(sqlite, now, spec("outlet", site.answer("/rss", feed(body, link=links))))
    poller = Poller(sqlite, careful_fetcher, workers, PollOptions(hubs=True))
    await poller.poll_due(now)
    return poller


@pytest.fixture
# Polled before.
def subscriber(
    polled: Poller,
    sqlite: Database,
    careful_fetcher: Fetcher,
) -> Subscriber:
    return Subscriber(sqlite, careful_fetcher, ADDRESS)


def form(asked: Asked) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}


def pause(database: Database, now: datetime) -> timedelta:
    row = subscription(database)
    assert row is not None
    return row.next_try_at - now


async def test_the_hub_of_several_link_headers_is_asked_by_a_form(
    site: Site, subscriber: Subscriber, sqlite: Database, now: datetime
) -> None:
    site.answer("/hub", Answer(status=202))
    assert await subscriber.subscribe_due(now) == HubReport(1, 0)
    (asked,) = site.asked("/hub")
    row = subscription(sqlite)
    assert row is not None
    assert (asked.method, asked.headers["content-type"], asked.headers["user-agent"]) == (
        "POST",
        "application/x-www-form-urlencoded",
        USER_AGENT,
    )
    assert form(asked) == {
        "hub.mode": "subscribe",
        "hub.topic": "https://outlet.example/own",
        "hub.callback": f"{ADDRESS}/websub/{row.token}",
        "hub.secret": row.secret,
        "hub.lease_seconds": "864000",
    }
    assert len(row.token) >= 40
    assert 40 <= len(row.secret) < 200, "the recommendation's limit, in bytes"


async def test_a_hub_that_never_verifies_is_asked_later_and_later(
    site: Site, subscriber: Subscriber, sqlite: Database, now: datetime
) -> None:
    site.answer("/hub", Answer(status=202))
    pauses = []
    for _ in range(7):
        assert (await subscriber.subscribe_due(now)).asked == 1
        assert (await subscriber.subscribe_due(now)).asked == 0
        pauses.append(pause(sqlite, now))
        now += pauses[-1]
    assert HOUR <= pauses[0] < pauses[1] < pauses[2] < pauses[3] < pauses[4] < DAY
    assert DAY <= pauses[-1] <= 1.1 * DAY


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (Answer(b"no", 400), "blocked"),
        (Answer(b"no", 404), "gone"),
        (Answer(b"no", 500), "http"),
        (Answer(status=204, cut_after=0), None),
        (Answer(silent=True), "timeout"),
        (redirect("https://127.0.0.2/hub", 307), "refused-address"),
        (redirect("http://[::1]:9/hub", 308), "refused-address"),
        (redirect("/elsewhere", 302), "http"),
        (redirect("/hub", 307), "http"),
    ],
)
async def test_a_hub_that_fails_is_asked_later_and_the_source_is_as_well_as_before(
    site: Site,
    subscriber: Subscriber,
    sqlite: Database,
    now: datetime,
    answer: Answer,
    cause: str | None,
) -> None:
    site.answer("/hub", answer)
    before = source(sqlite)
    with capture_logs() as logs:
        report = await subscriber.subscribe_due(now)
    assert report == HubReport(1, 1 if cause else 0)
    assert [line["cause"] for line in logs] == ([cause] if cause else [])
    assert pause(sqlite, now) >= HOUR
    assert source(sqlite) == before
    assert site.asked("/elsewhere") == []
    row = subscription(sqlite)
    assert row is not None
    assert row.secret not in str(logs)
    assert row.token not in str(logs)


async def test_a_form_is_sent_again_where_the_hub_sends_it(
    site: Site, subscriber: Subscriber, now: datetime
) -> None:
    site.answer("/hub", redirect("/new", 308))
    site.answer("/new", Answer(status=202))
    assert await subscriber.subscribe_due(now) == HubReport(1, 0)
    assert site.asked("/new")[0].method == "POST"
    assert form(site.asked("/new")[0]) == form(site.asked("/hub")[0])


async def test_a_hub_that_asks_for_silence_gets_it_and_the_feeds_of_its_host_are_read_on(
    site: Site, polled: Poller, subscriber: Subscriber, sqlite: Database, now: datetime
) -> None:
    site.answer("/hub", Answer(status=429, headers={"retry-after": "36000"}))
    await subscriber.subscribe_due(now)
    assert pause(sqlite, now) >= 10 * HOUR
    assert (await polled.poll_due(source(sqlite).next_poll_at)).failed == 0
    await subscriber.subscribe_due(now + DAY)
    assert len(site.asked("/hub")) == 1, "all its forms rest"


async def test_an_answer_that_never_ends_is_not_waited_for(
    site: Site, subscriber: Subscriber, now: datetime
) -> None:
    site.answer("/hub", Answer(b"x" * 100, 202, endless=True))
    assert await subscriber.subscribe_due(now) == HubReport(1, 0)


async def test_a_feed_that_names_another_hub_each_time_cannot_hurry_the_bot(
    site: Site, polled: Poller, subscriber: Subscriber, sqlite: Database, now: datetime
) -> None:
    site.answer("/hub", Answer(b"no", 500))
    site.answer("/hub2", Answer(status=202))
    await subscriber.subscribe_due(now)
    first = subscription(sqlite)
    site.answer(
        "/rss",
        feed(rss(item("B", "https://o.example/b")), link=f'<{site.url("/hub2")}>; rel="hub"'),
    )
    await polled.poll_due(source(sqlite).next_poll_at)
    row = subscription(sqlite)
    assert first is not None
    assert row is not None
    assert (row.hub, row.topic) == (site.url("/hub2"), site.url("/rss"))
    assert row.next_try_at == first.next_try_at
    assert {first.token, first.secret}.isdisjoint({row.token, row.secret})
    await subscriber.subscribe_due(row.next_try_at)
    assert len(site.asked("/hub2")) == 1


async def test_a_source_that_is_switched_off_is_not_subscribed(
    subscriber: Subscriber, site: Site, sqlite: Database, now: datetime
) -> None:
    add_sources(sqlite, now, spec("outlet", site.url("/rss"), enabled=False))
    assert (await subscriber.subscribe_due(now)).asked == 0


async def test_without_a_public_address_no_hub_is_remembered(
    site: Site, sqlite: Database, fetcher: Fetcher, workers: Workers, now: datetime
) -> None:
    options = PollOptions.of(load_settings(env_file=None, web_port=8080))
    link = '<https://hub.example/>; rel="hub"'
    add_sources(
        sqlite,
        now,
        spec("outlet", site.answer("/rss", feed(rss(item("A", "https://o.example/a")), link=link))),
    )
    await Poller(sqlite, fetcher, workers, options).poll_due(now)
    assert subscription(sqlite) is None
