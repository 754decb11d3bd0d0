"""An event as plain values, for tables and JSON.

What, when, where, who, each with its proof and the article that it stands in.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from storage.event_outcomes import KnownOutcome, outcomes_of
from storage.event_rows import ParticipationRow
from storage.events import EventArticle, EventRecord

COLUMNS = (
    "event", "title", "kind", "tense", "cancelled", "starts_on", "ends_on",
    "city", "country", "country_code", "venue", "organizations",
    "person", "role", "affiliation", "attended", "moderator", "by_message",
    "proof", "proof_source",
    "date_proof", "place_proof", "sources",
)  # fmt: skip
"""Columns of a table: one row for each person in an event, one for an event that names nobody."""


def whole(record: EventRecord) -> dict[str, Any]:
    """Return an event with all that hangs on it as JSON values."""
    people, sources = _people(record), [source(article) for article in record.articles]
    return _facts(record) | {
        "date_proof": record.event.date_proof,
        "place_proof": record.event.place_proof,
        "cancel_proof": record.event.cancel_proof,
        "outcomes": _outcomes(record),
        "organizations": list(record.organizations),
        "participants": people,
        "sources": sources,
    }


def flat(record: EventRecord) -> Sequence[dict[str, Any]]:
    """Return an event as rows of `COLUMNS`; what there are several of is parted by " ; "."""
    facts = _facts(record) | {
        "organizations": " ; ".join(record.organizations),
        "date_proof": record.event.date_proof,
        "place_proof": record.event.place_proof,
        "sources": " ; ".join(f"{article.source} {article.url}" for article in record.articles),
    }
    return [_row(facts | person) for person in _people(record) or [{}]]


def _row(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of all columns; in a table the name of a person is the column of persons."""
    named = {**values, "person": values.get("name")}
    return {column: named.get(column) for column in COLUMNS}


def source(article: EventArticle) -> dict[str, Any]:
    """Return an article as JSON values."""
    return {
        "outlet": article.source,
        "title": article.title,
        "url": article.url,
        "language": article.language,
        "published": article.published_at.isoformat() if article.published_at else None,
        "first_seen": article.first_seen_at.isoformat(),
    }


def _facts(record: EventRecord) -> dict[str, Any]:
    event = record.event
    return {
        "event": event.id,
        "title": event.title,
        "kind": event.kind,
        "language": event.language,
        "tense": event.tense,
        "cancelled": event.cancel_proof is not None,
        "starts_on": event.starts_on.isoformat() if event.starts_on else None,
        "ends_on": event.ends_on.isoformat() if event.ends_on else None,
        "city": event.city,
        "country": event.country,
        "country_code": event.country_code,
        "venue": event.venue,
    }


def _outcomes(record: EventRecord) -> list[dict[str, Any]]:
    """Return what came of an event, each with the sentences that say so."""
    articles = {article.id: article.url for article in record.articles}
    return [_outcome(outcome, articles) for outcome in outcomes_of(record.event)]


def _outcome(outcome: KnownOutcome, articles: Mapping[int, str]) -> dict[str, Any]:
    proofs = [
        {"language": language, "sentence": proof, "source": articles.get(article)}
        for article, language, proof in outcome.said
    ]
    named = {"act": outcome.act, "thing": outcome.thing, "names": list(outcome.names)}
    return {**named, "called": dict(outcome.called), "proofs": proofs}


def _people(record: EventRecord) -> list[dict[str, Any]]:
    articles = {article.id: article for article in record.articles}
    return [
        _person(participation, articles.get(participation.article_id))
        for participation in record.participations
    ]


def _person(participation: ParticipationRow, article: EventArticle | None) -> dict[str, Any]:
    return {
        "name": participation.name,
        "person_id": participation.person_id,
        "role": participation.role,
        "affiliation": participation.affiliation,
        "attended": participation.attended,
        "moderator": participation.moderator,
        "by_message": participation.by_message,
        "proof": participation.proof,
        "proof_source": article.url if article else None,
    }
