"""What is owed is sent once, and how it ended is written down by what the platform said."""

import asyncio
from datetime import datetime, timedelta
from math import log2

import pytest

from bot.delivery import outcomes, queue
from bot.delivery.attempt import delivery_key
from bot.delivery.queue import PAGE
from bot.delivery.worker import DeliveryReport, DeliveryWorker
from bot.messages.message import Message
from bot.platforms.base import (
    MAX_CONCURRENCY,
    Address,
    AnswerLost,
    Capabilities,
    ChatGone,
    ChatMoved,
    Refused,
    TryLater,
)
from storage import chats
from storage.database import Database
from storage.enums import ChatState, DeliveryState
from storage.errors import NotStored
from tests.delivery.deliveries import (
    MONDAY,
    TUESDAY,
    Failure,
    PlainComposer,
    ScriptedMessenger,
    alert,
    chat_of,
    deliveries_of,
    owe,
)
from tests.storage.things import begun


@pytest.fixture
def messenger() -> ScriptedMessenger:
    return ScriptedMessenger()


@pytest.fixture
def composer() -> PlainComposer:
    return PlainComposer()


@pytest.fixture
def worker(
    database: Database, messenger: ScriptedMessenger, composer: PlainComposer
) -> DeliveryWorker:
    return DeliveryWorker(database, [messenger], composer)


async def test_what_is_owed_is_sent_once(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY, TUESDAY)
    assert await worker.deliver_due(now) == DeliveryReport(sent=2)
    assert await worker.deliver_due(now) == DeliveryReport()
    assert [text for _, text, _ in messenger.taken] == ["digest 2024-04-22", "digest 2024-04-23"]
    assert [(one.state, one.remote_id) for one in deliveries_of(database, chat)] == [
        ("sent", "remote-1"),
        ("sent", "remote-2"),
    ]


async def test_each_delivery_goes_under_a_key_of_its_own(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY, TUESDAY)
    await worker.deliver_due(now)
    keys = [key for _, _, key in messenger.taken]
    assert keys == [delivery_key(one.id, one.created_at) for one in deliveries_of(database, chat)]
    assert len(set(keys)) == 2


async def test_a_delivery_of_a_new_database_has_another_key_than_one_of_the_same_number_before(
    database: Database, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    (one,) = deliveries_of(database, chat)
    assert delivery_key(one.id, one.created_at) != delivery_key(
        one.id, one.created_at + timedelta(seconds=1)
    )


async def test_what_cannot_go_now_goes_when_the_platform_said_and_keeps_its_order(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    owe(database, "1", now, MONDAY, TUESDAY)
    messenger.script["1"] = [lambda address: TryLater(address, "flood", 30)]
    assert await worker.deliver_due(now) == DeliveryReport(retried=1)
    assert await worker.deliver_due(now + timedelta(seconds=29)) == DeliveryReport()
    assert await worker.deliver_due(now + timedelta(seconds=40)) == DeliveryReport(sent=2)
    assert [text for _, text, _ in messenger.taken] == ["digest 2024-04-22", "digest 2024-04-23"]


async def test_what_is_owed_while_a_chat_has_to_wait_goes_behind_what_waits(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    owe(database, "1", now, MONDAY)
    messenger.script["1"] = [lambda address: TryLater(address, "flood", 30)]
    await worker.deliver_due(now)
    owe(database, "1", now + timedelta(seconds=10), TUESDAY)
    await worker.deliver_due(now + timedelta(seconds=31))
    assert [text for _, text, _ in messenger.taken] == [f"digest {MONDAY}", f"digest {TUESDAY}"]


async def test_waits_grow_when_the_platform_names_none(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    messenger.script["1"] = [lambda address: TryLater(address, "down")] * 20
    waits = []
    for _ in range(14):
        await worker.deliver_due(now)
        due = deliveries_of(database, chat)[0].next_attempt_at
        waits.append((due - now).total_seconds())
        now = due
    # What the round itself took comes on top, and is less than the next doubling.
    assert [5 * 2 ** int(log2(wait / 5)) for wait in waits[:4]] == [5, 10, 20, 40]
    assert 3600 <= waits[-1] < 3700


async def test_a_wait_for_the_whole_bot_stops_all_chats_of_the_platform(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    for number in range(20):
        owe(database, str(number), now, MONDAY)
        messenger.script[str(number)] = [
            lambda address: TryLater(address, "flood", 60, everywhere=True)
        ]
    await worker.deliver_due(now)
    refused = 20 - sum(len(left) for left in messenger.script.values())
    assert refused < 20, "later chats of the batch were not tried in vain"
    assert await worker.deliver_due(now + timedelta(seconds=30)) == DeliveryReport()


async def test_a_lost_answer_is_uncertain_and_not_sent_again(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    messenger.script["1"] = [lambda address: AnswerLost(address, "no answer in time")]
    assert await worker.deliver_due(now) == DeliveryReport(uncertain=1)
    assert await worker.deliver_due(now + timedelta(days=1)) == DeliveryReport()
    assert [(one.state, one.reason) for one in deliveries_of(database, chat)] == [
        ("uncertain", "no answer in time")
    ]


async def test_a_fault_of_the_adapter_is_uncertain_too(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    owe(database, "1", now, MONDAY)
    messenger.script["1"] = [lambda _: RuntimeError("bug")]
    assert await worker.deliver_due(now) == DeliveryReport(uncertain=1)


async def test_a_message_refused_for_good_fails_and_the_next_one_goes(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY, TUESDAY)
    messenger.script["1"] = [lambda address: Refused(address, "too long")]
    assert await worker.deliver_due(now) == DeliveryReport(failed=1, sent=1)
    assert [one.state for one in deliveries_of(database, chat)] == [
        DeliveryState.FAILED,
        DeliveryState.SENT,
    ]


async def test_a_chat_that_is_gone_is_paused_and_owed_nothing_more(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY, TUESDAY)
    messenger.script["1"] = [lambda address: ChatGone(address, "blocked")]
    assert await worker.deliver_due(now) == DeliveryReport(failed=1)
    assert chat_of(database, chat).state == ChatState.PAUSED


async def test_a_chat_that_moved_gets_it_at_the_new_address(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    messenger.script["1"] = [lambda address: ChatMoved(address, Address("telegram", "-1001"))]
    assert await worker.deliver_due(now) == DeliveryReport(sent=1)
    assert messenger.taken[0][0] == "-1001"
    assert chat_of(database, chat).address == "-1001"


async def test_a_chat_whose_topic_is_gone_falls_back_to_its_group_and_stays_there(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "-1001", now, MONDAY)
    with database.transaction() as session:
        chats.move(session, chat, "-1001", "77")
    messenger.script["-1001"] = [
        lambda address: ChatMoved(address, Address("telegram", address.chat))
    ]
    assert await worker.deliver_due(now) == DeliveryReport(sent=1)
    assert (chat_of(database, chat).address, chat_of(database, chat).thread) == ("-1001", "")


async def test_one_chats_trouble_does_not_stop_another(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    troubles: list[Failure] = [
        lambda address: ChatGone(address, "x"),
        lambda address: Refused(address, "x"),
        lambda address: TryLater(address, "x", 60),
        lambda address: AnswerLost(address, "x"),
        lambda _: ValueError("x"),
    ]
    for number, trouble in enumerate(troubles):
        owe(database, f"bad-{number}", now, MONDAY)
        messenger.script[f"bad-{number}"] = [trouble]
        owe(database, f"good-{number}", now, MONDAY)
    assert (await worker.deliver_due(now)).sent == len(troubles)


async def test_what_no_longer_exists_is_cancelled(
    database: Database, worker: DeliveryWorker, composer: PlainComposer, now: datetime
) -> None:
    owe(database, "1", now, MONDAY)
    composer.broken = NotStored("event", 7)
    assert await worker.deliver_due(now) == DeliveryReport(cancelled=1)


async def test_a_message_that_cannot_be_made_is_tried_again_and_given_up_in_the_end(
    database: Database, worker: DeliveryWorker, composer: PlainComposer, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    composer.broken = ZeroDivisionError()
    for _ in range(6):
        await worker.deliver_due(now)
        now = deliveries_of(database, chat)[0].next_attempt_at
    assert [(one.state, one.reason) for one in deliveries_of(database, chat)] == [
        ("failed", "not composed: ZeroDivisionError")
    ]


async def test_what_a_dead_sender_held_on_telegram_is_uncertain(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    with database.transaction() as session:
        begun(session, now, limit=1)
    await worker.deliver_due(now + timedelta(minutes=6))
    assert messenger.taken == []
    assert [one.state for one in deliveries_of(database, chat)] == [DeliveryState.UNCERTAIN]


async def test_what_is_owed_elsewhere_is_left_alone(
    database: Database, messenger: ScriptedMessenger, now: datetime
) -> None:
    owe(database, "1", now, MONDAY)
    messenger.platform = "matrix"
    elsewhere = DeliveryWorker(database, [messenger], PlainComposer())
    assert await elsewhere.deliver_due(now) == DeliveryReport()


class Paused(ScriptedMessenger):
    """A messenger that takes its time with one chat, until a test lets it go on."""

    def __init__(self, slow: str) -> None:
        super().__init__()
        self.slow = slow
        self.go_on = asyncio.Event()
        self.seen: asyncio.Queue[str] = asyncio.Queue()

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        if address.chat == self.slow:
            await self.go_on.wait()
        remote_id = await super().send(address, message, key=key)
        await self.seen.put(address.chat)
        return remote_id


async def test_one_slow_chat_holds_up_nobody_not_even_what_falls_due_meanwhile(
    database: Database, now: datetime
) -> None:
    messenger = Paused("slow")
    owe(database, "slow", now, MONDAY, TUESDAY)
    owe(database, "1", now, MONDAY)
    worker = DeliveryWorker(database, [messenger], PlainComposer())
    delivering = asyncio.create_task(worker.deliver_due(now))
    assert await messenger.seen.get() == "1"
    owe(database, "2", now, MONDAY)
    assert await messenger.seen.get() == "2"
    messenger.go_on.set()
    assert await delivering == DeliveryReport(sent=4)
    assert [text for chat, text, _ in messenger.taken if chat == "slow"] == [
        "digest 2024-04-22",
        "digest 2024-04-23",
    ]


async def test_alerts_go_before_digests(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    owe(database, "digest", now, MONDAY)
    alert(database, now, "alert")
    await worker.deliver_due(now)
    assert [chat for chat, _, _ in messenger.taken] == ["alert", "digest"]


async def test_two_senders_at_once_send_everything_once(
    database: Database, database_url: str, now: datetime
) -> None:
    for number in range(40):
        owe(database, str(number), now, MONDAY, TUESDAY)
    other, messengers = Database(database_url), (ScriptedMessenger(), ScriptedMessenger())
    workers = [
        DeliveryWorker(one, [two], PlainComposer())
        for one, two in zip((database, other), messengers, strict=True)
    ]
    reports = await asyncio.gather(*(worker.deliver_due(now) for worker in workers))
    other.close()
    taken = [(chat, text) for messenger in messengers for chat, text, _ in messenger.taken]
    assert sum(report.sent for report in reports) == len(taken) == len(set(taken)) == 80


async def test_one_round_sends_all_that_is_due_even_where_one_chat_is_owed_more_than_a_page(
    sqlite: Database, messenger: ScriptedMessenger, now: datetime
) -> None:
    days = [MONDAY + timedelta(days=nth) for nth in range(PAGE + 1)]
    owe(sqlite, "1", now, *days)
    owe(sqlite, "2", now, MONDAY)
    worker = DeliveryWorker(sqlite, [messenger], PlainComposer())
    assert (await worker.deliver_due(now)).sent == len(days) + 1
    taken = [text for chat, text, _ in messenger.taken if chat == "1"]
    assert taken == [f"digest {day}" for day in days]


async def test_resending_has_an_end(
    database: Database, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    messenger.script["1"] = [lambda address: AnswerLost(address, "no answer in time")] * 99
    messenger.capabilities = Capabilities(resends_uncertain=True)
    worker = DeliveryWorker(database, [messenger], PlainComposer())
    while (one := deliveries_of(database, chat)[0]).state == DeliveryState.PENDING:
        now = max(now, one.next_attempt_at)
        await worker.deliver_due(now)
    assert (one.state, one.attempts) == (DeliveryState.UNCERTAIN, outcomes.RESENDS)


async def test_a_wait_that_two_chats_are_asked_for_is_the_whole_bots(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    for address in ("1", "2"):
        owe(database, address, now, MONDAY)
        messenger.script[address] = [lambda where: TryLater(where, "flood", 60)]
    await worker.deliver_due(now)
    owe(database, "3", now, MONDAY)
    assert await worker.deliver_due(now + timedelta(seconds=30)) == DeliveryReport()
    assert (await worker.deliver_due(now + timedelta(seconds=61))).sent == 3


async def test_a_platform_out_of_order_is_left_alone_a_little_longer_each_time(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    for number in range(30):
        owe(database, str(number), now, MONDAY)
        messenger.script[str(number)] = [lambda where: TryLater(where, "502", everywhere=True)] * 9
    await worker.deliver_due(now)
    tried = sum(9 - len(left) for left in messenger.script.values())
    assert 0 < tried <= MAX_CONCURRENCY, "those under way at once, and no more"


async def test_a_platform_without_answers_puts_in_doubt_what_is_under_way_then_one_at_a_time(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    for number in range(30):
        owe(database, str(number), now, MONDAY)
        messenger.script[str(number)] = [lambda where: AnswerLost(where, "no answer in time")] * 9
    first = await worker.deliver_due(now)
    assert 0 < first.uncertain <= MAX_CONCURRENCY
    second = await worker.deliver_due(now + timedelta(seconds=30))
    assert second == DeliveryReport(uncertain=1)
    messenger.script.clear()
    third = await worker.deliver_due(now + timedelta(minutes=1))
    assert third == DeliveryReport(sent=30 - first.uncertain - 1)


async def test_what_fails_together_is_one_trouble_and_closes_the_platform_for_no_longer_than_that(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    for number in range(8):
        owe(database, str(number), now, MONDAY)
        messenger.script[str(number)] = [lambda where: TryLater(where, "502", everywhere=True)]
    await worker.deliver_due(now)
    messenger.script.clear()
    owe(database, "another", now, MONDAY)
    assert (await worker.deliver_due(now + 2 * queue.CLOSED.first)).sent >= 1
