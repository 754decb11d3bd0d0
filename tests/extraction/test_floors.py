"""What the reader has once reached on the corpus is never lost again unnoticed."""

import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli.reading_json import facts
from bot.evaluation import extraction
from bot.extraction import article_file
from tests.defaults import READER

CORPUS = Path(__file__).parents[1] / "corpus"
FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text("utf-8"))
NOW = datetime(2026, 11, 1, tzinfo=UTC)


def score_of(language: str) -> dict[str, float]:
    total = extraction.Score()
    for path in sorted((CORPUS / language).glob("*.json")):
        article = article_file.parse(
            article_file.decode(path.with_suffix(".txt").read_bytes(), path.name)
        )
        total.add(
            extraction.score(json.loads(path.read_text("utf-8")), facts(READER.read(article, NOW)))[
                0
            ]
        )
    return total.summary()


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_no_score_falls_below_what_was_once_reached(language: str) -> None:
    reached = score_of(language)
    assert {
        fact: reached[fact] for fact, floor in FLOORS[language].items() if reached[fact] < floor
    } == {}
