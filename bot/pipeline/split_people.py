"""Parts two people who were taken for one, and finds under which names each is known then."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlmodel import Session

from bot.language import name_matching
from bot.pipeline import known_people
from config.errors import TcoError
from storage import person_splits
from storage.people import Spelling
from storage.person_splits import Part


class NotOfPerson(TcoError):
    """An event was named in which the person does not stand."""

    def __init__(self, person_id: int, event_id: int) -> None:
        super().__init__(
            f"Person {person_id} does not stand in event {event_id}. "
            f"`tco-bot people explain {person_id}` lists those that hold the name."
        )


class NothingLeft(TcoError):
    """All events of somebody were named, so that nobody would be parted from anybody."""

    def __init__(self, person_id: int) -> None:
        super().__init__(
            f"These are all events of person {person_id}: name those of one of the two alone."
        )


def split_person(
    session: Session, person_id: int, event_ids: Collection[int], now: datetime
) -> int:
    """Part somebody from whoever was meant in some of the events, and return that one's id.

    Raises:
        NotOfPerson: The person does not stand in one of them.
        NothingLeft: They are all there are.
        NotStored: There is no such person.
    """
    found = person_splits.parts(session, person_id)
    known = {part.event_id for part in found}
    if strange := [number for number in event_ids if number not in known]:
        raise NotOfPerson(person_id, strange[0])
    if known <= set(event_ids):
        raise NothingLeft(person_id)
    theirs = [part for part in found if part.event_id in event_ids]
    others = [part for part in found if part.event_id not in event_ids]
    made = known_people.add_person(session, theirs[0].name)
    spellings = {made: _spellings(theirs), person_id: _spellings(others)}
    person_splits.split(session, person_id, event_ids, made, spellings, now)
    return made


def _spellings(parts: Iterable[Part]) -> list[Spelling]:
    """Return under which names somebody stands in some events."""
    names = dict.fromkeys((part.name, part.language) for part in parts)
    return [
        Spelling(name, language, name_matching.index_keys(name, language))
        for name, language in names
    ]
