"""Telegram is asked who may change what a group gets, and not asked too often."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, Chat

from bot.platforms.telegram.incoming import Incoming
from bot.platforms.telegram.permissions import Rights
from tests.telegram_api import TOKEN, BotApi, FakeChat, Person, server_error


class Clock:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def rights(api: BotApi, clock: Clock) -> AsyncIterator[Rights]:
    async with Bot(TOKEN, base_url=api.url) as bot:
        yield Rights(bot, clock)


def said(person: Person, chat: FakeChat, speaks_as: int | None = None) -> Incoming:
    there = Chat(chat.id, chat.type)
    return Incoming(1, there, "", person.id, speaks_as, "stop", None)


async def test_an_admin_may_and_a_member_may_not(api: BotApi, rights: Rights) -> None:
    admin, member = api.person(), api.person()
    group = api.group(administrator=admin, member=member)
    assert await rights.may_change(said(admin, group))
    assert not await rights.may_change(said(member, group))


async def test_who_was_dismissed_may_no_longer_a_minute_later(
    api: BotApi, rights: Rights, clock: Clock
) -> None:
    admin = api.person()
    group = api.group(administrator=admin)
    assert await rights.may_change(said(admin, group))
    group.members[admin.id] = "member"
    clock.seconds += 59
    assert await rights.may_change(said(admin, group)), "Telegram is not asked again so soon"
    clock.seconds += 2
    assert not await rights.may_change(said(admin, group))
    assert len(api.of("getChatMember")) == 2


async def test_what_telegram_did_not_tell_is_asked_again_at_once(
    api: BotApi, rights: Rights
) -> None:
    admin = api.person()
    group = api.group(administrator=admin)
    api.script.fail("getChatMember", server_error())
    assert not await rights.may_change(said(admin, group))
    assert await rights.may_change(said(admin, group))


async def test_a_channel_speaks_for_the_group_that_it_is_linked_to_and_for_no_other(
    api: BotApi, rights: Rights
) -> None:
    person, channel = api.person(), api.channel()
    linked, other = api.group(), api.group()
    linked.linked = channel.id
    assert await rights.may_change(said(person, linked, channel.id))
    assert not await rights.may_change(said(person, other, channel.id))
