"""The way to the Bot API: timeouts, status codes that the library hides, and a token that stays out of the log.

The token is a part of every URL of the Bot API, and httpx logs each URL. A filter on its logger masks it there, at whatever level
somebody turns on.
"""

import json
import logging
from collections.abc import Callable
from typing import Any

from telegram.request import HTTPXRequest

from bot.chats.telegram.failures import GatewayTimedOut

_LOGS_URLS = ("httpx", "httpcore", "telegram.Bot", "telegram.ext.Updater", "telegram.ext._utils.networkloop")


class Door(HTTPXRequest):
    """Carries calls to the Bot API.

    Args:
        connections: How many calls may be under way at once.
        timeout: Seconds to wait for a connection, and again for an answer.
        on_status: Told the HTTP status of every answer.
    """

    def __init__(self, *, connections: int, timeout: float, on_status: Callable[[int], None] | None = None) -> None:
        super().__init__(connections, read_timeout=timeout, write_timeout=timeout, connect_timeout=timeout, pool_timeout=timeout)
        self._on_status = on_status

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401  # passed on as they come
        """Carry one call; see `BaseRequest.do_request`.

        Raises:
            GatewayTimedOut: For status 504, which leaves open whether the call was carried out; other statuses do not.
        """
        status, body = await super().do_request(*args, **kwargs)
        if self._on_status:
            self._on_status(status)
        if status == 504:
            raise GatewayTimedOut("a gateway got no answer from Telegram (504)")
        if status >= 300 and not _is_object(body):
            body = b"{}"  # a web server's own error page: the status says it all, and pages do not belong in a ledger
        return status, body


def _is_object(body: bytes) -> bool:
    try:
        return isinstance(json.loads(body), dict)
    except ValueError:
        return False


class TokenMask(logging.Filter):
    """Masks a token in the records of the loggers that could write a URL."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token
        for name in _LOGS_URLS:
            logging.getLogger(name).addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the token in `record` and let it pass."""
        if self._token in (said := record.getMessage()):
            record.msg, record.args = said.replace(self._token, "***"), ()
        return True

    def remove(self) -> None:
        """Take the filter off the loggers."""
        for name in _LOGS_URLS:
            logging.getLogger(name).removeFilter(self)
