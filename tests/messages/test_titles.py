"""What an event is called in each chat: an outlet's headline in its language, or made of facts."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.messages.card import card
from bot.messages.event_lines import event_lines
from bot.messages.titles import EventTitle, event_title, part_titles
from storage.event_outcomes import NewOutcome, unsaved
from storage.events import EventRecord
from tests.messages import records
from tests.messages.records import FOUND, person, view

IN_ASTANA = {"city": "Astana", "city_id": "astana", "country_code": "KZ"}
LANGUAGES = ("en", "ru", "tr", "az", "kk", "ky", "uz")


def record(*people: tuple[str, str], organization: str = "ots", **fields: object) -> EventRecord:
    """Return an event that one Hungarian outlet reported."""
    values: dict[str, object] = {"language": "hu", "title": "Az eredeti cím", **IN_ASTANA, **fields}
    there = tuple(person(at, name, role) for at, (name, role) in enumerate(people))
    return EventRecord(records.event(**values), (organization,), there, ())


def noon_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def titles(event: EventRecord) -> dict[str, str]:
    return {language: event_title(view(language), event).text for language in LANGUAGES}


def test_a_headline_in_the_chats_language_is_taken_as_an_outlet_wrote_it() -> None:
    written = record(titles={"hu": "Az eredeti cím", "kk": "Министрлер жиналды"})
    assert event_title(view("kk"), written) == EventTitle("Министрлер жиналды", None, "kk", None)


def test_where_no_outlet_wrote_one_it_is_made_of_facts_and_the_original_goes_along() -> None:
    summit = record(kind="summit", gathering={"format": "summit", "ordinal": 11})
    assert event_title(view("ru"), summit) == EventTitle(
        "11-й саммит ОТГ · Астана", "Az eredeti cím", "ru", "hu", is_telling=True
    )


def test_a_ministers_meeting_is_called_by_its_number_and_field_in_every_language() -> None:
    health = record(kind="meeting", gathering={"format": None, "field": "health", "ordinal": 5})
    assert titles(health) == {
        "en": "5th meeting of OTS health ministers · Astana",
        "ru": "5-е совещание министров здравоохранения ОТГ · Астана",
        "tr": "TDT Sağlık Bakanları 5. Toplantısı · Astana",
        "az": "TDT səhiyyə nazirlərinin 5-ci iclası · Astana",
        "kk": "ТМҰ-ның денсаулық сақтау министрлерінің 5-отырысы · Астана",
        "ky": "ТМУнун саламаттык сактоо министрлеринин 5-жыйыны · Астана",
        "uz": "TDT sogʻliqni saqlash vazirlarining 5-yigʻilishi · Ostona",
    }


def test_what_one_of_many_does_there_is_no_title_of_a_summit_but_stands_below() -> None:
    told = {"en": "President X takes part in summit"}
    marks = {"format": "summit", "ordinal": 11, "aside": ["en"], "ahead": []}
    summit = record(kind="summit", titles=told, gathering=marks)
    assert event_title(view("en"), summit) == EventTitle(
        "11th OTS summit · Astana", told["en"], "en", "en"
    )


def test_a_numbered_summit_goes_by_its_number_whatever_is_written_of_it() -> None:
    told = {"en": "Summit puts trade and rail links in the foreground", "tr": "Liderler konuştu"}
    summit = record(kind="summit", titles=told, gathering={"format": "summit", "ordinal": 11})
    for day in (None, date(2025, 6, 1)):
        assert event_title(view("en"), summit, today=day) == EventTitle(
            "11th OTS summit · Astana", None, "en", None
        )
    assert event_title(view("tr"), summit).text == "TDT 11. Zirvesi · Astana"


def test_what_is_to_be_is_no_title_once_it_has_begun() -> None:
    told = {"en": "OTS leaders to discuss trade"}
    marks = {"format": "summit", "aside": [], "ahead": ["en"]}
    ahead = record(
        kind="summit", tense="future", titles=told, gathering=marks, ends_on=date(2025, 6, 1)
    )
    begun = record(kind="summit", tense="past", titles=told, gathering=marks)
    assert event_title(view("en"), ahead).text == told["en"]
    assert event_title(view("en"), begun) == EventTitle("OTS summit · Astana", None, "en", None)
    day_after = event_title(view("en"), ahead, today=date(2025, 6, 2))
    assert day_after.text == "OTS summit · Astana"


def test_a_headline_that_only_announces_a_summit_is_no_title_before_it_begins_either() -> None:
    told = {"en": "Astana to receive OTS summit"}
    marks = {"format": "summit", "aside": [], "ahead": ["en"], "bare": ["en"]}
    ahead = record(kind="summit", tense="future", titles=told, gathering=marks)
    assert event_title(view("en"), ahead) == EventTitle("OTS summit · Astana", None, "en", None)
    fair = record(kind="exhibition", tense="future", titles=told, gathering={"bare": ["en"]})
    assert event_title(view("en"), fair).text == told["en"]


def test_such_a_headline_stays_where_no_better_title_can_be_made() -> None:
    marks = {"aside": ["en"], "ahead": ["en"]}
    fair = record(kind="conference", titles={"en": "Minister opens fair"}, gathering=marks)
    assert event_title(view("en"), fair).text == "Minister opens fair"


def test_the_council_of_a_body_that_has_but_one_needs_no_more_name() -> None:
    council = record(
        organization="turksoy", kind="meeting", gathering={"format": "council", "ordinal": 39}
    )
    assert titles(council)["ru"] == "39-е заседание Постоянного совета ТЮРКСОЙ · Астана"
    assert titles(council)["en"] == "39th meeting of the TURKSOY Permanent Council · Astana"


def test_two_who_met_are_named_in_the_nominative() -> None:
    talks = record(("Kubanychbek Omuraliev", "x"), ("Sultan Raev", "y"), kind="meeting")
    assert titles(talks)["ky"] == "Жолугушуу: Кубанычбек Өмүралиев жана Султан Раев · ТМУ · Астана"
    ahead = record(
        ("Kubanychbek Omuraliev", "x"), ("Sultan Raev", "y"), kind="meeting", tense="future"
    )
    assert titles(ahead)["tr"] == "Kubanıçbek Ömüraliyev ile Sultan Raev görüşecek · TDT · Astana"


def test_a_meeting_of_which_no_more_is_known_is_told_by_who_was_there_first() -> None:
    people = [("Kubanychbek Omuraliev", "x"), ("Sultan Raev", "y"), ("Shahin Mustafayev", "z")]
    meeting = record(*people, organization="turkpa", kind="meeting")
    assert titles(meeting) == {
        "en": "Meeting: Kubanychbek Omuraliev, Sultan Raev +1 · TURKPA · Astana",
        "ru": "Встреча: Кубанычбек Омуралиев, Султан Раев +1 · ТюркПА · Астана",
        "tr": "Görüşme: Kubanıçbek Ömüraliyev, Sultan Raev +1 · TÜRKPA · Astana",
        "az": "Görüş: Kubanıçbek Ömüraliyev, Sultan Rayev +1 · TÜRKPA · Astana",
        "kk": "Кездесу: Кубанычбек Омуралиев, Сұлтан Раев +1 · ТүркПА · Астана",
        "ky": "Жолугушуу: Кубанычбек Өмүралиев, Султан Раев +1 · ТүркПА · Астана",
        "uz": "Uchrashuv: Kubanichbek Omuraliyev, Sulton Rayev +1 · TURKPA · Ostona",
    }
    numbered = record(*people, kind="meeting", gathering={"format": "forum", "ordinal": 3})
    assert "+1" not in titles(numbered)["en"]


def test_one_minister_who_met_somebody_makes_no_meeting_of_ministers() -> None:
    one = record(
        ("Sultan Raev", "Secretary General"), kind="meeting", gathering={"field": "culture"}
    )
    assert titles(one)["en"] == "Meeting · OTS · Astana"


def test_one_in_a_row_is_called_by_its_number_in_every_language() -> None:
    forum = record(kind="conference", gathering={"format": "forum", "ordinal": 3})
    assert titles(forum) == {
        "en": "3rd forum · OTS · Astana",
        "ru": "3-й форум · ОТГ · Астана",
        "tr": "3. forum · TDT · Astana",
        "az": "3-cü forum · TDT · Astana",
        "kk": "3-форум · ТМҰ · Астана",
        "ky": "3-форум · ТМУ · Астана",
        "uz": "3-forum · TDT · Ostona",
    }


def test_what_is_signed_and_by_whom_is_said_in_every_language() -> None:
    both = (("Ramil Hasan", "x"), ("Sultan Raev", "y"))
    signing = record(*both, kind="agreement", gathering={"document": "memorandum"})
    assert titles(signing) == {
        "en": "Signing of a memorandum: Ramil Hasan, Sultan Raev · OTS · Astana",
        "ru": "Подписание меморандума: Рамиль Гасан, Султан Раев · ОТГ · Астана",
        "tr": "Mutabakat zaptının imzalanması: Ramil Hasan, Sultan Raev · TDT · Astana",
        "az": "Memorandumun imzalanması: Ramil Həsən, Sultan Rayev · TDT · Astana",
        "kk": "Меморандумға қол қою: Рамиль Хасан, Сұлтан Раев · ТМҰ · Астана",
        "ky": "Меморандумга кол коюу: Рамил Хасан, Султан Раев · ТМУ · Астана",
        "uz": "Memorandumning imzolanishi: Ramil Hasan, Sulton Rayev · TDT · Ostona",
    }


@pytest.mark.parametrize(
    ("kind", "gathering", "english", "russian"),
    [
        ("appointment", {}, "Appointment: Sultan Raev", "Назначение: Султан Раев"),
        ("visit", {}, "Visit: Sultan Raev", "Визит: Султан Раев"),
        ("meeting", {"format": "bilateral"}, "Talks: Sultan Raev", "Встреча: Султан Раев"),
        ("meeting", {"format": "reception"}, "Reception: Sultan Raev", "Приём: Султан Раев"),
    ],
)
def test_whoever_alone_was_there_is_named(
    kind: str, gathering: dict[str, str], english: str, russian: str
) -> None:
    told = titles(record(("Sultan Raev", "x"), kind=kind, gathering=gathering))
    assert told["en"] == f"{english} · OTS · Astana"
    assert told["ru"] == f"{russian} · ОТГ · Астана"


def test_an_appointment_says_to_what_where_the_event_gives_the_office() -> None:
    who = person(0, "Sultan Raev", "Secretary General", "OTS")
    other = replace(record(kind="appointment", gathering={}), participations=(who,))
    assert titles(other)["en"] == "Appointment: Sultan Raev · OTS · Astana"
    proof = who.proof
    chosen = NewOutcome("appointed", "office", ("Sultan Raev",), ((1, "en", proof),))
    came = other.event._replace(outcomes=unsaved((chosen,), FOUND))
    told = titles(replace(other, event=came))
    assert told["en"] == "Appointment: Sultan Raev, Secretary General · OTS · Astana"
    assert told["ru"] == "Назначение: Султан Раев, генеральный секретарь · ОТГ · Астана"
    assert "Sulton Rayev, bosh kotib" in told["uz"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "organization",
    ["ots", "turksoy", "turkpa", "turkic-academy", "turkic-heritage", "turkic-fund", "tcci"],
)
def test_a_summit_of_any_organisation_has_a_title_that_holds_only_what_is_known(
    organization: str, language: str
) -> None:
    for place in ({}, IN_ASTANA):
        summit = record(organization=organization, kind="summit", **{"city": None, **place})
        text = event_title(view(language), summit).text
        assert "{" not in text
        assert not text.endswith("· ")
        assert text[0].isupper()
        assert len(text) <= 90


def test_a_card_and_a_list_show_the_original_headline_muted_below() -> None:
    whole = record(kind="conference")
    heading = card(view("uz"), whole).plain.splitlines()
    assert heading[1:3] == ["Konferensiya · TDT · Ostona", "Az eredeti cím"]
    listed = event_lines(view("uz"), whole, FOUND.date())
    assert "".join(span.text for span in listed[0]).endswith("Konferensiya · TDT")
    assert "".join(span.text for span in listed[-1]).strip() == "Az eredeti cím"


@pytest.mark.parametrize(
    "told",
    [
        record(kind="summit", gathering={"format": "summit", "ordinal": 11}),
        record(("Omar Sultanov", "Secretary General"), kind="appointment"),
    ],
)
def test_a_headline_abroad_stays_away_where_the_title_says_which_gathering_or_who(
    told: EventRecord,
) -> None:
    for language in LANGUAGES:
        assert "Az eredeti cím" not in card(view(language), told).plain
        rows = event_lines(view(language), told, FOUND.date())
        assert "Az eredeti cím" not in "".join(span.text for row in rows for span in row)


def test_a_headline_that_only_tells_that_a_summit_was_is_no_title_of_it() -> None:
    told = {"ru": "Завершился саммит ОТГ"}
    marks = {"format": "summit", "ordinal": 11, "aside": [], "ahead": [], "bare": ["ru"]}
    over = record(kind="summit", titles=told, gathering=marks)
    assert event_title(view("ru"), over).text == "11-й саммит ОТГ · Астана"


def test_a_headline_that_opens_a_summit_is_no_title_once_it_is_over() -> None:
    told = {"en": "OTS summit opens with talks on rail links"}
    marks = {"format": "summit", "opening": ["en"]}
    day = date(2025, 6, 1)
    summit = record(
        kind="summit", titles=told, gathering=marks, starts_on=day, changed_at=noon_of(day)
    )
    assert event_title(view("en"), summit).text == told["en"]
    assert event_title(view("en"), summit, today=day).text == told["en"]
    later = date(2025, 6, 2)
    assert event_title(view("en"), summit, today=later).text == "OTS summit · Astana"
    over = replace(summit, event=summit.event._replace(changed_at=noon_of(later)))
    assert event_title(view("en"), over).text == "OTS summit · Astana"


def test_a_part_goes_by_its_headline_where_a_made_title_says_no_more_than_the_whole() -> None:
    ninth = {"format": "summit", "ordinal": 9}
    whole = record(title="9-й саммит", language="ru", kind="summit", gathering=ninth)
    speech = record(title="Речь президента", language="ru", kind="summit")
    council = record(title="Выставка", language="ru", kind="exhibition")
    shown = part_titles(view(), whole, [speech, council])
    assert [title.text for title in shown] == ["Речь президента", "Exhibition · OTS"]
    assert [title.original for title in shown] == [None, "Выставка"]
