"""More ways in which feeds, pages and servers go wrong, each a neighbour of one that is known.

They were written before it was tried whether they are read.
"""

import zlib
from datetime import UTC, datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest

from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchRequest
from bot.feeds.parsing.article_page import read_page
from bot.feeds.parsing.dates import parse_date
from bot.feeds.parsing.findings import Entry, Picture
from bot.feeds.parsing.pool import Workers
from bot.sources.discovery import Discovery
from tests.feeds.making import item, parsed, rss
from tests.feeds.server import Answer, Site, feed, page, redirect

LINK = "https://outlet.example/news/17-ministers-met-in-baku"
FEED = rss(item("Ministers met in Baku", LINK))
SENTENCES = [
    f"The {word} minister received a guest in Baku and they spoke about roads and trade."
    for word in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
]
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def only(body: str | bytes, content_type: str = "application/xml") -> Entry:
    """The one entry of a feed."""
    (entry,) = parsed(body, content_type).entries
    return entry


@pytest.mark.parametrize(
    "written",
    [
        "2024-yil 23-aprel, 14:00",
        "23 Nisan 2024 Salı 14:00",
        "23 сәуір 2024 жыл, 14:00",
        "Salı, 23 Nisan 2024, 14.00",
        "23.04.24 14:00",
        "2024-04-23 saat 14:00",
        "Yayınlanma: 23.04.2024 - 14:00",
        "23 апреля 2024 г. в 14:00",
        "23 aprel 2024-cü il, 14:00",
    ],
)
def test_dates_are_read_however_an_outlet_writes_them(written: str) -> None:
    read = parse_date(written, ZoneInfo("Asia/Tashkent"))
    assert read == datetime(2024, 4, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize("written", ["1713852000000", "Tue, 23 Apr 2024 11:00:00 UTC+5"])
def test_dates_that_tell_their_zone_need_none(written: str) -> None:
    read = parse_date(written, ZoneInfo("Europe/Istanbul"))
    assert read == datetime(2024, 4, 23, 6, tzinfo=UTC)


def test_a_warning_of_the_program_before_a_feed_is_no_part_of_it() -> None:
    warned = "<br />\n<b>Warning</b>: Undefined index in <b>/home/rss.php</b> on line 3<br />\n"
    assert only(warned + FEED).title == "Ministers met in Baku"


def test_a_feed_in_utf_16_that_calls_itself_utf_8_is_read() -> None:
    assert only(FEED.encode("utf-16")).link == LINK


def test_bytes_that_no_text_holds_cost_no_item() -> None:
    body = FEED.replace("Ministers met", "Ministers\x0b\x00 met").encode()
    assert only(body).title == "Ministers met in Baku"


def test_an_empty_link_is_no_link_where_the_id_is_one() -> None:
    body = FEED.replace(f"<link>{LINK}</link>", f"<link></link><guid>{LINK}</guid>")
    assert only(body).link == LINK


def test_the_base_of_an_entry_is_that_of_its_links() -> None:
    body = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Outlet</title>'
        '<entry xml:base="https://other.example/en/"><title>Ministers met</title>'
        '<link rel="alternate" type="text/html" href="news/17"/><summary>Text.</summary></entry>'
        "</feed>"
    )
    assert only(body).link == "https://other.example/en/news/17"


def test_an_entity_that_the_document_type_declares_is_what_it_stands_for_everywhere() -> None:
    kind = '<!DOCTYPE rss [ <!ENTITY nbsp "&#160;"> ]>'
    body = FEED.replace("<rss", f"{kind}<rss").replace("met in", "met&nbsp;in")
    assert only(body).title == "Ministers met in Baku"


def test_a_recording_beside_the_photograph_is_no_picture() -> None:
    extra = (
        '<enclosure url="https://outlet.example/a.mp3" type="audio/mpeg" length="9"/>'
        '<enclosure url="https://outlet.example/a.jpg" type="image/jpeg" length="9"/>'
    )
    body = rss(item("Ministers met in Baku", LINK, extra=extra))
    assert only(body).picture == Picture("https://outlet.example/a.jpg")


def test_a_json_feed_with_a_mark_before_it_is_read() -> None:
    body = '\ufeff{"version":"https://jsonfeed.org/version/1.1","title":"Outlet","items":['
    body += f'{{"id":"17","url":"{LINK}","title":"Ministers met","content_text":"Text."}}]}}'
    assert only(body, "text/plain").link == LINK


@pytest.mark.parametrize(
    "furniture",
    [
        "<p style='display:none'>Subscribe to the letter of Ivan Petrov.</p>",
        "<div hidden><p>Subscribe to the letter of Ivan Petrov and read all.</p></div>",
        "<dialog open><p>Ivan Petrov asks you to become a member of the club.</p></dialog>",
        "<aside><h3>Popular</h3><ul><li><a href='/n/1'>Ivan Petrov left</a></li></ul></aside>",
        "<div class='cookie-banner'><p>We and Ivan Petrov use cookies.</p></div>",
        "<figure><img src='/a.jpg'><figcaption>Photo: Ivan Petrov</figcaption></figure>",
        "<template><p>Ivan Petrov takes the place of what is not loaded.</p></template>",
        "<div role='navigation'><a href='/p'>Ivan Petrov</a> <a href='/q'>Politics</a></div>",
    ],
    ids=["not shown", "hidden", "dialog", "aside", "cookies", "caption", "template", "role"],
)
@pytest.mark.parametrize("at", [0, 4])
def test_what_stands_in_an_article_and_is_not_of_it_goes(furniture: str, at: int) -> None:
    lines = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    lines.insert(at, furniture)
    body = f"<html><body><h1>Ministers met in Baku</h1><article>{''.join(lines)}</article></body>"
    read = read_page(body.encode(), {}, LINK)
    assert read.text.split("\n") == SENTENCES


def test_an_article_that_only_a_script_would_show_is_read_from_its_data() -> None:
    text = " ".join(SENTENCES)
    data = (
        '{"@context":"https://schema.org","@type":"NewsArticle",'
        f'"headline":"Ministers met in Baku","articleBody":"{text}"}}'
    )
    body = (
        f"<html><head><title>Ministers met in Baku</title>"
        f'<script type="application/ld+json">{data}</script></head>'
        "<body><div id='root'></div></body></html>"
    )
    read = read_page(body.encode(), {}, LINK)
    assert " ".join(read.text.split()) == text


async def test_packed_without_a_head_is_unpacked_as_well(site: Site, fetcher: Fetcher) -> None:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    body = packer.compress(FEED.encode()) + packer.flush()
    answer = Answer(body, headers={"content-encoding": "deflate"})
    fetched = await fetcher.fetch(FetchRequest(site.answer("/rss", answer)))
    assert (fetched.body, fetched.complete) == (FEED.encode(), True)


async def test_what_is_called_packed_and_is_not_is_taken_as_it_is(
    site: Site, fetcher: Fetcher
) -> None:
    answer = Answer(FEED.encode(), headers={"content-encoding": "gzip"})
    fetched = await fetcher.fetch(FetchRequest(site.answer("/rss", answer)))
    assert fetched.body == FEED.encode()


async def test_an_address_to_go_to_may_hold_spaces_and_letters(
    site: Site, fetcher: Fetcher
) -> None:
    site.answer(quote("/новости дня"), feed(FEED))
    url = site.answer("/rss", redirect(site.url("/новости дня")))
    assert (await fetcher.fetch(FetchRequest(url))).body == FEED.encode()


@pytest.mark.parametrize(
    "named",
    [
        "<link rel=alternate type=application/rss+xml href=HERE>",
        "<LINK REL='Alternate' TYPE='application/rss+xml' HREF='HERE' />",
        "<a href='HERE' title='RSS'><img src='/icon.png'></a>",
        "<base href='/hidden/'><link rel='alternate' type='application/atom+xml' href='rss'>",
    ],
    ids=["without quotes", "in capitals", "by an icon", "under a base"],
)
async def test_a_page_names_its_feed_in_many_ways(
    site: Site, fetcher: Fetcher, workers: Workers, named: str
) -> None:
    wanted = site.answer("/hidden/rss", feed(FEED))
    url = site.answer("/", page(f"<html>{named.replace('HERE', wanted)}<p>News</p></html>"))
    assert wanted in [found.url for found in await Discovery(fetcher, workers).find(url)]


def test_an_article_that_is_folded_away_below_its_lead_is_still_the_article() -> None:
    folded = f"<p>{SENTENCES[0]}</p><div style='display: none' id='rest'>{BODY}</div>"
    body = f"<html><body><h1>Ministers met in Baku</h1><article>{folded}</article></body></html>"
    read = read_page(body.encode(), {}, LINK)
    assert SENTENCES[-1] in read.text
