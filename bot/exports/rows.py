"""An event as plain values, for tables and JSON: what, when, where, who, each with its proof and the article that it stands in."""

from collections.abc import Sequence
from typing import Any

from storage.events import EventArticle, EventRecord
from storage.models import Participation

COLUMNS = (
    "event", "title", "kind", "tense", "cancelled", "starts_on", "ends_on", "city", "country", "country_code", "venue", "organizations",
    "person", "role", "affiliation", "attended", "moderator", "proof", "proof_source", "date_proof", "place_proof", "sources",
)  # fmt: skip
"""Columns of a table: one row for each person in an event, one for an event that names nobody."""


def whole(record: EventRecord) -> dict[str, Any]:
    """Return an event with all that hangs on it as JSON values."""
    articles = {one.id: one for one in record.articles}
    return _facts(record) | {
        "date_proof": record.event.date_proof,
        "place_proof": record.event.place_proof,
        "cancel_proof": record.event.cancel_proof,
        "organizations": list(record.organizations),
        "participants": [
            _person(one, articles.get(one.article_id)) for one in record.participations
        ],
        "sources": [source(one) for one in record.articles],
    }


def flat(record: EventRecord) -> Sequence[dict[str, Any]]:
    """Return an event as rows of `COLUMNS`; what there are several of is parted by " ; "."""
    articles = {one.id: one for one in record.articles}
    facts = _facts(record) | {
        "organizations": " ; ".join(record.organizations),
        "date_proof": record.event.date_proof,
        "place_proof": record.event.place_proof,
        "sources": " ; ".join(f"{one.source} {one.url}" for one in record.articles),
    }
    people = [_person(one, articles.get(one.article_id)) for one in record.participations] or [{}]
    rows = [
        {**facts, **{("person" if name == "name" else name): value for name, value in one.items()}}
        for one in people
    ]
    return [{column: row.get(column) for column in COLUMNS} for row in rows]


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


def _person(one: Participation, article: EventArticle | None) -> dict[str, Any]:
    return {
        "name": one.name,
        "role": one.role,
        "affiliation": one.affiliation,
        "attended": one.attended,
        "moderator": one.moderator,
        "proof": one.proof,
        "proof_source": article.url if article else None,
    }
