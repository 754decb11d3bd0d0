"""Puts right what was written down while the clock was wrong.

After a clock that ran ahead was put back, moments lie in the future at which something is said to
have happened, and what waits "not before" a moment may wait for as long as the clock was wrong.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, select, update
from sqlmodel import Session, SQLModel, col

from storage.enums import ArticleState, ChatState, DeliveryKind, DeliveryState
from storage.models import (
    Article,
    Chat,
    Delivery,
    Event,
    EventChange,
    HubSubscription,
    Progress,
    Source,
)
from storage.sql import changed

_HAPPENED: tuple[tuple[type[SQLModel], tuple[str, ...]], ...] = (
    (Source, ("last_ok_at", "failing_since", "parked_at", "moved_since", "called_at")),
    (Article, ("first_seen_at",)),
    (Event, ("found_at", "changed_at")),
    (EventChange, ("changed_at",)),
    (Delivery, ("created_at", "finished_at")),
    (Progress, ("until",)),
    (Chat, ("last_message_at",)),
)
"""Moments at which something happened, none of which can lie ahead."""


@dataclass(frozen=True, slots=True)
class LongestWaits:
    """For how long something may wait at most.

    Attributes:
        source: One that answers.
        failing_source: One that does not.
        parked_source: One that was given up.
        article: One that somebody is reading.
        delivery: One that is to be sent, and a chat that something else waits for.
        paused_chat: One that blocked the bot, until it is tried again.
        hub: One that is to be asked again.
    """

    source: timedelta
    failing_source: timedelta
    parked_source: timedelta
    article: timedelta
    delivery: timedelta
    paused_chat: timedelta
    hub: timedelta


def is_ahead(session: Session, moment: datetime) -> bool:
    """Whether something is said to have happened after `moment`."""
    polled = select(col(Source.id)).where(col(Source.last_polled_at) > moment).limit(1)
    went_along = select(col(Progress.task)).where(col(Progress.until) > moment).limit(1)
    return bool(session.scalar(polled) or session.scalar(went_along))


def settle(session: Session, now: datetime, longest: LongestWaits) -> int:
    """Let nothing have happened after `now`, and nothing wait longer than it may.

    Returns how many rows changed.

    A source that was polled in the future is due at once: when it is due, nobody can say.
    """
    polled_ahead = col(Source.last_polled_at) > now
    rows = _set(session, Source, polled_ahead, last_polled_at=now, next_poll_at=now)
    for table, columns in _HAPPENED:
        for name in columns:
            rows += _set(session, table, col(getattr(table, name)) > now, **{name: now})
    well, parked = col(Source.failures) == 0, col(Source.parked_at).is_not(None)
    rows += _clamp(session, Source, "next_poll_at", now + longest.source, well)
    rows += _clamp(session, Source, "next_poll_at", now + longest.failing_source, ~parked)
    rows += _clamp(session, Source, "next_poll_at", now + longest.parked_source)
    unread = col(Article.state) == ArticleState.UNREAD
    rows += _clamp(session, Article, "next_read_at", now + longest.article, unread)
    is_open = col(Delivery.state).in_([DeliveryState.PENDING, DeliveryState.SENDING])
    rows += _clamp(session, Delivery, "next_attempt_at", now + longest.delivery, is_open)
    rows += _clamp(session, Chat, "held_until", now + longest.delivery)
    rows += _clamp(session, Chat, "try_again_at", now + longest.paused_chat)
    rows += _clamp(session, HubSubscription, "next_try_at", now + longest.hub)
    return rows


def timed_chats(session: Session, after: int, *, limit: int) -> list[int]:
    """Return the ids, above `after`, of up to `limit` chats with a digest or with quiet hours."""
    timed = col(Chat.next_digest_at).is_not(None) | col(Chat.quiet_turn_at).is_not(None)
    wanted = (col(Chat.state) != ChatState.STOPPED, timed, col(Chat.id) > after)
    ids = select(col(Chat.id)).where(*wanted).order_by(col(Chat.id)).limit(limit)
    return list(session.scalars(ids))


def last_digest_day(session: Session, chat_id: int, until: date) -> date | None:
    """Return the last chat-local day, `until` or before, for which a chat was owed a digest."""
    days = select(col(Delivery.day)).where(
        col(Delivery.chat_id) == chat_id,
        col(Delivery.kind) == DeliveryKind.DIGEST,
        col(Delivery.day) <= until,
    )
    return session.scalar(days.order_by(col(Delivery.day).desc()).limit(1))


def _clamp(
    session: Session,
    table: type[SQLModel],
    name: str,
    latest: datetime,
    *conditions: ColumnElement[bool],
) -> int:
    later = col(getattr(table, name)) > latest
    for condition in conditions:
        later &= condition
    return _set(session, table, later, **{name: latest})


def _set(
    session: Session, table: type[SQLModel], where: ColumnElement[bool], **values: datetime
) -> int:
    statement = update(table).where(where).values(**values)
    return changed(session, statement.execution_options(synchronize_session=False))
