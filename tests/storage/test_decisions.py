"""Splits and joins are kept with what was before them."""

from datetime import datetime

import pytest
from sqlmodel import Session, col, select

from storage import decisions, filed_reports
from storage.database import Database
from storage.errors import NotStored
from storage.models import Article
from tests.storage.things import filed


def test_what_is_taken_back_stands_no_more_and_the_word_before_counts_again(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        one, two = filed(session, now, "one"), filed(session, now, "two")
        pair = (_article(session, one), _article(session, two))
        filed_reports.add_ruling(session, [pair], together=False, now=now)
        decision = decisions.note(session, "join", [pair], [one, two], now)
        filed_reports.add_ruling(session, [pair], together=True, now=now)
        assert decisions.last(session).id == decision.id
        assert decisions.take_back(session, decision, now) == {}
        (ruling,) = filed_reports.rulings(session, pair)
        assert not ruling.together
        with pytest.raises(NotStored):
            decisions.last(session)


def _article(session: Session, event_id: int) -> int:
    found = select(col(Article.id)).where(col(Article.event_id) == event_id)
    return session.exec(found).one()
