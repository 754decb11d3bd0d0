"""Loads the catalogue from its TOML files and checks that they fit together."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from config.catalogue import Catalogue
from config.errors import ConfigError
from config.grammar import load_grammars, load_unread
from config.organizations import Organizations
from config.places import City, Country, Places, PlacesFile, Region
from config.sources import Sources
from config.toml import check, read_toml, suggest

HERE = Path(__file__).parent


def load_catalogue(directory: Path | None = None) -> Catalogue:
    """Return the catalogue that stands in `directory`.

    The default one is loaded once and then shared.

    Args:
        directory: Holds organizations.toml, sources.toml and the folder places; None for the one
            that comes with the project. The words of languages are the project's own in any case.

    Raises:
        ConfigError: For the first mistake found; names the file, the key or line, what is wrong and
            what would be right.
    """
    return _load(directory) if directory else _load_default()


@lru_cache(maxsize=1)
def _load_default() -> Catalogue:
    return _load(HERE)


def _load(directory: Path) -> Catalogue:
    organizations = check(
        Organizations, read_toml(directory / "organizations.toml"), "organizations.toml"
    )
    sources = check(Sources, read_toml(directory / "sources.toml"), "sources.toml")
    places = load_places(directory / "places")
    _unique(
        "organizations.toml, organization",
        (organization.id for organization in organizations.organization),
    )
    _unique("sources.toml, source", (source.key for source in sources.source))
    for organization in organizations.organization:
        if organization.seat and organization.seat not in places.cities:
            where = f"organizations.toml, organization[{organization.id}].seat"
            raise ConfigError(
                where,
                f"is «{organization.seat}», which no file of places knows",
                suggest(organization.seat, places.cities),
            )
    return Catalogue(
        organizations.organization,
        organizations.company,
        organizations.neighbours,
        sources.source,
        places,
        load_grammars(),
        load_unread(),
    )


def load_places(directory: Path) -> Places:
    """Return the places of every TOML file in `directory`.

    Raises:
        ConfigError: For the first mistake found.
    """
    paths = sorted(directory.glob("*.toml"))
    if not paths:
        raise ConfigError(
            f"{directory.name}/", "holds no file of places", "restore countries.toml and the others"
        )
    countries: list[Country] = []
    regions: list[Region] = []
    cities: list[City] = []
    for path in paths:
        name = f"{directory.name}/{path.name}"
        content = check(PlacesFile, read_toml(path, name), name)
        countries += content.country
        regions += content.region
        cities += content.city
        _unique(f"{name}, country", (country.code for country in countries))
        _unique(f"{name}, region", (region.id for region in regions))
        _unique(f"{name}, city", (city.id for city in cities))
    places = Places(countries, regions, cities)
    local: tuple[Region | City, ...] = (*regions, *cities)
    for place in local:
        if place.country not in places.countries:
            where = f"{directory.name}/, {place.kind}[{place.id}].country"
            raise ConfigError(
                where,
                f"is «{place.country}», which is no country",
                "write its ISO 3166-1 code, such as KZ",
            )
    return places


def _unique(where: str, ids: Iterable[str]) -> None:
    if twice := next(_repeated(ids), None):
        raise ConfigError(
            f"{where}[{twice}]", "stands twice", "rename one of the two, or merge them"
        )


def _repeated(ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for item in ids:
        if item in seen:
            yield item
        seen.add(item)
