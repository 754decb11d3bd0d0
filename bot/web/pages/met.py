"""Who met whom: people as lines, gatherings as columns, and the same in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from markupsafe import Markup
from sqlmodel import Session

from bot.messages.message import clean_line
from bot.messages.met_picture import MeetingChart, chart_of
from bot.messages.people import name_of
from bot.web.asked import DiaryQuestion
from bot.web.drawn_once import DrawnOnce
from bot.web.entries import Entry, Mark, entry, marks
from bot.web.met_drawing import DESK, PHONE, ColumnLabel, Drawing, Measures, PersonLabel, draw
from bot.web.page import Feed, NoPage, Page, Visit
from bot.web.pages.week import YEARS
from bot.web.questions import question_of
from bot.web.structured import present, table_data
from storage.diary_query import Days
from storage.events import EventRecord

LOOKED_AT = 120
"""Events among which gatherings are looked for: the last ones."""

WITHIN = timedelta(days=365)
"""How far back the chart goes unless a year is asked for."""

ON_A_PHONE = 10
"""Gatherings of the smaller chart: the last ones of the larger."""

NAMED, MOST_MET = 40, 8
"""People named of a gathering, and beside the chart as those who met the most."""


@dataclass(frozen=True, slots=True)
class Met:
    """A gathering in words.

    Attributes:
        entry: The event.
        people: The names of who was there.
        more: How many more.
    """

    entry: Entry
    people: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class WhoMetWhom(DrawnOnce):
    """Some gatherings, as a chart and in words.

    Attributes:
        drawings: The chart, for desks and for phones.
        key: The organisations that dots have the colours of.
        gatherings: The same in words.
        foremost: Who met the most people: name, page, how many.
        lead: How many people and gatherings.
        drawn: All of it as the page draws it.
    """

    drawings: Sequence[Drawing]
    key: Sequence[Mark]
    gatherings: Sequence[Met]
    foremost: Sequence[tuple[str, str, int]]
    lead: str
    drawn: dict[str, Markup] = field(default_factory=dict, compare=False)


async def met(visit: Visit) -> Page:
    """Return the page of who met whom."""
    _ = visit.view.translator.gettext
    question, happened = question_of(visit), await gatherings(visit)
    # Whatever else it hangs on is in the address.
    shown = visit.site.known.made_of(
        happened, ("met", visit.language, visit.today, visit.here), lambda: _shown(visit, happened)
    )
    values: dict[str, object] = {
        "met": shown,
        "choices": _choices(visit, question),
        "years": _years(visit),
    }
    title, table = _title(visit, question), visit.href("met.csv", **visit.kept())
    told = _("A line is a person, a column is a gathering; whoever shares a column met.")
    base = visit.site.options.address
    return Page(
        "met.html",
        title,
        told,
        section="met",
        values=values,
        found=bool(shown.gatherings) and not visit.query,
        feeds=(Feed(table, "text/csv", title),),
        structured=table_data(title, told, f"{base}{visit.path_only}", f"{base}{table}"),
    )


def _shown(visit: Visit, happened: Sequence[EventRecord]) -> WhoMetWhom:
    chart = chart_of(visit.view, happened)
    records = [gathering.record for gathering in chart.gatherings]
    names, company = _names(visit, records), _company(records)
    bodies = {guest.organization for guest in chart.guests if guest.organization}
    return WhoMetWhom(
        _drawings(visit, chart, names, company),
        marks(visit, visit.view.in_order(bodies)),
        [_met(visit, record, names) for record in records],
        _foremost(visit, names, company),
        _lead(visit, chart),
    )


async def gatherings(visit: Visit) -> list[EventRecord]:
    """Return the last events that a visit asks for at which anybody was.

    Raises:
        NoPage: It asks for something that there is not.
    """
    question, days = question_of(visit), _days(visit)
    found = await visit.read(_load, visit, question, days)
    return [record for record in found if present(record)]


def _days(visit: Visit) -> Days:
    given = visit.asked("year")
    if not given:
        return Days(visit.today - WITHIN, visit.today)
    if not (given.isascii() and given.isdigit() and len(given) == 4 and int(given) in YEARS):
        _ = visit.view.translator.gettext
        raise NoPage(_("There is no such year"))
    return Days(date(int(given), 1, 1), date(int(given), 12, 31))


def _load(
    session: Session, visit: Visit, question: DiaryQuestion, days: Days
) -> Sequence[EventRecord]:
    return visit.site.known.page(session, question.wanted, days, limit=LOOKED_AT).records


def _names(visit: Visit, records: Sequence[EventRecord]) -> dict[int, str]:
    """Return the name of everybody who was there, as last written."""
    names: dict[int, str] = {}
    for record in records:
        for guest in present(record):
            name = name_of(visit.view, record, guest, 60)
            names[guest.person_id] = name
    return names


def _company(records: Sequence[EventRecord]) -> Mapping[int, Counter[int]]:
    """Return whom everybody met, and how often."""
    met: dict[int, Counter[int]] = {}
    for record in records:
        there = {guest.person_id for guest in present(record)}
        for person in there:
            met.setdefault(person, Counter()).update(there - {person})
    return met


def _drawings(
    visit: Visit, chart: MeetingChart, names: Mapping[int, str], met: Mapping[int, Counter[int]]
) -> list[Drawing]:
    """Return the chart for desks, and one of its last gatherings for phones."""
    last = [gathering.record for gathering in chart.gatherings[-ON_A_PHONE:]]
    small = chart_of(visit.view, last)
    behind = len(chart.gatherings) - len(small.gatherings)

    def drawn(sort: str, measures: Measures, one: MeetingChart, first: int) -> Drawing:
        people = [
            PersonLabel(
                visit.href("person", guest.person),
                _told(visit, guest.name, met.get(guest.person, Counter()), names),
            )
            for guest in one.guests
        ]
        columns = [_column(visit, gathering.record, names) for gathering in one.gatherings]
        return draw(sort, measures, one, people, columns, first)

    return [
        drawn(Drawing.WIDE, DESK, chart, 1),
        drawn(Drawing.NARROW, PHONE, small, behind + 1),
    ]


def _told(visit: Visit, name: str, met: Counter[int], names: Mapping[int, str]) -> str:
    """Return whom somebody met, as a sentence: the most often met first."""
    others = ", ".join(names[person] for person, _times in met.most_common(NAMED))
    return visit.view.translator.gettext("{name}: met {names}", name=name, names=others)


def _column(visit: Visit, record: EventRecord, names: Mapping[int, str]) -> ColumnLabel:
    shown, begins = entry(visit, record), record.event.starts_on
    there = ", ".join(names[guest.person_id] for guest in present(record)[:NAMED])
    where = shown.town or shown.country
    when = ", ".join(part for part in (shown.days, where) if part)
    title = f"{when}: {shown.title.text}. {there}" if when else f"{shown.title.text}. {there}"
    day = visit.view.translator.date(begins, "short") if begins else ""
    return ColumnLabel(shown.href, title, day, where)


def _met(visit: Visit, record: EventRecord, names: Mapping[int, str]) -> Met:
    there = list(dict.fromkeys(guest.person_id for guest in present(record)))
    people = tuple(names[person] for person in there[:NAMED])
    return Met(entry(visit, record), people, len(there[NAMED:]))


def _foremost(
    visit: Visit, names: Mapping[int, str], met: Mapping[int, Counter[int]]
) -> list[tuple[str, str, int]]:
    """Return who met the most people: name, page, how many."""
    counted = sorted(met, key=lambda person: (-len(met[person]), names[person]))
    return [
        (names[person], visit.href("person", person), len(met[person]))
        for person in counted[:MOST_MET]
    ]


def _choices(visit: Visit, question: DiaryQuestion) -> list[tuple[str, str, str, bool]]:
    """Return the organisations to choose from: id, name, address, whether it is chosen."""
    chosen, _ = question.wanted.organization, visit.view.translator.gettext
    year = visit.asked("year")
    rows = [("", _("All"), visit.same(year=year), chosen is None)]
    for organization in visit.view.catalogue.organizations:
        href = visit.same(organization=organization.id, year=year)
        name = organization.short_name(visit.language)
        rows.append((organization.id, name, href, organization.id == chosen))
    return rows


def _years(visit: Visit) -> list[tuple[str, str, bool]]:
    """Return the years to choose from: label, address, whether it is chosen."""
    kept = visit.kept() | {"year": ""}
    _, asked = visit.view.translator.gettext, visit.asked("year")
    rows = [(_("The last twelve months"), visit.same(**kept), not asked)]
    for year in range(visit.today.year, visit.today.year - 4, -1):
        href = visit.same(**kept | {"year": str(year)})
        rows.append((str(year), href, asked == str(year)))
    return rows


def _title(visit: Visit, question: DiaryQuestion) -> str:
    _ = visit.view.translator.gettext
    about = clean_line(", ".join(question.names(visit.view, None)), 80)
    return " · ".join(part for part in (_("Who met whom"), about, visit.asked("year")) if part)


def _lead(visit: Visit, chart: MeetingChart) -> str:
    translator = visit.view.translator
    people = translator.ngettext("{number} person", "{number} people", len(chart.guests))
    number = len(chart.gatherings)
    gatherings = translator.ngettext("{number} gathering", "{number} gatherings", number)
    return f"{people}, {gatherings}."
