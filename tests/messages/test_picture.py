"""Pictures have every letter, keep their words within their room, and are parted between strips."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.messages.picture import (
    BOLD,
    MARGIN,
    REGULAR,
    SEMIBOLD,
    SMALLEST,
    TALLEST,
    WIDTH,
    Strip,
    Text,
    as_many,
    cut,
    legend,
    rule,
    sheets,
    space,
    typeface,
    unbroken,
    wrap,
)

LETTERS = (
    "əğıñňөүұқғңһәіҳўҷşçýžʻʼ" + "ƏĞİÑŇӨҮҰҚҒҢҺӘІҲЎҶŞÇÝŽ" + "ёйщъыэюяЁЙЩЪЫЭЮЯ" + "ǴǵŐőŰű«»–—…→×·+✓"
)


@pytest.mark.parametrize("weight", [REGULAR, SEMIBOLD, BOLD])
def test_the_typeface_has_every_letter_of_the_fields_languages(weight: int) -> None:
    face = typeface(40, weight)
    nothing = bytes(face.getmask("\ue123"))
    assert [letter for letter in LETTERS if bytes(face.getmask(letter)) == nothing] == []


def test_a_bold_face_is_wider_than_a_regular_one() -> None:
    assert typeface(40, BOLD).getlength("Түркі") > typeface(40).getlength("Түркі")


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=80),
    most=st.integers(1, 4),
)
def test_words_never_run_out_of_their_room(text: str, most: int) -> None:
    face = typeface(SMALLEST)
    rows = wrap(text, face, 300, most)
    assert 1 <= len(rows) <= most
    assert all(face.getlength(row) <= 300 for row in rows)


def test_what_is_cut_ends_with_a_whole_word() -> None:
    face = typeface(SMALLEST)
    room = face.getlength("Turkic Investment F…")
    assert cut("Turkic Investment Fund", face, room) == "Turkic Investment…"
    assert cut("Verfassungsgericht", face, 120).endswith("…")


def test_names_that_find_no_room_are_counted_and_the_count_stays_with_a_name() -> None:
    face = typeface(SMALLEST)
    room = face.getlength("OTS, TURKSOY + 1") + 1
    assert as_many(["OTS", "TURKSOY", "TURKPA"], face, room) == "OTS, TURKSOY + 1"
    names = unbroken("Sultan Raev, Kadir Yaman + 2")
    assert wrap(names, face, face.getlength("Sultan Raev, Kadir Yaman"), 3)[-1].startswith("Yaman")


def _heights(pictures: list[bytes]) -> list[int]:
    images = [Image.open(io.BytesIO(picture)) for picture in pictures]
    assert all((image.format, image.width) == ("PNG", WIDTH) for image in images)
    return [image.height for image in images]


def test_strips_that_are_too_many_for_one_picture_go_into_several() -> None:
    heights = _heights(sheets(space(100), [space(500) for _ in range(9)]))
    assert len(heights) == 3
    assert max(heights) <= TALLEST
    assert len(_heights(sheets(space(100), [space(500) for _ in range(9)], tallest=None))) == 1


def test_a_heading_goes_with_what_it_leads_and_is_said_again_on_the_next_picture() -> None:
    drawn: list[str] = []

    def strip(name: str, height: int, *, heads: bool = False, under: Strip | None = None) -> Strip:
        return Strip(height, lambda _canvas, _top: drawn.append(name), heads=heads, under=under)

    day = strip("day", 60, heads=True)
    events = [strip(f"event {number}", 900, under=day) for number in range(3)]
    sheets(strip("title", 80), [day, *events])
    assert drawn == ["title", "day", "event 0", "event 1", "title", "day", "event 2"]
    drawn.clear()
    sheets(strip("title", 80), [strip("filler", 1900), day, *events[:1]])
    assert drawn == ["title", "filler", "title", "day", "event 0"]


def test_a_line_between_two_neither_begins_nor_ends_a_picture() -> None:
    one = sheets(space(10), [space(1900), rule(50, 50), space(400)])
    assert _heights(one)[1] == _heights(sheets(space(10), [space(1900), space(400)]))[1]


@given(st.lists(st.text("Türkpaлңқ ", min_size=1, max_size=40), max_size=9))
@settings(max_examples=30, deadline=None)
def test_a_legend_stays_within_the_frame(names: list[str]) -> None:
    strip = legend([("#2563a8", name) for name in names])
    picture = Image.open(io.BytesIO(sheets(space(1), [strip])[0])).convert("L")
    margin = picture.crop((WIDTH - MARGIN, 0, WIDTH, picture.height))
    assert len(set(margin.get_flattened_data())) == 1


def test_what_is_struck_has_a_line_through_it() -> None:
    plain = sheets(space(1), [Text(typeface(SMALLEST)).as_strip("      —")])
    struck = sheets(space(1), [Text(typeface(SMALLEST), struck=True).as_strip("      —")])
    assert plain != struck
