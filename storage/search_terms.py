"""Which events answer a question: those that hold each of its terms as a fact or in words.

What a question asks for is handed in: the town of an event has one id, whatever an article calls it
and in whatever language somebody asks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, case, false, func, literal, or_
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select

from storage import search
from storage.models import Event, EventOrganization, Participation

Fact = tuple[str, str]
"""What an event is besides its words: ("city", "geneva"), ("country", "CH"), ("year", "2024").

Kinds of fact are city, country, organization, kind, person (an id) and year.
"""

_OWN = frozenset({"city", "country", "kind", "year"})
"""Kinds of fact that stand in the row of an event."""

LATELY = 1_000
"""Events found last that are looked through before all others: a word that every event holds would
have 100,000 of them put in order to show twenty."""

_PREFIX = re.compile(r"[^\W_]+\*?")


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """One thing that is looked for, in any of the ways in which an event may hold it.

    Attributes:
        written: Words, all of which stand in it; one that ends with "*" begins so.
        facts: What it is.
        asked: As it was asked for.
        is_title: Whether it is an office before somebody's name, who is meant without it too.
    """

    written: tuple[tuple[str, ...], ...]
    facts: frozenset[Fact] = frozenset()
    asked: str = ""
    is_title: bool = False

    @property
    def sorts(self) -> frozenset[str]:
        """The kinds of fact that it may be."""
        return frozenset(kind for kind, _ in self.facts)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What events must be besides what is looked for.

    Attributes:
        met: The conditions.
        values: What stands in their places.
    """

    met: Sequence[ColumnElement[bool]] = ()
    values: Mapping[str, Any] = field(default_factory=dict)


EVERY_EVENT = Narrowing()
"""Leaves nothing out."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Events with ids above `after`, and up to `until`; None for no such end."""

    after: int | None = None
    until: int | None = None

    def holds(self, identity: ColumnElement[int] | Mapped[int]) -> list[ColumnElement[bool]]:
        """Return the conditions that an event is one of these."""
        ends = []
        if self.after is not None:
            ends.append(identity > self.after)
        if self.until is not None:
            ends.append(identity <= self.until)
        return ends


def answering(
    session: Session,
    terms: Sequence[SearchTerm],
    *,
    limit: int,
    offset: int = 0,
    also: Narrowing = EVERY_EVENT,
) -> list[int]:
    """Return the ids of the events that hold all of `terms`; one that goes on as another is none.

    The last `LATELY` events come first, and then the others. Of both, those that are what is asked
    for by kind and place come before those that only speak of it; of either, those found last.

    Args:
        session: The transaction.
        terms: What is looked for; nothing at all finds nothing.
        limit: At most so many.
        offset: So many of the first are passed over.
        also: What the events must be besides.
    """
    if not terms:
        return []
    words = [list(_words(term.written)) for term in terms]
    if all(words) and not also.met and not any(term.facts for term in terms):
        return search.found_last(session, words, limit=limit, offset=offset)
    held = partial(_held, session, terms, also)
    edge = (session.scalar(select(func.max(col(Event.id)))) or 0) - LATELY
    if edge <= 0:
        return held(_Stretch(), limit, offset)
    late = held(_Stretch(after=edge), offset + limit, 0)
    if len(late) == offset + limit:
        return late[offset:]
    shown = late[offset:]
    passed = max(0, offset - len(late))
    older = _Stretch(until=edge)
    return shown + held(older, limit - len(shown), passed)


def _held(
    session: Session,
    terms: Sequence[SearchTerm],
    also: Narrowing,
    among: _Stretch,
    limit: int,
    offset: int,
) -> list[int]:
    """Return the ids of those events of a stretch that hold all of `terms`, in order."""
    held = (_holding(session, term, among) for term in terms)
    alive = col(Event.merged_into).is_(None)
    met = (alive, *among.holds(col(Event.id)), *also.met, *held)
    last_first = (col(Event.found_at).desc(), col(Event.id).desc())
    ordered = (
        select(col(Event.id)).where(*met).order_by(_being_asked_for(terms).desc(), *last_first)
    )
    found = session.connection().execute(ordered.limit(limit).offset(offset), also.values)
    return list(found.scalars())


def _being_asked_for(terms: Sequence[SearchTerm]) -> ColumnElement[int]:
    """Return how many of `terms` an event is by its own columns, not in words alone."""
    hits: ColumnElement[int] = literal(0)
    for term in terms:
        if own := [_being(fact) for fact in sorted(term.facts) if fact[0] in _OWN]:
            hits = hits + case((or_(*own), 1), else_=0)
    return hits


def _holding(session: Session, term: SearchTerm, among: _Stretch) -> ColumnElement[bool]:
    """Return the condition that an event of a stretch holds a term in any of its ways."""
    ways = [_being(fact) for fact in sorted(term.facts)]
    if written := list(_words(term.written)):
        ways.append(search.written_in(session, written, among.holds))
    return or_(false(), *ways)


def _words(written: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """Yield those ways to write a term in which nothing but words stands."""
    for words in written:
        if words and all(map(_PREFIX.fullmatch, words)):
            yield words


def _being(fact: Fact) -> ColumnElement[bool]:
    kind, value = fact
    match kind:
        case "city":
            return col(Event.city_id) == value
        case "country":
            return col(Event.country_code) == value
        case "kind":
            return col(Event.kind) == value
        case "organization":
            with_it = select(col(EventOrganization.event_id))
            return col(Event.id).in_(with_it.where(col(EventOrganization.organization) == value))
        case "person":
            with_them = select(col(Participation.event_id))
            return col(Event.id).in_(with_them.where(col(Participation.person_id) == int(value)))
        case "year":
            year = int(value)
            return col(Event.starts_on).between(date(year, 1, 1), date(year, 12, 31))
    raise ValueError(f"{kind} is no kind of fact")
