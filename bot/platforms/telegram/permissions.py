"""Who may change a chat's settings: anybody in a private chat, in a group its administrators.

An anonymous administrator speaks in the group's own name, and the channel that a group belongs to
speaks in the channel's; both may. Telegram is asked about each person at most once a minute.
"""

from collections.abc import Callable
from time import monotonic

import structlog
from telegram import Bot
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError

from bot.platforms.telegram.incoming import Incoming
from bot.runtime.cache import LruCache

_KEPT_SECONDS = 60.0
_KEPT_PEOPLE = 10_000
_ADMINS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)

_log = structlog.get_logger(__name__)


class Rights:
    """Answers whether somebody may change a chat's settings.

    Args:
        bot: Asks Telegram.
        clock: Seconds that only grow.
    """

    def __init__(self, bot: Bot, clock: Callable[[], float] = monotonic) -> None:
        self._bot = bot
        self._clock = clock
        self._known = LruCache[tuple[int, int], tuple[float, bool]](_KEPT_PEOPLE)

    async def may_change(self, incoming: Incoming) -> bool:
        """Return whether who said `incoming` may change the settings of its chat.

        Not so when Telegram cannot be asked.
        """
        chat = incoming.chat
        if chat.type == ChatType.PRIVATE or incoming.speaks_as == chat.id:
            return True
        key = (chat.id, incoming.speaks_as or incoming.sender)
        until, allowed = self._known.get(key) or (0.0, False)
        if self._clock() < until:
            return allowed
        try:
            allowed = await self._ask(chat.id, incoming)
        except TelegramError as error:
            _log.warning("rights unknown", chat=chat.id, error=error.message)
            return False
        self._known.keep(key, (self._clock() + _KEPT_SECONDS, allowed))
        return allowed

    async def _ask(self, chat: int, incoming: Incoming) -> bool:
        if incoming.speaks_as is not None:
            return (await self._bot.get_chat(chat)).linked_chat_id == incoming.speaks_as
        return (await self._bot.get_chat_member(chat, incoming.sender)).status in _ADMINS
