"""What a digest tells, read from storage: what was found, what is ahead, what was moved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.messages.great_event import in_course
from bot.messages.outcomes import came_since
from storage import event_changes, event_outcomes, events, sources
from storage.event_changes import KnownChange
from storage.events import EventFilter, EventRecord
from storage.sources import SourceHealth
from storage.told_again import told_again

AHEAD = timedelta(days=14)
"""How far ahead "coming up" looks."""

MOST = 100
"""Events looked at for one digest, and for one picture."""


@dataclass(frozen=True, slots=True)
class News:
    """What there is to tell to all who follow the same and heard last at the same time.

    Attributes:
        found: Events found since then.
        begun: Events known before that began since then and are on.
        ended: Events known before that ended since then.
        upcoming: Events ahead that were known before.
        changed: Events that were moved or called off since then, with the change.
        outcomes: Events told of before, of which became known since then what came of them.
        again: Where there is nothing else, events known before of which further articles came, and
            how many.
        announced: By event that has begun, positions of its people whom only announcements name.
        health: How the sources do.
    """

    found: Sequence[EventRecord]
    begun: Sequence[EventRecord]
    ended: Sequence[EventRecord]
    upcoming: Sequence[EventRecord]
    changed: Sequence[tuple[EventRecord, KnownChange]]
    outcomes: Sequence[EventRecord]
    again: Sequence[tuple[EventRecord, int]]
    announced: Mapping[int, frozenset[int]]
    health: SourceHealth

    def ids(self) -> list[int]:
        """Return the events that are spoken of."""
        changed = [record for record, _change in self.changed]
        return [
            record.event.id
            for record in (
                *self.found,
                *self.begun,
                *self.ended,
                *self.upcoming,
                *self.outcomes,
                *changed,
            )
        ]


@dataclass(frozen=True, slots=True)
class Since:
    """From when on there is something to tell.

    Attributes:
        moment: When the chats heard last, aware UTC.
        day: Their local day at that moment.
    """

    moment: datetime
    day: date


def read_news(
    session: Session,
    about: EventFilter,
    muted: frozenset[int],
    since: Since,
    day: date,
    now: datetime,
) -> News:
    """Read what there is to tell.

    Args:
        session: The transaction.
        about: What the chats follow.
        muted: Events that they want to hear nothing of.
        since: When they heard last.
        day: The local day of the digest.
        now: The present, aware UTC.
    """
    recent = events.records(
        session, about=about, found_since=since.moment, without=muted, limit=MOST
    )
    tomorrow = day + timedelta(days=1)
    ahead = events.records(
        session,
        about=about,
        starts_from=tomorrow,
        starts_until=day + AHEAD,
        without=muted,
        limit=10,
    )
    found = [record for record in recent if record.event.found_at < now]
    lately = events.records(
        session, about=about, on_from=since.day, on_until=day, without=muted, limit=MOST
    )
    known = [record for record in lately if record.event.found_at < since.moment]
    moved = {
        change.event_id: change
        for change in event_changes.between(session, about, since.moment, now, limit=MOST)
        if change.event_id not in muted
    }
    records = events.records(session, ids=list(moved), limit=MOST) if moved else []
    changed = [(record, moved[record.event.id]) for record in records]
    begun = [record for record in known if _began(record, since.day, day)]
    ended = [record for record in known if _last_day(record) < day]
    upcoming = [record for record in ahead if record.event.found_at < since.moment]
    told = {record.event.id for record in (*found, *begun, *ended)}
    found = [record for record in found if not _is_late_echo(record, told)]
    announced: dict[int, frozenset[int]] = {}
    found, begun, ended = (
        _in_course(session, each, day, announced) for each in (found, begun, ended)
    )
    outcomes = _outcomes(session, about, muted | told, since.moment, now)
    silent = not (found or begun or ended or outcomes or changed)
    again = _again(session, about, muted, since.moment, now) if silent else []
    health = sources.health(session)
    return News(found, begun, ended, upcoming, changed, outcomes, again, announced, health)


def _outcomes(
    session: Session,
    about: EventFilter,
    without: Collection[int],
    since: datetime,
    now: datetime,
) -> list[EventRecord]:
    """Return the events told of before, of which became known since then what came of them."""
    lately = event_outcomes.lately(session, since, now, limit=MOST)
    came = [event_id for event_id in lately if event_id not in without]
    known = events.records(session, about=about, ids=came, limit=MOST) if came else []
    return [record for record in known if came_since(record, since)]


def _again(
    session: Session,
    about: EventFilter,
    muted: frozenset[int],
    since: datetime,
    now: datetime,
) -> list[tuple[EventRecord, int]]:
    """Return the events known before of which further articles came, and how many."""
    counts = told_again(session, since, now, limit=MOST)
    ids = [event_id for event_id in counts if event_id not in muted]
    records = events.records(session, about=about, ids=ids, limit=MOST) if ids else []
    return [(record, counts[record.event.id]) for record in records]


def _in_course(
    session: Session,
    records: Sequence[EventRecord],
    day: date,
    announced: dict[int, frozenset[int]],
) -> list[EventRecord]:
    """Return the events, those that have begun by a day without whoever is reported elsewhere.

    Whom only announcements of those name is put into `announced`.
    """
    found: list[EventRecord] = []
    for record in records:
        first = record.event.starts_on
        if first is None or first > day or not record.participations:
            found.append(record)
            continue
        course = in_course(session, record)
        told = sorted((*course.there, *course.expected), key=lambda guest: guest.position)
        if course.expected:
            positions = frozenset(guest.position for guest in course.expected)
            announced[record.event.id] = positions
        found.append(replace(record, participations=tuple(told)))
    return found


def _began(record: EventRecord, heard: date, day: date) -> bool:
    """Whether an event began on a day after the one on which the chats heard last, and is on."""
    first = record.event.starts_on
    return first is not None and heard < first <= day <= _last_day(record)


def _is_late_echo(record: EventRecord, told: Collection[int]) -> bool:
    """Whether an event is a part that has no day, of a whole that a digest before told of.

    Reports that come late speak of the gathering once more; its card lists them.
    """
    whole = record.event.parent_id
    return whole is not None and whole not in told and record.event.starts_on is None


def _last_day(record: EventRecord) -> date:
    return record.event.ends_on or record.event.starts_on or date.max
