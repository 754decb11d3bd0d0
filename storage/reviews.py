"""Which chats have their weeks and months summed up, and the reviews that they are owed."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import ColumnElement, exists, select
from sqlmodel import Session, col

from storage.delivery_subjects import review_subject
from storage.enqueuing import enqueue_selected, owed_to_chats
from storage.enums import ChatState, DeliveryKind, Period
from storage.models import Chat, Subscription

KINDS = {Period.WEEK: DeliveryKind.WEEK_REVIEW, Period.MONTH: DeliveryKind.MONTH_REVIEW}
"""What is owed of each period."""


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """Chats whose reviews of a period fall due at the same moment.

    Attributes:
        timezone: IANA zone.
        digest_at: The local time of their digest, or None.
    """

    timezone: str
    digest_at: time | None


def groups(session: Session, period: Period) -> list[ReviewGroup]:
    """Return all groups of active chats that have such periods summed up."""
    chosen = select(col(Chat.timezone), col(Chat.digest_at)).where(*_wanting(period)).distinct()
    return [ReviewGroup(*row) for row in session.execute(chosen)]


def enqueue_reviews(
    session: Session, period: Period, first: date, group: ReviewGroup, now: datetime
) -> int:
    """Owe the chats of a group the review of a period; return how many had not been owed it.

    A chat that follows nothing is owed none.

    Args:
        session: The transaction.
        period: A week or a month.
        first: Its first day.
        group: The chats.
        now: The present.
    """
    chosen = owed_to_chats(KINDS[period], review_subject(first), now).where(
        *_wanting(period),
        col(Chat.timezone) == group.timezone,
        col(Chat.digest_at).is_not_distinct_from(group.digest_at),
        exists().where(col(Subscription.chat_id) == col(Chat.id)),
    )
    return enqueue_selected(session, chosen)


def _wanting(period: Period) -> list[ColumnElement[bool]]:
    wanted = col(Chat.review_week) if period is Period.WEEK else col(Chat.review_month)
    return [wanted.is_(True), col(Chat.state) == ChatState.ACTIVE]
