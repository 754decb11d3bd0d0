"""A real browser: Chromium with a thread and an event loop of its own, beside those of the tests.

Where there is no Chromium, whoever asks for it skips and says so. `CHROMIUM` names another program.
"""

import asyncio
import os
import shutil
import threading
from collections.abc import Coroutine, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

T = TypeVar("T")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
SECONDS = 600.0
PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1440, height=900)


def program() -> str:
    """Return where Chromium is; skip where it is not."""
    known = os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"
    found = next((path for name in known if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("NO BROWSER: install Debian's chromium to have the pages looked at")
    return found


class BrowserThread:
    """Runs coroutines on the event loop of the browser."""

    def __init__(self, executable: str) -> None:
        self._executable = executable
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self.browser: Browser | None = None

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run `work` there and return what comes of it."""
        future: Future[T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result(SECONDS)

    @contextmanager
    def opened(self) -> Iterator["BrowserThread"]:
        """Start the browser, and end it."""
        self._thread.start()
        driver = self.run(async_playwright().start())
        try:
            launched = driver.chromium.launch(executable_path=self._executable, args=FLAGS)
            self.browser = self.run(launched)
            yield self
            self.run(self.browser.close())
        finally:
            self.run(driver.stop())
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(10)
            self._loop.close()


@dataclass
class Watched:
    """A page and what it did: faults, and requests to other hosts.

    Attributes:
        page: The page.
        faults: What the console and the page itself complained of.
        foreign: Addresses on other hosts that were asked.
    """

    page: Page
    faults: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


# Playwright's own settings of a context.
async def watched(browser: Browser, home: str, **settings: Any) -> Watched:
    """Open a page that tells of all that it must not do; `home` is the one host it may ask."""
    context = await browser.new_context(base_url=home, **settings)
    one = Watched(await context.new_page())
    one.page.on("console", lambda said: _complaint(one, said.type, said.text))
    one.page.on("pageerror", lambda error: one.faults.append(str(error)))
    one.page.on("dialog", lambda dialog: one.faults.append(f"a dialog: {dialog.message}"))
    one.page.on("request", lambda asked: _asked(one, home, asked.url))
    return one


def _complaint(one: Watched, sort: str, text: str) -> None:
    if sort in {"error", "warning"}:
        one.faults.append(text)


def _asked(one: Watched, home: str, url: str) -> None:
    if not url.startswith((home, "data:")):
        one.foreign.append(url)


async def overflow(page: Page) -> list[str]:
    """Return what stands out of the page to the side, unless it may be scrolled by itself."""
    found: list[str] = await page.evaluate(
        """() => {
          if (document.documentElement.scrollWidth <= innerWidth) return [];
          const out = [];
          for (const one of document.querySelectorAll("body *")) {
            if (one.getBoundingClientRect().right > innerWidth + 1 &&
                !one.closest(".ways, .filter, .met, .hide")) out.push(one.outerHTML.slice(0, 120));
          }
          return [String(document.documentElement.scrollWidth), ...out.slice(0, 3)];
        }"""
    )
    return found


async def overlaps(page: Page) -> list[str]:
    """Return words that what opens a proof stands on; the rims of lines may touch."""
    found: list[str] = await page.evaluate(
        """() => {
          const out = [];
          for (const opens of document.querySelectorAll(".proof > summary")) {
            const there = opens.firstChild && document.createRange();
            if (!there) continue;
            there.selectNode(opens.firstChild);  // not what is hidden behind it
            const mine = there.getBoundingClientRect();
            const proof = opens.parentElement;
            for (const beside of proof.parentElement.children) {
              if (beside === proof) continue;
              const words = document.createRange();
              words.selectNodeContents(beside);
              for (const line of words.getClientRects()) {
                if (line.right > mine.left + 1 && line.left < mine.right - 1 &&
                    line.bottom > mine.top + 6 && line.top < mine.bottom - 6) {
                  out.push(beside.textContent.trim().slice(0, 80));
                  break;
                }
              }
            }
          }
          return out.slice(0, 3);
        }"""
    )
    return found


TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOUR = "color-contrast"


async def violations(page: Page, *, colour: bool, rest: bool = True) -> list[str]:
    """Return what axe finds on a page against WCAG 2.2 AA and its best practice.

    Args:
        page: The page.
        colour: Whether contrasts are measured, which takes most of the time.
        rest: Whether everything else is looked at.
    """
    if not await page.evaluate("Boolean(window.axe)"):
        await page.evaluate(Axe().axe_script)
    only = {"type": "tag", "values": TAGS} if rest else {"type": "rule", "values": [COLOUR]}
    options: dict[str, object] = {"runOnly": only, "resultTypes": ["violations"]}
    if not colour:
        options["rules"] = {COLOUR: {"enabled": False}}
    found: list[str] = await page.evaluate(
        """async (options) => (await axe.run(options)).violations.map(({ id, nodes }) =>
          `${id}: ${nodes[0].html.slice(0, 160)} (${nodes[0].failureSummary.slice(0, 200)})`)""",
        options,
    )
    return found
