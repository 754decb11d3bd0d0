"""A message on a phone is one picture, whatever it says."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.demo.phone import WIDTH, phone
from bot.messages.message import Button, Message, Span, Style, line, text_block


def seen(message: Message) -> Image.Image:
    return Image.open(io.BytesIO(phone(message)))


def test_style_and_buttons_change_the_picture() -> None:
    plain = Message((text_block("United in Heritage"),))
    bold = Message((text_block(Span("United in Heritage", Style.BOLD)),))
    link = Message((text_block(Span("United in Heritage", url="https://example.org/")),))
    assert len({phone(plain), phone(bold), phone(link)}) == 3
    pressed = Message(plain.blocks, ((Button("Who", command="event 1 who"),),))
    assert seen(pressed).height > seen(plain).height


def test_the_signs_of_a_card_are_drawn() -> None:
    pictures = {phone(Message((text_block(line(sign, "x")),))) for sign in ("📅 ", "📍 ", "👥 ")}
    assert len(pictures) == 3


def test_a_long_line_goes_on_in_the_next_row_and_the_picture_grows() -> None:
    short, long = (seen(Message((text_block("word " * count),))) for count in (3, 60))
    assert short.width == long.width == WIDTH
    assert long.height > short.height


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=200)
)
def test_no_text_breaks_the_picture(text: str) -> None:
    assert seen(Message((text_block(text),), ((Button(text, command="x"),),))).format == "PNG"
