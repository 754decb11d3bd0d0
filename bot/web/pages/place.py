"""A town, or a country: what was there, what comes, and who was there."""

from sqlmodel import Session

from bot.web.listing import Listing, listing, together, values_of
from bot.web.page import NoPage, Page, Visit
from bot.web.subscribing import forms
from storage.diary_query import DiaryFilter


async def town(visit: Visit) -> Page:
    """Return the page of a town."""
    places = visit.view.catalogue.places
    city = places.cities.get(visit.named["id"])
    if city is None:
        raise _no_place(visit)
    country = places.countries.get(city.country)
    beside = (
        (country.name(visit.language), visit.href("country", country.code)) if country else None
    )
    return await _page(visit, city.name(visit.language), DiaryFilter(town=city.id), beside)


async def country(visit: Visit) -> Page:
    """Return the page of a country."""
    known = visit.view.catalogue.places.countries.get(visit.named["code"])
    if known is None:
        raise _no_place(visit)
    return await _page(visit, known.name(visit.language), DiaryFilter(country=known.code), None)


def _no_place(visit: Visit) -> NoPage:
    _ = visit.view.translator.gettext
    return NoPage(
        _("There is no such place"), _("The address may have been cut when it was copied.")
    )


async def _page(
    visit: Visit, name: str, wanted: DiaryFilter, beside: tuple[str, str] | None
) -> Page:
    found: Listing = await visit.read(_load, visit, wanted)
    _ = visit.view.translator.gettext
    asked = {"town": wanted.town, "country": wanted.country}
    return Page(
        "place.html",
        name,
        visit.view.translator.gettext(
            "{name}: what was there and what comes, and who was there.", name=name
        ),
        values=await values_of(visit, found)
        | {
            "name": name,
            "kind": _("Town") if wanted.town else _("Country"),
            "beside": beside,
            "together": together(visit, found),
            "all": visit.href("search", **asked),
        },
        found=bool(found.coming or found.lately),
        feeds=forms(visit, name, **asked),
    )


def _load(session: Session, visit: Visit, wanted: DiaryFilter) -> Listing:
    return listing(session, visit, wanted)
