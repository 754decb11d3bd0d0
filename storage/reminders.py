"""What is ahead, and which chats want to be reminded of it.

Reminders are found by time: what fell due since the last look is owed in the transaction that
writes down how far was looked, so a crash neither loses nor doubles one, and the cost is that of
the few events of these days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlmodel import Session, col

from storage import outbox
from storage.enums import ChatState, DeliveryKind
from storage.models import Chat, Event, Progress
from storage.sql import insert, run

DAY, HOUR = "day", "hour"
"""How long before an event a chat is reminded of it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Chats that are reminded at the same moments.

    Attributes:
        timezone: IANA zone.
        digest_at: The local time of their digest, or None.
        reminders: Of `DAY` and `HOUR`, parted by a space.
    """

    timezone: str
    digest_at: time | None
    reminders: str

    @property
    def leads(self) -> tuple[str, ...]:
        """How long before an event these chats are reminded."""
        return tuple(self.reminders.split())


def groups(session: Session) -> list[Group]:
    """Return all groups of active chats that want reminders."""
    columns = (col(Chat.timezone), col(Chat.digest_at), col(Chat.reminders))
    wanted = (
        select(*columns)
        .where(col(Chat.reminders) > "", col(Chat.state) == ChatState.ACTIVE)
        .distinct()
    )
    return [Group(*row) for row in session.execute(wanted)]


def beginning(session: Session, first: date, last: date) -> Sequence[Event]:
    """Return the events that begin on these days and are not called off."""
    days = col(Event.starts_on).between(first, last)
    going_on = (col(Event.cancel_proof).is_(None), col(Event.merged_into).is_(None))
    return session.scalars(
        select(Event).where(days, *going_on).order_by(col(Event.starts_on), col(Event.id))
    ).all()


def enqueue_reminders(
    session: Session, event: Event, lead: str, group: Group, now: datetime
) -> int:
    """Owe the chats of a group that follow an event a reminder of it, and return how many that is anew.

    The subject names the day, so that an event that is moved is reminded of again. What a chat has
    muted it is not reminded of.
    """
    assert event.starts_on is not None  # noqa: S101 - only what has a day can be reminded of
    subject = reminder_subject(event.id, lead, event.starts_on)
    here = (
        col(Chat.timezone) == group.timezone,
        col(Chat.reminders) == group.reminders,
        col(Chat.digest_at).is_not_distinct_from(group.digest_at),
    )
    return outbox.enqueue_for_followers(
        session, DeliveryKind.REMINDER, subject, event.id, now, here
    )


def reminder_subject(event_id: int, lead: str, day: date) -> str:
    """Return the subject of the reminder of an event that begins on `day`."""
    return f"{outbox.subject_of(event_id)} {lead} {day.isoformat()}"


def day_of(subject: str) -> date:
    """Return the day that the subject of a reminder names."""
    return date.fromisoformat(subject.rpartition(" ")[2])


def progress(session: Session, task: str) -> datetime | None:
    """Return up to when a task has owed all that was due, or None when it never ran."""
    row = session.get(Progress, task)
    return row.until if row else None


def progressed(session: Session, task: str, until: datetime) -> None:
    """Write down that a task has owed all that was due by `until`."""
    anew = insert(session, Progress).values(task=task, until=until)
    run(session, anew.on_conflict_do_update(index_elements=["task"], set_={"until": until}))
