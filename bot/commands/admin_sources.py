"""/admin sources: what is read; adding, checking and switching of sources by the admins."""

from urllib.parse import urlsplit

from sqlmodel import Session

from bot.commands.context import Context
from bot.commands.pagination import plain_list
from bot.commands.status_feedback import PAGE
from bot.feeds.errors import FeedError
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
from bot.sources.checks import CheckResult
from bot.sources.found import FoundItem
from bot.sources.manager import NotFollowable
from config.errors import TcoError
from storage import source_edits, sources
from storage.errors import CatalogueSourceError, NotStored
from storage.models import Source

LONGEST_URL = 2000

ENGLISH = "en"
"""The language of what has no translation: technical details, and errors that should not happen."""


async def answer(context: Context, arguments: str) -> Message | None:
    """Return the answer to what stands behind "/admin sources"; None where nothing is meant."""
    _ = context.gettext
    verb, _space, rest = arguments.partition(" ")
    verb, rest = verb.casefold(), rest.strip()
    if verb == "list":
        every = await context.services.database.read(sources.all_sources)
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
            return text_message(_checked(context, await manager.check(rest, context.now)))
        if verb in {"add", "look"} and rest and manager is not None:
            return await _found(context, rest)
    except TcoError as error:
        return text_message(_failed(context, error))
    return None


def _failed(context: Context, error: TcoError) -> Line:
    """Return why something did not work, in the chat's language where it has words for that."""
    _ = context.gettext
    if isinstance(error, NotStored):
        sentence = _("There is no source “{key}”.")
        return fill_spans(sentence, key=clean_line(str(error.key), 60))
    if isinstance(error, CatalogueSourceError):
        sentence = _("“{key}” is of the catalogue, which would bring it back: disable it instead.")
        return fill_spans(sentence, key=clean_line(error.key, 60))
    if (reason := _reason(context, error)) is None:
        return line(_("That did not work."))
    return fill_spans(_("That did not work: {reason}"), reason=clean_line(reason))


def _reason(context: Context, error: TcoError) -> str | None:
    """Return why something did not work; None where the chat's language has no words for it."""
    english = context.translator.language == ENGLISH
    if isinstance(error, FeedError):
        return context.gettext(error.cause.sentence)
    if isinstance(error, NotFollowable) and not english:
        told = context.gettext(error.problem)
        return told if told != error.problem else None
    return str(error) if english else None


def _checked(context: Context, found: CheckResult) -> Line:
    """Return how a source does that was fetched just now."""
    name = clean_line(found.name, 60)
    if found.cause is not None:
        detail = f" ({found.detail})" if context.translator.language == ENGLISH else ""
        return line(f"{name}: ", context.gettext(found.cause.sentence), detail)
    counted = context.translator.ngettext("{number} item", "{number} items", found.items)
    newest = context.gettext("no dates")
    if found.newest is not None:
        moment = f"{found.newest:%Y-%m-%d %H:%M} UTC"
        newest = context.translator.gettext("newest {moment}", moment=moment)
    return line(
        f"{name}: {counted}, {newest}", *([f", {found.encoding}"] if found.encoding else [])
    )


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
    if source.failures:
        return context.gettext(context.services.options.explain(source.failure_cause or ""))
    return context.gettext("working")


async def _switched(context: Context, verb: str, key: str) -> Message:
    _ = context.gettext
    try:
        await context.services.database.run(_switch, verb, key, context)
    except TcoError as error:
        return text_message(_failed(context, error))
    return text_message(fill_spans(_("Done.")))


def _switch(session: Session, verb: str, key: str, context: Context) -> None:
    if verb == "remove":
        source_edits.remove(session, key)
    else:
        source_edits.set_enabled(session, key, context.now, on=verb == "enable")
