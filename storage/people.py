"""Who is known, under which key."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlmodel import Session, col

from config.text import fold
from storage.columns import stored
from storage.models import Person
from storage.statements import insert, run

KEY_LENGTH = 200
"""Characters of a key; nobody's name is longer, and an index on PostgreSQL takes 2,700 bytes at most."""


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
    rows = [{"name": name, "key": key} for key, name in sorted(first.items())]  # in one order everywhere, so that no two lock crosswise
    run(session, insert(session, Person).on_conflict_do_nothing(index_elements=["key"]), rows)
    found = session.execute(select(col(Person.key), col(Person.id)).where(col(Person.key).in_(list(first))))
    ids = {row.key: row.id for row in found}
    return {name: ids[key] for name, key in keys.items()}
