"""An answer is made once for all who ask for it, packed, and not sent to who has it.

One that is kept holds as long as what it was made from is found again.
"""

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web

from bot.web.answers import LATE_SECONDS, MOST_SECONDS, Answer, AnswerCache
from bot.web.conditional import ConditionalAnswers
from bot.web.made_from import made_from
from bot.web.server import serving

TEXT = "Ұлы дала. " * 200


class Site:
    """A page that counts how often it is looked up and how often it is made."""

    def __init__(self) -> None:
        self.looked_up = self.made = 0
        self.text = TEXT
        self.headers = {"Cache-Control": "public, max-age=60", "Vary": "Cookie"}
        self.seconds = 0.0
        self.gate = asyncio.Event()
        self.gate.set()
        self.begun = asyncio.Event()
        self.found: object = 1
        self.fails = self.untold = False

    def clock(self) -> float:
        """Return seconds that a test turns on."""
        return self.seconds

    async def page(self, request: web.Request) -> web.Response:
        """Make the page from what a test lets be found."""
        self.looked_up += 1
        self.begun.set()
        await self.gate.wait()
        if self.fails:
            raise RuntimeError("out of order")
        if not self.untold:
            made_from(request).tell(self.found)
        self.made += 1
        if request.query.get("missing"):
            raise web.HTTPNotFound
        return web.Response(text=self.text, headers=self.headers, content_type="text/html")


@asynccontextmanager
async def _opened(site: Site) -> AsyncIterator[ClientSession]:
    served = web.Application()
    ConditionalAnswers(AnswerCache(100_000, site.clock)).serve(served)
    served.router.add_get("/", site.page)
    served.router.add_post("/", site.page)
    async with (
        serving(served, "127.0.0.1", 0) as address,
        ClientSession(address, auto_decompress=False) as client,
    ):
        yield client


@pytest.fixture
async def site() -> Site:
    return Site()


@pytest.fixture
async def client(site: Site) -> AsyncIterator[ClientSession]:
    async with _opened(site) as client:
        yield client


async def test_who_takes_it_packed_gets_it_packed(client: ClientSession) -> None:
    async with client.get("/", headers={"Accept-Encoding": "br, gzip"}) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        assert response.headers["Vary"] == "Cookie, Accept-Encoding"
        assert gzip.decompress(await response.read()).decode() == TEXT
    for refusing in ("identity", "gzip;q=0", "x" * 5000):
        async with client.get("/", headers={"Accept-Encoding": refusing}) as response:
            assert "Content-Encoding" not in response.headers
            assert await response.text() == TEXT


async def test_who_has_it_is_told_so_until_it_changes(client: ClientSession, site: Site) -> None:
    async with client.get("/") as response:
        tag = response.headers["ETag"]
    for known in (tag, f'"other", {tag}', tag.removeprefix("W/"), "*"):
        async with client.get("/", headers={"If-None-Match": known}) as response:
            assert (response.status, await response.read()) == (304, b"")
            assert response.headers["ETag"] == tag
    site.text, site.seconds = "Another page. " * 100, LATE_SECONDS + 1
    site.found = 2
    async with client.get("/", headers={"If-None-Match": tag}) as response:
        assert response.status == 200
        assert response.headers["ETag"] != tag


async def test_what_everybody_sees_alike_is_made_once_in_a_while(
    client: ClientSession, site: Site
) -> None:
    for _ in range(3):
        async with client.get("/") as response:
            assert response.status == 200
    assert site.made == 1
    async with client.get("/?other") as response:
        assert response.status == 200
    async with client.get("/", cookies={"theme": "dark"}) as response:
        assert response.status == 200
    assert site.made == 3


async def _text(client: ClientSession) -> str:
    async with client.get("/", headers={"Accept-Encoding": "identity"}) as response:
        assert response.status == 200
        return await response.text()


async def _until(site: Site, looked_up: int) -> None:
    """Wait until the page has been looked up so often."""
    while site.looked_up < looked_up:
        site.begun.clear()
        await site.begun.wait()


async def test_what_is_a_little_old_is_given_at_once_and_made_anew_behind(
    client: ClientSession, site: Site
) -> None:
    assert await _text(client) == TEXT
    site.text, site.seconds = "Another page.", 20
    site.found = 2
    site.gate.clear()  # nobody waits for the page that is made
    assert [await _text(client) for _ in range(3)] == [TEXT] * 3
    await _until(site, 2)
    site.gate.set()
    while await _text(client) == TEXT:
        pass
    assert await _text(client) == "Another page."
    assert site.made == 2


async def test_what_is_a_little_old_and_holds_is_not_made_again(
    client: ClientSession, site: Site
) -> None:
    assert await _text(client) == TEXT
    site.seconds = 20
    assert await _text(client) == TEXT
    await _until(site, 2)
    site.seconds += LATE_SECONDS - 1  # known to hold since, and so a little old again
    assert await _text(client) == TEXT
    await _until(site, 3)
    assert site.made == 1


@pytest.mark.parametrize(
    ("seconds", "changed", "waited_for"),
    [
        (LATE_SECONDS - 1, True, False),
        (LATE_SECONDS, True, True),
        (LATE_SECONDS, False, False),
        (MOST_SECONDS - 1, False, False),
        (MOST_SECONDS, False, True),
    ],
)
async def test_what_is_old_is_given_only_where_the_same_is_found(
    client: ClientSession, site: Site, seconds: float, changed: bool, waited_for: bool
) -> None:
    assert await _text(client) == TEXT
    site.text, site.seconds = "Another page.", seconds
    site.found = 2 if changed else 1
    assert (await _text(client) == "Another page.") is waited_for


async def test_what_nobody_told_the_making_of_is_made_anew(
    client: ClientSession, site: Site
) -> None:
    assert await _text(client) == TEXT
    site.text, site.seconds = "Another page.", LATE_SECONDS
    site.untold = True
    assert await _text(client) == "Another page."
    site.text, site.seconds = TEXT, 2 * LATE_SECONDS
    assert await _text(client) == TEXT


async def test_what_cannot_be_made_anew_is_given_on(client: ClientSession, site: Site) -> None:
    assert await _text(client) == TEXT
    site.seconds, site.fails = 20, True
    assert await _text(client) == TEXT
    await _until(site, 2)
    assert await _text(client) == TEXT
    site.fails, site.found, site.text = False, 2, "Another page."
    while await _text(client) == TEXT:
        pass


async def test_what_is_made_for_nobody_ends_with_the_server(site: Site) -> None:
    async with _opened(site) as client:
        assert await _text(client) == TEXT
        site.seconds = 20
        site.gate.clear()
        assert await _text(client) == TEXT
        await _until(site, 2)


async def test_many_who_ask_at_once_wait_for_the_one_that_is_made(
    client: ClientSession, site: Site
) -> None:
    async def ask() -> int:
        async with client.get("/") as response:
            return response.status

    site.gate.clear()
    asking = [asyncio.create_task(ask()) for _ in range(20)]
    await site.begun.wait()
    site.gate.set()
    assert await asyncio.gather(*asking) == [200] * 20
    assert site.made == 1


@pytest.mark.parametrize("control", ["private, max-age=9", "no-store", ""])
async def test_what_is_not_public_is_made_for_each(
    client: ClientSession, site: Site, control: str
) -> None:
    site.headers = {"Cache-Control": control}
    for _ in range(2):
        async with client.get("/") as response:
            assert await response.read()
    assert site.made == 2


async def test_errors_and_what_is_posted_are_left_alone(client: ClientSession, site: Site) -> None:
    for _ in range(2):
        async with client.get("/?missing=1") as response:
            assert response.status == 404
        async with client.post("/") as response:
            assert "ETag" not in response.headers
    assert site.made == 4


async def test_the_head_of_an_answer_is_that_of_the_whole(client: ClientSession) -> None:
    async with client.head("/") as head, client.get("/") as whole:
        assert head.headers["ETag"] == whole.headers["ETag"]
        assert await head.read() == b""


def answer(size: int) -> Answer:
    return Answer(b"x" * size, packed=False, headers=(), tag='"t"')


def test_memory_is_bounded_and_what_was_used_longest_ago_goes_first() -> None:
    cache = AnswerCache(100, lambda: 0.0)
    for name in "abc":
        cache.keep((name,), answer(40))
        cache.get(("a",))
    assert [cache.get((name,)) is not None for name in "abc"] == [True, False, True]
    cache.keep(("huge",), answer(101))
    assert cache.get(("huge",)) is None
    assert cache.get(("a",)) is not None
