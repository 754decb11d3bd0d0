"""One file a page; here is which address shows which."""

from bot.web.page import Show
from bot.web.pages.about import about
from bot.web.pages.event import event
from bot.web.pages.met import met
from bot.web.pages.month import month
from bot.web.pages.organization import organization, organizations
from bot.web.pages.people import people
from bot.web.pages.person import person
from bot.web.pages.place import country, town
from bot.web.pages.search import search
from bot.web.pages.sources import sources
from bot.web.pages.week import this_week, week

ROUTES: tuple[tuple[str, Show], ...] = (
    ("/", this_week),
    (r"/week/{week:[0-9]{4}-W[0-9]{2}}", week),
    (r"/month/{month:[0-9]{4}-[0-9]{2}}", month),
    (r"/event/{number:[0-9]{1,15}}", event),
    ("/people", people),
    (r"/person/{number:[0-9]{1,15}}", person),
    ("/organizations", organizations),
    ("/organization/{id}", organization),
    ("/place/{id}", town),
    ("/country/{code}", country),
    ("/met", met),
    ("/search", search),
    ("/sources", sources),
    ("/about", about),
)
"""Paths without their language, as aiohttp writes them, and what makes the page."""
