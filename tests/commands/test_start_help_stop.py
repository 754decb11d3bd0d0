"""A chat begins, stops, and begins again with what it had."""

import pytest

from storage.enums import ChatState
from tests.commands.conftest import Talk


async def test_the_beginning_says_what_the_bot_does_and_what_to_do_first(talk: Talk) -> None:
    [message] = await talk.ask("start")
    assert message.plain.startswith(
        "I report to this chat what the Turkic Cooperation Organizations do: who met "
        "whom, when and where."
    )
    assert [button.command for row in message.buttons for button in row] == [
        "organizations",
        "timezone",
        "language",
        "settings",
    ]


async def test_a_link_that_names_an_organisation_follows_it(talk: Talk) -> None:
    assert "Now following OTS." in await talk.hear("start ots")
    assert talk.follows() == ["ots"]


async def test_stopping_silences_the_chat_and_keeps_its_settings(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    assert (
        await talk.hear("stop")
        == "I send nothing more to this chat. Its settings are kept: /start brings me back."
    )
    chat = talk.chat()
    assert (chat.state, chat.next_digest_at) == (ChatState.STOPPED, None)
    assert talk.follows() == ["ots"]


async def test_starting_again_brings_news_back(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    await talk.ask("stop")
    assert (await talk.hear("start")).startswith("I am back.\nThis chat follows OTS.")
    chat = talk.chat()
    assert chat.state == ChatState.ACTIVE
    assert chat.next_digest_at is not None


async def test_following_something_brings_news_back_too(talk: Talk) -> None:
    await talk.ask("stop")
    await talk.ask("subscribe ots")
    assert talk.chat().state == ChatState.ACTIVE


async def test_a_stopped_chat_that_changes_settings_is_reminded(talk: Talk) -> None:
    await talk.ask("stop")
    assert (await talk.hear("digest 9:00")).endswith(
        "The bot is stopped in this chat; /start starts it again."
    )


async def test_help_lists_every_command_with_its_usage(talk: Talk) -> None:
    plain = await talk.hear("help")
    assert "/digest [now | HH:MM | off | always | news] · the digest: see it, set its time" in plain
    for entry in talk.commands.menu("en"):
        assert f"/{entry.name}" in plain
    assert "toggle" not in plain


async def test_help_explains_one_command(talk: Talk) -> None:
    expected = (
        "/digest [now | HH:MM | off | always | news]\nthe digest: see it, set its time\n"
        "The time is that of this chat's time zone."
    )
    assert await talk.hear("help digest") == expected
    assert await talk.hear("help /digest") == expected


async def test_help_with_a_misspelt_command_gets_the_nearest(talk: Talk) -> None:
    assert "Did you mean /digest?" in await talk.hear("help digset")


@pytest.mark.parametrize(
    ("language", "thanks", "answer"),
    [
        ("en", "Thank you!", "You are welcome."),
        ("ru", "спасибо", "Пожалуйста."),
        ("kk", "Рақмет!", "Оқасы жоқ."),
    ],
)
async def test_thanks_are_answered_and_looked_for_nowhere(
    talk: Talk, language: str, thanks: str, answer: str
) -> None:
    await talk.hear(f"language {language}")
    assert await talk.hear(thanks) == answer
