"""The feed parser: formats, and that nothing makes it raise."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.errors import Cause
from bot.feeds.parsing.feed import parse_feed
from bot.feeds.parsing.findings import Picture
from tests.feeds.making import LONG, item, parsed, rss

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>Outlet</title><link \
rel="hub" href="https://hub.example/"/>
<entry><id>tag:1</id><title type="html">A &amp;amp; B</title><link \
href="/a"/><published>2024-04-23T10:00:00+06:00</published>
<updated>2024-04-24T10:00:00Z</updated><summary>Short</summary>
<content type="html">&lt;p&gt;Longer text&lt;/p&gt;&lt;p&gt;of \
two&lt;/p&gt;</content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://o.example/"><title>Outlet</title></channel>
<item rdf:about="https://o.example/a"><title>A</title><link>https://o.example/a</link>\
<dc:date>2024-04-23T04:00:00Z</dc:date></item></rdf:RDF>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Outlet", "language": "tr", \
"items": [
{"id": 7, "url": "/a", "title": "A", "content_html": "<p>One</p><p>Two</p>", "date_published": \
"2024-04-23T10:00:00+06:00"},
{"id": "empty"}, 5]}"""
MOMENT = datetime(2024, 4, 23, 4, tzinfo=UTC)


def test_rss_gives_title_link_text_and_date() -> None:
    (entry,) = parsed(
        rss(
            item(
                "A",
                "https://o.example/a",
                "g1",
                "Tue, 23 Apr 2024 10:00:00 +0600",
                "<p>One</p><p>Two</p>",
            )
        )
    ).entries
    assert (entry.title, entry.link, entry.guid, entry.text, entry.published) == (
        "A",
        "https://o.example/a",
        "g1",
        "One\nTwo",
        MOMENT,
    )


def test_atom_gives_the_content_and_both_dates() -> None:
    feed = parsed(ATOM)
    (entry,) = feed.entries
    assert (entry.title, entry.link, entry.text) == (
        "A & B",
        "https://outlet.example/a",
        "Longer text\nof two",
    )
    assert (entry.published, entry.updated, entry.language) == (
        MOMENT,
        datetime(2024, 4, 24, 10, tzinfo=UTC),
        "ru",
    )
    assert feed.hub == "https://hub.example/"


def test_rdf_is_read() -> None:
    (entry,) = parsed(RDF).entries
    assert (entry.title, entry.link, entry.published) == ("A", "https://o.example/a", MOMENT)


def test_json_feed_is_read() -> None:
    (entry,) = parsed(JSON, "application/feed+json").entries
    assert (entry.title, entry.link, entry.guid, entry.text, entry.published) == (
        "A",
        "https://outlet.example/a",
        "7",
        "One\nTwo",
        MOMENT,
    )
    assert entry.language == "tr"


def test_a_feed_says_how_often_it_wants_to_be_asked() -> None:
    assert parsed(rss(item("A"), head="<ttl>60</ttl>")).pause == timedelta(hours=1)


def test_other_json_is_not_a_feed() -> None:
    assert parsed('{"items": []}', "application/json").cause is Cause.NOT_A_FEED
    assert parsed("{broken", "application/json").cause is Cause.NOT_A_FEED


def test_no_title_keeps_its_tags_and_no_link_leads_off_the_web() -> None:
    (entry,) = parsed(
        rss(
            item(
                "<script>alert(1)</script><b>Bold</b> news",
                "javascript:alert(1)",
                text="<img src=x onerror=alert(1)>T",
            )
        )
    ).entries
    assert (entry.title, entry.link, entry.text) == ("Bold news", None, "T")


def test_a_body_that_is_the_name_of_a_file_opens_no_file() -> None:
    assert parsed(b"/etc/passwd", "").cause is Cause.NOT_A_FEED


def test_entities_are_declared_by_nobody() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b '
        '"&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ) + rss(item("T"))[38:]
    feed = parsed(bomb.replace("<title>T</title>", "<title>T &b; &x;</title>"))
    assert "lol" not in feed.entries[0].title
    assert "root:" not in feed.entries[0].title


@given(st.binary(max_size=3_000))
def test_no_bytes_make_it_raise(body: bytes) -> None:
    parse_feed(body, {}, "https://o.example/")


@given(
    st.lists(
        st.sampled_from(
            [
                "<rss>",
                "<channel>",
                "<item>",
                "</item>",
                "<title>",
                "</title>",
                "<![CDATA[",
                "]]>",
                "&amp;",
                "&x;",
                "<a href='",
                "<link>",
                "\0",
                "é",
                "<?xml",
                "<!ENTITY",
                "<feed>",
                "<entry>",
                "http://[",
                "{",
                '"items":[',
            ]
        ),
        max_size=60,
    )
)
def test_no_pile_of_feed_pieces_makes_it_raise(pieces: list[str]) -> None:
    feed = parsed("".join(pieces))
    assert feed.entries or feed.cause is not None


@given(
    st.sampled_from(
        [
            rss(item("Ünlü", "https://o.example/a")).encode(),
            ATOM.encode(),
            RDF.encode(),
            JSON.encode(),
        ]
    ),
    st.data(),
)
def test_no_damage_to_a_feed_makes_it_raise(body: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(body)))
    junk = data.draw(st.binary(max_size=20))
    parse_feed(
        body[:at] + junk + body[at + data.draw(st.integers(0, 20)) :], {}, "https://o.example/"
    )


CAPTION = (
    "FILE PHOTO: Presidents shake hands during a meeting at a palace, in a picture of the press."
)


@pytest.mark.parametrize(
    "extra",
    [
        (
            f"<media:content url='https://o.example/a.jpg'><media:description>{CAPTION}</"
            f"media:description></media:content>"
        ),
        f"<media:description>{CAPTION}</media:description>",
        f"<media:group><media:title>{CAPTION}</media:title></media:group>",
    ],
)
def test_a_photo_caption_never_replaces_the_text(extra: str) -> None:
    document = rss(item("OTS meets", "https://o.example/a", text="The sides met.", extra=extra))
    document = document.replace("<rss ", '<rss xmlns:media="http://search.yahoo.com/mrss/" ')
    (entry,) = parsed(document).entries
    assert (entry.title, entry.text) == ("OTS meets", "The sides met.")


def test_a_figures_caption_is_no_text() -> None:
    figure = (
        f"<figure><img src='a.jpg'><figcaption>{CAPTION}</figcaption></figure><p>The sides met.</p>"
    )
    assert (
        parsed(rss(item("A", "https://o.example/a", text=figure))).entries[0].text
        == "The sides met."
    )


@pytest.mark.parametrize(
    ("name", "space"),
    [
        ("yandex:full-text", "http://news.yandex.ru"),
        ("turbo:content", "http://turbo.yandex.ru"),
        ("content:encoded", "http://purl.org/rss/1.0/modules/content/"),
    ],
)
def test_the_whole_text_counts_wherever_it_stands(name: str, space: str) -> None:
    whole = f"<{name}><![CDATA[<p>{LONG}</p>]]></{name}>"
    document = rss(item("A", "https://o.example/a", text="Short.", extra=whole))
    document = document.replace("<rss ", f'<rss xmlns:{name.partition(":")[0]}="{space}" ')
    assert parsed(document).entries[0].text == LONG.strip()


MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'


@pytest.mark.parametrize(
    ("extra", "picture"),
    [
        (
            "<enclosure url='https://o.example/a.jpg' type='image/jpeg' length='1'/>",
            Picture("https://o.example/a.jpg"),
        ),
        (
            (
                "<media:content url='https://o.example/s.jpg' medium='image' width='90'/>"
                "<media:content url='https://o.example/b.jpg' medium='image' "
                "width='900' height='600'/>"
            ),
            Picture("https://o.example/b.jpg", 900, 600),
        ),
        (
            "<media:thumbnail url='https://o.example/t.png' width='75'/>",
            Picture("https://o.example/t.png", 75),
        ),
        ("<enclosure url='https://o.example/a.mp3' type='audio/mpeg' length='1'/>", None),
        ("<media:content url='javascript:x' medium='image'/>", None),
    ],
)
def test_the_lead_picture_of_an_item_is_kept_as_an_address(
    extra: str, picture: Picture | None
) -> None:
    document = rss(item("A", "https://o.example/a", extra=extra)).replace("<rss ", f"<rss {MEDIA} ")
    assert parsed(document).entries[0].picture == picture


@pytest.mark.parametrize(
    "reference",
    ["&#xD800;", "&#xdfff ", "&#55296;", "&#57343", "&#x110000;", "&#1114112;", "&#99999999999;"],
)
@pytest.mark.parametrize("place", ["<title>OTS %s</title>", "<title>OTS</title><guid>%s</guid>"])
def test_half_characters_and_what_lies_behind_the_last_one_cost_no_feed(
    reference: str, place: str
) -> None:
    found = parsed(rss(f"<item>{place % reference}<link>https://o.example/n/1</link></item>"))
    (entry,) = found.entries
    assert found.cause is None
    (entry.title + str(entry.guid)).encode()
    assert entry.title.startswith("OTS")
