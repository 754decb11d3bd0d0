"""Two capitalised words are somebody only where something shows it."""

import pytest

from bot.language.first_names import is_first_name
from tests.extraction.people.reading import names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "BISHKEK. KABARNEWS Bishkek received delegations of five countries on Monday."),
        ("az", "Xəbər.Az Yenigün-ə istinadən bildirir ki, iclası nazir açıb."),
        ("tr", "Toplantıda Kazakistan'ın Bozkır Rüzgârı tatbikatı da görüşüldü."),
        ("en", "Guests of Steppe Horizon opened the fair together with Blue Caravan."),
    ],
)
def test_capitalised_words_that_nothing_shows_to_be_a_name_are_nobody(
    language: str, text: str
) -> None:
    assert names(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("tr", "Töreni Bengü Türkmen sundu.", "Bengü Türkmen"),
        ("en", "Bilal Aydın of the Grand National Assembly spoke.", "Bilal Aydın"),
        ("en", "A film by M. Başkurt was shown; M. Başkurt answered questions.", "M. Başkurt"),
        ("ky", "Экинчи орунду Кундуз Сагын кызы алды.", "Кундуз Сагын кызы"),
        ("ru", "На сцену вышла Наргиз Алкожа.", "Наргиз Алкожа"),
        ("kk", "Байқауда Айнұр Сейтім жеңді.", "Айнұр Сейтім"),
    ],
)
def test_a_first_name_an_initial_or_whose_child_it_is_shows_somebody(
    language: str, text: str, name: str
) -> None:
    assert names(language, text) == [name]


@pytest.mark.parametrize(
    "word", ["Mustafa", "Мұстафа", "Ахмед", "Ehmed", "Хуршид", "Xurshid", "Айше", "Ayşe", "Виктора"]
)
def test_a_first_name_is_known_in_every_script_and_spelling(word: str) -> None:
    assert is_first_name(word)


@pytest.mark.parametrize("word", ["Plenar", "Antiterör", "Az", "Milli", "Sessiya", "Kabarnews"])
def test_other_words_are_no_first_names(word: str) -> None:
    assert not is_first_name(word)
