"""Names out of their case forms, as the words around them tell."""

import pytest

from tests.extraction.people.reading import names


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


def test_a_first_name_that_is_none_as_it_stands_tells_the_case() -> None:
    text = "Вечером Шавката Каримова и Сердара Аннаева встретили в аэропорту школьники."
    assert names("ru", text) == ["Шавкат Каримов", "Сердар Аннаев"]
    assert names("ru", "Потом пела Рашида Каримова.") == ["Рашида Каримова"]


def test_a_womans_name_is_no_mans_in_another_case() -> None:
    assert names("ru", "На сцене пели Гульнара Сапарова и Рашида Каримова.") == [
        "Гульнара Сапарова",
        "Рашида Каримова",
    ]


def test_a_mans_first_name_tells_whose_case_the_surname_has() -> None:
    text = "Гость рассказал Марату Карабаеву о поездках и поблагодарил Аиду Карабаеву."
    assert names("ru", text) == ["Марат Карабаев", "Аида Карабаева"]
