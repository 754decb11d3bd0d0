"""A body that was packed in pieces is read to its end, and what was cut is asked for again."""

import gzip
import zlib

import pytest

from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchRequest
from tests.feeds.making import item, rss
from tests.feeds.server import Answer, Site

FEED = rss(*(item(f"News of the council, part {number}") for number in range(6))).encode()
HALF = len(FEED) // 2
KYRGYZ = FEED.replace(b"council", "кеңеш".encode())
WITHIN = KYRGYZ.index("ң".encode()) + 1


def packed(*pieces: bytes, level: int = 9) -> bytes:
    """Each piece as a member of its own."""
    return b"".join(gzip.compress(piece, level, mtime=0) for piece in pieces)


def named(piece: bytes) -> bytes:
    """A member with the name of its file and a remark in its head."""
    whole = gzip.compress(piece, mtime=0)
    return whole[:3] + b"\x18" + whole[4:10] + b"feed.xml\0made by night\0" + whole[10:]


def flushed(body: bytes) -> bytes:
    """One member that was written out in the middle, as servers that stream do."""
    packer = zlib.compressobj(wbits=31)
    first = packer.compress(body[:HALF]) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + packer.compress(body[HALF:]) + packer.flush()


NEIGHBOURS = {
    "an empty first member": packed(b"", FEED),
    "an empty last member": packed(FEED, b""),
    "a member for each of many bytes": packed(*(FEED[at : at + 1] for at in range(len(FEED)))),
    "stored without packing": packed(FEED[:HALF], FEED[HALF:], level=0),
    "with the names of files": named(FEED[:HALF]) + named(FEED[HALF:]),
    "written out in the middle": flushed(FEED),
    "cut within a letter": packed(KYRGYZ[:WITHIN], KYRGYZ[WITHIN:]),
}


@pytest.mark.parametrize("name", ["gzip", "x-gzip", "GZIP"])
@pytest.mark.parametrize("body", NEIGHBOURS.values(), ids=NEIGHBOURS)
async def test_gzip_in_several_members_is_read_whole(
    site: Site, fetcher: Fetcher, body: bytes, name: str
) -> None:
    answer = Answer(body, headers={"content-encoding": name})
    fetched = await fetcher.fetch(FetchRequest(site.answer("/rss", answer)))
    assert fetched.body == gzip.decompress(body)
    assert fetched.complete


async def test_gzip_in_several_members_in_chunks(site: Site, fetcher: Fetcher) -> None:
    members = [packed(FEED[:HALF]), packed(FEED[HALF:])]
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in members) + b"0\r\n\r\n"
    headers = {
        "content-encoding": "gzip",
        "transfer-encoding": "chunked",
        "content-length": "none",
    }
    answer = Answer(chunks, headers=headers)
    fetched = await fetcher.fetch(FetchRequest(site.answer("/rss", answer)))
    assert (fetched.body, fetched.complete) == (FEED, True)
