"""Lists of sources in OPML: what people have is read, what is written is read again, and nothing in
a file can do harm."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.opml import (
    MAX_BYTES,
    MAX_SOURCES,
    NotOpml,
    Outline,
    Outlines,
    parse_opml,
    write_opml,
)

NOW = datetime(2024, 4, 25, 8, tzinfo=UTC)
BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def opml(body: str, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    return f'{head}<opml version="2.0"><body>{body}</body></opml>'.encode()


def urls(found: Outlines) -> list[str]:
    return [one.url for one in found.sources]


def test_sources_are_found_in_every_folder_and_each_once() -> None:
    kabar = (
        '<outline type="rss" text="KABAR" title="KABAR &amp; more" '
        'xmlUrl="https://kabar.example/rss" htmlUrl="https://kabar.example/"/>'
    )
    again = '<outline text="again" xmlUrl="https://kabar.example/rss"/>'
    trt = '<outline text="TRT" xmlUrl="https://trt.example/rss" language="tr-TR"/>'
    body = (
        f'<outline text="Asia"><outline text="Kyrgyzstan">{kabar}</outline>{again}</outline>{trt}'
    )
    assert parse_opml(opml(body)) == Outlines(
        (
            Outline("https://kabar.example/rss", "KABAR & more"),
            Outline("https://trt.example/rss", "TRT", language="tr"),
        )
    )


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2"),
        ("https://a.example/?a=1&b=2&copy=3", "https://a.example/?a=1&b=2&copy=3"),
        ("https://a.example/&#x2f;x", "https://a.example//x"),
    ],
)
def test_an_address_comes_through_whole_although_somebody_forgot_to_escape_it(
    url: str, read: str
) -> None:
    found = parse_opml(opml(f'<outline text="A" xmlUrl="{url}"/>'))
    assert (urls(found), found.broken_line) == ([read], None)


def test_names_may_be_in_any_encoding_and_case() -> None:
    text = (
        '<?xml version="1.0" encoding="windows-1254"?><OPML><body><outline TEXT="Türk '
        'Dünyası" XMLURL="https://a.example/"/></body></OPML>'
    )
    assert parse_opml(text.encode("cp1254")).sources == (
        Outline("https://a.example/", "Türk Dünyası"),
    )


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.example/",
        "javascript:alert(1)",
        "//a.example/",
        "http://[",
        "http://",
        "feed",
    ],
)
def test_what_leads_elsewhere_than_to_the_web_is_passed_over(url: str) -> None:
    assert parse_opml(opml(f'<outline text="A" xmlUrl="{url}"/>')) == Outlines((), passed_over=1)


def test_a_file_that_breaks_off_gives_what_it_has_and_says_where() -> None:
    whole = opml(
        '<outline text="A" xmlUrl="https://a.example/"/>\n<outline text="B" xmlUrl="https://b.exam'
    )
    found = parse_opml(whole.removesuffix(b"</body></opml>"))
    assert urls(found) == ["https://a.example/"]
    assert found.broken_line == 2


@pytest.mark.parametrize(
    "body", [b"", b"\0" * 9, b"<html><body></body></html>", b"just words", b"{}", b"\xff\xfe<\0"]
)
def test_what_is_no_list_is_one_sentence(body: bytes) -> None:
    with pytest.raises(NotOpml, match=r"^subs\.xml: is not OPML"):
        parse_opml(body, "subs.xml")


def test_an_entity_bomb_stays_small() -> None:
    head = f'<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY l0 "ha">{BOMB}]>'
    (found,) = parse_opml(
        opml('<outline text="&l9;" xmlUrl="https://a.example/&l9;"/>', head)
    ).sources
    assert found == Outline("https://a.example/&l9;", "&l9;")


@pytest.mark.parametrize(
    "trick", ['<!ENTITY x "]">', "<!ENTITY x ']>' >", f'<!ENTITY pad "{"x" * 30_000}">']
)
def test_no_document_type_however_odd_brings_a_file_in(
    tmp_path_factory: pytest.TempPathFactory, trick: str
) -> None:
    secret = tmp_path_factory.mktemp("s") / "secret"
    secret.write_text("SECRET", encoding="utf-8")
    head = f'<?xml version="1.0"?><!DOCTYPE opml [{trick}<!ENTITY f SYSTEM "{secret.as_uri()}">]>'
    try:
        found = parse_opml(
            opml('<outline text="&f;" xmlUrl="https://a.example/&f;"/><outline>&f;</outline>', head)
        )
    except NotOpml:
        return
    assert "SECRET" not in repr(found)


def test_too_much_is_refused() -> None:
    with pytest.raises(NotOpml, match="is larger than"):
        parse_opml(b" " * (MAX_BYTES + 1))
    with pytest.raises(NotOpml, match="lists more than"):
        parse_opml(
            opml(
                "".join(f'<outline xmlUrl="http://a.example/{n}"/>' for n in range(MAX_SOURCES + 1))
            )
        )


def test_a_file_nested_to_the_bottom_of_the_sea_does_no_harm() -> None:
    found = parse_opml(
        opml('<outline text="x">' * 50_000 + '<outline xmlUrl="https://a.example/"/>')
    )
    assert found.broken_line is not None


@given(
    st.binary(max_size=2_000)
    | st.text(max_size=500).map(opml)
    | st.text(max_size=200).map(lambda t: opml(f'<outline xmlUrl="{t}"/>'))
)
def test_whatever_a_file_holds_it_is_a_list_or_a_sentence(body: bytes) -> None:
    try:
        found = parse_opml(body)
    except NotOpml:
        return
    assert all(one.url.startswith(("http://", "https://")) for one in found.sources)


NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]), max_size=30
)
PATHS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-._~/?&=%+;,@!'()*", max_size=40)
SOURCES = st.lists(
    st.builds(
        Outline,
        PATHS.map(lambda path: f"https://a.example/{path}"),
        NAMES,
        st.sampled_from(["feed", "listing", "sitemap"]),
        st.sampled_from([None, "tr", "kk"]),
    ),
    unique_by=lambda one: one.url,
)


@given(SOURCES)
def test_what_is_written_is_read_again(sources: list[Outline]) -> None:
    read = parse_opml(write_opml(sources, "Sources", NOW))
    assert [(one.url, one.kind, one.language) for one in read.sources] == [
        (one.url, one.kind, one.language) for one in sources
    ]
    assert (read.passed_over, read.broken_line) == (0, None)


def test_another_reader_finds_the_feeds_with_their_names_and_passes_over_the_rest() -> None:
    sources = [
        Outline("https://a.example/?a=1&b=2", 'A <b> & "c"\0'),
        Outline("https://b.example/news", "B", "listing"),
    ]
    root = ET.fromstring(write_opml(sources, "Sources", NOW))  # noqa: S314  # written above, by us
    assert root.findtext("head/dateCreated") == "Thu, 25 Apr 2024 08:00:00 +0000"
    feeds = [node.attrib for node in root.iter("outline") if "xmlUrl" in node.attrib]
    assert [(one["type"], one["text"], one["xmlUrl"]) for one in feeds] == [
        ("rss", 'A <b> & "c"', "https://a.example/?a=1&b=2")
    ]
