"""Answers that browsers read are read, and what is cut is never taken for whole."""

import gzip

import pytest

from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.lenient import begins_a_feed, is_whole
from bot.feeds.http.messages import FetchRequest
from tests.feeds.making import item, rss
from tests.feeds.server import Answer, Asked, Site

FEED = rss(*(item(f"Тюркские государства, новость {number}") for number in range(3))).encode()


@pytest.mark.parametrize(
    "headers",
    [
        {"content-length": "many"},
        {"x-cache stash ": "hit"},
        {"content-length": f"{len(FEED)}\n{len(FEED)}"},
        {"content-length": str(len(FEED.decode()))},
        {"content-length": str(len(FEED) + 900), "connection": "close"},
    ],
    ids=["no number", "space before the colon", "told twice", "in letters", "too large"],
)
async def test_http_that_browsers_read(
    site: Site, fetcher: Fetcher, headers: dict[str, str]
) -> None:
    fetched = await fetcher.fetch(FetchRequest(site.answer("/rss", Answer(FEED, headers=headers))))
    assert (fetched.body, fetched.complete) == (FEED, True)


async def test_a_length_beside_chunks_counts_for_nothing(site: Site, fetcher: Fetcher) -> None:
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(FEED), FEED)
    answer = Answer(body, headers={"transfer-encoding": "chunked", "content-length": "7"})
    fetched = await fetcher.fetch(FetchRequest(site.answer("/rss", answer)))
    assert (fetched.body, fetched.complete) == (FEED, True)


@pytest.mark.parametrize("members", [1, 2, 3, 7])
async def test_gzip_in_several_members(site: Site, fetcher: Fetcher, members: int) -> None:
    size = -(-len(FEED) // members)
    parts = [FEED[start : start + size] for start in range(0, len(FEED), size)]
    body = b"".join(gzip.compress(part, mtime=0) for part in parts)
    answer = Answer(body, headers={"content-encoding": "gzip"})
    fetched = await fetcher.fetch(FetchRequest(site.answer("/rss", answer)))
    assert (fetched.body, fetched.complete) == (FEED, True)


async def test_a_last_member_that_is_cut_is_not_whole(site: Site, fetcher: Fetcher) -> None:
    body = gzip.compress(FEED[:50]) + gzip.compress(FEED[50:])[:-30]
    answer = Answer(body, headers={"content-encoding": "gzip"})
    assert not (await fetcher.fetch(FetchRequest(site.answer("/rss", answer)))).complete


async def test_padding_behind_a_gzip_file_is_no_member(site: Site, fetcher: Fetcher) -> None:
    answer = Answer(gzip.compress(FEED) + b"\0" * 512, headers={"content-encoding": "gzip"})
    fetched = await fetcher.fetch(FetchRequest(site.answer("/rss", answer)))
    assert (fetched.body, fetched.complete) == (FEED, True)


async def test_cookie_wall_a_cookie_is_kept_for_the_one_fetch(site: Site, fetcher: Fetcher) -> None:
    def wall(asked: Asked) -> Answer:
        if "seen=1" in asked.headers.get("cookie", ""):
            return Answer(FEED)
        headers = {"location": "/rss", "set-cookie": "seen=1; path=/"}
        return Answer(status=302, headers=headers)

    url = site.answer("/rss", wall)
    for _ in range(2):
        assert (await fetcher.fetch(FetchRequest(url))).body == FEED
    sent = [request.headers.get("cookie") for request in site.asked("/rss")]
    assert sent == [None, "seen=1", None, "seen=1"]


async def test_a_user_and_a_password_are_sent_and_never_told(site: Site, fetcher: Fetcher) -> None:
    url = site.answer("/rss", Answer(FEED)).replace("//", "//reader:pass%40word@")
    fetched = await fetcher.fetch(FetchRequest(url))
    assert site.requests[0].headers["authorization"] == "Basic cmVhZGVyOnBhc3NAd29yZA=="
    assert "pass" not in fetched.url


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (b"<rss><channel></channel></rss>\n", True),
        (b"<feed></feed><!-- served in 3 ms -->", True),
        (b"<rdf:RDF></rdf:RDF>", True),
        (b'{"version": "1"}', True),
        (b"<rss><channel><item><title>Half", False),
        (b"", False),
    ],
)
def test_a_document_is_whole_by_its_end(body: bytes, whole: bool) -> None:
    assert is_whole(body) is whole


def test_only_feeds_are_judged_by_their_end() -> None:
    assert begins_a_feed(b"\xef\xbb\xbf<?xml version='1.0'?><rss/>")
    assert not begins_a_feed(b"<!doctype html><html>")
