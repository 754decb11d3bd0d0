"""What becomes of a delivery: decided from how the attempt ended, then recorded in one transaction.

Deciding is pure. The ledger keeps one of four ends (sent, uncertain, failed, cancelled) or a time
to try again.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlmodel import Session

from bot.platforms.base import AnswerLost, ChatGone, ChatMoved, Refused, TryLater
from config.errors import TcoError
from storage import cards, chats, sending
from storage.enums import DeliveryKind, DeliveryState
from storage.errors import DatabaseError
from storage.models import Delivery
from storage.sending import Due

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(hours=1)
"""Bounds of the back-off, which doubles with each attempt."""

RESENDS = 6
"""How often a message is sent at most of which nobody knows whether it arrived."""

COMPOSE_ATTEMPTS = 6
"""How often a message that cannot be composed is tried before it is given up."""


@dataclass(frozen=True, slots=True)
class DeliveryOutcome:
    """How an attempt ended.

    Attributes:
        state: The delivery's new state; pending is "again at `until`".
        reason: Why, for the ledger; empty for sent.
        remote_id: The platform's id of what was sent.
        until: When to try again; until then the chat's later deliveries wait as well, where `holds`
            says so.
        holds: Whether the chat's later deliveries have to wait behind this one.
        everywhere: Whether the whole platform has to wait.
        asked: Whether the platform itself asked for the wait.
        silent: Whether the platform gave no answer.
        gone: Whether the chat is to be left alone until it speaks again.
        attempts: How often it was tried, where the outbox has not counted this time.
    """

    state: DeliveryState
    reason: str = ""
    remote_id: str = ""
    until: datetime | None = None
    holds: bool = False
    everywhere: bool = False
    asked: bool = False
    silent: bool = False
    gone: bool = False
    attempts: int | None = None


def sent(remote_id: str) -> DeliveryOutcome:
    """Return the outcome of a delivery that arrived."""
    return DeliveryOutcome(DeliveryState.SENT, remote_id=remote_id)


def put_off(now: datetime) -> DeliveryOutcome:
    """Return the outcome of a delivery that was not sent because the database was away: due again as soon as that can be written down."""
    return DeliveryOutcome(DeliveryState.PENDING, "the database was away", until=now, holds=True)


def not_composed(error: Exception, attempts: int, now: datetime) -> DeliveryOutcome:
    """Return the outcome of a delivery whose message could not be made.

    What is asked for may be gone (a `TcoError` says so), and is then no longer owed; anything else
    is a fault that may pass. A database that cannot be asked says nothing about what is in it.
    """
    if isinstance(error, DatabaseError):
        return put_off(now)
    if isinstance(error, TcoError):
        return DeliveryOutcome(DeliveryState.CANCELLED, str(error))
    reason = f"not composed: {type(error).__name__}"
    if attempts >= COMPOSE_ATTEMPTS:
        return DeliveryOutcome(DeliveryState.FAILED, reason)
    return DeliveryOutcome(
        DeliveryState.PENDING, reason, until=now + back_off(attempts), attempts=attempts
    )


def not_sent(error: Exception, attempts: int, now: datetime, *, again: bool) -> DeliveryOutcome:
    """Return the outcome of a delivery that the messenger did not take, or did not certainly take.

    Args:
        error: What the messenger raised.
        attempts: How often it was tried, this time included.
        now: The present.
        again: Whether what may or may not have arrived is sent again. Even so there is an end to
            it, lest a fault that comes after each arrival makes the same message arrive for ever.
    """
    match error:
        case DatabaseError():  # asked before the message goes, and again before it follows a chat that moved
            return put_off(now)
        case TryLater():
            wait = timedelta(seconds=error.after) if error.after is not None else back_off(attempts)
            return DeliveryOutcome(
                DeliveryState.PENDING,
                error.reason,
                until=now + wait,
                holds=True,
                everywhere=error.everywhere,
                asked=error.asked,
            )
        case ChatMoved():  # twice in a row
            return DeliveryOutcome(
                DeliveryState.PENDING, error.reason, until=now + back_off(attempts), holds=True
            )
        case ChatGone():
            return DeliveryOutcome(DeliveryState.FAILED, error.reason, gone=True)
        case Refused():
            return DeliveryOutcome(DeliveryState.FAILED, error.reason)
    reason, silent = (
        getattr(error, "reason", f"unforeseen: {type(error).__name__}"),
        isinstance(error, AnswerLost),
    )
    if again and attempts < RESENDS:
        reason = f"{reason}; it may have arrived before"
        return DeliveryOutcome(
            DeliveryState.PENDING, reason, until=now + back_off(attempts), holds=True, silent=silent
        )
    return DeliveryOutcome(DeliveryState.UNCERTAIN, reason, silent=silent)


def back_off(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts."""
    doubled: timedelta = FIRST_WAIT * 2 ** min(max(attempts - 1, 0), 20)
    return min(doubled, LONGEST_WAIT)


def record(connection: Connection, due: Due, outcome: DeliveryOutcome, now: datetime) -> None:
    """Write down how a delivery ended.

    A chat that has to wait is held, one that is gone is paused, which cancels what else it is owed.
    """
    if outcome.state == DeliveryState.SENT:
        sending.sent(connection, due.delivery.id, outcome.remote_id, now)
        if due.delivery.kind != DeliveryKind.EDIT:
            return
    with Session(connection) as session, session.begin():
        _record(session, due.delivery, outcome, now)


def _record(session: Session, delivery: Delivery, outcome: DeliveryOutcome, now: datetime) -> None:
    match outcome.state:
        case DeliveryState.SENT:
            if delivery.event_id is not None:
                cards.card_is_now(session, delivery.chat_id, delivery.event_id, outcome.remote_id)
        case DeliveryState.PENDING:
            sending.retry(
                session,
                delivery.id,
                outcome.until or now,
                outcome.reason,
                attempts=outcome.attempts,
            )
        case DeliveryState.FAILED:
            sending.failed(session, delivery.id, outcome.reason, now)
        case DeliveryState.CANCELLED:
            sending.cancelled(session, delivery.id, outcome.reason, now)
        case _:
            sending.uncertain(session, delivery.id, outcome.reason, now)
    if outcome.holds and outcome.until:
        sending.hold(session, delivery.chat_id, outcome.until)
    if outcome.gone:
        chats.pause(session, delivery.chat_id, now)
