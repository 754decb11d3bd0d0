"""What is remembered of publications, and which of them wait for the reader."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlmodel import Session, col

from storage.models import Article, ArticleState
from storage.statements import changed, claim, insert, run

ERROR_LENGTH = 500
"""Characters kept of the error that stopped the reader."""

_AT_A_TIME = 500
"""Values in one statement; databases limit them."""


@dataclass(frozen=True, slots=True)
class NewArticle:
    """A publication as a feed brings it.

    Attributes:
        identity: What makes it the same article whatever source brings it.
        url: Where it stands.
        title: The headline.
        text: The body, paragraphs parted by line feeds.
        language: What the source claims (ISO 639-1), or None.
        published_at: Aware, or None where the source does not say.
        content_hash: Of title and text; changes with an edit.
    """

    identity: str
    url: str
    title: str
    text: str
    language: str | None
    published_at: datetime | None
    content_hash: str


def add_new(session: Session, source_id: int, items: Sequence[NewArticle], now: datetime) -> int:
    """Store those of `items` whose identity is not stored yet, unread, first seen at `now`, and return how many these are."""
    if not items:
        return 0
    common = {"source_id": source_id, "first_seen_at": now, "next_read_at": now, "state": ArticleState.UNREAD}
    statement = insert(session, Article).on_conflict_do_nothing(index_elements=["identity"]).returning(col(Article.id))
    return len(run(session, statement, [asdict(item) | common for item in items]).all())


def stored(session: Session, identities: Sequence[str]) -> set[str]:
    """Return those of `identities` that are stored."""
    found: set[str] = set()
    for start in range(0, len(identities), _AT_A_TIME):
        wanted = col(Article.identity).in_(identities[start : start + _AT_A_TIME])
        found.update(session.scalars(select(col(Article.identity)).where(wanted)))
    return found


def claim_unread(session: Session, now: datetime, *, limit: int, lease: timedelta) -> Sequence[Article]:
    """Take up to `limit` unread articles, the longest known first; nobody else gets them until `now + lease`."""
    due = (
        select(col(Article.id))
        .where(col(Article.state) == ArticleState.UNREAD, col(Article.next_read_at) <= now)
        .order_by(col(Article.next_read_at), col(Article.id))
        .limit(limit)
    )
    return claim(session, Article, due, {"next_read_at": now + lease})


def irrelevant(session: Session, article_id: int, language: str | None, now: datetime) -> bool:
    """Mark an unread article as one that reports nothing that a TCO does; False when it had been read already."""
    return finish(session, article_id, now, state=ArticleState.IRRELEVANT, language=language)


def failed(session: Session, article_id: int, error: str, now: datetime) -> bool:
    """Mark an unread article as one that the reader failed on, and why; False when it had been read already."""
    return finish(session, article_id, now, state=ArticleState.FAILED, error=error[:ERROR_LENGTH])


def finish(session: Session, article_id: int, now: datetime, **values: object) -> bool:
    """Record the end of an article's reading; only the first reader to come here does, and is told True."""
    unread = update(Article).where(col(Article.id) == article_id, col(Article.state) == ArticleState.UNREAD)
    return changed(session, unread.values(read_at=now, **values)) == 1
