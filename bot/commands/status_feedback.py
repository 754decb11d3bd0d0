"""/status, /sources, /feedback: how the bot does, what it reads, and a word to those who run it."""

from datetime import datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.commands.context import Context
from bot.commands.pagination import plain_list
from bot.commands.registry import Command
from bot.feeds.errors import without_credentials
from bot.language.translator import N_
from bot.messages.message import (
    Line,
    Message,
    Span,
    Style,
    clean_line,
    fill_spans,
    line,
    text_message,
)
from bot.pipeline.admin_notices import tell_admins
from storage import articles, outbox, sources
from storage.enums import ChatState, DeliveryState
from storage.models import Source
from storage.sources import SourceHealth

PAGE = 15
"""Sources on a page."""

LONGEST_FEEDBACK = 2000
"""Characters of a word to the admins."""


async def status(context: Context) -> list[Message]:
    """Say how the bot does and how this chat stands with it."""
    _, translator = context.gettext, context.translator
    health, newest, owed = await context.services.database.read(_state, context.chat.id)
    read = translator.ngettext("{number} source read", "{number} sources read", health.enabled)
    failing = translator.ngettext("{number} failing", "{number} failing", health.failing)
    told = f"{read}, {failing}" if health.failing else read
    lines: list[Line] = [line(f"{told} · ", context.command("sources"))]
    if newest:
        lines.append(fill_spans(_("Last article: {moment}."), moment=_moment(context, newest)))
    chat = context.chat
    if chat.state == ChatState.STOPPED:
        lines.append(
            fill_spans(
                _("The bot is stopped in this chat; {start} starts it again."),
                start=context.command("start"),
            )
        )
    elif chat.next_digest_at:
        lines.append(
            fill_spans(
                _("The next digest comes {moment}."), moment=_moment(context, chat.next_digest_at)
            )
        )
    waiting = (
        owed.get(DeliveryState.PENDING, 0)
        + owed.get(DeliveryState.HELD, 0)
        + owed.get(DeliveryState.SENDING, 0)
    )
    sent = owed.get(DeliveryState.SENT, 0)
    lines.append(
        line(
            translator.ngettext(
                "{number} message sent to this chat", "{number} messages sent to this chat", sent
            )
        )
    )
    if waiting:
        lines.append(
            line(
                translator.ngettext(
                    "{number} message is waiting to be sent",
                    "{number} messages are waiting to be sent",
                    waiting,
                )
            )
        )
    if lost := owed.get(DeliveryState.UNCERTAIN, 0) + owed.get(DeliveryState.FAILED, 0):
        lines.append(
            line(
                translator.ngettext(
                    "{number} message may not have arrived",
                    "{number} messages may not have arrived",
                    lost,
                )
            )
        )
    return [text_message(*lines)]


def _state(session: Session, chat_id: int) -> tuple[SourceHealth, datetime | None, dict[str, int]]:
    return (
        sources.health(session),
        articles.newest_seen(session),
        outbox.count_by_state(session, chat_id),
    )


def _moment(context: Context, moment: datetime) -> str:
    local = moment.astimezone(ZoneInfo(context.chat.timezone))
    return f"{context.translator.date(local.date(), 'weekday')}, {context.translator.time(local)}"


async def list_sources(context: Context) -> list[Message]:
    """List what is read and how each source does, the failing ones first."""
    every = await context.services.database.read(sources.all_sources)
    read = sorted(
        (source for source in every if source.enabled),
        key=lambda one: (not one.failures, one.name.casefold()),
    )
    heading = context.translator.ngettext(
        "{number} source read", "{number} sources read", len(read)
    )
    return [
        plain_list(context, heading, [_source(context, source) for source in read], "sources", PAGE)
    ]


def _source(context: Context, source: Source) -> Line:
    name = Span(clean_line(source.name, 60), url=without_credentials(source.url))
    language = f" ({context.translator.language_name(source.language)})" if source.language else ""
    if source.failures:
        why = context.gettext(context.services.options.explain(source.failure_cause or ""))
        return line("• ", name, f"{language} · ", Span(why, Style.ITALIC))
    return line("• ", name, language)


async def feedback(context: Context) -> list[Message]:
    """Pass a word on to the admins."""
    _ = context.gettext
    text = context.arguments[:LONGEST_FEEDBACK]
    admins = context.services.options.admins
    if not text:
        return [
            text_message(
                fill_spans(
                    _("Write what you think: {example}"),
                    example=context.command(f"feedback {_('TEXT')}"),
                )
            )
        ]
    if not admins:
        return [text_message(fill_spans(_("There is nobody here to receive feedback.")))]
    address = context.request.address
    author = f"{address.platform} {context.request.sender}" + (
        f" · {clean_line(context.request.title, 60)}" if context.request.title else ""
    )
    await context.services.database.run(tell_admins, "feedback", text, admins, context.now, author)
    return [text_message(fill_spans(_("Thank you. I have passed it on to the people who run me.")))]


async def tell_version(context: Context) -> list[Message]:  # noqa: ARG001 - as all commands
    """Say which version of the bot this is."""
    return [text_message(f"tco-bot {version('tco-bot')}")]


COMMANDS = (
    Command("version", tell_version, N_("which version this is")),
    Command("status", status, N_("how the bot is doing")),
    Command("sources", list_sources, N_("the sources I read, and how each is doing")),
    Command(
        "feedback", feedback, N_("a message to the people who run me"), N_("TEXT"), longest=4096
    ),
)
