"""/start, /help, /stop: how a chat gets to know the bot, and how it gets rid of it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.commands import events, subscribe
from bot.commands.context import Context
from bot.commands.registry import Command, Registry
from bot.language.translator import N_
from bot.messages.message import (
    Block,
    BlockKind,
    Button,
    Line,
    Message,
    Span,
    Style,
    clean_line,
    fill_spans,
    line,
    text_block,
    text_message,
)
from bot.platforms.base import LINKED_COMMAND
from storage import chats
from storage.enums import ChatState


async def start(context: Context) -> list[Message]:
    """Say what the bot does and what to do first; a stopped chat hears from it again.

    With what a link brings, do that.

    A link's text may hold letters, digits, "-" and "_" alone (Bot API, deep linking): "ots",
    "ots_turksoy" follow, "event_12" shows, and so does "event_12_who".
    """
    if context.request.may_change:
        await context.change(lambda session: chats.resume(session, context.chat.id))
    if context.arguments.startswith(LINKED_COMMAND):
        words = context.arguments.removeprefix(LINKED_COMMAND).replace("_", " ")
        return await events.event(replace(context, arguments=words.strip()))
    if context.arguments and context.request.may_change:
        return await subscribe.subscribe(
            replace(context, arguments=context.arguments.replace("_", ", "))
        )
    return [await _welcome(context)]


async def _welcome(context: Context) -> Message:
    _ = context.gettext
    again = context.chat.state == ChatState.STOPPED
    follows = await context.followed_names()
    first = (
        _("I am back.")
        if again
        else _(
            "I report to this chat what the Turkic Cooperation"
            " Organizations do: who met whom, when and where."
        )
    )
    lines: list[Line] = [
        fill_spans(
            _("{organizations} · choose what to follow"),
            organizations=context.command("organizations"),
        ),
        fill_spans(_("{latest} · the latest events"), latest=context.command("latest")),
        fill_spans(
            _("{timezone} · your time zone, now {zone}"),
            timezone=context.command("timezone"),
            zone=context.zone_label(context.chat.timezone),
        ),
        fill_spans(_("{language} · your language"), language=context.command("language")),
        fill_spans(_("{help} · all commands"), help=context.command("help")),
    ]
    state = (
        [
            fill_spans(
                _("This chat follows {organizations}."),
                organizations=context.translator.list(follows),
            )
        ]
        if follows
        else []
    )
    buttons = (
        (Button(_("Choose organisations"), command="organizations"),),
        (
            Button(_("Time zone"), command="timezone"),
            Button(_("Language"), command="language"),
            Button(_("Settings"), command="settings"),
        ),
    )
    blocks = (text_block(first, *state), text_block(*lines, kind=BlockKind.ITEMS))
    return Message(blocks, buttons)


async def stop(context: Context) -> list[Message]:
    """Send nothing more until asked to."""
    _ = context.gettext
    await context.change(lambda session: _stop(session, context.chat.id, context.now))
    return [
        text_message(
            fill_spans(
                _(
                    "I send nothing more to this chat."
                    " Its settings are kept: {start} brings me back."
                ),
                start=context.command("start"),
            )
        )
    ]


def _stop(session: Session, chat_id: int, now: datetime) -> None:
    chats.stop(session, chat_id, now)


def help_with(commands: Iterable[Command]) -> Command:
    """Return the command /help for `commands` and itself."""

    async def show(context: Context) -> list[Message]:
        wanted = context.arguments.split()
        if not wanted:
            return [_all(context, registry)]
        name = wanted[0].lstrip("/!").partition("@")[0]
        command = registry.find(name)
        if command is None or not command.listed:
            return [text_message(unknown_command(context, registry, name))]
        return [_one(context, command)]

    this = Command("help", show, N_("what I can do"), N_("[COMMAND]"))
    registry = Registry((*commands, this))
    return this


def unknown_command(context: Context, registry: Registry, name: str) -> Line:
    """Return the answer to a command that does not exist, with the nearest that does."""
    _ = context.gettext
    sentence = fill_spans(_("I don't know the command “{name}”."), name=clean_line(name, 40))
    near = registry.nearest(name)
    if near and near != "help":
        sentence += (
            Span(" "),
            *fill_spans(_("Did you mean {suggestions}?"), suggestions=context.command(near)),
        )
    return (*sentence, Span(" "), *fill_spans(_("{help} lists all."), help=context.command("help")))


def found_nothing(context: Context, text: str) -> Line:
    """Return the answer to words that are no command, no name and in no event."""
    sentence = context.gettext("I found nothing for “{words}”. {help} lists what I can do.")
    return fill_spans(sentence, words=clean_line(text, 60), help=context.command("help"))


FIRST = ("organizations", "latest", "today", "search", "who", "digest", "settings")
"""The commands that most people need, which /help tells first."""

GROUPS = (
    (N_("Most used"), FIRST),
    (
        N_("Following"),
        ("subscribe", "unsubscribe", "subscriptions", "follow", "unfollow", "exclude", "include"),
    ),
    (N_("Events"), ("week", "review", "upcoming", "event", "mute", "met", "calendar", "remind")),
    (N_("Delivery"), ("mode", "days", "quiet", "timezone", "language", "stop", "start")),
)
"""Commands that belong together in /help; those that are in no group stand last."""


def _all(context: Context, registry: Registry) -> Message:
    _ = context.gettext
    listed = {command.name: command for command in registry if command.listed}
    blocks = [text_block(Span(_("What I can do"), Style.BOLD), kind=BlockKind.HEADING)]
    for title, names in GROUPS:
        theirs = [listed.pop(name) for name in names if name in listed]
        blocks.append(_group(context, _(title), theirs))
    blocks.append(_group(context, _("More"), list(listed.values())))
    hint = fill_spans(
        _("About one command: {example}. You can also just send a name, such as “turksoy”."),
        example=context.command("help digest"),
    )
    return Message((*blocks, text_block(hint)))


def _group(context: Context, title: str, commands: Iterable[Command]) -> Block:
    _ = context.gettext
    lines = [
        line(
            context.command(
                " ".join((command.name, _(command.usage))) if command.usage else command.name
            ),
            f" · {_(command.description)}",
        )
        for command in commands
    ]
    return text_block(line(Span(title, Style.BOLD)), *lines, kind=BlockKind.ITEMS)


def hello(context: Context) -> Line:
    """Return the answer to a greeting."""
    return fill_spans(
        context.gettext("Hello! {help} lists what I can do; a name or words find events."),
        help=context.command("help"),
    )


def welcome(context: Context) -> Line:
    """Return the answer to thanks."""
    return line(context.gettext("You are welcome."))


CIVILITIES = {"hello": hello, "thanks": welcome}
"""What is answered to words that look for nothing, by how `bot.language.argument_words` names them.
"""


def _one(context: Context, command: Command) -> Message:
    _ = context.gettext
    usage = f" {_(command.usage)}" if command.usage else ""
    lines: list[str | Line] = [
        line(Span(context.command(command.name).text + usage, Style.BOLD)),
        _(command.description),
    ]
    return text_message(*lines, *([_(command.details)] if command.details else []))


COMMANDS = (
    Command("start", start, N_("start, or start again")),
    Command("stop", stop, N_("stop sending"), changes=True),
)
