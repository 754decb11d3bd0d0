"""The diary in Telegram: what a chat follows, opened from the bot's menu button, with switches.

Telegram's own script is not loaded: a page of the diary asks no other host for anything. What it
would do here are three things, and `mini-app.js` does them: it takes the signed words of who opened
the page from behind the address, where no server sees them, hands them over in a form, and tells
the client that the page is there. The page works by forms alone from then on.

The signed words are the only key: no cookie, and nothing is kept. A switch says a command in the
name of who pressed it, so that all that holds for commands holds here.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from aiohttp import web
from pydantic import SecretStr
from sqlmodel import Session

from bot.commands import Commands
from bot.extraction.facts import Kind
from bot.language.search_words import question_words
from bot.language.translator import spoken
from bot.messages.people import in_order, name_of
from bot.messages.subject_names import subject_name
from bot.messages.titles import event_title
from bot.messages.view import View
from bot.platforms.base import Address, UserRequest
from bot.platforms.telegram import NAME
from bot.platforms.telegram.init_data import LONGEST, InitDataRefused, MiniAppUser, verified
from bot.runtime.scheduler import Clock
from bot.web.headers import POLICY
from bot.web.page import path_of
from bot.web.site import Site
from config.text import APOSTROPHES
from storage import chats, events, following, people
from storage.database import Database
from storage.diary_cursor import Order
from storage.diary_near import near
from storage.diary_query import EVERYTHING, Days
from storage.enums import Topic
from storage.events import EventRecord
from storage.models import Chat, Subscription

PATH = "/app"

BEHIND, AHEAD = timedelta(days=14), timedelta(days=60)
"""From when on and until when events are shown."""

MOST = 60
"""Events shown."""

NAMES = 3
"""People named beside an event."""

CLIENTS = "https://web.telegram.org"
"""Where Telegram's client for browsers stands, which shows the page in a frame."""

_WORDS = re.compile(rf"[^\W_]+(?:[ {re.escape(APOSTROPHES)}][^\W_]+)*")
"""Words as they are followed: letters and digits, parted by single spaces."""

_HEADERS = {
    "Content-Security-Policy": POLICY.replace(
        "frame-ancestors 'none'", f"frame-ancestors {CLIENTS}"
    ),
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Switch:
    """Something that a chat follows or may follow.

    Attributes:
        label: What it is called.
        topic: What sort of thing; see `storage.enums.Topic`.
        subject: Which one.
        on: Whether the chat follows it.
    """

    label: str
    topic: str
    subject: str
    on: bool


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event in the list."""

    href: str
    title: str
    language: str
    days: str
    iso: str
    place: str
    people: str
    off: bool


@dataclass(frozen=True, slots=True)
class _Followed:
    """What is known of a chat."""

    chat: Chat
    held: Sequence[Subscription]
    names: dict[str, str]
    records: Sequence[EventRecord]


class MiniApp:
    """Shows a chat what it follows, and lets it follow other things."""

    def __init__(
        self,
        site: Site,
        commands: Commands,
        token: SecretStr,
        now: Clock,
        allowed: Collection[int] = (),
    ) -> None:
        """Prepare to serve.

        Args:
            site: Draws the pages, and knows events and names.
            commands: Carries out what a switch says.
            token: The bot's at Telegram.
            now: Tells the present.
            allowed: Whom the bot answers, by Telegram's user id; empty for everybody.
        """
        self._site = site
        self._database: Database = site.database
        self._commands = commands
        self._token = token
        self._now = now
        self._allowed = frozenset(map(str, allowed))

    def serve(self, served: web.Application) -> None:
        """Add the addresses to the web application `served`."""
        served.router.add_get(PATH, self._shell)
        served.router.add_post(PATH, self._open)
        served.router.add_post(f"{PATH}/follow", self._follow)

    async def _shell(self, _request: web.Request) -> web.Response:
        """Return the page that hands over who opened it."""
        view = self._site.view(self._site.options.language)
        return self._drawn(view, opening=True)

    async def _open(self, request: web.Request) -> web.Response:
        form = await self._form(request)
        try:
            user = self._believed(form)
        except InitDataRefused as error:
            return self._refused(error)
        return await self._page(user, form)

    async def _follow(self, request: web.Request) -> web.Response:
        form = await self._form(request)
        try:
            user = self._believed(form)
        except InitDataRefused as error:
            return self._refused(error)
        command = self._command(form)
        if command is None:
            raise web.HTTPBadRequest
        await self._commands.answer(_request(user, command))
        return await self._page(user, form)

    async def _form(self, request: web.Request) -> dict[str, str]:
        """Return the form that was sent, each name once."""
        if (request.content_length or 0) > 2 * LONGEST:
            raise web.HTTPRequestEntityTooLarge(2 * LONGEST, request.content_length or 0)
        sent = await request.post()
        return {name: value for name, value in sent.items() if isinstance(value, str)}

    def _believed(self, form: dict[str, str]) -> MiniAppUser:
        user = verified(form.get("init_data", ""), self._token, self._now())
        if self._allowed and user.id not in self._allowed:
            raise InitDataRefused("this person is not let in")
        return user

    def _command(self, form: dict[str, str]) -> str | None:
        """Return what a switch says as the command that it stands for; None for no switch."""
        topic, subject, on = form.get("topic"), form.get("subject", ""), form.get("on") == "1"
        catalogue = self._site.catalogue
        organizations = [organization.id for organization in catalogue.organizations]
        if topic == Topic.ORGANIZATION and subject in organizations:
            return f"{'subscribe' if on else 'unsubscribe'} {subject}"
        verb = "follow" if on else "unfollow"
        if topic == Topic.PERSON and subject.isascii() and subject.isdigit() and len(subject) < 16:
            return f"{verb} person {subject}"
        if topic == Topic.KIND and subject in set(Kind):
            return f"{verb} {subject}"
        if topic == Topic.COUNTRY and subject in catalogue.places.countries:
            return f"{verb} {catalogue.places.countries[subject].name('en')}"
        if topic == Topic.TOWN and subject in catalogue.places.cities:
            return f"{verb} {catalogue.places.cities[subject].name('en')}"
        if topic == Topic.WORD and _WORDS.fullmatch(subject):
            return f'{verb} "{subject}"'
        return None

    async def _page(self, user: MiniAppUser, form: dict[str, str]) -> web.Response:
        """Return the page of a chat that the bot has met and lets in."""
        theme = form.get("theme", "") if form.get("theme") in {"light", "dark"} else ""
        view = self._site.view(spoken(user.language or self._site.options.language))
        if not await self._commands.lets_in(_request(user, "")):
            return self._drawn(view, theme=theme, refusal="private")
        now = self._now()
        followed = await self._database.run(self._look, user.id, now)
        if followed is None:
            return self._drawn(view, theme=theme, refusal="unknown")
        view = self._site.view(spoken(followed.chat.language))
        shown = [_shown(view, record, now.date()) for record in followed.records]
        today = now.date().isoformat()
        ahead = [event for event in shown if not event.iso or event.iso >= today]
        lately = [event for event in reversed(shown) if event not in ahead]
        return self._drawn(
            view,
            theme=theme,
            init_data=form["init_data"],
            switches=self._switches(view, followed),
            ahead=ahead,
            lately=lately,
        )

    def _look(self, session: Session, user_id: str, now: datetime) -> _Followed | None:
        chat = chats.find(session, NAME, user_id)
        if chat is None:
            return None
        held = chats.subscriptions(session, chat.id)
        about = following.wanted(session, chat.id, question_words)
        named = people.by_ids(session, sorted(about.people))
        names = {str(person.id): person.name for person in named}
        days = Days((now - BEHIND).date(), (now + AHEAD).date())
        there = near(session, EVERYTHING, days) if about else []
        if there is None:
            there = near(session, EVERYTHING, Days(now.date(), now.date())) or []
        places = sorted(
            (event.place for event in there), key=lambda place: place.key(Order.SOONEST)
        )
        ids = [place.id for place in places]
        found = events.records(session, about=about, ids=ids, limit=MOST) if ids else []
        return _Followed(chat, held, names, found)

    def _switches(self, view: View, followed: _Followed) -> list[Switch]:
        """Return a switch for each organisation, and for whatever else the chat follows."""
        held = {(known.topic, known.subject) for known in followed.held}
        switches = [
            Switch(
                view.organization(organization.id),
                Topic.ORGANIZATION,
                organization.id,
                (Topic.ORGANIZATION, organization.id) in held,
            )
            for organization in view.catalogue.organizations
        ]
        for known in followed.held:
            if known.topic != Topic.ORGANIZATION:
                label = _label(view, known, followed.names)
                switches.append(Switch(label, known.topic, known.subject, on=True))
        return switches

    def _refused(self, error: InitDataRefused) -> web.Response:
        view = self._site.view(self._site.options.language)
        return self._drawn(view, status=403, refusal="stale" if error.stale else "forged")

    def _drawn(self, view: View, *, status: int = 200, **values: object) -> web.Response:
        given = {"opening": False, "refusal": "", "theme": ""} | values
        text = self._site.drawn("mini_app.html", view, path=PATH, **given)
        return web.Response(text=text, status=status, content_type="text/html", headers=_HEADERS)


def _request(user: MiniAppUser, text: str) -> UserRequest:
    """Return a command as if its person had typed it in the private chat with the bot."""
    return UserRequest(
        Address(NAME, user.id),
        user.id,
        text,
        language=user.language,
        may_change=True,
        private=True,
    )


def _label(view: View, one: Subscription, names: dict[str, str]) -> str:
    if one.topic == Topic.PERSON:
        return view.person(names.get(one.subject, one.subject))
    known = subject_name(one.topic, one.subject, view.catalogue.places, view.translator)
    return known or one.subject


def _shown(view: View, record: EventRecord, today: date) -> ShownEvent:
    event, title = record.event, event_title(view, record)
    there = in_order(record.participations)[:NAMES]
    names = [name_of(view, record, person) for person in there]
    first = event.starts_on
    last = max(first, event.ends_on or first) if first else None
    return ShownEvent(
        path_of(view.translator.language, "event", event.id),
        title.text,
        title.language,
        view.short_days(first, event.ends_on, today) if first else "",
        last.isoformat() if last else "",
        view.city(event) or view.country(event),
        ", ".join(names),
        event.cancel_proof is not None,
    )
