"""What of a question asks for something."""

import pytest

from bot.language.concepts import folded_words
from bot.language.search_vocabulary import telling


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("what was on in Samarkand?", ["samarkand"]),
        ("Parisdə nə baş verdi", ["parisde"]),
        ("что нового в Ташкенте", ["ташкенте"]),
        ("Baş katib", ["bas", "katib"]),
        ("what was on", ["what", "was", "on"]),
        ("e-visa for students", ["e", "visa", "students"]),
        ("группа E", ["группа"]),
    ],
)
def test_words_that_only_ask_are_left_out_where_others_stand(asked: str, left: list[str]) -> None:
    assert telling(folded_words(asked)) == left
