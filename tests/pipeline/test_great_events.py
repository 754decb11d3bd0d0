"""An event of very many reports: it is spoken for by some of them, and loses nothing by it."""

from datetime import datetime, timedelta
from time import process_time

import pytest
from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.merging.report import Report
from bot.pipeline.file_events import FIRST, LATEST, Filing
from storage import articles, search
from storage.articles import NewArticle
from storage.database import Database
from storage.models import Article, Event, Participation, ReportKey, Tie
from storage.models import Report as ReportRow
from tests.defaults import FILER
from tests.merging.reports import DAY, person, report
from tests.storage.things import source

MANY = FIRST + LATEST + 6


SYLLABLES = ("ba", "do", "ge", "ka", "li", "mu", "na", "pe", "ra", "shi")


def _name(number: int) -> str:
    """Return a full name that is like no other."""
    word = "".join(SYLLABLES[int(digit)] for digit in f"{number:03}")
    return f"{word.title()}n {word[::-1].title()}v"


def _file(session: Session, number: int, said: Report, now: datetime) -> Filing:
    new = NewArticle(
        said.key, f"https://o.example/{number}", said.headline, f"Word{number}.", "en", now, "h"
    )
    articles.add_new(session, source(session, now), [new], now)
    wanted = select(col(Article.id)).where(col(Article.identity) == said.key)
    filed = FILER.file(session, session.scalars(wanted).one(), said, now)
    assert filed is not None
    return filed


@pytest.fixture
def event_id(database: Database, now: datetime) -> int:
    """An event of `MANY` reports, each of which names somebody whom no other names."""
    with database.transaction() as session:
        filings = [
            _file(
                session,
                number,
                report(
                    f"r{number:03}",
                    "Ayla Demir",
                    _name(37 * number),
                ),
                now + number * timedelta(minutes=1),
            )
            for number in range(MANY)
        ]
    assert len({filing.event_id for filing in filings}) == 1
    return filings[0].event_id


def test_only_the_first_and_the_latest_reports_are_compared(
    database: Database, event_id: int
) -> None:
    with database.transaction() as session:
        settled = select(func.count()).where(col(ReportRow.settled).is_(True))
        belonging = select(func.count()).where(col(Article.event_id) == event_id)
        keyed = select(func.count(col(ReportKey.article_id).distinct()))
        tied = select(func.count(col(Tie.one_id).distinct()))
        assert session.scalar(belonging) == MANY
        assert session.scalar(settled) == MANY - FIRST - LATEST
        assert session.scalar(keyed) == FIRST + LATEST
        assert 0 < (session.scalar(tied) or 0) < FIRST + LATEST


def test_nobody_is_forgotten_whom_only_a_settled_report_names(
    database: Database, event_id: int
) -> None:
    with database.transaction() as session:
        of_event = select(func.count()).where(col(Participation.event_id) == event_id)
        assert session.scalar(of_event) == MANY + 1


def test_the_words_of_every_report_find_it(database: Database, event_id: int) -> None:
    with database.transaction() as session:
        for number in (0, FIRST + 1, MANY - 1):
            assert search.find(session, [[f"word{number}"]], limit=5) == [event_id]


def test_the_latest_report_can_still_move_it(
    database: Database, event_id: int, now: datetime
) -> None:
    later = DAY + timedelta(days=2)
    moved = report(
        "z moved",
        "Ayla Demir",
        published=DAY - timedelta(days=1),
        start=later,
        end=later,
        days=frozenset({DAY, later}),
        tense="future",
        sketch=(1, 2, 3),
    )
    with database.transaction() as session:
        filing = _file(session, 999, moved, now + timedelta(days=1))
        assert filing.event_id == event_id


def test_settled_reports_go_along_when_their_event_goes_on_as_another(
    database: Database, event_id: int, now: datetime
) -> None:
    with database.transaction() as session:
        other = _file(session, 900, report("other", city_id="baku", city="Baku"), now).event_id
        (whole,) = FILER.join(session, [event_id, other], now)
        homes = session.scalars(select(col(Article.event_id)).distinct()).all()
        assert homes == [whole]
        assert session.scalar(select(func.count()).where(col(Event.merged_into).is_(None))) == 1


def test_an_article_of_five_hundred_names_costs_no_square(
    database: Database, now: datetime
) -> None:
    spent = []
    for count in (50, 500):
        people = tuple(person(name, "minister", "Kazakhstan") for name in map(_name, range(count)))
        started = process_time()
        with database.transaction() as session:
            _file(session, count, report(f"n{count}", people=people), now)
        spent.append(process_time() - started)

    assert spent[1] < 20 * spent[0]
