"""What is told anew: what it was, what it is, and who says so."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.messages.card import card
from bot.messages.change_notice import notice
from storage.event_changes import ChangedFacts, KnownChange
from storage.events import EventRecord
from tests.messages.records import FOUND, article, event, record, view

PLACE = {"city": "Baku", "country": "Azerbaijan", "country_code": "AZ", "venue": None}
OCTOBER = ChangedFacts(
    title="Korkut Ata film festival",
    kind="festival",
    starts_on=date(2023, 10, 8),
    ends_on=date(2023, 10, 11),
    city="Baku",
    country="Azerbaijan",
    country_code="AZ",
    venue=None,
    cancelled=False,
)


def change(was: dict[str, Any], became: dict[str, Any]) -> KnownChange:
    return KnownChange(1, 1, FOUND, replace(OCTOBER, **was), replace(OCTOBER, **became))


def festival(**fields: object) -> EventRecord:
    values: dict[str, object] = {
        "title": "Korkut Ata film festival",
        "kind": "festival",
        "starts_on": date(2023, 10, 15),
        **PLACE,
    }
    return record(event(**(values | fields)), articles=(article(), article("report.az", 2)))


def test_a_moved_event_reads_like_this() -> None:
    told = notice(
        view(),
        festival(),
        change({}, {"starts_on": date(2023, 10, 15), "ends_on": date(2023, 10, 18)}),
    )
    assert told.plain == (
        "MOVED · Korkut Ata film festival, Baku\n\n📅 8–11 October 2023  →  15–18 "
        "October 2023\n📍 Baku, Azerbaijan\nreport.az"
    )
    assert [button.command for row in told.buttons for button in row] == ["event 1"]


def test_a_move_to_another_town_shows_both_in_the_chats_language() -> None:
    told = notice(view("tr"), festival(city="Shusha"), change({}, {"city": "Shusha"}))
    assert "📍 Bakü, Azerbaycan  →  Şuşa, Azerbaycan" in told.plain


def test_an_event_called_off_says_by_which_sentence() -> None:
    told = notice(
        view(),
        festival(cancel_proof="The festival has been cancelled."),
        change({}, {"cancelled": True}),
    )
    assert told.plain.startswith(
        "CANCELLED · Korkut Ata film festival, Baku\n\n📅 8–11 October 2023"
    )
    assert "“The festival has been cancelled.”" in told.plain


def test_an_event_that_is_on_again_says_so() -> None:
    assert notice(view(), festival(), change({"cancelled": True}, {})).plain.startswith(
        "ON AGAIN · "
    )


def test_the_card_of_an_event_called_off_says_so_above_the_day() -> None:
    plain = card(view(), festival(cancel_proof="The festival has been cancelled.")).plain
    assert plain.index("✖ CANCELLED\n“The festival has been cancelled.”") < plain.index("📅")
    assert "CANCELLED" not in card(view(), festival()).plain
