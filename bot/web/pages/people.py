"""People: who was at events lately, the most often met first."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from bot.web import concerns
from bot.web.listing import companions
from bot.web.page import Page, Visit
from storage import company, meetings
from storage.company import Companion
from storage.diary_query import EVERYTHING, Days
from storage.meetings import MeetingQuery

LOOKED_AT = 200
"""The last events, by which it is counted who was met."""

SHOWN = 60
"""People on the page."""


async def people(visit: Visit) -> Page:
    """Return the page of people."""
    _ = visit.view.translator.gettext
    found = await visit.read(_load, visit)
    return Page(
        "people.html",
        _("People"),
        _("Who was at events lately, and how often. Everybody else is found by the search."),
        section="people",
        values={"rows": companions(visit, found)},
    )


def _load(session: Session, visit: Visit) -> Sequence[Companion]:
    known, wanted, days = visit.site.known, EVERYTHING, Days(None, visit.today)
    ids = known.look_about(session, concerns.listed(wanted, days), _latest, visit.today)
    return known.look_about(session, concerns.events(ids), company.most_present, ids, limit=SHOWN)


def _latest(session: Session, today: date) -> tuple[int, ...]:
    return tuple(meetings.matching(session, MeetingQuery(until=today), limit=LOOKED_AT))
