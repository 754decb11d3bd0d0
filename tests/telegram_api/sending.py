"""What people send besides text: places, files, and posts that they pass on."""

from typing import Any

from tests.telegram_api.server import BotApi
from tests.telegram_api.world import FakeChat, Person, Posted


def sends(
    api: BotApi,
    person: Person,
    chat: FakeChat | None = None,
    **fields: Any,
) -> Posted:
    """Let somebody send a message of these fields, in their private chat unless told where."""
    chat = chat or api.world.chats.setdefault(
        person.id, FakeChat(person.id, "private", person.name)
    )
    message = api.world.post(chat, person.json, "")
    whole = {name: value for name, value in message.json.items() if name != "text"}
    api.tells(message=whole | fields)
    return message


def keeps_file(api: BotApi, name: str, content: bytes) -> dict[str, Any]:
    """Keep a file that somebody sends, and return it as a `Document`."""
    api.world.files[name] = (name, content)
    return {"file_id": name, "file_unique_id": name, "file_name": name, "file_size": len(content)}
