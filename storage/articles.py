"""What is remembered of publications, and which of them wait for the reader.

The keys of articles are many and random, so each is kept as a number of 64 bits: a third of the
room, and of the time that text takes. Among ten million keys the chance that any two different ones
share a number is one in 370,000.
"""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Connection, UpdateBase, bindparam, func, select, update
from sqlmodel import Session, col

from storage.enums import ArticleState
from storage.models import Article, ArticleKey, EventOrganization
from storage.sql import changed, claim, claiming, insert_in, moment, run, table_of

ERROR_LENGTH = 500
"""Characters kept of the error that stopped the reader."""

_AT_A_TIME = 500
"""Values in one statement; databases limit them."""


_article = table_of(Article).c
# Built once: this runs at every look, and mostly finds nothing.
_ANY_UNREAD = (
    select(_article.id)
    .where(_article.state == ArticleState.UNREAD, _article.next_read_at <= moment("now"))
    .limit(1)
)


_CLAIM_UNREAD = claiming(
    Article,
    select(col(Article.id))
    .where(col(Article.state) == ArticleState.UNREAD, col(Article.next_read_at) <= moment("now"))
    .order_by(col(Article.next_read_at), col(Article.id)),
    {"next_read_at": moment("until")},
)


@cache
def _inserting(dialect: str) -> tuple[UpdateBase, UpdateBase]:
    """Return the statements that store articles and keys, where these are not stored yet."""
    new, key = insert_in(dialect, Article), insert_in(dialect, ArticleKey)
    return (
        new.on_conflict_do_nothing(index_elements=["identity"]).returning(
            _article.id, _article.source_id, _article.identity
        ),
        key.on_conflict_do_nothing(index_elements=["key"]),
    )


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
        content_hash: Of title and text as the feed gives them; changes with an edit.
        keys: Under which it is recognised again, besides the identity.
        state: UNREAD, or OLD for what is known but not to be read.
        picture_url: Address of the lead picture, or None; it is never fetched.
        picture_width: In pixels, where that is told.
        picture_height: In pixels, where that is told.
    """

    identity: str
    url: str
    title: str
    text: str
    language: str | None
    published_at: datetime | None
    content_hash: str
    keys: tuple[str, ...] = ()
    state: str = ArticleState.UNREAD
    picture_url: str | None = None
    picture_width: int | None = None
    picture_height: int | None = None


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """What is needed of a stored article to tell whether an item is the same.

    Attributes:
        id: The article.
        source_id: The source that first brought it.
        title: Its headline.
        published_at: When it came out, or None.
        first_seen_at: When the bot first saw it.
        content_hash: Of title and text as the feed gave them.
        edits: How often it was changed since.
    """

    id: int
    source_id: int
    title: str
    published_at: datetime | None
    first_seen_at: datetime
    content_hash: str
    edits: int


@dataclass(frozen=True, slots=True)
class Revision:
    """An outlet's change of an article, or new keys for it.

    Attributes:
        article_id: The article.
        keys: Under which it is recognised from now on, besides those that it has.
        title: The new headline; None where nothing but the keys is new.
        text: The new body.
        content_hash: Of the new title and text as the feed gives them.
        reread: Whether the reader is to look at it again.
    """

    article_id: int
    keys: tuple[str, ...] = ()
    title: str | None = None
    text: str = ""
    content_hash: str = ""
    reread: bool = True


_COLUMNS = tuple(field.name for field in fields(NewArticle) if field.name != "keys")


def add_new(session: Session, source_id: int, items: Sequence[NewArticle], now: datetime) -> int:
    """Store those of `items` whose identity is not stored yet, and return how many these are.

    They are first seen at `now`.
    """
    return add_from_all(session, [(source_id, items)], now)[0]


def add_from_all(
    session: Session, brought: Sequence[tuple[int, Sequence[NewArticle]]], now: datetime
) -> list[int]:
    """Store what sources brought as `add_new` does, all in two statements.

    Of sources that bring the same article, it is the first one's.

    Args:
        session: The transaction.
        brought: Of each source its id and its articles.
        now: When they were first seen.

    Returns:
        How many articles of each were new.
    """
    common = {"first_seen_at": now, "next_read_at": now}
    rows = list[dict[str, object]]()
    for source_id, items in brought:
        rows += [_values(item) | common | {"source_id": source_id} for item in items]
    if not rows:
        return [0] * len(brought)
    statement, _ = _inserting(session.get_bind().dialect.name)
    stored: dict[tuple[int, str], int] = {
        (row["source_id"], row["identity"]): row["id"]
        for row in run(session, statement, rows).mappings()
    }
    keys, counts = list[tuple[str, int]](), list[int]()
    for source_id, items in brought:
        ids = {item.identity: stored.get((source_id, item.identity)) for item in items}
        counts.append(sum(article_id is not None for article_id in ids.values()))
        for item in items:
            if (article_id := ids[item.identity]) is not None:
                keys += [(key, article_id) for key in item.keys]
    _add_keys(session, keys)
    return counts


def _values(item: NewArticle) -> dict[str, object]:
    return {name: getattr(item, name) for name in _COLUMNS}


def revise(session: Session, revisions: Sequence[Revision], now: datetime) -> int:
    """Store what outlets changed, and return how many articles got a new headline or text."""
    changes = 0
    for revision in revisions:
        if revision.title is None:
            continue
        values: dict[str, object] = {
            "title": revision.title,
            "text": revision.text,
            "content_hash": revision.content_hash,
        }
        values |= {"edits": Article.edits + 1, "edited_at": now}
        if revision.reread:
            values |= {"state": ArticleState.UNREAD, "next_read_at": now, "error": None}
            values |= {"taken_up": 0}
        changes += changed(
            session, update(Article).where(col(Article.id) == revision.article_id).values(**values)
        )
    _add_keys(
        session, ((key, revision.article_id) for revision in revisions for key in revision.keys)
    )
    return changes


# Built once: this runs for every feed that has changed.
_KNOWN = (
    select(table_of(ArticleKey).c.key, *(_article[field.name] for field in fields(StoredArticle)))
    .join_from(table_of(ArticleKey), table_of(Article))
    .where(table_of(ArticleKey).c.key.in_(bindparam("keys", expanding=True)))
)


def known_by(connection: Connection, keys: Collection[str]) -> dict[str, StoredArticle]:
    """Return the stored articles that are recognised under any of `keys`, by key."""
    names, found = {_number(key): key for key in keys}, dict[str, StoredArticle]()
    wanted = sorted(names)
    for start in range(0, len(wanted), _AT_A_TIME):
        some = {"keys": wanted[start : start + _AT_A_TIME]}
        for row in connection.execute(_KNOWN, some):
            found[names[row[0]]] = StoredArticle(*row[1:])
    return found


def found_at(session: Session, key: str) -> Article | None:
    """Return the article that is recognised under `key`, such as that of its address, or None."""
    known = known_by(session.connection(), [key]).get(key)
    return session.get(Article, known.id) if known is not None else None


def _add_keys(session: Session, pairs: Iterable[tuple[str, int]]) -> None:
    rows = sorted((_number(key), article_id) for key, article_id in pairs)
    if rows:
        _, statement = _inserting(session.get_bind().dialect.name)
        run(
            session, statement, [{"key": key, "article_id": article_id} for key, article_id in rows]
        )


def _number(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


def claim_unread(
    session: Session, now: datetime, *, limit: int, lease: timedelta
) -> Sequence[Article]:
    """Take up to `limit` unread articles, the longest known first.

    Nobody else gets them until `now + lease`.
    """
    if session.scalar(_ANY_UNREAD, {"now": now}) is None:
        return []
    return claim(session, _CLAIM_UNREAD, limit, now=now, until=now + lease)


def take_up(session: Session, article_id: int) -> int:
    """Count that the reading of a claimed article begins, and return how often it has begun."""
    begun = (
        update(Article)
        .where(col(Article.id) == article_id)
        .values(taken_up=Article.taken_up + 1)
        .returning(col(Article.taken_up))
    )
    return session.scalars(begun).one()


def not_taken_up(session: Session, article_id: int) -> None:
    """Take back that the reading of an article began: it could not, which is no fault of its."""
    less = update(Article).where(col(Article.id) == article_id)
    session.exec(less.values(taken_up=Article.taken_up - 1))


def put_back(session: Session, article_id: int, error: str) -> None:
    """Note why an article was not brought to an end.

    It is read again when its claim has run out.
    """
    session.exec(
        update(Article).where(col(Article.id) == article_id).values(error=error[:ERROR_LENGTH])
    )


def newest_seen(session: Session) -> datetime | None:
    """Return when the last article came in, or None while there is none."""
    return session.scalar(select(func.max(col(Article.first_seen_at))))


def told_of(session: Session, source_id: int, since: datetime, least: int) -> frozenset[str]:
    """Return the organisations of which a source told at least `least` events since a moment."""
    organization, event = col(EventOrganization.organization), col(Article.event_id)
    told = (
        select(organization)
        .join(Article, event == col(EventOrganization.event_id))
        .where(col(Article.source_id) == source_id, col(Article.first_seen_at) >= since)
        .group_by(organization)
        .having(func.count(event.distinct()) >= least)
    )
    return frozenset(session.scalars(told))


def put_with(session: Session, article_id: int, event_id: int | None) -> None:
    """Put an article among those of an event of which it reports nothing itself, or of none."""
    run(session, update(Article).where(col(Article.id) == article_id).values(event_id=event_id))


def irrelevant(session: Session, article_id: int, language: str | None, now: datetime) -> bool:
    """Mark an unread article as one that reports nothing that a TCO does.

    False when it had been read already.
    """
    return finish(session, article_id, now, state=ArticleState.IRRELEVANT, language=language)


def failed(session: Session, article_id: int, error: str, now: datetime) -> bool:
    """Mark an unread article as one that the reader failed on, and why.

    False when it had been read already.
    """
    return finish(session, article_id, now, state=ArticleState.FAILED, error=error[:ERROR_LENGTH])


def finish(session: Session, article_id: int, now: datetime, **values: object) -> bool:
    """Record the end of an article's reading.

    Only the first reader to come here does, and is told True.
    """
    unread = update(Article).where(
        col(Article.id) == article_id, col(Article.state) == ArticleState.UNREAD
    )
    return changed(session, unread.values(read_at=now, **values)) == 1
