"""Everybody reads names in letters that they know, as their language writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.transliterate import CYRILLIC, Transliterator, script_of
from config.languages import INTERFACE_LANGUAGES
from tests.defaults import CATALOGUE

in_script = Transliterator(CATALOGUE.organizations).in_script
LATIN = tuple(language for language in INTERFACE_LANGUAGES if language not in CYRILLIC)


@pytest.mark.parametrize(
    ("name", "source", "shown"),
    [
        (
            "Омар Султанов",
            "ru",
            ("Omar Sultanov", "Omar Sultanov", "Omar Sultanov", "Omar Sultanov"),
        ),
        (
            "Қасым Қайратұлы",
            "kk",
            ("Qasym Qayratuly", "Kasım Kayratulı", "Qasım Qayratulı", "Qasim Qayratuli"),
        ),
        (
            "Ғани Жұмағұлов",
            "kk",
            ("Ghani Zhumaghulov", "Gani Jumağulov", "Qani Jumağulov", "Gʻani Jumagʻulov"),
        ),
        (
            "Жылдыз Бакашова",
            "ky",
            ("Jyldyz Bakashova", "Cıldız Bakaşova", "Cıldız Bakaşova", "Jildiz Bakashova"),
        ),
        (
            "Шоҳрух Ўктамов",
            "uz",
            ("Shohrukh Oktamov", "Şohruh Oktamov", "Şohrux Oktamov", "Shohrux Oʻktamov"),
        ),
        (
            "Дмитрий Щербаков",
            "ru",
            ("Dmitriy Shcherbakov", "Dmitriy Şçerbakov", "Dmitriy Şçerbakov", "Dmitriy Sherbakov"),
        ),
        (
            "Игорь Юрьевич",
            "ru",
            ("Igor Yuryevich", "İgor Yuryeviç", "İqor Yuryeviç", "Igor Yuryevich"),
        ),
        (
            "САДЫР КАСИМОВ",
            "ru",
            ("SADYR KASIMOV", "SADIR KASİMOV", "SADIR KASİMOV", "SADIR KASIMOV"),
        ),
    ],
)
def test_cyrillic_names_in_latin_letters(name: str, source: str, shown: tuple[str, ...]) -> None:
    assert (
        tuple(in_script(name, language, source) for language in ("en", "tr", "az", "uz")) == shown
    )


@pytest.mark.parametrize(
    ("name", "source", "shown"),
    [
        ("Kadir Yaman", "en", ("Кадир Яман", "Кадир Яман", "Кадир Яман")),
        ("Zhyldyz Bakashova", "en", ("Жылдыз Бакашова", "Жылдыз Бакашова", "Жылдыз Бакашова")),
        ("Dmitry Petrov", "en", ("Дмитрий Петров", "Дмитрий Петров", "Дмитрий Петров")),
        ("Jeyhun Bayramov", "en", ("Джейхун Байрамов", "Жейхун Байрамов", "Жейхун Байрамов")),
        ("Hikmət Əliyev", "az", ("Хикмат Алиев", "Һикмәт Әлиев", "Хикмат Алиев")),
        ("Mehmet Süreyya Er", "tr", ("Мехмет Сурейя Эр", "Мехмет Сүрейя Ер", "Мехмет Сүрейя Эр")),
        ("Toʻlqin Gʻaniyev", "uz", ("Тулкин Ганиев", "Толқин Ғаниев", "Толкин Ганиев")),
        ("Raşit Meredow", "tk", ("Рашит Мередов", "Рашит Мередов", "Рашит Мередов")),
        ("Sulyok Tamás", "hu", ("Шуйок Тамаш", "Шуйок Тамаш", "Шуйок Тамаш")),
    ],
)
def test_latin_names_in_cyrillic_letters(name: str, source: str, shown: tuple[str, ...]) -> None:
    assert tuple(in_script(name, language, source) for language in ("ru", "kk", "ky")) == shown


@pytest.mark.parametrize("name", ["Mevlüt Çavuşoğlu", "Ceyhun Əhmədov", "Botir Gʻofurov"])
def test_letters_tell_the_spelling_where_the_article_is_in_another_language(name: str) -> None:
    own = {"Mevlüt Çavuşoğlu": "tr", "Ceyhun Əhmədov": "az", "Botir Gʻofurov": "uz"}[name]
    assert in_script(name, "ru", "en") == in_script(name, "ru", None) == in_script(name, "ru", own)


def test_those_who_are_named_often_are_written_as_each_language_writes_them() -> None:
    assert [in_script("Кубаничбек Омуралиев", language) for language in LATIN] == [
        "Kubanychbek Omuraliev",
        "Kubanıçbek Ömüraliyev",
        "Kubanıçbek Ömüraliyev",
        "Kubanichbek Omuraliyev",
    ]
    assert in_script("Omuraliev Kubanychbek", "ky") == "Кубанычбек Өмүралиев"
    assert in_script("Ramil Həsən", "ru", "az") == "Рамиль Гасан"
    assert in_script("Kubanıçbek Ömüraliyev", "en", "tr") == "Kubanychbek Omuraliev"


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_a_name_in_the_readers_script_is_left_as_it_is(language: str) -> None:
    own = "Өмүралиев Қасым Йылмаз" if language in CYRILLIC else "Ömür Əli Qasım Gʻofur"
    assert in_script(own, language, "ru") == own
    assert in_script("2024 · 李明", language) == "2024 · 李明"


@given(
    st.lists(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһіҳў", min_size=1), min_size=1).map(
        " ".join
    )
)
def test_no_cyrillic_letter_is_left_for_readers_of_latin(name: str) -> None:
    for language in LATIN:
        assert script_of(in_script(name, language, "kk")) in {"latin", None}
        assert not any("\u0400" <= letter <= "\u052f" for letter in in_script(name, language))


LETTERS = st.text("abcçdeəfgğhxıijklmnoöpqrsştuüvwyzáéíóúñýžňä", min_size=1)


@given(LETTERS, st.sampled_from(["en", "tr", "az", "uz", "tk", "hu", "kk", None]))
def test_no_latin_letter_is_left_for_readers_of_cyrillic(name: str, source: str | None) -> None:
    for language in ("ru", "kk", "ky"):
        assert all("\u0400" <= letter <= "\u052f" for letter in in_script(name, language, source))


@given(st.text())
def test_any_text_can_be_shown(text: str) -> None:
    assert all(isinstance(in_script(text, language), str) for language in INTERFACE_LANGUAGES)
