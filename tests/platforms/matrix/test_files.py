"""A file comes after its text, encrypted where the room is, and can be opened by those who are in
it."""

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from nio.crypto.attachments import decrypt_attachment

from bot.messages.message import Document, text_message
from bot.platforms.base import Address, Refused
from bot.platforms.matrix.errors import checked
from bot.platforms.matrix.login import Account
from bot.platforms.matrix.render import attachment
from tests.homeserver.person import Person
from tests.platforms.matrix.conftest import Listening

CALENDAR = Document("event-1.ics", "text/calendar", b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("encrypted", [False, True], ids=["open room", "encrypted room"])
async def test_a_file_comes_after_its_text_and_can_be_opened(
    account: Account, person: Person, listening: Listening, *, encrypted: bool
) -> None:
    async with listening() as messenger:
        room = await person.room(account.user, encrypted=encrypted)
        await person.joined(room, account.user)
        await person.say(room, "!help")
        await person.answer(room, account.user)
        message = replace(text_message("A conference"), document=CALENDAR)
        await messenger.send(Address("matrix", room), message, key="1")
        assert (await person.answer(room, account.user)).source["content"]["body"] == "A conference"
        content = (await person.answer(room, account.user)).source["content"]
        assert (content["msgtype"], content["filename"]) == ("m.file", "event-1.ics")
        assert ("file" in content) is encrypted
        url = urlsplit(content["file"]["url"] if encrypted else content["url"])
        data: bytes = checked(await person.client.download(f"mxc://{url.netloc}{url.path}")).body
        if encrypted:
            assert data != CALENDAR.content
            keys = content["file"]
            data = decrypt_attachment(data, keys["key"]["k"], keys["hashes"]["sha256"], keys["iv"])
        assert data == CALENDAR.content
        with pytest.raises(Refused):
            await messenger.edit(Address("matrix", room), "$old", message, key="2")


def test_a_picture_is_shown_as_one() -> None:
    picture = Document("week.png", "image/png", b"png")
    content = attachment(picture, "mxc://here/1", None)
    assert (content["msgtype"], content["info"]) == (
        "m.image",
        {"mimetype": "image/png", "size": 3},
    )
