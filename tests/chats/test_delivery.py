"""What is owed is sent once, and how it ended is written down by what the platform said."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.chats.delivery import Courier, DeliveryReport, delivery_key
from bot.chats.messenger import Address, Answer, AnswerLost, ChatGone, ChatMoved, Refused, TryLater
from bot.message import Message, say
from storage import chats, outbox
from storage.database import Database
from storage.errors import NotStored
from storage.models import Chat, ChatState, Delivery, DeliveryState
from tests.storage.things import begun

Failure = Callable[[Address], Exception]


class ScriptedMessenger:
    """A messenger that fails as the script says, per chat, and then takes everything."""

    platform = "telegram"

    def __init__(self) -> None:
        self.script: dict[str, list[Failure]] = {}
        self.taken: list[tuple[str, str, str]] = []

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        if failures := self.script.get(address.chat):
            raise failures.pop(0)(address)
        self.taken.append((address.chat, message.plain, key))
        return f"remote-{len(self.taken)}"

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        raise NotImplementedError

    async def listen(self, answer: Answer) -> None:
        raise NotImplementedError

    async def close(self) -> None:
        raise NotImplementedError


class PlainComposer:
    """Messages that only name what they are about."""

    broken: Exception | None = None

    async def card(self, chat: Chat, event_id: int, changed_at: datetime | None = None) -> Message:  # noqa: ARG002 - the protocol's names
        return say(f"card {event_id}")

    async def digest(self, chat: Chat, day: date, now: datetime) -> Message:  # noqa: ARG002 - as above
        if self.broken:
            raise self.broken
        return say(f"digest {day}")

    async def change(self, chat: Chat, event_id: int, revision: int) -> Message:  # noqa: ARG002 - as above
        return say(f"change {revision} of {event_id}")

    async def reminder(self, chat: Chat, event_id: int, subject: str, now: datetime) -> Message:  # noqa: ARG002 - as above
        return say(f"reminder of {event_id}")

    async def catch_up(self, chat: Chat, subject: str, now: datetime) -> Message:  # noqa: ARG002 - as above
        return say(f"catch-up {subject}")

    async def note(self, chat: Chat, subject: str) -> Message:  # noqa: ARG002 - as above
        return say(subject)


@pytest.fixture
def messenger() -> ScriptedMessenger:
    return ScriptedMessenger()


@pytest.fixture
def composer() -> PlainComposer:
    return PlainComposer()


@pytest.fixture
def courier(database: Database, messenger: ScriptedMessenger, composer: PlainComposer) -> Courier:
    return Courier(database, {"telegram": messenger}, composer)


def owe(database: Database, address: str, now: datetime, *days: date) -> int:
    """Owe a chat the digests of `days` and return the chat's id."""

    def work(session: Session) -> int:
        chat = chats.ensure(session, "telegram", address, "", now)
        for day in days:
            outbox.owe_digest(session, chat.id, day, now)
        return chat.id

    with database.transaction() as session:
        return work(session)


def ledger(database: Database, chat_id: int) -> list[Delivery]:
    with database.transaction() as session:
        return sorted(outbox.deliveries(session, chat_id), key=lambda delivery: delivery.id)


def chat_of(database: Database, chat_id: int) -> Chat:
    with database.transaction() as session:
        return chats.get(session, chat_id)


MONDAY, TUESDAY = date(2024, 4, 22), date(2024, 4, 23)


async def test_what_is_owed_is_sent_once(database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime) -> None:
    chat = owe(database, "1", now, MONDAY, TUESDAY)
    assert await courier.deliver_due(now) == DeliveryReport(sent=2)
    assert await courier.deliver_due(now) == DeliveryReport()
    assert [text for _, text, _ in messenger.taken] == ["digest 2024-04-22", "digest 2024-04-23"]
    assert [(one.state, one.remote_id) for one in ledger(database, chat)] == [("sent", "remote-1"), ("sent", "remote-2")]


async def test_each_delivery_goes_under_a_key_of_its_own(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY, TUESDAY)
    await courier.deliver_due(now)
    keys = [key for _, _, key in messenger.taken]
    assert keys == [delivery_key(one.id, one.created_at) for one in ledger(database, chat)]
    assert len(set(keys)) == 2


async def test_a_delivery_of_a_new_database_has_another_key_than_one_of_the_same_number_before(database: Database, now: datetime) -> None:
    chat = owe(database, "1", now, MONDAY)
    (one,) = ledger(database, chat)
    assert delivery_key(one.id, one.created_at) != delivery_key(one.id, one.created_at + timedelta(seconds=1))


async def test_what_cannot_go_now_goes_when_the_platform_said_and_keeps_its_order(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
) -> None:
    owe(database, "1", now, MONDAY, TUESDAY)
    messenger.script["1"] = [lambda address: TryLater(address, "flood", 30)]
    assert await courier.deliver_due(now) == DeliveryReport(retried=1)
    assert await courier.deliver_due(now + timedelta(seconds=29)) == DeliveryReport()
    assert await courier.deliver_due(now + timedelta(seconds=40)) == DeliveryReport(sent=2)
    assert [text for _, text, _ in messenger.taken] == ["digest 2024-04-22", "digest 2024-04-23"]


async def test_waits_grow_when_the_platform_names_none(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    messenger.script["1"] = [lambda address: TryLater(address, "down")] * 20
    waits = []
    for _ in range(14):
        await courier.deliver_due(now)
        due = ledger(database, chat)[0].next_attempt_at
        waits.append(round((due - now).total_seconds()))
        now = due
    assert waits[:4] == [5, 10, 20, 40]
    assert waits[-1] == 3600


async def test_a_wait_for_the_whole_bot_stops_all_chats_of_the_platform(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
) -> None:
    for number in range(20):
        owe(database, str(number), now, MONDAY)
        messenger.script[str(number)] = [lambda address: TryLater(address, "flood", 60, everywhere=True)]
    await courier.deliver_due(now)
    refused = 20 - sum(len(left) for left in messenger.script.values())
    assert refused < 20, "later chats of the batch were not tried in vain"
    assert await courier.deliver_due(now + timedelta(seconds=30)) == DeliveryReport()


async def test_a_lost_answer_is_uncertain_and_not_sent_again(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    messenger.script["1"] = [lambda address: AnswerLost(address, "no answer in time")]
    assert await courier.deliver_due(now) == DeliveryReport(uncertain=1)
    assert await courier.deliver_due(now + timedelta(days=1)) == DeliveryReport()
    assert [(one.state, one.reason) for one in ledger(database, chat)] == [("uncertain", "no answer in time")]


async def test_a_fault_of_the_adapter_is_uncertain_too(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
) -> None:
    owe(database, "1", now, MONDAY)
    messenger.script["1"] = [lambda _: RuntimeError("bug")]
    assert await courier.deliver_due(now) == DeliveryReport(uncertain=1)


async def test_a_message_refused_for_good_fails_and_the_next_one_goes(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY, TUESDAY)
    messenger.script["1"] = [lambda address: Refused(address, "too long")]
    assert await courier.deliver_due(now) == DeliveryReport(failed=1, sent=1)
    assert [one.state for one in ledger(database, chat)] == [DeliveryState.FAILED, DeliveryState.SENT]


async def test_a_chat_that_is_gone_is_paused_and_owed_nothing_more(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY, TUESDAY)
    messenger.script["1"] = [lambda address: ChatGone(address, "blocked")]
    assert await courier.deliver_due(now) == DeliveryReport(failed=1)
    assert chat_of(database, chat).state == ChatState.PAUSED


async def test_a_chat_that_moved_gets_it_at_the_new_address(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    messenger.script["1"] = [lambda address: ChatMoved(address, Address("telegram", "-1001"))]
    assert await courier.deliver_due(now) == DeliveryReport(sent=1)
    assert messenger.taken[0][0] == "-1001"
    assert chat_of(database, chat).address == "-1001"


async def test_a_chat_whose_topic_is_gone_falls_back_to_its_group_and_stays_there(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "-1001", now, MONDAY)
    with database.transaction() as session:
        chats.move(session, chat, "-1001", "77")
    messenger.script["-1001"] = [lambda address: ChatMoved(address, Address("telegram", address.chat))]
    assert await courier.deliver_due(now) == DeliveryReport(sent=1)
    assert (chat_of(database, chat).address, chat_of(database, chat).thread) == ("-1001", "")


async def test_one_chats_trouble_does_not_stop_another(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
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
    assert (await courier.deliver_due(now)).sent == len(troubles)


async def test_what_no_longer_exists_is_cancelled(database: Database, courier: Courier, composer: PlainComposer, now: datetime) -> None:
    owe(database, "1", now, MONDAY)
    composer.broken = NotStored("event", 7)
    assert await courier.deliver_due(now) == DeliveryReport(cancelled=1)


async def test_a_message_that_cannot_be_made_is_tried_again_and_given_up_in_the_end(
    database: Database, courier: Courier, composer: PlainComposer, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    composer.broken = ZeroDivisionError()
    for _ in range(6):
        await courier.deliver_due(now)
        now = ledger(database, chat)[0].next_attempt_at
    assert [(one.state, one.reason) for one in ledger(database, chat)] == [("failed", "not composed: ZeroDivisionError")]


async def test_what_a_dead_sender_held_on_telegram_is_uncertain(
    database: Database, courier: Courier, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat = owe(database, "1", now, MONDAY)
    with database.transaction() as session:
        begun(session, now, limit=1)
    await courier.deliver_due(now + timedelta(minutes=6))
    assert messenger.taken == []
    assert [one.state for one in ledger(database, chat)] == [DeliveryState.UNCERTAIN]


async def test_what_is_owed_elsewhere_is_left_alone(database: Database, messenger: ScriptedMessenger, now: datetime) -> None:
    owe(database, "1", now, MONDAY)
    elsewhere = Courier(database, {"matrix": messenger}, PlainComposer())
    assert await elsewhere.deliver_due(now) == DeliveryReport()
