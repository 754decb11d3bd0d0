"""What people add, switch and remove stays so, whatever the catalogue says."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from storage import source_edits, sources
from storage.database import Database
from storage.enums import Origin
from storage.errors import CatalogueSourceError, NotStored
from storage.models import Source
from storage.source_edits import Followed
from tests.storage.things import spec

HOUR = timedelta(hours=1)


def by_key(session: Session) -> dict[str, Source]:
    session.flush()
    session.expire_all()  # what statements changed is read anew
    return {row.key: row for row in sources.all_sources(session)}


def test_what_was_added_by_hand_stays_whatever_the_catalogue_says(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        assert source_edits.add(session, [spec("mine", language=None)], now) == [
            Followed("mine", new=True)
        ]
        sources.sync(session, [spec("kabar")], now + HOUR)
        mine = by_key(session)["mine"]
        assert (mine.enabled, mine.origin, mine.language, mine.next_poll_at) == (
            True,
            Origin.ADDED,
            None,
            now,
        )


def test_a_url_is_followed_once_under_the_key_that_it_has(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        sources.sync(session, [spec("kabar"), spec("trt", enabled=False)], now)
        kabar, trt = (
            spec("other", url="https://kabar.example/rss"),
            spec("another", url="https://trt.example/rss"),
        )
        assert source_edits.add(session, [kabar, trt, trt], now) == [
            Followed("kabar", new=False),
            Followed("trt", new=True),
            Followed("trt", new=False),
        ]
        sources.sync(session, [spec("kabar"), spec("trt", enabled=False)], now)
        assert {key: row.enabled for key, row in by_key(session).items()} == {
            "kabar": True,
            "trt": True,
        }


def test_a_source_that_moved_is_known_by_the_url_that_it_left_as_well(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        source_edits.add(session, [spec("mine")], now)
        by_key(session)["mine"].url = "https://mine.example/moved"
        assert source_edits.add(session, [spec("again", url="https://mine.example/rss")], now) == [
            Followed("mine", new=False)
        ]
        sources.sync(session, [spec("ours", url="https://mine.example/rss")], now)
        assert list(by_key(session)) == ["ours"], "the catalogue polls it now"


def test_a_key_that_another_url_has_gets_a_number(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        sources.sync(session, [spec("kabar"), spec("kabar-3")], now)
        specs = [spec("kabar", url=f"https://{n}.example/rss") for n in (1, 2, 2, 3)]
        assert [one.key for one in source_edits.add(session, specs, now)] == [
            "kabar-2",
            "kabar-4",
            "kabar-4",
            "kabar-5",
        ]
        assert [
            one.key
            for one in source_edits.add(session, [spec("kabar", url="https://4.example/rss")], now)
        ] == ["kabar-6"]
        assert by_key(session)["kabar"].url == "https://kabar.example/rss"


def test_a_removed_source_is_gone_until_it_is_added_again(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        source_edits.add(session, [spec("mine")], now)
        source_edits.remove(session, "mine")
        assert (by_key(session), sources.claim_due(session, now, limit=9, lease=HOUR)) == ({}, [])
        with pytest.raises(NotStored):
            source_edits.remove(session, "mine")
        with pytest.raises(NotStored):
            source_edits.set_enabled(session, "mine", now, on=True)
        assert source_edits.add(session, [spec("mine")], now + HOUR) == [Followed("mine", new=True)]
        assert by_key(session)["mine"].origin == Origin.ADDED
        assert [row.key for row in sources.claim_due(session, now + HOUR, limit=9, lease=HOUR)] == [
            "mine"
        ]


def test_a_source_of_the_catalogue_can_be_switched_but_not_removed(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        sources.sync(session, [spec("kabar")], now)
        with pytest.raises(CatalogueSourceError):
            source_edits.remove(session, "kabar")
        source_edits.set_enabled(session, "kabar", now, on=False)
        sources.sync(session, [spec("kabar")], now)
        assert not by_key(session)["kabar"].enabled


@pytest.mark.parametrize("key", ["mine", "kabar"])
def test_what_the_catalogue_comes_to_poll_itself_is_polled_once(
    database: Database, now: datetime, key: str
) -> None:
    with database.transaction() as session:
        source_edits.add(session, [spec("mine", url="https://kabar.example/rss")], now)
        sources.sync(session, [spec(key, url="https://kabar.example/rss")], now)
        assert {row.key: (row.enabled, row.origin) for row in by_key(session).values()} == {
            key: (True, Origin.CATALOGUE)
        }


def test_what_the_catalogue_merely_lists_is_polled_on(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        source_edits.add(session, [spec("mine", url="https://kabar.example/rss")], now)
        sources.sync(session, [spec("kabar", enabled=False)], now)
        assert {key: row.enabled for key, row in by_key(session).items()} == {
            "kabar": False,
            "mine": True,
        }
