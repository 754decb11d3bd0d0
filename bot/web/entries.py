"""An event as it stands in any list of the site: when, where, what, who, who says so."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from bot.extraction.facts import Tense
from bot.merging.event_changes import moved_in_time
from bot.messages.people import in_order, name_of
from bot.messages.titles import event_title
from bot.messages.view import View
from bot.web.drawn_once import DrawnOnce
from bot.web.page import Visit
from bot.web.turns import Turns
from storage.event_changes import ChangedFacts, KnownChange
from storage.events import EventRecord

DOTTED = frozenset({"tr", "az"})
"""Languages in which I without a dot is another letter than I with one."""

_SMALL_I = str.maketrans({"İ": "i", "I": "ı"})

NAMED = 5
"""People who are named in a list; the others are counted."""

LANGUAGES = 4
"""Languages of reports that are named in a list."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An organisation, as its coloured mark stands beside its name.

    Attributes:
        id: Of the organisation.
        name: Short, in the visitor's language.
        href: Its page.
    """

    id: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Title:
    """What an event is called.

    Attributes:
        text: The title.
        language: Of the title, where it is not that of the page; else empty.
        original: The headline that it was put together for, or empty.
        original_language: Of that.
    """

    text: str
    language: str = ""
    original: str = ""
    original_language: str = ""


@dataclass(frozen=True, slots=True)
class Entry(DrawnOnce):
    """An event in a list.

    Attributes:
        number: Of the event.
        href: Its page.
        title: What it is called.
        days: Its days, short: "23 Apr", "22–26 Apr"; empty where no text says them.
        iso: The same for machines.
        span: Of one that lasts several days, all of them.
        town: Where; may be empty.
        country: Where; may be empty.
        people: Who was there, or is expected; a few.
        more: How many more.
        expected: Whether they are announced only.
        marks: The organisations concerned.
        reports: How many reports, and in which languages.
        off: Whether it is called off.
        was: The days that it was moved from, or empty.
        drawn: The entry as lists draw it, by how they do.
    """

    number: int
    href: str
    title: Title
    days: str
    iso: str
    span: str
    town: str
    country: str
    people: tuple[str, ...]
    more: int
    expected: bool
    marks: tuple[Mark, ...]
    reports: str
    off: bool
    was: str
    drawn: dict[str, Markup] = field(default_factory=dict, compare=False)


def each(shown: Iterable[Entry], leads: str, draw: Callable[[Entry, str], Markup]) -> Markup:
    """Return entries, one after the other, as `draw` draws them where "town" or "day" leads."""
    drawn = (entry.once(leads, draw, leads) for entry in shown)
    return Markup("").join(drawn)


async def entries(
    visit: Visit,
    records: Sequence[EventRecord],
    changes: Iterable[KnownChange] = (),
    without: Collection[int] = (),
) -> list[Entry]:
    """Return events as a list shows them; other visitors have their turns meanwhile.

    Args:
        visit: Whose page it is.
        records: The events, in the order of the list.
        changes: Those of these events that are known, the earliest first.
        without: People who are not named: those whose page it is.
    """
    moves = {change.event_id: change for change in changes if moved(change)}
    shown, turns = list[Entry](), Turns()
    for record in records:
        shown.append(entry(visit, record, moves.get(record.event.id), without))
        await turns.take()
    return shown


def entry(
    visit: Visit,
    record: EventRecord,
    move: KnownChange | None = None,
    without: Collection[int] = (),
) -> Entry:
    """Return an event as a list shows it.

    Args:
        visit: Whose page it is.
        record: The event.
        move: The last time that it was moved.
        without: People who are not named.
    """
    hangs_on = ("entry", visit.language, visit.today, move, tuple(without))
    return visit.site.known.made(record, hangs_on, lambda: _made(visit, record, move, without))


def _made(
    visit: Visit, record: EventRecord, move: KnownChange | None, without: Collection[int]
) -> Entry:
    view, event = visit.view, record.event
    there = [guest for guest in in_order(record.participations) if guest.person_id not in without]
    names = [name_of(view, record, guest) for guest in there]
    shown = len(names) if len(names) == NAMED + 1 else NAMED
    return Entry(
        event.id,
        visit.href("event", event.id),
        title_of(view, record, placed=False),
        view.short_days(event.starts_on, event.ends_on, visit.today) if event.starts_on else "",
        iso_days(event.starts_on, event.ends_on),
        span(visit, event.starts_on, event.ends_on),
        view.city(event),
        view.country(event),
        tuple(names[:shown]),
        len(names[shown:]),
        event.tense == Tense.FUTURE or event.cancel_proof is not None,
        marks(visit, record.organizations),
        reports_of(view, record),
        event.cancel_proof is not None,
        days_of(view, move.was, visit.today) if move is not None else "",
    )


def title_of(view: View, record: EventRecord, *, placed: bool = True) -> Title:
    """Return what an event is called in the language of a view.

    Args:
        view: The language.
        record: The event.
        placed: Whether a title put together names the place; False where that stands beside it.
    """
    title = event_title(view, record, placed=placed)
    language = "" if title.language == view.translator.language else title.language
    return Title(title.text, language, title.original or "", title.original_language or "")


def kind_of(view: View, record: EventRecord) -> str:
    """Return what kind of event it is, as a label that is not in capitals."""
    label = view.kind(record.event)
    if view.translator.language in DOTTED:
        label = label.translate(_SMALL_I)
    return label[:1].replace("i", "İ").upper() + label[1:].lower()


def marks(visit: Visit, organizations: Iterable[str]) -> tuple[Mark, ...]:
    """Return organisations with their marks, each once."""
    return tuple(
        Mark(body, visit.view.organization(body), visit.href("organization", body))
        for body in dict.fromkeys(organizations)
    )


def moved(change: KnownChange) -> bool:
    """Whether a change moved its event to other days."""
    return moved_in_time(change.was, change.became)


def days_of(view: View, facts: ChangedFacts, today: date) -> str:
    """Return the days of an event at one moment, short."""
    if facts.starts_on is None:
        return view.translator.gettext("date not stated")
    return view.short_days(facts.starts_on, facts.ends_on, today)


def span(visit: Visit, first: date | None, last: date | None) -> str:
    """Return the days of an event that lasts several, and which of them today is."""
    if first is None or last is None or last <= first:
        return ""
    days = visit.view.short_days(first, last, visit.today)
    if not first <= visit.today <= last:
        return days
    sentence = visit.view.translator.gettext("{days}, day {number} of {count}")
    number, count = (visit.today - first).days + 1, (last - first).days + 1
    return sentence.format_map({"days": days, "number": number, "count": count})


def iso_days(first: date | None, last: date | None) -> str:
    """Return days as `<time datetime>` and calendars want them: one day, or two parted by "/"."""
    if first is None:
        return ""
    return f"{first}/{last}" if last is not None and last > first else f"{first}"


def reports_of(view: View, record: EventRecord) -> str:
    """Return how many reports an event has, and in which languages: "2 reports · English"."""
    translator = view.translator
    count = translator.ngettext("{number} report", "{number} reports", len(record.articles))
    codes = dict.fromkeys(report.language for report in record.articles if report.language)
    names = sorted(translator.language_name(code) for code in list(codes)[:LANGUAGES])
    rest = "…" if len(codes) > LANGUAGES else ""
    return f"{count} · {', '.join(names)}{rest}" if names else count
