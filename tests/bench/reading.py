"""How many articles a second the reader reads, a row a language, beside the floor: finding the words of the same text."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from bot import articlefile
from bot.events import reader
from bot.events.reading import ArticleText

CORPUS = Path(__file__).parents[1] / "corpus"
NOW = datetime(2024, 4, 25, tzinfo=UTC)
SECONDS = 1.0
_WORD = re.compile(r"\w+")


def rows() -> Iterator[str]:
    """Give the lines of the table."""
    yield f"{'reading':10}{'articles/s':>12}{'words/article':>15}{'floor/s':>12}{'times floor':>13}"
    for language, articles in sorted(_articles().items()):
        words = sum(len(_WORD.findall(article.text)) for article in articles) // len(articles)
        speed = _per_second(articles, lambda article: reader.read(article, NOW))
        floor = _per_second(articles, lambda article: _WORD.findall(article.text))
        yield f"{language:10}{speed:12.0f}{words:15}{floor:12.0f}{floor / speed:13.0f}"


def _articles() -> dict[str, list[ArticleText]]:
    found = defaultdict[str, list[ArticleText]](list)
    for path in sorted(CORPUS.glob("*/*.txt")):
        found[path.parent.name].append(articlefile.parse(articlefile.decode(path.read_bytes(), path.name)))
    return found


def _per_second(articles: list[ArticleText], work: Callable[[ArticleText], object]) -> float:
    for article in articles:
        work(article)  # load and compile outside the measurement
    started, done = perf_counter(), 0
    while (elapsed := perf_counter() - started) < SECONDS:
        for article in articles:
            work(article)
        done += len(articles)
    return done / elapsed
