"""A room that the bot joins is greeted, and an answer stands in the thread of its question."""

import asyncio

from bot.messages.message import Message, text_message
from bot.platforms.base import UserRequest
from bot.platforms.matrix.errors import checked
from bot.platforms.matrix.login import Account
from bot.platforms.matrix.messenger import MatrixMessenger
from tests.homeserver.person import Person


async def test_it_greets_when_it_joins_and_answers_in_the_thread(
    account: Account, person: Person
) -> None:
    async def answer(request: UserRequest) -> list[Message]:
        return [text_message(f"you said: {request.text}")]

    messenger = MatrixMessenger(account, ())
    task = asyncio.create_task(messenger.listen(answer))
    try:
        await messenger.ready()
        room = await person.room(account.user)
        await person.joined(room, account.user)
        greeting = (await person.answer(room, account.user)).source["content"]
        assert (greeting["body"], greeting["msgtype"]) == ("you said: start", "m.notice")
        root = await person.say(room, "a topic of ours")
        await person.answer(room, account.user)  # in a room of two all is for the bot
        thread = {"rel_type": "m.thread", "event_id": root}
        content = {"msgtype": "m.text", "body": "!latest", "m.relates_to": thread}
        sent = await person.client.room_send(room, "m.room.message", content)
        asked = str(checked(sent).event_id)
        told = (await person.answer(room, account.user)).source["content"]
        assert told["body"] == "you said: latest"
        assert told["m.relates_to"]["event_id"] == root
        assert told["m.relates_to"]["m.in_reply_to"] == {"event_id": asked}
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await messenger.close()
