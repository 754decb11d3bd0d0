"""What stands before an office and has nothing to do with it is left out of it."""

import pytest

from tests.extraction.people.reading import told


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("az", "Sərgini xoş sözlər ilə Milli Kitabxananın direktoru Leyla Nurlu açıb.",
         ("direktor", "Milli Kitabxana")),
        ("tr", "Törenin son günü Doğu Akdeniz Üniversitesi Rektörü Mert Arslan konuştu.",
         ("Rektör", "Doğu Akdeniz Üniversitesi")),
        ("tr", "Fikri ilk kez Kazakistan'ın kurucu Cumhurbaşkanı Serik Abenov dile getirdi.",
         ("kurucu Cumhurbaşkanı", "Kazakistan")),
        ("uz", "Festival Prezident Anvar Karimovning qaroriga muvofiq o‘tkazildi.",
         ("Prezident", None)),
        ("uz", "Ali Demir Er Prezident Anvar Karimovning so‘zlarini esladi.", ("Prezident", None)),
        ("az", "Yarışda 300 xalla şahmatçı Elnur Həsənli qalib gəlib.", ("şahmatçı", None)),
        ("ky", "Китебинин бир бөлүгүн жазуучу Азамат Усенов окуду.", ("жазуучу", None)),
        ("ky", "Аны 1975-жылы режиссёр Азамат Усенов тарткан.", ("режиссёр", None)),
        ("kk", "Әкім «Жастар үйінің» басшысы Серік Абеновке тапсырды.",
         ("басшы", "«Жастар үйі»")),
        ("kk", "Жиынды 1998 жылы қордың басшысы Серік Абенов ашты.", ("басшы", "қор")),
    ],
)  # fmt: skip
def test_a_subject_an_object_or_an_adverb_is_no_part_of_the_office(
    language: str, text: str, office: tuple[str, str | None]
) -> None:
    assert office in told(language, text)


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("az", "Prezident Türk Akademiyasının prezidenti Elnur Həsənovu qəbul edib.",
         ("prezident", "Türk Akademiyası")),
        ("tr", "Devlet Başkanı Türk Akademisi Başkanı Mert Arslan'ı kabul etti.",
         ("Başkan", "Türk Akademisi")),
        ("tr", "Gürcistan TÜRKSOY Genel Sekreteri Mert Arslan'a karşı oy kullandı.",
         ("Genel Sekreter", "TÜRKSOY")),
        ("kk", "Мемлекет басшысы Түркі академиясының президенті Серік Абеновті қабылдады.",
         ("президент", "Түркі академиясы")),
        ("kk", "Өзбекстан ТҮРКСОЙ бас хатшысы Серік Абеновке қарсы дауыс берді.",
         ("бас хатшы", "ТҮРКСОЙ")),
        ("ky", "Мамлекет башчысы Түрк академиясынын президенти Азамат Усеновду кабыл алды.",
         ("президент", "Түрк академиясы")),
        ("uz", "Davlat rahbari Turkiy akademiya prezidenti Anvar Karimovni qabul qildi.",
         ("prezident", "Turkiy akademiya")),
        ("tr", "Gürcistan TÜRKSOY Temsilcisi Mert Arslan konuştu.",
         ("Temsilci", "Gürcistan TÜRKSOY")),
    ],
)  # fmt: skip
def test_who_opens_the_sentence_is_no_part_of_an_organisation(
    language: str, text: str, office: tuple[str, str]
) -> None:
    assert told(language, text) == [office]


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("az", "Görüşdə Gürcüstanın Bakıdakı səfiri Leyla Nurlu iştirak edib.",
         ("Bakıdakı səfir", "Gürcüstan")),
        ("kk", "Жиынға Өзбекстанның Қазақстандағы елшісі Серік Абенов қатысты.",
         ("Қазақстандағы елші", "Өзбекстан")),
        ("tr", "Törene AGİT nezdindeki Daimi Temsilci Mert Arslan katıldı.",
         ("Daimi Temsilci", "AGİT")),
    ],
)  # fmt: skip
def test_where_an_office_is_held_is_of_the_office(
    language: str, text: str, office: tuple[str, str]
) -> None:
    assert told(language, text) == [office]


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("kk", "Жиынды Қазақстанның ауыл шаруашылығы министрі Серік Абенов ашты.",
         ("ауыл шаруашылығы министрі", "Қазақстан")),
        ("uz", ("Йиғинда Қирғизистон Сув ресурслари, қишлоқ хўжалиги ва қайта ишлаш саноати "
         "вазири Анвар Каримов қатнашди."),
         ("Сув ресурслари, қишлоқ хўжалиги ва қайта ишлаш саноати вазири", "Қирғизистон")),
    ],
)  # fmt: skip
def test_a_field_of_work_is_of_the_office_though_it_may_name_a_body(
    language: str, text: str, office: tuple[str, str]
) -> None:
    assert told(language, text) == [office]


def test_the_first_word_of_an_office_of_two_may_be_an_object() -> None:
    assert told("tr", "Orkestrayı şef Mert Arslan yönetti.") == [("şef", None)]
    assert told("tr", "Konseri orkestra şefi Mert Arslan yönetti.") == [("orkestra şefi", None)]


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        (
            "en",
            "They met Ali Kaya, adviser at the Ministry of Culture on the sidelines of a fair.",
            ("adviser", "Ministry of Culture"),
        ),
        (
            "en",
            "Ali Kaya, Minister of Culture of Kazakhstan at the invitation of a rector, spoke.",
            ("Minister of Culture", "Kazakhstan"),
        ),
        (
            "ru",
            "Прибыл Марат Касымов, ректор Университета культуры по приглашению мэра.",
            ("ректор", "Университет культуры"),
        ),
        (
            "ru",
            "Выступил Марат Касымов, министр культуры Казахстана в ходе встречи.",
            ("министр культуры", "Казахстан"),
        ),
    ],
)
def test_an_office_behind_a_name_ends_where_circumstances_are_told(
    language: str, text: str, office: tuple[str, str]
) -> None:
    assert told(language, text) == [office]
