"""The way to the Bot API: what its answers are taken for, and a token that stays out of the log."""

import logging
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from telegram.error import NetworkError, TimedOut

from bot.platforms.telegram.errors import GatewayTimedOut
from bot.platforms.telegram.transport import AiohttpRequest, TokenMask, proxy_for


class Api:
    """A server that gives one answer to everything."""

    def __init__(self) -> None:
        self.status, self.body = 200, '{"ok":true}'

    async def handle(self, _: web.Request) -> web.Response:
        return web.Response(status=self.status, text=self.body)


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
async def url(api: Api) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", api.handle)
    async with TestServer(application) as server:
        yield str(server.make_url("/bot/getMe"))


@pytest.fixture
def statuses() -> list[int]:
    return []


@pytest.fixture
async def request_(statuses: list[int]) -> AsyncIterator[AiohttpRequest]:
    request = AiohttpRequest(connections=2, timeout=30, on_status=statuses.append)
    yield request
    await request.shutdown()


async def test_an_answer_is_brought_with_its_status_which_is_told_as_well(
    url: str, request_: AiohttpRequest, statuses: list[int]
) -> None:
    assert await request_.do_request(url, "POST") == (200, b'{"ok":true}')
    assert statuses == [200]


async def test_a_refusal_of_telegrams_own_is_brought_as_it_is(
    api: Api, url: str, request_: AiohttpRequest
) -> None:
    api.status, api.body = 400, '{"ok":false,"description":"Bad Request"}'
    assert await request_.do_request(url, "POST") == (400, api.body.encode())


async def test_a_web_servers_error_page_is_never_passed_on(
    api: Api, url: str, request_: AiohttpRequest
) -> None:
    api.status, api.body = 502, "<html>Bad Gateway</html>"
    assert await request_.do_request(url, "POST") == (502, b"{}")


async def test_a_gateway_that_got_no_answer_leaves_open_what_became_of_the_call(
    api: Api, url: str, request_: AiohttpRequest, statuses: list[int]
) -> None:
    api.status = 504
    with pytest.raises(GatewayTimedOut):
        await request_.do_request(url, "POST")
    assert statuses == [504]


async def test_nobody_listening_is_an_error_that_names_no_address(
    request_: AiohttpRequest,
) -> None:
    with pytest.raises(NetworkError) as caught:
        await request_.do_request(f"http://127.0.0.1:{unused_port()}/secret/getMe", "POST")
    assert not isinstance(caught.value, TimedOut)
    assert "secret" not in str(caught.value)


async def test_it_can_be_used_again_after_its_connections_were_let_go(
    url: str, request_: AiohttpRequest
) -> None:
    await request_.do_request(url, "POST")
    await request_.shutdown()
    assert (await request_.do_request(url, "POST"))[0] == 200


def test_a_token_is_masked_in_the_log_until_the_mask_is_taken_off(
    caplog: pytest.LogCaptureFixture,
) -> None:
    mask, log = TokenMask("123:abc"), logging.getLogger("aiohttp.client")
    with caplog.at_level(logging.DEBUG, logger="aiohttp.client"):
        try:
            log.debug("POST https://example.org/bot%s/getMe", "123:abc")
            log.debug("nothing secret")
        finally:
            mask.remove()
        log.debug("no mask: %s", "123:abc")
    assert caplog.messages == [
        "POST https://example.org/bot***/getMe",
        "nothing secret",
        "no mask: 123:abc",
    ]


@pytest.mark.parametrize(
    ("environment", "url", "proxy"),
    [
        ({}, "https://api.example/bot", None),
        ({"https_proxy": "http://p.example:8"}, "https://api.example/bot", "http://p.example:8"),
        ({"https_proxy": "http://p.example:8"}, "http://api.example/bot", None),
        ({"http_proxy": "http://p:q@p.example"}, "http://api.example/", "http://p:q@p.example"),
        (
            {"https_proxy": "http://p.example:8", "no_proxy": "api.example"},
            "https://api.example/bot",
            None,
        ),
    ],
)
def test_calls_go_through_the_proxy_that_the_environment_names(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], url: str, proxy: str | None
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(url) == proxy


async def test_a_call_is_made_through_the_proxy(
    monkeypatch: pytest.MonkeyPatch, api: Api, url: str, request_: AiohttpRequest
) -> None:
    api.body = '{"ok":true,"by":"the proxy"}'
    monkeypatch.setenv("http_proxy", url.removesuffix("/bot/getMe"))
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    _, answer = await request_.do_request("http://nowhere.example/bot", "POST")
    assert answer == b'{"ok":true,"by":"the proxy"}'
