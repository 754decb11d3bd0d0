"""Who met whom: people are told apart by who they are, gatherings are columns, and the picture is
drawn whatever the names."""

import io
from datetime import date

import pytest
from PIL import Image

from bot.messages.met_picture import (
    MOST_GATHERINGS,
    MOST_PEOPLE,
    MeetingChart,
    chart_of,
    draw,
    met_messages,
)
from bot.messages.picture import TALLEST, WIDTH
from storage.events import EventRecord
from tests.messages.records import event, person, record, view


def there(number: int, *names: str, day: int = 1) -> EventRecord:
    """An event with people, each told by the first letter of their name."""
    people = tuple(
        person(at, name, event_id=number, person_id=ord(name[0])) for at, name in enumerate(names)
    )
    return record(event(id=number, starts_on=date(2024, 5, day)), people=people)


def columns(chart: MeetingChart) -> list[set[str]]:
    return [
        {chart.guests[place].name for place in gathering.present} for gathering in chart.gatherings
    ]


def test_a_column_holds_who_was_there_and_time_runs_to_the_right() -> None:
    chart = chart_of(
        view(), [there(2, "A", "B", day=9), there(1, "A", "B", "C", day=3), there(3, "D", day=1)]
    )
    assert columns(chart) == [{"A", "B", "C"}, {"A", "B"}]
    assert {guest.name: guest.gatherings for guest in chart.guests} == {"A": 2, "B": 2, "C": 1}
    assert (chart.people, chart.events) == (3, 2)


def test_who_was_only_named_met_nobody() -> None:
    one, other = person(0, "A", person_id=1), person(1, "B", person_id=2, attended=False)
    assert chart_of(view(), [record(people=(one, other))]).guests == ()


def test_those_who_share_columns_stand_side_by_side() -> None:
    chart = chart_of(
        view(),
        [there(1, "A", "D", day=1), there(2, "B", "C", day=2), there(3, "A", "D", day=3),
         there(4, "B", "C", day=9)],
    )  # fmt: skip
    names = "".join(guest.name for guest in chart.guests)
    assert names in {"ADBC", "DABC", "ADCB", "DACB"}


def test_a_person_has_the_colour_of_the_organisation_that_the_articles_name() -> None:
    one = person(0, "Sultan Raev", "Secretary General", "Organization of Turkic States (OTS)")
    chart = chart_of(view(), [record(people=(one, person(1, "B")))])
    assert {guest.name: guest.organization for guest in chart.guests} == {
        "Sultan Raev": "ots",
        "B": None,
    }


def test_more_people_than_fit_are_counted_at_each_gathering() -> None:
    names = [chr(ord("A") + at) for at in range(MOST_PEOPLE + 4)]
    chart = chart_of(view(), [there(1, *names)])
    assert len(chart.guests) == MOST_PEOPLE
    assert [gathering.others for gathering in chart.gatherings] == [4]
    assert chart.people == MOST_PEOPLE + 4


def test_of_many_gatherings_those_are_shown_where_people_met_again() -> None:
    alone = [there(number, chr(200 + 2 * number), chr(201 + 2 * number)) for number in range(1, 30)]
    again = [there(100 + number, "A", "B", day=20) for number in range(3)]
    chart = chart_of(view(), [*alone, *again])
    assert len(chart.gatherings) <= MOST_GATHERINGS
    assert chart.events == 32
    assert [column for column in columns(chart) if column == {"A", "B"}] == [{"A", "B"}] * 3


@pytest.mark.parametrize("language", ["en", "tr", "az", "kk", "ky", "uz", "ru"])
def test_the_picture_is_drawn_for_nobody_for_two_and_for_long_names(language: str) -> None:
    for records in ([], [there(1, "A", "B")], [there(1, "Ж" * 90, "Ä" * 90, "\u202eX")]):
        seen = view(language)
        for picture in draw(seen, "OTS × TURKSOY · 2025", chart_of(seen, records)):
            image = Image.open(io.BytesIO(picture))
            assert image.width == WIDTH
            assert image.height <= TALLEST


def test_for_a_file_there_is_one_picture_of_any_height() -> None:
    records = [there(number, "A", "B", "C", day=number) for number in range(1, 13)]
    chart = chart_of(view(), records)
    assert len(draw(view(), "", chart)) > 1
    (whole,) = draw(view(), "", chart, tallest=None)
    assert Image.open(io.BytesIO(whole)).height > TALLEST


def test_the_first_message_says_how_many_people_are_on_it() -> None:
    messages = met_messages(view(), "OTS", [there(1, "A", "B", "C")])
    assert [message.plain for message in messages] == ["OTS\n3 people who met one another"]
