"""Behind the bot's name, cards are offered for a number, a name or words, and no chat is remembered
for it."""

from datetime import datetime

import pytest

from bot.messages.message import Message
from bot.platforms.base import Address, UserRequest
from storage import chats
from tests.commands.conftest import Talk, both_databases
from tests.commands.library import fill


async def typed(talk: Talk, text: str, language: str = "en") -> list[Message]:
    return await talk.commands.answer(
        UserRequest(
            Address("telegram", "5"), "5", text, language=language, may_change=False, inline=True
        )
    )


@pytest.fixture(autouse=True)
def library(talk: Talk, now: datetime) -> list[int]:
    return fill(talk.database, now)


@both_databases
@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("turkpa", ["Youth forum"]),
        ("Тюркский совет", ["Summit of the OTS", "United in Heritage"]),
        ("united heritage", ["United in Heritage"]),
        ("nothing at all", []),
    ],
)
async def test_what_is_typed_is_a_name_or_words(talk: Talk, text: str, titles: list[str]) -> None:
    assert [card.blocks[0].lines[1][0].text for card in await typed(talk, text)] == titles


async def test_a_number_is_an_event_and_nothing_typed_is_the_latest(
    talk: Talk, library: list[int]
) -> None:
    assert len(await typed(talk, f"event {library[0]}")) == 1
    assert await typed(talk, "event 424242") == []
    assert len(await typed(talk, "")) == 6


async def test_only_buttons_that_open_pages_come_along(talk: Talk) -> None:
    for card in await typed(talk, ""):
        assert all(button.url and not button.command for row in card.buttons for button in row)


async def test_no_chat_is_remembered_and_the_language_is_the_persons(talk: Talk) -> None:
    cards = await typed(talk, "united heritage", "tr")
    assert "Nisan" in cards[0].plain
    with talk.database.transaction() as session:
        assert chats.count_by_state(session) == {}


@pytest.mark.parametrize("text", ["%s{0}", "' OR 1=1", "\u202e", "x" * 5000, "event ²", "*"])
async def test_whatever_is_typed_is_harmless(talk: Talk, text: str) -> None:
    assert isinstance(await typed(talk, text), list)
