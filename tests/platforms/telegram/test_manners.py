"""How messages come: with or without a sound and a preview, and under what they answer."""

from dataclasses import replace

import pytest

from bot.messages.message import Document, Preview, text_message
from bot.platforms.base import Address
from bot.platforms.telegram.messenger import TelegramMessenger
from tests.telegram_api import BotApi

CARD = text_message("a card")
LEAD = "https://example.org/lead.jpg"
PICTURE = Document("week.png", "image/png", b"\x89PNG")


def somewhere(api: BotApi) -> Address:
    """The private chat of somebody who has written to the bot."""
    person = api.person()
    api.says(person, "/start")
    return Address("telegram", str(person.id))


async def sent(api: BotApi, messenger: TelegramMessenger, **manner: object) -> dict[str, object]:
    """Send a message to somebody, and return what Telegram was asked."""
    address = somewhere(api)
    # Each test names fields of a message.
    message = replace(CARD, **manner)  # type: ignore[arg-type]
    await messenger.send(address, message, key=str(manner))
    return api.of("sendPhoto" if message.document else "sendMessage")[-1].params


async def test_what_is_silent_rings_nobody(api: BotApi, messenger: TelegramMessenger) -> None:
    assert "disable_notification" not in await sent(api, messenger)
    assert (await sent(api, messenger, is_silent=True))["disable_notification"] == "true"
    picture = await sent(api, messenger, is_silent=True, document=PICTURE)
    assert picture["disable_notification"] == "true"


@pytest.mark.parametrize(
    ("preview", "options"),
    [
        (Preview.NONE, {"is_disabled": True}),
        (Preview.SMALL, {"prefer_small_media": True, "show_above_text": False}),
        (Preview.LARGE, {"prefer_large_media": True, "show_above_text": True}),
        (
            Preview.PICTURE,
            {"url": LEAD, "prefer_large_media": True, "show_above_text": True},
        ),
    ],
)
async def test_a_link_is_shown_as_the_chat_wants_it(
    api: BotApi, messenger: TelegramMessenger, preview: Preview, options: dict[str, bool]
) -> None:
    shown = await sent(api, messenger, preview=preview, picture=LEAD)
    assert shown["link_preview_options"] == options


@pytest.mark.parametrize("picture", [None, "javascript:alert(1)", "https://"])
async def test_without_a_picture_that_can_be_shown_there_is_no_preview(
    api: BotApi, messenger: TelegramMessenger, picture: str | None
) -> None:
    shown = await sent(api, messenger, preview=Preview.PICTURE, picture=picture)
    assert shown["link_preview_options"] == {"is_disabled": True}


async def test_one_message_for_chats_of_two_manners_comes_to_each_as_it_wants_it(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    address = somewhere(api)
    for silent in (False, True, False):
        await messenger.send(address, replace(CARD, is_silent=silent), key=str(silent))
    rung = ["disable_notification" not in call.params for call in api.of("sendMessage")]
    assert rung == [True, False, True]


@pytest.mark.usefixtures("listening")
async def test_in_a_group_an_answer_is_seen_under_what_was_asked(api: BotApi) -> None:
    person = api.person()
    group = api.group(creator=person)
    api.says(person, "/latest", group)
    await api.message(group)
    asked = next(message for message in api.world.posted.values() if message.chat is group)
    assert api.of("sendMessage")[-1].params["reply_parameters"] == {
        "message_id": asked.message_id,
        "allow_sending_without_reply": True,
    }
    api.says(person, "/latest")
    await api.message(person)
    assert "reply_parameters" not in api.of("sendMessage")[-1].params
