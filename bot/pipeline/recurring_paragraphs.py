"""Which paragraphs of an article its outlet puts under many.

They are told by sketches of what the outlet wrote before.

What recurs is background of the outlet's own making. The reader and merging pass it over; the
stored text keeps it.
"""

import hashlib
from datetime import datetime

from sqlmodel import Session

from config.text import fold
from storage import paragraphs
from storage.models import Article

_FEWEST = 8
"""Words of a paragraph worth remembering; a shorter one may recur by chance."""

_MOST = 200
"""Paragraphs of an article that are looked at."""


def text_of_its_own(session: Session, article: Article, now: datetime) -> str:
    """Note the paragraphs of `article`; return its text without those that recur in its source."""
    lines = article.text.split("\n")
    told = {sketch(line): line for line in lines[1:_MOST] if _counts(line)}  # never the lead
    found = paragraphs.take_note(session, article.source_id, article.id, told, now)
    if not found:
        return article.text
    repeated = {told[number] for number in found}
    return "\n".join(line for line in lines if line not in repeated)


def sketch(paragraph: str) -> int:
    """Return a number of 64 bits that paragraphs of the same words share."""
    digest = hashlib.blake2b(fold(paragraph).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _counts(paragraph: str) -> bool:
    return len(paragraph.split(maxsplit=_FEWEST)) >= _FEWEST
