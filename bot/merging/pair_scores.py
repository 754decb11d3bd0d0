"""The evidence on pairs of reports, remembered: each that joins an event asks for it again."""

from itertools import count

from bot.merging.knowledge import MergingKnowledge
from bot.merging.report import Report
from bot.merging.similarity import Evidence, score_pair
from bot.runtime.cache import LruCache

_REPORTS = 20
_PAIRS = 800
"""Remembered; an event is compared by sixteen of its reports (`bot.pipeline.file_events`)."""


class PairScores:
    """Weighs pairs of reports; a pair that was weighed before is not weighed again."""

    def __init__(self, knowledge: MergingKnowledge) -> None:
        self._knowledge = knowledge
        self._numbers: LruCache[str, tuple[Report, int]] = LruCache(_REPORTS)
        self._scores: LruCache[tuple[int, int], float] = LruCache(_PAIRS)
        self._count = count()

    def evidence(self, one: Report, two: Report) -> Evidence:
        """Return the evidence that two reports are of one event."""
        evidence = score_pair(one, two, self._knowledge)
        self._scores.keep(self._pair(one, two), evidence.score)
        return evidence

    def score(self, one: Report, two: Report) -> float:
        """Return the sum of the evidence, in nats."""
        known = self._scores.get(self._pair(one, two))
        return self.evidence(one, two).score if known is None else known

    def forget(self) -> None:
        """Forget the pairs that were weighed, and the reports that they are of."""
        self._numbers.clear()
        self._scores.clear()

    def _pair(self, one: Report, two: Report) -> tuple[int, int]:
        first, second = self._number(one), self._number(two)
        return min(first, second), max(first, second)

    def _number(self, report: Report) -> int:
        """Return what stands for this very report; another wording of it has another number."""
        known = self._numbers.get(report.key)
        if known is None or known[0] is not report:
            known = self._numbers.keep(report.key, (report, next(self._count)))
        return known[1]
