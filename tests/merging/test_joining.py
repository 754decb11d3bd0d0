"""An article that names no organisation goes to the event that it most likely tells of."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.merging.incremental import MemoryReportStore
from bot.merging.joining import find_home
from bot.merging.pair_scores import PairScores
from bot.merging.report import Report
from tests.defaults import KNOWLEDGE
from tests.merging.reports import report

HEALTH = frozenset({"health"})


def _home(joining: Report, *events: Sequence[Report]) -> int | None:
    scores = PairScores(KNOWLEDGE)
    near = {
        number: [scores.evidence(joining, other) for other in event]
        for number, event in enumerate(events)
    }
    return find_home(joining, near)


def _of_nobody(key: str = "x", *people: str, turkic: bool = True, **given: Any) -> Report:
    return report(key, *people, organizations=(), turkic=turkic, **given)


def _ministers(key: str, *people: str, **given: Any) -> Report:
    given = {"portfolios": HEALTH, "lead_topics": HEALTH, "topics": HEALTH} | given
    return report(key, *people, **given)


def test_a_gathering_of_the_same_sort_day_and_town_is_the_one_that_is_known() -> None:
    council = [_ministers("a", formats=("council",)), _ministers("b", formats=("council",))]
    joining = _of_nobody(formats=("council",), portfolios=HEALTH)

    assert _home(joining, council) == 0


def test_another_sort_of_gathering_in_the_town_on_the_day_is_not() -> None:
    council = [_ministers("a", formats=("council",))]

    assert _home(_of_nobody(kind="festival", formats=("festival",)), council) is None


def test_of_two_events_that_are_nearly_as_near_it_goes_to_neither() -> None:
    forum = [report("a", kind="conference", formats=("forum",))]
    other = [report("b", kind="conference", formats=("forum",), organizations=("tcci",))]

    assert _home(_of_nobody(kind="conference", formats=("forum",)), forum, other) is None
    assert _home(_of_nobody(kind="conference", formats=("forum",)), forum) == 0


def test_what_speaks_of_nothing_turkic_needs_more_in_common() -> None:
    council = [_ministers("a", "Aigerim Nurlanova", kind="conference", formats=("forum",))]
    fields: dict[str, Any] = {"kind": "conference", "formats": ("forum",), "turkic": False}
    fields |= {"start": None, "end": None, "days": frozenset()}

    assert _home(_of_nobody("x", **fields), council) is None
    assert _home(_of_nobody("x", "Aigerim Nurlanova", **fields), council) == 0


@pytest.mark.parametrize(("other", "home"), [("Mehmet Kaya", None), ("Aigerim Nurlanova", 0)])
def test_a_meeting_of_two_joins_no_other_that_has_nobody_in_common(
    other: str, home: int | None
) -> None:
    reception = [_ministers("a", "Aigerim Nurlanova", formats=("bilateral",))]
    joining = _of_nobody("x", other, formats=("bilateral",), portfolios=HEALTH, topics=HEALTH)

    assert _home(joining, reception) == home


def test_whose_observers_watch_an_election_has_to_be_told() -> None:
    mission = [report("a", "Aigerim Nurlanova", kind="election")]
    fields: dict[str, Any] = {"kind": "election", "turkic": True}

    assert _home(report("x", "Aigerim Nurlanova", organizations=(), **fields), mission) is None
    assert _home(report("x", "Aigerim Nurlanova", **fields), mission) == 0


def test_it_makes_no_difference_which_comes_first_and_it_ties_no_two_events_together() -> None:
    council = [_ministers("a", formats=("council",)), _ministers("b", formats=("council",))]
    fair = [report("c", kind="exhibition", formats=("fair",))]
    joining = _of_nobody(formats=("council",), portfolios=HEALTH)
    found = []
    for first in (True, False):
        store = MemoryReportStore(KNOWLEDGE)
        if first:
            store.add_joining(joining)
        for one in (*council, *fair):
            store.add(one)
        if not first:
            store.add_joining(joining)
        found.append(store.events())

    assert found == [[("a", "b", "x"), ("c",)]] * 2


def test_alone_it_is_no_event() -> None:
    store = MemoryReportStore(KNOWLEDGE)
    store.add_joining(_of_nobody())

    assert store.events() == []


def test_where_no_event_shares_a_key_there_is_no_home() -> None:
    assert _home(_of_nobody()) is None


def test_what_speaks_of_nothing_turkic_but_names_the_head_is_signed() -> None:
    fields: dict[str, Any] = {"start": None, "end": None, "days": frozenset(), "kind": "conference"}
    event = [report("a", "Sultan Raev", kind="conference", organizations=("turksoy",))]

    assert _home(_of_nobody("x", turkic=False, **fields), event) is None
    assert _home(_of_nobody("x", "Sultan Raev", turkic=False, **fields), event) == 0


def test_ministers_of_the_field_who_gather_in_the_town_are_those_that_are_known() -> None:
    council = [_ministers("a", together=True, start=None, end=None, days=frozenset())]
    fields: dict[str, Any] = {"turkic": False, "portfolios": HEALTH, "topics": HEALTH}
    fields |= {"start": None, "end": None, "days": frozenset()}

    assert _home(_of_nobody("x", together=True, **fields), council) == 0
    assert _home(_of_nobody("x", together=False, **fields), council) is None
