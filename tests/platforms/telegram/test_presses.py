"""A press says what a button of that message says, and in a channel nobody speaks by pressing."""

import pytest

from bot.messages.message import Button, Document, Message, text_block, text_message
from bot.platforms.base import Address
from bot.platforms.telegram.messenger import TelegramMessenger
from tests.platforms.telegram.listening import Listening
from tests.telegram_api import BotApi, FakeChat, Person, Posted

CARD = Message(
    (text_block("card"),),
    ((Button("Who", command="event 12 who"), Button("Mute this", command="mute 12")),),
)
LONG = text_message("Everybody who was there. " * 20)
FORGERIES = ("search anything that I want you to read", "who Anybody", "export", "event 13 who")


@pytest.fixture
def admin(api: BotApi) -> Person:
    return api.person("Admin")


@pytest.fixture
def reader(api: BotApi) -> Person:
    return api.person("Reader")


@pytest.fixture
def channel(api: BotApi, admin: Person, reader: Person) -> FakeChat:
    return api.channel("News", "news", creator=admin, member=reader)


@pytest.fixture
async def card(api: BotApi, messenger: TelegramMessenger, channel: FakeChat) -> Posted:
    await messenger.send(Address("telegram", str(channel.id)), CARD, key="1")
    return await api.message(channel)


async def pressed(api: BotApi, press: str) -> dict[str, object]:
    """Wait until the press is answered, and return how."""

    def answered() -> dict[str, object] | None:
        answers = [call.params for call in api.of("answerCallbackQuery") if call.status == 200]
        return next((one for one in answers if one["callback_query_id"] == press), None)

    return await api.until(answered)


async def test_a_reader_of_a_channel_does_not_speak_to_all_the_others_by_a_press(
    api: BotApi, listening: Listening, channel: FakeChat, card: Posted, reader: Person
) -> None:
    listening.answers = lambda _: [LONG, LONG]
    answer = await pressed(api, api.presses(reader, card, "Who"))
    assert answer["url"] == "https://t.me/tco_diary_bot?start=event_12_who"
    assert api.messages(channel) == [card]
    assert card.edits == 0


async def test_what_is_short_is_answered_by_an_alert(
    api: BotApi, listening: Listening, channel: FakeChat, card: Posted, reader: Person
) -> None:
    listening.answers = lambda _: [text_message("Nobody is named.")]
    answer = await pressed(api, api.presses(reader, card, "Who"))
    assert (answer["text"], answer["show_alert"]) == ("Nobody is named.", "true")
    assert api.messages(channel) == [card]


async def test_a_file_waits_in_the_private_chat(
    api: BotApi, listening: Listening, card: Posted, reader: Person
) -> None:
    file = Document("calendar.ics", "text/calendar", b"BEGIN:VCALENDAR")
    listening.answers = lambda _: [Message((text_block("Here."),), document=file)]
    answer = await pressed(api, api.presses(reader, card, "Who"))
    assert answer["url"] == "https://t.me/tco_diary_bot?start=event_12_who"


async def test_only_an_admin_of_the_channel_may_change_what_it_gets(
    api: BotApi,
    listening: Listening,
    channel: FakeChat,
    card: Posted,
    admin: Person,
    reader: Person,
) -> None:
    for person in (reader, admin):
        await pressed(api, api.presses(person, card, "Mute this"))
    assert [(heard.text, heard.may_change) for heard in listening.heard] == [
        ("mute 12", False),
        ("mute 12", True),
    ]
    assert {heard.address.chat for heard in listening.heard} == {str(channel.id)}
    assert api.messages(channel) == [card]


async def test_an_answer_that_would_replace_the_message_of_a_channel_does_not(
    api: BotApi, listening: Listening, card: Posted, reader: Person
) -> None:
    listening.answers = lambda _: [Message((text_block("instead"),), replaces=True)]
    await pressed(api, api.presses(reader, card, "Who"))
    assert (card.text, card.edits) == ("card", 0)


async def test_where_no_link_can_say_it_the_alert_says_its_beginning(
    api: BotApi, listening: Listening, messenger: TelegramMessenger, reader: Person
) -> None:
    channel = api.channel()
    odd = Message((text_block("list"),), ((Button("More", command="search дом #10"),),))
    await messenger.send(Address("telegram", str(channel.id)), odd, key="2")
    listening.answers = lambda _: [LONG]
    answer = await pressed(api, api.presses(reader, await api.message(channel), "More"))
    assert str(answer["text"]).endswith("…")
    assert len(str(answer["text"])) == 200


async def test_a_press_whose_answer_fails_is_acknowledged_all_the_same(
    api: BotApi, listening: Listening, card: Posted, reader: Person
) -> None:
    def fails(_: object) -> list[Message]:
        raise RuntimeError("a mistake of ours")

    listening.answers = fails
    answer = await pressed(api, api.presses(reader, card, "Who"))
    assert "text" not in answer


@pytest.mark.parametrize("data", FORGERIES)
async def test_no_press_says_what_no_button_of_its_message_says(
    api: BotApi, listening: Listening, card: Posted, reader: Person, data: str
) -> None:
    group = api.group(creator=reader)
    listening.answers = lambda _: [CARD]
    api.says(reader, "/latest", group)
    in_group = await api.message(group)
    api.says(reader, "/latest")
    in_private = await api.message(reader)
    before = len(listening.heard)
    for message in (card, in_group, in_private):
        await pressed(api, api.presses_data(reader, message, data))
    assert len(listening.heard) == before
    assert [len(api.messages(chat)) for chat in (card.chat, group, reader)] == [1, 1, 1]


async def test_a_message_whose_buttons_are_gone_says_nothing_more(
    api: BotApi, listening: Listening, reader: Person
) -> None:
    listening.answers = lambda _: [CARD]
    api.says(reader, "/latest")
    message = await api.message(reader)
    message.markup = None
    await pressed(api, api.presses_data(reader, message, "mute 12"))
    assert [heard.text for heard in listening.heard] == ["latest"]
