"""What is asked of the diary, as conditions: who, where, what, which words, which days.

Whatever is asked, an index answers it: an event that began in a period, one that began before and
goes on in it, and one without a day are three walks along three indexes and not one condition with
an "or" in it, which would look at every event there is.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from storage import search
from storage.models import Event, EventOrganization, Participation

LONGEST = timedelta(days=400)
"""How long an event may last and still stand in a week that neither its first nor its last day is
in: a year in which a town is the capital of something, with some days to spare."""

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


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days.

    Attributes:
        first: Its first day; None for all that was.
        last: Its last day; None for all that will be.
    """

    first: date | None = None
    last: date | None = None

    def begun(self) -> ColumnElement[bool]:
        """Return the condition that an event begins on one of these days."""
        day = col(Event.starts_on)
        return and_(
            day.is_not(None),
            *([day >= self.first] if self.first is not None else []),
            *([day <= self.last] if self.last is not None else []),
        )

    def ongoing(self) -> ColumnElement[bool] | None:
        """Return the condition that an event began before these days and goes on in them.

        None where nothing is before them.
        """
        if self.first is None:
            return None
        last = col(Event.ends_on)
        return and_(
            last >= self.first, last < self.first + LONGEST, col(Event.starts_on) < self.first
        )

    def undated(self) -> ColumnElement[bool]:
        """Return the condition that an event has no day and was found on one of these."""
        found = col(Event.found_at)
        return and_(
            col(Event.starts_on).is_(None),
            *([found >= _midnight(self.first)] if self.first is not None else []),
            *([found <= _last_moment(self.last)] if self.last is not None else []),
        )

    def ways(self) -> Mapping[str, ColumnElement[bool]]:
        """Return the three ways in which an event can have to do with these days, by name."""
        return _ways(self)

    def any_way(self) -> list[ColumnElement[bool]]:
        """Return the condition that an event has to do with these days in one of the three ways."""
        if self.first is None and self.last is None:
            return []
        return [or_(*self.ways().values())]


@lru_cache(maxsize=256)
def _ways(days: Days) -> Mapping[str, ColumnElement[bool]]:
    """Return the ways of some days; built once, for the same days are asked for all day long."""
    ways = {"begun": days.begun(), "ongoing": days.ongoing(), "undated": days.undated()}
    return {name: way for name, way in ways.items() if way is not None}


EVERYTHING = DiaryFilter()
"""Asks for nothing in particular."""

ALWAYS = Days()
"""Every day there is."""


def conditions(
    session: Session, wanted: DiaryFilter, among: Collection[int] | None = None
) -> list[ColumnElement[bool]]:
    """Return what an event has to meet; one that turned out to be another is never shown.

    Args:
        session: The transaction.
        wanted: What is asked for.
        among: Ids of the few events that this is asked of; None for all there are.
    """
    met: list[ColumnElement[bool]] = [col(Event.merged_into).is_(None)]
    for column, value in (
        (col(Event.country_code), wanted.country),
        (col(Event.city_id), wanted.town),
        (col(Event.kind), wanted.kind),
    ):
        if value is not None:
            met.append(column == value)
    if wanted.organization is not None:
        theirs = col(EventOrganization.organization) == wanted.organization
        met.append(_linked(session, col(EventOrganization.event_id), (theirs,), among))
    if wanted.person is not None:
        of_person = col(Participation.person_id) == wanted.person
        there = of_person, col(Participation.attended).is_(True)
        met.append(_linked(session, col(Participation.event_id), there, among))
    if wanted.words:
        met.append(search.holding(session, wanted.words, among))
    return met


def _linked(
    session: Session,
    link: Mapped[int],
    which: Sequence[ColumnElement[bool]],
    among: Collection[int] | None,
) -> ColumnElement[bool]:
    """Return the condition that an event is linked so, in the form that costs least.

    Which that is, the first of `which` tells well enough: an index alone knows how many meet it.
    """
    chosen: Select[int] = select(link).where(*which)
    if among is None and not _more_than_few(session, link, which[0]):
        return col(Event.id).in_(chosen)
    # Counts join the organisations too: only the event is the one that is asked about.
    return chosen.where(link == col(Event.id)).correlate(Event).exists()


def _more_than_few(session: Session, link: Mapped[int], which: ColumnElement[bool]) -> bool:
    some = select(link).where(which).limit(FEW + 1).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) > FEW


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _last_moment(day: date) -> datetime:
    return datetime.combine(day, time.max, UTC)
