"""Links stay as the outlet wrote them, and lead where the article is."""

import pytest

from bot.feeds.parsing.article_keys import address, canonical_url
from bot.feeds.parsing.links import alternate, unwrapped, web_link
from tests.feeds.making import parsed, rss

BASE = "https://o.example/rss"


@pytest.mark.parametrize(
    "link",
    [
        "https://o.example/view?123456",
        "https://o.example/view?tag=%CF%F0%E5%F1&id=5",
        "https://o.example/view?a=1;b=2",
        "https://o.example/#/news/123",
        "https://o.example/#!/news/123",
        "https://o.example/view?ref=555",
        "https://o.example/n.php?id=1&section=world&copy=2&para=3",
        "https://o.example/n/%D0%BE%D1%82%D0%B3",
        "https://o.example/n/1?utm_source=rss",
    ],
)
def test_links_damaged_a_link_is_stored_as_it_is_written(link: str) -> None:
    told = f"<item><title>OTS meets</title><link>{link}</link></item>"
    assert parsed(rss(told)).entries[0].link == link


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("www.o.example/n/1", "https://www.o.example/n/1"),
        ("https:/o.example/n/1", "https://o.example/n/1"),
        ("http:/o.example/n/1", "http://o.example/n/1"),
        ("//o.example/n/1", "https://o.example/n/1"),
        ("/n/1", "https://o.example/n/1"),
        ("https://o.example/jeu&#45;video/489490", "https://o.example/jeu-video/489490"),
        ("https://o.example/n?a=1&amp;b=2", "https://o.example/n?a=1&b=2"),
        (" https://o.example/n 1\n", "https://o.example/n%201"),
    ],
)
def test_links_damaged_a_link_is_made_absolute_and_nothing_else(link: str, whole: str) -> None:
    assert web_link(link, BASE) == whole


@pytest.mark.parametrize(
    "link",
    [
        "",
        "javascript:alert(1)",
        "mailto:a@o.example",
        "https://",
        BASE,
        "https://o.example:0/n/1",
        "https://o.example:99999/n/1",
        "https://o.example:٤٤٣/n/1",
        "https://o.example:port/n/1",
    ],
)
def test_what_leads_nowhere_is_no_link(link: str) -> None:
    assert web_link(link, BASE) is None


@pytest.mark.parametrize(
    "link", ["http://a[fe80::1%25e]@o.example/n", "https://[v1.x]@=", "http://%[fe80::1%25e]@b"]
)
def test_links_damaged_beyond_taking_apart_are_compared_as_they_are_written(link: str) -> None:
    assert address(link) == link


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://o.example/view?id=5", "https://o.example/view?id=5&utm_source=rss"),
        ("https://o.example/n/1-2-3", "https://www.o.example/n/1-2-3/?from=rss&utm_medium=x"),
        ("https://o.example/view?a=1;b=2", "https://o.example/view?a=1;b=2&fbclid=zz"),
        ("https://o.example/n/1#top", "https://o.example/n/1"),
        ("https://o.example/amp/n/1", "https://m.o.example/n/1"),
    ],
)
def test_the_key_is_barer_than_the_link(one: str, other: str) -> None:
    assert address(one) == address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://o.example/#/news/123", "https://o.example/#/news/124"),
        ("https://o.example/#!/news/123", "https://o.example/#!/news/124"),
        ("https://o.example/view?ref=555", "https://o.example/view?ref=556"),
        ("https://o.example/view?src=77", "https://o.example/view?src=78"),
        ("https://o.example/view?123", "https://o.example/view?124"),
    ],
)
def test_what_tells_articles_apart_stays_in_the_key(one: str, other: str) -> None:
    assert address(one) != address(other)


def test_a_query_is_never_written_anew() -> None:
    assert (
        canonical_url("https://o.example/v?123456&utm_source=rss") == "https://o.example/v?123456"
    )
    kept = "https://o.example/v?tag=%CF%F0&id=5"
    assert canonical_url(f"{kept}&utm_source=rss") == kept


@pytest.mark.parametrize(
    "wrapped",
    [
        "https://www.google.com/url?rct=j&sa=t&url=https://o.example/n/1&ct=ga",
        "https://www.google.com.tr/url?q=https%3A%2F%2Fo.example%2Fn%2F1&sa=U",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fo.example%2Fn%2F1&h=AT0",
        "https://vk.com/away.php?to=https%3A%2F%2Fo.example%2Fn%2F1",
        "https://t.umblr.com/redirect?z=https%3A%2F%2Fo.example%2Fn%2F1&t=abc",
    ],
)
def test_a_service_that_counts_clicks_is_passed_over(wrapped: str) -> None:
    assert unwrapped(wrapped) == "https://o.example/n/1"


@pytest.mark.parametrize(
    "plain",
    ["https://www.google.com/url?url=javascript:x", "https://o.example/url?url=https://e.example/"],
)
def test_other_links_are_not_unwrapped(plain: str) -> None:
    assert unwrapped(plain) == plain


def test_feedburner_tells_the_link_of_the_outlet() -> None:
    told = (
        "<item><title>OTS meets</title><link>https://feeds.example/~r/o/1</link>"
        "<feedburner:origLink>https://o.example/n/1</feedburner:origLink></item>"
    )
    document = rss(told).replace(
        "<rss ", '<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" '
    )
    assert parsed(document).entries[0].link == "https://o.example/n/1"


def test_of_several_pages_the_one_in_the_entrys_language_counts() -> None:
    links = [
        {"rel": "alternate", "type": "application/json", "href": "/n/1.json"},
        {"rel": "alternate", "type": "text/html", "hreflang": "en", "href": "/en/n/1"},
        {"rel": "alternate", "type": "text/html", "hreflang": "tr-TR", "href": "/tr/n/1"},
    ]
    assert alternate(links, "tr") == "/tr/n/1"
    assert alternate(links, None) == "/en/n/1"
    assert alternate(links[:1], "tr") is None
