"""Reports to be merged, so that a test names only what it is about."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from bot.extraction.facts import EventFacts, Kind, Participant, Reading, Tense
from bot.merging.report import Clues, Report

DAY = date(2025, 5, 21)


def person(
    name: str, role: str | None = None, affiliation: str | None = None, *, attended: bool = True
) -> Participant:
    """Somebody named."""
    return Participant(name, role, affiliation, attended, moderator=False, proof=f"{name} spoke.")


# A test names any field.
def report(key: str = "a", /, *people: str, **given: Any) -> Report:
    """A report of a meeting of the OTS in Budapest.

    Fields of the reading, of its event and of the clues are named as if they were the report's own.
    """
    given.setdefault("people", tuple(person(name) for name in people))
    given["participants"] = given.pop("people")
    given["kind"], given["tense"] = (
        Kind(given.get("kind", "meeting")),
        Tense(given.get("tense", "past")),
    )
    event = EventFacts(
        title="A meeting",
        kind=given.pop("kind"),
        start=DAY,
        end=DAY,
        tense=given.pop("tense"),
        city="Budapest",
        country="Hungary",
        venue=None,
        date_proof="On 21 May.",
        place_proof="In Budapest.",
    )
    plain = Report(
        key=key,
        published=DAY,
        outlet=f"{key}.example",
        headline="A meeting is held",
        reading=Reading("en", True, ("ots",), replace(event, **_of(EventFacts, given)), ()),
        city_id="budapest",
        country_code="HU",
        formats=(),
        umbrella=False,
        clues=Clues(
            **{"days": frozenset({DAY}), "cities": frozenset({"budapest"})} | _of(Clues, given)
        ),
    )
    plain = replace(
        plain, reading=replace(plain.reading, **_of(Reading, given)), **_of(Report, given)
    )
    assert not given, f"a report has no {', '.join(given)}"
    return plain


def _of(kind: type, given: dict[str, Any]) -> dict[str, Any]:
    """Take from `given` what are fields of the dataclass `kind`."""
    return {field.name: given.pop(field.name) for field in fields(kind) if field.name in given}
