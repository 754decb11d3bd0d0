"""What is remembered of the feeds that are polled."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from storage import articles, sources
from storage.database import Database
from storage.errors import NotStored
from storage.models import Source
from storage.sources import Success
from tests.storage.things import article, source, spec

HOUR = timedelta(hours=1)


def by_key(session: Session) -> dict[str, Source]:
    session.flush()
    session.expire_all()  # what statements changed is read anew
    return {row.key: row for row in sources.all_sources(session)}


def succeed(
    session: Session,
    source_id: int,
    now: datetime,
    *identities: str,
    published_at: datetime | None = None,
) -> int:
    items = [article(identity, published_at=published_at) for identity in identities]
    modified = "Thu, 25 Apr 2024 08:00:00 GMT"
    due = now + HOUR
    sources.succeeded(session, [Success(source_id, due, "e", modified, "b", published_at)], now)
    return articles.add_new(session, source_id, items, now)


def test_the_sources_of_the_catalogue_are_due_at_once(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        sources.sync(
            session,
            [spec("kabar"), spec("trt", language="tr", timezone="Europe/Istanbul", user_agent="x")],
            now,
        )
        stored = by_key(session)
        assert list(stored) == ["kabar", "trt"]
        assert (stored["trt"].language, stored["trt"].timezone, stored["trt"].user_agent) == (
            "tr",
            "Europe/Istanbul",
            "x",
        )
        assert [row.key for row in sources.claim_due(session, now, limit=9, lease=HOUR)] == [
            "kabar",
            "trt",
        ]


def test_a_disabled_source_is_never_due(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        sources.sync(session, [spec("kabar", enabled=False)], now)
        assert sources.claim_due(session, now, limit=9, lease=HOUR) == []


def test_syncing_again_keeps_what_polling_learned(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        succeed(session, source(session, now), now)
        sources.sync(session, [spec("kabar", name="KABAR")], now + HOUR)
        stored = by_key(session)["kabar"]
        assert (stored.name, stored.etag, stored.body_hash, stored.last_ok_at) == (
            "KABAR",
            "e",
            "b",
            now,
        )


def test_a_source_with_a_new_url_forgets_the_old_page(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        kabar = source(session, now)
        succeed(session, kabar, now)
        sources.failed(
            session, kabar, now, cause="dns", detail="no such host", next_poll_at=now + 9 * HOUR
        )
        sources.sync(session, [spec("kabar", url="https://kabar.example/new")], now + HOUR)
        stored = by_key(session)["kabar"]
        assert (stored.url, stored.etag, stored.last_modified, stored.body_hash) == (
            "https://kabar.example/new",
            None,
            None,
            None,
        )
        assert (stored.failures, stored.failure_cause, stored.next_poll_at) == (0, None, now + HOUR)


def moved(session: Session, now: datetime) -> Source:
    """A source that has followed permanent redirects away from the URL that the catalogue gives."""
    kabar = source(session, now)
    arrived = sources.Learned(url="https://kabar.example/moved", moved_to=None, moved_since=None)
    due = now + 9 * HOUR
    sources.succeeded(session, [Success(kabar, due, "e", None, "b", learned=arrived)], now)
    return by_key(session)["kabar"]


def test_a_source_stays_where_it_has_moved_while_the_catalogue_gives_the_url_that_it_left(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        moved(session, now)
        for start in (1, 2):
            sources.sync(session, [spec("kabar", name="KABAR")], now + start * HOUR)
            stored = by_key(session)["kabar"]
            assert (stored.url, stored.name) == ("https://kabar.example/moved", "KABAR")
            assert (stored.etag, stored.body_hash, stored.next_poll_at) == (
                "e",
                "b",
                now + 9 * HOUR,
            )


def test_a_url_that_a_person_edits_in_the_catalogue_wins_over_where_a_source_has_moved(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        moved(session, now)
        sources.sync(session, [spec("kabar", url="https://kabar.example/edited")], now + HOUR)
        stored = by_key(session)["kabar"]
        assert (stored.url, stored.etag, stored.next_poll_at) == (
            "https://kabar.example/edited",
            None,
            now + HOUR,
        )
        sources.sync(session, [spec("kabar")], now + 2 * HOUR)
        assert by_key(session)["kabar"].url == "https://kabar.example/rss", (
            "an edit back is an edit as well"
        )


def test_a_catalogue_that_catches_up_with_a_move_loses_nothing_of_the_page(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        moved(session, now)
        for start in (1, 2):
            sources.sync(
                session, [spec("kabar", url="https://kabar.example/moved")], now + start * HOUR
            )
            stored = by_key(session)["kabar"]
            assert (stored.url, stored.etag, stored.next_poll_at) == (
                "https://kabar.example/moved",
                "e",
                now + 9 * HOUR,
            )


def test_a_source_of_which_it_is_not_known_what_url_it_was_given_takes_the_catalogue_s(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        moved(session, now).given_url = None
        sources.sync(session, [spec("kabar")], now + HOUR)
        stored = by_key(session)["kabar"]
        assert (stored.url, stored.given_url, stored.etag) == (
            "https://kabar.example/rss",
            "https://kabar.example/rss",
            None,
        )


def test_a_failed_check_is_told_but_counts_for_no_failed_poll(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        kabar = source(session, now)
        due = by_key(session)["kabar"].next_poll_at
        for hours in (1, 2):
            sources.checked(
                session, kabar, now + hours * HOUR, failing=True, cause="dns", detail="no such host"
            )
        row = by_key(session)["kabar"]
        assert (row.failures, row.failing_since, row.failure_cause, row.next_poll_at) == (
            1,
            now + HOUR,
            "dns",
            due,
        )


def test_a_check_that_finds_a_source_well_brings_it_back_at_once_and_leaves_its_first_poll_to_come(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        kabar = source(session, now)
        gone = sources.Learned(parked_at=now)
        sources.failed(
            session,
            kabar,
            now,
            cause="gone",
            detail="404",
            next_poll_at=now + 99 * HOUR,
            learned=gone,
        )
        sources.checked(
            session, kabar, now + HOUR, failing=False, cause=None, detail=None, newest=now - HOUR
        )
        row = by_key(session)["kabar"]
        assert (row.failures, row.failing_since, row.failure_cause, row.parked_at) == (
            0,
            None,
            None,
            None,
        )
        assert (row.next_poll_at, row.newest_item_at, row.last_ok_at) == (
            now + HOUR,
            now - HOUR,
            None,
        )


def test_a_source_that_left_the_catalogue_is_polled_no_more_but_kept(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        sources.sync(session, [spec("kabar"), spec("trt")], now)
        sources.sync(session, [spec("trt")], now)
        assert {key: row.enabled for key, row in by_key(session).items()} == {
            "kabar": False,
            "trt": True,
        }
        sources.sync(session, [], now)
        assert sources.health(session) == sources.SourceHealth(enabled=0, failing=0)


def test_a_claimed_source_is_nobody_elses_until_its_lease_ends(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        source(session, now)
        assert len(sources.claim_due(session, now, limit=9, lease=HOUR)) == 1
        assert (
            sources.claim_due(session, now + HOUR - timedelta(seconds=1), limit=9, lease=HOUR) == []
        )
        assert len(sources.claim_due(session, now + HOUR, limit=9, lease=HOUR)) == 1


def test_those_waiting_longest_are_claimed_first_and_no_more_than_asked_for(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        sources.sync(session, [spec(f"s{n}") for n in range(5)], now)
        for n, row in enumerate(sources.all_sources(session)):
            row.next_poll_at = now - n * HOUR
        claimed = [row.key for row in sources.claim_due(session, now, limit=2, lease=HOUR)]
        assert sorted(claimed) == ["s3", "s4"]


def test_an_article_is_stored_once_whatever_source_brings_it(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        kabar, trt = source(session, now, "kabar"), source(session, now, "trt")
        assert succeed(session, kabar, now, "a", "b", "a") == 2
        assert succeed(session, trt, now, "b", "c") == 1
        assert succeed(session, kabar, now, "a", "b") == 0


def test_a_large_feed_is_stored_at_once(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        assert (
            succeed(session, source(session, now), now, *(f"item {n}" for n in range(5000))) == 5000
        )


def test_success_ends_a_row_of_failures(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        kabar = source(session, now)
        for _ in range(3):
            sources.failed(
                session, kabar, now, cause="timeout", detail="x" * 9000, next_poll_at=now + HOUR
            )
        stored = by_key(session)["kabar"]
        assert (stored.failures, stored.failure_cause, len(stored.failure_detail or "")) == (
            3,
            "timeout",
            sources.DETAIL_LENGTH,
        )
        assert sources.health(session) == sources.SourceHealth(enabled=1, failing=1)
        succeed(session, kabar, now + HOUR)
        well = sources.SourceHealth(enabled=1, failing=0, last_ok_at=now + HOUR)
        assert sources.health(session) == well
        stored = by_key(session)["kabar"]
        assert (
            stored.failures,
            stored.failure_cause,
            stored.failure_detail,
            stored.last_ok_at,
        ) == (0, None, None, now + HOUR)


def test_the_newest_item_is_remembered_and_never_grows_older(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        kabar = source(session, now)
        succeed(session, kabar, now, "a", published_at=now - HOUR)
        succeed(session, kabar, now, "b", published_at=now - 9 * HOUR)
        succeed(session, kabar, now, "c")
        assert by_key(session)["kabar"].newest_item_at == now - HOUR


def test_a_source_that_is_not_there_is_said_so(database: Database, now: datetime) -> None:
    with database.transaction() as session, pytest.raises(NotStored, match="no source 7"):
        sources.failed(session, 7, now, cause="dns", detail="no such host", next_poll_at=now)


def test_a_source_that_is_gone_takes_no_other_success_with_it(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        sources.succeeded(
            session, [Success(7, now), Success(source(session, now), now + HOUR, "e")], now
        )
        assert by_key(session)["kabar"].etag == "e"
