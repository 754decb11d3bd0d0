"""Days and towns that verbs, stamps and what is told besides give an event."""

from datetime import date

import pytest

from bot.extraction.facts import Tense
from tests.extraction.event.reading import PUBLISHED, event_of


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "", "The TURKSOY forum is under way in Konya. Its guests toured the old town."),
        ("ru", "", "В Конье проходит форум ТЮРКСОЙ. Его открыл ректор Омар Кадыров."),
        ("tr", "", "Konya'da TÜRKSOY forumu düzenleniyor. Forumu Rektör Omar Kadir açtı."),
        ("az", "", "Konyada TÜRKSOY-un forumu keçirilir. Forumu rektor Omar Kadir açıb."),
        ("kk", "", "Конияда ТҮРКСОЙ форумы өтіп жатыр. Оны ректор Омар Кадыров ашты."),
        ("ky", "", "Коньяда ТҮРКСОЙдун форуму өтүп жатат. Аны ректор Омар Кадыров ачты."),
        ("uz", "", "Konyada TURKSOY forumi bo‘lib o‘tmoqda. Uni rektor Omar Kodirov ochdi."),
    ],
)
def test_what_is_being_held_is_held_on_the_day_of_the_report(
    language: str, title: str, text: str
) -> None:
    event = event_of(title, text, language=language)
    assert (event.start, event.tense) == (PUBLISHED, Tense.PAST)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The TURKSOY forum was held in Konya. Work on its papers is under way."),
        ("tr", "Konya'da düzenleniyor denilen TÜRKSOY forumu yapıldı."),
        ("ru", "В Конье прошел форум ТЮРКСОЙ. Выставка его картин проходит редко."),
    ],
)
def test_what_was_held_is_not_dated_by_what_goes_on(language: str, text: str) -> None:
    title = {"ru": "В Конье прошел форум", "tr": "Konya'daki forum", "en": "Forum in Konya"}
    body = text.replace(". ", ".\n\n")
    assert event_of(title[language], body, language=language).start is None


def test_a_day_since_which_something_lasts_is_not_that_of_what_is_told_besides() -> None:
    text = (
        "Shu yilning 3-martidan buyon Konyada o‘tayotgan hafta doirasida bugun TURKSOY forumi "
        "bo‘lib o‘tdi."
    )
    assert event_of("TURKSOY forumi", text, language="uz").start == PUBLISHED


def test_a_stamp_on_a_line_of_its_own_dates_what_tells_no_other_day() -> None:
    text = "Konya, March 9, NEWSLINE\n\nThe TURKSOY forum was opened by Rector Omar Kadir."
    assert event_of("TURKSOY forum", text, language="en").start == date(2025, 3, 9)


def test_what_comes_next_does_not_make_an_event_one_to_come() -> None:
    text = (
        "По итогам заседания ТЮРКСОЙ в Конье принят план.\nСледующее заседание пройдет в Шеки, "
        "оно состоится осенью."
    )
    assert event_of("Итоги заседания ТЮРКСОЙ", text, language="ru").tense is Tense.PAST


def test_where_something_was_held_in_the_last_march_is_recalled() -> None:
    text = (
        "The city was named a capital at the meeting of the TURKSOY Permanent Council of "
        "Ministers of Culture held in Konya (Türkiye) last March. "
        "The ceremony was opened by Rector Omar Kadir."
    )
    assert event_of("Ceremony of TURKSOY", text, date(2025, 5, 10), "en").city is None


def test_a_stamp_gives_way_to_a_house_in_a_region() -> None:
    text = "ТОШКЕНТ, 9 март — Хабар. Андижон вилоятининг Янги боғида ТУРКСОЙ байрами бўлиб ўтди."
    assert event_of("ТУРКСОЙ байрами", text, language="uz").city is None
    besides = "ТОШКЕНТ, 9 март — Хабар. ТУРКСОЙ байрами бўлиб ўтди."
    assert event_of("ТУРКСОЙ байрами", besides, language="uz").city == "Тошкент"


@pytest.mark.parametrize("lead", ["", "Фото: пресс-служба\n\n"])
def test_a_stamp_counts_behind_a_credit_of_the_page(lead: str) -> None:
    text = (
        f"{lead}Алматы. 9 марта. НОВОСТИ - Ректор Омар Кадыров принял главу ТЮРКСОЙ Азиза Каримова."
    )
    assert event_of("Встреча", text, language="ru").start == date(2025, 3, 9)


@pytest.mark.parametrize(
    ("language", "text", "end"),
    [
        ("tr", "«Konuklar 20 Mart'a kadar ilimizde kalacaklar. Bugün geldiler» dedi.", 20),
        ("tr", "«Bugün geldiler. Başvurular 20 Mart'a kadar kabul ediliyor» dedi.", 10),
        ("tr", "«Bugün geldiler. Kurumumuz 20 Mart'ta kuruldu» dedi.", 10),
    ],
)
def test_what_is_being_held_lasts_until_the_day_that_is_told(
    language: str, text: str, end: int
) -> None:
    body = f"Konya'da TÜRKSOY Ressamlar Buluşması yapılıyor.\n\nRektör Omar Kadir, {text}"
    event = event_of("Ressamlar Buluşması", body, language=language)
    assert (event.start, event.end) == (PUBLISHED, date(2025, 3, end))


def test_a_day_to_come_is_not_that_of_two_who_have_met() -> None:
    text = (
        "В Конье состоялась встреча председателя парламента Омара Кадырова с генеральным "
        "секретарем ТЮРКПА Азизом Каримовым.\n\nКаримов подчеркнул, что продолжаются работы к "
        "наблюдению за выборами, которые состоятся 20 марта 2025 года."
    )
    event = event_of("Встреча в Конье", text, language="ru")
    assert (event.start, event.tense) == (None, Tense.PAST)


@pytest.mark.parametrize(
    ("language", "title", "text", "tense"),
    [
        ("ru", "В вузе будет открыт центр", "Вуз и ТЮРКСОЙ подписали меморандум.", Tense.PAST),
        ("en", "A centre will be opened", "TURKSOY signed a memorandum.", Tense.PAST),
        ("ru", "Будет подписан меморандум", "Вуз ждёт ТЮРКСОЙ.", Tense.FUTURE),
        ("ru", "В вузе будет открыт центр", "С ТЮРКСОЙ будет подписан меморандум.", Tense.FUTURE),
    ],
)
def test_what_was_signed_is_past_whatever_is_to_come_of_it(
    language: str, title: str, text: str, tense: Tense
) -> None:
    assert event_of(title, text, language=language).tense is tense


def test_lines_that_begin_with_a_day_are_no_chronicle() -> None:
    text = (
        "2025-жылдын, 9 март\n\n2025-жылдын 9-мартында ТҮРКПАнын миссиясы Борбордук кеңештин "
        "төрагасы Омар Кадыров менен жолугушту."
    )
    event = event_of("ТҮРКПАнын миссиясы кеңештин төрагасы менен жолугушту", text, language="ky")
    assert event.start == date(2025, 3, 9)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Konya awaits the TURKSOY forum",
            (
                "On Tuesday, Konya will host a TURKSOY forum. The forum will look at what came of "
                "the January 20 floods that struck the valley."
            ),
        ),
        (
            "ru",
            "Конья ждет форум ТЮРКСОЙ",
            (
                "Во вторник в Конье пройдет форум ТЮРКСОЙ. Речь пойдет о последствиях "
                "землетрясения 20 января."
            ),
        ),
        (
            "tr",
            "Konya'da TÜRKSOY forumu düzenlenecek",
            (
                "TÜRKSOY forumu salı günü Konya'da düzenlenecek. Vadide 20 Ocak'ta meydana gelen "
                "depremler konuşulacak."
            ),
        ),
    ],
)
def test_the_day_on_which_something_struck_is_not_the_event_s(
    language: str, title: str, text: str
) -> None:
    assert event_of(title, text, language=language).start == date(2025, 3, 11)


def test_a_gathering_on_what_struck_keeps_its_own_day() -> None:
    text = "The TURKSOY meeting of 20 February in Konya on earthquake relief gathered rectors."
    assert event_of("A meeting on relief", text, language="en").start == date(2025, 2, 20)
