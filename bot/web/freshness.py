"""How fresh the diary is: how many sources are read, how many fail, and when one last answered."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from bot.extraction.facts import Kind
from bot.messages.view import View
from bot.web.page import Visit
from config.errors import TcoError
from storage import sources
from storage.database import Database
from storage.diary_places import KnownPlaces, known_places

KEPT = 30.0
"""Seconds for which the figures are shown before they are counted anew."""


PLACES_KEPT = 600.0
"""Seconds for which it is known where events are before it is looked up anew."""


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """What lists can be narrowed to in one language: values and their names, by name.

    Attributes:
        kinds: Of event.
        countries: By their codes.
        towns: By their ids.
    """

    kinds: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]
    towns: tuple[tuple[str, str], ...]


class PlacesWithEvents:
    """Where events are, for lists to be narrowed to."""

    def __init__(self, database: Database) -> None:
        """Prepare to tell; `database` knows the events."""
        self._database = database
        self._counted: tuple[float, KnownPlaces] | None = None
        self._named: dict[str, tuple[KnownPlaces, NamedPlaces]] = {}

    async def known(self) -> KnownPlaces:
        """Return countries and towns, at most `PLACES_KEPT` seconds old."""
        if self._counted is None or time.monotonic() - self._counted[0] > PLACES_KEPT:
            self._counted = time.monotonic(), await self._database.read(known_places)
        return self._counted[1]

    def named(self, view: View, known: KnownPlaces) -> NamedPlaces:
        """Return what a list can be narrowed to, as the language of a view calls it."""
        language = view.translator.language
        named = self._named.get(language)
        if named is None or named[0] != known:
            named = self._named[language] = known, _named(view, known)
        return named[1]


def _named(view: View, known: KnownPlaces) -> NamedPlaces:
    language, places = view.translator.language, view.catalogue.places
    kinds = {kind.value: view.kinds(kind) for kind in Kind}
    countries = [places.countries[code] for code in known.countries if code in places.countries]
    towns = [places.cities[town_id] for town_id in known.towns if town_id in places.cities]
    in_countries = {country.code: country.name(language) for country in countries}
    in_towns = {town.id: town.name(language) for town in towns}
    return NamedPlaces(_by_name(kinds), _by_name(in_countries), _by_name(in_towns))


def _by_name(named: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(named.items(), key=lambda pair: pair[1]))


class Freshness:
    """What stands at the foot of every page."""

    def __init__(self, database: Database) -> None:
        """Prepare to tell; `database` knows the sources."""
        self._database = database
        self._counted: tuple[float, sources.SourceHealth] | None = None
        self._told: dict[str, tuple[sources.SourceHealth, str]] = {}

    async def counted(self) -> sources.SourceHealth:
        """Return the figures, at most `KEPT` seconds old."""
        if self._counted is None or time.monotonic() - self._counted[0] > KEPT:
            self._counted = time.monotonic(), await self._database.read(sources.health)
        return self._counted[1]

    async def told(self, visit: Visit) -> str:
        """Return the figures as sentences in the visitor's language; none where they are away."""
        try:
            figures = await self.counted()
        except TcoError:  # the page itself says what is the matter
            return ""
        known = self._told.get(visit.language)
        if known is None or known[0] is not figures:
            known = self._told[visit.language] = figures, _sentences(visit.view, figures)
        return known[1]


def _sentences(view: View, figures: sources.SourceHealth) -> str:
    gettext, ngettext = view.translator.gettext, view.translator.ngettext
    sentences = [
        ngettext("{number} source is read.", "{number} sources are read.", figures.enabled)
    ]
    if figures.failing:
        sentences.append(ngettext("{number} is failing.", "{number} are failing.", figures.failing))
    if figures.last_ok_at:
        moment, zone = view.moment(figures.last_ok_at), view.zone_name()
        sentences.append(gettext("Last read on {moment} ({zone}).", moment=moment, zone=zone))
    return " ".join(sentences)
