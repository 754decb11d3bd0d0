"""Full text: which events hold these words, in title, place, people or articles that report them.

SQLite's FTS5 and PostgreSQL's tsvector each keep the words of an event as they are handed in: how a
text is cut into words, and in which spellings a word is kept and looked for, is a question of
language and no business of the database. A word is found by its beginning, as languages want that
hang their endings on it. Only words of letters and digits reach the database, so that no operator
of either search language can be put into it.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    String,
    bindparam,
    cast,
    column,
    false,
    func,
    literal_column,
    null,
    table,
    text,
    true,
    union_all,
)
from sqlmodel import Session, col, select

from storage.event_told import Told
from storage.models import SETTLED_FROM, Article, Event, EventOrganization, Participation
from storage.prepared import Prepared

TABLE = "eventsearch"
"""The table of words; it is no model, for neither database could compare it with one."""

WordsOf = Callable[[Iterable[str | None]], list[str]]
"""Cuts texts into the words under which they are found; None is a text that is missing."""

MOST_ARTICLES = 50
"""Articles whose texts are looked through for an event that is told anew."""

MOST_WORDS = 10_000
"""Words kept of an event; what hundreds of reports say besides is not what it is looked for by."""

SHORTEST_BEGINNING = 3
"""Letters from which a word is found by its beginning.

One or two begin a great part of all words there are, and to look at all of these took seconds.
"""

_WORD = re.compile(r"[^\W_]+")


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether the models speak for a thing of the database.

    Alembic asks, which would drop the tables of the search otherwise.
    """
    return not (kind == "table" and name is not None and name.startswith(TABLE))


def index(session: Session, event_id: int, words_of: WordsOf) -> None:
    """Keep the words of an event as it stands now.

    To be called in the transaction of every change of it.
    """
    of_event = col(Article.event_id) == event_id
    facts = _facts(session, event_id, settled=True)
    store(session, event_id, words_of([*facts, *_texts(session, of_event)]))


def _named(condition: ColumnElement[bool]) -> CompoundSelect[str, str | None, str | None]:
    """Return the bodies of an event and the people under `condition`, with their offices."""
    of_event: BindParameter[int] = bindparam("event")
    return union_all(
        select(
            col(EventOrganization.organization), cast(null(), String), cast(null(), String)
        ).where(col(EventOrganization.event_id) == of_event),
        select(
            col(Participation.name), col(Participation.role), col(Participation.affiliation)
        ).where(col(Participation.event_id) == of_event, condition),
    )


_ALL_NAMED = _named(true())
_NAMED_BY_THE_REST = _named(col(Participation.position) < SETTLED_FROM)


def _facts(session: Session, event_id: int, *, settled: bool) -> list[str | None]:
    """Return what is kept of an event; people whom only settled reports told of where `settled`."""
    session.flush()
    event = session.get_one(Event, event_id)
    texts = _own(event)
    for part in session.execute(_ALL_NAMED if settled else _NAMED_BY_THE_REST, {"event": event_id}):
        texts += part
    return texts


def _own(event: Event) -> list[str | None]:
    return [event.title, event.city, event.country, event.venue]


_TEXTS_OF = Prepared(
    select(col(Article.title), col(Article.text))
    .where(col(Article.id).in_(bindparam("articles", expanding=True)))
    .order_by(col(Article.id))
    .limit(MOST_ARTICLES),
    many="articles",
)


def _texts_of(session: Session, article_ids: Collection[int]) -> list[str | None]:
    """Return titles and texts of these articles; the first ones, where they are very many."""
    return [*chain.from_iterable(_TEXTS_OF.rows(session, {"articles": [*article_ids]}))]


def _texts(session: Session, which: ColumnElement[bool]) -> list[str | None]:
    """Return titles and texts of articles; the first ones, where they are very many."""
    texts: list[str | None] = []
    wanted = select(Article.title, Article.text).where(which).order_by(col(Article.id))
    for row in session.exec(wanted.limit(MOST_ARTICLES)):
        texts += row
    return texts


def extend(
    session: Session,
    event_id: int,
    article_ids: Collection[int],
    words_of: WordsOf,
    told: Told | None = None,
) -> None:
    """Add to the words of an event those of articles that joined it, and of its facts today.

    Words that it was told by before are kept; with `MOST_WORDS` it has enough. What is kept of the
    event beside its row is not asked where it is `told`.
    """
    before = _words(session, event_id)
    if len(before) < MOST_WORDS:
        if told is not None:
            facts = [*_own(session.get_one(Event, event_id)), *told.texts()]
        else:
            facts = _facts(session, event_id, settled=False)
        texts = [*facts, *_texts_of(session, article_ids)]
        words = list(dict.fromkeys([*before, *words_of(texts)]))
        if len(words) > len(before):
            store(session, event_id, words)


def _words(session: Session, event_id: int) -> list[str]:
    asked = {"id": event_id}
    if _lite(session):
        return [word for (words,) in _WORDS_LITE.rows(session, asked) for word in words.split()]
    return [word for (words,) in _WORDS.rows(session, asked) for word in words]


# Built once: these are run at every article that is filed.
_WORDS_LITE = Prepared(text("SELECT words FROM eventsearch WHERE rowid = :id"), ["id"])
_WORDS = Prepared(
    text("SELECT tsvector_to_array(words) FROM eventsearch WHERE event_id = :id"), ["id"]
)
_STORE_LITE = Prepared(
    text("INSERT OR REPLACE INTO eventsearch (rowid, words) VALUES (:id, :words)"), ["id", "words"]
)
_STORE = Prepared(
    text(
        "INSERT INTO eventsearch (event_id, words)"
        " VALUES (:id, array_to_tsvector(CAST(:words AS text[])))"
        " ON CONFLICT (event_id) DO UPDATE SET words = excluded.words"
    ),
    ["id", "words"],
)


def store(session: Session, event_id: int, words: Sequence[str]) -> None:
    """Keep `words` for an event in place of those before."""
    if _lite(session):
        _STORE_LITE.run(session, {"id": event_id, "words": " ".join(words)})
    else:
        _STORE.run(session, {"id": event_id, "words": list(words)})


def kept(connection: Connection) -> Iterator[tuple[int, list[str]]]:
    """Give the words that are kept, event by event: for a copy of the database."""
    if connection.dialect.name == "sqlite":
        for event_id, words in connection.execute(text("SELECT rowid, words FROM eventsearch")):
            yield event_id, words.split()
    else:
        rows = text("SELECT event_id, tsvector_to_array(words) FROM eventsearch")
        for event_id, words in connection.execute(rows):
            yield event_id, words


def find(
    session: Session, spellings: Sequence[Sequence[str]], *, limit: int, offset: int = 0
) -> list[int]:
    """Return the ids of the events that hold all of these words, those found last first.

    Args:
        session: The transaction.
        spellings: Of each word that is looked for. An event holds it when one of its words begins
            so in any spelling. No word at all finds nothing.
        limit: At most so many.
        offset: So many of the first are passed over.
    """
    wanted = holding(session, spellings)
    found = select(col(Event.id)).where(wanted)
    ordered = found.order_by(col(Event.found_at).desc(), col(Event.id).desc())
    return list(session.exec(ordered.limit(limit).offset(offset)))


def held_by(
    session: Session, event_id: int, questions: Mapping[str, Sequence[Sequence[str]]]
) -> list[str]:
    """Return the names of those questions that an event answers: it holds all of their words.

    Args:
        session: The transaction.
        event_id: The event.
        questions: What is looked for, by name; the words of each as `find` takes them.
    """
    words = sorted(_words(session, event_id))
    return [name for name, spellings in questions.items() if _answers(words, spellings)]


def _answers(words: Sequence[str], spellings: Sequence[Sequence[str]]) -> bool:
    return bool(spellings) and all(_begins(words, group) for group in spellings)


def _begins(words: Sequence[str], spellings: Sequence[str]) -> bool:
    """Whether one of `words`, which are in order, begins as one of the spellings."""
    for spelling in spellings:
        at = bisect_left(words, spelling)
        if spelling and at < len(words) and words[at].startswith(spelling):
            return True
    return False


def holding(
    session: Session,
    spellings: Sequence[Sequence[str]],
    among: Collection[int] | None = None,
    *,
    most: int | None = None,
    before: int | None = None,
    whole: bool = False,
) -> ColumnElement[bool]:
    """Return the condition that an event holds all of these words.

    Args:
        session: The transaction.
        spellings: As of `find`.
        among: Ids of the few events that this is asked of; None for all there are.
        most: Of all that hold the words only so many of the highest ids are meant; None for all.
        before: Only ids below this one are meant.
        whole: Only events are meant that have the words as they are spelt, which is known many
            times sooner than which words begin so where very many events hold them.
    """
    matching = _holding(session, spellings, whole=whole)
    if matching is None:
        return false()
    identity, matches = matching
    found = select(identity).where(matches)
    if among:
        found = found.where(identity >= min(among), identity <= max(among))
    if before is not None:
        found = found.where(identity < before)
    if most is not None:
        found = found.order_by(identity.desc()).limit(most)
    return col(Event.id).in_(found)


def held_by_more(
    session: Session, spellings: Sequence[Sequence[str]], number: int, *, whole: bool = False
) -> bool:
    """Whether more than `number` events hold all of these words, given as to `holding`."""
    matching = _holding(session, spellings, whole=whole)
    if matching is None:
        return False
    identity, matches = matching
    some = select(identity).where(matches).limit(number + 1).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) > number


def _holding(
    session: Session, spellings: Sequence[Sequence[str]], *, whole: bool = False
) -> tuple[ColumnElement[int], ColumnElement[bool]] | None:
    """Return the id of an event and that it holds these words; None where they are no words."""
    words = [list(filter(_WORD.fullmatch, group)) for group in spellings]
    if not words or not all(words):
        return None
    if _lite(session):
        exact, beginning, either, both = '"{}"', '"{}"*', " OR ", " AND "
    else:
        exact, beginning, either, both = "'{}'", "'{}':*", " | ", " & "
    spelling = exact if whole else beginning
    wanted = _all_of(words, spelling=spelling, whole=exact, either=either, both=both)
    return _matching(session, wanted)


def written_in(
    session: Session,
    written: Sequence[Sequence[str]],
    among: Callable[[ColumnElement[int]], Iterable[ColumnElement[bool]]],
) -> ColumnElement[bool]:
    """Return the condition that all words of any of `written` stand in an event.

    Args:
        session: The transaction.
        written: Words of letters and digits alone; one that ends with "*" begins so.
        among: Gives of an id the conditions that its event is looked at.
    """
    identity, matches = _matching(session, _any_of(session, written))
    return col(Event.id).in_(select(identity).where(matches, *among(identity)))


def found_last(
    session: Session, terms: Sequence[Sequence[Sequence[str]]], *, limit: int, offset: int
) -> list[int]:
    """Return the ids of events in which each of some terms stands, those found last first.

    Args:
        session: The transaction.
        terms: The ways to write each, as of `written_in`.
        limit: At most so many.
        offset: So many of the first are passed over.
    """
    both = " AND " if _lite(session) else " & "
    wanted = both.join(f"({_any_of(session, written)})" for written in terms)
    identity, matches = _matching(session, wanted)
    ordered = select(identity).where(matches).order_by(identity.desc())
    rows = session.connection().execute(ordered.limit(limit).offset(offset))
    return list(rows.scalars())


def _any_of(session: Session, written: Sequence[Sequence[str]]) -> str:
    """Return the question for all words of any of `written`; one with "*" is a beginning."""
    lite = _lite(session)
    both, either = (" AND ", " OR ") if lite else (" & ", " | ")
    spelling, whole = ('"{}"*', '"{}"') if lite else ("'{}':*", "'{}'")

    def asked(word: str) -> str:
        return (spelling if word.endswith("*") else whole).format(word.removesuffix("*"))

    return either.join(f"({both.join(map(asked, words))})" for words in written)


def _matching(session: Session, wanted: str) -> tuple[ColumnElement[int], ColumnElement[bool]]:
    """Return the id of an event in the table of words, and that its words fit a question."""
    index = table(TABLE, column("rowid"), column("event_id"), column("words"))
    if _lite(session):
        return index.c.rowid, literal_column(TABLE).op("MATCH", is_comparison=True)(wanted)
    # Only a bot on PostgreSQL needs its dialect.
    from sqlalchemy.dialects.postgresql import TSQUERY  # noqa: PLC0415 - only on PostgreSQL

    fits = index.c.words.op("@@", is_comparison=True)(cast(wanted, TSQUERY))
    return index.c.event_id, fits


def _all_of(
    words: Sequence[Sequence[str]], *, spelling: str, whole: str, either: str, both: str
) -> str:
    """Return the question for all of these words in the search language of a database."""

    def asked(word: str) -> str:
        return (spelling if len(word) >= SHORTEST_BEGINNING else whole).format(word)

    return both.join(f"({either.join(map(asked, spellings))})" for spellings in words)


def _lite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
