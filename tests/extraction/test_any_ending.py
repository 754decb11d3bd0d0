"""An article may end anywhere, as summaries of feeds do: in mid-sentence, without a mark."""

import os
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.extraction import article_file
from bot.extraction.facts import ArticleText
from tests.defaults import READER

FOLDERS = (Path(__file__).parents[1] / "corpus", Path(__file__).parents[1] / "blind" / "seen")
NOW = datetime(2024, 5, 2, tzinfo=UTC)
LANGUAGES = ("az", "en", "kk", "ky", "ru", "tr", "uz")
STRETCHES = 3_000 if os.environ.get("LONG_TESTS") else 500
"""Texts of each language, other ones for each number."""

MOST_WORDS = 25
"""Words of a text at most."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_ends_anywhere_is_read(language: str) -> None:
    chance = random.Random(language)  # noqa: S311 - the same ones each time
    paths = sorted(path for folder in FOLDERS for path in (folder / language).glob("*.txt"))
    articles = [article_file.parse(path.read_text(encoding="utf-8")) for path in paths]
    failed = []
    for _ in range(STRETCHES):
        article = chance.choice(articles)
        words = article.text.split()
        first = chance.randrange(len(words))
        body = " ".join(words[first : first + chance.randint(1, MOST_WORDS)])
        body = body.rstrip('.,;:!?»”"')
        title = chance.choice((article.title, ""))
        try:
            READER.read(ArticleText(title, body, language=language), NOW)
        except IndexError:
            failed.append(f"{title}\n{body}")
    assert not failed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The authors are Olga Stern from Kyzyl and Mark Bauer from Yakutsk and"),
        ("ru", "Составителей трое: Ольга Штерн из Кызыла, Айталина Бауэр из Якутска и"),
    ],
)
def test_a_list_that_ends_after_an_and_tells_who_stands_before_it(language: str, text: str) -> None:
    read = READER.read(ArticleText("", text, language=language), NOW)
    assert len(read.participants) == 2
