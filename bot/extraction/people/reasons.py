"""Why somebody is taken to have been there, or not: what a participant can be explained by."""

from enum import StrEnum


class Reason(StrEnum):
    """Why somebody is taken to have been there, or not."""

    CHAIRED = "chaired"
    APPOINTED = "appointed"
    ACTED = "acted"
    LISTED = "listed"
    IN_OFFICE = "in office"
    RULED_OUT = "ruled out"
    AT_THE_EDGE = "at the edge"
    RECALLED = "recalled"
    QUOTED = "quoted"
    TOPIC = "topic"
    SOURCE = "source"
    THANKED = "thanked"
    OWNER = "owner"
    EXPECTED = "expected"
    ELSEWHERE = "elsewhere"
    SENT = "sent"
    UNCLAIMED = "unclaimed"

    @property
    def present(self) -> bool:
        """Whether this is a reason to say that somebody took part."""
        return self in _PRESENT


_PRESENT = frozenset(
    {Reason.CHAIRED, Reason.APPOINTED, Reason.ACTED, Reason.LISTED, Reason.IN_OFFICE}
)
