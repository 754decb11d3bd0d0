"""What came of events, in the languages of the field, and what only looks like it."""

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.extraction.facts import AHEAD, ArticleText, Outcome
from tests.defaults import READER

NOW = datetime(2026, 11, 1, tzinfo=UTC)
PUBLISHED = date(2026, 5, 7)
CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("outcomes.toml").read_text("utf-8")
)["case"]
NAMED: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("outcome_names.toml").read_text("utf-8")
)["case"]
TOLD = [case for case in CASES if "outcomes" in case]
LOOKALIKES = [case for case in CASES if "outcomes" not in case]
UNDERSTOOD = 0.98
"""Share of outcomes that are read; of what only looks like one none is."""


def said(outcome: Outcome) -> str:
    names = ", ".join(outcome.names)
    return f"{outcome.thing} {outcome.act}" + (f": {names}" if names else "")


def came(article: ArticleText) -> list[Outcome]:
    """Return what came of an event, without what is only announced."""
    return [told for told in READER.read(article, NOW).outcomes if told.act not in AHEAD]


def read(case: dict[str, Any]) -> list[str]:
    article = ArticleText(case["title"], case["text"], language=case["language"])
    return [said(outcome) for outcome in came(article)]


def test_nearly_every_outcome_is_read_and_no_other() -> None:
    assert len(CASES) >= 60
    missed = [case["text"] for case in TOLD if read(case) != case["outcomes"]]
    invented = [case["text"] for case in TOLD if set(read(case)) - set(case["outcomes"])]
    assert not invented
    assert len(missed) <= (1 - UNDERSTOOD) * len(TOLD), missed


@pytest.mark.parametrize("case", LOOKALIKES, ids=lambda case: f"{case['language']}-{case['title']}")
def test_what_is_announced_recalled_denied_or_supposed_is_no_outcome(case: dict[str, Any]) -> None:
    assert read(case) == []


@pytest.mark.parametrize("case", NAMED, ids=lambda case: f"{case['language']}-{case['title']}")
def test_what_came_of_an_event_is_read_by_its_name_and_who_got_it(case: dict[str, Any]) -> None:
    article = ArticleText(case["title"], case["text"], language=case["language"])
    told = came(article)
    named = [f"{said(one)} ({one.called})" if one.called else said(one) for one in told]
    assert named == case["outcomes"]


SUMMITS = {
    "en": "TURKSOY summit to be held in Khiva on May 9",
    "ru": "9 мая в Хиве пройдёт саммит ТЮРКСОЙ",
    "tr": "TÜRKSOY zirvesi 9 Mayıs'ta Hive'de yapılacak",
    "az": "TÜRKSOY-un sammiti mayın 9-da Xivədə keçiriləcək",
    "kk": "ТҮРКСОЙ саммиті 9 мамырда Хиуада өтеді",
    "ky": "ТҮРКСОЙ саммити 9-майда Хивада өтөт",
    "uz": "TURKSOY sammiti 9-may kuni Xivada o‘tkaziladi",
}
"""A summit that is ahead, by language."""


@pytest.mark.parametrize(
    ("language", "sentence", "country"),
    [
        (
            "en",
            "At the summit the term presidency will be handed by Kazakhstan to Uzbekistan.",
            "Uzbekistan",
        ),
        (
            "en",
            "The presidency will go from Kazakhstan to Uzbekistan after the summit.",
            "Uzbekistan",
        ),
        (
            "en",
            "Once it is over, Kazakhstan will pass the Chairmanship-in-Office to Uzbekistan.",
            "Uzbekistan",
        ),
        (
            "ru",
            "Там Узбекистан примет председательство от Казахстана.",
            "Узбекистан",
        ),
        (
            "ru",
            "Председательство в организации перейдёт от Казахстана к Узбекистану.",
            "Узбекистан",
        ),
        ("tr", "Zirvede dönem başkanlığı Kazakistan'dan Özbekistan'a geçecek.", "Özbekistan"),
        ("tr", "Zirvede Özbekistan dönem başkanlığını devralacak.", "Özbekistan"),
        ("az", "Sammitdə sədrlik Qazaxıstandan Özbəkistana keçəcək.", "Özbəkistan"),
        ("kk", "Саммитте төрағалық Өзбекстанға беріледі.", "Өзбекстан"),
        ("ky", "Саммитте төрагалык Өзбекстанга өтөт.", "Өзбекстан"),
        ("uz", "Sammitda raislik Qozog‘istondan O‘zbekistonga o‘tadi.", "Oʻzbekiston"),
    ],
)
def test_to_whom_a_chairmanship_is_to_pass_is_read_as_announced(
    language: str, sentence: str, country: str
) -> None:
    title = SUMMITS[language]
    article = ArticleText(title, f"{title}. {sentence}", PUBLISHED, language=language)
    told = [said(outcome) for outcome in READER.read(article, NOW).outcomes]
    assert told == [f"chairmanship handover_ahead: {country}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Whether Kazakhstan will pass the chairmanship to Uzbekistan is open.",
        "“Kazakhstan will pass the chairmanship to Uzbekistan,” somebody said.",
        "Kazakhstan will pass the train to Uzbekistan.",
    ],
)
def test_what_may_be_or_is_only_quoted_announces_nothing(sentence: str) -> None:
    title = SUMMITS["en"]
    article = ArticleText(title, f"{title}. {sentence}", PUBLISHED, language="en")
    assert READER.read(article, NOW).outcomes == ()


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        (
            "en",
            "TURKSOY summit held in Khiva",
            "The founding of the Turkic Tea Fund is among decisions of the summit.",
        ),
        (
            "en",
            "TURKSOY summit held in Khiva",
            "The founding of the Turkic Tea Fund is among decisions of the summit: it is to help.",
        ),
        (
            "en",
            "TURKSOY summit held in Khiva",
            "At the summit the leaders decided to establish the Turkic Tea Fund.",
        ),
        (
            "ru",
            "В Хиве прошёл саммит ТЮРКСОЙ",
            "На саммите принято решение о создании Тюркского чайного фонда.",
        ),
        (
            "tr",
            "TÜRKSOY zirvesi Hive'de yapıldı",
            "Zirvede Türk Çay Fonu'nun kurulmasına karar verildi.",
        ),
        (
            "az",
            "TÜRKSOY-un sammiti Xivədə keçirilib",
            "Sammitdə Türk Çay Fondunun yaradılması haqqında qərar qəbul edilib.",
        ),
        (
            "kk",
            "ТҮРКСОЙ саммиті Хиуада өтті",
            "Саммитте Түркі шай қорын құру туралы шешім қабылданды.",
        ),
        (
            "ky",
            "ТҮРКСОЙ саммити Хивада өттү",
            "Саммитте Түрк чай фондун түзүү чечими кабыл алынды.",
        ),
        (
            "uz",
            "TURKSOY sammiti Xivada o‘tkazildi",
            "Sammitda Turkiy choy jamg‘armasini tuzish to‘g‘risida qaror qabul qilindi.",
        ),
    ],
)
def test_a_decision_to_found_something_is_an_outcome(
    language: str, title: str, sentence: str
) -> None:
    article = ArticleText(title, f"{title}.\n\n{sentence}", PUBLISHED, language=language)
    told = [said(outcome) for outcome in READER.read(article, NOW).outcomes]
    assert told == ["fund decided"]


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        (
            "en",
            "TURKSOY summit held in Khiva",
            "At the summit the leaders discussed the establishment of the Turkic Tea Fund.",
        ),
        (
            "ru",
            "В Хиве прошёл саммит ТЮРКСОЙ",
            "На саммите говорили о создании Тюркского чайного фонда.",
        ),
    ],
)
def test_to_talk_of_founding_something_is_none(language: str, title: str, sentence: str) -> None:
    article = ArticleText(title, f"{title}.\n\n{sentence}", PUBLISHED, language=language)
    assert READER.read(article, NOW).outcomes == ()
