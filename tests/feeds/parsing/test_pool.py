"""The worker processes: what they give back, and that a hostile body costs its own source alone."""

import asyncio

import pytest

from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.messages import FetchResponse
from bot.feeds.parsing.pool import Workers
from tests.feeds.making import LONG, item, rss


def answer(body: str, kind: str = "application/xml") -> FetchResponse:
    return FetchResponse("https://o.example/rss", 200, {"content-type": kind}, body.encode())


async def test_a_feed_and_a_page_come_back_as_data(processes: Workers) -> None:
    parsed = await processes.read(
        answer(rss(item("A", "/a", date="Tue, 23 Apr 2024 10:00:00 +0600"))), "feed"
    )
    assert (parsed.entries[0].title, parsed.entries[0].link) == ("A", "https://o.example/a")
    page = await processes.page(
        answer(f"<html><body><article><p>{LONG}</p></article></body></html>", "text/html")
    )
    assert page.text == LONG.strip()


async def test_a_worker_that_is_late_is_replaced_and_only_its_source_fails(
    processes: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = FetchResponse("https://o.example/rss", 200, {}, b"")
    await processes.read(answer(rss(item("A"))), "feed")
    with monkeypatch.context() as patch:
        patch.setattr(processes._pool, "_deadline", 0.0)
        with pytest.raises(FeedError) as caught:
            await processes.read(late, "feed")
    assert (caught.value.cause, caught.value.detail) == (
        Cause.MALFORMED,
        "not parsed within 2 seconds",
    )
    assert (await processes.read(answer(rss(item("A"))), "feed")).entries


async def test_a_worker_that_dies_is_replaced_and_only_its_source_fails(processes: Workers) -> None:
    good = answer(rss(item("A")))
    await processes.read(good, "feed")
    process = processes._pool._all[0]._process
    assert process is not None
    process.kill()
    with pytest.raises(FeedError) as caught:
        await processes.read(good, "feed")
    assert caught.value.cause is Cause.MALFORMED
    assert (await processes.read(good, "feed")).entries


async def test_a_worker_whose_asker_goes_away_is_not_asked_again(processes: Workers) -> None:
    task = asyncio.create_task(
        processes.read(answer(rss(*(item(f"A {n}") for n in range(200)))), "feed")
    )
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [
        entry.title for entry in (await processes.read(answer(rss(item("B"))), "feed")).entries
    ] == ["B"]


async def test_a_worker_has_none_of_the_secrets_of_the_bot(
    processes: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TCO_TELEGRAM_TOKEN", "1:secret")
    await processes.read(answer(rss(item("A"))), "feed")
    process = processes._pool._all[0]._process
    assert process is not None
    environment = await asyncio.to_thread(open, f"/proc/{process.pid}/environ", "rb")
    with environment:
        assert b"secret" not in environment.read()
