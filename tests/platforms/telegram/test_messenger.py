"""Sending and editing: what arrives, and what each failure means for the delivery."""

import socket
import traceback

import pytest
from pydantic import SecretStr

from bot.messages.message import Button, Message, Span, Style, text_block, text_message
from bot.platforms.base import (
    Address,
    AnswerLost,
    ChatClosed,
    ChatGone,
    ChatMoved,
    DeliveryError,
    Refused,
    TryLater,
)
from bot.platforms.telegram.messenger import TelegramMessenger
from tests.telegram_api import (
    TOKEN,
    BotApi,
    Fault,
    Person,
    answer_lost,
    bad_request,
    forbidden,
    hang,
    page_instead_of_json,
    reset,
    server_error,
    too_many_requests,
    unauthorized,
)

LONG = Message(tuple(text_block(f"{nth} " + "word " * 700) for nth in range(3)))


@pytest.fixture
def person(api: BotApi) -> Person:
    person = api.person()
    api.says(person, "/start")
    return person


@pytest.fixture
def address(person: Person) -> Address:
    return Address("telegram", str(person.id))


async def test_a_card_arrives_with_its_styles_links_and_buttons(
    api: BotApi, messenger: TelegramMessenger, person: Person, address: Address
) -> None:
    card = Message(
        (
            text_block("🇨🇭 CONFERENCE", Span("Мурас 👩‍🚀", Style.BOLD)),
            text_block(Span("KABAR", url="https://kabar.kg/1")),
        ),
        buttons=((Button("Who", command="event 1"), Button("Sources", url="https://kabar.kg/1")),),
    )
    remote = await messenger.send(address, card, key="1")
    (posted,) = api.messages(person)
    assert remote == str(posted.message_id)
    assert posted.text == "🇨🇭 CONFERENCE\nМурас 👩‍🚀\n\nKABAR"
    assert (posted.styled("bold"), posted.styled("text_link"), posted.labels) == (
        ["Мурас 👩‍🚀"],
        ["KABAR"],
        ["Who", "Sources"],
    )


async def test_no_parse_mode_and_no_link_preview_is_ever_asked_for(
    api: BotApi, messenger: TelegramMessenger, address: Address
) -> None:
    remote = await messenger.send(address, text_message("<b>https://kabar.kg</b>"), key="1")
    await messenger.edit(address, remote, text_message("*https://kabar.kg*"), key="2")
    for call in api.of("sendMessage") + api.of("editMessageText"):
        assert "parse_mode" not in call.params
        assert call.params["link_preview_options"] == {"is_disabled": True}


async def test_a_long_message_arrives_in_parts_under_one_id(
    api: BotApi, messenger: TelegramMessenger, person: Person, address: Address
) -> None:
    remote = await messenger.send(address, LONG, key="1")
    parts = api.messages(person)
    assert remote == ",".join(str(part.message_id) for part in parts)
    assert "\n\n".join(part.text for part in parts) == LONG.plain


@pytest.mark.parametrize(
    "fault", [too_many_requests(3), server_error(), reset()], ids=lambda fault: fault.name
)
async def test_a_long_message_that_broke_off_goes_on_where_it_stopped(
    api: BotApi, messenger: TelegramMessenger, person: Person, address: Address, fault: Fault
) -> None:
    api.script.fail("sendMessage", None, fault)
    with pytest.raises(DeliveryError):
        await messenger.send(address, LONG, key="1")
    remote = await messenger.send(address, LONG, key="1")
    assert "\n\n".join(part.text for part in api.messages(person)) == LONG.plain
    assert remote == ",".join(str(part.message_id) for part in api.messages(person))


async def test_an_edit_changes_the_message_and_keeps_its_id(
    api: BotApi, messenger: TelegramMessenger, person: Person, address: Address
) -> None:
    remote = await messenger.send(address, text_message("one source"), key="1")
    assert await messenger.edit(address, remote, text_message("two sources"), key="2") == remote
    assert [(message.text, message.edits) for message in api.messages(person)] == [
        ("two sources", 1)
    ]


async def test_an_edit_that_changes_nothing_is_done(
    api: BotApi, messenger: TelegramMessenger, person: Person, address: Address
) -> None:
    remote = await messenger.send(address, text_message("the same"), key="1")
    assert await messenger.edit(address, remote, text_message("the same"), key="2") == remote
    assert [message.edits for message in api.messages(person)] == [0]


async def test_an_edit_may_grow_and_shrink_a_message(
    api: BotApi, messenger: TelegramMessenger, person: Person, address: Address
) -> None:
    short = await messenger.send(address, text_message("short"), key="1")
    grown = await messenger.edit(address, short, LONG, key="2")
    assert grown.startswith(f"{short},")
    assert "\n\n".join(part.text for part in api.messages(person)) == LONG.plain
    assert await messenger.edit(address, grown, text_message("short again"), key="3") == short
    assert [message.text for message in api.messages(person)] == ["short again"]


async def test_editing_what_was_deleted_is_refused(
    api: BotApi, messenger: TelegramMessenger, address: Address
) -> None:
    remote = await messenger.send(address, text_message("gone"), key="1")
    del api.world.posted[int(address.chat), int(remote)]
    with pytest.raises(Refused, match="edit not found"):
        await messenger.edit(address, remote, text_message("new"), key="2")


async def test_a_message_for_a_topic_goes_into_it(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    forum = api.group(forum=True, topics=(5,))
    await messenger.send(Address("telegram", str(forum.id), "5"), text_message("card"), key="1")
    assert [message.thread for message in api.messages(forum)] == [5]


async def test_a_topic_that_is_closed_may_be_opened_again(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    forum = api.group(forum=True)
    forum.topics[5] = False
    with pytest.raises(ChatClosed):
        await messenger.send(Address("telegram", str(forum.id), "5"), text_message("card"), key="1")


async def test_a_topic_that_is_no_more_sends_the_chat_back_to_its_group(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    forum = api.group(forum=True)
    with pytest.raises(ChatMoved) as moved:
        await messenger.send(Address("telegram", str(forum.id), "5"), text_message("card"), key="1")
    assert moved.value.to == Address("telegram", str(forum.id))


async def test_a_group_that_became_a_supergroup_is_followed(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    group = api.group()
    new = api.migrates(group)
    with pytest.raises(ChatMoved) as moved:
        await messenger.send(Address("telegram", str(group.id)), text_message("card"), key="1")
    assert moved.value.to == Address("telegram", str(new.id))
    await messenger.send(moved.value.to, text_message("card"), key="1")
    assert len(api.messages(new)) == 1


async def test_whoever_blocks_the_bot_is_gone_until_they_write_again(
    api: BotApi, messenger: TelegramMessenger, person: Person, address: Address
) -> None:
    api.blocks(person)
    with pytest.raises(ChatGone, match="blocked by the user"):
        await messenger.send(address, text_message("card"), key="1")
    api.says(person, "/start")
    await messenger.send(address, text_message("card"), key="1")


async def test_a_group_that_kicks_the_bot_is_gone(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    group = api.group()
    api.kicks(group)
    with pytest.raises(ChatGone, match="kicked"):
        await messenger.send(Address("telegram", str(group.id)), text_message("card"), key="1")


async def test_a_chat_that_is_not_found_is_closed_for_now(messenger: TelegramMessenger) -> None:
    with pytest.raises(ChatClosed, match="hat not found"):
        await messenger.send(Address("telegram", "99"), text_message("card"), key="1")


FAULTS: list[tuple[Fault, type[DeliveryError], bool]] = [
    (server_error(500), TryLater, False),
    (server_error(502), TryLater, False),
    (server_error(503), TryLater, False),
    (server_error(504), AnswerLost, False),
    (too_many_requests(7), TryLater, False),
    (unauthorized(), TryLater, False),
    (reset(), AnswerLost, False),
    (hang(), AnswerLost, False),
    (answer_lost(), AnswerLost, True),
    (hang(accepted=True), AnswerLost, True),
    (page_instead_of_json(), AnswerLost, True),
    (forbidden("bot can't initiate conversation with a user"), ChatClosed, False),
    (forbidden("user is deactivated"), ChatGone, False),
    (bad_request("not enough rights to send text messages to the chat"), ChatClosed, False),
    (bad_request("have no rights to send a message"), ChatClosed, False),
    (bad_request("CHAT_RESTRICTED"), ChatClosed, False),
    (bad_request("TOPIC_CLOSED"), ChatClosed, False),
    (forbidden("something that nobody has seen before"), ChatClosed, False),
    (bad_request("CHAT_WRITE_FORBIDDEN"), ChatClosed, False),
    (bad_request("message is too long"), Refused, False),
    (bad_request("BUTTON_DATA_INVALID"), Refused, False),
    (bad_request("something that nobody has seen before"), Refused, False),
]


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: f"{case[0].name}-{case[1].__name__}")
async def test_each_failure_says_what_it_means_for_the_delivery(
    api: BotApi, person: Person, address: Address, case: tuple[Fault, type[DeliveryError], bool]
) -> None:
    fault, kind, arrived = case
    messenger = TelegramMessenger(
        SecretStr(TOKEN), base_url=api.url, timeout=0.5 if fault.hangs else 30
    )
    api.script.fail("sendMessage", fault)
    with pytest.raises(DeliveryError) as failure:
        await messenger.send(address, text_message("card"), key="1")
    await messenger.close()
    await api.until(lambda: api.messages(person) if arrived else api.of("sendMessage"))
    assert type(failure.value) is kind
    assert failure.value.address == address
    assert bool(api.messages(person)) is arrived
    assert "<html>" not in failure.value.reason
    assert TOKEN not in "".join(traceback.format_exception(failure.value))


@pytest.mark.parametrize(
    ("fault", "after", "everywhere"),
    [(too_many_requests(7), 7, False), (server_error(), None, True), (unauthorized(), None, True)],
    ids=lambda value: getattr(value, "name", ""),
)
async def test_a_wait_says_how_long_and_for_whom(
    api: BotApi,
    messenger: TelegramMessenger,
    address: Address,
    fault: Fault,
    after: float | None,
    everywhere: bool,
) -> None:
    api.script.fail("sendMessage", fault)
    with pytest.raises(TryLater) as later:
        await messenger.send(address, text_message("card"), key="1")
    assert (later.value.after, later.value.everywhere) == (after, everywhere)


async def test_a_server_that_cannot_be_reached_has_certainly_got_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    messenger = TelegramMessenger(SecretStr(TOKEN), base_url=f"http://127.0.0.1:{port}/bot")
    with pytest.raises(TryLater, match="cannot reach Telegram") as later:
        await messenger.send(Address("telegram", "1"), text_message("card"), key="1")
    assert later.value.everywhere
    await messenger.close()


async def test_whoever_only_sends_learns_the_bots_own_name_for_links_to_events(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    links, introduce = messenger.capabilities.event_links, messenger.capabilities.introduce
    assert introduce is not None
    assert links.of(17) is None
    await introduce()
    assert str(links.of(17)).startswith("https://t.me/")
    asked = len(api.of("getMe"))
    await introduce()
    assert len(api.of("getMe")) == asked


async def test_a_telegram_out_of_reach_is_asked_for_its_name_once_a_while(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    introduce = messenger.capabilities.introduce
    assert introduce is not None
    api.script.fail("getMe", server_error())
    await introduce()
    await introduce()
    assert messenger.capabilities.event_links.of(17) is None
    assert len(api.of("getMe")) == 1
