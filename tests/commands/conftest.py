"""People who talk to the bot, on any platform, and what they are told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache

import pytest

from bot.commands import Commands
from bot.commands.search_question import SearchQuestions
from bot.messages.composer import Composer
from bot.messages.message import Message
from bot.platforms import registry
from bot.platforms.base import Address, UserRequest
from config.catalogue_loader import load_catalogue
from storage import chats
from storage.database import Database
from storage.models import Chat


class Talk:
    """A chat with the bot.

    Attributes:
        now: The present, as the bot sees it.
    """

    def __init__(self, database: Database, now: datetime) -> None:
        self.database = database
        self.now = now
        catalogue = load_catalogue()
        capabilities = registry.capabilities()
        composer = Composer(database, catalogue, capabilities)
        self.commands = Commands(
            database, catalogue, composer, lambda: self.now, capabilities=capabilities
        )
        # What questions may name is learned at the first one: once in a process, not in a test.
        self.commands._services = replace(self.commands._services, questions=_questions())

    async def ask(
        self,
        text: str,
        *,
        platform: str = "telegram",
        chat: str = "1",
        language: str | None = None,
        may_change: bool = True,
        private: bool = True,
    ) -> list[Message]:
        """Return the messages that answer `text`."""
        request = UserRequest(
            Address(platform, chat),
            "somebody",
            text,
            language=language,
            may_change=may_change,
            private=private,
        )
        return await self.commands.answer(request)

    async def hear(
        self,
        text: str,
        *,
        platform: str = "telegram",
        may_change: bool = True,
        private: bool = True,
    ) -> str:
        """Return the answer to `text` as plain text."""
        answers = await self.ask(text, platform=platform, may_change=may_change, private=private)
        return "\n---\n".join(message.plain for message in answers)

    def chat(self, address: str = "1", platform: str = "telegram") -> Chat:
        """Return the chat as stored."""
        with self.database.transaction() as session:
            return chats.ensure(session, platform, address, "", self.now)

    def follows(self, address: str = "1") -> list[str]:
        """Return what the chat follows."""
        with self.database.transaction() as session:
            chat = chats.ensure(session, "telegram", address, "", self.now)
            return [subscription.subject for subscription in chats.subscriptions(session, chat.id)]

    def manners(self, address: str = "1") -> dict[str, str]:
        """Return how each thing that the chat follows comes, by its subject."""
        with self.database.transaction() as session:
            chat = chats.ensure(session, "telegram", address, "", self.now)
            held = chats.subscriptions(session, chat.id)
            return {subscription.subject: subscription.manner for subscription in held}


@cache
def _questions() -> SearchQuestions:
    questions = SearchQuestions(load_catalogue())
    questions.understand("Geneva", {})  # learns here, where it is measured
    return questions


both_databases = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
"""For commands in which the database is the point: what is searched, and what text it bears."""


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database with all tables: SQLite, where a test does not ask for both."""
    server = getattr(request, "param", "sqlite") == "postgresql"
    database = Database(request.getfixturevalue("postgres_url" if server else "sqlite_url"))
    yield database
    database.close()


@pytest.fixture
def talk(database: Database, now: datetime) -> Talk:
    return Talk(database, now)
