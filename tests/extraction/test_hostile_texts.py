"""No text costs more than its length.

Hostile patterns of every class of token are read in time that grows as they do.
"""

import gc
import os
import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time

import pytest

from bot.extraction import article_file
from bot.extraction.facts import ArticleText
from bot.merging import features
from config.text import fold
from tests import hostile

pytestmark = pytest.mark.slow

NOW = datetime(2024, 5, 2, tzinfo=UTC)
CORPUS = Path(__file__).parents[1] / "corpus"
LONG = bool(os.environ.get("LONG_TESTS"))
SIZE, PATTERNS, SIMPLE = (400_000, 40, 1) if LONG else (4_000, 1, 150)
"""Characters of a text, random patterns a language, and every how many-th of the simple ones is
tried."""

MOST = 3.0 if LONG else 3.6
"""Times the microseconds a character of the longest ordinary article that a hostile one takes.

What is asked is three, and the long form asks it on a machine of its own. Where other tests fill
the caches of the same machine, the many small things of a hostile text suffer more than an article
does: 2.2 times were 3.2 there.
"""

TRIES = 4
"""How often a text that seems too dear is read.

A busy machine slows a run, but not each of several.
"""

SEEN_TO_STOP = (
    "O'",
    "Ali and ",
    "Ali\n",
    "Ali, Veli, ",
    "Ali-Veli-",
    "Ali Veli ",
    "Aliyev ",
    "Ali'nin ",
)
"""Patterns that once cost the square of their length, or a stack as deep as they are long."""


def _seconds(article: ArticleText, *, tries: int = 1) -> float:
    """Return the processor time of reading an article of new words and making its report, the least
    of some tries.
    """
    least = float("inf")
    for _ in range(tries):
        for language in hostile.LEADS:
            hostile.the_reader().lexicon(language).vocabulary.forget()
        fold.cache_clear()
        gc.collect()
        gc.disable()
        try:
            started = process_time()
            tagged = hostile.the_reader().tag(article)
            reading = hostile.the_reader().interpret(tagged, NOW)
            features.report(tagged, reading, NOW.date(), hostile.the_catalogue().places)
            least = min(least, process_time() - started)
        finally:
            gc.enable()
    return least


@pytest.fixture(scope="module")
def ordinary() -> Callable[[], float]:
    """Tells seconds a character of the longest ordinary article, as the machine is just now."""
    articles = [
        article_file.parse(article_file.decode(path.read_bytes(), path.name))
        for path in sorted(CORPUS.glob("??/*.txt"))
    ]
    longest = max(articles, key=lambda article: len(article.text))
    _seconds(longest)  # what is loaded once does not count
    gc.freeze()  # nor is it looked through for garbage before each reading
    return lambda: _seconds(longest, tries=5) / len(longest.text)


def _texts(language: str) -> Iterator[tuple[str, str]]:
    chance = random.Random(f"hostile {language}")  # noqa: S311 - the same texts each time
    yield from ((one, hostile.repeated(language, one, SIZE)) for one in SEEN_TO_STOP)
    for at, pattern in enumerate(hostile.simple_patterns(language)):
        if at % SIMPLE == 0:
            yield pattern, hostile.repeated(language, pattern, SIZE)
    for _ in range(PATTERNS):
        pattern = hostile.random_pattern(language, chance)
        yield pattern, hostile.repeated(language, pattern, SIZE)
        yield pattern, hostile.varied(language, pattern, SIZE, chance)


@pytest.mark.parametrize("language", sorted(hostile.LEADS))
def test_a_hostile_text_costs_little_more_a_character_than_an_ordinary_one(
    language: str, ordinary: Callable[[], float]
) -> None:
    dear, usual = {}, ordinary()
    for pattern, text in _texts(language):
        article = ArticleText("Summit in Astana", text, date(2024, 5, 2), "https://x.org/1")
        times = _seconds(article) / len(text) / usual
        for _ in range(TRIES):
            if times > MOST:  # side by side, for what else the machine does slows both
                times = min(times, _seconds(article) / len(text) / ordinary())
        if times > MOST:
            dear[pattern] = f"{times:.1f} times"
    assert not dear


@pytest.mark.parametrize("pattern", SEEN_TO_STOP)
def test_four_times_the_text_takes_about_four_times_as_long(pattern: str) -> None:
    short, long = (
        min(
            _seconds(ArticleText("Summit", hostile.repeated("en", pattern, size), date(2024, 5, 2)))
            for _ in range(2)
        )
        for size in ((5_000, 20_000) if LONG else (2_000, 8_000))
    )

    assert long < 8 * short


def test_a_text_of_one_endless_sentence_parts_at_its_commas() -> None:
    text = hostile.repeated("en", "Ali Veli, ", 20_000)

    marked = hostile.the_reader().tag(ArticleText("", text))

    assert max(part.last - part.first for part in marked.sentences) <= 400
    assert all(marked.mark(part.last - 1) == "," for part in marked.sentences[1:-1])
    assert [part.number for part in marked.sentences] == list(range(len(marked.sentences)))
