"""An HTTP Bot API on loopback, scriptable, for tests with the real client library.

It keeps chats, people, topics and messages, answers as Telegram answers (errors included), checks
every request by an independent library's models and by Telegram's own limits, and keeps a log of
the calls with their times. What a request does wrong is refused and noted in `complaints`, which a
test expects to be empty at its end.
"""

from tests.telegram_api.faults import (
    Fault,
    Storm,
    answer_lost,
    bad_request,
    conflict,
    forbidden,
    hang,
    page_instead_of_json,
    reset,
    server_error,
    too_many_requests,
    unauthorized,
)
from tests.telegram_api.server import TOKEN, BotApi
from tests.telegram_api.world import FakeChat, Person, Posted

__all__ = [
    "TOKEN",
    "BotApi",
    "FakeChat",
    "Fault",
    "Person",
    "Posted",
    "Storm",
    "answer_lost",
    "bad_request",
    "conflict",
    "forbidden",
    "hang",
    "page_instead_of_json",
    "reset",
    "server_error",
    "too_many_requests",
    "unauthorized",
]
