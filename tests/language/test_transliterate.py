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
        ("Hikmət Əliyev", "az", ("Хикмат Алиев", "Хикмәт Әлиев", "Хикмат Алиев")),
        ("Mehmet Süreyya Er", "tr", ("Мехмет Сурейя Эр", "Мехмет Сүрейя Ер", "Мехмет Сүрейя Эр")),
        ("Toʻlqin Gʻaniyev", "uz", ("Тулкин Ганиев", "Толқин Ғаниев", "Толкин Ганиев")),
        ("Raşit Meredow", "tk", ("Рашит Мередов", "Рашит Мередов", "Рашит Мередов")),
        ("Ainura Seitova", "en", ("Айнура Сейтова", "Айнура Сейтова", "Айнура Сейтова")),
        ("Ismail Raimov", "en", ("Исмаил Раимов", "Исмаил Раимов", "Исмаил Раимов")),
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
    assert in_script("Qurbanqulu Berdiməhəmmədov", "ru", "az") == "Гурбангулы Бердымухамедов"
    assert in_script("Serdar Berdimuhamedow", "az", "tk") == "Sərdar Berdiməhəmmədov"
    assert in_script("Mevlut Cavusoglu", "uz", "en") == "Mavlud Chavushoʻgʻli"
    assert in_script("Kubanıçbek Ömüraliyev", "en", "tr") == "Kubanychbek Omuraliev"


@pytest.mark.parametrize(
    ("name", "source", "shown"),
    [
        ("Nərmin Qasımbəyli", "az", {"tr": "Nermin Kasımbeyli", "uz": "Narmin Gasimbayli"}),
        ("Murat Özbağcı", "tr", {"az": "Murat Özbağcı", "uz": "Murat Ozbagʻji"}),
        ("Botir Gʻofurov", "uz", {"tr": "Botir Gofurov", "az": "Botir Qofurov"}),
        ("Baýmyrat Annaýew", "tk", {"tr": "Baymırat Annayev", "uz": "Baymirat Annayev"}),
        ("Әсел Мүсірепова", "kk", {"ru": "Асел Мусирепова", "ky": "Асел Мүсирепова"}),
        ("Өмүрбек Жакыпов", "ky", {"ru": "Омурбек Жакыпов", "kk": "Өмүрбек Жакыпов"}),
        ("Шоҳрух Ўктамов", "uz", {"ru": "Шохрух Уктамов", "kk": "Шохрух Октамов"}),
    ],
)
def test_a_name_of_a_known_language_has_no_letters_that_its_readers_do_not_know(
    name: str, source: str, shown: dict[str, str]
) -> None:
    assert {language: in_script(name, language, source) for language in shown} == shown


FOREIGN = ("Kelemen Tamás", "Németh Zsolt", "Novák Katalin", "Őry Gergő")


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("source", ["hu", "en", "tr", "ru", None])
def test_a_name_of_no_known_language_stays_in_its_own_letters(
    language: str, source: str | None
) -> None:
    assert [in_script(name, language, source) for name in FOREIGN] == list(FOREIGN)
    english = ("William Thorpe", "Jack Whitlock", "Jean-Claude Schmitz")
    assert [in_script(name, language, "en") for name in english] == list(english)
    assert in_script("Ђорђе Њуњић", language, source) == "Ђорђе Њуњић"


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_a_name_in_the_readers_own_letters_is_left_as_it_is(language: str) -> None:
    own = "Омар Касым" if language in CYRILLIC else "Omar Sultan"
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


LETTERS = st.text("abcçdeəfgğhxıijklmnoöpqrsştuüvwyzáéíóúőñýžňä", min_size=1)


@given(LETTERS, st.sampled_from(["en", "tr", "az", "uz", "tk", "hu", "kk", None]))
def test_a_name_is_written_whole_in_letters_of_its_readers_or_not_at_all(
    name: str, source: str | None
) -> None:
    for language in ("ru", "kk", "ky"):
        shown = in_script(name, language, source)
        assert shown == name or all("\u0400" <= letter <= "\u052f" for letter in shown)


@given(LETTERS)
def test_a_name_of_a_known_language_is_always_written_in_letters_of_its_readers(name: str) -> None:
    known = name.translate(str.maketrans("", "", "áéíóúő"))
    for source in ("tr", "az", "uz", "tk", "kk"):
        for language in ("ru", "kk", "ky"):
            shown = in_script(known, language, source)
            assert all("\u0400" <= letter <= "\u052f" for letter in shown)


@given(st.text())
def test_any_text_can_be_shown(text: str) -> None:
    assert all(isinstance(in_script(text, language), str) for language in INTERFACE_LANGUAGES)


@pytest.mark.parametrize(
    ("name", "russian"),
    [
        ("Rovshan İsgəndərli", "Ровшан Исгандарли"),
        ("Aslan Tölegenuly", "Аслан Толегенулы"),
        ("Jasur Olimxonov", "Жасур Олимхонов"),
        ("İshak Paşa", "Исхак Паша"),
        ("Bobur Yoʻldoshxoʻjayev", "Бобур Ёлдошхужаев"),
        ("Timur Ashirbayev", "Тимур Аширбаев"),
    ],
)
def test_an_english_article_mixes_the_letters_of_a_name(name: str, russian: str) -> None:
    assert in_script(name, "ru", "en") == russian


@pytest.mark.parametrize(
    ("name", "source", "country", "shown"),
    [
        ("Жомарт Чотбаев", "ru", "KG", ("Jomart Chotbayev", "Comart Çotbayev")),
        ("Жомарт Чотбаев", "ky", "KZ", ("Zhomart Chotbayev", "Jomart Çotbayev")),
        ("Ерхан Гюнеш", "kk", "TR", ("Erhan Güneş", "Erhan Güneş")),
        ("Джемиле Кёсе", "ru", "TR", ("Cemile Köse", "Cemile Köse")),
        ("Юлькер Балаоглу", "ru", "TRNC", ("Ülker Balaoğlu", "Ülker Balaoğlu")),
        ("Гюнай Эфендиева", "ru", "AZ", ("Gunay Efendiyeva", "Günay Efendiyeva")),
        ("Жошгун Мухаммедов", "uz", "TM", ("Joshgun Muhammedov", "Coşgun Muhammedov")),
        ("Шандор Фекете", "ru", "HU", ("Sándor Fekete", "Sándor Fekete")),
        ("Агнеш Сёке", "kk", "HU", ("Ágnes Szjoke", "Ágnes Szjoke")),
    ],
)
def test_cyrillic_names_are_written_as_their_land_writes_them_whatever_the_text(
    name: str, source: str, country: str, shown: tuple[str, ...]
) -> None:
    made = tuple(in_script(name, language, source, country) for language in ("en", "tr"))
    assert made == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Мехмет Кая", "Mehmet Kaya"),
        ("Эркан Балаоглу", "Erkan Balaoğlu"),
        ("Янош Фекете", "János Fekete"),
        ("Ермек Кенжебаев", "Yermek Kenzhebayev"),
        ("Али Оглу", "Ali Oglu"),
    ],
)
def test_a_given_name_that_only_one_land_has_tells_it(name: str, shown: str) -> None:
    assert in_script(name, "en", "kk") == shown


def test_readers_at_home_see_the_marks_that_outlets_abroad_leave_out() -> None:
    assert in_script("Sureyya Yildirim", "tr", "en", "TR") == "Süreyya Yıldırım"
    assert in_script("Sureyya Yildirim", "en", "en", "TR") == "Sureyya Yildirim"
    assert in_script("Sureyya Yildirim", "tr", "en", "AZ") == "Sureyya Yildirim"


def test_readers_of_other_letters_hear_a_name_by_the_marks_that_were_left_out() -> None:
    assert in_script("Mevlut Yildiz", "ru", "en", "TR") == "Мевлут Йылдыз"
    assert in_script("Bulent Celik", "kk", "en", "TR") == "Бүлент Челик"


def test_readers_of_cyrillic_letters_see_the_name_as_before() -> None:
    assert in_script("Мехмет Кая", "ru", "kk", "TR") == "Мехмет Кая"
