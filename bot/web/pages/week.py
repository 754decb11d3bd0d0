"""The week: today first, then back in time, with what changed and what is ahead beside it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.web.agenda import agenda, numbers_of, strip
from bot.web.asked import DiaryQuestion
from bot.web.entries import entries
from bot.web.filters import filters
from bot.web.known_events import DiaryPage
from bot.web.page import NoPage, Page, Visit
from bot.web.questions import MOST, question_of
from bot.web.structured import list_data
from bot.web.subscribing import addresses, forms
from storage.diary_cursor import Order
from storage.diary_query import Days
from storage.event_changes import KnownChange
from storage.events import EventRecord

REST = timedelta(days=6)
"""From the first day of a week to its last."""

CHANGED_WITHIN = timedelta(days=7)
"""For how long a change is told beside the week."""

CHANGES, AHEAD = 6, 5
"""Changes, and events ahead, that stand beside the week."""

YEARS = range(1990, 2101)
"""Years whose weeks and months have pages."""

_Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What a week shows, as it is stored."""

    page: DiaryPage
    counts: dict[date, Counter[str]]
    ahead: Sequence[EventRecord]
    before: Sequence[EventRecord]
    changed: Sequence[EventRecord]
    changes: Sequence[KnownChange]


async def this_week(visit: Visit) -> Page:
    """Return the page of the week that it is: the front page."""
    return await _week(visit, visit.today - timedelta(days=visit.today.weekday()))


async def week(visit: Visit) -> Page:
    """Return the page of a week given by its year and number."""
    year, _dash, number = visit.named["week"].partition("-W")
    _ = visit.view.translator.gettext
    missing = NoPage(_("There is no such week"), _("A year has 52 or 53 weeks."))
    try:
        monday = date.fromisocalendar(int(year), int(number), 1)
    except ValueError:
        raise missing from None
    if monday.year not in YEARS:
        raise missing
    return await _week(visit, monday)


async def _week(visit: Visit, monday: date) -> Page:
    question, sunday = question_of(visit), monday + REST
    found = await visit.read(_load, visit, question, monday)
    records, changes = found.page.records, found.changes
    listed = await entries(visit, records, changes)
    shown = agenda(visit, records, listed, monday, sunday)
    days = [monday + timedelta(days=step) for step in range(7)]
    here = monday <= visit.today <= sunday
    title, site, links = visit.view.translator.dates(monday, sunday), visit.site, addresses(visit)
    asked = dict(question.given)
    return Page(
        "week.html",
        title,
        _description(visit, records),
        section="week",
        values={
            "strip": strip(visit, days, found.counts, shown),
            "filters": filters(
                visit,
                question,
                numbers_of(found.page, question.wanted.organization),
                await visit.site.places.known(),
            ),
            "shown": shown,
            "quiet": not records,
            "here": here,
            "previous": _link(visit, monday - timedelta(days=7)),
            "following": _link(visit, monday + timedelta(days=7)),
            "month": visit.href("month", f"{visit.today if here else monday:%Y-%m}"),
            "more": visit.turned(found.page.following),
            "changed": await entries(visit, found.changed, changes),
            "ahead": await entries(visit, found.ahead, changes),
            "before": await entries(visit, found.before, changes),
        },
        found=bool(records) and not visit.query,
        feeds=forms(visit, visit.view.translator.gettext("The diary of the Turkic world"), **asked),
        structured=list_data(title, f"{site.options.address}{visit.path_only}", records, links),
    )


def _description(visit: Visit, records: Sequence[EventRecord]) -> str:
    translator = visit.view.translator
    if not records:
        return translator.gettext("Nothing is known of this week.")
    bodies = {organization for record in records for organization in record.organizations}
    names = [visit.view.organization(organization) for organization in visit.view.in_order(bodies)]
    count = translator.ngettext("{number} event", "{number} events", len(records))
    return f"{count}: {', '.join(names)}" if names else count


def _link(visit: Visit, monday: date) -> tuple[str, str]:
    """Return the address of a week and its days, or nothing beyond the years that have pages."""
    if monday.year not in YEARS:
        return "", ""
    year, number, _day = monday.isocalendar()
    label = visit.view.translator.short_dates(monday, monday + REST)
    return visit.href("week", f"{year}-W{number:02}", **visit.kept()), label


def _load(session: Session, visit: Visit, question: DiaryQuestion, monday: date) -> _Found:
    wanted, sunday, known = question.wanted, monday + REST, visit.site.known
    days, here = Days(monday, sunday), monday <= visit.today <= sunday
    after = visit.asked("after") or None
    page = known.page_and_counts(session, wanted, days, after=after, limit=MOST)
    ahead, before, changed = _Ids(), _Ids(), _Ids()
    if here or not page.ids:
        later = Days(sunday + timedelta(days=1))
        ahead = known.ids(session, wanted, later, order=Order.SOONEST, limit=4 * AHEAD)
    if not page.ids:
        before = known.ids(session, wanted, Days(None, monday - timedelta(days=1)), limit=1)
    if here:
        changed = known.ids_lately_changed(
            session, wanted, visit.now - CHANGED_WITHIN, limit=CHANGES
        )
    shown, coming, been, moved = known.lists(session, page.ids, ahead, before, changed)
    soon = [record for record in coming if (record.event.starts_on or sunday) > sunday][:AHEAD]
    changes = known.changes(session, (*shown, *soon, *been, *moved))
    listed = DiaryPage(tuple(shown), page.following)
    return _Found(listed, page.numbers, soon, been, moved, changes)
