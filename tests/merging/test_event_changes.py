"""A change is told only where an article tells it, never for a re-parting."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.merging.event_changes import is_told, matters
from bot.merging.report import Report
from tests.defaults import KNOWLEDGE
from tests.merging.reports import DAY, report

LATER = DAY + timedelta(days=4)


@dataclass(frozen=True)
class Facts:
    starts_on: date | None = DAY
    ends_on: date | None = DAY
    city: str | None = "Budapest"
    country_code: str | None = "HU"
    cancelled: bool = False


def told(became: Facts, *reports: Report, was: Facts | None = None) -> bool:
    return is_told(was or Facts(), became, KNOWLEDGE.places, reports)


def after(key: str, days: int = 1, **given: object) -> Report:
    published = DAY + timedelta(days=days)
    given = {"tense": "future"} | given
    return report(key, start=LATER, end=LATER, published=published, **given)


def test_a_claim_of_a_move_is_told() -> None:
    claim = after("b", move_proof="It is moved.", moved_from=DAY)
    assert told(Facts(LATER, LATER), report("a"), claim)


def test_a_claim_about_another_old_day_is_not() -> None:
    claim = after("b", move_proof="It is moved.", moved_from=DAY - timedelta(days=9))
    assert not told(Facts(LATER, LATER), report("a"), claim)


def test_two_outlets_that_agree_later_are_told_and_one_is_not() -> None:
    assert told(Facts(LATER, LATER), report("a"), after("b"), after("c"))
    assert not told(Facts(LATER, LATER), report("a"), after("b"))
    assert not told(Facts(LATER, LATER), report("a"), after("b", 0), after("c", 0))


def test_days_that_overlap_are_told_more_exactly_and_no_move() -> None:
    longer, second = Facts(DAY, DAY + timedelta(days=1)), DAY + timedelta(days=1)
    exact = [
        report(key, tense="future", start=second, end=second, published=second) for key in "bc"
    ]
    assert not told(Facts(second, second), report("a", end=second), *exact, was=longer)


def test_who_looks_back_sets_the_day_right_and_moves_nothing() -> None:
    back = [after(key, tense="past") for key in "bc"]
    assert not told(Facts(LATER, LATER), report("a"), *back)


def test_a_report_that_left_the_event_moves_nothing() -> None:
    assert not told(Facts(LATER, LATER), after("b"), after("c"))


def test_another_town_is_told_where_two_outlets_agree_later() -> None:
    ankara = Facts(city="Ankara", country_code="TR")
    moved = [
        report(
            key,
            tense="future",
            city="Ankara",
            city_id="ankara",
            published=DAY + timedelta(days=1),
        )
        for key in ("b", "c")
    ]
    assert told(ankara, report("a"), *moved)
    assert not told(ankara, report("a"), moved[0])


def test_another_town_of_the_country_is_told_and_another_spelling_of_one_is_not() -> None:
    def named(town: str) -> list[Report]:
        later = DAY + timedelta(days=1)
        given = {"tense": "future", "city": town, "country_code": "HU", "published": later}
        return [report(key, **given) for key in ("b", "c")]

    assert told(Facts(city="Debrecen"), report("a"), *named("Debrecen"))
    assert matters(Facts(), Facts(city="Debrecen"), DAY, KNOWLEDGE.places)
    assert not matters(Facts(), Facts(city="Будапешт"), DAY, KNOWLEDGE.places)


def test_an_event_is_on_again_only_where_the_article_that_called_it_off_is_still_its_own() -> None:
    off = report("a", cancel_proof="It is off.")
    assert told(Facts(), off, report("b"), was=Facts(cancelled=True))
    assert not told(Facts(), report("b"), was=Facts(cancelled=True))
