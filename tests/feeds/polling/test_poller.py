"""A round of polling: what is fetched, stored, left alone and reported."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.feeds.errors import Cause
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.options import PollOptions
from bot.feeds.parsing.pool import Workers
from bot.feeds.polling.poller import Poller
from bot.runtime import worker_pool
from bot.runtime.worker_pool import WorkerNotStarted
from storage.database import Database
from tests.feeds.making import LONG, add_sources, item, rss, source, spec, stored
from tests.feeds.server import Answer, Asked, Site, feed, page

TUESDAY = "Tue, 23 Apr 2024 10:00:00 +0600"


async def test_a_feed_becomes_articles_with_their_state(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    url = site.answer(
        "/rss",
        feed(
            rss(
                item("A", "https://o.example/a?utm_source=rss", date=TUESDAY),
                item("B", "https://o.example/b"),
            ),
            etag='"1"',
        ),
    )
    add_sources(sqlite, now, spec("outlet", url))
    report = await poller.poll_due(now)
    assert (report.polled, report.articles, report.failed) == (1, 2, 0)
    first, second = stored(sqlite)
    assert (first.title, first.url, first.published_at) == (
        "A",
        "https://o.example/a?utm_source=rss",
        datetime(2024, 4, 23, 4, tzinfo=UTC),
    )
    assert (second.published_at, second.first_seen_at, second.state) == (None, now, "unread")
    state = source(sqlite)
    assert (state.etag, state.last_ok_at, state.failures) == ('"1"', now, 0)
    assert state.next_poll_at > now


async def test_an_item_without_a_link_leads_to_its_source_and_tells_no_password(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    url = site.answer("/rss", feed(rss(item("A"))))
    add_sources(sqlite, now, spec("outlet", url.replace("//", "//reader:secret@")))
    await poller.poll_due(now)
    (article,) = stored(sqlite)
    assert article.url == url


async def test_nothing_is_due_before_its_time(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    add_sources(
        sqlite,
        now,
        spec(
            "outlet",
            site.answer("/rss", feed(rss(item("A", "https://o.example/a?utm_source=rss")))),
        ),
    )
    await poller.poll_due(now)
    assert (await poller.poll_due(now)).polled == 0
    assert len(site.requests) == 1


async def test_a_second_poll_brings_only_what_is_new(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    one, two = item("A", "https://o.example/a?utm_source=rss"), item("B", "https://o.example/b")
    add_sources(
        sqlite, now, spec("outlet", site.answer("/rss", feed(rss(one)), feed(rss(two, one))))
    )
    await poller.poll_due(now)
    assert (await poller.poll_due(now + timedelta(days=1))).articles == 1
    assert [article.title for article in stored(sqlite)] == ["A", "B"]


async def test_the_same_bytes_are_not_parsed_again_and_304_keeps_the_validators(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    answer = feed(rss(item("A", "https://o.example/a?utm_source=rss")), etag='"1"')
    add_sources(
        sqlite, now, spec("outlet", site.answer("/rss", answer, answer, Answer(status=304)))
    )
    await poller.poll_due(now)
    assert (await poller.poll_due(now + timedelta(days=1))).unchanged == 1
    assert (await poller.poll_due(now + timedelta(days=2))).not_modified == 1
    assert site.requests[-1].headers["if-none-match"] == '"1"'
    assert source(sqlite).etag == '"1"'


async def test_a_failing_source_is_told_with_its_cause_and_stops_nobody(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    good = site.answer("/rss", feed(rss(item("A", "https://o.example/a?utm_source=rss"))))
    html = site.answer("/html", page("<html><body>hello</body></html>"))
    gone = site.answer("/gone", Answer(b"", 410))
    add_sources(sqlite, now, spec("html", html), spec("gone", gone), spec("outlet", good))
    report = await poller.poll_due(now)
    assert (report.polled, report.failed, report.articles) == (3, 2, 1)
    assert report.causes == {Cause.NOT_A_FEED: 1, Cause.GONE: 1}
    assert (source(sqlite, "html").failure_cause, source(sqlite, "html").failures) == (
        "not-a-feed",
        1,
    )


async def test_a_failing_source_is_asked_less_and_less_often_and_recovers(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    broken = Answer(b"", 500)
    add_sources(
        sqlite,
        now,
        spec(
            "outlet",
            site.answer(
                "/rss",
                broken,
                broken,
                broken,
                feed(rss(item("A", "https://o.example/a?utm_source=rss"))),
            ),
        ),
    )
    waits = []
    for _ in range(3):
        await poller.poll_due(now)
        waits.append(source(sqlite).next_poll_at - now)
        now = source(sqlite).next_poll_at
    assert waits[0] < waits[1] < waits[2]
    await poller.poll_due(now)
    assert (source(sqlite).failures, source(sqlite).failure_cause) == (0, None)


async def test_a_bot_whose_files_were_replaced_blames_no_source(
    site: Site,
    fetcher: Fetcher,
    sqlite: Database,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url = site.answer("/rss", feed(rss(item("A", "https://o.example/a"))))
    add_sources(sqlite, now, spec("outlet", url))
    with monkeypatch.context() as patch:
        patch.setattr(worker_pool, "code_stamp", lambda: b"of the files that were there before")
        replaced = Workers(1)
    async with replaced:
        with pytest.raises(WorkerNotStarted, match="start it anew"):
            await Poller(sqlite, fetcher, replaced).poll_due(now)
    assert (source(sqlite).failures, source(sqlite).last_ok_at) == (0, None)

    later = now + PollOptions().lease
    async with Workers(1) as of_this_code:
        report = await Poller(sqlite, fetcher, of_this_code).poll_due(later)
    assert (report.articles, report.failed) == (1, 0)


async def test_the_page_is_read_where_the_feed_gives_too_little(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    sentences = "".join(
        (
            f"<p>The {word} minister met a guest and spoke about trade between the two "
            f"states at length.</p>"
        )
        for word in LONG.split()[:9]
    )
    link = site.answer(
        "/a", page(f"<html><body><article><h1>A</h1>{sentences}</article></body></html>")
    )
    add_sources(
        sqlite, now, spec("outlet", site.answer("/rss", feed(rss(item("A", link, text="Short.")))))
    )
    await poller.poll_due(now)
    assert "minister met a guest" in stored(sqlite)[0].text


async def test_the_summary_is_kept_where_the_page_cannot_be_read(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    link = site.answer("/a", Answer(b"", 403))
    add_sources(
        sqlite, now, spec("outlet", site.answer("/rss", feed(rss(item("A", link, text="Short.")))))
    )
    await poller.poll_due(now)
    assert (stored(sqlite)[0].text, source(sqlite).failures) == ("Short.", 0)


async def test_a_date_in_the_future_is_never_believed(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    soon, never = "Thu, 25 Apr 2024 12:00:00 +0000", "Thu, 25 Apr 2041 12:00:00 +0000"
    items = (
        item("A", "https://o.example/a?utm_source=rss", date=soon),
        item("B", "https://o.example/b", date=never),
    )
    add_sources(sqlite, now, spec("outlet", site.answer("/rss", feed(rss(*items)))))
    await poller.poll_due(now)
    assert [article.published_at for article in stored(sqlite)] == [now, None]


async def test_a_source_is_asked_under_the_name_that_it_wants(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    def by_name(asked: Asked) -> Answer:
        return (
            feed(rss(item("A", "https://o.example/a?utm_source=rss")))
            if asked.headers["user-agent"] == "Reader/1.0"
            else page("<html></html>")
        )

    add_sources(sqlite, now, spec("outlet", site.answer("/rss", by_name), user_agent="Reader/1.0"))
    assert (await poller.poll_due(now)).articles == 1


async def test_a_feed_cut_short_is_read_without_its_last_item_and_asked_in_full_again(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    body = rss(item("A", "https://o.example/a?utm_source=rss"), item("B", "https://o.example/b"))
    cut = Answer(body.encode(), headers={"etag": '"1"'}, cut_after=len(body) - 60)
    add_sources(sqlite, now, spec("outlet", site.answer("/rss", cut, feed(body, etag='"1"'))))
    await poller.poll_due(now)
    assert [article.title for article in stored(sqlite)] == ["A"]
    await poller.poll_due(now + timedelta(days=1))
    assert "if-none-match" not in site.requests[-1].headers
    assert [article.title for article in stored(sqlite)] == ["A", "B"]


async def test_pages_that_hang_are_waited_for_no_longer_than_their_source_may_take(
    site: Site, fetcher: Fetcher, workers: Workers, sqlite: Database, now: datetime
) -> None:
    poller = Poller(sqlite, fetcher, workers, PollOptions(pages_within=timedelta(milliseconds=200)))
    items = [
        item(
            f"Headline of article {n}",
            site.answer(f"/{n}", Answer(silent=True)),
            text=f"Summary {n}.",
        )
        for n in range(5)
    ]
    add_sources(sqlite, now, spec("outlet", site.answer("/rss", feed(rss(*items)))))
    await poller.poll_due(now)
    assert sorted(article.text for article in stored(sqlite)) == [f"Summary {n}." for n in range(5)]
