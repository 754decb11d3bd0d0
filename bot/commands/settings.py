"""/settings: everything that a chat has set, on one screen that changes in place."""

from dataclasses import replace
from datetime import time
from enum import StrEnum
from typing import cast

from sqlmodel import Session

from bot.commands.calendar_remind import leads_of, reminders_label
from bot.commands.context import Context
from bot.commands.delivery_times import mode_label, quiet_label
from bot.commands.registry import Command
from bot.commands.review import periods_of, reviews_label
from bot.language.time_parse import EVERY_DAY, WEEKLY, WORKING_DAYS, days_label, parse_time
from bot.language.translator import N_
from bot.messages.button_rows import CHOSEN, in_rows
from bot.messages.message import (
    BlockKind,
    Button,
    Line,
    Message,
    Preview,
    Span,
    Style,
    line,
    text_block,
)
from config.languages import INTERFACE_LANGUAGES
from storage import chats
from storage.chats import ChatFields
from storage.enums import CardForm, Mode, Sound
from storage.models import Chat

TIMES = (time(7), time(8, 30), time(12), time(18))
"""Times of the digest that have a button."""

_DAYS = {"daily": EVERY_DAY, "workdays": WORKING_DAYS, "weekly": WEEKLY}
_CHOICES: dict[str, type[StrEnum]] = {
    "mode": Mode,
    "sound": Sound,
    "preview": Preview,
    "form": CardForm,
}
"""Fields of a chat that hold one of a few words."""

_QUIET: dict[str, tuple[time | None, time | None]] = {
    "night": (time(22), time(7)),
    "off": (None, None),
}


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
        case [field, value] if value in set(_CHOICES.get(field, ())):
            return cast("ChatFields", {field: value})
        case ["digest", "off"]:
            return {"digest_at": None}
        case ["digest", at] if (parsed := parse_time(at)) is not None:
            return {"digest_at": parsed}
        case ["days", days] if days in _DAYS:
            return {"digest_days": _DAYS[days]}
        case ["quiet", when] if when in _QUIET:
            start, end = _QUIET[when]
            return {"quiet_from": start, "quiet_until": end}
        case ["hashtags", "on" | "off" as tags]:
            return {"hashtags": tags == "on"}
    return None


async def _screen(context: Context, chat: Chat) -> Message:
    _ = context.gettext
    context = replace(context, chat=chat)
    names = await context.followed_with_manners()
    digest = context.translator.time(chat.digest_at) if chat.digest_at else _("none")
    if chat.digest_at:
        digest += f", {days_label(context.translator, chat.digest_days)}"
    rows = [
        (_("Following"), ", ".join(names) or _("nothing yet")),
        (_("Delivery"), mode_label(context.translator, chat.mode)),
        (_("Digest"), digest),
        (_("Quiet hours"), quiet_label(context.translator, chat)),
        *_manners(context, chat),
        (_("Reviews"), reviews_label(context.translator, periods_of(chat))),
        (_("Reminders"), reminders_label(context.translator, leads_of(chat))),
        (_("Time zone"), context.zone_label(chat.timezone)),
        (_("Language"), INTERFACE_LANGUAGES[context.translator.language]),
    ]
    lines: list[Line] = [line(f"{label}: ", Span(value, Style.BOLD)) for label, value in rows]
    heading = text_block(Span(_("Settings"), Style.BOLD), kind=BlockKind.HEADING)
    blocks = [heading, text_block(*lines, kind=BlockKind.FACTS)]
    if not context.capabilities.has_buttons:
        blocks.append(text_block(*_ways(context), kind=BlockKind.ITEMS))
    return Message(tuple(blocks), _buttons(context, chat), replaces=True)


def _manners(context: Context, chat: Chat) -> list[tuple[str, str]]:
    """Return how messages come, as far as the platform leaves a choice."""
    _ = context.gettext
    rows: list[tuple[str, str]] = []
    if context.capabilities.has_sound:
        rows.append((_("Sound"), _sounds(context)[Sound(chat.sound)]))
    if context.capabilities.has_previews:
        rows.append((_("Link preview"), _previews(context)[Preview(chat.preview)]))
    tags = f", {_('with hashtags')}" if chat.hashtags else ""
    rows.append((_("Cards"), _forms(context)[CardForm(chat.form)] + tags))
    return rows


def _forms(context: Context) -> dict[CardForm, str]:
    _ = context.gettext
    return {
        CardForm.LONG: _("long"),
        CardForm.SHORT: _("short"),
        CardForm.TITLE: _("title only"),
    }


def _sounds(context: Context) -> dict[Sound, str]:
    _ = context.gettext
    return {Sound.ALERTS: _("for alerts"), Sound.ALL: _("always"), Sound.NONE: _("never")}


def _previews(context: Context) -> dict[Preview, str]:
    _ = context.gettext
    return {
        Preview.NONE: _("none"),
        Preview.SMALL: _("small"),
        Preview.LARGE: _("large"),
        Preview.PICTURE: _("picture"),
    }


def _ways(context: Context) -> list[Line]:
    """Return the command that changes each setting, for who has no buttons to press."""
    examples = ["subscribe turksoy", "mode both", "digest 08:30", "days workdays"]
    examples += ["quiet 22:00 07:00", "review weekly", "remind day", "timezone Baku", "language tr"]
    if context.capabilities.has_sound:
        examples.append("set sound all")
    examples += ["set form short", "set hashtags on"]
    first = line(context.gettext("To change them:"))
    return [first, *(line("• ", context.command(example)) for example in examples)]


def _buttons(context: Context, chat: Chat) -> tuple[tuple[Button, ...], ...]:
    _ = context.gettext
    night = chat.quiet_from is not None

    modes = ((Mode.INSTANT, _("Alerts")), (Mode.DIGEST, _("Digest")), (Mode.BOTH, _("Both")))
    days = (
        (EVERY_DAY, "daily", _("Every day")),
        (WORKING_DAYS, "workdays", _("Working days")),
        (WEEKLY, "weekly", _("Weekly")),
    )
    mode_row = [
        _choice(label, f"mode {mode.value}", chosen=chat.mode == mode) for mode, label in modes
    ]
    time_row = [
        _choice(f"{at:%H:%M}", f"digest {at:%H:%M}", chosen=chat.digest_at == at) for at in TIMES
    ]
    day_row = [
        _choice(label, f"days {name}", chosen=chat.digest_days == chosen)
        for chosen, name, label in days
    ]
    return (
        (
            Button(_("Organisations"), command="organizations"),
            Button(_("Following"), command="subscriptions"),
        ),
        *in_rows(mode_row, 3),
        tuple(time_row),
        *in_rows(day_row, 3),
        (
            _choice(_("Quiet at night"), "quiet night", chosen=night),
            _choice(_("No quiet hours"), "quiet off", chosen=not night),
        ),
        *(row for wide in _manner_buttons(context, chat) for row in in_rows(wide, 4)),
        (
            Button(_("Reviews"), command="review"),
            Button(_("Reminders"), command="remind"),
        ),
        (
            Button(_("Time zone"), command="timezone"),
            Button(_("Language"), command="language"),
        ),
    )


def _manner_buttons(context: Context, chat: Chat) -> list[tuple[Button, ...]]:
    """Return the buttons of how messages come, as far as the platform leaves a choice."""
    manner_rows: list[tuple[Button, ...]] = []
    if context.capabilities.has_sound:
        manner_rows.append(
            tuple(
                _choice(f"🔔 {label}", f"sound {sound.value}", chosen=chat.sound == sound)
                for sound, label in _sounds(context).items()
            )
        )
    if context.capabilities.has_previews:
        manner_rows.append(
            tuple(
                _choice(f"🖼 {label}", f"preview {size.value}", chosen=chat.preview == size)
                for size, label in _previews(context).items()
            )
        )
    manner_rows.append(
        (
            *(
                _choice(f"📰 {label}", f"form {form.value}", chosen=chat.form == form)
                for form, label in _forms(context).items()
            ),
            _choice("#", f"hashtags {'off' if chat.hashtags else 'on'}", chosen=chat.hashtags),
        )
    )
    return manner_rows


def _choice(label: str, command: str, *, chosen: bool) -> Button:
    return Button(f"{CHOSEN}{label}" if chosen else label, command=f"set {command}")


COMMANDS = (
    Command("settings", settings, N_("all settings on one screen")),
    Command("set", set_one, changes=True, listed=False),
)
