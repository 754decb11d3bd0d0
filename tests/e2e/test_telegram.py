"""The main job on Telegram, end to end.

The real client library against a Bot API on loopback, a served feed, the whole bot between.

The stages are run one by one, at moments that the test chooses; nothing but the moment is made up.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.demo.articles import load
from bot.demo.server import serve
from config.catalogue_loader import load_catalogue
from config.settings import load_settings
from config.sources import SourceSpec
from tests.telegram_api import (
    TOKEN,
    BotApi,
    Fault,
    Person,
    answer_lost,
    server_error,
    too_many_requests,
)

STARTED = datetime(2024, 4, 25, 10, 0, tzinfo=UTC)
REPORTED = datetime(2024, 4, 25, 20, 0, tzinfo=UTC)
DUE = datetime(2024, 4, 26, 8, 30, tzinfo=UTC)
CONFERENCE = "United in Heritage, Forward in Action: Turkic Cooperation Organizations"


class Bot:
    """The whole bot at a moment.

    Attributes:
        now: The moment that everything is told; a test sets it.
    """

    def __init__(self, api: BotApi, feed: str, folder: Path) -> None:
        self.now = STARTED
        self._api = api
        source = SourceSpec(key="wire", name="The Wire", url=feed, language="en", certainty="A")
        settings = load_settings(
            env_file=None,
            data_dir=folder,
            telegram_token=TOKEN,
            telegram_base_url=api.url,
            http_allow_private=True,
            first_poll_days=0,
            article_days=0,
        )
        self._app = App(
            settings, replace(load_catalogue(), sources=(source,)), now=lambda: self.now
        )

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        async with self._app.opened():
            (messenger,) = self._app._messengers
            listening = asyncio.create_task(messenger.listen(self._app.commands.answer))
            try:
                yield
            finally:
                listening.cancel()
                with suppress(asyncio.CancelledError):
                    await listening

    async def do(self, *names: str) -> None:
        """Run some stages, or all of them in their order."""
        for name, _, stage in self._app.stages:
            if not names or name in names:
                await stage(self.now)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api
        assert api.complaints == []


@pytest.fixture
async def bot(api: BotApi, data_dir: Path) -> AsyncIterator[Bot]:
    async with serve(load(), lambda: REPORTED) as feed:
        bot = Bot(api, feed, data_dir)
        async with bot.running():
            yield bot


async def follows_ots(api: BotApi, person: Person) -> None:
    """Let somebody start and press the button of the OTS."""
    api.says(person, "/start")
    greeting = await api.message(person)
    api.presses(person, greeting, "Choose organisations")
    await api.until(lambda: "OTS" in greeting.labels)
    api.presses(person, greeting, "OTS")
    await api.until(lambda: "✓ OTS" in greeting.labels)


async def test_a_person_starts_picks_the_ots_and_gets_the_card_once(api: BotApi, bot: Bot) -> None:
    person = api.person()
    await follows_ots(api, person)
    bot.now = REPORTED
    await bot.do()
    card = await api.message(person, CONFERENCE)
    for fact in (
        "23 April 2024",
        "United Nations Office, Geneva, Switzerland",
        "Kubanychbek Omuraliev",
        "Sultan Raev",
        "Omar Sultanov · moderator; Permanent Representative to the UN",
    ):
        assert fact in card.text
    assert CONFERENCE in card.styled("bold")
    links = {
        entity["url"].rsplit("/", 1)[-1]
        for entity in card.entities
        if entity["type"] == "text_link"
    }
    assert "geneva-conference" in links  # of both articles of the outlet, the one in English
    await bot.do()
    assert len([message for message in api.messages(person) if CONFERENCE in message.text]) == 1


async def test_the_digest_comes_at_its_minute_and_once(api: BotApi, bot: Bot) -> None:
    person = api.person()
    await follows_ots(api, person)
    bot.now = REPORTED
    await bot.do()
    before = len(api.messages(person))
    bot.now = DUE - timedelta(minutes=1)
    await bot.do()
    assert len(api.messages(person)) == before
    bot.now = DUE
    await bot.do()
    await bot.do()
    (digest,) = api.messages(person)[before:]
    assert digest.text.startswith("Friday 26 April · OTS")
    assert CONFERENCE in digest.text


@pytest.mark.parametrize(
    "fault", [too_many_requests(30), server_error()], ids=lambda fault: fault.name
)
async def test_what_telegram_did_not_take_is_sent_later(
    api: BotApi, bot: Bot, fault: Fault
) -> None:
    person = api.person()
    await follows_ots(api, person)
    bot.now = REPORTED
    await bot.do("poll", "read")
    api.script.fail("sendMessage", fault)
    await bot.do("send")
    assert not [message for message in api.messages(person) if CONFERENCE in message.text]
    bot.now += timedelta(minutes=2)
    await bot.do("send")
    assert len([message for message in api.messages(person) if CONFERENCE in message.text]) == 1


async def test_a_card_whose_answer_was_lost_is_not_sent_twice(api: BotApi, bot: Bot) -> None:
    person = api.person()
    await follows_ots(api, person)
    bot.now = REPORTED
    await bot.do("poll", "read")
    api.script.fail_always("sendMessage", answer_lost())
    await bot.do("send")
    api.script.fail_always("sendMessage", None)
    bot.now += timedelta(hours=1)
    await bot.do("send")
    assert len([message for message in api.messages(person) if CONFERENCE in message.text]) == 1


async def test_somebody_who_blocked_the_bot_is_left_alone_until_they_write_again(
    api: BotApi, bot: Bot
) -> None:
    person = api.person()
    await follows_ots(api, person)
    bot.now = REPORTED
    await bot.do("poll", "read")
    api.blocks(person)
    await bot.do("send")
    tried = len(api.of("sendMessage"))
    bot.now = DUE
    await bot.do()
    assert len(api.of("sendMessage")) == tried
    api.says(person, "/subscriptions")
    answer = await api.message(
        person, "OTS", after=max(message.message_id for message in api.messages(person))
    )
    bot.now = DUE + timedelta(days=1)
    await bot.do()
    assert api.messages(person)[-1].message_id > answer.message_id


async def test_in_a_group_an_administrator_subscribes_a_topic_and_the_card_goes_there(
    api: BotApi, bot: Bot
) -> None:
    admin, member = api.person("Admin"), api.person("Member")
    forum = api.group("Desk", forum=True, topics=(7,), administrator=admin, member=member)
    api.says(member, "/subscribe@tco_diary_bot turksoy", forum, thread=7)
    refusal = await api.message(forum)
    api.says(admin, "/subscribe@tco_diary_bot ots", forum, thread=7)
    agreed = await api.message(forum, after=refusal.message_id)
    assert "OTS" in agreed.text
    assert "TURKSOY" not in agreed.text
    bot.now = REPORTED
    await bot.do()
    assert (await api.message(forum, CONFERENCE)).thread == 7


async def test_when_its_topic_is_deleted_the_card_goes_to_the_group(api: BotApi, bot: Bot) -> None:
    admin = api.person("Admin")
    forum = api.group("Desk", forum=True, topics=(7,), administrator=admin)
    api.says(admin, "/subscribe ots", forum, thread=7)
    await api.message(forum)
    del forum.topics[7]
    bot.now = REPORTED
    await bot.do()
    assert (await api.message(forum, CONFERENCE)).thread is None
    threads = [
        call.params.get("message_thread_id") for call in api.of("sendMessage") if call.status == 400
    ]
    assert threads == ["7"]


async def test_a_chat_is_told_once_that_its_topic_is_gone_and_the_rest_goes_to_the_group(
    api: BotApi, bot: Bot
) -> None:
    admin = api.person("Admin")
    forum = api.group("Desk", forum=True, topics=(7,), administrator=admin)
    for command in ("/subscribe ots", "/language ru"):
        before = max((message.message_id for message in api.messages(forum)), default=0)
        api.says(admin, command, forum, thread=7)
        await api.message(forum, after=before)
    del forum.topics[7]
    bot.now = REPORTED
    await bot.do()
    card = await api.message(forum, CONFERENCE)
    told = "Темы, куда приходили эти сообщения, больше нет; теперь они будут приходить сюда."
    assert card.text.endswith(f"\n\n{told}")
    assert card.styled("italic")[-1] == told
    bot.now = DUE
    await bot.do()
    digest = await api.message(forum, after=card.message_id)
    assert digest.thread is None
    assert told not in digest.text
    refused = [
        call.params["message_thread_id"] for call in api.of("sendMessage") if call.status == 400
    ]
    assert refused == ["7"], "the topic is tried once and never again"


async def test_a_group_that_became_a_supergroup_gets_its_card_there(api: BotApi, bot: Bot) -> None:
    admin = api.person("Admin")
    group = api.group("Desk", administrator=admin)
    api.says(admin, "/subscribe ots", group)
    await api.message(group)
    new = api.migrates(group)
    bot.now = REPORTED
    await bot.do()
    await api.message(new, CONFERENCE)
    assert len([call for call in api.of("sendMessage") if call.status == 400]) == 1


@pytest.mark.usefixtures("bot")
async def test_the_menu_lists_the_commands(api: BotApi) -> None:
    names = await api.until(lambda: [entry["command"] for entry in api.world.commands.get("", [])])
    assert {"start", "help", "organizations", "subscribe", "latest", "digest"} <= set(names)
