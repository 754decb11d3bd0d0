"""Who has which power level in a room, by its raw events and its version's specification. Pure.

matrix-nio (0.26) drops events that are not as it expects: a creation whose predecessor has no
`event_id` (upgrades to version 12), levels written as strings (legal before version 10). It also
merges each list of levels into the one before, so that somebody who was struck from the list would
keep their rank.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

CREATOR = 2**53
"""The level of a creator from version 12 on: above every number that an event may hold."""

_CREATORS_OUTRANK_FROM = 12
_SENDER_IS_CREATOR_FROM = 11
_ONLY_INTEGERS_FROM = 10
_NO_FRACTIONS_FROM = 6
"""Versions of the specification ("Room versions") with which each of these began."""

_OLD_CREATOR = 100
"""The creator's level where no list was ever sent, before version 12."""

_STATE_LEVEL = 50
"""What sending state takes where a list does not say."""

_STRING_LEVEL = re.compile(r"\s*[+-]?[0-9]{1,20}\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class RoomLevels:
    """The power levels of one room.

    Attributes:
        version: Its version; 1 where it is not a number or not known.
        creators: Who made it.
        content: Of the list of levels; None where none was ever sent.
    """

    version: int = 1
    creators: frozenset[str] = frozenset()
    content: Mapping[str, Any] | None = field(default=None)

    def of(self, user_id: str) -> int:
        """Return somebody's level."""
        if user_id in self.creators and self.version >= _CREATORS_OUTRANK_FROM:
            return CREATOR
        if self.content is None:
            return _OLD_CREATOR if user_id in self.creators else 0
        own = self._level(_mapping(self.content.get("users")).get(user_id))
        default = self._level(self.content.get("users_default"))
        return _first(own, default, 0)

    def to_send_state(self, event_type: str) -> int:
        """Return the level that sending state of a type takes."""
        if self.content is None:
            return 0
        own = self._level(_mapping(self.content.get("events")).get(event_type))
        default = self._level(self.content.get("state_default"))
        return _first(own, default, _STATE_LEVEL)

    def _level(self, value: object) -> int | None:
        """Return a level as an event holds it; None for what is none in rooms of this version."""
        if isinstance(value, bool):
            return None
        if isinstance(value, int):
            return value
        if isinstance(value, str) and self.version < _ONLY_INTEGERS_FROM:
            return int(value) if _STRING_LEVEL.fullmatch(value) else None
        if isinstance(value, float) and self.version < _NO_FRACTIONS_FROM:
            return int(value) if abs(value) < CREATOR else None
        return None


def version_and_creators(content: Mapping[str, Any], sender: str) -> tuple[int, frozenset[str]]:
    """Return the version and the creators of a room, by what made it and who sent that."""
    named = content.get("room_version", "1")
    is_number = isinstance(named, str) and named.isascii() and named.isdecimal()
    version = int(named) if is_number and len(named) < 4 else 1
    if version >= _CREATORS_OUTRANK_FROM:
        more = content.get("additional_creators")
        others = [user for user in more if isinstance(user, str)] if isinstance(more, list) else []
        return version, frozenset({sender, *others})
    creator = content.get("creator") if version < _SENDER_IS_CREATOR_FROM else None
    return version, frozenset({creator if isinstance(creator, str) else sender})


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _first(own: int | None, default: int | None, otherwise: int) -> int:
    if own is not None:
        return own
    return default if default is not None else otherwise
