"""What is remembered of reports that found no event: their facts and keys, for some weeks."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlmodel import Session, col

from config.types import JsonObject
from storage.filed_reports import Standing
from storage.models import Article, JoiningKey, JoiningReport
from storage.prepared import Prepared
from storage.sql import insert, plainly, run

_SHARING = Prepared(
    select(
        col(JoiningReport.article_id),
        col(Article.event_id),
        col(Article.edits),
        col(Article.read_at),
    )
    .join(Article, col(Article.id) == col(JoiningReport.article_id))
    .where(
        col(JoiningReport.article_id).in_(
            select(col(JoiningKey.article_id)).where(
                col(JoiningKey.key).in_(bindparam("wanted", expanding=True))
            )
        )
    )
    .order_by(col(JoiningReport.article_id).desc())
    .limit(bindparam("most")),
    ["most"],
    "wanted",
)
_FACTS = select(col(JoiningReport.article_id), col(JoiningReport.facts)).where(
    col(JoiningReport.article_id).in_(bindparam("wanted", expanding=True))
)

_OF_ARTICLE = delete(JoiningReport).where(col(JoiningReport.article_id) == bindparam("article"))


def file(session: Session, article_id: int, facts: JsonObject, keys: Collection[str]) -> None:
    """Keep the report of an article under its keys, in place of what was kept of it before."""
    forget(session, article_id)
    row = {"article_id": article_id, "facts": dict(facts)}
    run(session, insert(session, JoiningReport), row)
    if keys:
        rows = [{"key": key, "article_id": article_id} for key in sorted(keys)]
        run(session, insert(session, JoiningKey), rows)


def sharing(session: Session, keys: Collection[str], most: int) -> list[Standing]:
    """Return which reports are kept under any of these keys, at most so many, the latest first.

    The event of each is that among whose articles it was put, or None.
    """
    rows = _SHARING.rows(session, {"wanted": sorted(keys), "most": most})
    return [Standing(*row) for row in rows]


def facts_of(session: Session, article_ids: Collection[int]) -> dict[int, JsonObject]:
    """Return what the reports kept of these articles say, by article; of some dozens at most."""
    if not article_ids:
        return {}
    rows = plainly(session, _FACTS, {"wanted": sorted(article_ids)})
    return {row[0]: row[1] for row in rows}


def forget(session: Session, article_id: int) -> None:
    """Forget what was kept of an article."""
    plainly(session, _OF_ARTICLE, {"article": article_id})


def forget_before(session: Session, before: datetime) -> None:
    """Forget the reports of articles first seen before a moment; they stay where they are."""
    old = select(col(Article.id)).where(col(Article.first_seen_at) < before)
    session.exec(delete(JoiningReport).where(col(JoiningReport.article_id).in_(old)))
