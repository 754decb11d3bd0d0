"""Splits and joins that admins ordered, each with what was before it, so that it can be undone."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import chain

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from storage.delivery_subjects import event_subject
from storage.enums import DeliveryKind
from storage.errors import NotStored
from storage.models import Article, Decision, Delivery, Event, Ruling

Pair = tuple[int, int]


def note(
    session: Session, kind: str, pairs: Iterable[Pair], event_ids: Collection[int], now: datetime
) -> Decision:
    """Keep that an admin is about to rule on `pairs` of articles of these events.

    To be called before anything is changed. Returns the decision, whose id undoes it.

    Args:
        session: The transaction.
        kind: "split" or "join".
        pairs: Ids of articles.
        event_ids: The events whose articles they are.
        now: The present, aware UTC.
    """
    ordered = sorted({(min(pair), max(pair)) for pair in pairs})
    known = {(row.one_id, row.two_id): row.together for row in _rulings(session, ordered)}
    homes = select(col(Article.id), col(Article.event_id)).where(
        col(Article.event_id).in_(event_ids)
    )
    cards = select(col(Delivery.id), col(Delivery.event_id)).where(
        col(Delivery.event_id).in_(event_ids), col(Delivery.kind) == DeliveryKind.ALERT
    )
    rulings = [[*pair, known.get(pair)] for pair in ordered]
    was = {
        "rulings": rulings,
        "homes": list(map(list, session.execute(homes))),
        "cards": list(map(list, session.execute(cards))),
    }
    decision = Decision(kind=kind, made_at=now, was=was)
    session.add(decision)
    session.flush()
    return decision


def _rulings(session: Session, pairs: Iterable[Pair]) -> Sequence[Ruling]:
    ids = set(chain.from_iterable(pairs))
    both = col(Ruling.one_id).in_(ids), col(Ruling.two_id).in_(ids)
    return session.scalars(select(Ruling).where(*both)).all()


def last(
    session: Session, number: int | None = None, kinds: Collection[str] = ("split", "join")
) -> Decision:
    """Return a decision of one of these kinds that stands: that of a number, or the last one.

    Raises:
        NotStored: There is none.
    """
    standing = select(Decision).where(
        col(Decision.undone_at).is_(None), col(Decision.kind).in_(kinds)
    )
    if number is not None:
        standing = standing.where(col(Decision.id) == number)
    found = session.scalars(standing.order_by(col(Decision.id).desc())).first()
    if found is None:
        raise NotStored("decision that stands", number or 0)
    return found


def take_back(session: Session, decision: Decision, now: datetime) -> dict[int, set[int]]:
    """Put back what a decision changed: the word on pairs, whose card is whose, which events are.

    Articles belong to their former events again, so that these are found when the reports are
    parted anew.

    Returns:
        For each event that has no article any more, the events that its articles went back to.
    """
    was, decision.undone_at = decision.was, now
    for first, second, together in was["rulings"]:
        pair = col(Ruling.one_id) == first, col(Ruling.two_id) == second
        session.exec(delete(Ruling).where(*pair))
        if together is not None:
            session.add(Ruling(one_id=first, two_id=second, together=together, made_at=now))
    before = {event_id for _, event_id in was["homes"]}
    left: dict[int, set[int]] = {}
    for article_id, event_id in was["homes"]:
        article = session.get(Article, article_id)
        if article is None:
            continue
        if article.event_id is not None and article.event_id not in before:
            left.setdefault(article.event_id, set()).add(event_id)
        article.event_id = event_id
    session.exec(update(Event).where(col(Event.id).in_(before)).values(merged_into=None))
    for delivery_id, event_id in was["cards"]:
        subject = event_subject(event_id).key
        session.exec(
            update(Delivery)
            .where(col(Delivery.id) == delivery_id)
            .values(event_id=event_id, subject=subject)
        )
    session.flush()
    session.expire_all()
    return left
