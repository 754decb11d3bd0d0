"""The week is drawn day by day, in every language of the field, at a size for a phone."""

import io
from datetime import date

import pytest
from PIL import Image

from bot.messages.picture import TALLEST, WIDTH
from bot.messages.week_picture import MOST_EVENTS, by_day, draw, week_messages
from storage.events import EventRecord
from tests.messages.records import event, record, view

MONDAY = date(2024, 4, 22)


def at(first: int, last: int | None = None, title: str = "Meeting") -> EventRecord:
    """An event that begins on a day of April 2024, and ends on another."""
    return record(
        event(
            title=title,
            starts_on=date(2024, 4, first),
            ends_on=date(2024, 4, last or first),
            city="Ağdam",
        )
    )


def images(pictures: list[bytes]) -> list[Image.Image]:
    return [Image.open(io.BytesIO(picture)) for picture in pictures]


def test_an_event_stands_once_under_its_first_day_of_the_week() -> None:
    days = by_day([at(23, 25), at(22), at(23)], MONDAY)
    assert [(events.day.day, len(events.records)) for events in days] == [(22, 1), (23, 2)]


def test_what_began_before_stands_under_monday_and_what_is_over_or_ahead_is_left_out() -> None:
    days = by_day([at(20, 23), at(27, 30), at(15), at(29), record(event(starts_on=None))], MONDAY)
    assert [events.day.day for events in days] == [22, 27]


@pytest.mark.parametrize("language", ["en", "tr", "az", "kk", "ky", "uz", "ru"])
def test_the_pictures_are_of_a_phones_width_in_every_language(language: str) -> None:
    records = [at(22, 24), at(23, title="Түрк дүйнөсүнүн " * 20)]
    for image in images(draw(view(language), records, MONDAY, date(2024, 4, 25))):
        assert (image.format, image.width) == ("PNG", WIDTH)
        assert image.height <= TALLEST
        assert len(set(image.convert("RGB").get_flattened_data())) > 20


def test_a_crowded_week_goes_into_several_pictures_and_what_is_too_much_is_counted() -> None:
    some = draw(view(), [at(22 + day % 7) for day in range(MOST_EVENTS)], MONDAY, MONDAY)
    more = draw(view(), [at(22 + day % 7) for day in range(3 * MOST_EVENTS)], MONDAY, MONDAY)
    assert len(some) > 1
    assert len(more) <= len(some) + 1
    assert all(image.height <= TALLEST for image in images(more))


def test_a_message_goes_with_each_picture_and_the_first_says_how_many_events_there_are() -> None:
    (quiet,) = week_messages(view(), [], MONDAY, MONDAY)
    assert quiet.plain == "Week of 22–28 April 2024\n0 events"
    messages = week_messages(view(), [at(22) for _ in range(20)], MONDAY, MONDAY)
    assert messages[0].plain == f"Week of 22–28 April 2024 · 1/{len(messages)}\n20 events"
    assert messages[1].plain == f"Week of 22–28 April 2024 · 2/{len(messages)}"
    names = [message.document.name for message in messages if message.document]
    assert names[:2] == ["week-2024-04-22-1.png", "week-2024-04-22-2.png"]


def test_a_cancelled_event_looks_otherwise() -> None:
    off = record(event(starts_on=MONDAY, title="Meeting", city="Ağdam", cancel_proof="It is off."))
    assert draw(view(), [off], MONDAY, MONDAY) != draw(view(), [at(22)], MONDAY, MONDAY)
