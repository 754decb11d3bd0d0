"""What becomes of a delivery: decided from how the attempt ended, then recorded in one transaction.

Deciding is pure. A delivery's row keeps one of four ends (sent, uncertain, failed, cancelled) or a
time to try again.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import Connection
from sqlmodel import Session

from bot.language.local_time import EVERY_DAY, next_digest, zone_of
from bot.platforms.base import AnswerLost, ChatClosed, ChatGone, ChatMoved, Refused, TryLater
from bot.runtime.backoff import Backoff
from config.errors import TcoError
from storage import cards, chats, refusals, sending
from storage.enums import DeliveryKind, DeliveryState, Mode
from storage.errors import DatabaseError
from storage.models import Chat, Delivery
from storage.sending import Due

WAITS = Backoff(timedelta(seconds=5), timedelta(hours=1))
"""How long to wait after so many attempts."""

RESENDS = 6
"""How often a message is sent at most of which nobody knows whether it arrived."""

REFUSED_WAITS = Backoff(timedelta(minutes=5), timedelta(days=1))
"""How long to wait for a chat that took nothing so many times in a row."""

GONE_FOR = timedelta(days=7)
"""How long a chat that is gone is left alone; it is tried again with the next digest."""

LATEST = {DeliveryKind.ALERT: timedelta(hours=12), DeliveryKind.REMINDER: timedelta(hours=6)}
"""How late what a chat did not take is still sent: as late as a digest, or a reminder, may be."""

DIGEST_TIME = time(8, 30)
"""When a chat without a digest is tried again, in its own zone."""

COMPOSE_ATTEMPTS = 6
"""How often a message that cannot be composed is tried before it is given up."""


@dataclass(frozen=True, slots=True)
class DeliveryOutcome:
    """How an attempt ended.

    Attributes:
        state: The delivery's new state; pending is "again at `until`".
        reason: Why, kept in the delivery's row; empty for sent.
        remote_id: The platform's id of what was sent.
        until: When to try again; until then the chat's later deliveries wait as well, where `holds`
            says so.
        holds: Whether the chat's later deliveries have to wait behind this one.
        everywhere: Whether the whole platform has to wait.
        asked: Whether the platform itself asked for the wait.
        silent: Whether the platform gave no answer.
        refused: Whether the chat took nothing, whatever it was.
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
    refused: bool = False
    gone: bool = False
    attempts: int | None = None


def sent(remote_id: str) -> DeliveryOutcome:
    """Return the outcome of a delivery that arrived."""
    return DeliveryOutcome(DeliveryState.SENT, remote_id=remote_id)


def put_off(now: datetime) -> DeliveryOutcome:
    """Return the outcome of a delivery that was not sent because the database was away.

    It is due again as soon as that can be written down.
    """
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
        DeliveryState.PENDING, reason, until=now + WAITS.wait(attempts), attempts=attempts
    )


def too_late(delivery: Delivery, chat: Chat, now: datetime) -> DeliveryOutcome | None:
    """Return the outcome of what a chat did not take in time; None where there is still time.

    Only a chat with a digest misses no event by it: the digest tells what no alert has told.
    """
    latest = LATEST.get(DeliveryKind(delivery.kind)) if chat.refusals else None
    if latest is None or now - delivery.created_at <= latest:
        return None
    if delivery.kind == DeliveryKind.REMINDER:
        return DeliveryOutcome(DeliveryState.CANCELLED, "the chat took nothing until it was late")
    if chat.mode != Mode.INSTANT and chat.next_digest_at is not None:
        return DeliveryOutcome(DeliveryState.CANCELLED, "too late for an alert: in the digest")
    return None


def not_sent(
    error: Exception, attempts: int, now: datetime, *, again: bool, refusals: int = 0
) -> DeliveryOutcome:
    """Return the outcome of a delivery that the messenger did not take, or did not certainly take.

    Args:
        error: What the messenger raised.
        attempts: How often it was tried, this time included.
        now: The present.
        again: Whether what may or may not have arrived is sent again. Even so there is an end to
            it, lest a fault that comes after each arrival makes the same message arrive for ever.
        refusals: How often in a row the chat took nothing before.
    """
    match error:
        # Asked before the message goes, and again before it follows a chat that moved.
        case DatabaseError():
            return put_off(now)
        case TryLater():
            wait = (
                timedelta(seconds=error.after) if error.after is not None else WAITS.wait(attempts)
            )
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
                DeliveryState.PENDING, error.reason, until=now + WAITS.wait(attempts), holds=True
            )
        case ChatClosed():
            wait = REFUSED_WAITS.wait(refusals + 1)
            return DeliveryOutcome(
                DeliveryState.PENDING, error.reason, until=now + wait, holds=True, refused=True
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
            DeliveryState.PENDING,
            reason,
            until=now + WAITS.wait(attempts),
            holds=True,
            silent=silent,
        )
    return DeliveryOutcome(DeliveryState.UNCERTAIN, reason, silent=silent)


def record(connection: Connection, due: Due, outcome: DeliveryOutcome, now: datetime) -> None:
    """Write down how a delivery ended.

    A chat that has to wait is held; one that is gone is paused, which cancels what else it is owed,
    and tried again at the next digest time after a week.
    """
    if outcome.state == DeliveryState.SENT:
        sending.sent(connection, due.delivery.id, outcome.remote_id, now)
        if due.delivery.kind != DeliveryKind.EDIT and not due.chat.refusals:
            return
    with Session(connection) as session, session.begin():
        _record(session, due.delivery, outcome, now)
        _record_of_chat(session, due.chat, outcome, now)


def _record(session: Session, delivery: Delivery, outcome: DeliveryOutcome, now: datetime) -> None:
    match outcome.state:
        case DeliveryState.SENT:
            if delivery.kind == DeliveryKind.EDIT and delivery.event_id is not None:
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


def _record_of_chat(session: Session, chat: Chat, outcome: DeliveryOutcome, now: datetime) -> None:
    if outcome.state == DeliveryState.SENT and chat.refusals:
        refusals.accepted(session, chat.id)
    if outcome.holds and outcome.until:
        sending.hold(session, chat.id, outcome.until)
    if outcome.refused:
        refusals.refused(session, chat.id, outcome.reason, now)
    if outcome.gone:
        at, days = chat.digest_at or DIGEST_TIME, chat.digest_days or EVERY_DAY
        again = next_digest(now + GONE_FOR, zone_of(chat.timezone), at, days)
        chats.pause(session, chat.id, now, try_again_at=again)
