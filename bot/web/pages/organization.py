"""The organisations, and one of them: who heads it, what comes next, what was last."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.web.listing import Listing, listing, together, values_of
from bot.web.page import NoPage, Page, Visit
from bot.web.stated_offices import (
    KnownHeads,
    OfficeStated,
    attested,
    catalogued,
    confirmed,
    known_heads,
    partial_date,
)
from bot.web.structured import organization_data
from bot.web.subscribing import addresses, forms
from config.organizations import Organization
from storage import company
from storage.diary_query import DiaryFilter
from storage.events import EventArticle
from storage.models import Person, Tenure


@dataclass(frozen=True, slots=True)
class Row:
    """An organisation in the list of all.

    Attributes:
        id: Of the organisation.
        href: Its page.
        name: In full.
        short: What it is called in lists.
        seat: Its town; empty where it has none.
        head: Who heads it, as the catalogue has it; empty where nobody does.
    """

    id: str
    href: str
    name: str
    short: str
    seat: str
    head: str


async def organizations(visit: Visit) -> Page:
    """Return the page of all organisations."""
    _ = visit.view.translator.gettext
    rows = [_row(visit, organization) for organization in visit.view.catalogue.organizations]
    return Page(
        "organizations.html",
        _("Organisations"),
        ", ".join(row.name for row in rows),
        section="organizations",
        values={"rows": rows},
    )


def _row(visit: Visit, organization: Organization) -> Row:
    heads = [head for head in organization.heads if head.until is None]
    return Row(
        organization.id,
        visit.href("organization", organization.id),
        organization.name(visit.language),
        organization.short_name(visit.language),
        _seat(visit, organization),
        visit.view.person(heads[0].name, "en") if heads else "",
    )


async def organization(visit: Visit) -> Page:
    """Return the page of an organisation."""
    _ = visit.view.translator.gettext
    known = {body.id: body for body in visit.view.catalogue.organizations}
    ours = known.get(visit.named["id"])
    if ours is None:
        raise NoPage(
            _("There is no such organisation"),
            _("The address may have been cut when it was copied."),
        )
    found, heads, in_articles = await visit.read(_load, visit, ours)
    said = attested(visit, confirmed(visit, heads))
    listed = catalogued(visit, ours, in_articles)
    name, short = ours.name(visit.language), ours.short_name(visit.language)
    return Page(
        "organization.html",
        name,
        _("{name}: who it met, when and where; what is coming up; who heads it.").format_map(
            {"name": f"{short}, {name}" if short != name else name}
        ),
        section="organizations",
        values=await values_of(visit, found)
        | {
            "ours": ours,
            "name": name,
            "short": short,
            "head": _head(said, listed, ours),
            "seat": _seat(visit, ours),
            "seat_href": visit.href("place", ours.seat) if ours.seat else "",
            "founded": partial_date(visit.view, ours.founded),
            "heads": said,
            "catalogued": listed,
            "names": _names(ours, visit.language),
            "together": together(visit, found, ours.id),
            "chart": visit.href("met", organization=ours.id),
            "all": visit.href("search", organization=ours.id),
            "open_proof": visit.asked("proof"),
        },
        feeds=forms(visit, name, organization=ours.id),
        picture=visit.href("organization", f"{ours.id}.png"),
        structured=organization_data(visit.view, ours, addresses(visit)),
    )


def _load(
    session: Session, visit: Visit, ours: Organization
) -> tuple[Listing, Sequence[tuple[Tenure, Person, EventArticle]], KnownHeads]:
    found = listing(session, visit, DiaryFilter(organization=ours.id))
    known = visit.site.known
    return found, known.look(session, company.heads_of, ours.id), known_heads(session, known, ours)


def _head(
    said: Sequence[OfficeStated], listed: Sequence[OfficeStated], ours: Organization
) -> OfficeStated | None:
    """Return who heads an organisation: whom articles attest, else whom the catalogue has."""
    if said:
        return said[0]
    now = any(head.until is None for head in ours.heads)
    return listed[0] if listed and now else None


def _seat(visit: Visit, ours: Organization) -> str:
    places = visit.view.catalogue.places
    city = places.cities.get(ours.seat or "")
    if city is None:
        return ""
    country = places.countries.get(city.country)
    parts = (city.name(visit.language), country.name(visit.language) if country else "")
    return ", ".join(filter(None, parts))


def _names(ours: Organization, language: str) -> list[tuple[str, str, str]]:
    """Return the names of an organisation in other languages: language, name, short name."""
    return [
        (code, names[0], ours.short.get(code, ""))
        for code, names in ours.names.items()
        if code != language
    ]
