"""/mode, /days, /quiet: what comes at once, on which days the digest, and when nothing."""

from bot.commands.context import Context
from bot.commands.registry import Command
from bot.language.time_parse import days_label, parse_days, parse_hours
from bot.language.translator import N_, Translator
from bot.messages.button_rows import CHOSEN
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
from storage import chats
from storage.enums import Mode
from storage.models import Chat

_MODES = {"alerts": Mode.INSTANT, "digest": Mode.DIGEST, "both": Mode.BOTH}


async def mode(context: Context) -> list[Message]:
    """Say what the chat gets, or set it."""
    _ = context.gettext
    asked = context.arguments.casefold()
    if not asked:
        return [_offer_modes(context, context.chat)]
    wanted = _MODES.get(asked)
    if wanted is None:
        unknown = fill_spans(
            _("I can't read “{mode}”. Use {alerts}, {digest} or {both}"),
            mode=clean_line(context.arguments, 40),
            **_mode_commands(context),
        )
        return [text_message(unknown)]
    _done, chat = await context.change(
        lambda session: chats.update(session, context.chat.id, mode=wanted)
    )
    return [_offer_modes(context, chat)]


def _mode_commands(context: Context) -> dict[str, Span]:
    return {name: context.command(f"mode {name}") for name in _MODES}


def mode_label(translator: Translator, mode: str) -> str:
    """Return what a mode is called."""
    _ = translator.gettext
    return {Mode.INSTANT.value: _("alerts"), Mode.DIGEST.value: _("digest")}.get(
        mode, _("alerts and digest")
    )


def _offer_modes(context: Context, chat: Chat) -> Message:
    _ = context.gettext
    line = fill_spans(
        _("This chat gets: {mode}."),
        mode=Span(mode_label(context.translator, chat.mode), Style.BOLD),
    )
    hint = fill_spans(
        _("{alerts}: each event at once. {digest}: one message a day. {both}: both."),
        **_mode_commands(context),
    )
    buttons = [
        Button(_("Alerts"), command="mode alerts"),
        Button(_("Digest"), command="mode digest"),
        Button(_("Both"), command="mode both"),
    ]
    return Message((text_block(line, hint),), (tuple(buttons),), replaces=True)


async def days(context: Context) -> list[Message]:
    """Say on which days the digest comes, or set them."""
    _ = context.gettext
    if not context.arguments:
        return [_offer_days(context, context.chat)]
    wanted = parse_days(context.arguments, context.translator)
    if wanted is None:
        example = fill_spans(
            _("For example: {range}, {several}, {weekly} or {all}"),
            range=context.command("days mon-fri"),
            several=context.command("days mon, thu"),
            weekly=context.command("days weekly"),
            all=context.command("days daily"),
        )
        return [
            text_message(
                fill_spans(
                    _("I can't read “{days}” as days of the week."),
                    days=clean_line(context.arguments, 40),
                ),
                example,
            )
        ]
    _done, chat = await context.change(
        lambda session: chats.update(session, context.chat.id, digest_days=wanted)
    )
    return [_offer_days(context, chat)]


async def day(context: Context) -> list[Message]:
    """Put one day in or take it out, for the buttons; the last one stays."""
    wanted = parse_days(context.arguments, context.translator)
    if wanted is not None and (changed := context.chat.digest_days ^ wanted):
        _done, chat = await context.change(
            lambda session: chats.update(session, context.chat.id, digest_days=changed)
        )
        return [_offer_days(context, chat)]
    return [_offer_days(context, context.chat)]


def _offer_days(context: Context, chat: Chat) -> Message:
    _ = context.gettext
    days = days_label(context.translator, chat.digest_days)
    label = Span(days.removesuffix("."), Style.BOLD)  # a full stop stands behind it
    lines: list[Line] = [fill_spans(_("The digest comes: {days}."), days=label)]
    if chat.digest_days.bit_count() == 1:
        lines.append(fill_spans(_("It covers the whole week.")))
    lines.append(
        fill_spans(
            _("To change: {range}, {weekly}"),
            range=context.command("days mon-fri"),
            weekly=context.command("days weekly"),
        )
    )
    english = [name.lower() for name in Translator("en").weekdays()]
    each = [
        Button(
            f"{CHOSEN}{name}" if chat.digest_days >> at & 1 else name, command=f"day {english[at]}"
        )
        for at, name in enumerate(context.translator.weekdays())
    ]
    presets = (
        Button(_("Every day"), command="days daily"),
        Button(_("Weekly"), command="days weekly"),
    )
    return Message(
        (text_block(*lines),), (tuple(each[:4]), tuple(each[4:]), presets), replaces=True
    )


async def quiet(context: Context) -> list[Message]:
    """Say when the chat is left in peace, or set it."""
    _ = context.gettext
    asked = context.arguments.casefold()
    if not asked:
        return [_offer_quiet(context, context.chat)]
    if asked == "off":
        _done, chat = await context.change(
            lambda session: chats.update(
                session, context.chat.id, quiet_from=None, quiet_until=None
            )
        )
        return [_offer_quiet(context, chat)]
    hours = parse_hours(asked)
    if hours is None:
        unknown = fill_spans(
            _("I can't read “{hours}” as hours."), hours=clean_line(context.arguments, 40)
        )
        return [
            text_message(
                unknown,
                fill_spans(_("For example: {quiet}"), quiet=context.command("quiet 22:00-07:00")),
            )
        ]
    start, end = hours
    _done, chat = await context.change(
        lambda session: chats.update(session, context.chat.id, quiet_from=start, quiet_until=end)
    )
    return [_offer_quiet(context, chat)]


def quiet_label(translator: Translator, chat: Chat) -> str:
    """Return a chat's quiet hours as people read them."""
    if chat.quiet_from is None or chat.quiet_until is None:
        return translator.gettext("none")
    return f"{translator.time(chat.quiet_from)}–{translator.time(chat.quiet_until)}"


def _offer_quiet(context: Context, chat: Chat) -> Message:
    _ = context.gettext
    label = Span(quiet_label(context.translator, chat), Style.BOLD)
    lines = [
        fill_spans(
            _("Quiet hours: {hours} ({zone})."), hours=label, zone=context.zone_label(chat.timezone)
        )
    ]
    if chat.quiet_from is not None:
        lines.append(
            fill_spans(_("Alerts wait until the quiet hours end, then come as one message."))
        )
    set_them, off = context.command("quiet 22:00-07:00"), context.command("quiet off")
    lines.append(fill_spans(_("{quiet} sets them, {off} turns them off."), quiet=set_them, off=off))
    buttons = (
        Button("22:00–07:00", command="quiet 22:00-07:00"),
        Button(_("None"), command="quiet off"),
    )
    return Message((text_block(*lines),), (buttons,), replaces=True)


_READS = frozenset({""})
COMMANDS = (
    Command(
        "mode",
        mode,
        N_("alerts at once, a digest, or both"),
        N_("[alerts | digest | both]"),
        changes=True,
        reads=_READS,
    ),
    Command(
        "days",
        days,
        N_("the days of the digest"),
        N_("[mon-fri | mon, thu | weekly | daily]"),
        N_("With one day a week, the digest covers the whole week."),
        changes=True,
        reads=_READS,
    ),
    Command(
        "quiet",
        quiet,
        N_("quiet hours"),
        N_("[22:00-07:00 | off]"),
        N_("Alerts wait until the quiet hours end, then come as one message."),
        changes=True,
        reads=_READS,
    ),
    Command("day", day, changes=True, listed=False),
)
