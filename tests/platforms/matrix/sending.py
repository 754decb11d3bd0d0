"""Sending and meeting as the tests of the messenger do it."""

import asyncio
from typing import Any

from bot.messages.message import Message
from bot.platforms.base import Address, TryLater
from bot.platforms.matrix.login import Account, log_in, new_client
from bot.platforms.matrix.messenger import MatrixMessenger
from tests.homeserver.person import Person


def at(room: str) -> Address:
    return Address("matrix", room)


async def send(messenger: MatrixMessenger, room: str, message: Message, key: str) -> str:
    """Send as a worker would: again while the answer is "later"."""
    async with asyncio.timeout(60):
        while True:
            try:
                return await messenger.send(at(room), message, key=key)
            except TryLater:
                await asyncio.sleep(0.02)


# Passed on as it is.
async def together(person: Person, bot: str, **how: Any) -> str:
    """A room in which both are, the bot having come by invitation."""
    room = await person.room(bot, **how)
    await person.joined(room, bot)
    return room


async def log_in_and_leave(account: Account) -> None:
    """Make the account's device, with keys that the homeserver has not got yet."""
    client = new_client(account)
    await log_in(client, account)
    await client.close()
    client.store.database.close()
