"""/settings: everything that a chat has set, on one screen that changes in place."""

from dataclasses import replace
from datetime import time

from sqlmodel import Session

from bot.commands.calendar_remind import leads_of, reminders_label
from bot.commands.context import Context
from bot.commands.delivery_times import mode_label, quiet_label
from bot.commands.registry import Command
from bot.language.time_parse import EVERY_DAY, WEEKLY, WORKING_DAYS, days_label, parse_time
from bot.language.translator import N_
from bot.messages.message import BlockKind, Button, Line, Message, Span, Style, line, text_block
from config.languages import INTERFACE_LANGUAGES
from storage import chats
from storage.chats import ChatFields
from storage.enums import Mode
from storage.models import Chat

TIMES = (time(7), time(8, 30), time(12), time(18))
"""Times of the digest that have a button."""

_DAYS = {"daily": EVERY_DAY, "workdays": WORKING_DAYS, "weekly": WEEKLY}
_QUIET_FROM, _QUIET_UNTIL = time(22), time(7)


async def settings(context: Context) -> list[Message]:
    """Show the screen."""
    return [await _screen(context, context.chat)]


async def set_one(context: Context) -> list[Message]:
    """Set what a button of the screen stands for, and show the screen anew.

    What no button says changes nothing.
    """
    fields = _fields(context.arguments.split())
    if fields is None:
        return await settings(context)

    def work(session: Session) -> Chat:
        return chats.update(session, context.chat.id, **fields)

    _done, chat = await context.change(work)
    return [await _screen(context, chat)]


def _fields(words: list[str]) -> ChatFields | None:
    match words:
        case ["mode", mode] if mode in set(Mode):
            return {"mode": mode}
        case ["digest", "off"]:
            return {"digest_at": None}
        case ["digest", at] if (parsed := parse_time(at)) is not None:
            return {"digest_at": parsed}
        case ["days", days] if days in _DAYS:
            return {"digest_days": _DAYS[days]}
        case ["quiet", "night"]:
            return {"quiet_from": _QUIET_FROM, "quiet_until": _QUIET_UNTIL}
        case ["quiet", "off"]:
            return {"quiet_from": None, "quiet_until": None}
    return None


async def _screen(context: Context, chat: Chat) -> Message:
    _ = context.gettext
    context = replace(context, chat=chat)
    names = await context.followed_names()
    digest = context.translator.time(chat.digest_at) if chat.digest_at else _("none")
    if chat.digest_at:
        digest += f", {days_label(context.translator, chat.digest_days)}"
    rows = [
        (_("Following"), ", ".join(names) or _("nothing yet")),
        (_("Delivery"), mode_label(context.translator, chat.mode)),
        (_("Digest"), digest),
        (_("Quiet hours"), quiet_label(context.translator, chat)),
        (_("Reminders"), reminders_label(context.translator, leads_of(chat))),
        (_("Time zone"), context.zone_label(chat.timezone)),
        (_("Language"), INTERFACE_LANGUAGES[context.translator.language]),
    ]
    lines: list[Line] = [line(f"{label}: ", Span(value, Style.BOLD)) for label, value in rows]
    heading = text_block(Span(_("Settings"), Style.BOLD), kind=BlockKind.HEADING)
    return Message(
        (heading, text_block(*lines, kind=BlockKind.FACTS)), _buttons(context, chat), replaces=True
    )


def _buttons(context: Context, chat: Chat) -> tuple[tuple[Button, ...], ...]:
    _ = context.gettext
    night = chat.quiet_from is not None

    def choice(label: str, command: str, *, chosen: bool) -> Button:
        return Button(f"✓ {label}" if chosen else label, command=f"set {command}")

    modes = ((Mode.INSTANT, _("Alerts")), (Mode.DIGEST, _("Digest")), (Mode.BOTH, _("Both")))
    days = (
        (EVERY_DAY, "daily", _("Every day")),
        (WORKING_DAYS, "workdays", _("Working days")),
        (WEEKLY, "weekly", _("Weekly")),
    )
    mode_row = [
        choice(label, f"mode {mode.value}", chosen=chat.mode == mode) for mode, label in modes
    ]
    time_row = [
        choice(f"{at:%H:%M}", f"digest {at:%H:%M}", chosen=chat.digest_at == at) for at in TIMES
    ]
    day_row = [
        choice(label, f"days {name}", chosen=chat.digest_days == chosen)
        for chosen, name, label in days
    ]
    return (
        (
            Button(_("Organisations"), command="organizations"),
            Button(_("Following"), command="subscriptions"),
        ),
        tuple(mode_row),
        tuple(time_row),
        tuple(day_row),
        (
            choice(_("Quiet at night"), "quiet night", chosen=night),
            choice(_("No quiet hours"), "quiet off", chosen=not night),
        ),
        (
            Button(_("Reminders"), command="remind"),
            Button(_("Time zone"), command="timezone"),
            Button(_("Language"), command="language"),
        ),
    )


COMMANDS = (
    Command("settings", settings, N_("all settings on one screen")),
    Command("set", set_one, changes=True, listed=False),
)
