"""The events beside one that has just been told: what it may be a part of, or has as its parts."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import and_, bindparam, func, or_, select
from sqlmodel import Session, col

from storage.models import Article, Event, EventOrganization, Report, ReportKey
from storage.sql import moment

_NEAR = timedelta(days=2)
"""How far apart in time an event and what speaks of it without a day may be."""

_MOST_NEAR = 60
"""Events near in time that are looked at; a body holds a few at once."""


@dataclass(frozen=True, slots=True)
class Relative:
    """An event beside others of the same days and town.

    Attributes:
        event: The event itself.
        organizations: Ids of the TCOs concerned.
        reports: How many reports it has.
        umbrella: Whether one of them says that it is a part of another.
        format: What sort of gathering most of them name first, or None.
        near: Whether it is only near the others in time and concerns a body of theirs.
    """

    event: Event
    organizations: frozenset[str]
    reports: int
    umbrella: bool
    format: str | None
    near: bool = False


# Built once: these are asked at every article that is filed.
_EVENTS_SHARING = (
    select(col(Article.event_id))
    .join(ReportKey, col(ReportKey.article_id) == col(Article.id))
    .where(col(ReportKey.key).in_(bindparam("wanted", expanding=True)))
    .distinct()
)
_STANDING = (
    select(Event)
    .where(col(Event.id).in_(bindparam("wanted", expanding=True)), col(Event.merged_into).is_(None))
    .order_by(col(Event.id))
)
_BODIES = select(col(EventOrganization.event_id), col(EventOrganization.organization)).where(
    col(EventOrganization.event_id).in_(bindparam("wanted", expanding=True))
)
_SAID = (
    select(
        col(Article.event_id),
        col(Report.facts)["umbrella"].as_boolean(),
        col(Report.facts)[("formats", 0)].as_string(),
    )
    .join(Report, col(Report.article_id) == col(Article.id))
    .where(
        col(Article.event_id).in_(bindparam("wanted", expanding=True)),
        col(Report.settled).is_(False),
    )
    .order_by(col(Article.id))
)
_AROUND = (
    select(col(Event.id))
    .join(EventOrganization, col(EventOrganization.event_id) == col(Event.id))
    .where(
        col(EventOrganization.organization).in_(
            select(col(EventOrganization.organization)).where(
                col(EventOrganization.event_id) == bindparam("event")
            )
        ),
        col(Event.merged_into).is_(None),
        or_(
            and_(
                col(Event.starts_on) <= bindparam("high"),
                func.coalesce(col(Event.ends_on), col(Event.starts_on)) >= bindparam("low"),
            ),
            and_(
                col(Event.starts_on).is_(None),
                col(Event.found_at) >= moment("found_from"),
                col(Event.found_at) < moment("found_before"),
            ),
        ),
    )
    .limit(_MOST_NEAR)
)


def beside(session: Session, event_ids: Collection[int], keys: Collection[str]) -> list[Relative]:
    """Return these events, those with a report under any of `keys`, and what is near in time."""
    wanted = set(event_ids)
    wanted.update(filter(None, session.scalars(_EVENTS_SHARING, {"wanted": sorted(keys)})))
    near = _near_in_time(session, event_ids) - wanted
    wanted |= near
    asked = {"wanted": sorted(wanted)}
    events = session.scalars(_STANDING, asked).all()
    bodies: dict[int, set[str]] = {}
    for event_id, organization in session.execute(_BODIES, asked):
        bodies.setdefault(event_id, set()).add(organization)
    told: dict[int, list[tuple[bool, str | None]]] = {}
    for event_id, part, first in session.execute(_SAID, asked):
        told.setdefault(event_id, []).append((bool(part), first))
    return [
        replace(
            _relative(event, frozenset(bodies.get(event.id, ())), told.get(event.id, [])),
            near=event.id in near,
        )
        for event in events
    ]


def only_gathering(
    session: Session,
    organizations: Collection[str],
    kinds: Collection[str],
    first: date,
    last: date,
) -> int | None:
    """Return the one event of these kinds that these bodies hold between two days.

    None where there is none, or more than one.
    """
    ends = func.coalesce(col(Event.ends_on), col(Event.starts_on))
    held = (
        select(col(Event.id))
        .join(EventOrganization, col(EventOrganization.event_id) == col(Event.id))
        .where(
            col(EventOrganization.organization).in_(organizations),
            col(Event.kind).in_(kinds),
            col(Event.starts_on) <= last,
            ends >= first,
            col(Event.cancel_proof).is_(None),
            col(Event.merged_into).is_(None),
            col(Event.parent_id).is_(None),
        )
    )
    found = session.scalars(held.distinct().limit(2)).all()
    return found[0] if len(found) == 1 else None


def _near_in_time(session: Session, event_ids: Collection[int]) -> set[int]:
    """Return the events of the same bodies on, or without a day found on, the days around."""
    found: set[int] = set()
    for event_id in event_ids:
        event = session.get_one(Event, event_id)  # at hand: it was just saved
        first = event.starts_on or event.found_at.date()
        last = event.ends_on or first
        low, high = first - _NEAR, last + _NEAR
        asked = {
            "event": event.id,
            "low": low,
            "high": high,
            "found_from": datetime.combine(low, time(), UTC),
            "found_before": datetime.combine(high + timedelta(days=1), time(), UTC),
        }
        found.update(session.scalars(_AROUND, asked))
    return found


def _relative(
    event: Event, organizations: frozenset[str], told: Sequence[tuple[bool, str | None]]
) -> Relative:
    formats = Counter(first for _, first in told if first)
    most = max(formats, key=lambda name: (formats[name], name)) if formats else None
    return Relative(event, organizations, len(told), any(part for part, _ in told), most)
