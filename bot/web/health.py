"""Whether this process lives and does its work: the database, who listens, the last poll and send.

A part that another process does is not asked here: each process answers for its own roles.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aiohttp import web

from bot.delivery.listening import Listener
from bot.runtime.pulse import Pulse
from config.errors import TcoError
from storage.database import Database


@dataclass(frozen=True, slots=True)
class HealthLimits:
    """From when on what does not move is taken to be ill; seconds.

    Attributes:
        database: For the database to answer. A commit on a busy disk takes a second or two.
        listener: Since the platform last answered the one who listens. A poll is held open for 30
            seconds, and an outage is tried again after 75 at the latest.
        stage: Since a stage last brought something to its end. The slowest single thing, a poll of
            a site that drips, ends after a minute.
    """

    database: float = 5.0
    listener: float = 180.0
    stage: float = 600.0


@dataclass(frozen=True, slots=True)
class Part:
    """How one part does.

    Attributes:
        name: "database", a stage's name, or "listen" and the platform's.
        well: Whether it works.
        detail: What is to be said of it, in a few words.
    """

    name: str
    well: bool
    detail: str


@dataclass
class Health:
    """Answers how the parts of this process do.

    Attributes:
        database: Asked each time.
        stages: The pulses of the stages that this process runs, by name.
        listeners: Who listens in this process; filled when they begin.
        limits: From when on a part is ill.
    """

    database: Database
    stages: Mapping[str, Pulse] = field(default_factory=dict)
    listeners: Sequence[Listener] = ()
    limits: HealthLimits = field(default_factory=HealthLimits)
    _asked: asyncio.Future[None] | None = None

    async def parts(self) -> list[Part]:
        """Return how each part does, the database first."""
        stages = [self._stage(name, pulse) for name, pulse in self.stages.items()]
        listeners = [self._listener(listener) for listener in self.listeners]
        return [await self._database(), *stages, *listeners]

    async def _database(self) -> Part:
        # One question at a time: a database that hangs is not asked by ever more threads.
        asked = self._asked or asyncio.ensure_future(self.database.probe())
        done, _ = await asyncio.wait({asked}, timeout=self.limits.database)
        self._asked = None if done else asked
        if not done:
            return Part("database", well=False, detail="gives no answer")
        error = asked.exception()
        if error is None:
            return Part("database", well=True, detail="answers")
        detail = str(error) if isinstance(error, TcoError) else type(error).__name__
        return Part("database", well=False, detail=detail)

    def _stage(self, name: str, pulse: Pulse) -> Part:
        age = pulse.age
        return Part(name, well=age < self.limits.stage, detail=f"worked {age:.0f} s ago")

    def _listener(self, listener: Listener) -> Part:
        name = f"listen {listener.platform}"
        if listener.stands_by:
            return Part(name, well=True, detail="stands by for the process that listens")
        if listener.trouble:
            return Part(name, well=False, detail=listener.trouble)
        if listener.pulse is None:
            return Part(name, well=True, detail="listens")
        age = listener.pulse.age
        return Part(name, well=age < self.limits.listener, detail=f"answered {age:.0f} s ago")


def routes(health: Health) -> list[web.RouteDef]:
    """Return `/healthz`, which is 503 while a part is ill, and `/healthz/live`, which is not."""

    async def ready(_request: web.Request) -> web.Response:
        parts = await health.parts()
        well = all(part.well for part in parts)
        answer = {
            "ready": well,
            "parts": {part.name: {"well": part.well, "detail": part.detail} for part in parts},
        }
        return web.json_response(answer, status=200 if well else 503)

    async def live(_request: web.Request) -> web.Response:
        return web.json_response({"live": True})

    return [web.get("/healthz", ready), web.get("/healthz/live", live)]
