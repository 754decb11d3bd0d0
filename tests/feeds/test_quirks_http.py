"""FIELD.md, Q26 to Q41: answers that are no feeds, or depend on who asks, or move, lie or drip.

Also those that say "not modified" for ever.

Bodies that are cut, compressed wrongly or endless are also in test_http.py.
"""

import asyncio
import ssl
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.guard import Guard
from bot.feeds.http.messages import Connection, FetchLimits, FetchRequest
from bot.feeds.polling.poller import Poller
from storage import sources
from storage.database import Database
from tests.feeds.conftest import LOOPBACK, USER_AGENT
from tests.feeds.making import add_sources, item, polled, rss, source, spec, stored
from tests.feeds.server import Answer, Asked, Site, feed, gzipped, page, redirect, serving

RSS = rss(item("A", "https://o.example/a"))
DAY = timedelta(days=1)
CERTIFICATES = Path(__file__).parent / "certificates"


async def test_q26_a_web_page_instead_of_a_feed_is_said_to_be_that_and_not_broken_xml(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    await polled(
        site,
        poller,
        sqlite,
        now,
        page(
            "\n<!DOCTYPE html><html><head><title>Home</title></head><body>&nbsp;<p>x</body></html>"
        ),
    )
    assert (source(sqlite).failure_cause, source(sqlite).failure_detail) == (
        "not-a-feed",
        "a web page",
    )


async def test_q27_a_feed_without_items_is_borne_a_while_and_then_told(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    empty = feed(rss())
    await polled(site, poller, sqlite, now, feed(RSS), empty, empty)
    assert source(sqlite).failures == 0
    await poller.poll_due(source(sqlite).next_poll_at)
    assert (source(sqlite).failure_cause, source(sqlite).failure_detail) == (
        "empty",
        "a feed without items; there were 1 before",
    )


@pytest.mark.parametrize("status", [200, 202, 204])
async def test_q28_an_empty_body_is_a_failure(
    site: Site, poller: Poller, sqlite: Database, now: datetime, status: int
) -> None:
    await polled(site, poller, sqlite, now, Answer(b"", status))
    assert source(sqlite).failure_cause == "empty"


def only_browsers(asked: Asked) -> Answer:
    return (
        feed(RSS)
        if asked.headers["user-agent"].startswith("Mozilla")
        else Answer(b"Bad request", 400)
    )


def no_browsers(asked: Asked) -> Answer:
    return (
        page("<html>Home</html>")
        if asked.headers["user-agent"].startswith("Mozilla")
        else feed(RSS)
    )


@pytest.mark.parametrize(
    ("script", "user_agent"),
    [(only_browsers, "Mozilla/5.0 (X11; Linux x86_64)"), (no_browsers, None)],
    ids=["q29", "q30"],
)
async def test_q29_q30_each_source_is_asked_under_the_name_that_it_answers_to(
    site: Site,
    poller: Poller,
    sqlite: Database,
    now: datetime,
    script: object,
    user_agent: str | None,
) -> None:
    # A script of either kind.
    url = site.answer("/rss", script)  # type: ignore[arg-type]
    add_sources(sqlite, now, spec("outlet", url, user_agent=user_agent))
    assert (await poller.poll_due(now)).articles == 1


async def test_q31_a_challenge_is_a_long_pause_and_no_storm(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    await polled(site, poller, sqlite, now, Answer(b"<html>", 503, {"cf-mitigated": "challenge"}))
    assert source(sqlite).failure_cause == "blocked"
    assert source(sqlite).next_poll_at >= now + timedelta(hours=1)
    assert len(site.requests) == 1


async def test_q32_a_source_that_is_gone_is_parked_the_admins_are_told_once_and_it_may_return(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    add_sources(
        sqlite,
        now,
        spec(
            "outlet",
            site.answer("/rss", Answer(b"", 410), Answer(b"", 410), Answer(b"", 410), feed(RSS)),
        ),
    )
    parked = []
    for _ in range(3):
        parked.append((await poller.poll_due(now)).parked)
        now = source(sqlite).next_poll_at
    assert parked == [0, 1, 0]
    with sqlite.transaction() as session:
        (untold,) = sources.newly_parked(session)
        assert untold.key == "outlet"
        sources.told(session, [untold.id], now)
        assert sources.newly_parked(session) == []
    assert now - (source(sqlite).last_polled_at or now) >= timedelta(days=7)
    assert (await poller.poll_due(now)).articles == 1
    assert source(sqlite).parked_at is None


async def test_q32_a_source_that_is_not_found_for_days_is_parked(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    add_sources(sqlite, now, spec("outlet", site.answer("/rss", Answer(b"", 404))))
    for _ in range(12):
        await poller.poll_due(now)
        now = source(sqlite).next_poll_at
    assert source(sqlite).parked_at is not None
    assert (source(sqlite).parked_at or now) - (source(sqlite).failing_since or now) >= timedelta(
        days=4
    )


async def test_q33_a_permanent_redirect_moves_the_source_once_it_has_held_for_a_week(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    new = site.answer("/new", feed(RSS))
    old = site.answer("/rss", redirect("/new", 308))
    add_sources(sqlite, now, spec("outlet", old))
    await poller.poll_due(now)
    assert (source(sqlite).url, source(sqlite).moved_to) == (old, new)
    site.answer("/new", feed(RSS + " "))
    await poller.poll_due(now + 8 * DAY)
    assert source(sqlite).url == new


async def test_q33_a_redirect_to_a_maintenance_page_moves_nothing(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    site.answer("/closed", page("<html>Back soon</html>"))
    old = site.answer("/rss", redirect("/closed", 301))
    add_sources(sqlite, now, spec("outlet", old))
    for day in (0, 9, 18):
        await poller.poll_due(now + day * DAY)
    assert (source(sqlite).url, source(sqlite).moved_to, source(sqlite).failure_cause) == (
        old,
        None,
        "not-a-feed",
    )


async def test_q33_a_redirect_to_another_site_is_followed_but_moves_nothing(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    site.answer("/brand", feed(RSS), feed(RSS + " "), feed(RSS + "  "))
    old = site.answer("/rss", redirect(site.url("/brand", "localhost"), 301))
    add_sources(sqlite, now, spec("outlet", old))
    for day in (0, 9, 18):
        assert (await poller.poll_due(now + day * DAY)).failed == 0
    assert source(sqlite).url == old


async def test_q33_a_redirect_to_itself_ends(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(FeedError) as caught:
        await fetcher.fetch(FetchRequest(site.answer("/rss", redirect("/rss", 301))))
    assert (caught.value.cause, len(site.requests)) == (Cause.HTTP, 1)


async def test_q34_validators_that_are_stuck_are_not_believed_for_ever(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    def stuck(asked: Asked) -> Answer:
        if "if-none-match" in asked.headers or "if-modified-since" in asked.headers:
            return Answer(status=304, headers={"last-modified": "Thu, 01 Jan 2041 00:00:00 GMT"})
        return feed(
            rss(
                item(
                    f"Headline after {len(site.requests)}",
                    f"https://o.example/{len(site.requests)}",
                )
            ),
            last_modified="Thu, 01 Jan 2041 00:00:00 GMT",
        )

    add_sources(sqlite, now, spec("outlet", site.answer("/rss", stuck)))
    for _ in range(20):
        await poller.poll_due(now)
        now = source(sqlite).next_poll_at
    assert len(stored(sqlite)) == 2


async def test_q35_not_modified_to_a_request_without_validators_is_a_failure(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    await polled(site, poller, sqlite, now, Answer(status=304))
    assert source(sqlite).failure_cause == "empty"


async def test_q35_not_modified_after_a_redirect_is_believed(site: Site, fetcher: Fetcher) -> None:
    site.answer("/new", Answer(status=304))
    fetched = await fetcher.fetch(FetchRequest(site.answer("/rss", redirect("/new")), etag='"1"'))
    assert fetched.not_modified
    assert site.asked("/new")[0].headers["if-none-match"] == '"1"'


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (RSS.encode(), "gzip"),
        (gzipped(gzipped(RSS.encode())), "gzip"),
        (RSS.encode(), "br"),
        (gzipped(RSS.encode()), ""),
        (gzipped(RSS.encode()), "br"),
    ],
    ids=["plain under gzip", "twice", "plain under br", "undeclared", "gzip under br"],
)
async def test_q36_a_wrong_content_encoding_loses_nothing(
    site: Site, poller: Poller, sqlite: Database, now: datetime, body: bytes, encoding: str
) -> None:
    await polled(
        site,
        poller,
        sqlite,
        now,
        Answer(body, headers={"content-encoding": encoding} if encoding else {}),
    )
    assert len(stored(sqlite)) == 1


async def test_q36_a_truncated_gzip_is_read_as_far_as_it_goes_and_asked_for_again(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    body = rss(
        *(
            item(f"Headline of article {n}", f"https://o.example/{n}", text=str(n) * 90)
            for n in range(40)
        )
    )
    cut = gzipped(body.encode())[:-300]
    await polled(
        site,
        poller,
        sqlite,
        now,
        Answer(cut, headers={"content-encoding": "gzip", "etag": '"1"'}),
        feed(body),
    )
    assert "if-none-match" not in site.requests[1].headers
    assert len(stored(sqlite)) == 40


async def test_q37_compression_is_asked_for_in_forms_that_can_be_read(
    site: Site, fetcher: Fetcher
) -> None:
    await fetcher.fetch(FetchRequest(site.answer("/rss", feed(RSS))))
    assert set(site.requests[0].headers["accept-encoding"].split(", ")) == {"gzip", "deflate"}


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"<rss>" * 10_000, endless=True),
        Answer(gzipped(b" " * 30_000_000), headers={"content-encoding": "gzip"}),
        Answer(gzipped(gzipped(b" " * 30_000_000)), headers={"content-encoding": "gzip"}),
    ],
    ids=["endless", "bomb", "bomb in a bomb"],
)
async def test_q38_a_body_out_of_all_size_is_cut_off(
    site: Site, poller: Poller, sqlite: Database, now: datetime, answer: Answer
) -> None:
    await polled(site, poller, sqlite, now, answer)
    assert source(sqlite).failure_cause == "too-big"


async def test_q39_a_drip_ends_at_the_deadline_however_often_a_byte_comes(
    site: Site, hasty_fetcher: Fetcher
) -> None:
    with pytest.raises(FeedError) as caught:
        await hasty_fetcher.fetch(
            FetchRequest(site.answer("/rss", Answer(RSS.encode() * 50, drip=1)))
        )
    assert caught.value.cause is Cause.TIMEOUT


async def test_q40_a_slow_but_good_answer_is_waited_for(site: Site, fetcher: Fetcher) -> None:
    assert (
        await fetcher.fetch(FetchRequest(site.answer("/rss", Answer(RSS.encode(), drip=20))))
    ).body == RSS.encode()
    assert FetchLimits().deadline >= 60


def tls(name: str) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATES / f"{name}.pem")
    return context


@pytest.mark.parametrize(
    ("name", "detail"),
    [
        ("unchained", "the certificate chain is incomplete"),
        ("elsewhere", "the certificate is for another host"),
        ("expired", "the certificate has expired"),
        ("self-signed", "the certificate is signed by itself"),
    ],
)
async def test_q41_each_fault_of_a_certificate_is_told_apart(name: str, detail: str) -> None:
    trusting = ssl.create_default_context(cafile=str(CERTIFICATES / "authority.pem"))
    async with (
        serving(tls(name)) as site,
        Fetcher(
            Guard(LOOPBACK), user_agent=USER_AGENT, connection=Connection(tls=trusting)
        ) as fetcher,
    ):
        with pytest.raises(FeedError) as caught:
            await fetcher.fetch(FetchRequest(site.url("/rss", "localhost")))
    assert (caught.value.cause, caught.value.detail) == (Cause.TLS, detail)


async def test_q41_a_good_certificate_is_taken() -> None:
    trusting = ssl.create_default_context(cafile=str(CERTIFICATES / "authority.pem"))
    async with (
        serving(tls("good")) as site,
        Fetcher(
            Guard(LOOPBACK), user_agent=USER_AGENT, connection=Connection(tls=trusting)
        ) as fetcher,
    ):
        site.answer("/rss", feed(RSS))
        assert (
            await fetcher.fetch(FetchRequest(site.url("/rss", "localhost")))
        ).body == RSS.encode()


@pytest.mark.parametrize(
    "answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b""], ids=["speaks plainly", "hangs up"]
)
async def test_q41_a_server_that_does_not_shake_hands_is_a_failure_of_tls(
    fetcher: Fetcher, answer: bytes
) -> None:
    async def rude(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(rude, "127.0.0.1", 0)
    async with server:
        with pytest.raises(FeedError) as caught:
            await fetcher.fetch(
                FetchRequest(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/rss")
            )
    assert caught.value.cause is Cause.TLS
