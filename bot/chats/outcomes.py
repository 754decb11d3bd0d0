"""What becomes of a delivery: decided from how the attempt ended, then recorded in one transaction.

Deciding is pure. The ledger keeps one of four ends (sent, uncertain, failed, cancelled) or a time to try again.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.chats.messenger import ChatGone, ChatMoved, Refused, TryLater
from config.errors import TcoError
from storage import chats, outbox
from storage.models import Delivery, DeliveryState

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(hours=1)
"""Bounds of the back-off, which doubles with each attempt."""

COMPOSE_ATTEMPTS = 6
"""How often a message that cannot be composed is tried before it is given up."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt ended.

    Attributes:
        state: The delivery's new state; pending is "again at `until`".
        reason: Why, for the ledger; empty for sent.
        remote_id: The platform's id of what was sent.
        until: When to try again; until then the chat's later deliveries wait as well, where `holds` says so.
        holds: Whether the chat's later deliveries have to wait behind this one.
        everywhere: Whether the whole platform has to wait.
        gone: Whether the chat is to be left alone until it speaks again.
    """

    state: DeliveryState
    reason: str = ""
    remote_id: str = ""
    until: datetime | None = None
    holds: bool = False
    everywhere: bool = False
    gone: bool = False


def sent(remote_id: str) -> Outcome:
    """Return the outcome of a delivery that arrived."""
    return Outcome(DeliveryState.SENT, remote_id=remote_id)


def put_off(until: datetime, reason: str) -> Outcome:
    """Return the outcome of a delivery that was not attempted."""
    return Outcome(DeliveryState.PENDING, reason, until=until, holds=True)


def not_composed(error: Exception, attempts: int, now: datetime) -> Outcome:
    """Return the outcome of a delivery whose message could not be made.

    What is asked for may be gone (a `TcoError` says so), and is then no longer owed; anything else is a fault that may pass.
    """
    if isinstance(error, TcoError):
        return Outcome(DeliveryState.CANCELLED, str(error))
    reason = f"not composed: {type(error).__name__}"
    if attempts >= COMPOSE_ATTEMPTS:
        return Outcome(DeliveryState.FAILED, reason)
    return Outcome(DeliveryState.PENDING, reason, until=now + back_off(attempts))


def not_sent(error: Exception, attempts: int, now: datetime) -> Outcome:
    """Return the outcome of a delivery that the messenger did not take, or did not certainly take.

    What no rule covers (a lost answer, a fault in the adapter) is uncertain: it may have arrived, so it is not sent again unasked.
    """
    match error:
        case TryLater():
            wait = timedelta(seconds=error.after) if error.after is not None else back_off(attempts)
            return Outcome(DeliveryState.PENDING, error.reason, until=now + wait, holds=True, everywhere=error.everywhere)
        case ChatMoved():  # twice in a row
            return Outcome(DeliveryState.PENDING, error.reason, until=now + back_off(attempts), holds=True)
        case ChatGone():
            return Outcome(DeliveryState.FAILED, error.reason, gone=True)
        case Refused():
            return Outcome(DeliveryState.FAILED, error.reason)
        case _:
            return Outcome(DeliveryState.UNCERTAIN, getattr(error, "reason", f"unforeseen: {type(error).__name__}"))


def back_off(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts."""
    doubled: timedelta = FIRST_WAIT * 2 ** min(max(attempts - 1, 0), 20)
    return min(doubled, LONGEST_WAIT)


def record(session: Session, delivery: Delivery, outcome: Outcome, now: datetime) -> None:
    """Write down how `delivery` ended; a chat that is gone is paused, which cancels what else it is owed."""
    match outcome.state:
        case DeliveryState.SENT:
            outbox.sent(session, delivery.id, outcome.remote_id, now)
        case DeliveryState.PENDING:
            outbox.retry(session, delivery.id, outcome.until or now, outcome.reason)
        case DeliveryState.FAILED:
            outbox.failed(session, delivery.id, outcome.reason, now)
        case DeliveryState.CANCELLED:
            outbox.cancelled(session, delivery.id, outcome.reason, now)
        case _:
            outbox.uncertain(session, delivery.id, outcome.reason, now)
    if outcome.gone:
        chats.pause(session, delivery.chat_id, now)
