"""Whoever asks for too much waits; nobody else does, and no address is remembered."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, web

from bot.web.rate_limit import RequestLimiter, limited, visitor_of
from bot.web.server import serving


class Clock:
    """Seconds that a test turns on."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_burst_is_answered_and_then_as_many_as_the_pace_allows() -> None:
    clock = Clock()
    limiter = RequestLimiter(3, 2.0, clock=clock)
    assert [limiter.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert limiter.wait("b") == 0
    clock.seconds = 0.5
    assert [limiter.wait("a") for _ in range(2)] == [0, 0.5]
    clock.seconds = 1_000_000
    assert [limiter.wait("a") > 0 for _ in range(4)] == [False, False, False, True]


def test_visitors_are_remembered_up_to_a_number_and_never_by_address() -> None:
    limiter = RequestLimiter(1, 1.0, most=5)
    for number in range(1000):
        limiter.wait(f"203.0.113.{number}")
    kept = vars(limiter)["_left"]
    assert len(kept) == 5
    assert "203.0.113" not in repr(vars(kept))


@pytest.mark.parametrize(
    ("peer", "forwarded", "visitor"),
    [
        ("93.184.216.34", "", "93.184.216.34"),
        ("93.184.216.34", "8.8.8.8", "93.184.216.34"),
        ("127.0.0.1", "8.8.8.8", "8.8.8.8"),
        ("127.0.0.1", "6.6.6.6, 8.8.8.8", "8.8.8.8"),
        ("10.0.0.2", "8.8.8.8", "8.8.8.8"),
        ("10.0.0.2", "", "10.0.0.2"),
        ("127.0.0.1", "", None),
        ("::1", "nonsense", None),
        ("127.0.0.1", "x" * 100_000, None),
        ("2a00:1450:4001:81b::200e", "", "2a00:1450:4001:81b::/64"),
        ("2a00:1450:4001:81b:1:2:3:4", "", "2a00:1450:4001:81b::/64"),
        ("::ffff:8.8.8.8", "", "8.8.8.8"),
        ("fe80::1%eth0", "", "fe80::/64"),
        (None, "8.8.8.8", None),
    ],
)
def test_a_visitor_is_the_peer_or_whom_the_proxy_names(
    peer: str | None, forwarded: str, visitor: str | None
) -> None:
    assert visitor_of(peer, forwarded) == visitor


@pytest.fixture
async def client() -> AsyncIterator[ClientSession]:
    async def page(_request: web.Request) -> web.Response:
        return web.Response(text="A page.")

    served = web.Application(middlewares=[limited(RequestLimiter(2, 0.25))])
    served.router.add_get("/", page)
    async with serving(served, "127.0.0.1", 0) as address, ClientSession(address) as client:
        yield client


async def test_who_asks_too_much_is_told_when_to_come_back(client: ClientSession) -> None:
    here = {"X-Forwarded-For": "8.8.8.8"}
    for _ in range(2):
        async with client.get("/", headers=here) as response:
            assert response.status == 200
    async with client.get("/", headers=here) as response:
        assert response.status == 429
    assert response.headers["Retry-After"] in {"3", "4"}
    assert response.headers["Cache-Control"] == "no-store"
    async with client.get("/", headers={"X-Forwarded-For": "9.9.9.9"}) as other:
        assert other.status == 200
