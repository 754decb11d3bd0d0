"""A report takes from an article all that tells its event from others."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import cast

import pytest

from bot.extraction.facts import ArticleText
from bot.merging import features
from bot.merging.report import Report, restored
from config.types import JsonObject
from tests.defaults import CATALOGUE, READER

NOW = datetime(2026, 4, 20, tzinfo=UTC)
TITLE = "47 points on water: leaders sign the Khiva Declaration"
TEXT = """The heads of state of the Organization of Turkic States (OTS) signed a Khiva \
Declaration of 47 points at the 13th informal summit
in Khiva on April 17, Steppe Wire reported. The theme was “Water, Roads and Trade”.

OTS Secretary General Kubanychbek Omuraliev presented the plan of the Urgench centre in the Tash \
Hauli palace. On 16 April ministers had met
within the framework of the summit."""


def reported(article: ArticleText) -> Report | None:
    tagged = READER.tag(article)
    reading = READER.interpret(tagged, NOW)
    return features.report(tagged, reading, NOW.date(), CATALOGUE.places)


def made(
    text: str = TEXT, title: str = TITLE, url: str | None = "https://www.kabar.example/a"
) -> Report:
    article = ArticleText(title, text, date(2026, 4, 18), url)
    report = reported(article)
    assert report is not None
    return report


def test_days_towns_numbers_and_ordinals_are_taken_from_the_whole_text() -> None:
    report = made()
    assert report.clues.days == {date(2026, 4, 16), date(2026, 4, 17)}
    assert report.clues.cities == {"khiva", "urgench"}
    assert report.clues.numbers == {"47"}
    assert report.clues.ordinals == {13}


def test_ideas_documents_and_quoted_names_are_taken() -> None:
    report = made()
    assert "water" in report.clues.lead_topics
    assert report.formats[0] == "summit"
    assert "declaration" in report.clues.documents
    assert report.clues.quoted == {"water, roads and trade"}
    assert report.umbrella


def test_the_outlet_and_whom_it_credits_are_known() -> None:
    report = made()
    assert report.outlet == "kabar.example"
    assert "steppewire" in report.clues.credits


def test_a_town_has_the_same_key_in_every_spelling() -> None:
    russian = made(
        (
            "Главы государств Организации тюркских государств (ОТГ) встретились 17 "
            "апреля в городе Хива."
        ),
        "Саммит ОТГ в Хиве",
    )
    assert russian.city_id == made().city_id == "khiva"


def test_without_an_address_the_day_and_the_headline_tell_the_article() -> None:
    assert made(url=None).key.startswith("2026-04-18 47 points")


def test_an_article_that_reports_no_event_makes_no_report() -> None:
    weather = ArticleText("Rain", "It rains.", NOW.date())
    assert reported(weather) is None


def test_a_report_is_stored_and_comes_back_the_same() -> None:
    assert restored(made().stored()) == made()


def test_a_report_that_an_earlier_version_stored_flat_is_read_as_well() -> None:
    report = made()
    event, clues = report.event, report.clues
    flat = {
        "form": 1,
        "key": report.key,
        "language": "en",
        "published": "2026-04-18",
        "outlet": report.outlet,
        "title": event.title,
        "headline": report.headline,
        "kind": str(event.kind),
        "tense": str(event.tense),
        "start": str(event.start),
        "end": str(event.end),
        "city": event.city,
        "city_id": report.city_id,
        "country": event.country,
        "country_code": report.country_code,
        "venue": event.venue,
        "date_proof": event.date_proof,
        "place_proof": event.place_proof,
        "organizations": ["ots"],
        "people": [
            [one.name, one.role, one.affiliation, one.attended, one.moderator, one.proof]
            for one in report.reading.participants
        ],
        "days": ["2026-04-16", "2026-04-17"],
        "cities": ["khiva", "urgench"],
        "names": sorted(clues.names),
        "numbers": ["47"],
        "ordinals": [13],
        "formats": list(report.formats),
        "offices": sorted(clues.offices),
        "together": clues.together,
        "lead_topics": sorted(clues.lead_topics),
        "topics": sorted(clues.topics),
        "documents": sorted(clues.documents),
        "quoted": sorted(clues.quoted),
        "sketch": list(clues.sketch),
        "credits": sorted(clues.credits),
        "umbrella": True,
    }
    plain = replace(report, reading=replace(report.reading, outcomes=()))  # it knew of none
    assert restored(cast("JsonObject", flat)) == plain


def test_ministers_who_prepare_a_summit_hold_their_council() -> None:
    report = made(
        "On the eve of the summit the Council of Foreign Ministers of the Organization of Turkic"
        " States (OTS) met in Khiva on April 17 and finalised the documents.",
        "Foreign ministers finalise summit documents",
    )
    assert report.formats[0] == "council"


def test_two_who_met_where_a_summit_is_held_met_each_other() -> None:
    report = made(
        "Azerbaijani President Ilham Aliyev met Hungarian Prime Minister Viktor Orbán in Khiva on"
        " April 17, where the summit of the Organization of Turkic States (OTS) is under way.",
        "Aliyev and Orbán discuss gas supplies",
    )
    assert report.formats[0] == "bilateral"


def test_officials_who_gather_met_nobody_and_are_told_by_what_they_are_in_charge_of() -> None:
    report = made(
        "Dəmir yolu qurumlarının rəhbərləri iyunun 12-də Bakıda Türk Dövlətləri Təşkilatının"
        " iclasında görüşüb.",
        "Dəmir yolu qurumlarının rəhbərləri Bakıda görüşüb",
    )
    assert report.clues.together
    assert "bilateral" not in report.formats
    assert "railway" in report.clues.portfolios


def test_the_rest_of_a_compound_is_a_word_of_its_own() -> None:
    report = made(
        "В Бишкеке 17 апреля открылся кинофестиваль ТЮРКСОЙ.", "Кинофестиваль ТЮРКСОЙ открылся"
    )
    assert report.formats[0] == "festival"
    assert "film" in report.clues.lead_topics


@pytest.mark.parametrize(
    ("title", "text", "no_gathering"),
    [
        (
            "Министры туризма приняли декларацию",
            (
                "В Ташкенте министры туризма Организации тюркских государств приняли декларацию на"
                " своей встрече 17 апреля."
            ),
            "bilateral",
        ),
        (
            "Soliq qo‘mitasi raisi Toshkentda",
            (
                "Soliq qo‘mitasi raisi Sherzod Qudbiyev Toshkentda Turkiy davlatlar tashkilotining"
                " 17-aprel kungi yig‘ilishida so‘zladi."
            ),
            "committee",
        ),
        (
            "Forum in Baku",
            (
                "Delegates of the State Committee for Tourism came to the forum of the Organization"
                " of Turkic States in Baku on 17 April."
            ),
            "committee",
        ),
    ],
)
def test_what_is_adopted_and_who_heads_a_committee_are_no_gatherings(
    title: str, text: str, no_gathering: str
) -> None:
    assert no_gathering not in made(text, title).formats


@pytest.mark.parametrize(
    ("title", "text", "held"),
    [
        (
            "Ministers of culture meet during the book fair",
            (
                "Ministers of culture of the Organization of Turkic States met in Osh on 17 April, "
                "hours after the book fair opened there."
            ),
            ("opening",),
        ),
        (
            "Kültür bakanları Oş'ta",
            (
                "Kitap Forumu'nun ilk gününde Türk Devletleri Teşkilatı Kültür Bakanları 17 "
                "Nisan'da Oş'ta toplantı yaptı. Bakanlar görüştü."
            ),
            (),
        ),
        # what is signed during a summit is the summit's
        (
            "Leaders sign a charter",
            (
                "During the summit of the Organization of Turkic States in Osh a charter was "
                "signed on 17 April."
            ),
            ("summit", "signing"),
        ),
    ],
)
def test_another_gathering_during_which_they_met_is_not_theirs(
    title: str, text: str, held: tuple[str, ...]
) -> None:
    named = set(made(text, title).formats) & {"forum", "exhibition", "opening", "summit", "signing"}
    assert named == set(held)


def test_who_meets_colleagues_is_at_a_gathering_and_no_meeting_of_two() -> None:
    report = made(
        "Anar Əliyev aprelin 17-də Oşda Türk Dövlətləri Təşkilatının səhiyyə nazirlərinin "
        "iclasında iştirak edib.",
        "Anar Əliyev Oşda həmkarları ilə görüşüb",
    )
    assert "bilateral" not in report.formats


def test_an_exhibition_at_a_festival_is_no_festival_though_the_headline_names_that() -> None:
    report = made(
        "An exhibition of felt opened in Osh on 17 April as part of the TURKSOY craft festival.",
        "Felt of six valleys at the TURKSOY festival",
    )
    assert report.formats[0] == "exhibition"
    held = made(
        "The TURKSOY craft festival opened in Osh on 17 April with an exhibition of felt.",
        "TURKSOY festival opens in Osh",
    )
    assert held.formats[0] == "festival"


def test_somebodys_name_is_no_idea() -> None:
    text = "Minister Aylin Orman met the mayor at the Organization of Turkic States in Baku."
    assert "forest" not in made(text, "A minister in Baku").clues.lead_topics
    woods = "Ministers of the Organization of Turkic States spoke in Baku. Orman bakanları geldi."
    assert "forest" in made(woods, "Ministers in Baku").clues.lead_topics


def test_a_gathering_that_is_being_held_is_no_meeting_of_two() -> None:
    text = (
        "Bugun Toshkentda Turkiy davlatlar tashkiloti yosh olimlarining uchrashuvi boshlandi. "
        "Uni akademik Nodira Qosimova ochdi."
    )
    assert made(text, "Toshkentda olimlar uchrashuvi o‘tkazilmoqda").formats[:1] != ("bilateral",)


def test_who_takes_part_receives_nobody() -> None:
    text = (
        "Участие в форуме Организации тюркских государств в Баку приняли 90 компаний. "
        "Форум открыл министр Ариф Мамедов."
    )
    assert "bilateral" not in made(text, "Форум компаний прошёл в Баку").formats


@pytest.mark.parametrize(
    "text",
    [
        "Leaders of the Organization of Turkic States signed a declaration in Baku on Saturday.",
        "Главы государств Организации тюркских государств приняли в Баку декларацию.",
        "Türk Devletleri Teşkilatı liderleri Bakü'de bir bildiri kabul etti.",
        "Түркі мемлекеттері ұйымына мүше мемлекет басшылары Бакуде мәлімдеме қабылдады.",
    ],
)
def test_leaders_who_sign_or_adopt_something_have_held_a_summit(text: str) -> None:
    assert made(text, "A declaration of water").formats[:1] == ("summit",)


def test_ministers_are_no_leaders_though_these_asked_them_to_meet() -> None:
    text = (
        "Health ministers of the Organization of Turkic States met in Baku as the heads of state "
        "had asked."
    )
    assert made(text, "Ministers meet").formats[:1] != ("summit",)


def test_two_who_used_a_summit_for_talks_held_talks() -> None:
    text = (
        "Kassym-Jomart Tokayev and Sadyr Japarov used the summit of the Organization of Turkic "
        "States in Khiva for talks on a dam."
    )
    assert made(text, "Two presidents discuss a dam").formats[0] == "bilateral"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Laziz Tohirov kengashga rais bo‘ldi",
            (
                "Turkiy investitsiya jamg‘armasi Boshqaruvchilar kengashi 5-may kuni Bokuda"
                " yig‘ildi va raisini sayladi."
            ),
        ),
        (
            "Совет выбрал председателя",
            "Совет управляющих Тюркского инвестиционного фонда собрался 5 мая в Баку.",
        ),
        (
            "Şura hesabatı təsdiqləyib",
            "Türk İnvestisiya Fondunun İdarəedicilər şurası mayın 5-də Bakıda toplaşıb.",
        ),
        (
            "Кеңеш отчётту бекитти",
            "Түрк инвестициялык фондунун Башкаруучулар кеңеши 5-майда Бакуда чогулду.",
        ),
    ],
)
def test_a_board_that_is_called_a_council_for_short_is_a_board(title: str, text: str) -> None:
    assert made(text, title).formats[:1] == ("board",)


def test_who_spoke_at_an_assembly_that_is_counted_did_not_meet_each_other() -> None:
    report = made(
        "Scholars came to Osh for the 4th General Assembly of the Turkic Universities Union on"
        " April 17. Secretary General Kubanychbek Omuraliev and Deputy Minister Anar Aliyev spoke.",
        "Turkic Universities Union meets in Osh",
    )
    assert report.formats == ("assembly",)


def test_an_office_and_its_field_stand_in_one_sentence() -> None:
    report = made(
        "Turkiy davlatlar tashkiloti vazirlari 17-aprel kuni Xivada yig‘ilishdi. Nogironligi bor"
        " shaxslarga xizmat ko‘rsatish tajribasi tanishtirildi.",
        "Xivada vazirlar yig‘ilishi",
    )
    assert "disability" not in report.clues.portfolios


def test_committees_of_which_two_speak_are_not_what_they_are_in_charge_of() -> None:
    report = made(
        "Meclis Başkanı Numan Kurtulmuş, TÜRKPA Genel Sekreteri Ramil Hasan’ı 17 Nisan’da kabul"
        " etti. Savunma komisyonlarının toplanması ele alındı.",
        "Kurtulmuş, Ramil Hasan’ı kabul etti",
    )
    assert report.formats[0] == "bilateral"
    assert "defence" not in report.clues.portfolios


@pytest.mark.parametrize(
    ("ministers", "summit"), [("Foreign ministers", False), ("Culture ministers", True)]
)
def test_foreign_ministers_who_gather_hold_no_summit(ministers: str, *, summit: bool) -> None:
    told = made(
        f"{ministers} of the OTS met in Khiva and spoke of the summit.", f"{ministers} meet"
    )
    assert ("summit" in told.formats) is summit


@pytest.mark.parametrize(
    "text",
    ["TURKSOY gave an iftar in Ankara.", "ТҮРКСОЙ Анкарада ооз ачар берди. Ага элчилер катышты."],
)
def test_an_iftar_is_a_sort_of_gathering(text: str) -> None:
    assert made(text, text).formats == ("reception",)


def test_two_who_take_part_in_a_summit_meeting_did_not_meet_each_other() -> None:
    text = (
        "On 17 April Prime Minister Ali Kaya and Minister of Trade Anna Nagy took part in the "
        "summit meeting of the Organization of Turkic States (OTS) in Khiva."
    )
    assert made(text, "OTS summit").formats[:1] == ("summit",)
