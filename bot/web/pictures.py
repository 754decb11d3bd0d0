"""Pictures of pages for links that are passed on, by the address of the page with another ending.

Nothing of an outlet is shown: a picture is drawn from what the page says.
"""

import asyncio
from collections.abc import Callable
from functools import partial

from aiohttp import web
from sqlmodel import Session

from bot.extraction.facts import Tense
from bot.language.local_time import local_day
from bot.language.organization_lookup import heads_by_sound
from bot.messages.link_picture import LinkPicture, drawn
from bot.messages.message import clean_line
from bot.messages.people import brief_names, language_of, office
from bot.messages.picture import unbroken
from bot.messages.place import place
from bot.messages.titles import event_title
from bot.messages.view import View
from bot.messages.week_picture import colour_of
from bot.web.entries import NAMED, kind_of
from bot.web.made_from import made_from
from bot.web.site import Site
from config.languages import INTERFACE_LANGUAGES
from storage import events, people
from storage.diary_query import Days, DiaryFilter
from storage.errors import NotStored
from storage.events import EventRecord

MEDIA_TYPE = "image/png"

_HOUR = "public, max-age=3600"

Look = Callable[[Session, View, str], LinkPicture]


class Pictures:
    """Draws pages for links."""

    def __init__(self, site: Site) -> None:
        """Prepare to draw the pages of `site`."""
        self._site = site
        self._drawing = asyncio.Lock()

    def serve(self, served: web.Application) -> None:
        """Add the addresses to the web application `served`."""
        for code in INTERFACE_LANGUAGES:
            for path, look in (
                ("event/{named:[0-9]{1,15}}", self._event),
                ("person/{named:[0-9]{1,15}}", self._person),
                ("organization/{named}", self._organization),
            ):
                served.router.add_get(f"/{code}/{path}.png", partial(self._answer, code, look))

    async def _answer(self, language: str, look: Look, request: web.Request) -> web.Response:
        view, named = self._site.view(language), request.match_info["named"]
        try:
            picture = await self._site.database.read(look, view, named)
        except NotStored:
            raise web.HTTPNotFound from None
        made_from(request).tell(picture)
        async with self._drawing:  # one at a time: a tenth of a second of the processor each
            body = await asyncio.to_thread(drawn, picture)
        return web.Response(body=body, content_type=MEDIA_TYPE, headers={"Cache-Control": _HOUR})

    def _event(self, session: Session, view: View, named: str) -> LinkPicture:
        record = events.record(session, int(named))
        event, _ = record.event, view.translator.gettext
        called_off = event.cancel_proof is not None
        title = event_title(view, record, placed=False)
        return LinkPicture(
            _("Called off") if called_off else kind_of(view, record),
            title.text,
            tuple(filter(None, (_when_and_where(view, record), _names(view, record)))),
            _bodies(view, record),
            _("The diary of the Turkic world"),
            original=title.original or "",
            struck=called_off,
        )

    def _person(self, session: Session, view: View, named: str) -> LinkPicture:
        one, _ = people.get(session, int(named)), view.translator.gettext
        if one is None:
            raise NotStored("person", int(named))
        name = heads_by_sound(view.catalogue.organizations).get(one.sound, one.name)
        until = Days(None, local_day(self._site.now(), view.zone))
        wanted = DiaryFilter(person=one.id)
        last = self._site.known.page(session, wanted, until, limit=1).records
        said = [line for record in last for line in _last_seen(view, record, one.id)]
        return LinkPicture(
            _("Person"),
            view.person(name),
            tuple(filter(None, said)),
            (),
            _("The diary of the Turkic world"),
        )

    def _organization(self, _session: Session, view: View, named: str) -> LinkPicture:
        known = {body.id: body for body in view.catalogue.organizations}
        ours, _ = known.get(named), view.translator.gettext
        if ours is None:
            raise NotStored("organization", clean_line(named, 60))
        language = view.translator.language
        heads = [head.name for head in ours.heads if head.until is None]
        head = view.person(heads[0], "en") if heads else ""
        return LinkPicture(
            _("Organisation"),
            ours.name(language),
            (head,) if head else (),
            ((ours.colour, ours.short_name(language)),),
            _("The diary of the Turkic world"),
        )


def _when_and_where(view: View, record: EventRecord) -> str:
    event = record.event
    when = view.translator.dates(event.starts_on, event.ends_on) if event.starts_on else ""
    return " · ".join(part for part in (when, place(view, event, venue=False)) if part)


def _names(view: View, record: EventRecord) -> str:
    """Return who was there, or who is expected and that they are."""
    names = unbroken(brief_names(view, record, NAMED))
    happened = record.event.tense == Tense.PAST and record.event.cancel_proof is None
    return names if happened or not names else f"{view.translator.gettext('Expected')}: {names}"


def _last_seen(view: View, record: EventRecord, person_id: int) -> tuple[str, ...]:
    """Return somebody's office as last stated, and where they were then."""
    mine = [guest for guest in record.participations if guest.person_id == person_id]
    has = [
        office(view, guest.role, guest.affiliation, language_of(record, guest)) for guest in mine
    ]
    when = _when_and_where(view, record)
    title = event_title(view, record, placed=False).text
    return (*has, f"{when}: {title}" if when else title)


def _bodies(view: View, record: EventRecord) -> tuple[tuple[str, str], ...]:
    return tuple((colour_of(view, body), view.organization(body)) for body in record.organizations)
