"""Telegram in a storm: three calls in ten go wrong in every way there is, and the log of the server
shows what came of it."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from pydantic import SecretStr

from bot.delivery.worker import DeliveryWorker
from bot.platforms.telegram.messenger import TelegramMessenger
from storage import chats, outbox
from storage.database import Database
from storage.enums import DeliveryState
from tests.delivery.deliveries import PlainComposer
from tests.storage.things import enqueue_digest
from tests.telegram_api import TOKEN, BotApi, Storm

CHATS, EACH, SEED = 20, 2, 20240423
DAYS = [date(2024, 4, 22) + timedelta(days=n) for n in range(EACH)]


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api
        assert api.complaints == []


async def weather(api: BotApi, database: Database, now: datetime, *, resend: bool) -> None:
    """Owe each chat its digests, let the storm rage, and send until nothing is owed any more."""
    people = [api.person(str(number)) for number in range(CHATS)]
    with database.transaction() as session:
        for person in people:
            api.says(person, "/start")
            chat = chats.ensure(session, "telegram", str(person.id), "", now)
            for day in DAYS:
                enqueue_digest(session, chat.id, day, now)
    api.script.storm = Storm(SEED, 0.3)
    messenger = TelegramMessenger(
        SecretStr(TOKEN), base_url=api.url, timeout=0.3, resends_uncertain=resend
    )
    worker = DeliveryWorker(database, [messenger], PlainComposer())
    while outstanding(database):
        await worker.deliver_due(now)
        now += timedelta(minutes=10)
    await messenger.close()


def outstanding(database: Database) -> int:
    return states(database)[DeliveryState.PENDING] + states(database)[DeliveryState.SENDING]


def states(database: Database) -> Counter[str]:
    with database.transaction() as session:
        return Counter(outbox.count_by_state(session))


def arrived(api: BotApi) -> dict[int, list[str]]:
    """The texts in each chat, in the order in which they stand there."""
    texts = defaultdict[int, list[str]](list)
    for (chat, _), message in sorted(api.world.posted.items(), key=lambda item: item[0][1]):
        if message.sender == api.world.me:
            texts[chat].append(message.text)
    return texts


def check_pace(api: BotApi) -> None:
    """The server's own log: never more than 30 calls in a second, nor two in a chat."""
    calls = api.of("sendMessage")
    by_chat = defaultdict[str, list[float]](list)
    for call in calls:
        by_chat[str(call.params["chat_id"])].append(call.at)
    every = sorted(call.at for call in calls)
    assert all(last - first >= 1.0 for first, last in zip(every, every[30:], strict=False))
    for times in by_chat.values():
        assert all(later - earlier >= 1.0 for earlier, later in pairwise(times))


async def test_what_is_resent_all_arrives_in_order_and_at_the_pace(
    api: BotApi, sqlite: Database, now: datetime
) -> None:
    await weather(api, sqlite, now, resend=True)
    assert states(sqlite) == {DeliveryState.SENT: CHATS * EACH}
    expected = [f"digest {day}" for day in DAYS]
    there = arrived(api)
    assert all(list(dict.fromkeys(texts)) == expected for texts in there.values())
    assert len(there) == CHATS
    twice = sum(len(texts) for texts in there.values()) - CHATS * EACH
    assert twice == sum(call.fault == "answer lost" for call in api.of("sendMessage"))
    assert sum(call.fault is not None for call in api.of("sendMessage")) >= CHATS * EACH * 0.2, (
        "there was a storm"
    )
    check_pace(api)


async def test_what_is_not_resent_arrives_at_most_once_and_the_ledger_says_what_is_in_doubt(
    api: BotApi, sqlite: Database, now: datetime
) -> None:
    await weather(api, sqlite, now, resend=False)
    counts = states(sqlite)
    assert counts[DeliveryState.SENT] + counts[DeliveryState.UNCERTAIN] == CHATS * EACH
    assert counts[DeliveryState.UNCERTAIN] == sum(
        call.fault in {"answer lost", "reset", "hang"} for call in api.of("sendMessage")
    )
    there = arrived(api)
    assert all(texts == sorted(set(texts)) for texts in there.values()), "once, and in order"
    lost_answers = sum(call.fault == "answer lost" for call in api.of("sendMessage"))
    assert sum(len(texts) for texts in there.values()) == counts[DeliveryState.SENT] + lost_answers
    check_pace(api)
