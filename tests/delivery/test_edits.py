"""A card that was sent is edited in place, once for each change, and never before it is there."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.delivery.worker import DeliveryReport, DeliveryWorker
from bot.messages.message import Message
from bot.platforms.base import Address, AnswerLost
from storage import outbox, sending
from storage.database import Database
from tests.delivery.deliveries import PlainComposer, ScriptedMessenger, alert, deliveries_of
from tests.storage.things import begun


class Editing(ScriptedMessenger):
    """A messenger that edits, and lets something happen while it sends."""

    def __init__(self) -> None:
        super().__init__()
        self.edited: list[tuple[str, str]] = []
        self.meanwhile: Callable[[], None] | None = None

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        if self.meanwhile:
            self.meanwhile()
        return await super().send(address, message, key=key)

    # The protocol's names.
    async def edit(
        self,
        address: Address,
        remote_id: str,
        message: Message,
        *,
        key: str,
    ) -> str:
        self.edited.append((remote_id, key))
        return f"edited-{len(self.edited)}"


async def test_an_edit_replaces_the_card_and_the_last_word_is_said(
    database: Database, now: datetime
) -> None:
    messenger = Editing()
    chat, event_id = alert(database, now, "1")
    worker = DeliveryWorker(database, [messenger], PlainComposer())
    with database.transaction() as session:
        assert outbox.enqueue_edits(session, event_id, now) == 0, (
            "the card is still to come, and will be up to date"
        )
    await worker.deliver_due(now)
    for _ in range(2):
        now += timedelta(minutes=1)
        with database.transaction() as session:
            assert outbox.enqueue_edits(session, event_id, now) == 1
            assert outbox.enqueue_edits(session, event_id, now) == 1, "owed twice, it is one edit"
        assert await worker.deliver_due(now) == DeliveryReport(sent=1)
    assert [remote for remote, _ in messenger.edited] == ["remote-1", "edited-1"]
    assert len({key for _, key in messenger.edited}) == 2, (
        "or the homeserver would take the second for the first"
    )
    assert [(one.kind, one.state, one.remote_id) for one in deliveries_of(database, chat)] == [
        ("alert", "sent", "edited-2"),
        ("edit", "sent", "edited-2"),
    ]


async def test_an_edit_of_the_sources_alone_waits_for_the_next_one_or_for_a_day(
    database: Database, now: datetime
) -> None:
    messenger = Editing()
    _, event_id = alert(database, now, "1")
    worker = DeliveryWorker(database, [messenger], PlainComposer())
    await worker.deliver_due(now)

    def owe(at: datetime, *, can_wait: bool) -> int:
        with database.transaction() as session:
            return outbox.enqueue_edits(session, event_id, at, can_wait=can_wait)

    assert owe(now, can_wait=True) == 1
    later = now + timedelta(hours=23)
    assert owe(later, can_wait=True) == 0, "or news that trickle in would put it off for ever"
    assert await worker.deliver_due(later) == DeliveryReport()
    assert await worker.deliver_due(now + timedelta(days=1)) == DeliveryReport(sent=1)
    now += timedelta(days=2)
    assert owe(now, can_wait=True) == 1
    assert owe(now, can_wait=False) == 1
    assert owe(now, can_wait=True) == 0, "the edit that is due tells the sources, too"
    assert await worker.deliver_due(now) == DeliveryReport(sent=1)
    assert await worker.deliver_due(now + timedelta(days=2)) == DeliveryReport()


async def test_an_edit_owed_while_the_card_is_on_its_way_is_made(
    database: Database, now: datetime
) -> None:
    messenger = Editing()
    _, event_id = alert(database, now, "1")

    def owe_edit() -> None:
        with database.transaction() as session:
            outbox.enqueue_edits(session, event_id, now)

    messenger.meanwhile = owe_edit
    worker = DeliveryWorker(database, [messenger], PlainComposer())
    assert [await worker.deliver_due(now) for _ in range(2)] == [DeliveryReport(sent=1)] * 2
    assert [remote for remote, _ in messenger.edited] == ["remote-1"]


async def test_a_card_that_never_arrived_cannot_be_edited(
    database: Database, now: datetime
) -> None:
    messenger = Editing()
    chat, event_id = alert(database, now, "1")
    messenger.script["1"] = [lambda address: AnswerLost(address, "no answer in time")]
    messenger.meanwhile = lambda: None
    worker = DeliveryWorker(database, [messenger], PlainComposer())
    with database.transaction() as session:
        (one,) = begun(session, now)
        outbox.enqueue_edits(session, event_id, now)
        sending.uncertain(session, one.id, "no answer in time", now)
    assert await worker.deliver_due(now) == DeliveryReport(cancelled=1)
    assert messenger.edited == []
    assert (
        deliveries_of(database, chat)[-1].reason
        == "the card to edit never arrived, or nobody knows whether it did"
    )
