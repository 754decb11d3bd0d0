"""/admin: for the chats that the settings name as the admins' own.

Elsewhere it is a command that does not exist.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from sqlmodel import Session

from bot.commands.context import Context
from bot.commands.pagination import plain_list
from bot.commands.registry import Command
from bot.commands.status_feedback import PAGE
from bot.language.translator import N_
from bot.messages.message import (
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
from bot.pipeline.admin_notices import tell_admins
from bot.sources.found import FoundItem
from config.errors import TcoError
from storage import chats, outbox, source_edits, sources
from storage.errors import CatalogueSourceError, NotStored
from storage.models import Source

LONGEST_URL = 2000


async def admin(context: Context) -> list[Message]:
    """Do what the first words say."""
    first, _space, rest = context.arguments.partition(" ")
    match first.casefold():
        case "status":
            return [await _status(context)]
        case "broadcast":
            return [await _broadcast(context, rest.strip())]
        case "sources":
            return [await _sources(context, rest.strip())]
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
        line(context.command("admin sources check KEY"), " · ", _("fetch a source now")),
        line(
            context.command("admin sources enable | disable | remove KEY"),
            " · ",
            _("switch a source on or off, or remove it"),
        ),
    ]
    return text_message(*lines)


async def _status(context: Context) -> Message:
    _ = context.gettext
    counts, health, owed = await context.services.database.run(_state)
    lines = [
        fill_spans(_("Chats: {counts}"), counts=_counted(counts)),
        fill_spans(
            _("Sources: {enabled} read, {failing} failing"),
            enabled=health.enabled,
            failing=health.failing,
        ),
        fill_spans(_("Deliveries: {counts}"), counts=_counted(owed)),
    ]
    return text_message(*lines)


def _counted(numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{state} {number}" for state, number in sorted(numbers.items())) or "0"


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


async def _sources(context: Context, arguments: str) -> Message:
    _ = context.gettext
    verb, _space, rest = arguments.partition(" ")
    verb, rest = verb.casefold(), rest.strip()
    if verb == "list":
        every = await context.services.database.run(sources.all_sources)
        return plain_list(
            context,
            _("Sources"),
            [_line(context, source) for source in every],
            "admin sources list",
            PAGE,
        )
    if verb in {"enable", "disable", "remove"} and rest:
        return await _switched(context, verb, rest)
    manager = context.services.options.sources
    if verb in {"add", "look", "check"} and rest and manager is None:
        return text_message(fill_spans(_("This process does not fetch sources.")))
    try:
        if verb == "check" and rest and manager is not None:
            return text_message(clean_line(await manager.check(rest, context.now)))
        if verb in {"add", "look"} and rest and manager is not None:
            return await _found(context, rest)
    except TcoError as error:
        return text_message(
            fill_spans(_("That did not work: {reason}"), reason=clean_line(str(error)))
        )
    return _usage(context)


async def _found(context: Context, url: str) -> Message:
    """Show what is at an address and ask; or, asked to, follow it."""
    _ = context.gettext
    manager = context.services.options.sources
    if manager is None or urlsplit(url).scheme not in {"http", "https"} or len(url) > LONGEST_URL:
        return text_message(
            fill_spans(_("“{url}” is not a web address."), url=clean_line(url, 100))
        )
    address, _space, sure = url.partition(" ")
    if sure.casefold() == "yes":
        added = await manager.add(address, context.now)
        return text_message(
            fill_spans(
                _("Now reading {name} as “{key}”."), name=clean_line(added.name, 80), key=added.key
            )
        )
    found = await manager.look(address, context.now)
    if not found:
        return text_message(fill_spans(_("I found no feed there.")))
    blocks = []
    for found_source in found[:3]:
        items = [each for item in found_source.items for each in _item(item)]
        blocks.append(
            text_block(
                line(
                    Span(clean_line(found_source.name, 80), Style.BOLD),
                    " · ",
                    clean_line(found_source.url, 200),
                ),
                *items,
            )
        )
    command = f"admin sources add {found[0].url} yes"
    blocks.append(
        text_block(fill_spans(_("To add it: {command}"), command=context.command(command)))
    )
    return Message(tuple(blocks), ((Button(_("Add"), command=command),),))


def _item(item: FoundItem) -> list[Line]:
    """An item's headline, and below it what the reader made of it."""
    headline = line("• ", clean_line(item.title, 120))
    if not item.reading:
        return [headline]
    return [headline, line("→ ", Span(clean_line(item.reading, 200), Style.ITALIC))]


def _line(context: Context, source: Source) -> Line:
    name = clean_line(source.name, 60)
    return line("• ", Span(source.key, Style.CODE), f" · {name} · {_state_of(context, source)}")


def _state_of(context: Context, source: Source) -> str:
    if not source.enabled:
        return context.gettext("off")
    return source.failure_cause or "" if source.failures else context.gettext("working")


async def _switched(context: Context, verb: str, key: str) -> Message:
    _ = context.gettext
    try:
        await context.services.database.run(_switch, verb, key, context)
    except NotStored:
        return text_message(fill_spans(_("There is no source “{key}”."), key=clean_line(key, 60)))
    except CatalogueSourceError as error:
        return text_message(
            fill_spans(_("That did not work: {reason}"), reason=clean_line(str(error)))
        )
    return text_message(fill_spans(_("Done.")))


def _switch(session: Session, verb: str, key: str, context: Context) -> None:
    if verb == "remove":
        source_edits.remove(session, key)
    else:
        source_edits.set_enabled(session, key, context.now, on=verb == "enable")


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
