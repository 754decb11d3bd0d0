"""Files what an article reports: finds its event by what it says, sums up what all articles of the event say, and owes what this creates.

All of it happens in one transaction, so a crash leaves an article either unread, or filed with
everything that is owed for it. What parts articles into events is decided by `bot.merging`, which
is pure; this module fetches what it asks for and keeps what it decides.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from sqlmodel import Session

from bot.language import name_matching
from bot.language.search_words import index_words
from bot.merging import event_changes
from bot.merging.blocking import index_keys, lookup_keys
from bot.merging.clustering import Rulings, pair
from bot.merging.fusion import Presence, Summary, summary
from bot.merging.headships import find_headships
from bot.merging.incremental import assign, connected, match_existing, partition
from bot.merging.person_matching import NameRecord, choose
from bot.merging.report import Report, restored
from bot.merging.sub_events import SubEventCandidate, parents
from bot.pipeline import known_people
from config.catalogue_loader import load_catalogue
from storage import articles, event_writes, filed_reports, headships, outbox, people, search
from storage.enums import ArticleState
from storage.event_changes import ChangedFacts
from storage.event_writes import NewEvent, NewParticipation
from storage.filed_reports import Filed
from storage.models import Tenure, Tie

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


class SqlReportStore:
    """The reports of the database, as merging asks for them; remembers which article each is of."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._filed: dict[str, Filed] = {}
        self._keys: dict[int, str] = {}
        self._reports: dict[str, Report] = {}

    def take(self, rows: Iterable[Filed]) -> list[Report]:
        """Return the reports of these rows, and remember them."""
        found = []
        for row in rows:
            report = self._reports.get(self._keys.get(row.article_id, "")) or restored(row.facts)
            self._filed[report.key], self._keys[row.article_id], self._reports[report.key] = (
                row,
                report.key,
                report,
            )
            found.append(report)
        return found

    def sharing(self, wanted: Collection[str]) -> list[Report]:
        """Return the reports filed under any of these keys."""
        return self.take(filed_reports.sharing(self._session, wanted))

    def tied(self, reports: Collection[str]) -> list[Report]:
        """Return the reports that these are tied to by evidence or by an admin's word."""
        ids = filed_reports.tied_to(self._session, [self.article(key) for key in reports])
        known = [self._keys[one] for one in sorted(ids) if one in self._keys]
        return [self._reports[key] for key in known] + self.take(
            filed_reports.of_articles(self._session, [one for one in ids if one not in self._keys])
        )

    def rulings(self, reports: Collection[str]) -> Rulings:
        """Return what admins said of any of these."""
        rows = filed_reports.rulings(self._session, [self.article(key) for key in reports])
        pairs = [
            (row.together, self._keys.get(row.one_id), self._keys.get(row.two_id)) for row in rows
        ]
        told = [(together, pair(one, two)) for together, one, two in pairs if one and two]
        return Rulings(
            {pair for together, pair in told if together},
            {pair for together, pair in told if not together},
        )

    def article(self, key: str) -> int:
        """Return the id of the article of a report."""
        return self._filed[key].article_id

    def report(self, key: str) -> Report:
        """Return a report by its key."""
        return self._reports[key]

    def event(self, key: str) -> int | None:
        """Return the event that a report belonged to when it was fetched."""
        return self._filed[key].event_id


def file(
    session: Session,
    article_id: int,
    report: Report,
    now: datetime,
    *,
    cancel_proof: str | None = None,
) -> Filing | None:
    """File the report of an article, and return what came of it.

    None when another reader was faster.

    Args:
        session: The transaction.
        article_id: The article, which nobody has read yet, or whose outlet has edited it.
        report: What it says.
        now: The present.
        cancel_proof: The sentence of it that calls the event off, or None.
    """
    read = {"state": ArticleState.EVENT, "language": report.language, "cancel_proof": cancel_proof}
    if not articles.finish(session, article_id, now, **read):
        return None
    filed_reports.lock_merging(session)
    files = SqlReportStore(session)
    before = [one for one in filed_reports.tied_to(session, [article_id]) if one != article_id]
    home = next(iter(filed_reports.of_articles(session, [article_id])), None)
    filed_reports.file(session, article_id, report.stored(), index_keys(report))
    files.take([Filed(article_id, home.event_id if home else None, report.stored())])
    settlement = assign(report, files, files.take(filed_reports.of_articles(session, before)))
    filed_reports.tie(
        session,
        [
            _tie(files, tie.one, tie.two, tie.evidence.score, tie.evidence.reasons)
            for tie in settlement.ties
        ],
    )
    told = _arrange(session, files, settlement.events, now, report.key)
    alerts, edits = _owe(session, told.values(), now)
    event = told[report.key]
    return Filing(event.event_id, event.new, alerts, edits)


def withdraw(session: Session, article_id: int, now: datetime) -> None:
    """Take an article that reports no event any more out of the one that it belonged to."""
    files = SqlReportStore(session)
    rest = [one for one in filed_reports.tied_to(session, [article_id]) if one != article_id]
    filed_reports.forget(session, article_id)
    _settle_anew(session, files, rest, now)


def split(
    session: Session, event_id: int, article_ids: Collection[int], now: datetime
) -> list[int]:
    """Part these articles from the others of an event for ever, and return the events that come of it."""
    files = SqlReportStore(session)
    filed_reports.lock_merging(session)
    whole = {row.article_id for row in filed_reports.of_event(session, event_id)}
    parted = whole & set(article_ids)
    filed_reports.add_ruling(
        session, [(one, two) for one in parted for two in whole - parted], together=False, now=now
    )
    filed_reports.add_ruling(session, _chain(parted), together=True, now=now)
    filed_reports.add_ruling(session, _chain(whole - parted), together=True, now=now)
    return _settle_anew(session, files, whole, now)


def join(session: Session, event_ids: Collection[int], now: datetime) -> list[int]:
    """Make one event of several for ever, and return the events that come of it: one, unless admins have said otherwise before."""
    files = SqlReportStore(session)
    filed_reports.lock_merging(session)
    rows = [
        row.article_id
        for event_id in sorted(event_ids)
        for row in filed_reports.of_event(session, event_id)
    ]
    by_event = [
        {row.article_id for row in filed_reports.of_event(session, event_id)}
        for event_id in sorted(event_ids)
    ]
    crossed = [
        (one, two)
        for at, left in enumerate(by_event)
        for right in by_event[at + 1 :]
        for one in left
        for two in right
    ]
    filed_reports.add_ruling(session, crossed, together=True, now=now)
    return _settle_anew(session, files, rows, now)


def _chain(article_ids: Collection[int]) -> list[tuple[int, int]]:
    return list(pairwise(sorted(article_ids)))


def _settle_anew(
    session: Session, files: SqlReportStore, article_ids: Collection[int], now: datetime
) -> list[int]:
    touched = connected(files.take(filed_reports.of_articles(session, article_ids)), files)
    told = _arrange(session, files, partition(touched, files), now)
    _owe(session, told.values(), now)
    return sorted({one.event_id for one in told.values()})


def _arrange(
    session: Session,
    files: SqlReportStore,
    clusters: Clusters,
    now: datetime,
    new: str | None = None,
) -> dict[str, event_writes.SavedEvent]:
    """Keep how reports part into events.

    Return, by report, what became of the events that this may have changed.

    With a `new` report, those events are left alone that neither gain nor lose one; without, all
    are told anew.
    """
    members = [[report.key for report in cluster] for cluster in clusters]
    ids, gone = match_existing(
        members, {key: files.event(key) for cluster in members for key in cluster}
    )
    told: dict[str, event_writes.SavedEvent] = {}
    for cluster, event_id in zip(clusters, ids, strict=True):
        same = event_id is not None and all(
            files.event(report.key) == event_id for report in cluster
        )
        left = event_id is not None and sum(
            files.event(key) == event_id for group in members for key in group
        ) != len(cluster)
        if new is not None and same and not left and new not in {report.key for report in cluster}:
            continue
        article_ids = [files.article(report.key) for report in cluster]
        whole = summary(cluster)
        facts = _event(session, files, whole)
        event = event_writes.save_event(session, event_id, facts, article_ids, now, _matters)
        if event.new or event.change.differs:
            search.index(session, event.event_id, index_words)
        _attest(session, files, whole, facts)
        told |= dict.fromkeys((report.key for report in cluster), event)
    for event_id, at in gone.items():
        survivor = told[members[at][0]].event_id
        event_writes.redirect(session, event_id, survivor, now)
        outbox.redirect(session, event_id, survivor, now)
    _relate(
        session,
        [report for cluster in clusters for report in cluster],
        {one.event_id for one in told.values()},
    )
    return told


def _owe(
    session: Session, told: Iterable[event_writes.SavedEvent], now: datetime
) -> tuple[int, int]:
    alerts = edits = 0
    for event in {one.event_id: one for one in told if one.change.differs or one.new}.values():
        alerts += outbox.enqueue_alerts(session, event.event_id, now)
        edits += 0 if event.new else outbox.enqueue_edits(session, event.event_id, now)
        if event.change.matters:
            outbox.enqueue_change(session, event.event_id, event.change.revision, now)
    return alerts, edits


def _tie(files: SqlReportStore, one: str, two: str, score: float, reasons: Sequence[object]) -> Tie:
    ids = sorted((files.article(one), files.article(two)))
    plain = [[getattr(reason, name) for name in ("name", "weight", "detail")] for reason in reasons]
    return Tie(one_id=ids[0], two_id=ids[1], score=score, reasons=plain)


def _event(session: Session, files: SqlReportStore, whole: Summary) -> NewEvent:
    """Return what the reports of an event say together, as it is kept."""
    dated, placed = whole.dated, whole.placed
    return NewEvent(
        title=whole.lead.title,
        kind=whole.kind,
        language=whole.lead.language,
        tense=whole.tense,
        starts_on=dated.start if dated else None,
        ends_on=dated.end if dated else None,
        city=placed.city if placed else None,
        city_id=placed.city_id if placed else None,
        country=placed.country if placed else None,
        country_code=placed.country_code if placed else None,
        venue=whole.venue,
        date_proof=dated.date_proof if dated else None,
        place_proof=placed.place_proof if placed else None,
        organizations=whole.organizations,
        participations=_participations(session, files, whole.people),
    )


def _participations(
    session: Session, files: SqlReportStore, present: Sequence[Presence]
) -> tuple[NewParticipation, ...]:
    """Return everybody with who that is: known already, or added now."""
    wanted = [
        frozenset(key for name, language in one.spellings for key in _person_keys(name, language))
        for one in present
    ]
    known = people.sharing(session, frozenset().union(*wanted)) if present else {}
    found, fresh = list[NewParticipation](), dict[int, set[tuple[str, str | None]]]()
    added = list[tuple[int, list[NameRecord]]]()
    for one, mine in zip(present, wanted, strict=True):
        person, article_id = one.person, files.article(one.report)
        bearers = [
            NameRecord(name, person.role, person.affiliation, language)
            for name, language in one.spellings
        ]
        candidates = {row.id: row for row, theirs in known.values() if mine & theirs}
        person_id = choose(
            bearers, [*((row.id, _bearers(row)) for row in candidates.values()), *added]
        )
        if person_id is None:
            person_id = known_people.add_person(session, person.name)
            added.append((person_id, bearers))
        met = (
            {name for name, _ in candidates[person_id].names} if person_id in candidates else set()
        )
        fresh.setdefault(person_id, set()).update(
            pair for pair in one.spellings if pair[0] not in met
        )
        told = (
            person.name,
            person.role,
            person.affiliation,
            person.attended,
            person.moderator,
            person.proof,
        )
        found.append(NewParticipation(*told, article_id, person_id))
    known_people.remember_spellings(session, fresh)
    return tuple(found)


def _attest(session: Session, files: SqlReportStore, whole: Summary, facts: NewEvent) -> None:
    """Keep who heads which organisation according to an event's reports."""
    ids = {
        one.person: told.person_id
        for one, told in zip(whole.people, facts.participations, strict=True)
    }
    for one in find_headships(whole):
        day = files.report(one.report).published
        tenure = Tenure(
            organization=one.organization,
            person_id=ids[one.person],
            role=one.person.role or "",
            since=one.since,
            first_seen_on=day,
            last_seen_on=day,
            article_id=files.article(one.report),
            proof=one.person.proof,
        )
        headships.record(session, tenure)


def _person_keys(name: str, language: str) -> frozenset[str]:
    return name_matching.pair_keys(name, language) or name_matching.index_keys(name, language)


def _bearers(known: people.PersonCandidate) -> list[NameRecord]:
    offices = known.offices or ((None, None),)
    return [
        NameRecord(name, role, affiliation, language)
        for name, language in known.names
        for role, affiliation in offices
    ]


def _matters(was: ChangedFacts, became: ChangedFacts, today: date) -> bool:
    return event_changes.matters(was, became, today, load_catalogue().places)


def _relate(session: Session, reports: Sequence[Report], event_ids: Collection[int]) -> None:
    """Note of each event around whether it is a part of another."""
    beside = frozenset(
        key for report in reports for key in lookup_keys(report) if key.startswith("c ")
    )
    relatives = filed_reports.relatives(session, event_ids, beside)
    kin = [
        SubEventCandidate(
            one.event.id,
            one.event.kind,
            one.event.starts_on,
            one.event.ends_on,
            one.event.city_id,
            one.organizations,
            one.umbrella,
            one.reports,
            one.format,
        )
        for one in relatives
    ]
    whole = parents(kin)
    for one in relatives:
        if one.event.parent_id != whole[one.event.id]:
            one.event.parent_id = whole[one.event.id]
