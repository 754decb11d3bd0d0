"""What the reader must make of Kazakh, Kyrgyz and Uzbek.

Names in any case, offices at the end of long chains, who is absent.
"""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText, Participant, Reading
from tests.defaults import READER

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LEADS = {
    "kk": (
        "Түркі мемлекеттері ұйымының жиыны туралы және оған кімдер келгені жөнінде бүгін айтылды."
    ),
    "ky": (
        "Түрк мамлекеттер уюмунун жыйыны жана ага кимдер келгени тууралуу бүгүн айтылды, "
        "деп кабарлайт."
    ),
    "uz": (
        "Turkiy davlatlar tashkilotining yig‘ilishi va unga kimlar kelgani haqida bugun "
        "ma’lum qilindi."
    ),
    "uz-Cyrl": (
        "Туркий давлатлар ташкилотининг йиғилиши ва унга кимлар келгани ҳақида бугун "
        "маълум қилинди."
    ),
}


def _read(language: str, text: str, published: date | None = date(2024, 5, 20)) -> Reading:
    return READER.read(ArticleText("", f"{LEADS[language]}\n{text}", published), NOW)


def _people(language: str, text: str) -> dict[str, Participant]:
    return {person.name: person for person in _read(language, text).participants}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("kk", "Министр Мехмет Эрменмен әңгімелесті.", "Мехмет Эрмен"),
        ("kk", "Сыйлық ғалым Гаухар Құсайынқызына берілді.", "Гаухар Құсайынқызы"),
        ("kk", "Жиында ақын Сұлтан Раевтың құттықтауы оқылды.", "Сұлтан Раев"),
        ("kk", "Оны профессор Нұрсұлтан Әлиевке тапсырды.", "Нұрсұлтан Әлиев"),
        ("ky", "Төрага акын Төлөгөн Мадылкановго сөз берди.", "Төлөгөн Мадылканов"),
        ("ky", "Сөздү депутат Зүлейха Карабөрүгө берди.", "Зүлейха Карабөрү"),
        ("ky", "Жыйында Клавдия Ивановна Антипина эскерилди.", "Клавдия Ивановна Антипина"),
        ("uz", "Sovg‘a talaba Nino Rtiladzega topshirildi.", "Nino Rtiladze"),
        ("uz-Cyrl", "Вазир Султон Раевни қабул қилди.", "Султон Раев"),
    ],
)
def test_a_name_is_told_in_the_nominative(language: str, text: str, name: str) -> None:
    assert name in _people(language, text)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "kk",
            "Құжатқа ағайынды Нұрсұлтан және Нұрдәулет Серікбайлар қол қойды.",
            {"Нұрсұлтан Серікбай", "Нұрдәулет Серікбай"},
        ),
        (
            "kk",
            "Шараға ақын Қадыр Оспанов пен жазушы Дулат Исабековтер келді.",
            {"Қадыр Оспанов", "Дулат Исабеков"},
        ),
        (
            "uz-Cyrl",
            "Ёш иштирокчилардан Ҳасан ва Ҳусан Шариповлар таклиф этилди.",
            {"Ҳасан Шарипов", "Ҳусан Шарипов"},
        ),
    ],
)
def test_a_plural_on_the_last_name_is_no_part_of_it(
    language: str, text: str, names: set[str]
) -> None:
    assert set(_people(language, text)) == names


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("uz", "Rishtonlik kulol Akmal usta Nozimov ham keldi.", "Akmal Nozimov"),
        ("uz", "Shoir Xurshid Davlat o‘g‘li she’r o‘qidi.", "Xurshid Davlat o‘g‘li"),
        ("uz", "Ustaxonada professor Olim Qahhorov ishlaydi.", "Olim Qahhorov"),
        ("ky", "Кызматынын адиси Жибек Мамытова чыгышты.", "Жибек Мамытова"),
        ("ky", "Жыйынды Доолотбек ата Сыдыков ачты.", "Доолотбек Сыдыков"),
        ("kk", "Сахнаға әнші Айгүл апай Иманбаева шықты.", "Айгүл Иманбаева"),
    ],
)
def test_honorifics_fathers_names_and_words_that_are_names_belong_where_they_stand(
    language: str, text: str, name: str
) -> None:
    assert name in _people(language, text)


def test_a_surname_first_and_an_initial_first_are_one_person() -> None:
    found = _people("ky", "Усманов Турдубек (Ош) баяндама жасады. Ага Т.Усманов жооп берди.")
    assert list(found) == ["Усманов Турдубек"]


def test_a_name_in_a_case_ends_where_the_next_name_begins() -> None:
    found = _people(
        "ky",
        "Башкы директор Рамиль Бабаев келди. Тизмени окуган Бабаевге С.Исманкулов суроо берди.",
    )
    assert set(found) == {"Рамиль Бабаев", "С.Исманкулов"}


@pytest.mark.parametrize(
    ("language", "text", "name", "role", "affiliation"),
    [
        (
            "kk",
            "Жиынға Әзербайжан Ғылым академиясының президенті Рамиз Мехдиев келді.",
            "Рамиз Мехдиев",
            "президент",
            "Әзербайжан Ғылым академиясы",
        ),
        (
            "kk",
            (
                "Сөзді Қазақстан-Американдық еркін университетінің президенті, ҚР ҰҒА "
                "академигі Ережеп Мәмбетқазиев алды."
            ),
            "Ережеп Мәмбетқазиев",
            "президент, ҚР ҰҒА академигі",
            "Қазақстан-Американдық еркін университеті",
        ),
        (
            "kk",
            "Ол ТүркПА Бас хатшысы лауазымына жақында ғана тағайындалған Мехмет Эрменмен кездесті.",
            "Мехмет Эрмен",
            "Бас хатшы",
            "ТүркПА",
        ),
        (
            "kk",
            "Сенат атынан депутаттар Ернұр Серіков пен Ләззат Қонысбаева сөз алды.",
            "Ләззат Қонысбаева",
            "депутат",
            None,
        ),
        (
            "kk",
            "Сөзді Л.Н.Гумилев атындағы Еуразия ұлттық университетінің ректоры Ерлан Сыдықов алды.",
            "Ерлан Сыдықов",
            "ректор",
            "Л.Н.Гумилев атындағы Еуразия ұлттық университеті",
        ),
        (
            "ky",
            "Бул документтин долбоору даяр экенин президент Садыр Жапаров айтты.",
            "Садыр Жапаров",
            "президент",
            None,
        ),
        (
            "ky",
            "Жыйынды Ош шаарынын мэри Нурдин Маматкулов ачты.",
            "Нурдин Маматкулов",
            "мэр",
            "Ош шаары",
        ),
        (
            "ky",
            "ТМУнун маданият боюнча координатору Эрсин Айдоган сүйлөдү.",
            "Эрсин Айдоган",
            "маданият боюнча координатор",
            "ТМУ",
        ),
        (
            "uz",
            "Yig‘ilishda Konya savdo palatasi raisi Selchuk O‘zturkmen so‘zladi.",
            "Selchuk O‘zturkmen",
            "rais",
            "Konya savdo palatasi",
        ),
        (
            "uz",
            "Darsni anqaralik xoreograf Tunjay Yurtsevar olib bordi.",
            "Tunjay Yurtsevar",
            "xoreograf",
            "Anqara",
        ),
        ("uz-Cyrl", "Тадбирда қурайчи Ишмурат Илбаев қатнашди.", "Ишмурат Илбаев", "қурайчи", None),
    ],
)
def test_an_office_is_told_in_its_dictionary_form_and_its_body_in_the_nominative(
    language: str, text: str, name: str, role: str, affiliation: str | None
) -> None:
    person = _people(language, text)[name]
    assert (person.role, person.affiliation) == (role, affiliation)


def test_a_mere_university_is_the_one_named_before() -> None:
    text = (
        "Жиынды Талас мамлекеттик университети кабыл алды. Университеттин ректору Кубан "
        "Турдубаев меймандарды тосуп алды."
    )
    assert _people("ky", text)["Кубан Турдубаев"].affiliation == "Талас мамлекеттик университети"


@pytest.mark.parametrize(
    ("language", "text", "absent", "present"),
    [
        (
            "kk",
            "Түркітанушы Алтай Аманжоловтың мұрасы туралы ғалым Болат Көмеков айтты.",
            {"Алтай Аманжолов"},
            {"Болат Көмеков"},
        ),
        ("kk", "Ұйым атынан депутат Ернұр Серіков сөз алды.", set(), {"Ернұр Серіков"}),
        (
            "ky",
            "Мэр Нурдин Маматкуловдун атынан вице-мэр Нурзат Исакова ачты.",
            {"Нурдин Маматкулов"},
            {"Нурзат Исакова"},
        ),
        (
            "ky",
            "Маркум архитектор Алишер Юсуповдун эмгектерине арналган көргөзмө ачылды.",
            {"Алишер Юсупов"},
            set(),
        ),
        (
            "uz",
            "Erkin Vohidov tavalludining yubileyida shoir Anor Rzayev so‘zladi.",
            {"Erkin Vohidov"},
            {"Anor Rzayev"},
        ),
        (
            "uz",
            "Tarjimon Mirahmad A’zamov kasalligi bois kela olmadi.",
            {"Mirahmad A’zamov"},
            set(),
        ),
    ],
)
def test_the_honoured_the_late_and_the_represented_are_only_mentioned(
    language: str, text: str, absent: set[str], present: set[str]
) -> None:
    found = _people(language, text)
    assert {name for name, person in found.items() if not person.attended} == absent
    assert {name for name, person in found.items() if person.attended} == present


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Жиын Мұхтар Әуезов атындағы театрда өтті."),
        ("ky", "Жыйын Токтогул Сатылганов атындагы филармонияда өттү."),
        ("uz", "Yig‘ilish Alisher Navoiy nomidagi kutubxonada o‘tdi."),
    ],
)
def test_whom_a_house_is_named_after_is_nobody_here(language: str, text: str) -> None:
    assert not _people(language, text)


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        (
            "kk",
            "Форум Алматыда 2024 жылғы 16–18 қазанда өтті.",
            date(2024, 10, 16),
            date(2024, 10, 18),
        ),
        ("kk", "Кинокеруен қалада 16 және 17 мамырда болды.", date(2024, 5, 16), date(2024, 5, 17)),
        ("ky", "Мектеп 3-июндан 6-июнга чейин өтөт.", date(2024, 6, 3), date(2024, 6, 6)),
        ("uz", "Anjuman 25–26-iyun kunlari bo‘lib o‘tadi.", date(2024, 6, 25), date(2024, 6, 26)),
    ],
)
def test_days_are_read_in_every_way_to_say_a_range(
    language: str, text: str, start: date, end: date
) -> None:
    lead = {
        "kk": "Түркі мемлекеттері ұйымының форумы. ",
        "ky": "Түрк мамлекеттер уюмунун мектеби. ",
        "uz": "Turkiy davlatlar tashkiloti. ",
    }
    event = READER.read(ArticleText("", lead[language] + text, date(2024, 5, 20)), NOW).event
    assert event is not None
    assert (event.start, event.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("Түркі мәдениеті және мұрасы қорының жиыны бүгін өтті және аяқталды.", "turkic-heritage"),
        ("Түркітілдес мемлекеттер ұйымының жиыны бүгін өтті және аяқталды.", "ots"),
        ("Эл аралык Түрк маданияттар жана мурастар Фондунун жыйыны бүгүн өттү.", "turkic-heritage"),
        ("Түрк маданияты жана мурасы эл аралык фондунун жыйыны бүгүн өттү.", "turkic-heritage"),
    ],
)
def test_an_organisation_is_known_in_looser_forms_of_its_name(text: str, organization: str) -> None:
    assert READER.read(ArticleText("", text, None), NOW).organizations == (organization,)


def test_an_abbreviation_of_something_else_is_not_the_organisation() -> None:
    text = (
        "Талас мамлекеттик университетинин (ТМУ) студенттери түрк дүйнөсүнүн көчөттөрүн "
        "тигишти. ТМУнун ректору келди."
    )
    assert READER.read(ArticleText("", text, None), NOW).organizations == ()


@pytest.mark.parametrize(
    ("language", "text", "venue"),
    [
        (
            "kk",
            "Жиын Шымкенттегі Жұмат Шанин атындағы драма театрында өтті.",
            "Шымкенттегі Жұмат Шанин атындағы драма театры",
        ),
        ("ky", "Жыйын Ош мамлекеттик филармониясында өттү.", "Ош мамлекеттик филармониясы"),
    ],
)
def test_the_house_is_told_in_the_nominative(language: str, text: str, venue: str) -> None:
    event = _read(language, text).event
    assert event is not None
    assert event.venue == venue
