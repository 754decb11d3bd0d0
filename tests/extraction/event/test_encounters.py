"""Somebody receives or meets somebody: the gatherings that they talk of are other ones."""

import pytest

from bot.extraction.facts import EventFacts, Kind, Tense
from tests.extraction.event.reading import PUBLISHED, event_of


def _event(language: str, title: str, text: str) -> EventFacts:
    return event_of(title, text, language=language)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "The minister and the head of TURKSOY confer",
            (
                "Culture Minister Omar Kadir met with TURKSOY Secretary General Daniyar Saparov.\n"
                "Saparov, speaking at the session held in Konya, had named the next capital. "
                "They discussed the roads."
            ),
        ),
        (
            "ru",
            "Саммит ОТГ пройдет в Баку",
            (
                "Министр культуры Омар Кадыров встретился с генеральным секретарем ОТГ Данияром "
                "Сапаровым. Стороны обсудили дороги.\n"
                "В городе Баку на саммите будут три президента."
            ),
        ),
        (
            "az",
            "Nazir TÜRKSOY-un Baş katibi ilə görüşüb",
            (
                "Mədəniyyət naziri Orxan Kərim TÜRKSOY-un Baş katibi Daniyar Saparov ilə görüşüb.\n"
                "TÜRKSOY Daimi Şurasının Konya şəhərində keçirilən iclasında paytaxtın seçildiyini "
                "xatırladan Daniyar Saparov proqramların hazırlandığını söyləyib."
            ),
        ),
        (
            "kk",
            "ТҮРКСОЙ кеңесінің 20-шы отырысы рухани астана Түркістанда",
            (
                "Министр Оразбек Кәрімов ТҮРКСОЙ Бас хатшысы Данияр Сапаровты қабылдады.\n"
                "Кездесуде Түркістанда өтетін ТҮРКСОЙ кеңесінің 20-шы отырысына дайындық "
                "талқыланды."
            ),
        ),
        (
            "ky",
            "Түркиянын Конья шаарында уландардын фестивалы өткөрүлөт",
            (
                "Тышкы иштер министри Орозбек Каримов ТҮРКСОЙ уюмунун башкы катчысы Данияр Сапаров "
                "менен жолугушту.\nСапаров Түркиянын Конья шаарында уландардын фестивалын өткөрүү "
                "тууралуу айтып берди."
            ),
        ),
        (
            "uz",
            "TURKSOY sammiti Bokuda o‘tadi",
            (
                "Madaniyat vaziri Olim Kari TURKSOY Bosh kotibi Doniyor Saparov bilan uchrashdi.\n"
                "Muloqotda Boku shahrida o‘tadigan sammit muhokama qilindi."
            ),
        ),
    ],
)
def test_what_two_people_talk_of_is_no_gathering_of_theirs(
    language: str, title: str, text: str
) -> None:
    event = _event(language, title, text)
    assert (event.kind, event.tense, event.city) == (Kind.MEETING, Tense.PAST, None)


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        (
            "uz",
            (
                "Vazir Olim Karimov Anqara shahrida davom etayotgan TURKSOY yubileyi doirasida "
                "tashkilot Bosh kotibi Doniyor Saparov bilan uchrashdi."
            ),
            "Anqara",
        ),
        (
            "ky",
            (
                "Министр Орозбек Каримов Анкара шаарында өткөн ТҮРКСОЙ форумунун алкагында уюмдун "
                "башкы катчысы Данияр Сапаров менен жолугушту."
            ),
            "Анкара",
        ),
        (
            "tr",
            (
                "Vali Orhan Kaya, Konya'da düzenlenen TÜRKSOY kutlaması kapsamında TÜRKSOY Genel "
                "Sekreteri Daniyar Saparov ile görüştü."
            ),
            "Konya",
        ),
    ],
)
def test_where_they_meet_is_told_by_what_they_came_to(language: str, text: str, city: str) -> None:
    event = _event(language, "", text)
    assert (event.kind, event.city) == (Kind.MEETING, city)


@pytest.mark.parametrize(
    ("language", "title", "text", "kind", "city"),
    [
        (
            "ru",
            "В Баку прошел саммит ТЮРКСОЙ",
            (
                "В Баку прошел саммит ТЮРКСОЙ. Президент Омар Кадыров принял генсекретаря "
                "Данияра Сапарова."
            ),
            Kind.SUMMIT,
            "Баку",
        ),
        (
            "tr",
            "TÜRKSOY sempozyumu Konya'da yapıldı",
            (
                "Konya'da TÜRKSOY sempozyumu yapıldı. Vali Orhan Kaya, Genel Sekreter Daniyar "
                "Saparov'u kabul etti."
            ),
            Kind.CONFERENCE,
            "Konya",
        ),
        (
            "kk",
            "Астанада ТҮРКСОЙ форумы өтті",
            "Астанада ТҮРКСОЙ форумы өтті. Министр Бас хатшы Данияр Сапаровпен кездесті.",
            Kind.CONFERENCE,
            "Астана",
        ),
    ],
)
def test_who_meets_at_a_gathering_that_is_told_is_at_it(
    language: str, title: str, text: str, kind: Kind, city: str
) -> None:
    event = _event(language, title, text)
    assert (event.kind, event.city) == (kind, city)


def test_the_stamp_behind_a_summary_begins_what_is_told() -> None:
    event = _event(
        "ky",
        "Түркиянын Конья шаарында комузчулардын жумалыгы өткөрүлөт",
        "ТҮРКСОЙ уюмунун башкы катчысы Данияр Сапаров пландары менен бөлүштү.\n"
        "БИШКЕК, 9-мар. — Кабар. Министр Орозбек Каримов ТҮРКСОЙ уюмунун башкы катчысы Данияр "
        "Сапаров менен жолукту.\nСапаров Конья шаарында жумалык болорун айтты.",
    )
    assert (event.kind, event.tense, event.city) == (Kind.MEETING, Tense.PAST, None)


def test_who_met_ahead_of_a_gathering_met_on_the_day_told_before() -> None:
    text = (
        "Rector Omar Kadir on Monday met with Minister of Culture Anna Nagy in Konya ahead of the "
        "TURKSOY forum of rectors.\n\nIn a post, Kadir said they went over the papers of "
        "Wednesday's TURKSOY forum."
    )
    event = _event("en", "A rector and a minister go over the TURKSOY forum", text)
    assert (event.start, event.city) == (PUBLISHED, "Konya")
