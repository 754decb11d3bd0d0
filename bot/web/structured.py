"""What pages say to machines in schema.org's words (JSON-LD); a block of data, never a script.

Only what the reports say is said. Somebody attends who was there: not who is expected, not who is
named. Links of reports are only http and https.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from pydantic import JsonValue

from bot.extraction.facts import Kind, Tense
from bot.messages.message import clean_line
from bot.messages.people import in_order, language_of, name_of, office
from bot.messages.place import link
from bot.messages.titles import event_title
from bot.messages.view import View
from bot.web.addresses import Addresses
from config.organizations import Organization
from config.text import without_controls
from config.types import JsonObject
from storage.event_changes import KnownChange
from storage.event_rows import EventRow, ParticipationRow
from storage.events import EventArticle, EventRecord
from storage.models import Person, Tenure

_TYPES: Mapping[str, str] = MappingProxyType(
    {
        Kind.FESTIVAL: "Festival",
        Kind.EXHIBITION: "ExhibitionEvent",
        Kind.TRAINING: "EducationEvent",
        Kind.CONFERENCE: "BusinessEvent",
        Kind.SUMMIT: "BusinessEvent",
        Kind.MEETING: "BusinessEvent",
    }
)
"""Kinds of event for which schema.org has a word of its own; the others are events."""

_VOCABULARY = "https://schema.org"
_STATUS = f"{_VOCABULARY}/Event"


def event_data(
    view: View, record: EventRecord, changes: Sequence[KnownChange], addresses: Addresses
) -> JsonObject:
    """Return an event in schema.org's words.

    Args:
        view: The language, and the names of organisations.
        record: The event.
        changes: Its changes, the earliest first; they tell whether it was moved.
        addresses: Where its page is, and the others' pages.
    """
    event = record.event
    organizers = [_organizer(view, body, addresses) for body in record.organizations]
    attendees = [_attendee(view, record, person, addresses) for person in present(record)]
    reports = [_report(article) for article in record.articles]
    return _stated(
        {
            "@context": _VOCABULARY,
            "@type": _TYPES.get(event.kind, "Event"),
            "@id": addresses.event(event.id),
            "url": addresses.event(event.id),
            "name": event_title(view, record).text,
            "startDate": _iso(event.starts_on),
            "endDate": _iso(event.ends_on),
            **_status(event, changes),
            "location": _location(view, event),
            "organizer": [*organizers],
            "attendee": [*attendees],
            "superEvent": {"@id": addresses.event(event.parent_id)} if event.parent_id else None,
            "subjectOf": [*reports],
        }
    )


def present(record: EventRecord) -> list[ParticipationRow]:
    """Return who was there, the foremost first.

    Of an event that no report tells as past, or that is called off, nobody was.
    """
    happened = record.event.tense == Tense.PAST and record.event.cancel_proof is None
    return in_order(record.participations) if happened else []


def _status(event: EventRow, changes: Sequence[KnownChange]) -> dict[str, JsonValue]:
    """Return whether an event is on, moved or called off; moved, with the day before."""
    if event.cancel_proof is not None:
        return {"eventStatus": f"{_STATUS}Cancelled"}
    days = (change.was.starts_on for change in reversed(changes))
    before = next((day for day in days if day not in {None, event.starts_on}), None)
    if before is None:
        return {"eventStatus": f"{_STATUS}Scheduled"}
    return {"eventStatus": f"{_STATUS}Rescheduled", "previousStartDate": _iso(before)}


def _location(view: View, event: EventRow) -> JsonValue:
    town, venue = view.city(event), view.venue(event)
    country = view.country(event)
    name = venue or town or country
    if not name:
        return None
    address: dict[str, JsonValue] = {
        "@type": "PostalAddress",
        "addressLocality": town,
        "addressCountry": country,
    }
    place: JsonValue = {"@type": "Place", "name": name, "address": _stated(address)}
    return place


def _organizer(view: View, organization: str, addresses: Addresses) -> JsonValue:
    return {
        "@type": "Organization",
        "@id": addresses.organization(organization),
        "name": view.organization(organization),
        "url": addresses.organization(organization),
    }


def _attendee(
    view: View, record: EventRecord, one: ParticipationRow, addresses: Addresses
) -> JsonValue:
    language = language_of(record, one)
    person: dict[str, JsonValue] = {
        "@type": "Person",
        "@id": addresses.person(one.person_id),
        "name": name_of(view, record, one),
        "jobTitle": office(view, one.role, one.affiliation, language),
        "url": addresses.person(one.person_id),
    }
    return _stated(person)


def _report(article: EventArticle) -> JsonValue:
    report: dict[str, JsonValue] = {
        "@type": "NewsArticle",
        "headline": clean_line(article.title, 200),
        "url": _address(article.url),
        "inLanguage": article.language,
        "datePublished": article.published_at.isoformat() if article.published_at else None,
        "publisher": {"@type": "Organization", "name": clean_line(article.source, 60)},
    }
    return _stated(report)


def person_data(
    view: View,
    person: Person,
    spellings: Iterable[str],
    offices: Iterable[Tenure],
    addresses: Addresses,
) -> JsonObject:
    """Return the page of somebody in schema.org's words: all spellings, and offices with days."""
    name = view.person(person.name)
    others = sorted({clean_line(spelling, 80) for spelling in spellings} - {name})
    held: list[JsonValue] = [_office(view, tenure, addresses) for tenure in offices]
    whole: dict[str, JsonValue] = {
        "@type": "Person",
        "@id": addresses.person(person.id),
        "name": name,
        "alternateName": [*others],
        "memberOf": held,
    }
    return {
        "@context": _VOCABULARY,
        "@type": "ProfilePage",
        "url": addresses.person(person.id),
        "inLanguage": addresses.language,
        "mainEntity": _stated(whole),
    }


def _office(view: View, tenure: Tenure, addresses: Addresses) -> JsonValue:
    role = {
        "@type": "OrganizationRole",
        "roleName": clean_line(tenure.role, 160),
        "startDate": _iso(tenure.since),
        "memberOf": _organizer(view, tenure.organization, addresses),
    }
    return _stated(role)


def organization_data(view: View, organization: Organization, addresses: Addresses) -> JsonObject:
    """Return an organisation in schema.org's words, with its names in all languages."""
    name = organization.name(view.translator.language)
    named = [spelling.text for spelling in organization.spellings() if spelling.kind == "name"]
    others = [*organization.short.values(), *named]
    return _stated(
        {
            "@context": _VOCABULARY,
            "@type": "Organization",
            "@id": addresses.organization(organization.id),
            "name": name,
            "alternateName": [*sorted(set(others) - {name})],
            "foundingDate": organization.founded,
            "url": addresses.organization(organization.id),
            "sameAs": organization.site,
        }
    )


def list_data(
    title: str, url: str, records: Sequence[EventRecord], addresses: Addresses
) -> JsonObject:
    """Return a page that lists events, such as a week, in schema.org's words.

    Args:
        title: Of the page.
        url: Its full address.
        records: The events, in the order of the page.
        addresses: Where their pages are.
    """
    listed: list[JsonValue] = [
        {
            "@type": "ListItem",
            "position": place,
            "url": addresses.event(record.event.id),
        }
        for place, record in enumerate(records, start=1)
    ]
    items: JsonValue = {
        "@type": "ItemList",
        "numberOfItems": len(listed),
        "itemListElement": listed,
    }
    return {
        "@context": _VOCABULARY,
        "@type": "CollectionPage",
        "name": title,
        "url": url,
        "inLanguage": addresses.language,
        "mainEntity": items,
    }


def table_data(title: str, description: str, url: str, table: str) -> JsonObject:
    """Return a page that shows figures, such as who met whom, in schema.org's words.

    Args:
        title: Of the page.
        description: What the figures are, in a sentence or two.
        url: Full address of the page.
        table: Full address of the same figures as CSV.
    """
    download: dict[str, JsonValue] = {
        "@type": "DataDownload",
        "encodingFormat": "text/csv",
        "contentUrl": table,
    }
    return {
        "@context": _VOCABULARY,
        "@type": "Dataset",
        "name": title,
        "description": description,
        "url": url,
        "isAccessibleForFree": True,
        "distribution": [download],
    }


def summary(view: View, record: EventRecord) -> str:
    """Return an event in a line, as a shared link shows it: day, town. Names. How many reports."""
    event, translator = record.event, view.translator
    day = translator.dates(event.starts_on, event.ends_on) if event.starts_on else ""
    where = ", ".join(part for part in (day, view.city(event) or view.country(event)) if part)
    names = [name_of(view, record, person) for person in present(record)]
    reports = translator.ngettext("{number} report", "{number} reports", len(record.articles))
    parts = (where, translator.list(names[:3]) if names else "", reports)
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _stated(values: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Return what of these is stated."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _address(url: str) -> str | None:
    """Return `url` when it is one that programs can open as it stands, else None."""
    clean = url == without_controls(url) and not any(map(str.isspace, url))
    return link(url) if clean else None
