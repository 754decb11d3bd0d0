"""Listening to one platform for as long as the bot runs, and whether it still hears.

What goes wrong is logged and tried again; a mistake in the settings stops the whole bot.
"""

import asyncio

import structlog

from bot.delivery.leader import listen_while_leader
from bot.platforms.base import Answer, Messenger
from bot.runtime.pulse import Pulse
from config.errors import ConfigError, TcoError
from storage.locks import LeaderLock

LISTEN_AGAIN = 5.0
"""Seconds until listening that failed is begun again."""

SETTLED = 30.0
"""Seconds without another failure after which listening is taken to work again."""

_log = structlog.get_logger(__name__)


class Listener:
    """Listens on one platform, while no other process does.

    Args:
        messenger: The platform.
        answer: What people say is put through it.
        lock: Held by the process that listens for the account.

    Attributes:
        platform: The platform's name.
        stands_by: Whether another process listens.
        pulse: Beats with what the platform answers; None where nothing shows whether it does.
    """

    def __init__(self, messenger: Messenger, answer: Answer, lock: LeaderLock) -> None:
        self.platform = messenger.platform
        self.stands_by = False
        self.pulse: Pulse | None = messenger.capabilities.pulse
        self._messenger = messenger
        self._answer = answer
        self._lock = lock
        self._reason = ""
        self._failed = Pulse()

    @property
    def trouble(self) -> str:
        """Why listening failed lately, in a sentence; empty once it has gone well for a while."""
        return self._reason if self._failed.age < SETTLED else ""

    async def listen(self, stop: asyncio.Event) -> None:
        """Listen until there is nobody left to listen to.

        Args:
            stop: Set when a mistake in the settings must stop the whole bot.

        Raises:
            ConfigError: Such a mistake.
        """
        while True:
            try:
                return await listen_while_leader(
                    self._messenger, self._answer, self._lock, self._note
                )
            except ConfigError:
                stop.set()
                raise
            except TcoError as error:
                self._fail(str(error))
                _log.warning("listening failed", platform=self.platform, reason=str(error))
            except Exception as error:  # noqa: BLE001 - whatever it raises, the others are served
                self._fail(f"unforeseen: {type(error).__name__}")
                _log.exception("listening failed", platform=self.platform)
            await asyncio.sleep(LISTEN_AGAIN)

    def _fail(self, reason: str) -> None:
        self._reason = reason
        self._failed.beat()

    def _note(self, stands_by: bool) -> None:  # noqa: FBT001 - a callback's one argument
        self.stands_by = stands_by
        if self.pulse is not None:
            self.pulse.beat()  # it has just begun, and gets its time to be answered
