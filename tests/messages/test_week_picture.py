"""The week is drawn as a strip of seven days, in every language of the field.

With each event over all its days.
"""

import io
from datetime import date

import font_roboto
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from bot.messages.week_picture import MOST_LANES, WIDTH, Bar, arrange, draw, week_message, wrap
from storage.events import EventRecord
from tests.messages.records import event, record, view

MONDAY = date(2024, 4, 22)
LETTERS = "əğıñňөүұқғңһәіҳўҷşçýžʻ" + "ƏĞİÑŇӨҮҰҚҒҢҺӘІҲЎҶŞÇÝŽ" + "ёйщъыэюяЁЙЩЪЫЭЮЯ"


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


@pytest.mark.parametrize("name", ["Roboto", "RobotoBold", "RobotoMedium"])
def test_the_typeface_has_every_letter_of_the_fields_languages(name: str) -> None:
    font = ImageFont.truetype(font_roboto.font_files[name], 40)
    nothing = bytes(font.getmask("\ue123"))
    assert [letter for letter in LETTERS if bytes(font.getmask(letter)) == nothing] == []


def test_events_that_meet_lie_above_one_another_and_others_share_a_lane() -> None:
    bars = arrange([at(22, 24), at(23), at(25, 28), at(24, 26)], MONDAY)
    assert [(bar.first, bar.last, bar.lane) for bar in bars] == [
        (0, 2, 0),
        (1, 1, 1),
        (2, 4, 1),
        (3, 6, 0),
    ]


def test_what_begins_before_or_ends_after_the_week_is_cut_to_it_and_the_rest_is_left_out() -> None:
    bars = arrange([at(20, 23), at(27, 30), at(15), at(29), record(event(starts_on=None))], MONDAY)
    assert [(bar.first, bar.last) for bar in bars] == [(0, 1), (5, 6)]


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(10, 30), st.integers(0, 9)), max_size=30))
def test_no_two_bars_ever_overlap(spans: list[tuple[int, int]]) -> None:
    bars: list[Bar] = arrange(
        [at(first, min(30, first + length)) for first, length in spans], MONDAY
    )
    for one in bars:
        assert 0 <= one.first <= one.last <= 6
        for other in bars:
            if one is not other and one.lane == other.lane:
                assert one.last < other.first or other.last < one.first


@pytest.mark.parametrize("language", ["en", "tr", "az", "kk", "ky", "uz", "ru"])
def test_the_picture_is_one_of_its_size_in_every_language(language: str) -> None:
    picture = Image.open(
        io.BytesIO(
            draw(
                view(language),
                [at(22, 24), at(23, title="Түрк дүйнөсүнүн " * 20)],
                MONDAY,
                date(2024, 4, 25),
            )
        )
    )
    assert (picture.format, picture.width) == ("PNG", WIDTH)
    assert len(set(picture.convert("RGB").get_flattened_data())) > 20


def test_a_crowded_week_stays_readable_and_an_empty_one_says_so() -> None:
    crowded = Image.open(io.BytesIO(draw(view(), [at(22, 28)] * 40, MONDAY, MONDAY)))
    fewer = Image.open(io.BytesIO(draw(view(), [at(22, 28)] * MOST_LANES, MONDAY, MONDAY)))
    assert crowded.height == fewer.height
    assert week_message(view(), [], MONDAY, MONDAY).plain == "Week 22–28 April 2024\n0 events"


@settings(max_examples=100)
@given(
    text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=80),
    most=st.integers(1, 4),
)
def test_words_never_run_out_of_their_bar(text: str, most: int) -> None:
    font = ImageFont.truetype(font_roboto.font_files["Roboto"], 18)
    rows = wrap(text, font, 150, most)
    assert 1 <= len(rows) <= most
    assert all(font.getlength(row) <= 150 for row in rows)
