"""The event: which day, which town, who was there, and how many say so."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlencode

from sqlmodel import Session

from bot.extraction.facts import Tense
from bot.messages.change_notice import at_place
from bot.messages.message import clean_line
from bot.messages.outcomes import told_outcomes
from bot.messages.place import link, place
from bot.messages.proofs import ArticleFacts, stated_days, stated_places, told_by
from bot.messages.view import View
from bot.web import concerns
from bot.web.entries import Mark, days_of, entries, iso_days, kind_of, marks, moved, title_of
from bot.web.marking import words_of_days
from bot.web.page import Feed, NoPage, Page, Visit
from bot.web.stated import Quote, people_stated, quote, stamp, stated
from bot.web.structured import event_data, summary
from bot.web.subscribing import addresses
from storage import events, people
from storage.errors import NotStored
from storage.event_changes import KnownChange
from storage.events import EventArticle, EventRecord

MAP = "https://www.openstreetmap.org/search?"
"""Where the link to a map leads; nothing is asked of it unless somebody follows the link."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An event with all that is known of it; what its articles tell hangs on the event."""

    record: EventRecord
    told: Sequence[ArticleFacts] = field(compare=False)
    changes: Sequence[KnownChange]
    spellings: dict[int, list[str]]
    whole: EventRecord | None
    parts: Sequence[EventRecord]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed.

    Attributes:
        iso: When, for machines.
        when: When.
        label: What happened: moved, called off.
        state: "moved", "off" or empty: how the label is set.
        was: What no longer holds.
        became: What holds.
    """

    iso: str
    when: str
    label: str
    state: str
    was: str
    became: str


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports in one language.

    Attributes:
        called: What the visitor calls the language.
        language: Its code, or empty.
        reports: The articles, the first to be seen first: headline, address or None, outlet, time.
    """

    called: str
    language: str
    reports: tuple[tuple[str, str | None, str, str], ...]


async def event(visit: Visit) -> Page:
    """Return the page of an event."""
    number = int(visit.named["number"])
    try:
        found = await visit.read(_load, visit, number)
    except NotStored:
        _ = visit.view.translator.gettext
        nothing = visit.view.translator.gettext("There is no event {number}", number=number)
        raise NoPage(nothing, _("The address may have been cut when it was copied.")) from None
    view, record = visit.view, found.record
    title = title_of(view, record)
    there, named = people_stated(
        view, record, found.told, found.spellings, lambda person: visit.href("person", person)
    )
    return Page(
        "event.html",
        title.text,
        summary(view, record),
        section="week",
        values={
            "record": record,
            "title": title,
            "kind": kind_of(view, record),
            "off": _called_off(view, found),
            "when": _when(visit, found),
            "where": _where(visit, found),
            "outcomes": _outcomes(view, found.record),
            "bodies": _bodies(visit, found),
            "there": there,
            "named": named,
            "expected": record.event.tense == Tense.FUTURE or record.event.cancel_proof is not None,
            "reports": _reports(view, record),
            "changes": _changes(view, found),
            "whole": await entries(visit, [found.whole] if found.whole else []),
            "parts_of": await entries(visit, found.parts),
            "open_proof": visit.asked("proof"),
            "share": _share(visit, record, title.text),
        },
        sort="article",
        canonical=f"/event/{record.event.id}",
        feeds=_calendar(visit, record, title.text),
        picture=visit.href("event", f"{record.event.id}.png"),
        structured=event_data(view, record, found.changes, addresses(visit)),
    )


def _load(session: Session, visit: Visit, number: int) -> _Found:
    known = visit.site.known
    goes_on_as = known.look_about(session, concerns.events({number}), events.going_on_as, number)
    shown = known.records(session, [goes_on_as])
    if not shown:
        raise NotStored("event", number)
    record = shown[0]
    event_id, parent = record.event.id, record.event.parent_id
    persons = tuple(guest.person_id for guest in record.participations)
    spelt = concerns.people(persons)
    parts = known.look_about(session, concerns.parts(event_id), events.ids_of_parts, event_id)
    whole = known.records(session, [parent]) if parent else []
    return _Found(
        record,
        known.made_of([record], ("told", event_id), lambda: told_by(session, record)),
        known.changes(session, shown),
        known.look_about(session, spelt, people.spellings_by_person, persons),
        whole[0] if whole else None,
        known.records(session, parts),
    )


def _calendar(visit: Visit, record: EventRecord, title: str) -> tuple[Feed, ...]:
    if record.event.starts_on is None:
        return ()
    return (Feed(visit.href("event", f"{record.event.id}.ics"), "text/calendar", title),)


def _called_off(view: View, found: _Found) -> tuple[Quote, ...] | None:
    """Return who says that an event is called off; None for one that is on."""
    record = found.record
    proof = record.event.cancel_proof
    if proof is None:
        return None
    said = [told.article for told in found.told if told.report.reading.cancel_proof == proof]
    return tuple(quote(view, article, proof, ()) for article in said or record.articles[-1:])


def _when(visit: Visit, found: _Found) -> dict[str, object]:
    """Return the days, the days before they were moved, and who says so."""
    view, event_, changes = visit.view, found.record.event, found.changes
    first, last = event_.starts_on, event_.ends_on

    def words(article: EventArticle) -> list[str]:
        return words_of_days(first, last, article.language) if first else []

    agreed, others = stated_days(view, found.record, found.told)
    move = next((change for change in reversed(changes) if moved(change)), None)
    return {
        "label": view.translator.dates(first, last) if first else "",
        "iso": iso_days(first, last),
        "was": days_of(view, move.was, visit.today) if move else "",
        "said": stated(view, agreed, words),
        "others": stated(view, others, lambda _article: ()),
    }


def _where(visit: Visit, found: _Found) -> dict[str, object]:
    """Return the place, its page, its map, and who says so."""
    view, event_ = visit.view, found.record.event
    city, country = view.city(event_), view.country(event_)
    names = [event_.city or "", event_.country or "", event_.venue or ""]
    agreed, others = stated_places(view, found.record, found.told)
    known = event_.city_id if event_.city_id in view.catalogue.places.cities else None
    return {
        "label": place(view, event_),
        "city": city,
        "country": country if country != city else "",
        "venue": view.venue(event_),
        "href": visit.href("place", known) if known else "",
        "country_href": visit.href("country", event_.country_code) if event_.country_code else "",
        "map": MAP + urlencode({"query": place(view, event_)}) if city or event_.venue else "",
        "said": stated(view, agreed, lambda _article: names),
        "others": stated(view, others, lambda _article: ()),
    }


def _outcomes(view: View, record: EventRecord) -> list[tuple[str, tuple[Quote, ...]]]:
    """Return what came of the event, each with the sentences that say so."""
    articles = {article.id: article for article in record.articles}
    rows = list[tuple[str, tuple[Quote, ...]]]()
    for text, outcome in told_outcomes(view, record):
        said = [(articles[at], proof) for at, _, proof in outcome.said if at in articles]
        quotes = (quote(view, article, proof, outcome.names) for article, proof in said)
        rows.append((text, tuple(quotes)))
    return rows


def _bodies(visit: Visit, found: _Found) -> list[tuple[Mark, tuple[Quote, ...]]]:
    """Return the organisations, each with the sentences that name it in reports about it."""
    rows = list[tuple[Mark, tuple[Quote, ...]]]()
    for mark in marks(visit, found.record.organizations):
        quotes = tuple(
            _naming(visit.view, facts, mark.id)
            for facts in found.told
            if mark.id in facts.report.reading.organizations
        )
        rows.append((mark, quotes))
    return rows


def _naming(view: View, facts: ArticleFacts, organization: str) -> Quote:
    """Return the sentence of an article, of those that are kept, that names an organisation."""
    reading, event_ = facts.report.reading, facts.report.event
    spellings = _spellings(view, organization)
    kept = (
        event_.date_proof,
        event_.place_proof,
        *(part.proof for part in reading.participants),
        facts.report.headline,
    )
    for sentence in kept:
        text = clean_line(sentence or "", 2000)
        for spelling in spellings:
            if spelling in text:
                return quote(view, facts.article, text, (spelling,))
    return quote(view, facts.article, facts.report.headline, ())


def _spellings(view: View, organization: str) -> list[str]:
    try:
        known = view.catalogue.organization(organization)
    except KeyError:
        return []
    return sorted({spelling.text for spelling in known.spellings()}, key=len, reverse=True)


def _reports(view: View, record: EventRecord) -> list[Reports]:
    """Return the articles by language, that of the page first."""
    by_language: dict[str, list[tuple[str, str | None, str, str]]] = {}
    for article in record.articles:
        moment = article.published_at or article.first_seen_at
        row = (
            clean_line(article.title, 300) or clean_line(article.url, 120),
            link(article.url),
            clean_line(article.source, 60),
            stamp(view, moment),
        )
        by_language.setdefault(article.language or "", []).append(row)
    names = {code: view.translator.language_name(code) if code else "" for code in by_language}
    order = sorted(names, key=lambda code: (code != view.translator.language, names[code]))
    return [Reports(names[code], code, tuple(by_language[code])) for code in order]


def _changes(view: View, found: _Found) -> list[Change]:
    """Return what changed when, the last first, down to the first report."""
    listed = [_change(view, found.record, change) for change in reversed(found.changes)]
    if found.record.articles:
        first = min(found.record.articles, key=_moment)
        _ = view.translator.gettext
        moment, outlet = _moment(first), clean_line(first.source, 60)
        label = _("First report:")
        listed.append(Change(_iso(moment), stamp(view, moment), label, "", "", outlet))
    return listed


def _change(view: View, record: EventRecord, change: KnownChange) -> Change:
    _, was, became = view.translator.gettext, change.was, change.became
    when = _iso(change.changed_at), stamp(view, change.changed_at)
    if became.cancelled and not was.cancelled:
        return Change(*when, _("Called off"), "off", "", "")
    if was.cancelled and not became.cancelled:
        return Change(*when, _("On again"), "", "", "")
    day = change.changed_at.date()
    if moved(change):
        days = days_of(view, was, day), days_of(view, became, day)
        return Change(*when, _("Moved"), "moved", *days)
    places = [place(view, at_place(record.event, facts)) for facts in (was, became)]
    return Change(*when, _("Moved"), "moved", *places)


def _share(visit: Visit, record: EventRecord, title: str) -> dict[str, str]:
    """Return addresses that pass the page on; the page itself is named without a language."""
    address = f"{visit.site.options.address}/event/{record.event.id}"
    return {
        "address": address,
        "pass_on": "https://t.me/share/url?" + urlencode({"url": address, "text": title}),
        "calendar": visit.href("event", f"{record.event.id}.ics") if record.event.starts_on else "",
    }


def _moment(article: EventArticle) -> datetime:
    return article.published_at or article.first_seen_at


def _iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%MZ")
