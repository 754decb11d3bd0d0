"""The sources as people make them up: added by hand, switched on and off, removed.

Beside the catalogue and over it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session, col

from config.sources import SourceSpec
from storage.enums import Origin
from storage.errors import CatalogueSourceError, NotStored
from storage.models import Source
from storage.sources import THERE, by_key, fresh_row, store
from storage.sql import changed


@dataclass(frozen=True, slots=True)
class Followed:
    """A source that somebody asked to have followed.

    Attributes:
        key: The key that it has.
        new: False when it was followed already.
    """

    key: str
    new: bool


def add(session: Session, specs: Iterable[SourceSpec], now: datetime) -> list[Followed]:
    """Follow sources on somebody's word; they are due at `now`.

    A URL that is known, or from which a source has moved away, keeps its key and is switched on
    again where it was off; a key that another URL has gets a number.
    """
    rows = session.scalars(
        select(Source).order_by(col(Source.enabled), col(Source.id).desc())
    ).all()
    known: dict[str | None, Source] = {row.given_url: row for row in rows}
    known.update((row.url, row) for row in rows)
    keys, numbers = {row.key for row in rows}, Counter[str]()
    fresh: dict[str, dict[str, Any]] = {}
    followed = []
    for spec in specs:
        row, key = known.get(spec.url), spec.key
        if row is not None:
            followed.append(Followed(row.key, new=not row.enabled))
            _bring_back(session, row, now)
        elif spec.url in fresh:
            followed.append(Followed(fresh[spec.url]["key"], new=False))
        else:
            while key in keys:
                numbers[spec.key] += 1
                key = f"{spec.key}-{numbers[spec.key] + 1}"
            keys.add(key)
            fresh[spec.url] = fresh_row(spec, now) | {"key": key, "origin": Origin.ADDED}
            followed.append(Followed(key, new=True))
    if fresh:
        store(session, list(fresh.values()))
    return followed


def _bring_back(session: Session, source: Source, now: datetime) -> None:
    if source.enabled:
        return
    if source.origin == Origin.REMOVED:
        source.origin = Origin.ADDED
        session.flush()
    set_enabled(session, source.key, now, on=True)


def set_enabled(session: Session, key: str, now: datetime, *, on: bool) -> None:
    """Have a source polled or not, whatever the catalogue says.

    Raises:
        NotStored: There is none of that key.
    """
    values: dict[str, object] = {"switched": on, "enabled": on}
    if on:
        values |= {"next_poll_at": now, "parked_at": None, "told_at": None}
    if not changed(session, update(Source).where(col(Source.key) == key, THERE).values(**values)):
        raise NotStored("source", key)


def remove(session: Session, key: str) -> None:
    """Forget a source that somebody added: it is polled no more and shown no more.

    Its articles stay, and stay under its name.

    Raises:
        NotStored: There is none of that key.
        OfTheCatalogue: It is not one that somebody added.
    """
    source = by_key(session, key)
    if source.origin != Origin.ADDED:
        raise CatalogueSourceError(key)
    source.origin, source.enabled, source.switched = Origin.REMOVED, False, None
