"""Invitations: whose are accepted, and how a join that fails is tried again.

Joining a room on another server can take long and fail for a while, so each invitation is answered
by itself, beside the syncs.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

import structlog
from nio import AsyncClient, InviteEvent, InviteMemberEvent, SyncResponse

from bot.platforms.matrix.errors import NETWORK_ERRORS, HomeserverError, checked
from bot.platforms.matrix.rooms import Rooms

PAUSES = (0.0, 1.0, 10.0, 60.0, 300.0)
"""Seconds before each try to answer an invitation."""

_log = structlog.get_logger("matrix")


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody invited the bot."""

    room_id: str
    inviter: str
    welcome: bool


class InvitePolicy:
    """Judges invitations and answers them.

    Args:
        client: The client, logged in.
        rooms: Its rooms; who upgraded one of them may invite into the new one.
        allowed: Who may invite the bot: user ids, or patterns such as "@*:example.org". Empty is
            everybody, as on Telegram.
    """

    def __init__(self, client: AsyncClient, rooms: Rooms, allowed: Sequence[str]) -> None:
        self._client = client
        self._rooms = rooms
        self._allowed = tuple(allowed)

    def invitations(self, response: SyncResponse) -> Iterator[Invitation]:
        """Yield the invitations that a sync brought."""
        for room_id, invitation in response.rooms.invite.items():
            inviters = [
                event.sender for event in invitation.invite_state if self._is_for_the_bot(event)
            ]
            if inviters:
                welcome = self._may_invite(inviters[-1]) or self._rooms.replaces_one_of_ours(
                    room_id
                )
                yield Invitation(room_id, inviters[-1], welcome)

    def _is_for_the_bot(self, event: InviteEvent) -> bool:
        return (
            isinstance(event, InviteMemberEvent)
            and event.membership == "invite"
            and event.state_key == self._client.user_id
        )

    def _may_invite(self, user_id: str) -> bool:
        return not self._allowed or any(fnmatchcase(user_id, pattern) for pattern in self._allowed)

    async def answer(self, invitation: Invitation) -> bool:
        """Join the room, or decline; return whether the bot is in it now.

        Given up after the last of `PAUSES`, or when the homeserver says that it will never be.
        """
        log = _log.bind(
            room=invitation.room_id, inviter=invitation.inviter, welcome=invitation.welcome
        )
        for pause in PAUSES:
            await asyncio.sleep(pause)
            try:
                await self._answer_once(invitation)
            except HomeserverError as error:
                log.warning("invitation not answered", error=str(error))
                if not error.passing:
                    return False
            except NETWORK_ERRORS as error:
                log.warning("invitation not answered", error=type(error).__name__)
            else:
                log.info("invitation answered")
                return invitation.welcome
        return False

    async def _answer_once(self, invitation: Invitation) -> None:
        if invitation.welcome:
            checked(await self._client.join(invitation.room_id))
        else:
            checked(await self._client.room_leave(invitation.room_id))
