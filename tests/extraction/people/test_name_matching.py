"""Whether two names are one person's."""

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.people.name_matching import begin_alike, same
from tests.defaults import READER
from tests.extraction.people.reading import names


def test_two_forms_of_one_name_are_one_person() -> None:
    text = "Генсек встретился с Марком Давидом Бауэром. Генсек поздравил Марка Давида Бауэра."
    assert names("ru", text) == ["Марк Давид Бауэр"]


def test_an_initial_stands_for_the_word_that_begins_with_it() -> None:
    article = READER.tag(ArticleText("", "Выступил Турдубек Усманов.", language="ru"))
    assert same(article, ("усманов", "турдубек"), ("т", "усманов"))
    assert not same(article, ("усманов", "турдубек"), ("а", "усманов"))


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "ru",
            "Министр Нурлан Садыков выступил. Нурлан Азаматович поблагодарил гостей.",
            ["Нурлан Садыков"],
        ),
        (
            "kk",
            "Министр Нұрлан Садықов сөз сөйледі. Нұрлан Азаматұлы қонақтарға алғыс айтты.",
            ["Нұрлан Садықов"],
        ),
        (
            "uz",
            "Vazir Nurlan Sodiqov soʻzga chiqdi. Nurlan Azamatovich mehmonlarni kutib oldi.",
            ["Nurlan Sodiqov"],
        ),
        (
            "ru",
            "Министр Нурлан Эркинович Садыков выступил. Нурлан Азаматович выступил.",
            ["Нурлан Эркинович Садыков", "Нурлан Азаматович"],
        ),
        (
            "ru",
            "Министр Нурлан Садыков выступил. Ректор Нурлан Азаматович выступил.",
            ["Нурлан Садыков", "Нурлан Азаматович"],
        ),
    ],
)
def test_given_name_and_patronymic_are_whoever_was_told_in_full(
    language: str, text: str, told: list[str]
) -> None:
    assert names(language, text) == told


def test_names_that_begin_alike_may_be_forms_of_one() -> None:
    assert begin_alike(("марк", "бауэр"), ("марка", "бауэра"))
    assert not begin_alike(("марк", "бауэр"), ("марк", "штерн"))
