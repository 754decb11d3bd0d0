"""One name in many spellings sounds the same, and other names do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.romanize import roman, sound


@pytest.mark.parametrize(
    "spellings",
    [
        (
            "Omuraliev",
            "Omuraliyev",
            "Ömüraliyev",
            "Ömüralıyev",
            "Ömüraliev",
            "Омуралиев",
            "Өмүралиев",
        ),
        ("Kubanychbek", "Kubanıçbek", "Kubanicbek", "Kubanchbek", "Кубанычбек", "Кубаничбек"),
        ("Sultan Raev", "Султан Раев", "Sultan Raýew"),
        ("Zhaparov", "Japarov", "Caparov", "Жапаров"),
        ("Əliyev", "Aliyev", "Алиев", "Әлиев"),
        ("Mirziyoyev", "Мирзиёев", "Mirziyoev"),
        ("Tokayev", "Toqaev", "Токаев", "Тоқаев"),
        ("Erlan", "Yerlan", "Ерлан"),
        ("Mukhtar", "Muhtar", "Muxtar", "Мухтар"),
        ("Qurbanov", "Gurbanov", "Kurbanov", "Гурбанов"),
    ],
)
def test_spellings_of_one_name_sound_the_same(spellings: tuple[str, ...]) -> None:
    assert len({sound(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Raev", "Yaman"), ("Kocaman", "Kadir"), ("Mustafayev", "Amreyev"), ("Hasanov", "Sultanov")],
)
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_the_latin_form_keeps_its_vowels() -> None:
    assert roman("Өмүралиев Кубанычбек") == "omuraliev kubanichbek"
    assert roman("Şahin Çelik") == "shahin chelik"


@given(st.text())
def test_any_text_has_a_sound_of_plain_words(text: str) -> None:
    assert all(word.isalpha() for word in sound(text).split())
