"""Who met whom as a table, for those who count: a row for each person at each gathering.

The columns are those of `tco-bot export`, each row with the sentence that says so.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from aiohttp import web

from bot.exports.writers import Format, written
from bot.web.page import NoPage
from bot.web.pages.met import gatherings
from bot.web.site import Site
from bot.web.structured import present
from config.languages import INTERFACE_LANGUAGES
from storage.events import EventRecord

MEDIA_TYPE = "text/csv"

_HOUR = "public, max-age=3600"


class MetTable:
    """Gives out who met whom, by the address of its page with another ending."""

    def __init__(self, site: Site) -> None:
        """Prepare to give out what `site` shows."""
        self._site = site

    def serve(self, served: web.Application) -> None:
        """Add the addresses to the web application `served`."""
        for code in INTERFACE_LANGUAGES:
            served.router.add_get(f"/{code}/met.csv", partial(self._answer, code))

    async def _answer(self, language: str, request: web.Request) -> web.Response:
        visit = self._site.visit(request, language)
        try:
            records = await gatherings(visit)
        except NoPage:
            raise web.HTTPNotFound from None
        parts = await asyncio.to_thread(list, written(_met(records), Format.CSV, visit.view))
        headers = {
            "Cache-Control": _HOUR,
            "Content-Disposition": 'attachment; filename="who-met-whom.csv"',
        }
        return web.Response(
            text="".join(parts), content_type=MEDIA_TYPE, charset="utf-8", headers=headers
        )


def _met(records: Iterable[EventRecord]) -> list[EventRecord]:
    """Return gatherings of two or more, with none but those who were there."""
    there = [replace(record, participations=tuple(present(record))) for record in records]
    return [record for record in there if len(record.participations) > 1]
