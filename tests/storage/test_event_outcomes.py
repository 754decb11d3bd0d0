"""What came of events is kept with the moment at which it became known."""

from dataclasses import replace
from datetime import datetime, timedelta

from storage import event_outcomes, events
from storage.database import Database
from storage.event_outcomes import NewOutcome, outcomes_of
from storage.models import Event
from tests.storage.things import event, found, unread

HOUR = timedelta(hours=1)


def signed(article: int, proof: str = "They signed it.") -> NewOutcome:
    return NewOutcome("signed", "declaration", (), ((article, "en", proof),))


def test_what_came_of_an_event_comes_back_with_its_sentence(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        (article,) = unread(session, now, "a")
        event_id = found(session, article, event(outcomes=(signed(article),)), now)
        (known,) = outcomes_of(events.record(session, event_id).event)
    assert (known.act, known.thing, known.found_at) == ("signed", "declaration", now)
    assert known.said == ((article, "en", "They signed it."),)


def test_only_what_became_known_lately_of_an_event_known_before_is_news(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        (article,) = unread(session, now, "a")
        event_id = found(session, article, event(), now)
        later = now + 3 * HOUR
        found(session, article, event(outcomes=(signed(article),)), later)
        found(session, article, event(outcomes=(signed(article, "Anew."),)), later + HOUR)
        asked = {
            hours: event_outcomes.lately(session, now + hours * HOUR, now + 9 * HOUR, limit=9)
            for hours in (0, 2, 4)
        }
    assert asked == {0: [], 2: [event_id], 4: []}


def test_what_is_told_otherwise_by_the_same_sentence_is_no_news_and_what_is_new_is(
    database: Database, now: datetime
) -> None:
    adopted = NewOutcome("adopted", "declaration", (), ((1, "en", "They signed it."),))
    with database.transaction() as session:
        (article,) = unread(session, now, "a")
        event_id = found(session, article, event(outcomes=(signed(article),)), now)
        again = replace(adopted, said=signed(article).said)
        elected = NewOutcome("elected", "office", ("Ayla Demir",), again.said)
        found(session, article, event(outcomes=(again, elected)), now + HOUR)
        known = outcomes_of(events.record(session, event_id).event)
    assert [(one.act, one.found_at) for one in known] == [("adopted", now), ("elected", now + HOUR)]


def test_what_no_article_says_any_more_is_forgotten(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        (article,) = unread(session, now, "a")
        event_id = found(session, article, event(outcomes=(signed(article),)), now)
        found(session, article, event(), now + HOUR)
        kept = events.record(session, event_id).event
        assert (outcomes_of(kept), kept.outcome_at) == ([], None)


def test_what_only_an_article_says_that_is_asked_no_more_stays(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        settled, asked = unread(session, now, "a", "b")
        event_id = found(session, settled, event(outcomes=(signed(settled),)), now)
        row = session.get_one(Event, event_id)
        event_outcomes.tell(session, row, (), [asked], now + HOUR)
        assert [one.thing for one in outcomes_of(row)] == ["declaration"]


def test_what_it_is_called_comes_back_and_what_was_kept_before_is_called_nothing(
    database: Database, now: datetime
) -> None:
    named = replace(signed(1), called={"en": "Khiva Charter"})
    old, new = event_outcomes.unsaved((signed(1), named), now)
    assert "called" not in old
    with database.transaction() as session:
        (article,) = unread(session, now, "a")
        event_id = found(session, article, event(outcomes=(named,)), now)
        event_row = events.record(session, event_id).event
        (known,) = outcomes_of(event_row)
        both = event_row._replace(outcomes=[old, new])
        assert [one.called for one in outcomes_of(both)] == [{}, {"en": "Khiva Charter"}]
    assert known.called == {"en": "Khiva Charter"}
