"""What polls came to is stored together, and a fault in one loses no other."""

from datetime import datetime

import pytest

from bot.feeds.polling import results
from bot.feeds.polling.results import PollRecorder, PollResult
from storage.database import Database
from storage.errors import DatabaseError
from tests.feeds.making import add_sources, source, spec

AWAY = DatabaseError("here", "no connection", "See that the server runs")


def outcome(number: int, now: datetime, etag: str) -> PollResult:
    return PollResult(number, f"source {number}", now, etag=etag)


async def test_what_was_handed_over_is_stored_by_the_end(sqlite: Database, now: datetime) -> None:
    add_sources(sqlite, now, spec("outlet", "https://o.example/rss"))
    told: list[tuple[str | None, int]] = []
    recorder = PollRecorder(sqlite, now, lambda result, new: told.append((result.etag, new)))
    recorder.add(outcome(source(sqlite).id, now, "1"))
    await recorder.finish()
    assert told == [("1", 0)]
    assert source(sqlite).etag == "1"


async def test_one_that_cannot_be_stored_does_not_take_the_others_with_it(
    sqlite: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_sources(sqlite, now, spec("outlet", "https://o.example/rss"))
    really = results.store

    def store(session: object, outcomes: list[PollResult], at: datetime) -> list[int]:
        if any(result.etag == "bad" for result in outcomes):
            raise ValueError("a fault of ours")
        return really(session, outcomes, at)  # type: ignore[arg-type]  # a session is a session

    monkeypatch.setattr(results, "store", store)
    told: list[str | None] = []
    recorder = PollRecorder(sqlite, now, lambda result, _new: told.append(result.etag))
    for etag in ("bad", "good"):
        recorder.add(outcome(source(sqlite).id, now, etag))
    await recorder.finish()
    assert told == ["good"]


async def test_a_database_that_is_away_ends_the_round(
    sqlite: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run(*_: object) -> None:
        raise AWAY

    monkeypatch.setattr(sqlite, "run", run)
    recorder = PollRecorder(sqlite, now, lambda _result, _new: None)
    recorder.add(outcome(1, now, "1"))
    with pytest.raises(DatabaseError, match="no connection"):
        await recorder.finish()
    with pytest.raises(DatabaseError, match="no connection"):
        recorder.add(outcome(2, now, "2"))
