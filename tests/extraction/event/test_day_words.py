"""Words for days, in every language: a weekday, "three days ago", "the 5th of next month"."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText
from tests.defaults import READER

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WEDNESDAY = date(2025, 10, 15)
WAS = {
    "en": "TURKSOY's council met in Osh {}.",
    "ru": "Совет ТЮРКСОЙ собрался в Оше {}.",
    "tr": "TÜRKSOY Daimi Konseyi {} Oş'ta toplandı.",
    "az": "TÜRKSOY Daimi Şurası {} Oşda toplanıb.",
    "kk": "ТҮРКСОЙ кеңесінің отырысы {} Ошта өтті.",
    "ky": "ТҮРКСОЙ кеңешинин отуруму {} Ошто өттү.",
    "uz": "TURKSOY kengashi yigʻilishi {} Oʻshda boʻlib oʻtdi.",
    "uz-Cyrl": "ТУРКСОЙ кенгаши йиғилиши {} Ўшда бўлиб ўтди.",
}
WILL = {
    "en": "TURKSOY's council will meet in Osh {}.",
    "ru": "Совет ТЮРКСОЙ соберётся в Оше {}.",
    "tr": "TÜRKSOY Daimi Konseyinin toplantısı {} Oş'ta altı ülkenin katılımıyla yapılacak.",
    "az": "TÜRKSOY Daimi Şurasının iclası {} Oşda altı ölkənin iştirakı ilə keçiriləcək.",
    "kk": "ТҮРКСОЙ кеңесінің отырысы {} Ошта алты елдің қатысуымен өтеді.",
    "ky": "ТҮРКСОЙ кеңешинин отуруму {} Ошто алты өлкөнүн катышуусунда өтөт.",
    "uz": "TURKSOY kengashi yigʻilishi {} Oʻshda olti mamlakat ishtirokida boʻlib oʻtadi.",
    "uz-Cyrl": "ТУРКСОЙ кенгаши йиғилиши {} Ўшда олти мамлакат иштирокида бўлиб ўтади.",
}


def phrases(words: str) -> list[str]:
    return [phrase.strip() for phrase in words.split(";")]


def days(language: str, text: str) -> tuple[str, str] | None:
    article = ArticleText("", text, WEDNESDAY, language=language.partition("-")[0])
    event = READER.read(article, NOW).event
    assert event is not None
    return (f"{event.start}", f"{event.end}") if event.start else None


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (
            "2025-10-10",
            "2025-10-10",
            """en last Friday; ru в минувшую пятницу; tr geçen cuma; az ötən cümə günü;
            kk өткен жұмада; ky өткөн жумада; uz oʻtgan juma kuni; uz-Cyrl ўтган жума куни""",
        ),
        (
            "2025-10-12",
            "2025-10-12",
            """en three days ago; ru три дня назад; tr üç gün önce; az üç gün əvvəl;
            kk үш күн бұрын; ky үч күн мурда; uz uch kun avval; uz-Cyrl уч кун аввал""",
        ),
        (
            "2025-10-14",
            "2025-10-15",
            """en yesterday and today; ru вчера и сегодня; tr dün ve bugün; az dünən və bu gün;
            kk кеше және бүгін; ky кечээ жана бүгүн; uz kecha va bugun; uz-Cyrl кеча ва бугун""",
        ),
        (
            "2025-10-13",
            "2025-10-15",
            """en from Monday to Wednesday; ru с понедельника по среду;
            tr pazartesiden çarşambaya kadar; az bazar ertəsindən çərşənbəyədək;
            kk дүйсенбіден сәрсенбіге дейін; ky дүйшөмбүдөн шаршембиге чейин;
            uz dushanbadan chorshanbagacha; uz-Cyrl душанбадан чоршанбагача""",
        ),
        (
            "2025-10-07",
            "2025-10-07",
            """en on the 7th of this month; ru 7 числа этого месяца; tr bu ayın 7'sinde;
            az bu ayın 7-də; kk осы айдың 7-сі күні; ky ушул айдын 7синде;
            uz shu oyning 7-sanasida; uz-Cyrl шу ойнинг 7-санасида""",
        ),
    ],
)
def test_words_for_a_day_that_was_count_from_the_day_of_publication(
    first: str, last: str, words: str
) -> None:
    for phrase in phrases(words):
        language, _, told = phrase.partition(" ")
        assert days(language, WAS[language].format(told)) == (first, last), phrase


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (
            "2025-10-17",
            """en on Friday; ru в пятницу; tr cuma günü; az cümə günü; kk жұма күні; ky жума күнү;
            uz juma kuni; uz-Cyrl жума куни; en the day after tomorrow; ru послезавтра;
            tr öbür gün; az birigün; kk бүрсігүні; ky бүрсүгүнү; uz indinga; uz-Cyrl индинга""",
        ),
        (
            "2025-10-20",
            """en next Monday; ru в следующий понедельник; tr gelecek pazartesi;
            az gələn bazar ertəsi; kk келесі дүйсенбіде; ky кийинки дүйшөмбүдө;
            uz kelasi dushanba kuni; uz-Cyrl келаси душанба куни""",
        ),
        (
            "2025-11-05",
            """en on the 5th of next month; ru 5 числа следующего месяца; tr gelecek ayın 5'inde;
            az gələn ayın 5-də; kk келесі айдың 5-інде; ky келерки айдын 5инде;
            uz kelasi oyning 5-sanasida; uz-Cyrl келаси ойнинг 5-санасида""",
        ),
    ],
)
def test_words_for_a_day_to_come_count_on_from_it(first: str, words: str) -> None:
    for phrase in phrases(words):
        language, _, told = phrase.partition(" ")
        assert days(language, WILL[language].format(told)) == (first, first), phrase


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "next Friday"), ("ru", "в следующую пятницу"), ("kk", "келесі жұмада")],
)
def test_next_friday_said_on_a_wednesday_is_one_of_two_days_and_none(
    language: str, told: str
) -> None:
    assert days(language, WILL[language].format(told)) is None


def test_what_will_be_on_the_weekday_that_it_is_is_today() -> None:
    assert days("en", WILL["en"].format("on Wednesday")) == ("2025-10-15", "2025-10-15")


def test_a_week_s_stretch_of_weekdays_ends_in_the_days_to_come() -> None:
    told = """en from Monday to Friday; ru с понедельника по пятницу; tr pazartesiden cumaya kadar;
        az bazar ertəsindən cüməyə qədər; kk дүйсенбіден жұмаға дейін;
        ky дүйшөмбүдөн жумага чейин; uz dushanbadan jumagacha"""
    for phrase in phrases(told):
        language, _, words = phrase.partition(" ")
        assert days(language, WAS[language].format(words)) == ("2025-10-13", "2025-10-17"), phrase


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "OTS ministers will meet in Osh next Tuesday, 21 October."),
        ("ru", "Министры ОТГ встретятся в Оше в следующий вторник, 21 октября."),
        ("tr", "TDT bakanları gelecek salı, 21 Ekim'de Oş'ta toplanacak."),
        ("kk", "ТМҰ министрлері келесі сейсенбі, 21 қазанда Ошта кездеседі."),
        ("ky", "ТМУ министрлери кийинки шейшембиде, 21-октябрда Ошто жолугат."),
        ("uz", "TDT vazirlari kelasi seshanba, 21-oktabr kuni Oʻshda uchrashadi."),
    ],
)
def test_a_next_tuesday_makes_no_next_event_of_its_date(language: str, text: str) -> None:
    headline = text.replace(",", "")
    article = ArticleText(headline.split("21")[0], text, WEDNESDAY, language=language)
    event = READER.read(article, NOW).event
    assert event is not None
    assert event.start == date(2025, 10, 21)
    assert event.city is not None


def test_a_day_earlier_opens_no_background() -> None:
    text = "A day earlier, on 14 October, TURKPA's committee met in the town of Sheki."
    assert days("en", text) == ("2025-10-14", "2025-10-14")


def test_two_weekdays_apart_are_no_stretch() -> None:
    said = days("en", WAS["en"].format("on Monday and Wednesday"))
    assert said != ("2025-10-13", "2025-10-15")


def test_a_number_beside_this_month_is_no_day_without_an_ending_that_ties_it() -> None:
    assert days("tr", "TÜRKSOY toplantısı bu ayın 5 ülkesi ile Oş'ta yapıldı.") is None


def test_an_announcing_headline_puts_the_days_of_the_text_ahead() -> None:
    article = ArticleText(
        "Osh to host meeting of TURKSOY council",
        "TURKSOY has chosen the venue.\n\nThe meeting will be held on 5 November.",
        WEDNESDAY,
    )
    event = READER.read(article, NOW).event
    assert event is not None
    assert event.start == date(2025, 11, 5)
