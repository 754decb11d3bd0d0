"""Asks the hubs that sources name to call when there is news, and asks again before they stop.

Whether a hub refuses, fails, hangs or never comes back to verify, it is asked again later and
later. Nothing of that touches the source: its polls go on as if it had no hub.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.feeds import schedule
from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.websub.protocol import subscription_request
from storage import websub
from storage.database import Database
from storage.models import HubSubscription

EVERY = 60.0
"""Seconds between two runs."""

PATH = "/websub/"
"""What stands between the bot's public URL and the token of a subscription."""

AT_A_TIME = 20
_HELD = timedelta(
    minutes=20
)  # longer than these take if one host has them all and lets each wait for its deadline
_FIRST_PAUSE = timedelta(hours=1)
_log = structlog.get_logger("feeds")


@dataclass(frozen=True, slots=True)
class HubReport:
    """What a round of asking came to.

    Attributes:
        asked: How many subscriptions were asked for.
        failed: Of these, how many the hub did not accept.
    """

    asked: int = 0
    failed: int = 0


class Subscriber:
    """Keeps the subscriptions of the sources of a database alive."""

    def __init__(self, database: Database, fetcher: Fetcher, address: str) -> None:
        """Prepare to ask.

        Args:
            database: Knows the hubs.
            fetcher: Goes to them.
            address: Where the bot can be called, without a slash at the end.
        """
        self._database = database
        self._fetcher = fetcher
        self._address = address

    async def subscribe_due(self, now: datetime) -> HubReport:
        """Ask for some of the subscriptions that are due at `now`, those waiting longest first.

        Raises:
            DatabaseError: The database cannot be read or written.
        """
        due = await self._database.run(websub.claim_due, now, limit=AT_A_TIME, lease=_HELD)
        accepted = await asyncio.gather(
            *(self._ask(subscription, key, now) for subscription, key in due)
        )
        return HubReport(len(accepted), accepted.count(False))

    async def _ask(self, subscription: HubSubscription, key: str, now: datetime) -> bool:
        """Ask for one, note when to ask again, and return whether the hub took the request."""
        failure = await self._failure(subscription, key)
        cause, wait = (failure.cause, failure.retry_after) if failure else (Cause.TIMEOUT, None)
        again = schedule.after_failure(key, now, _FIRST_PAUSE, subscription.tries - 1, cause, wait)
        await self._database.run(websub.postpone, subscription.token, again)
        return failure is None

    async def _failure(self, subscription: HubSubscription, key: str) -> FeedError | None:
        callback = f"{self._address}{PATH}{subscription.token}"
        try:
            await self._fetcher.fetch(
                subscription_request(
                    subscription.hub, subscription.topic, callback, subscription.secret
                )
            )
        except FeedError as error:
            _log.info("hub failed", source=key, cause=error.cause.value, detail=error.detail)
            return error
        except Exception as error:  # noqa: BLE001 - logged in full; the other hubs are asked
            _log.exception("hub failed unexpectedly", source=key)
            return FeedError(subscription.hub, Cause.HTTP, f"unexpected {type(error).__name__}")
        return None
