"""What is remembered of reports: their facts, keys and ties, and what admins said of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, starmap
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    Boolean,
    Select,
    SQLColumnExpression,
    UpdateBase,
    bindparam,
    cast,
    delete,
    func,
    null,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy import insert as insert_plain
from sqlmodel import Session, col

from config.types import JsonObject
from storage.errors import NotStored
from storage.event_writes import told_anew
from storage.models import (
    SETTLED_FROM,
    Article,
    JoiningReport,
    Participation,
    Report,
    ReportKey,
    Ruling,
    Tie,
)
from storage.prepared import Prepared
from storage.sql import insert, plainly, run, table_of

_AT_A_TIME = 500
"""Values in one statement; databases limit them."""

_LOCK = 0x7C1
"""The number under which PostgreSQL lets one process file at a time; any fixed number would do."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A report as it is kept.

    Attributes:
        article_id: The article.
        event_id: The event that it belongs to, or None as long as that is open.
        facts: The report's stored form.
    """

    article_id: int
    event_id: int | None
    facts: JsonObject


Wording = tuple[int, int, datetime | None]
"""Stands for what a report says: its article, how often that was edited, when it was read last."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Which wording of a report is filed, and where.

    Attributes:
        article_id: The article.
        event_id: The event that it belongs to, or None as long as that is open.
        edits: How often its outlet had changed the article.
        read_at: When it was read last.
    """

    article_id: int
    event_id: int | None
    edits: int
    read_at: datetime | None

    @property
    def wording(self) -> Wording:
        """What stands for the very report that is filed: another wording has another."""
        return self.article_id, self.edits, self.read_at


@dataclass(frozen=True, slots=True)
class Home:
    """How an article stands before its report is filed.

    Attributes:
        standing: Which wording of it there is, and of which event it is.
        is_filed: Whether a report of it is filed already.
        waits: Whether one is kept that found no event.
    """

    standing: Standing
    is_filed: bool
    waits: bool


class Bond(NamedTuple):
    """What binds or parts two articles.

    Attributes:
        one_id: The lesser article.
        two_id: The other.
        ruled: What an admin said of them: whether they are of one event; None where it is evidence
            that ties them.
    """

    one_id: int
    two_id: int
    ruled: bool | None


def _beside(
    table: type[Tie] | type[Ruling], ruled: SQLColumnExpression[bool]
) -> Select[int, int, bool]:
    wanted: BindParameter[int] = bindparam("wanted", expanding=True)
    return select(col(table.one_id), col(table.two_id), ruled).where(
        or_(col(table.one_id).in_(wanted), col(table.two_id).in_(wanted))
    )


# Built once: these are asked at every article that is filed.
_BONDS = Prepared(
    union_all(_beside(Tie, cast(null(), Boolean)), _beside(Ruling, col(Ruling.together))),
    many="wanted",
)
_HOME = Prepared(
    select(
        col(Article.id),
        col(Article.event_id),
        col(Article.edits),
        col(Article.read_at),
        col(Report.article_id).is_not(None),
        col(JoiningReport.article_id).is_not(None),
    )
    .join(Report, col(Report.article_id) == col(Article.id), isouter=True)
    .join(JoiningReport, col(JoiningReport.article_id) == col(Article.id), isouter=True)
    .where(col(Article.id) == bindparam("article")),
    ["article"],
)
_FILED = (
    select(col(Report.article_id), col(Article.event_id), col(Report.facts))
    .join(Article, col(Article.id) == col(Report.article_id))
    .where(col(Report.article_id).in_(bindparam("wanted", expanding=True)))
)
_STANDING_AT = select(
    col(Report.article_id), col(Article.event_id), col(Article.edits), col(Article.read_at)
).join(Article, col(Article.id) == col(Report.article_id))
_wanted: BindParameter[int] = bindparam("wanted", expanding=True)
_STANDING_OF = Prepared(_STANDING_AT.where(col(Report.article_id).in_(_wanted)), many="wanted")
_STANDING_WITH = Prepared(
    _STANDING_AT.where(col(Article.event_id).in_(_wanted), col(Report.settled).is_(False)),
    many="wanted",
)
_STANDING_UNDER = Prepared(
    _STANDING_AT.where(
        col(Report.article_id).in_(
            select(col(ReportKey.article_id)).where(
                col(ReportKey.key).in_(bindparam("wanted", expanding=True))
            )
        )
    ),
    many="wanted",
)
_FACTS = Prepared(
    select(col(Report.article_id), col(Report.facts)).where(col(Report.article_id).in_(_wanted)),
    many="wanted",
)
_FILE = Prepared(insert_plain(table_of(Report)), ["article_id", "facts", "settled"])
_FILE_UNDER = Prepared(insert_plain(table_of(ReportKey)), ["key", "article_id"])
_TIE = Prepared(insert_plain(table_of(Tie)), ["one_id", "two_id", "score", "reasons"])
_RULINGS = select(Ruling).where(
    or_(
        col(Ruling.one_id).in_(bindparam("wanted", expanding=True)),
        col(Ruling.two_id).in_(bindparam("wanted", expanding=True)),
    )
)


def _settling() -> tuple[UpdateBase, ...]:
    """Return what takes reports out of all comparing; no session holds the rows."""
    wanted: BindParameter[int] = bindparam("wanted", expanding=True)
    statements = (
        update(Report).where(col(Report.article_id).in_(wanted)).values(settled=True),
        update(Participation)
        .where(col(Participation.article_id).in_(wanted), told_anew())
        .values(position=Participation.position + SETTLED_FROM),
        delete(ReportKey).where(col(ReportKey.article_id).in_(wanted)),
        delete(Tie).where(or_(col(Tie.one_id).in_(wanted), col(Tie.two_id).in_(wanted))),
    )
    return tuple(each.execution_options(synchronize_session=False) for each in statements)


_SETTLE = _settling()


def lock_merging(session: Session) -> None:
    """Let no other process file until this transaction ends.

    Two that met a new event at once would each found it.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def file(
    session: Session,
    article_id: int,
    facts: JsonObject,
    keys: Collection[str],
    *,
    again: bool = True,
) -> None:
    """Keep the report of an article under its keys.

    What was kept of it before is forgotten, its rulings stay; there is nothing of an article that
    is not filed `again`.
    """
    if again:
        session.exec(delete(Report).where(col(Report.article_id) == article_id))
    row = {"article_id": article_id, "facts": dict(facts), "settled": False}
    _FILE.run(session, row)
    if keys:
        rows = [{"key": key, "article_id": article_id} for key in sorted(keys)]
        _FILE_UNDER.run_each(session, rows)


def forget(session: Session, article_id: int) -> None:
    """Forget the report of an article that reports no event any more."""
    session.exec(delete(Report).where(col(Report.article_id) == article_id))
    session.exec(update(Article).where(col(Article.id) == article_id).values(event_id=None))


def tie(session: Session, ties: Sequence[Mapping[str, Any]]) -> None:
    """Keep the ties of a report that is filed, each as the values of a row of `Tie`."""
    if ties:
        _TIE.run_each(session, ties)


def settle(session: Session, article_ids: Collection[int]) -> None:
    """Let reports stay with their event, found and compared no more."""
    wanted = sorted(article_ids)
    for statement in _SETTLE:
        run(session, statement, {"wanted": wanted})


def standing_under(session: Session, keys: Collection[str]) -> list[Standing]:
    """Return which reports are filed under any of these keys, in the order of their articles."""
    return _standing(session, _STANDING_UNDER, keys)


def standing(session: Session, article_ids: Collection[int]) -> list[Standing]:
    """Return which reports of these articles are filed, in the order of their ids."""
    return _standing(session, _STANDING_OF, article_ids)


def home(session: Session, article_id: int) -> Home:
    """Return how an article stands before its report is filed.

    Raises:
        NotStored: There is no such article.
    """
    rows = _HOME.rows(session, {"article": article_id})
    if not rows:
        raise NotStored("article", article_id)
    *standing, is_filed, waits = rows[0]
    return Home(Standing(*standing), bool(is_filed), bool(waits))


def standing_of_events(session: Session, event_ids: Collection[int]) -> list[Standing]:
    """Return which reports of these events are filed and not settled, by article."""
    return _standing(session, _STANDING_WITH, event_ids)


def _standing(
    session: Session, question: Prepared, wanted: Collection[str] | Collection[int]
) -> list[Standing]:
    found: dict[int, Standing] = {}
    for part in _parts(wanted):
        for row in question.rows(session, {"wanted": part}):
            found.setdefault(row[0], Standing(*row))
    return [found[article_id] for article_id in sorted(found)]


def facts_of(session: Session, article_ids: Collection[int]) -> dict[int, JsonObject]:
    """Return what the reports of these articles say, by article."""
    found: dict[int, JsonObject] = {}
    for part in _parts(article_ids):
        found |= {row[0]: row[1] for row in _FACTS.rows(session, {"wanted": part})}
    return found


def _parts(wanted: Collection[str] | Collection[int]) -> Iterator[list[str] | list[int]]:
    """Give what is wanted in order, as much at a time as a statement may hold."""
    ordered: list[Any] = sorted(wanted)
    for start in range(0, len(ordered), _AT_A_TIME):
        yield ordered[start : start + _AT_A_TIME]


def of_articles(session: Session, article_ids: Collection[int]) -> list[Filed]:
    """Return the reports of these articles, in the order of their ids."""
    rows = list[Filed]()
    for part in _parts(article_ids):
        rows += [Filed(*row) for row in session.execute(_FILED, {"wanted": part})]
    return rows


def of_event(session: Session, event_id: int) -> list[Filed]:
    """Return the reports of an event, in the order of their articles' ids."""
    return of_articles(
        session,
        session.scalars(select(col(Article.id)).where(col(Article.event_id) == event_id)).all(),
    )


_SPEAKING = (
    select(col(Report.article_id))
    .join(Article, col(Article.id) == col(Report.article_id))
    .where(col(Article.event_id) == bindparam("event"), col(Report.settled).is_(False))
    .order_by(col(Report.article_id))
)


def speaking_for(session: Session, event_id: int) -> Sequence[int]:
    """Return the articles whose reports speak for an event: those that are not settled."""
    return plainly(session, _SPEAKING, {"event": event_id}).scalars().all()


def tied_to(session: Session, article_ids: Collection[int]) -> set[int]:
    """Return the articles that these are tied to, or are ruled to be of one event with."""
    tied = (bond[:2] for bond in bonds(session, article_ids) if bond.ruled is not False)
    return set(chain.from_iterable(tied))


def bonds(session: Session, article_ids: Collection[int]) -> set[Bond]:
    """Return what binds these articles to any others, or parts them by an admin's word."""
    found: set[Bond] = set()
    for part in _parts(article_ids):
        rows = _BONDS.rows(session, {"wanted": part})
        found.update(starmap(Bond, rows))
    return found


def ties_among(session: Session, article_ids: Collection[int]) -> Sequence[Tie]:
    """Return the ties of these articles with any others, the strongest first."""
    mine = or_(col(Tie.one_id).in_(article_ids), col(Tie.two_id).in_(article_ids))
    return session.scalars(
        select(Tie).where(mine).order_by(col(Tie.score).desc(), col(Tie.one_id), col(Tie.two_id))
    ).all()


def rulings(session: Session, article_ids: Collection[int]) -> Sequence[Ruling]:
    """Return what admins said of pairs of which one is among these articles."""
    return session.scalars(_RULINGS, {"wanted": sorted(article_ids)}).all()


def add_ruling(
    session: Session, pairs: Iterable[tuple[int, int]], *, together: bool, now: datetime
) -> None:
    """Keep an admin's word on pairs of articles.

    A later word on a pair replaces the earlier one.
    """
    rows = [
        {"one_id": min(pair), "two_id": max(pair), "together": together, "made_at": now}
        for pair in pairs
    ]
    if rows:
        anew = insert(session, Ruling).on_conflict_do_update(
            index_elements=["one_id", "two_id"], set_={"together": together, "made_at": now}
        )
        run(session, anew, rows)
