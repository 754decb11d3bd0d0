"""The reports of the database, as merging asks for them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from sqlmodel import Session

from bot.merging.known_pairs import Pair, Rulings, pair
from bot.merging.report import Report, restored
from bot.runtime.cache import LruCache
from storage import filed_reports
from storage.filed_reports import Bond, Home, Standing, Wording

REMEMBERED = 20
"""Reports kept ready, and made ready at a time; one is some thirty kilobytes.

Of sixty the memory of a bot grows by a megabyte more in weeks, and filing is no quicker.
"""

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class RestoredReports:
    """Reports made ready from their stored form, and kept.

    The same ones need not be made again for each report that joins them.
    """

    def __init__(self) -> None:
        self._kept: LruCache[int, tuple[Wording, Report]] = LruCache(REMEMBERED)

    def keep(self, wording: Wording, report: Report) -> None:
        """Keep a report that was just filed in this wording."""
        article_id, *_ = wording
        self._kept.keep(article_id, (wording, report))

    def forget(self) -> None:
        """Keep none of them any longer; whoever asks has them made anew."""
        self._kept.clear()

    def of(self, session: Session, rows: Sequence[Standing]) -> dict[int, Report]:
        """Return the reports of these rows by article; those kept before in this very wording."""
        found: dict[int, Report] = {}
        for row in rows:
            known = self._kept.get(row.article_id)
            if known is not None and known[0] == row.wording:
                found[row.article_id] = known[1]
        new = {row.article_id: row for row in rows if row.article_id not in found}
        for article_id, facts in filed_reports.facts_of(session, new).items():
            report = restored(facts)
            found[article_id] = self._kept.keep(article_id, (new[article_id].wording, report))[1]
        return found


class SqlReportStore:
    """The reports of the database; remembers which article each is of, and all that it was told."""

    def __init__(self, session: Session, restored_reports: RestoredReports) -> None:
        self._session = session
        self._restored = restored_reports
        self._filed: dict[str, tuple[int, int | None]] = {}
        self._keys: dict[int, str] = {}
        self._reports: dict[str, Report] = {}
        self._bound: set[int] = set()
        self._tied: defaultdict[int, set[int]] = defaultdict(set)
        self._ruled: set[Bond] = set()
        self._answers: list[Callable[[Session], bool]] = []

    def put(self, article_id: int, event_id: int | None, report: Report) -> None:
        """Remember a report that is to be filed, in place of what is filed of its article."""
        self._filed[report.key] = article_id, event_id
        self._keys[article_id] = report.key
        self._reports[report.key] = report

    def home(self, article_id: int) -> Home:
        """Return how an article stands before it is filed.

        Raises:
            NotStored: There is no such article.
        """
        return self._ask(filed_reports.home, article_id)

    def of_articles(self, article_ids: Collection[int]) -> list[Report]:
        """Return the reports of these articles, and remember them."""
        return self._taken(self._ask(filed_reports.standing, article_ids))

    def sharing(self, wanted: Collection[str]) -> Iterator[Report]:
        """Yield the reports filed under any of these keys, of which none is held before `hold`.

        Hundreds may share a key and a few be of the event: they are made ready some at a time.
        """
        rows = self._ask(filed_reports.standing_under, wanted)
        for first in range(0, len(rows), REMEMBERED):
            for row, report in self._restore(rows[first : first + REMEMBERED]):
                self._filed.setdefault(report.key, (row.article_id, row.event_id))
                yield report

    def hold(self, reports: Iterable[Report]) -> None:
        """Remember these of `sharing`."""
        for report in reports:
            self.put(*self._filed[report.key], report)

    def tied_to(self, article_ids: Collection[int]) -> set[int]:
        """Return the articles that these are tied to by evidence or by an admin's word."""
        self._learn_bonds(article_ids)
        return set[int]().union(*(self._tied[article] for article in article_ids))

    def _learn_bonds(self, article_ids: Collection[int]) -> None:
        """Ask what binds those of these articles that were not asked for yet."""
        strange = set(article_ids) - self._bound
        if not strange:
            return
        self._bound |= strange
        for bond in self._ask(filed_reports.bonds, strange):
            if bond.ruled is not None:
                self._ruled.add(bond)
            if bond.ruled is not False:
                self._tied[bond.one_id].add(bond.two_id)
                self._tied[bond.two_id].add(bond.one_id)

    def tied(self, reports: Collection[str]) -> list[Report]:
        """Return the reports that these are tied to by evidence or by an admin's word."""
        ids = self.tied_to([self.article(key) for key in reports])
        known = [self._keys[article] for article in sorted(ids) if article in self._keys]
        strange = [article for article in ids if article not in self._keys]
        fetched = self.of_articles(strange) if strange else []
        return [self._reports[key] for key in known] + fetched

    def ties_among(self, reports: Collection[str]) -> set[Pair]:
        """Return the pairs of these reports that are tied by evidence or by an admin's word."""
        ids = {self.article(key): key for key in reports}
        self._learn_bonds(ids)
        found: set[Pair] = set()
        for article, key in ids.items():
            found.update(pair(key, ids[other]) for other in self._tied[article] & ids.keys())
        return found

    def events_of(self, reports: Collection[str]) -> list[list[Report]]:
        """Return the events of these reports, each with all its reports that are not settled."""
        wanted = {home for home in map(self.event, reports) if home is not None}
        rest = self._taken(self._ask(filed_reports.standing_of_events, wanted))
        events = defaultdict[int, dict[str, Report]](dict)
        for key in [*reports, *(report.key for report in rest)]:
            home = self.event(key)
            if home is not None:
                events[home][key] = self._reports[key]
        return [list(events[home].values()) for home in sorted(events)]

    def rulings(self, reports: Collection[str]) -> Rulings:
        """Return what admins said of any of these."""
        together, apart = set[tuple[str, str]](), set[tuple[str, str]]()
        ids = {*map(self.article, reports)}
        self._learn_bonds(ids)
        for bond in self._ruled:
            one, two = self._keys.get(bond.one_id), self._keys.get(bond.two_id)
            if one and two and not ids.isdisjoint(bond[:2]):
                (together if bond.ruled else apart).add(pair(one, two))
        return Rulings(together, apart)

    def article(self, key: str) -> int:
        """Return the id of the article of a report."""
        return self._filed[key][0]

    def report(self, key: str) -> Report:
        """Return the report whose key is `key`; it was fetched before."""
        return self._reports[key]

    def event(self, key: str) -> int | None:
        """Return the event that a report belonged to when it was fetched."""
        return self._filed[key][1]

    def still_stands(self, session: Session) -> bool:
        """Whether another transaction would tell the same; if so, the store goes on in that one.

        Each question is asked again there, but no report is read again whose wording is the same.
        """
        stands = all(is_same(session) for is_same in self._answers)
        if stands:
            self._session, self._answers = session, []
        return stands

    def _ask(self, question: Callable[[Session, Asked], Answer], asked: Asked) -> Answer:
        answer = question(self._session, asked)
        self._answers.append(lambda session: question(session, asked) == answer)
        return answer

    def _taken(self, rows: Sequence[Standing]) -> list[Report]:
        found = list(self._restore(rows))
        for row, report in found:
            if row.article_id not in self._keys:
                self.put(row.article_id, row.event_id, report)
        return [report for _, report in found]

    def _restore(self, rows: Sequence[Standing]) -> Iterator[tuple[Standing, Report]]:
        """Yield the report of each row, the one that is held where there is one."""
        strange = [row for row in rows if row.article_id not in self._keys]
        reports = self._restored.of(self._session, strange)
        for row in rows:
            key = self._keys.get(row.article_id)
            report = reports.get(row.article_id) if key is None else self._reports[key]
            if report is not None:
                yield row, report
