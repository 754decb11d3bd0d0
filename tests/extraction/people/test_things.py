"""What only bears a name, or is a part of another name, is nobody."""

import pytest

from tests.extraction.people.reading import names, told


def test_a_body_named_after_somebody_gives_way_to_its_officer() -> None:
    text = "Директор Музея Абылхана Кастеева Ольга Штерн провела экскурсию."
    assert names("ru", text) == ["Ольга Штерн"]
    assert told("ru", text) == [("Директор", "Музей Абылхана Кастеева")]


def test_initials_of_a_namesake_are_no_officer() -> None:
    text = "Гостей встретила ректор Университета имени Ш.Ш.Уалиханова Ольга Штерн."
    assert names("ru", text) == ["Ольга Штерн"]


def test_the_great_words_of_a_body_are_nobody() -> None:
    text = "The chairman of National Power Grids of Kazakhstan, Serik Abenov, spoke."
    assert names("en", text) == ["Serik Abenov"]
    assert names("en", "Guests saw the Museum of Anatolian Legends.") == []


def test_whose_initiative_it_was_is_somebody() -> None:
    assert names("kk", "Жиын Серік Өзалдың бастамасымен өтті.") == ["Серік Өзал"]


def test_whoever_is_told_in_office_comes_with_a_small_body_of_his_own() -> None:
    text = "Milliy filarmoniya rahbari Anvar Karimov jamoasi bilan keldi."
    assert names("uz", text) == ["Anvar Karimov"]


def test_an_adjective_before_a_gathering_ends_its_name() -> None:
    text = "Үчүнчү Анталия Дипломатиялык форумунда министр Азамат Серков сүйлөдү."
    assert names("ky", text) == ["Азамат Серков"]


def test_a_first_name_that_is_a_town_too_is_a_name_before_a_surname() -> None:
    assert names("en", "The leaders appointed Baghdad Serkov as president.") == ["Baghdad Serkov"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Per Gazeta.az, Minister Olga Stern spoke."),
        ("ru", "Как пишет Новый Вестник.kz, выступила министр Ольга Штерн."),
        ("tr", "Büyük Gazete.com haberine göre Bakan Olga Stern konuştu."),
    ],
)
def test_the_address_of_a_site_is_nobody(language: str, text: str) -> None:
    assert names(language, text) == ["Ольга Штерн" if language == "ru" else "Olga Stern"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Ozanlık geleneği Mirasın Temsili Listesine alındı."),
        ("az", "Ozanlıq ənənəsi İrsin Reprezentativ Siyahısına daxil edilib."),
    ],
)
def test_a_list_is_nobody(language: str, text: str) -> None:
    assert names(language, text) == []
