"""Hubs are heard when they know the address, the topic and the secret, and told nothing
otherwise."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from aiohttp import ClientSession
from sqlmodel import Session
from structlog.testing import capture_logs

from bot.web import websub as calls
from bot.web.websub import AFTER_DENIAL
from storage import source_edits, sources, websub
from storage.database import Database
from storage.models import HubSubscription
from storage.sources import Success
from tests.feeds.hub import Hub, Time, bot_listening, subscription
from tests.feeds.making import add_sources, source, spec

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TOPIC = "https://outlet.example/rss"
MAX_BYTES = 1000


def polled(session: Session, source_id: int, now: datetime) -> HubSubscription:
    """A source that was polled, names a hub and is due in an hour; the hub has been asked."""
    sources.succeeded(session, [Success(source_id, now + HOUR)], now)
    websub.remember(session, source_id, now, hub="https://hub.example/", topic=TOPIC)
    ((row, _),) = websub.claim_due(session, now, limit=1, lease=HOUR)
    return row


@pytest.fixture
async def hub(sqlite: Database, now: datetime) -> AsyncIterator[Hub]:
    """A hub that the bot has just asked."""
    add_sources(sqlite, now, spec("outlet", TOPIC))
    with sqlite.transaction() as session:
        row = polled(session, 1, now)
    hub = Hub()
    async with bot_listening(sqlite, Time(now + HOUR / 2), MAX_BYTES) as address:
        hub.asked.append(
            {
                "hub.topic": TOPIC,
                "hub.callback": f"{address}/websub/{row.token}",
                "hub.secret": row.secret,
            }
        )
        yield hub


def lease(database: Database) -> datetime | None:
    row = subscription(database)
    return row.lease_ends_at if row else None


async def test_a_subscription_that_was_meant_is_confirmed_for_as_long_as_the_hub_grants(
    hub: Hub, sqlite: Database, now: datetime
) -> None:
    reply = await hub.verify(lease_seconds="7200")
    assert (reply.status, reply.text) == (200, "<b>42</b>")
    assert reply.headers["Content-Type"].startswith("text/plain")
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert lease(sqlite) == now + HOUR / 2 + 2 * HOUR


@pytest.mark.parametrize(
    "changed",
    [
        {"topic": "https://outlet.example/other"},
        {"topic": ""},
        {"mode": "unsubscribe"},
        {"mode": "publish"},
        {"challenge": ""},
        {"mode": "denied", "topic": "https://outlet.example/other"},
    ],
)
async def test_what_was_not_asked_for_is_not_confirmed(
    hub: Hub, sqlite: Database, changed: dict[str, str]
) -> None:
    before = subscription(sqlite)
    reply = await hub.verify(**changed)
    assert (reply.status, reply.text) == (404, "Not Found\n")
    assert subscription(sqlite) == before


async def test_an_address_that_nobody_was_given_is_not_known(hub: Hub, sqlite: Database) -> None:
    good = hub.asked[-1]["hub.callback"]
    for wrong, status in ((good[:-1] + ("x" if good[-1] != "x" else "y"), 410), (good[:-25], 404)):
        hub.asked[-1]["hub.callback"] = wrong
        assert (await hub.verify()).status == 404
        assert (await hub.publish()).status == status
    assert lease(sqlite) is None


async def test_other_ways_of_asking_are_refused(hub: Hub) -> None:
    async with ClientSession() as client:
        for method in ("HEAD", "PUT", "DELETE"):
            async with client.request(method, hub.asked[-1]["hub.callback"]) as response:
                assert response.status == 405


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("864000", 10 * DAY),
        ("1", HOUR / 4),
        ("9" * 30, 30 * DAY),
        ("soon", 10 * DAY),
        ("", 10 * DAY),
    ],
)
async def test_a_lease_is_kept_within_reason(
    hub: Hub, sqlite: Database, now: datetime, given: str, meant: timedelta
) -> None:
    await hub.verify(lease_seconds=given)
    assert lease(sqlite) == now + HOUR / 2 + meant


async def test_a_hub_that_denies_is_left_alone_for_a_week(
    hub: Hub, sqlite: Database, now: datetime
) -> None:
    await hub.verify()
    with capture_logs() as logs:
        assert (await hub.deny()).status == 200
    row = subscription(sqlite)
    assert row is not None
    assert (row.lease_ends_at, row.next_try_at) == (None, now + HOUR / 2 + AFTER_DENIAL)
    assert [(line["event"], line["source"]) for line in logs] == [("hub denied", "outlet")]
    assert "<b>no</b>" not in str(logs), "the hub's words are its own"


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
async def test_a_signed_call_makes_its_source_due_at_once(
    hub: Hub, sqlite: Database, now: datetime, method: str
) -> None:
    assert (await hub.publish("Öküz".encode(), method=method)).status == 202
    assert source(sqlite).next_poll_at == now + HOUR / 2


async def test_a_call_that_is_not_signed_as_agreed_is_taken_and_ignored(
    hub: Hub, sqlite: Database, now: datetime
) -> None:
    signatures = [
        "",
        "sha256",
        "sha256=",
        "sha256=" + "0" * 64,
        "md5=" + "0" * 32,
        "sha1=ÿ",
        "=",
        "sha256=" + "0" * 999,
    ]
    for claim in signatures:
        assert (await hub.send(b"news", {"X-Hub-Signature": claim})).status == 202
    assert (await hub.send(b"news", {})).status == 202
    assert (await hub.publish(secret="guessed")).status == 202
    assert source(sqlite).next_poll_at == now + HOUR


async def test_a_call_that_is_too_big_is_refused_however_it_is_packed(
    hub: Hub, sqlite: Database, now: datetime
) -> None:
    assert (await hub.publish(b"x" * (MAX_BYTES + 1))).status == 413
    bomb = gzip.compress(b"x" * 100 * MAX_BYTES)
    assert len(bomb) < MAX_BYTES
    assert (await hub.send(bomb, {"Content-Encoding": "gzip"})).status == 413
    assert source(sqlite).next_poll_at == now + HOUR
    assert (await hub.publish(b"x" * MAX_BYTES)).status == 202
    assert source(sqlite).next_poll_at == now + HOUR / 2


async def test_a_call_that_is_packed_wrongly_is_a_mistake_of_the_hub(hub: Hub) -> None:
    assert (
        await hub.send(
            b"this is no gzip", {"Content-Encoding": "gzip", "X-Hub-Signature": "sha1=" + "0" * 40}
        )
    ).status == 400


async def test_a_call_that_never_ends_is_cut_off(
    hub: Hub, sqlite: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls, "_BODY_WITHIN", 0.05)

    async def endless() -> AsyncIterator[bytes]:
        yield b"news"
        await asyncio.Event().wait()

    async with (
        ClientSession() as client,
        client.post(hub.asked[-1]["hub.callback"], data=endless()) as response,
    ):
        assert response.status == 408
    assert source(sqlite).next_poll_at == now + HOUR


async def test_of_a_source_that_is_polled_no_more_nothing_is_known(
    hub: Hub, sqlite: Database, now: datetime
) -> None:
    await hub.verify()
    with sqlite.transaction() as session:
        source_edits.set_enabled(session, "outlet", now, on=False)
    assert (await hub.verify()).status == 404
    assert (await hub.deny()).status == 404
    assert (await hub.publish()).status == 410
    with sqlite.transaction() as session:
        source_edits.set_enabled(session, "outlet", now, on=True)
    assert (await hub.verify()).status == 200


async def test_neither_the_secret_nor_the_address_stands_in_the_log(
    hub: Hub, caplog: pytest.LogCaptureFixture
) -> None:
    with capture_logs() as logs, caplog.at_level("DEBUG"):
        await hub.verify()
        await hub.publish()
        await hub.publish(secret="guessed")
        await hub.deny()
    assert len(logs) == 4
    told = str(logs) + caplog.text
    assert hub.asked[-1]["hub.secret"] not in told
    assert hub.asked[-1]["hub.callback"].rsplit("/", 1)[1] not in told
