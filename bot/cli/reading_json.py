"""A reading as JSON: the form that `tco-bot read` prints and that the corpus is scored by."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.extraction.facts import EventFacts, Outcome, Participant, Reading
from config.text import escape_controls


def facts(reading: Reading, article: object = None, *, detail: bool = False) -> dict[str, Any]:
    """Return `reading` as a mapping of plain JSON values.

    Args:
        reading: What the reader made of an article.
        article: The article's id as it was given, or None.
        detail: Whether to add what the short form leaves out: who moderated, the proofs of day and
            place, and what came of the event.
    """
    came = [_outcome(outcome) for outcome in reading.outcomes]
    told = {
        "id": article,
        "language": reading.language,
        "is_event": reading.is_event,
        "organizations": list(reading.organizations),
        "event": _event(reading.event, detail=detail) if reading.event else None,
        "participants": [_participant(person, detail=detail) for person in reading.participants],
    }
    return told | ({"outcomes": came} if detail else {})


def json_text(value: Mapping[str, Any], *, indent: int | None = None) -> str:
    """Return plain JSON values as text in their own letters, without any control character."""
    return escape_controls(json.dumps(value, ensure_ascii=False, indent=indent))


def _event(event: EventFacts, *, detail: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "title": event.title,
        "kind": str(event.kind),
        "start": _iso(event.start),
        "end": _iso(event.end),
        "tense": str(event.tense),
        "city": event.city,
        "country": event.country,
        "venue": event.venue,
    }
    return found | (
        {"date_proof": event.date_proof, "place_proof": event.place_proof} if detail else {}
    )


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "act": str(outcome.act),
        "thing": outcome.thing,
        "names": list(outcome.names),
        "called": outcome.called,
        "proof": outcome.proof,
    }


def _participant(person: Participant, *, detail: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": person.name,
        "role": person.role,
        "affiliation": person.affiliation,
        "attended": person.attended or person.by_message,
        "proof": person.proof,
    }
    more = {"moderator": person.moderator, "by_message": person.by_message}
    return found | (more if detail else {})


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
