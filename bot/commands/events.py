"""/latest, /today, /week, /upcoming, /search, /who, /event.

What happened, what will, and who was where.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.commands.arguments import named
from bot.commands.context import Context
from bot.commands.follow import several, understand, unknown
from bot.commands.pagination import paged
from bot.commands.registry import Command
from bot.commands.search_question import found
from bot.commands.who import who
from bot.language.search_words import question_words
from bot.language.translator import N_
from bot.messages.event_list import EventQuery
from bot.messages.message import (
    BlockKind,
    Button,
    Line,
    Message,
    clean_line,
    fill_spans,
    text_block,
    text_message,
)
from storage import chats, events, following
from storage.errors import NotStored
from storage.events import EventFilter

HEADED = 3
"""Names in a heading; the rest is counted."""

USUAL, MOST = 5, 20
"""Events on a page when no number is given, and at most."""


AHEAD = timedelta(days=365)
"""How far ahead /upcoming looks."""

_PARTS = frozenset({"", "who", "sources", "calendar", "share"})


async def latest(context: Context) -> list[Message]:
    """Show the events found last: of what was named, or of what the chat follows, or of all."""
    what, count = _parse(context.arguments)
    if count == 1 and not context.offset:
        about, _label, unknown = await about_what(context, what)
        if cards := unknown or await context.services.composer.cards(
            context.chat, about=about, count=1
        ):
            return cards
    return await _list(context, "latest", what, context.gettext("Latest"), count=count)


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
    if "picture" in words:
        about, _label, unknown = await about_what(context, what)
        composer = context.services.composer
        return unknown or await composer.week_pictures(context.chat, about, first, context.now)
    command = " ".join(["week", *(word for word in words if word in {"last", "next"})])
    heading = context.translator.gettext(
        "Week of {days}", days=context.translator.dates(first, last)
    )
    answers = await _list(context, command, what, heading, days=(first, last), count=10)
    turns = [(LAST, "week last"), (NEXT, "week next"), (PICTURE, f"{command} picture")]
    row = tuple(
        Button(context.gettext(label), command=turn) for label, turn in turns if turn != command
    )
    return [*answers[:-1], replace(answers[-1], buttons=(*answers[-1].buttons, row), replaces=True)]


LAST, NEXT, PICTURE = N_("Last week"), N_("Next week"), N_("Picture")


async def upcoming(context: Context) -> list[Message]:
    """Show what is announced."""
    tomorrow = _local_day(context) + timedelta(days=1)
    days = (tomorrow, tomorrow + AHEAD)
    return await _list(
        context, "upcoming", context.arguments, context.gettext("Coming up"), days=days
    )


async def answers(context: Context, question: str) -> bool:
    """Whether any event answers a question."""
    return bool(
        await context.services.database.run(found, context.services.questions, question, limit=1)
    )


async def find(context: Context) -> list[Message]:
    """Show the events in which all the words stand."""
    _ = context.gettext
    if not context.arguments:
        return [
            text_message(
                fill_spans(
                    _("Write what to look for: {example}"),
                    example=context.command(
                        f"search {context.city('geneva')} {context.name_of('ots')}"
                    ),
                )
            )
        ]
    ids = await context.services.database.run(
        found,
        context.services.questions,
        context.arguments,
        limit=USUAL + 1,
        offset=context.offset,
    )
    shown = clean_line(context.arguments, 60)
    asked = EventQuery(
        context.translator.gettext("Found for “{words}”", words=shown),
        fill_spans(
            _(
                "Nothing found for “{words}”. All words must occur; the"
                " beginning of a word is enough."
            ),
            words=shown,
        ),
        ids=tuple(ids),
        count=USUAL,
    )
    listing = await context.services.composer.events(context.chat, asked, context.now)
    return [paged(context, listing, f"search {context.arguments}", USUAL)]


async def event(context: Context) -> list[Message]:
    """Show one event: its card, everybody with the proof, its sources, or a calendar file."""
    _ = context.gettext
    number, _space, part = context.arguments.partition(" ")
    if (
        not (number.isascii() and number.isdigit() and len(number) < 16)
        or part.casefold() not in _PARTS
    ):
        return [
            text_message(
                fill_spans(
                    _("Give the event's number: {example}"), example=context.command("event 12")
                )
            )
        ]
    try:
        shown = await context.services.composer.event(context.chat, int(number), part.casefold())
    except NotStored:
        return [text_message(fill_spans(_("There is no event {number}."), number=number))]
    muted = await context.services.database.run(chats.muted, context.chat.id)
    if int(number) in muted:
        said = text_block(*_is_muted(context, number), kind=BlockKind.FOOTER)
        shown = [replace(shown[0], blocks=(*shown[0].blocks, said)), *shown[1:]]
    return shown


def _is_muted(context: Context, number: str) -> tuple[Line, ...]:
    sentence = context.gettext("Event {number} is muted in this chat. {undo} undoes this.")
    undo = context.command(f"mute {number} off")
    return (fill_spans(sentence, number=number, undo=undo),)


async def mute(context: Context) -> list[Message]:
    """Hear nothing more of an event, or hear of it again."""
    _ = context.gettext
    number, _space, again = context.arguments.partition(" ")
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        return [
            text_message(
                fill_spans(
                    _("Give the event's number: {example}"), example=context.command("mute 12")
                )
            )
        ]
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
    wanted, label, unknown = await about_what(context, what)
    if unknown:
        return unknown
    _ = context.gettext
    nothing = fill_spans(
        _("Nothing about {organizations}.") if days else _("Nothing yet about {organizations}."),
        organizations=label,
    )
    asked = EventQuery(
        f"{heading} · {label}",
        nothing,
        wanted,
        days=days,
        beginning=command == "upcoming",
        count=count,
        offset=context.offset,
    )
    listing = await context.services.composer.events(context.chat, asked, context.now)
    number = [str(count)] if command == "latest" and count != USUAL else []
    return [paged(context, listing, " ".join([command, *([what] if what else []), *number]), count)]


async def about_what(context: Context, what: str) -> tuple[EventFilter | None, str, list[Message]]:
    """Return what `what` concerns and what that is called.

    Or, as the third, the answer to a name that is not known.
    """
    everything = context.gettext("all organisations")
    if not what:
        held = await context.services.database.run(
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
    return None, "", [text_message(await unknown(context, what))]


def _briefly(names: Sequence[str]) -> str:
    """Return names for a heading: the first ones, and how many there are besides."""
    shown = list(names if len(names) <= HEADED + 1 else names[:HEADED])
    more = f" + {len(names) - len(shown)}" if len(names) > len(shown) else ""
    return ", ".join(shown) + more


def _local_day(context: Context) -> date:
    return context.now.astimezone(ZoneInfo(context.chat.timezone)).date()


def _parse(arguments: str) -> tuple[str, int]:
    """Return what is asked about, and how many events: a number at either end of `arguments`."""
    words = arguments.split()
    for at in (-1, 0):
        if words and words[at].isascii() and words[at].isdigit():
            count = int(words.pop(at)[:4])
            return " ".join(words), min(max(count, 1), MOST)
    return " ".join(words), USUAL


_OF_WHAT = N_("Without a name, I show what this chat follows.")
COMMANDS = (
    Command(
        "latest",
        latest,
        N_("the latest events"),
        N_("[NAME] [NUMBER]"),
        N_(
            "Without a name, I show what this chat follows. With the"
            " number 1, I show the whole card."
        ),
    ),
    Command("today", today, N_("what is on today"), N_("[NAME]"), _OF_WHAT),
    Command(
        "week",
        week,
        N_("the week; also as a picture"),
        N_("[last | next] [picture] [NAME]"),
        _OF_WHAT,
    ),
    Command("upcoming", upcoming, N_("upcoming events"), N_("[NAME]"), _OF_WHAT),
    Command(
        "search",
        find,
        N_("search all events and articles"),
        N_("WORDS"),
        N_("All words must occur; the beginning of a word is enough."),
    ),
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
        N_("NUMBER [who | sources | calendar]"),
    ),
    Command("mute", mute, N_("mute an event"), N_("NUMBER [off]"), changes=True),
)
