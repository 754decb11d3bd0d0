"""Whatever is said, on whatever platform, gets a clear answer, or silence where nobody spoke to the
bot."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.errors import TcoError
from storage.database import Database
from storage.enums import ChatState
from tests.commands.conftest import Talk
from tests.commands.library import fill


async def test_commands_are_shown_as_the_platform_writes_them(talk: Talk) -> None:
    assert "/organizations · choose what to follow" in await talk.hear("start", platform="telegram")
    assert "!organizations · choose what to follow" in await talk.hear("start", platform="matrix")
    assert "/organizations" not in await talk.hear("start", platform="matrix")


@pytest.mark.parametrize(
    "text",
    [
        "help",
        "organizations",
        "subscriptions",
        "digest",
        "timezone",
        "language",
        "nonsense",
        "subscribe nonsense",
    ],
)
async def test_no_text_on_matrix_names_a_command_with_a_slash(talk: Talk, text: str) -> None:
    plain = await talk.hear(text, platform="matrix")
    assert not [word for word in plain.split() if word.startswith("/")]


async def test_a_misspelt_command_gets_the_nearest(talk: Talk) -> None:
    assert (
        await talk.hear("subscibe ots")
        == "I don't know the command “subscibe”. Did you mean /subscribe? /help lists all."
    )
    assert talk.follows() == []


async def test_what_is_like_nothing_gets_the_way_to_help(talk: Talk) -> None:
    assert (
        await talk.hear("qwertyuiop")
        == "I found nothing for “qwertyuiop”. /help lists what I can do."
    )


async def test_a_bare_name_shows_its_news_and_offers_to_follow(talk: Talk) -> None:
    [message] = await talk.ask("Тюрксой")
    assert message.plain == "Nothing yet about TURKSOY."
    assert [button.label for row in message.buttons for button in row] == ["Follow TURKSOY"]
    assert talk.follows() == []
    [pressed] = await talk.ask(message.buttons[0][0].command or "")
    assert "Now following TURKSOY." in pressed.plain
    [followed] = await talk.ask("turksoy")
    assert followed.buttons == ()


async def test_a_nearly_right_bare_name_is_asked_back(talk: Talk) -> None:
    assert "Did you mean TURKSOY?" in await talk.hear("turkspy")


async def test_in_a_group_noise_is_left_unanswered(talk: Talk) -> None:
    assert await talk.ask("qwertyuiop", private=False) == []
    assert await talk.ask("good morning everybody", private=False) == []


async def test_commands_are_understood_in_any_case_and_spacing(talk: Talk) -> None:
    await talk.ask("  SUBSCRIBE   Ots ")
    assert talk.follows() == ["ots"]


@pytest.mark.parametrize(
    "text",
    [
        "subscribe ots",
        "unsubscribe ots",
        "toggle ots",
        "digest 9:00",
        "digest off",
        "timezone Baku",
        "language tr",
        "stop",
    ],
)
async def test_who_may_not_change_settings_is_told_and_changes_nothing(
    talk: Talk, text: str
) -> None:
    await talk.ask("subscribe turksoy")
    before = talk.chat()
    assert (
        await talk.hear(text, may_change=False, private=False)
        == "Only the admins of this chat can change its settings."
    )
    assert (talk.chat(), talk.follows()) == (before, ["turksoy"])


@pytest.mark.parametrize(
    "text",
    [
        "start",
        "help",
        "organizations",
        "subscriptions",
        "latest",
        "digest",
        "digest now",
        "timezone",
        "language",
        "subscribe",
    ],
)
async def test_everybody_may_read(talk: Talk, text: str) -> None:
    assert "Only the admins" not in await talk.hear(text, may_change=False, private=False)


async def test_who_may_not_change_settings_cannot_wake_the_bot_or_follow_by_a_link(
    talk: Talk,
) -> None:
    await talk.ask("stop")
    await talk.ask("start ots", may_change=False)
    assert talk.chat().state == ChatState.STOPPED
    assert talk.follows() == []


async def test_a_new_chat_speaks_the_language_of_who_began_it(talk: Talk) -> None:
    await talk.ask("start", language="ky")
    assert talk.chat().language == "ky"
    await talk.ask("start", language="pt-BR", chat="2")
    assert talk.chat("2").language == "en"


async def test_trouble_of_the_bots_own_is_told_without_a_traceback(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Trouble(TcoError):
        pass

    def fail(*_: object) -> None:
        raise Trouble("disk full on /secret/path")

    monkeypatch.setattr("bot.commands.router._remember", fail)
    assert (
        await talk.hear("start")
        == "I can't do that just now; it is not your fault. Please try again in a few minutes."
    )


async def test_the_menu_describes_every_listed_command(talk: Talk) -> None:
    menu = talk.commands.menu("en")
    names = [entry.name for entry in menu]
    assert (names[0], names[-1]) == ("start", "help")
    assert not {"toggle", "set", "day", "admin"} & set(names)
    assert all(entry.description and "\n" not in entry.description for entry in menu)


HOSTILE = [
    "subscribe <b>x</b> {name} %s {0.__class__}",
    "subscribe '; drop table chat; --",
    "timezone ../../../etc/passwd",
    "latest \u202eyoskrut",
    "help \x00\x1b[31m",
    "language " + "я" * 5000,
    "toggle",
    "toggle nothing-at-all",
    "digest 99999999999999999999",
    "latest 99999999999999999999 ots",
    "latest -1",
    "00.00.0000",
    "summit 0000",
    "²²²²",
    "http://a:99999/",
    "http://a:0/",
    "http://[::1",
    "http://\x00/",
    "z̸̡̛͎͙̰̈́ą̸͕̥͆̊̅l̵g̷o̴",
    "",
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_input_gets_a_short_clean_answer(talk: Talk, text: str) -> None:
    plain = await talk.hear(text)
    assert plain
    assert len(plain) < 1500
    assert not set(plain) & {"\x00", "\x1b", "\u202e"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(
        ["", "subscribe ", "latest ", "digest ", "timezone ", "language ", "help ", "toggle "]
    ),
    text=st.text(max_size=60),
)
async def test_nothing_that_is_said_makes_it_fail(sqlite_talk: Talk, name: str, text: str) -> None:
    for message in await sqlite_talk.ask(name + text):
        assert message.plain.strip()


@pytest.fixture
def sqlite_talk(sqlite: Database, now: datetime) -> Talk:
    return Talk(sqlite, now)


async def test_a_greeting_is_greeted(talk: Talk) -> None:
    assert (await talk.hear("Hello!")).startswith("Hello! /help lists what I can do")
    await talk.ask("language ru")
    assert (await talk.hear("Добрый день")).startswith("Здравствуйте!")


async def test_bare_words_are_searched_for(talk: Talk) -> None:
    fill(talk.database, talk.now)
    assert (await talk.hear("opera in Bishkek")).startswith("Found for “opera in Bishkek”")
    assert await talk.ask("opera in Bishkek", private=False) == []


async def test_the_version_is_told(talk: Talk) -> None:
    assert (await talk.hear("version")).startswith("tco-bot ")


async def test_following_nothing_promises_nothing(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    assert "Alerts come" not in await talk.hear("follow Atlantis")


async def test_a_muted_event_says_so(talk: Talk) -> None:
    event = fill(talk.database, talk.now)[0]
    await talk.ask(f"mute {event}")
    [card] = await talk.ask(f"event {event}")
    assert f"Event {event} is muted" in card.plain
    last = card.buttons[-1][-1]
    assert (last.label, last.command) == ("Unmute", f"mute {event} off")
    await talk.ask(last.command or "")
    [card] = await talk.ask(f"event {event}")
    assert card.buttons[-1][-1].label == "Mute this"
