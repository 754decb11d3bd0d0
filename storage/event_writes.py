"""Keeps what the articles of an event say together, and which event turned out to be which."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, bindparam, delete, insert, or_, update
from sqlmodel import Session, col

from config.types import JsonObject
from storage import event_changes, event_outcomes, search
from storage.column_types import stored
from storage.errors import NotStored
from storage.event_changes import Change, Matters
from storage.event_outcomes import NewOutcome
from storage.event_told import Told, people_and_bodies
from storage.event_values import EventValues
from storage.models import SETTLED_FROM, Article, Event, EventOrganization, Participation
from storage.prepared import Prepared
from storage.sql import table_of


@dataclass(frozen=True, slots=True)
class NewParticipation:
    """A person in an event, as the article that tells most tells it.

    Attributes:
        name: Nominative, without honorifics, in the article's script.
        role: The office or part as stated, or None.
        affiliation: The body or country of the role as stated, or None.
        attended: False for somebody who is only mentioned.
        moderator: Whether the text says that this person chaired.
        proof: The sentence that says so.
        article_id: Where the proof stands.
        person_id: Who that is.
        country_code: The country that the affiliation names, as the catalogue knows it, or None.
        presides: Whether who chaired presided, and is told in the office.
        by_message: Whether who was not there sent a message to it.
        language: Of name and office (ISO 639-1), or None for the article's.
        spellings: By language, the name as outlets write it.
    """

    name: str
    role: str | None
    affiliation: str | None
    attended: bool
    moderator: bool
    proof: str
    article_id: int
    person_id: int
    country_code: str | None = None
    presides: bool = False
    by_message: bool = False
    language: str | None = None
    spellings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event as its articles tell it.

    Attributes:
        title: Its name.
        kind: What sort of event.
        language: Of the article (ISO 639-1).
        tense: "past" or "future", from the article's day.
        starts_on: First day, or None where the text does not decide it.
        ends_on: Last day.
        city: As an article names it, or None.
        city_id: Of the town in the catalogue, or a made-up key for one that is not there; None
            without a town.
        country: As the article names it, or None.
        country_code: ISO 3166-1 alpha-2, or TRNC; None where the country is none that the catalogue
            knows.
        venue: The building or body that hosts, or None.
        date_proof: The sentence that gives the days.
        place_proof: The sentence that gives the place.
        organizations: Ids as in organizations.toml, the foremost first.
        participations: Who was there or is mentioned, the foremost first.
        titles: The best headline in each language (ISO 639-1) that an outlet wrote one in.
        gathering: What sort of gathering it is, as `bot.merging.event_titles` tells it, and which
            of `titles` tell of a part of it ("aside") or only announce it ("ahead"); names of those
            whom only announcements name ("expected").
        is_great: Whether it is told in its course, as far as its reports say by now.
        is_on: Whether it is a great event that its reports say has begun.
        outcomes: What came of it, what matters most first.
    """

    title: str
    kind: str
    language: str
    tense: str
    starts_on: date | None = None
    ends_on: date | None = None
    city: str | None = None
    country: str | None = None
    country_code: str | None = None
    venue: str | None = None
    date_proof: str | None = None
    place_proof: str | None = None
    organizations: tuple[str, ...] = ()
    city_id: str | None = None
    participations: tuple[NewParticipation, ...] = ()
    titles: JsonObject = field(default_factory=dict)
    gathering: JsonObject = field(default_factory=dict)
    is_great: bool = False
    is_on: bool = False
    outcomes: tuple[NewOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedEvent:
    """What became of an event that was told.

    Attributes:
        event_id: The event.
        new: Whether it was founded.
        change: What differs from before.
        begins: Whether it is known only now that it has begun.
        row: The event itself, so that it stays at hand for what asks for it next.
        told: What is kept of it beside that.
    """

    event_id: int
    new: bool
    change: Change
    begins: bool = False
    row: Event | None = field(default=None, compare=False, repr=False)
    told: Told | None = field(default=None, compare=False, repr=False)


def save_event(
    session: Session,
    event_id: int | None,
    event: NewEvent,
    article_ids: Collection[int],
    now: datetime,
    matters: Matters,
) -> SavedEvent:
    """Keep what the articles of an event say together, in place of what was kept of it before.

    Where it is new or reads otherwise, its words are to be kept anew (`storage.search.index`).

    Args:
        session: The transaction.
        event_id: The event, or None for a new one.
        event: Its facts, organisations and people.
        article_ids: The articles that report it; they belong to no other event from now on.
        now: The present, aware UTC.
        matters: Decides whether a change is to be told anew.

    Raises:
        NotStored: There is no such event.
    """
    row = session.get(Event, event_id) if event_id is not None else unsaved(event, now)
    if row is None:
        raise NotStored("event", event_id)
    was, before = None, None
    if event_id is None:
        session.add(row)
        session.flush()
    else:
        was = Told(*people_and_bodies(session, row.id))
        before = event_changes.facts_of(row, was)
    joined = _MOVED.run(session, {"event": row.id, "articles": [*article_ids]})
    people = _tell_people(session, row.id, event.participations, was)
    bodies = _tell_organizations(session, row.id, event.organizations, was)
    off = event_changes.called_off(session, row.id)
    told = Told(people, bodies, (joined,) if joined else (), off)
    values = EventValues(row)
    for name, value in _facts(event).items():
        values.set(name, value)
    event_outcomes.tell(session, row, event.outcomes, article_ids, now)
    values.set("is_great", event.is_great)
    begins = event.is_on and row.begun_at is None
    if begins:
        values.set("begun_at", now)
    change = event_changes.settle_values(session, values, told, before, now, matters)
    return SavedEvent(row.id, event_id is None, change, begins, row, told)


def unsaved(event: NewEvent, now: datetime) -> Event:
    """Return an event that is not stored, as it would be."""
    return Event(found_at=now, changed_at=now, **_facts(event))


def redirect(session: Session, event_id: int, into: int, now: datetime) -> None:
    """Let an event go on as another: it turned out to be the same.

    The other has its articles by now; this one is found no more.
    """
    of = col(Event.id) == event_id, col(Event.merged_into) == event_id
    session.exec(
        update(Event).where(or_(*of)).values(merged_into=into, parent_id=None, changed_at=now)
    )
    session.exec(
        update(Event)
        .where(col(Event.parent_id) == event_id, col(Event.id) != into)
        .values(parent_id=into)
    )
    session.exec(  # reports that are settled go along
        update(Article).where(col(Article.event_id) == event_id).values(event_id=into)
    )
    session.exec(delete(Participation).where(col(Participation.event_id) == event_id))
    session.exec(delete(EventOrganization).where(col(EventOrganization.event_id) == event_id))
    session.expire_all()
    search.store(session, event_id, [])


def _tell_organizations(
    session: Session, event_id: int, named: Iterable[str], was: Told | None
) -> list[str]:
    """Keep for whom an event is, and return that as it is kept."""
    wanted = list(dict.fromkeys(named))
    if was is not None and [*was.bodies] == wanted:
        return wanted
    if was is not None and was.bodies:
        _FOR_NOBODY.run(session, {"event": event_id})
    rows = [
        {"event_id": event_id, "organization": name, "position": position}
        for position, name in enumerate(wanted)
    ]
    if rows:
        _FOR.run_each(session, rows)
    return wanted


def _tell_people(
    session: Session, event_id: int, named: Iterable[NewParticipation], was: Told | None
) -> list[dict[str, Any]]:
    """Keep who was at an event, and return that as it is kept."""
    first: dict[int, NewParticipation] = {}
    for part in named:
        # One person under two names that nothing else ties together: the foremost stands.
        first.setdefault(part.person_id, part)
    wanted = [
        _as_stored(_row_of(part)) | {"event_id": event_id, "position": position}
        for position, part in enumerate(first.values())
    ]
    if was is not None and [*was.people] == wanted:
        return wanted
    if was is not None:
        if was.people:
            _NO_LONGER_TOLD.run(session, {"event": event_id})
        _TOLD_AGAIN.run(session, {"event": event_id, "people": sorted(first)})
    if wanted:
        _TELL.run_each(session, wanted)
    return wanted


def _row_of(part: NewParticipation) -> dict[str, Any]:
    row = {name: getattr(part, name) for name in _OF_SOMEBODY}
    return row | {"spellings": dict(part.spellings)}


_OF_SOMEBODY = tuple(each.name for each in fields(NewParticipation))


def told_anew() -> ColumnElement[bool]:
    """Return what tells people that reports tell of from those that only settled ones told of."""
    return col(Participation.position) < SETTLED_FROM


# Built once: these are run at every article that is filed.
_articles, _bodies, _people = (
    table_of(Article),
    table_of(EventOrganization),
    table_of(Participation),
)
_event: BindParameter[int] = bindparam("event")
_MOVED = Prepared(
    update(_articles)
    .where(
        _articles.c.id.in_(bindparam("articles", expanding=True)),
        or_(_articles.c.event_id.is_(None), _articles.c.event_id != _event),
    )
    .values(event_id=_event),
    ["event"],
    "articles",
)
_FOR_NOBODY = Prepared(delete(_bodies).where(_bodies.c.event_id == _event), ["event"])
_FOR = Prepared(insert(_bodies), ["event_id", "organization", "position"])
# Two, that each may go along an index of its own: of a summit very many are told of.
_NO_LONGER_TOLD = Prepared(
    delete(_people).where(_people.c.event_id == _event, told_anew()), ["event"]
)
_TOLD_AGAIN = Prepared(
    delete(_people).where(
        _people.c.event_id == _event, _people.c.person_id.in_(bindparam("people", expanding=True))
    ),
    ["event"],
    "people",
)
_TELL = Prepared(insert(_people), [column.name for column in _people.c if column.name != "id"])


def _facts(event: NewEvent) -> dict[str, Any]:
    left_out = {"organizations", "participations", "is_great", "is_on", "outcomes"}
    return _as_stored(
        {
            part.name: getattr(event, part.name)
            for part in fields(event)
            if part.name not in left_out
        }
    )


def _as_stored(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values as they come back from the database, so that they can be compared."""
    return {
        name: stored(value) if isinstance(value, str) else value for name, value in values.items()
    }
