"""A link that somebody pastes, or a post that they pass on: what the page behind it reports.

A page that is known shows its event. Any other is read at once and shown with its proofs, and kept
only where an admin of the bot says so. How many are fetched for a chat is limited, and none is for
a channel, where whoever may post speaks for all.
"""

import re
from dataclasses import replace
from hashlib import sha256
from urllib.parse import urlsplit

from sqlmodel import Session

from bot.commands.admin import is_admin
from bot.commands.context import Context
from bot.commands.registry import Command
from bot.commands.throttle import Verdict
from bot.feeds.errors import FeedError
from bot.feeds.parsing.article_keys import address, digest
from bot.messages.message import Button, Line, Message, fill_spans, text_block, text_message
from bot.pipeline.read_page import PageRead, store
from bot.runtime.worker_pool import WorkerError
from storage import articles
from storage.enums import ArticleState

_PAGE = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_HOST = re.compile(r"(?:[^@\[\]]*@)?(?:[^\[\]]*|\[[0-9A-Fa-f:.]+\])(?::\d*)?")
"""A host with its port; brackets stand around an address of IPv6 alone."""


FILE = "filepage"
"""The command by which an admin has a page filed that was just read."""


def is_page(text: str) -> bool:
    """Whether `text` is the address of a page, and nothing else."""
    return _PAGE.fullmatch(text) is not None and _can_be_reached(text)


def _can_be_reached(url: str) -> bool:
    """Whether host and port of `url` can be told; `http://a:99999/` leads nowhere."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    return parts.hostname is not None and port != 0 and _HOST.fullmatch(parts.netloc) is not None


async def about_page(context: Context, url: str) -> list[Message]:
    """Show the event that a page reports, or say why there is none."""
    if (known := await _known(context, _key(url))) is not None:
        return known
    links, request = context.services.links, context.request
    if links.reader is None or request.behalf:
        return [text_message(_unread(context))]
    verdict = links.pace.judge(request.address.platform, request.address.chat, context.now)
    if verdict is Verdict.SILENCE:
        return []
    _ = context.gettext
    if verdict is Verdict.TOO_MUCH:
        return [text_message(_("I read no more links in this chat for the moment."))]
    try:
        read = await links.reader.read(url, context.now)
    except FeedError as error:
        sentence = _("I can't read that page: {reason}.")
        return [text_message(fill_spans(sentence, reason=_(error.cause.sentence)))]
    except WorkerError:
        return [text_message(_("I can't read that page: my reader failed on it."))]
    for key in read.article.keys:  # where it leads to, or what it calls itself, may be known
        if (known := await _known(context, key)) is not None:
            return known
    return _shown(context, read)


def _key(url: str) -> str:
    return digest("address", address(url))


async def _known(context: Context, key: str) -> list[Message] | None:
    """Return what is said of a page that is stored; None for one that is not."""

    def find(session: Session) -> tuple[str, int | None] | None:
        found = articles.found_at(session, key)
        return (found.state, found.event_id) if found is not None else None

    found = await context.services.database.read(find)
    if found is None:
        return None
    state, event_id = found
    if event_id is not None:
        return await context.services.composer.event(context.chat, event_id, "")
    _ = context.gettext
    if state == ArticleState.UNREAD:
        return [text_message(_("I know this page and am about to read it."))]
    return [text_message(_("I know this page; I read of no event of the organisations in it."))]


def _shown(context: Context, read: PageRead) -> list[Message]:
    """Return the card of what a page reports, and the proofs of all that is on it."""
    _ = context.gettext
    told = read.shown(context.now)
    if told is None:
        sentence = _("I have read this page; it reports no event of the organisations.")
        return [text_message(sentence)]
    *before, last = context.services.composer.unfiled(context.chat, *told)
    said = [fill_spans(_("Read just now from the page; it is not in the diary."))]
    rows = last.buttons
    if is_admin(context):
        name = sha256(read.article.identity.encode()).hexdigest()[:16]
        context.services.links.read.keep(name, read)
        rows = ((Button(_("File it"), command=f"{FILE} {name}"),),)
        if not context.capabilities.has_buttons:
            filing = context.command(f"{FILE} {name}")
            said.append(fill_spans(_("To add it: {command}"), command=filing))
    return [*before, replace(last, blocks=(*last.blocks, text_block(*said)), buttons=rows)]


async def file_page(context: Context) -> list[Message]:
    """Let a page that was just read be filed, on an admin's word."""
    _ = context.gettext
    read = context.services.links.read.get(context.arguments)
    if not is_admin(context) or read is None:
        return [text_message(_("Paste the link again: I no longer know that page."))]
    new = await context.services.database.run(store, read, context.now)
    if not new:
        return [text_message(_("I know this page and am about to read it."))]
    return [text_message(_("It is filed in a moment, and told to those who follow it."))]


def _unread(context: Context) -> Line:
    sentence = context.gettext("This page is none of those that I have read; {sources} lists them.")
    return fill_spans(sentence, sources=context.command("sources"))


COMMANDS = (Command(FILE, file_page, changes=True, listed=False),)
