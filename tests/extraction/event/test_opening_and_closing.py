"""An event that one sentence opens and the next one closes lasts from the one day to the other."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText
from tests.defaults import READER

NOW = datetime(2026, 6, 1, tzinfo=UTC)
PUBLISHED = date(2026, 5, 7)  # a Thursday


def days(text: str, language: str) -> tuple[date | None, date | None]:
    event = READER.read(ArticleText("", text, PUBLISHED, language=language), NOW).event
    assert event is not None
    return event.start, event.end


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TURKSOY's camp of painters ended in Osh yesterday. It had begun on 28 April."),
        ("ru", "Лагерь ТЮРКСОЙ завершился накануне в Оше. Он открылся 28 апреля."),
        ("tr", "TÜRKSOY'un ressamlar kampı Oş'ta dün sona erdi. Kamp 28 Nisan'da başlamıştı."),
        ("az", "TÜRKSOY-un düşərgəsi dünən Oşda başa çatıb. Düşərgə aprelin 28-də açılmışdı."),
        ("kk", "ТҮРКСОЙ көрмесі кеше Ошта аяқталды. Көрме 28 сәуірде ашылған еді."),
        ("ky", "ТҮРКСОЙдун көргөзмөсү кечээ Ошто аяктады. Көргөзмө 28-апрелде ачылган эле."),
        ("uz", "TURKSOYning lageri kecha Oʻshda yakunlandi. Lager 28-aprelda ochilgan edi."),
    ],
)
def test_what_ended_yesterday_began_on_the_day_told_next(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 4, 28), date(2026, 5, 6))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TURKSOY's camp of painters opened in Osh on Monday. It will end on 12 May."),
        ("en", "TURKSOY's camp of painters opened in Osh on Monday. It runs until 12 May."),
        ("ru", "Фестиваль ТЮРКСОЙ открылся в понедельник в Оше. Он продлится до 12 мая."),
        (
            "tr",
            "TÜRKSOY festivali pazartesi günü Oş'ta başladı. Festival 12 Mayıs'a kadar sürecek.",
        ),
        ("az", "TÜRKSOY festivalı bazar ertəsi Oşda açılıb. Festival mayın 12-dək davam edəcək."),
        ("kk", "ТҮРКСОЙ фестивалі дүйсенбіде Ошта басталды. Фестиваль 12 мамырға дейін созылады."),
        ("ky", "ТҮРКСОЙдун фестивалы дүйшөмбүдө Ошто ачылды. Ал 12-майга чейин созулат."),
        ("uz", "TURKSOY festivali dushanba kuni Oʻshda ochildi. Festival 12-maygacha davom etadi."),
    ],
)
def test_what_opened_on_monday_lasts_until_the_day_told_next(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 5, 4), date(2026, 5, 12))


def test_a_weekday_of_closing_lies_behind_the_opening() -> None:
    text = "TURKSOY forumi bugun Oʻshda ish boshladi. U shanba kuni yakunlanadi."
    assert days(text, "uz") == (date(2026, 5, 7), date(2026, 5, 9))


def test_another_things_last_day_is_not_the_events() -> None:
    text = "TURKSOY's camp of painters opened in Osh on Monday. Registration ran until 12 May."
    assert days(text, "en") == (date(2026, 5, 4), date(2026, 5, 4))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TURKSOY's festival opened in Osh on Monday. Nine troupes play until 12 May."),
        ("ru", "Фестиваль ТЮРКСОЙ открылся в Оше в понедельник. Труппы играют до 12 мая."),
        ("ru", "Фестиваль ТЮРКСОЙ открылся в Оше в понедельник и продлится до 12 мая."),
        ("tr", "TÜRKSOY festivali pazartesi Oş'ta açıldı. Ekipler 12 Mayıs'a kadar oynayacak."),
        ("az", "TÜRKSOY festivalı bazar ertəsi Oşda açılıb. Truppalar mayın 12-dək oynayacaq."),
        ("kk", "ТҮРКСОЙ фестивалі дүйсенбіде Ошта ашылды. Труппалар 12 мамырға дейін ойнайды."),
        ("ky", "ТҮРКСОЙ фестивалы дүйшөмбүдө Ошто ачылды. Труппалар 12-майга чейин ойнойт."),
        ("uz", "TURKSOY festivali dushanba kuni Oʻshda ochildi. Guruhlar 12-maygacha oʻynaydi."),
    ],
)
def test_what_opened_lasts_until_the_day_on_which_its_guests_end(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 5, 4), date(2026, 5, 12))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TURKSOY's camp opened in Osh on Monday. Applications are accepted until 12 May."),
        ("ru", "Лагерь ТЮРКСОЙ открылся в Оше в понедельник. Заявки принимают до 12 мая."),
        ("tr", "TÜRKSOY kampı pazartesi Oş'ta açıldı. Başvurular 12 Mayıs'a kadar sürecek."),
        (
            "az",
            "TÜRKSOY düşərgəsi bazar ertəsi Oşda açılıb. Müraciətlər mayın 12-dək qəbul edilir.",
        ),
        ("kk", "ТҮРКСОЙ лагері дүйсенбіде Ошта ашылды. Өтінімдер 12 мамырға дейін алынады."),
        ("ky", "ТҮРКСОЙ лагери дүйшөмбүдө Ошто ачылды. Арыздар 12-майга чейин алынат."),
        ("uz", "TURKSOY lageri dushanba kuni Oʻshda ochildi. Arizalar 12-maygacha olinadi."),
    ],
)
def test_a_day_until_which_something_is_handed_in_ends_no_event(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 5, 4), date(2026, 5, 4))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TURKSOY's games ended in Osh on Sunday. From 28 April riders had competed."),
        ("ru", "Игры ТЮРКСОЙ завершились в Оше в воскресенье. С 28 апреля состязались всадники."),
        ("tr", "TÜRKSOY oyunları pazar günü Oş'ta sona erdi. 28 Nisan'dan beri biniciler yarıştı."),
        ("az", "TÜRKSOY oyunları bazar günü Oşda başa çatıb. Aprelin 28-dən atlılar yarışırdı."),
        ("kk", "ТҮРКСОЙ ойындары жексенбіде Ошта аяқталды. 28 сәуірден бері шабандоздар жарысты."),
        ("ky", "ТҮРКСОЙ оюндары жекшембиде Ошто аяктады. 28-апрелден бери чабандестер жарышты."),
        (
            "uz",
            "TURKSOY oʻyinlari yakshanba kuni Oʻshda yakunlandi. 28-apreldan buyon bellashdilar.",
        ),
    ],
)
def test_what_ended_on_sunday_began_on_the_day_since_which_it_was_played(
    language: str, text: str
) -> None:
    assert days(text, language) == (date(2026, 4, 28), date(2026, 5, 3))


def test_the_programme_of_three_days_that_the_lead_opens_begins_today() -> None:
    text = "A three-day programme of TURKSOY opens in Osh.\n\nToday guests saw the town museum."
    assert days(text, "en") == (date(2026, 5, 7), date(2026, 5, 9))


def test_a_stamp_takes_no_tomorrow_from_the_sentence_behind_it() -> None:
    text = "ОШ, 7 мая. Завтра в Оше откроется саммит Организации тюркских государств."
    assert days(text, "ru") == (date(2026, 5, 8), date(2026, 5, 8))


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "A two-day TURKSOY seminar opened in Osh on 10 April.", (10, 11)),
        ("en", "A three-day TURKSOY festival ended in Osh on 10 April.", (8, 10)),
        ("en", "A two-day TURKSOY seminar was held in Osh on 10 April.", (10, 10)),
        ("ru", "Двухдневный семинар ТЮРКСОЙ открылся в Оше 10 апреля.", (10, 11)),
        ("tr", "TÜRKSOY'un iki günlük semineri 10 Nisan'da Oş'ta başladı.", (10, 11)),
        ("az", "TÜRKSOY-un ikigünlük seminarı aprelin 10-da Oşda başlayıb.", (10, 11)),
        ("kk", "ТҮРКСОЙ-дың екі күндік семинары 10 сәуірде Ошта басталды.", (10, 11)),
        ("ky", "ТҮРКСОЙдун эки күндүк семинары 10-апрелде Ошто башталды.", (10, 11)),
        ("uz", "TURKSOYning ikki kunlik seminari 10-aprel kuni Oʻshda boshlandi.", (10, 11)),
    ],
)
def test_what_lasts_two_days_and_has_begun_ends_on_the_next(
    language: str, text: str, days: tuple[int, int]
) -> None:
    event = READER.read(ArticleText("", text, date(2026, 4, 11), language=language), NOW).event
    assert event is not None
    assert event.start is not None
    assert event.end is not None
    assert (event.start.day, event.end.day) == days


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "TURKSOY's festival, which began in Osh on 12 April, lasted four days.", (12, 15)),
        ("ru", "Фестиваль ТЮРКСОЙ, начавшийся в Оше 12 апреля, длился четыре дня.", (12, 15)),
        ("tr", "TÜRKSOY festivali Oş'ta 12 Nisan'da başladı ve dört gün sürdü.", (12, 15)),
        ("az", "TÜRKSOY-un festivalı Oşda aprelin 12-də başlayıb, dörd gün davam edib.", (12, 15)),
        ("kk", "ТҮРКСОЙ фестивалі Ошта 12 сәуірде басталып, төрт күнге созылды.", (12, 15)),
        ("ky", "ТҮРКСОЙ фестивалы Ошто 12-апрелде башталып, төрт күнгө созулду.", (12, 15)),
        ("uz", "TURKSOY festivali Oʻshda 12-aprel kuni boshlanib, toʻrt kun davom etdi.", (12, 15)),
        ("en", "TURKSOY's festival was held in Osh on 12, 13 and 14 April.", (12, 14)),
        ("ru", "Фестиваль ТЮРКСОЙ прошёл в Оше 12, 13 и 14 апреля.", (12, 14)),
        ("tr", "TÜRKSOY festivali 12, 13 ve 14 Nisan'da Oş'ta yapıldı.", (12, 14)),
        ("az", "TÜRKSOY-un festivalı aprelin 12, 13 və 14-də Oşda keçirilib.", (12, 14)),
        ("ky", "ТҮРКСОЙ фестивалы 12, 13, 14-апрель күндөрү Ошто өттү.", (12, 14)),
        ("en", "TURKSOY's festival opened in Osh on 14 April and runs until the 20th.", (14, 20)),
        ("az", "TÜRKSOY-un festivalı Oşda aprelin 14-də açılıb, 20-dək davam edəcək.", (14, 20)),
    ],
)
def test_how_long_something_lasted_is_told_in_many_ways(
    language: str, text: str, days: tuple[int, int]
) -> None:
    event = READER.read(ArticleText("", text, date(2026, 4, 18), language=language), NOW).event
    assert event is not None
    assert event.start is not None
    assert event.end is not None
    assert (event.start.day, event.end.day) == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "uz",
            (
                "TURKSOY festivali seshanba kuni Xivada yopildi. Unga 20 jamoa keldi. Festival "
                "2-may kuni boshlangan edi."
            ),
        ),
        (
            "ru",
            (
                "Фестиваль ТЮРКСОЙ закрылся во вторник в Хиве. Приехало двадцать коллективов. "
                "Фестиваль начался 2 мая."
            ),
        ),
    ],
)
def test_the_opening_may_be_told_two_sentences_behind_the_end(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 5, 2), date(2026, 5, 5))


def test_what_ended_today_and_lasted_two_days_began_yesterday() -> None:
    text = "Заседание ТЮРКСОЙ завершилось сегодня в Астане. Оно длилось два дня."
    assert days(text, "ru") == (date(2026, 5, 6), date(2026, 5, 7))


def test_a_day_behind_a_verb_that_opens_a_short_sentence_is_no_stamp() -> None:
    text = "Наблюдатели ТюркПА следили за выборами в Ташкенте. Голосовали 3 мая."
    assert days(text, "ru") == (date(2026, 5, 3), date(2026, 5, 3))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "ТҮРКСОЙ апталығы 12 мамырда емес, 19 мамырда Ошта өткізіледі."),
        ("ky", "ТҮРКСОЙдун жумалыгы 12-майда эмес, 19-майда Ошто өткөрүлөт."),
        ("tr", "TÜRKSOY toplantısı 12 Mayıs'ta değil, 19 Mayıs'ta Oş'ta yapılacak."),
        ("en", "TURKSOY's meeting, which Osh was to host on 11 and 12 May, will be on 19 May."),
    ],
)
def test_not_on_one_day_but_on_another_is_the_other(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 5, 19), date(2026, 5, 19))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The eight-day festival of TURKSOY came to an end in Osh on Tuesday."),
        ("ru", "Восьмидневный фестиваль ТЮРКСОЙ завершился в Оше во вторник."),
        ("tr", "TÜRKSOY'un sekiz günlük festivali salı günü Oş'ta sona erdi."),
        ("az", "TÜRKSOY-un səkkizgünlük festivalı çərşənbə axşamı Oşda başa çatıb."),
        ("kk", "ТҮРКСОЙ-дың сегіз күндік фестивалі сейсенбіде Ошта аяқталды."),
        ("ky", "ТҮРКСОЙдун сегиз күндүк фестивалы шейшембиде Ошто аяктады."),
        ("uz", "TURKSOYning sakkiz kunlik festivali seshanba kuni Oʻshda yakunlandi."),
    ],
)
def test_what_lasted_eight_days_began_a_week_before_it_ended(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 4, 28), date(2026, 5, 5))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "ТҮРКСОЙ-дың үш күндік курсы бүгін Ошта аяқталады."),
        ("ky", "ТҮРКСОЙдун үч күндүк курсу бүгүн Ошто аяктайт."),
        ("uz", "TURKSOYning uch kunlik kursi bugun Oʻshda yakunlanadi."),
    ],
)
def test_what_ends_today_after_three_days_has_begun(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 5, 5), date(2026, 5, 7))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TURKSOY's festival opened in Osh on Monday.\n\nThe closing ceremony is on 8 May."),
        ("ru", "Фестиваль ТЮРКСОЙ открылся в понедельник.\n\nЦеремония закрытия пройдёт 8 мая."),
        ("tr", "TÜRKSOY festivali pazartesi Oş'ta açıldı.\n\nKapanış töreni 8 Mayıs'ta yapılacak."),
        ("az", "TÜRKSOY festivalı bazar ertəsi açılıb.\n\nBağlanış mərasimi mayın 8-də olacaq."),
        ("kk", "ТҮРКСОЙ фестивалі дүйсенбіде ашылды.\n\nЖабылу рәсімі 8 мамырда өтеді."),
        ("ky", "ТҮРКСОЙ фестивалы дүйшөмбүдө ачылды.\n\nЖабылыш аземи 8-майда өтөт."),
        ("uz", "TURKSOY festivali dushanba kuni ochildi.\n\nYopilish marosimi 8-mayda boʻladi."),
    ],
)
def test_what_opened_on_monday_ends_with_its_closing_ceremony(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 5, 4), date(2026, 5, 8))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Фестиваль ТЮРКСОЙ, начавшийся 2 мая и завершившийся 6 мая, прошёл в Оше."),
        ("tr", "2 Mayıs'ta başlayan ve 6 Mayıs'ta sona eren TÜRKSOY festivali Oş'ta yapıldı."),
        ("az", "Mayın 2-də başlayan və mayın 6-da başa çatan TÜRKSOY festivalı keçirilib."),
        ("kk", "2 мамырда басталып, 6 мамырда аяқталған ТҮРКСОЙ фестивалі Ошта өтті."),
        ("ky", "2-майда башталып, 6-майда аяктаган ТҮРКСОЙ фестивалы Ошто өттү."),
        ("uz", "2-mayda boshlanib, 6-mayda yakunlangan TURKSOY festivali boʻlib oʻtdi."),
        ("kk", "ТҮРКСОЙ фестивалі кеше аяқталды. 2-6 мамырда өткен фестиваль көпті жинады."),
    ],
)
def test_a_clause_or_the_next_sentence_tells_both_ends(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 5, 2), date(2026, 5, 6))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TURKSOY's festival, which opened in Osh on Monday, runs through Sunday."),
        ("ru", "Открывшийся в понедельник в Оше фестиваль ТЮРКСОЙ продлится до воскресенья."),
        ("az", "Bazar ertəsi Oşda açılan TÜRKSOY festivalı bazar gününədək davam edəcək."),
        ("tr", "TÜRKSOY'un bir hafta sürecek festivali pazartesi günü Oş'ta başladı."),
        ("kk", "Бір аптаға созылатын ТҮРКСОЙ фестивалі дүйсенбіде Ошта басталды."),
        ("ky", "Бир жумага созулган ТҮРКСОЙдун фестивалы дүйшөмбүдө Ошто башталды."),
        ("uz", "Bir hafta davom etadigan TURKSOY festivali dushanba kuni Oʻshda boshlandi."),
    ],
)
def test_a_week_that_opened_on_monday_ends_on_sunday(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 5, 4), date(2026, 5, 10))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TURKSOY's two-day forum, which began in Osh on Tuesday, ended yesterday."),
        ("ru", "Двухдневный форум ТЮРКСОЙ, начавшийся во вторник в Оше, завершился вчера."),
        ("tr", "TÜRKSOY'un salı günü Oş'ta başlayan iki günlük forumu dün sona erdi."),
        ("az", "TÜRKSOY-un çərşənbə axşamı Oşda başlayan ikigünlük forumu dünən başa çatıb."),
        ("kk", "ТҮРКСОЙ-дың сейсенбіде Ошта басталған екі күндік форумы кеше аяқталды."),
        ("ky", "ТҮРКСОЙдун шейшембиде Ошто башталган эки күндүк форуму кечээ аяктады."),
        ("uz", "TURKSOYning seshanba kuni Oʻshda boshlangan ikki kunlik forumi kecha yakunlandi."),
        ("tr", "TÜRKSOY'un Oş'ta başlayan iki günlük forumu dün sona erdi."),
    ],
)
def test_what_began_on_tuesday_ended_yesterday(language: str, text: str) -> None:
    assert days(text, language) == (date(2026, 5, 5), date(2026, 5, 6))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TURKSOY's winter camp was held in Osh from 28 December to 3 January."),
        ("ru", "Зимний лагерь ТЮРКСОЙ проходил в Оше с 28 декабря по 3 января."),
        ("tr", "TÜRKSOY kış kampı 28 Aralık-3 Ocak tarihlerinde Oş'ta düzenlendi."),
        ("az", "TÜRKSOY-un düşərgəsi dekabrın 28-dən yanvarın 3-dək Oşda keçirilib."),
        ("kk", "ТҮРКСОЙ лагері 28 желтоқсан мен 3 қаңтар аралығында Ошта өтті."),
        ("ky", "ТҮРКСОЙ лагери 28-декабрдан 3-январга чейин Ошто өттү."),
        ("uz", "TURKSOY lageri 28-dekabrdan 3-yanvargacha Oʻshda boʻlib oʻtdi."),
    ],
)
def test_what_is_told_in_january_began_before_the_new_year(language: str, text: str) -> None:
    event = READER.read(ArticleText("", text, date(2026, 1, 8), language=language), NOW).event
    assert event is not None
    assert (event.start, event.end) == (date(2025, 12, 28), date(2026, 1, 3))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TURKSOY's painters signed an appeal in Osh on Wednesday after a two-day seminar."),
        ("en", "TURKSOY members agreed in Osh on Wednesday on a school, ending two days of talks."),
        ("en", "Painters spent two days in Osh at a TURKSOY seminar, hosts said on Wednesday."),
        ("ru", "Художники ТЮРКСОЙ приняли в среду в Оше обращение после двухдневного семинара."),
        ("ru", "По итогам двухдневного семинара ТЮРКСОЙ в Оше художники в среду приняли письмо."),
    ],
)
def test_what_was_agreed_after_days_of_talks_was_agreed_on_the_last_of_them(
    language: str, text: str
) -> None:
    assert days(text, language) == (date(2026, 5, 5), date(2026, 5, 6))


@pytest.mark.parametrize(
    ("second", "last"),
    [("On Thursday", date(2024, 10, 3)), ("Later", date(2024, 10, 2))],
)
def test_what_is_said_to_last_ends_on_its_last_day_if_the_report_names_it(
    second: str, last: date
) -> None:
    body = (
        "The head of TURKSOY, Olga Stern, came to Riga for a two-day visit. On Wednesday, "
        f"October 2, she met Minister Mark Bauer.\n\n{second} she spoke to students."
    )
    article = ArticleText("", body, published=date(2024, 10, 4), language="en")
    event = READER.read(article, datetime(2024, 10, 5, tzinfo=UTC)).event
    assert event is not None
    assert (event.start, event.end) == (date(2024, 10, 2), last)
