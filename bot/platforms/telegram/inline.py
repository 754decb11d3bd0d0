"""Inline mode: cards to choose from, for somebody who types behind the bot's name in any chat."""

from collections.abc import Sequence

import structlog
from telegram import (
    Bot,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.error import TelegramError

from bot.messages.message import Block, BlockKind, Line, Message
from bot.platforms.base import Address, Answer, UserRequest
from bot.platforms.telegram import NAME
from bot.platforms.telegram.render import draw

CACHE_SECONDS = 60
"""How long Telegram may give the same answer to the same person again."""

LONGEST = 100
"""Characters of a result's title and of its description."""

_log = structlog.get_logger(__name__)


async def offer(bot: Bot, query: InlineQuery, answer: Answer) -> None:
    """Answer an inline query with the cards that fit it."""
    person = query.from_user
    language = person.language_code.split("-")[0].lower() if person.language_code else None
    request = UserRequest(
        Address(NAME, str(person.id)),
        str(person.id),
        query.query,
        language=language,
        may_change=False,
        inline=True,
    )
    results = results_of(await answer(request))
    try:
        await bot.answer_inline_query(query.id, results, cache_time=CACHE_SECONDS, is_personal=True)
    except TelegramError as error:  # too old, mostly: the person types on and asks again
        _log.info("inline query not answered", reason=error.message)


def results_of(cards: Sequence[Message]) -> list[InlineQueryResultArticle]:
    """Return each card as a result.

    One that is too long for one message is posted by its beginning.
    """
    results = []
    for nth, card in enumerate(cards):
        drawn = draw(card)[0]
        content = InputTextMessageContent(
            drawn.text,
            entities=drawn.entities,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        more = _words(card, BlockKind.HEADING)
        title = more.pop(min(1, len(more) - 1))  # the kind stands above it, its original below
        description = " · ".join([*more, *_words(card, BlockKind.FACTS)])
        results.append(
            InlineQueryResultArticle(
                str(nth),
                title[:LONGEST],
                content,
                reply_markup=drawn.keyboard,
                description=description[:LONGEST] or None,
            )
        )
    return results


def _words(card: Message, kind: BlockKind) -> list[str]:
    """Return the lines of a card's first block of a kind."""
    block = next((block for block in card.blocks if block.kind is kind), Block(kind, ()))
    lines = [_text(line) for line in block.lines]
    if not lines and kind is BlockKind.HEADING:
        return [card.plain.partition("\n")[0]]
    return lines


def _text(line: Line) -> str:
    return "".join(span.text for span in line)
