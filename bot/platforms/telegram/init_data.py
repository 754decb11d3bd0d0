"""Who opened the Mini App: what Telegram's client says of it, signed for the bot by Telegram.

The signature is made with a key that only Telegram and the holder of the bot's token can make
(Telegram, "Validating data received via the Mini App"). What it signs is good for a while only, so
that an address that was seen over somebody's shoulder opens nothing later.
"""

import hashlib
import hmac
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

from pydantic import SecretStr

from config.errors import TcoError

GOOD_FOR = timedelta(hours=1)
"""How long after it was opened a Mini App may still act for whoever opened it."""

CLOCKS_DIFFER = timedelta(minutes=5)
"""How far ahead of the bot's clock Telegram's may be."""

LONGEST = 4096
"""Characters looked at; Telegram's own are some five hundred."""

_MOST_FIELDS = 30
_NUMBER = re.compile(r"[0-9]{1,15}")


class InitDataRefused(TcoError):
    """What was said of who opened the Mini App is not believed.

    Attributes:
        stale: Whether Telegram did say so, but too long ago.
    """

    def __init__(self, reason: str, *, stale: bool = False) -> None:
        self.stale = stale
        super().__init__(f"a Mini App was not believed: {reason}")


@dataclass(frozen=True, slots=True)
class MiniAppUser:
    """Who opened the Mini App.

    Attributes:
        id: Telegram's user id, and so the id of the private chat with the bot.
        language: Of their client (ISO 639-1), where it says so.
    """

    id: str
    language: str | None


def verified(init_data: str, token: SecretStr, now: datetime) -> MiniAppUser:
    """Return who opened the Mini App.

    Args:
        init_data: As the client gives it.
        token: The bot's.
        now: The present, aware UTC.

    Raises:
        InitDataRefused: It is no such data, not signed for this bot, or too old.
    """
    if len(init_data) > LONGEST:
        raise InitDataRefused("it is too long")
    fields = _fields(init_data)
    given = fields.pop("hash", "")
    signed = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    key = hmac.digest(b"WebAppData", token.get_secret_value().encode(), hashlib.sha256)
    wanted = hmac.new(key, signed.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), given.encode()):
        raise InitDataRefused("the signature is wrong")
    _check_age(fields.get("auth_date", ""), now)
    return _user(fields.get("user", ""))


def _fields(init_data: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(
            init_data, keep_blank_values=True, strict_parsing=True, max_num_fields=_MOST_FIELDS
        )
        init_data.encode()  # half a surrogate pair is nothing that Telegram would send
    except ValueError:
        raise InitDataRefused("it cannot be read") from None
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise InitDataRefused("a field stands in it twice")
    return fields


def _check_age(auth_date: str, now: datetime) -> None:
    if not _NUMBER.fullmatch(auth_date):
        raise InitDataRefused("it does not say when it was opened")
    try:
        opened = datetime.fromtimestamp(int(auth_date), UTC)
    except (ValueError, OverflowError, OSError):
        raise InitDataRefused("it does not say when it was opened") from None
    if opened - now > CLOCKS_DIFFER:
        raise InitDataRefused("it was opened in the future")
    if now - opened > GOOD_FOR:
        raise InitDataRefused("it was opened too long ago", stale=True)


def _user(text: str) -> MiniAppUser:
    try:
        user = json.loads(text)
        number, language = user["id"], user.get("language_code")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InitDataRefused("it does not say who opened it") from None
    if not isinstance(number, int) or isinstance(number, bool) or number <= 0:
        raise InitDataRefused("it does not say who opened it")
    spoken = language.partition("-")[0] if isinstance(language, str) else None
    return MiniAppUser(str(number), spoken)
