"""What sort of event an article reports."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText, Kind
from tests.defaults import READER

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def kind(language: str, title: str, text: str) -> Kind:
    event = READER.read(ArticleText(title, text, date(2026, 5, 7), language=language), NOW).event
    assert event is not None
    return event.kind


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Rectors of the Turkic Universities Union meet in Osh", "They discussed courses."),
        ("ru", "Ректоры Союза тюркских университетов собрались в Оше", "Говорили о курсах."),
        ("tr", "Türk Üniversiteler Birliği rektörleri Oş'ta buluştu", "Kurslar konuşuldu."),
        ("kk", "ТМҰ жастар министрлері Шымкентте бас қосты", "Олар фестиваль жоспарын айтты."),
        ("ky", "ТМУнун жаштар министрлери Ошто чогулду", "Алар фестиваль тууралуу сүйлөштү."),
        ("uz", "TDT davlatlari temiryoʻlchilari Qoʻqonda uchrashdi", "Tarif maʼqullandi."),
    ],
)
def test_people_who_come_together_hold_a_meeting(language: str, title: str, text: str) -> None:
    assert kind(language, title, text) is Kind.MEETING


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "TURKSOY opens a festival in Osh", "Artists met in Osh for it."),
        ("ru", "В Оше открылся фестиваль ТЮРКСОЙ", "Там встретились артисты."),
    ],
)
def test_a_noun_for_an_event_says_more_than_a_verb(language: str, title: str, text: str) -> None:
    assert kind(language, title, text) is Kind.FESTIVAL


def test_a_greeting_read_out_at_a_ceremony_makes_no_statement_of_it() -> None:
    text = (
        "Бишкекте Түрк академиясы даярдаган китептин бет ачары болду. Катышуучуларды ректор "
        "куттуктады. Президенттин куттуктоосун министр окуду."
    )
    assert kind("ky", "Түрк академиясынын китебинин бет ачары өттү", text) is Kind.CEREMONY


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "TURKSOY holds a drill of rescuers in Osh", "Nine crews took part."),
        ("en", "TURKSOY member states end joint exercise in Osh", "Nine crews took part."),
        ("ru", "ТЮРКСОЙ провела в Оше учения спасателей", "Участвовали девять отрядов."),
        ("tr", "TÜRKSOY Oş'ta kurtarma tatbikatı düzenledi", "Dokuz ekip katıldı."),
        ("kk", "ТҮРКСОЙ Ошта құтқарушылар жаттығуын өткізді", "Тоғыз топ қатысты."),
        ("ky", "ТҮРКСОЙ Ошто куткаруучулардын машыгуусун өткөрдү", "Тогуз топ катышты."),
        ("uz", "TURKSOY Oʻshda qutqaruvchilar mashgʻulotini oʻtkazdi", "Toʻqqiz guruh keldi."),
        ("az", "TÜRKSOY Oşda xilasedicilərin təlimini keçirib", "Doqquz dəstə gəlib."),
    ],
)
def test_a_drill_of_rescuers_is_a_training(language: str, title: str, text: str) -> None:
    assert kind(language, title, text) is Kind.TRAINING


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "TDT üyesi ülkelerin kurtarma başkanları tatbikattan bir gün sonra Oş'ta toplandı."),
        ("uz", "TDT davlatlari qutqaruvchilari mashgʻulotdan ikki kundan keyin Oʻshda uchrashdi."),
    ],
)
def test_who_meets_after_a_drill_holds_a_meeting(language: str, text: str) -> None:
    assert kind(language, "", text) is Kind.MEETING


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("ru", "Страны ТЮРКСОЙ договорились об ускорении подписания соглашения о создании фонда"),
        ("en", "TURKSOY members agree to speed up the signing of an agreement on a fund"),
        ("tr", "TÜRKSOY üyeleri fon anlaşmasının imzalanmasını hızlandırma konusunda anlaştı"),
        ("az", "TÜRKSOY üzvləri sazişin imzalanmasını sürətləndirmək barədə razılaşdı"),
        ("kk", "ТҮРКСОЙ мүшелері қор туралы келісімге қол қоюды жеделдетуге уағдаласты"),
        ("ky", "ТҮРКСОЙ мүчөлөрү фонд жөнүндө келишимге кол коюуну ылдамдатууга макулдашты"),
        ("uz", "TURKSOY aʼzolari bitimni imzolashni tezlashtirishga kelishib oldi"),
    ],
)  # fmt: skip
def test_to_agree_to_hasten_a_signing_is_no_agreement(language: str, headline: str) -> None:
    assert kind(language, headline, f"{headline}.") is Kind.OTHER


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("ru", "Страны ТЮРКСОЙ подписали соглашение об ускорении перевозок"),
        ("ru", "Министры стран ТЮРКСОЙ подготовили и подписали соглашение о культуре"),
        ("en", "TURKSOY members signed an agreement to speed up transit"),
        ("tr", "TÜRKSOY üyeleri geçişi hızlandırma anlaşması imzaladı"),
        ("kk", "ТҮРКСОЙ мүшелері қор туралы келісімге қол қойды"),
    ],
)  # fmt: skip
def test_an_agreement_that_was_signed_is_one_whatever_it_speeds_up(
    language: str, headline: str
) -> None:
    assert kind(language, headline, f"{headline}.") is Kind.AGREEMENT


@pytest.mark.parametrize(
    ("language", "headline", "talk"),
    [
        ("en", "TURKSOY's head honours the singer Olga Stern",
         "At the meeting they discussed holding a poetry festival in May."),
        ("ru", "Глава ТЮРКСОЙ наградил певицу Ольгу Штерн",
         "На встрече обсудили проведение в мае фестиваля поэзии."),
        ("tr", "TÜRKSOY Genel Sekreteri Kemal Aras şarkıcıya madalya verdi",
         "Görüşmede mayısta yapılacak şiir festivali ele alındı."),
        ("az", "TÜRKSOY-un baş katibi Kamal Arifli müğənniyə medal verib",
         "Görüşdə mayda keçiriləcək şeir festivalı müzakirə olunub."),
        ("kk", "ТҮРКСОЙ бас хатшысы Серік Әлиев әншіні медальмен марапаттады",
         "Кездесуде мамырда өтетін поэзия фестивалі талқыланды."),
        ("ky", "ТҮРКСОЙдун башкы катчысы Серик Алиев ырчыны медаль менен сыйлады",
         "Жолугушууда май айында поэзия фестивалын өткөрүү маселеси сүйлөшүлдү."),
        ("uz", "TURKSOY bosh kotibi Sardor Aliyev xonandani medal bilan taqdirladi",
         "Uchrashuvda may oyida oʻtadigan sheʼriyat festivali muhokama qilindi."),
    ],
)  # fmt: skip
def test_a_festival_that_is_talked_about_at_a_meeting_is_not_the_event(
    language: str, headline: str, talk: str
) -> None:
    assert kind(language, headline, f"{headline}. {talk}") is not Kind.FESTIVAL


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "ru",
            "Миссия наблюдателей ТЮРКПА встретилась с главой комиссии",
            (
                "Члены миссии наблюдателей ТЮРКПА 6 мая встретились в Оше с председателем комиссии "
                "Омаром Кадыровым. Выборы пройдут 20 мая."
            ),
        ),
        (
            "en",
            "TURKPA observation mission met with Chairman Omar Kadir",
            (
                "Members of the TURKPA observation mission met with Chairman Omar Kadir in Osh on "
                "6 May."
            ),
        ),
    ],
)
def test_observers_who_meet_somebody_hold_a_meeting(language: str, title: str, text: str) -> None:
    assert kind(language, title, text) is Kind.MEETING
