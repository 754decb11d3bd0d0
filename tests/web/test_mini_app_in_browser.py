"""The diary in Telegram in a real browser: Telegram's client is told, nobody else is asked."""

import asyncio
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.async_api import Browser

from storage.database import Database
from tests.web.browser import (
    PHONE,
    BrowserThread,
    Watched,
    overflow,
    program,
    violations,
    watched,
)
from tests.web.test_mini_app import GOOD, fill, opened

CLIENT = "window.told = []; window.TelegramWebviewProxy = {postEvent: (name) => told.push(name)};"


@pytest.fixture(scope="module")
def chromium() -> Iterator[BrowserThread]:
    with BrowserThread(program()).opened() as thread:
        yield thread


async def _open(browser: Browser, home: str, background: str) -> tuple[Watched, list[str]]:
    """Open the app as Telegram's client does, switch something on, and return what was amiss."""
    seen = await watched(browser, home, viewport=PHONE)
    page = seen.page
    await page.add_init_script(CLIENT)
    theme = quote(f'{{"bg_color":"{background}"}}')
    await page.goto(f"/app#tgWebAppData={quote(GOOD)}&tgWebAppThemeParams={theme}")
    await page.wait_for_selector(".switches")
    amiss = [*await violations(page, colour=True), *await overflow(page)]
    told = await page.evaluate("told")
    assert told == ["web_app_ready", "web_app_expand"]
    await page.click("button:has(.org-tcci)")
    await page.wait_for_selector("button[aria-checked=true]:has(.org-tcci)")
    return seen, amiss


@pytest.mark.parametrize(("background", "theme"), [("#ffffff", "light"), ("#17212b", "dark")])
async def test_the_page_opens_from_telegrams_words_and_its_switches_work(
    chromium: BrowserThread, sqlite: Database, background: str, theme: str
) -> None:
    with sqlite.transaction() as session:
        fill(session)
    browser = chromium.browser
    assert browser is not None
    async with opened(sqlite) as client:
        home = str(client._base_url).rstrip("/")
        seen, amiss = await asyncio.to_thread(chromium.run, _open(browser, home, background))
        shown = await asyncio.to_thread(
            chromium.run, seen.page.evaluate("document.documentElement.dataset.theme")
        )
    assert (seen.faults, seen.foreign, amiss) == ([], [], [])
    assert shown == theme
