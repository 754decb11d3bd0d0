"""Whole conversations in each language of the bot, on the terminal: nothing English is answered."""

import io
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from rich.console import Console

from bot.commands import CommandRate, Commands, Options
from bot.feeds.errors import Cause
from bot.messages.composer import Composer
from bot.messages.message import Message
from bot.platforms import registry
from bot.platforms.base import UserRequest
from bot.platforms.console import HERE, ConsoleMessenger
from config.catalogue_loader import load_catalogue
from config.languages import INTERFACE_LANGUAGES
from storage import sources
from storage.database import Database
from tests.commands import search_library
from tests.commands.english import english_in, words_of
from tests.commands.spoken import lines
from tests.storage.things import source

LONG = bool(os.environ.get("LONG_TESTS"))
"""Whether all is said, which takes half a minute; else one line in `STEP`."""

STEP = 5
MANY = 300

TITLES = [word for told in search_library.EVENTS.values() for word in (told[1], *told[6])]
NAMES = words_of([*TITLES, "Kabar", "Wire"])
"""Names of the events, which stand as articles write them."""

EXCEPTIONS = {"import {}": {"version"}}
"""Words that are English on purpose, by what was said: keys of the exported settings."""

Said = list[tuple[str, str]]


@pytest.fixture
def database(sqlite_url: str, now: datetime) -> Iterator[Database]:
    """Events of seven languages, and a source that fails."""
    database = Database(sqlite_url)
    search_library.fill(database, now)
    with database.transaction() as session:
        failing = source(session, now, "wire")
        sources.failed(session, failing, now, cause="dns", detail="no host", next_poll_at=now)
    yield database
    database.close()


async def talk(database: Database, now: datetime, language: str, said: list[str]) -> Said:
    """Say it all on the terminal, and return each line with all that was answered to it."""
    catalogue, capabilities = load_catalogue(), registry.capabilities()
    composer = Composer(database, catalogue, capabilities)
    options = Options(
        pace=CommandRate(burst=10_000), admins=(HERE,), explain=lambda cause: Cause(cause).sentence
    )
    commands = Commands(database, catalogue, composer, lambda: now, options, capabilities)
    heard: Said = []

    async def answer(request: UserRequest) -> list[Message]:
        messages = await commands.answer(replace(request, language=language))
        labels = [button.label for one in messages for row in one.buttons for button in row]
        heard.append((request.text, "\n".join([*(one.plain for one in messages), *labels])))
        return messages

    await ConsoleMessenger(Console(file=io.StringIO(), width=64), lines=said).listen(answer)
    return heard


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
async def test_whoever_speaks_a_language_is_answered_in_it(
    database: Database, now: datetime, language: str
) -> None:
    said = list(lines(language, load_catalogue()))
    assert len(said) >= MANY
    heard = await talk(database, now, language, said if LONG else said[::STEP])
    assert not [line for line, answer in heard if not answer.strip()]
    if language != "en":
        found = {line: english_in(answer, language, NAMES) for line, answer in _spoken(heard)}
        left = {line: words - EXCEPTIONS.get(line, set()) for line, words in found.items()}
        assert not {line: words for line, words in left.items() if words}


def _spoken(heard: Said) -> Iterator[tuple[str, str]]:
    """Yield what was answered in the language: another was chosen by some of the lines."""
    for line, answer in heard:
        if not line.startswith("language "):
            yield line, answer


def test_an_english_word_in_an_answer_is_found() -> None:
    assert english_in("Чаты: active 3", "ru", NAMES) == {"active"}
    assert english_in("Sohbetler: pending 3, etkin 2", "tr", NAMES) == {"pending"}
    assert not english_in("Qui est là? “pending” · /digest", "tr", NAMES)
