"""What stands in queues, and how sources do: numbers for whoever watches, by indexes alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select, text
from sqlmodel import Session, col

from storage.enums import ArticleState, ChatState, DeliveryState
from storage.models import Article, Chat, Delivery, Source

WATCHED = (
    DeliveryState.PENDING,
    DeliveryState.HELD,
    DeliveryState.SENDING,
    DeliveryState.UNCERTAIN,
    DeliveryState.FAILED,
)
"""The states whose rows are few: what was sent within a year is counted as it is sent."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand at a moment.

    Attributes:
        deliveries: How many are in each of `WATCHED`.
        oldest_due: Since when the delivery has been due that has waited longest; None for none due.
        unread: Articles that wait to be read.
        polls_due: Sources that are due to be polled.
        sources: How many sources are "well", "failing", "parked" (given up) and "off".
        chats: How many chats are in each state.
    """

    deliveries: Mapping[str, int]
    oldest_due: datetime | None
    unread: int
    polls_due: int
    sources: Mapping[str, int]
    chats: Mapping[str, int]


def standing(session: Session, now: datetime) -> Standing:
    """Return how things stand at `now`."""
    return Standing(
        deliveries=_deliveries(session),
        oldest_due=_oldest_due(session, now),
        unread=_count(session, Article, col(Article.state) == ArticleState.UNREAD),
        polls_due=_count(
            session, Source, col(Source.enabled).is_(True), col(Source.next_poll_at) <= now
        ),
        sources=_sources(session),
        chats=_chats(session),
    )


def probe(session: Session) -> None:
    """Read one row that is always there."""
    session.execute(text("SELECT version_num FROM alembic_version")).one()


def _deliveries(session: Session) -> dict[str, int]:
    state = col(Delivery.state)
    counted = session.execute(
        select(state, func.count()).where(state.in_(WATCHED)).group_by(state)
    ).all()
    return _with_all(WATCHED, counted)


def _oldest_due(session: Session, now: datetime) -> datetime | None:
    due_at = col(Delivery.next_attempt_at)
    waiting = select(func.min(due_at)).where(
        col(Delivery.state) == DeliveryState.PENDING, due_at <= now
    )
    return session.scalar(waiting)


def _count(
    session: Session, table: type[Article] | type[Source], *where: ColumnElement[bool]
) -> int:
    return session.scalar(select(func.count()).select_from(table).where(*where)) or 0


def _sources(session: Session) -> dict[str, int]:
    counts = {"well": 0, "failing": 0, "parked": 0, "off": 0}
    rows = session.execute(
        select(col(Source.enabled), col(Source.failures), col(Source.parked_at).is_not(None))
    )
    for enabled, failures, parked in rows:
        if not enabled:
            counts["off"] += 1
        elif parked:
            counts["parked"] += 1
        else:
            counts["failing" if failures else "well"] += 1
    return counts


def _chats(session: Session) -> dict[str, int]:
    state = col(Chat.state)
    counted = session.execute(select(state, func.count()).group_by(state)).all()
    return _with_all(ChatState, counted)


def _with_all(names: Iterable[str], counted: Iterable[Sequence[Any]]) -> dict[str, int]:
    """Return what was counted by name, and nought for each of `names` that was not there."""
    numbers = dict.fromkeys(map(str, names), 0)
    for name, number in counted:
        numbers[str(name)] = number
    return numbers
