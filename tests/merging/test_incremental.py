"""Reports come one by one and in any order; the events come out the same."""

from bot.merging.blocking import index_keys, lookup_keys
from bot.merging.incremental import MemoryReportStore, assign, match_existing
from bot.merging.pair_scores import PairScores
from tests.defaults import KNOWLEDGE
from tests.merging.reports import report


def test_a_report_joins_what_it_shares_a_key_and_evidence_with() -> None:
    store = MemoryReportStore(KNOWLEDGE)
    store.add(report("a", "Elchin Muradli"))
    store.add(report("b", "Elçin Muradlı"))
    store.add(report("c", "Batyr Orazov", "Maral Annayeva", kind="visit"))
    assert store.events() == [("a", "b"), ("c",)]


def test_each_tie_says_what_speaks_for_it() -> None:
    store = MemoryReportStore(KNOWLEDGE)
    store.add(report("a", "Elchin Muradli"))
    settlement = assign(report("b", "Elçin Muradlı"), store, KNOWLEDGE, PairScores(KNOWLEDGE))
    (tie,) = settlement.ties
    assert (tie.one, tie.two) == ("b", "a")
    assert tie.evidence.score > 0
    assert [[one.key for one in cluster] for cluster in settlement.events] == [["a", "b"]]


def test_reports_of_one_event_share_a_key() -> None:
    undated = report("b", "Elçin Muradlı", start=None, end=None, days=frozenset())
    assert index_keys(report("a"), KNOWLEDGE) & lookup_keys(undated, KNOWLEDGE)
    assert index_keys(undated, KNOWLEDGE) & lookup_keys(report("a"), KNOWLEDGE)


def test_a_report_without_a_town_is_found_by_day_and_organisation_alone() -> None:
    nowhere = report("b", city=None, city_id=None, cities=frozenset())
    assert index_keys(report("a"), KNOWLEDGE) & lookup_keys(nowhere, KNOWLEDGE)
    assert index_keys(nowhere, KNOWLEDGE) & lookup_keys(report("a"), KNOWLEDGE)
    elsewhere = report("c", "Elçin Muradlı", city_id="osh", cities=frozenset({"osh"}))
    assert not index_keys(report("a"), KNOWLEDGE) & lookup_keys(elsewhere, KNOWLEDGE)


def test_the_oldest_event_goes_on_and_the_other_is_redirected() -> None:
    assert match_existing([["a", "b", "c"]], {"a": 7, "b": 3, "c": None}) == ([3], {7: 0})


def test_of_a_split_event_the_greater_part_keeps_the_number() -> None:
    assert match_existing([["a"], ["b", "c"]], {"a": 5, "b": 5, "c": 5}) == ([None, 5], {})


def test_parts_of_two_events_that_change_places_keep_both_numbers() -> None:
    ids, gone = match_existing([["a", "c"], ["b", "d"]], {"a": 1, "b": 1, "c": 2, "d": 2})
    assert sorted(filter(None, ids)) == [1, 2]
    assert gone == {}


def test_a_card_that_was_sent_stays_with_the_report_that_it_was_sent_for() -> None:
    was = {"a": 1, "b": 1, "c": 1}
    assert match_existing([("a",), ("b", "c")], was, {"a"}) == ([1, None], {})
    assert match_existing([("a",), ("b", "c")], was) == ([None, 1], {})
