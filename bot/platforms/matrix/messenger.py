"""The Matrix messenger: the one object that the rest of the bot sees of Matrix.

The sync loop is this module's own: matrix-nio's would hammer a homeserver that refuses the token,
hundreds of times a second.
"""

import asyncio
import hashlib
import random
import secrets
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
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
from bot.platforms.matrix.reactions import Press, Presses, Reaction, Removal, signs_of, with_signs
from bot.platforms.matrix.render import Content, contents, in_reply, in_thread, replacement
from bot.platforms.matrix.sync import RoomRequest
from bot.platforms.matrix.tasks import Tasks, tasks
from bot.runtime.backoff import Backoff
from bot.runtime.pulse import Pulse
from config.errors import ConfigError, TcoError

LONGEST_PAUSE = 60.0
"""Seconds between syncs, at most, while the homeserver is away."""

MOST_SIGNED_AT_ONCE = 2
"""Messages that get their signs at a time: where more are sent, homeservers that count are spared.

Signs work where they are not set, too: the message says which they are.
"""

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
        self._presses = Presses()
        self._signing = Tasks()
        self._answering: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        """Send `message`.

        From the same device, the same `key` is the same event for 24 hours (Synapse's memory of
        transactions).
        """
        ids = await self._send(address, message, key, lambda content: content)
        return ids[0]

    async def _send(
        self, address: Address, message: Message, key: str, placed: Callable[[Content], Content]
    ) -> list[str]:
        """Send `message`, each event as `placed` puts it, and return the ids of the events.

        A picture has its text as its caption.
        """
        parts, document = contents(message), message.document
        parts[0] = with_signs(parts[0], message)
        caption = parts.pop() if document is not None and document.is_picture else None
        async with self._delivering(address) as connection:
            room = await connection.room(address)
            if document is not None:
                parts.append(await connection.upload(room, document, caption))
            ids = [
                await connection.put(room, placed(content), transaction_id(key, part))
                for part, content in enumerate(parts)
            ]
        if (signs := list(signs_of(message))) and self._signing.count < MOST_SIGNED_AT_ONCE:
            self._signing.start(self._set_signs(address, ids[0], signs, key))
        return ids

    async def _set_signs(
        self, address: Address, event_id: str, signs: Sequence[str], key: str
    ) -> None:
        """Set signs under a message, meanwhile; one that cannot be set is none that is owed."""
        try:
            async with self._delivering(address) as connection:
                room = await connection.room(address)
                for sign in signs:
                    transaction = transaction_id(f"{key}/{sign}", 0)
                    await connection.set_sign(room, event_id, sign, transaction)
        except DeliveryError as error:
            _log.info("signs not set", room=address.chat, reason=error.reason)

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        """Replace the event `remote_id`, which keeps its id.

        A message that needs more than one event is refused.
        """
        parts = contents(replace(message, is_silent=False))  # a card stays what it was sent as
        parts[0] = with_signs(parts[0], message)
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
        async with tasks() as start:
            while True:
                try:
                    connection = await self._connected()
                    news = await connection.sync()
                except ConfigError:
                    raise
                except Exception as error:  # noqa: BLE001 - a sync that fails is tried again
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
                for sign in news.signs:
                    start(self._signed(connection, sign, answer))

    async def ready(self) -> None:
        """Return when the bot is logged in and knows its rooms.

        Raises:
            ConfigError: The homeserver does not accept the account.
            HomeserverError: It refuses for another reason.
        """
        await self._connected()

    async def close(self) -> None:
        """Let go of connections and of the key store."""
        await self._signing.stop()
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
            self._connection = None
            await connection.close()

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

    async def _signed(
        self, connection: Connection, sign: Reaction | Removal, answer: Answer
    ) -> None:
        """Answer a sign that somebody added to a message, or take back what they take back."""
        address = Address(NAME, sign.room_id)
        try:
            if isinstance(sign, Removal):
                await self._undone(address, sign, answer)
                return
            async with self._delivering(address):
                pressed = await connection.pressed(sign)
        except DeliveryError as error:
            _log.info("sign not read", room=sign.room_id, reason=error.reason)
            return
        if pressed is not None:
            heard, opposite = pressed
            press = Press(heard.request, opposite, await self._answer(heard, answer))
            self._presses.keep(sign.event_id, press)

    async def _undone(self, address: Address, removal: Removal, answer: Answer) -> None:
        press = self._presses.take(removal)
        if press is None:
            return
        if press.opposite:
            request = replace(press.request, text=press.opposite)
            await self._answer(RoomRequest(removal.event_id, request), answer)
            return
        async with self._delivering(address) as connection:
            room = await connection.room(address)
            for event_id in press.answers:
                await connection.take_back(room, event_id)

    async def _answer(self, heard: RoomRequest, answer: Answer) -> list[str]:
        """Answer one request, and return the ids of the answers.

        Those of one room one after the other, those of different rooms side by side.
        """
        address, ids = heard.request.address, list[str]()
        async with self._answering[address.chat]:
            try:
                placed = partial(_placed, heard)
                for number, message in enumerate(await answer(heard.request)):
                    key = f"answer/{heard.event_id}/{number}"
                    ids += await self._reply(address, message, key, placed)
            except DeliveryError as error:
                _log.warning("answer not delivered", room=address.chat, error=error.reason)
            except Exception:  # noqa: BLE001 - a request that fails must not stop the others
                _log.exception("request failed", room=address.chat)
        return ids

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
    ) -> list[str]:
        """Send an answer, which rings nobody, and return the ids of its events.

        Somebody waits for it, so it is tried again at once or after what the homeserver asks, a few
        times.
        """
        for tries_left in reversed(range(_ANSWER_TRIES)):
            try:
                return await self._send(address, replace(message, is_silent=True), key, placed)
            except TryLater as error:
                if not tries_left:
                    raise
                await asyncio.sleep(min(LONGEST_PAUSE, error.after or 1.0))
        return []


def _placed(heard: RoomRequest, content: Content) -> Content:
    """Return an answer as it stands where it was asked for.

    In a thread, if it was asked for in one; as a reply to the message that a sign was added to.
    """
    if heard.thread:
        return in_thread(content, heard.thread, heard.about or heard.event_id)
    return in_reply(content, heard.about) if heard.about else content
