"""Who is known, under which key, and who is meant by a name in any spelling or script."""

from collections.abc import Collection, Iterable, Sequence

from rapidfuzz import fuzz
from sqlalchemy import func, literal, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from config.names import roman, sound
from config.text import fold
from storage.columns import stored
from storage.models import Participation, Person
from storage.statements import insert, run

KEY_LENGTH = 200
"""Characters of a key; nobody's name is longer, and an index on PostgreSQL takes 2,700 bytes at most."""


NEARLY_FROM, NEARLY_AMONG = 72, 5000
"""Likeness (0 to 100) from which a name is worth suggesting, and how many people are compared."""


def key_of(name: str) -> str:
    """Return what all spellings of a name have in common that fold alike."""
    return stored(fold(stored(name)))[:KEY_LENGTH]


def find_or_add(session: Session, names: Iterable[str]) -> dict[str, int]:
    """Return the person of each name, adding those not known: two statements, however many names.

    Spellings that fold alike (Ömer Kocaman, OMER KOCAMAN) are one person, shown by the name first met.

    Args:
        session: The transaction.
        names: Nominative, without honorifics; those that fold to nothing are left out.

    Returns:
        Name as given to person id.
    """
    keys = {name: key for name in names if (key := key_of(name))}
    if not keys:
        return {}
    first = {key: name for name, key in reversed(keys.items())}
    rows = [
        {"name": name, "key": key, "sound": sound(name)} for key, name in sorted(first.items())
    ]  # in one order everywhere, so that no two lock crosswise
    run(session, insert(session, Person).on_conflict_do_nothing(index_elements=["key"]), rows)
    found = session.execute(select(col(Person.key), col(Person.id)).where(col(Person.key).in_(list(first))))
    ids = {row.key: row.id for row in found}
    return {name: ids[key] for name, key in keys.items()}


def get(session: Session, person_id: int) -> Person | None:
    """Return the person with this id, or None."""
    return session.get(Person, person_id)


def sounding_like(session: Session, name: str, *, limit: int = 50) -> Sequence[Person]:
    """Return the people whose name holds every word of `name`, or a word that begins so, in any spelling or script; the likest first."""
    words = sound(name).split()
    if not words:
        return []
    padded = literal(" ").concat(col(Person.sound))
    statement = select(Person).where(*(padded.contains(f" {word}", autoescape=True) for word in words))
    wanted = roman(name)
    found = session.scalars(statement.limit(limit * 10)).all()
    return sorted(found, key=lambda one: (-fuzz.token_sort_ratio(wanted, roman(one.name)), one.id))[:limit]


def nearly(session: Session, name: str, *, limit: int = 3) -> Sequence[Person]:
    """Return up to `limit` people whose names are spelled most like `name`, for a suggestion; among the last `NEARLY_AMONG` met."""
    wanted = roman(name)
    recent = session.scalars(select(Person).order_by(col(Person.id).desc()).limit(NEARLY_AMONG)).all()
    scored = [(max(fuzz.ratio(wanted, part) for part in (roman(one.name), *roman(one.name).split())), one) for one in recent]
    near = sorted((pair for pair in scored if pair[0] >= NEARLY_FROM), key=lambda pair: (-pair[0], pair[1].id))
    return [one for _, one in near[:limit]]


def company(session: Session, person_ids: Collection[int], *, limit: int) -> list[str]:
    """Return the names of those who were most often where any of these people were, the most often first."""
    mine, theirs = aliased(Participation), aliased(Participation)
    times = func.count(col(theirs.event_id).distinct())
    statement = (
        select(col(Person.name))
        .join(theirs, col(theirs.person_id) == col(Person.id))
        .join(mine, col(mine.event_id) == col(theirs.event_id))
        .where(col(mine.person_id).in_(person_ids), col(mine.attended).is_(True), col(theirs.attended).is_(True))
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
