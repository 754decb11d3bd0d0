"""How fast the reader reads.

A row a language beside its peers on the same texts, and a row a length to see that time grows with
it alone.

The peers do far less: dateparser only looks for dates, natasha (Russian) only for names, both
without roles. They run in the environment of the bench's peers, which `make bench` sets up; without
it, they are left out.
"""

import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from bot.extraction import article_file
from bot.extraction.facts import ArticleText
from tests.defaults import READER

PYTHON = Path(__file__).parents[2] / ".bench" / "bin" / "python"
PEERS = {"dateparser": None, "natasha": "ru"}
"""Each peer, and the one language that it reads."""

CORPUS = Path(__file__).parents[1] / "corpus"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
SECONDS = 1.5
WORDS = 300
_WORD = re.compile(r"\w+")


def rows() -> Iterator[str]:
    """Give the lines of both tables."""
    peers = PEERS if PYTHON.exists() else {}
    yield f"reading, articles of {WORDS} words a second on one core" + "".join(
        f"{name:>14}" for name in peers
    )
    for language, articles in sorted(_articles().items()):
        words = sum(len(_WORD.findall(article.text)) for article in articles)
        speed = _per_second(articles, words, lambda article: READER.read(article, NOW))
        cells = [
            f"{_peer(name, language, articles) * words / WORDS:14.0f}"
            if only in (None, language)
            else f"{'-':>14}"
            for name, only in peers.items()
        ]
        yield f"{language:10}{speed:42.0f}" + "".join(cells)
    yield from _lengths()


def _peer(name: str, language: str, articles: list[ArticleText]) -> float:
    """Return how often a second a peer works through the articles."""
    command = [
        str(PYTHON),
        str(Path(__file__).with_name("reading_peer.py")),
        name,
        language,
        str(SECONDS),
    ]
    texts = json.dumps([article.text for article in articles])
    # Our own.
    done = subprocess.run(
        command,
        input=texts,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return float(json.loads(done.stdout))


def _articles() -> dict[str, list[ArticleText]]:
    found = defaultdict[str, list[ArticleText]](list)
    for path in sorted(CORPUS.glob("??/*.txt")):
        found[path.parent.name].append(
            article_file.parse(article_file.decode(path.read_bytes(), path.name))
        )
    return found


def _per_second(
    articles: list[ArticleText], words: int, work: Callable[[ArticleText], object]
) -> float:
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
        started = process_time()
        READER.read(ArticleText("", long), NOW)
        elapsed = process_time() - started
        yield f"{size:<10}{elapsed:12.3f}{elapsed / size * 1e6:14.2f}"
