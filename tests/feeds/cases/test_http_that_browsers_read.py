"""An answer that every browser reads is read, however its head was written."""

import pytest

from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchRequest
from tests.feeds.cases.raw_server import saying
from tests.feeds.making import item, rss

FEED = rss(*(item(f"Кеңес отырысы, {number}") for number in range(4))).encode()
SIZE = len(FEED)
TYPE = b"Content-Type: application/rss+xml\r\n"
LENGTH = b"Content-Length: %d\r\n" % SIZE
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"
CHUNK = b"%x\r\n%s\r\n" % (SIZE, FEED)
END = b"\r\n"

NEIGHBOURS = {
    "without a reason": b"HTTP/1.1 200\r\n" + TYPE + LENGTH + END + FEED,
    "of the first version": b"HTTP/1.0 200 OK\r\n" + TYPE + END + FEED,
    "of the first version with a length": b"HTTP/1.0 200 OK\r\n" + TYPE + LENGTH + END + FEED,
    "without a length": OK + TYPE + b"Connection: close\r\n" + END + FEED,
    "lengths in one line": OK + TYPE + b"Content-Length: %d, %d\r\n" % (SIZE, SIZE) + END + FEED,
    "an empty length": OK + TYPE + b"Content-Length:\r\nConnection: close\r\n" + END + FEED,
    "a length with a sign": OK + TYPE + b"Content-Length: +%d\r\n" % SIZE + END + FEED,
    "too short a length": OK + TYPE + b"Content-Length: %d\r\n" % (SIZE - 60) + END + FEED,
    "lines of one sign": (OK + TYPE + LENGTH + END).replace(b"\r\n", b"\n") + FEED,
    "a folded line": OK + b"X-Note: one\r\n two\r\n" + TYPE + LENGTH + END + FEED,
    "a line without a colon": OK + b"Nothing here\r\n" + TYPE + LENGTH + END + FEED,
    "letters of eight bits": OK
    + "X-City: Стамбул\r\n".encode("cp1251")
    + TYPE
    + LENGTH
    + END
    + FEED,
    "a name with a space": OK + b"X Powered By: us\r\n" + TYPE + LENGTH + END + FEED,
    "an empty name": OK + b": nobody\r\n" + TYPE + LENGTH + END + FEED,
    "hints before it": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    + OK
    + TYPE
    + LENGTH
    + END
    + FEED,
    "to go on before it": b"HTTP/1.1 100 Continue\r\n\r\n" + OK + TYPE + LENGTH + END + FEED,
    "a chunk with a remark": OK
    + TYPE
    + CHUNKED
    + END
    + CHUNK.replace(b"\r\n", b";a=b\r\n", 1)
    + b"0\r\n\r\n",
    "a head behind the chunks": OK + TYPE + CHUNKED + END + CHUNK + b"0\r\nX-Sum: 1\r\n\r\n",
    "chunks in capitals": OK
    + TYPE
    + CHUNKED.replace(b"chunked", b"Chunked")
    + END
    + CHUNK
    + b"0\r\n\r\n",
    "sizes with noughts": OK + TYPE + CHUNKED + END + b"0000" + CHUNK + b"0\r\n\r\n",
    "chunks without an end": OK + TYPE + CHUNKED + END + CHUNK,
}


@pytest.mark.parametrize("answer", NEIGHBOURS.values(), ids=NEIGHBOURS)
async def test_http_that_browsers_read_is_read(fetcher: Fetcher, answer: bytes) -> None:
    async with saying(answer) as url:
        fetched = await fetcher.fetch(FetchRequest(url))
    assert (fetched.body, fetched.complete) == (FEED, True)


async def test_http_that_browsers_read_and_cut_is_not_taken_for_whole(fetcher: Fetcher) -> None:
    answer = OK + TYPE + LENGTH + END + FEED[:-60]
    async with saying(answer) as url:
        fetched = await fetcher.fetch(FetchRequest(url))
    assert (fetched.body, fetched.complete) == (FEED[:-60], False)
