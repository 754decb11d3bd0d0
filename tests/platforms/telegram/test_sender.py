"""A file reaches the chat with its text as the caption, and never replaces a message."""

from dataclasses import replace

import pytest

from bot.messages.message import Button, Document, Message, text_message
from bot.platforms.base import Address, Refused
from bot.platforms.telegram.messenger import TelegramMessenger
from tests.telegram_api import BotApi

CALENDAR = Document("event-1.ics", "text/calendar", b"BEGIN:VCALENDAR")
PICTURE = Document("week.png", "image/png", b"\x89PNG")


def with_file(text: str, document: Document) -> Message:
    return replace(
        text_message(text), document=document, buttons=((Button("Who", command="event 1 who"),),)
    )


@pytest.mark.parametrize(("document", "kind"), [(CALENDAR, "document"), (PICTURE, "photo")])
async def test_a_file_comes_with_its_text_and_its_buttons(
    api: BotApi, messenger: TelegramMessenger, document: Document, kind: str
) -> None:
    group = api.group(forum=True, topics=(77,))
    await messenger.send(
        Address("telegram", str(group.id), "77"), with_file("A conference", document), key="1"
    )
    (sent,) = api.messages(group)
    assert sent.file == (kind, document.name, document.content)
    assert (sent.text, sent.labels, sent.thread) == ("A conference", ["Who"], 77)


async def test_a_text_too_long_for_a_caption_comes_first(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    group = api.group()
    await messenger.send(
        Address("telegram", str(group.id)), with_file("word " * 300, CALENDAR), key="1"
    )
    text, file = api.messages(group)
    assert (text.file, text.labels) == (None, ["Who"])
    assert (file.text, file.file) == ("", ("document", "event-1.ics", b"BEGIN:VCALENDAR"))


async def test_a_message_with_a_file_replaces_no_other(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    group = api.group()
    address = Address("telegram", str(group.id))
    old = await messenger.send(address, text_message("old"), key="1")
    with pytest.raises(Refused):
        await messenger.edit(address, old, with_file("new", CALENDAR), key="2")
