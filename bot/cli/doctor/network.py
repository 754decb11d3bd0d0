"""Can the bot reach what it needs of the world: some of its sources, and its platforms?"""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from bot.feeds.errors import FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchRequest
from bot.platforms import registry
from bot.runtime.findings import Finding, Mark, good, look, wrong
from config.settings import Settings
from config.sources import SourceSpec

TRIED = 3
"""Sources that are fetched once: as many as tell a bad network from a bad source."""


async def examine(
    settings: Settings, sources: Sequence[SourceSpec], now: datetime
) -> list[Finding]:
    """Return what is found of platforms and sources; one line where nothing at all is reached."""
    platforms, outlets = await asyncio.gather(
        _platforms(settings, now), _sources(settings, sources)
    )
    found = [*platforms, *outlets]
    asked = [finding for finding in found if finding.subject != "clock"]
    if len(asked) > 1 and all(finding.unreached for finding in asked):
        fix = "Check the network and DNS; tco-bot doctor --offline leaves out what needs them"
        return [wrong("network", "there is none: nobody that was asked can be reached", fix)]
    return found


async def _platforms(settings: Settings, now: datetime) -> list[Finding]:
    found: list[Finding] = []
    for platform in registry.registered():
        if platform.examine is not None:
            found += await platform.examine(settings, now)
    return found


async def _sources(settings: Settings, sources: Sequence[SourceSpec]) -> list[Finding]:
    tried = [source for source in sources if source.enabled][:TRIED]
    async with Fetcher.of(settings) as fetcher:
        outcomes = await asyncio.gather(*(_fetched(fetcher, source) for source in tried))
    failed = [outcome for outcome in outcomes if outcome is not None]
    if not failed:
        return [good("sources", f"{len(tried)} of them were fetched")] if tried else []
    if len(failed) == len(tried):
        fix = "Check the network, a proxy, and the guard's TCO_HTTP_ALLOW_PRIVATE"
        said = f"none of {len(tried)} can be fetched: {failed[0]}"
        return [Finding(Mark.WRONG, "sources", said, fix, unreached=True)]
    fix = "See tco-bot sources check"
    return [look("sources", failed_one, fix) for failed_one in failed]


async def _fetched(fetcher: Fetcher, source: SourceSpec) -> str | None:
    """Fetch a source once, and return what went wrong, or None."""
    try:
        await fetcher.fetch(
            FetchRequest(source.url, user_agent=source.user_agent, headers=source.headers)
        )
    except FeedError as error:
        return f"{source.key} {error.cause.value}: {error.detail}"
    return None
