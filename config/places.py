"""Countries, regions and cities in all their spellings.

The names of countries come from Babel (CLDR); `places/countries.toml` adds what outlets write
besides: variants, and the adjectives made from them. Cities and regions stand in one file a country
of the family, and in `places/world.toml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import ClassVar, Literal, NamedTuple, TypeAlias

from pydantic import Field, model_validator

from config.languages import LANGUAGES, choose, locale
from config.text import fold
from config.toml import Checked
from config.types import CountryCode, Identifier, Names

_UZBEK_MARK = re.compile("(?<=[OoGg])[‘’]")

NO_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
"""Territory codes of CLDR that are no country."""


class _Named(Checked):
    names: Names

    def name(self, language: str) -> str:
        """Return what this place is called in `language`, or in the nearest that names it."""
        return choose(self.names, language)[0]


class Country(_Named):
    """A country.

    Attributes:
        code: ISO 3166-1 alpha-2, or TRNC.
        names: Per language, the name that is shown, then the others.
        demonyms: Per language, the adjectives and the words for its citizens, in the nominative.
    """

    kind: ClassVar[Literal["country"]] = "country"
    code: CountryCode
    names: Names = Field(default_factory=dict)
    demonyms: Names = Field(default_factory=dict)


class _Local(_Named):
    kind: ClassVar[Literal["region", "city"]]
    id: Identifier
    country: CountryCode


class Region(_Local):
    """A province of a country, or an autonomous one.

    Attributes:
        id: Its short name.
        country: Code of its country.
        names: Per language, the name that is shown, then the others.
    """

    kind = "region"


class City(_Local):
    """A city, town or resort.

    Attributes:
        id: Its short name.
        country: Code of its country.
        names: Per language, the name that is shown, then the others, all in the nominative.
    """

    kind = "city"


class Venue(_Named):
    """A building where events are held again and again; nothing is read by its names.

    Attributes:
        id: Its short name.
        names: Per language, the name that is shown, then the others.
    """

    id: Identifier


Place: TypeAlias = Country | Region | City


class PlaceSpelling(NamedTuple):
    """One way to write a place.

    Attributes:
        text: As written, in the nominative, NFC.
        language: The language that writes it so.
        place: The country, region or city.
    """

    text: str
    language: str
    place: Place


class PlacesFile(Checked):
    """One file of places.

    Attributes:
        in_country: The country of every city and region in this file that names none itself.
    """

    in_country: CountryCode | None = None
    country: tuple[Country, ...] = ()
    region: tuple[Region, ...] = ()
    city: tuple[City, ...] = ()
    venue: tuple[Venue, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _spread_country(cls, data: object) -> object:
        if not isinstance(data, Mapping) or not (code := data.get("in_country")):
            return data
        spread = dict(data)
        for key in ("region", "city"):
            if isinstance(data.get(key), list):
                spread[key] = [_in(code, item) for item in data[key]]
        return spread


def _in(code: object, item: object) -> object:
    return {"country": code, **item} if isinstance(item, Mapping) else item


class Places:
    """All places, by code or id and by spelling.

    Attributes:
        countries: By code.
        regions: By id.
        cities: By id.
    """

    def __init__(
        self,
        countries: Iterable[Country],
        regions: Iterable[Region],
        cities: Iterable[City],
        venues: Iterable[Venue] = (),
    ) -> None:
        self.countries: Mapping[str, Country] = {
            country.code: country for country in with_babel(countries)
        }
        self.regions: Mapping[str, Region] = {region.id: region for region in regions}
        self.cities: Mapping[str, City] = {city.id: city for city in cities}
        self._venues = tuple(venues)

    def country(self, code: str) -> Country:
        """Return the country with this code; raises KeyError if there is none."""
        return self.countries[code]

    def region(self, region_id: str) -> Region:
        """Return the region with this id; raises KeyError if there is none."""
        return self.regions[region_id]

    def city(self, city_id: str) -> City:
        """Return the city with this id; raises KeyError if there is none."""
        return self.cities[city_id]

    def spellings(self) -> Iterator[PlaceSpelling]:
        """Yield every spelling of every place; demonyms are apart."""
        places: tuple[Place, ...] = (
            *self.countries.values(),
            *self.regions.values(),
            *self.cities.values(),
        )
        for place in places:
            for language, texts in place.names.items():
                for text in texts:
                    yield PlaceSpelling(text, language, place)

    def demonyms(self) -> Iterator[PlaceSpelling]:
        """Yield every adjective and word for citizens of a country."""
        for country in self.countries.values():
            for language, texts in country.demonyms.items():
                for text in texts:
                    yield PlaceSpelling(text, language, country)

    def find_city(self, text: str) -> City | None:
        """Return the city written `text` in any language, or None; case and accents aside."""
        return self._cities_by_spelling.get(fold(text))

    def find_country(self, text: str) -> Country | None:
        """Return the country written `text` in any language, or whose code it is, or None."""
        return self.countries.get(text.upper()) or self._countries_by_spelling.get(fold(text))

    def find_venue(self, text: str) -> Venue | None:
        """Return the building written `text` in any language, or None; case and accents aside."""
        return self._venues_by_spelling.get(fold(text).removeprefix("the "))

    @cached_property
    def _venues_by_spelling(self) -> dict[str, Venue]:
        found: dict[str, Venue] = {}
        for venue in self._venues:
            for texts in venue.names.values():
                found |= {fold(text): venue for text in texts}
        return found

    @cached_property
    def _cities_by_spelling(self) -> dict[str, City]:
        found: dict[str, City] = {}
        for city in self.cities.values():
            for texts in city.names.values():
                for text in texts:
                    found.setdefault(fold(text), city)
        return found

    @cached_property
    def _countries_by_spelling(self) -> dict[str, Country]:
        found: dict[str, Country] = {}
        for country in self.countries.values():
            for texts in country.names.values():
                for text in texts:
                    found.setdefault(fold(text), country)
        return found


def with_babel(ours: Iterable[Country]) -> Iterator[Country]:
    """Yield Babel's countries with the names of `ours` first, then those that Babel lacks."""
    extra = {country.code: country for country in ours}
    territories = {
        language: _territories(language) for language in LANGUAGES if language != "kk-Latn"
    }
    codes = [
        code
        for code in territories["en"]
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES
    ]
    for code in codes:
        own = extra.pop(code, None) or Country(code=code)
        names = dict(own.names)
        for language, table in territories.items():
            if name := table.get(code):
                names[language] = tuple(dict.fromkeys((*names.get(language, ()), name)))
        yield own.model_copy(update={"names": names})
    yield from extra.values()


def _territories(language: str) -> dict[str, str]:
    names = {str(code): str(name) for code, name in locale(language).territories.items()}
    if (
        language == "uz"
    ):  # CLDR writes a quotation mark where the letters oʻ and gʻ have a mark of their own
        return {code: _UZBEK_MARK.sub("ʻ", name) for code, name in names.items()}
    return names
