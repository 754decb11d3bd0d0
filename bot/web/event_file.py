"""One event as a file for a calendar, by the address of its page with another ending."""

from functools import partial

from aiohttp import web

from bot.messages.icalendar import calendar_file
from bot.messages.view import View
from config.languages import INTERFACE_LANGUAGES
from storage import events
from storage.database import Database
from storage.errors import NotStored

_HOUR = "public, max-age=3600"


class EventFiles:
    """Gives out single events for calendars."""

    def __init__(self, database: Database, views: dict[str, View]) -> None:
        """Prepare to give out.

        Args:
            database: Knows the events.
            views: How each language of the bot sees events.
        """
        self._database = database
        self._views = views

    def serve(self, served: web.Application) -> None:
        """Add the addresses to the web application `served`."""
        for code in INTERFACE_LANGUAGES:
            path = f"/{code}/event/{{number:[0-9]{{1,15}}}}.ics"
            served.router.add_get(path, partial(self._file, code))

    async def _file(self, language: str, request: web.Request) -> web.Response:
        try:
            number = int(request.match_info["number"])
            record = await self._database.read(events.record, number)
        except NotStored:
            raise web.HTTPNotFound from None
        if record.event.starts_on is None:
            raise web.HTTPNotFound
        document = calendar_file(self._views[language], record)
        headers = {
            "Cache-Control": _HOUR,
            "Content-Disposition": f'attachment; filename="event-{record.event.id}.ics"',
        }
        return web.Response(
            body=document.content,
            content_type=document.media_type,
            charset="utf-8",
            headers=headers,
        )
