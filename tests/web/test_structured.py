"""What pages say to machines follows schema.org's rules, and says no more than the reports do."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.web import structured
from bot.web.addresses import Addresses
from config.catalogue_loader import load_catalogue
from storage.event_changes import ChangedFacts, KnownChange
from storage.events import EventRecord
from storage.models import Person, Tenure
from tests.messages.records import FOUND, article, event, geneva, person, record, view
from tests.web.schema_rules import faults

HERE = Addresses("https://diary.example", "en")
NEW_DAY, OLD_DAY = date(2024, 11, 6), date(2024, 10, 8)
LANGUAGES = ("en", "az", "kk", "ky", "ru", "tr", "uz")


def moved(day: date | None, to: date | None = NEW_DAY) -> KnownChange:
    was = ChangedFacts("Summit", "summit", day, None, "Bishkek", None, None, None, cancelled=False)
    became = replace(was, starts_on=to)
    return KnownChange(1, 2, FOUND, was, became)


def told(one: EventRecord, *changes: KnownChange, language: str = "en") -> dict[str, Any]:
    data = structured.event_data(view(language), one, changes, Addresses(HERE.base, language))
    assert faults(data) == []
    return dict(data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_follows_the_rules_in_every_language(language: str) -> None:
    data = told(geneva(), language=language)
    assert (data["@type"], data["startDate"], data["endDate"]) == (
        "BusinessEvent",
        "2024-04-23",
        "2024-04-23",
    )
    assert data["@id"] == f"https://diary.example/{language}/event/1"


def test_an_event_without_day_place_people_or_bodies_follows_the_rules() -> None:
    bare = told(record(organizations=(), articles=()))
    assert {"startDate", "endDate", "location", "organizer", "attendee", "subjectOf"}.isdisjoint(
        bare
    )


def names(data: dict[str, Any]) -> list[str]:
    return [one["name"] for one in data.get("attendee", [])]


def test_only_who_was_there_attends() -> None:
    people = (
        person(1, "Kadir Yaman", "Secretary", "TURKPA"),
        person(2, "Chinghiz Aitmatov", attended=False),
    )
    assert names(told(record(people=people))) == ["Kadir Yaman"]


@pytest.mark.parametrize(
    "fields", [{"tense": "future", "starts_on": NEW_DAY}, {"cancel_proof": "It is off."}]
)
def test_nobody_attends_what_is_ahead_or_called_off(fields: dict[str, object]) -> None:
    assert names(told(record(event(**fields), people=(person(1, "Kadir Yaman"),)))) == []


def test_an_event_that_was_moved_gives_the_day_before() -> None:
    ahead = record(event(tense="future", starts_on=NEW_DAY))
    data = told(ahead, moved(date(2024, 9, 1), OLD_DAY), moved(OLD_DAY))
    assert data["eventStatus"] == "https://schema.org/EventRescheduled"
    assert data["previousStartDate"] == "2024-10-08"


@pytest.mark.parametrize("change", [moved(NEW_DAY), moved(None)])
def test_an_event_whose_day_did_not_change_was_not_moved(change: KnownChange) -> None:
    data = told(record(event(tense="future", starts_on=NEW_DAY)), change)
    assert data["eventStatus"] == "https://schema.org/EventScheduled"


def test_an_event_that_is_called_off_says_so_even_after_it_was_moved() -> None:
    off = record(event(starts_on=NEW_DAY, cancel_proof="It is off."))
    assert told(off, moved(OLD_DAY))["eventStatus"] == "https://schema.org/EventCancelled"


def test_reports_are_what_speaks_of_the_event() -> None:
    data = told(record(articles=(article("KABAR"), article("x", 2, None, url="javascript:x"))))
    assert data["subjectOf"] == [
        {
            "@type": "NewsArticle",
            "headline": "A headline",
            "url": "https://example.org/1",
            "inLanguage": "en",
            "datePublished": FOUND.isoformat(),
            "publisher": {"@type": "Organization", "name": "KABAR"},
        },
        {
            "@type": "NewsArticle",
            "headline": "A headline",
            "inLanguage": "en",
            "publisher": {"@type": "Organization", "name": "x"},
        },
    ]


def test_a_part_names_the_event_that_it_is_of() -> None:
    data = told(record(event(id=2, parent_id=1)))
    assert data["superEvent"] == {"@id": "https://diary.example/en/event/1"}


HOSTILE = "</script><script>alert(1)</script>\u202e\x00\x1b[2J"


def test_hostile_names_and_titles_follow_the_rules_as_text() -> None:
    one = record(
        event(title=HOSTILE, city=HOSTILE, venue=HOSTILE, country=HOSTILE),
        people=(person(1, HOSTILE, HOSTILE, HOSTILE),),
        articles=(article(HOSTILE, url=f"https://x.example/{HOSTILE}"),),
    )
    text = json.dumps(told(one), ensure_ascii=False)
    assert "\u202e" not in text
    assert "x.example" not in text


def test_somebody_is_told_under_all_spellings_with_their_offices() -> None:
    tenures = [
        Tenure(
            organization="ots",
            person_id=7,
            role="Secretary General",
            since=date(2022, 11, 11),
            first_seen_on=date(2022, 11, 12),
            last_seen_on=date(2024, 4, 23),
            article_id=1,
            proof="…",
        )
    ]
    who = Person(id=7, name="Kubanychbek Omuraliev", key="k")
    spellings = ["Kubanychbek Omuraliev", "Кубанычбек Өмүралиев"]
    data = structured.person_data(view(), who, spellings, tenures, HERE)
    assert faults(data) == []
    whole: Any = data["mainEntity"]
    assert whole["alternateName"] == ["Кубанычбек Өмүралиев"]
    (office,) = whole["memberOf"]
    assert (office["roleName"], office["startDate"]) == ("Secretary General", "2022-11-11")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_organisation_of_the_catalogue_follows_the_rules(language: str) -> None:
    for organization in load_catalogue().organizations:
        data = structured.organization_data(view(language), organization, HERE)
        assert faults(data) == []
        others: Any = data["alternateName"]
        assert data["name"] not in others


def test_lists_and_tables_follow_the_rules() -> None:
    week = structured.list_data("A week", HERE.page(), [geneva(), record()], HERE)
    assert faults(week) == []
    table = structured.table_data(
        "Who met whom", "Meetings.", HERE.page("met"), HERE.page("met.csv")
    )
    assert faults(table) == []


def test_a_shared_link_says_day_town_names_and_reports() -> None:
    assert structured.summary(view(), geneva()) == (
        "Tue 23 April 2024, Geneva."
        " Kubanychbek Omuraliev, Shahin Mustafayev and Aktoty Raimkulova. 2 reports."
    )
    ahead = record(event(tense="future"), people=(person(1, "Kadir Yaman"),))
    assert structured.summary(view(), ahead) == "1 report."


def test_the_rules_find_faults() -> None:
    data = dict(structured.event_data(view(), geneva(), (), HERE))
    wrong: list[dict[str, Any]] = [
        {"startDate": "23 April"},
        {"endDate": "2024-04-22"},
        {"eventStatus": "moved"},
        {"attendees": []},
        {"location": {"@type": "Person", "name": "x"}},
        {"previousStartDate": "2024-04-22"},
        {"@type": "Meeting"},
        {"url": "/event/1"},
    ]
    assert all(faults(data | one) for one in wrong)
    assert faults({}) != []
