"""How the bot does, what it reads, and a word to those who run it."""

from datetime import datetime, timedelta

from bot.commands import Commands, Options
from bot.messages.composer import Composer
from bot.platforms.base import Address, UserRequest
from config.catalogue_loader import load_catalogue
from storage import chats, outbox, sources
from storage.database import Database
from storage.enums import DeliveryKind
from storage.models import Source
from tests.commands.conftest import Talk
from tests.storage.things import source, unread

ADMINS = Address("telegram", "99")


async def hear(database: Database, now: datetime, text: str, options: Options) -> str:
    catalogue = load_catalogue()
    commands = Commands(database, catalogue, Composer(database, catalogue), lambda: now, options)
    return "\n".join(
        message.plain
        for message in await commands.answer(
            UserRequest(Address("telegram", "1"), "7", text, title="Desk")
        )
    )


async def test_the_status_tells_sources_articles_and_the_next_digest(
    talk: Talk, now: datetime
) -> None:
    with talk.database.transaction() as session:
        unread(session, now - timedelta(hours=1), "a")
    await talk.ask("subscribe ots")
    assert (await talk.hear("status")).splitlines() == [
        "1 source read · /sources",
        "Last article: Thursday 25 April, 08:00.",
        "The next digest comes Friday 26 April, 08:30.",
        "0 messages sent to this chat",
    ]
    await talk.ask("stop")
    assert "The bot is stopped in this chat; /start starts it again." in await talk.hear("status")


async def test_the_sources_that_fail_stand_first_with_the_reason_in_words(
    sqlite: Database, now: datetime
) -> None:
    with sqlite.transaction() as session:
        source(session, now, "alpha")
        failing = source(session, now, "zulu")
        sources.failed(session, failing, now, cause="dns", detail="no such host", next_poll_at=now)
    options = Options(explain=lambda cause: f"the cause is {cause}")
    plain = await hear(sqlite, now, "sources", options)
    assert plain == "2 sources read\n\n• Zulu (English) · the cause is dns\n• Alpha (English)"


async def test_the_link_of_a_source_tells_no_password(talk: Talk, now: datetime) -> None:
    with talk.database.transaction() as session:
        found = session.get(Source, source(session, now, "alpha"))
        assert found is not None
        found.url = "https://reader:secret@o.example/rss"
    (message,) = await talk.ask("sources")
    links = [span.url for block in message.blocks for line in block.lines for span in line]
    assert "https://o.example/rss" in links
    assert not any("secret" in link for link in links if link)


async def test_a_word_to_the_admins_reaches_their_chat_with_its_author_and_as_it_was_written(
    sqlite: Database, now: datetime
) -> None:
    said = await hear(
        sqlite, now, "feedback The <b>date</b> of {event} is wrong", Options(admins=(ADMINS,))
    )
    assert said == "Thank you. I have passed it on to the people who run me."
    with sqlite.transaction() as session:
        chat = chats.ensure(session, *("telegram", "99", ""), now)
        (owed,) = outbox.deliveries(session, chat.id)
    assert owed.kind == DeliveryKind.NOTE
    message = await Composer(sqlite, load_catalogue()).note(chat, owed.note_id or 0)
    assert message.plain == "Feedback · telegram 7 · Desk\n\nThe <b>date</b> of {event} is wrong"


async def test_without_admins_nobody_is_told_and_that_is_said(
    sqlite: Database, now: datetime
) -> None:
    assert (
        await hear(sqlite, now, "feedback hello", Options())
        == "There is nobody here to receive feedback."
    )


async def test_a_broadcast_reaches_every_admin_chat(sqlite: Database, now: datetime) -> None:
    home = Address("telegram", "1")
    assert (
        await hear(
            sqlite, now, "admin broadcast The bot moves tonight", Options(admins=(home, ADMINS))
        )
        == "Passed on to 2 chats."
    )
