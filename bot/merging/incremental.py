"""Takes in one report after another and says how the reports around it part into events.

What a new report changes is found through pairs with evidence for one event, step by step and no
further than something changes (`bot.merging.surroundings`); that gives what parting all reports at
once would give. That is why the order of arrival makes no difference, and why a report that closes
a gap brings two events together.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.merging.blocking import index_keys, lookup_keys
from bot.merging.joining import find_home
from bot.merging.knowledge import MergingKnowledge
from bot.merging.known_pairs import JOIN, Pair, Rulings, pair
from bot.merging.pair_scores import PairScores
from bot.merging.report import Report
from bot.merging.similarity import Evidence
from bot.merging.surroundings import FiledReports, parted_around


@dataclass(frozen=True, slots=True)
class Tie:
    """A pair of reports with evidence for one event.

    Attributes:
        one: Key of a report.
        two: Key of another.
        evidence: What speaks for it.
    """

    one: str
    two: str
    evidence: Evidence


class ReportStore(FiledReports, Protocol):
    """Where reports are kept."""

    def sharing(self, wanted: Collection[str]) -> Iterable[Report]:
        """Return the reports filed under any of these keys.

        There may be very many, of which few will matter: none is held here before `hold`.
        """

    def hold(self, reports: Iterable[Report]) -> None:
        """Remember these of `sharing`."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """How the reports around a new one part.

    Attributes:
        ties: The new report's.
        events: Clusters of the reports of all events that it may change, itself among them.
    """

    ties: tuple[Tie, ...]
    events: tuple[tuple[Report, ...], ...]


def assign(
    new: Report,
    files: ReportStore,
    knowledge: MergingKnowledge,
    scores: PairScores,
    also: Collection[Report] = (),
) -> Assignment:
    """Return what `new`, which is not yet in `files`, ties together.

    Args:
        new: The report.
        files: All others.
        knowledge: What the keys of reports are made with.
        scores: Weighs pairs of reports.
        also: Reports to be parted anew with it: those that its earlier wording was tied to.
    """
    ties: list[tuple[Report, Tie]] = []
    for other in files.sharing(lookup_keys(new, knowledge)):
        evidence = scores.evidence(new, other) if other.key != new.key else None
        if evidence is not None and evidence.score > JOIN:
            ties.append((other, Tie(new.key, other.key, evidence)))
    ties.sort(key=lambda tie: tie[1].two)
    tied = [other for other, _ in ties]
    files.hold(tied)
    events = parted_around([new, *also], tied, files, scores.score)
    return Assignment(tuple(tie for _, tie in ties), events)


class MemoryReportStore:
    """Reports in memory: for a corpus."""

    def __init__(self, knowledge: MergingKnowledge) -> None:
        self._knowledge = knowledge
        self._scores = PairScores(knowledge)
        self._reports: dict[str, Report] = {}
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._ties: dict[str, set[str]] = defaultdict(set)
        self._clusters: dict[str, tuple[str, ...]] = {}
        self._joining: dict[str, Report] = {}

    def sharing(self, wanted: Collection[str]) -> list[Report]:
        """Return the reports filed under any of these keys."""
        return self._all_of(self._by_key, wanted)

    def hold(self, reports: Iterable[Report]) -> None:
        """Remember nothing: all are here."""

    def tied(self, reports: Collection[str]) -> list[Report]:
        """Return the reports that these are tied to."""
        return self._all_of(self._ties, reports)

    def ties_among(self, reports: Collection[str]) -> set[Pair]:
        """Return the pairs of these reports that are tied."""
        wanted = set(reports)
        found: set[Pair] = set()
        for key in wanted:
            found.update(pair(key, other) for other in self._ties[key] & wanted)
        return found

    def events_of(self, reports: Collection[str]) -> list[list[Report]]:
        """Return the events of these reports, each with all its reports."""
        found = {self._clusters[key] for key in reports if key in self._clusters}
        return [[*map(self._reports.__getitem__, event)] for event in sorted(found)]

    def rulings(self, reports: Collection[str]) -> Rulings:  # noqa: ARG002 - a corpus has no admins
        """Return none."""
        return Rulings()

    def _all_of(self, index: Mapping[str, set[str]], keys: Collection[str]) -> list[Report]:
        """Return the reports that `index` has under any of these keys, in order."""
        found: set[str] = set()
        for key in keys:
            found |= index.get(key, set())
        return [self._reports[key] for key in sorted(found)]

    def add(self, report: Report) -> None:
        """File a report and part anew what it touches."""
        assignment = assign(report, self, self._knowledge, self._scores)
        self._reports[report.key] = report
        for key in index_keys(report, self._knowledge):
            self._by_key[key].add(report.key)
        for tie in assignment.ties:
            self._ties[tie.one].add(tie.two)
            self._ties[tie.two].add(tie.one)
        for cluster in assignment.events:
            members = tuple(member.key for member in cluster)
            self._clusters |= dict.fromkeys(members, members)

    def add_joining(self, report: Report) -> None:
        """File a report that founds no event; it is asked in the end where it goes."""
        self._joining[report.key] = report

    def events(self) -> list[tuple[str, ...]]:
        """Return the clusters as keys of reports, in order, with what goes to each."""
        joined = defaultdict[tuple[str, ...], list[str]](list)
        for key, report in self._joining.items():
            near = defaultdict[tuple[str, ...], list[Evidence]](list)
            for other in self.sharing(lookup_keys(report, self._knowledge)):
                near[self._clusters[other.key]].append(self._scores.evidence(report, other))
            event = find_home(report, near)
            if event is not None:
                joined[event].append(key)
        clusters = set(self._clusters.values())
        return sorted(tuple(sorted([*cluster, *joined[cluster]])) for cluster in clusters)


def match_existing(
    events: Sequence[Sequence[str]],
    was: Mapping[str, int | None],
    founders: Collection[str] = (),
) -> tuple[list[int | None], dict[int, int]]:
    """Say which known event each cluster goes on as.

    The oldest known event goes on as the cluster that holds the report that founded it, or else
    most of its reports, then the next; so a card that was sent stays with what it was sent for. A
    cluster that holds none, or only those of events that go on elsewhere, is a new event.

    Args:
        events: Clusters as keys of reports.
        was: Report -> the event that it belonged to, or None.
        founders: The first report of each known event.

    Returns:
        For each cluster its event or None for a new one; and, for each event that goes on as none,
        the index of the cluster that most of its reports went to.
    """
    ids: list[int | None] = [None] * len(events)
    gone: dict[int, int] = {}
    for event_id in sorted({home for home in was.values() if home is not None}):
        theirs = {key for key, home in was.items() if home == event_id}
        shares = [len(theirs.intersection(cluster)) for cluster in events]
        founder = theirs.intersection(founders)
        stays = [not founder.isdisjoint(cluster) for cluster in events]
        order = [(not stays[at], -shares[at], min(events[at]), at) for at in range(len(events))]
        ranked = [at for *_, at in sorted(order)]
        free = next((at for at in ranked if shares[at] and ids[at] is None), None)
        if free is None:
            gone[event_id] = ranked[0]
        else:
            ids[free] = event_id
    return ids, gone
