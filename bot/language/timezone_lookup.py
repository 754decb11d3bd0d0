"""Finds the time zone that somebody means.

By its IANA name, by a city or country in any language of the bot, or by its offset.

City names come from Babel (CLDR) in all languages of the bot and from the catalogue of places. A
city or country of the catalogue gives a zone where all zones of its country keep the same time,
which is so everywhere in the field but in Russia.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cached_property
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global
from rapidfuzz import fuzz, process

from config.languages import INTERFACE_LANGUAGES, locale
from config.places import Places
from config.text import fold
from config.types import NO_PLACES

SUGGEST_FROM = 70
"""Likeness (0 to 100) from which a city is worth suggesting."""

_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+\-−–])\s*(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_ISO_6709 = re.compile(r"([+-]\d{4}(?:\d{2})?)([+-]\d{5}(?:\d{2})?)")
_FIXED = re.compile(r"Etc/GMT([+-])(\d{1,2})")


class ZoneNames:
    """All names of all time zones."""

    def __init__(self, places: Places) -> None:
        """Know the zones of Babel, and the cities and countries of `places`."""
        self._places = places

    def find(self, text: str, now: datetime) -> str | None:
        """Return the IANA name of the zone that `text` means, or None.

        Args:
            text: An IANA name in any case ("asia/bishkek"), a city or country in any language of
                the bot, or an offset ("UTC+6").
            now: The present, aware: whether the zones of a country agree is asked for the year that
                follows.
        """
        text = text.strip()
        if text.casefold() in {"utc", "gmt", "z"}:
            return "UTC"
        if offset := _OFFSET.fullmatch(text):
            return _fixed(offset)
        return self._named.get(fold(text.replace("_", " "))) or self._of_place(text, now)

    def suggest(self, text: str) -> list[str]:
        """Return up to three zones (IANA) with cities spelled most like `text`, likest first."""
        near = process.extract(
            fold(text), self._named.keys(), scorer=fuzz.ratio, score_cutoff=SUGGEST_FROM, limit=12
        )
        return list(dict.fromkeys(self._named[spelling] for spelling, _, _ in near))[:3]

    def near(self, latitude: float, longitude: float, count: int = 4) -> list[str]:
        """Return the zones (IANA) whose cities are nearest to a place, in degrees, nearest first.

        Which of them holds there is for who asked to say: a border can lie between.
        """
        here = radians(latitude), radians(longitude)
        return sorted(self._cities, key=lambda zone: _angle(here, self._cities[zone]))[:count]

    @cached_property
    def _cities(self) -> dict[str, tuple[float, float]]:
        """Where the city of each zone lies, in radians, as the IANA database says."""
        table = files("tzdata.zoneinfo").joinpath("zone1970.tab").read_text(encoding="utf-8")
        cities: dict[str, tuple[float, float]] = {}
        for row in table.splitlines():
            if not row.startswith("#"):
                _countries, where, zone, *_ = row.split("\t")
                if found := _ISO_6709.fullmatch(where):
                    cities[zone] = _degrees(found[1]), _degrees(found[2])
        return cities

    def label(self, zone: str, language: str) -> str:
        """Return `zone` as people read it: by its city in `language`, one of the bot's.

        IANA's fixed zones as "UTC+6".
        """
        if fixed := _FIXED.fullmatch(zone):  # whose signs are the wrong way round
            return f"UTC{'-' if fixed[1] == '+' else '+'}{fixed[2]}"
        english = zone.rpartition("/")[2].replace("_", " ")
        if city := self._places.find_city(english):
            return city.name(language)
        return str(locale(language).time_zones.get(zone, {}).get("city") or english)

    @cached_property
    def _named(self) -> dict[str, str]:
        known = available_timezones() - NO_PLACES
        named = {fold(zone.replace("_", " ")): zone for zone in known}
        for zone in sorted(known):
            if "/" in zone and not zone.startswith(("Etc/", "SystemV/")):
                named.setdefault(fold(zone.rpartition("/")[2].replace("_", " ")), zone)
        for language in INTERFACE_LANGUAGES:
            for zone, names in locale(language).time_zones.items():
                if zone in known and "city" in names:
                    named.setdefault(fold(names["city"]), zone)
        return named

    @cached_property
    def _of_country(self) -> dict[str, list[str]]:
        known, zones = available_timezones(), defaultdict[str, list[str]](list)
        for zone, country in sorted(get_global("zone_territories").items()):
            if zone in known:
                zones[country].append(zone)
        return zones

    def _of_place(self, text: str, now: datetime) -> str | None:
        city = self._places.find_city(text)
        country = city.country if city else getattr(self._places.find_country(text), "code", None)
        zones = self._of_country.get(country, []) if country else []
        moments = [now + timedelta(days=days) for days in range(0, 365, 30)]
        clocks = {_offsets(zone, moments) for zone in zones}
        return zones[0] if len(clocks) == 1 else None


def _offsets(zone: str, moments: Sequence[datetime]) -> tuple[timedelta | None, ...]:
    return tuple(moment.astimezone(ZoneInfo(zone)).utcoffset() for moment in moments)


def _degrees(text: str) -> float:
    """Return an angle written as ±DDMM, ±DDDMM, or either with seconds, in radians."""
    digits = text[1:]
    whole = len(digits) - (4 if len(digits) > 5 else 2)
    minutes, seconds = int(digits[whole : whole + 2]), int(digits[whole + 2 :] or 0)
    angle = int(digits[:whole]) + minutes / 60 + seconds / 3600
    return radians(-angle if text[0] == "-" else angle)


def _angle(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far apart two places are on the globe, as an angle (haversine)."""
    (north, east), (north_too, east_too) = one, other
    half = sin((north - north_too) / 2) ** 2
    half += cos(north) * cos(north_too) * sin((east - east_too) / 2) ** 2
    return 2 * asin(min(1.0, sqrt(half)))


def _fixed(offset: re.Match[str]) -> str | None:
    """Return IANA's zone with this fixed offset; it has them for whole hours alone."""
    sign, hours, minutes = "+" if offset[1] == "+" else "-", int(offset[2]), int(offset[3] or 0)
    if minutes or hours > (14 if sign == "+" else 12):
        return None
    # the signs of these names are the other way round
    inverted = "-" if sign == "+" else "+"
    return f"Etc/GMT{inverted}{hours}" if hours else "UTC"
