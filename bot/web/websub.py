"""What hubs say to the bot (WebSub, sections 5.2, 5.3 and 7).

Whether a subscription was meant, that it is denied, that a feed has changed.

Each subscription has an address that nobody can guess, and each call a signature. What a call holds
is neither kept nor read: it makes the source due, and the poll fetches the feed as ever, so there
is one way in for articles.
"""

import asyncio
from datetime import timedelta

import structlog
from aiohttp import ClientPayloadError, web

from bot.feeds.websub.protocol import Signature, granted_lease, renewal
from bot.feeds.websub.subscriber import PATH
from bot.runtime.scheduler import Clock
from storage import websub
from storage.database import Database

AFTER_DENIAL = timedelta(days=7)
"""How long a hub that denied a subscription is not asked again."""

_BODY_WITHIN = 60.0
_CHUNK = 65_536
_log = structlog.get_logger("feeds")


class WebSubCallbacks:
    """Answers hubs that confirm subscriptions and push what is new."""

    def __init__(self, database: Database, now: Clock, max_bytes: int) -> None:
        """Prepare to answer.

        Args:
            database: Knows the subscriptions.
            now: Tells the present.
            max_bytes: Most that is taken of one call, after decompression.
        """
        self._database = database
        self._now = now
        self._max_bytes = max_bytes

    def serve(self, served: web.Application) -> None:
        """Add the addresses that hubs call to the web application `served`."""
        address = PATH + "{token:[A-Za-z0-9_-]{20,64}}"
        served.router.add_get(address, self.verify, allow_head=False)
        served.router.add_post(address, self.notify)

    async def verify(self, request: web.Request) -> web.Response:
        """Confirm a subscription that the bot has asked for, or take note that it is denied.

        Know nothing of any other.
        """
        token, topic, now = (
            request.match_info["token"],
            request.query.get("hub.topic", ""),
            self._now(),
        )
        if request.query.get("hub.mode") == "denied":
            key = await self._database.run(
                websub.deny, token, topic, next_try_at=now + AFTER_DENIAL
            )
            return self._answer(key, "hub denied")
        challenge = request.query.get("hub.challenge")
        if request.query.get("hub.mode") != "subscribe" or not challenge:
            raise web.HTTPNotFound
        lease = granted_lease(request.query.get("hub.lease_seconds", ""))
        key = await self._database.run(
            websub.grant, token, topic, lease_ends_at=now + lease, next_try_at=renewal(lease, now)
        )
        return self._answer(key, "hub granted", challenge)

    def _answer(self, key: str | None, event: str, text: str = "") -> web.Response:
        if key is None:
            raise web.HTTPNotFound
        _log.info(event, source=key)
        return web.Response(text=text, content_type="text/plain")

    async def notify(self, request: web.Request) -> web.Response:
        """Make a source due when its hub says that it has changed.

        A call with a wrong signature is taken and ignored (section 7.1).
        """
        token = request.match_info["token"]
        secret = await self._database.run(websub.secret_of, token)
        if secret is None:
            raise web.HTTPGone  # the answer that lets a hub forget a subscription (section 7)
        if await self._signed(request, secret):
            key = await self._database.run(websub.call, token, self._now())
            _log.info("hub called", source=key)
        else:
            _log.info("a call with a wrong signature was ignored")
        return web.Response(status=202)

    async def _signed(self, request: web.Request, secret: str) -> bool:
        """Read the body, keeping none of it, and return whether it is signed."""
        signature, size = Signature(request.headers.get("X-Hub-Signature", ""), secret), 0
        try:
            async with asyncio.timeout(_BODY_WITHIN):
                async for part in request.content.iter_chunked(_CHUNK):
                    size += len(part)
                    if size > self._max_bytes:
                        raise web.HTTPRequestEntityTooLarge(
                            max_size=self._max_bytes, actual_size=size
                        )
                    signature.feed(part)
        except TimeoutError:
            raise web.HTTPRequestTimeout from None
        except (ClientPayloadError, web.RequestPayloadError):
            raise web.HTTPBadRequest from None
        return signature.holds
