"""The Bot API on loopback: HTTP, the log of calls, and what people do in it."""

import asyncio
import socket
import struct
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

from aiogram.types import Update
from aiohttp import web

from tests.telegram_api.checks import parse
from tests.telegram_api.faults import ApiError, Fault, Malformed, Script
from tests.telegram_api.methods import METHODS, RIGHTS
from tests.telegram_api.world import FakeChat, Person, Posted, World

TOKEN = "424242:LOOPBACK-this-is-no-secret-of-anybody"
ME = {
    "id": 424242,
    "is_bot": True,
    "first_name": "Turkic diary",
    "username": "tco_diary_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}
_ANONYMOUS_ADMIN = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
_PAGE = (
    "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center><hr><center>"
    "nginx</center></body></html>"
)

T = TypeVar("T")


@dataclass
class Call:
    """One call to the API.

    Attributes:
        at: Seconds, by the server's monotonic clock, at which it came.
        method: Its name.
        params: What it carried.
        status: The HTTP status of the answer, or None while there is none.
        fault: What was scripted to go wrong with it, or None.
    """

    at: float
    method: str
    params: dict[str, Any] = field(default_factory=dict)
    status: int | None = None
    fault: str | None = None


class BotApi:
    """A Bot API for one bot. Use it as an async context manager.

    Args:
        token: The one that it accepts.
        more_routes: What else the server answers.

    Attributes:
        calls: Every call, in order; `of(method)` gives those of one method.
        complaints: What requests did wrong beyond what the test scripted.
        script: Which calls go wrong.
        url: For the client's base URL: up to and with "/bot".
        world: Chats, people and messages.
    """

    def __init__(self, token: str = TOKEN, more_routes: Sequence[web.RouteDef] = ()) -> None:
        self.token = token
        self._more_routes = more_routes
        self.world = World(ME)
        self.script = Script()
        self.calls: list[Call] = []
        self.complaints: list[str] = []
        self.url = ""
        self._poll = 0
        self._stopping = asyncio.Event()
        self._waiting: set[asyncio.Event] = set()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen on loopback, on a free port unless told which."""
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/{name}", self._file)
        app.add_routes(self._more_routes)
        self._stopping.clear()
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/bot"

    async def stop(self) -> None:
        """Stop listening; what hangs is let go."""
        self._stopping.set()
        self.touch()
        if self._runner:
            await self._runner.cleanup()

    # What people do.

    def person(self, name: str = "Aigul", language: str | None = "en") -> Person:
        """Somebody new, who has not yet written to the bot."""
        return Person(next(self.world.ids), name, language)

    def group(
        self,
        title: str = "Desk",
        *,
        forum: bool = False,
        topics: tuple[int, ...] = (),
        **members: Person,
    ) -> FakeChat:
        """Return a new supergroup with the bot in it.

        Members are given by status: creator, administrator, member.
        """
        chat = FakeChat(
            -1_000_000_000_000 - next(self.world.ids),
            "supergroup",
            title,
            forum,
            topics=dict.fromkeys(topics, True),
        )
        chat.members = {person.id: status for status, person in members.items()}
        self.world.chats[chat.id] = chat
        return chat

    def channel(
        self, title: str = "News", username: str | None = None, **members: Person
    ) -> FakeChat:
        """Return a new channel with the bot as its admin; members as for a group."""
        chat = FakeChat(
            -1_000_000_000_000 - next(self.world.ids), "channel", title, username=username
        )
        chat.members = {person.id: status for status, person in members.items()}
        self.world.chats[chat.id] = chat
        return chat

    def makes_admin(self, person: Person, chat: FakeChat) -> None:
        """Let somebody make the bot an admin of a chat."""
        rights = dict.fromkeys(RIGHTS, False)
        old, new = {"status": "left", "user": ME}, {"status": "administrator", "user": ME, **rights}
        self.tells(
            my_chat_member={
                "chat": chat.json,
                "from": person.json,
                "date": int(time.time()),
                "old_chat_member": old,
                "new_chat_member": new,
            }
        )

    def types_inline(self, person: Person, text: str) -> str:
        """Let somebody type behind the bot's name in some chat; returns the id of the query."""
        query = f"query-{len(self.world.asked) + len(self.world.offered)}"
        self.world.asked.add(query)
        self.tells(inline_query={"id": query, "from": person.json, "query": text, "offset": ""})
        return query

    def says(
        self,
        person: Person,
        text: str,
        chat: FakeChat | None = None,
        *,
        thread: int | None = None,
        speaks_as: FakeChat | None = None,
    ) -> Posted:
        """Let somebody write, in their private chat unless told where.

        `speaks_as` is the group itself for an anonymous admin.
        """
        chat = chat or self.world.chats.setdefault(
            person.id, FakeChat(person.id, "private", person.name)
        )
        if chat.type == "private":
            chat.gone = None
        message = self.world.post(
            chat, _ANONYMOUS_ADMIN if speaks_as else person.json, text, thread=thread
        )
        self.tells(message=message.json | ({"sender_chat": speaks_as.json} if speaks_as else {}))
        return message

    def presses(self, person: Person, message: Posted, label: str) -> str:
        """Let somebody press the button that reads `label`; returns the id of the press."""
        data = next(
            button["callback_data"] for button in message.buttons if button["text"] == label
        )
        return self.presses_data(person, message, data)

    def presses_data(self, person: Person, message: Posted, data: str) -> str:
        """Let somebody send `data` as if a button of `message` held it; clients can be made to."""
        press = (
            f"press-{len(self.world.presses) + len(self.world.acknowledged)}-{message.message_id}"
        )
        self.world.presses.add(press)
        self.tells(
            callback_query={
                "id": press,
                "from": person.json,
                "message": message.json,
                "chat_instance": str(message.chat.id),
                "data": data,
            }
        )
        return press

    def blocks(self, person: Person) -> None:
        """Let somebody block the bot; writing to it unblocks."""
        self.world.chats[person.id].gone = "bot was blocked by the user"

    def kicks(self, chat: FakeChat) -> None:
        """Let a group throw the bot out."""
        chat.gone = f"bot was kicked from the {chat.type} chat"

    def migrates(self, chat: FakeChat) -> FakeChat:
        """Let a group become a supergroup with another id."""
        new = FakeChat(
            -1_000_000_000_000 - next(self.world.ids),
            "supergroup",
            chat.title,
            members=dict(chat.members),
        )
        self.world.chats[new.id] = new
        chat.moved_to = new.id
        return new

    # What can be seen.

    def of(self, method: str) -> list[Call]:
        """The calls to one method."""
        return [call for call in self.calls if call.method == method]

    def messages(self, chat: FakeChat | Person) -> list[Posted]:
        """What the bot has said in a chat, as it reads now."""
        return [
            message
            for (where, _), message in self.world.posted.items()
            if where == chat.id and message.sender == ME
        ]

    async def message(
        self, chat: FakeChat | Person, holding: str = "", *, after: int = 0, seconds: float = 90.0
    ) -> Posted:
        """Wait for a message of the bot that holds a text, and return the newest such.

        Args:
            chat: Where.
            holding: A part of its text.
            after: Only messages with a greater id.
            seconds: How long to wait at most.
        """

        def found() -> Posted | None:
            fitting = [m for m in self.messages(chat) if holding in m.text and m.message_id > after]
            return fitting[-1] if fitting else None

        return await self.until(found, seconds)

    async def until(self, found: Callable[[], T | None], seconds: float = 90.0) -> T:
        """Wait until `found` gives something, looking again after every call that was answered."""
        async with asyncio.timeout(seconds):
            while not (value := found()):
                await self._change()
        return value

    def touch(self) -> None:
        """Let everybody who waits look again."""
        for event in self._waiting:
            event.set()

    # How it answers.

    async def _change(self) -> None:
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            await event.wait()
        finally:
            self._waiting.discard(event)

    def tells(self, **content: dict[str, Any]) -> None:
        """Queue an update for the bot."""
        Update.model_validate(self.world.update(**content))
        self.touch()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return web.json_response(ApiError(401, "Unauthorized").body, status=401)
        call = Call(time.monotonic(), request.match_info["method"])
        self.calls.append(call)
        fault = self.script.strike(call.method)
        call.fault = fault.name if fault else None
        call.params = form = {
            name: self._received(value) for name, value in (await request.post()).items()
        }
        response = None
        if fault is None or fault.accepted:
            response = await self._carry_out(call, form)
        if fault is not None:
            response = await self._fail(request, fault)
        call.status = response.status if response is not None else None
        self.touch()
        return response if response is not None else web.Response()

    async def _file(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self.token:
            return web.Response(status=401)
        return web.Response(body=self.world.files[request.match_info["name"]][1])

    def _received(self, value: object) -> object:
        """Keep an uploaded file and return its name in place of it."""
        if not isinstance(value, web.FileField):
            return value
        key = f"attach://{len(self.world.files)}"
        self.world.files[key] = (value.filename, value.file.read())
        return key

    async def _carry_out(self, call: Call, form: dict[str, Any]) -> web.Response:
        try:
            call.params = parse(call.method, form)
            result = (
                await self._get_updates(call.params)
                if call.method == "getUpdates"
                else METHODS[call.method](self.world, call.params)
            )
        except ApiError as error:
            if isinstance(error, Malformed):
                self.complaints.append(f"{call.method}: {error.description}")
            return web.json_response(error.body, status=error.code)
        return web.json_response({"ok": True, "result": result})

    async def _fail(self, request: web.Request, fault: Fault) -> web.Response | None:
        if fault.error is not None:
            if fault.html:
                return web.Response(
                    status=fault.error.code,
                    text=_PAGE.format(fault.error.description),
                    content_type="text/html",
                )
            return web.json_response(fault.error.body, status=fault.error.code)
        if fault.hangs:
            self.touch()
            await self._stopping.wait()
        if transport := request.transport:
            transport.get_extra_info("socket").setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
            )
            transport.abort()
        return None

    async def _get_updates(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        self._poll += 1
        mine = self._poll
        self.touch()
        offset, kinds = int(params.get("offset", 0)), params.get("allowed_updates")
        self.world.updates = [
            update for update in self.world.updates if update["update_id"] >= offset
        ]
        deadline = time.monotonic() + float(params.get("timeout", 0))
        while (
            not (ready := [u for u in self.world.updates if not kinds or u.keys() & set(kinds)])
            and not self._stopping.is_set()
        ):
            if (left := deadline - time.monotonic()) <= 0:
                break
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self._change()
            if self._poll != mine:
                raise ApiError(
                    409,
                    (
                        "Conflict: terminated by other getUpdates request; make sure "
                        "that only one bot instance is running"
                    ),
                )
        return ready[: int(params.get("limit", 100))]
