"""What is owed to chats, and the ledger of what became of it.

How it is sent stands in `storage.sending`.

Owing is one statement however many chats follow an event, and `unique (chat, kind, subject)` makes
owing twice the same as owing once.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    String,
    case,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
    update,
)
from sqlmodel import Session, col
from sqlmodel.sql.sqltypes import UTCDateTime

from storage import quiet_hours
from storage.column_types import RowId
from storage.enums import ChatState, DeliveryKind, DeliveryState, Mode, Topic
from storage.errors import NotStored
from storage.models import (
    Chat,
    Delivery,
    Event,
    EventOrganization,
    Muted,
    Participation,
    Subscription,
)
from storage.sql import changed, insert

_COLUMNS = (
    "chat_id",
    "platform",
    "kind",
    "subject",
    "event_id",
    "state",
    "attempts",
    "created_at",
    "next_attempt_at",
)
_OUT = (DeliveryState.SENT, DeliveryState.SENDING, DeliveryState.UNCERTAIN, DeliveryState.TOLD)
"""States of what a chat has, or may have, or is just getting."""

_WANTS_DIGEST = (col(Chat.mode).in_([Mode.DIGEST, Mode.BOTH]),)


@dataclass(frozen=True, slots=True)
class DigestGroup:
    """What chats have in common whose digests fall due together and for the same day, so that they can be owed together.

    Attributes:
        next_digest_at: When they are due.
        timezone: IANA zone.
        digest_at: The local time of day.
        digest_days: The chosen weekdays; bit 0 is Monday.
    """

    next_digest_at: datetime
    timezone: str
    digest_at: time | None
    digest_days: int


def subject_of(event_id: int) -> str:
    """Return the subject of a delivery that is about an event."""
    return f"event:{event_id}"


def enqueue_alerts(session: Session, event_id: int, now: datetime) -> int:
    """Owe an alert of an event to every active chat that wants alerts and follows it, and return how many chats that is anew.

    A chat follows an event by one of its organisations, its country, its kind, or somebody who took
    part in it. Within a chat's quiet hours its alert is held (`storage.quiet_hours`); one that has
    muted the event is owed nothing.
    """
    wants = col(Chat.mode).in_([Mode.INSTANT, Mode.BOTH])
    return enqueue_for_followers(
        session, DeliveryKind.ALERT, subject_of(event_id), event_id, now, [wants]
    )


def enqueue_for_followers(
    session: Session,
    kind: DeliveryKind,
    subject: str,
    event_id: int,
    now: datetime,
    wants: Sequence[ColumnElement[bool]],
) -> int:
    """Owe something about an event to every active chat that follows it and meets all of `wants`.

    A chat that has muted the event is left out; see `enqueue_alerts`.
    """
    topics = _topics(event_id).subquery("topics")
    followers = (
        select(*_row(kind, literal(subject), now, event_id=event_id, state=_unless_quiet(now)))
        .join(Subscription, col(Subscription.chat_id) == col(Chat.id))
        .join(
            topics,
            (topics.c.topic == col(Subscription.topic))
            & (topics.c.subject == col(Subscription.subject)),
        )
        .where(col(Chat.state) == ChatState.ACTIVE, _not_muted(event_id), *wants)
        .distinct()
    )
    return changed(
        session, insert(session, Delivery).from_select(_COLUMNS, followers).on_conflict_do_nothing()
    )


def enqueue_change(session: Session, event_id: int, revision: int, now: datetime) -> int:
    """Owe every active chat that has the card of an event, or may have it, the news of the change that led to `revision`.

    A chat that has yet to be sent the card reads the new facts in it. One that has muted the event
    is owed nothing.
    """
    subject = literal(f"{subject_of(event_id)} {revision}")
    holders = (
        select(
            *_row(DeliveryKind.CHANGE, subject, now, event_id=event_id, state=_unless_quiet(now))
        )
        .join(Delivery, col(Delivery.chat_id) == col(Chat.id))
        .where(
            col(Delivery.event_id) == event_id,
            col(Delivery.kind) == DeliveryKind.ALERT,
            col(Delivery.state).in_(_OUT),
        )
        .where(col(Chat.state) == ChatState.ACTIVE, _not_muted(event_id))
    )
    return changed(
        session, insert(session, Delivery).from_select(_COLUMNS, holders).on_conflict_do_nothing()
    )


def enqueue_digest(session: Session, chat_id: int, day: date, now: datetime) -> bool:
    """Owe a chat the digest of its local `day` and note that day in the chat.

    False when it was owed already.

    Raises:
        NotStored: There is no such chat.
    """
    chat = session.get(Chat, chat_id)
    if chat is None:
        raise NotStored("chat", chat_id)
    chat.last_digest_on = max(day, chat.last_digest_on or day)
    return owe(session, DeliveryKind.DIGEST, day.isoformat(), [chat_id], now) == 1


def owe(
    session: Session, kind: DeliveryKind, subject: str, chat_ids: Collection[int], now: datetime
) -> int:
    """Owe some chats something, whatever their state, and return how many of them were not owed it before."""
    rows = select(*_row(kind, literal(subject), now)).where(col(Chat.id).in_(chat_ids))
    return changed(
        session, insert(session, Delivery).from_select(_COLUMNS, rows).on_conflict_do_nothing()
    )


def next_digest_group(session: Session, now: datetime) -> DigestGroup | None:
    """Return the first of the groups of active chats whose digests are due at `now`, or None when none is."""
    columns = [col(getattr(Chat, name)) for name in DigestGroup.__dataclass_fields__]
    due = select(*columns).where(
        col(Chat.state) == ChatState.ACTIVE, col(Chat.next_digest_at) <= now, *_WANTS_DIGEST
    )
    row = session.execute(
        due.order_by(col(Chat.next_digest_at), col(Chat.id)).limit(1)
    ).one_or_none()
    return None if row is None else DigestGroup(*row)


def enqueue_digests(
    session: Session,
    group: DigestGroup,
    day: date | None,
    next_at: datetime | None,
    now: datetime,
    *,
    limit: int,
) -> int:
    """Owe up to `limit` chats of a group the digest of their local `day` (None for no digest), and move their next one on to `next_at`.

    A group of a million chats takes a few statements, so the cost is the database's own.

    Returns:
        How many chats were moved on; when it is `limit`, there may be more in the group.
    """
    # By the index on state and next_digest_at: SQLite would rather skip through one that holds the
    # zone, so the zone is hidden from it.
    zone = func.coalesce(col(Chat.timezone), "") == group.timezone
    equal = [
        col(getattr(Chat, name)) == getattr(group, name)
        for name in DigestGroup.__dataclass_fields__
        if name != "timezone"
    ] + [zone]
    members = [col(Chat.state) == ChatState.ACTIVE, *equal, *_WANTS_DIGEST]
    last = session.scalar(
        select(col(Chat.id)).where(*members).order_by(col(Chat.id)).offset(limit - 1).limit(1)
    )
    if last is not None:
        members.append(col(Chat.id) <= last)
    moved = update(Chat).where(*members).values(next_digest_at=next_at)
    if day is not None:
        owed = select(*_row(DeliveryKind.DIGEST, literal(day.isoformat()), now)).where(*members)
        changed(
            session, insert(session, Delivery).from_select(_COLUMNS, owed).on_conflict_do_nothing()
        )
        moved = moved.values(last_digest_on=day)
    return changed(session, moved.execution_options(synchronize_session=False))


def enqueue_edits(session: Session, event_id: int, now: datetime) -> int:
    """Owe every active chat that has the card of an event, or is just being sent it, that card anew, and return how many chats these are.

    There is one edit a chat and event. Owed again, it is due again, also where it is on its way at
    this moment: the last word is said.
    """
    card = (col(Delivery.event_id) == event_id, col(Delivery.kind) == DeliveryKind.ALERT)
    holders = (
        select(*_row(DeliveryKind.EDIT, literal(subject_of(event_id)), now, event_id=event_id))
        .join(Delivery, col(Delivery.chat_id) == col(Chat.id))
        .where(
            *card,
            col(Delivery.state).in_([DeliveryState.SENDING, DeliveryState.SENT]),
            col(Chat.state) == ChatState.ACTIVE,
        )
    )
    statement = insert(session, Delivery).from_select(_COLUMNS, holders)
    anew = {"state": DeliveryState.PENDING, "attempts": 0, "finished_at": None, "reason": None}
    times = {name: statement.excluded[name] for name in ("created_at", "next_attempt_at")}
    return changed(
        session,
        statement.on_conflict_do_update(
            index_elements=["chat_id", "kind", "subject"], set_=anew | times
        ),
    )


def redirect(session: Session, event_id: int, into: int, now: datetime) -> None:
    """Let what is owed and was sent of an event be about the event that it turned out to be.

    A chat that has its card goes on with it as the card of the other. Where a chat has both, the
    alert that still waits is cancelled, or the second card is edited to tell the same as the first.
    """
    alerts = (
        col(Delivery.kind) == DeliveryKind.ALERT,
        col(Delivery.subject) == subject_of(event_id),
    )
    holders = select(col(Delivery.chat_id)).where(
        col(Delivery.kind) == DeliveryKind.ALERT, col(Delivery.subject) == subject_of(into)
    )
    moved = (
        update(Delivery)
        .where(*alerts, col(Delivery.chat_id).not_in(holders))
        .values(subject=subject_of(into), event_id=into)
    )
    waiting = col(Delivery.state).in_([DeliveryState.PENDING, DeliveryState.HELD])
    end = {
        "state": DeliveryState.CANCELLED,
        "finished_at": now,
        "reason": "the event turned out to be another",
    }
    heard = select(col(Muted.chat_id)).where(col(Muted.event_id) == into)
    muted = (
        update(Muted)
        .where(col(Muted.event_id) == event_id, col(Muted.chat_id).not_in(heard))
        .values(event_id=into)
    )
    for statement in (moved, update(Delivery).where(*alerts, waiting).values(**end), muted):
        session.exec(statement.execution_options(synchronize_session=False))
    enqueue_edits(session, event_id, now)


def card_of(session: Session, chat_id: int, event_id: int) -> str | None:
    """Return the platform's id of the message in which a chat has the card of an event, or None where it has none that is known."""
    card = (
        col(Delivery.chat_id) == chat_id,
        col(Delivery.kind) == DeliveryKind.ALERT,
        col(Delivery.subject) == subject_of(event_id),
    )
    return session.scalar(
        select(col(Delivery.remote_id)).where(*card, col(Delivery.state) == DeliveryState.SENT)
    )


def card_is_now(session: Session, chat_id: int, event_id: int, remote_id: str) -> None:
    """Remember under which id the platform has the card of an event after an edit, which may take more or fewer messages than before."""
    card = (
        col(Delivery.chat_id) == chat_id,
        col(Delivery.kind) == DeliveryKind.ALERT,
        col(Delivery.subject) == subject_of(event_id),
    )
    session.exec(
        update(Delivery)
        .where(*card, col(Delivery.state) == DeliveryState.SENT)
        .values(remote_id=remote_id)
    )


def alerted(session: Session, chat_id: int, event_ids: Collection[int]) -> frozenset[int]:
    """Return which of these events a chat has already been sent as alerts, or is being sent, or was told of after its quiet hours."""
    statement = select(col(Delivery.event_id)).where(
        col(Delivery.chat_id) == chat_id,
        col(Delivery.kind) == DeliveryKind.ALERT,
        col(Delivery.subject).in_([subject_of(event_id) for event_id in event_ids]),
        col(Delivery.state).in_(_OUT),
    )
    return frozenset(event_id for event_id in session.scalars(statement) if event_id is not None)


def previous_digest(session: Session, chat_id: int, day: date) -> datetime | None:
    """Return when the last digest of a day before the chat-local `day` was owed, of those that were sent or will be; None for none."""
    statement = select(col(Delivery.created_at)).where(
        col(Delivery.chat_id) == chat_id,
        col(Delivery.kind) == DeliveryKind.DIGEST,
        col(Delivery.subject) < day.isoformat(),
        col(Delivery.state).not_in([DeliveryState.FAILED, DeliveryState.CANCELLED]),
    )
    return session.scalar(statement.order_by(col(Delivery.subject).desc()).limit(1))


def deliveries(
    session: Session,
    chat_id: int | None = None,
    *,
    states: Collection[DeliveryState] = (),
    limit: int = 50,
) -> Sequence[Delivery]:
    """Return what a chat, or any chat, was owed last, the latest first.

    Only what is in one of `states` where some are given.
    """
    statement = select(Delivery)
    if chat_id is not None:
        statement = statement.where(col(Delivery.chat_id) == chat_id)
    if states:
        statement = statement.where(col(Delivery.state).in_(states))
    return session.scalars(statement.order_by(col(Delivery.id).desc()).limit(limit)).all()


def count_by_state(session: Session, chat_id: int | None = None) -> dict[str, int]:
    """Return how many deliveries are in each state: those of a chat, or all."""
    counted = select(col(Delivery.state), func.count()).group_by(col(Delivery.state))
    if chat_id is not None:
        counted = counted.where(col(Delivery.chat_id) == chat_id)
    return {row[0]: row[1] for row in session.execute(counted)}


def _behind_what_waits(now: datetime) -> ColumnElement[datetime]:
    """When something owed at `now` is due: where the chat has to wait, not before what has waited longer."""
    return case(
        (col(Chat.held_until) > now, col(Chat.held_until)), else_=literal(now, UTCDateTime())
    )


def _unless_quiet(now: datetime) -> ColumnElement[str]:
    return case(
        (quiet_hours.quiet_at(now), DeliveryState.HELD.value), else_=DeliveryState.PENDING.value
    )


def _not_muted(event_id: int) -> ColumnElement[bool]:
    return col(Chat.id).not_in(select(col(Muted.chat_id)).where(col(Muted.event_id) == event_id))


def _row(
    kind: DeliveryKind,
    subject: ColumnElement[str],
    now: datetime,
    *,
    event_id: int | None = None,
    state: ColumnElement[str] | None = None,
) -> list[Any]:
    """Return the columns of a delivery that is owed from `now` on, in the order of `_COLUMNS`, for a statement that selects from chats."""
    event = null() if event_id is None else literal(event_id, RowId)
    begins = literal(DeliveryState.PENDING.value) if state is None else state
    return [
        *(
            col(Chat.id),
            col(Chat.platform),
            literal(kind.value),
            subject,
            event,
            begins,
            literal(0),
        ),
        *(literal(now, UTCDateTime()), _behind_what_waits(now)),
    ]


def _topics(event_id: int) -> CompoundSelect[str, str]:
    """Return (topic, subject) of all that an event can be followed by."""
    this = col(Event.id) == event_id
    there = (col(Participation.event_id) == event_id, col(Participation.attended).is_(True))
    organization = literal(Topic.ORGANIZATION.value).label("topic")
    return union_all(
        select(organization, col(EventOrganization.organization).label("subject")).where(
            col(EventOrganization.event_id) == event_id
        ),
        select(literal(Topic.KIND.value), col(Event.kind)).where(this),
        select(literal(Topic.COUNTRY.value), col(Event.country_code)).where(this),
        select(literal(Topic.PERSON.value), cast(col(Participation.person_id), String)).where(
            *there
        ),
    )
