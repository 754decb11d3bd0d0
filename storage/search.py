"""Full text: which events hold these words, in their title, their place, their people or the articles that report them.

SQLite's FTS5 and PostgreSQL's tsvector each keep the words of an event, cut and folded here, so
that both find the same: case, accents and look-alike letters do not matter, a Cyrillic word is
found by its Latin spelling too, and a word is found by its beginning, as languages want that hang
their endings on it. What is searched for only ever reaches the database as words of letters and
digits, so no operator of either search language can be put into it.
"""

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import text
from sqlmodel import Session, col, select

from bot.language.romanize import roman
from config.text import fold
from storage.models import Article, Event, EventOrganization, Participation

TABLE = "eventsearch"
"""The table of words; it is no model, for neither database could compare it with one."""

WORD_LENGTH = 40
"""Characters of a word that count."""

MOST_WORDS = 8
"""Words of a question that are looked for."""

TEXT_LENGTH = 20_000
"""Characters of an article that are looked into."""

_WORD = re.compile(r"[^\W_]+")


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether the models speak for a thing of the database: for Alembic, which would drop the tables of the search otherwise."""
    return not (kind == "table" and name is not None and name.startswith(TABLE))


def words_of(texts: Iterable[str | None]) -> list[str]:
    """Return the words of some texts as they are kept, each once: folded, and Cyrillic ones in Latin letters besides."""
    found: dict[str, None] = {}
    for one in texts:
        for word in _WORD.findall(fold((one or "")[:TEXT_LENGTH])):
            found[word[:WORD_LENGTH]] = None
            found[roman(word)[:WORD_LENGTH]] = None
    return [word for word in found if word]


def index(session: Session, event_id: int) -> None:
    """Keep the words of an event as it stands now.

    To be called in the transaction of every change of it.
    """
    session.flush()
    event = session.get_one(Event, event_id)
    texts: list[str | None] = [event.title, event.city, event.country, event.venue]
    texts += session.exec(
        select(EventOrganization.organization).where(col(EventOrganization.event_id) == event_id)
    ).all()
    for part in session.exec(select(Participation).where(col(Participation.event_id) == event_id)):
        texts += [part.name, part.role, part.affiliation]
    for row in session.exec(
        select(Article.title, Article.text).where(col(Article.event_id) == event_id)
    ):
        texts += row
    store(session, event_id, words_of(texts))


def store(session: Session, event_id: int, words: Sequence[str]) -> None:
    """Keep `words` for an event in place of those before."""
    if _lite(session):
        session.connection().execute(
            text("DELETE FROM eventsearch WHERE rowid = :id"), {"id": event_id}
        )
        row = {"id": event_id, "words": " ".join(words)}
        session.connection().execute(
            text("INSERT INTO eventsearch (rowid, words) VALUES (:id, :words)"), row
        )
    else:
        statement = text(
            "INSERT INTO eventsearch (event_id, words) VALUES (:id, array_to_tsvector(CAST(:words AS text[])))"
            " ON CONFLICT (event_id) DO UPDATE SET words = excluded.words"
        )
        session.connection().execute(statement, {"id": event_id, "words": list(words)})


def rebuild(session: Session) -> int:
    """Keep the words of all events anew and return how many events these are: for a database whose rows came from another one."""
    ids = session.exec(select(Event.id)).all()
    for event_id in ids:
        index(session, event_id)
    return len(ids)


def find(session: Session, question: str, *, limit: int, offset: int = 0) -> list[int]:
    """Return the ids of the events that hold every word of `question`, or a word that begins so, those found last first.

    A question without a letter or a digit finds nothing. Beyond `MOST_WORDS` words the rest is not
    looked for.
    """
    words = list(dict.fromkeys(word[:WORD_LENGTH] for word in _WORD.findall(fold(question))))[
        :MOST_WORDS
    ]
    if not words:
        return []
    spellings = [
        list(dict.fromkeys(one for one in (word, roman(word)[:WORD_LENGTH]) if one))
        for word in words
    ]
    if _lite(session):
        wanted = " AND ".join(
            "(" + " OR ".join(f'"{one}"*' for one in group) + ")" for group in spellings
        )
        holds = "event.id IN (SELECT rowid FROM eventsearch WHERE eventsearch MATCH :wanted)"
    else:
        wanted = " & ".join(
            "(" + " | ".join(f"'{one}':*" for one in group) + ")" for group in spellings
        )
        holds = (
            "event.id IN (SELECT event_id FROM eventsearch WHERE words @@ CAST(:wanted AS tsquery))"
        )
    statement = text(
        f"SELECT id FROM event WHERE {holds} ORDER BY found_at DESC, id DESC LIMIT :limit OFFSET :offset"  # noqa: S608 - two sentences of ours
    )
    rows = session.connection().execute(
        statement, {"wanted": wanted, "limit": limit, "offset": offset}
    )
    return [row[0] for row in rows]


def _lite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
