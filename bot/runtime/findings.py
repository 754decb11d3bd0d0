"""What an examination of a set-up found: good, worth a look, or wrong, and what to do about it."""

from dataclasses import dataclass
from enum import IntEnum


class Mark(IntEnum):
    """How grave a finding is; the gravest is the least, so that it comes first when sorted."""

    WRONG = 0
    """The bot does not start, or does not do its work."""
    LOOK = 1
    """It works, and somebody should know."""
    GOOD = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of an examination.

    Attributes:
        mark: How grave it is.
        subject: What was looked at, in a word or two, or the name of a setting.
        said: What was found; never holds a secret.
        fix: What to do about it; empty where there is nothing to be done.
        unreached: Whether somebody could not be reached at all, as when there is no network.
    """

    mark: Mark
    subject: str
    said: str
    fix: str = ""
    unreached: bool = False


def good(subject: str, said: str) -> Finding:
    """Return a finding that all is well."""
    return Finding(Mark.GOOD, subject, said)


def look(subject: str, said: str, fix: str) -> Finding:
    """Return a finding of something that works and that somebody should know of."""
    return Finding(Mark.LOOK, subject, said, fix)


def wrong(subject: str, said: str, fix: str, *, unreached: bool = False) -> Finding:
    """Return a finding of a fault."""
    return Finding(Mark.WRONG, subject, said, fix, unreached)
