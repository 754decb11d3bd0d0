"""/admin: for the chats that the settings name as the admins' own.

Elsewhere it is a command that does not exist.
"""

from collections.abc import Mapping

from sqlmodel import Session

from bot.commands import admin_sources
from bot.commands.context import Context
from bot.commands.registry import Command
from bot.language.translator import N_
from bot.messages.message import Line, Message, fill_spans, line, text_message
from bot.pipeline.admin_notices import tell_admins
from storage import chats, outbox, sources
from storage.enums import ChatState, DeliveryState


async def admin(context: Context) -> list[Message]:
    """Do what the first words say."""
    first, _space, rest = context.arguments.partition(" ")
    match first.casefold():
        case "status":
            return [await _status(context)]
        case "broadcast":
            return [await _broadcast(context, rest.strip())]
        case "sources":
            return [await admin_sources.answer(context, rest.strip()) or _usage(context)]
    return [_usage(context)]


def is_admin(context: Context) -> bool:
    """Whether the chat is one of the admins', and who speaks there may change things in it."""
    address = context.request.address
    return context.request.may_change and any(
        (admin.platform, admin.chat) == (address.platform, address.chat)
        for admin in context.services.options.admins
    )


def _usage(context: Context) -> Message:
    _ = context.gettext
    lines: list[Line] = [
        line(context.command("admin status"), " · ", _("how everything is doing")),
        line(context.command("admin broadcast …"), " · ", _("a message to all admin chats")),
        line(context.command("admin sources list"), " · ", _("every source with its key")),
        line(
            context.command("admin sources add URL"),
            " · ",
            _("add a feed, or the feed of a page"),
        ),
        line(context.command(f"admin sources check {_('KEY')}"), " · ", _("fetch a source now")),
        line(
            context.command(f"admin sources enable | disable | remove {_('KEY')}"),
            " · ",
            _("switch a source on or off, or remove it"),
        ),
    ]
    return text_message(*lines)


async def _status(context: Context) -> Message:
    _ = context.gettext
    counts, health, owed = await context.services.database.read(_state)
    lines = [
        fill_spans(_("Chats: {counts}"), counts=_counted(counts, _chat_states(context))),
        fill_spans(
            _("Sources: {enabled} read, {failing} failing"),
            enabled=health.enabled,
            failing=health.failing,
        ),
        fill_spans(_("Deliveries: {counts}"), counts=_counted(owed, _delivery_states(context))),
    ]
    return text_message(*lines)


def _counted(numbers: Mapping[str, int], names: Mapping[str, str]) -> str:
    counted = [f"{name} {numbers[state]}" for state, name in names.items() if numbers.get(state)]
    return ", ".join(counted) or "0"


def _chat_states(context: Context) -> dict[str, str]:
    _ = context.gettext
    return {
        ChatState.ACTIVE.value: _("active"),
        ChatState.PAUSED.value: _("paused"),
        ChatState.STOPPED.value: _("stopped"),
    }


def _delivery_states(context: Context) -> dict[str, str]:
    _ = context.gettext
    return {
        DeliveryState.PENDING.value: _("waiting"),
        DeliveryState.HELD.value: _("waiting to be told together"),
        DeliveryState.SENDING.value: _("being sent"),
        DeliveryState.SENT.value: _("sent"),
        DeliveryState.TOLD.value: _("told within another message"),
        DeliveryState.UNCERTAIN.value: _("perhaps not arrived"),
        DeliveryState.FAILED.value: _("failed"),
        DeliveryState.CANCELLED.value: _("cancelled"),
    }


def _state(session: Session) -> tuple[dict[str, int], sources.SourceHealth, dict[str, int]]:
    return chats.count_by_state(session), sources.health(session), outbox.count_by_state(session)


async def _broadcast(context: Context, text: str) -> Message:
    _ = context.gettext
    if not text:
        return _usage(context)
    author = f"{context.request.address.platform} {context.request.sender}"
    told = await context.services.database.run(
        tell_admins, "broadcast", text, context.services.options.admins, context.now, author
    )
    return text_message(
        context.translator.ngettext(
            "Passed on to {number} chat.", "Passed on to {number} chats.", told
        )
    )


COMMANDS = (
    Command(
        "admin",
        admin,
        N_("for the people who run the bot"),
        N_("[status | broadcast | sources]"),
        listed=False,
        longest=4096,
    ),
)
