"""A report: one article's reading, with the clues by which its event is recognised in others.

The stored form is the report as JSON, checked when it is read back. Reports that were stored flat
(form 1) are read as well.
"""

from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Annotated, TypeVar, cast

from pydantic import JsonValue, PlainSerializer, TypeAdapter

from bot.extraction.facts import EventFacts, Participant, Reading
from config.types import JsonObject

FORM = 2
"""Version of the stored form; 1 kept all fields side by side, and people as lists."""

Value = TypeVar("Value")
Several = Annotated[frozenset[Value], PlainSerializer(sorted)]
"""A set that is stored in order, so that equal reports are stored alike."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What a text holds that can tell its event from another, beside the facts that were read.

    Attributes:
        days: All days that the text names.
        cities: All towns that it names, by their ids.
        names: Codes of capitalised words that name neither a person, a place nor a body of the
            lexicon.
        numbers: Numbers worth comparing: no days, no years.
        ordinals: Which in a row: 11th, XI, first.
        portfolios: What the ministers or secretaries that the lead names are in charge of.
        offices: What they are whom the beginning names, coarsely: minister, speaker.
        posts: Those of a country, with it: ambassador KZ.
        together: Whether the beginning says that officials of one sort gathered.
        lead_topics: Ideas of the headline and the first paragraph.
        topics: Ideas of the whole text.
        documents: Sorts of document named.
        quoted: Names in quotation marks, folded.
        sketch: The smallest hashes of runs of five words, ascending.
        credits: Words that may name another outlet, squashed.
        titled: Whole names in the headline that are of nobody whom the reading lists.
        turkic: Whether a text that founds no event speaks of the Turkic world or of a body of it.
    """

    days: Several[date] = frozenset()
    cities: Several[str] = frozenset()
    names: Several[str] = frozenset()
    numbers: Several[str] = frozenset()
    ordinals: Several[int] = frozenset()
    portfolios: Several[str] = frozenset()
    offices: Several[str] = frozenset()
    posts: Several[str] = frozenset()
    together: bool = False
    lead_topics: Several[str] = frozenset()
    topics: Several[str] = frozenset()
    documents: Several[str] = frozenset()
    quoted: Several[str] = frozenset()
    sketch: tuple[int, ...] = ()
    credits: Several[str] = frozenset()
    titled: Several[str] = frozenset()
    turkic: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of its event.

    Attributes:
        key: What tells the article from all others and stays the same: its address.
        published: Day of publication, or of first sight.
        outlet: Host name of the outlet.
        headline: The article's own.
        reading: What the article says; it reports an event.
        city_id: Of the event's town in the catalogue, or a made-up key for a town that is not
            there; None without a town.
        country_code: ISO 3166-1, or None.
        formats: Sorts of gathering that the headline and the first paragraph name, in order.
        umbrella: Whether it says that its event is a part of another.
        clues: What else can tell its event from another.
    """

    key: str
    published: date
    outlet: str
    headline: str
    reading: Reading
    city_id: str | None
    country_code: str | None
    formats: tuple[str, ...]
    umbrella: bool
    clues: Clues

    @property
    def event(self) -> EventFacts:
        """The event that the article reports.

        Raises:
            ValueError: The reading reports none, so there should be no report of it.
        """
        if self.reading.event is None:
            raise ValueError(f"{self.key} reports no event")
        return self.reading.event

    def stored(self) -> JsonObject:
        """Return the report as plain JSON values."""
        values: JsonObject = _adapter().dump_python(self, mode="json")
        return {"form": FORM, **values}


def restored(values: JsonObject) -> Report:
    """Return the report of which `values` are the stored form, of this version or an earlier one.

    Raises:
        ValueError: They are not.
    """
    return _adapter().validate_python(values if values.get("form") == FORM else _lifted(values))


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Report]:
    return TypeAdapter(Report)


def _lifted(values: JsonObject) -> JsonObject:
    """Return a report that was stored in form 1 in today's form."""
    names = [field.name for field in fields(Participant)]
    people = cast("list[list[JsonValue]]", values["people"])
    reading = _part(values, Reading) | {
        "is_event": True,
        "event": _part(values, EventFacts),
        "participants": [dict(zip(names, person, strict=False)) for person in people],
    }
    return _part(values, Report) | {"reading": reading, "clues": _part(values, Clues)}


def _part(values: JsonObject, kind: type) -> dict[str, JsonValue]:
    """Return those of the values that are fields of the dataclass `kind`."""
    return {field.name: values[field.name] for field in fields(kind) if field.name in values}
