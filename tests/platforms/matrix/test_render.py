"""What a Message becomes in a Matrix event."""

import io
import json
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.messages.message import (
    Block,
    BlockKind,
    Button,
    Document,
    Message,
    Span,
    Style,
    line,
    text_block,
    text_message,
)
from bot.platforms.matrix.render import (
    LIMIT,
    attachment,
    clean,
    contents,
    in_thread,
    is_web,
    replacement,
)

ALLOWED = {"p", "br", "strong", "em", "span", "code", "a", "ul", "li"}
text = st.text(st.characters(codec="utf-8"), max_size=80) | st.sampled_from(
    [
        "<b>bold</b>",
        "</p><script>alert(1)</script>",
        "&lt;",
        "a & b",
        '"quoted"',
        "it's",
        "@room",
        "https://example.org/?a=1&b=2",
    ]
)
spans = st.builds(
    Span, text, st.sampled_from(Style), st.none() | st.just("https://example.org/?a=1&b=%22") | text
)
lines = st.lists(spans, max_size=4).map(tuple)
blocks = st.builds(
    Block, st.sampled_from(BlockKind), st.lists(lines, min_size=1, max_size=4).map(tuple)
)
messages = st.builds(Message, st.lists(blocks, min_size=1, max_size=4).map(tuple))


class Reader(HTMLParser):
    """Reads HTML back: the text, the tags, the links."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.links: list[str | None] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "a":
            self.links.append(dict(attrs)["href"])
            assert set(dict(attrs)) == {"href"}
        elif tag == "span":
            assert dict(attrs) == {"data-mx-color": "#808080"}
        else:
            assert not attrs
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment came through: {data}")


def letters(read: str) -> str:
    """The text without what layout may add or take: white space and bullets."""
    return "".join(read.replace("•", "").split())


def html(message: Message) -> str:
    return "".join(part["formatted_body"] for part in contents(message))


@given(messages)
def test_any_text_reads_back_from_the_html_as_it_was_and_brings_no_markup(message: Message) -> None:
    read = Reader(html(message))
    assert letters(read.text) == letters(clean(message.plain))
    assert read.tags <= ALLOWED
    assert not read.open
    assert all(link is not None and link.startswith(("http://", "https://")) for link in read.links)


@given(messages)
def test_the_plain_body_holds_every_text(message: Message) -> None:
    body = letters("".join(part["body"] for part in contents(message)))
    for block in message.blocks:
        for each in block.lines:
            for span in each:
                assert letters(clean(span.text)) in body


@given(st.text(max_size=40))
def test_only_web_addresses_become_links(url: str) -> None:
    read = Reader(html(text_message(Span("here", url=url))))
    assert bool(read.links) == is_web(url)


def test_scripts_and_files_never_become_links() -> None:
    for url in (
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://",
        "https://a b",
        "http://x\ny",
        "//example.org",
    ):
        assert not is_web(url)


def test_styles_become_tags() -> None:
    message = text_message(
        (
            Span("a", Style.BOLD),
            Span("b", Style.ITALIC),
            Span("c", Style.CODE),
            Span("d", Style.MUTED),
            "e",
        )
    )
    expected = (
        '<p><strong>a</strong><em>b</em><code>c</code><span data-mx-color="#808080">d</span>e</p>'
    )
    assert html(message) == expected


def test_items_with_bullets_or_ticks_become_a_list_and_the_lines_under_them_belong_to_it() -> None:
    message = Message(
        (
            text_block(
                Span("OTS", Style.BOLD),
                ("• ", Span("Geneva")),
                "  Omuraliev",
                "✓ Baku",
                kind=BlockKind.ITEMS,
            ),
        )
    )
    assert (
        html(message)
        == "<p><strong>OTS</strong></p><ul><li>Geneva<br>Omuraliev</li><li>✓ Baku</li></ul>"
    )


def test_indentation_is_kept() -> None:
    assert (
        html(text_message("👥 Raev", "   Mustafayev"))
        == "<p>👥 Raev<br>\u00a0\u00a0\u00a0Mustafayev</p>"
    )


def test_a_link_shows_its_address_in_the_plain_body() -> None:
    assert (
        contents(text_message(Span("KABAR", url="https://kabar.kg/1")))[0]["body"]
        == "KABAR (https://kabar.kg/1)"
    )


def test_nobody_is_rung_by_a_name_in_the_text() -> None:
    assert contents(text_message("@room @raev:example.org"))[0]["m.mentions"] == {}


def test_buttons_are_left_out() -> None:
    bare = text_message("Choose")
    assert contents(Message(bare.blocks, ((Button("OTS", command="toggle ots"),),))) == contents(
        bare
    )


def test_control_characters_and_lone_surrogates_are_dropped() -> None:
    body = contents(text_message("a\x00b\ud800c\x1b[31md"))[0]["body"]
    assert body == "abc[31md"


def test_a_long_message_becomes_several_events_that_fit_and_none_of_the_text_is_lost() -> None:
    people = [
        line(Span(f"Адам {number}", Style.BOLD), " · орун ", "ы" * 40) for number in range(400)
    ]
    message = Message(
        (text_block("Head"), Block(BlockKind.PEOPLE, tuple(people)), text_block("Foot"))
    )
    parts = contents(message)
    assert len(parts) > 1
    assert all(len(json.dumps(part)) <= LIMIT for part in parts)
    assert letters(Reader(html(message)).text) == letters(message.plain)


def test_a_replacement_carries_the_whole_new_content_and_the_event_that_it_replaces() -> None:
    content = contents(text_message("new"))[0]
    edit = replacement(content, "$old")
    assert edit["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$old"}
    assert edit["m.new_content"] == content
    assert edit["body"] == "* new"


def test_what_is_told_at_once_is_a_text_and_what_comes_without_a_sound_a_notice() -> None:
    [card], [digest] = (
        contents(replace(text_message("a card"), is_silent=silent)) for silent in (False, True)
    )
    assert (card["msgtype"], digest["msgtype"]) == ("m.text", "m.notice")


def test_a_list_with_points_in_the_middle_is_a_list_too() -> None:
    [content] = contents(Message((text_block("· OTS", "✓ TURKSOY", kind=BlockKind.ITEMS),)))
    assert content["formatted_body"] == "<ul><li>OTS</li><li>✓ TURKSOY</li></ul>"


def test_an_answer_in_a_thread_names_its_beginning_and_what_it_answers() -> None:
    [content] = contents(text_message("yes"))
    assert in_thread(content, "$root", "$asked")["m.relates_to"] == {
        "rel_type": "m.thread",
        "event_id": "$root",
        "is_falling_back": True,
        "m.in_reply_to": {"event_id": "$asked"},
    }


def test_a_picture_has_its_size_and_its_text_as_caption() -> None:
    out = io.BytesIO()
    Image.new("RGB", (30, 20)).save(out, "PNG")
    picture = Document("week.png", "image/png", out.getvalue())
    [caption] = contents(text_message("The week"))
    content = attachment(picture, "mxc://here/1", None, caption)
    assert (content["info"]["w"], content["info"]["h"]) == (30, 20)
    assert (content["body"], content["filename"]) == ("The week", "week.png")
    assert content["format"] == "org.matrix.custom.html"
