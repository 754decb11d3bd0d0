"""An article as a text file: date, title and URL before the body, each of which may be missing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extraction.article_file import UnreadableArticle, decode, parse

BODY = "First paragraph.\n\nSecond paragraph."


def test_a_full_head_gives_day_title_and_url() -> None:
    article = parse(f"date 2024-03-15\nA headline\nhttps://news.example/1\n\n{BODY}\n")
    assert (article.published, article.title, article.url, article.text) == (
        date(2024, 3, 15),
        "A headline",
        "https://news.example/1",
        BODY,
    )


def test_an_unknown_day_is_none() -> None:
    article = parse(f"date unknown\nA headline\nhttps://news.example/1\n\n{BODY}")
    assert (article.published, article.title) == (None, "A headline")


def test_the_body_may_go_on_in_the_line_of_the_date() -> None:
    article = parse(" date 2024-04-25 The organizations convened.\n\nSecond paragraph.")
    assert (article.published, article.title, article.url) == (date(2024, 4, 25), "", None)
    assert article.text == "The organizations convened.\n\nSecond paragraph."


def test_a_title_without_a_url_is_a_title() -> None:
    article = parse(f"date 2024-04-25\nA headline\n\n{BODY}")
    assert (article.title, article.url, article.text) == ("A headline", None, BODY)


def test_a_first_sentence_is_no_title() -> None:
    article = parse(BODY)
    assert (article.title, article.text) == ("", BODY)


def test_a_url_without_a_title_is_a_url() -> None:
    article = parse(f"date 2024-04-25\nhttps://news.example/1\n{BODY}")
    assert (article.title, article.url, article.text) == ("", "https://news.example/1", BODY)


def test_line_ends_of_windows_and_a_byte_order_mark_are_no_matter() -> None:
    article = parse(
        "\ufeffdate 2024-03-15\r\nA headline\r\nhttps://news.example/1\r\n\r\nFirst.\r\n"
    )
    assert (article.published, article.title, article.text) == (
        date(2024, 3, 15),
        "A headline",
        "First.",
    )


def test_what_is_given_from_outside_wins() -> None:
    text = f"date 2024-03-15\nA headline\nhttps://news.example/1\n\n{BODY}"
    article = parse(
        text, title="Other", published=date(2020, 1, 2), url="https://other.example/", language="en"
    )
    assert (article.title, article.published, article.url, article.language) == (
        "Other",
        date(2020, 1, 2),
        "https://other.example/",
        "en",
    )
    assert article.text == BODY


def test_a_body_whose_title_is_known_is_left_whole() -> None:
    text = "Türkistan\n\nhttps://news.example/picture\nMore."
    assert parse(text, title="Known").text == text


@pytest.mark.parametrize("word", ["date 2024-02-31", "date 2024-13-01"])
def test_a_day_that_no_calendar_has_is_unknown(word: str) -> None:
    assert parse(f"{word}\nA headline\nhttps://news.example/1\n\n{BODY}").published is None


@pytest.mark.parametrize(
    "text", ["date of birth unknown.", "dated 2024-03-15, the letter", "date 2024-03-155 is none."]
)
def test_a_text_that_only_sounds_like_a_head_is_a_text(text: str) -> None:
    assert (parse(text).text, parse(text).published) == (text, None)


def test_text_is_kept_in_normal_form_c() -> None:
    assert parse("O\u0308mer spoke.").text == "Ömer spoke."


@given(st.text())
def test_any_text_is_an_article(text: str) -> None:
    article = parse(text)
    assert len(article.title) + len(article.text) <= 4 * len(text)


def test_a_file_that_is_not_utf_8_is_named_in_the_error() -> None:
    with pytest.raises(UnreadableArticle, match=r"old\.txt is not UTF-8 \(byte 1\)"):
        decode("aé".encode("latin-1"), "old.txt")
