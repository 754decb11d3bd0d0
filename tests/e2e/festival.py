"""A festival that is announced, told of by a second outlet in another language, moved, and called
off; and two outlets that report it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime

from bot.demo.articles import DemoArticle
from bot.demo.server import serve
from bot.runtime.scheduler import Clock
from config.sources import SourceSpec


def at(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2024, month, day, hour, tzinfo=UTC)


BEGAN, ANNOUNCED, SECOND, MOVED, OFF = at(9, 18), at(9, 20), at(9, 21), at(9, 28), at(10, 5)
"""When the chat began to follow, and when each article came out."""

WIRE = (
    DemoArticle(
        "announced",
        ANNOUNCED,
        "Korkut Ata film festival to be held in Baku in October",
        (
            (
                "The Korkut Ata film festival will be held in Baku, Azerbaijan, on 8–11 "
                "October 2024, TURKSOY announced."
            ),
            (
                "Sultan Raev, Secretary General of TURKSOY, will open the festival. "
                "Films from nine countries will be shown."
            ),
        ),
        whole=True,
    ),
    DemoArticle(
        "moved",
        MOVED,
        "Korkut Ata film festival in Baku moved to 15–18 October",
        (
            (
                "The Korkut Ata film festival, due in Baku on 8–11 October 2024, will be "
                "held on 15–18 October 2024, TURKSOY said."
            ),
            "Sultan Raev, Secretary General of TURKSOY, will open the festival.",
        ),
        whole=True,
    ),
    DemoArticle(
        "off",
        OFF,
        "Korkut Ata film festival in Baku cancelled",
        (
            (
                "The Korkut Ata film festival, due in Baku on 15–18 October 2024, has "
                "been cancelled, TURKSOY said."
            ),
            "Sultan Raev, Secretary General of TURKSOY, said that tickets will be refunded.",
        ),
        whole=True,
    ),
)
HABER = (
    DemoArticle(
        "ikinci",
        SECOND,
        "Korkut Ata Film Festivali Ekim'de Bakü'de",
        (
            (
                "TÜRKSOY'un Korkut Ata Film Festivali 8-11 Ekim 2024 tarihlerinde "
                "Azerbaycan'ın başkenti Bakü'de düzenlenecek."
            ),
            (
                "Festivale TÜRKSOY Genel Sekreteri Sultan Raev ve Azerbaycan Kültür "
                "Bakanı Adil Kerimli katılacak."
            ),
        ),
        whole=True,
    ),
)


@asynccontextmanager
async def outlets(now: Clock) -> AsyncIterator[tuple[SourceSpec, ...]]:
    """Serve both outlets on loopback and give them as sources."""
    async with AsyncExitStack() as stack:
        wire = await stack.enter_async_context(serve(WIRE, now))
        haber = await stack.enter_async_context(serve(HABER, now))
        yield (
            SourceSpec(key="wire", name="The Wire", url=wire, language="en", certainty="A"),
            SourceSpec(key="haber", name="Haber", url=haber, language="tr", certainty="A"),
        )
