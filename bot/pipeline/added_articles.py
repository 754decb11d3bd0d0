"""Articles that are put among those of an event and say nothing of its facts.

What is told beside a gathering, a round-up, and an article that names no organisation: each is one
more source of an event that others report, and calls nobody.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from statistics import fmean

from sqlmodel import Session

from bot.language.search_words import index_words
from bot.merging.joining import find_home
from bot.merging.knowledge import MergingKnowledge
from bot.merging.known_pairs import JOIN
from bot.merging.pair_scores import PairScores
from bot.merging.report import Report, restored
from bot.merging.sub_events import BESIDE_AFTER, BESIDE_BEFORE, WHOLES
from bot.pipeline.sql_report_store import RestoredReports
from bot.pipeline.weighed_reports import Scales, WeighedReport
from storage import articles, filed_reports, joining_reports, relatives, search
from storage.filed_reports import Standing, Wording

ASKED_AGAIN = 40
"""Articles that wait for an event and are asked again when one is filed: the latest."""


class ArticleAdder:
    """Puts articles with events; each method works inside the transaction given.

    Whoever puts one, and whoever files a report, waits for the other on PostgreSQL as well: else
    neither would see what the other writes, and what waits for an event would miss it.
    """

    def __init__(
        self, knowledge: MergingKnowledge, scores: PairScores, restored_reports: RestoredReports
    ) -> None:
        """Prepare to add.

        Args:
            knowledge: By what reports are merged.
            scores: Weighs pairs of reports.
            restored_reports: Those that are ready.
        """
        self._scales = Scales(knowledge, scores, restored_reports)

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
        filed_reports.lock_merging(session)
        first, last = published - BESIDE_AFTER, published + BESIDE_BEFORE
        event_id = relatives.only_gathering(session, organizations, WHOLES, first, last)
        if event_id is not None:
            articles.put_with(session, article_id, event_id)
            search.extend(session, event_id, [article_id], index_words)
        return event_id

    def weigh(self, session: Session, reports: Iterable[Report]) -> list[WeighedReport]:
        """Weigh reports that found no event against those that are filed, and change nothing.

        It is the greater part of the work, and may be done in another transaction than `put_among`
        and `put_joining`, in which nobody waits for it.
        """
        weighed = [self._scales.put_on(report) for report in reports]
        for each in weighed:
            self._scales.near(session, each)
        return weighed

    def put_among(
        self, session: Session, article_id: int, lines: Sequence[WeighedReport]
    ) -> int | None:
        """Put a round-up among the articles of the first event that is known and a line tells of.

        It says nothing of the event's facts. Return the event, or None.
        """
        filed_reports.lock_merging(session)
        for line in lines:
            event_id = self._told_of(session, line)
            if event_id is not None:
                articles.put_with(session, article_id, event_id)
                return event_id
        return None

    def _told_of(self, session: Session, line: WeighedReport) -> int | None:
        """Return the event whose reports are most like this one, which is not filed itself."""
        means: list[tuple[float, int]] = []
        for event_id, each in self._scales.near(session, line).items():
            means.append((fmean(evidence.score for evidence in each), event_id))
        best = max(means, default=(JOIN, None))
        return best[1] if best[0] > JOIN else None

    def put_joining(self, session: Session, article_id: int, weighed: WeighedReport) -> int | None:
        """Put an article that founds no event among those of the one that it may tell of.

        Where none is known yet the article waits for one, so that the order in which articles come
        makes no difference. Return the event, or None.
        """
        filed_reports.lock_merging(session)
        joining_reports.file(session, article_id, weighed.report.stored(), weighed.keys)
        return self._put_home(session, article_id, None, weighed)

    def weigh_waiting(
        self, session: Session, keys: Collection[str], new: Report
    ) -> dict[Wording, WeighedReport]:
        """Weigh those that wait under any of these keys, of a `new` report, and change nothing.

        Return them by their wording, for `ask_again`.
        """
        found: dict[Wording, WeighedReport] = {}
        for row, weighed in self._waiting(session, keys, {}):
            self._scales.near(session, weighed)
            self._scales.weigh_with_new(weighed, new)
            found[row.wording] = weighed
        return found

    def ask_again(
        self,
        session: Session,
        keys: Collection[str],
        filed: Wording,
        known: Mapping[Wording, WeighedReport],
    ) -> None:
        """Ask those that wait under any of these keys, where a report was filed, where they go.

        Args:
            session: The transaction.
            keys: Of the report.
            filed: Its wording.
            known: What those that wait weighed a moment ago, of `weigh_waiting`.
        """
        for row, weighed in self._waiting(session, keys, known):
            if weighed.with_new is not None:
                weighed.evidence[filed] = weighed.with_new
            self._put_home(session, row.article_id, row.event_id, weighed)

    def _waiting(
        self, session: Session, keys: Collection[str], known: Mapping[Wording, WeighedReport]
    ) -> list[tuple[Standing, WeighedReport]]:
        """Return those that wait under any of these keys, as they are known already."""
        rows = joining_reports.sharing(session, keys, ASKED_AGAIN)
        strange = [row.article_id for row in rows if row.wording not in known]
        facts = joining_reports.facts_of(session, strange)
        found: list[tuple[Standing, WeighedReport]] = []
        for row in rows:
            weighed = known.get(row.wording)
            found.append((row, weighed or self._scales.put_on(restored(facts[row.article_id]))))
        return found

    def _put_home(
        self, session: Session, article_id: int, was: int | None, weighed: WeighedReport
    ) -> int | None:
        event_id = find_home(weighed.report, self._scales.near(session, weighed))
        if event_id == was:
            return was
        articles.put_with(session, article_id, event_id)
        if was is not None:
            search.index(session, was, index_words)
        if event_id is not None:
            search.extend(session, event_id, [article_id], index_words)
        return event_id
