"""What an address asks the diary for: its query as a filter and a stretch of days, checked.

One set of names for pages, feeds, calendars and the programming interface, so that an address that
shows a week of one organisation is turned into its feed by another ending.
"""

import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from bot.extraction.facts import Kind
from bot.language.search_words import question_words
from bot.messages.message import clean_line
from bot.messages.view import View
from config.catalogue import Catalogue
from config.errors import TcoError
from storage.diary_query import ALWAYS, EVERYTHING, Days, DiaryFilter

MOST_CHARACTERS = 200
"""Characters looked at of anything in a query."""

_NUMBER = re.compile(r"[0-9]{1,18}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadQuestion(TcoError):
    """An address asks for something that cannot be.

    Attributes:
        name: Of what stands in the query.
        value: What stands there, cut.
        reason: What is wrong with it.
    """

    def __init__(self, name: str, value: str, reason: str) -> None:
        self.name = name
        self.value = clean_line(value, 60)
        self.reason = reason
        super().__init__(f"{name}={self.value!r}: {reason}")


@dataclass(frozen=True, slots=True)
class DiaryQuestion:
    """What an address asks for.

    Attributes:
        wanted: What events must be.
        days: On which days they go on.
        word: What was typed to be looked for; empty for nothing.
        given: The query in its shortest form, for the addresses of the same in other forms.
    """

    wanted: DiaryFilter = EVERYTHING
    days: Days = ALWAYS
    word: str = ""
    given: tuple[tuple[str, str], ...] = ()

    def names(self, view: View, person: str | None) -> list[str]:
        """Return what is asked for, each part as the visitor's language calls it.

        Args:
            view: The visitor's language.
            person: The name of the person who is asked for, or None.
        """
        wanted, places = self.wanted, view.catalogue.places
        language = view.translator.language
        country = places.countries.get(wanted.country or "")
        town = places.cities.get(wanted.town or "")
        named = (
            view.organization(wanted.organization) if wanted.organization else None,
            view.person(person) if person else None,
            country.name(language) if country is not None else wanted.country,
            town.name(language) if town is not None else wanted.town,
            view.kinds(wanted.kind) if wanted.kind else None,
            view.translator.quoted(clean_line(self.word, 60)) if self.word else None,
        )
        return [name for name in named if name]


def asked(query: Mapping[str, str], catalogue: Catalogue) -> DiaryQuestion:
    """Return what a query asks for; names that are not known are passed over.

    Args:
        query: Behind the question mark, each name once.
        catalogue: Knows the organisations and countries that there are.

    Raises:
        BadQuestion: There is no such organisation, country or kind, or no such day.
    """
    given = {name: query.get(name, "").strip()[:MOST_CHARACTERS] for name in NAMES}
    given = {name: value for name, value in given.items() if value}
    word = given.get("word", "")
    organizations = [organization.id for organization in catalogue.organizations]
    known: Mapping[str, Collection[str]] = {
        "organization": organizations,
        "country": catalogue.places.countries,
        "kind": set(Kind),
    }
    for name, values in known.items():
        if name in given and given[name] not in values:
            raise BadQuestion(name, given[name], f"there is no such {name}")
    wanted = DiaryFilter(
        organization=given.get("organization"),
        country=given.get("country"),
        town=given.get("town"),
        kind=given.get("kind"),
        person=_number(given, "person"),
        words=tuple(map(tuple, question_words(word))) if word else (),
    )
    if word and not wanted.words:
        raise BadQuestion("word", word, "it holds no letter and no digit")
    days = Days(_day(given, "from"), _day(given, "until"))
    return DiaryQuestion(wanted, days, word, tuple(given.items()))


NAMES = ("organization", "person", "country", "town", "kind", "word", "from", "until")
"""What a query may ask for."""


def _number(given: Mapping[str, str], name: str) -> int | None:
    value = given.get(name)
    if value is None:
        return None
    if not _NUMBER.fullmatch(value):
        raise BadQuestion(name, value, "it is not the number of anybody")
    return int(value)


def _day(given: Mapping[str, str], name: str) -> date | None:
    value = given.get(name)
    if value is None:
        return None
    if _DAY.fullmatch(value):
        with suppress(ValueError):  # such as 30 February
            return date.fromisoformat(value)
    raise BadQuestion(name, value, "it is not a day such as 2024-04-23")
