"""Who is known by a name: what is remembered of people meets what is known of languages."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlmodel import Session

from bot.language import name_matching, name_ranking
from bot.language.romanize import sound
from storage import people
from storage.column_types import stored
from storage.models import Person
from storage.people import PersonCandidate, Spelling


def add_person(session: Session, name: str) -> int:
    """Add somebody who is not known under any spelling, and return the id."""
    return people.add(session, name, sound(name))


def add_people(session: Session, names: Sequence[str]) -> list[int]:
    """Add people who are not known under any spelling, and return their ids in this order."""
    return people.add_all(session, [(name, sound(name)) for name in names])


def remember_spellings(
    session: Session, met: Mapping[int, Collection[tuple[str, str | None]]]
) -> None:
    """Remember under which spellings, each with its language, people were met."""
    found = {}
    for person_id, names in met.items():
        found[person_id] = [
            Spelling(name, language, name_matching.index_keys(name, language))
            for name, language in names
        ]
    people.remember_spellings(session, found)


def find_or_add(session: Session, names: Iterable[str]) -> dict[str, int]:
    """Return the person of each name, adding those not known; only the name is looked at.

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
        keys = name_matching.pair_keys(name) or name_matching.index_keys(name)
        if not keys:
            continue
        known = _likest(
            name, (candidate for candidate, _ in people.sharing(session, keys).values())
        )
        ids[given] = add_person(session, name) if known is None else known
        remember_spellings(session, {ids[given]: [(name, None)]})
    return ids


def _likest(name: str, candidates: Iterable[PersonCandidate]) -> int | None:
    """Return who of some people bears a name, of equally like ones whom we know longest."""
    best: tuple[float, int] | None = None
    for candidate in candidates:
        likeness = max(
            (
                name_matching.likeness(name, other, (None, language))
                for other, language in candidate.names
            ),
            default=0.0,
        )
        if likeness >= name_matching.NEAR_ENOUGH:
            best = max(best or (0.0, 0), (likeness, -candidate.id))
    return None if best is None else -best[1]


def find_by_sound(session: Session, name: str, *, limit: int = 50) -> list[Person]:
    """Return the people whose name holds every word of `name`, the likest first.

    A word also stands for a longer one that begins so; spelling and script do not matter.
    """
    words = name_matching.name_sound(name).words
    if not words:
        return []
    codes = [name_matching.code(word) for word in words]
    found: dict[int, tuple[float, Person]] = {}
    for person, spelling in people.found_by_beginnings(session, codes):
        if name_ranking.holds_words(words, spelling.name, spelling.language):
            likeness = name_ranking.likeness_by_eye(name, spelling.name)
            if person.id not in found or found[person.id][0] < likeness:
                found[person.id] = (likeness, person)
    return _ranked(found.values(), limit)


def find_nearest(session: Session, name: str, *, limit: int = 3) -> list[Person]:
    """Return up to `limit` people whose names look most like `name`, for a suggestion.

    Only the last people met are looked at (`name_ranking.MOST_COMPARED`).
    """
    latest = people.latest_names(session, name_ranking.MOST_COMPARED)
    slips = name_ranking.slips(name, [known for _person, known in latest])
    near = sorted((-likeness, latest[at][0]) for at, likeness in slips.items())
    found = (people.get(session, person_id) for _likeness, person_id in near[:limit])
    return [person for person in found if person is not None]


def _ranked(scored: Iterable[tuple[float, Person]], limit: int) -> list[Person]:
    ordered: Sequence[tuple[float, Person]] = sorted(
        scored, key=lambda pair: (-pair[0], pair[1].id)
    )
    return [person for _, person in ordered[:limit]]
