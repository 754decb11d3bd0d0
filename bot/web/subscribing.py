"""The forms of a page for programs: its calendar and its feeds, under the same question."""

from bot.web.addresses import Addresses
from bot.web.page import Feed, Visit

_FORMS = (
    ("calendar.ics", "text/calendar"),
    ("feed.atom", "application/atom+xml"),
    ("feed.json", "application/feed+json"),
)


def forms(visit: Visit, title: str, **asked: object) -> tuple[Feed, ...]:
    """Return the forms of what a page shows.

    Args:
        visit: The page.
        title: What programs call it.
        **asked: What it asks the diary for, in the words of addresses.
    """
    return tuple(Feed(visit.href(name, **asked), kind, title) for name, kind in _FORMS)


def addresses(visit: Visit) -> Addresses:
    """Return the full addresses of pages in the visitor's language."""
    return Addresses(visit.site.options.address, visit.language)
