"""What was said in a room as a Request, if it was said to the bot.

In a room of many the bot answers to `!command` and to its own name; in a private one, to
everything. Only plain texts count: notices are what bots say, and answering them could make two
bots talk for ever. Edits of earlier messages are left alone.
"""

import re
from typing import Any

from nio import Event, MatrixRoom, RoomMessageText

from bot.platforms.base import Address, UserRequest
from bot.platforms.matrix import CAPABILITIES, NAME
from bot.platforms.matrix.render import clean
from bot.platforms.matrix.rooms import Rooms

PREFIX = CAPABILITIES.command_prefix

_COMMAND = re.compile(rf"{re.escape(PREFIX)}(?=\w)")
_AFTER_NAME = re.compile(r"[\s:,]+")


def request_of(event: Event, room: MatrixRoom, rooms: Rooms) -> UserRequest | None:
    """Return what `event` asks of the bot, or None if it asks nothing."""
    if not isinstance(event, RoomMessageText) or event.sender == room.own_user_id:
        return None
    content = event.source.get("content", {})
    if _relation(content).get("rel_type") == "m.replace":
        return None
    private = rooms.is_private(room, event.sender)
    body = _without_quote(clean(event.body)).strip()
    text = _addressed(body, room)
    if text is None and (private or _mentioned(content, room.own_user_id)):
        text = body
    if not text:
        return None
    return UserRequest(
        address=Address(NAME, room.room_id),
        sender=event.sender,
        text=text,
        title=room.display_name,
        may_change=rooms.may_change(room.room_id, event.sender),
        private=private,
    )


def thread_of(event: Event) -> str | None:
    """Return the event with which the thread began that `event` stands in, or None."""
    relation = _relation(event.source.get("content", {}))
    root = relation.get("event_id")
    return root if relation.get("rel_type") == "m.thread" and isinstance(root, str) else None


def _relation(content: dict[str, Any]) -> dict[str, Any]:
    relation = content.get("m.relates_to")
    return relation if isinstance(relation, dict) else {}


def _addressed(text: str, room: MatrixRoom) -> str | None:
    """The command line within `text` without what addressed it; None where nothing in it does."""
    if command := _COMMAND.match(text):
        return text[command.end() :]
    for name in _names(room):
        rest = text[len(name) :]
        if text.casefold().startswith(name.casefold()) and (separator := _AFTER_NAME.match(rest)):
            return rest[separator.end() :].removeprefix(PREFIX)
    return None


def _mentioned(content: dict[str, Any], user_id: str) -> bool:
    mentions = content.get("m.mentions")
    users = mentions.get("user_ids") if isinstance(mentions, dict) else None
    return isinstance(users, list) and user_id in users


def _names(room: MatrixRoom) -> list[str]:
    """What a person may call the bot, the longest first, so that no name hides a longer one."""
    own = room.own_user_id
    names = {own, own[1:].partition(":")[0], room.user_name(own) or own}
    return sorted({*names, *(f"@{name}" for name in names)}, key=len, reverse=True)


def _without_quote(body: str) -> str:
    """Cut off the quotation that older clients put before a reply."""
    lines = body.split("\n")
    while lines and lines[0].startswith("> "):
        del lines[0]
    return "\n".join(lines)
