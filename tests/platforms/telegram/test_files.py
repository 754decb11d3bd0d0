"""What people send besides text: files of settings, places, and what they pass on."""

import pytest

from bot.platforms.telegram.files import LARGEST
from tests.platforms.telegram.listening import Listening
from tests.telegram_api import BotApi, bad_request
from tests.telegram_api.sending import keeps_file, sends

SETTINGS = b'{"version": 1}'
POST = {
    "type": "channel",
    "date": 1,
    "chat": {"id": -1001, "type": "channel", "title": "News"},
    "message_id": 7,
}


async def heard(api: BotApi, listening: Listening) -> str:
    await api.until(lambda: listening.heard or None)
    return listening.heard[-1].text


async def test_a_file_with_the_command_is_read_behind_it(api: BotApi, listening: Listening) -> None:
    file = keeps_file(api, "settings.json", SETTINGS)
    sends(api, api.person(), document=file, caption="/import")
    assert await heard(api, listening) == 'import {"version": 1}'


async def test_so_is_one_that_the_command_answers(api: BotApi, listening: Listening) -> None:
    person = api.person()
    file = keeps_file(api, "settings.json", SETTINGS)
    first = sends(api, person, document=file, caption="here")
    before = {"message_id": first.message_id, "date": 1, "chat": first.chat.json, "document": file}
    sends(api, person, text="/import", reply_to_message=before)
    await api.until(lambda: len(listening.heard) > 1 or None)
    assert listening.heard[-1].text == 'import {"version": 1}'


async def test_a_bare_file_of_settings_is_taken_over_in_a_private_chat(
    api: BotApi, listening: Listening
) -> None:
    sends(api, api.person(), document=keeps_file(api, "tco.json", SETTINGS))
    assert await heard(api, listening) == 'import {"version": 1}'


@pytest.mark.parametrize("content", [b"x" * (LARGEST + 1), b"\xff\xfe\xff"])
async def test_what_is_too_large_or_no_text_is_not_read(
    api: BotApi, listening: Listening, content: bytes
) -> None:
    sends(api, api.person(), document=keeps_file(api, "settings.json", content), caption="/import")
    assert await heard(api, listening) == "import"


async def test_a_file_that_telegram_does_not_give_is_told_as_none(
    api: BotApi, listening: Listening
) -> None:
    api.script.fail("getFile", bad_request("file is temporarily unavailable"))
    sends(api, api.person(), document=keeps_file(api, "settings.json", SETTINGS), caption="/import")
    assert await heard(api, listening) == "import"


async def test_a_place_asks_for_its_time_zone(api: BotApi, listening: Listening) -> None:
    sends(api, api.person(), location={"latitude": 42.87464, "longitude": 74.5698})
    assert await heard(api, listening) == "timezone 42.8746,74.5698"


async def test_a_post_that_is_passed_on_asks_for_the_page_that_it_leads_to(
    api: BotApi, listening: Listening
) -> None:
    text = "Summit in Bishkek: report.az/en/1"
    link = {"type": "url", "offset": 19, "length": 14}
    sends(api, api.person(), text=text, entities=[link], forward_origin=POST)
    assert await heard(api, listening) == "https://report.az/en/1"


async def test_in_a_group_none_of_this_is_for_the_bot(api: BotApi, listening: Listening) -> None:
    person = api.person()
    group = api.group(creator=person)
    sends(api, person, group, location={"latitude": 42.9, "longitude": 74.6})
    sends(api, person, group, document=keeps_file(api, "tco.json", SETTINGS))
    sends(api, person, group, text="https://report.az/en/1", forward_origin=POST)
    api.says(person, "/latest", group)
    assert await heard(api, listening) == "latest"
    assert len(listening.heard) == 1
