"""Which texts are for the bot, and what is read from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.telegram.incoming import command_line

CASES = [
    ("/start", True, "start"),
    ("/start ots", False, "start ots"),
    ("/subscribe@tco_diary_bot ots", False, "subscribe ots"),
    ("/subscribe@TCO_Diary_Bot  OTS, TURKSOY", False, "subscribe OTS, TURKSOY"),
    ("/subscribe@other_bot ots", False, None),
    ("/subscribe@other_bot ots", True, None),
    ("/latest\n3", True, "latest 3"),
    ("@tco_diary_bot latest", False, "latest"),
    ("@tco_diary_bot: /latest 3", False, "latest 3"),
    ("@other_bot latest", False, None),
    ("turksoy", True, "turksoy"),
    ("turksoy", False, None),
    ("see /help", False, None),
    ("/", False, None),
    ("", True, None),
    ("   ", True, None),
]


@pytest.mark.parametrize(("text", "private", "line"), CASES)
def test_a_command_line_is_read_from_a_text(text: str, private: bool, line: str | None) -> None:
    assert command_line(text, "tco_diary_bot", private=private) == line


@given(st.text(), st.booleans())
def test_no_text_is_too_strange_to_be_read(text: str, private: bool) -> None:
    line = command_line(text, "tco_diary_bot", private=private)
    assert line is None or line.strip() == line != ""


@given(st.text())
def test_every_text_in_a_private_chat_that_is_no_command_comes_through(text: str) -> None:
    if text.strip() and not text.strip().startswith(("/", "@")):
        assert command_line(text, "tco_diary_bot", private=True) == text.strip()
