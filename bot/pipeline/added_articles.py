"""Articles that are put among those of an event and say nothing of its facts.

What is told beside a gathering, a round-up, and an article that names no organisation: each is one
more source of an event that others report, and calls nobody.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from statistics import fmean

from sqlmodel import Session

from bot.language.search_words import index_words
from bot.merging.blocking import lookup_keys
from bot.merging.joining import find_home
from bot.merging.knowledge import MergingKnowledge
from bot.merging.known_pairs import JOIN
from bot.merging.pair_scores import PairScores
from bot.merging.report import Report, restored
from bot.merging.similarity import Evidence
from bot.merging.sub_events import BESIDE_AFTER, BESIDE_BEFORE, WHOLES
from bot.pipeline.sql_report_store import RestoredReports, SqlReportStore
from storage import articles, joining_reports, relatives, search

ASKED_AGAIN = 40
"""Articles that wait for an event and are asked again when one is filed: the latest."""


class ArticleAdder:
    """Puts articles with events; each method works inside the transaction given."""

    def __init__(
        self, knowledge: MergingKnowledge, scores: PairScores, restored_reports: RestoredReports
    ) -> None:
        """Prepare to add.

        Args:
            knowledge: By what reports are merged.
            scores: Weighs pairs of reports.
            restored_reports: Those that are ready.
        """
        self._knowledge = knowledge
        self._scores = scores
        self._restored = restored_reports

    def put_beside(
        self,
        session: Session,
        article_id: int,
        organizations: Collection[str],
        published: date,
    ) -> int | None:
        """Put an article that tells something beside a gathering among those of that one.

        Only where it can be but one that is known; it says nothing of the event's facts. Return
        the event, or None.
        """
        first, last = published - BESIDE_AFTER, published + BESIDE_BEFORE
        event_id = relatives.only_gathering(session, organizations, WHOLES, first, last)
        if event_id is not None:
            articles.put_with(session, article_id, event_id)
            search.extend(session, event_id, [article_id], index_words)
        return event_id

    def put_among(self, session: Session, article_id: int, lines: Sequence[Report]) -> int | None:
        """Put a round-up among the articles of the first event that is known and a line tells of.

        It says nothing of the event's facts. Return the event, or None.
        """
        for line in lines:
            event_id = self._told_of(session, line)
            if event_id is not None:
                articles.put_with(session, article_id, event_id)
                return event_id
        return None

    def _told_of(self, session: Session, line: Report) -> int | None:
        """Return the event whose reports are most like this one, which is not filed itself."""
        store, scores = SqlReportStore(session, self._restored), dict[int, list[float]]()
        for other in store.sharing(lookup_keys(line, self._knowledge)):
            event_id = store.event(other.key)
            if event_id is not None:
                scores.setdefault(event_id, []).append(self._scores.score(line, other))
        means = [(fmean(each), event_id) for event_id, each in scores.items()]
        best = max(means, default=(JOIN, None))
        return best[1] if best[0] > JOIN else None

    def put_joining(self, session: Session, article_id: int, report: Report) -> int | None:
        """Put an article that founds no event among those of the one that it may tell of.

        Where none is known yet the article waits for one, so that the order in which articles come
        makes no difference. Return the event, or None.
        """
        keys = lookup_keys(report, self._knowledge)
        joining_reports.file(session, article_id, report.stored(), keys)
        return self._put_home(session, article_id, None, report)

    def ask_again(self, session: Session, keys: Collection[str]) -> None:
        """Ask those that wait under any of these keys, where a report was filed, where they go."""
        for row in joining_reports.sharing(session, keys, ASKED_AGAIN):
            self._put_home(session, row.article_id, row.event_id, restored(row.facts))

    def _put_home(
        self, session: Session, article_id: int, was: int | None, report: Report
    ) -> int | None:
        store, near = (
            SqlReportStore(session, self._restored),
            defaultdict[int, list[Evidence]](list),
        )
        for other in store.sharing(lookup_keys(report, self._knowledge)):
            event_id = store.event(other.key)
            if event_id is not None:
                near[event_id].append(self._scores.evidence(report, other))
        event_id = find_home(report, near)
        if event_id == was:
            return was
        articles.put_with(session, article_id, event_id)
        if was is not None:
            search.index(session, was, index_words)
        if event_id is not None:
            search.extend(session, event_id, [article_id], index_words)
        return event_id
