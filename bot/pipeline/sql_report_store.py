"""The reports of the database, as merging asks for them."""

from collections.abc import Collection, Iterable

from sqlmodel import Session

from bot.merging.clustering import Rulings, pair
from bot.merging.report import Report, restored
from bot.runtime.cache import LruCache
from config.types import JsonObject
from storage import filed_reports
from storage.filed_reports import Filed

REMEMBERED = 60
"""Reports kept ready; one is some thirty kilobytes."""


class RestoredReports:
    """Reports made ready from their stored form, and kept.

    The same ones need not be made again for each report that joins them.
    """

    def __init__(self) -> None:
        self._kept: LruCache[int, tuple[JsonObject, Report]] = LruCache(REMEMBERED)

    def keep(self, article_id: int, facts: JsonObject, report: Report) -> Report:
        """Keep a report beside its stored form, and return it."""
        self._kept.keep(article_id, (facts, report))
        return report

    def of(self, row: Filed) -> Report:
        """Return the report of a row; one kept before, unless it was stored anew since."""
        known = self._kept.get(row.article_id)
        if known is not None and known[0] == row.facts:
            return known[1]
        return self.keep(row.article_id, row.facts, restored(row.facts))


class SqlReportStore:
    """The reports of the database; remembers which article each is of."""

    def __init__(self, session: Session, restored_reports: RestoredReports) -> None:
        self._session = session
        self._restored = restored_reports
        self._filed: dict[str, Filed] = {}
        self._keys: dict[int, str] = {}
        self._reports: dict[str, Report] = {}

    def take(self, rows: Iterable[Filed]) -> list[Report]:
        """Return the reports of these rows, and remember them."""
        return [self._remember(row) for row in rows]

    def sharing(self, wanted: Collection[str]) -> list[Report]:
        """Return the reports filed under any of these keys."""
        return self.take(filed_reports.sharing(self._session, wanted))

    def tied(self, reports: Collection[str]) -> list[Report]:
        """Return the reports that these are tied to by evidence or by an admin's word."""
        ids = filed_reports.tied_to(self._session, [self.article(key) for key in reports])
        known = [self._keys[article] for article in sorted(ids) if article in self._keys]
        strange = [article for article in ids if article not in self._keys]
        fetched = self.take(filed_reports.of_articles(self._session, strange))
        return [self._reports[key] for key in known] + fetched

    def rulings(self, reports: Collection[str]) -> Rulings:
        """Return what admins said of any of these."""
        articles = [self.article(key) for key in reports]
        together, apart = set[tuple[str, str]](), set[tuple[str, str]]()
        for row in filed_reports.rulings(self._session, articles):
            one, two = self._keys.get(row.one_id), self._keys.get(row.two_id)
            if one and two:
                (together if row.together else apart).add(pair(one, two))
        return Rulings(together, apart)

    def article(self, key: str) -> int:
        """Return the id of the article of a report."""
        return self._filed[key].article_id

    def report(self, key: str) -> Report:
        """Return the report whose key is `key`; it was fetched before."""
        return self._reports[key]

    def event(self, key: str) -> int | None:
        """Return the event that a report belonged to when it was fetched."""
        return self._filed[key].event_id

    def _remember(self, row: Filed) -> Report:
        known = self._reports.get(self._keys.get(row.article_id, ""))
        report = known or self._restored.of(row)
        self._filed[report.key] = row
        self._keys[row.article_id] = report.key
        self._reports[report.key] = report
        return report
