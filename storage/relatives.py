"""The events beside one that has just been told: what it may be a part of, or has as its parts."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, exists, func, or_, select
from sqlmodel import Session, col

from storage.models import Article, Event, EventOrganization, Report, ReportKey
from storage.prepared import Prepared
from storage.sql import moment, table_of

_NEAR = timedelta(days=2)
"""How far apart in time an event and what speaks of it without a day may be."""

_LONGEST = timedelta(days=31)
"""What lasts longer is a season or a campaign, which nothing else is a part of."""

_MOST_NEAR = 60
"""Events near in time that are looked at; a body holds a few at once."""


@dataclass(frozen=True, slots=True)
class Relative:
    """An event beside others of the same days and town.

    Attributes:
        id: The event.
        kind: What sort of event it is.
        starts_on: Its first day, or None.
        ends_on: Its last day, or None.
        city_id: Its town's, or None.
        found_at: When it was found.
        parent_id: The event that it is a part of so far, or None.
        organizations: Ids of the TCOs concerned.
        reports: How many reports it has.
        umbrella: Whether one of them says that it is a part of another.
        format: What sort of gathering most of them name first, or None.
        near: Whether it is only near the others in time and concerns a body of theirs.
    """

    id: int
    kind: str
    starts_on: date | None
    ends_on: date | None
    city_id: str | None
    found_at: datetime
    parent_id: int | None
    organizations: frozenset[str]
    reports: int
    umbrella: bool
    format: str | None
    near: bool = False


# Built once: these are asked at every article that is filed.
_EVENTS_SHARING = Prepared(
    select(col(Article.event_id))
    .join(ReportKey, col(ReportKey.article_id) == col(Article.id))
    .where(col(ReportKey.key).in_(bindparam("wanted", expanding=True)))
    .distinct(),
    many="wanted",
)
_event, _body = table_of(Event).c, table_of(EventOrganization).c
_STANDING = Prepared(
    # Plain columns: of the twenty around an event no whole row is needed.
    select(
        _event.id,
        _event.kind,
        _event.starts_on,
        _event.ends_on,
        _event.city_id,
        _event.found_at,
        _event.parent_id,
        _body.organization,
    )
    .join_from(table_of(Event), table_of(EventOrganization), isouter=True)
    .where(_event.id.in_(bindparam("wanted", expanding=True)), _event.merged_into.is_(None))
    .order_by(_event.id),
    many="wanted",
)
_SAID = Prepared(
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
    .order_by(col(Article.id)),
    many="wanted",
)
_own, _other = table_of(EventOrganization).alias(), table_of(EventOrganization).alias()
_AROUND = Prepared(
    # From both sides, so that the index gives a few weeks and not all that was ever before.
    select(_event.id)
    .where(
        or_(
            and_(
                _event.starts_on >= bindparam("began_from"),
                _event.starts_on <= bindparam("high"),
                func.coalesce(_event.ends_on, _event.starts_on) >= bindparam("low"),
            ),
            and_(
                _event.starts_on.is_(None),
                _event.found_at >= moment("found_from"),
                _event.found_at < moment("found_before"),
            ),
        ),
        _event.merged_into.is_(None),
        exists()
        .where(_other.c.event_id == _event.id, _own.c.event_id == bindparam("event"))
        .where(_own.c.organization == _other.c.organization),
    )
    .limit(_MOST_NEAR),
    ["event", "began_from", "low", "high", "found_from", "found_before"],
)


def beside(session: Session, event_ids: Collection[int], keys: Collection[str]) -> list[Relative]:
    """Return these events, those with a report under any of `keys`, and what is near in time."""
    wanted, shared = set(event_ids), {"wanted": sorted(keys)}
    wanted.update(event_id for (event_id,) in _EVENTS_SHARING.rows(session, shared) if event_id)
    near = _near_in_time(session, event_ids) - wanted
    wanted |= near
    asked = {"wanted": sorted(wanted)}
    bodies: dict[tuple[Any, ...], set[str]] = {}
    for *facts, organization in _STANDING.rows(session, asked):
        bodies.setdefault(tuple(facts), set()).update(filter(None, [organization]))
    told: dict[int, list[tuple[bool, str | None]]] = {}
    for event_id, part, first in _SAID.rows(session, asked):
        told.setdefault(event_id, []).append((bool(part), first))
    found: list[Relative] = []
    for (event_id, *facts), organizations in bodies.items():
        said = _told(told.get(event_id, ()))
        values = (event_id, *facts, frozenset(organizations), *said, event_id in near)
        found.append(Relative(*values))
    return found


def put_under(session: Session, wholes: Mapping[int, int | None]) -> None:
    """Let events be parts of others, or of none."""
    for event_id, whole in wholes.items():
        session.get_one(Event, event_id).parent_id = whole


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
            "began_from": low - _LONGEST,
            "low": low,
            "high": high,
            "found_from": datetime.combine(low, time(), UTC),
            "found_before": datetime.combine(high + timedelta(days=1), time(), UTC),
        }
        found.update(event_id for (event_id,) in _AROUND.rows(session, asked))
    return found


def _told(told: Sequence[tuple[bool, str | None]]) -> tuple[int, bool, str | None]:
    """Return of what reports say: how many, whether it is a part, and the sort of gathering."""
    formats = Counter(first for _, first in told if first)
    most = max(formats, key=lambda name: (formats[name], name)) if formats else None
    return len(told), any(part for part, _ in told), most
