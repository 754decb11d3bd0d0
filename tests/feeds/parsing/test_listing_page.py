"""Pages of headlines, written in the manner of the organisations' own sites (FIELD.md 1.8), read
without a description and by selectors."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.errors import Cause
from bot.feeds.parsing.findings import Parsed
from bot.feeds.parsing.listing_page import parse_listing

HEADLINES = [
    "Secretary General received the Ambassador of Hungary",
    "Ministers of Transport met for the seventh time in Astana",
    "Turkic Week opened at the United Nations Office in Geneva",
    "Council of Elders held its fifteenth meeting in Shusha",
    "Memorandum signed with the Economic Cooperation Organization",
]
SLUGS = [title.lower().replace(" ", "-") for title in HEADLINES]
MENU = (
    "<nav><ul>"
    + "".join(
        f'<li><a href="/en/about/page-{n}">About the organization and its many bodies {n}</a></li>'
        for n in range(9)
    )
    + "</ul></nav>"
)
FOOT = (
    "<footer><div>"
    + "".join(
        f'<a class="member" href="/en/member-states/{n}">Republic of a member state {n}</a>'
        for n in range(7)
    )
    + "</div></footer>"
)


def _page(body: str, lang: str = "en") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><title>News</title></head><body>'
        f"{MENU}<main>{body}</main>{FOOT}</body></html>"
    )


def _ots() -> str:
    """Cards: a picture link, a headline link and a date in words, each in a column of a grid."""
    cards = "".join(
        f'<div class="col-md-4"><div class="card"><a href="/en/news/{slug}"><img '
        f'src="/i/{n}.jpg"></a><div class="card-body">'
        f'<span class="date">{n + 1} April 2024</span><h5><a '
        f'href="/en/news/{slug}">{title}</a></h5></div></div></div>'
        for n, (slug, title) in enumerate(zip(SLUGS, HEADLINES, strict=True))
    )
    return _page(f'<div class="row">{cards}</div>')


def _turksoy() -> str:
    """A list whose dates are Russian on an English page, and whose link says only "Read more"."""
    rows = "".join(
        f'<li class="news-row"><h3>{title}</h3><p class="when">{n + 1} марта 2024 '
        f"г.</p><p>A teaser about {title}.</p>"
        f'<a class="more" href="/en-US/news/{slug}">Read more</a></li>'
        for n, (slug, title) in enumerate(zip(SLUGS, HEADLINES, strict=True))
    )
    return _page(f"<ul>{rows}</ul>")


def _turkpa() -> str:
    """Table rows with numbered links and dotted dates."""
    rows = "".join(
        f'<tr><td>{n + 10}.04.2024</td><td><a href="/news/{4000 + n}-{slug}">{title}</a></td></tr>'
        for n, (slug, title) in enumerate(zip(SLUGS, HEADLINES, strict=True))
    )
    return _page(f"<table>{rows}</table>")


def _academy() -> str:
    """The whole card is the link, and the page is Russian."""
    cards = "".join(
        f'<a class="item" href="/novost-akademii/{slug}"><div class="pic"></div><div '
        f'class="name">{title}</div>'
        f'<time datetime="2024-04-{n + 10}T10:00:00+05:00"></time></a>'
        for n, (slug, title) in enumerate(zip(SLUGS, HEADLINES, strict=True))
    )
    return _page(f"<section>{cards}</section>", lang="ru-RU")


def _heritage() -> str:
    """Old hand-made markup: line breaks, no classes, Azerbaijani dates behind the headline."""
    rows = "".join(
        (
            f'<p><a href="index.php?news={700 + n}">{title}</a> <font size="1">({n + 10} '
            f"aprel 2024)</font></p>"
        )
        for n, title in enumerate(HEADLINES)
    )
    return _page(f'<td width="600">{rows}</td>', lang="az")


SITES = {
    "ots": (_ots(), 1),
    "turksoy": (_turksoy(), 1),
    "turkpa": (_turkpa(), 10),
    "academy": (_academy(), 10),
    "heritage": (_heritage(), 10),
}


def _read(markup: str | bytes, **more: object) -> Parsed:
    body = markup.encode() if isinstance(markup, str) else markup
    # Recipe and timezone as the test gives them.
    return parse_listing(body, {}, "https://site.example/en/news", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SITES)
def test_the_headlines_of_each_site_are_found_without_a_description(name: str) -> None:
    markup, first_day = SITES[name]
    entries = _read(markup).entries
    assert [entry.title for entry in entries] == HEADLINES
    assert len({entry.link for entry in entries}) == len(HEADLINES)
    month = 3 if name == "turksoy" else 4
    assert [entry.published and entry.published.date() for entry in entries] == [
        datetime(2024, month, first_day + n, tzinfo=UTC).date() for n in range(5)
    ]


def test_selectors_are_followed_where_they_are_given() -> None:
    selectors = {
        "item": "li.news-row",
        "link": "a.more",
        "title": "h3",
        "date": "p.when",
        "summary": "p:not(.when)",
    }
    entries = _read(_turksoy(), recipe={"selectors": selectors}).entries
    assert entries[0].title == HEADLINES[0]
    assert entries[0].text == f"A teaser about {HEADLINES[0]}."
    assert entries[0].published == datetime(2024, 3, 1, tzinfo=UTC)


def test_a_link_that_does_not_hold_what_every_link_must_is_left_out() -> None:
    assert len(_read(_turkpa(), recipe={"only": "/news/4000-"}).entries) == 1


def test_selectors_that_find_nothing_are_told_as_an_empty_page() -> None:
    assert _read(_ots(), recipe={"selectors": {"item": "div.gone"}}).cause is Cause.EMPTY


def test_a_page_that_a_browser_fills_in_is_told() -> None:
    parsed = _read("<html><body><div id=root></div><script src=/app.js></script></body></html>")
    assert (parsed.cause, parsed.detail) == (Cause.EMPTY, "a page that a browser fills in")


def test_the_language_of_the_page_is_kept() -> None:
    assert {entry.language for entry in _read(_academy()).entries} == {"ru"}


def test_links_off_the_web_and_off_the_site_are_no_headlines() -> None:
    rows = "".join(
        f'<li><a href="{href}">A headline that is long enough {n}</a></li>'
        for n, href in enumerate(
            [
                "javascript:x()",
                "mailto:a@b.example",
                "https://elsewhere.example/news/1-a",
                "ftp://x/y",
            ]
        )
    )
    assert _read(f"<ul>{rows}</ul>").cause is Cause.EMPTY


@given(st.binary(max_size=3_000))
def test_no_bytes_make_it_raise(body: bytes) -> None:
    _read(body)


@given(
    st.lists(
        st.sampled_from(
            [
                "<ul>",
                "<li>",
                "</li>",
                "<a href='/news/1-a-b-c'>",
                "<a href='http://['>",
                "A long headline about something",
                "</a>",
                "<table>",
                "<td>",
                "<base href='//x'>",
                "<!--",
                "]]>",
                "&#0;",
                "\0",
                "<script>",
                "<time datetime='2024-04-31'>",
            ]
        ),
        max_size=80,
    )
)
def test_no_pile_of_pieces_makes_it_raise(pieces: list[str]) -> None:
    parsed = _read("".join(pieces))
    assert parsed.entries or parsed.cause is not None


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000,
        "<a href='/news/%d-a-b-c'>A headline that is long enough</a>" * 15_000,
        "<ul>" + "<li><a href=/n/1>" * 30_000,
        "<a>" * 200_000,
        "<b class='" + "x " * 400_000 + "'>",
    ],
    ids=["deep", "many links", "unclosed", "anchors", "classes"],
)
def test_a_hostile_page_is_read_to_some_end(markup: str) -> None:
    assert len(_read(markup).entries) <= 100
