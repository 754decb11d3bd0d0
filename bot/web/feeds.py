"""The diary for programs: feeds, public calendars, the programming interface, the list of pages.

Every form takes the same questions (`bot.web.asked`): of everything, of an organisation, a person,
a country, a town, a kind, a word, and of any of these together.
"""

import asyncio
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from aiohttp import web
from sqlmodel import Session

from bot.messages import icalendar
from bot.messages.view import View
from bot.web import concerns, events_api, feed_formats, sitemap
from bot.web.addresses import Addresses
from bot.web.asked import BadQuestion, DiaryQuestion, asked
from bot.web.made_from import made_from
from bot.web.site import Site
from config.languages import INTERFACE_LANGUAGES
from storage import diary, people
from storage.diary_cursor import Order
from storage.diary_query import Days
from storage.errors import BadCursor, NotStored
from storage.events import EventRecord

FOUND, CHANGED = 50, 20
"""Entries of a feed: events found last, and besides them those moved or called off lately."""

LATELY = timedelta(days=30)
"""How long ago an event was moved or called off to be brought up again."""

BEHIND, MOST_IN_CALENDAR = timedelta(days=31), 300
"""How far back a public calendar goes, and how many events it holds, the soonest first."""

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_OPEN = {"Access-Control-Allow-Origin": "*"}
"""What is public may be read by the pages of others too."""

_WriteOne = Callable[[View, EventRecord, Addresses], str]
_FORMATS = {
    feed_formats.ATOM: (feed_formats.atom, feed_formats.atom_entry),
    feed_formats.JSON: (feed_formats.json_feed, feed_formats.json_item),
}
"""How a feed is written, and how an entry of it."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a feed is made of."""

    question: DiaryQuestion
    names: list[str]
    records: Sequence[EventRecord]


class Feeds:
    """Answers programs."""

    def __init__(self, site: Site) -> None:
        """Prepare to answer with what the pages of `site` show."""
        self._site = site
        self._database = site.database
        self._catalogue = site.catalogue
        self._now = site.now
        self._view_of = site.view
        self._base = site.options.address
        self._language = site.options.language

    def serve(self, served: web.Application) -> None:
        """Add all addresses to the web application `served`."""
        get = served.router.add_get
        for code in INTERFACE_LANGUAGES:
            get(f"/{code}/feed.atom", partial(self._feed, code, feed_formats.ATOM))
            get(f"/{code}/feed.json", partial(self._feed, code, feed_formats.JSON))
            get(f"/{code}/calendar.ics", partial(self._calendar, code))
        get(events_api.PATH, self._events)
        get("/sitemap.xml", self._sitemap_index)
        get("/sitemap-pages.xml", self._sitemap_pages)
        get("/sitemap-{number:[0-9]{1,6}}.xml", self._sitemap_events)
        get("/robots.txt", self._robots)

    async def _feed(self, language: str, media_type: str, request: web.Request) -> web.Response:
        view, addresses = self._view_of(language), Addresses(self._base, language)
        found = await self._found(request, view, self._news)
        given = dict(found.question.given)
        name = "feed.atom" if media_type == feed_formats.ATOM else "feed.json"
        head = feed_formats.FeedHead(
            self._title(view, found),
            addresses.page("search", **given) if given else addresses.page(),
            addresses.page(name, **given),
            _BEGINNING,
        )
        make, one = _FORMATS[media_type]
        write = partial(self._entry, one, view, addresses)
        written = partial(make, view, found.records, head, write)
        return _answer(await self._made(found, (name, language, head), written), media_type, 300)

    async def _made(self, found: _Found, key: Hashable, written: Callable[[], bytes]) -> bytes:
        """Return what is written of some events, written once as long as they are the same."""
        return await asyncio.to_thread(self._site.known.made_of, found.records, key, written)

    def _entry(self, one: _WriteOne, view: View, addresses: Addresses, record: EventRecord) -> str:
        """Return an event as an entry of feeds, written once as long as it is the same."""
        key = one, view.translator.language
        return self._site.known.made(record, key, partial(one, view, record, addresses))

    def _in_calendar(self, view: View, record: EventRecord) -> bytes:
        """Return an event as an entry of calendars, as `_entry` does."""
        key = ("calendar", view.translator.language)
        return self._site.known.made(record, key, lambda: icalendar.entry(view, record))

    async def _calendar(self, language: str, request: web.Request) -> web.Response:
        view = self._view_of(language)
        found = await self._found(request, view, self._dated)
        title = self._title(view, found)
        written = partial(icalendar.calendar, view, found.records, title, self._in_calendar)
        key = "calendar", language, title, found.question.given
        body = await self._made(found, key, written)
        answer = _answer(body, icalendar.MEDIA_TYPE, 900)
        answer.headers["Content-Disposition"] = 'inline; filename="calendar.ics"'
        return answer

    async def _found(
        self,
        request: web.Request,
        view: View,
        look: Callable[[Session, DiaryQuestion], Sequence[EventRecord]],
    ) -> _Found:
        """Return what an address asks for.

        Raises:
            HTTPNotFound: There is no such thing to ask for.
        """

        def work(session: Session) -> _Found:
            number = question.wanted.person or 0
            person = self._site.known.look_about(
                session, concerns.people({number}), people.get, number
            )
            if question.wanted.person is not None and person is None:
                raise NotStored("person", question.wanted.person)
            names = question.names(view, person.name if person else None)
            return _Found(question, names, look(session, question))

        try:
            question = asked(_query(request), self._catalogue)
            found = await self._database.read(work)
        except (BadQuestion, NotStored):
            raise web.HTTPNotFound from None
        made_from(request).tell(found.names, found.records)
        return found

    def _news(self, session: Session, question: DiaryQuestion) -> list[EventRecord]:
        """Return what was found last, and what was moved or called off lately."""
        wanted, known, since = question.wanted, self._site.known, self._now() - LATELY
        found = known.ids(session, wanted, question.days, order=Order.FOUND, limit=FOUND)
        changed = known.ids_lately_changed(session, wanted, since, limit=CHANGED)
        return known.records(session, tuple(dict.fromkeys((*found, *changed))))

    def _dated(self, session: Session, question: DiaryQuestion) -> Sequence[EventRecord]:
        """Return what was lately and what is ahead, unless other days are asked for."""
        days = question.days
        if days.first is None:
            days = Days((self._now() - BEHIND).date(), days.last)
        page = self._site.known.page(
            session, question.wanted, days, order=Order.SOONEST, limit=MOST_IN_CALENDAR
        )
        return page.records

    def _title(self, view: View, found: _Found) -> str:
        name = view.translator.gettext("The diary of the Turkic world")
        return ": ".join((name, ", ".join(found.names))) if found.names else name

    async def _events(self, request: web.Request) -> web.Response:
        try:
            wanted = events_api.read(_query(request), self._catalogue)
            page = await self._database.read(
                self._site.known.page,
                wanted.question.wanted,
                wanted.question.days,
                order=wanted.order,
                after=wanted.cursor,
                limit=wanted.limit,
            )
        except (BadQuestion, BadCursor) as error:
            body = events_api.refused(str(error))
            return web.Response(
                body=body, status=400, content_type="application/json", headers=_OPEN
            )
        made_from(request).tell(page)
        addresses = Addresses(self._base, self._language)
        body = await asyncio.to_thread(
            events_api.written, page, wanted, addresses, partial(self._for_programs, addresses)
        )
        return _answer(body, "application/json", 60)

    def _for_programs(self, addresses: Addresses, record: EventRecord) -> str:
        """Return an event as programs are told it, as `_entry` does."""
        write = partial(events_api.event, record, addresses)
        return self._site.known.made(record, "for programs", write)

    async def _sitemap_index(self, _request: web.Request) -> web.Response:
        last = await self._database.read(diary.last_id)
        return _answer(sitemap.index(self._base, last), sitemap.MEDIA_TYPE, 3600)

    async def _sitemap_pages(self, _request: web.Request) -> web.Response:
        ids = [organization.id for organization in self._catalogue.organizations]
        addresses = Addresses(self._base, self._language)
        return _answer(sitemap.pages(addresses, ids), sitemap.MEDIA_TYPE, 3600)

    async def _sitemap_events(self, request: web.Request) -> web.Response:
        first, last = sitemap.stretch(int(request.match_info["number"]))
        stamps = await self._database.read(diary.stamps, first, last)
        if not stamps:
            raise web.HTTPNotFound
        made_from(request).tell(hash(tuple(stamps)))  # in a tenth of the time of each by itself
        addresses = Addresses(self._base, self._language)
        body = await asyncio.to_thread(sitemap.events, addresses, stamps)
        return _answer(body, sitemap.MEDIA_TYPE, 3600)

    async def _robots(self, _request: web.Request) -> web.Response:
        return _answer(sitemap.robots(self._base).encode(), "text/plain", 3600)


def _query(request: web.Request) -> dict[str, str]:
    return {name: request.query.getone(name) for name in request.query}


def _answer(body: bytes, media_type: str, seconds: int) -> web.Response:
    headers = {"Cache-Control": f"public, max-age={seconds}", "X-Robots-Tag": "noindex", **_OPEN}
    return web.Response(body=body, content_type=media_type, charset="utf-8", headers=headers)
