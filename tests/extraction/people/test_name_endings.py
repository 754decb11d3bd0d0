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
