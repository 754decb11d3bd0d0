"""From one state of the diary to the next all events are as they were but those that changed."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from bot.web.diary_epochs import HOLDS_SECONDS, NO_EPOCH, OVERLAP, DiaryEpochs
from storage import event_changes
from storage.database import Database
from storage.engine import open_reading_engine
from tests.storage.things import filed
from tests.web.test_known_events import Clock


def epoch(database: Database, epochs: DiaryEpochs) -> int:
    with database.transaction() as session:
        return epochs.of(session)


def touched(database: Database, event_id: int, now: datetime) -> None:
    with database.transaction() as session:
        event_changes.touch(session, event_id, now)


@pytest.fixture
def two(sqlite: Database, now: datetime) -> tuple[int, int]:
    with sqlite.transaction() as session:
        early = filed(session, now - timedelta(days=1), "one")
        return early, filed(session, now, "two")


def test_only_what_changed_is_not_as_it_was(
    sqlite: Database, two: tuple[int, int], now: datetime
) -> None:
    epochs, (one, other) = DiaryEpochs(), two
    first = epoch(sqlite, epochs)
    assert epoch(sqlite, epochs) == first
    touched(sqlite, other, now + timedelta(hours=5))
    second = epoch(sqlite, epochs)
    assert second > first
    assert epochs.holds(one, first)
    assert not epochs.holds(other, first)
    assert epochs.holds(other, second)


def test_what_was_kept_later_than_it_was_begun_is_found_to_have_changed(
    sqlite: Database, two: tuple[int, int], now: datetime
) -> None:
    epochs, (one, other) = DiaryEpochs(), two
    touched(sqlite, other, now + timedelta(hours=5))
    first = epoch(sqlite, epochs)
    touched(sqlite, one, now + timedelta(hours=5) - OVERLAP)
    epoch(sqlite, epochs)
    assert not epochs.holds(one, first)


def test_nothing_counts_as_it_was_after_a_while_or_where_very_much_changed(
    sqlite: Database, two: tuple[int, int], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, (one, other) = Clock(), two
    epochs = DiaryEpochs(clock)
    first = epoch(sqlite, epochs)
    clock.seconds = HOLDS_SECONDS + 1
    second = epoch(sqlite, epochs)
    assert not epochs.holds(one, first)
    monkeypatch.setattr("bot.web.diary_epochs.MOST_CHANGED", 0)
    touched(sqlite, other, now + timedelta(hours=5))
    epoch(sqlite, epochs)
    assert not epochs.holds(one, second)


def test_who_sees_the_diary_of_a_while_ago_is_in_no_epoch(
    sqlite: Database, two: tuple[int, int], now: datetime
) -> None:
    epochs, engine = DiaryEpochs(), open_reading_engine(sqlite.engine.url)
    with Session(engine) as late:
        filed_before = epochs.of(late)
        late.info.clear()
        touched(sqlite, two[1], now + timedelta(hours=5))
        assert epoch(sqlite, epochs) > filed_before
        assert epochs.of(late) == NO_EPOCH
    engine.dispose()
