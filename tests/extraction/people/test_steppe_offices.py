"""Offices whole and with their body in Kazakh, Kyrgyz, Russian and Uzbek, by kinds of phrase.

`steppe_offices.txt` has them in the form of `whole_offices.txt`. What is told of the people is
invented.
"""

from pathlib import Path

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.people import participants
from tests.defaults import READER
from tests.extraction.people.test_whole_offices import misread

ROWS = Path(__file__).with_name("steppe_offices.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("row", [row for row in ROWS if not row.startswith("# ")])
def test_an_office_is_told_whole(row: str) -> None:
    assert misread(row) is None


@pytest.mark.parametrize(
    ("language", "headline", "text", "told"),
    [
        (
            "kk",
            "Қазақстан президенті Серік Абенов ТҮРКСОЙ өкілдерімен кездесті",
            "Президент Серік Абенов қонақтарға алғыс айтты.",
            ("Президент", "Қазақстан"),
        ),
        (
            "ky",
            "Казакстандын президенти Серик Абенов ТҮРКСОЙдун өкүлдөрү менен жолугушту",
            "Президент Серик Абенов конокторго ыраазычылык айтты.",
            ("Президент", "Казакстан"),
        ),
        (
            "ru",
            "Министр культуры Казахстана Серик Абенов открыл выставку",
            "Министр Серик Абенов поблагодарил гостей.",
            ("Министр", None),
        ),
    ],
)
def test_the_headline_lends_its_country_to_the_same_office(
    language: str, headline: str, text: str, told: tuple[str, str | None]
) -> None:
    article = READER.tag(ArticleText(headline, text, language=language))
    person = participants.people(article)[0].participant
    assert (person.role, person.affiliation) == told
