"""/digest: see the daily digest now, set its time, or end it."""

from datetime import time
from zoneinfo import ZoneInfo

from bot.commands.arguments import follows_nothing
from bot.commands.context import Context
from bot.commands.registry import Command
from bot.language.time_parse import days_label, parse_time
from bot.language.translator import N_
from bot.messages.message import Line, Message, clean_line, fill_spans, text_message
from storage import chats
from storage.enums import ChatState, Mode
from storage.models import Chat

_ALWAYS = {"always": True, "news": False}
"""Whether the digest comes on quiet days, by what is said."""

USUAL = time(8, 30)
"""The time of a digest that is turned on without one."""


async def digest(context: Context) -> list[Message]:
    """Show the digest, set its time, or say when it comes."""
    _ = context.gettext
    asked = context.arguments.casefold()
    if asked == "now":
        if not await context.subscriptions():
            return [text_message(follows_nothing(context))]
        return [await context.services.composer.digest_today(context.chat, context.now)]
    if not asked:
        return [text_message(*_state(context, context.chat), _usage(context))]
    if asked == "off":
        await context.change(lambda session: chats.update(session, context.chat.id, digest_at=None))
        return [
            text_message(
                fill_spans(
                    _("No more digests. {digest} brings them back."),
                    digest=context.command("digest 08:30"),
                )
            )
        ]
    if asked in _ALWAYS:
        always = _ALWAYS[asked]
        _done, chat = await context.change(
            lambda session: chats.update(session, context.chat.id, digest_if_quiet=always)
        )
        return [text_message(*_state(context, chat))]
    at = (context.chat.digest_at or USUAL) if asked == "on" else parse_time(asked)
    if at is None:
        return [
            text_message(
                fill_spans(
                    _("I can't read “{time}” as a time of day."),
                    time=clean_line(context.arguments, 40),
                ),
                _usage(context),
            )
        ]
    _done, chat = await context.change(
        lambda session: chats.update(session, context.chat.id, digest_at=at)
    )
    return [text_message(*_state(context, chat))]


def _state(context: Context, chat: Chat) -> list[Line]:
    _ = context.gettext
    if not chat.digest_at:
        sentence = _("The digest is off; {digest} turns it on.")
        return [fill_spans(sentence, digest=context.command("digest on"))]
    at, zone = context.translator.time(chat.digest_at), context.zone_label(chat.timezone)
    if chat.mode == Mode.INSTANT and chat.next_digest_at is None:
        return [
            fill_spans(
                _("This chat gets alerts only; {mode} adds the digest."),
                mode=context.command("mode both"),
            )
        ]
    days = days_label(context.translator, chat.digest_days).removesuffix(".")
    lines = [
        fill_spans(_("The digest comes at {time} ({zone}), {days}."), time=at, zone=zone, days=days)
    ]
    lines.append(_on_quiet_days(context, chat))
    if chat.next_digest_at:
        local = chat.next_digest_at.astimezone(ZoneInfo(chat.timezone))
        day, hour = context.translator.date(local.date(), "weekday"), context.translator.time(local)
        lines.append(fill_spans(_("The next one: {day}, {time}."), day=day, time=hour))
    elif chat.state != ChatState.STOPPED:
        lines.append(follows_nothing(context))
    return lines


def _on_quiet_days(context: Context, chat: Chat) -> Line:
    _ = context.gettext
    if chat.digest_if_quiet:
        sentence = _("It comes on quiet days too; {news}: only when there is something to tell.")
        return fill_spans(sentence, news=context.command("digest news"))
    sentence = _(
        "Where there is nothing to tell it stays away, a week at most; {always}: every day."
    )
    return fill_spans(sentence, always=context.command("digest always"))


def _usage(context: Context) -> Line:
    return fill_spans(
        context.gettext("{now} shows it now, {time} sets its time, {off} turns it off."),
        now=context.command("digest now"),
        time=context.command("digest 08:30"),
        off=context.command("digest off"),
    )


COMMANDS = (
    Command(
        "digest",
        digest,
        N_("the digest: see it, set its time"),
        N_("[now | HH:MM | off | always | news]"),
        N_("The time is that of this chat's time zone."),
        changes=True,
        reads=frozenset({"", "now"}),
    ),
)
