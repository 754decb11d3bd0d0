"""The endings of case that a name's last word shows."""

import pytest

from tests.extraction.people.reading import names


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


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("az", "O, Prezident Ənvər Əliyevə dərin hörmətini çatdırıb.", "Ənvər Əliyev"),
        ("az", "Jurnalist Turan Adilqızının çıxışı dinlənilib.", "Turan Adilqızı"),
        ("tr", "Toplantıda Bakan Enver Bin Zayed konuştu.", "Enver Bin Zayed"),
        ("ru", "Выступил ректор КазНУ им. аль-Фараби Ерлан Туменов.", "Ерлан Туменов"),
    ],
)
def test_a_name_ends_before_the_words_around_it(language: str, text: str, name: str) -> None:
    assert names(language, text) == [name]
