"""What was owed and need not be said after all."""

from config.errors import TcoError


class NothingToTell(TcoError):
    """What was owed need not be sent after all, and nothing is wrong."""


class QuietDay(NothingToTell):
    """There is nothing to tell since the last digest, and the chat wants none then."""

    def __init__(self) -> None:
        super().__init__("a quiet day: nothing to tell since the last digest")


class NoLongerOn(NothingToTell):
    """There is nothing to tell of the course of an event: it was called off, or is over.

    Attributes:
        event_id: Which.
    """

    def __init__(self, event_id: int) -> None:
        self.event_id = event_id
        super().__init__(f"event {event_id} is over or was called off meanwhile")


class NoLongerAhead(NothingToTell):
    """There is nothing to remind of: the event was moved or called off meanwhile.

    Attributes:
        event_id: Which.
    """

    def __init__(self, event_id: int) -> None:
        self.event_id = event_id
        super().__init__(f"event {event_id} was moved or called off meanwhile")
