"""A channel is set up from its admin's private chat, and from nobody else's."""

import pytest

from bot.messages.message import Button, Message, text_block
from tests.platforms.telegram.listening import Listening
from tests.telegram_api import BotApi


async def test_its_admin_speaks_for_the_channel_and_is_answered_in_private(
    api: BotApi, listening: Listening
) -> None:
    admin = api.person("Aigul")
    channel = api.channel("TURKSOY news", "turksoynews", creator=admin)
    api.says(admin, "/channel @turksoynews subscribe turksoy")
    assert (await api.message(admin)).text == "you said subscribe turksoy"
    (heard,) = listening.heard
    assert (heard.address.chat, heard.title, heard.behalf) == (
        str(channel.id),
        "TURKSOY news",
        "channel @turksoynews",
    )
    assert heard.may_change
    assert api.messages(channel) == []


async def test_its_number_does_as_well_and_no_command_shows_the_settings(
    api: BotApi, listening: Listening
) -> None:
    admin = api.person()
    channel = api.channel(administrator=admin)
    api.says(admin, f"/channel {channel.id}")
    await api.message(admin)
    assert listening.heard[0].text == "settings"


@pytest.mark.parametrize("status", ["member", "stranger"])
async def test_nobody_else_speaks_for_it(api: BotApi, listening: Listening, status: str) -> None:
    person = api.person()
    channel = api.channel(username="news", creator=api.person())
    if status == "member":
        channel.members[person.id] = status
    api.says(person, "/channel @news stop")
    await api.message(person)
    (heard,) = listening.heard
    assert (heard.address.chat, heard.text, heard.behalf) == (
        str(person.id),
        "channel @news stop",
        "",
    )
    assert str(channel.id) != heard.address.chat


@pytest.mark.parametrize("name", ["@nobody", "-1009", "../../etc", "@" + "x" * 500, "-100²"])
async def test_a_channel_that_is_none_is_left_to_the_commands(
    api: BotApi, listening: Listening, name: str
) -> None:
    person = api.person()
    api.says(person, f"/channel {name} stop")
    await api.message(person)
    assert listening.heard[0].behalf == ""


async def test_a_group_is_not_set_up_from_afar(api: BotApi, listening: Listening) -> None:
    admin = api.person()
    group = api.group(creator=admin)
    api.says(admin, f"/channel {group.id} stop")
    await api.message(admin)
    assert listening.heard[0].behalf == ""


async def test_who_makes_the_bot_a_channels_admin_is_shown_its_settings(
    api: BotApi, listening: Listening
) -> None:
    listening.answers = lambda _: [
        Message(
            (text_block("Settings"),), ((Button("Both", command="channel -1001 set mode both"),),)
        )
    ]
    admin = api.person()
    api.says(admin, "/start")
    await api.message(admin)
    channel = api.channel(creator=admin)
    api.makes_admin(admin, channel)
    await api.until(lambda: len(listening.heard) == 2)
    assert (listening.heard[1].text, listening.heard[1].behalf) == (
        "settings",
        f"channel {channel.id}",
    )
    await api.until(lambda: len(api.messages(admin)) == 2)


async def test_becoming_the_admin_of_a_group_is_nothing_to_talk_about(
    api: BotApi, listening: Listening
) -> None:
    admin = api.person()
    api.makes_admin(admin, api.group(creator=admin))
    api.says(admin, "/help")
    await api.message(admin)
    assert [request.text for request in listening.heard] == ["help"]
