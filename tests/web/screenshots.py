"""The pictures of the web in the README: the demonstration's diary in a real browser.

`python -m tests.web.screenshots FOLDER` writes them.
"""

import asyncio
import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.async_api import Browser, async_playwright
from rich.console import Console

from bot.app import App
from bot.demo.articles import load
from bot.demo.server import serve
from bot.demo.show import EVENING, MORNING, DemoClock, catalogue_of, settings_in
from bot.platforms.console import ConsoleMessenger
from tests.web.browser import FLAGS, program

GENEVA = "United in Heritage"
SHOTS = (
    ("web-week.png", "/en/", 1180, 900, "light"),
    ("web-event.png", GENEVA, 420, 900, "dark"),
    ("web-organization.png", "/en/organization/turksoy", 420, 900, "light"),
)
"""Name, path or the title of an event, width, height and light of each picture."""


async def shoot(folder: Path) -> None:
    """Write the pictures to `folder`."""
    clock = DemoClock(EVENING)
    with TemporaryDirectory() as data:
        async with serve(load(), clock) as feed:
            settings, catalogue = settings_in(Path(data)), catalogue_of(feed)
            messenger = ConsoleMessenger(Console(file=io.StringIO()))
            app = App(settings, catalogue, messengers=[messenger], now=clock)
            async with app.opened(), app.web() as address, async_playwright() as driver:
                for moment in (EVENING, MORNING):
                    clock.put_forward(moment)
                    await app.poller.poll_due(clock())
                    await app.article_reader.read_due(clock())
                browser = await driver.chromium.launch(executable_path=program(), args=FLAGS)
                for shot in SHOTS:
                    await _one(browser, address or "", folder, shot)
                await browser.close()


async def _one(
    browser: Browser, address: str, folder: Path, shot: tuple[str, str, int, int, str]
) -> None:
    name, path, width, height, scheme = shot
    context = await browser.new_context(
        base_url=address,
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = await context.new_page()
    await page.goto(path if path.startswith("/") else "/en/")
    if not path.startswith("/"):
        await page.get_by_role("link", name=path).first.click()
        await page.locator("#proof-there-4 summary").click()
    picture = Image.open(io.BytesIO(await page.screenshot())).convert("RGB")
    # Not in a palette: one of 256 colours gives the small squares of the bodies each other's.
    picture.save(folder / name, optimize=True)
    await context.close()


if __name__ == "__main__":
    asyncio.run(shoot(Path(sys.argv[1])))
