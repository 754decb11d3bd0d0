"""Asks storage what a message is about and has it laid out.

The one object that commands and deliveries get their messages from.
"""

import asyncio
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from sqlmodel import Session

from bot.language.local_time import local_day, zone_of
from bot.language.organization_lookup import OrganizationNames, heads_by_sound
from bot.language.timezone_lookup import ZoneNames
from bot.language.translator import Translator
from bot.language.transliterate import Transliterator
from bot.messages import details, week_picture
from bot.messages.card import WHOLE, CardStyle, card
from bot.messages.change_notice import notice
from bot.messages.digest import digest
from bot.messages.digest_news import MOST
from bot.messages.digest_reading import DigestReader
from bot.messages.event_begin import beginning
from bot.messages.event_list import EventPage, EventQuery, listing
from bot.messages.event_lookup import changed_event, followed
from bot.messages.great_event import begun, course_of, eve, evening
from bot.messages.icalendar import calendar_of_chat
from bot.messages.merged_card import merged_card
from bot.messages.message import ChatControls, Document, Message
from bot.messages.met_picture import met_messages
from bot.messages.notes import catch_up, keeps_quiet, note
from bot.messages.nothing_to_tell import NoLongerAhead, NoLongerOn, QuietDay
from bot.messages.people import UNKNOWN, office
from bot.messages.proofs import ArticleFacts, told_of, with_proofs
from bot.messages.reminder import reminder
from bot.messages.review import review
from bot.messages.review_content import ReviewedPeriod, reviewed
from bot.messages.subject_names import person_names
from bot.messages.view import View
from bot.runtime.cache import LruCache
from config.catalogue import Catalogue
from storage import (
    events,
    meetings,
    notes,
    quiet_hours,
)
from storage.database import Database
from storage.enums import Lead, Period
from storage.event_rows import EventRow
from storage.events import EventFilter, EventRecord
from storage.meetings import MeetingQuery
from storage.models import Chat

MOST_MET = 500
"""Events looked at for a picture of who met whom."""

_PARTS = {
    "who": details.who,
    "sources": details.all_sources,
    "calendar": details.calendar,
    "share": details.share,
}


class Composer:
    """Makes messages of what is stored.

    Attributes:
        scripts: Writes names in the letters that a chat reads.
    """

    def __init__(
        self,
        database: Database,
        catalogue: Catalogue,
        controls: Mapping[str, ChatControls] = MappingProxyType({}),
        site: str | None = None,
    ) -> None:
        """Prepare to compose.

        Args:
            database: Knows the facts.
            catalogue: Knows the names.
            controls: By platform, how commands are given there.
            site: What addresses of the diary on the web begin with, where everybody can reach it.
        """
        self._database = database
        self._controls, self._site = controls, site
        self._catalogue = catalogue
        self._names = OrganizationNames(catalogue.organizations)
        self._heads = heads_by_sound(catalogue.organizations)
        self.scripts = Transliterator(catalogue.organizations)
        self._zones = ZoneNames(catalogue.places)
        self._messages = LruCache[Hashable, Message]()
        self._digests = DigestReader(self._heads)

    def forget(self) -> None:
        """Forget the messages that were composed last, and what was read for them."""
        self._messages.clear()
        self._digests.forget()

    async def card(
        self,
        chat: Chat,
        event_id: int,
        changed_at: datetime | None = None,
        style: CardStyle | None = None,
    ) -> Message:
        """Return the card of an event as `chat` sees it.

        It is the same for all chats of one platform, language, zone and style.

        Args:
            chat: Who gets it.
            event_id: The event.
            changed_at: When the event changed last; a card composed since then serves. None for a
                fresh one.
            style: How much it tells; as the chat wants its cards unless given.

        Raises:
            NotStored: There is no such event.
        """
        style = style or CardStyle.of(chat)
        likeness = (event_id, chat.platform, chat.language, chat.timezone, style)
        known = self._messages.get((changed_at, *likeness)) if changed_at else None
        if known is not None:
            return known
        record = await self._database.read(events.record, event_id)
        return self._messages.keep(
            (record.event.changed_at, *likeness), card(self._view(chat), record, style)
        )

    async def edited_card(
        self, chat: Chat, event_id: int, changed_at: datetime | None = None
    ) -> Message:
        """Return what a card that `chat` has is to read now.

        That of an event which went into another points at it. See `card`.
        """
        now_is = await self._database.read(events.going_on_as, event_id)
        if now_is == event_id:
            return await self.card(chat, event_id, changed_at)
        into = await self._database.read(events.record, now_is)
        return merged_card(self._view(chat), into)

    async def digest(self, chat: Chat, day: date, now: datetime) -> Message:
        """Return the digest of `chat` for its local `day`, as of `now`.

        For one that is owed, when it was owed.

        A digest takes up where the one before ended, whatever happened in between, so that no event
        falls through and none comes twice.

        Raises:
            QuietDay: There is nothing to tell, and the chat heard from the bot within a week.
        """
        view = self._view(chat)
        content, alike = await self._database.read(self._digests.content, view, chat, day, now)
        if content.may_rest and not chat.digest_if_quiet and content.is_quiet:
            raise QuietDay
        key = (alike, content.alerted, content.due, chat.language, chat.timezone)
        return self._messages.get(key) or self._messages.keep(key, digest(view, content))

    async def digest_today(self, chat: Chat, now: datetime) -> Message:
        """Return what the digest of `chat` would say if it were due at `now`."""
        view, day = self._view(chat), local_day(now, zone_of(chat.timezone))
        content, _ = await self._database.read(
            self._digests.content, view, chat, day, now, asked_for=True
        )
        return digest(view, content)

    async def review(
        self,
        chat: Chat,
        period: Period,
        first: date,
        now: datetime,
        about: tuple[EventFilter | None, str] | None = None,
    ) -> Message:
        """Return the review of the week or the month that begins on `first`, as of `now`.

        Of `about` and what that is called, or of what `chat` follows. In a thread, for a picture
        takes its time.
        """
        span = ReviewedPeriod(period, first, local_day(now, zone_of(chat.timezone)))
        view = self._view(chat)
        content, names = await self._database.read(
            reviewed, view, self._heads, chat.id, span, about, now
        )
        return await asyncio.to_thread(review, view, content, names)

    async def catch_up(self, chat: Chat, delivery_id: int, now: datetime) -> Message:
        """Return what a catch-up tells: the events whose alerts were held for a chat.

        Raises:
            NotStored: It tells of none.
        """
        ids = await self._database.read(quiet_hours.told_within, delivery_id)
        since = await self._database.read(quiet_hours.told_from, delivery_id)
        records = await self._database.read(events.records, ids=ids)
        was_quiet = since is not None and keeps_quiet(since, chat)
        today = local_day(now, zone_of(chat.timezone))
        return catch_up(self._view(chat), records, today, was_quiet=was_quiet)

    async def note(self, chat: Chat, note_id: int) -> Message:
        """Return a note to be sent to `chat`.

        Raises:
            NotStored: There is no such note.
        """
        return note(self._view(chat), await self._database.read(notes.get, note_id))

    async def change(self, chat: Chat, event_id: int, revision: int) -> Message:
        """Return the news of the change that led to a revision of an event.

        Raises:
            NotStored: There is no such event, or no such change.
        """
        record, change = await self._database.read(changed_event, event_id, revision)
        return notice(self._view(chat), record, change)

    async def reminder(self, chat: Chat, event_id: int, day: date, now: datetime) -> Message:
        """Return the reminder of an event that was to begin on `day`, as of `now`.

        Raises:
            NotStored: There is no such event.
            NoLongerAhead: It was moved or called off since the reminder was owed.
        """
        record = await self._database.read(events.record, event_id)
        if record.event.starts_on != day or record.event.cancel_proof is not None:
            raise NoLongerAhead(event_id)
        begins = beginning(record.event, self._zones, now).at()
        return reminder(self._view(chat), record, local_day(now, zone_of(chat.timezone)), begins)

    async def course(
        self, chat: Chat, event_id: int, lead: str, changed_at: datetime | None, now: datetime
    ) -> Message:
        """Return what is told in the course of a great event: eve, that it has begun, or evening.

        Args:
            chat: Who gets it.
            event_id: The event.
            lead: `Lead.EVE`, `Lead.START` or `Lead.EVENING`.
            changed_at: When the event changed last; see `card`.
            now: As of when.

        Raises:
            NotStored: There is no such event.
            NoLongerOn: It was called off meanwhile, what was to begin has begun or is put off, or
                what has begun is over by now.
        """
        likeness = (lead, event_id, chat.platform, chat.language, chat.timezone)
        known = self._messages.get((changed_at, *likeness)) if changed_at else None
        if known is not None:
            return known
        course = await self._database.read(course_of, event_id)
        record, today = course.record, local_day(now, zone_of(chat.timezone))
        if _is_over(record.event, lead, today) or record.event.cancel_proof is not None:
            raise NoLongerOn(event_id)
        layout = {Lead.EVE: eve, Lead.START: begun}.get(Lead(lead), evening)
        return self._messages.keep(
            (record.event.changed_at, *likeness), layout(self._view(chat), course)
        )

    async def calendar(self, chat: Chat, now: datetime) -> Document:
        """Return the calendar of what `chat` follows: what was lately, and all that is ahead."""
        records = await self._database.read(followed, chat.id, now)
        return calendar_of_chat(self._view(chat), records)

    async def met_pictures(self, chat: Chat, looked: MeetingQuery, title: str) -> list[Message]:
        """Return pictures of who met whom at the events that are looked for.

        Drawn in a thread, for it takes its time.
        """
        records = await self._database.read(meetings.records, looked, limit=MOST_MET)
        return await asyncio.to_thread(met_messages, self._view(chat), title, records)

    async def events(self, chat: Chat, asked: EventQuery, now: datetime) -> EventPage:
        """Return one page of the events that are asked for, and whether more follow it."""
        first, last = asked.days or (None, None)
        found = await self._database.read(
            events.records,
            about=asked.about,
            ids=asked.ids,
            starts_from=first if asked.beginning else None,
            starts_until=last if asked.beginning else None,
            on_from=None if asked.beginning else first,
            on_until=None if asked.beginning else last,
            limit=asked.count + 1,
            offset=0 if asked.ids is not None else asked.offset,
        )
        return listing(self._view(chat), found, asked, local_day(now, zone_of(chat.timezone)))

    async def event(self, chat: Chat, event_id: int, part: str) -> list[Message]:
        """Return an event's card, or a part of what is known of it.

        "who", "sources", "calendar", "share".

        Raises:
            NotStored: There is no such event.
        """
        if part not in _PARTS:
            return [await self.card(chat, event_id, style=WHOLE)]
        view = self._view(chat)
        if part == "sources":
            record, told = await self._database.read(told_of, event_id)
            return [with_proofs(view, record, told, details.all_sources(view, record))]
        return [_PARTS[part](view, await self._database.read(events.record, event_id))]

    def unfiled(
        self, chat: Chat, record: EventRecord, told: Sequence[ArticleFacts]
    ) -> list[Message]:
        """Return the card of an event that is not stored, and the proofs of all that it says.

        Without buttons that ask for more of it.
        """
        view = self._view(chat)
        view = replace(view, controls=replace(view.controls, has_buttons=True))
        shown = card(view, record).with_buttons(lambda button: button if button.url else None)
        return [shown, with_proofs(view, record, told, details.who(view, record))]

    async def cards(
        self,
        chat: Chat,
        *,
        about: EventFilter | None = None,
        ids: Sequence[int] | None = None,
        count: int,
    ) -> list[Message]:
        """Return the cards of events.

        Of those of `ids` that there are, or of those found last that concern `about`.
        """
        view = self._view(chat)
        return [
            card(view, record)
            for record in await self._database.read(
                events.records, about=about, ids=ids, limit=count
            )
        ]

    async def week_pictures(
        self, chat: Chat, about: EventFilter | None, monday: date, now: datetime
    ) -> list[Message]:
        """Return pictures of the week that begins on `monday`.

        Drawn in a thread, for it takes its time.
        """
        sunday = monday + timedelta(days=6)
        found: Sequence[EventRecord] = await self._database.read(
            events.records, about=about, on_from=monday, on_until=sunday, limit=MOST
        )
        today = local_day(now, zone_of(chat.timezone))
        return await asyncio.to_thread(
            week_picture.week_messages, self._view(chat), found, monday, today
        )

    def office(self, chat: Chat, role: str, body: str | None) -> str:
        """Return an office with its body as a card of `chat` would say it."""
        return office(self._view(chat), role, body, UNKNOWN)

    def _view(self, chat: Chat) -> View:
        return View(
            Translator(chat.language),
            self._catalogue,
            self._names,
            self.scripts,
            zone_of(chat.timezone),
            self._controls.get(chat.platform, ChatControls()),
            self._site,
        )

    def person_names(self, session: Session, person_ids: Sequence[int]) -> list[str]:
        """Return the names of people, the spellings of one as one name; unknown ids are left out.

        Somebody who heads or headed an organisation goes by the name in the catalogue.
        """
        return person_names(session, person_ids, self._heads)


def _is_over(event: EventRow, lead: str, today: date) -> bool:
    """Whether what is told at a moment of a great event is out of date on a chat's day."""
    if event.starts_on is None or event.ends_on is None:
        return True
    if lead == Lead.EVE:
        return event.starts_on != today + timedelta(days=1)
    return lead == Lead.START and event.ends_on < today
