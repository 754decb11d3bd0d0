"""The address guard, proved at the point of connecting.

The maker of sockets is never asked for one that leads inside.

Nothing here leaves this machine: names are looked up by a table, and sockets for anything but one
loopback address are refused by the tests' own maker even where the guard lets them pass.
"""

import socket
from collections.abc import AsyncIterator
from ipaddress import ip_address

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.guard import AddressInfo, Guard, is_public, plain_socket
from bot.feeds.http.messages import Connection, FetchLimits, FetchRequest
from bot.feeds.http.rate_limit import HostRateLimiter
from tests.feeds.conftest import USER_AGENT
from tests.feeds.server import Site, feed, redirect

INSIDE = [
    "127.0.0.2", "127.0.0.2.", "127.2", "127.0.2", "127.255.255.254",
    "0.0.0.0",  # noqa: S104 - a host to be refused
    "0", "0x7f000002", "0x7f.0.0.2", "0X7F.2",
    "0177.0.0.2", "017700000002", "2130706434", "00000177.00.00.02", "user:pass@127.0.0.2",
    "127.0.0.2:81", "localhost", "LOCALHOST",
    "localhost.", "a.localhost", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255",
    "192.168.0.1", "169.254.169.254",
    "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7",
    "203.0.113.5", "224.0.0.1",
    "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.88.99.1", "[::1]", "[::]",
    "[0:0:0:0:0:0:0:1]", "[0000::0001]",
    "[::ffff:127.0.0.2]", "[::ffff:7f00:2]", "[::ffff:10.0.0.1]", "[::ffff:a9fe:a9fe]",
    "[::ffff:0:127.0.0.2]", "[::127.0.0.2]",
    "[64:ff9b::7f00:2]", "[64:ff9b::10.0.0.1]", "[64:ff9b:1::1]", "[2002:7f00:2::]",
    "[2002:a00:1::1]",
    "[2001:0:4136:e378:8000:63bf:80ff:fffd]", "[fc00::1]", "[fd12:3456::1]", "[fe80::1]",
    "[fe80::1%25lo]", "[fec0::1]", "[ff02::1]",
    "[2001:db8::1]", "[100::1]", "[3fff::1]", "[5f00::1]",
    "①②⑦.⓪.⓪.②", "１２７.０.０.２", "127。0。0。2",
    "inside.example", "mixed.example",
    "mapped.example", "metadata.example",
]  # fmt: skip
"""Hosts that lead inside, as spelled in a URL."""

ANSWERS = {
    "localhost": ["127.0.0.2"],
    "a.localhost": ["127.0.0.2"],
    "inside.example": ["10.1.2.3"],
    "mixed.example": ["192.168.1.1", "fd00::1", "127.0.0.2"],
    "mapped.example": ["::ffff:127.0.0.2"],
    "metadata.example": ["169.254.169.254"],
    "outside.example": ["93.184.215.14"],
}


class Table(AbstractResolver):
    """Looks names up in a table that a test may change, and reads odd numbers as the system's own
    resolver does."""

    def __init__(self) -> None:
        self.answers = {name: list(addresses) for name, addresses in ANSWERS.items()}

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,
    ) -> list[ResolveResult]:
        addresses = self.answers.get(host.lower().rstrip("."))
        if addresses is None:
            try:
                addresses = [socket.inet_ntoa(socket.inet_aton(host.rstrip(".")))]
            except OSError:
                raise socket.gaierror(socket.EAI_NONAME, "unknown") from None
        return [self._result(host, address, port) for address in addresses]

    @staticmethod
    def _result(host: str, address: str, port: int) -> ResolveResult:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return ResolveResult(
            hostname=host,
            host=address,
            port=port,
            family=family,
            proto=0,
            flags=socket.AI_NUMERICHOST,
        )

    async def close(self) -> None:
        pass


class Makers:
    """Makes sockets to 127.0.0.1 alone, and keeps a list of what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, info: AddressInfo) -> socket.socket:
        address = str(info[4][0])
        self.asked.append(address)
        if address != "127.0.0.1":
            raise OSError(101, "the tests go nowhere")
        return plain_socket(info)


@pytest.fixture
def table() -> Table:
    return Table()


@pytest.fixture
def makers() -> Makers:
    return Makers()


@pytest.fixture
async def wary(makers: Makers, table: Table) -> AsyncIterator[Fetcher]:
    """A fetcher that may go to 127.0.0.1, where the tests' site is, and to the public Internet."""
    guard = Guard(["127.0.0.1"], factory=makers)
    async with Fetcher(
        guard,
        user_agent=USER_AGENT,
        limits=FetchLimits(deadline=10),
        pace=HostRateLimiter(gap=0),
        connection=Connection(resolver=table),
    ) as fetcher:
        yield fetcher


async def _cause(fetcher: Fetcher, url: str) -> Cause:
    with pytest.raises(FeedError) as caught:
        await fetcher.fetch(FetchRequest(url))
    return caught.value.cause


@pytest.mark.parametrize("host", INSIDE)
async def test_no_spelling_leads_inside(wary: Fetcher, makers: Makers, host: str) -> None:
    assert await _cause(wary, f"http://{host}/rss") is Cause.REFUSED_ADDRESS
    assert makers.asked == []


@pytest.mark.parametrize("host", INSIDE)
async def test_no_redirect_leads_inside(
    site: Site, wary: Fetcher, makers: Makers, host: str
) -> None:
    url = site.answer("/rss", redirect(f"http://{host}/rss"))
    assert await _cause(wary, url) is Cause.REFUSED_ADDRESS
    assert set(makers.asked) == {"127.0.0.1"}
    assert len(site.requests) == 1


async def test_a_name_that_changes_its_address_after_the_first_time_leads_nowhere(
    wary: Fetcher, makers: Makers, table: Table
) -> None:
    assert await _cause(wary, "http://outside.example:1/") is Cause.NETWORK
    assert makers.asked == ["93.184.215.14"]
    table.answers["rebound.example"] = ["127.0.0.2"]
    assert await _cause(wary, "http://rebound.example/") is Cause.REFUSED_ADDRESS
    assert makers.asked == ["93.184.215.14"]


async def test_an_inside_address_behind_a_public_one_is_not_reached(
    wary: Fetcher, makers: Makers, table: Table
) -> None:
    table.answers["both.example"] = ["93.184.215.14", "127.0.0.2", "::1"]
    assert await _cause(wary, "http://both.example/") in (Cause.NETWORK, Cause.REFUSED_ADDRESS)
    assert set(makers.asked) == {"93.184.215.14"}


async def test_what_settings_allow_is_reached(site: Site, wary: Fetcher, table: Table) -> None:
    table.answers["site.example"] = ["127.0.0.1"]
    site.answer("/rss", feed("<rss/>"))
    assert (await wary.fetch(FetchRequest(site.url("/rss", "site.example")))).body == b"<rss/>"


async def test_a_kept_connection_serves_only_the_host_that_it_was_made_for(
    site: Site, wary: Fetcher, table: Table
) -> None:
    table.answers["site.example"] = ["127.0.0.1"]
    table.answers["other.example"] = ["127.0.0.2"]
    site.answer("/rss", feed("<rss/>"))
    await wary.fetch(FetchRequest(site.url("/rss", "site.example")))
    assert await _cause(wary, site.url("/rss", "other.example")) is Cause.REFUSED_ADDRESS


async def test_a_proxy_of_the_environment_is_not_used(
    wary: Fetcher, makers: Makers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert await _cause(wary, "http://inside.example/") is Cause.REFUSED_ADDRESS
    assert makers.asked == []


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "192.0.1.1", "100.128.0.1", "172.32.0.1"],
)
def test_the_public_internet_is_open(address: str) -> None:
    assert is_public(ip_address(address))


@given(st.ip_addresses(v=4))
def test_no_wrapping_of_an_address_opens_what_is_closed(address: object) -> None:
    guard = Guard()
    wrapped = [f"::ffff:{address}", f"::{address}", f"64:ff9b::{address}", f"::ffff:0:{address}"]
    assert not any(guard.allows(one) for one in wrapped[1:])
    assert guard.allows(wrapped[0]) == guard.allows(str(address))


@given(st.text(max_size=40))
def test_what_is_no_address_is_never_allowed(text: str) -> None:
    guard = Guard(["0.0.0.0/0", "::/0"])
    try:
        ip_address(text.partition("%")[0])
    except ValueError:
        assert not guard.allows(text)
