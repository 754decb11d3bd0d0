"""Files what an article reports with the event that it is of.

Its event is found by what it says, what all articles of the event say is summed up, and what this
creates is owed.

All that is written is written in one transaction, so a crash leaves an article either unread, or
filed with everything that is owed for it. What it is compared with is read before, in a
transaction that keeps nobody waiting (`bot.pipeline.comparison`). What parts articles into events
is decided by `bot.merging`, which is pure; this module keeps what it decides.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from itertools import combinations, product

from sqlmodel import Session

from bot.language.search_words import question_words
from bot.merging import event_changes
from bot.merging.blocking import town_keys
from bot.merging.fusion import rank, summary
from bot.merging.great_events import course
from bot.merging.guests import brings_guests
from bot.merging.incremental import match_existing
from bot.merging.knowledge import MergingKnowledge
from bot.merging.pair_scores import PairScores
from bot.merging.report import Report
from bot.merging.surroundings import parted_around
from bot.pipeline.added_articles import ArticleAdder
from bot.pipeline.call_limits import USUAL, CallLimits
from bot.pipeline.comparison import Comparison, compared
from bot.pipeline.event_facts import new_event, record_headships
from bot.pipeline.families import Families, note_families
from bot.pipeline.filed_clusters import (
    articles_of,
    chain_of,
    founders,
    guests_of,
    index,
    is_unchanged,
    kept_tie,
    keys_of,
)
from bot.pipeline.sql_report_store import RestoredReports, SqlReportStore
from storage import (
    articles,
    decisions,
    event_writes,
    filed_reports,
    great_events,
    joining_reports,
    outbox,
    relatives,
)
from storage.enums import ArticleState
from storage.event_changes import ChangedFacts, touch
from storage.event_writes import SavedEvent
from storage.following import words_told
from storage.models import Decision, Event

FIRST, LATEST = 8, 8
"""Reports of an event that are compared and summed up, beyond which the ones between are settled.

A summit has hundreds of reports, and the last one finds out no more by being compared with each of
them. The first founded the event; the latest know what has changed. No event of the corpus has as
many.
"""

Clusters = Sequence[Sequence[Report]]


@dataclass(frozen=True, slots=True)
class Filing:
    """What filing brought about.

    Attributes:
        event_id: The event of the article.
        new: Whether the article founded it.
        alerts: How many alerts became owed.
        edits: How many cards already sent are owed an edit.
    """

    event_id: int
    new: bool
    alerts: int
    edits: int


class EventFiler:
    """Files reports with their events; each method works inside the transaction given.

    Attributes:
        adder: Puts articles among those of events of whose facts they say nothing.
    """

    def __init__(self, knowledge: MergingKnowledge, limits: CallLimits = USUAL) -> None:
        """Prepare to file.

        Args:
            knowledge: By what reports are merged.
            limits: How often chats are called.
        """
        self._limits = limits
        self._knowledge = knowledge
        self._scores = PairScores(knowledge)
        self._restored = RestoredReports()
        self.adder = ArticleAdder(knowledge, self._scores, self._restored)

    def forget(self) -> None:
        """Forget the reports that were compared last, and what came of it."""
        self._scores.forget()
        self._restored.forget()

    def compare(self, session: Session, article_id: int, report: Report) -> Comparison:
        """Find out to what the report of an article belongs, and change nothing.

        It is the greater part of the work, and may be done in another transaction than `file`, in
        which nobody waits for it.
        """
        comparison = self._compared(session, article_id, report)
        waiting = self.adder.weigh_waiting(session, comparison.keys, report)
        return replace(comparison, waiting=waiting)

    def _compared(self, session: Session, article_id: int, report: Report) -> Comparison:
        store = SqlReportStore(session, self._restored)
        return compared(store, article_id, report, self._knowledge, self._scores)

    def file(
        self,
        session: Session,
        article_id: int,
        report: Report,
        now: datetime,
        comparison: Comparison | None = None,
    ) -> Filing | None:
        """File the report of an article, and return what came of it.

        None when another reader was faster.

        Args:
            session: The transaction.
            article_id: The article, which nobody has read yet, or whose outlet has edited it.
            report: What it says.
            now: The present, aware UTC.
            comparison: To what it belonged a moment ago, of `compare`. Where that no longer
                stands, or there is none, it is found out here.
        """
        filed_reports.lock_merging(session)
        waiting = comparison.waiting if comparison is not None else {}
        if comparison is None or not comparison.store.still_stands(session):
            comparison = self._compared(session, article_id, report)
        reading, state = report.reading, ArticleState.EVENT
        read = {"language": reading.language, "cancel_proof": reading.cancel_proof}
        if not articles.finish(session, article_id, now, state=state, **read):
            return None
        store, assignment, again = comparison.store, comparison.assignment, comparison.is_again
        filed_reports.file(session, article_id, comparison.facts, comparison.keys, again=again)
        wording = article_id, comparison.edits, now
        self._restored.keep(wording, report)
        filed_reports.tie(session, [kept_tie(store, tie) for tie in assignment.ties])
        if comparison.waited:
            joining_reports.forget(session, article_id)
        saved, families = self._arrange(session, store, assignment.events, now, report.key)
        self._settle(session, store, next(c for c in assignment.events if report in c))
        event = saved[report.key]
        # What only came of parting reports that were known calls nobody before it gains one.
        told = [known for known in saved.values() if known is event or not known.new]
        alerts, edits = self._owe(session, told, families, now)
        self.adder.ask_again(session, comparison.keys, wording, waiting)
        return Filing(event.event_id, event.new, alerts, edits)

    def weigh_around(self, session: Session, article_ids: Collection[int]) -> None:
        """Weigh what `withdraw`, `split`, `join` or `undo` will weigh, and change nothing.

        It is the greater part of their work, and may be done before in another transaction, in
        which nobody waits for it. What comes of it is remembered.
        """
        store = SqlReportStore(session, self._restored)
        around = store.of_articles({*article_ids, *store.tied_to(article_ids)})
        parted_around(around, (), store, self._scores.score)

    def withdraw(self, session: Session, article_id: int, now: datetime) -> None:
        """Take an article that reports no event any more out of the one that it belonged to."""
        filed_reports.lock_merging(session)
        store = SqlReportStore(session, self._restored)
        rest = filed_reports.tied_to(session, [article_id]) - {article_id}
        filed_reports.forget(session, article_id)
        self._part_anew(session, store, rest, now)

    def split(
        self, session: Session, event_id: int, article_ids: Collection[int], now: datetime
    ) -> list[int]:
        """Part these articles from the others of an event for ever.

        Return the events that come of it.
        """
        store = SqlReportStore(session, self._restored)
        filed_reports.lock_merging(session)
        whole = articles_of(session, event_id)
        parted = whole & set(article_ids)
        crossed = list(product(parted, whole - parted))
        chains = [*chain_of(parted), *chain_of(whole - parted)]
        decisions.note(session, "split", [*crossed, *chains], [event_id], now)
        filed_reports.add_ruling(session, crossed, together=False, now=now)
        filed_reports.add_ruling(session, chains, together=True, now=now)
        return self._part_anew(session, store, whole, now)

    def join(self, session: Session, event_ids: Collection[int], now: datetime) -> list[int]:
        """Make one event of several for ever, and return the events that come of it.

        That is one, unless admins have said otherwise before.
        """
        store = SqlReportStore(session, self._restored)
        filed_reports.lock_merging(session)
        by_event = [articles_of(session, event_id) for event_id in sorted(event_ids)]
        crossed: list[tuple[int, int]] = []
        for left, right in combinations(by_event, 2):
            crossed += product(left, right)
        decisions.note(session, "join", crossed, event_ids, now)
        filed_reports.add_ruling(session, crossed, together=True, now=now)
        return self._part_anew(session, store, set().union(*by_event), now)

    def undo(self, session: Session, decision: Decision, now: datetime) -> list[int]:
        """Undo a split or a join, and return the events that come of it.

        Events that were joined have their numbers and their cards again; one that a split founded
        leads to where its articles went back to.
        """
        filed_reports.lock_merging(session)
        left = decisions.take_back(session, decision, now)
        store = SqlReportStore(session, self._restored)
        article_ids = {article_id for article_id, _ in decision.was["homes"]}
        found = self._part_anew(session, store, article_ids, now)
        for event_id, homes in left.items():
            if event_id not in found and (into := min(homes)) in found:
                event_writes.redirect(session, event_id, into, now)
                outbox.redirect(session, event_id, into, now)
        return found

    def _part_anew(
        self, session: Session, store: SqlReportStore, article_ids: Collection[int], now: datetime
    ) -> list[int]:
        changed = store.of_articles(article_ids)
        clusters = parted_around(changed, (), store, self._scores.score)
        saved, families = self._arrange(session, store, clusters, now)
        self._owe(session, saved.values(), families, now)
        return sorted({event.event_id for event in saved.values()})

    def _arrange(
        self,
        session: Session,
        store: SqlReportStore,
        clusters: Clusters,
        now: datetime,
        new: str | None = None,
    ) -> tuple[dict[str, SavedEvent], Families]:
        """Keep how reports part into events.

        Return, by report, what became of the events that this may have changed, and what belongs
        to what.

        With a `new` report, those events are left alone that neither gain nor lose one; without,
        all are told anew.
        """
        members = [keys_of(cluster) for cluster in clusters]
        homes = {key: store.event(key) for keys in members for key in keys}
        ids, gone = match_existing(members, homes, founders(store, homes))
        saved: dict[str, SavedEvent] = {}
        for cluster, keys, event_id in zip(clusters, members, ids, strict=True):
            if new is not None and new not in keys and is_unchanged(keys, event_id, homes):
                continue
            event = self._save(session, store, cluster, event_id, now)
            saved |= dict.fromkeys(keys, event)
        for event_id, at in gone.items():
            survivor = saved[members[at][0]].event_id
            event_writes.redirect(session, event_id, survivor, now)
            outbox.redirect(session, event_id, survivor, now)
        changed = {event.event_id for event in saved.values()}
        families = self._relate(session, clusters, changed)
        seated = self._seat_guests(session, store, saved, families, now, new)
        # What a second look changes is told with the first, which may be that it is new.
        news = {key: event for key, event in saved.items() if event.new or event.change.differs}
        return saved | seated | news, families

    def _seat_guests(
        self,
        session: Session,
        store: SqlReportStore,
        saved: Mapping[str, SavedEvent],
        families: Families,
        now: datetime,
        new: str | None,
    ) -> dict[str, SavedEvent]:
        """Tell those parts anew to which a report brings guests, or a whole that they came under.

        Return, by report, what became of them.
        """
        keys = saved if new is None else {new}
        bringing = {saved[key].event_id for key in keys if brings_guests(store.report(key))}
        again: dict[str, SavedEvent] = {}
        for part, whole in families.parts.items():
            if part not in families.moved and whole not in bringing:
                continue
            cluster = store.of_articles(filed_reports.speaking_for(session, part))
            if cluster and guests_of(session, store, whole, cluster):
                event = self._save(session, store, cluster, part, now)
                again |= dict.fromkeys(keys_of(cluster), event)
        return again

    def _settle(self, session: Session, store: SqlReportStore, cluster: Sequence[Report]) -> None:
        """Let its first and its latest reports speak for an event of very many."""
        if len(cluster) <= FIRST + LATEST:
            return
        official = self._knowledge.official_hosts
        ranked = sorted(cluster, key=lambda report: rank(official, report))
        first = {report.key for report in ranked[:FIRST]}
        later = [store.article(report.key) for report in cluster if report.key not in first]
        filed_reports.settle(session, sorted(later)[:-LATEST])

    def _save(
        self,
        session: Session,
        store: SqlReportStore,
        cluster: Sequence[Report],
        event_id: int | None,
        now: datetime,
    ) -> SavedEvent:
        """Keep what the reports of an event say together; `event_id` is None for a new event."""
        article_ids = [store.article(report.key) for report in cluster]
        row = session.get(Event, event_id) if event_id is not None else None
        brought = guests_of(session, store, row.parent_id if row else None, cluster)
        whole = summary(cluster, self._knowledge, brought)
        facts = new_event(session, store, whole, article_ids, self._knowledge)
        great, is_on = course(cluster, whole, self._knowledge, now.date())
        facts = replace(facts, is_great=great, is_on=is_on)
        record_headships(session, store, whole, facts, self._knowledge)
        matters = partial(self._matters, cluster)
        event = event_writes.save_event(session, event_id, facts, article_ids, now, matters)
        if event.new or event.change.differs:
            index(session, store, cluster, event)
        return event

    def _matters(
        self, cluster: Sequence[Report], was: ChangedFacts, became: ChangedFacts, today: date
    ) -> bool:
        places = self._knowledge.places
        return event_changes.matters(was, became, today, places) and event_changes.is_told(
            was, became, places, cluster
        )

    def _owe(
        self, session: Session, saved: Iterable[SavedEvent], families: Families, now: datetime
    ) -> tuple[int, int]:
        """Owe what changed events create, and return how many alerts and edits that is."""
        alerts = edits = 0
        changed = {event.event_id: event for event in saved if event.change.differs or event.new}
        for event in changed.values():
            limits = self._limits.of(event, families, now)
            words = words_told(session, event.event_id, question_words)
            alerts += outbox.enqueue_alerts(session, event.event_id, now, words, limits)
            if event.begins and event.event_id not in families.parts:
                great_events.enqueue_start(session, event.event_id, now, words, limits)
            if not event.new:
                can_wait = event.change.can_wait and event.event_id not in families.grown
                edits += outbox.enqueue_edits(session, event.event_id, now, can_wait=can_wait)
            if event.change.matters:
                outbox.enqueue_change(session, event.event_id, event.change.revision, now)
        for whole in families.grown - changed.keys():
            touch(session, whole, now)
            edits += outbox.enqueue_edits(session, whole, now)
        return alerts, edits

    def _relate(self, session: Session, clusters: Clusters, event_ids: Collection[int]) -> Families:
        """Note of each event around whether it is a part of another, and return that."""
        keys: set[str] = set()
        for cluster in clusters:
            for report in cluster:
                keys.update(town_keys(report))
        families = note_families(relatives.beside(session, event_ids, keys), event_ids)
        relatives.put_under(session, families.moved)
        return families
