"""FIELD.md, Q1 to Q15: guids that are missing, shared or unstable, links that move, archives that
come back.

Each feed is polled as the quirk has it, some twice or thrice; what counts is which articles are
stored: nothing is lost, nothing doubled.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from bot.feeds.parsing.article_keys import address, canonical_url, number_of
from bot.feeds.polling.poller import Poller, PollReport
from storage.database import Database
from tests.feeds.making import LONG, add_sources, item, rss, spec, stored
from tests.feeds.server import Site, feed

DAY = "Tue, 23 Apr 2024 10:%02d:00 +0600"
Polls = Callable[..., Awaitable[list[PollReport]]]


def news(
    number: int,
    link: str,
    guid: str | None = None,
    title: str | None = None,
    text: str | None = None,
) -> str:
    return item(
        title or f"Headline of article {number}",
        link,
        guid,
        DAY % (number % 60),
        text or f"{LONG} {number}",
    )


@pytest.fixture
def polls(site: Site, poller: Poller, sqlite: Database, now: datetime) -> Polls:
    """Polls a feed once for each of the bodies given, a day apart."""

    async def run(*bodies: str) -> list[PollReport]:
        add_sources(
            sqlite, now, spec("outlet", site.answer("/rss", *(feed(body) for body in bodies)))
        )
        return [await poller.poll_due(now + timedelta(days=n)) for n in range(len(bodies))]

    return run


def titles(database: Database) -> list[str]:
    return sorted(article.title for article in stored(database))


async def test_q1_items_without_a_guid_are_known_by_their_link(
    polls: Polls, sqlite: Database
) -> None:
    body = rss(*(news(n, f"https://o.example/{n}") for n in range(5)))
    await polls(body, body + " ")
    assert len(stored(sqlite)) == 5


async def test_q2_one_guid_for_every_item_hides_none_of_them(
    polls: Polls, sqlite: Database
) -> None:
    await polls(
        rss(*(news(n, f"https://o.example/story-{n}", "https://o.example/") for n in range(10)))
    )
    assert len(stored(sqlite)) == 10


async def test_q2_one_guid_for_every_item_in_a_feed_of_one_item_hides_none(
    polls: Polls, sqlite: Database
) -> None:
    one = rss(news(1, "https://o.example/a", "same", "Ministers met in Baku"))
    two = rss(
        news(2, "https://o.example/b", "same", "Festival opens in Bursa", "Other words. " * 90)
    )
    await polls(one, two)
    assert len(stored(sqlite)) == 2


async def test_q3_two_items_with_one_id_are_two_articles(polls: Polls, sqlite: Database) -> None:
    body = rss(news(1, "https://o.example/a", "id"), news(2, "https://o.example/b", "id"))
    await polls(body, body + " ")
    assert len(stored(sqlite)) == 2


async def test_q4_one_item_without_id_and_link_kills_nothing(
    polls: Polls, sqlite: Database
) -> None:
    whole = [news(n, f"https://o.example/{n}", f"g{n}") for n in range(19)]
    body = rss(
        *whole[:7], item("A headline without a link", text=LONG), "<item></item>", *whole[7:]
    )
    await polls(body, body + " ")
    assert len(stored(sqlite)) == 20


async def test_q5_guid_and_link_that_change_at_each_poll_bring_no_second_article(
    polls: Polls, sqlite: Database
) -> None:
    def poll(n: int) -> str:
        return rss(
            news(
                1,
                f"https://news.aggregator.example/rss/articles/CBMi{n}xyz?oc={n}",
                f"CBMi{n}",
                "OTS summit opens - Outlet",
                "Short",
            )
        )

    await polls(poll(1), poll(2), poll(3))
    assert titles(sqlite) == ["OTS summit opens - Outlet"]


@pytest.mark.parametrize(
    "link",
    [
        "https://24.example/english/353666_{}/",
        "https://o.example/en/posts/{}_555666",
        "https://o.example/news/{}-79acfe",
        "https://o.example/news/4001-{}",
    ],
)
async def test_q6_a_corrected_headline_in_link_and_guid_updates_the_article(
    polls: Polls, sqlite: Database, link: str
) -> None:
    def poll(title: str) -> str:
        url = link.format(title.replace(" ", "-"))
        return rss(news(1, url, url, title))

    reports = await polls(
        poll("Minsters met in Baku on Tuesday"), poll("Ministers met in Baku on Tuesday")
    )
    assert titles(sqlite) == ["Ministers met in Baku on Tuesday"]
    assert [report.edited for report in reports] == [0, 1]


async def test_q7_an_archive_under_new_ids_and_links_is_not_new(polls: Polls) -> None:
    old = rss(
        *(news(n, f"https://o.example/en/slug-{n}_a100{n:04d}", f"old-{n}") for n in range(50))
    )
    new = rss(
        *(news(n, f"https://www.o.example/story/slug-{n}-0f{n:04x}", f"new-{n}") for n in range(50))
    )
    reports = await polls(old, new, new + " ")
    assert [report.articles for report in reports] == [50, 0, 0]


async def test_q8_a_host_that_flips_between_polls_brings_no_second_article(
    polls: Polls, sqlite: Database
) -> None:
    hosts = ["http://kabar.example", "https://en.kabar.example", "https://www.eng.kabar.example"]
    await polls(*(rss(*(news(n, f"{host}/news/slug-of-{n}/") for n in range(3))) for host in hosts))
    assert len(stored(sqlite)) == 3


async def test_q9_an_item_that_vanishes_and_comes_back_is_not_new(polls: Polls) -> None:
    a, b, c = (news(n, f"https://o.example/{n}", f"g{n}") for n in range(3))
    reports = await polls(rss(a, b, c), rss(a, c), rss(a, b, c))
    assert [report.articles for report in reports] == [3, 0, 0]


async def test_q10_a_newer_date_on_a_known_item_is_neither_new_nor_an_edit(
    polls: Polls, sqlite: Database
) -> None:
    one = item("A", "https://o.example/a", "g", "Tue, 23 Apr 2024 10:00:00 +0600")
    two = item("A", "https://o.example/a", "g", "Wed, 24 Apr 2024 10:00:00 +0600")
    reports = await polls(rss(one), rss(two))
    assert (reports[1].articles, reports[1].edited) == (0, 0)
    assert stored(sqlite)[0].published_at == datetime.fromisoformat("2024-04-23T04:00:00Z")


async def test_q11_an_empty_guid_is_none(polls: Polls, sqlite: Database) -> None:
    await polls(rss(*(news(n, f"https://o.example/{n}", "") for n in range(4))))
    assert len(stored(sqlite)) == 4


async def test_q12_tracking_parameters_make_no_second_article(
    polls: Polls, sqlite: Database
) -> None:
    links = [
        "https://o.example/news:804111?from=rss",
        "https://o.example/news:804111?utm_source=rss_feed&utm_medium=rss",
        "https://o.example/news:804111",
    ]
    await polls(*(rss(news(1, link, link)) for link in links))
    assert [article.url for article in stored(sqlite)] == links[:1]


@pytest.mark.parametrize("query", ["id=97", "p=83745", "rid=29729", "cat=guncel&page=2"])
def test_q12_parameters_that_bear_an_id_are_kept(query: str) -> None:
    assert (
        canonical_url(f"https://o.example/x?{query}&utm_source=a#top")
        == f"https://o.example/x?{query}"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "https://uza.example/en/posts/a-slug_555666",
            "https://uza.example/react/posts/a-slug_555666",
        ),
        ("https://24.example/english/353666_Title/", "https://24.example/english/353666/"),
        ("https://o.example/news/a-long-slug", "https://o.example/news/a-long-slug/amp/"),
        ("https://o.example/news/a-long-slug", "https://m.o.example/news/a-long-slug"),
        ("https://o.example/news/a-long-slug", "https://amp.o.example/news/a-long-slug"),
        ("http://www.o.example/news/a-long-slug/index.html", "https://o.example/news/a-long-slug"),
    ],
)
async def test_q13_two_urls_of_one_article_are_one(
    polls: Polls, sqlite: Database, one: str, other: str
) -> None:
    await polls(rss(news(1, one)), rss(news(1, other)), rss(news(1, other), news(1, one)))
    assert len(stored(sqlite)) == 1


async def test_q13_the_url_that_the_page_calls_its_own_is_known_from_then_on(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    paragraphs = "".join(
        (
            f"<p>The {word} minister met a guest and spoke about trade between the "
            f"states at length.</p>"
        )
        for word in LONG.split()[:9]
    )
    own = site.url("/2024/04/the-slug/")
    short = site.answer(
        "/",
        feed(
            (
                f'<html><head><link rel="canonical" href="{own}"></head><body><article>'
                f"{paragraphs}</article></body></html>"
            ),
            "text/html",
        ),
    )
    add_sources(
        sqlite,
        now,
        spec(
            "one",
            site.answer("/1", feed(rss(item("A headline", f"{short}?p=83745", text="Short")))),
            name="One",
        ),
    )
    await poller.poll_due(now)
    add_sources(
        sqlite,
        now,
        spec(
            "two", site.answer("/2", feed(rss(item("A headline", own, text="Short")))), name="Two"
        ),
    )
    report = await poller.poll_due(now)
    assert (report.polled, report.articles, len(stored(sqlite))) == (1, 0, 1)


async def test_q14_two_language_editions_stay_two_articles(polls: Polls, sqlite: Database) -> None:
    await polls(
        rss(
            news(1, "https://24.example/ekonomika/353640_slug/", title="Проектная деятельность"),
            news(2, "https://24.example/english/353666_Slug/", title="Project activities"),
        )
    )
    assert len(stored(sqlite)) == 2


async def test_q15_an_english_slug_in_another_edition_is_another_article(
    polls: Polls, sqlite: Database
) -> None:
    english = news(
        1, "https://ots.example/en/news/turkic-week-kicked-off", title="Turkic Week kicked off"
    )
    turkish = news(
        2, "https://ots.example/tr/haber/turkic-week-kicked-off", title="Türk Haftası başladı"
    )
    await polls(rss(english, turkish))
    assert len(stored(sqlite)) == 2


@pytest.mark.parametrize(
    "url",
    [
        "https://o.example/2024/04/23/slug-without",
        "https://o.example/news/20240423",
        "https://o.example/in-2024",
        "https://o.example/the-decade",
    ],
)
def test_a_day_a_year_and_a_word_are_no_article_numbers(url: str) -> None:
    assert number_of(url) is None


def test_q51_one_url_in_two_spellings_is_one_address() -> None:
    assert address("https://trt.example/türkmen/мир") == address(
        "https://TRT.example/t%C3%BCrkmen/%D0%BC%D0%B8%D1%80/"
    )


RECEIVED = "OTS Secretary General received the Ambassador of Hungary"


@pytest.mark.parametrize(
    "date",
    ["", "2024-04-23", "Tue, 23 Apr 2024 00:00:00 +0000"],
    ids=["no date", "a day", "midnight"],
)
async def test_recurring_headline_another_text_at_another_address_is_another_article(
    polls: Polls, sqlite: Database, date: str
) -> None:
    first = item(RECEIVED, "https://o.example/n/general-received-one", None, date, f"{LONG} one")
    second = item(RECEIVED, "https://o.example/n/general-received-two", None, date, f"{LONG} two")
    await polls(rss(first), rss(second, first))
    assert len(stored(sqlite)) == 2


async def test_same_address_other_item_links_that_differ_behind_the_hash(
    polls: Polls, sqlite: Database
) -> None:
    def comment(number: int) -> str:
        link = f"https://o.example/note/40579#c{number}"
        return news(number, link, link, "New comment on the summit")

    await polls(rss(comment(1), comment(2)), rss(comment(3), comment(1), comment(2)))
    assert len(stored(sqlite)) == 3


async def test_same_address_other_item_a_feed_that_shows_one_item_at_a_time(
    polls: Polls, sqlite: Database
) -> None:
    def live(number: int) -> str:
        return rss(news(number, "https://o.example/live", f"live{number}", f"Live: news {number}"))

    await polls(live(1), live(3), live(5))
    assert len(stored(sqlite)) == 3


async def test_an_edit_at_an_address_of_its_own_is_still_an_edit(
    polls: Polls, sqlite: Database
) -> None:
    link = "https://o.example/news/general-received-12345"
    await polls(
        rss(news(1, link, "g", RECEIVED)), rss(news(9, link, "h", RECEIVED, f"{LONG} more"))
    )
    assert len(stored(sqlite)) == 1


async def test_an_old_date_in_a_source_that_is_read_all_the_while_is_news_but_a_flood_is_not(
    polls: Polls, sqlite: Database
) -> None:
    def old(number: int) -> str:
        link = f"https://o.example/news/old-story-{number}000"
        return item(f"Old story {number} told today", link, None, "1 Jan 2024", f"{LONG} {number}")

    now = news(1, "https://o.example/news/first-story-1000")
    flood = [old(number) for number in range(2, 9)]
    await polls(rss(now), rss(now, old(1)), rss(now, *flood))
    unread = [article.title for article in stored(sqlite) if article.state == "unread"]
    assert unread == ["Old story 1 told today"]  # the first poll is an archive of three days
