"""FIELD.md, Q16 to Q25: dates that are foreign, missing, ahead of time or all the same, frozen
feeds and archives.

The odd strings of Q16, Q19, Q21 and Q22 are also tables in test_dates.py.
"""

from datetime import UTC, datetime, timedelta

import pytest

from bot.feeds.polling.poller import Poller
from storage.database import Database
from storage.enums import ArticleState
from tests.feeds.making import add_sources, item, parsed, rss, source, spec, stored
from tests.feeds.server import Site, feed

NOW = datetime(2024, 4, 25, 9, 0, tzinfo=UTC)


def date_of(text: str, timezone: str | None = None) -> datetime | None:
    return (
        parsed(rss(item("A", "https://o.example/a", date=text)), timezone=timezone)
        .entries[0]
        .published
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Çar, 24 Nis 2024", 24),
        ("9 марта 2024 г.", 9),
        ("13 Сәуір 2024", 13),
        ("24 Haziran 2024 18:57", 24),
        ("12-апрель 2024", 12),
        ("23 aprel 2024", 23),
        ("7 Aprel 2024", 7),
    ],
)
def test_q16_month_names_of_the_field_are_read(text: str, day: int) -> None:
    moment = date_of(text)
    assert moment is not None
    assert moment.day == day


def test_q16_a_month_of_a_language_that_is_not_known_is_no_date_and_never_now() -> None:
    assert date_of("3. huhtikuuta 2024") is None


async def test_q17_an_item_without_a_date_has_its_first_seen_time_alone(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    add_sources(
        sqlite,
        now,
        spec("outlet", site.answer("/rss", feed(rss(item("A", "https://o.example/a"))))),
    )
    await poller.poll_due(now)
    (article,) = stored(sqlite)
    assert (article.published_at, article.first_seen_at) == (None, now)


def test_q18_a_date_without_a_zone_is_of_the_sources_own() -> None:
    assert date_of("2024-04-25 12:00", "Asia/Bishkek") == datetime(2024, 4, 25, 6, tzinfo=UTC)
    assert date_of("2024-04-25 12:00") == datetime(2024, 4, 25, 12, tzinfo=UTC)


async def test_q18_local_time_sent_as_universal_is_not_ahead_of_now(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    ahead = (now + timedelta(hours=3)).strftime("%a, %d %b %Y %H:%M:%S +0000")
    add_sources(
        sqlite,
        now,
        spec(
            "outlet", site.answer("/rss", feed(rss(item("A", "https://o.example/a", date=ahead))))
        ),
    )
    await poller.poll_due(now)
    assert stored(sqlite)[0].published_at == now


@pytest.mark.parametrize(
    ("zone", "hour"),
    [("MSK", 9), ("ALMT", 7), ("AZT", 8), ("TRT", 9), ("UZT", 7), ("MEST", 10), ("KGT", 6)],
)
def test_q19_zone_abbreviations_of_the_field_are_known(zone: str, hour: int) -> None:
    assert date_of(f"Tue, 23 Apr 2024 12:00:00 {zone}") == datetime(2024, 4, 23, hour, tzinfo=UTC)


@pytest.mark.parametrize("year", [2025, 2041, 9999])
async def test_q20_a_date_far_ahead_is_no_date(
    site: Site, poller: Poller, sqlite: Database, now: datetime, year: int
) -> None:
    add_sources(
        sqlite,
        now,
        spec(
            "outlet",
            site.answer(
                "/rss",
                feed(
                    rss(item("A", "https://o.example/a", date=f"Thu, 25 Apr {year} 12:00:00 GMT"))
                ),
            ),
        ),
    )
    await poller.poll_due(now)
    assert stored(sqlite)[0].published_at is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2016/6/29", datetime(2016, 6, 29, tzinfo=UTC)),
        ("23 Apr 24 10:00 GMT", datetime(2024, 4, 23, 10, tzinfo=UTC)),
        ("Oct 7", None),
        ("04/05/2024", None),
        ("Sept 4, 2023", datetime(2023, 9, 4, tzinfo=UTC)),
        ("0024-04-23", None),
    ],
)
def test_q21_an_odd_date_is_read_right_or_not_at_all(text: str, moment: datetime | None) -> None:
    assert date_of(text) == moment


def test_q22_an_unknown_local_offset_means_universal_time() -> None:
    assert date_of("Tue, 23 Apr 2024 12:00:00 -0000", "Asia/Bishkek") == datetime(
        2024, 4, 23, 12, tzinfo=UTC
    )


async def test_q23_articles_of_one_synthetic_minute_stay_apart(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    minute = "Tue, 23 Apr 2024 09:00:00 GMT"
    body = rss(
        *(
            item(
                f"Imported article {n}",
                f"https://o.example/import/{n}",
                date=minute,
                text=f"Body {n}. " * 100,
            )
            for n in range(29)
        )
    )
    add_sources(sqlite, now, spec("outlet", site.answer("/rss", feed(body), feed(body + " "))))
    await poller.poll_due(now)
    assert (await poller.poll_due(now + timedelta(days=1))).articles == 0
    assert len(stored(sqlite)) == 29


async def test_q24_a_frozen_feed_is_stale_and_no_failure(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    answer = feed(rss(item("A", "https://o.example/a", date="Sat, 16 Mar 2024 10:00:00 GMT")))
    add_sources(sqlite, now, spec("outlet", site.answer("/rss", answer)))
    for day in range(3):
        report = await poller.poll_due(now + timedelta(days=day))
        assert report.failed == 0
        assert (
            source(sqlite).failure_cause,
            source(sqlite).failure_detail,
            source(sqlite).failures,
        ) == (
            "stale",
            "nothing new since 2024-03-16",
            0,
        )


async def test_q25_an_archive_is_remembered_and_only_its_news_is_read(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    def old(n: int) -> str:
        return item(
            f"Old article {n}",
            f"https://o.example/archive/{n}",
            date=(now - timedelta(days=30 + n)).strftime("%a, %d %b %Y %H:%M:%S GMT"),
        )

    news = item("News", "https://o.example/news", date="Wed, 24 Apr 2024 10:00:00 GMT")
    add_sources(
        sqlite,
        now,
        spec(
            "outlet",
            site.answer(
                "/rss",
                feed(rss(news, *map(old, range(400)))),
                feed(rss(news, *map(old, range(984)))),
            ),
        ),
    )
    assert (await poller.poll_due(now)).articles == 401
    assert (await poller.poll_due(now + timedelta(days=1))).articles == 584
    assert [
        article.title for article in stored(sqlite) if article.state == ArticleState.UNREAD
    ] == ["News"]
