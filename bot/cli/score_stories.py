"""What `tco-bot score` does with stories: merges them and compares with how people sorted them."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from bot.evaluation import clustering
from bot.extraction import article_file
from bot.extraction.article_file import UnreadableArticle
from bot.extraction.reader import Reader
from bot.merging import features
from bot.merging.incremental import MemoryReportStore
from bot.merging.knowledge import MergingKnowledge
from bot.merging.report import Report
from bot.merging.similarity import score_pair
from config.catalogue import Catalogue

SINGLES = "singles"
"""The folder whose articles each stand alone."""

SHUFFLES = 50
"""Orders of arrival that are tried."""


def holds_stories(directory: Path) -> bool:
    """Whether `directory` holds stories: folders of articles without gold facts beside them."""
    return any(not path.with_suffix(".json").exists() for path in directory.glob("*/*-*.txt"))


def score_stories(directory: Path, catalogue: Catalogue, *, errors: bool) -> Iterator[str]:
    """Give the lines of the score of the stories in `directory`; each wrong pair with `errors`."""
    knowledge = MergingKnowledge(catalogue)
    story, reports, names = read_stories(directory, catalogue)
    found = _merged(reports, knowledge)
    merged = {report.key for report in reports}
    events = [*found, *((key,) for key in sorted(set(story) - merged))]
    if errors:
        yield from _errors(events, story, names, reports, knowledge)
    b_cubed = clustering.b_cubed(events, story)
    yield clustering.pairwise(events, story).row("pairwise")
    yield b_cubed.row("B-cubed")
    lost = len(story) - len(reports)
    orders = _orders(reports, found, knowledge)
    stories = len(set(story.values()))
    yield f"{len(story)} articles of {stories} stories; {lost} read as no event; {orders}"


def read_stories(
    directory: Path, catalogue: Catalogue
) -> tuple[dict[str, str], list[Report], dict[str, str]]:
    """Return the stories in `directory`, read.

    Returns:
        Each article's story and the reports of those that report an event, by their addresses, and
        what each article is called.
    """
    now, reader = datetime.now(UTC), Reader(catalogue)
    story, reports, names = dict[str, str](), list[Report](), dict[str, str]()
    for path in sorted(directory.glob("*/*-*.txt")):
        article = article_file.parse(article_file.decode(path.read_bytes(), str(path)))
        if article.url is None:
            raise UnreadableArticle(str(path), "names no address")
        tagged = reader.tag(article)
        reading = reader.interpret(tagged, now)
        report = features.report(tagged, reading, now.date(), catalogue.places)
        folder = path.parent.name
        story[article.url] = f"{folder}/{path.stem}" if folder == SINGLES else folder
        names[article.url] = f"{folder}/{path.stem}"
        if report is not None:
            reports.append(report)
    return story, reports, names


def _merged(reports: list[Report], knowledge: MergingKnowledge) -> list[tuple[str, ...]]:
    store = MemoryReportStore(knowledge)
    for report in reports:
        store.add(report)
    return store.events()


def _orders(
    reports: list[Report], found: list[tuple[str, ...]], knowledge: MergingKnowledge
) -> str:
    """Merge in many orders of arrival, and say how many give the same events."""
    same = 0
    for seed in range(SHUFFLES):
        shuffled = list(reports)
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, not a secret
        same += _merged(shuffled, knowledge) == found
    return f"the same events in {same} of {SHUFFLES} orders of arrival"


def _errors(
    events: list[tuple[str, ...]],
    story: dict[str, str],
    names: dict[str, str],
    reports: list[Report],
    knowledge: MergingKnowledge,
) -> Iterator[str]:
    event_of = {key: number for number, cluster in enumerate(events) for key in cluster}
    known = {report.key: report for report in reports}
    for first, second in combinations(sorted(story), 2):
        joined = event_of[first] == event_of[second]
        if joined == (story[first] == story[second]):
            continue
        what = "false join" if joined else "missed join"
        if first not in known or second not in known:
            yield f"{what}\t{names[first]}\t{names[second]}\tread as no event"
            continue
        evidence = score_pair(known[first], known[second], knowledge)
        reasons = "; ".join(
            f"{reason.name} {reason.weight:+.1f} ({reason.detail})" for reason in evidence.reasons
        )
        yield f"{what}\t{names[first]}\t{names[second]}\t{evidence.score:+.2f}\t{reasons}"
