"""Reports that found no event, weighed against those that are filed before others wait for it.

What two reports weigh hangs on their wording alone, never on the event that they are of at the
moment. So it is found out before anything is written; whoever writes looks only which reports are
filed in which wording, and of which event, and weighs those that have come or changed since.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel import Session

from bot.merging.blocking import lookup_keys
from bot.merging.knowledge import MergingKnowledge
from bot.merging.pair_scores import PairScores
from bot.merging.report import Report
from bot.merging.similarity import Evidence
from bot.pipeline.sql_report_store import REMEMBERED, RestoredReports
from storage import filed_reports
from storage.filed_reports import Wording


@dataclass(slots=True)
class WeighedReport:
    """A report that founds no event, and what it weighs with those that are filed.

    Attributes:
        report: What it says.
        keys: Under which others are looked for.
        evidence: What it weighs with each other report, by that one's wording.
        with_new: What it weighs with the report that is about to be filed, if one is.
    """

    report: Report
    keys: frozenset[str]
    evidence: dict[Wording, Evidence] = field(default_factory=dict)
    with_new: Evidence | None = None


class Scales:
    """Weighs reports that found no event; each method works inside the transaction given."""

    def __init__(
        self, knowledge: MergingKnowledge, scores: PairScores, restored_reports: RestoredReports
    ) -> None:
        """Prepare to weigh.

        Args:
            knowledge: What the keys of reports are made with.
            scores: Weighs pairs of reports.
            restored_reports: Those that are ready.
        """
        self._knowledge = knowledge
        self._scores = scores
        self._restored = restored_reports

    def put_on(self, report: Report) -> WeighedReport:
        """Return a report that is weighed with none yet."""
        return WeighedReport(report, lookup_keys(report, self._knowledge))

    def weigh_with_new(self, weighed: WeighedReport, new: Report) -> None:
        """Weigh a report with one that is about to be filed."""
        weighed.with_new = self._scores.evidence(weighed.report, new)

    def near(self, session: Session, weighed: WeighedReport) -> Mapping[int, list[Evidence]]:
        """Return what a report weighs with those that it shares a key with, by their event.

        Those are weighed with which it was not weighed before in their present wording.
        """
        rows = filed_reports.standing_under(session, weighed.keys)
        strange = [row for row in rows if row.wording not in weighed.evidence]
        for first in range(0, len(strange), REMEMBERED):  # hundreds may share a key
            part = strange[first : first + REMEMBERED]
            reports = self._restored.of(session, part)
            for row in part:
                if (other := reports.get(row.article_id)) is not None:
                    weighed.evidence[row.wording] = self._scores.evidence(weighed.report, other)
        near = defaultdict[int, list[Evidence]](list)
        for row in rows:
            evidence = weighed.evidence.get(row.wording)
            if row.event_id is not None and evidence is not None:
                near[row.event_id].append(evidence)
        return near
