"""/latest, /today, /week, /upcoming, /search, /who, /event.

What happened, what will, and who was where.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.commands.arguments import named, written_so
from bot.commands.context import Context
from bot.commands.follow import several, understand, unknown
from bot.commands.pagination import paged
from bot.commands.registry import Command
from bot.commands.who import who
from bot.language.search_words import question_words
from bot.language.translator import N_
from bot.messages.event_list import EventQuery
from bot.messages.message import (
    BlockKind,
    Button,
    Line,
    Message,
    fill_spans,
    text_block,
    text_message,
)
from storage import chats, events, following
from storage.errors import NotStored
from storage.events import EventFilter

HEADED = 3
"""Names in a heading; the rest is counted."""

USUAL, MOST, IN_WEEK = 5, 20, 10
"""Events on a page when no number is given, at most, and of a week."""


AHEAD = timedelta(days=365)
"""How far ahead /upcoming looks."""

_PARTS = frozenset({"", "who", "sources", "calendar", "share"})


async def latest(context: Context) -> list[Message]:
    """Show the events found last: of what was named, or of what the chat follows, or of all."""
    what, count = _parse(context.arguments)
    if count < 1:
        return [text_message(*_of_how_many(context))]
    if count == 1 and not context.offset:
        about, _label, unknown = await about_what(context, what, _written(context, "latest"))
        if cards := unknown or await context.services.composer.cards(
            context.chat, about=about, count=1
        ):
            return cards
    heading = context.gettext("Latest")
    shown = await _list(context, "latest", what, heading, count=min(count, MOST))
    if count > MOST:  # what is given is less than what was asked for, and says so
        blocks = (*shown[-1].blocks, text_block(_how_many(context)))
        shown[-1] = replace(shown[-1], blocks=blocks)
    return shown


def _of_how_many(context: Context) -> list[Line]:
    return [_how_many(context), _written(context, "latest")]


def _how_many(context: Context) -> Line:
    sentence = context.gettext("The number of events is from 1 to {most}.")
    return fill_spans(sentence, most=MOST)


async def today(context: Context) -> list[Message]:
    """Show what goes on today."""
    day = _local_day(context)
    heading = context.translator.gettext(
        "Today, {day}", day=context.translator.date(day, "weekday")
    )
    return await _list(context, "today", context.arguments, heading, days=(day, day))


async def week(context: Context) -> list[Message]:
    """Show what goes on in a week, Monday to Sunday: this one, the last or the next; or draw it."""
    words = context.arguments.split()
    shift = next((step for word, step in (("last", -1), ("next", 1)) if word in words), 0)
    what = " ".join(word for word in words if word not in {"last", "next", "this", "picture"})
    day = _local_day(context) + timedelta(weeks=shift)
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    about, label, unknown = await about_what(context, what, _written(context, "week"))
    if unknown:
        return unknown
    if "picture" in words:
        composer = context.services.composer
        return await composer.week_pictures(context.chat, about, first, context.now)
    command = " ".join(["week", *(word for word in words if word in {"last", "next"})])
    heading = context.translator.gettext(
        "Week of {days}", days=context.translator.dates(first, last)
    )
    asked = EventQuery(
        f"{heading} · {label}", _no_event(context), about, days=(first, last), count=IN_WEEK
    )
    message = await _page(context, asked, f"{command} {what}".strip())
    turns = [(LAST, "week last"), (NEXT, "week next"), (PICTURE, f"{command} picture")]
    row = tuple(
        Button(context.gettext(label), command=turn) for label, turn in turns if turn != command
    )
    return [replace(message, buttons=(*message.buttons, row), replaces=True)]


LAST, NEXT, PICTURE = N_("Last week"), N_("Next week"), N_("Picture")


async def upcoming(context: Context) -> list[Message]:
    """Show what is announced."""
    tomorrow = _local_day(context) + timedelta(days=1)
    days = (tomorrow, tomorrow + AHEAD)
    return await _list(
        context, "upcoming", context.arguments, context.gettext("Coming up"), days=days
    )


async def event(context: Context) -> list[Message]:
    """Show one event: its card, everybody with the proof, its sources, or a calendar file."""
    _ = context.gettext
    number, _space, part = context.arguments.partition(" ")
    if not _is_number(number):
        return [text_message(_which(context, "event"))]
    if part.casefold() not in _PARTS:
        return [text_message(_written(context, "event"))]
    try:
        shown = await context.services.composer.event(context.chat, int(number), part.casefold())
    except NotStored:
        return [text_message(fill_spans(_("There is no event {number}."), number=number))]
    muted = await context.services.database.read(chats.muted, context.chat.id)
    if int(number) in muted:
        shown = [_muted(context, shown[0], number), *shown[1:]]
    return shown


def _muted(context: Context, shown: Message, number: str) -> Message:
    """Return what is shown of a muted event, with a line that says so and the way back."""
    said = text_block(*_is_muted(context, number), kind=BlockKind.FOOTER)
    shown = replace(shown, blocks=(*shown.blocks, said))
    if not context.capabilities.has_buttons:
        return shown  # what its signs stand for is told in the card, and taking one away undoes it
    label = context.gettext("Unmute")

    def unmuting(button: Button) -> Button:
        is_mute = button.command == f"mute {number}"
        return Button(label, command=f"mute {number} off") if is_mute else button

    return shown.with_buttons(unmuting)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 16


def _which(context: Context, command: str) -> Line:
    sentence = context.gettext("Give the event's number: {example}")
    return fill_spans(sentence, example=context.command(f"{command} 12"))


def _is_muted(context: Context, number: str) -> tuple[Line, ...]:
    sentence = context.gettext("Event {number} is muted in this chat. {undo} undoes this.")
    undo = context.command(f"mute {number} off")
    return (fill_spans(sentence, number=number, undo=undo),)


async def mute(context: Context) -> list[Message]:
    """Hear nothing more of an event, or hear of it again."""
    _ = context.gettext
    number, _space, again = context.arguments.partition(" ")
    if not _is_number(number):
        return [text_message(_which(context, "mute"))]
    try:
        await context.services.database.run(
            _mute, context.chat.id, int(number), off=again.casefold() == "off"
        )
    except NotStored:
        return [text_message(fill_spans(_("There is no event {number}."), number=number))]
    if again.casefold() == "off":
        return [text_message(fill_spans(_("Event {number} is no longer muted."), number=number))]
    return [text_message(*_is_muted(context, number))]


def _mute(session: Session, chat_id: int, event_id: int, *, off: bool) -> None:
    events.record(session, event_id)
    if off:
        chats.unmute(session, chat_id, event_id)
    else:
        chats.mute(session, chat_id, event_id)


async def about(context: Context, organization: str) -> list[Message]:
    """Answer a bare name: the latest events, and a button to follow who is not followed yet."""
    [message] = await _list(context, "latest", organization, context.gettext("Latest"))
    if organization not in await context.follows():
        label = context.translator.gettext(
            "Follow {organization}", organization=context.name_of(organization)
        )
        message = replace(
            message,
            buttons=(*message.buttons, (Button(label, command=f"subscribe {organization}"),)),
        )
    return [message]


async def _list(
    context: Context,
    command: str,
    what: str,
    heading: str,
    *,
    days: tuple[date, date] | None = None,
    count: int = USUAL,
) -> list[Message]:
    """Show a page of events about `what`, or about what the chat follows, or about all."""
    usage = _written(context, command.partition(" ")[0])
    wanted, label, unknown = await about_what(context, what, usage)
    if unknown:
        return unknown
    yet = context.gettext("Nothing yet about {organizations}.")
    asked = EventQuery(
        f"{heading} · {label}",
        _no_event(context) if days else fill_spans(yet, organizations=label),
        wanted,
        days=days,
        beginning=command == "upcoming",
        count=count,
        by_day=days is None,
    )
    number = [str(count)] if command == "latest" and count != USUAL else []
    return [await _page(context, asked, " ".join([command, *([what] if what else []), *number]))]


async def _page(context: Context, asked: EventQuery, command: str) -> Message:
    """Return the page of a list at which the chat is."""
    asked = replace(asked, offset=context.offset)
    listing = await context.services.composer.events(context.chat, asked, context.now)
    return paged(context, listing, command, asked.count)


def _written(context: Context, command: str) -> Line:
    return written_so(context, command, USAGES[command])


def _no_event(context: Context) -> Line:
    return fill_spans(context.gettext("I know of no event on these days."))


async def about_what(
    context: Context, what: str, usage: Line
) -> tuple[EventFilter | None, str, list[Message]]:
    """Return what `what` concerns and what that is called.

    Or, as the third, the answer to a name that is not known, which ends with `usage`.
    """
    everything = context.gettext("all organisations")
    if not what:
        held = await context.services.database.read(
            following.wanted, context.chat.id, question_words
        )
        return (
            (held, _briefly(await context.followed_names()), []) if held else (None, everything, [])
        )
    if what == "all":
        return None, everything, []
    wanted = named(context, what)
    if wanted.known and not wanted.unknown:
        return EventFilter(frozenset(wanted.known)), context.names_of(wanted.known), []
    meant = await understand(context, what)
    if len(meant) == 1:
        return EventFilter.of(meant[0].subjects, question_words), meant[0].label, []
    if meant:
        return None, "", [text_message(several(context, what, meant))]
    return None, "", [text_message(await unknown(context, what), usage)]


def _briefly(names: Sequence[str]) -> str:
    """Return names for a heading: the first ones, and how many there are besides."""
    shown = list(names if len(names) <= HEADED + 1 else names[:HEADED])
    more = f" + {len(names) - len(shown)}" if len(names) > len(shown) else ""
    return ", ".join(shown) + more


def _local_day(context: Context) -> date:
    return context.now.astimezone(ZoneInfo(context.chat.timezone)).date()


def _parse(arguments: str) -> tuple[str, int]:
    """Return what is asked about, and how many events: a number at either end of `arguments`.

    One below 1 is a slip.
    """
    words = arguments.split()
    for at in (-1, 0):
        if words and words[at].isascii() and words[at].removeprefix("-").isdigit():
            count = int(words.pop(at)[:4])
            return " ".join(words), count
    return " ".join(words), USUAL


USAGES = {
    "latest": N_("[NAME] [NUMBER]"),
    "today": N_("[NAME]"),
    "week": N_("[last | next] [picture] [NAME]"),
    "upcoming": N_("[NAME]"),
    "event": N_("NUMBER [who | sources | calendar]"),
}
"""What may stand behind the commands whose slips are answered with it."""

_OF_WHAT = N_("Without a name, I show what this chat follows.")
COMMANDS = (
    Command(
        "latest",
        latest,
        N_("the latest events"),
        USAGES["latest"],
        N_(
            "Without a name, I show what this chat follows. With the"
            " number 1, I show the whole card."
        ),
    ),
    Command("today", today, N_("what is on today"), USAGES["today"], _OF_WHAT),
    Command(
        "week",
        week,
        N_("the week; also as a picture"),
        USAGES["week"],
        _OF_WHAT,
    ),
    Command("upcoming", upcoming, N_("upcoming events"), USAGES["upcoming"], _OF_WHAT),
    Command(
        "who",
        who,
        N_("where somebody was, and with whom"),
        N_("NAME"),
        N_("A name can be written in any spelling and script."),
    ),
    Command(
        "event",
        event,
        N_("one event: its card, who was there, sources, calendar"),
        USAGES["event"],
    ),
    Command("mute", mute, N_("mute an event"), N_("NUMBER [off]"), changes=True),
)
