"""The HTTP fetcher: what it brings, and by which cause it refuses."""

import zlib

import pytest

from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchRequest
from tests.feeds.conftest import USER_AGENT
from tests.feeds.server import Answer, Site, feed, gzipped, redirect

RSS = b"<rss version='2.0'><channel><title>T</title><item><title>A</title></item></channel></rss>"


async def refused(fetcher: Fetcher, url: str) -> FeedError:
    with pytest.raises(FeedError) as caught:
        await fetcher.fetch(FetchRequest(url))
    return caught.value


async def test_it_brings_the_body_with_the_validators_and_says_who_it_is(
    site: Site, fetcher: Fetcher
) -> None:
    url = site.answer("/rss", feed(RSS, etag='"v1"', last_modified="Tue, 23 Apr 2024 10:00:00 GMT"))
    fetched = await fetcher.fetch(FetchRequest(url))
    assert (fetched.status, fetched.body, fetched.etag, fetched.complete) == (
        200,
        RSS,
        '"v1"',
        True,
    )
    assert fetched.last_modified == "Tue, 23 Apr 2024 10:00:00 GMT"
    assert site.requests[0].headers["user-agent"] == USER_AGENT
    assert "gzip" in site.requests[0].headers["accept-encoding"]


async def test_validators_are_sent_and_304_brings_no_body(site: Site, fetcher: Fetcher) -> None:
    url = site.answer("/rss", Answer(status=304, headers={"etag": '"v1"'}))
    fetched = await fetcher.fetch(
        FetchRequest(url, etag='"v1"', last_modified="Tue, 23 Apr 2024 10:00:00 GMT")
    )
    assert fetched.not_modified
    assert fetched.body == b""
    sent = site.requests[0].headers
    assert (sent["if-none-match"], sent["if-modified-since"]) == (
        '"v1"',
        "Tue, 23 Apr 2024 10:00:00 GMT",
    )


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        (404, Cause.GONE),
        (410, Cause.GONE),
        (403, Cause.BLOCKED),
        (429, Cause.BLOCKED),
        (400, Cause.BLOCKED),
        (500, Cause.HTTP),
        (503, Cause.HTTP),
    ],
)
async def test_a_refusal_has_a_named_cause_and_its_status(
    site: Site, fetcher: Fetcher, status: int, cause: Cause
) -> None:
    error = await refused(fetcher, site.answer("/rss", Answer(b"no", status)))
    assert (error.cause, error.status) == (cause, status)


async def test_a_body_is_cut_off_at_the_cap_while_it_streams(site: Site, fetcher: Fetcher) -> None:
    assert (
        await refused(fetcher, site.answer("/big", Answer(b"x" * 65_536, endless=True)))
    ).cause is Cause.TOO_BIG


async def test_a_compressed_bomb_is_counted_after_decompression(
    site: Site, fetcher: Fetcher
) -> None:
    bomb = gzipped(b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    url = site.answer("/bomb", Answer(bomb, headers={"content-encoding": "gzip"}))
    assert (await refused(fetcher, url)).cause is Cause.TOO_BIG


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzipped(RSS)),
        ("deflate", zlib.compress(RSS)),
        ("deflate", zlib.compress(RSS)[2:-4]),
        ("gzip", RSS),
        ("", gzipped(RSS)),
        ("gzip", gzipped(gzipped(RSS))),
        ("br", RSS),
    ],
    ids=[
        "gzip",
        "zlib",
        "raw deflate",
        "plain under gzip",
        "gzip undeclared",
        "gzip twice",
        "plain under br",
    ],
)
async def test_a_body_is_read_as_what_it_is_whatever_is_declared(
    site: Site, fetcher: Fetcher, encoding: str, body: bytes
) -> None:
    url = site.answer(
        "/rss", Answer(body, headers={"content-encoding": encoding} if encoding else {})
    )
    assert (await fetcher.fetch(FetchRequest(url))).body == RSS


async def test_a_slow_drip_ends_at_the_deadline(site: Site, hasty_fetcher: Fetcher) -> None:
    url = site.answer("/drip", Answer(b"<rss>" * 10_000, drip=1))
    assert (await refused(hasty_fetcher, url)).cause is Cause.TIMEOUT


@pytest.mark.parametrize(
    "answer",
    [Answer(silent=True), Answer(b"<rss>", hang=True)],
    ids=["silent", "hangs after the head"],
)
async def test_a_silent_server_ends_at_the_deadline(
    site: Site, hasty_fetcher: Fetcher, answer: Answer
) -> None:
    assert (await refused(hasty_fetcher, site.answer("/rss", answer))).cause is Cause.TIMEOUT


async def test_a_cut_body_is_brought_and_said_to_be_incomplete(
    site: Site, fetcher: Fetcher
) -> None:
    fetched = await fetcher.fetch(FetchRequest(site.answer("/cut", Answer(RSS, cut_after=40))))
    assert not fetched.complete
    assert fetched.body == RSS[:40]


async def test_a_length_that_promises_too_much_is_no_loss(site: Site, fetcher: Fetcher) -> None:
    fetched = await fetcher.fetch(
        FetchRequest(
            site.answer(
                "/lie", Answer(RSS, headers={"content-length": "9000", "connection": "close"})
            )
        )
    )
    assert (fetched.body, fetched.complete) == (RSS, True)


async def test_redirects_are_followed_and_only_permanent_ones_move_the_source(
    site: Site, fetcher: Fetcher
) -> None:
    target = site.answer("/new", feed(RSS))
    for_good = await fetcher.fetch(FetchRequest(site.answer("/old", redirect("/new", 301))))
    for_now = await fetcher.fetch(FetchRequest(site.answer("/old2", redirect("/new", 302))))
    assert (for_good.url, for_good.moved_to) == (target, target)
    assert (for_now.url, for_now.moved_to) == (target, None)


async def test_a_circle_and_a_long_chain_of_redirects_end(site: Site, fetcher: Fetcher) -> None:
    site.answer("/b", redirect("/a", 301))
    assert (await refused(fetcher, site.answer("/a", redirect("/b", 301)))).cause is Cause.HTTP
    for step in range(9):
        site.answer(f"/{step}", redirect(f"/{step + 1}"))
    error = await refused(fetcher, site.url("/0"))
    assert error.cause is Cause.HTTP
    assert len(site.asked("/6")) == 0


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "javascript:alert(1)",
        "data:text/plain,x",
        "http://",
        "http://[::",
    ],
)
async def test_a_redirect_to_anything_but_the_web_is_refused(
    site: Site, fetcher: Fetcher, target: str
) -> None:
    assert (await refused(fetcher, site.answer("/rss", redirect(target)))).cause is Cause.HTTP
    assert len(site.requests) == 1


async def test_headers_of_a_source_stay_with_its_host(site: Site, fetcher: Fetcher) -> None:
    site.answer("/there", feed(RSS))
    url = site.answer("/here", redirect(site.url("/there", "127.0.0.2")))
    # 127.0.0.2 is loopback too, but another host; nothing listens there, and that is where the
    # request goes.
    with pytest.raises(FeedError):
        await fetcher.fetch(FetchRequest(url, headers={"x-key": "secret"}))
    assert site.requests[0].headers["x-key"] == "secret"
    assert len(site.requests) == 1


async def test_a_source_can_ask_under_another_name(site: Site, fetcher: Fetcher) -> None:
    def by_name(asked: object) -> Answer:
        return (
            feed(RSS)
            if "Reader" in getattr(asked, "headers", {})["user-agent"]
            else Answer(b"<html>", 400)
        )

    url = site.answer("/rss", by_name)
    assert (await refused(fetcher, url)).cause is Cause.BLOCKED
    assert (await fetcher.fetch(FetchRequest(url, user_agent="Reader/1.0"))).body == RSS


async def test_nobody_listening_is_a_failure_of_the_network(fetcher: Fetcher, site: Site) -> None:
    url = site.url("/x").replace("127.0.0.1", "127.0.0.3")
    assert (await refused(fetcher, url)).cause is Cause.NETWORK


async def test_an_empty_answer_is_a_failure(site: Site, fetcher: Fetcher) -> None:
    assert (await refused(fetcher, site.answer("/e", Answer(b"", 202)))).cause is Cause.EMPTY
    assert (await refused(fetcher, site.answer("/w", Answer(b" \n", 200)))).cause is Cause.EMPTY


async def test_an_answer_that_is_not_http_is_a_failure_with_a_cause(
    site: Site, fetcher: Fetcher
) -> None:
    assert (await refused(fetcher, site.answer("/x", Answer(b"x", 99999)))).cause is Cause.HTTP


async def test_headers_with_bytes_that_are_no_text_can_be_handed_on(
    site: Site, fetcher: Fetcher
) -> None:
    broken = {"etag": '"\udcff\udcfe"', "link": "<\udcff>; rel=hub", "set-cookie": "a=\udcff"}
    url = site.answer("/rss", feed(RSS, **broken))
    fetched = await fetcher.fetch(FetchRequest(url))
    assert fetched.body == RSS
    for value in fetched.headers.values():
        value.encode()


async def test_a_redirect_with_bytes_that_are_no_text_ends_with_a_cause(
    site: Site, fetcher: Fetcher
) -> None:
    url = site.answer(
        "/away", Answer(status=302, headers={"location": "/\udcff", "set-cookie": "a=\udcff"})
    )
    assert isinstance(await refused(fetcher, url), FeedError)
