"""Updates by webhook: Telegram calls the bot, where the operator has an address for it.

The secret that goes with each call is made of the token, so nothing more has to be set; whoever
does not know it is refused before anything is read. A reverse proxy in front speaks TLS.
"""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError

from bot.platforms.telegram.polling import UPDATES, token_refused
from bot.runtime.backoff import Backoff
from config.errors import ConfigError

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1_000_000
"""Bytes of one update."""

_UNREACHED = Backoff(timedelta(seconds=1), timedelta(seconds=30))
_log = structlog.get_logger(__name__)


def secret_of(token: str) -> str:
    """Return what Telegram is told to send along: 64 characters that do not give the token away."""
    return hmac.new(token.encode(), b"webhook", hashlib.sha256).hexdigest()


class Webhook:
    """Takes updates that Telegram brings.

    Args:
        url: Where Telegram calls, from outside.
        host: On which address of this machine the bot listens.
        port: On which port.
        secret: What each call must carry.

    Attributes:
        started: Set once Telegram knows where to call.
    """

    def __init__(self, url: str, host: str, port: int, secret: str) -> None:
        self._url = url
        self._host = host
        self._port = port
        self._secret = secret
        self.started = asyncio.Event()

    async def run(self, bot: Bot, take: Callable[[Update], None]) -> None:
        """Hand every update to `take`, in order, until cancelled.

        Telegram keeps what it cannot bring for a day, so the address stays set when the bot stops.

        Raises:
            ConfigError: Telegram refuses the token, or the port cannot be had.
        """
        async with self._serving(bot, take):
            await self._tell(bot)
            self.started.set()
            await asyncio.Event().wait()

    @asynccontextmanager
    async def _serving(self, bot: Bot, take: Callable[[Update], None]) -> AsyncIterator[None]:
        async def receive(request: web.Request) -> web.Response:
            given = request.headers.get(HEADER, "")
            if not hmac.compare_digest(given.encode(), self._secret.encode()):
                return web.Response(status=403)
            try:
                data = json.loads(await request.read())
            except ValueError:
                return web.Response(status=400)
            if isinstance(data, dict) and (update := Update.de_json(data, bot)) is not None:
                take(update)
            return web.Response()

        served = web.Application(client_max_size=LARGEST)
        served.router.add_post(urlsplit(self._url).path or "/", receive)
        runner = web.AppRunner(served, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
            yield
        except OSError as error:
            raise ConfigError(
                "TCO_TELEGRAM_WEBHOOK_PORT", f"{self._port} cannot be had ({error.strerror})", ""
            ) from None
        finally:
            await runner.cleanup()

    async def _tell(self, bot: Bot) -> None:
        """Tell Telegram where to call, for as long as it takes."""
        failures, refused = 0, False
        while not refused:
            try:
                await bot.set_webhook(self._url, secret_token=self._secret, allowed_updates=UPDATES)
            except InvalidToken:
                refused = True
            except TelegramError as error:
                failures += 1
                if failures == 1:
                    _log.warning("telegram does not take the webhook", reason=error.message)
                await asyncio.sleep(_UNREACHED.seconds(failures))
            else:
                _log.info("telegram calls", address=self._url)
                return
        raise token_refused()
