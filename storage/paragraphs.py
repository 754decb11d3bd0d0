"""What outlets repeat at the end of their articles: sketches of paragraphs, and their number.

"The Organization was founded in …, its Secretariat is in …" stands under every report of some
outlets. A paragraph is kept as a number of 64 bits, which no text can be read from.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import case, delete, select
from sqlmodel import Session, col

from storage.models import SourceParagraph
from storage.sql import changed, insert, run

ENOUGH = 3
"""Earlier articles of a source in which a paragraph must have stood to be one that recurs."""

FOR_LONG = timedelta(days=7)
"""How long ago it must have stood there first: the lead of a summit's week is repeated for days."""


def take_note(
    session: Session, source_id: int, article_id: int, sketches: Collection[int], now: datetime
) -> frozenset[int]:
    """Note that an article holds paragraphs, and return those that recur in its source.

    Args:
        session: The transaction.
        source_id: The article's source.
        article_id: The article; noted again, it counts once as long as no other came between.
        sketches: Of its paragraphs.
        now: The present, aware UTC.
    """
    if not sketches:
        return frozenset()
    theirs = (
        col(SourceParagraph.source_id) == source_id,
        col(SourceParagraph.sketch).in_(sketches),
    )
    often = (
        col(SourceParagraph.articles) >= ENOUGH,
        col(SourceParagraph.since) <= now - FOR_LONG,
    )
    recurring = frozenset(
        session.scalars(select(col(SourceParagraph.sketch)).where(*theirs, *often))
    )
    new = insert(session, SourceParagraph)
    other = col(SourceParagraph.article_id) != new.excluded.article_id
    counted = {
        "articles": col(SourceParagraph.articles) + case((other, 1), else_=0),
        "article_id": new.excluded.article_id,
        "seen_at": new.excluded.seen_at,
    }
    rows = [
        {
            "source_id": source_id,
            "sketch": sketch,
            "articles": 1,
            "article_id": article_id,
            "since": now,
            "seen_at": now,
        }
        for sketch in sorted(sketches)
    ]
    statement = new.on_conflict_do_update(index_elements=["source_id", "sketch"], set_=counted)
    run(session, statement, rows)
    return recurring


def forget(session: Session, before: datetime) -> int:
    """Forget paragraphs that no article held since a moment, and return how many these are."""
    return changed(session, delete(SourceParagraph).where(col(SourceParagraph.seen_at) < before))
