"""What people say on Telegram reaches the commands, and the answers reach the people."""

import asyncio

import pytest
from pydantic import SecretStr

from bot.messages.message import Button, Message, text_block, text_message
from bot.platforms.base import Address, UserRequest
from bot.platforms.telegram.messenger import TelegramMessenger
from tests.platforms.telegram.listening import Listening
from tests.telegram_api import TOKEN, BotApi, Person, bad_request, server_error, too_many_requests


def with_button(text: str, label: str, command: str, *, replaces: bool = False) -> Message:
    return Message(
        (text_block(text),), buttons=((Button(label, command=command),),), replaces=replaces
    )


async def test_a_command_in_a_private_chat_is_answered_there(
    api: BotApi, listening: Listening
) -> None:
    person = api.person("Aigul", language="kk")
    api.says(person, "/start")
    assert (await api.message(person)).text == "you said start"
    address = Address("telegram", str(person.id))
    assert listening.heard == [
        UserRequest(
            address,
            str(person.id),
            "start",
            title="Aigul",
            language="kk",
            may_change=True,
            private=True,
        )
    ]


@pytest.mark.usefixtures("listening")
async def test_any_text_in_a_private_chat_is_a_request(api: BotApi) -> None:
    person = api.person()
    api.says(person, "turksoy")
    assert (await api.message(person)).text == "you said turksoy"


async def test_noise_in_a_group_gets_no_answer(api: BotApi, listening: Listening) -> None:
    person = api.person()
    group = api.group(creator=person)
    api.says(person, "good morning", group)
    api.says(person, "/start@another_bot", group)
    api.says(person, "/start@TCO_diary_bot now", group)
    await api.message(group)
    assert [request.text for request in listening.heard] == ["start now"]


@pytest.mark.usefixtures("listening")
async def test_the_bot_can_be_called_by_its_name_in_a_group(api: BotApi) -> None:
    person = api.person()
    group = api.group(creator=person)
    api.says(person, "@tco_diary_bot subscribe ots", group)
    assert (await api.message(group)).text == "you said subscribe ots"


async def test_a_topic_of_a_forum_is_a_place_of_its_own(api: BotApi, listening: Listening) -> None:
    person = api.person()
    forum = api.group(forum=True, topics=(77,), creator=person)
    api.says(person, "/latest", forum, thread=77)
    assert (await api.message(forum)).thread == 77
    assert listening.heard[0].address == Address("telegram", str(forum.id), "77")


async def test_in_a_group_administrators_may_change_settings_and_members_may_not(
    api: BotApi, listening: Listening
) -> None:
    owner, admin, member, stranger = (
        api.person(name) for name in ("Owner", "Admin", "Member", "Stranger")
    )
    group = api.group(creator=owner, administrator=admin, member=member)
    for person in (owner, admin, member, stranger):
        api.says(person, f"/stop {person.name}", group)
    await api.message(group, "Stranger")
    assert {request.text: request.may_change for request in listening.heard} == {
        "stop Owner": True,
        "stop Admin": True,
        "stop Member": False,
        "stop Stranger": False,
    }


@pytest.mark.usefixtures("listening")
async def test_telegram_is_not_asked_again_about_the_same_person(api: BotApi) -> None:
    person = api.person()
    group = api.group(administrator=person)
    for nth in range(3):
        api.says(person, f"/stop {nth}", group)
    await api.message(group, "stop 2")
    assert len(api.of("getChatMember")) == 1


async def test_an_anonymous_administrator_and_the_linked_channel_may_change_settings(
    api: BotApi, listening: Listening
) -> None:
    person = api.person()
    group, channel, other = api.group("Desk"), api.group("Channel"), api.group("Another channel")
    group.linked = channel.id
    for speaker in (group, channel, other):
        api.says(person, f"/stop {speaker.title}", group, speaks_as=speaker)
    await api.message(group, "Another channel")
    assert [request.may_change for request in listening.heard] == [True, True, False]


async def test_rights_that_telegram_does_not_tell_are_not_given(
    api: BotApi, listening: Listening
) -> None:
    person = api.person()
    group = api.group(creator=person)
    api.script.fail("getChatMember", server_error())
    api.says(person, "/stop", group)
    await api.message(group)
    assert listening.heard[0].may_change is False


async def test_a_press_is_acknowledged_and_its_answer_replaces_the_message(
    api: BotApi, listening: Listening
) -> None:
    person = api.person()
    listening.answers = lambda request: [
        with_button(f"{request.text}!", "☐ OTS", "subscribe ots", replaces=True)
    ]
    api.says(person, "/organizations")
    first = await api.message(person)
    listening.answers = lambda _: [
        with_button("organizations!", "☑ OTS", "unsubscribe ots", replaces=True)
    ]
    press = api.presses(person, first, "☐ OTS")
    await api.until(lambda: first.edits)
    assert api.world.acknowledged == [press]
    assert listening.heard[-1].text == "subscribe ots"
    assert [message.labels for message in api.messages(person)] == [["☑ OTS"]]


async def test_a_press_is_acknowledged_before_the_answer_is_known(
    api: BotApi, listening: Listening
) -> None:
    person = api.person()
    listening.answers = lambda _: [with_button("card", "Who", "event 1")]
    api.says(person, "/latest")
    card = await api.message(person)
    api.presses(person, card, "Who")
    await api.message(person, after=card.message_id)
    methods = [
        call.method for call in api.calls if call.method in {"answerCallbackQuery", "sendMessage"}
    ]
    assert methods == ["sendMessage", "answerCallbackQuery", "sendMessage"]


async def test_an_answer_that_does_not_replace_is_a_new_message(
    api: BotApi, listening: Listening
) -> None:
    person = api.person()
    listening.answers = lambda _: [with_button("card", "Who", "event 1")]
    api.says(person, "/latest")
    card = await api.message(person)
    api.presses(person, card, "Who")
    await api.message(person, after=card.message_id)
    assert (card.edits, len(api.messages(person))) == (0, 2)


async def test_a_message_that_cannot_be_replaced_any_more_is_sent_anew(
    api: BotApi, listening: Listening
) -> None:
    person = api.person()
    listening.answers = lambda _: [with_button("list", "OTS", "subscribe ots", replaces=True)]
    api.says(person, "/organizations")
    first = await api.message(person)
    del api.world.posted[person.id, first.message_id]
    api.presses(person, first, "OTS")
    assert (await api.message(person, after=first.message_id)).text == "list"


async def test_pressing_a_button_that_changes_nothing_is_quiet(
    api: BotApi, listening: Listening
) -> None:
    person = api.person()
    listening.answers = lambda _: [with_button("list", "OTS", "subscribe ots", replaces=True)]
    api.says(person, "/organizations")
    first = await api.message(person)
    api.presses(person, first, "OTS")
    await api.until(lambda: api.of("editMessageText") and api.of("editMessageText")[-1].status)
    assert (first.edits, len(api.messages(person))) == (0, 1)


async def test_a_press_that_is_too_old_to_acknowledge_still_counts(
    api: BotApi, listening: Listening
) -> None:
    person = api.person()
    listening.answers = lambda _: [with_button("card", "Who", "event 1")]
    api.says(person, "/latest")
    card = await api.message(person)
    api.script.fail(
        "answerCallbackQuery",
        bad_request("query is too old and response timeout expired or query ID is invalid"),
    )
    api.presses(person, card, "Who")
    await api.message(person, after=card.message_id)


@pytest.mark.usefixtures("listening")
async def test_a_chat_is_answered_in_the_order_in_which_it_spoke(api: BotApi) -> None:
    person = api.person()
    for nth in range(20):
        api.says(person, f"/latest {nth}")
    await api.until(lambda: len(api.messages(person)) == 20)
    assert [message.text for message in api.messages(person)] == [
        f"you said latest {nth}" for nth in range(20)
    ]


async def test_a_failing_command_does_not_stop_the_others(
    api: BotApi, listening: Listening
) -> None:
    def answers(request: UserRequest) -> list[Message]:
        if request.text == "boom":
            raise RuntimeError("a mistake of ours")
        return [text_message("well")]

    listening.answers = answers
    person = api.person()
    api.says(person, "/boom")
    api.says(person, "/help")
    assert (await api.message(person)).text == "well"


@pytest.mark.usefixtures("listening")
async def test_an_answer_waits_when_telegram_asks_to(api: BotApi) -> None:
    person = api.person()
    api.script.fail("sendMessage", too_many_requests(1))
    api.says(person, "/help")
    await api.message(person)
    assert [call.status for call in api.of("sendMessage")] == [429, 200]


async def test_the_answer_to_somebody_who_left_is_let_go(api: BotApi, listening: Listening) -> None:
    gone, here = api.person(), api.person()
    listening.answers = lambda request: [text_message(request.sender)]
    api.script.fail("sendMessage", bad_request("chat not found"))
    api.says(gone, "/help")
    await api.until(lambda: api.of("sendMessage"))
    api.says(here, "/help")
    assert (await api.message(here)).text == str(here.id)


@pytest.mark.usefixtures("listening")
async def test_the_menu_is_set_in_each_language_and_shorter_for_members_of_groups(
    api: BotApi,
) -> None:
    def menu(language: str, *names: str) -> list[dict[str, str]]:
        return [{"command": name, "description": f"What I can do ({language})"} for name in names]

    await api.until(lambda: len(api.world.scoped.get("all_chat_administrators", {})) == 3)
    everything = {
        "": menu("en", "help", "stop"),
        "en": menu("en", "help", "stop"),
        "tr": menu("tr", "help", "stop"),
    }
    assert api.world.commands == everything
    assert api.world.scoped["all_chat_administrators"] == everything
    assert api.world.scoped["all_group_chats"] == {
        "": menu("en", "help"),
        "en": menu("en", "help"),
        "tr": menu("tr", "help"),
    }


async def test_what_was_fetched_is_answered_before_the_listening_ends(
    api: BotApi, listening: Listening
) -> None:
    person = api.person()
    api.says(person, "/help")
    await api.until(lambda: listening.heard)
    listening.task.cancel()
    await asyncio.wait([listening.task])
    assert [message.text for message in api.messages(person)] == ["you said help"]


async def test_a_confirmed_update_is_not_delivered_again(api: BotApi, listening: Listening) -> None:
    person: Person = api.person()
    api.says(person, "/help")
    await api.message(person)
    listening.task.cancel()
    await asyncio.wait([listening.task])
    assert api.world.updates == []


async def test_only_those_who_are_allowed_are_answered_when_somebody_is(api: BotApi) -> None:
    allowed, other = api.person(), api.person()
    messenger = TelegramMessenger(SecretStr(TOKEN), base_url=api.url, allowed_users=[allowed.id])
    async with Listening(messenger) as listening:
        api.says(other, "/help")
        api.says(allowed, "/help")
        await api.message(allowed)
    await messenger.close()
    assert [request.sender for request in listening.heard] == [str(allowed.id)]
