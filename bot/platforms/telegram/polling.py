"""Long polling under watch.

The library's polling has two ways to fail that nobody sees: a refused token ends its task without a
word, and a second bot on the same token makes it fail for ever, logging each time. Here the first
ends the listening with an error that says what to do, and any lasting trouble is logged once, until
polling has worked again; the second once an hour.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from time import monotonic

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import Updater

from bot.platforms.telegram.transport import AiohttpRequest
from bot.runtime.pulse import Pulse
from config.errors import ConfigError

_HOLD = timedelta(seconds=30)
_CONFLICT_SECONDS = 3600.0
"""After how long a conflict that lasts is said anew.

Two programs on one token take turns, so polling works and fails by the second.
"""

_LAST_CALL_SECONDS = 0.8
"""How long Telegram may take to hear that the updates of the last poll have come."""

UPDATES = ["message", "callback_query", "inline_query", "my_chat_member"]
"""What Telegram is asked to tell."""

_log = structlog.get_logger(__name__)


def token_refused() -> ConfigError:
    """Return the error of a token that Telegram does not take; it does not hold the token."""
    return ConfigError(
        "TCO_TELEGRAM_TOKEN",
        "Telegram refuses this token",
        "Ask @BotFather for the bot's current token (/token)",
    )


class Polling:
    """Fetches updates until told to stop.

    Args:
        timeout: Seconds to wait for a connection or an answer, beyond the time that Telegram holds
            a poll open.
        clock: Seconds that only grow.
        pulse: Beats with each poll that Telegram answers.

    Attributes:
        request: The bot's `get_updates_request`.
        started: Set once polling has begun.
    """

    def __init__(
        self,
        timeout: float,
        clock: Callable[[], float] = monotonic,
        pulse: Pulse | None = None,
    ) -> None:
        self.request = AiohttpRequest(connections=2, timeout=timeout, on_status=self.note_status)
        self._clock = clock
        self._pulse = pulse or Pulse()
        self.started = asyncio.Event()
        self._refused = asyncio.Event()
        self._trouble: str | None = None
        self._conflict_said_at: float | None = None

    async def run(self, bot: Bot, take: Callable[[Update], None]) -> None:
        """Hand every update to `take`, in order, until cancelled.

        On the way out, those already fetched are handed over as well.

        Raises:
            ConfigError: Telegram refuses the token.
        """
        queue: asyncio.Queue[object] = asyncio.Queue()
        updater = Updater(bot, queue)
        self._refused.clear()
        await updater.initialize()
        try:
            await self._start(updater)
            self.started.set()
            pump = asyncio.create_task(_pump(queue, take))
            watch = asyncio.create_task(self._refused.wait())
            try:
                done, _ = await asyncio.wait({pump, watch}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                pump.cancel()
                watch.cancel()
        finally:
            await _stop(updater)
            while not queue.empty():
                _hand_over(queue.get_nowait(), take)
        if pump in done:
            pump.result()
        raise token_refused()

    async def _start(self, updater: Updater) -> None:
        try:
            await updater.start_polling(
                timeout=_HOLD,
                bootstrap_retries=-1,
                allowed_updates=UPDATES,
                error_callback=self.note_failure,
            )
        except InvalidToken:
            refused = True
        else:
            refused = False
        if refused:
            raise token_refused()

    def note_status(self, status: int) -> None:
        """Learn from the HTTP status of a poll whether the token is good and polling works."""
        if status in {401, 404}:  # 404 is a token that cannot even be one
            self._refused.set()
        elif status == 200:
            self._trouble = None
            self._pulse.beat()

    def note_failure(self, error: TelegramError) -> None:
        """Log what keeps polls from working: once until they work, a conflict once an hour."""
        if isinstance(error, Conflict):
            self._note_conflict()
        elif error.message != self._trouble:
            self._trouble = error.message
            _log.warning("telegram polling fails", reason=error.message)

    def _note_conflict(self) -> None:
        now = self._clock()
        if self._conflict_said_at is None or now - self._conflict_said_at >= _CONFLICT_SECONDS:
            self._conflict_said_at = now
            reason = "another program polls with the same bot token: stop one of the two"
            _log.warning("telegram polling fails", reason=reason)


async def _pump(queue: asyncio.Queue[object], take: Callable[[Update], None]) -> None:
    while True:
        _hand_over(await queue.get(), take)


def _hand_over(update: object, take: Callable[[Update], None]) -> None:
    if isinstance(update, Update):
        take(update)


async def _stop(updater: Updater) -> None:
    """Stop polling; the library's last call, which acknowledges what came, gets its moment."""
    if not updater.running:
        return
    try:
        async with asyncio.timeout(_LAST_CALL_SECONDS):
            await updater.stop()
    except InvalidToken:
        _log.debug("polling had ended by itself: the token is refused")
    except TimeoutError:
        _log.debug("telegram did not answer the last call of polling")
