"""When a chat's digest should have come, and from when on its first one tells."""

from datetime import UTC, date, datetime, timedelta

from bot.language.local_time import instant, previous_digest, zone_of
from storage.models import Chat

PUNCTUAL = timedelta(minutes=15)
"""How late a digest may be without saying so."""


def heard_before(chat: Chat, day: date, now: datetime) -> datetime:
    """Return from when on a digest tells that has no forerunner.

    The chosen day before, a week at most.
    """
    at = chat.digest_at or datetime.min.time()
    return instant(
        previous_digest(day, chat.digest_days), zone_of(chat.timezone), at
    ) or now.astimezone(UTC) - timedelta(days=1)


def late_since(chat: Chat, day: date, now: datetime) -> datetime | None:
    """Return when the digest of `day` should have come, if that was long before `now`.

    Else None.
    """
    due = instant(day, zone_of(chat.timezone), chat.digest_at) if chat.digest_at else None
    return due if due is not None and now - due > PUNCTUAL else None
