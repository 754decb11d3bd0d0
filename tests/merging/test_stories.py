"""The stories of the corpus are merged as a person sorted them."""

from pathlib import Path

import pytest

from bot.cli.score_stories import holds_stories, score_stories
from bot.extraction import article_file
from tests.defaults import CATALOGUE

CORPUS = Path(__file__).parents[1] / "corpus"


def figures(row: str) -> tuple[float, float, float]:
    precision, recall, f1 = (float(word) for word in row.split() if word[0].isdigit())
    return precision, recall, f1


def test_stories_are_told_from_articles_with_gold_facts() -> None:
    assert holds_stories(CORPUS / "stories")
    assert not holds_stories(CORPUS / "en")


@pytest.mark.slow
def test_the_score_of_the_stories_keeps_its_floors_in_every_order_of_arrival() -> None:
    *_, pairwise, b_cubed, last = score_stories(CORPUS / "stories", CATALOGUE, errors=True)
    assert figures(b_cubed.removeprefix("B-cubed"))[0] >= 0.99
    assert figures(b_cubed.removeprefix("B-cubed"))[2] >= 0.985
    assert figures(pairwise)[0] >= 0.98
    assert "the same events in 50 of 50 orders of arrival" in last


@pytest.mark.parametrize(
    ("half", "precision", "f1"),
    [
        pytest.param("tuned", 0.99, 0.985, marks=pytest.mark.slow),
        pytest.param("seen", 0.99, 0.94, marks=pytest.mark.slow),
        ("kept", 0.95, 0.935),
    ],
)
def test_short_stories_hardly_ever_mix_two_events(half: str, precision: float, f1: float) -> None:
    *_, b_cubed, _ = score_stories(CORPUS / "short_stories" / half, CATALOGUE, errors=False)
    reached = figures(b_cubed.removeprefix("B-cubed"))
    assert reached[0] >= precision
    assert reached[2] >= f1


@pytest.mark.parametrize(
    "folder",
    [
        "stories",
        "short_stories/tuned",
        "short_stories/seen",
        "short_stories/kept",
    ],
)
def test_no_two_articles_of_stories_have_one_address(folder: str) -> None:
    files = sorted((CORPUS / folder).glob("*/*-*.txt"))
    addresses = [article_file.parse(file.read_text(encoding="utf-8")).url for file in files]
    assert len(set(addresses)) == len(addresses)
