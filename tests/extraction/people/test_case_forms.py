"""Names out of their case forms, as the words around them tell."""

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.people import participants
from tests.defaults import READER


def names(language: str, text: str) -> list[str]:
    article = READER.tag(ArticleText("", text, language=language))
    return [person.participant.name for person in participants.people(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Министр встретился с Марком Давидом Бауэром.", ["Марк Давид Бауэр"]),
        ("Министр поздравил Марка Давида Бауэра.", ["Марк Давид Бауэр"]),
        ("Депутатам Айнур Сафаровой, Джейхуну Тагизаде и Малику Гусейнли показали школу.",
         ["Айнур Сафарова", "Джейхун Тагизаде", "Малик Гусейнли"]),
        ("Министра Чынгыза Эсенгул уулу принял генсек.", ["Чынгыз Эсенгул уулу"]),
    ],
)  # fmt: skip
def test_a_preposition_a_verb_or_an_office_tells_the_case(text: str, expected: list[str]) -> None:
    assert names("ru", text) == expected


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("uz", "Rais Kemal Yildirimni qabul qildi.", "Kemal Yildirim"),
        ("ky", "Төрага министр Паоло Ривани кабыл алды.", "Паоло Рива"),
        ("az", "Spiker baş katib Ramil Həsəni qəbul edib.", "Ramil Həsən"),
        ("az", "Spiker baş katib Ramil Tuncalını qəbul edib.", "Ramil Tuncalı"),
    ],
)
def test_the_verb_behind_a_name_tells_an_object(language: str, text: str, name: str) -> None:
    assert name in names(language, text)


def test_two_forms_of_one_name_are_one_person() -> None:
    text = "Генсек встретился с Марком Давидом Бауэром. Генсек поздравил Марка Давида Бауэра."
    assert names("ru", text) == ["Марк Давид Бауэр"]
