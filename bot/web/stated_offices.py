"""Offices as pages state them: since when, what, where, and the sentence that says it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.language.romanize import sound
from bot.messages.people import office
from bot.messages.view import View
from bot.pipeline.known_people import find_by_sound
from bot.web.entries import Mark, marks
from bot.web.known_events import KnownEvents
from bot.web.page import Visit
from bot.web.stated import Quote, quote
from config.organizations import Head, Organization
from storage import company
from storage.event_rows import ParticipationRow
from storage.events import EventArticle
from storage.models import Person, Tenure


@dataclass(frozen=True, slots=True)
class OfficeStated:
    """Somebody in an office.

    Attributes:
        days: Since when, or when first and last named so.
        role: The office.
        mark: The organisation; None for a body that is not in the catalogue.
        name: Who.
        href: Whose page; empty where it is not known.
        quotes: Who says so; none where the catalogue of the diary does.
    """

    days: str
    role: str
    mark: Mark | None
    name: str
    href: str
    quotes: tuple[Quote, ...]


def confirmed(
    visit: Visit, rows: Iterable[tuple[Tenure, Person, EventArticle]]
) -> list[tuple[Tenure, Person, EventArticle]]:
    """Return those headships that an article reports as begun, or that the catalogue knows too.

    That one article calls somebody a head is not enough to call them so at the top of a page.
    """
    known = visit.site.sounds_of_heads
    return [
        row
        for row in rows
        if row[0].since is not None or row[1].sound in known.get(row[0].organization, ())
    ]


def attested(
    visit: Visit, rows: Iterable[tuple[Tenure, Person, EventArticle]]
) -> list[OfficeStated]:
    """Return headships that articles attest."""
    view = visit.view
    return [
        OfficeStated(
            _days(view, tenure),
            office(view, tenure.role, None, article.language or "en"),
            marks(visit, [tenure.organization])[0],
            view.person(person.name),
            visit.href("person", person.id),
            (quote(view, article, tenure.proof, (person.name,), (tenure.role,)),),
        )
        for tenure, person, article in rows
    ]


def _days(view: View, tenure: Tenure) -> str:
    """Return since when, or when first and last named so: what a text tells and no more."""
    translator = view.translator
    if tenure.since is not None:
        return translator.gettext("since {day}", day=translator.date(tenure.since, "long"))
    first, last = tenure.first_seen_on, tenure.last_seen_on
    if first == last:
        return translator.gettext("named so on {day}", day=translator.date(first, "long"))
    days = translator.dates(first, last)
    return translator.gettext("named so: {days}", days=days)


KnownHeads = Mapping[str, tuple[int, tuple[ParticipationRow, EventArticle] | None]]
"""Of heads, by their name in the catalogue: who they are, and how they were last named."""


def known_heads(session: Session, known: KnownEvents, organization: Organization) -> KnownHeads:
    """Return which heads of an organisation articles have named, and how they last did."""
    found = dict[str, tuple[int, tuple[ParticipationRow, EventArticle] | None]]()
    for head in organization.heads:
        sounds = {sound(spelling) for spelling in (head.name, *head.spellings)}
        for person in known.look(session, find_by_sound, head.name, limit=5):
            if person.sound in sounds:
                named = known.look(session, company.last_named, person.id)
                found[head.name] = person.id, named
                break
    return found


def catalogued(visit: Visit, organization: Organization, known: KnownHeads) -> list[OfficeStated]:
    """Return who heads and headed an organisation by the catalogue of the diary, the last first.

    Each has the sentence that names them in an office, where there is one.
    """
    view, mark = visit.view, marks(visit, [organization.id])[0]
    found = list[OfficeStated]()
    for head in reversed(organization.heads):
        person_id, named = known.get(head.name, (None, None))
        quotes = tuple[Quote, ...]()
        if named is not None and head.until is None:
            said, article = named
            beside = (said.role or "", said.affiliation or "")
            quotes = (quote(view, article, said.proof, (said.name,), beside),)
        href = visit.href("person", person_id) if person_id is not None else ""
        role, name = office(view, head.role, None, "en"), view.person(head.name, "en")
        found.append(OfficeStated(term_days(view, head), role, mark, name, href, quotes))
    return found


def term_days(view: View, head: Head) -> str:
    """Return from when to when somebody was in office, as far as the catalogue knows."""
    since = partial_date(view, head.since) if head.since else "…"
    if head.until is not None:
        return f"{since} – {partial_date(view, head.until)}"
    return view.translator.gettext("since {day}", day=since) if head.since else ""


def partial_date(view: View, stated: str) -> str:
    """Return a date that may lack its day or month, as the visitor's language writes it."""
    year, *rest = (int(part) for part in stated.split("-"))
    if not rest:
        return str(year)
    day = date(year, rest[0], rest[1] if len(rest) > 1 else 1)
    return view.translator.date(day, "long") if len(rest) > 1 else view.translator.month(day)
