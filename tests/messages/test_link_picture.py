"""The picture of a link has one shape, whatever is written on it."""

import io

import pytest
from PIL import Image

from bot.messages.link_picture import HEIGHT, WIDTH, LinkPicture, drawn
from bot.messages.picture import INK, PAPER

ENDLESS = "Uzunsözlükuruluşunungenelsekreteryardımcılığındançıkanlarındandır" * 9
SEVERAL = tuple((colour, f"{colour} organisation") for colour in ("#2563a8", "#b3422c", "#118844"))


def image(picture: LinkPicture) -> Image.Image:
    return Image.open(io.BytesIO(drawn(picture))).convert("RGB")


@pytest.mark.parametrize("text", ["", "Meeting", "Ұлы дала елдері " * 40, ENDLESS, "\u202e<b>&"])
def test_whatever_is_written_stays_within_the_picture(text: str) -> None:
    bodies = tuple((colour, f"{name} {text}") for colour, name in SEVERAL)
    made = image(LinkPicture(text, text, (text,) * 5, bodies, "The diary", text))
    assert made.size == (WIDTH, HEIGHT)
    right = made.crop((WIDTH - 60, 0, WIDTH, HEIGHT))
    assert right.getcolors() == [(right.width * right.height, rgb(PAPER))]


def test_the_first_organisation_gives_the_colour() -> None:
    made = image(LinkPicture("Summit", "11th summit", (), SEVERAL, "The diary"))
    assert made.getpixel((4, HEIGHT // 2)) == rgb("#2563a8")
    assert image(LinkPicture("", "x", (), (), "")).getpixel((4, HEIGHT // 2)) == rgb(PAPER)


def test_what_is_called_off_has_a_line_through_it() -> None:
    on = LinkPicture("Summit", "Summit", (), (), "")
    off = LinkPicture("Summit", "Summit", (), (), "", struck=True)
    assert ink(image(off)) > ink(image(on))


def ink(made: Image.Image) -> int:
    """How many points have the colour of text."""
    counted = made.getcolors(1 << 20) or []
    return sum(number for number, colour in counted if colour == rgb(INK))


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
