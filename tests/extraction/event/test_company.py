"""A weak abbreviation counts in the company that its body keeps, and in no other."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText
from tests.defaults import READER

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def organizations(title: str, text: str) -> tuple[str, ...]:
    return READER.read(ArticleText(title, text, date(2026, 2, 20)), NOW).organizations


@pytest.mark.parametrize(
    ("title", "text"),
    [
        # a gathering of its own, and two of the states
        (
            "",
            "TDT Gənc Bankirlər Forumunda Azərbaycandan 12 gənc çıxış edib. Forum Daşkənddə olub.",
        ),
        ("", "TDT Su İdareleri Forumu Bakü'de başladı. Foruma Türkiye'den on uzman katıldı."),
        ("", "Форум молодых врачей ОТГ открылся в Баку. Казахстан представили двенадцать человек."),
        # a gathering of its own, a state, and who acts for it
        (
            "",
            "Президент Узбекистана Шавкат Мирзиёев принял участников заседания статистиков ОТГ.",
        ),
        # a gathering of its own, and the Turkic world
        ("Türk dünyası hekimleri buluştu", "TDT 4. Hekimler Forumu Antalya'da başladı."),
        ("", "Foresters of the Turkic World met in Samarkand with the support of the OTS."),
        # its officials, its secretariat
        ("", "TDT Kıdemli Memurlar Komitesi orman planını Sekretarya binasında görüştü."),
        ("", "ТМҰ су шаруашылығы министрлері Таразда жиналды."),
        # ministers answerable for something stand far behind the abbreviation
        (
            "",
            "TDT Gençlik ve Spor Politikalarından Sorumlu Bakanlar 4. Toplantısı Bursa'da yapıldı.",
        ),
        # heads of services, agencies
        ("", "TDT-nin meşə xidməti rəhbərlərinin 3-cü iclasında yol xəritəsi qəbul olunub."),
        ("", "A plan was adopted by heads of statistics authorities of the OTS in Osh."),
        # its member states, in these words or each by its name
        ("", "TDT-yə üzv dövlətlərin gömrük rəhbərləri Bakıda görüşüblər."),
        (
            "OTS librarians meet in Osh",
            "Librarians of Kazakhstan, Kyrgyzstan, Türkiye and Uzbekistan met in Osh on Friday.",
        ),
    ],
)
def test_a_gathering_of_its_own_makes_a_weak_abbreviation_count(title: str, text: str) -> None:
    assert organizations(title, text) == ("ots",)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        # ministers who do something to communes are not the communes' ministers
        ("", "Кабинет министров утвердил границы трёх ОТГ. Школы закроют в октябре."),
        ("", "Министры посетили Каменскую ОТГ, где открыли школу."),
        # a university's conference may have guests of several states
        (
            "Таласта конференция өттү",
            "ТМУнун конференциясына Казакстандан жана Түркиядан окумуштуулар келди. Ректор ачты.",
        ),
        # one state alone is the outlet's own
        ("", "TDT Oyun Festivali Bursa'da başladı."),
        # an academy of officers has guests of several states as well
        (
            "",
            "Cadets of Kazakhstan and Türkiye took part in the OTS ceremony in the heat of May.",
        ),
    ],
)
def test_the_company_of_a_namesake_does_not(title: str, text: str) -> None:
    assert organizations(title, text) == ()


def test_what_is_discussed_at_a_gathering_of_a_body_is_an_event_of_it() -> None:
    text = "Farmers spoke about water at the forum of the Organization of Turkic States in Bursa."
    assert organizations("", text) == ("ots",)
    text = (
        "The two presidents spoke about the forum of the Organization of Turkic States in Ankara."
    )
    assert organizations("", text) == ()


def test_a_firm_before_a_name_is_another_where_verbs_stand_last() -> None:
    text = (
        "“Saxovat” banki Turkiy investitsiya jamgʻarmasidan kredit liniyasi oldi. Hujjat bugun "
        "Toshkentda imzolandi."
    )
    assert organizations("", text) == ("turkic-fund",)


@pytest.mark.parametrize(
    "text",
    [
        "В Астане прошло заседание ОТГ. Его открыл Омар Кадыров.",
        "Бишкекте ТМУ саммити өттү. Аны Омар Кадыров ачты.",
        "Şəkidə TDT-nin iclası keçirilib. Onu Omar Kadir açıb.",
    ],
)
def test_a_session_in_a_town_of_a_member_state_is_the_bodys(text: str) -> None:
    assert organizations("", text) == ("ots",)


@pytest.mark.parametrize(
    "text",
    [
        "В Килии прошло заседание ОТГ. Его открыл учитель Омар Кадыров.",
        "Прошло заседание ОТГ. Его открыл Омар Кадыров.",
        "В Астане прошла проверка ОТГ. Её провел Омар Кадыров.",
    ],
)
def test_a_session_elsewhere_and_what_is_none_prove_nothing(text: str) -> None:
    assert organizations("", text) == ()
