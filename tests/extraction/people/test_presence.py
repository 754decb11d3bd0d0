"""Who was there and who is only spoken of, each with the reason that the reader gives."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.people import participants
from bot.extraction.people.reasons import Reason
from tests.defaults import READER

LEADS = {
    "en": "The council of TURKSOY met in Ankara on 3 May 2025.",
    "ru": "3 мая 2025 года в Анкаре состоялось заседание совета ТЮРКСОЙ.",
    "tr": "TÜRKSOY konseyi 3 Mayıs 2025 tarihinde Ankara'da toplandı.",
    "az": "Mayın 3-də Ankarada TÜRKSOY şurasının iclası keçirilib.",
    "kk": "3 мамырда Анкарада ТҮРКСОЙ кеңесінің отырысы өтті.",
    "ky": "3-майда Анкарада ТҮРКСОЙ кеңешинин жыйыны өттү.",
    "uz": "3-may kuni Anqarada TURKSOY kengashining yig‘ilishi bo‘lib o‘tdi.",
}


def reasons(language: str, text: str) -> dict[str, Reason]:
    """Return each person of a report in `language` whose body goes on with `text`, and why."""
    article = ArticleText("", f"{LEADS[language]} {text}", language=language)
    found = participants.people(READER.tag(article))
    return {person.participant.name: person.reason for person in found}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Minister of Culture Olga Stern attended.", "Olga Stern"),
        ("en", "Attending were Olga Stern and Mark Bauer.", "Mark Bauer"),
        ("en", "In the hall the guests met Olga Stern.", "Olga Stern"),
        ("ru", "Участвовали Ольга Штерн и Марк Бауэр.", "Ольга Штерн"),
        ("ru", "С докладом выступил министр Марк Бауэр.", "Марк Бауэр"),
        ("tr", "Toplantıda Bakan Olga Stern konuştu.", "Olga Stern"),
        ("az", "İclasda nazir Kamal Arif iştirak edib.", "Kamal Arif"),
        ("kk", "Отырысқа министр Серік Байұлы қатысты.", "Серік Байұлы"),
        ("ky", "Жыйынга министр Серик Бай уулу катышты.", "Серик Бай уулу"),
        ("uz", "Yig‘ilishda vazir Alisher Toshmatov so‘zga chiqdi.", "Alisher Toshmatov"),
    ],
)
def test_a_deed_in_the_sentence_says_that_somebody_was_there(
    language: str, text: str, name: str
) -> None:
    assert reasons(language, text)[name] is Reason.ACTED


def test_who_chaired_was_there() -> None:
    assert reasons("en", "It was chaired by Minister Olga Stern.") == {"Olga Stern": Reason.CHAIRED}


def test_a_name_of_which_nothing_is_said_is_only_named() -> None:
    found = reasons("en", "A street nearby is older than Mark Bauer.")
    assert found == {"Mark Bauer": Reason.UNCLAIMED}


@pytest.mark.parametrize(
    ("language", "text", "absent", "present"),
    [
        ("en", "Deputy Minister Mark Bauer attended, representing Minister of Culture Olga Stern.",
         "Olga Stern", "Mark Bauer"),
        ("en", "Deputy Minister Mark Bauer stood in for Minister Olga Stern.",
         "Olga Stern", "Mark Bauer"),
        ("ru", "От имени министра Марка Бауэра выступил посол Иван Белов.",
         "Марк Бауэр", "Иван Белов"),
        ("tr", "Toplantıya Bakan Olga Stern'i temsilen Vali Kemal Aras katıldı.",
         "Olga Stern", "Kemal Aras"),
        ("az", "İclasda nazir Kamal Ariflini təmsilən səfir Orxan Bağırov iştirak edib.",
         "Kamal Arifli", "Orxan Bağırov"),
        ("kk", "Отырыста министр Серік Әлиевтің атынан елші Болат Қасымов сөйледі.",
         "Серік Әлиев", "Болат Қасымов"),
        ("ky", "Жыйында министр Серик Алиевдин атынан элчи Бектур Касымов сүйлөдү.",
         "Серик Алиев", "Бектур Касымов"),
        ("uz", "Yig‘ilishda vazir Sardor Aliyev nomidan elchi Bobur Qosimov so‘zga chiqdi.",
         "Sardor Aliyev", "Bobur Qosimov"),
    ],
)  # fmt: skip
def test_the_represented_was_not_there_and_the_representative_was(
    language: str, text: str, absent: str, present: str
) -> None:
    found = reasons(language, text)
    assert found[absent] is Reason.RULED_OUT
    assert found[present].present


@pytest.mark.parametrize(
    ("language", "text", "name", "reason"),
    [
        ("en", "The rector thanked Minister Olga Stern for the hall.", "Olga Stern",
         Reason.THANKED),
        ("tr", "Rektör, Bakan Olga Stern'e teşekkür etti.", "Olga Stern", Reason.THANKED),
        ("en", "The rector spoke about the poet Mark Bauer.", "Mark Bauer", Reason.TOPIC),
        ("tr", "Rektör, şair Kemal Aras hakkında konuştu.", "Kemal Aras", Reason.TOPIC),
        ("en", "The guests read the letters of Mark Bauer.", "Mark Bauer", Reason.OWNER),
        ("az", "Qonaqlar Kamal Bağırovun məktublarına baxıblar.", "Kamal Bağırov", Reason.OWNER),
        ("en", "A year ago Minister Olga Stern opened a hall there.", "Olga Stern",
         Reason.RECALLED),
        ("en", "In 2019 the hall was opened by Minister Olga Stern.", "Olga Stern",
         Reason.RECALLED),
    ],
)  # fmt: skip
def test_what_only_speaks_of_somebody_claims_nothing(
    language: str, text: str, name: str, reason: Reason
) -> None:
    assert reasons(language, text)[name] is reason


@pytest.mark.parametrize(
    "line",
    ["Photo: Mark Bauer", "Read also: Minister Mark Bauer lands in Oslo", "MTI/Mark Bauer"],
)
def test_nobody_at_the_edges_of_a_page_was_there(line: str) -> None:
    found = reasons("en", f"Minister Olga Stern spoke.\n{line}")
    assert [name for name, reason in found.items() if reason.present] == ["Olga Stern"]


def test_all_names_of_a_list_share_what_is_said_behind_it() -> None:
    found = reasons("tr", "Toplantıya Olga Stern, Kemal Aras ve Selim Doğanay katıldı.")
    assert set(found.values()) <= {Reason.ACTED, Reason.LISTED}
    assert len(found) == 3


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Minister Olga Stern did not attend the meeting.", "Olga Stern"),
        ("ru", "Министр Марк Бауэр в заседании не участвовал.", "Марк Бауэр"),
        ("tr", "Bakan Kemal Aydoğan toplantıya katılmadı.", "Kemal Aydoğan"),
        ("az", "Nazir Kamal Arif iclasda iştirak etməyib.", "Kamal Arif"),
        ("kk", "Отырысқа министр Серік Байұлы қатыспады.", "Серік Байұлы"),
        ("uz", "Yig‘ilishda vazir Alisher Toshmatov qatnashmadi.", "Alisher Toshmatov"),
    ],
)
def test_a_denied_deed_says_that_somebody_was_not_there(
    language: str, text: str, name: str
) -> None:
    assert not reasons(language, text)[name].present


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Several speakers recalled Olga Stern.", "Olga Stern"),
        ("en", "The rules came from a report, which nobody but Mark Bauer liked.", "Mark Bauer"),
        ("en", "According to the analyst Mark Bauer, trade went up in the talks.", "Mark Bauer"),
        ("ru", "Гостям показали альбом, составленный историком Марком Бауэром.", "Марк Бауэр"),
        ("en", "The guests received a rug woven by Olga Stern.", "Olga Stern"),
        ("en", "The orchestra played music by Mark Bauer and Olga Stern.", "Olga Stern"),
        ("tr", "Konuşmacılar Kemal Aydoğan'ı andı.", "Kemal Aydoğan"),
        (
            "uz",
            "Bayroqni prezidentlar Karim Boboyev, Anvar Sobirov va Hamid Olimov tasdiqlagan edi.",
            "Anvar Sobirov",
        ),
    ],
)
def test_who_is_only_spoken_of_in_a_deed_of_others_was_not_there(
    language: str, text: str, name: str
) -> None:
    assert not reasons(language, text)[name].present


def test_a_list_in_the_genitive_shares_what_is_owned() -> None:
    text = "Çıxışlarda Səməd Ağayevin, Fərhad Əliyevin və Bəkir Nəbiyevin xidmətləri qeyd olunub."
    assert [reason.present for reason in reasons("az", text).values()] == [False] * 3


def test_own_works_do_not_stand_for_whoever_brings_them() -> None:
    found = reasons("uz", "Shoir Karim Boboyev o‘z asarlaridan parchalar o‘qidi.")
    assert found["Karim Boboyev"].present


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The summit was chaired by President of Kazakhstan Nurlan Orazbek."),
        ("ru", "Саммит прошёл под председательством Президента Казахстана Нурлана Оразбека."),
        ("tr", "Zirve, Kazakistan Cumhurbaşkanı Nurlan Orazbek başkanlığında toplandı."),
        ("az", "Zirvə Qazaxıstan Prezidenti Nurlan Orazbəyin sədrliyi ilə keçirilib."),
        ("kk", "Саммит Қазақстан Президенті Нұрлан Оразбектің төрағалығымен өтті."),
        ("ky", "Саммит Казакстандын Президенти Нурлан Оразбектин төрагалыгы астында өттү."),
        ("uz", "Sammit Qozog‘iston Prezidenti Nurlan Orazbek raisligida bo‘lib o‘tdi."),
    ],
)
def test_who_chairs_in_an_office_presides(language: str, text: str) -> None:
    (person,) = participants.people(READER.tag(ArticleText("", text, language=language)))
    assert (person.participant.moderator, person.participant.presides) == (True, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The panel was moderated by Professor Nurlan Orazbek."),
        ("en", "The session was chaired by Nurlan Orazbek."),
        ("ru", "Модератором сессии выступил профессор Нурлан Оразбек."),
        ("tr", "Panel, Profesör Ahmet Yılmaz moderatörlüğünde yapıldı."),
    ],
)
def test_who_moderates_or_chairs_without_an_office_moderates(language: str, text: str) -> None:
    (person,) = participants.people(READER.tag(ArticleText("", text, language=language)))
    assert (person.participant.moderator, person.participant.presides) == (True, False)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("az", "İclas nazir Orxan Əliyevin sədrliyi ilə keçirilib.", "Orxan Əliyev"),
        ("ky", "Жыйын башкы катчы Азамат Өмүралиевдин катышуусунда өттү.", "Азамат Өмүралиев"),
    ],
)
def test_whose_chairing_or_taking_part_is_told_was_there(
    language: str, text: str, name: str
) -> None:
    assert reasons(language, text)[name].present


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "en",
            "They noted the centenary of the founder of the town, Mayor Mark Bauer.",
            "Mark Bauer",
        ),
        ("ru", "Стороны отметили 100-летие основателя города, мэра Марка Бауэра.", "Марк Бауэр"),
    ],
)
def test_whose_jubilee_it_is_was_not_there(language: str, text: str, name: str) -> None:
    assert not reasons(language, text)[name].present


def test_whom_a_summit_appoints_need_not_be_there() -> None:
    text = (
        "The summit of the Organization of Turkic States was held in Baku on 3 May 2025."
        " President Olga Stern spoke. Mark Bauer was appointed secretary general."
    )
    article = ArticleText("OTS summit held in Baku", text, date(2025, 5, 4))
    found = READER.read(article, datetime(2026, 1, 1, tzinfo=UTC)).participants
    assert {person.name: person.attended for person in found} == {
        "Olga Stern": True,
        "Mark Bauer": False,
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            (
                "4 мая в Анкаре пройдет заседание совета ТЮРКСОЙ. Об этом сообщил заведующий "
                "отделом Марк Бауэр."
            ),
        ),
        (
            "tr",
            (
                "TÜRKSOY konseyi 4 Mayıs'ta Ankara'da toplanacak. Bunu Daire Başkanı Mark Bauer "
                "söyledi."
            ),
        ),
        (
            "az",
            (
                "Mayın 4-də Ankarada TÜRKSOY şurasının iclası keçiriləcək. Bu barədə şöbə müdiri "
                "Kamal Arif deyib."
            ),
        ),
        (
            "kk",
            (
                "4 мамырда Анкарада ТҮРКСОЙ кеңесінің отырысы өтеді. Бұл туралы бөлім басшысы "
                "Серік Байұлы айтты."
            ),
        ),
        (
            "uz",
            (
                "4-may kuni Anqarada TURKSOY kengashining yig‘ilishi bo‘lib o‘tadi. Bu haqda "
                "bo‘lim boshlig‘i Mark Bauer ma’lum qildi."
            ),
        ),
    ],
)
def test_who_only_announces_a_gathering_is_not_expected_there(language: str, text: str) -> None:
    found = participants.people(READER.tag(ArticleText("", text, language=language)))
    assert [person.reason for person in found] == [Reason.SOURCE]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Rector Olga Stern had also been invited but was kept in Riga.", "Olga Stern"),
        ("en", "Senator Mark Bauer was to have opened the session but fell ill.", "Mark Bauer"),
        ("ru", "Ожидался и ректор Марк Бауэр, но его задержала погода.", "Марк Бауэр"),
        (
            "ru",
            "Председателем избран депутат Марк Бауэр; сам он в Анкару приехать не смог.",
            "Марк Бауэр",
        ),
        (
            "kk",
            "Кешті Серік Байұлы жүргізеді деп жоспарланған еді, алайда ол сөйлемеді.",
            "Серік Байұлы",
        ),
    ],
)
def test_who_was_only_expected_was_not_there(language: str, text: str, name: str) -> None:
    assert not reasons(language, text)[name].present


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("tr", "Akşamda Ankara'dan Olga Stern şiirlerini okudu.", "Olga Stern"),
        ("uz", "Talabalardan Lola Karimova Abay sheʼrini oʻqidi.", "Lola Karimova"),
        ("kk", "Бас жүлде шебер Серік Байұлына бұйырды.", "Серік Байұлы"),
        ("en", "The guest was welcomed, while Olga Stern informed the hall of it.", "Olga Stern"),
    ],
)
def test_own_works_and_a_prize_tell_who_was_there(language: str, text: str, name: str) -> None:
    assert reasons(language, text)[name].present


def test_who_came_instead_of_somebody_expected_is_not_expected_himself() -> None:
    text = "Кешті Серік Байұлы бастайды деп күтілген еді, бірақ оны ақын Ерлан Жүнісов жүргізді."
    found = reasons("kk", text)
    assert (found["Серік Байұлы"].present, found["Ерлан Жүнісов"].present) == (False, True)
