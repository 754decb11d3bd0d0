"""The day and the place of what an article reports, and never of what it recalls, announces or
quotes."""

from datetime import date

import pytest

from tests.extraction.event.reading import event_of


@pytest.mark.parametrize(
    ("title", "text", "city"),
    [
        (
            "Heads of TURKSOY confer",
            (
                "TURKSOY held a seminar in Astana on 9 March 2025. The outcome of "
                "the summit in Shusha "
                "was discussed."
            ),
            "Astana",
        ),
        (
            "Заседание ТЮРКСОЙ",
            "9 марта 2025 года в Астане прошло заседание ТЮРКСОЙ. Обсудили итоги саммита в Шуше.",
            "Астана",
        ),
        (
            "TÜRKSOY toplantısı",
            (
                "TÜRKSOY toplantısı dün Ankara'da yapıldı. Toplantıda haziranda "
                "Bakü'de düzenlenecek "
                "konferansa ilişkin konular görüşüldü."
            ),
            "Ankara",
        ),
        (
            "TÜRKSOY-un iclası",
            (
                "Martın 9-da Bakıda TÜRKSOY-un iclası keçirilib. İclasda ötən il Şuşada keçirilmiş "
                "festivalın nəticələri müzakirə edilib."
            ),
            "Bakı",
        ),
        (
            "ТҮРКСОЙ жиыны",
            (
                "9 наурызда Астанада ТҮРКСОЙ жиыны өтті. Онда былтыр Стамбулда "
                "болған саммит туралы "
                "айтылды."
            ),
            "Астана",
        ),
        (
            "ТҮРКСОЙдун жыйыны",
            (
                "12-14-июнда Бишкекте ТҮРКСОЙдун жыйыны уюштурулат. Бул тууралуу "
                "9-мартта Стамбулда "
                "белгилүү болду."
            ),
            "Бишкек",
        ),
        (
            "TURKSOY yig‘ilishi",
            (
                "9-mart kuni Toshkentda TURKSOY yig‘ilishi bo‘lib o‘tdi. Unda Xivada bo‘ladigan "
                "festival muhokama qilindi."
            ),
            "Toshkent",
        ),
    ],
)
def test_a_town_of_another_event_is_not_where_it_was(title: str, text: str, city: str) -> None:
    assert event_of(title, text).city == city


def test_a_town_in_the_name_of_a_work_is_not_where_it_was() -> None:
    text = "9 марта 2025 года в Алматы ТЮРКСОЙ открыла выставку «Краски Хивы»."
    assert event_of("Выставка ТЮРКСОЙ", text).city == "Алматы"


def test_an_announcement_is_not_of_where_its_outlet_sits() -> None:
    text = "ASTANA, March 9. The first TURKSOY festival of poets will be held in autumn."
    assert event_of("TURKSOY festival to be held in autumn", text).city is None


def test_where_something_is_driven_to_is_not_where_it_was() -> None:
    text = "ТЮРКСОЙ провела семинар. Поезд с гостями шел в Стамбул."
    assert event_of("Семинар ТЮРКСОЙ", text).city is None


def test_the_reception_is_not_the_capital_of_afghanistan() -> None:
    text = (
        "Bakan, 9 Mart 2025 tarihinde TÜRKSOY Genel Sekreterini kabul etti. Kabulün ardından "
        "hediyeler verildi."
    )
    assert event_of("Bakan, TÜRKSOY Genel Sekreterini kabul etti", text).city is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ky", "9-мартта Ошто Түрк мамлекеттер уюмунун жыйыны өттү, деп билдирди уюм."),
        ("ru", "9 марта в Оше прошел форум Организации тюркских государств."),
    ],
)
def test_a_town_of_two_letters_is_known_in_its_cases(language: str, text: str) -> None:
    assert event_of("", text, language=language).city == "Ош"


def test_a_dateline_counts_where_nothing_else_is_said() -> None:
    text = "ASTANA, March 9. TURKSOY has opened its archive to scholars from six countries."
    assert event_of("TURKSOY opens its archive", text).city == "Astana"


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("ky", "28-29-30-майда Бишкекте ТҮРКСОЙдун фестивалы өтөт.", "2025-05-28", "2025-05-30"),
        ("tr", "TÜRKSOY festivali 28-29-30 Mayıs'ta Oş'ta yapılacak.", "2025-05-28", "2025-05-30"),
        ("en", "The TURKSOY festival runs from 28 to 30 May in Baku.", "2025-05-28", "2025-05-30"),
        (
            "en",
            "The TURKSOY festival in Baku, planned for 6 May, will be held on 10 June.",
            "2025-06-10",
            "2025-06-10",
        ),
        ("ru", "Фестиваль ТЮРКСОЙ переносится с 6 мая на 10 июня.", "2025-06-10", "2025-06-10"),
        ("kk", "ТҮРКСОЙ фестивалі 6 мамырдан 10 маусымға шегерілді.", "2025-06-10", "2025-06-10"),
        (
            "ky",
            (
                "Түрк мамлекеттер уюмунун Бишкек шаарындагы фестивалы 6-майдан 10-июнга "
                "жылдырылды, деп билдирди уюм."
            ),
            "2025-06-10",
            "2025-06-10",
        ),
        (
            "tr",
            "TÜRKSOY festivali 6 Mayıs yerine 10 Haziran'da yapılacak.",
            "2025-06-10",
            "2025-06-10",
        ),
        ("uz", "TURKSOY festivali 6-maydan 10-iyunga ko‘chirildi.", "2025-06-10", "2025-06-10"),
    ],
)
def test_ranges_are_whole_and_what_is_moved_is_on_its_new_day(
    language: str, text: str, first: str, last: str
) -> None:
    event = event_of("", text, language=language)
    assert (str(event.start), str(event.end)) == (first, last)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The TURKSOY festival in Baku opened on 2 March and closed with songs on 5 March."),
        ("ru", "Фестиваль ТЮРКСОЙ в Баку открылся 2 марта и завершился 5 марта."),
        ("tr", "TÜRKSOY festivali 2 Mart'ta Bakü'de açıldı, 5 Mart'ta konserle sona erdi."),
        ("kk", "ТҮРКСОЙ фестивалі 2 наурызда Бакуде ашылып, 5 наурызда аяқталды."),
    ],
)
def test_what_is_opened_and_closed_in_one_sentence_lasts(language: str, text: str) -> None:
    event = event_of("", text, language=language)
    assert (event.start, event.end) == (date(2025, 3, 2), date(2025, 3, 5))


def test_business_environment_is_no_wednesday() -> None:
    text = "ТЮРКСОЙ провела форум в Баку. Говорили о деловой среде и о среде для молодёжи."
    assert event_of("Форум ТЮРКСОЙ", text).start is None


@pytest.mark.parametrize(
    "text",
    [
        "TURKSOY held a forum in Baku today. It was founded on 12 July 1993.",
        (
            "Bugün Ankara'da TÜRKSOY toplantısı yapıldı. Bir sonraki toplantı 20 Ekim "
            "2016'da yapılacak."
        ),
        "31 март куни Тошкентда ТУРКСОЙ саммити бўлади. Ўзбекистон 2019 йил 14 сентябрда қўшилган.",
    ],
)
def test_an_undated_article_gives_no_other_day_for_its_own(text: str) -> None:
    assert event_of("", text, None).start is None


def test_a_clock_of_the_page_is_no_day() -> None:
    text = "Monday, 3 March 2025, 10:15\nTURKSOY held a forum in Baku on 1 February 2025."
    assert event_of("TURKSOY forum", text, None).start == date(2025, 2, 1)


def test_the_day_of_a_stamp_counts_where_the_text_says_no_other() -> None:
    body = "Ankara, 9 March 2025. The Secretary General of TURKSOY received Rector Olga Stern."
    assert event_of("A talk at TURKSOY", body).start == date(2025, 3, 9)


def test_a_month_that_is_called_a_month_is_no_town() -> None:
    body = "Қазан айының 29-31 күндері ТҮРКСОЙ семинар өткізді."
    event = event_of("ТҮРКСОЙ семинары", body, date(2025, 11, 3))
    assert (event.start, event.end) == (date(2025, 10, 29), date(2025, 10, 31))
    assert event.city is None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Carpets in Baku",
            "An exhibition of TURKSOY was opened in Baku. It will be open until 20 March.",
        ),
        (
            "Выставка ТЮРКСОЙ в Баку",
            "В Баку открылась выставка ТЮРКСОЙ. Она продлится до 20 марта.",
        ),
        ("TÜRKSOY sergisi", "Bakü'de TÜRKSOY sergisi açıldı. Sergi 20 Mart'a kadar sürecek."),
        ("TÜRKSOY sərgisi", "Bakıda TÜRKSOY-un sərgisi açılıb. Sərgi martın 20-dək davam edəcək."),
        (
            "ТҮРКСОЙ көрмесі",
            "Бакуде ТҮРКСОЙ көрмесі ашылды. Көрме 20 наурызға дейін жалғасады.",
        ),
        (
            "ТҮРКСОЙ көргөзмөсү",
            "Бакуда ТҮРКСОЙдун көргөзмөсү ачылды. Көргөзмө 20-мартка чейин уланат.",
        ),
        (
            "TURKSOY ko‘rgazmasi",
            "Bokuda TURKSOY ko‘rgazmasi ochildi. Ko‘rgazma 20-martgacha davom etadi.",
        ),
    ],
)
def test_the_day_until_which_something_lasts_is_not_its_first(title: str, text: str) -> None:
    assert event_of(title, text).start != date(2025, 3, 20)


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        (
            "tr",
            "TÜRKSOY Genel Sekreteri cuma günü Oş'taki festivalin 5 Nisan'da açılacağını söyledi.",
            "2025-04-05",
        ),
        (
            "kk",
            "ТҮРКСОЙ бас хатшысы жұма күні Оштағы фестивальдің 5 сәуірде ашылатынын айтты.",
            "2025-04-05",
        ),
        (
            "en",
            "TURKPA's committee met in Baku and reviewed the agreement signed on 3 May 2008.",
            "None",
        ),
        (
            "az",
            "Martın 8-də prezident Bakıya yola düşüb: o, TÜRKSOY-un sammitində iştirak edəcək.",
            "None",
        ),
        (
            "tr",
            "TÜRKSOY forumunun 5 Nisan'da Oş'ta düzenleneceği 9 Mart'ta bildirildi.",
            "2025-04-05",
        ),
        (
            "ky",
            "ТҮРКСОЙдун форуму 5-апрелде Ошто өтөт, деп билдирди кызмат 9-мартта.",
            "2025-04-05",
        ),
        ("tr", "09.03.2025 - 14:20\nTÜRKSOY Konseyi 8 Mart'ta Oş'ta toplandı.", "2025-03-08"),
    ],
)
def test_the_day_of_saying_of_a_treaty_or_a_journey_is_not_the_event_s(
    language: str, text: str, start: str
) -> None:
    assert str(event_of("", text, language=language).start) == start


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TURKPA's chief arrived in Osh on 9 March and held a meeting with the speaker."),
        ("ru", "Глава ТюркПА прибыл 9 марта в Ош и провёл встречу со спикером."),
        ("ru", "Делегация ТЮРКСОЙ 9 марта прилетела в Ош и встретилась с губернатором."),
    ],
)
def test_who_came_and_met_somebody_did_both_on_that_day(language: str, text: str) -> None:
    assert event_of("", text, language=language).start == date(2025, 3, 9)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The president left for Baku on 9 March to attend the summit of TURKSOY."),
        ("ru", "Президент 9 марта отбыл в Баку для участия в саммите ТЮРКСОЙ."),
        ("uz", "Prezident TURKSOY sammitida qatnashish uchun 9-mart kuni Bokuga joʻnab ketdi."),
    ],
)
def test_the_day_of_leaving_for_a_summit_is_not_the_summit_s(language: str, text: str) -> None:
    assert event_of("", text, language=language).start is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "TURKSOY's week is set for this Friday, the ministry said on Saturday. "
                "Dancers from Baku flew in on Sunday."
            ),
        ),
        (
            "kk",
            (
                "ТҮРКСОЙ апталығы жұма күні Ошта өтеді, деп мәлімдеді министрлік сенбіде. "
                "Бакуден бишілер жексенбіде келді."
            ),
        ),
    ],
)
def test_what_is_told_of_a_day_to_come_outweighs_who_told_it_and_who_came(
    language: str, text: str
) -> None:
    assert event_of("", text, language=language).start == date(2025, 3, 14)


def test_a_stamp_takes_no_month_from_the_sentence_behind() -> None:
    text = "BAKU, Azerbaijan, March 10.\nOn March 7, 2025, TURKSOY met with writers."
    assert event_of("TURKSOY meets writers", text).start == date(2025, 3, 7)


def test_where_somebody_was_once_appointed_is_not_where_he_is_congratulated() -> None:
    text = (
        "On 7 March 2025 the head of TURKSOY, Olga Stern, met with Mark Bauer, head of the"
        " Turkic Academy. She congratulated Bauer on his election at the summit held in Samarkand"
        " on November 11, 2024."
    )
    assert event_of("Heads of TURKSOY and Turkic Academy meet", text).city is None
