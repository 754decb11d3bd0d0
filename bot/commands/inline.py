"""What is offered to somebody who types behind the bot's name in any chat.

Cards to choose from, to be posted there.
"""

from datetime import datetime

from bot.commands.context import Services
from bot.commands.search_answer import found
from bot.language.translator import spoken
from bot.messages.message import Message
from bot.platforms.base import UserRequest
from storage.events import EventFilter
from storage.models import Chat

OFFERED = 10
"""Cards at most."""


async def offers(
    services: Services, request: UserRequest, text: str, now: datetime
) -> list[Message]:
    """Return the cards that fit what was typed: a number ("event 12"), an organisation, words.

    The last ones for nothing typed.

    No chat is remembered for it: the language is that of the person's client.
    """
    newcomers = services.options.newcomers
    language = spoken(request.language) if request.language else newcomers.language
    reader = Chat(
        platform=request.address.platform,
        address="",
        language=language,
        timezone=newcomers.timezone,
        created_at=now,
    )
    number = text.removeprefix("event").strip(" _")
    if number.isascii() and number.isdigit() and len(number) < 16:
        return [
            _without_commands(card)
            for card in await services.composer.cards(reader, ids=[int(number)], count=1)
        ]
    if text and (organization := services.organizations.find(text)):
        cards = await services.composer.cards(
            reader, about=EventFilter(frozenset({organization})), count=OFFERED
        )
    elif text:
        ids = await services.database.read(found, services.questions, text, limit=OFFERED)
        cards = await services.composer.cards(reader, ids=ids, count=OFFERED)
    else:
        cards = await services.composer.cards(reader, count=OFFERED)
    return [_without_commands(card) for card in cards]


def _without_commands(card: Message) -> Message:
    """Return a card with the buttons alone that open pages.

    Those that give commands would speak for a chat where the bot is not.
    """
    return card.with_buttons(lambda button: button if button.url else None)
