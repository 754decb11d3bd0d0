"""The view of an event's sources shows each fact with its sentence and outlet, and both sides where
outlets disagree."""

from datetime import date

from bot.messages.details import all_sources
from bot.messages.proofs import ArticleFacts, with_proofs
from storage.events import EventArticle, EventRecord
from tests.merging.reports import report
from tests.messages.records import article, event, record, view

KABAR, ANADOLU, AZERTAC = article(), article("Anadolu", 2), article("AZERTAC", 3)


def told(article: EventArticle, start: str | None, proof: str, **place: str) -> ArticleFacts:
    day = date.fromisoformat(start) if start else None
    nowhere = {"city": None, "city_id": None, "country": None, "country_code": None}
    said = nowhere | {"place_proof": f"In {place.get('city')}."} | place
    return ArticleFacts(article, report(start=day, end=day, date_proof=proof, **said))


def conference(**fields: object) -> EventRecord:
    day = date(2024, 4, 23)
    values: dict[str, object] = {
        "title": "Conference",
        "starts_on": day,
        "ends_on": day,
        "city": "Geneva",
        "city_id": "geneva",
    }
    return record(
        event(**(values | {"country_code": "CH"} | fields)), articles=(KABAR, ANADOLU, AZERTAC)
    )


GENEVA = {"city": "Geneva", "city_id": "geneva", "country": "Switzerland", "country_code": "CH"}
CENEVRE = {"city": "Cenevre", "city_id": "geneva", "country": "İsviçre", "country_code": "CH"}


def shown(one: EventRecord, *said: ArticleFacts) -> str:
    return with_proofs(view(), one, said, all_sources(view(), one)).plain


def test_each_fact_stands_with_its_sentence_and_its_outlet() -> None:
    assert shown(conference(), told(KABAR, "2024-04-23", "On 23 April.", **GENEVA)).startswith(
        "Conference\n\n📅 Tue 23 April 2024\n  “On 23 April.” · KABAR\n\n📍 Geneva, "
        "Switzerland\n  “In Geneva.” · KABAR\n\n• A headline\n"
    )


def test_a_sentence_that_says_day_and_place_stands_once() -> None:
    both = told(KABAR, "2024-04-23", "In Geneva.", **GENEVA)
    assert shown(conference(), both).startswith(
        "Conference\n\n📅 Tue 23 April 2024\n📍 Geneva, Switzerland\n  “In Geneva.” · KABAR\n\n"
    )


def test_an_outlet_with_several_articles_is_named_once() -> None:
    again = KABAR._replace(id=9)
    said = [told(one, "2024-04-23", "On 23 April.") for one in (KABAR, again, ANADOLU)]
    plain = shown(conference(), *said)
    assert plain.count("“On 23 April.” · KABAR") == 1
    assert "more source" not in plain


def test_outlets_that_say_the_same_in_two_languages_agree() -> None:
    plain = shown(
        conference(),
        told(KABAR, "2024-04-23", "On 23 April.", **GENEVA),
        told(ANADOLU, "2024-04-23", "23 Nisan'da.", **CENEVRE),
    )
    assert "  “On 23 April.” · KABAR\n  “23 Nisan'da.” · Anadolu\n" in plain
    assert plain.count("📍") == 1
    assert "disagree" not in plain


def test_outlets_that_disagree_are_both_shown_the_cards_value_first() -> None:
    said = (
        told(ANADOLU, "2024-04-24", "24 Nisan'da.", city="Bern", city_id="bern", country_code="CH"),
        told(AZERTAC, "2024-04-24", "24 aprel."),
        told(KABAR, "2024-04-23", "On 23 April.", **GENEVA),
    )
    plain = shown(conference(), *said)
    assert (
        plain.index("📅 Tue 23 April 2024")
        < plain.index("📅 Wed 24 April 2024")
        < plain.index("Outlets disagree about the day.")
    )
    assert (
        plain.index("📍 Geneva")
        < plain.index("📍 Bern")
        < plain.index("Outlets disagree about the place.")
    )


def test_what_no_outlet_says_has_no_line() -> None:
    plain = shown(conference(starts_on=None), told(KABAR, None, ""))
    assert "📅" not in plain
    assert "📍" not in plain


def test_more_outlets_than_are_quoted_are_counted() -> None:
    plain = shown(
        conference(),
        *(told(one, "2024-04-23", "On 23 April.") for one in (KABAR, ANADOLU, AZERTAC)),
    )
    assert "  + 1 more source\n" in plain


def test_an_event_called_off_shows_the_sentence_first() -> None:
    plain = shown(
        conference(cancel_proof="It was cancelled."), told(KABAR, "2024-04-23", "On 23 April.")
    )
    assert plain.index("✖ CANCELLED\n  “It was cancelled.”") < plain.index("📅")
