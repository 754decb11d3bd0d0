"""Which runs of capitalised words could be somebody's name, and where one name ends."""

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.people.name_candidates import runs
from tests.defaults import READER
from tests.extraction.people.reading import names, offices


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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The rector Prof. Dr. Olga ÖRK and the director Kemal AŞ spoke.",
         ["Olga ÖRK", "Kemal AŞ"]),
        ("en", "The Mayor of Keçiören Kemal ER and Prof. Dr. K. Orhan TOKLUÇ spoke.",
         ["Kemal ER", "K. Orhan Tokluç"]),
        ("ru", "Выступили Кемаль АК и Айше ОЗ.", ["Кемаль АК", "Айше ОЗ"]),
        ("tr", "Törene Rektör Sevgi ÖZ ile Orhan KAPLI katıldı.", ["Sevgi ÖZ", "Orhan Kaplı"]),
        ("az", "Nazir Kamal Bağırov ATƏT nümayəndəsi ilə görüşüb.", ["Kamal Bağırov"]),
        ("az", "K. Həsən XYP-də aparılan işlərdən danışıb.", ["K. Həsən"]),
        ("tr", "Bakan Kemal TKB Müdürü Selim Kaya ile görüştü.", ["Kemal", "Selim Kaya"]),
    ],
)  # fmt: skip
def test_capitals_behind_a_first_name_are_a_surname_and_no_abbreviation(
    language: str, text: str, expected: list[str]
) -> None:
    assert names(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "Bakan Yardımcısı Özlem Özkan Kaya'nın ev sahipliğinde toplantı yapıldı.",
         "Özlem Özkan Kaya"),
        ("tr", "Türkiye Cumhuriyeti Büyükelçisi Bişkek Kemal Tarık Fırat toplantıya katıldı.",
         "Kemal Tarık Fırat"),
        ("tr", "Bakan Derya Deniz Kaya konuştu.", "Derya Deniz Kaya"),
        ("tr", "Bakan Kemal Aras Yenikent ilçesinde toplantıya katıldı.", "Kemal Aras"),
        ("uz", "Vazir Alisher Toshmatov Qora buloq shahrida so‘zladi.", "Alisher Toshmatov"),
        ("az", "Nazir Orxan Kərimov Qara düzən şəhərində çıxış edib.", "Orxan Kərimov"),
        ("ky", "Министр Серик Ахметов Ормон ата айылында сүйлөдү.", "Серик Ахметов"),
        ("ky", "Ректор Акыл Жолдошович Ыраазычылык катын тапшырды.", "Акыл Жолдошович"),
        ("kk", "Ректор Ақыл Оспанов Алғыс хатын тапсырды.", "Ақыл Оспанов"),
        ("az", "Nazir Kamal Babayev Təşəkkür məktubunu təqdim edib.", "Kamal Babayev"),
        ("ru", "Выступил Елбасы Орал Сериков.", "Орал Сериков"),
        ("en", "First President of Kazakhstan - Elbasy Oral Serikov spoke.", "Oral Serikov"),
        ("kk", "Елбасы Орал Серіков сөз сөйледі.", "Орал Серіков"),
    ],
)  # fmt: skip
def test_a_name_is_neither_cut_nor_grown_by_the_word_beside_it(
    language: str, text: str, expected: str
) -> None:
    assert names(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ky", "Асанов Таалай Эсенбековичке жана Осмонова Айнура Жолдошбековнага алкыш айтылды.",
         ["Асанов Таалай Эсенбекович", "Осмонова Айнура Жолдошбековна"]),
        ("ky", "Ректор Акыл Райкановичтин иши талкууланды.", ["Акыл Райканович"]),
        ("kk", "Асанов Талай Есенбековичке алғыс айтылды.", ["Асанов Талай Есенбекович"]),
        ("uz", "Asanov Tolib Esenbekovichga tashakkur bildirildi.", ["Asanov Tolib Esenbekovich"]),
    ],
)  # fmt: skip
def test_a_patronymic_loses_its_ending_of_case_as_a_surname_does(
    language: str, text: str, expected: list[str]
) -> None:
    assert names(language, text) == expected


def test_a_first_name_behind_the_end_of_a_body_in_capitals_is_no_brand() -> None:
    text = "The Coordinator of the Qala Channel Kemal Çağırkaya spoke at the brand Bilim Karvoni."
    assert names("en", text) == ["Kemal Çağırkaya"]


def test_the_deputy_mayor_of_a_town_no_list_knows_is_not_of_the_town_before() -> None:
    text = "Present were the Mayor of Bozkent Kemal Kaya and the Deputy Mayor of Aksur Orhan Sonat."
    assert offices("en", text)["Orhan Sonat"] == ("Deputy Mayor", "Aksur")
