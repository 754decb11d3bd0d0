"""What a permanent redirect means for a source's URL.

Nothing at once, since sites send their feeds to maintenance pages too (FIELD.md, Q33).
"""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from storage.models import Source
from storage.sources import Learned


def learn_move(source: Source, moved_to: str | None, now: datetime, settle: timedelta) -> Learned:
    """Return what a poll that brought items teaches of the source's address.

    The same address under https is taken at once; another one on the same site after it has held
    for `settle`; one on another site never by itself, since a sold domain is no outlet.
    """
    if moved_to is None or moved_to == source.url:
        return {} if source.moved_to is None else {"moved_to": None, "moved_since": None}
    old, new = urlsplit(source.url), urlsplit(moved_to)
    upgraded = (old.scheme, new.scheme) == ("http", "https") and old[1:] == new[1:]
    if upgraded:
        return {"url": moved_to, "moved_to": None, "moved_since": None}
    if moved_to != source.moved_to or source.moved_since is None:
        return {"moved_to": moved_to, "moved_since": now}
    if _site(old.hostname) == _site(new.hostname) and now - source.moved_since >= settle:
        return {"url": moved_to, "moved_to": None, "moved_since": None}
    return {}


def _site(host: str | None) -> str:
    """The last two labels of a host, three where the second is a short one such as com or gov."""
    labels = (host or "").lower().split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 else labels[-2:])
