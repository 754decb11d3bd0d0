"""A message becomes text, entities by UTF-16 offset and a keyboard, whatever its text holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.message import (
    Block,
    BlockKind,
    Button,
    Message,
    Span,
    Style,
    line,
    text_block,
    text_message,
)
from bot.platforms.telegram.render import Drawn, draw
from tests.telegram_api.checks import check_keyboard, check_text
from tests.telegram_api.faults import ApiError

ALPHABET = st.sampled_from(
    "aб ğ👩‍🚀🇰🇬e\u0301\u0489<b>&*_[x](y)`\\@/#\n\t\u202e\u0130ө"
) | st.characters(exclude_categories=["Cs"])
TEXTS = st.text(ALPHABET, max_size=60)
URLS = st.sampled_from(
    [
        None,
        None,
        "https://kabar.kg/1?a=б",
        "http://xn--e1afmkfd/",
        "javascript:alert(1)",
        "https://",
        "http://[::1",
        "tg://x",
    ]
)
SPANS = st.builds(Span, TEXTS, st.sampled_from(Style), URLS)
BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    st.lists(st.lists(SPANS, max_size=3).map(tuple), max_size=4).map(tuple),
)
MESSAGES = st.builds(Message, st.lists(BLOCKS, max_size=4).map(tuple))


def covered(drawn: Drawn, kind: str) -> list[str]:
    units = drawn.text.encode("utf-16-le")
    return [
        units[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le")
        for e in drawn.entities
        if e.type == kind
    ]


@given(MESSAGES)
def test_any_text_comes_out_as_it_went_in(message: Message) -> None:
    assert "".join(drawn.text for drawn in draw(message)) == message.plain


@given(MESSAGES)
def test_entities_cover_exactly_the_spans_that_they_style(message: Message) -> None:
    (drawn,) = draw(message)
    spans = [span for block in message.blocks for each in block.lines for span in each if span.text]
    for style in (Style.BOLD, Style.ITALIC, Style.CODE):
        assert covered(drawn, style.value) == [span.text for span in spans if span.style is style]
    pages = {"https://kabar.kg/1?a=б", "http://xn--e1afmkfd/"}
    assert covered(drawn, "text_link") == [span.text for span in spans if span.url in pages]


@given(MESSAGES.filter(lambda message: bool(message.plain.strip())))
def test_telegram_takes_every_drawing(message: Message) -> None:
    for drawn in draw(message):
        check_text(drawn.text, [entity.to_dict() for entity in drawn.entities])


@given(st.lists(st.text(ALPHABET, min_size=1, max_size=3000), min_size=1, max_size=8))
def test_a_long_message_becomes_parts_of_at_most_4096_units(texts: list[str]) -> None:
    drawn = draw(Message(tuple(text_block(text) for text in texts)))
    assert all(len(part.text.encode("utf-16-le")) // 2 <= 4096 for part in drawn)
    assert "".join("".join(part.text for part in drawn).split()) == "".join("".join(texts).split())


def test_a_line_without_a_space_is_still_cut_between_characters() -> None:
    drawn = draw(text_message("🇰🇬" * 3000))
    assert len(drawn) == 3
    assert "".join(part.text for part in drawn) == "🇰🇬" * 3000


def test_a_message_has_at_most_a_hundred_entities() -> None:
    links = text_block(
        *(Span(f"source {nth}", Style.BOLD, f"https://kabar.kg/{nth}") for nth in range(80))
    )
    drawn = draw(Message((links,)))
    assert len(drawn) > 1
    assert all(len(part.entities) <= 100 for part in drawn)
    assert sum(len(part.entities) for part in drawn) == 160


def test_half_a_character_is_replaced_and_two_halves_are_joined() -> None:
    (drawn,) = draw(text_message("lone \ud83d, pair \ud83d\ude00"))
    assert drawn.text == "lone \ufffd, pair 😀"


def test_blocks_are_parted_by_a_blank_line_and_lines_by_a_line_feed() -> None:
    (drawn,) = draw(
        Message((text_block("CONFERENCE", Span("Heritage", Style.BOLD)), text_block("Geneva")))
    )
    assert drawn.text == "CONFERENCE\nHeritage\n\nGeneva"
    assert covered(drawn, "bold") == ["Heritage"]


def test_markup_in_a_text_stays_text() -> None:
    (drawn,) = draw(text_message("<b>bold</b> *bold* [link](https://evil.example) &lt;"))
    assert (drawn.text, drawn.entities) == (
        "<b>bold</b> *bold* [link](https://evil.example) &lt;",
        (),
    )


def keyboard(*buttons: Button) -> list[list[dict[str, object]]]:
    (drawn,) = draw(Message((text_block("x"),), buttons=(buttons,)))
    if drawn.keyboard is None:
        return []
    markup = drawn.keyboard.to_dict()
    check_keyboard(markup)
    rows: list[list[dict[str, object]]] = markup["inline_keyboard"]
    return rows


def test_a_short_command_is_the_callback_data_itself() -> None:
    assert keyboard(Button("☐ TURKSOY", command="subscribe turksoy")) == [
        [{"text": "☐ TURKSOY", "callback_data": "subscribe turksoy"}]
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a" * 57, "callback_data"), ("a" * 58, "copy_text"), ("Ө" * 29, "copy_text")],
)
def test_a_command_of_more_than_64_bytes_is_copied_instead(name: str, kind: str) -> None:
    ((button,),) = keyboard(Button("Follow", command=f"follow {name}"))
    wanted = {"callback_data": f"follow {name}", "copy_text": {"text": f"/follow {name}"}}
    assert button == {"text": "Follow", kind: wanted[kind]}


def test_a_page_opens_and_what_is_no_page_is_left_out() -> None:
    page = Button("KABAR", url="https://kabar.kg/1")
    assert keyboard(
        page, Button("Evil", url="javascript:alert(1)"), Button("Endless", command="x" * 300)
    ) == [[{"text": "KABAR", "url": "https://kabar.kg/1"}]]


def test_a_message_without_buttons_has_no_keyboard() -> None:
    assert keyboard() == []


def test_the_buttons_stand_under_the_last_part() -> None:
    blocks = tuple(text_block("word " * 700) for _ in range(2))
    first, last = draw(Message(blocks, buttons=((Button("Who", command="event 1"),),)))
    assert first.keyboard is None
    assert last.keyboard is not None


def test_the_checks_of_the_loopback_api_do_refuse() -> None:
    for text, entity in [
        ("a😀", {"offset": 2, "length": 1}),
        ("abc", {"offset": 0, "length": 4}),
        ("abc", {"offset": 1, "length": 0}),
    ]:
        with pytest.raises(ApiError):
            check_text(text, [{"type": "bold", **entity}])
    with pytest.raises(ApiError):
        check_text("x" * 4097, [])


def test_a_line_may_be_empty() -> None:
    (drawn,) = draw(Message((text_block("a", line(), "b"),)))
    assert drawn.text == "a\n\nb"
