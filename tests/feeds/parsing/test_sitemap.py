"""Sitemaps and news sitemaps."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.errors import Cause
from bot.feeds.parsing.sitemap import parse_sitemap

NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://o.example/en/a-headline</loc><news:news><news:publication>\
<news:name>O</news:name><news:language>kk</news:language></news:publication>
<news:publication_date>2024-04-23T10:00:00+05:00</news:publication_date>
<news:title>A headline &amp; more</news:title></news:news></url></urlset>"""
PLAIN = """<urlset><url><loc>https://o.example/</loc></url><url>\
<loc>https://o.example/news/old-words</loc><lastmod>2024-04-01</lastmod></url>
<url><loc>https://o.example/news/new-words.html</loc><lastmod>2024-04-23</lastmod></url><url>\
<loc>javascript:x</loc></url></urlset>"""
INDEX = """<sitemapindex><sitemap><loc>https://o.example/1.xml</loc><lastmod>2023-01-01</lastmod>\
</sitemap>
<sitemap><loc>https://o.example/2.xml</loc><lastmod>2024-01-01</lastmod></sitemap></sitemapindex>"""


def test_a_news_sitemap_gives_headline_date_and_language() -> None:
    (entry,) = parse_sitemap(NEWS.encode(), {}, "https://o.example/s.xml").entries
    assert (entry.title, entry.language, entry.published, entry.provisional) == (
        "A headline & more",
        "kk",
        datetime(2024, 4, 23, 5, tzinfo=UTC),
        False,
    )


def test_a_plain_sitemap_gives_the_newest_first_under_the_words_of_their_urls() -> None:
    entries = parse_sitemap(PLAIN.encode(), {}, "https://o.example/s.xml").entries
    assert [(entry.title, entry.provisional) for entry in entries] == [
        ("new words", True),
        ("old words", True),
    ]


def test_an_index_names_its_newest_sitemaps() -> None:
    assert parse_sitemap(INDEX.encode(), {}, "https://o.example/s.xml").children == (
        "https://o.example/2.xml",
        "https://o.example/1.xml",
    )


def test_other_pages_are_no_sitemap() -> None:
    assert (
        parse_sitemap(b"<html><body>no</body></html>", {}, "https://o.example/s.xml").cause
        is Cause.NOT_A_FEED
    )
    assert parse_sitemap(b"<urlset></urlset>", {}, "https://o.example/s.xml").cause is Cause.EMPTY


def test_entities_are_declared_by_nobody() -> None:
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        + PLAIN.replace("old-words", "&a;&f;words")
    )
    assert not any(
        "lol" in (entry.link or "") or "root" in (entry.link or "")
        for entry in parse_sitemap(bomb.encode(), {}, "https://o.example/s.xml").entries
    )


@given(st.binary(max_size=2_000))
def test_no_bytes_make_it_raise(body: bytes) -> None:
    parse_sitemap(body, {}, "https://o.example/s.xml")
    parse_sitemap(b"<urlset><url><loc>" + body, {}, "https://o.example/s.xml")


def test_a_picture_is_not_the_page() -> None:
    document = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
        xmlns:video="http://www.google.com/schemas/sitemap-video/1.1"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>
        <image:image><image:loc>https://o.example/a.jpg</image:loc><image:title>A \
hall</image:title></image:image>
        <video:video><video:title>A film</video:title>\
<video:publication_date>2020-01-01</video:publication_date></video:video>
        <loc>https://o.example/news/ots-meets</loc>
        <news:news><news:publication_date>2024-04-23</news:publication_date><news:title>OTS \
meets</news:title></news:news>
        </url></urlset>"""
    (entry,) = parse_sitemap(document.encode(), {}, "https://o.example/s.xml").entries
    assert (entry.title, entry.link) == ("OTS meets", "https://o.example/news/ots-meets")
    assert entry.published == datetime(2024, 4, 23, tzinfo=UTC)
