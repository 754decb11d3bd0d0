"""The whole bot in this terminal: whoever leaves stops it."""

import asyncio
import io
import signal

from rich.console import Console

from bot.cli.console_run import LeavingMessenger, welcome
from bot.messages.message import Message, text_message
from bot.platforms.base import UserRequest


def test_the_terminal_is_welcomed_in_its_language() -> None:
    assert "/subscribe all" in welcome("en")
    assert "/subscribe все" in welcome("ru")
    assert "{" not in welcome("uz")


async def test_leaving_tells_the_bot_to_stop_once_all_is_answered() -> None:
    heard: list[str] = []

    async def answer(request: UserRequest) -> list[Message]:
        heard.append(request.text)
        return [text_message("yes")]

    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    try:
        messenger = LeavingMessenger(Console(file=io.StringIO()), lines=["/latest", "exit"])
        await messenger.listen(answer)
        await asyncio.wait_for(stop.wait(), 120)
    finally:
        asyncio.get_running_loop().remove_signal_handler(signal.SIGTERM)
    assert heard == ["latest"]
