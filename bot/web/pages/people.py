"""People: who was at events lately, the most often met first."""

from datetime import date

from sqlmodel import Session

from bot.web.listing import companions
from bot.web.page import Page, Visit
from storage import company, meetings
from storage.company import Companion
from storage.meetings import MeetingQuery

LOOKED_AT = 200
"""The last events, by which it is counted who was met."""

SHOWN = 60
"""People on the page."""


async def people(visit: Visit) -> Page:
    """Return the page of people."""
    _ = visit.view.translator.gettext
    found = await visit.read(visit.site.known.look, _load, visit.today)
    return Page(
        "people.html",
        _("People"),
        _("Who was at events lately, and how often. Everybody else is found by the search."),
        section="people",
        values={"rows": companions(visit, found)},
    )


def _load(session: Session, today: date) -> list[Companion]:
    ids = meetings.matching(session, MeetingQuery(until=today), limit=LOOKED_AT)
    return list(company.most_present(session, ids, limit=SHOWN))
