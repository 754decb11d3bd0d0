"""The read stage: takes articles that nobody has read, has them read off the event loop, and files what they report.

The event is filed, its article marked and the alerts owed in one transaction, so a crash leaves an article either unread or done. An
article that the reader fails on is marked with its error and never stands in the way of the next one.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import structlog
from sqlmodel import Session

from bot.events import reader
from bot.events.reading import ArticleText, EventFacts, Participant, Reading
from config.catalogue import load_catalogue
from config.places import Places
from storage import articles, events, outbox
from storage.database import Database
from storage.events import NewEvent, NewParticipation
from storage.models import Article

Read = Callable[[ArticleText, datetime], Reading]
"""The reader: pure, deterministic, and handed the present moment."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class DeskReport:
    """What one run of the stage did.

    Attributes:
        articles: How many were read.
        events: How many of them report an event.
        failed: How many the reader failed on.
        alerts: How many alerts became owed.
    """

    articles: int = 0
    events: int = 0
    failed: int = 0
    alerts: int = 0


class _Outcome(StrEnum):
    EVENT = "event"
    IRRELEVANT = "irrelevant"
    FAILED = "failed"


class Desk:
    """Reads what is unread."""

    def __init__(
        self,
        database: Database,
        *,
        read: Read = reader.read,
        places: Places | None = None,
        batch: int = 20,
        lease: timedelta = timedelta(minutes=5),
    ) -> None:
        """Prepare to read.

        Args:
            database: Where articles wait and events are filed.
            read: The reader.
            places: Tell the code of an event's country; those of the default catalogue unless given.
            batch: How many articles are claimed at a time.
            lease: How long a claim holds; ample for one batch.
        """
        self._database = database
        self._read = read
        self._places = places or load_catalogue().places
        self._batch = batch
        self._lease = lease

    async def read_due(self, now: datetime) -> DeskReport:
        """Read all that is unread, a batch at a time, and say what came of it."""
        outcomes: list[_Outcome] = []
        alerts = 0
        while claimed := await self._database.run(articles.claim_unread, now, limit=self._batch, lease=self._lease):
            for article in claimed:
                outcome, owed = await self._treat(article, now)
                outcomes.append(outcome)
                alerts += owed
        return DeskReport(len(outcomes), outcomes.count(_Outcome.EVENT), outcomes.count(_Outcome.FAILED), alerts)

    async def _treat(self, article: Article, now: datetime) -> tuple[_Outcome, int]:
        """Read one article and file it; return what came of it and how many alerts are owed for it."""
        try:
            reading = await asyncio.to_thread(self._read, _article_text(article), now)
        except Exception as error:  # noqa: BLE001 - whatever an article does to the reader, the next one is read
            _log.exception("unreadable article", article=article.id, url=article.url)
            await self._database.run(articles.failed, article.id, f"{type(error).__name__}: {error}", now)
            return _Outcome.FAILED, 0
        if not reading.is_event or reading.event is None:
            await self._database.run(articles.irrelevant, article.id, reading.language, now)
            return _Outcome.IRRELEVANT, 0
        return _Outcome.EVENT, await self._database.run(_file, article.id, _new_event(reading, reading.event, self._places), now)


def _file(session: Session, article_id: int, event: NewEvent, now: datetime) -> int:
    return outbox.owe_alerts(session, events.found(session, article_id, event, now), now)


def _article_text(article: Article) -> ArticleText:
    published = article.published_at or article.first_seen_at
    return ArticleText(article.title, article.text, published.astimezone(UTC).date(), article.url, article.language)


def _new_event(reading: Reading, event: EventFacts, places: Places) -> NewEvent:
    country = places.find_country(event.country) if event.country else None
    return NewEvent(
        title=event.title,
        kind=str(event.kind),
        language=reading.language,
        tense=str(event.tense),
        starts_on=event.start,
        ends_on=event.end,
        city=event.city,
        country=event.country,
        country_code=country.code if country else None,
        venue=event.venue,
        date_proof=event.date_proof,
        place_proof=event.place_proof,
        organizations=reading.organizations,
        participations=tuple(_new_participation(person) for person in reading.participants),
    )


def _new_participation(person: Participant) -> NewParticipation:
    return NewParticipation(person.name, person.role, person.affiliation, person.attended, person.moderator, person.proof)
