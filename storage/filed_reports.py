"""What is remembered of reports: their facts, keys and ties, and what admins said of them."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain

from sqlalchemy import (
    BindParameter,
    Select,
    UpdateBase,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    union_all,
    update,
)
from sqlmodel import Session, col

from config.types import JsonObject
from storage.event_writes import told_anew
from storage.models import (
    SETTLED_FROM,
    Article,
    Event,
    EventOrganization,
    Participation,
    Report,
    ReportKey,
    Ruling,
    Tie,
)
from storage.sql import insert, moment, run

_AT_A_TIME = 500
"""Values in one statement; databases limit them."""

_NEAR = timedelta(days=2)
"""How far apart in time an event and what speaks of it without a day may be."""

_MOST_NEAR = 60
"""Events near in time that are looked at; a body holds a few at once."""

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


@dataclass(frozen=True, slots=True)
class Relative:
    """An event beside others of the same days and town.

    Attributes:
        event: The event itself.
        organizations: Ids of the TCOs concerned.
        reports: How many reports it has.
        umbrella: Whether one of them says that it is a part of another.
        format: What sort of gathering most of them name first, or None.
        near: Whether it is only near the others in time and concerns a body of theirs.
    """

    event: Event
    organizations: frozenset[str]
    reports: int
    umbrella: bool
    format: str | None
    near: bool = False


def _beside(table: type[Tie] | type[Ruling]) -> Select[int, int]:
    wanted: BindParameter[int] = bindparam("wanted", expanding=True)
    return select(col(table.one_id), col(table.two_id)).where(
        or_(col(table.one_id).in_(wanted), col(table.two_id).in_(wanted))
    )


# Built once: these are asked at every article that is filed.
_TIED = union_all(_beside(Tie), _beside(Ruling).where(col(Ruling.together).is_(True)))
_FILED = (
    select(col(Report.article_id), col(Article.event_id), col(Report.facts))
    .join(Article, col(Article.id) == col(Report.article_id))
    .where(col(Report.article_id).in_(bindparam("wanted", expanding=True)))
)
_SHARING = (
    select(col(Report.article_id), col(Article.event_id), col(Report.facts))
    .join(Article, col(Article.id) == col(Report.article_id))
    .where(
        col(Report.article_id).in_(
            select(col(ReportKey.article_id)).where(
                col(ReportKey.key).in_(bindparam("wanted", expanding=True))
            )
        )
    )
)
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
_EVENTS_SHARING = (
    select(col(Article.event_id))
    .join(ReportKey, col(ReportKey.article_id) == col(Article.id))
    .where(col(ReportKey.key).in_(bindparam("wanted", expanding=True)))
    .distinct()
)
_STANDING = (
    select(Event)
    .where(col(Event.id).in_(bindparam("wanted", expanding=True)), col(Event.merged_into).is_(None))
    .order_by(col(Event.id))
)
_BODIES = select(col(EventOrganization.event_id), col(EventOrganization.organization)).where(
    col(EventOrganization.event_id).in_(bindparam("wanted", expanding=True))
)
_SAID = (
    select(
        col(Article.event_id),
        col(Report.facts)["umbrella"].as_boolean(),
        col(Report.facts)[("formats", 0)].as_string(),
    )
    .join(Report, col(Report.article_id) == col(Article.id))
    .where(
        col(Article.event_id).in_(bindparam("wanted", expanding=True)),
        col(Report.settled).is_(False),
    )
    .order_by(col(Article.id))
)
_AROUND = (
    select(col(Event.id))
    .join(EventOrganization, col(EventOrganization.event_id) == col(Event.id))
    .where(
        col(EventOrganization.organization).in_(
            select(col(EventOrganization.organization)).where(
                col(EventOrganization.event_id) == bindparam("event")
            )
        ),
        col(Event.merged_into).is_(None),
        or_(
            and_(
                col(Event.starts_on) <= bindparam("high"),
                func.coalesce(col(Event.ends_on), col(Event.starts_on)) >= bindparam("low"),
            ),
            and_(
                col(Event.starts_on).is_(None),
                col(Event.found_at) >= moment("found_from"),
                col(Event.found_at) < moment("found_before"),
            ),
        ),
    )
    .limit(_MOST_NEAR)
)


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
    session.add(Report(article_id=article_id, facts=dict(facts)))
    if keys:
        run(
            session,
            insert(session, ReportKey),
            [{"key": key, "article_id": article_id} for key in sorted(keys)],
        )


def forget(session: Session, article_id: int) -> None:
    """Forget the report of an article that reports no event any more."""
    session.exec(delete(Report).where(col(Report.article_id) == article_id))
    session.exec(update(Article).where(col(Article.id) == article_id).values(event_id=None))


def tie(session: Session, ties: Iterable[Tie]) -> None:
    """Keep the ties of a report that is filed."""
    session.add_all(ties)
    session.flush()


def settle(session: Session, article_ids: Collection[int]) -> None:
    """Let reports stay with their event, found and compared no more."""
    wanted = sorted(article_ids)
    for statement in _SETTLE:
        run(session, statement, {"wanted": wanted})


def sharing(session: Session, keys: Collection[str]) -> list[Filed]:
    """Return the reports that are filed under any of these keys."""
    found: dict[int, Filed] = {}
    wanted = sorted(keys)
    for start in range(0, len(wanted), _AT_A_TIME):
        part = wanted[start : start + _AT_A_TIME]
        for row in session.execute(_SHARING, {"wanted": part}):
            found.setdefault(row[0], Filed(*row))
    return [found[article_id] for article_id in sorted(found)]


def of_articles(session: Session, article_ids: Collection[int]) -> list[Filed]:
    """Return the reports of these articles, in the order of their ids."""
    wanted, rows = sorted(article_ids), list[Filed]()
    for start in range(0, len(wanted), _AT_A_TIME):
        part = wanted[start : start + _AT_A_TIME]
        rows += [Filed(*row) for row in session.execute(_FILED, {"wanted": part})]
    return rows


def of_event(session: Session, event_id: int) -> list[Filed]:
    """Return the reports of an event, in the order of their articles' ids."""
    return of_articles(
        session,
        session.scalars(select(col(Article.id)).where(col(Article.event_id) == event_id)).all(),
    )


def tied_to(session: Session, article_ids: Collection[int]) -> set[int]:
    """Return the articles that these are tied to, or are ruled to be of one event with."""
    found: set[int] = set()
    wanted = sorted(article_ids)
    for start in range(0, len(wanted), _AT_A_TIME):
        part = wanted[start : start + _AT_A_TIME]
        found.update(chain.from_iterable(session.execute(_TIED, {"wanted": part})))
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


def relatives(
    session: Session, event_ids: Collection[int], keys: Collection[str]
) -> list[Relative]:
    """Return these events, those with a report under any of `keys`, and what is near in time."""
    wanted = set(event_ids)
    wanted.update(filter(None, session.scalars(_EVENTS_SHARING, {"wanted": sorted(keys)})))
    near = _near_in_time(session, event_ids) - wanted
    wanted |= near
    asked = {"wanted": sorted(wanted)}
    events = session.scalars(_STANDING, asked).all()
    bodies: dict[int, set[str]] = {}
    for event_id, organization in session.execute(_BODIES, asked):
        bodies.setdefault(event_id, set()).add(organization)
    told: dict[int, list[tuple[bool, str | None]]] = {}
    for event_id, part, first in session.execute(_SAID, asked):
        told.setdefault(event_id, []).append((bool(part), first))
    return [
        replace(
            _relative(event, frozenset(bodies.get(event.id, ())), told.get(event.id, [])),
            near=event.id in near,
        )
        for event in events
    ]


def only_gathering(
    session: Session,
    organizations: Collection[str],
    kinds: Collection[str],
    first: date,
    last: date,
) -> int | None:
    """Return the one event of these kinds that these bodies hold between two days.

    None where there is none, or more than one.
    """
    ends = func.coalesce(col(Event.ends_on), col(Event.starts_on))
    held = (
        select(col(Event.id))
        .join(EventOrganization, col(EventOrganization.event_id) == col(Event.id))
        .where(
            col(EventOrganization.organization).in_(organizations),
            col(Event.kind).in_(kinds),
            col(Event.starts_on) <= last,
            ends >= first,
            col(Event.cancel_proof).is_(None),
            col(Event.merged_into).is_(None),
            col(Event.parent_id).is_(None),
        )
    )
    found = session.scalars(held.distinct().limit(2)).all()
    return found[0] if len(found) == 1 else None


def _near_in_time(session: Session, event_ids: Collection[int]) -> set[int]:
    """Return the events of the same bodies on, or without a day found on, the days around."""
    found: set[int] = set()
    for event_id in event_ids:
        event = session.get_one(Event, event_id)  # at hand: it was just saved
        first = event.starts_on or event.found_at.date()
        last = event.ends_on or first
        low, high = first - _NEAR, last + _NEAR
        asked = {
            "event": event.id,
            "low": low,
            "high": high,
            "found_from": datetime.combine(low, time(), UTC),
            "found_before": datetime.combine(high + timedelta(days=1), time(), UTC),
        }
        found.update(session.scalars(_AROUND, asked))
    return found


def _relative(
    event: Event, organizations: frozenset[str], told: Sequence[tuple[bool, str | None]]
) -> Relative:
    formats = Counter(first for _, first in told if first)
    most = max(formats, key=lambda name: (formats[name], name)) if formats else None
    return Relative(event, organizations, len(told), any(part for part, _ in told), most)
