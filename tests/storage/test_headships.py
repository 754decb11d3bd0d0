"""Who heads which organisation, as articles attest it."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.pipeline.known_people import find_or_add
from storage import headships
from storage.database import Database
from storage.models import Tenure
from tests.storage.things import unread

DAY = date(2025, 10, 15)


def attest(
    session: Session,
    person_id: int,
    article_id: int,
    day: date,
    proof: str = "He is.",
    since: date | None = None,
) -> None:
    facts: dict[str, Any] = {
        "role": "Secretary General",
        "since": since,
        "first_seen_on": day,
        "last_seen_on": day,
    }
    headships.record(
        session,
        Tenure(
            organization="turkpa", person_id=person_id, article_id=article_id, proof=proof, **facts
        ),
    )


def test_a_head_is_known_from_the_first_article_to_the_last_with_the_first_ones_proof(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        (er,) = find_or_add(session, ["Mehmet Süreyya Er"]).values()
        (article_id,) = unread(session, now, "a")
        for days, proof in ((2, "later"), (0, "first"), (9, "last")):
            attest(session, er, article_id, DAY + timedelta(days=days), proof)
        ((tenure, person),) = headships.heads(session, "turkpa")
    assert person.name == "Mehmet Süreyya Er"
    assert (tenure.first_seen_on, tenure.last_seen_on, tenure.since, tenure.proof) == (
        DAY,
        DAY + timedelta(days=9),
        None,
        "first",
    )


def test_the_article_that_tells_the_day_of_taking_office_has_the_proof(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        (hasan,) = find_or_add(session, ["Ramil Hasan"]).values()
        (article_id,) = unread(session, now, "a")
        attest(session, hasan, article_id, DAY + timedelta(days=3), "as Secretary General")
        attest(session, hasan, article_id, DAY + timedelta(days=4), "took office", since=DAY)
        attest(session, hasan, article_id, DAY + timedelta(days=1), "earlier")
        ((tenure, _),) = headships.heads(session)
    assert (tenure.since, tenure.proof, tenure.first_seen_on) == (
        DAY,
        "took office",
        DAY + timedelta(days=1),
    )


def test_a_head_is_followed_by_the_next(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        ids = find_or_add(session, ["Mehmet Süreyya Er", "Ramil Hasan"])
        (article_id,) = unread(session, now, "a")
        attest(session, ids["Mehmet Süreyya Er"], article_id, DAY - timedelta(days=400))
        attest(session, ids["Ramil Hasan"], article_id, DAY, since=DAY)
        assert [person.name for _, person in headships.heads(session, "turkpa")] == [
            "Ramil Hasan",
            "Mehmet Süreyya Er",
        ]
