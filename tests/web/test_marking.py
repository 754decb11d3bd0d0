"""In a sentence the words are marked that prove a fact, whatever their endings."""

import re
import time
from datetime import date

import pytest

from bot.web.marking import marked, words_of_days


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Sultan Raev spoke.", ["Sultan Raev"], ["Sultan Raev"]),
        ("Премьер принял Султана Раева.", ["Султан Раев"], ["Султана Раева"]),
        ("Konferans Cenevre'de yapıldı.", ["Cenevre"], ["Cenevre'de"]),
        (
            "Held in Geneva, Switzerland, in May.",
            ["Geneva", "Switzerland"],
            ["Geneva, Switzerland"],
        ),
        ("Nothing of the kind.", ["Raev"], []),
        ("Nothing.", [], []),
        ("", ["Raev"], []),
    ],
)
def test_words_are_marked_by_how_they_begin(
    sentence: str, words: list[str], expected: list[str]
) -> None:
    assert re.findall("<mark>(.*?)</mark>", marked(sentence, words).unescape()) == expected


def test_an_office_is_marked_beside_its_name_and_not_beside_others() -> None:
    text = marked(
        "A, Secretary General of X, and Sultan Raev, Secretary General of Y.",
        ["Sultan Raev"],
        ["Secretary General"],
    )
    assert re.findall("<mark>(.*?)</mark>", text) == ["Sultan Raev, Secretary General"]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "The forum was held on 23 April 2024 in 230 rooms.", "23 April 2024"),
        ("tr", "Forum 23 Nisan 2024'te yapıldı.", "23 Nisan 2024'te"),
        ("ru", "Форум прошёл 23 апреля 2024 года.", "23 апреля 2024"),
        ("xx", "It was on Tuesday.", "Tuesday"),
    ],
)
def test_days_are_marked_as_each_language_writes_them(
    language: str, sentence: str, expected: str
) -> None:
    words = words_of_days(date(2024, 4, 23), None, language)
    assert re.findall("<mark>(.*?)</mark>", marked(sentence, words).unescape()) == [expected]


def test_markup_in_a_sentence_is_text() -> None:
    made = marked("<script>Raev</script> & <mark>", ["Raev"])
    assert made == "&lt;script&gt;<mark>Raev</mark>&lt;/script&gt; &amp; &lt;mark&gt;"


def test_a_long_sentence_costs_no_more_than_it_is_long() -> None:
    begun = time.process_time()
    marked("Raev " * 200_000, ["Raev " * 50], ["x" * 10_000])
    assert time.process_time() - begun < 5
