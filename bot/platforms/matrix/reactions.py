"""Reactions in the place of buttons: a sign under a message that stands for a command.

Matrix has no buttons. So a message says in a field of its own which signs stand for which commands,
the bot sets these signs under it, and who adds one to it gives the command. Who takes it away again
takes the command back, where it has an opposite, or else what was answered to it.

What a sign means is read from the bot's own event and from nowhere else, so nobody can make one up
and it means the same after a restart. Which reactions were answered is kept in mind for a while.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from nio import Event

from bot.messages.message import Message
from bot.platforms.base import UserRequest

Content = dict[str, Any]

FIELD = "tcobot.reactions"
"""Where in the content of an event its signs stand: sign -> command and, or empty, its opposite."""

KEPT = 1_000
"""Reactions that are remembered, so that they can be taken back."""

_LONGEST = 200
_EMOJI_MARK = "\ufe0f"


@dataclass(frozen=True, slots=True)
class Reaction:
    """A sign that somebody added to an event.

    Attributes:
        event_id: Of the reaction itself.
        room_id: Where.
        sender: Who.
        target: The event that it was added to.
        sign: What was added.
    """

    event_id: str
    room_id: str
    sender: str
    target: str
    sign: str


@dataclass(frozen=True, slots=True)
class Removal:
    """An event that somebody took back.

    Attributes:
        room_id: Where.
        sender: Who took it back.
        target: What was taken back.
        event_id: Of the removal itself.
    """

    room_id: str
    sender: str
    target: str
    event_id: str


@dataclass(slots=True)
class Press:
    """A reaction that was answered.

    Attributes:
        request: What it asked for.
        opposite: The command that takes it back, or empty.
        answers: The events that answered it.
    """

    request: UserRequest
    opposite: str
    answers: list[str] = field(default_factory=list)


class Presses:
    """The reactions answered last, by their events."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Press] = OrderedDict()

    def keep(self, event_id: str, press: Press) -> None:
        """Remember a reaction."""
        self._kept[event_id] = press
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def take(self, removal: Removal) -> Press | None:
        """Return, once, the reaction that its own sender takes back; None for anything else."""
        press = self._kept.get(removal.target)
        if press is None or press.request.sender != removal.sender:
            return None
        return self._kept.pop(removal.target)


def signs_of(message: Message) -> dict[str, list[str]]:
    """Return what the signs under a message stand for."""
    buttons = [button for row in message.buttons for button in row if button.sign]
    return {
        button.sign: [button.command, button.opposite or ""] for button in buttons if button.command
    }


def with_signs(content: Content, message: Message) -> Content:
    """Return the content of an event that says `message`, with what its signs stand for."""
    signs = signs_of(message)
    return content | {FIELD: signs} if signs else content


def meaning(content: object, sign: str) -> tuple[str, str] | None:
    """Return the command and its opposite that a sign stands for in the bot's own event."""
    signs = content.get(FIELD) if isinstance(content, dict) else None
    if not isinstance(signs, dict):
        return None
    plain = {str(key).replace(_EMOJI_MARK, ""): value for key, value in signs.items()}
    meant = plain.get(sign.replace(_EMOJI_MARK, ""))
    if not isinstance(meant, list) or [type(part) for part in meant] != [str, str]:
        return None
    command, opposite = meant
    return command[:_LONGEST], opposite[:_LONGEST]


def reaction_content(target: str, sign: str) -> Content:
    """Return the content of the m.reaction event that sets a sign under an event."""
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": target, "key": sign}}


def reaction_of(room_id: str, event: Event) -> Reaction | None:
    """Return the reaction that an event is; None for any other event."""
    relation = _content(event).get("m.relates_to")
    if event.source.get("type") != "m.reaction" or not isinstance(relation, dict):
        return None
    target, sign = relation.get("event_id"), relation.get("key")
    if relation.get("rel_type") != "m.annotation" or not isinstance(target, str):
        return None
    if not isinstance(sign, str) or not 0 < len(sign) <= _LONGEST:
        return None
    return Reaction(event.event_id, room_id, event.sender, target, sign)


def removal_of(room_id: str, event: Event) -> Removal | None:
    """Return what an event takes back; None for an event that takes nothing back."""
    if event.source.get("type") != "m.room.redaction":
        return None
    target = event.source.get("redacts") or _content(event).get("redacts")
    return (
        Removal(room_id, event.sender, target, event.event_id) if isinstance(target, str) else None
    )


def _content(event: Event) -> Content:
    content = event.source.get("content")
    return content if isinstance(content, dict) else {}
