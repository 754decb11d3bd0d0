"""The Matrix messenger: the one object that the rest of the bot sees of Matrix.

The sync loop is this module's own: matrix-nio's would hammer a homeserver that refuses the token,
hundreds of times a second.
"""

import asyncio
import hashlib
import random
import secrets
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial

import structlog

from bot.messages.message import Message
from bot.platforms.base import (
    Address,
    Answer,
    ChatClosed,
    ChatGone,
    DeliveryError,
    Refused,
    TryLater,
    UserRequest,
)
from bot.platforms.matrix import CAPABILITIES, NAME
from bot.platforms.matrix.client import Connection
from bot.platforms.matrix.errors import NETWORK_ERRORS, HomeserverError, delivering
from bot.platforms.matrix.invites import Invitation
from bot.platforms.matrix.key_store import STORE_ERRORS, storing
from bot.platforms.matrix.login import Account
from bot.platforms.matrix.render import Content, contents, in_thread, replacement
from bot.platforms.matrix.sync import RoomRequest
from bot.runtime.backoff import Backoff
from bot.runtime.pulse import Pulse
from config.errors import ConfigError, TcoError

LONGEST_PAUSE = 60.0
"""Seconds between syncs, at most, while the homeserver is away."""

_AWAY = Backoff(timedelta(seconds=1), timedelta(seconds=LONGEST_PAUSE))
_ANSWER_TRIES = 3
_log = structlog.get_logger("matrix")


def transaction_id(key: str, part: int) -> str:
    """Return the transaction id of part `part` of the delivery `key`.

    It is the same for every try, and fit for a URL whatever the key holds.
    """
    return hashlib.sha256(f"{key}\n{part}".encode()).hexdigest()[:40]


class MatrixMessenger:
    """Matrix as a `Messenger`.

    One process alone may use an account's directory: the encryption keys in it move with every
    message. So the roles that send and that listen to Matrix belong into the same process.

    Args:
        account: Who the bot is.
        allowed: Who may invite it: user ids, or patterns such as "@*:example.org". Empty is
            everybody, as on Telegram.
    """

    platform = NAME

    def __init__(self, account: Account, allowed: Sequence[str] = ()) -> None:
        pulse = Pulse()
        self.capabilities = replace(CAPABILITIES, account=account.user, pulse=pulse)
        self._account = account
        self._pulse = pulse
        self._allowed = tuple(allowed)
        self._connection: Connection | None = None
        self._connecting = asyncio.Lock()
        self._answering: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        """Send `message`.

        From the same device, the same `key` is the same event for 24 hours (Synapse's memory of
        transactions).
        """
        return await self._send(address, message, key, lambda content: content)

    async def _send(
        self, address: Address, message: Message, key: str, placed: Callable[[Content], Content]
    ) -> str:
        """Send `message`, each event as `placed` puts it; a picture has its text as its caption."""
        parts, document = contents(message), message.document
        caption = parts.pop() if document is not None and document.is_picture else None
        async with self._delivering(address) as connection:
            room = await connection.room(address)
            if document is not None:
                parts.append(await connection.upload(room, document, caption))
            ids = [
                await connection.put(room, placed(content), transaction_id(key, part))
                for part, content in enumerate(parts)
            ]
        return ids[0]

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        """Replace the event `remote_id`, which keeps its id.

        A message that needs more than one event is refused.
        """
        parts = contents(replace(message, is_silent=False))  # a card stays what it was sent as
        if message.document is not None:
            raise Refused(address, "a message with a file replaces no other")
        if len(parts) > 1:
            raise Refused(
                address, f"the new text needs {len(parts)} events and can replace only one"
            )
        async with self._delivering(address) as connection:
            await connection.put(
                await connection.room(address),
                replacement(parts[0], remote_id),
                transaction_id(key, 0),
            )
        return remote_id

    async def listen(self, answer: Answer) -> None:
        """Answer what people say until cancelled; outages are waited out.

        Raises:
            ConfigError: The homeserver does not accept the account, or no longer does.
        """
        failures = 0
        async with _tasks() as start:
            while True:
                try:
                    connection = await self._connected()
                    news = await connection.sync()
                except ConfigError:
                    raise
                except Exception as error:  # noqa: BLE001
                    # A malformed event can make matrix-nio raise anything: no room may silence all.
                    failures += 1
                    await self._rest(error, failures)
                    continue
                failures = 0
                self._pulse.beat()
                for invitation in news.invitations:
                    start(self._enter(connection, invitation, answer))
                for heard in news.heard:
                    start(self._answer(heard, answer))

    async def ready(self) -> None:
        """Return when the bot is logged in and knows its rooms.

        Raises:
            ConfigError: The homeserver does not accept the account.
            HomeserverError: It refuses for another reason.
        """
        await self._connected()

    async def close(self) -> None:
        """Let go of connections and of the key store."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def _connected(self) -> Connection:
        async with self._connecting:
            if self._connection is None:
                self._connection = await Connection.open(self._account, self._allowed)
            return self._connection

    async def _connected_for(self, address: Address) -> Connection:
        """The connection.

        A homeserver that lets the bot in no more says nothing about the message and its room, which
        can wait.
        """
        try:
            return await self._connected()
        except HomeserverError as error:
            raise TryLater(
                address,
                f"the homeserver does not let the bot in: {error}",
                error.after,
                everywhere=True,
            ) from error

    @asynccontextmanager
    async def _delivering(self, address: Address) -> AsyncIterator[Connection]:
        """The connection.

        What goes wrong within becomes what it means for a message to `address`.
        """
        connection = None
        try:
            with delivering(address), storing(address):
                connection = await self._connected_for(address)
                yield connection
        except TryLater as error:
            if isinstance(error.__cause__, HomeserverError) and error.__cause__.logged_out:
                await self._drop(connection)
            raise
        except ChatClosed as error:
            # "forbidden" is also what a room says from which the bot was just removed
            if connection is not None and await connection.has_left(address):
                raise ChatGone(address, error.reason) from error
            raise

    async def _drop(self, connection: Connection | None) -> None:
        """Close a connection whose token was refused, unless somebody has by now.

        The next use logs in anew.
        """
        if connection is not None and connection is self._connection:
            await self.close()

    async def _rest(self, error: Exception, failures: int) -> None:
        """Wait after a failed sync: as long as the homeserver asks, else ever longer.

        A refused token makes the next try log in anew.
        """
        known = isinstance(error, (TcoError, *NETWORK_ERRORS, *STORE_ERRORS))
        asked = None
        if isinstance(error, HomeserverError):
            asked = error.after
            if error.logged_out:
                await self._drop(self._connection)
        pause = asked or _AWAY.seconds(failures)
        _log.warning(
            "sync failed",
            error=str(error) or type(error).__name__,
            pause=pause,
            exc_info=None if known else error,
        )
        await asyncio.sleep(pause * random.uniform(1.0, 1.25))  # noqa: S311  # jitter, no secret

    async def _answer(self, heard: RoomRequest, answer: Answer) -> None:
        """Answer one request.

        Those of one room one after the other, those of different rooms side by side.
        """
        address = heard.request.address
        async with self._answering[address.chat]:
            try:
                placed = partial(_placed, heard)
                for number, message in enumerate(await answer(heard.request)):
                    key = f"answer/{heard.event_id}/{number}"
                    await self._reply(address, message, key, placed)
            except DeliveryError as error:
                _log.warning("answer not delivered", room=address.chat, error=error.reason)
            except Exception:  # noqa: BLE001 - a request that fails must not stop the others
                _log.exception("request failed", room=address.chat)

    async def _enter(self, connection: Connection, invitation: Invitation, answer: Answer) -> None:
        """Answer an invitation, and greet the room where the bot is in it."""
        if not await connection.answer(invitation):
            return
        address = Address(NAME, invitation.room_id)
        greeting = UserRequest(
            address, invitation.inviter, "start", may_change=False, private=False
        )
        await self._answer(RoomRequest(f"greeting/{secrets.token_hex(8)}", greeting), answer)

    async def _reply(
        self, address: Address, message: Message, key: str, placed: Callable[[Content], Content]
    ) -> None:
        """Send an answer, which rings nobody.

        Somebody waits for it, so it is tried again at once or after what the homeserver asks, a few
        times.
        """
        for tries_left in reversed(range(_ANSWER_TRIES)):
            try:
                await self._send(address, replace(message, is_silent=True), key, placed)
            except TryLater as error:
                if not tries_left:
                    raise
                await asyncio.sleep(min(LONGEST_PAUSE, error.after or 1.0))
            else:
                return


def _placed(heard: RoomRequest, content: Content) -> Content:
    """Return an answer as it stands in the thread in which it was asked for, if in any."""
    return in_thread(content, heard.thread, heard.event_id) if heard.thread else content


@asynccontextmanager
async def _tasks() -> AsyncIterator[Callable[[Coroutine[None, None, None]], None]]:
    """Give a function that starts a task; those that still run at the end are cancelled.

    None of them stops the others.
    """
    running: set[asyncio.Task[None]] = set()

    def start(work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        running.add(task)
        task.add_done_callback(running.discard)

    try:
        yield start
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
