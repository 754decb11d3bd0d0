"""Who is known, under which key, and who is meant by a name in any spelling or script."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from sqlalchemy import func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.language.name_matching import (
    NEAR_ENOUGH,
    alike,
    code,
    index_keys,
    likeness,
    name_sound,
    pair_keys,
)
from bot.language.romanize import roman, sound
from config.text import fold
from storage.column_types import stored
from storage.models import Participation, Person, PersonKey, PersonName
from storage.sql import insert, run

KEY_LENGTH = 200
"""Characters of a key.

Nobody's name is longer, and an index on PostgreSQL takes 2,700 bytes at most.
"""


OFFICES = 4
"""Offices looked at of somebody, to tell namesakes apart."""

MOST_KEYS = 2000
"""Keys of people looked at for one event."""

NEARLY_FROM, NEARLY_AMONG = 72, 5000
"""Likeness (0 to 100) from which a name is worth suggesting, and how many people are compared."""


def key_of(name: str) -> str:
    """Return what all spellings of a name have in common that fold alike."""
    return stored(fold(stored(name)))[:KEY_LENGTH]


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


def find_or_add(session: Session, names: Iterable[str]) -> dict[str, int]:
    """Return the person of each name, adding those not known; nothing but the name is looked at.

    Args:
        session: The transaction.
        names: Nominative, without honorifics, in any spelling or script; those that sound like
            nothing are left out.

    Returns:
        Name as given to person id.
    """
    ids: dict[str, int] = {}
    for given in dict.fromkeys(names):
        name = stored(given)  # or what comes back would not be what was looked for
        keys = pair_keys(name) or index_keys(name)
        if not keys:
            continue
        known = [
            (_likest(name, one), -person_id)
            for person_id, (one, _) in sharing(session, keys).items()
        ]
        likest, person_id = max(known, default=(0.0, 0))
        ids[given] = -person_id if likest >= NEAR_ENOUGH else add(session, name)
        spelled(session, {ids[given]: [(name, None)]})
    return ids


def _likest(name: str, known: PersonCandidate) -> float:
    return max(
        (likeness(name, other, (None, language)) for other, language in known.names), default=0.0
    )


def sharing(
    session: Session, keys: Collection[str]
) -> dict[int, tuple[PersonCandidate, frozenset[str]]]:
    """Return the people who are found under any of these keys, each with those of the keys that are theirs."""
    theirs = defaultdict[int, set[str]](set)
    rows = (
        select(col(PersonKey.person_id), col(PersonKey.key))
        .where(col(PersonKey.key).in_(keys))
        .limit(MOST_KEYS)
    )
    for person_id, key in session.execute(rows):
        theirs[person_id].add(key)
    names = defaultdict[int, list[tuple[str, str | None]]](list)
    offices = defaultdict[int, list[tuple[str | None, str | None]]](list)
    spellings = select(
        col(PersonName.person_id), col(PersonName.name), col(PersonName.language)
    ).where(col(PersonName.person_id).in_(theirs))
    for person_id, name, language in session.execute(spellings):
        names[person_id].append((name, language))
    held = (
        select(
            col(Participation.person_id), col(Participation.role), col(Participation.affiliation)
        )
        .where(col(Participation.person_id).in_(theirs), col(Participation.role).is_not(None))
        .order_by(col(Participation.id).desc())
        .limit(OFFICES * max(1, len(theirs)))
    )
    for person_id, role, affiliation in session.execute(held):
        if len(offices[person_id]) < OFFICES:
            offices[person_id].append((role, affiliation))
    return {
        one: (PersonCandidate(one, tuple(names[one]), tuple(offices[one])), frozenset(keys))
        for one, keys in theirs.items()
    }


def add(session: Session, name: str) -> int:
    """Add somebody who is not known under any spelling, and return the id."""
    person = Person(name=stored(name), key=key_of(name), sound=sound(name))
    session.add(person)
    session.flush()
    return person.id


def spelled(session: Session, spellings: Mapping[int, Collection[tuple[str, str | None]]]) -> None:
    """Remember under which spellings (with the language of each) people were met, and make each person be found by them."""
    pairs = [
        (person_id, name, language)
        for person_id, names in spellings.items()
        for name, language in names
    ]
    rows = [
        {"person_id": person_id, "name": stored(name), "language": language}
        for person_id, name, language in pairs
    ]
    if rows:
        run(session, insert(session, PersonName).on_conflict_do_nothing(), rows)
    keys = sorted(
        {
            (key, person_id)
            for person_id, name, language in pairs
            for key in index_keys(name, language)
        }
    )
    if keys:
        found = [{"key": key, "person_id": person_id} for key, person_id in keys]
        run(session, insert(session, PersonKey).on_conflict_do_nothing(), found)


def get(session: Session, person_id: int) -> Person | None:
    """Return the person with this id, or None."""
    return session.get(Person, person_id)


def names_of(session: Session, person_ids: Sequence[int], heads: Mapping[str, str]) -> list[str]:
    """Return the names of people, the spellings of one as one name: the catalogue's own for those of `heads`, the first for others.

    Args:
        session: The transaction.
        person_ids: Who; those that are not there are left out.
        heads: Names by the sound of each spelling (`bot.language.organization_lookup.heads_by_sound`).
    """
    found = {
        one.id: one for one in session.scalars(select(Person).where(col(Person.id).in_(person_ids)))
    }
    names: dict[str, str] = {}
    for one in (found[number] for number in person_ids if number in found):
        name = heads.get(one.sound, one.name)
        names.setdefault(sound(name), name)
    return list(names.values())


def spellings(session: Session, person_ids: Collection[int]) -> list[str]:
    """Return every spelling under which any of these people was met, by the alphabet."""
    met = select(col(PersonName.name)).where(col(PersonName.person_id).in_(person_ids)).distinct()
    return sorted(session.scalars(met))


def sounding_like(session: Session, name: str, *, limit: int = 50) -> Sequence[Person]:
    """Return the people whose name holds every word of `name`, or a word that begins so, in any spelling or script; the likest first."""
    words = name_sound(name).words
    if not words:
        return []
    keys = [
        select(col(PersonKey.person_id)).where(
            col(PersonKey.key).startswith(code(word), autoescape=True)
        )
        for word in words
    ]
    near = select(Person, PersonName).join(PersonName, col(PersonName.person_id) == col(Person.id))
    found: dict[int, tuple[float, Person]] = {}
    wanted = roman(name)
    for person, spelling in session.execute(
        near.where(*(col(Person.id).in_(one) for one in keys)).limit(MOST_KEYS)
    ):
        if all(
            _begins_so(word, name_sound(spelling.name, spelling.language).words) for word in words
        ):
            rank = fuzz.token_sort_ratio(wanted, roman(spelling.name))
            found[person.id] = max(
                found.get(person.id, (0.0, person)), (rank, person), key=lambda pair: pair[0]
            )
    ranked = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].id))
    return [person for _, person in ranked[:limit]]


def _begins_so(word: str, theirs: Iterable[str]) -> bool:
    return any(
        alike(word, other) or (len(word) > 2 and alike(word, other[: len(word)]))
        for other in theirs
    )


def nearly(session: Session, name: str, *, limit: int = 3) -> Sequence[Person]:
    """Return up to `limit` people whose names are spelled most like `name`, for a suggestion.

    Among the last `NEARLY_AMONG` met.
    """
    wanted = roman(name)
    recent = session.scalars(
        select(Person).order_by(col(Person.id).desc()).limit(NEARLY_AMONG)
    ).all()
    scored = [
        (max(fuzz.ratio(wanted, part) for part in (roman(one.name), *roman(one.name).split())), one)
        for one in recent
    ]
    near = sorted(
        (pair for pair in scored if pair[0] >= NEARLY_FROM), key=lambda pair: (-pair[0], pair[1].id)
    )
    return [one for _, one in near[:limit]]


def company(session: Session, person_ids: Collection[int], *, limit: int) -> list[str]:
    """Return the names of those who were most often where any of these people were, the most often first."""
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


def last_role(session: Session, person_ids: Collection[int]) -> str | None:
    """Return the office that any of these people was last named with, with its body where that is not said in it; None for none."""
    statement = (
        select(col(Participation.role), col(Participation.affiliation))
        .where(col(Participation.person_id).in_(person_ids), col(Participation.role).is_not(None))
        .order_by(col(Participation.event_id).desc())
    )
    row = session.execute(statement.limit(1)).first()
    if row is None:
        return None
    role, body = row
    return f"{role}, {body}" if body and fold(body) not in fold(role) else role
