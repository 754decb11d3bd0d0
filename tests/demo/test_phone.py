"""A message on a phone is one well-formed picture, whatever it says."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bot.demo.phone import phone
from bot.messages.message import Button, Message, Span, Style, line, text_block

SVG = "{http://www.w3.org/2000/svg}"


def test_every_word_and_every_button_is_in_the_picture() -> None:
    message = Message(
        (
            text_block(
                line(
                    Span("United in Heritage", Style.BOLD),
                    " · ",
                    Span("KABAR", url="https://example.org/"),
                )
            ),
        ),
        ((Button("Who", command="event 1 who"), Button("Map", url="https://example.org/map")),),
    )
    root = etree.fromstring(phone(message).encode())
    assert "".join(root.itertext()).split() == [
        "United",
        "in",
        "Heritage",
        "·",
        "KABAR",
        "Who",
        "Map",
    ]


def test_a_long_line_goes_on_in_the_next_row_and_the_picture_grows() -> None:
    short, long = (
        etree.fromstring(phone(Message((text_block("word " * count),))).encode())
        for count in (3, 60)
    )
    assert len(long.findall(f"{SVG}text")) > len(short.findall(f"{SVG}text")) == 1
    assert int(long.attrib["height"]) > int(short.attrib["height"])


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=200)
)
def test_no_text_breaks_the_picture(text: str) -> None:
    etree.fromstring(phone(Message((text_block(text),), ((Button(text, command="x"),),))).encode())
