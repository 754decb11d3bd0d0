"""The documentation is served from its folder, and nothing beside it is."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from yarl import URL

from bot.web import documentation
from bot.web.server import serving


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[ClientSession]:
    folder = tmp_path / "docs"
    (folder / "_static").mkdir(parents=True)
    (folder / "index.html").write_text("<h1>Begin here</h1>")
    (folder / "_static" / "look.css").write_text("h1 {}")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    served = web.Application()
    documentation.serve(served, folder)
    async with serving(served, "127.0.0.1", 0) as address, ClientSession(address) as client:
        yield client


@pytest.mark.parametrize(
    ("path", "kind", "text"),
    [
        ("/docs", "text/html", "<h1>Begin here</h1>"),
        ("/docs/", "text/html", "<h1>Begin here</h1>"),
        ("/docs/index.html", "text/html", "<h1>Begin here</h1>"),
        ("/docs/_static/look.css", "text/css", "h1 {}"),
    ],
)
async def test_a_page_is_given_with_its_kind(
    client: ClientSession, path: str, kind: str, text: str
) -> None:
    async with client.get(path) as response:
        assert (response.status, response.content_type) == (200, kind)
        assert await response.text() == text


@pytest.mark.parametrize(
    "path",
    [
        "/docs/absent.html",
        "/docs/_static",
        "/docs/link.txt",
        "/docs/../secret.txt",
        "/docs/%2e%2e/secret.txt",
        "/docs/..%2fsecret.txt",
        "/docs//etc/passwd",
        "/docs/%00",
    ],
)
async def test_nothing_beside_the_folder_is_given(client: ClientSession, path: str) -> None:
    assert client._base_url is not None
    url = URL(f"{str(client._base_url).rstrip('/')}{path}", encoded=True)
    async with client.get(url) as response:
        assert response.status == 404
