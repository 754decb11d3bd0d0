"""The cards that chats have: of which events, and in which message each card stands."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, bindparam, select, update
from sqlmodel import Session, col

from storage.delivery_subjects import event_subject
from storage.enums import HAS_OR_MAY_HAVE, DeliveryKind, DeliveryState
from storage.models import Delivery


def card_of(session: Session, chat_id: int, event_id: int) -> str | None:
    """Return the platform's id of the message in which a chat has the card of an event.

    None where it has none that is known.
    """
    return session.scalar(select(col(Delivery.remote_id)).where(*_sent_card(chat_id, event_id)))


def card_is_now(session: Session, chat_id: int, event_id: int, remote_id: str) -> None:
    """Remember under which id the platform has the card of an event after an edit.

    An edited card may take more or fewer messages than before.
    """
    card = _sent_card(chat_id, event_id)
    session.exec(update(Delivery).where(*card).values(remote_id=remote_id))


def alerted(session: Session, chat_id: int, event_ids: Collection[int]) -> frozenset[int]:
    """Return of which of these events a chat was told by an alert.

    Or is just being told, or was told after its quiet hours.
    """
    keys = [event_subject(event_id).key for event_id in event_ids]
    told = session.scalars(_ALERTED, {"chat": chat_id, "subjects": keys}) if keys else ()
    return frozenset(event_id for event_id in told if event_id is not None)


_ALERTED = select(col(Delivery.event_id)).where(
    col(Delivery.chat_id) == bindparam("chat"),
    col(Delivery.kind) == DeliveryKind.ALERT,
    col(Delivery.subject).in_(bindparam("subjects", expanding=True)),
    col(Delivery.state).in_(HAS_OR_MAY_HAVE),
)


def _sent_card(chat_id: int, event_id: int) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Delivery.chat_id) == chat_id,
        col(Delivery.kind) == DeliveryKind.ALERT,
        col(Delivery.subject) == event_subject(event_id).key,
        col(Delivery.state) == DeliveryState.SENT,
    )
