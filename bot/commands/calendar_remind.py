"""/calendar, /remind, /met: what is ahead in one's calendar, reminders, who met whom."""

import secrets
from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from sqlmodel import Session

from bot.commands.arguments import either, follows_nothing, named, written_so
from bot.commands.context import Context
from bot.commands.follow import understand, unknown
from bot.commands.pagination import paged
from bot.commands.registry import Command
from bot.language.search_words import question_words
from bot.language.translator import N_, Translator
from bot.messages.button_rows import CHOSEN
from bot.messages.event_list import EventQuery
from bot.messages.message import (
    Button,
    Line,
    Message,
    Span,
    Style,
    clean_line,
    fill_spans,
    text_block,
    text_message,
)
from storage import chats, meetings
from storage.chats import ChatFields
from storage.enums import Lead, Topic
from storage.events import EventFilter
from storage.meetings import MeetingQuery
from storage.models import Chat

PAGE = 5
"""Events on a page of /met."""

MOST_PARTIES = 5

MET_USAGE = N_("NAME, NAME [YEAR] [picture]")

_READS = frozenset({""})


async def calendar(context: Context) -> list[Message]:
    """Give the calendar of what the chat follows, as a file and, where served, as an address."""
    _ = context.gettext
    asked = context.arguments.casefold()
    if asked not in {"", "new", "off"}:
        return [text_message(fill_spans(_("Use {calendar}, {new} or {off}"), **_ways(context)))]
    base = context.services.options.calendar_url
    if asked == "off":
        await context.change(
            lambda session: chats.update(session, context.chat.id, calendar_token=None)
        )
        return [text_message(_("The address of this chat's calendar no longer works."))]
    if not await context.subscriptions():
        return [text_message(follows_nothing(context))]
    document = await context.services.composer.calendar(context.chat, context.now)
    lines: list[Line] = [
        fill_spans(
            _(
                "What this chat follows, for your calendar. When an event"
                " changes, its entry is updated."
            )
        )
    ]
    if base is not None and context.request.may_change:
        token = await _token(context, anew=asked == "new")
        address = f"{base}/calendar/{token}.ics"
        lines.append(
            fill_spans(
                _(
                    "To subscribe, give your calendar this address; anyone who"
                    " has it can read your calendar: {address}"
                ),
                address=address,
            )
        )
        lines.append(
            fill_spans(_("{new} makes another one, {off} turns it off."), **_ways(context))
        )
    return [Message((text_block(*lines),), document=document)]


def _ways(context: Context) -> dict[str, Span]:
    return {name: context.command(command) for name, command in WAYS.items()}


WAYS = {"calendar": "calendar", "new": "calendar new", "off": "calendar off"}


async def _token(context: Context, *, anew: bool) -> str:
    if context.chat.calendar_token is not None and not anew:
        return context.chat.calendar_token
    token = secrets.token_urlsafe(24)
    await context.change(
        lambda session: chats.update(session, context.chat.id, calendar_token=token)
    )
    return token


async def remind(context: Context) -> list[Message]:
    """Say at which moments of an event the chat is reminded of it, or set them."""
    _ = context.gettext
    asked = context.arguments.casefold().replace(",", " ").split()
    if not asked:
        return [_offer(context, leads_of(context.chat))]
    wanted = [lead for lead in Lead if lead in asked]
    if len(wanted) != len(set(asked)) and asked != ["off"]:
        unknown = fill_spans(_("I can't read “{text}”."), text=clean_line(context.arguments, 40))
        return [
            text_message(
                unknown,
                fill_spans(_("For example: {day}, {both}, {great} or {off}"), **_reminds(context)),
            )
        ]
    await context.change(partial(chats.update, chat_id=context.chat.id, **remind_fields(wanted)))
    return [_offer(context, wanted)]


COURSE = frozenset({Lead.EVE, Lead.START, Lead.EVENING})
"""At which moments a chat is told of a great event in its course."""


def leads_of(chat: Chat) -> list[Lead]:
    """Return at which moments of an event a chat is reminded of it."""
    wanted = {
        Lead.DAY: chat.remind_day,
        Lead.HOUR: chat.remind_hour,
        Lead.EVE: chat.remind_eve,
        Lead.START: chat.remind_start,
        Lead.EVENING: chat.remind_evening,
    }
    return [lead for lead in Lead if wanted[lead]]


def remind_fields(leads: Collection[Lead]) -> ChatFields:
    """Return what of a chat is set so that it is reminded at these moments and no others."""
    return {
        "remind_day": Lead.DAY in leads,
        "remind_hour": Lead.HOUR in leads,
        "remind_eve": Lead.EVE in leads,
        "remind_start": Lead.START in leads,
        "remind_evening": Lead.EVENING in leads,
    }


def _reminds(context: Context) -> dict[str, Span]:
    return {
        "day": context.command("remind day"),
        "both": context.command("remind day hour"),
        "great": context.command("remind eve start evening"),
        "off": context.command("remind off"),
    }


def reminders_label(translator: Translator, leads: Sequence[Lead]) -> str:
    """Return at which moments of an event a chat is reminded of it, as people read it."""
    _ = translator.gettext
    names = {
        Lead.DAY: _("a day before"),
        Lead.HOUR: _("an hour before"),
        Lead.EVE: _("on the eve of a great event"),
        Lead.START: _("when a great event has begun"),
        Lead.EVENING: _("on a great event's last evening"),
    }
    return translator.list([names[lead] for lead in leads]) if leads else _("none")


def _offer(context: Context, leads: Sequence[Lead]) -> Message:
    _ = context.gettext
    label = Span(reminders_label(context.translator, leads), Style.BOLD)
    lines = [fill_spans(_("Reminders of what this chat follows: {reminders}."), reminders=label)]
    if {Lead.DAY, Lead.HOUR} & set(leads):
        lines.append(
            fill_spans(
                _("If no time is given, they come at digest time: the day before or on the day.")
            )
        )
    if COURSE.intersection(leads):
        lines.append(
            fill_spans(
                _(
                    "The eve, the beginning and an evening summary are told only of great events:"
                    " summits, and what lasts for days or is widely reported."
                )
            )
        )
    sentence = _("For example: {day}, {both}, {great} or {off}")
    lines.append(fill_spans(sentence, **_reminds(context)))
    return Message(
        (text_block(*lines),), (*_choices(context, leads), context.back()), replaces=True
    )


def _choices(context: Context, leads: Sequence[Lead]) -> tuple[tuple[Button, ...], ...]:
    """Return a button for each moment; it turns that one on or off."""
    _, held = context.gettext, set(leads)
    labels = {
        Lead.DAY: _("A day before"),
        Lead.HOUR: _("An hour before"),
        Lead.EVE: _("The eve"),
        Lead.START: _("It has begun"),
        Lead.EVENING: _("Evening summary"),
    }
    row = [
        Button(
            f"{CHOSEN}{label}" if lead in held else label,
            command=f"remind {' '.join(sorted(held ^ {lead})) or 'off'}",
        )
        for lead, label in labels.items()
    ]
    return tuple(row[:2]), tuple(row[2:4]), tuple(row[4:])


async def met(context: Context) -> list[Message]:
    """Show the events at which all of the named met, in the years named.

    Or draw who met whom there.
    """
    _ = context.gettext
    words = context.arguments.split()
    picture = bool(words) and words[-1].casefold() == "picture"
    words = words[: len(words) - picture]
    years = _years(words[-1]) if words else None
    text = " ".join(words[:-1] if years else words)
    parties, labels, unknown = await _parties(context, text)
    if unknown:
        return [unknown]
    if not parties and not (picture or years):
        example = fill_spans(
            _("Name somebody: {example}"),
            example=context.command(
                f"met {context.name_of('ots')}, {context.name_of('turksoy')} 2025"
            ),
        )
        return [
            text_message(
                example,
                fill_spans(
                    _("{picture} draws who met whom."),
                    picture=context.command(f"met {context.name_of('ots')} picture"),
                ),
            )
        ]
    looked = MeetingQuery(
        tuple(parties), *((date(years[0], 1, 1), date(years[1], 12, 31)) if years else ())
    )
    title = " × ".join(labels) or _("All events")
    if years:
        first, last = years
        title += f" · {first}" if first == last else f" · {first}–{last}"
    if picture:
        return await context.services.composer.met_pictures(context.chat, looked, title)
    return [await _meetings(context, looked, title, " ".join(words))]


async def _meetings(context: Context, looked: MeetingQuery, title: str, words: str) -> Message:
    _ = context.gettext
    count, ids = await context.services.database.read(_found, looked, context.offset)
    before = (
        [fill_spans(context.translator.ngettext("{number} event", "{number} events", count))]
        if count
        else []
    )
    asked = EventQuery(
        title,
        fill_spans(_("I know of no event with {parties}."), parties=title),
        ids=ids,
        count=PAGE,
        before=tuple(before),
    )
    listing = await context.services.composer.events(context.chat, asked, context.now)
    message = paged(context, listing, f"met {words}", PAGE)
    if not count:
        return message
    draw = Button(_("Picture"), command=f"met {words} picture")
    return Message(message.blocks, (*message.buttons, (draw,)), message.replaces, message.document)


def _found(session: Session, looked: MeetingQuery, offset: int) -> tuple[int, tuple[int, ...]]:
    return meetings.count(session, looked), tuple(
        meetings.matching(session, looked, limit=PAGE + 1, offset=offset)
    )


async def _parties(
    context: Context, text: str
) -> tuple[list[EventFilter], list[str], Message | None]:
    """Return each party that `text` names, and what it is called.

    Or, as the third, the answer to a name that is not known.
    """
    _ = context.gettext
    parties: list[EventFilter] = []
    labels: list[str] = []
    for name in [part.strip() for part in text.replace(";", ",").split(",") if part.strip()][
        :MOST_PARTIES
    ]:
        wanted = named(context, name)
        if wanted.known and not wanted.unknown:
            parties += [EventFilter(frozenset({organization})) for organization in wanted.known]
            labels += [context.name_of(organization) for organization in wanted.known]
            continue
        meant = await understand(context, name)
        if not meant:
            usage = written_so(context, "met", MET_USAGE)
            return [], [], text_message(await unknown(context, name), usage)
        if len(meant) > 1 or meant[0].subjects[0][0] not in {
            Topic.PERSON,
            Topic.COUNTRY,
            Topic.TOWN,
            Topic.KIND,
            Topic.WORD,
        }:
            sentence = _("“{name}” could be several: {people}.")
            return (
                [],
                [],
                text_message(
                    fill_spans(
                        sentence,
                        name=clean_line(name, 60),
                        people=either(context, [target.label for target in meant]),
                    )
                ),
            )
        parties.append(EventFilter.of(meant[0].subjects, question_words))
        labels.append(meant[0].label)
    return parties, labels, None


def _years(word: str) -> tuple[int, int] | None:
    """Return the first and the last year that a word names: "2025", "2023-2025".

    None for another word.
    """
    parts = word.replace("–", "-").split("-")
    if len(parts) > 2 or not all(
        len(part) == 4 and part.isascii() and part.isdigit() and part[0] in "12" for part in parts
    ):
        return None
    first, last = int(parts[0]), int(parts[-1])
    return (first, last) if first <= last else (last, first)


COMMANDS = (
    Command(
        "calendar",
        calendar,
        N_("what this chat follows, for a calendar"),
        N_("[new | off]"),
        N_("Sends a calendar file, and an address to subscribe to if this bot offers one."),
        changes=True,
        reads=_READS,
    ),
    Command(
        "remind",
        remind,
        N_("reminders before an event, and in the course of a great one"),
        N_("[day] [hour] [start] [evening] | off"),
        changes=True,
        reads=_READS,
    ),
    Command(
        "met",
        met,
        N_("who met whom, in which year; also as a picture"),
        MET_USAGE,
        N_(
            "Organisations, people, countries and kinds of event; I show"
            " events that have all of them."
        ),
    ),
)
