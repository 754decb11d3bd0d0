"""Every command on the terminal, on Telegram by the real client library and on Matrix by a real
homeserver: the answers are the same.

Each platform talks to a bot of its own with the same events and the same present. What differs is
how commands are written, the links that Matrix puts into the text, and the line that stands in for
buttons.
"""

import asyncio
import io
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path

import pytest
from pydantic import SecretStr
from rich.console import Console

from bot.commands import CommandRate, Commands, Options
from bot.messages.composer import Composer
from bot.platforms import registry
from bot.platforms.base import Address, Messenger, UserRequest
from bot.platforms.console import ConsoleMessenger
from bot.platforms.matrix.login import Account
from bot.platforms.matrix.messenger import MatrixMessenger
from bot.platforms.telegram.messenger import TelegramMessenger
from config.catalogue_loader import load_catalogue
from storage import chats
from storage.database import Database
from tests.commands.library import fill
from tests.homeserver.person import Person
from tests.homeserver.server import Homeserver
from tests.telegram_api import TOKEN, BotApi

SCRIPT = (
    *(
        "start",
        "help",
        "help digest",
        "organizations",
        "subscribe ots, turksoy",
        "subscribe turkspy",
        "subscriptions",
    ),
    *(
        "follow Sultan Raev, Kazakhstan, summits",
        "follow Qwertyuiop",
        "unfollow summits",
        "unsubscribe ots",
    ),
    *("latest", "latest all 2", "more", "today", "today ots", "week", "week next", "upcoming"),
    *(
        "search Geneva heritage",
        "search бишкек",
        "search zzz",
        "who Раев",
        "who Omuraliev",
        "who nobody at all",
    ),
    *(
        "event 1",
        "event 1 who",
        "event 1 sources",
        "event 1 share",
        "event 99",
        "event_2",
        "mute 1",
        "mute 1 off",
    ),
    *(
        "digest",
        "digest 9:15",
        "digest now",
        "mode",
        "mode digest",
        "mode both",
        "days mon-fri",
        "days never",
        "quiet 22-7",
    ),
    *(
        "quiet off",
        "settings",
        "timezone Бишкек",
        "timezone Atlantis",
        "language",
        "language klingon",
        "status",
        "sources",
    ),
    *(
        "feedback All is well",
        "export",
        "import nonsense",
        "channel",
        "admin status",
        "turksoy",
        "stop",
        "start",
    ),
    *("forget", "subscribe tcci", "subscribee ots", "qwertyuiop", "forget everything"),
)
"""Whatever can be said, in an order that shows what it does."""


class Bot:
    """The commands over a database of their own."""

    def __init__(
        self, folder: Path, template: Path, now: datetime, pace: CommandRate | None = None
    ) -> None:
        path = folder / "talk.db"
        path.write_bytes(template.read_bytes())
        self.database = Database(f"sqlite:///{path}")
        fill(self.database, now)
        catalogue = load_catalogue()
        options = Options(pace=pace or CommandRate(burst=1000))
        capabilities = registry.capabilities()
        composer = Composer(self.database, catalogue, capabilities)
        self.commands = Commands(
            self.database, catalogue, composer, lambda: now, options, capabilities
        )

    async def reference(self) -> list[str]:
        """Return the answers as the commands give them."""
        heard = []
        for text in SCRIPT:
            answers = await self.commands.answer(
                UserRequest(Address("reference", "1"), "1", text, language="en")
            )
            heard.append(normal("\n\n".join(one.plain for one in answers)))
        return heard


def normal(text: str) -> str:
    """Return what is said, without what each platform adds.

    Prefixes, links, previews, what stands in for buttons, and white space.
    """
    text = re.sub(r" \(https?://\S+\)", "", text)
    text = re.sub(r"(?<!/)[!/](?=[a-z])", "", text)
    text = re.sub(r"\n(?:Sound|Link preview): [a-z ]+$", "", text, flags=re.MULTILINE)
    text = re.sub(r'"preview": "[a-z]+", ', "", text)
    text = re.sub(r"\n\nTo change them:.*", "", text, flags=re.DOTALL)
    text = re.sub(r"👥 Who · 📰 Sources[^\n]*\n", "", text)
    text = re.sub(r"\S*event \d+ who \| sources \| calendar", "", text)
    text = re.sub(r"more shows more\.|This is not all\.", "", text)
    return " ".join(text.replace("channel @name", "").split())


@pytest.fixture
async def expected(
    tmp_path: Path, sqlite_template: Path, now: datetime
) -> AsyncIterator[list[str]]:
    (tmp_path / "reference").mkdir()
    bot = Bot(tmp_path / "reference", sqlite_template, now)
    yield await bot.reference()
    bot.database.close()


@pytest.fixture
def bot(tmp_path: Path, sqlite_template: Path, now: datetime) -> Iterator[Bot]:
    (tmp_path / "bot").mkdir()
    made = Bot(tmp_path / "bot", sqlite_template, now)
    yield made
    made.database.close()


@asynccontextmanager
async def listening(messenger: Messenger, bot: Bot) -> AsyncIterator[None]:
    task = asyncio.create_task(messenger.listen(bot.commands.answer))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await messenger.close()


async def test_the_terminal_answers_as_the_commands_do(bot: Bot, expected: list[str]) -> None:
    for text, wanted in zip(SCRIPT, expected, strict=True):
        out = io.StringIO()
        messenger = ConsoleMessenger(Console(file=out, width=64), lines=[text])
        await messenger.listen(bot.commands.answer)
        drawn = re.sub(r"\[\d+\] .*", "", out.getvalue())
        shown = "".join(re.sub(r"[│╭╮╰╯─⭳]", " ", drawn).split())
        assert not [word for word in wanted.split() if word not in shown], text


async def test_telegram_answers_as_the_commands_do(bot: Bot, expected: list[str]) -> None:
    async with BotApi() as api:
        messenger = TelegramMessenger(SecretStr(TOKEN), base_url=api.url)
        person, said = api.person(), dict[str, str]()
        async with listening(messenger, bot):
            for text, wanted in zip(SCRIPT, expected, strict=True):
                before = api.says(person, f"/{text}" if text[0].islower() else text).message_id
                await api.message(person, after=before)
                said[text] = normal(
                    "\n\n".join(one.text for one in api.messages(person) if one.message_id > before)
                )
                if text not in {"latest", "latest all 2", "more", "who Omuraliev", "channel"}:
                    assert said[text] == wanted, text
        assert api.complaints == []
    assert set(said) == set(SCRIPT)


async def test_matrix_answers_as_the_commands_do(
    bot: Bot, expected: list[str], homeserver: Homeserver, tmp_path: Path
) -> None:
    user_id, password = homeserver.register("talker")
    messenger = MatrixMessenger(
        Account(homeserver.url, user_id, tmp_path / "matrix", password=SecretStr(password))
    )
    async with Person.at(homeserver, tmp_path) as person, listening(messenger, bot):
        await messenger.ready()
        room = await person.room(user_id)
        await person.joined(room, user_id)
        await person.answer(room, user_id)  # the greeting
        for text, wanted in zip(SCRIPT, expected, strict=True):
            await person.say(room, f"!{text}")
            body = normal((await person.answer(room, user_id)).source["content"]["body"])
            if text != "channel":
                assert body == wanted, text


async def test_in_a_group_members_read_and_admins_change_each_topic_apart(bot: Bot) -> None:
    async with BotApi() as api:
        messenger = TelegramMessenger(SecretStr(TOKEN), base_url=api.url)
        owner, member = api.person("Owner"), api.person("Member")
        group = api.group(forum=True, topics=(7, 8), creator=owner, member=member)
        async with listening(messenger, bot):
            api.says(member, "/subscribe ots", group, thread=7)
            refused = await api.message(
                group, "Only the admins of this chat can change its settings."
            )
            assert refused.thread == 7
            api.says(owner, "/subscribe ots", group, thread=7)
            await api.message(group, "Now following OTS.")
            api.says(owner, "/subscribe turksoy", group, thread=8, speaks_as=group)
            await api.message(group, "Now following TURKSOY.")
            for thread, name in ((7, "OTS"), (8, "TURKSOY")):
                api.says(member, "/subscriptions", group, thread=thread)
                assert (await api.message(group, f"This chat follows {name}.")).thread == thread
            api.says(member, "/organizations", group, thread=7)
            listed = await api.message(group, "Organisations")
            api.presses(member, listed, "TURKSOY")
            await api.message(group, "Only the admins", after=listed.message_id)
            assert listed.edits == 0
        assert api.complaints == []


async def test_a_channel_is_set_up_by_buttons_from_its_admins_chat(bot: Bot) -> None:
    async with BotApi() as api:
        messenger = TelegramMessenger(SecretStr(TOKEN), base_url=api.url)
        admin, stranger = api.person("Admin"), api.person("Stranger")
        channel = api.channel("Diary", "diary", creator=admin)
        async with listening(messenger, bot):
            api.says(stranger, "/channel @diary subscribe ots")
            await api.message(stranger, "I can't set up that channel")
            api.says(admin, "/channel @diary settings")
            screen = await api.message(admin, "Settings")
            api.presses(admin, screen, "Digest")
            await api.until(lambda: "✓ Digest" in screen.labels)
            api.presses(admin, screen, "Organisations")
            await api.until(lambda: "TURKSOY" in screen.labels)
            api.presses(admin, screen, "TURKSOY")
            await api.until(lambda: "✓ TURKSOY" in screen.labels)
            api.says(admin, "/subscriptions")
            await api.message(admin, "This chat follows nothing yet")
        assert api.messages(channel) == []
        assert api.complaints == []
    with bot.database.transaction() as session:
        row = chats.find(session, "telegram", str(channel.id))
        assert row is not None
        assert (row.mode, [one.subject for one in chats.subscriptions(session, row.id)]) == (
            "digest",
            ["turksoy"],
        )


async def test_a_flood_from_one_is_cut_short_and_the_others_are_answered(
    tmp_path: Path, sqlite_template: Path, now: datetime
) -> None:
    (tmp_path / "flood").mkdir()
    bot = Bot(tmp_path / "flood", sqlite_template, now, CommandRate(burst=5, seconds=60))
    async with BotApi() as api:
        messenger = TelegramMessenger(SecretStr(TOKEN), base_url=api.url)
        flooder, other = api.person("Flooder"), api.person("Other")
        async with listening(messenger, bot):
            for _ in range(100):
                api.says(flooder, "/status")
            api.says(other, "/status")
            await api.message(other, "source read")
            await api.message(flooder, "That was a lot at once.")
        assert len(api.messages(flooder)) == 6
    bot.database.close()
