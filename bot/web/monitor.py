"""What those who run the bot ask of it: `/healthz` and `/metrics`, on a port of their own.

Not on the port of calendars and pages: that one is meant for the world and has a proxy in front,
and only the process that listens opens it, whereas each process of any role must be watched. So
the numbers of chats and the names of sources never stand one slip in a proxy's settings away from
the Internet; the port is loopback's unless the settings say otherwise, and off unless it is named.
"""

from collections.abc import Iterable, Sequence
from importlib.metadata import version

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric

from bot.runtime import metrics
from bot.runtime.scheduler import Clock
from bot.web import health
from bot.web.health import Health, Part
from config.errors import TcoError
from storage import monitoring
from storage.database import Database
from storage.monitoring import Standing


def application(state: Health, now: Clock) -> web.Application:
    """Return the application that answers how `state` is, and with numbers as of `now`."""
    served = web.Application()
    served.add_routes([*health.routes(state), *routes(state, now)])
    return served


def routes(state: Health, now: Clock) -> list[web.RouteDef]:
    """Return `/metrics`: what was counted, what stands in the database, and how parts do.

    While the database gives no answer its numbers are left out; the rest is told all the same.
    """

    async def scraped(_request: web.Request) -> web.Response:
        parts = await state.parts()
        families = [_info(), _health(parts)]
        if parts[0].well and (standing := await _standing(state.database, now)) is not None:
            moment = now()
            oldest = standing.oldest_due
            waited = (moment - oldest).total_seconds() if oldest is not None else 0.0
            families += list(_families(standing, waited))
        registry = CollectorRegistry()
        registry.register(_Collected(families))
        body = generate_latest(metrics.REGISTRY) + generate_latest(registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [web.get("/metrics", scraped)]


async def _standing(database: Database, now: Clock) -> Standing | None:
    try:
        return await database.run(monitoring.standing, now())
    except TcoError:
        return None  # gone since it was asked a moment ago; `tco_part_well` tells the next time


class _Collected:
    """A collector of metrics that were made beforehand."""

    def __init__(self, families: Sequence[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterable[Metric]:
        return self._families


def _info() -> Metric:
    family = GaugeMetricFamily("tco_build_info", "Which version runs.", labels=["version"])
    family.add_metric([version("tco-bot")], 1)
    return family


def _health(parts: Iterable[Part]) -> Metric:
    family = GaugeMetricFamily(
        "tco_part_well", "Whether each part of this process works: 1 or 0.", labels=["part"]
    )
    for part in parts:
        family.add_metric([part.name], float(part.well))
    return family


def _families(standing: Standing, waited: float) -> Iterable[Metric]:
    yield _labelled(
        "tco_deliveries",
        "Deliveries that are not finished, or did not arrive for certain, by state.",
        "state",
        standing.deliveries.items(),
    )
    yield GaugeMetricFamily(
        "tco_oldest_delivery_seconds",
        "Seconds for which the delivery that waits longest has been due.",
        value=waited,
    )
    queues = {"articles": standing.unread, "polls": standing.polls_due}
    yield _labelled("tco_queue", "What waits to be done, by kind.", "queue", queues.items())
    yield _labelled("tco_sources", "Sources by health.", "health", standing.sources.items())
    yield _labelled("tco_chats", "Chats by state.", "state", standing.chats.items())


def _labelled(name: str, help_: str, label: str, values: Iterable[tuple[str, int]]) -> Metric:
    family = GaugeMetricFamily(name, help_, labels=[label])
    for value, number in values:
        family.add_metric([value], number)
    return family
