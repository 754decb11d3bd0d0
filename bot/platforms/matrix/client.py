"""A logged-in client with its rooms: what sending and listening share."""

import asyncio
import io
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from nio import AsyncClient, MatrixRoom, MegolmEvent, SyncResponse

from bot.messages.message import Document
from bot.platforms.base import Address, ChatGone, ChatMoved, TryLater, UserRequest
from bot.platforms.matrix import NAME
from bot.platforms.matrix.encryption import keep_up, share_key
from bot.platforms.matrix.errors import NETWORK_ERRORS, HomeserverError, checked
from bot.platforms.matrix.incoming import thread_of
from bot.platforms.matrix.invites import Invitation, InvitePolicy
from bot.platforms.matrix.login import REQUEST_SECONDS, Account, log_in, new_client
from bot.platforms.matrix.reactions import Reaction, Removal, meaning, reaction_content
from bot.platforms.matrix.render import Content, attachment
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.sync import FILTER, RoomRequest, SyncReader, fresh_filter

SYNC_MILLISECONDS = 30_000
"""How long the homeserver may hold a sync open when nothing happens."""

UPLOAD_SECONDS = 120.0
"""How long a file may take to the homeserver."""

_NOT_SYNCED_YET = 5.0
_NOT_LET_IN_YET = 600.0


@dataclass(frozen=True, slots=True)
class News:
    """What a sync holds for the bot."""

    heard: list[RoomRequest]
    invitations: list[Invitation]
    signs: list[Reaction | Removal]


class Connection:
    """Opened by `open`, which logs in and makes the first sync.

    Nothing said before that is ever heard.
    """

    def __init__(self, client: AsyncClient, allowed: Sequence[str]) -> None:
        self._client = client
        self._rooms = Rooms(client)
        self._sync_reader = SyncReader(client, self._rooms)
        self._invites = InvitePolicy(client, self._rooms, allowed)
        self._early_invitations: list[Invitation] = []
        self._sending: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @classmethod
    async def open(cls, account: Account, allowed: Sequence[str]) -> Self:
        """Log in and learn the rooms.

        Raises:
            ConfigError: The homeserver does not accept the account.
            HomeserverError: It refuses for another reason.
        """
        client = new_client(account)
        connection = cls(client, allowed)
        try:
            await log_in(client, account)
            await connection._first_sync()  # its own class
        except BaseException:
            await connection.close()
            raise
        return connection

    async def sync(self) -> News:
        """Wait for something new, take it in, and return what it holds for the bot."""
        await keep_up(
            self._client
        )  # before and not after: if this fails, nothing that was said is lost with it
        response = await self._synced(0 if self._early_invitations else SYNC_MILLISECONDS, FILTER)
        self._rooms.observe(response)
        early, self._early_invitations = self._early_invitations, []
        return News(
            list(self._sync_reader.requests(response)),
            [*early, *self._invites.invitations(response)],
            list(self._sync_reader.reactions(response)),
        )

    async def _first_sync(self) -> None:
        """Learn the rooms.

        What was said in them before is left alone; who invited the bot meanwhile is kept for the
        next sync.
        """
        await keep_up(self._client)
        response = await self._synced(0, fresh_filter())
        self._rooms.observe(response)
        self._early_invitations = list(self._invites.invitations(response))

    async def _synced(self, milliseconds: int, wanted: dict[str, Any]) -> SyncResponse:
        """Sync.

        Matrix-nio itself would wait for ever for an answer that is to come at once, where the
        network is gone by then.
        """
        async with asyncio.timeout(milliseconds / 1000 + REQUEST_SECONDS):
            return checked(await self._client.sync(timeout=milliseconds, sync_filter=wanted))

    async def answer(self, invitation: Invitation) -> bool:
        """Join or decline, trying again for a while where that fails; whether the bot is in now."""
        return await self._invites.answer(invitation)

    async def room(self, address: Address) -> MatrixRoom:
        """Return the room at `address`.

        Raises:
            ChatMoved: It was upgraded; the bot is in the new one.
            ChatGone: The bot is not in it.
            TryLater: The bot will be in it soon.
        """
        if new := self._rooms.upgraded_to(address.chat):
            await self._enter(new, address)
            raise ChatMoved(address, Address(address.platform, new))
        room = self._client.rooms.get(address.chat)
        if room is None and address.chat in checked(await self._client.joined_rooms()).rooms:
            raise TryLater(address, "the room is not synced yet", _NOT_SYNCED_YET)
        if room is None:
            raise ChatGone(address, "the bot is not in the room")
        return room

    async def has_left(self, address: Address) -> bool:
        """Whether the homeserver says that the bot is not in a room; False where it cannot say."""
        try:
            joined = checked(await self._client.joined_rooms())
        except (HomeserverError, *NETWORK_ERRORS):
            return False
        return address.chat not in joined.rooms

    async def _enter(self, new: str, old: Address) -> None:
        if new in self._client.rooms:
            return
        try:
            checked(await self._client.join(new))
        except HomeserverError as error:
            if error.passing:
                raise
            reason = (
                f"the room was upgraded to {new}, which the bot may not enter yet ({error.code})"
            )
            raise TryLater(old, reason, _NOT_LET_IN_YET) from error

    async def put(self, room: MatrixRoom, content: Content, transaction: str) -> str:
        """Send one event and return its id.

        One at a time in a room, so that order is kept and keys are shared once.
        """
        async with self._sending[room.room_id]:
            await share_key(self._client, room)
            response = await self._client.room_send(
                room.room_id,
                "m.room.message",
                content,
                tx_id=transaction,
                ignore_unverified_devices=True,
            )
            return str(checked(response).event_id)

    async def set_sign(self, room: MatrixRoom, target: str, sign: str, transaction: str) -> None:
        """Set a sign under an event, for others to add to."""
        content = reaction_content(target, sign)
        async with self._sending[room.room_id]:
            sent = await self._client.room_send(
                room.room_id, "m.reaction", content, transaction, ignore_unverified_devices=True
            )
            checked(sent)

    async def take_back(self, room: MatrixRoom, event_id: str) -> None:
        """Remove an event of the bot's own."""
        checked(await self._client.room_redact(room.room_id, event_id))

    async def pressed(self, reaction: Reaction) -> tuple[RoomRequest, str] | None:
        """Return what a reaction asks for, and the command that takes it back, or empty.

        None where it stands for nothing: the sign is not the message's, or that is not the bot's.
        """
        room = self._client.rooms.get(reaction.room_id)
        if room is None:
            return None
        found = checked(await self._client.room_get_event(room.room_id, reaction.target)).event
        found.room_id = room.room_id
        event = self._client.decrypt_event(found) if isinstance(found, MegolmEvent) else found
        meant = meaning(event.source.get("content"), reaction.sign)
        if event.sender != self._client.user_id or meant is None:
            return None
        command, opposite = meant
        request = UserRequest(
            Address(NAME, room.room_id),
            reaction.sender,
            command,
            title=room.display_name,
            may_change=self._rooms.may_change(room.room_id, reaction.sender),
            private=self._rooms.is_private(room, reaction.sender),
        )
        thread = thread_of(event)
        return RoomRequest(reaction.event_id, request, thread, reaction.target), opposite

    async def upload(
        self, room: MatrixRoom, document: Document, caption: Content | None = None
    ) -> Content:
        """Hand a file to the homeserver and return the content of the event that shows it.

        It is encrypted where the room is.
        """

        def data(_throttled: int, _timeouts: int) -> io.BytesIO:
            return io.BytesIO(document.content)

        what = {
            "content_type": document.media_type,
            "filename": document.name,
            "filesize": len(document.content),
        }
        async with asyncio.timeout(UPLOAD_SECONDS):  # for which matrix-nio would wait for ever
            response, keys = await self._client.upload(data, encrypt=bool(room.encrypted), **what)
        return attachment(document, str(checked(response).content_uri), keys, caption)

    async def close(self) -> None:
        """Let go of the network and of the key store."""
        await self._client.close()
        if self._client.store is not None:
            self._client.store.database.close()
