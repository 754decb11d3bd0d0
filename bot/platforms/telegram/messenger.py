"""The Telegram messenger: `send`, `edit`, `listen`, `close` over one bot token.

Sending needs no listening: a process may do either or both. What is owed keeps the pace of
Telegram's limits. Answers to people do not wait for their chat's own limit, of which Telegram
allows short excesses, but what is owed to the chat waits for them.
"""

import asyncio
import contextlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta

import structlog
from pydantic import SecretStr
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.messages.message import EventLinks, Message
from bot.platforms.base import Address, Answer, DeliveryError, Menu, TryLater
from bot.platforms.rate_limit import Limit, SendRateLimiter
from bot.platforms.telegram import CAPABILITIES, NAME
from bot.platforms.telegram.errors import meaning
from bot.platforms.telegram.polling import Polling, token_refused
from bot.platforms.telegram.presses import deep_link_beginning
from bot.platforms.telegram.profile import present, set_menu_button
from bot.platforms.telegram.sender import Sender
from bot.platforms.telegram.transport import AiohttpRequest, TokenMask
from bot.platforms.telegram.updates import Listener
from bot.platforms.telegram.webhook import Webhook
from bot.runtime.backoff import Backoff
from bot.runtime.pulse import Pulse
from config.errors import ConfigError

_A_SECOND = Limit(1, 1.0)
_GROUP = (_A_SECOND, Limit(20, 60.0))
_PRIVATE = (_A_SECOND,)


def pace_of(per_second: int) -> SendRateLimiter:
    """Return the pace of a bot that may send so many messages a second in all."""
    return SendRateLimiter(
        Limit(per_second, 1.0), lambda chat: _GROUP if chat.startswith("-") else _PRIVATE
    )


def max_concurrency_of(per_second: int) -> int:
    """Return how many calls may be under way at once.

    Enough to keep the pace while each takes a quarter of a second.
    """
    return min(64, max(1, per_second // 4 + 1))


TELEGRAM = "https://api.telegram.org/bot"

_FAREWELL_SECONDS = 0.5
"""How long answers under way may take when the bot is told to stop."""
_INTRODUCTION_SECONDS = 60.0
"""After how long one who only sends asks Telegram for the bot's own name again, if need be."""
_UNREACHED = Backoff(timedelta(seconds=1), timedelta(seconds=30))

_log = structlog.get_logger(__name__)


class TelegramMessenger:
    """One Telegram bot.

    Args:
        token: What @BotFather gave.
        base_url: Where the Bot API is, up to and with "/bot": Telegram's own, or a local Bot API
            server.
        menu: The commands to list in clients' menus; None leaves the menus alone.
        languages: The languages to set menus for; the first is for everybody else as well.
        allowed_users: Whom the bot answers, by Telegram's user id; empty for everybody.
        timeout: Seconds to wait for a connection, and again for an answer.
        per_second: How many messages Telegram lets the bot send in a second, all chats together.
        resends_uncertain: Whether a message whose answer was lost is sent again.
        mini_app: What the menu button of private chats opens; None leaves the button alone.
        webhook: Takes updates in the place of polling, or None.
    """

    platform = NAME

    def __init__(  # noqa: PLR0913 - each is a setting
        self,
        token: SecretStr,
        *,
        base_url: str = TELEGRAM,
        menu: Menu | None = None,
        languages: Sequence[str] = ("en",),
        allowed_users: Collection[int] = (),
        timeout: float = 20.0,
        per_second: int = 30,
        resends_uncertain: bool = False,
        mini_app: str | None = None,
        webhook: Webhook | None = None,
    ) -> None:
        pulse = Pulse()
        pace, max_concurrency = pace_of(per_second), max_concurrency_of(per_second)
        self.capabilities = replace(
            CAPABILITIES,
            event_links=EventLinks(),
            account=token.get_secret_value().partition(":")[0],
            rate_limiter=pace,
            max_concurrency=max_concurrency,
            resends_uncertain=resends_uncertain,
            pulse=None if webhook else pulse,  # nobody calls where nothing is said
            introduce=self._learn_name,
        )
        self._next_introduction = 0.0
        self._mask = TokenMask(token.get_secret_value())
        self._menu = menu
        self._mini_app = mini_app
        self._languages = languages
        self._allowed_users = frozenset(allowed_users)
        self._request = AiohttpRequest(connections=2 * max_concurrency, timeout=timeout)
        self._polling = Polling(timeout, pulse=pulse)
        self._webhook = webhook
        self._bot = Bot(
            token.get_secret_value(),
            base_url=base_url,
            base_file_url=f"{base_url.removesuffix('/bot')}/file/bot",
            request=self._request,
            get_updates_request=self._polling.request,
        )
        self._owed = Sender(self._bot, pace.turn)
        self._answers = Sender(self._bot, pace.answering)

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        """Send `message` and return its id: Telegram's ids of its parts, joined by commas.

        Raises:
            DeliveryError: One of the subclasses, by what it means for the delivery.
        """
        return await self._owed.send(address, message, key=key)

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        """Replace the message `remote_id`, which `send` or `edit` gave, and return its id.

        Raises as `send` does.
        """
        return await self._owed.edit(address, remote_id, message, key=key)

    async def listen(self, answer: Answer) -> None:
        """Take what people say, put it through `answer` and send the answers, until cancelled.

        Raises:
            ConfigError: Telegram refuses the token.
        """
        await self._introduce()
        listener = Listener(self._bot, self._answers, answer, self._allowed_users)
        updates = self._webhook or self._polling
        presenting = asyncio.create_task(self._present(updates.started))
        try:
            await updates.run(self._bot, listener.take)
        finally:
            presenting.cancel()
            await asyncio.gather(presenting, return_exceptions=True)
            await listener.finish(_FAREWELL_SECONDS)

    async def _present(self, started: asyncio.Event) -> None:
        """Set menus and descriptions once people are listened to: these can wait, people cannot."""
        await started.wait()
        if self._menu is not None:
            await present(self._bot, self._menu, self._languages)
        if self._mini_app is not None:
            await set_menu_button(self._bot, self._mini_app, self._languages[0])

    async def close(self) -> None:
        """Let go of connections."""
        await self._request.shutdown()
        await self._polling.request.shutdown()
        self._mask.remove()

    async def _learn_name(self) -> None:
        """Learn the bot's own name where nobody listens, who would have; tried once a while."""
        now = asyncio.get_running_loop().time()
        if self.capabilities.event_links.beginning is None and now >= self._next_introduction:
            self._next_introduction = now + _INTRODUCTION_SECONDS
            with contextlib.suppress(ConfigError):  # a refused token is told by what is sent
                await self._meet()

    async def _introduce(self) -> None:
        """Learn the bot's own name, waiting for Telegram for as long as it takes."""
        failures = 0
        while (trouble := await self._meet()) is not None:
            failures += 1
            if failures == 1:
                _log.warning("telegram cannot be reached yet", reason=trouble.reason)
            asked = trouble.after if isinstance(trouble, TryLater) else None
            await asyncio.sleep(asked or _UNREACHED.seconds(failures))

    async def _meet(self) -> DeliveryError | None:
        """Initialize the bot; returns what went wrong, or None.

        The library's own error of a refused token holds the token, so it is left behind before ours
        is raised: never chained.
        """
        try:
            await self._bot.initialize()
            links = self.capabilities.event_links
            links.beginning = deep_link_beginning(self._bot.username)
        except TelegramError as error:
            refused = isinstance(error, InvalidToken)
            trouble = meaning(error, Address(self.platform, ""))
        else:
            return None
        if refused:
            raise token_refused()
        return trouble
