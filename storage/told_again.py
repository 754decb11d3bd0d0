"""Known events of which further articles came: nothing is new, and still something was reported."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlmodel import Session, col

from storage.models import Article, Event
from storage.sql import moment

_AGAIN = (
    select(col(Article.event_id), func.count())
    .join(Event, col(Event.id) == col(Article.event_id))
    .where(
        col(Article.first_seen_at) >= moment("since"),
        col(Article.first_seen_at) < moment("until"),
        col(Event.found_at) < moment("since"),
        col(Event.merged_into).is_(None),
    )
    .group_by(col(Article.event_id))
    .order_by(func.count().desc(), col(Article.event_id))
    .limit(bindparam("most"))
)


def told_again(
    session: Session, since: datetime, until: datetime, *, limit: int
) -> Mapping[int, int]:
    """Return how many articles came of events known before, those of most articles first.

    Args:
        session: The transaction.
        since: From when on the articles were seen first, aware UTC; the events are older.
        until: Until when.
        limit: Events at most.
    """
    asked = {"since": since, "until": until, "most": limit}
    rows = session.connection().execute(_AGAIN, asked)
    return {event_id: count for event_id, count in rows if event_id is not None}
