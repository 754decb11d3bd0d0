"""What is asked of the diary, as conditions: who, where, what, which words, which days.

Whatever is asked, an index answers it: an event that began in a period, one that began before and
goes on in it, and one without a day are three walks along three indexes and not one condition with
an "or" in it, which would look at every event there is.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from storage import search
from storage.models import Event, EventOrganization, Participation

LONGEST = timedelta(days=400)
"""How long an event may last and still stand in a week that neither its first nor its last day is
in: a year in which a town is the capital of something, with some days to spare."""

Ends = tuple[bool, bool]
"""Whether some days have a first and a last one."""

FEW = 1_000
"""Events up to which what is asked for is gathered and put in order.

Of more, the diary is gone through in its order until a page is full: so neither way looks at many
more events than this for a page.
"""


@dataclass(frozen=True, slots=True)
class DiaryFilter:
    """What an event must be to be shown; it must meet all that is given.

    Attributes:
        organization: Id as in organizations.toml.
        country: ISO 3166-1 alpha-2, or TRNC.
        town: Id in the catalogue, or the made-up key of a town that is not there.
        kind: What sort of event.
        person: Id of somebody who took part, or is expected to; being named is not enough.
        words: Words that its reports hold, each in all spellings, as `search.find` takes them.
    """

    organization: str | None = None
    country: str | None = None
    town: str | None = None
    kind: str | None = None
    person: int | None = None
    words: tuple[tuple[str, ...], ...] = ()

    def values(self) -> dict[str, Any]:
        """Return what stands in the places of `conditions`."""
        given = {name: getattr(self, name) for name in (*_HELD, *_LINKS)}
        return {name: value for name, value in given.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days.

    Attributes:
        first: Its first day; None for all that was.
        last: Its last day; None for all that will be.
    """

    first: date | None = None
    last: date | None = None

    @property
    def ends(self) -> Ends:
        """Whether it has a first and a last day."""
        return self.first is not None, self.last is not None

    def values(self) -> dict[str, Any]:
        """Return what stands in the places of its conditions."""
        values = dict[str, Any]()
        if self.first is not None:
            values |= {"first": self.first, "too_late": self.first + LONGEST}
            values["first_moment"] = datetime.combine(self.first, time.min, UTC)
        if self.last is not None:
            values |= {"last": self.last}
            values["last_moment"] = datetime.combine(self.last, time.max, UTC)
        return values

    def ways(self) -> Mapping[str, ColumnElement[bool]]:
        """Return the three ways in which an event can have to do with these days, by name."""
        return ways_of(self.ends)

    def any_way(self) -> tuple[ColumnElement[bool], ...]:
        """Return the condition that an event has to do with these days in one of the three ways."""
        return _any_way(self.ends)


@cache
def ways_of(ends: Ends) -> Mapping[str, ColumnElement[bool]]:
    """Return the three ways in which an event can have to do with days that end so, by name."""
    ways = {"begun": _begun(ends), "ongoing": _ongoing(ends), "undated": _undated(ends)}
    return {name: way for name, way in ways.items() if way is not None}


@cache
def _any_way(ends: Ends) -> tuple[ColumnElement[bool], ...]:
    return (or_(*ways_of(ends).values()),) if any(ends) else ()


def _begun(ends: Ends) -> ColumnElement[bool]:
    """Return the condition that an event begins on some days."""
    day = col(Event.starts_on)
    met: list[ColumnElement[bool]] = [day.is_not(None)]
    if ends[0]:
        met.append(day >= bindparam("first"))
    if ends[1]:
        met.append(day <= bindparam("last"))
    return and_(*met)


def _ongoing(ends: Ends) -> ColumnElement[bool] | None:
    """Return the condition that an event began before some days and goes on in them.

    None where nothing is before them.
    """
    if not ends[0]:
        return None
    last = col(Event.ends_on)
    return and_(
        last >= bindparam("first"),
        last < bindparam("too_late"),
        col(Event.starts_on) < bindparam("first"),
    )


def _undated(ends: Ends) -> ColumnElement[bool]:
    """Return the condition that an event has no day and was found on one of some days."""
    met: list[ColumnElement[bool]] = [col(Event.starts_on).is_(None)]
    if ends[0]:
        met.append(col(Event.found_at) >= bindparam("first_moment"))
    if ends[1]:
        met.append(col(Event.found_at) <= bindparam("last_moment"))
    return and_(*met)


EVERYTHING = DiaryFilter()
"""Asks for nothing in particular."""

ALWAYS = Days()
"""Every day there is."""


# The conditions are built once, with places for values, so that what is asked with them can be
# built once as well: the building costs several times what the finding does.
_ALIVE = col(Event.merged_into).is_(None)
_HELD = {
    "country": col(Event.country_code) == bindparam("country"),
    "town": col(Event.city_id) == bindparam("town"),
    "kind": col(Event.kind) == bindparam("kind"),
}


@dataclass(frozen=True, slots=True)
class _Link:
    """What links events with something.

    Attributes:
        event_id: The column that names the event.
        which: The condition that a link is one to what is asked for. What an index alone knows
            comes first.
    """

    event_id: Mapped[int]
    which: tuple[ColumnElement[bool], ...]

    def few(self) -> ColumnElement[bool]:
        """Return the condition that an event is linked so, for links of which there are few."""
        return col(Event.id).in_(select(self.event_id).where(*self.which))

    def many(self) -> ColumnElement[bool]:
        """Return the same for many links, or where few events are asked about."""
        linked = select(self.event_id).where(*self.which, self.event_id == col(Event.id))
        # Counts join the organisations too: only the event is the one that is asked about.
        return linked.correlate(Event).exists()

    def counted(self) -> Select[int]:
        """Return the question how many links there are, up to one more than a few."""
        some = select(self.event_id).where(self.which[0]).limit(bindparam("enough")).subquery()
        return select(func.count()).select_from(some)


_LINKS = {
    "organization": _Link(
        col(EventOrganization.event_id),
        (col(EventOrganization.organization) == bindparam("organization"),),
    ),
    "person": _Link(
        col(Participation.event_id),
        (
            col(Participation.person_id) == bindparam("person"),
            col(Participation.attended).is_(True),
        ),
    ),
}
_FEW_LINKS = {name: link.few() for name, link in _LINKS.items()}
_MANY_LINKS = {name: link.many() for name, link in _LINKS.items()}
_COUNTED = {name: link.counted() for name, link in _LINKS.items()}


def conditions(
    session: Session, wanted: DiaryFilter, among: Collection[int] | None = None
) -> tuple[ColumnElement[bool], ...]:
    """Return what an event has to meet; one that turned out to be another is never shown.

    The values stand in `wanted.values()`. All but what is asked of words is built once.

    Args:
        session: The transaction.
        wanted: What is asked for.
        among: Ids of the few events that this is asked of; None for all there are.
    """
    met: list[ColumnElement[bool]] = [_ALIVE]
    met += [condition for name, condition in _HELD.items() if getattr(wanted, name) is not None]
    for name in _LINKS:
        if getattr(wanted, name) is not None:
            many = among is not None or _are_many(session, wanted, name)
            met.append((_MANY_LINKS if many else _FEW_LINKS)[name])
    if wanted.words:
        met.append(search.holding(session, wanted.words, among))
    return tuple(met)


def _are_many(session: Session, wanted: DiaryFilter, name: str) -> bool:
    asked = wanted.values() | {"enough": FEW + 1}
    return (session.connection().scalar(_COUNTED[name], asked) or 0) > FEW
