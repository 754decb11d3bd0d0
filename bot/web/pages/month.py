"""The month: its days in rows of a week, and under them the events of each day."""

import calendar
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.web.agenda import agenda, numbers_of, strip
from bot.web.asked import DiaryQuestion
from bot.web.entries import entries
from bot.web.filters import filters
from bot.web.known_events import DiaryPage
from bot.web.page import NoPage, Page, Visit
from bot.web.pages.week import YEARS
from bot.web.questions import MOST, question_of
from bot.web.subscribing import forms
from storage.diary_cursor import Order
from storage.diary_query import Days
from storage.event_changes import KnownChange


@dataclass(frozen=True, slots=True)
class _Found:
    """What a month shows, as it is stored."""

    page: DiaryPage
    counts: dict[date, Counter[str]]
    changes: list[KnownChange]


async def month(visit: Visit) -> Page:
    """Return the page of a month given by its year and number."""
    _ = visit.view.translator.gettext
    year, _dash, number = visit.named["month"].partition("-")
    if int(year) not in YEARS or not 1 <= int(number) <= 12:
        raise NoPage(_("There is no such month"), _("A year has months 01 to 12."))
    first = date(int(year), int(number), 1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    question = question_of(visit)
    found = await visit.read(_load, visit, question, Days(first, last))
    records = found.page.records
    listed = await entries(visit, records, found.changes)
    shown = agenda(visit, records, listed, first, last)
    grid = strip(visit, _grid(first, last), found.counts, shown)
    title = visit.view.translator.month(first)
    return Page(
        "month.html",
        title,
        visit.view.translator.ngettext("{number} event", "{number} events", len(records)),
        section="week",
        values={
            "strip": grid,
            "outside": tuple(not first <= day <= last for day in _grid(first, last)),
            "filters": filters(
                visit,
                question,
                numbers_of(found.page, question.wanted.organization),
                await visit.site.places.known(),
            ),
            "shown": shown,
            "quiet": not records,
            "previous": _link(visit, first - timedelta(days=1)),
            "following": _link(visit, last + timedelta(days=1)),
            "more": visit.turned(found.page.following),
        },
        found=bool(records) and not visit.query,
        feeds=forms(visit, title, **dict(question.given)),
    )


def _grid(first: date, last: date) -> list[date]:
    """Return the days of whole weeks that hold a month."""
    start = first - timedelta(days=first.weekday())
    end = last + timedelta(days=6 - last.weekday())
    return [start + timedelta(days=step) for step in range((end - start).days + 1)]


def _link(visit: Visit, day: date) -> tuple[str, str]:
    if day.year not in YEARS:
        return "", ""
    label = visit.view.translator.month(day)
    return visit.href("month", f"{day:%Y-%m}", **visit.kept()), label


def _load(session: Session, visit: Visit, question: DiaryQuestion, days: Days) -> _Found:
    known = visit.site.known
    page = known.page_and_counts(
        session,
        question.wanted,
        days,
        order=Order.SOONEST,
        after=visit.asked("after") or None,
        limit=MOST,
    )
    records = tuple(known.records(session, page.ids))
    changes = known.changes(session, records)
    return _Found(DiaryPage(records, page.following), page.numbers, changes)
