"""A diary of many events in SQLite, put straight into the tables: made up, the same each time."""

import random
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, text
from sqlmodel import Session, SQLModel

from storage import search
from storage.database import Database
from storage.models import (
    Article,
    Event,
    EventOrganization,
    Participation,
    Person,
    PersonName,
    Source,
)
from storage.sql import table_of

NOW = datetime(2026, 11, 29, 9, tzinfo=UTC)
A_DAY = 20
"""Events found a day: 100,000 are those of some fourteen years."""

_ORGANIZATIONS = ("ots", "turksoy", "turkpa", "turkic-academy", "turkic-heritage", "tcci")
_KINDS = ("conference", "meeting", "summit", "festival", "ceremony", "visit", "exhibition")
_TOWNS = (
    ("baku", "Baku", "AZ", "Azerbaijan"),
    ("astana", "Astana", "KZ", "Kazakhstan"),
    ("bishkek", "Bishkek", "KG", "Kyrgyzstan"),
    ("ankara", "Ankara", "TR", "Türkiye"),
    ("tashkent", "Tashkent", "UZ", "Uzbekistan"),
)
_KNOWN, _PEOPLE, _AT_A_TIME = 20, 400, 5_000
_SELDOM = 500
"""Of so many events one holds a word that few do."""

Row = dict[str, Any]


def filled(database: Database, size: int) -> None:
    """Put `size` events into an empty database."""
    chance = random.Random(size)  # noqa: S311 - nothing secret
    with database.transaction() as session:
        source: Row = {"id": 1, "key": "kabar", "name": "Kabar", "url": "https://k.example"}
        _put(session, Source, [Source(next_poll_at=NOW, **source).model_dump()])
        people = {number: _name(number) for number in range(1, _PEOPLE + 1)}
        rows = [{"id": number, "name": name, "key": name} for number, name in people.items()]
        _put(session, Person, rows)
        met = [{"person_id": number, "name": name} for number, name in people.items()]
        _put(session, PersonName, met)
    for first in range(1, size + 1, _AT_A_TIME):
        numbers = range(first, min(first + _AT_A_TIME, size + 1))
        with database.transaction() as session:
            more(session, numbers, size, chance)


def more(session: Session, numbers: Iterable[int], size: int, chance: random.Random) -> None:
    """Put the events of these numbers in, the highest found last, as the `size`-th is found now."""
    events, bodies = list[Row](), list[Row]()
    parts, articles = list[Row](), list[Row]()
    for number in numbers:
        events.append(_event(number, size, chance))
        articles += _articles(number, events[-1])
        named = chance.sample(_ORGANIZATIONS, chance.choice((1, 1, 1, 3)))
        bodies += [
            {"event_id": number, "organization": name, "position": place}
            for place, name in enumerate(named)
        ]
        parts += _people(number, chance)
    for model, rows in (
        (Event, events),
        (Article, articles),
        (EventOrganization, bodies),
        (Participation, parts),
    ):
        _put(session, model, rows)
    words = [{"id": event["id"], "words": _words(event)} for event in events]
    # The table's name is the project's own.
    row = f"INSERT INTO {search.TABLE} (rowid, words) VALUES (:id, :words)"  # noqa: S608 - its name
    into = text(row)
    session.connection().execute(into, words)


def _name(person: int) -> str:
    return f"Given{person} Family{person % 97}"


def _words(event: Row) -> str:
    """Return the words of an event: one of all, one of a few, one of a kind."""
    few = "weaving" if event["id"] % _SELDOM == 0 else "trade"
    town = str(event["city"]).lower()
    return f"heritage cooperation {few} {event['kind']} {town} n{event['id']}"


def _event(number: int, size: int, chance: random.Random) -> Row:
    found = NOW - timedelta(days=(size - number) / A_DAY)
    day = (found + timedelta(days=chance.uniform(-4, 20))).date()
    long, dated = chance.random() < 0.2, chance.random() > 0.08
    town, city, code, country = chance.choice(_TOWNS)
    kind = chance.choice(_KINDS)
    return {
        "id": number,
        "title": f"{kind.title()} {number} on heritage and trade cooperation opens in {city}",
        "kind": kind,
        "language": "en",
        "starts_on": day if dated else None,
        "ends_on": day + timedelta(days=chance.randint(1, 6)) if dated and long else None,
        "tense": "past" if day < NOW.date() else "future",
        "city": city,
        "city_id": town,
        "country": country,
        "country_code": code,
        "date_proof": f"It takes place on {day}.",
        "place_proof": f"It takes place in {city}.",
        "found_at": found,
        "changed_at": found,
    }


def _articles(number: int, event: Row) -> list[Row]:
    return [
        _ARTICLE
        | {
            "id": number * 2 + nth,
            "identity": f"{number}-{nth}",
            "url": f"https://k.example/{number}/{nth}",
            "title": event["title"],
            "published_at": event["found_at"],
            "first_seen_at": event["found_at"],
            "next_read_at": event["found_at"],
            "event_id": number,
        }
        for nth in range(2)
    ]


_ARTICLE: Row = Article(
    source_id=1,
    identity="",
    url="",
    title="",
    text="The whole text.",
    language="en",
    first_seen_at=NOW,
    content_hash="h",
    state="event",
    next_read_at=NOW,
).model_dump()
"""What all articles have alike."""


def _people(number: int, chance: random.Random) -> list[Row]:
    """Some, of whom a third are those whom everybody meets."""
    ids = {
        chance.randint(1, _KNOWN if chance.random() < 0.3 else _PEOPLE)
        for _ in range(chance.randint(1, 6))
    }
    return [
        {
            "event_id": number,
            "person_id": person,
            "article_id": number * 2,
            "position": place,
            "name": _name(person),
            "role": "Minister of Culture",
            "affiliation": "Kazakhstan",
            "attended": chance.random() < 0.8,
            "moderator": False,
            "proof": f"{_name(person)}, Minister of Culture, spoke at the opening.",
        }
        for place, person in enumerate(sorted(ids))
    ]


def _put(session: Session, model: type[SQLModel], rows: Sequence[Row]) -> None:
    """Insert rows at once; ids that they lack are the database's to give."""
    if rows:
        session.connection().execute(insert(table_of(model)), rows)
