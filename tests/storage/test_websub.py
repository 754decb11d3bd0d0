"""What is remembered of the hubs that sources name."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.language.name_forms import NameForms
from storage import source_edits, sources, websub
from storage.backup import back_up, move
from storage.database import Database
from storage.models import HubSubscription, Source
from storage.sources import Success
from tests.storage.things import source, spec

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
HUB, TOPIC = "https://hub.example/", "https://kabar.example/feed"


def poll(session: Session, now: datetime, *, hub: str | None = HUB, topic: str = TOPIC) -> int:
    """Store that a poll went well and found this hub; the source is due in an hour."""
    kabar = source(session, now)
    sources.succeeded(session, [Success(kabar, now + HOUR)], now)
    websub.remember(session, kabar, now, hub=hub, topic=topic)
    session.flush()
    return kabar


def row(session: Session) -> HubSubscription:
    session.flush()
    session.expire_all()
    return session.exec(select(HubSubscription)).one()


def due(session: Session, now: datetime) -> list[str]:
    return [key for _, key in websub.claim_due(session, now, limit=9, lease=MINUTE)]


def test_a_subscription_is_asked_for_by_one_at_a_time(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        poll(session, now)
        assert due(session, now) == ["kabar"]
        assert due(session, now + MINUTE - SECOND) == []
        assert due(session, now + MINUTE) == ["kabar"]
        assert row(session).tries == 2


def test_those_waiting_longest_are_asked_for_first_and_no_more_than_asked(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        sources.sync(session, [spec(f"s{n}") for n in range(4)], now)
        for n, one in enumerate(sources.all_sources(session)):
            websub.remember(session, one.id, now - n * HOUR, hub=HUB, topic=one.url)
        claimed = websub.claim_due(session, now, limit=2, lease=HOUR)
        assert sorted(key for _, key in claimed) == ["s2", "s3"]


def test_the_same_hub_found_again_changes_nothing(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        poll(session, now)
        assert due(session, now) == ["kabar"]
        assert (
            websub.grant(
                session,
                row(session).token,
                TOPIC,
                lease_ends_at=now + 9 * HOUR,
                next_try_at=now + 6 * HOUR,
            )
            == "kabar"
        )
        before = row(session).model_dump()
        poll(session, now + HOUR)
        assert row(session).model_dump() == before


@pytest.mark.parametrize(
    ("hub", "topic"), [("https://other.example/", TOPIC), (HUB, "https://kabar.example/other")]
)
def test_another_hub_or_topic_is_another_subscription(
    database: Database, now: datetime, hub: str, topic: str
) -> None:
    with database.transaction() as session:
        poll(session, now)
        due(session, now)
        token, secret = row(session).token, row(session).secret
        websub.grant(
            session, token, TOPIC, lease_ends_at=now + 9 * HOUR, next_try_at=now + 6 * HOUR
        )
        poll(session, now + HOUR, hub=hub, topic=topic)
        assert (row(session).lease_ends_at, row(session).next_try_at) == (None, now + HOUR)
        assert (row(session).token != token, row(session).secret != secret) == (True, True)
        assert websub.secret_of(session, token) is None


def test_a_page_that_names_no_hub_any_more_ends_the_subscription(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        poll(session, now)
        poll(session, now + HOUR, hub=None)
        assert session.exec(select(HubSubscription)).all() == []


def test_the_hub_of_an_old_page_is_not_wanted_until_the_new_one_names_it(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        poll(session, now)
        token = row(session).token
        sources.sync(session, [spec("kabar", url="https://kabar.example/new")], now)
        assert (
            due(session, now),
            websub.secret_of(session, token),
            websub.call(session, token, now),
        ) == ([], None, None)
        assert (
            websub.grant(session, token, TOPIC, lease_ends_at=now + HOUR, next_try_at=now) is None
        )
        websub.remember(session, source(session, now), now, hub=HUB, topic=TOPIC)
        assert websub.secret_of(session, token) == row(session).secret


def test_a_source_that_moves_keeps_its_subscription_where_the_new_page_names_the_same_hub(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        kabar, moved = poll(session, now), sources.Learned(url="https://kabar.example/moved")
        token = row(session).token
        sources.succeeded(session, [Success(kabar, now, learned=moved)], now)
        assert websub.secret_of(session, token) is None
        websub.remember(session, kabar, now, hub=HUB, topic=TOPIC)
        assert (row(session).token, row(session).page) == (token, "https://kabar.example/moved")
        assert websub.secret_of(session, token) == row(session).secret


def test_a_source_that_is_switched_off_or_removed_wants_no_hub(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        poll(session, now)
        token = row(session).token
        source_edits.set_enabled(session, "kabar", now, on=False)
        assert (due(session, now), websub.call(session, token, now)) == ([], None)
        assert websub.deny(session, token, TOPIC, next_try_at=now) is None


def test_what_a_hub_granted_before_it_answered_is_not_undone_by_its_answer(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        poll(session, now)
        due(session, now)
        token = row(session).token
        websub.postpone(session, token, now + HOUR)
        assert row(session).next_try_at == now + HOUR
        websub.grant(
            session, token, TOPIC, lease_ends_at=now + 9 * HOUR, next_try_at=now + 6 * HOUR
        )
        websub.postpone(session, token, now + HOUR)
        assert (row(session).next_try_at, row(session).tries) == (now + 6 * HOUR, 0)


def test_a_call_makes_a_source_due_but_not_twice_within_a_minute(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        kabar = poll(session, now)
        assert websub.call(session, row(session).token, now + SECOND) == "kabar"
        assert session.get_one(Source, kabar).next_poll_at == now + sources.CALL_PAUSE
        assert websub.call(session, row(session).token, now + 5 * MINUTE) == "kabar"
        assert session.get_one(Source, kabar).next_poll_at == now + sources.CALL_PAUSE, (
            "sooner than the call, and so due"
        )
        poll(session, now + 6 * MINUTE)
        websub.call(session, row(session).token, now + 9 * MINUTE)
        assert session.get_one(Source, kabar).next_poll_at == now + 9 * MINUTE


def test_a_call_shortens_no_pause_of_a_source_that_fails(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        kabar = poll(session, now)
        sources.failed(
            session, kabar, now, cause="blocked", detail="status 429", next_poll_at=now + 9 * HOUR
        )
        assert websub.call(session, row(session).token, now + HOUR) == "kabar"
        assert session.get_one(Source, kabar).next_poll_at == now + 9 * HOUR


def test_a_call_while_a_source_is_polled_has_it_polled_once_more(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        kabar = poll(session, now)
        later = now + HOUR
        sources.claim_due(session, later, limit=1, lease=HOUR)
        websub.call(session, row(session).token, later + SECOND)
        poll(session, later)
        assert session.get_one(Source, kabar).next_poll_at == later + sources.CALL_PAUSE
        poll(session, later + sources.CALL_PAUSE)
        assert session.get_one(Source, kabar).next_poll_at == later + sources.CALL_PAUSE + HOUR


def test_subscriptions_are_saved_and_moved_with_everything_else(
    sqlite: Database, postgres_url: str, tmp_path: Path, now: datetime
) -> None:
    with sqlite.transaction() as session:
        poll(session, now)
        secret = row(session).secret
    back_up(sqlite, tmp_path / "saved.db")
    target = Database(postgres_url)
    move(sqlite, target, NameForms())
    for copied in (Database(f"sqlite:///{tmp_path / 'saved.db'}"), target):
        with copied.transaction() as session:
            assert websub.secret_of(session, row(session).token) == secret
            websub.remember(session, source(session, now, "trt"), now, hub=HUB, topic=TOPIC)
        copied.close()


def test_neither_secret_nor_address_is_shown(sqlite: Database, now: datetime) -> None:
    with sqlite.transaction() as session:
        poll(session, now)
        one = row(session)
        assert one.secret not in repr(one)
        assert one.token not in repr(one)
