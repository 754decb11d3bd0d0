"""Days in a row, and events put under them: what the week and the month have in common."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.web.entries import Entry
from bot.web.known_events import DiaryPage
from bot.web.page import Visit
from storage.events import EventRecord

TICKS = 12
"""Squares under a day at most; a screen reader is told the number."""


@dataclass(frozen=True, slots=True)
class StripDay:
    """A day in a row of days.

    Attributes:
        number: Of the day in its month.
        weekday: Short.
        said: The day and how many events it has, in words.
        anchor: Where its events stand on the page; empty for nowhere.
        ticks: Ids of organisations, one for each event.
        today: Whether it is today.
        empty: Whether nothing is known of it.
    """

    number: int
    weekday: str
    said: str
    anchor: str
    ticks: tuple[str, ...]
    today: bool
    empty: bool


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day with its events.

    Attributes:
        iso: The day for machines.
        anchor: What a link to it on the page names.
        label: "Thursday 25 April".
        today: Whether it is today.
        beside: "yesterday", or empty.
        entries: Its events.
    """

    iso: str
    anchor: str
    label: str
    today: bool
    beside: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """Events under their days.

    Attributes:
        main: The days in their order; of the week that it is, today and then back in time.
        later: Of the week that it is, the days ahead.
        undated: Events of which no text says the day.
    """

    main: tuple[AgendaDay, ...]
    later: tuple[AgendaDay, ...]
    undated: tuple[Entry, ...]


def agenda(
    visit: Visit, records: Sequence[EventRecord], shown: Sequence[Entry], first: date, last: date
) -> Agenda:
    """Return events under the days from `first` to `last`, each event once.

    One that goes on stands under today; one that began before `first` stands there.
    """
    by_day: dict[date, list[Entry]] = {}
    undated = list[Entry]()
    for record, entry in zip(records, shown, strict=True):
        day = _day_of(visit, record, first)
        (undated if day is None else by_day.setdefault(day, [])).append(entry)
    today = visit.today
    if not first <= today <= last:
        return Agenda(tuple(_days(visit, sorted(by_day), by_day)), (), tuple(undated))
    by_day.setdefault(today, [])
    back = sorted((day for day in by_day if day <= today), reverse=True)
    ahead = sorted(day for day in by_day if day > today)
    main, later = _days(visit, back, by_day), _days(visit, ahead, by_day)
    return Agenda(tuple(main), tuple(later), tuple(undated))


def _day_of(visit: Visit, record: EventRecord, first: date) -> date | None:
    begins = record.event.starts_on
    if begins is None:
        return None
    if begins <= visit.today <= (record.event.ends_on or begins) and first <= visit.today:
        return visit.today
    return max(begins, first)


def _days(
    visit: Visit, days: Iterable[date], by_day: Mapping[date, Sequence[Entry]]
) -> list[AgendaDay]:
    translator, yesterday = visit.view.translator, visit.today - timedelta(days=1)
    return [
        AgendaDay(
            day.isoformat(),
            _anchor(day),
            translator.date(day, "weekday"),
            day == visit.today,
            translator.gettext("yesterday") if day == yesterday else "",
            tuple(by_day[day]),
        )
        for day in days
    ]


def strip(
    visit: Visit, days: Sequence[date], counts: Mapping[date, Counter[str]], shown: Agenda
) -> tuple[StripDay, ...]:
    """Return a row of days; those that have events on the page lead to them."""
    translator = visit.view.translator
    names = translator.weekdays()
    there = {day.anchor for day in (*shown.main, *shown.later) if day.entries or day.today}
    return tuple(
        StripDay(
            day.day,
            names[day.weekday()],
            _said(visit, day, counts.get(day)),
            _anchor(day) if _anchor(day) in there else "",
            _ticks(visit, counts.get(day)),
            day == visit.today,
            not counts.get(day),
        )
        for day in days
    )


def _said(visit: Visit, day: date, count: Counter[str] | None) -> str:
    translator, number = visit.view.translator, sum((count or Counter[str]()).values())
    label = translator.date(day, "weekday")
    if not number:
        return f"{label}: {translator.gettext('nothing known')}"
    return f"{label}: {translator.ngettext('{number} event', '{number} events', number)}"


def _ticks(visit: Visit, count: Counter[str] | None) -> tuple[str, ...]:
    """Return a square for each event of a day, in the order of the catalogue."""
    found = list[str]()
    for organization in visit.view.in_order(count or ()):
        found += [organization] * (count or Counter[str]())[organization]
    return tuple(found[:TICKS])


def numbers_of(page: DiaryPage, chosen: str | None) -> Counter[str] | None:
    """Return how many events of a page each organisation has.

    None where the page does not hold all: one is chosen, or there are more.
    """
    if chosen is not None or page.following is not None:
        return None
    return Counter(body for record in page.records for body in record.organizations)


def _anchor(day: date) -> str:
    return f"d{day.isoformat()}"
