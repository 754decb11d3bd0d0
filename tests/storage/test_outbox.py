"""What is owed, and what became of it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlmodel import Session, col

from storage import cards, chats, digests, outbox, sending
from storage.database import Database
from storage.enums import DeliveryState, Mode
from storage.models import Delivery, Person
from tests.storage.things import begun, enqueue_digest, filed, person

MINUTE = timedelta(minutes=1)
DAY = date(2024, 4, 25)


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as session:
        yield session


def follower(
    session: Session,
    now: datetime,
    *subjects: str,
    topic: str = "organization",
    platform: str = "telegram",
) -> int:
    """A chat of its own that follows `subjects`."""
    chat_id = chats.ensure(session, platform, f"{topic} {subjects} {platform}", "", now).id
    for subject in subjects:
        chats.subscribe(session, chat_id, topic, subject)
    return chat_id


def owed_to(session: Session) -> set[int]:
    return set(session.scalars(select(col(Delivery.chat_id)).where(col(Delivery.kind) == "alert")))


def take(
    session: Session,
    now: datetime,
    *,
    limit: int = 9,
    platforms: tuple[str, ...] = ("telegram", "matrix"),
) -> list[Delivery]:
    return begun(session, now, limit=limit, lease=MINUTE, platforms=platforms)


def state(session: Session, delivery_id: int) -> tuple[str, str | None]:
    delivery = session.get_one(Delivery, delivery_id)
    return delivery.state, delivery.reason


def test_an_alert_is_owed_to_those_who_follow_one_of_the_organisations(
    session: Session, now: datetime
) -> None:
    ots, both = follower(session, now, "ots"), follower(session, now, "ots", "turksoy")
    follower(session, now, "turkpa")
    follower(session, now)
    assert (
        outbox.enqueue_alerts(session, filed(session, now, organizations=("ots", "turksoy")), now)
        == 2
    )
    assert owed_to(session) == {ots, both}


def test_an_alert_is_owed_to_those_who_follow_the_country_the_kind_or_somebody_who_was_there(
    session: Session, now: datetime
) -> None:
    event_id = filed(
        session,
        now,
        country="Швейцария",
        country_code="CH",
        kind="summit",
        participations=(person("Kadir Yaman"), person("Chinghiz Aitmatov", attended=False)),
    )
    ids = {one.name: one.id for one in session.scalars(select(Person))}
    country, kind = (
        follower(session, now, "CH", topic="country"),
        follower(session, now, "summit", topic="kind"),
    )
    there = follower(session, now, str(ids["Kadir Yaman"]), topic="person")
    follower(session, now, str(ids["Chinghiz Aitmatov"]), topic="person")
    follower(session, now, "summit", topic="country")
    follower(session, now, "conference", topic="kind")
    assert outbox.enqueue_alerts(session, event_id, now) == 3
    assert owed_to(session) == {country, kind, there}


def test_no_alert_is_owed_to_a_chat_that_is_silent_or_wants_digests_alone(
    session: Session, now: datetime
) -> None:
    instant = follower(session, now, "ots", topic="organization", platform="matrix")
    chats.update(session, instant, mode=Mode.INSTANT)
    chats.update(session, follower(session, now, "ots"), mode=Mode.DIGEST)
    chats.stop(session, follower(session, now, "ots", "turksoy"), now)
    chats.pause(session, follower(session, now, "ots", "turkpa"), now)
    assert outbox.enqueue_alerts(session, filed(session, now), now) == 1
    assert owed_to(session) == {instant}


def test_owing_twice_is_owing_once(session: Session, now: datetime) -> None:
    follower(session, now, "ots")
    event_id = filed(session, now)
    assert outbox.enqueue_alerts(session, event_id, now) == 1
    follower(session, now, "ots", "turksoy")
    assert outbox.enqueue_alerts(session, event_id, now + MINUTE) == 1
    assert outbox.enqueue_alerts(session, event_id, now + MINUTE) == 0


def test_the_alerts_of_all_followers_are_owed_by_one_statement(
    session: Session, now: datetime
) -> None:
    for n in range(100):
        chats.subscribe(
            session, chats.ensure(session, "telegram", str(n), "", now).id, "organization", "ots"
        )
    assert outbox.enqueue_alerts(session, filed(session, now), now) == 100


def test_a_digest_is_owed_once_a_day(session: Session, now: datetime) -> None:
    chat_id = follower(session, now)
    assert enqueue_digest(session, chat_id, DAY, now)
    assert not enqueue_digest(session, chat_id, DAY, now + MINUTE)
    assert enqueue_digest(session, chat_id, DAY + timedelta(days=1), now)
    assert chats.get(session, chat_id).last_digest_on == DAY + timedelta(days=1)


def test_a_claimed_delivery_comes_with_its_chat_and_is_nobody_elses(
    session: Session, now: datetime
) -> None:
    chat_id = follower(session, now)
    enqueue_digest(session, chat_id, DAY, now)
    (due,) = sending.due(session, now, platform="telegram", limit=9)
    assert due.chat.id == due.delivery.chat_id == chat_id
    assert sending.begin(session.connection(), due.delivery.id, now, lease=MINUTE) == sending.Begun(
        now, None
    )
    assert sending.begin(session.connection(), due.delivery.id, now, lease=MINUTE) is None
    delivery = session.get_one(Delivery, due.delivery.id, populate_existing=True)
    assert (delivery.kind, delivery.subject, delivery.state, delivery.attempts) == (
        "digest",
        "2024-04-25",
        "sending",
        1,
    )
    assert take(session, now + MINUTE) == []


def test_only_due_deliveries_to_active_chats_of_the_asked_platforms_are_claimed(
    session: Session, now: datetime
) -> None:
    here, there = follower(session, now), follower(session, now, platform="matrix")
    later, silent = follower(session, now, "a"), follower(session, now, "b")
    chats.pause(session, silent, now)
    for chat_id, at in [(here, now), (there, now), (later, now + MINUTE), (silent, now)]:
        enqueue_digest(session, chat_id, DAY, at)
    assert [delivery.chat_id for delivery in take(session, now, platforms=("telegram",))] == [here]
    assert [delivery.chat_id for delivery in take(session, now, platforms=("matrix",))] == [there]
    assert take(session, now, platforms=()) == []


def test_the_longest_due_are_claimed_first_and_no_more_than_asked_for(
    session: Session, now: datetime
) -> None:
    first, second = follower(session, now, "a"), follower(session, now, "b")
    enqueue_digest(session, second, DAY, now)
    enqueue_digest(session, first, DAY, now - MINUTE)
    assert [delivery.chat_id for delivery in take(session, now, limit=1)] == [first]
    assert [delivery.chat_id for delivery in take(session, now, limit=1)] == [second]


def test_a_delivery_to_try_again_is_due_when_it_was_told_to_be(
    session: Session, now: datetime
) -> None:
    enqueue_digest(session, follower(session, now), DAY, now)
    (delivery,) = take(session, now)
    sending.retry(session, delivery.id, now + 5 * MINUTE, "flood control " * 100)
    assert take(session, now + 4 * MINUTE) == []
    (again,) = take(session, now + 5 * MINUTE)
    assert (again.id, again.attempts, len(again.reason or "")) == (
        delivery.id,
        2,
        sending.REASON_LENGTH,
    )


def test_a_delivery_that_came_to_its_end_is_not_claimed_again(
    session: Session, now: datetime
) -> None:
    for n in range(4):
        enqueue_digest(session, follower(session, now, str(n)), DAY, now)
    one, two, three, four = (delivery.id for delivery in take(session, now))
    sending.retry(session, one, now, "the network was down")
    assert [again.id for again in take(session, now)] == [one]
    sending.sent(session.connection(), one, "message 7", now)
    sending.uncertain(session, two, "answer lost", now)
    sending.failed(session, three, "refused", now)
    sending.cancelled(session, four, "no longer wanted", now)
    ends = [
        ("sent", None),
        ("uncertain", "answer lost"),
        ("failed", "refused"),
        ("cancelled", "no longer wanted"),
    ]
    assert [state(session, delivery_id) for delivery_id in (one, two, three, four)] == ends
    assert session.get_one(Delivery, one).remote_id == "message 7"
    assert session.get_one(Delivery, two).finished_at == now
    assert take(session, now + MINUTE) == []


def test_what_a_dead_sender_held_is_due_again_where_a_repeat_is_harmless_and_uncertain_elsewhere(
    session: Session, now: datetime
) -> None:
    for platform in ("telegram", "matrix"):
        enqueue_digest(session, follower(session, now, platform=platform), DAY, now)
    held = {one.platform: one.id for one in take(session, now)}

    def recover(at: datetime, platform: str) -> sending.Recovered:
        return sending.recover(session, at, platform=platform, again=platform == "matrix")

    assert (
        recover(now, "telegram")
        == recover(now, "matrix")
        == sending.Recovered(again=0, uncertain=0)
    )
    assert recover(now + MINUTE, "telegram") == sending.Recovered(again=0, uncertain=1)
    assert recover(now + MINUTE, "matrix") == sending.Recovered(again=1, uncertain=0)
    assert state(session, held["telegram"])[0] == DeliveryState.UNCERTAIN
    assert [delivery.id for delivery in take(session, now + MINUTE)] == [held["matrix"]]


def test_what_went_out_as_an_alert_is_known_to_the_digest(session: Session, now: datetime) -> None:
    chat_id = follower(session, now, "ots")
    events = [filed(session, now, name) for name in ("sent", "failed", "pending")]
    other = filed(session, now, "other", organizations=("turkpa",))
    for event_id in events:
        outbox.enqueue_alerts(session, event_id, now)
    first, second = take(session, now, limit=2)
    sending.sent(session.connection(), first.id, "7", now)
    sending.failed(session, second.id, "refused", now)
    assert cards.alerted(session, chat_id, [*events, other]) == {events[0]}
    assert cards.alerted(session, chat_id, []) == set()


def test_the_digest_before_is_the_last_one_that_was_not_given_up(
    session: Session, now: datetime
) -> None:
    chat_id = follower(session, now)
    days = [DAY - timedelta(days=n) for n in (3, 2, 1, 0)]
    for n, day in enumerate(days):
        enqueue_digest(session, chat_id, day, now + n * MINUTE)
    given_up = take(session, now + 2 * MINUTE)[-1]
    sending.failed(session, given_up.id, "refused", now)
    assert digests.previous_digest(session, chat_id, DAY) == now + MINUTE
    assert digests.previous_digest(session, chat_id, days[0]) is None


def test_the_ledger_gives_the_latest_first(session: Session, now: datetime) -> None:
    chat_id = follower(session, now)
    for n in range(3):
        enqueue_digest(session, chat_id, DAY + timedelta(days=n), now)
    assert [one.subject for one in outbox.deliveries(session, chat_id, limit=2)] == [
        "2024-04-27",
        "2024-04-26",
    ]


def test_the_outcome_of_a_delivery_that_is_not_there_is_passed_over(
    session: Session, now: datetime
) -> None:
    assert not sending.sent(session.connection(), 700, "7", now)
    assert not sending.failed(session, 700, "refused", now)
    assert session.scalar(select(func.count()).select_from(Delivery)) == 0
