"""What is ahead, and which chats want to be reminded of it.

Reminders are found by time: what fell due since the last look is owed in the transaction that
writes down how far was looked, so a crash neither loses nor doubles one, and the cost is that of
the few events of these days.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import ColumnElement, Date, bindparam, select, update
from sqlmodel import Session, col

from storage import outbox
from storage.delivery_subjects import reminder_subject
from storage.enums import ChatState, DeliveryKind, Lead
from storage.event_rows import EVENTS, EventRow, read
from storage.models import Chat, Event, Progress
from storage.sql import insert, moment, run, table_of

# Built once: these run at every look, and mostly find nothing.
_BEGINNING = EVENTS.where(
    col(Event.starts_on).between(bindparam("first", type_=Date), bindparam("last", type_=Date)),
    col(Event.cancel_proof).is_(None),
    col(Event.merged_into).is_(None),
).order_by(col(Event.starts_on), col(Event.id))
_progress = table_of(Progress).c
_UNTIL = select(_progress.until).where(_progress.task == bindparam("task"))
_FORWARD = (
    update(table_of(Progress))
    .where(_progress.task == bindparam("of_task"))
    .values(until=moment("moment"))
)


@dataclass(frozen=True, slots=True)
class ReminderGroup:
    """Chats that are reminded of an event at the same moment.

    Attributes:
        lead: How long before.
        timezone: IANA zone.
        digest_at: The local time of their digest, or None.
    """

    lead: Lead
    timezone: str
    digest_at: time | None


def wants(lead: Lead) -> ColumnElement[bool]:
    """Return the condition that a chat wants to be reminded at this moment of an event."""
    columns = {
        Lead.DAY: col(Chat.remind_day),
        Lead.HOUR: col(Chat.remind_hour),
        Lead.EVE: col(Chat.remind_eve),
        Lead.START: col(Chat.remind_start),
        Lead.EVENING: col(Chat.remind_evening),
    }
    return columns[lead].is_(True)


def groups(session: Session) -> list[ReminderGroup]:
    """Return all groups of active chats that want reminders before an event."""
    found = list[ReminderGroup]()
    for lead, wanted in _WANTED.items():
        found += [ReminderGroup(lead, *row) for row in session.execute(wanted)]
    return found


_WANTED = {
    lead: select(col(Chat.timezone), col(Chat.digest_at))
    .where(wants(lead), col(Chat.state) == ChatState.ACTIVE)
    .distinct()
    for lead in (Lead.DAY, Lead.HOUR)
}


def beginning(session: Session, first: date, last: date) -> Sequence[EventRow]:
    """Return the events that begin on these days and are not called off."""
    return read(session, _BEGINNING, {"first": first, "last": last})


def enqueue_reminders(
    session: Session,
    event: EventRow,
    group: ReminderGroup,
    now: datetime,
    words: Collection[str] = (),
) -> int:
    """Owe the chats of a group that follow an event a reminder of it; return how many are new.

    An event that is moved is reminded of again. What a chat has muted or keeps out it is not
    reminded of; `words` are those that chats follow or keep out and that the event holds.
    """
    assert event.starts_on is not None  # noqa: S101 - only what has a day can be reminded of
    subject = reminder_subject(event.id, group.lead, event.starts_on)
    here = (
        wants(group.lead),
        col(Chat.timezone) == group.timezone,
        col(Chat.digest_at).is_not_distinct_from(group.digest_at),
    )
    return outbox.enqueue_for_followers(
        session, DeliveryKind.REMINDER, subject, event.id, now, here, words
    )


def progress(session: Session, task: str) -> datetime | None:
    """Return up to when a task has owed all that was due, or None when it never ran."""
    return session.scalar(_UNTIL, {"task": task})


def progressed(session: Session, task: str, until: datetime) -> None:
    """Write down that a task has owed all that was due by `until`."""
    here = {"of_task": task, "moment": until}
    if session.execute(_FORWARD, here).rowcount == 0:  # type: ignore[attr-defined] # of an UPDATE
        anew = insert(session, Progress).values(task=task, until=until)
        run(session, anew.on_conflict_do_update(index_elements=["task"], set_={"until": until}))
