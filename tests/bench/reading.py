"""How fast the reader reads: a row a language beside its peers on the same texts, and a row a length to see that time grows with it alone.

The peers do far less: dateparser only looks for dates, natasha (Russian) only for names, both without roles. They are installed for the
bench alone (`make bench` says how); a peer that is missing is left out by name.
"""

import importlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from bot import articlefile
from bot.events import reader
from bot.events.reading import ArticleText

CORPUS = Path(__file__).parents[1] / "corpus"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
SECONDS = 1.5
WORDS = 300
_WORD = re.compile(r"\w+")

Work = Callable[[str, str], object]


def rows() -> Iterator[str]:
    """Give the lines of both tables."""
    peers = [(name, make()) for name, make in (("dateparser", _dateparser), ("natasha", _natasha))]
    yield f"reading, articles of {WORDS} words a second on one core" + "".join(f"{name:>14}" for name, _ in peers)
    for language, articles in sorted(_articles().items()):
        words = sum(len(_WORD.findall(article.text)) for article in articles)
        speed = _per_second(articles, words, lambda article: reader.read(article, NOW))
        cells = [_cell(articles, words, language, work) for _, work in peers]
        yield f"{language:10}{speed:42.0f}" + "".join(cells)
    yield from _lengths()


def _cell(articles: list[ArticleText], words: int, language: str, work: Work | None) -> str:
    if work is None or (work is _names and language != "ru"):
        return f"{'-':>14}"
    return f"{_per_second(articles, words, lambda article: work(article.text, language)):14.0f}"


def _articles() -> dict[str, list[ArticleText]]:
    found = defaultdict[str, list[ArticleText]](list)
    for path in sorted(CORPUS.glob("??/*.txt")):
        found[path.parent.name].append(articlefile.parse(articlefile.decode(path.read_bytes(), path.name)))
    return found


def _per_second(articles: list[ArticleText], words: int, work: Callable[[ArticleText], object]) -> float:
    """Return how many times `WORDS` words are worked through in a second of processor time."""
    for article in articles:
        work(article)  # load and compile outside the measurement
    started, done = process_time(), 0
    while (elapsed := process_time() - started) < SECONDS:
        for article in articles:
            work(article)
        done += words
    return done / WORDS / elapsed


def _lengths() -> Iterator[str]:
    text = " ".join(article.text for article in _articles()["en"])
    yield f"{'length':10}{'seconds':>12}{'us/character':>14}"
    for size in (10_000, 100_000, 1_000_000):
        long = (text * (size // len(text) + 1))[:size]
        started = perf_counter()
        reader.read(ArticleText("", long), NOW)
        elapsed = perf_counter() - started
        yield f"{size:<10}{elapsed:12.3f}{elapsed / size * 1e6:14.2f}"


def _dateparser() -> Work | None:
    try:
        search: Any = importlib.import_module("dateparser.search")
    except ImportError:
        return None
    codes = {"uz": "uz", "tk": None}
    return lambda text, language: search.search_dates(text, languages=[code] if (code := codes.get(language, language)) else None)


_pipeline: list[Any] = []


def _natasha() -> Work | None:
    try:
        natasha: Any = importlib.import_module("natasha")
    except ImportError:
        return None
    embedding = natasha.NewsEmbedding()
    _pipeline[:] = [natasha, natasha.Segmenter(), natasha.NewsNERTagger(embedding)]
    return _names


def _names(text: str, _language: str) -> object:
    natasha, segmenter, tagger = _pipeline
    document = natasha.Doc(text)
    document.segment(segmenter)
    document.tag_ner(tagger)
    return document
