"""One file a page; here is which address shows which."""

from bot.web.page import Show
from bot.web.pages.about import about

ROUTES: tuple[tuple[str, Show], ...] = (("/about", about),)
"""Paths without their language, as aiohttp writes them, and what makes the page."""
