"""The pages in a real browser: whole in every language, on a phone and on a desk, light and dark.

No complaint, no request to another host, nothing to be scrolled to sideways, nothing that axe
objects to; and what is hostile neither runs nor breaks the page.
"""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from aiohttp import web
from playwright.async_api import Browser
from sqlmodel import Session

from bot.messages.composer import Composer
from bot.web.answers import AnswerCache
from bot.web.conditional import ConditionalAnswers
from bot.web.feeds import Feeds
from bot.web.server import application, serving
from bot.web.site import Site, SiteOptions
from config.catalogue_loader import load_catalogue
from config.languages import INTERFACE_LANGUAGES
from storage.database import Database
from tests.web.browser import (
    DESK,
    PHONE,
    BrowserThread,
    Watched,
    overflow,
    overlaps,
    program,
    violations,
    watched,
)
from tests.web.diary import (
    CONFERENCE,
    ENDLESS,
    FESTIVAL,
    HOSTILE,
    MARKUP,
    OFF,
    UNDATED,
    fill,
    fill_hostile,
)

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

NOW = datetime(2024, 4, 25, 9, 0, tzinfo=UTC)

PAGES = (
    "/",
    "/week/2024-W30",
    "/month/2024-04",
    "/?organization=turksoy",
    f"/event/{CONFERENCE}?proof=there-1",
    f"/event/{FESTIVAL}",
    f"/event/{OFF}",
    f"/event/{UNDATED}",
    "/people",
    "/person/1",
    "/organizations",
    "/organization/turksoy",
    "/place/geneva",
    "/country/CH",
    "/met",
    "/search",
    "/search?q=Raev",
    "/search?organization=ots",
    "/sources",
    "/about",
)
HOSTILE_PAGES = (
    "/",
    "/month/2024-04",
    *(f"/event/{number}" for number in range(1, len(HOSTILE) + 1)),
    "/people",
    *(f"/person/{number}" for number in (1, 3, 5)),
    "/organization/ots",
    "/met",
    f"/search?q={quote(MARKUP)}",
    f"/search?q={quote(ENDLESS)}",
    "/search?organization=ots",
    "/sources",
    f"/event/1?proof={quote(MARKUP)}",
)
LOST = "/event/99999"

RULED = INTERFACE_LANGUAGES if os.environ.get("LONG_TESTS") else ("en", "ru")
"""Languages whose pages axe looks at: the markup of all is the same, the length of words is not."""


def served(database: Database) -> web.Application:
    catalogue = load_catalogue()
    whole = application(database, Composer(database, catalogue), lambda: NOW)
    options = SiteOptions("http://diary.example")
    site = Site(database, catalogue, lambda: NOW, options)
    site.serve(whole)
    Feeds(site).serve(whole)
    ConditionalAnswers(AnswerCache()).serve(whole)
    return whole


@pytest.fixture(scope="module")
def chromium() -> Iterator[BrowserThread]:
    with BrowserThread(program()).opened() as thread:
        yield thread


@contextmanager
def at_home(
    chromium: BrowserThread, path: Path, fill: Callable[[Session, datetime], None]
) -> Iterator[str]:
    """Serve a diary on the browser's own loop, and give its address."""
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    with database.transaction() as session:
        fill(session, NOW)
    server = serving(served(database), "127.0.0.1", 0)
    yield chromium.run(server.__aenter__())
    chromium.run(server.__aexit__(None, None, None))
    database.close()


@pytest.fixture(scope="module")
def home(chromium: BrowserThread, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with at_home(chromium, tmp_path_factory.mktemp("diary") / "diary.db", fill) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_home(
    chromium: BrowserThread, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    with at_home(chromium, tmp_path_factory.mktemp("diary") / "diary.db", fill_hostile) as address:
        yield address


def browser_of(chromium: BrowserThread) -> Browser:
    assert chromium.browser is not None
    return chromium.browser


async def look(
    one: Watched, path: str, language: str, *, colour: bool, ruled: bool = True
) -> list[str]:
    """Return what is wrong with a page, on a phone and a desk, light and dark.

    Args:
        one: The page.
        path: Where, below the language.
        language: The page's.
        colour: Whether contrasts are measured.
        ruled: Whether axe looks at it.
    """
    page, wrong = one.page, list[str]()
    await page.emulate_media(color_scheme="light")
    await page.set_viewport_size(PHONE)
    answer = await page.goto(f"/{language}{path}")
    assert answer is not None
    if answer.status != (404 if path == LOST else 200):
        return [f"{path}: status {answer.status}"]
    if ruled:
        wrong += await violations(page, colour=colour)
    wrong += [f"stands out on a phone: {out}" for out in await overflow(page)]
    wrong += [f"stands under what opens a proof: {words}" for words in await overlaps(page)]
    await page.emulate_media(color_scheme="dark")
    if colour:
        wrong += await violations(page, colour=True, rest=False)
    await page.set_viewport_size(DESK)
    wrong += [f"stands out: {out}" for out in await overflow(page)]
    if colour:
        wrong += await violations(page, colour=True)
        await page.emulate_media(color_scheme="light")
        wrong += await violations(page, colour=True, rest=False)
    wrong += [f"complains: {fault}" for fault in one.faults if "404" not in fault]
    wrong += [f"asks {address}" for address in one.foreign]
    one.faults.clear()
    one.foreign.clear()
    return [f"{language}{path}: {what}" for what in wrong]


async def look_at_all(
    browser: Browser,
    home: str,
    paths: tuple[str, ...],
    language: str,
    *,
    colour: bool,
    ruled: bool = True,
) -> list[str]:
    """Look at pages, two at a time; the arguments are those of `look`."""
    waiting, wrong = list(reversed(paths)), list[str]()

    async def tab() -> None:
        one = await watched(browser, home, locale=language)
        while waiting:
            path = waiting.pop()
            wrong.extend(await look(one, path, language, colour=colour, ruled=ruled))
        await one.page.context.close()

    await asyncio.gather(tab(), tab())
    return wrong


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_page_is_whole(chromium: BrowserThread, home: str, language: str) -> None:
    paths, ruled = (*PAGES, LOST), language in RULED
    work = look_at_all(
        browser_of(chromium), home, paths, language, colour=language == "en", ruled=ruled
    )
    assert not (wrong := chromium.run(work)), "\n".join(wrong)


def test_hostile_data_neither_run_nor_break_a_page(
    chromium: BrowserThread, hostile_home: str
) -> None:
    work = look_at_all(browser_of(chromium), hostile_home, HOSTILE_PAGES, "ru", colour=False)
    assert not (wrong := chromium.run(work)), "\n".join(wrong)


def test_every_page_is_whole_without_a_script(chromium: BrowserThread, home: str) -> None:
    async def work() -> tuple[str, list[str]]:
        one = await watched(browser_of(chromium), home, java_script_enabled=False)
        await one.page.goto("/en/")
        await one.page.get_by_role("link", name="TURKSOY").first.click()
        chosen = one.page.url
        await one.page.goto("/en/met")
        names = await one.page.locator("svg.wide a[data-person]").all_text_contents()
        await one.page.context.close()
        return chosen, names

    chosen, names = chromium.run(work())
    assert chosen.endswith("/en/?organization=turksoy")
    assert any("Sultan Raev" in name for name in names)


def test_a_filter_changes_the_list_in_place_and_can_be_gone_back_from(
    chromium: BrowserThread, home: str
) -> None:
    async def work() -> tuple[str, int, str, int, list[str]]:
        one = await watched(browser_of(chromium), home, viewport=DESK)
        page = one.page
        await page.goto("/en/")
        await page.evaluate("window.kept = 1")
        await page.locator(".filter a", has_text="TURKSOY").click()
        await page.wait_for_url("**/en/?organization=turksoy")
        await page.locator(".filter a[aria-current]", has_text="TURKSOY").wait_for()
        chosen, kept = page.url, await page.evaluate("window.kept")
        await page.go_back()
        await page.locator(".filter a[aria-current]", has_text="All").wait_for()
        back, still = page.url, await page.evaluate("window.kept")
        await page.context.close()
        return chosen, kept, back, still, one.faults

    chosen, kept, back, still, faults = chromium.run(work())
    assert chosen.endswith("?organization=turksoy")
    assert back.endswith("/en/")
    assert (kept, still, faults) == (1, 1, [])


def test_a_name_on_the_chart_lights_whom_that_person_met(
    chromium: BrowserThread, home: str
) -> None:
    async def work() -> tuple[str, int, int, str]:
        one = await watched(browser_of(chromium), home, viewport=DESK)
        page = one.page
        await page.goto("/en/met")
        await page.locator("svg.wide a[data-person]", has_text="Sultan Raev").hover()
        told = await page.locator(".told").inner_text()
        lit = await page.locator("svg.wide a[data-rows]:not(.faint)").count()
        faint = await page.locator("svg.wide a[data-rows].faint").count()
        await page.mouse.move(0, 0)
        after = await page.locator(".told").inner_text()
        await page.context.close()
        return told, lit, faint, after

    told, lit, faint, after = chromium.run(work())
    assert "Kubanychbek Omuraliev" in told
    assert lit == 1
    assert faint > 0
    assert after == ""


def test_a_proof_can_be_opened_by_keys_alone(chromium: BrowserThread, home: str) -> None:
    async def work() -> bool:
        one = await watched(browser_of(chromium), home, viewport=DESK)
        await one.page.goto(f"/en/event/{CONFERENCE}")
        await one.page.locator("#proof-when summary").focus()
        await one.page.keyboard.press("Enter")
        shown = await one.page.locator("#proof-when blockquote mark").first.is_visible()
        await one.page.context.close()
        return shown

    assert chromium.run(work())


def test_on_paper_stand_the_facts_without_the_ways(chromium: BrowserThread, home: str) -> None:
    async def work() -> tuple[bool, bool]:
        one = await watched(browser_of(chromium), home)
        await one.page.goto(f"/en/event/{CONFERENCE}")
        await one.page.emulate_media(media="print")
        ways = await one.page.locator(".ways").is_visible()
        facts = await one.page.locator(".facts").is_visible()
        await one.page.context.close()
        return ways, facts

    assert chromium.run(work()) == (False, True)
