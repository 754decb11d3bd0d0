"""Which runs of capitalised words could be somebody's name, and where one name ends."""

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.people.name_candidates import runs
from tests.defaults import READER
from tests.extraction.people.reading import names


def candidates(language: str, text: str) -> list[str]:
    article = READER.tag(ArticleText("", text, language=language))
    found = (run for sentence in article.sentences for run in runs(article, sentence))
    return [article.slice(run.first, run.last) for run in found if not run.quoted]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "Genel Sekreter Kemal Aras Orhan Tekin'i kabul etti.",
         ["Kemal Aras", "Orhan Tekin"]),
        ("az", "Baş katib Kamal Arifli Qəzetçilər Federasiyasının sədri ilə görüşüb.",
         ["Kamal Arifli", "Qəzetçilər"]),
        ("ky", "Министр Аскар Темиров Таластын мэри менен жолукту.", ["Аскар Темиров"]),
    ],
)  # fmt: skip
def test_names_that_stand_side_by_side_are_parted(
    language: str, text: str, expected: list[str]
) -> None:
    assert [name.split("'")[0] for name in candidates(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Konuk, Valilik Onur Defteri'ni imzaladı."),
        ("tr", "Toplantıda Madalya Beratları Yönetmeliği'ne bakıldı."),
        ("tr", 'Konferans "Türkiye\'nin 100. Yılında Geleceğe Bakış" başlığını taşıyor.'),
        ("en", "The Union of Chambers and Commodity Exchanges met."),
        ("ru", "Об этом сообщает Caspian Wire."),
        ("kk", "Қонақтар Ала-Тау зиратына барды."),
    ],
)
def test_documents_bodies_and_outlets_are_nobody(language: str, text: str) -> None:
    assert names(language, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Участвовали Марк Бауэр и Олег Штерн.", ["Марк Бауэр", "Олег Штерн"]),
        ("Ректор университета имени Абая Марина Белова выступила.", ["Марина Белова"]),
        ("Выступил ректор СамГУ Рустам Халмурадов.", ["Рустам Халмурадов"]),
    ],
)
def test_neither_a_verb_nor_a_namesake_begins_a_name(text: str, expected: list[str]) -> None:
    assert names("ru", text) == expected


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("tr", "Tıvalı şarkıcı Anar-ool Ondar sahne aldı.", "Anar-ool Ondar"),
        ("tr", "Toplantıda Cumhurbaşkanı Jan Van der Berg konuştu.", "Jan Van der Berg"),
        ("en", "Minister Hamad bin Saleh al-Hashimi spoke.", "Hamad bin Saleh al-Hashimi"),
        ("en", "The observer Carlos de la Cruz spoke.", "Carlos de la Cruz"),
        ("ru", "Ректор КазНУ Серик Абенов выступил.", "Серик Абенов"),
    ],
)
def test_small_words_and_hyphens_within_a_name_are_of_it_and_abbreviations_are_not(
    language: str, text: str, name: str
) -> None:
    assert names(language, text) == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Министр Нұрлан Садықов Бозкентте өткен жиында сөз сөйледі."),
        ("ky", "Министр Нұрлан Садыков Бозкентте өткөн жыйында сүйлөдү."),
        ("uz", "Vazir Nurlan Sodiqov Bozkentda oʻtgan yigʻilishda soʻzladi."),
    ],
)
def test_a_word_that_says_where_is_no_part_of_the_name_before_it(language: str, text: str) -> None:
    assert [name.split()[-1][:4] for name in names(language, text)] in (["Сады"], ["Sodi"])


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Открыл сессию генсек Мехмет Сюрейя Эр.", "Мехмет Сюрейя Эр"),
        ("en", "The session was opened by Director Mehmet Er.", "Mehmet Er"),
    ],
)
def test_a_surname_of_two_letters_at_the_end_of_a_sentence_is_no_initial(
    language: str, text: str, name: str
) -> None:
    assert names(language, text) == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The forum was opened by Director Sh. Karimov of Tashkent."),
        ("tr", "Toplantıda Bakan Sh. Karimov konuştu."),
        ("az", "Tədbirdə nazir Sh. Karimov çıxış edib."),
        ("uz", "Majlisda vazir Sh. Karimov so‘zga chiqdi."),
    ],
)
def test_an_initial_of_two_letters_ends_no_sentence(language: str, text: str) -> None:
    assert names(language, text) == ["Sh. Karimov"]
