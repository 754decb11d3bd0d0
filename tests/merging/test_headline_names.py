"""Whom a headline alone names in full tells a report's event from another."""

import pytest

from bot.extraction.facts import ArticleText
from bot.merging.headline_names import headline_names
from bot.merging.people import same_name
from tests.defaults import READER
from tests.merging.reports import DAY, report
from tests.merging.test_features import NOW
from tests.merging.test_similarity import weight


def told(title: str, text: str) -> list[str]:
    tagged = READER.tag(ArticleText(title, text, DAY, "https://kabar.example/a"))
    return sorted(headline_names(tagged, READER.interpret(tagged, NOW)))


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Nigar Əsgərova Özbəkistanın səfirini qəbul edib", "TÜRKPA-nın binasında söhbət olub.",
         ["Nigar Əsgərova"]),
        ("Mehmet Kaya Elçin Quliyev ilə görüşüb", "TÜRKSOY-un binasında söhbət olub.",
         ["Elçin Quliyev", "Mehmet Kaya"]),
        ("Жапаров Нурлан Садыков менен жолукту", "ТҮРКСОЙ маданият жылын талкуулады.",
         ["Нурлан Садыков"]),
        ("Türk Dövlətləri Təşkilatı Bakıda toplaşıb", "TDT planı müzakirə edib.", []),
    ],
)  # fmt: skip
def test_whole_names_of_a_headline_are_found(title: str, text: str, expected: list[str]) -> None:
    assert told(title, text) == expected


def test_whom_the_reading_lists_is_told_once() -> None:
    text = "TÜRKPA-nın baş katibi Elçin Quliyev səfir Kamil Sadıqlı ilə danışıb."
    assert told("Elçin Quliyev səfiri qəbul edib", text) == []


def test_who_stands_in_the_headline_is_met_by_who_was_read() -> None:
    read = report("a", "Elchin Guliyev", "Kamil Sadigli", formats=("bilateral",))
    headed = report("b", titled=frozenset({"Elçin Quliyev"}), formats=("bilateral",))
    assert same_name("Elchin Guliyev", "Elçin Quliyev")
    assert weight("people", read, headed) > 0


def test_a_headlines_guest_at_a_gathering_of_many_speaks_against_nobody() -> None:
    read = report("a", "Elchin Guliyev", "Kamil Sadigli")
    headed = report("b", titled=frozenset({"Mehmet Kaya", "Ali Vural"}))
    assert weight("people", read, headed) == 0
