"""To what a report belongs, found out before it is filed.

Whoever files holds up all others who write. To compare a report with those that are filed is the
greater part of the work and writes nothing; so it is done before, on the database as it is at that
moment, and the filing asks only whether all that was read still stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.merging.blocking import index_keys
from bot.merging.incremental import Assignment, assign
from bot.merging.knowledge import MergingKnowledge
from bot.merging.pair_scores import PairScores
from bot.merging.report import Report
from bot.pipeline.sql_report_store import SqlReportStore
from bot.pipeline.weighed_reports import WeighedReport
from config.types import JsonObject
from storage.filed_reports import Wording


@dataclass(frozen=True, slots=True)
class Comparison:
    """To what a report belongs.

    Attributes:
        store: All that was read for it, and whether that still stands.
        assignment: What it ties together.
        facts: Its stored form.
        keys: Under which it will be found.
        waited: Whether it waited for an event before.
        edits: How often its outlet had changed the article.
        is_again: Whether its article was filed before, and its outlet has changed it since.
        waiting: What articles that wait for an event weigh with it and with others.
    """

    store: SqlReportStore
    assignment: Assignment
    facts: JsonObject
    keys: frozenset[str]
    waited: bool
    edits: int
    is_again: bool
    waiting: Mapping[Wording, WeighedReport] = field(default_factory=dict)


def compared(
    store: SqlReportStore,
    article_id: int,
    report: Report,
    knowledge: MergingKnowledge,
    scores: PairScores,
) -> Comparison:
    """Compare the report of an article, which is not filed yet, with those that are."""
    home = store.home(article_id)
    was, is_again = home.standing, home.is_filed
    once_tied: list[Report] = []
    store.put(article_id, was.event_id if is_again else None, report)
    if is_again:  # an article that is filed for the first time is tied to nothing
        once_tied = store.of_articles(store.tied_to([article_id]) - {article_id})
    assignment = assign(report, store, knowledge, scores, once_tied)
    keys = frozenset(index_keys(report, knowledge))
    facts = report.stored()
    return Comparison(store, assignment, facts, keys, home.waits, was.edits, is_again)
