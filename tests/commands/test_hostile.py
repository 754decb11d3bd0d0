"""Whatever is said in any argument of any command.

A clear answer, nothing broken, nothing leaked.
"""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.messages.message import Message
from bot.platforms.base import Address, UserRequest
from bot.platforms.matrix.render import contents
from bot.platforms.telegram.render import draw
from config.text import BIDI_CONTROLS
from tests.commands.conftest import Talk, both_databases
from tests.commands.library import fill
from tests.telegram_api.checks import check_keyboard, check_text

MARKS = {
    "markup": "<b>bold</b> **x** [a](tg://user?id=1) `c` &lt;",
    "right to left": "\u202eyoskrut\u2066 \u200f",
    "nothing but separators": ", ;,",
    "an offset": "#999999 #-1 #0",
    "format strings": "{0.__class__.__mro__} %s %(name)s {name} ${x} {}",
    "paths": "../../../etc/passwd\\..\\x file:///etc/shadow",
}
"""What no database minds."""

ARGUMENTS = {
    "zalgo": "T̸̡̛͎͙̰̈́Ų̸͕̥͆̊̅R̵K̷S̸O̴Y" * 20,
    "a whole message": "ж" * 4096,
    "emoji of many units": "👩‍👩‍👧‍👦" * 300,
    "sql": "'; DROP TABLE chat; -- \" OR 1=1 UNION SELECT token",
    "control characters": "a\x00b\x1b[31mc\x07\r\n\td\x7f",
    "half a surrogate": "\ud83d x \udc00",
    "numbers": "99999999999999999999999 -1 ٣ ² ½ NaN 1e999",
    "like patterns": "%%% ___ \\",
}
COMMANDS = (
    *(
        "start",
        "help",
        "subscribe",
        "unsubscribe",
        "follow",
        "unfollow",
        "latest",
        "today",
        "week",
        "week picture",
        "upcoming",
    ),
    *(
        "search",
        "who",
        "who person",
        "event",
        "mute",
        "digest",
        "mode",
        "days",
        "day",
        "quiet",
        "set",
        "settings",
        "toggle",
    ),
    *(
        "timezone",
        "language",
        "status",
        "sources",
        "feedback",
        "import",
        "forget",
        "channel",
        "admin",
        "more",
        "",
    ),
)
SECRETS = ("Traceback", "sqlite", "psycopg", "object at 0x", "<class", "OperationalError")


@pytest.fixture
def library(talk: Talk, now: datetime) -> list[int]:
    return fill(talk.database, now)


def sound(message: Message, said: str) -> None:
    """Check that both platforms can carry a message, and that nothing in it comes from inside the
    bot."""
    for part in draw(message):
        if part.document is None:
            check_text(part.text, [entity.to_dict() for entity in part.entities])
        check_keyboard(part.keyboard.to_dict() if part.keyboard else None)
    for content in contents(message):
        assert "<script" not in content["formatted_body"]
        assert "<b>bold" not in content["formatted_body"]
    # What was said may be said back: it is a guess then, and no leak.
    leaked = [secret for secret in SECRETS if secret in message.plain and secret not in said]
    assert not leaked
    assert not set(message.plain) & set(BIDI_CONTROLS)


@pytest.mark.slow
@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("argument", MARKS.values(), ids=MARKS)
async def test_every_command_gives_a_clear_answer_to_marks(talk: Talk, argument: str) -> None:
    await answers_clearly(talk, argument)


@both_databases
@pytest.mark.slow
@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("argument", ARGUMENTS.values(), ids=ARGUMENTS)
async def test_every_command_gives_a_clear_answer_to(talk: Talk, argument: str) -> None:
    await answers_clearly(talk, argument)


async def answers_clearly(talk: Talk, argument: str) -> None:
    for number, command in enumerate(COMMANDS):
        request = UserRequest(
            Address("telegram", str(number)), str(number), f"{command} {argument}".strip()
        )
        answers = await talk.commands.answer(request)
        assert answers, command
        for message in answers:
            assert message.plain.strip(), command
            assert "I can't do that just now" not in message.plain, command
            sound(message, argument)


@both_databases
@pytest.mark.slow
@pytest.mark.usefixtures("library")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    command=st.sampled_from(COMMANDS), argument=st.text(max_size=60), number=st.integers(0, 10**9)
)
async def test_any_text_is_harmless(talk: Talk, command: str, argument: str, number: int) -> None:
    request = UserRequest(Address("telegram", "1"), str(number), f"{command} {argument}")
    for message in await talk.commands.answer(request):
        assert "I can't do that just now" not in message.plain
        sound(message, argument)
