"""What `tco-bot score` does with stories: merges them and compares with how people sorted them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, combinations
from pathlib import Path

from bot.evaluation import clustering
from bot.extraction import article_file
from bot.extraction.article_file import UnreadableArticle
from bot.extraction.reader import Reader
from bot.merging.incremental import MemoryReportStore
from bot.merging.knowledge import MergingKnowledge
from bot.merging.report import Report
from bot.merging.similarity import score_pair
from bot.pipeline.interpret_article import interpret
from config.catalogue import ReadersCatalogue

SINGLES = "singles"
"""The folder whose articles each stand alone."""

SHUFFLES = 50
"""Orders of arrival that are tried."""


@dataclass(frozen=True, slots=True)
class StoryReports:
    """Stories, read.

    Attributes:
        story: Each article's story, by its address.
        names: What each article is called.
        reports: Of those that report an event.
        joining: Of those that may tell of one that others report.
    """

    story: dict[str, str]
    names: dict[str, str]
    reports: list[Report]
    joining: list[Report]


def holds_stories(directory: Path) -> bool:
    """Whether `directory` holds stories: folders of articles without gold facts beside them."""
    return any(not path.with_suffix(".json").exists() for path in directory.glob("*/*-*.txt"))


def score_stories(directory: Path, catalogue: ReadersCatalogue, *, errors: bool) -> Iterator[str]:
    """Give the lines of the score of the stories in `directory`; each wrong pair with `errors`."""
    knowledge = MergingKnowledge(catalogue)
    read = read_stories(directory, catalogue)
    story, found = read.story, _merged(read.reports, read.joining, knowledge)
    merged = set(chain.from_iterable(found))
    events = [*found, *((key,) for key in sorted(set(story) - merged))]
    if errors:
        yield from _errors(events, read, knowledge)
    b_cubed = clustering.b_cubed(events, story)
    yield clustering.pairwise(events, story).row("pairwise")
    yield b_cubed.row("B-cubed")
    orders, lost = _orders(read, found, knowledge), len(story) - len(merged)
    stories = len(set(story.values()))
    yield f"{len(story)} articles of {stories} stories; {lost} read as no event; {orders}"


def read_stories(directory: Path, catalogue: ReadersCatalogue) -> StoryReports:
    """Return the stories in `directory`, each article read as the bot would."""
    now, reader = datetime.now(UTC), Reader(catalogue)
    found = StoryReports({}, {}, [], [])
    for path in sorted(directory.glob("*/*-*.txt")):
        article = article_file.parse(article_file.decode(path.read_bytes(), str(path)))
        if article.url is None:
            raise UnreadableArticle(str(path), "names no address")
        read = interpret(article, now, reader, catalogue.places)
        folder = path.parent.name
        found.story[article.url] = f"{folder}/{path.stem}" if folder == SINGLES else folder
        found.names[article.url] = f"{folder}/{path.stem}"
        if read.report is not None:
            found.reports.append(read.report)
        elif read.joining is not None:
            found.joining.append(read.joining)
    return found


def _merged(
    reports: list[Report], joining: list[Report], knowledge: MergingKnowledge
) -> list[tuple[str, ...]]:
    store = MemoryReportStore(knowledge)
    for report in reports:
        store.add(report)
    for report in joining:
        store.add_joining(report)
    return store.events()


def _orders(read: StoryReports, found: list[tuple[str, ...]], knowledge: MergingKnowledge) -> str:
    """Merge in many orders of arrival, and say how many give the same events."""
    same = 0
    for seed in range(SHUFFLES):
        reports, joining = list(read.reports), list(read.joining)
        order = random.Random(seed)  # noqa: S311 - an order, not a secret
        order.shuffle(reports)
        order.shuffle(joining)
        same += _merged(reports, joining, knowledge) == found
    return f"the same events in {same} of {SHUFFLES} orders of arrival"


def _errors(
    events: list[tuple[str, ...]], read: StoryReports, knowledge: MergingKnowledge
) -> Iterator[str]:
    story, names = read.story, read.names
    event_of = {key: number for number, cluster in enumerate(events) for key in cluster}
    known = {report.key: report for report in [*read.reports, *read.joining]}
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
