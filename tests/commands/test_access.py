"""Who may talk to the bot: everybody, those on the list, or whoever gives the code.

And nobody faster than the rest can bear.
"""

from datetime import datetime, timedelta

import pytest
from pydantic import SecretStr

from bot.commands import Access, CommandRate, Commands, Options
from bot.commands.throttle import MOST_KEPT, Throttle, Verdict
from bot.messages.composer import Composer
from bot.platforms import registry
from bot.platforms.base import Address, UserRequest
from config.catalogue_loader import load_catalogue
from storage import chats
from storage.database import Database

CODE = Access(code=SecretStr("open-sesame-42"))
PRIVATE = "This bot is private. If you have an invitation code, send it after /start"


class House:
    """A bot with rules of its own, and people who ask for it."""

    def __init__(self, database: Database, now: datetime, options: Options) -> None:
        self.now = now
        catalogue = load_catalogue()
        capabilities = registry.capabilities()
        composer = Composer(database, catalogue, capabilities)
        self._commands = Commands(
            database, catalogue, composer, lambda: self.now, options, capabilities
        )

    async def hear(
        self,
        text: str,
        who: str = "1",
        *,
        chat: str | None = None,
        private: bool = True,
        platform: str = "telegram",
    ) -> str:
        request = UserRequest(Address(platform, chat or who), who, text, private=private)
        return "\n".join(message.plain for message in await self._commands.answer(request))


@pytest.mark.parametrize(
    ("pattern", "heard"),
    [
        ("telegram:1", True),
        ("telegram:2", False),
        ("matrix:1", False),
        ("telegram:*", True),
        ("*", True),
    ],
)
async def test_those_on_the_list_are_heard(
    sqlite: Database, now: datetime, pattern: str, heard: bool
) -> None:
    house = House(sqlite, now, Options(access=Access((pattern,))))
    assert ((await house.hear("status")) != "This bot is private.") is heard


async def test_a_group_on_the_list_is_heard_whoever_speaks(sqlite: Database, now: datetime) -> None:
    house = House(sqlite, now, Options(access=Access(("telegram:-100",))))
    assert "sources read" in await house.hear("status", "77", chat="-100", private=False)


async def test_strangers_are_told_and_not_remembered(sqlite: Database, now: datetime) -> None:
    house = House(sqlite, now, Options(access=CODE))
    assert await house.hear("subscribe ots") == PRIVATE
    assert await house.hear("good morning", "1", chat="-100", private=False) == ""
    with sqlite.transaction() as session:
        assert chats.count_by_state(session) == {}


@pytest.mark.parametrize("said", ["start open-sesame-42", "open-sesame-42", "START open-sesame-42"])
async def test_the_code_lets_in_for_good(sqlite: Database, now: datetime, said: str) -> None:
    house = House(sqlite, now, Options(access=CODE))
    assert (await house.hear(said)).startswith("I report to this chat what")
    assert "Now following OTS." in await house.hear("subscribe ots")
    again = House(sqlite, now, Options(access=CODE))
    assert "Already following" in await again.hear("subscribe ots")
    assert await again.hear("status", "2") == PRIVATE


@pytest.mark.parametrize(
    "said",
    [
        "start",
        "start open-sesame-43",
        "start OPEN-SESAME-42",
        "start x open-sesame-42",
        "start %",
        "",
    ],
)
async def test_a_wrong_code_lets_nobody_in(sqlite: Database, now: datetime, said: str) -> None:
    assert await House(sqlite, now, Options(access=CODE)).hear(said) == PRIVATE


async def test_who_was_let_in_may_use_the_bot_in_a_group(sqlite: Database, now: datetime) -> None:
    house = House(sqlite, now, Options(access=CODE))
    await house.hear("start open-sesame-42", "1")
    assert "sources read" in await house.hear("status", "1", chat="-100", private=False)
    assert await house.hear("status", "2", chat="-100", private=False) == PRIVATE


async def test_admins_are_always_let_in(sqlite: Database, now: datetime) -> None:
    house = House(sqlite, now, Options(access=CODE, admins=(Address("telegram", "9"),)))
    assert "Chats:" in await house.hear("admin status", "9")


async def test_who_asks_too_fast_is_told_once_and_heard_again_later_and_others_all_the_time(
    sqlite: Database, now: datetime
) -> None:
    house = House(sqlite, now, Options(pace=CommandRate(burst=3, seconds=10)))
    said = [await house.hear("status") for _ in range(6)]
    assert ["sources read" in one for one in said] == [True] * 3 + [False] * 3
    assert said[3:] == ["That was a lot at once. Please wait a minute.", "", ""]
    assert "sources read" in await house.hear("status", "2")
    house.now += timedelta(seconds=10)
    assert "sources read" in await house.hear("status")
    assert "That was a lot" in await house.hear("status")


def test_the_buckets_of_a_crowd_do_not_grow_without_end(now: datetime) -> None:
    limits = Throttle(CommandRate(burst=1, seconds=1000))
    assert {limits.judge("telegram", str(number), now) for number in range(MOST_KEPT + 10)} == {
        Verdict.WELCOME
    }
    assert len(limits._buckets) == MOST_KEPT
