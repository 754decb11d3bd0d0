"""The way to the Bot API: timeouts, hidden status codes, and a token that stays out of the log.

Calls are carried by aiohttp, which the feeds and Matrix need anyway: the library's own way (httpx)
takes twice the processor time for a message. The token is a part of every URL of the Bot API;
errors here never name a URL, and a filter masks the token in the log of every library that could
write one, at whatever level somebody turns on.
"""

import json
import logging
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData, TCPConnector
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.platforms.telegram.errors import GatewayTimedOut

_LOGS_URLS = (
    "aiohttp.client",
    "httpx",
    "httpcore",
    "telegram.Bot",
    "telegram.ext.Updater",
    "telegram.ext._utils.networkloop",
)
_UPLOAD_SECONDS = 60.0


class AiohttpRequest(BaseRequest):
    """Carries calls to the Bot API.

    Args:
        connections: How many calls may be under way at once.
        timeout: Seconds to wait for a connection, and again for an answer.
        on_status: Told the HTTP status of every answer.
    """

    def __init__(
        self, *, connections: int, timeout: float, on_status: Callable[[int], None] | None = None
    ) -> None:
        self._connections = connections
        self._timeout = timeout
        self._on_status = on_status
        self._session: ClientSession | None = None
        self._proxy: str | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return self._timeout

    async def initialize(self) -> None:
        """Nothing yet: the first call opens the way."""

    async def shutdown(self) -> None:
        """Let go of connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        *_: object,
        **__: object,
    ) -> tuple[int, bytes]:
        """Carry one call; see `BaseRequest.do_request`.

        Raises:
            TimedOut: No connection, or no answer in time; the cause tells which.
            NetworkError: The connection could not be made, or broke; the cause tells which.
            GatewayTimedOut: For status 504, which leaves open whether the call was carried out;
                other statuses do not.
        """
        status, body = await self._carry(
            url, method, _form(request_data), self._limits(request_data, read_timeout)
        )
        if self._on_status:
            self._on_status(status)
        if status == 504:
            raise GatewayTimedOut("a gateway got no answer from Telegram (504)")
        if status >= 300 and not _is_object(body):
            # A web server's own error page: the status says it all, and no page is to be recorded.
            body = b"{}"
        return status, body

    async def _carry(
        self,
        url: str,
        method: str,
        data: object,
        timeout: ClientTimeout,  # noqa: ASYNC109 - aiohttp's
    ) -> tuple[int, bytes]:
        if self._session is None:
            self._proxy = proxy_for(url)
            self._session = ClientSession(connector=TCPConnector(limit=self._connections))
        headers = {"User-Agent": self.USER_AGENT}
        try:
            async with self._session.request(
                method,
                url,
                data=data,
                headers=headers,
                timeout=timeout,
                allow_redirects=False,
                proxy=self._proxy,
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from error

    def _limits(self, request_data: RequestData | None, read_timeout: object) -> ClientTimeout:
        answer = float(read_timeout) if isinstance(read_timeout, int | float) else self._timeout
        if request_data is not None and request_data.multipart_data:
            answer += _UPLOAD_SECONDS
        return ClientTimeout(
            total=None, connect=self._timeout, sock_connect=self._timeout, sock_read=answer
        )


def proxy_for(url: str) -> str | None:
    """Return the proxy through which `url` is called, as the environment has it; None for none.

    aiohttp would look there itself, at every call anew, in a thread, and hand out what a netrc file
    has for the host: a third of what a message cost beyond the library's own work.
    """
    parts = urlsplit(url)
    if not parts.hostname or proxy_bypass(parts.hostname):
        return None
    return getproxies().get(parts.scheme)


def _form(request_data: RequestData | None) -> FormData | dict[str, str] | None:
    if request_data is None:
        return None
    parameters: dict[str, str] = request_data.json_parameters
    if not request_data.multipart_data:
        return parameters
    form = FormData(parameters)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


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
