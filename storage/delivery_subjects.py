"""What a delivery is about: in columns for whoever composes it, and as a key that makes it unique.

A key says for a person what the columns say for the program. It is compared as a whole and never
taken apart. Its wording must not change: a key that was stored by an earlier version has to be met
by that of today, or the same thing would be owed twice.
"""

from dataclasses import dataclass
from datetime import date, datetime

from storage.enums import Lead


@dataclass(frozen=True, slots=True)
class DeliverySubject:
    """What a delivery is about.

    Attributes:
        key: Unique for a chat and a kind of delivery.
        event_id: The event, or None where it is about none.
        revision: Of a change: the event's revision after it.
        day: Of a digest: the chat-local day. Of a reminder: the day on which the event begins.
            Of a review: the first day of its week or month.
        lead: Of a reminder: at which moment of the event it comes.
        note_id: Of a note: which.
    """

    key: str
    event_id: int | None = None
    revision: int | None = None
    day: date | None = None
    lead: Lead | None = None
    note_id: int | None = None


def event_subject(event_id: int) -> DeliverySubject:
    """Return the subject of what is about an event as it stands: its card, an edit of it."""
    return DeliverySubject(f"event:{event_id}", event_id=event_id)


def change_subject(event_id: int, revision: int) -> DeliverySubject:
    """Return the subject of the news that an event changed, to which revision."""
    return DeliverySubject(f"event:{event_id} {revision}", event_id=event_id, revision=revision)


def reminder_subject(event_id: int, lead: Lead, day: date) -> DeliverySubject:
    """Return the subject of the reminder of an event that begins on `day`.

    The day is a part of it, so that an event which is moved is reminded of again.
    """
    key = f"event:{event_id} {lead.value} {day.isoformat()}"
    return DeliverySubject(key, event_id=event_id, day=day, lead=lead)


def course_subject(event_id: int, lead: Lead, day: date) -> DeliverySubject:
    """Return the subject of what is told once in the course of an event that began on `day`.

    The day is no part of it: however it is corrected, an event begins once.
    """
    return DeliverySubject(f"event:{event_id} {lead.value}", event_id=event_id, day=day, lead=lead)


def digest_subject(day: date) -> DeliverySubject:
    """Return the subject of the digest of a chat-local day."""
    return DeliverySubject(day.isoformat(), day=day)


def review_subject(first: date) -> DeliverySubject:
    """Return the subject of the review of the week or the month that begins on `first`."""
    return DeliverySubject(first.isoformat(), day=first)


def note_subject(note_id: int) -> DeliverySubject:
    """Return the subject of a note."""
    return DeliverySubject(f"note:{note_id}", note_id=note_id)


def catch_up_subject(moment: datetime) -> DeliverySubject:
    """Return the subject of what is told at `moment`, when a chat's quiet hours end."""
    return DeliverySubject(moment.isoformat(timespec="seconds"))
