"""A report: one article's reading, with the further clues by which it is recognised as speaking of the same event as another."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any, get_type_hints

from bot.extraction.facts import Participant

FORM = 1
"""Version of the stored form; a report in another form is made anew from its article."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of its event.

    Attributes:
        key: What tells the article from all others and stays the same: its address.
        language: ISO 639-1.
        published: Day of publication, or of first sight.
        outlet: Host name of the outlet.
        title: The event's, as `EventFacts.title`.
        headline: The article's own.
        kind: What sort of event.
        tense: "past" or "future".
        start: First day, or None.
        end: Last day, or None.
        city: As the article names it, or None.
        city_id: In the catalogue, or a made-up key for a town that is not there; None without a
            town.
        country: As the article names it, or None.
        country_code: ISO 3166-1, or None.
        venue: The building or body that hosts, or None.
        date_proof: The sentence that gives the days.
        place_proof: The sentence that gives the place.
        organizations: Ids of the TCOs concerned.
        people: Everybody named.
        days: All days that the text names.
        cities: All towns that it names.
        names: Codes of capitalised words that name neither a person, a place nor a body of the
            lexicon.
        numbers: Numbers worth comparing: no days, no years.
        ordinals: Which in a row: 11th, XI, first.
        formats: Sorts of gathering that the headline and the first paragraph name, in order.
        lead_topics: Ideas of the headline and the first paragraph.
        topics: Ideas of the whole text.
        documents: Sorts of document named.
        quoted: Names in quotation marks, folded.
        sketch: The smallest hashes of runs of five words, ascending.
        credits: Words that may name another outlet, squashed.
        umbrella: Whether it says that its event is a part of another.
    """

    key: str
    language: str
    published: date
    outlet: str
    title: str
    headline: str
    kind: str
    tense: str
    start: date | None
    end: date | None
    city: str | None
    city_id: str | None
    country: str | None
    country_code: str | None
    venue: str | None
    date_proof: str | None
    place_proof: str | None
    organizations: tuple[str, ...]
    people: tuple[Participant, ...]
    days: frozenset[date]
    cities: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    ordinals: frozenset[int]
    formats: tuple[str, ...]
    lead_topics: frozenset[str]
    topics: frozenset[str]
    documents: frozenset[str]
    quoted: frozenset[str]
    sketch: tuple[int, ...]
    credits: frozenset[str]
    umbrella: bool

    def stored(self) -> dict[str, Any]:
        """Return the report as plain JSON values."""
        return {"form": FORM} | {
            field.name: _plain(getattr(self, field.name)) for field in fields(self)
        }


def restored(values: Mapping[str, Any]) -> Report:
    """Return the report of which `values` are the stored form."""
    return Report(**{name: _typed(values[name], hint) for name, hint in _hints().items()})


@lru_cache(maxsize=1)
def _hints() -> dict[str, str]:
    return {name: str(hint) for name, hint in get_type_hints(Report).items()}


def _plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Participant):
        return [
            value.name,
            value.role,
            value.affiliation,
            value.attended,
            value.moderator,
            value.proof,
        ]
    if isinstance(value, frozenset):
        return sorted(_plain(one) for one in value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _typed(value: Any, hint: str) -> Any:  # noqa: ANN401 - the inverse of `_plain`
    if value is None:
        return None
    if "date" in hint:
        return (
            frozenset(map(date.fromisoformat, value))
            if "frozenset" in hint
            else date.fromisoformat(value)
        )
    if "Participant" in hint:
        return tuple(Participant(*one) for one in value)
    if "frozenset" in hint:
        return frozenset(value)
    return tuple(value) if "tuple" in hint else value
