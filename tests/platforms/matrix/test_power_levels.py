"""Levels are what the specification makes of the raw events, in each version of rooms."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.matrix.power_levels import CREATOR, RoomLevels, version_and_creators

OWNER, OTHER = "@owner:localhost", "@other:localhost"


def room(version: int, content: dict[str, Any] | None = None) -> RoomLevels:
    return RoomLevels(version, frozenset({OWNER}), content)


@pytest.mark.parametrize("version", [1, 9, 10, 11])
def test_where_no_list_was_ever_sent_the_creator_has_100_and_all_others_0(version: int) -> None:
    assert (room(version).of(OWNER), room(version).of(OTHER)) == (100, 0)


def test_from_version_12_creators_outrank_every_list() -> None:
    levels = room(12, {"users": {OTHER: 2**53 - 1}})
    assert levels.of(OWNER) == CREATOR > levels.of(OTHER)
    assert (room(12).of(OWNER), room(12).of(OTHER)) == (CREATOR, 0)


def test_in_older_rooms_a_list_holds_for_the_creator_too() -> None:
    assert room(11, {"users": {OTHER: 50}}).of(OWNER) == 0


@pytest.mark.parametrize(
    ("version", "value", "level"),
    [
        (9, "50", 50),
        (9, " +50 ", 50),
        (9, "-5", -5),
        (1, "050", 50),
        (10, "50", 0),
        (9, "fifty", 0),
        (9, "٥٠", 0),
        (9, "9" * 5000, 0),
        (5, 50.9, 50),
        (6, 50.9, 0),
        (1, float("inf"), 0),
        (1, True, 0),
        (1, None, 0),
        (1, [50], 0),
    ],
)
def test_a_level_is_read_as_the_rooms_version_writes_it(
    version: int, value: object, level: int
) -> None:
    assert room(version, {"users": {OTHER: value}}).of(OTHER) == level
    assert room(version, {"users_default": value}).of(OTHER) == level


def test_somebody_not_listed_has_the_default() -> None:
    assert room(11, {"users": {OWNER: 100}, "users_default": 25}).of(OTHER) == 25


def test_state_takes_what_the_list_says_of_it_or_of_all_state_or_50() -> None:
    assert room(11, {"events": {"m.x": 90}, "state_default": 60}).to_send_state("m.x") == 90
    assert room(11, {"state_default": 60}).to_send_state("m.x") == 60
    assert room(11, {}).to_send_state("m.x") == 50
    assert room(11).to_send_state("m.x") == 0


@pytest.mark.parametrize(
    ("content", "version", "creators"),
    [
        ({"room_version": "12", "additional_creators": [OTHER, 7]}, 12, {OWNER, OTHER}),
        ({"room_version": "12", "additional_creators": "x"}, 12, {OWNER}),
        ({"room_version": "12", "predecessor": {"room_id": "!old"}}, 12, {OWNER}),
        ({"room_version": "11", "additional_creators": [OTHER]}, 11, {OWNER}),
        ({"room_version": "11", "creator": OTHER}, 11, {OWNER}),
        ({"room_version": "10", "creator": OTHER}, 10, {OTHER}),
        ({"creator": OTHER}, 1, {OTHER}),
        ({}, 1, {OWNER}),
        ({"room_version": 12}, 1, {OWNER}),
        ({"room_version": "org.example.new"}, 1, {OWNER}),
        ({"room_version": "9" * 5000}, 1, {OWNER}),
    ],
)
def test_who_made_a_room_is_told_by_its_creation(
    content: dict[str, Any], version: int, creators: set[str]
) -> None:
    assert version_and_creators(content, OWNER) == (version, frozenset(creators))


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(
    st.integers(1, 12),
    st.dictionaries(
        st.sampled_from(["users", "users_default", "events", "state_default"]), ANYTHING
    ),
    st.dictionaries(
        st.sampled_from(["room_version", "creator", "additional_creators", "predecessor"]), ANYTHING
    ),
)
def test_no_content_breaks_it(version: int, content: dict[str, Any], made: dict[str, Any]) -> None:
    levels = RoomLevels(version, frozenset({OWNER}), content)
    assert isinstance(levels.of(OTHER), int)
    assert isinstance(levels.to_send_state("m.x"), int)
    assert version_and_creators(made, OWNER)[1]
