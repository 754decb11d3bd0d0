"""What the Message promises.

Sentences take data as data, and long messages are cut where a reader would cut them.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.message import (
    Block,
    BlockKind,
    Button,
    Measure,
    Message,
    Span,
    Style,
    clean_line,
    fill_spans,
    split,
    text_block,
    utf16_units,
)

spans = st.builds(Span, st.text(min_size=1, max_size=40), st.sampled_from(Style))
lines = st.lists(spans, min_size=1, max_size=4).map(tuple)
blocks = st.builds(
    Block, st.sampled_from(BlockKind), st.lists(lines, min_size=1, max_size=6).map(tuple)
)
messages = st.builds(Message, st.lists(blocks, min_size=1, max_size=6).map(tuple))


def test_data_in_a_sentence_stays_data() -> None:
    line = fill_spans("Following {name}.", name=Span("{0.__class__} <b>%s</b>", Style.BOLD))
    assert line == (Span("Following "), Span("{0.__class__} <b>%s</b>", Style.BOLD), Span("."))


def test_a_sentence_cannot_reach_into_an_object() -> None:
    with pytest.raises(KeyError):
        fill_spans("{name.text}", name=Span("secret"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ministers of culture met", "Ministers of culture met"),
        ("Ministers of culture met in Ankara", "Ministers of culture…"),
        ("Ministers of culture, and others", "Ministers of culture…"),
        ("Ministersofculturemetinankara", "Ministersofculturemetin…"),
        ("At Ministersofculturemetinankara", "At Ministersofcultureme…"),
    ],
)
def test_what_is_too_long_for_a_line_ends_with_a_word_unless_one_is_endless(
    text: str, kept: str
) -> None:
    assert clean_line(text, 24) == kept


def test_a_short_message_comes_back_as_it_is() -> None:
    message = Message((text_block("one"),), ((Button("press", "help"),),), replaces=True)
    assert split(message, 100) == [message]


def test_a_long_message_is_cut_between_blocks() -> None:
    first, second = text_block("a" * 60, "b" * 20), text_block("c" * 60)
    assert split(Message((first, second)), 100) == [Message((first,)), Message((second,))]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The guests saw the show “Colours of the steppe” in the town", "The guests saw the show…"),
        ("Гости посетили выставку «Краски степи», а затем музей", "Гости посетили выставку…"),
        (
            'He said: "We will go on with all that we have begun here."',
            'He said: "We will go on with all…"',
        ),
        ("The “White horse” was the prize of all who had come", "The “White horse” was the prize…"),
    ],
)
def test_what_is_too_long_ends_in_no_quotation(text: str, kept: str) -> None:
    assert clean_line(text, 34) == kept


def test_a_block_too_long_alone_is_cut_between_lines() -> None:
    assert [part.plain for part in split(Message((text_block("a" * 60, "b" * 60),)), 100)] == [
        "a" * 60,
        "b" * 60,
    ]


def test_a_line_too_long_alone_is_cut_at_a_space_and_keeps_its_styles() -> None:
    message = Message((text_block([Span("bold words here", Style.BOLD), " and plain ones"]),))
    assert [part.blocks[0].lines[0] for part in split(message, 12)] == [
        (Span("bold words", Style.BOLD),),
        (Span("here", Style.BOLD), Span(" and")),
        (Span("plain ones"),),
    ]


def test_buttons_stand_under_the_last_part_and_the_first_part_replaces() -> None:
    message = Message(
        (text_block("a" * 60), text_block("b" * 60)), ((Button("press", "help"),),), replaces=True
    )
    first, last = split(message, 100)
    assert (first.buttons, first.replaces) == ((), True)
    assert (last.buttons, last.replaces) == (message.buttons, False)


def utf8_bytes(message: Message) -> int:
    return len(message.plain.encode())


@pytest.mark.parametrize("measure", [utf16_units, utf8_bytes])
@given(message=messages, limit=st.integers(4, 200))
def test_every_part_fits_and_no_word_is_lost(
    measure: Measure, message: Message, limit: int
) -> None:
    parts = split(message, limit, measure)
    assert all(measure(part) <= limit for part in parts)
    assert _ink(parts) == _ink([message])


def _ink(parts: list[Message]) -> list[tuple[str, Style]]:
    every = (span for part in parts for block in part.blocks for row in block.lines for span in row)
    return [(letter, span.style) for span in every for letter in span.text if not letter.isspace()]
