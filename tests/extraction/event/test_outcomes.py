"""What came of events, in the languages of the field, and what only looks like it."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.extraction.facts import ArticleText, Outcome
from tests.defaults import READER

NOW = datetime(2026, 11, 1, tzinfo=UTC)
CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("outcomes.toml").read_text("utf-8")
)["case"]
NAMED: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("outcome_names.toml").read_text("utf-8")
)["case"]
TOLD = [case for case in CASES if "outcomes" in case]
LOOKALIKES = [case for case in CASES if "outcomes" not in case]
UNDERSTOOD = 0.98
"""Share of outcomes that are read; of what only looks like one none is."""


def said(outcome: Outcome) -> str:
    names = ", ".join(outcome.names)
    return f"{outcome.thing} {outcome.act}" + (f": {names}" if names else "")


def read(case: dict[str, Any]) -> list[str]:
    article = ArticleText(case["title"], case["text"], language=case["language"])
    return [said(outcome) for outcome in READER.read(article, NOW).outcomes]


def test_nearly_every_outcome_is_read_and_no_other() -> None:
    assert len(CASES) >= 60
    missed = [case["text"] for case in TOLD if read(case) != case["outcomes"]]
    invented = [case["text"] for case in TOLD if set(read(case)) - set(case["outcomes"])]
    assert not invented
    assert len(missed) <= (1 - UNDERSTOOD) * len(TOLD), missed


@pytest.mark.parametrize("case", LOOKALIKES, ids=lambda case: f"{case['language']}-{case['title']}")
def test_what_is_announced_recalled_denied_or_supposed_is_no_outcome(case: dict[str, Any]) -> None:
    assert read(case) == []


@pytest.mark.parametrize("case", NAMED, ids=lambda case: f"{case['language']}-{case['title']}")
def test_what_came_of_an_event_is_read_by_its_name_and_who_got_it(case: dict[str, Any]) -> None:
    article = ArticleText(case["title"], case["text"], language=case["language"])
    told = READER.read(article, NOW).outcomes
    named = [f"{said(one)} ({one.called})" if one.called else said(one) for one in told]
    assert named == case["outcomes"]
