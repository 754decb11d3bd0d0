"""Column types of the project's own: text from outside, and the id of a row."""

import re

from sqlalchemy import BigInteger, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from config.text import nfc

RowId = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits on PostgreSQL.

A million chats with five deliveries a day would use up 32 bits within fifteen months.
"""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def stored(text: str) -> str:
    """Return `text` as it is stored and compared: in NFC, without what a database refuses.

    PostgreSQL takes no NUL and neither database takes half a surrogate pair, and feeds hold both:
    such a character would stop the whole batch that it came in.
    """
    if text.isascii():
        return text.replace("\x00", "")
    return nfc(_UNSTORABLE.sub("", text))


class OutsideText(TypeDecorator[str]):
    """Text that somebody else wrote, kept as `stored` gives it."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002 (SQLAlchemy calls it so)
    ) -> str | None:
        """Return `value` as it is stored and compared."""
        return None if value is None else stored(value)
