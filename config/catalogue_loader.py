"""Loads the catalogue from its TOML files and checks that they fit together."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar
from weakref import WeakValueDictionary

from config.catalogue import ReadersCatalogue
from config.errors import ConfigError
from config.grammar import load_grammars, load_unread
from config.languages import lay_over
from config.organizations import Organization, Organizations
from config.places import City, Country, Places, PlacesFile, Region, Venue
from config.sources import Sources, SourceSpec
from config.toml import check, read_toml, suggest

HERE = Path(__file__).parent

T = TypeVar("T")

_held: WeakValueDictionary[Path | None, ReadersCatalogue] = WeakValueDictionary()
"""Of the default catalogue and the operator's folder, what is in use: no words outlive readers."""


def load_catalogue(directory: Path | None = None, *, own: Path | None = None) -> ReadersCatalogue:
    """Return the catalogue that stands in `directory`, with that in `own` laid over it.

    The default one is shared for as long as anybody holds it.

    Args:
        directory: Holds organizations.toml, sources.toml and the folder places; None for the one
            that comes with the project. The words of languages are the project's own in any case.
        own: Holds any of these, and languages.toml and the folder languages; what has the id, key
            or code of something that is there already takes its place, other things come behind.

    Raises:
        ConfigError: For the first mistake found; names the file, the key or line, what is wrong and
            what would be right.
    """
    if directory:
        return _load(directory, own)
    default = _held.get(own)
    if default is None:
        default = _held[own] = _load(HERE, own)
    return default


def _load(directory: Path, own: Path | None) -> ReadersCatalogue:
    if own is not None:
        lay_over(own)
    organizations = _organizations(directory, own)
    sources = _sources(directory, own)
    places = load_places(directory / "places", own / "places" if own else None)
    for organization in organizations.organization:
        if organization.seat and organization.seat not in places.cities:
            where = f"organizations.toml, organization[{organization.id}].seat"
            raise ConfigError(
                where,
                f"is «{organization.seat}», which no file of places knows",
                suggest(organization.seat, places.cities),
            )
    grammars = load_grammars(own=own / "languages" if own else None)
    adjectives = {code: grammar.events.town_adjectives for code, grammar in grammars.items()}
    return ReadersCatalogue(
        organizations.organization,
        organizations,
        sources,
        places,
        {code: towns for code, towns in adjectives.items() if towns},
        grammars,
        load_unread(),
    )


def _organizations(directory: Path, own: Path | None) -> Organizations:
    merged = Organizations(organization=())
    for path in _layers("organizations.toml", directory, own):
        read = check(Organizations, read_toml(path), path.name)
        _unique(f"{path.name}, organization", map(_id, read.organization))
        words = read.laid_over(merged)
        merged = Organizations.model_construct(
            **dict(words), organization=laid_over(merged.organization, read.organization, _id)
        )
    return merged


def _sources(directory: Path, own: Path | None) -> tuple[SourceSpec, ...]:
    merged: tuple[SourceSpec, ...] = ()
    for path in _layers("sources.toml", directory, own):
        read = check(Sources, read_toml(path), path.name).source
        _unique(f"{path.name}, source", (source.key for source in read))
        merged = laid_over(merged, read, lambda source: source.key)
    return merged


def _layers(name: str, directory: Path, own: Path | None) -> list[Path]:
    """Return the file of that name in `directory`, and the one in `own` where there is one."""
    mine = [own / name] if own is not None and (own / name).exists() else []
    return [directory / name, *mine]


def laid_over(below: Iterable[T], above: Iterable[T], key: Callable[[T], str]) -> tuple[T, ...]:
    """Return `below` with each of `above` in the place of that with the same key, or behind."""
    things = {key(thing): thing for thing in below}
    things.update((key(thing), thing) for thing in above)
    return tuple(things.values())


def load_places(directory: Path, own: Path | None = None) -> Places:
    """Return the places of every TOML file in `directory`, with those in `own` laid over them.

    Raises:
        ConfigError: For the first mistake found.
    """
    paths = [*sorted(directory.glob("*.toml")), *(sorted(own.glob("*.toml")) if own else ())]
    if not paths:
        raise ConfigError(
            f"{directory.name}/", "holds no file of places", "restore countries.toml and the others"
        )
    countries: tuple[Country, ...] = ()
    regions: tuple[Region, ...] = ()
    cities: tuple[City, ...] = ()
    venues: tuple[Venue, ...] = ()
    for path in paths:
        name = f"{directory.name}/{path.name}"
        content = check(PlacesFile, read_toml(path, name), name)
        if path.parent == directory:
            _unique(f"{name}, country", map(_code, (*countries, *content.country)))
            _unique(f"{name}, region", map(_id, (*regions, *content.region)))
            _unique(f"{name}, city", map(_id, (*cities, *content.city)))
            _unique(f"{name}, venue", map(_id, (*venues, *content.venue)))
        countries = laid_over(countries, content.country, _code)
        regions = laid_over(regions, content.region, _id)
        cities = laid_over(cities, content.city, _id)
        venues = laid_over(venues, content.venue, _id)
    places = Places(countries, regions, cities, venues)
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


def _code(country: Country) -> str:
    return country.code


def _id(thing: Region | City | Venue | Organization) -> str:
    return thing.id


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
