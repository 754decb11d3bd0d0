"""Things to store, so that a test names only what it is about."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from bot.language.search_words import index_words
from bot.merging import event_changes
from bot.pipeline.known_people import find_or_add
from config.catalogue_loader import load_catalogue
from config.sources import SourceSpec
from storage import articles, chats, enqueuing, event_writes, search, sending, sources
from storage.articles import NewArticle
from storage.delivery_subjects import digest_subject
from storage.enums import ArticleState, DeliveryKind
from storage.event_changes import ChangedFacts
from storage.event_writes import NewEvent, NewParticipation
from storage.models import Article, Delivery, Source


def spec(key: str, **fields: object) -> SourceSpec:
    """A source as the catalogue describes it."""
    values: dict[str, object] = {
        "key": key,
        "name": key.title(),
        "url": f"https://{key}.example/rss",
        "language": "en",
        "certainty": "A",
    }
    return SourceSpec.model_validate(values | fields)


def article(
    identity: str,
    *,
    published_at: datetime | None = None,
    title: str = "A headline",
    text: str = "A body.",
) -> NewArticle:
    """A publication as a feed brings it."""
    return NewArticle(
        identity,
        f"https://kabar.example/{identity}",
        title,
        text,
        "en",
        published_at,
        f"hash of {text}",
    )


def source(session: Session, now: datetime, key: str = "kabar") -> int:
    """The id of the source `key`, which is made when it is not there yet."""
    known = session.scalar(select(col(Source.id)).where(col(Source.key) == key))
    if known is not None:
        return known
    sources.sync(
        session,
        [spec(one.key, url=one.url) for one in sources.all_sources(session)] + [spec(key)],
        now,
    )
    return source(session, now, key)


def unread(session: Session, now: datetime, *identities: str, key: str = "kabar") -> list[int]:
    """Store articles that nobody has read, and return their ids."""
    articles.add_new(
        session, source(session, now, key), [article(identity) for identity in identities], now
    )
    rows = session.scalars(select(Article).where(col(Article.identity).in_(identities)))
    ids = {row.identity: row.id for row in rows}
    return [ids[identity] for identity in identities]


def person(name: str, *, attended: bool = True, role: str | None = None) -> NewParticipation:
    """Somebody in an event; who that is and where the proof stands is for `found` to say."""
    return NewParticipation(
        name,
        role,
        None,
        attended=attended,
        moderator=False,
        proof=f"{name} spoke.",
        article_id=0,
        person_id=0,
    )


def event(title: str = "Geneva conference", /, **fields: object) -> NewEvent:
    """An event as an article tells it."""
    values: dict[str, object] = {
        "kind": "conference",
        "language": "en",
        "tense": "past",
        "organizations": ("ots",),
    }
    # A test may name any field.
    return NewEvent(title=title, **(values | fields))  # type: ignore[arg-type]


def matters(was: ChangedFacts, became: ChangedFacts, today: date) -> bool:
    """What the bot tells anew, with the towns of the shipped catalogue."""
    return event_changes.matters(was, became, today, load_catalogue().places)


def found(session: Session, article_id: int, new: NewEvent, now: datetime) -> int:
    """Keep an event that one article reports, and return its id."""
    articles.finish(session, article_id, now, state=ArticleState.EVENT, language=new.language)
    ids = find_or_add(session, [one.name for one in new.participations])
    named = tuple(
        replace(one, article_id=article_id, person_id=ids[one.name]) for one in new.participations
    )
    known = session.scalar(select(col(Article.event_id)).where(col(Article.id) == article_id))
    saved = event_writes.save_event(
        session, known, replace(new, participations=named), [article_id], now, matters
    )
    search.index(session, saved.event_id, index_words)
    return saved.event_id


def filed(session: Session, now: datetime, identity: str = "geneva", **fields: object) -> int:
    """Keep an event, reported by an article `identity` and named after it, and return its id."""
    return found(session, unread(session, now, identity)[0], event(identity, **fields), now)


def begun(
    session: Session,
    now: datetime,
    *,
    limit: int = 9,
    lease: timedelta = timedelta(minutes=1),
    platforms: Collection[str] = ("telegram",),
) -> list[Delivery]:
    """What is due on some platforms, taken to be sent."""
    due = [
        one.delivery
        for platform in platforms
        for one in sending.due(session, now, platform=platform, limit=limit)
    ]
    taken = [
        one for one in due[:limit] if sending.begin(session.connection(), one.id, now, lease=lease)
    ]
    for one in taken:
        session.refresh(one)
    return taken


def enqueue_digest(session: Session, chat_id: int, day: date, now: datetime) -> bool:
    """Owe one chat the digest of its local `day`; whether it was not owed before."""
    chat = chats.get(session, chat_id)
    chat.last_digest_on = max(day, chat.last_digest_on or day)
    subject = digest_subject(day)
    return enqueuing.enqueue(session, DeliveryKind.DIGEST, subject, [chat_id], now) == 1
