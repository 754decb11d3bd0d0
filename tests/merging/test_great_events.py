"""Great is what many report, what heads of state come to, and what lasts; begun by two outlets."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.extraction.facts import Participant
from bot.merging.announced import telling
from bot.merging.fusion import summary
from bot.merging.great_events import has_begun, is_great
from bot.merging.report import Report
from tests.defaults import KNOWLEDGE
from tests.merging.reports import DAY, person, report

HEADS = (
    person("Ayla Demir", "President", "Türkiye"),
    person("Omar Sultanov", "prezident", "Azerbaijan"),
)


def _is_great(*reports: Report) -> bool:
    return is_great(reports, summary(reports, KNOWLEDGE), KNOWLEDGE)


def _several(count: int, **fields: object) -> list[Report]:
    return [report(f"r{number}", sketch=(number,), **fields) for number in range(count)]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "summit"},
        {"end": DAY + timedelta(days=4), "kind": "festival"},
        {"people": HEADS},
    ],
)
def test_a_summit_what_lasts_and_where_heads_of_state_meet_is_great(
    fields: dict[str, object],
) -> None:
    assert _is_great(*_several(2, **fields))
    assert not _is_great(*_several(1, **fields))


def test_a_meeting_of_many_outlets_is_great() -> None:
    assert _is_great(*_several(4))
    assert not _is_great(*_several(3))


@pytest.mark.parametrize(
    "other",
    [
        person("Ayla Demir", "President", "Turkic Academy"),
        person("Ayla Demir", "Minister", "Türkiye"),
        person("Ayla Demir", "President"),
        replace(HEADS[0], attended=False),
    ],
)
def test_beside_one_head_of_state_no_other_president_makes_an_event_great(
    other: Participant,
) -> None:
    assert not _is_great(*_several(2, people=(HEADS[1], other)))


def test_it_has_begun_by_two_outlets_of_the_first_day() -> None:
    reports = _several(2)
    whole = summary(reports, KNOWLEDGE)
    assert has_begun(reports, whole, DAY)
    assert not has_begun(reports, whole, DAY + timedelta(days=1))
    assert not has_begun(reports[:1], whole, DAY)
    one_outlet = [replace(one, outlet="a.example") for one in reports]
    assert not has_begun(one_outlet, whole, DAY)


def test_only_what_came_out_since_and_looks_back_tells_who_was_there() -> None:
    before = report("before", published=DAY - timedelta(days=1))
    ahead, undated = report("ahead", tense="future"), report("undated", start=None, end=None)
    assert telling([before, ahead, undated, report("on")], DAY) == [undated, report("on")]


def test_one_of_the_reports_must_give_the_day_on_which_it_has_begun() -> None:
    ahead = report("ahead", tense="future", published=DAY - timedelta(days=1))
    undated = [report(key, start=None, end=None) for key in ("first", "second")]
    without_day = [ahead, *undated]
    assert not has_begun(without_day, summary(without_day, KNOWLEDGE), DAY)
    reports = [report("on"), *undated[:1]]
    assert has_begun(reports, summary(reports, KNOWLEDGE), DAY)
