"""The numbers that decide about merging stand in one table, each with its unit and its reason."""

import pytest

from bot.merging.weights import WEIGHTS, reasons


@pytest.mark.parametrize(("name", "why"), reasons().items())
def test_each_number_says_why_it_is_so(name: str, why: str) -> None:
    assert len(why.split()) >= 3, name


def test_what_agrees_speaks_for_one_event_and_what_differs_against() -> None:
    days, place, people = WEIGHTS.days, WEIGHTS.place, WEIGHTS.people
    assert days.same_first.nats > days.overlap.nats > 0 > days.near.nats > days.far_apart.nats
    assert place.same_town.nats > place.named_town.nats > 0 > place.other_town.nats
    assert people.first_in_common.nats > 0 > people.nobody.nats


def test_reports_that_merely_could_be_compared_are_of_two_events() -> None:
    assert WEIGHTS.prior.nats < WEIGHTS.join.nats


def test_days_far_apart_outweigh_any_two_other_findings() -> None:
    people = WEIGHTS.people
    in_common = people.first_in_common.nats + people.each_more.nats * (people.in_common.count - 1)
    best = in_common + WEIGHTS.days.same_first.nats
    assert -WEIGHTS.days.far_apart.nats > best
