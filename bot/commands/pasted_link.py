"""A link that somebody pastes, or a post that they pass on: what is known of the page behind it."""

import re
from urllib.parse import urlsplit

from sqlmodel import Session

from bot.commands.context import Context
from bot.feeds.parsing.article_keys import address, digest
from bot.messages.message import Line, Message, fill_spans, text_message
from storage import articles
from storage.enums import ArticleState

_PAGE = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


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
    return parts.hostname is not None and port != 0


async def about_page(context: Context, url: str) -> list[Message]:
    """Show the event that a page reports, or say why there is none."""

    def find(session: Session) -> tuple[str, int | None] | None:
        found = articles.found_at(session, digest("address", address(url)))
        return (found.state, found.event_id) if found is not None else None

    found = await context.services.database.run(find)
    if found is None:
        return [text_message(_unread(context))]
    state, event_id = found
    if event_id is not None:
        return await context.services.composer.event(context.chat, event_id, "")
    _ = context.gettext
    if state == ArticleState.UNREAD:
        return [text_message(_("I know this page and am about to read it."))]
    return [text_message(_("I know this page; I read of no event of the organisations in it."))]


def _unread(context: Context) -> Line:
    sentence = context.gettext("This page is none of those that I have read; {sources} lists them.")
    return fill_spans(sentence, sources=context.command("sources"))
