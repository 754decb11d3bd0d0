"""Who is known, under every spelling that was met, and who took part beside whom.

How a name sounds, under which keys it is found and which of several people is meant are questions
of language: the answers are handed in, or left to who asks.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Integer, Select, bindparam, func, select
from sqlalchemy import insert as plain_insert
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from config.text import fold
from storage.column_types import stored
from storage.models import Participation, Person, PersonKey, PersonName
from storage.prepared import Prepared
from storage.sql import insert_in, plainly, table_of

_ADDING = plain_insert(table_of(Person)).returning(table_of(Person).c.id, table_of(Person).c.name)

KEY_LENGTH = 200
"""Characters of a key.

Nobody's name is longer, and an index on PostgreSQL takes 2,700 bytes at most.
"""


OFFICES = 4
"""Offices looked at of somebody, to tell namesakes apart."""

MOST_KEYS = 2000
"""Keys of people looked at for one event."""


# Built once: these are asked at every article that is filed.
_HOLDERS = Prepared(
    select(col(PersonKey.person_id), col(PersonKey.key))
    .where(col(PersonKey.key).in_(bindparam("wanted", expanding=True)))
    .limit(MOST_KEYS),
    many="wanted",
)
_SPELLINGS = Prepared(
    select(col(PersonName.person_id), col(PersonName.name), col(PersonName.language)).where(
        col(PersonName.person_id).in_(bindparam("wanted", expanding=True))
    ),
    many="wanted",
)
_OFFICES_HELD = Prepared(
    select(col(Participation.person_id), col(Participation.role), col(Participation.affiliation))
    .where(
        col(Participation.person_id).in_(bindparam("wanted", expanding=True)),
        col(Participation.role).is_not(None),
    )
    .order_by(col(Participation.id).desc())
    .limit(bindparam("most", type_=Integer)),
    ["most"],
    "wanted",
)


def key_of(name: str) -> str:
    """Return what all spellings of a name have in common that fold alike."""
    return stored(fold(stored(name)))[:KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as somebody was met under it.

    Attributes:
        name: As written.
        language: Of the name (ISO 639-1), or None where that is not known.
        keys: Under which it is found again, in whatever spelling it comes then.
    """

    name: str
    language: str | None
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class PersonCandidate:
    """Somebody who may be meant.

    Attributes:
        id: The person.
        names: (spelling, language) under which the person was met.
        offices: (role, affiliation) in which the person was met, the latest first; a few.
    """

    id: int
    names: tuple[tuple[str, str | None], ...]
    offices: tuple[tuple[str | None, str | None], ...]


def sharing(
    session: Session, keys: Collection[str]
) -> dict[int, tuple[PersonCandidate, frozenset[str]]]:
    """Return the people who are found under any of these keys, each with those of theirs."""
    theirs = defaultdict[int, set[str]](set)
    for person_id, key in _HOLDERS.rows(session, {"wanted": sorted(keys)}):
        theirs[person_id].add(key)
    names = defaultdict[int, list[tuple[str, str | None]]](list)
    offices = defaultdict[int, list[tuple[str | None, str | None]]](list)
    if not theirs:
        return {}
    asked: dict[str, Any] = {"wanted": list(theirs)}
    for person_id, name, language in _SPELLINGS.rows(session, asked):
        names[person_id].append((name, language))
    asked["most"] = OFFICES * len(theirs)
    for person_id, role, affiliation in _OFFICES_HELD.rows(session, asked):
        if len(offices[person_id]) < OFFICES:
            offices[person_id].append((role, affiliation))
    found = dict[int, tuple[PersonCandidate, frozenset[str]]]()
    for person_id, shared in theirs.items():
        candidate = PersonCandidate(person_id, tuple(names[person_id]), tuple(offices[person_id]))
        found[person_id] = (candidate, frozenset(shared))
    return found


def add(session: Session, name: str, sound: str) -> int:
    """Add somebody who is not known under any spelling, as `add_all` does, and return the id."""
    return add_all(session, [(name, sound)])[0]


def add_all(session: Session, met: Sequence[tuple[str, str]]) -> list[int]:
    """Add people who are not known under any spelling, and return their ids in this order.

    Args:
        session: The transaction.
        met: The name of each, nominative and without honorifics, and what all spellings of it have
            in common, in every script.
    """
    if not met:
        return []
    rows = [
        {"name": stored(name), "key": key_of(name), "sound": sounding} for name, sounding in met
    ]
    # In one statement, which may answer in any order: those of one name are one like the other.
    ids = defaultdict[str, list[int]](list)
    for person_id, name in sorted(plainly(session, _ADDING, rows).all(), reverse=True):
        ids[name].append(person_id)
    return [ids[row["name"]].pop() for row in rows]


def remember_spellings(session: Session, met: Mapping[int, Collection[Spelling]]) -> None:
    """Remember the spellings under which people, given by id, were met.

    Each person is found by their keys from now on; what is known already stays.
    """
    names = list[dict[str, object]]()
    keys = set[tuple[str, int]]()
    for person_id, spellings in met.items():
        for spelling in spellings:
            name = stored(spelling.name)
            names.append({"person_id": person_id, "name": name, "language": spelling.language})
            keys.update((key, person_id) for key in spelling.keys)
    if names:
        _unless_known(session, PersonName).run_each(session, names)
    if keys:
        found = [{"key": key, "person_id": person_id} for key, person_id in sorted(keys)]
        _unless_known(session, PersonKey).run_each(session, found)


def _unless_known(session: Session, model: type[PersonName | PersonKey]) -> Prepared:
    return _adding(session.get_bind().dialect.name, model)


@lru_cache(maxsize=4)
def _adding(dialect: str, model: type[PersonName | PersonKey]) -> Prepared:
    columns = [column.name for column in table_of(model).c if column.name != "id"]
    return Prepared(insert_in(dialect, model).on_conflict_do_nothing(), columns)


def get(session: Session, person_id: int) -> Person | None:
    """Return the person with this id, or None."""
    return session.get(Person, person_id)


def by_ids(session: Session, person_ids: Sequence[int]) -> list[Person]:
    """Return people in the order of these ids; those that are not there are left out."""
    rows = (
        session.scalars(select(Person).where(col(Person.id).in_(person_ids))) if person_ids else ()
    )
    found = {person.id: person for person in rows}
    return [found[person_id] for person_id in person_ids if person_id in found]


def spellings(session: Session, person_ids: Collection[int]) -> list[str]:
    """Return every spelling under which any of these people was met, by the alphabet."""
    met = select(col(PersonName.name)).where(col(PersonName.person_id).in_(person_ids)).distinct()
    return sorted(session.scalars(met))


def written_spellings(session: Session, person_ids: Collection[int]) -> list[str]:
    """Return every spelling that an article has of any of these people, by the alphabet.

    Those that the catalogue alone knows are left out.
    """
    met = select(col(PersonName.name)).where(
        col(PersonName.person_id).in_(person_ids), col(PersonName.language).is_not(None)
    )
    named = select(col(Participation.name)).where(col(Participation.person_id).in_(person_ids))
    return sorted(session.scalars(met.union(named)))


_SPELLINGS_OF = (
    select(col(PersonName.person_id), col(PersonName.name))
    .where(col(PersonName.person_id).in_(bindparam("people", expanding=True)))
    .order_by(col(PersonName.name))
)


def spellings_by_person(session: Session, person_ids: Collection[int]) -> dict[int, list[str]]:
    """Return, of each of these people, every spelling under which the person was met."""
    found: dict[int, list[str]] = {}
    for person_id, name in session.execute(_SPELLINGS_OF, {"people": person_ids}):
        found.setdefault(person_id, []).append(name)
    return found


def found_by_beginnings(
    session: Session, beginnings: Collection[str]
) -> list[tuple[Person, PersonName]]:
    """Return everybody who has, for each of these beginnings, a key that begins so.

    Each comes with each spelling that is known, `MOST_KEYS` rows at most.
    """
    asked = {f"begins_{number}": _like(word) for number, word in enumerate(beginnings)}
    rows = session.execute(_holders(len(beginnings)), asked)
    return [(person, spelling) for person, spelling in rows]


@lru_cache(maxsize=8)
def _holders(beginnings: int) -> Select[Person, PersonName]:
    """Return the question for who has a key for each of so many beginnings; built once."""
    statement = select(Person, PersonName).join(
        PersonName, col(PersonName.person_id) == col(Person.id)
    )
    for number in range(beginnings):
        begins_so = col(PersonKey.key).like(bindparam(f"begins_{number}"), escape="/")
        holders = select(col(PersonKey.person_id)).where(begins_so)
        statement = statement.where(col(Person.id).in_(holders))
    return statement.limit(MOST_KEYS)


def _like(beginning: str) -> str:
    """Return what LIKE is asked for words that begin so, "/" before what it would not take so."""
    return re.sub("[/%_]", r"/\g<0>", beginning) + "%"


def latest_names(session: Session, limit: int) -> list[tuple[int, str]]:
    """Return ids and names of the people who were first met last, the latest first."""
    wanted = select(col(Person.id), col(Person.name)).order_by(col(Person.id).desc()).limit(limit)
    return [(person_id, name) for person_id, name in session.connection().execute(wanted)]


def company(session: Session, person_ids: Collection[int], *, limit: int) -> list[str]:
    """Return the names of those who were most often where any of these people were, in order."""
    mine, theirs = aliased(Participation), aliased(Participation)
    times = func.count(col(theirs.event_id).distinct())
    statement = (
        select(col(Person.name))
        .join(theirs, col(theirs.person_id) == col(Person.id))
        .join(mine, col(mine.event_id) == col(theirs.event_id))
        .where(
            col(mine.person_id).in_(person_ids),
            col(mine.attended).is_(True),
            col(theirs.attended).is_(True),
        )
        .where(col(theirs.person_id).not_in(person_ids))
        .group_by(col(Person.id), col(Person.name))
        .order_by(times.desc(), col(Person.id))
    )
    return list(session.scalars(statement.limit(limit)))


def last_office(session: Session, person_ids: Collection[int]) -> tuple[str, str | None] | None:
    """Return the office that any of these people was last named with, and its body.

    The body is None where none was named; nothing at all is None.
    """
    statement = (
        select(col(Participation.role), col(Participation.affiliation))
        .where(col(Participation.person_id).in_(person_ids), col(Participation.role).is_not(None))
        .order_by(col(Participation.event_id).desc())
    )
    row = session.execute(statement.limit(1)).first()
    return None if row is None else (row[0], row[1])
