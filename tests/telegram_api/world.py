"""The people, chats, topics and messages that the Bot API on loopback knows of."""

import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.telegram_api.faults import ApiError


@dataclass(frozen=True)
class Person:
    """Somebody with a Telegram account. Their private chat has the same id."""

    id: int
    name: str
    language: str | None = "en"

    @property
    def json(self) -> dict[str, Any]:
        """A `User`."""
        user: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.name}
        return {**user, "language_code": self.language} if self.language else user


@dataclass
class FakeChat:
    """A chat and what became of it.

    Attributes:
        members: Status by person's id.
        topics: Whether open, by topic id.
        gone: Why the bot may not write (the words after "Forbidden: "), or None.
        moved_to: The supergroup that it became, or None.
    """

    id: int
    type: str
    title: str
    is_forum: bool = False
    members: dict[int, str] = field(default_factory=dict)
    topics: dict[int, bool] = field(default_factory=dict)
    linked: int | None = None
    gone: str | None = None
    moved_to: int | None = None
    username: str | None = None

    @property
    def json(self) -> dict[str, Any]:
        """A `Chat`."""
        name = {"first_name": self.title} if self.type == "private" else {"title": self.title}
        return {
            "id": self.id,
            "type": self.type,
            **name,
            **({"is_forum": True} if self.is_forum else {}),
        }

    def admit(self, thread: int | None) -> None:
        """Raise what Telegram answers to a message for this chat and topic, when it does not take
        it."""
        if self.moved_to is not None:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": self.moved_to},
            )
        if self.gone is not None:
            raise ApiError(403, f"Forbidden: {self.gone}")
        if thread is not None and thread not in self.topics:
            raise ApiError(400, "Bad Request: message thread not found")
        if thread is not None and not self.topics[thread]:
            raise ApiError(400, "Bad Request: TOPIC_CLOSED")


@dataclass
class Posted:
    """A message as it stands in a chat now."""

    message_id: int
    chat: FakeChat
    sender: dict[str, Any]
    text: str
    thread: int | None = None
    entities: list[dict[str, Any]] = field(default_factory=list)
    markup: dict[str, Any] | None = None
    edits: int = 0
    file: tuple[str, str, bytes] | None = None
    date: int = field(default_factory=lambda: int(time.time()))

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """The buttons under it, row by row."""
        return [button for row in (self.markup or {}).get("inline_keyboard", []) for button in row]

    @property
    def labels(self) -> list[str]:
        """What is read on the buttons."""
        return [button["text"] for button in self.buttons]

    def styled(self, kind: str) -> list[str]:
        """The texts that entities of `kind` cover."""
        units = self.text.encode("utf-16-le")
        spans = [
            (e["offset"], e["offset"] + e["length"]) for e in self.entities if e["type"] == kind
        ]
        return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in spans]

    @property
    def json(self) -> dict[str, Any]:
        """A `Message`."""
        message: dict[str, Any] = {
            "message_id": self.message_id,
            "date": self.date,
            "chat": self.chat.json,
            "from": self.sender,
            "text": self.text,
        }
        optional = {
            "entities": self.entities,
            "reply_markup": self.markup,
            "message_thread_id": self.thread,
            "is_topic_message": self.thread is not None,
            "edit_date": self.date if self.edits else None,
        }
        whole = message | {name: value for name, value in optional.items() if value}
        if self.file is None:
            return whole
        kind, name, _content = self.file
        file = {"file_id": name, "file_unique_id": name}
        captioned = dict(whole)
        for plain, under_a_file in (("text", "caption"), ("entities", "caption_entities")):
            if plain in captioned:
                captioned[under_a_file] = captioned.pop(plain)
        return captioned | {
            kind: {**file, "file_name": name}
            if kind == "document"
            else [{**file, "width": 1, "height": 1}]
        }


class World:
    """Everything that there is, and the updates that the bot has not confirmed."""

    def __init__(self, me: dict[str, Any]) -> None:
        self.me = me
        self.chats: dict[int, FakeChat] = {}
        self.posted: dict[tuple[int, int], Posted] = {}
        self.updates: list[dict[str, Any]] = []
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.menu_button: dict[str, Any] = {"type": "default"}
        self.scoped: dict[str, dict[str, list[dict[str, str]]]] = {}
        self.described: dict[tuple[str, str], str] = {}
        self.webhook: tuple[str, str] | None = None
        self.files: dict[str, tuple[str, bytes]] = {}
        self.asked: set[str] = set()
        self.offered: dict[str, list[dict[str, Any]]] = {}
        self.acknowledged: list[str] = []
        self.presses: set[str] = set()
        self.ids = count(1001)
        self._message_ids = count(1)
        self._update_ids = count(700_000_001)

    def chat(self, chat_id: object) -> FakeChat:
        """Return the chat with this id, given as number or text, or with this "@name"."""
        named = [
            chat for chat in self.chats.values() if chat.username and chat_id == f"@{chat.username}"
        ]
        if named:
            return named[0]
        try:
            return self.chats[int(str(chat_id))]
        except (KeyError, ValueError):
            raise ApiError(400, "Bad Request: chat not found") from None

    # Fields of Posted.
    def post(
        self,
        chat: FakeChat,
        sender: dict[str, Any],
        text: str,
        **more: Any,
    ) -> Posted:
        """Put a message into a chat."""
        message = Posted(next(self._message_ids), chat, sender, text, **more)
        self.posted[chat.id, message.message_id] = message
        return message

    def update(self, **content: dict[str, Any]) -> dict[str, Any]:
        """Queue an update for the bot."""
        update = {"update_id": next(self._update_ids), **content}
        self.updates.append(update)
        return update
