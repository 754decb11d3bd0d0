"""What is remembered of chats: where they are, what they want, what they follow."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TypedDict, Unpack

import sqlalchemy as sa
from sqlalchemy import bindparam, delete, func, literal, select
from sqlmodel import Session, col

from storage import refusals
from storage.enums import ChatState, DeliveryState, Manner
from storage.errors import NotStored
from storage.models import Chat, Delivery, Muted, Subscription
from storage.sql import changed, insert, run

NOTED_EVERY = timedelta(hours=1)
"""How often it is written down that a chat speaks."""


class ChatFields(TypedDict, total=False):
    """What of a chat can be changed; the meaning of each stands in `storage.models.Chat`."""

    title: str | None
    language: str
    timezone: str
    mode: str
    digest_at: time | None
    digest_days: int
    digest_if_quiet: bool
    next_digest_at: datetime | None
    last_digest_on: date | None
    quiet_from: time | None
    quiet_until: time | None
    hushed: bool
    quiet_turn_at: datetime | None
    admitted_at: datetime | None
    remind_day: bool
    remind_hour: bool
    review_week: bool
    review_month: bool
    remind_eve: bool
    remind_start: bool
    remind_evening: bool
    sound: str
    preview: str
    form: str
    hashtags: bool
    calendar_token: str | None


def ensure(  # noqa: PLR0913 (each is a column)
    session: Session,
    platform: str,
    address: str,
    thread: str,
    now: datetime,
    *,
    title: str | None = None,
    language: str | None = None,
    timezone: str | None = None,
    preview: str | None = None,
    is_channel: bool = False,
) -> Chat:
    """Return the chat that spoke at `now`, remembering it if it is new.

    A paused one is active again, since it lets the bot hear it.

    Args:
        session: The transaction.
        platform: "telegram", "matrix" or "console".
        address: The platform's own id.
        thread: The forum topic, or empty.
        now: When it spoke.
        title: What the platform calls it now, or None to leave that alone.
        language: Of a chat not known so far (ISO 639-1); one that is known has chosen its own.
        timezone: IANA zone, likewise.
        preview: How large the preview of its cards' links is, likewise.
        is_channel: Whether nobody can talk to the bot there; once known, it stays so.
    """
    fresh = Chat(platform=platform, address=address, thread=thread, created_at=now)
    if language is not None:
        fresh.language = language
    if timezone is not None:
        fresh.timezone = timezone
    if preview is not None:
        fresh.preview = preview
    values = fresh.model_dump(exclude={"id"})
    run(session, insert(session, Chat).on_conflict_do_nothing().values(values))
    here = (
        col(Chat.platform) == platform,
        col(Chat.address) == address,
        col(Chat.thread) == thread,
    )
    chat = session.scalars(select(Chat).where(*here).with_for_update()).one()
    chat.last_message_at = now
    chat.is_channel = chat.is_channel or is_channel
    if title is not None:
        chat.title = title
    if chat.state == ChatState.PAUSED:
        chat.state = ChatState.ACTIVE
    session.flush()
    refusals.heard_from(session, chat, now)
    return chat


_HERE = select(Chat).where(
    col(Chat.platform) == sa.bindparam("platform"),
    col(Chat.address) == sa.bindparam("address"),
    col(Chat.thread) == sa.bindparam("thread"),
)


def known(
    session: Session,
    place: tuple[str, str, str],
    now: datetime,
    *,
    title: str | None = None,
    is_channel: bool = False,
) -> Chat | None:
    """Return the chat that speaks at `now`, where `ensure` need not write anything of it.

    That it spoke is written once an hour, so that a command need not wait for whoever writes.

    Args:
        session: A transaction that changes nothing.
        place: Platform, address and thread.
        now: When it speaks.
        title: As for `ensure`.
        is_channel: As for `ensure`.
    """
    platform, address, thread = place
    asked = {"platform": platform, "address": address, "thread": thread}
    chat = session.scalars(_HERE, asked).one_or_none()
    if chat is None or chat.last_message_at is None:
        return None
    is_noted = timedelta(0) <= now - chat.last_message_at < NOTED_EVERY
    is_right = title in (None, chat.title) and (chat.is_channel or not is_channel)
    takes_all = not chat.refusals and chat.try_again_at is None and chat.state != ChatState.PAUSED
    return chat if is_noted and is_right and takes_all else None


def get(session: Session, chat_id: int) -> Chat:
    """Return a chat.

    Raises:
        NotStored: There is no such chat.
    """
    chat = session.get(Chat, chat_id)
    if chat is None:
        raise NotStored("chat", chat_id)
    return chat


def update(session: Session, chat_id: int, **fields: Unpack[ChatFields]) -> Chat:
    """Change some of a chat's fields and return it.

    Raises:
        NotStored: There is no such chat.
    """
    chat = get(session, chat_id)
    for name, value in fields.items():
        setattr(chat, name, value)
    session.flush()
    return chat


def subscribe(session: Session, chat_id: int, topic: str, subject: str) -> bool:
    """Let a chat follow something; False when it already does."""
    row = {"chat_id": chat_id, "topic": topic, "subject": subject}
    return changed(session, insert(session, Subscription).on_conflict_do_nothing().values(row)) == 1


def set_manner(session: Session, chat_id: int, topic: str, subject: str, manner: Manner) -> bool:
    """Set how a chat hears of what it follows; False where it does not follow that."""
    here = (
        col(Subscription.chat_id) == chat_id,
        col(Subscription.topic) == topic,
        col(Subscription.subject) == subject,
    )
    return changed(session, sa.update(Subscription).where(*here).values(manner=manner)) == 1


def unsubscribe(session: Session, chat_id: int, topic: str, subject: str) -> bool:
    """Let a chat follow something no longer; False when it did not."""
    here = (
        col(Subscription.chat_id) == chat_id,
        col(Subscription.topic) == topic,
        col(Subscription.subject) == subject,
    )
    return changed(session, delete(Subscription).where(*here)) == 1


def subscriptions(session: Session, chat_id: int) -> Sequence[Subscription]:
    """Return what a chat follows, in the order in which it came to."""
    return session.scalars(_SUBSCRIPTIONS, {"chat": chat_id}).all()


# Built once, as are the others that every digest asks: the building costs more than the answer.
_SUBSCRIPTIONS = (
    select(Subscription)
    .where(col(Subscription.chat_id) == bindparam("chat"))
    .order_by(col(Subscription.id))
)


def followers_by_subject(session: Session, topic: str) -> dict[str, int]:
    """Return how many chats follow each subject of a topic that any of them follows."""
    subject = col(Subscription.subject)
    counted = sa.select(subject, sa.func.count()).where(col(Subscription.topic) == topic)
    return {row[0]: row[1] for row in session.execute(counted.group_by(subject))}


def pause(
    session: Session, chat_id: int, now: datetime, try_again_at: datetime | None = None
) -> None:
    """Leave a chat alone until it speaks again (the bot was blocked or removed).

    What it is still owed is cancelled.

    Args:
        session: The transaction.
        chat_id: Which chat.
        now: The present.
        try_again_at: When it is tried again although it has not spoken; None for never.
    """
    _silence(session, chat_id, ChatState.PAUSED, now)
    get(session, chat_id).try_again_at = try_again_at
    session.flush()


def stop(session: Session, chat_id: int, now: datetime) -> None:
    """Leave a chat alone until it asks for more (`resume`); what it is still owed is cancelled."""
    _silence(session, chat_id, ChatState.STOPPED, now)


def resume(session: Session, chat_id: int) -> Chat:
    """Make a chat hear from the bot again.

    Raises:
        NotStored: There is no such chat.
    """
    chat = get(session, chat_id)
    chat.state = ChatState.ACTIVE
    chat.try_again_at = None
    session.flush()
    return chat


def move(session: Session, chat_id: int, new_address: str, new_thread: str | None = None) -> Chat:
    """Give a chat its new address; it keeps its settings, subscriptions and deliveries.

    Where the bot has met the new address already (its first message came before the news of the
    move), that row is taken up into this one: its subscriptions are added, and what it was already
    sent is not sent again. The id stays, so deliveries under way are not lost.

    Args:
        session: The transaction.
        chat_id: Which chat.
        new_address: The platform's own id from now on.
        new_thread: The forum topic from now on (empty for none), or None to keep it.

    Raises:
        NotStored: There is no such chat.
    """
    chat = get(session, chat_id)
    thread = chat.thread if new_thread is None else new_thread
    there = (
        col(Chat.platform) == chat.platform,
        col(Chat.address) == new_address,
        col(Chat.thread) == thread,
    )
    twin = session.scalar(select(col(Chat.id)).where(*there, col(Chat.id) != chat_id))
    if twin is not None:
        _take_up(session, chat_id, twin)
    chat.address, chat.thread = new_address, thread
    session.flush()
    return chat


def find(session: Session, platform: str, address: str, thread: str = "") -> Chat | None:
    """Return the chat at an address, or None when the bot has not met it."""
    here = (
        col(Chat.platform) == platform,
        col(Chat.address) == address,
        col(Chat.thread) == thread,
    )
    return session.scalars(select(Chat).where(*here)).one_or_none()


def of_calendar(session: Session, token: str) -> Chat | None:
    """Return the chat whose calendar has this secret in its address, or None."""
    return session.scalars(select(Chat).where(col(Chat.calendar_token) == token)).one_or_none()


def count_by_state(session: Session) -> dict[str, int]:
    """Return how many chats are in each state."""
    counted = session.execute(select(col(Chat.state), func.count()).group_by(col(Chat.state)))
    return {row[0]: row[1] for row in counted}


def mute(session: Session, chat_id: int, event_id: int) -> None:
    """Let a chat hear nothing more of an event; what it is still owed of it is cancelled."""
    run(
        session,
        insert(session, Muted).on_conflict_do_nothing().values(chat_id=chat_id, event_id=event_id),
    )
    owed = (col(Delivery.chat_id) == chat_id, col(Delivery.event_id) == event_id)
    waiting = col(Delivery.state).in_([DeliveryState.PENDING, DeliveryState.HELD])
    session.exec(
        sa.update(Delivery)
        .where(*owed, waiting)
        .values(state=DeliveryState.CANCELLED, reason="the chat muted the event")
    )


def unmute(session: Session, chat_id: int, event_id: int) -> bool:
    """Let a chat hear of an event again; False when it had not muted it."""
    return (
        changed(
            session,
            delete(Muted).where(col(Muted.chat_id) == chat_id, col(Muted.event_id) == event_id),
        )
        == 1
    )


def muted(session: Session, chat_id: int) -> frozenset[int]:
    """Return the ids of the events of which a chat wants to hear nothing more."""
    return frozenset(session.connection().execute(_MUTED, {"chat": chat_id}).scalars())


_MUTED = select(col(Muted.event_id)).where(col(Muted.chat_id) == bindparam("chat"))


def forget(session: Session, chat_id: int) -> bool:
    """Delete a chat with everything about it; False when there was none."""
    return changed(session, delete(Chat).where(col(Chat.id) == chat_id)) == 1


def _silence(session: Session, chat_id: int, state: ChatState, now: datetime) -> None:
    get(session, chat_id).state = state
    owed = (
        col(Delivery.chat_id) == chat_id,
        col(Delivery.state).in_([DeliveryState.PENDING, DeliveryState.HELD]),
    )
    session.exec(
        sa.update(Delivery)
        .where(*owed)
        .values(state=DeliveryState.CANCELLED, finished_at=now, reason=f"the chat is {state.value}")
    )
    session.flush()


def _take_up(session: Session, chat_id: int, twin: int) -> None:
    kept = (col(Subscription.topic), col(Subscription.subject), col(Subscription.manner))
    theirs = select(literal(chat_id), *kept).where(col(Subscription.chat_id) == twin)
    follow = (
        insert(session, Subscription)
        .from_select(["chat_id", "topic", "subject", "manner"], theirs)
        .on_conflict_do_nothing()
    )
    run(session, follow)
    key = sa.tuple_(col(Delivery.kind), col(Delivery.subject))
    of_twin = select(col(Delivery.kind), col(Delivery.subject)).where(col(Delivery.chat_id) == twin)
    sent_there = of_twin.where(col(Delivery.state) == DeliveryState.SENT)
    session.exec(delete(Delivery).where(col(Delivery.chat_id) == chat_id, key.in_(sent_there)))
    here = select(col(Delivery.kind), col(Delivery.subject)).where(col(Delivery.chat_id) == chat_id)
    session.exec(
        sa.update(Delivery)
        .where(col(Delivery.chat_id) == twin, key.not_in(here))
        .values(chat_id=chat_id)
    )
    session.exec(delete(Chat).where(col(Chat.id) == twin))
