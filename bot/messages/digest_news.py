"""What a digest tells, read from storage: what was found, what is ahead, what was moved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain
from operator import attrgetter

from sqlmodel import Session

from bot.messages.great_event import in_course
from bot.messages.outcomes import came_since
from storage import event_changes, event_outcomes, events, sources
from storage.event_changes import KnownChange
from storage.event_rows import EventRow
from storage.events import EventFilter, EventRecord
from storage.sources import SourceHealth
from storage.told_again import told_again

_ID = attrgetter("id")

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
    recent, ahead, lately = _matching(session, about, muted, since, day)
    moved = {
        change.event_id: change
        for change in event_changes.between(session, about, since.moment, now, limit=MOST)
        if change.event_id not in muted
    }
    known = [event for event in lately if event.found_at < since.moment]
    new = [event for event in recent if event.found_at < now]
    begun = [event for event in known if _began(event, since.day, day)]
    ended = [event for event in known if _last_day(event) < day]
    told = {event.id for event in (*new, *begun, *ended)}
    new = [event for event in new if not _is_late_echo(event, told)]
    upcoming = [event for event in ahead if event.found_at < since.moment]
    changed = events.matching(session, ids=list(moved), limit=MOST) if moved else []
    found, begins, ends, comes, changes = _filled(session, new, begun, ended, upcoming, changed)
    announced: dict[int, frozenset[int]] = {}
    found, begins, ends = (
        _in_course(session, each, day, announced) for each in (found, begins, ends)
    )
    outcomes = _outcomes(session, about, muted | told, since.moment, now)
    silent = not (found or begins or ends or outcomes or changes)
    again = _again(session, about, muted, since.moment, now) if silent else []
    return News(
        found=found,
        begun=begins,
        ended=ends,
        upcoming=comes,
        changed=[(record, moved[record.event.id]) for record in changes],
        outcomes=outcomes,
        again=again,
        announced=announced,
        health=sources.health(session),
    )


def _matching(
    session: Session, about: EventFilter, muted: frozenset[int], since: Since, day: date
) -> tuple[Sequence[EventRow], Sequence[EventRow], Sequence[EventRow]]:
    """Return the events found since the chats heard last, those ahead, and those of these days."""
    recent = events.matching(
        session, about=about, found_since=since.moment, without=muted, limit=MOST
    )
    ahead = events.matching(
        session,
        about=about,
        starts_from=day + timedelta(days=1),
        starts_until=day + AHEAD,
        without=muted,
        limit=10,
    )
    lately = events.matching(
        session, about=about, on_from=since.day, on_until=day, without=muted, limit=MOST
    )
    return recent, ahead, lately


def _filled(session: Session, *groups: Sequence[EventRow]) -> list[list[EventRecord]]:
    """Return groups of events with what belongs to them, which is fetched once for all."""
    wanted = {event.id: event for event in chain(*groups)}
    whole = dict(zip(wanted, events.whole(session, [*wanted.values()]), strict=True))
    return [list(map(whole.__getitem__, map(_ID, group))) for group in groups]


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
    news = [record for record in known if came_since(record, since)]
    with_parts = (events.record(session, record.event.id) for record in news)
    return [record for record in with_parts if came_since(record, since)]


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


def _began(event: EventRow, heard: date, day: date) -> bool:
    """Whether an event began on a day after the one on which the chats heard last, and is on."""
    first = event.starts_on
    return first is not None and heard < first <= day <= _last_day(event)


def _is_late_echo(event: EventRow, told: Collection[int]) -> bool:
    """Whether an event is a part that has no day, of a whole that a digest before told of.

    Reports that come late speak of the gathering once more; its card lists them.
    """
    whole = event.parent_id
    return whole is not None and whole not in told and event.starts_on is None


def _last_day(event: EventRow) -> date:
    return event.ends_on or event.starts_on or date.max
