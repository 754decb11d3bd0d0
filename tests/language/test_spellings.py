"""Readers see a name as outlets of their language write it, before it is guessed at."""

import pytest

from bot.language.spellings import by_language, chosen


def test_of_each_language_the_first_spelling_of_the_whole_name_is_kept() -> None:
    met = [
        ("Мехмет Нури Ерсой", "kk"),
        ("Ersoy", "tr"),
        ("Mehmet Ersoy", "tr"),
        ("Mehmet Nuri Ersoy", "tr"),
        ("Mehmed Nuri Ersoy", "tr"),
        ("Anar Karimov", "en"),
        ("Mehmet Nuri Ersoy", None),
    ]
    assert by_language("Мехмет Нури Ерсой", met) == {"tr": "Mehmet Nuri Ersoy"}


@pytest.mark.parametrize(
    ("reader", "shown"),
    [
        ("tr", ("Mehmet Nuri Ersoy", "tr")),
        ("en", ("Mehmet Nuri Ersoy", "tr")),
        ("ru", ("Мехмет Нури Эрсой", "ru")),
        ("kk", ("Мехмет Нури Ерсой", "kk")),
        ("ky", ("Мехмет Нури Эрсой", "ru")),
    ],
)
def test_a_reader_is_shown_the_spelling_that_he_can_read_and_knows_best(
    reader: str, shown: tuple[str, str]
) -> None:
    known = {"tr": "Mehmet Nuri Ersoy", "ru": "Мехмет Нури Эрсой"}
    assert chosen("Мехмет Нури Ерсой", "kk", known, reader) == shown


def test_a_name_in_the_readers_letters_is_told_as_his_own_outlets_tell_it() -> None:
    known = {"en": "Gurban Orazov", "ru": "Гурбан Оразов"}
    assert chosen("Qurban Orazov", "az", known, "en") == ("Gurban Orazov", "en")
    assert chosen("Qurban Orazov", "az", known, "tr") == ("Gurban Orazov", "en")
    assert chosen("Qurban Orazov", "az", {}, "tr") == ("Qurban Orazov", "az")


def test_a_name_is_told_as_its_own_land_writes_it_rather_than_by_ear() -> None:
    known = {"az": "Petar Koçiş", "hu": "Péter Kocsis", "en": "Peter Kocsis"}
    assert chosen("Петер Кочиш", "ru", known, "uz", "HU") == ("Péter Kocsis", "hu")
    assert chosen("Петер Кочиш", "ru", known, "en", "HU") == ("Peter Kocsis", "en")
    assert chosen("Петер Кочиш", "ru", known, "uz") == ("Peter Kocsis", "en")


def test_a_name_that_nobody_wrote_otherwise_stays() -> None:
    assert chosen("Анар Каримов", "ru", {}, "en") == ("Анар Каримов", "ru")
