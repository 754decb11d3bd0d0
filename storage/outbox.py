"""What is owed to chats about events, and what became of all that was owed.

How it is owed stands in `storage.enqueuing`, how it is sent in `storage.sending`.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    SQLColumnExpression,
    String,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
    update,
)
from sqlmodel import Session, col

from storage import quiet_hours
from storage.alert_limits import HOUR, NO_LIMITS, AlertLimits, conditions, had_enough
from storage.column_types import RowId
from storage.delivery_subjects import DeliverySubject, change_subject, event_subject
from storage.enqueuing import COLUMNS, asked_of, enqueue_selected, owed_of_event, owed_to_chats
from storage.enums import (
    HAS_OR_MAY_HAVE,
    ChatState,
    DeliveryKind,
    DeliveryState,
    Manner,
    Mode,
    Topic,
)
from storage.models import (
    Chat,
    Delivery,
    Event,
    EventOrganization,
    Exclusion,
    Muted,
    Participation,
    Subscription,
)
from storage.prepared import Prepared
from storage.sql import insert_in, moment

SOURCES_WAIT = timedelta(days=1)
"""How long a card may go without the names of those outlets that report nothing else."""


def enqueue_alerts(
    session: Session,
    event_id: int,
    now: datetime,
    words: Collection[str] = (),
    limits: AlertLimits = NO_LIMITS,
) -> int:
    """Owe an alert of an event to every active chat that wants alerts and follows it.

    Returns how many chats that is anew.

    It wants them by its mode, or says of a subscription alone that it comes at once, silently, or
    in the digest. Where several of its subscriptions concern the event, the one that calls loudest
    counts.

    A chat follows an event by one of its organisations, its country, its town, its kind, somebody
    who took part in it or the country that they came for, or words of its reports. Within a chat's
    quiet hours its alert is held, and so it is where the chat had as many within the hour as it may
    (`storage.quiet_hours`); one that has muted the event, or keeps out something that it can be
    followed by, is owed nothing.

    Args:
        session: The transaction.
        event_id: The event.
        now: The present, aware UTC.
        words: The words that chats follow or keep out and that the event holds.
        limits: What keeps the alert from a chat besides, or lets it wait.
    """
    of_hour = limits.asked_of_hour(session, now)
    asked = asked_of(event_id, now) | limits.asked(now) | of_hour
    asked |= {f"word{number}": word for number, word in enumerate(words)}
    dialect = session.get_bind().dialect.name
    limited = (limits.told_with is not None, limits.most is not None, bool(of_hour))
    owed = _alerts(dialect, len(words), *limited).run(session, asked)
    if owed and of_hour:
        quiet_hours.let_go_after(session, event_id, now + HOUR)
    return owed


# Built once for each form, which its arguments name, as they are run at every article.
@lru_cache(maxsize=32)
def _alerts(
    dialect: str,
    words: int,
    told_with: bool,  # noqa: FBT001
    most: bool,  # noqa: FBT001
    an_hour: bool,  # noqa: FBT001
) -> Prepared:
    by_mode = col(Chat.mode).in_([Mode.INSTANT, Mode.BOTH])
    manner = col(Subscription.manner)
    aloud = or_(manner == Manner.INSTANT, and_(manner == Manner.USUAL, by_mode))
    calls = func.sum(case((aloud, 1), else_=0)) > 0
    owed = owed_of_event(
        DeliveryKind.ALERT,
        state=_unless_quiet(moment("now"), *([had_enough()] if an_hour else [])),
        is_silent=case((calls, literal(value=False)), else_=literal(value=True)),
    )
    event = bindparam("event", type_=RowId)
    followed_by = [bindparam(f"word{number}", type_=String) for number in range(words)]
    places: dict[str, Any] = {"told_with": bindparam("told_with")} if told_with else {}
    if most:
        family: BindParameter[int] = bindparam("family", expanding=True)
        count = bindparam("most", type_=Integer)
        places |= {"family": family, "since": moment("since"), "most": count}
    wants = [or_(aloud, manner == Manner.SILENT), *conditions(places)]
    followers = _to_followers(owed, event, wants, followed_by)
    statement = insert_in(dialect, Delivery).from_select(COLUMNS, followers)
    names = ["subject", "event", "now", *(f"word{number}" for number in range(words))]
    names += ["told_with"] if told_with else []
    names += ["since", "most"] if most else []
    names += ["hour_ago", "an_hour"] if an_hour else []
    many = "family" if most else None
    return Prepared(statement.on_conflict_do_nothing(), names, many)


def enqueue_for_followers(  # noqa: PLR0913, PLR0917 - each says who is owed what
    session: Session,
    kind: DeliveryKind,
    subject: DeliverySubject,
    event_id: int,
    now: datetime,
    wants: Sequence[ColumnElement[bool]],
    words: Collection[str] = (),
    *,
    is_silent: SQLColumnExpression[bool] | None = None,
) -> int:
    """Owe something about an event to every active chat that follows it and meets all of `wants`.

    A chat that has muted the event is left out; see `enqueue_alerts`. `is_silent` says, of all the
    subscriptions of a chat together, whether it comes without a sound; it does not unless given.
    """
    owed = owed_to_chats(kind, subject, now, state=_unless_quiet(now), is_silent=is_silent)
    return enqueue_selected(session, _to_followers(owed, event_id, wants, words))


def _to_followers(
    owed: Select[*tuple[object, ...]],
    event: int | ColumnElement[int],
    wants: Sequence[ColumnElement[bool]],
    words: Collection[str | ColumnElement[str]],
) -> Select[*tuple[object, ...]]:
    """Return what is `owed` to active chats that follow an event and meet all of `wants`."""
    topics = _topics(event, words).subquery("topics")
    kept_out = (
        select(col(Exclusion.chat_id))
        .join(
            topics,
            (topics.c.topic == col(Exclusion.topic)) & (topics.c.subject == col(Exclusion.subject)),
        )
        .scalar_subquery()
    )
    followed = (topics.c.topic == col(Subscription.topic)) & (
        topics.c.subject == col(Subscription.subject)
    )
    return (
        owed.join(Subscription, col(Subscription.chat_id) == col(Chat.id))
        .join(topics, followed)
        .where(col(Chat.state) == ChatState.ACTIVE, _not_muted(event), *wants)
        .where(col(Chat.id).not_in(kept_out))
        .group_by(col(Chat.id))
    )


def enqueue_change(session: Session, event_id: int, revision: int, now: datetime) -> int:
    """Owe the news of the change that led to `revision` to every chat that has the card.

    These are the active chats that have it or may have it; where the card came silently, so does
    the news. A chat that has yet to be sent the card reads the new facts in it. One that has muted
    the event is owed nothing.
    """
    subject = change_subject(event_id, revision)
    holders = (
        owed_to_chats(
            DeliveryKind.CHANGE,
            subject,
            now,
            state=_unless_quiet(now),
            is_silent=col(Delivery.is_silent),
        )
        .join(Delivery, col(Delivery.chat_id) == col(Chat.id))
        .where(
            col(Delivery.event_id) == event_id,
            col(Delivery.kind) == DeliveryKind.ALERT,
            col(Delivery.state).in_(HAS_OR_MAY_HAVE),
        )
        .where(col(Chat.state) == ChatState.ACTIVE, _not_muted(event_id))
    )
    return enqueue_selected(session, holders)


def enqueue_edits(session: Session, event_id: int, now: datetime, *, can_wait: bool = False) -> int:
    """Owe the card of an event anew to every active chat that has it or is just being sent it.

    Returns how many chats these are. There is one edit a chat and event. Owed again, it is due
    again, also where it is on its way at this moment: the last word is said.

    Args:
        session: The transaction.
        event_id: The event.
        now: The present, aware UTC.
        can_wait: Whether nothing but who reports it is new: that goes with the next edit, and by
            itself after `SOURCES_WAIT`. An edit that is owed already tells it anyway.
    """
    statement = _edits(session.get_bind().dialect.name, can_wait)
    due = {"due": now + SOURCES_WAIT} if can_wait else {}
    return statement.run(session, asked_of(event_id, now) | due)


@lru_cache(maxsize=4)
def _edits(dialect: str, can_wait: bool) -> Prepared:  # noqa: FBT001 - a key of the cache
    holders = (
        owed_of_event(DeliveryKind.EDIT, due=moment("due") if can_wait else None)
        .join(Delivery, col(Delivery.chat_id) == col(Chat.id))
        .where(
            col(Delivery.event_id) == bindparam("event", type_=RowId),
            col(Delivery.kind) == DeliveryKind.ALERT,
            col(Delivery.state).in_([DeliveryState.SENDING, DeliveryState.SENT]),
            col(Chat.state) == ChatState.ACTIVE,
        )
    )
    statement = insert_in(dialect, Delivery).from_select(COLUMNS, holders)
    anew = {"state": DeliveryState.PENDING, "attempts": 0, "finished_at": None, "reason": None}
    times = {name: statement.excluded[name] for name in ("created_at", "next_attempt_at")}
    waits = col(Delivery.state) != DeliveryState.PENDING if can_wait else None
    anew_where = statement.on_conflict_do_update(
        index_elements=["chat_id", "kind", "subject"], set_=anew | times, where=waits
    )
    names = ["subject", "event", "now", *(["due"] if can_wait else [])]
    return Prepared(anew_where, names)


def redirect(session: Session, event_id: int, into: int, now: datetime) -> None:
    """Let what is owed and was sent of an event be about the event that it turned out to be.

    A chat that has its card goes on with it as the card of the other. Where a chat has both, the
    alert that still waits is cancelled, or the second card is edited to tell the same as the first.
    """
    alerts = (
        col(Delivery.kind) == DeliveryKind.ALERT,
        col(Delivery.subject) == event_subject(event_id).key,
    )
    holders = select(col(Delivery.chat_id)).where(
        col(Delivery.kind) == DeliveryKind.ALERT, col(Delivery.subject) == event_subject(into).key
    )
    moved = (
        update(Delivery)
        .where(*alerts, col(Delivery.chat_id).not_in(holders))
        .values(subject=event_subject(into).key, event_id=into)
    )
    waiting = col(Delivery.state).in_([DeliveryState.PENDING, DeliveryState.HELD])
    end = {
        "state": DeliveryState.CANCELLED,
        "finished_at": now,
        "reason": "the event turned out to be another",
    }
    heard = select(col(Muted.chat_id)).where(col(Muted.event_id) == into)
    muted = (
        update(Muted)
        .where(col(Muted.event_id) == event_id, col(Muted.chat_id).not_in(heard))
        .values(event_id=into)
    )
    for statement in (moved, update(Delivery).where(*alerts, waiting).values(**end), muted):
        session.exec(statement.execution_options(synchronize_session=False))
    enqueue_edits(session, event_id, now)


def owed_since(session: Session, since: datetime) -> list[tuple[str, str, int]]:
    """Return what became owed of events from `since` on: chat, kind of delivery, event."""
    statement = (
        select(col(Chat.platform), col(Chat.address), col(Delivery.kind), col(Delivery.event_id))
        .join(Chat, col(Chat.id) == col(Delivery.chat_id))
        .where(
            col(Delivery.created_at) >= since,
            col(Delivery.state).in_([DeliveryState.PENDING, DeliveryState.HELD]),
            col(Delivery.event_id).is_not(None),
        )
        .order_by(col(Chat.id), col(Delivery.kind), col(Delivery.event_id))
    )
    return [
        (f"{platform} {address}", kind, event_id)
        for platform, address, kind, event_id in session.execute(statement)
    ]


def deliveries(
    session: Session,
    chat_id: int | None = None,
    *,
    states: Collection[DeliveryState] = (),
    limit: int = 50,
) -> Sequence[Delivery]:
    """Return what a chat, or any chat, was owed last, the latest first.

    Only what is in one of `states` where some are given.
    """
    statement = select(Delivery)
    if chat_id is not None:
        statement = statement.where(col(Delivery.chat_id) == chat_id)
    if states:
        statement = statement.where(col(Delivery.state).in_(states))
    return session.scalars(statement.order_by(col(Delivery.id).desc()).limit(limit)).all()


def count_by_state(session: Session, chat_id: int | None = None) -> dict[str, int]:
    """Return how many deliveries are in each state: those of a chat, or all."""
    counted = select(col(Delivery.state), func.count()).group_by(col(Delivery.state))
    if chat_id is not None:
        counted = counted.where(col(Delivery.chat_id) == chat_id)
    return {row[0]: row[1] for row in session.execute(counted)}


def _unless_quiet(
    now: datetime | ColumnElement[datetime], *also: ColumnElement[bool]
) -> ColumnElement[str]:
    waits = or_(quiet_hours.quiet_at(now), *also)
    return case((waits, DeliveryState.HELD.value), else_=DeliveryState.PENDING.value)


def _not_muted(event: int | ColumnElement[int]) -> ColumnElement[bool]:
    return col(Chat.id).not_in(select(col(Muted.chat_id)).where(col(Muted.event_id) == event))


def _topics(
    event_id: int | ColumnElement[int], words: Collection[str | ColumnElement[str]]
) -> CompoundSelect[str, str]:
    """Return (topic, subject) of all that an event can be followed by."""
    this = col(Event.id) == event_id
    there = (col(Participation.event_id) == event_id, col(Participation.attended).is_(True))
    organization = literal(Topic.ORGANIZATION.value).label("topic")
    return union_all(
        select(organization, col(EventOrganization.organization).label("subject")).where(
            col(EventOrganization.event_id) == event_id
        ),
        select(literal(Topic.KIND.value), col(Event.kind)).where(this),
        select(literal(Topic.COUNTRY.value), col(Event.country_code)).where(this),
        select(literal(Topic.COUNTRY.value), col(Participation.country_code)).where(*there),
        select(literal(Topic.PERSON.value), cast(col(Participation.person_id), String)).where(
            *there
        ),
        select(literal(Topic.TOWN.value), col(Event.city_id)).where(this),
        *(select(literal(Topic.WORD.value), _value(word)) for word in words),
    )


def _value(word: str | ColumnElement[str]) -> ColumnElement[str]:
    return literal(word) if isinstance(word, str) else word
