"""Somebody: the office now, the latest meeting, where and with whom."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlmodel import Session

from bot.commands.follow import meant_by
from bot.language.romanize import sound
from bot.messages.message import clean_line
from bot.messages.people import language_of, office
from bot.web import concerns
from bot.web.entries import Entry, entries
from bot.web.listing import companions
from bot.web.page import NoPage, Page, Visit
from bot.web.stated import Quote, quote
from bot.web.stated_offices import OfficeStated, attested, confirmed
from bot.web.structured import person_data
from bot.web.subscribing import addresses, forms
from bot.web.terms import terms_of
from config.text import fold
from storage import company, event_changes, meetings, people
from storage.company import Companion
from storage.diary_query import DiaryFilter
from storage.event_rows import ParticipationRow
from storage.events import EventArticle, EventFilter, EventRecord
from storage.meetings import MeetingQuery
from storage.models import Person, Tenure

SHOWN, COMPANIONS, SPELLINGS = 40, 15, 24
"""Events on a page, people beside it, and spellings of a name."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Somebody with all that is known of them."""

    person: Person
    ids: tuple[int, ...]
    spellings: Sequence[str]
    records: Sequence[EventRecord]
    more: str
    changes: Sequence[event_changes.KnownChange]
    companions: Sequence[Companion]
    heads: Sequence[tuple[Tenure, Person, EventArticle]]


@dataclass(frozen=True, slots=True)
class Held:
    """An office in which somebody was named.

    Attributes:
        label: Role and body.
        days: From the first to the last event at which it was so.
        quotes: The sentence that says it.
    """

    label: str
    days: str
    quotes: tuple[Quote, ...]


async def person(visit: Visit) -> Page:
    """Return the page of somebody."""
    _ = visit.view.translator.gettext
    found = await visit.read(_load, visit, int(visit.named["number"]))
    if found is None:
        raise NoPage(
            _("There is nobody with this number"),
            _("The address may have been cut when it was copied."),
        )
    view = visit.view
    name = view.person(_called(visit, found.person))
    listed = await entries(visit, found.records, found.changes, found.ids)
    offices = attested(visit, confirmed(visit, found.heads))
    headed = {fold(f"{office.role}, {office.mark.name}") for office in offices if office.mark}
    held = [office for office in _held(visit, found) if fold(office.label) not in headed]
    return Page(
        "person.html",
        name,
        _description(visit, name, held, offices, found),
        section="people",
        values={
            "name": name,
            "now": offices[0] if offices else None,
            "last_named": held[0].label if held else "",
            "latest": _latest(visit, found, listed),
            "spelt": _spelt(found, name),
            "years": _by_year(found.records, listed),
            "more": found.more,
            "offices": offices,
            "held": held,
            "served": terms_of(visit, found.person.sound),
            "companions": companions(visit, found.companions),
            "chart": visit.href("met", person=found.person.id),
            "open_proof": visit.asked("proof"),
        },
        sort="profile",
        found=bool(found.records),
        canonical=f"/person/{found.ids[0]}",
        feeds=forms(visit, name, person=found.person.id),
        picture=visit.href("person", f"{found.person.id}.png"),
        structured=person_data(
            view,
            found.person,
            found.spellings,
            [tenure for tenure, _person, _article in confirmed(visit, found.heads)],
            addresses(visit),
        ),
    )


def _called(visit: Visit, one: Person) -> str:
    """Return the name of somebody: the catalogue's, of who heads or headed an organisation."""
    return visit.site.heads.get(one.sound, one.name)


def _load(session: Session, visit: Visit, number: int) -> _Found | None:
    known = visit.site.known
    one = known.look_about(session, concerns.people({number}), people.get, number)
    if one is None:
        return None
    ids = _same(session, visit, one)
    records, following = _events(session, visit, ids)
    theirs, of_them = concerns.people(ids), concerns.events_of_people(ids)
    last = known.look_about(session, of_them, company.last_events, ids)
    return _Found(
        one,
        ids,
        known.look_about(session, theirs, people.spellings, ids),
        records,
        following,
        known.changes(session, records),
        known.look_about(
            session,
            concerns.events(last),
            company.most_present,
            last,
            limit=COMPANIONS,
            without=ids,
        ),
        known.look_about(session, theirs, company.headships_of, ids),
    )


def _events(
    session: Session, visit: Visit, ids: Sequence[int]
) -> tuple[Sequence[EventRecord], str]:
    """Return the events of somebody, the latest first, and the address of the next page."""
    if len(ids) == 1:
        cursor = visit.asked("after") or None
        page = visit.site.known.page(session, DiaryFilter(person=ids[0]), after=cursor, limit=SHOWN)
        return page.records, visit.turned(page.following)
    start = visit.number("start")
    looked = MeetingQuery((EventFilter(people=frozenset(ids)),))
    known, theirs = visit.site.known, concerns.events_of_people(ids)
    found = known.look_about(
        session, theirs, meetings.matching, looked, limit=SHOWN + 1, offset=start
    )
    records = known.records(session, found[:SHOWN])
    return records, visit.same(start=start + SHOWN) if len(found) > SHOWN else ""


def _same(session: Session, visit: Visit, one: Person) -> tuple[int, ...]:
    """Return the ids under which somebody is kept: several for heads whom articles spell apart."""
    if one.sound not in visit.site.heads:
        return (one.id,)
    for organization in visit.view.catalogue.organizations:
        for head in organization.heads:
            spellings = (head.name, *head.spellings)
            if one.sound in {sound(spelling) for spelling in spellings}:
                for target in meant_by(session, head.name, spellings):
                    ids = tuple(sorted(int(subject) for _topic, subject in target.subjects))
                    if one.id in ids:
                        return ids
    return (one.id,)


def _mine(found: _Found, record: EventRecord) -> ParticipationRow | None:
    mine = (guest for guest in record.participations if guest.person_id in found.ids)
    return next(mine, None)


def _held(visit: Visit, found: _Found) -> list[Held]:
    """Return the offices in which somebody was named at these events, the latest first."""
    said = defaultdict[str, list[tuple[EventRecord, ParticipationRow]]](list)
    labels: dict[str, str] = {}
    for record in found.records:
        mine = _mine(found, record)
        if mine is None:
            continue
        key, label = _label(visit, record, mine)
        if label:
            labels.setdefault(key, label)
            said[key].append((record, mine))
    return [_office(visit, labels[key], rows) for key, rows in said.items()]


def _label(visit: Visit, record: EventRecord, mine: ParticipationRow) -> tuple[str, str]:
    """Return an office folded, and as the visitor's language names it."""

    def named() -> tuple[str, str]:
        label = office(visit.view, mine.role, mine.affiliation, language_of(record, mine))
        return fold(label), label

    return visit.site.known.made(record, ("office", visit.language, mine.person_id), named)


def _office(visit: Visit, label: str, rows: Sequence[tuple[EventRecord, ParticipationRow]]) -> Held:
    days = sorted(record.event.starts_on for record, _mine in rows if record.event.starts_on)
    quotes = list[Quote]()
    for record, mine in rows[:2]:
        by = [article for article in record.articles if article.id == mine.article_id]
        beside = (mine.role or "", mine.affiliation or "")
        quotes += [quote(visit.view, article, mine.proof, (mine.name,), beside) for article in by]
    span = visit.view.translator.dates(days[0], days[-1]) if days else ""
    return Held(label, span, tuple(quotes))


def _latest(visit: Visit, found: _Found, listed: Sequence[Entry]) -> Entry | None:
    """Return the latest event at which somebody was, of those of the first page."""
    for record, entry in zip(found.records, listed, strict=True):
        begins = record.event.starts_on
        if begins is not None and begins <= visit.today and not (entry.expected or entry.off):
            return entry
    return None


def _spelt(found: _Found, name: str) -> list[tuple[str, str]]:
    """Return the other spellings: those in Latin letters, and those in Cyrillic ones."""
    names = [clean_line(spelling, 80) for spelling in found.spellings]
    others = [spelling for spelling in dict.fromkeys(names) if spelling != name][:SPELLINGS]
    latin = [spelling for spelling in others if not _is_cyrillic(spelling)]
    cyrillic = [spelling for spelling in others if _is_cyrillic(spelling)]
    return [
        (script, ", ".join(spelt))
        for script, spelt in (("latin", latin), ("cyrillic", cyrillic))
        if spelt
    ]


def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


def _by_year(
    records: Sequence[EventRecord], listed: Sequence[Entry]
) -> list[tuple[int | None, list[Entry]]]:
    """Return events under their years; those without a day under none."""
    pairs = [
        (_year(record.event.starts_on), entry)
        for record, entry in zip(records, listed, strict=True)
    ]
    years = list[tuple[int | None, list[Entry]]]()
    for year, rows in groupby(pairs, key=lambda pair: pair[0]):
        years.append((year, [entry for _, entry in rows]))
    return years


def _year(day: date | None) -> int | None:
    return day.year if day is not None else None


def _description(
    visit: Visit,
    name: str,
    held: Sequence[Held],
    offices: Sequence[OfficeStated],
    found: _Found,
) -> str:
    offices_named = [office.role for office in offices[:1]]
    named = [*(office.label for office in held[:1]), *offices_named, ""]
    count = visit.view.translator.ngettext("{number} event", "{number} events", len(found.records))
    return " · ".join(part for part in (name, named[0], count) if part)
