"""Dates in the shapes that news of each language write them."""

from datetime import date

import pytest

from bot.extraction.event.date_expressions import spans
from bot.extraction.facts import ArticleText
from bot.extraction.text.tagger import tag
from tests.defaults import READER

THURSDAY = date(2024, 4, 18)


def days(language: str, text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    marked = tag(ArticleText("", text), READER.lexicon(language), language)
    return [(span.start.isoformat(), span.end.isoformat()) for span in spans(marked, published)]


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("en", "on 23 April 2024", "2024-04-23", "2024-04-23"),
        ("en", "on April 23, 2024", "2024-04-23", "2024-04-23"),
        ("en", "on the 23rd of April 2024", "2024-04-23", "2024-04-23"),
        ("en", "on April 23-25, 2024", "2024-04-23", "2024-04-25"),
        ("en", "from September 1st to September 13th, 2021", "2021-09-01", "2021-09-13"),
        ("en", "29 April – 2 May 2024", "2024-04-29", "2024-05-02"),
        ("en", "30 December 2023 to 2 January 2024", "2023-12-30", "2024-01-02"),
        ("en", "on 6 November", "2023-11-06", "2023-11-06"),
        ("en", "on 16 April 1500 guests came", "2024-04-16", "2024-04-16"),
        ("en", "yesterday", "2024-04-17", "2024-04-17"),
        ("en", "on Tuesday", "2024-04-16", "2024-04-16"),
        ("en", "2024-04-23", "2024-04-23", "2024-04-23"),
        ("ru", "23 апреля 2024 года", "2024-04-23", "2024-04-23"),
        ("ru", "с 11 по 25 июня", "2024-06-11", "2024-06-25"),
        ("ru", "23–25 апреля", "2024-04-23", "2024-04-25"),
        ("ru", "с понедельника по четверг", "2024-04-15", "2024-04-18"),
        ("ru", "23.04.2024", "2024-04-23", "2024-04-23"),
        ("tr", "23 Nisan 2024'te", "2024-04-23", "2024-04-23"),
        ("tr", "23–25 Nisan tarihlerinde", "2024-04-23", "2024-04-25"),
        ("az", "aprelin 23-də", "2024-04-23", "2024-04-23"),
        ("az", "oktyabrın 8-11-də", "2024-10-08", "2024-10-11"),
        ("az", "oktyabrın 8-dən 11-dək", "2024-10-08", "2024-10-11"),
        ("kk", "2024 жылғы 23 сәуірде", "2024-04-23", "2024-04-23"),
        ("ky", "2024-жылдын 23-апрелинде", "2024-04-23", "2024-04-23"),
        ("ky", "23-апрелде", "2024-04-23", "2024-04-23"),
        ("uz", "2024-yil 23-aprelda", "2024-04-23", "2024-04-23"),
        ("uz-Cyrl", "24 июнь куни", "2024-06-24", "2024-06-24"),
        ("tk", "2024-nji ýylyň 23-nji aprelinde", "2024-04-23", "2024-04-23"),
    ],
)
def test_a_date_is_read_in_the_shape_of_its_language(
    language: str, text: str, start: str, end: str
) -> None:
    assert days(language, text) == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "in April",
        "the 152nd Assembly",
        "31 April 2024",
        "30 February",
        "29-31 February 2024",
        "on 31 December 9999",
        "31 December 9999, as it was said",
        "31.12.9999",
        "some 40 films",
        "9/11",
        "may come",
    ],
)
def test_what_is_no_day_is_no_date(text: str) -> None:
    assert days("en", text) == []


@pytest.mark.parametrize("text", ["yesterday", "on Tuesday", "on 6 November"])
def test_nothing_is_guessed_without_a_day_of_publication(text: str) -> None:
    assert days("en", text, None) == []
