"""Every command answers in every language of the bot, with nothing left to fill in."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from bot.platforms.base import Address, UserRequest
from config.languages import INTERFACE_LANGUAGES
from tests.e2e.test_talking import SCRIPT, Bot

OPEN = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
async def test_every_command_answers_with_nothing_left_open(
    tmp_path: Path, sqlite_template: Path, now: datetime, language: str
) -> None:
    bot, said = Bot(tmp_path, sqlite_template, now), dict[str, str]()
    for text in SCRIPT:
        if text.startswith(("language", "import")):
            continue
        answers = await bot.commands.answer(
            UserRequest(Address("telegram", "1"), "1", text, language=language)
        )
        said[text] = "\n".join(message.plain for message in answers)
        labels = [button.label for message in answers for row in message.buttons for button in row]
        assert said[text].strip(), text
        assert not OPEN.search(said[text] + " ".join(labels)), text
    bot.database.close()
    assert ("alerts at once" in said["help"]) is (language == "en")
