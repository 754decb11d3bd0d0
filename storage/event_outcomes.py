"""What came of events: kept with each, with the moment at which it became known."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from sqlalchemy import bindparam, select
from sqlmodel import Session, col

from storage.column_types import stored
from storage.event_rows import EventRow
from storage.models import Article, Event
from storage.sql import moment


@dataclass(frozen=True, slots=True)
class NewOutcome:
    """What came of an event, as its articles tell it.

    Attributes:
        act: What was done: "signed".
        thing: What it was done to: "declaration".
        names: Of people, a town or a country, as the first article that names them writes them.
        said: Who says so, of each language the best: article, language (ISO 639-1), sentence.
        called: What a paper or a body is called, by the language that calls it so.
    """

    act: str
    thing: str
    names: tuple[str, ...]
    said: tuple[tuple[int, str, str], ...]
    called: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownOutcome:
    """What came of an event, as it was kept.

    Attributes:
        act: What was done.
        thing: What it was done to.
        names: Of people, a town or a country.
        said: Who says so: article, language, sentence.
        found_at: When it became known, aware UTC.
        called: What a paper or a body is called, by language; nothing of what was kept before names
            were read.
    """

    act: str
    thing: str
    names: tuple[str, ...]
    said: tuple[tuple[int, str, str], ...]
    found_at: datetime
    called: Mapping[str, str] = field(default_factory=dict)


def outcomes_of(event: Event | EventRow) -> list[KnownOutcome]:
    """Return what came of an event, what matters most first."""
    return [_known(kept) for kept in event.outcomes or ()]


_LATELY = (
    select(col(Event.id))
    .where(
        col(Event.outcome_at) >= moment("since"),
        col(Event.outcome_at) < moment("until"),
        col(Event.found_at) < moment("since"),
        col(Event.merged_into).is_(None),
    )
    .order_by(col(Event.outcome_at), col(Event.id))
    .limit(bindparam("most"))
)


def lately(session: Session, since: datetime, until: datetime, *, limit: int) -> list[int]:
    """Return the events, known before, of which became known what came of them, the first first."""
    asked = {"since": since, "until": until, "most": limit}
    return [*session.connection().execute(_LATELY, asked).scalars()]


def tell(
    session: Session,
    event: Event,
    told: Sequence[NewOutcome],
    article_ids: Collection[int],
    now: datetime,
) -> None:
    """Keep what came of an event in place of what was kept of it before.

    What only articles say that are asked no more, of an event of very many, stays while they are
    the event's.

    Args:
        session: The transaction.
        event: The event.
        told: By the articles that are asked.
        article_ids: These.
        now: The present, aware UTC.
    """
    before = outcomes_of(event)
    wanted = [_as_kept(outcome, _known_since(before, outcome) or now) for outcome in told]
    keys = {key_of(outcome) for outcome in told}
    for known in before:
        by = {article for article, _language, _proof in known.said}
        if key_of(known) not in keys and not by & set(article_ids) and _are_of(session, event, by):
            wanted.append(_as_kept(known, known.found_at))
    if wanted != (event.outcomes or []):
        event.outcomes = wanted
        event.outcome_at = max((known.found_at for known in outcomes_of(event)), default=None)


def _known_since(before: Iterable[KnownOutcome], outcome: NewOutcome) -> datetime | None:
    """Return since when an outcome is known, by what it is or by a sentence that says so."""
    for known in before:
        same_thing = known.thing == outcome.thing
        if key_of(known) == key_of(outcome) or (same_thing and {*known.said} & {*outcome.said}):
            return known.found_at
    return None


def unsaved(told: Sequence[NewOutcome], now: datetime) -> list[dict[str, Any]]:
    """Return what came of an event that is not stored, as it would be kept."""
    return [_as_kept(outcome, now) for outcome in told]


def _are_of(session: Session, event: Event, article_ids: Iterable[int]) -> bool:
    """Whether any of some articles is an event's."""
    asked = select(col(Article.id)).where(
        col(Article.id).in_(article_ids), col(Article.event_id) == event.id
    )
    return session.scalars(asked.limit(1)).first() is not None


def key_of(outcome: NewOutcome | KnownOutcome) -> tuple[str, ...]:
    """Return what makes two outcomes of an event the same one."""
    return outcome.act, outcome.thing, *outcome.names, *sorted(outcome.called.values())


def _as_kept(outcome: NewOutcome | KnownOutcome, found_at: datetime) -> dict[str, Any]:
    said = [[article, language, stored(proof)] for article, language, proof in outcome.said]
    kept = {
        "act": outcome.act,
        "thing": outcome.thing,
        "names": [stored(name) for name in outcome.names],
        "said": said,
        "found_at": found_at.isoformat(),
    }
    called = {language: stored(name) for language, name in outcome.called.items()}
    return {**kept, "called": called} if called else kept


def _known(kept: Mapping[str, Any]) -> KnownOutcome:
    said = cast("list[tuple[int, str, str]]", [tuple(each) for each in kept["said"]])
    return KnownOutcome(
        kept["act"],
        kept["thing"],
        tuple(kept["names"]),
        tuple(said),
        datetime.fromisoformat(kept["found_at"]),
        kept.get("called", {}),
    )
