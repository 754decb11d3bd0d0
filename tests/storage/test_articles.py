"""Which publications wait for the reader."""

from dataclasses import replace
from datetime import datetime, timedelta

from storage import articles
from storage.articles import Revision
from storage.database import Database
from storage.enums import ArticleState
from storage.models import Article
from tests.storage.things import article, filed, source, unread

MINUTE = timedelta(minutes=1)


def test_a_new_article_waits_for_the_reader_as_it_came(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        new = article(
            "geneva", published_at=now - MINUTE, title="Ömer «Kocaman»", text="One.\nTwo."
        )
        assert articles.add_new(session, source(session, now), [new], now) == 1
        (stored,) = articles.claim_unread(session, now, limit=9, lease=MINUTE)
    assert (stored.identity, stored.url, stored.title, stored.text) == (
        new.identity,
        new.url,
        new.title,
        new.text,
    )
    assert (stored.language, stored.published_at, stored.first_seen_at) == ("en", now - MINUTE, now)


def test_an_edited_article_is_not_a_second_one(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        kabar = source(session, now)
        articles.add_new(session, kabar, [article("geneva")], now)
        assert articles.add_new(session, kabar, [article("geneva", title="Edited")], now) == 0


def test_an_article_that_a_dead_reader_held_is_read_by_the_next(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        unread(session, now, "a", "b")
        assert len(articles.claim_unread(session, now, limit=9, lease=MINUTE)) == 2
        assert articles.claim_unread(session, now, limit=9, lease=MINUTE) == []
        assert len(articles.claim_unread(session, now + MINUTE, limit=9, lease=MINUTE)) == 2


def test_an_article_that_was_read_is_not_read_again(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        first, second = unread(session, now, "a", "b")
        assert articles.irrelevant(session, first, "ky", now)
        assert articles.failed(session, second, "x" * 9000, now)
        assert articles.claim_unread(session, now + MINUTE, limit=9, lease=MINUTE) == []
    with database.transaction() as session:
        one, two = session.get_one(Article, first), session.get_one(Article, second)
        assert (one.state, one.language, one.read_at) == (ArticleState.IRRELEVANT, "ky", now)
        assert (two.state, len(two.error or "")) == (ArticleState.FAILED, articles.ERROR_LENGTH)


def test_of_two_readers_of_one_article_the_second_changes_nothing(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        (only,) = unread(session, now, "a")
        assert articles.irrelevant(session, only, "en", now)
        assert not articles.failed(session, only, "late", now)
    with database.transaction() as session:
        assert session.get_one(Article, only).state == ArticleState.IRRELEVANT


def test_a_claim_gives_no_more_than_asked_for_and_the_longest_known_first(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        unread(session, now, "late")
        unread(session, now - MINUTE, "early")
        assert [
            row.identity for row in articles.claim_unread(session, now, limit=1, lease=MINUTE)
        ] == ["early"]


def test_an_article_is_recognised_by_any_of_its_keys(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        kabar = source(session, now)
        articles.add_new(
            session,
            kabar,
            [
                replace(article("a", title="First"), keys=("a", "number 1")),
                replace(article("b"), keys=("b",)),
            ],
            now,
        )
        known = articles.known_by(session.connection(), ["number 1", "b", "nothing"])
        assert {key: one.title for key, one in known.items()} == {
            "number 1": "First",
            "b": "A headline",
        }
        assert known["number 1"].source_id == kabar
        assert articles.known_by(session.connection(), []) == {}


def test_an_article_that_several_sources_bring_is_the_first_ones(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        kabar, azertac = source(session, now), source(session, now, "azertac")
        brought = [
            (kabar, [article("a"), replace(article("b"), keys=("b", "of b"))]),
            (azertac, [replace(article("b"), keys=("b", "of another")), article("c")]),
            (kabar, []),
        ]
        assert articles.add_from_all(session, brought, now) == [2, 1, 0]
        assert articles.add_from_all(session, brought, now) == [0, 0, 0]
        known = articles.known_by(session.connection(), ["of b", "of another"])
        assert {key: one.source_id for key, one in known.items()} == {"of b": kabar}


def test_a_key_stays_with_the_article_that_had_it_first(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        kabar = source(session, now)
        articles.add_new(
            session, kabar, [replace(article("a", title="First"), keys=("a", "same"))], now
        )
        articles.add_new(session, kabar, [replace(article("b"), keys=("b", "same"))], now)
        assert articles.known_by(session.connection(), ["same"])["same"].title == "First"


def test_an_edited_article_is_read_again_and_keeps_its_place(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        (only,) = unread(session, now, "a")
        articles.irrelevant(session, only, "en", now)
        edit = Revision(only, ("new key",), title="Corrected", text="More.", content_hash="h2")
        assert articles.revise(session, [edit], now + MINUTE) == 1
    with database.transaction() as session:
        row = session.get_one(Article, only)
        assert (row.title, row.text, row.edits, row.edited_at, row.first_seen_at) == (
            "Corrected",
            "More.",
            1,
            now + MINUTE,
            now,
        )
        assert [
            one.id for one in articles.claim_unread(session, now + MINUTE, limit=9, lease=MINUTE)
        ] == [only]
        assert articles.known_by(session.connection(), ["new key"])["new key"].id == only


def test_an_archive_is_remembered_and_not_read(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        articles.add_new(
            session, source(session, now), [replace(article("a"), state=ArticleState.OLD)], now
        )
        assert articles.claim_unread(session, now, limit=9, lease=MINUTE) == []


def test_a_source_tells_of_a_body_once_it_told_of_some_of_its_events(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        kabar = source(session, now)
        filed(session, now, "a", organizations=("ots", "turksoy"))
        filed(session, now, "b", organizations=("ots",))
        assert articles.told_of(session, kabar, now - MINUTE, 2) == {"ots"}
        assert articles.told_of(session, kabar, now - MINUTE, 1) == {"ots", "turksoy"}
        assert articles.told_of(session, kabar, now + MINUTE, 1) == frozenset()
        assert articles.told_of(session, kabar + 1, now - MINUTE, 1) == frozenset()
