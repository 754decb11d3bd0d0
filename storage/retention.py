"""What is forgotten after a while, and what keeps the file in shape.

Finished deliveries and the texts of articles that report nothing are no longer needed after some
months. Events, people and what chats want are kept for ever, and so is every article's address, or
an outlet that lists it again would make it news.
"""

from datetime import datetime

from sqlalchemy import Engine, delete, select, text, update
from sqlmodel import Session, col

from storage.enums import ArticleState, DeliveryState
from storage.models import Article, Delivery
from storage.sql import changed

AT_A_TIME = 5000
"""Deliveries looked at in one transaction."""

_FINISHED = (
    DeliveryState.SENT,
    DeliveryState.TOLD,
    DeliveryState.UNCERTAIN,
    DeliveryState.FAILED,
    DeliveryState.CANCELLED,
)
_NO_NEWS = (ArticleState.IRRELEVANT, ArticleState.OLD, ArticleState.FAILED)
_BIG_PAGES = 10_000


def forget_deliveries(
    session: Session, before: datetime, *, after: int = 0
) -> tuple[int | None, int]:
    """Delete finished deliveries owed before a moment, of the next few thousand.

    Args:
        session: The transaction.
        before: Those owed earlier are looked at.
        after: The id after which to go on.

    Returns:
        The id after which to go on next, None when there are no more; and how many were deleted.
    """
    page = (
        select(col(Delivery.id), col(Delivery.created_at))
        .where(col(Delivery.id) > after)
        .order_by(col(Delivery.id))
        .limit(AT_A_TIME)
    )
    rows = session.execute(page).all()
    old = [row.id for row in rows if row.created_at < before]
    if not old:
        return None, 0
    these = (
        col(Delivery.id) > after,
        col(Delivery.id) <= old[-1],
        col(Delivery.created_at) < before,
        col(Delivery.state).in_(_FINISHED),
    )
    return (old[-1] if len(rows) == AT_A_TIME else None), changed(
        session, delete(Delivery).where(*these)
    )


def forget_texts(session: Session, before: datetime) -> int:
    """Empty the texts of articles that report nothing and were first seen before a moment.

    Returns how many had one.
    """
    these = (
        col(Article.state).in_(_NO_NEWS),
        col(Article.first_seen_at) < before,
        col(Article.text) != "",
    )
    return changed(session, update(Article).where(*these).values(text=""))


def keep_in_shape(engine: Engine) -> bool:
    """Let the database learn how its tables are filled, and give back room that it no longer needs.

    True when that was worth while.

    PostgreSQL gives back room by itself. SQLite rewrites the whole file for it, so only does when a
    quarter of a large file is empty.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if connection.dialect.name != "sqlite":
            connection.execute(text("ANALYZE"))
            return False
        cursor = connection.connection.cursor()
        cursor.execute(
            "PRAGMA optimize=0x10002"
        )  # also tables that no query of this connection has met
        (pages,), (free,) = (
            cursor.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "freelist_count")
        )
        worth = int(pages) > _BIG_PAGES and int(free) * 4 > int(pages)
        if worth:
            cursor.execute("VACUUM")
        cursor.close()
    return worth
