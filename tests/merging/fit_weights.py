"""Fits the numbers of `bot.merging.weights` to the stories: `python -m tests.merging.fit_weights`.

Logistic regression by gradient descent over all pairs of reports that share a key: how often each
number counts in a pair, against whether a person sorted the two into one story. The numbers in
force are where the fit begins and what it is held to (a ridge around them), so that what the
stories hardly speak of stays as it was set. Folds are families of stories (those that look alike
stand beside each other), so that what is scored was never seen. `short_stories/kept` is never read.

    python -m tests.merging.fit_weights                the cross-validated figures
    python -m tests.merging.fit_weights --write 8 1.1  fits to all with that ridge and shift of the
                                                       prior, and writes the table
"""

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from itertools import combinations, product
from pathlib import Path

from bot.cli.score_stories import read_stories
from bot.evaluation import clustering as measures
from bot.merging import weights as table
from bot.merging.blocking import index_keys, lookup_keys
from bot.merging.clustering import clusters
from bot.merging.report import Report
from bot.merging.similarity import score_pair
from bot.merging.weights import WEIGHTS, Weight
from tests.defaults import CATALOGUE, KNOWLEDGE

CORPUS = Path(__file__).parents[1] / "corpus"
FOLDERS = (CORPUS / "stories", CORPUS / "short_stories" / "tuned")
"""What may be looked at; another folder in the same form can be named behind the options."""

FAMILIES = 1000
"""Families of a folder at most."""

FOLDS = 6
ROUNDS = 400
STEP = 0.5
RIDGES = (8.0, 24.0)
SHIFTS = (0.0, 0.4, 0.8, 1.1)
"""What is given back to the prior, which the weight of pairs of two events has lowered, in nats."""

AGAINST = 2.0
"""How much a pair of two events counts: a false join is worse than a missed one."""

FRESH = 3.0
"""How much a pair of a folder named behind the options counts: no rule was made for its stories."""

PRIOR = "prior"
Pair = tuple[dict[str, float], bool, int]
"""How often each number counts, whether the two are of one story, and the family."""


@dataclass(frozen=True)
class Stories:
    """Reports of stories, those of no body too, with what a person sorted them into."""

    reports: list[Report]
    joining: list[Report]
    story: Mapping[str, str]
    family: Mapping[str, int]

    def folder(self, report: Report) -> str:
        """Return which folder a report is of: two may hold stories of one event."""
        return self.story[report.key].partition("/")[0]


def named_weights() -> dict[str, Weight]:
    """Return each weight of the table under its name: "days.same_first"."""
    found = {PRIOR: WEIGHTS.prior}
    for group in fields(WEIGHTS):
        rows = getattr(WEIGHTS, group.name)
        if not isinstance(rows, Weight):
            each = {row.name: getattr(rows, row.name) for row in fields(rows)}
            found |= {
                f"{group.name}.{name}": it for name, it in each.items() if isinstance(it, Weight)
            }
    return found


def load(folders: Iterable[Path]) -> Stories:
    """Read all stories; two neighbours and whatever shares their first word are one family."""
    reports: list[Report] = []
    joining: list[Report] = []
    story: dict[str, str] = {}
    family: dict[str, int] = {}
    for at, folder in enumerate(folders):
        read = read_stories(folder, CATALOGUE)
        reports += read.reports
        joining += read.joining
        every = (*read.reports, *read.joining)
        sorted_by = {report.key: read.story[report.key] for report in every}
        for key, name in sorted_by.items():
            story[key] = f"{at}/{name}"
            number = re.match(r"\d+", name)
            family[key] = FAMILIES * at + ((int(number[0]) - 1) // 4 if number else FAMILIES - 1)
    return Stories(reports, joining, story, family)


def pairs(stories: Stories) -> list[Pair]:
    """Return all pairs that would be compared; of two reports of no body none is."""
    names = {id(weight): name for name, weight in named_weights().items()}
    every = (*stories.joining, *stories.reports)
    wanted = {report.key: lookup_keys(report, KNOWLEDGE) for report in every}
    filed = {report.key: index_keys(report, KNOWLEDGE) for report in stories.reports}
    found: list[Pair] = []
    for one, two in (*combinations(stories.reports, 2), *product(stories.joining, stories.reports)):
        if stories.folder(one) != stories.folder(two) or wanted[one.key].isdisjoint(filed[two.key]):
            continue
        counts = defaultdict[str, float](float, {PRIOR: 1.0})
        for reason in score_pair(one, two, KNOWLEDGE).reasons:
            for weight, times in reason.parts:
                counts[names[id(weight)]] += times
        same = stories.story[one.key] == stories.story[two.key]
        found.append((dict(counts), same, stories.family[one.key]))
    return found


def fitted(given: Sequence[Pair], ridge: float) -> dict[str, float]:
    """Return the numbers that fit `given` best while staying near those in force."""
    start = {name: weight.nats for name, weight in named_weights().items()}
    now = dict(start)
    weighed = [(counts, same, _counting(same, family)) for counts, same, family in given]
    total = sum(times for *_, times in weighed)
    squares = defaultdict[str, float](lambda: 1e-8)
    for _ in range(ROUNDS):
        slope = {name: ridge * (now[name] - start[name]) / total for name in now}
        for counts, same, each in weighed:
            score = sum(now[name] * times for name, times in counts.items())
            chance = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
            push = (chance - same) * each / total
            for name, times in counts.items():
                slope[name] += push * times
        for name, value in slope.items():
            squares[name] += value * value
            now[name] -= STEP * value / math.sqrt(squares[name])
            if name != PRIOR and start[name] and now[name] * start[name] < 0:
                now[name] = 0.0  # what speaks for one event never speaks against it
    return now


def _counting(same: bool, family: int) -> float:
    fresh = family >= FAMILIES * len(FOLDERS)
    return (1.0 if same else AGAINST) * (FRESH if fresh else 1.0)


@contextmanager
def in_force(values: Mapping[str, float]) -> Iterator[None]:
    """Let the table have other numbers for a while."""
    before = {name: weight.nats for name, weight in named_weights().items()}
    for name, weight in named_weights().items():
        object.__setattr__(weight, "nats", values[name])
    try:
        yield
    finally:
        for name, weight in named_weights().items():
            object.__setattr__(weight, "nats", before[name])


def events(reports: Sequence[Report]) -> list[tuple[str, ...]]:
    """Return how the numbers in force part `reports`."""
    filed = {report.key: index_keys(report, KNOWLEDGE) for report in reports}
    wanted = {report.key: lookup_keys(report, KNOWLEDGE) for report in reports}

    def weigh(one: Report, two: Report) -> float:
        if wanted[one.key].isdisjoint(filed[two.key]) and wanted[two.key].isdisjoint(
            filed[one.key]
        ):
            return -9.0
        return score_pair(one, two, KNOWLEDGE).score

    return [tuple(one.key for one in cluster) for cluster in clusters(reports, weigh)]


def scored(
    stories: Stories, values: Mapping[str, float], chosen: set[int]
) -> list[tuple[str, ...]]:
    """Return the clusters of the families `chosen` with other numbers, folder by folder."""
    found: list[tuple[str, ...]] = []
    with in_force(values):
        for folder in sorted({stories.folder(one) for one in stories.reports}):
            found += events(
                [
                    one
                    for one in stories.reports
                    if stories.family[one.key] in chosen and stories.folder(one) == folder
                ]
            )
    return found


Fold = tuple[set[int], dict[str, float]]
"""Families that are left out, and what was fitted to the others."""


def folds(stories: Stories, given: Sequence[Pair], ridge: float) -> list[Fold]:
    """Return what is fitted without each part of the families."""
    return [
        (out, fitted([pair for pair in given if pair[2] not in out], ridge))
        for out in _parts(stories)
    ]


def _parts(stories: Stories) -> list[set[int]]:
    families = sorted(set(stories.family.values()))
    return [set(families[at::FOLDS]) for at in range(FOLDS)]


def cross_validated(stories: Stories, parts: Sequence[Fold], shift: float = 0.0) -> str:
    """Return the figures on the families that each part leaves out."""
    found: list[tuple[str, ...]] = []
    for out, values in parts:
        found += scored(stories, {**values, PRIOR: values[PRIOR] + shift}, out)
    return "\n".join(_figures(found, stories, folder) for folder in ("0", "1", "2", ""))


def _figures(found: Sequence[tuple[str, ...]], stories: Stories, folder: str) -> str:
    chosen = [one for one in found if stories.story[one[0]].startswith(folder)]
    story = {key: stories.story[key] for cluster in chosen for key in cluster}
    pairwise, b_cubed = measures.pairwise(chosen, story), measures.b_cubed(chosen, story)
    return f"   {folder or 'all':4}{pairwise.row('pairwise')}   {b_cubed.row('B-cubed')}"


def write(values: Mapping[str, float]) -> None:
    """Put the numbers into the table's file."""
    path = Path(table.__file__)
    text = path.read_text(encoding="utf-8")
    classes = {field.name: type(getattr(WEIGHTS, field.name)).__name__ for field in fields(WEIGHTS)}
    for name, value in values.items():
        group, _, row = name.rpartition(".")
        start = text.index(f"class {classes[group] if group else 'Weights'}")
        pattern = re.compile(rf"(\n    {row or name}: Weight = Weight\(\s*)-?[\d.]+")
        text = text[:start] + pattern.sub(rf"\g<1>{value:.1f}", text[start:], count=1)
    path.write_text(text.replace("(-0.0,", "(0.0,"), encoding="utf-8")


def say(*words: str) -> None:
    """Write a line."""
    sys.stdout.write(f"{' '.join(words)}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str]) -> None:
    """Print the cross-validated figures, or write the table."""
    more = [Path(name) for name in arguments if Path(name).is_dir()]
    stories = load([*FOLDERS, *more])
    given = pairs(stories)
    say(f"{len(stories.reports)} reports, {len(given)} pairs, {sum(p[1] for p in given)} of one")
    if "--write" in arguments:
        ridge, shift = map(float, arguments[arguments.index("--write") + 1 :][:2])
        values = fitted(given, ridge)
        write({**values, PRIOR: values[PRIOR] + shift})
        return
    in_force_now = {name: weight.nats for name, weight in named_weights().items()}
    apart = [(out, in_force_now) for out in _parts(stories)]
    say(f"in force\n{cross_validated(stories, apart)}")
    for ridge in RIDGES:
        parts = folds(stories, given, ridge)
        for shift in SHIFTS:
            say(f"ridge {ridge}, shift {shift}\n{cross_validated(stories, parts, shift)}")


if __name__ == "__main__":
    main(sys.argv[1:])
