"""Parsing only what has changed in a feed.

Where it is cut, and that it comes to the same as parsing the whole.
"""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.polling.delta import Seen, cut, increment, learned
from bot.feeds.polling.poller import Poller
from storage.database import Database
from tests.feeds.making import add_sources, item, parsed, rss, source, spec, stored
from tests.feeds.server import Site, feed


def test_a_feed_is_cut_at_its_items_and_put_together_again() -> None:
    body = rss(item("A"), item("B"), item("C")).encode()
    pieces = cut(body)
    assert pieces is not None
    assert len(pieces.items) == 3
    assert pieces.head + b"".join(pieces.items) + pieces.tail == body


def test_what_stands_between_items_makes_the_whole_be_parsed() -> None:
    assert cut(rss(item("A"), "<image/>", item("B")).encode()) is None
    assert cut(rss(item("A"), "<item><title>unclosed").encode()) is None
    assert cut(b"<rss>" + b"<item>" * 10_000) is None
    assert cut(b"<items><itemized>x</itemized></items>") is None
    nested = item("A", text="").replace(
        "<description></description>", "<description><![CDATA[</item>]]></description>"
    )
    assert cut(rss(nested, item("B")).encode()) is None


def test_only_new_items_are_left_in_the_body() -> None:
    old, new = (
        cut(rss(item("A"), item("B")).encode()),
        cut(rss(item("C"), item("A"), item("B")).encode()),
    )
    assert old is not None
    assert new is not None
    seen = learned(increment(old, Seen()), parsed(rss(item("A"), item("B"))).entries, frozenset())
    change = increment(new, seen)
    assert [entry.title for entry in parsed(change.body).entries] == ["C"]
    assert len(change.kept) == 2
    assert increment(old, seen).body == b""


@given(
    st.binary(max_size=500),
    st.lists(
        st.sampled_from([b"<item>", b"</item>", b"<entry x='1'>", b"</entry>", b" ", b"x"]),
        max_size=30,
    ),
)
def test_no_bytes_stop_the_cutting(junk: bytes, pieces: list[bytes]) -> None:
    for body in (junk, b"".join(pieces), junk + b"".join(pieces)):
        found = cut(body)
        assert found is None or len(found.items) >= 2


async def test_a_new_date_at_the_top_alone_is_parsed_by_nobody(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    def body(n: int) -> str:
        return rss(
            item("A", "https://o.example/a"),
            item("B", "https://o.example/b"),
            head=f"<lastBuildDate>{n}</lastBuildDate>",
        )

    add_sources(sqlite, now, spec("outlet", site.answer("/rss", feed(body(1)), feed(body(2)))))
    await poller.poll_due(now)
    report = await poller.poll_due(now + timedelta(days=1))
    assert (report.unchanged, report.articles, report.failed) == (1, 0, 0)


async def test_an_edited_item_among_known_ones_is_an_edit(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    def body(text: str) -> str:
        return rss(
            item("A headline", "https://o.example/one-two-three", text=text * 200),
            item("B", "https://o.example/b"),
        )

    add_sources(
        sqlite,
        now,
        spec(
            "outlet",
            site.answer("/rss", feed(body("old ")), feed(body("new ")), feed(body("new ") + " ")),
        ),
    )
    await poller.poll_due(now)
    assert (await poller.poll_due(now + timedelta(days=1))).edited == 1
    assert (await poller.poll_due(now + timedelta(days=2))).edited == 0
    assert stored(sqlite)[0].text.startswith("new")
    assert source(sqlite).items_seen == 2


async def test_what_could_not_be_stored_is_not_taken_for_seen(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    url = site.answer(
        "/rss", feed(rss(item("A", "https://o.example/a"), item("B", "https://o.example/b")))
    )
    add_sources(sqlite, now, spec("outlet", url))
    real = sqlite.run

    async def failing(function: object, *args: object, **kwargs: object) -> object:
        if getattr(function, "__name__", "") == "store":
            raise RuntimeError("as a broken disk would")
        return await real(function, *args, **kwargs)  # type: ignore[arg-type]  # handed through

    sqlite.run = failing  # type: ignore[method-assign, assignment]  # for one poll
    await poller.poll_due(now)
    sqlite.run = real  # type: ignore[method-assign]  # as it was
    assert stored(sqlite) == []
    assert (await poller.poll_due(now + timedelta(days=1))).articles == 2
