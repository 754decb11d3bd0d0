"""The WebSub subscriptions of sources: what was asked of the hub that a page names, and granted.

A subscription is wanted while its source is polled at the page that named the hub. Nobody
unsubscribes: what is not wanted is as unknown to a hub that calls as what never was, and ends with
its lease.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlmodel import Session, col

from storage.column_types import stored
from storage.models import HubSubscription, Source
from storage.sources import CALL_PAUSE
from storage.sql import claim, claiming, moment

_WANTED = (col(Source.enabled).is_(True), col(Source.url) == col(HubSubscription.page))
_OF_ITS_SOURCE = col(Source.id) == col(HubSubscription.source_id)


def remember(
    session: Session, source_id: int, now: datetime, *, hub: str | None, topic: str
) -> None:
    """Note the hub that the page of a source names.

    Another hub or topic than before makes another subscription, under an address and with a secret
    of its own. It is asked for at once, unless the one before had failed: then its pause goes on,
    so that no page can hurry the bot from hub to hub.

    Args:
        session: The transaction.
        source_id: The source.
        now: When the page was read.
        hub: The hub's URL; None where the page names none, which ends the subscription.
        topic: What is to be subscribed to there.
    """
    row = session.scalars(
        select(HubSubscription).where(col(HubSubscription.source_id) == source_id)
    ).first()
    if hub is None:
        if row is not None:
            session.delete(row)
        return
    page = session.get_one(Source, source_id).url
    if row is None:
        row = HubSubscription(
            source_id=source_id, page=page, hub="", topic="", token="", secret="", next_try_at=now
        )
    row.page = page
    if (row.hub, row.topic) != (stored(hub), stored(topic)):
        row.hub, row.topic, row.pending, row.lease_ends_at = hub, topic, False, None
        row.token, row.secret = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        row.next_try_at = row.next_try_at if row.tries else now
    session.add(row)


_CLAIM_DUE = claiming(
    HubSubscription,
    select(col(HubSubscription.id))
    .join(Source, _OF_ITS_SOURCE)
    .where(col(HubSubscription.next_try_at) <= moment("now"), *_WANTED)
    .order_by(col(HubSubscription.next_try_at), col(HubSubscription.id)),
    {
        "next_try_at": moment("until"),
        "pending": True,
        "tries": col(HubSubscription.tries) + 1,
    },
)


def claim_due(
    session: Session, now: datetime, *, limit: int, lease: timedelta
) -> list[tuple[HubSubscription, str]]:
    """Take up to `limit` subscriptions that are to be asked for, those waiting longest first.

    They come with the keys of their sources.

    Nobody else gets them until `now + lease`. From here on they count as tried and not granted,
    since a hub may verify before it answers.
    """
    rows = claim(session, _CLAIM_DUE, limit, now=now, until=now + lease)
    keys = _keys(session, [row.source_id for row in rows])
    return [(row, keys[row.source_id]) for row in rows]


def _keys(session: Session, source_ids: Sequence[int]) -> dict[int, str]:
    found = session.execute(
        select(col(Source.id), col(Source.key)).where(col(Source.id).in_(source_ids))
    )
    return {row.id: row.key for row in found}


def postpone(session: Session, token: str, next_try_at: datetime) -> None:
    """Say when to ask again, unless the hub has given its answer in the meantime."""
    these = (col(HubSubscription.token) == token, col(HubSubscription.pending).is_(True))
    session.exec(update(HubSubscription).where(*these).values(next_try_at=next_try_at))


def grant(
    session: Session, token: str, topic: str, *, lease_ends_at: datetime, next_try_at: datetime
) -> str | None:
    """Record that a hub granted a subscription, and return the key of its source.

    None where it is not wanted.
    """
    found = _wanted(session, token)
    if found is None or found[0].topic != stored(topic):
        return None
    row, source = found
    row.lease_ends_at, row.next_try_at, row.pending, row.tries = (
        lease_ends_at,
        next_try_at,
        False,
        0,
    )
    return source.key


def deny(session: Session, token: str, topic: str, *, next_try_at: datetime) -> str | None:
    """Record that a hub denied a subscription, or ended it, and return the key of its source.

    None where it was not wanted.
    """
    found = _wanted(session, token)
    if found is None or found[0].topic != stored(topic):
        return None
    row, source = found
    row.lease_ends_at, row.next_try_at, row.pending = None, next_try_at, False
    return source.key


def secret_of(session: Session, token: str) -> str | None:
    """Return the secret that the hub which calls this address must sign with.

    None where no call is wanted.
    """
    found = _wanted(session, token)
    return found[0].secret if found else None


def call(session: Session, token: str, now: datetime) -> str | None:
    """Have a source polled at once because its hub called, and return its key.

    None where no call is wanted.

    However often a hub calls, a source is polled once in `CALL_PAUSE`; and one that fails keeps the
    pause that it has, since its site may have asked to be left alone. A poll that is under way may
    have come too early: `storage.sources.succeeded` sees to that.
    """
    found = _wanted(session, token)
    if found is None:
        return None
    source = session.get_one(Source, found[1].id, with_for_update=True)
    source.called_at = now
    if not source.failures:
        soonest = max(now, source.last_polled_at + CALL_PAUSE) if source.last_polled_at else now
        source.next_poll_at = min(source.next_poll_at, soonest)
    return source.key


def _wanted(session: Session, token: str) -> tuple[HubSubscription, Source] | None:
    query = (
        select(HubSubscription, Source)
        .join(Source, _OF_ITS_SOURCE)
        .where(col(HubSubscription.token) == token, *_WANTED)
    )
    row = session.execute(query).first()
    return (row[0], row[1]) if row else None
