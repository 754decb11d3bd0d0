"""Behind the bot's name, in any chat, cards are offered to choose from."""

from bot.messages.message import BlockKind, Button, Message, Span, Style, text_block
from bot.platforms.base import Address, UserRequest
from tests.platforms.telegram.listening import Listening
from tests.telegram_api import BotApi

CARD = Message(
    (
        text_block("CONFERENCE", Span("United in Heritage", Style.BOLD), kind=BlockKind.HEADING),
        text_block("Tue 23 April 2024", "Geneva", kind=BlockKind.FACTS),
    ),
    ((Button("Map", url="https://example.org/map"),),),
)


async def test_the_cards_are_results_with_title_place_and_text(
    api: BotApi, listening: Listening
) -> None:
    listening.answers = lambda _: [CARD, CARD]
    person = api.person(language="tr-TR")
    query = api.types_inline(person, "turksoy")
    await api.until(lambda: query in api.world.offered)
    first, second = api.world.offered[query]
    assert (first["title"], first["description"]) == (
        "United in Heritage",
        "CONFERENCE · Tue 23 April 2024 · Geneva",
    )
    assert first["input_message_content"]["message_text"].startswith(
        "CONFERENCE\nUnited in Heritage"
    )
    assert first["reply_markup"]["inline_keyboard"][0][0]["url"] == "https://example.org/map"
    assert first["id"] != second["id"]
    address = Address("telegram", str(person.id))
    assert listening.heard == [
        UserRequest(
            address, str(person.id), "turksoy", language="tr", may_change=False, inline=True
        )
    ]


async def test_nothing_found_is_an_empty_offer(api: BotApi, listening: Listening) -> None:
    listening.answers = lambda _: []
    query = api.types_inline(api.person(), "zzz")
    await api.until(lambda: query in api.world.offered)
    assert api.world.offered[query] == []
