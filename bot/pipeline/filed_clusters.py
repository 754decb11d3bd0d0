"""How clusters of reports stand to the events that they were filed with before."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any

from sqlmodel import Session

from bot.language.search_words import index_words
from bot.merging.guests import Guest, guests
from bot.merging.incremental import Tie
from bot.merging.report import Report
from bot.pipeline.sql_report_store import SqlReportStore
from storage import filed_reports, search
from storage.event_writes import SavedEvent


def founders(store: SqlReportStore, homes: dict[str, int | None]) -> set[str]:
    """Return the first report of each event: the one that its card was sent for."""
    first: dict[int, str] = {}
    for key in sorted((key for key, home in homes.items() if home is not None), key=store.article):
        home = homes[key]
        if home is not None:
            first.setdefault(home, key)
    return set(first.values())


def keys_of(cluster: Sequence[Report]) -> list[str]:
    """Return the keys of some reports."""
    return [report.key for report in cluster]


def index(
    session: Session, store: SqlReportStore, cluster: Sequence[Report], event: SavedEvent
) -> None:
    """Keep the words of an event; where it only gained reports, theirs are added."""
    homes = {report.key: store.event(report.key) for report in cluster}
    joined = [store.article(key) for key, home in homes.items() if home is None]
    if joined and not event.new and set(homes.values()) == {None, event.event_id}:
        search.extend(session, event.event_id, joined, index_words, event.told)
    else:
        search.index(session, event.event_id, index_words)


def is_unchanged(keys: Sequence[str], event_id: int | None, homes: dict[str, int | None]) -> bool:
    """Whether an event neither gains nor loses a report: it had exactly those of its cluster."""
    theirs = {key for key, home in homes.items() if home == event_id}
    return event_id is not None and theirs == set(keys)


def kept_tie(store: SqlReportStore, tie: Tie) -> dict[str, Any]:
    """Return a tie as it is kept."""
    one_id, two_id = sorted((store.article(tie.one), store.article(tie.two)))
    reasons = [[reason.name, reason.weight, reason.detail] for reason in tie.evidence.reasons]
    return {"one_id": one_id, "two_id": two_id, "score": tie.evidence.score, "reasons": reasons}


def articles_of(session: Session, event_id: int) -> set[int]:
    """Return the articles of an event that have a report."""
    return {row.article_id for row in filed_reports.of_event(session, event_id)}


def chain_of(article_ids: Collection[int]) -> list[tuple[int, int]]:
    """Return pairs by which all these articles are tied together."""
    return list(pairwise(sorted(article_ids)))


def guests_of(
    session: Session, store: SqlReportStore, whole: int | None, cluster: Sequence[Report]
) -> list[Guest]:
    """Return who came to an event of some reports by those of the one that it is a part of."""
    if whole is None:
        return []
    return guests(store.of_articles(filed_reports.speaking_for(session, whole)), cluster)
