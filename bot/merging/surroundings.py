"""Parts anew the reports around a change, and no more of them than it can have changed.

In a busy month each event is tied to some others by a weak pair, these to others, and so on through
all of them: whoever parted anew all that hangs together by ties would compare everything with each
report that comes. But a cluster that stands as it stood cannot be what another, which stands as it
stood too, is joined with: they were side by side before and were not joined. So only what is tied
to a cluster that has changed is looked at, event by event, until no change touches anything that
was not looked at. What comes of it is what parting all reports at once would give
(`bot.merging.clustering`).
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from bot.merging.clustering import home_of
from bot.merging.known_pairs import KnownPairs, Pair, Rulings, Weigh
from bot.merging.linkage import joined
from bot.merging.report import Report

Group = frozenset[str]


class FiledReports(Protocol):
    """The reports that are filed, and how they stand to each other."""

    def events_of(self, reports: Collection[str]) -> Iterable[Sequence[Report]]:
        """Return the events of these reports, each with all its reports; not of what is in none."""

    def tied(self, reports: Collection[str]) -> Iterable[Report]:
        """Return the reports that these (by their own key) are tied to."""

    def ties_among(self, reports: Collection[str]) -> Iterable[Pair]:
        """Return the pairs of these reports that are tied."""

    def rulings(self, reports: Collection[str]) -> Rulings:
        """Return what admins said of any of these."""


class Surroundings:
    """The reports around a change, met event by event.

    Attributes:
        reports: Those that were met, by their keys.
        event_of: The reports with which each of them was filed, itself among them.
        pairs: What is known of pairs of them.
    """

    def __init__(self, files: FiledReports, by: Weigh) -> None:
        """Begin with none.

        Args:
            files: Where reports and their events are found.
            by: The evidence on two reports, in nats.
        """
        self.reports: dict[str, Report] = {}
        self.event_of: dict[str, Group] = {}
        self.pairs = KnownPairs(by)
        self._files = files
        self._reached: set[str] = set()

    def meet(self, reports: Iterable[Report]) -> list[Group]:
        """Take in the events of these reports, and return those that were not met before."""
        strange = {report.key: report for report in reports if report.key not in self.reports}
        if not strange:
            return []
        fresh = [self._take_in(event) for event in self._files.events_of(strange)]
        left = [report for key, report in strange.items() if key not in self.reports]
        fresh += [self._take_in([report]) for report in left]
        self.pairs.tie(self._files.ties_among(self.reports))
        self.pairs.rule(self._files.rulings([key for event in fresh for key in event]))
        return fresh

    def reach(self, keys: Collection[str]) -> list[Group]:
        """Take in all that these reports are tied to; return the events not met before."""
        asked = set(keys) - self._reached
        self._reached |= asked
        return self.meet(self._files.tied(sorted(asked))) if asked else []

    def _take_in(self, event: Iterable[Report]) -> Group:
        members = {report.key: report for report in event if report.key not in self.reports}
        self.reports |= members
        self.pairs.add(members.values())
        group = frozenset(members)
        self.event_of |= dict.fromkeys(group, group)
        return group


def parted_around(
    changed: Collection[Report], tied: Collection[Report], files: FiledReports, by: Weigh
) -> tuple[tuple[Report, ...], ...]:
    """Return how the reports part of all events that a change may change.

    Args:
        changed: Reports that are new, or were said to be otherwise tied; those of their events are
            all parted anew.
        tied: What the first of `changed` is tied to, if it is not filed yet.
        files: All others.
        by: The evidence on two reports, in nats.
    """
    around = Surroundings(files, by)
    events, mine = around.meet([*changed, *tied]), {report.key for report in changed}
    fresh = [event for event in events if event.isdisjoint(mine)]
    around.pairs.tie((report.key, other.key) for report in [*changed][:1] for other in tied)
    stood: set[Group] = set()
    while True:
        stood.update(group for event in fresh for group in joined(event, around.pairs))
        groups = joined(around.reports, around.pairs)
        restless = set[str]().union(*(group for group in groups if group not in stood))
        fresh = around.reach(restless)
        if not fresh:
            parted = _with_lonely(groups, restless, around)
            return tuple(tuple(map(around.reports.__getitem__, keys)) for keys in parted)


def _with_lonely(groups: list[Group], restless: set[str], around: Surroundings) -> list[list[str]]:
    """Return the keys of the events that may have changed, and of those that gained a report.

    Reports that stand alone are put to the one event that they may belong to; the others of their
    event with them, and those for whom another has changed.
    """
    single = {key for group in groups if len(group) == 1 for key in group}
    wavering = {key for key in single if not restless.isdisjoint(around.pairs.tied[key])}
    touched = {around.event_of[key] for key in restless | wavering}
    asked = sorted(key for key in single if around.event_of[key] in touched)
    beside = [joined(event, around.pairs) for event in around.reach(asked)]
    several = [group for part in (groups, *beside) for group in part if len(group) > 1]
    parted: dict[Group, set[str]] = {}
    for group in several:
        if around.event_of[min(group)] in touched:
            parted[group] = set(group)
    for key in asked:
        home = home_of(key, several, around.pairs) or frozenset((key,))
        event = around.event_of[min(home)]
        # An event that stands as it stood takes it in with all that it has.
        whole = home if event in touched else event
        parted.setdefault(whole, set(whole)).add(key)
    return sorted(sorted(group) for group in parted.values())
