"""Reports to be merged, so that a test names only what it is about."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.extraction.facts import Participant
from bot.merging.report import Report

DAY = date(2025, 5, 21)


def person(
    name: str, role: str | None = None, affiliation: str | None = None, *, attended: bool = True
) -> Participant:
    """Somebody named."""
    return Participant(name, role, affiliation, attended, moderator=False, proof=f"{name} spoke.")


def report(key: str = "a", /, *people: str, **fields: Any) -> Report:  # noqa: ANN401 - a test names any field
    """A report of a meeting of the OTS in Budapest."""
    plain = Report(
        key=key,
        language="en",
        published=DAY,
        outlet=f"{key}.example",
        title="A meeting",
        headline="A meeting is held",
        kind="meeting",
        tense="past",
        start=DAY,
        end=DAY,
        city="Budapest",
        city_id="budapest",
        country="Hungary",
        country_code="HU",
        venue=None,
        date_proof="On 21 May.",
        place_proof="In Budapest.",
        organizations=("ots",),
        people=tuple(person(name) for name in people),
        days=frozenset({DAY}),
        cities=frozenset({"budapest"}),
        names=frozenset(),
        numbers=frozenset(),
        ordinals=frozenset(),
        formats=(),
        lead_topics=frozenset(),
        topics=frozenset(),
        documents=frozenset(),
        quoted=frozenset(),
        sketch=(),
        credits=frozenset(),
        umbrella=False,
    )
    return replace(plain, **fields)
