"""What a chat follows and what it keeps out, as one filter of events.

A chat is told of what concerns any of its subscriptions, unless it concerns any of its exclusions.
Words are followed as they were typed; in which spellings they are looked for is a question of
language, so that is handed in.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select, union

from storage import chats, search
from storage.enums import Manner, Mode, Topic
from storage.events import EventFilter, SpellingsOf
from storage.models import Chat, Exclusion, Subscription
from storage.prepared import Prepared
from storage.sql import changed, insert

Subject = tuple[str, str]
"""Topic and subject of a subscription or an exclusion."""

MOST_WORDS = 5_000
"""Different words, over all chats, that an event is compared with."""


def exclude(session: Session, chat_id: int, topic: str, subject: str) -> bool:
    """Keep something out of what a chat is told; False when it is kept out already."""
    row = {"chat_id": chat_id, "topic": topic, "subject": subject}
    return changed(session, insert(session, Exclusion).on_conflict_do_nothing().values(row)) == 1


def include(session: Session, chat_id: int, topic: str, subject: str) -> bool:
    """Keep something out no longer; False when it was not kept out."""
    here = (
        col(Exclusion.chat_id) == chat_id,
        col(Exclusion.topic) == topic,
        col(Exclusion.subject) == subject,
    )
    return changed(session, delete(Exclusion).where(*here)) == 1


def exclusions(session: Session, chat_id: int) -> Sequence[Exclusion]:
    """Return what a chat keeps out, by topic and name."""
    return session.scalars(_EXCLUSIONS, {"chat": chat_id}).all()


_EXCLUSIONS = (
    select(Exclusion)
    .where(col(Exclusion.chat_id) == bindparam("chat"))
    .order_by(col(Exclusion.topic), col(Exclusion.subject))
)


def wanted(
    session: Session,
    chat_id: int,
    spellings_of: SpellingsOf,
    held: Sequence[Subscription] | None = None,
) -> EventFilter:
    """Return which events a chat is told of: by all that it follows, or by `held` of that."""
    out = [(row.topic, row.subject) for row in exclusions(session, chat_id)]
    if held is None:
        held = chats.subscriptions(session, chat_id)
    followed = [(row.topic, row.subject) for row in held]
    without = EventFilter.of(out, spellings_of) if out else None
    return EventFilter.of(followed, spellings_of, without=without)


def in_digest(session: Session, chat: Chat) -> Sequence[Subscription]:
    """Return by which of its subscriptions a chat has a digest.

    By all of them, unless it has alerts instead of a digest and says of some that these come in
    one.
    """
    held = chats.subscriptions(session, chat.id)
    chosen = [subscription for subscription in held if subscription.manner == Manner.DIGEST]
    return chosen if chosen and chat.mode == Mode.INSTANT else held


def words_told(session: Session, event_id: int, spellings_of: SpellingsOf) -> list[str]:
    """Return which of the words that any chat follows or keeps out an event holds."""
    asked = [subject for (subject,) in _WORDS.rows(session, {})]
    if not asked:
        return []
    questions: Mapping[str, Sequence[Sequence[str]]] = {
        subject: spellings_of(subject) for subject in asked
    }
    return search.held_by(session, event_id, questions)


# Built once: this is asked at every article that is filed.
_WORDS = Prepared(
    union(
        select(col(Subscription.subject)).where(col(Subscription.topic) == Topic.WORD),
        select(col(Exclusion.subject)).where(col(Exclusion.topic) == Topic.WORD),
    ).limit(MOST_WORDS)
)
