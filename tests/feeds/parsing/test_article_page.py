"""Article pages: text, headline, date and author, and the URL that the page calls its own."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.parsing.article_page import read_page
from bot.feeds.parsing.findings import Picture
from tests.feeds.making import LONG

ROOT = Path(__file__).parents[3]
URL = "https://o.example/news/a"
SENTENCES = [
    (
        f"The {word} minister met a guest in the capital and spoke about trade between "
        f"the two states at length."
    )
    for word in LONG.split()[:9]
]
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
MENU = (
    "<nav>"
    + "".join(f"<a href='/{n}'>Section {n}</a>" for n in range(9))
    + "</nav><footer>All rights reserved</footer>"
)


def html(head: str = "", before: str = "", body: str = PARAGRAPHS) -> bytes:
    top = f"<html><head><title>A headline - Outlet</title>{head}</head>"
    return (
        f"{top}<body>{MENU}<article><h1>A headline</h1>{before}{body}</article></body></html>"
    ).encode()


def test_the_text_is_the_article_without_what_stands_around_it() -> None:
    page = read_page(html(), {}, URL)
    assert page.text == "\n".join(SENTENCES)
    assert page.title == "A headline"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-04-23T10:00:00+06:00">',
        "<meta content='2024-04-23T10:00:00+06:00' itemprop='datePublished'>",
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", '
            '"datePublished": "2024-04-23T04:00:00Z"}</script>'
        ),
    ],
    ids=["open graph", "itemprop", "json-ld"],
)
def test_the_date_that_the_page_states_for_machines_is_taken(head: str) -> None:
    assert read_page(html(head), {}, URL).published == datetime(2024, 4, 23, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    [
        "23 апреля 2024 г., 10:00",
        "23 Nisan 2024 10:00",
        "10:00, 23 Сәуір 2024",
        "23 aprel 2024, 10:00",
        "2024. április 23. 10:00",
    ],
)
def test_a_date_above_the_text_is_read_in_every_language_of_the_field_and_kept_out_of_the_text(
    words: str,
) -> None:
    page = read_page(html(before=f"<p class='date'>{words}</p>"), {}, URL, timezone="Asia/Bishkek")
    assert page.published == datetime(2024, 4, 23, 4, tzinfo=UTC)
    assert page.text == "\n".join(SENTENCES)


def test_a_date_in_the_middle_of_the_text_is_not_the_pages() -> None:
    assert (
        read_page(
            html(body=PARAGRAPHS + "<p>It was founded on 3 October 2009.</p>"), {}, URL
        ).published
        is None
    )


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="canonical" href="/en/a">',
        "<link href='https://o.example/en/a' rel='canonical'>",
        "<link rel=canonical href=/en/a>",
    ],
)
def test_the_url_that_the_page_calls_its_own_is_told(link: str) -> None:
    assert read_page(html(link), {}, URL).canonical == "https://o.example/en/a"


def test_the_author_is_told() -> None:
    assert (
        read_page(html('<meta name="author" content="Aigul Sadykova">'), {}, URL).author
        == "Aigul Sadykova"
    )


@given(st.binary(max_size=2_000))
def test_no_bytes_make_it_raise(body: bytes) -> None:
    read_page(body, {}, URL)


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<article>",
                "<div>",
                "text " * 50,
                "<link rel=canonical href='",
                "'>",
                "<meta ",
                "<time datetime='",
                "<script>",
                "&#0;",
                "\0",
            ]
        ),
        max_size=60,
    )
)
def test_no_pile_of_pieces_makes_it_raise(pieces: list[str]) -> None:
    read_page("".join(pieces).encode(), {}, URL)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:image" content="/a.jpg"><meta property="og:image:width" content="900">',
        (
            "<meta content='https://o.example/a.jpg' property='og:image'/>"
            "<meta content='900' property='og:image:width'/>"
        ),
    ],
)
def test_the_picture_for_those_who_share_a_page_is_kept_as_an_address(head: str) -> None:
    page = read_page(
        f"<html><head>{head}</head><body></body></html>".encode(), {}, "https://o.example/n"
    )
    assert page.picture == Picture("https://o.example/a.jpg", 900)


def test_no_date_is_guessed_by_the_words_of_two_hundred_languages() -> None:
    titled = "В Алматы 14 декабря откроется 12-я выставка книг"
    markup = (
        f"<html><head><title>{titled}</title></head><body><article><h1>{titled}</h1>"
        f"<p>{'Выставка продлится неделю, придут издатели и читатели. ' * 8}</p>"
        "</article></body></html>"
    )
    reads = (
        "import sys; from bot.feeds.parsing.article_page import read_page; "
        f"page = read_page({markup.encode()!r}, {{}}, {URL!r}); "
        "print(bool(page.text), 'dateparser' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", reads], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "False"]
