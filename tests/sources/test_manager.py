"""An admin adds and checks sources from a chat, and hears once of those that are given up."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

import pytest

from bot.commands import Commands, Options
from bot.demo.articles import load
from bot.demo.server import serve
from bot.extraction.facts import ArticleText, Reading
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.guard import Guard
from bot.feeds.parsing.pool import Workers
from bot.messages.composer import Composer
from bot.pipeline.admin_notices import tell_of_parked
from bot.pipeline.reading_pool import ReadingPool
from bot.platforms.base import Address, UserRequest
from bot.runtime.worker_pool import WorkerLate
from bot.sources.manager import SourceManager
from config.catalogue_loader import load_catalogue
from config.errors import ConfigError
from storage import chats, outbox, sources
from storage.database import Database
from storage.enums import DeliveryKind
from tests.storage.things import source

HOME = Address("telegram", "7")
ELSEWHERE = Address("telegram", "8")


@dataclass
class Admin:
    """Somebody in the admins' chat, and a feed on loopback."""

    commands: Commands
    feed: str

    async def hear(self, text: str, address: Address = HOME) -> str:
        return "\n".join(
            message.plain for message in await self.commands.answer(UserRequest(address, "7", text))
        )


@pytest.fixture
async def admin(sqlite: Database, now: datetime) -> AsyncIterator[Admin]:
    catalogue, workers = load_catalogue(), Workers()
    readers = ReadingPool(catalogue)
    fetcher = Fetcher(Guard(("127.0.0.0/8",)), user_agent="test/1 (+https://example.org/)")
    async with serve(load(), lambda: now) as feed:
        options = Options(
            admins=(HOME,), sources=SourceManager(sqlite, fetcher, workers, readers.told)
        )
        yield Admin(
            Commands(sqlite, catalogue, Composer(sqlite, catalogue), lambda: now, options), feed
        )
    await fetcher.close()
    await workers.close()
    await readers.close()


async def test_a_feed_is_shown_then_followed_then_checked_then_switched_off(
    admin: Admin, sqlite: Database
) -> None:
    shown = await admin.hear(f"admin sources add {admin.feed}")
    assert shown.startswith(f"The Demo Wire · {admin.feed}\n• ")
    assert re.search(r"^• .*\n→ [a-z]+ · 2024-\d\d-\d\d · .* named$", shown, re.MULTILINE), (
        "what the reader makes of it"
    )
    assert f"To add it: /admin sources add {admin.feed} yes" in shown
    with sqlite.transaction() as session:
        assert sources.all_sources(session) == []
    followed = await admin.hear(f"admin sources add {admin.feed} yes")
    assert followed.startswith("Now reading The Demo Wire as “")
    key = followed.split("“")[1].split("”")[0]
    assert f"The Demo Wire: {len(load())} items, newest 2024-04-25" in await admin.hear(
        f"admin sources check {key}"
    )
    with sqlite.transaction() as session:
        assert sources.by_key(session, key).last_polled_at is not None
    assert f"{key} · The Demo Wire · working" in await admin.hear("admin sources list")
    assert await admin.hear(f"admin sources disable {key}") == "Done."
    assert f"{key} · The Demo Wire · off" in await admin.hear("admin sources list")
    assert await admin.hear(f"admin sources remove {key}") == "Done."
    assert key not in await admin.hear("admin sources list")
    assert await admin.hear(f"admin sources enable {key}") == f"There is no source “{key}”."


async def test_a_source_of_the_catalogue_is_not_removed(
    admin: Admin, sqlite: Database, now: datetime
) -> None:
    with sqlite.transaction() as session:
        source(session, now)
    assert await admin.hear("admin sources remove kabar") == (
        "“kabar” is of the catalogue, which would bring it back: disable it instead."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("admin sources add ftp://example.org/", "is not a web address."),
        ("admin sources add <script>", "is not a web address."),
        ("admin sources check nothing", "There is no source “nothing”."),
        ("admin sources enable nothing", "There is no source “nothing”."),
        ("admin sources", "/admin status"),
        ("admin", "/admin status"),
    ],
)
async def test_what_cannot_be_done_is_said(admin: Admin, text: str, said: str) -> None:
    assert said in await admin.hear(text)


async def test_an_address_that_the_guard_refuses_is_told(admin: Admin) -> None:
    assert "That did not work:" in await admin.hear(
        "admin sources add http://169.254.169.254/latest"
    )


async def test_why_not_is_told_in_the_chats_language_or_not_at_all(
    admin: Admin, monkeypatch: pytest.MonkeyPatch
) -> None:
    await admin.hear("language ru")
    secret = f"admin sources add {admin.feed.replace('://', '://user:secret@')} yes"
    assert "в адресе есть имя или пароль" in await admin.hear(secret)

    async def broken(*_given: object) -> object:
        raise ConfigError("settings", "are nothing like settings", "mend them")

    monkeypatch.setattr(SourceManager, "look", broken)
    assert await admin.hear("admin sources add https://example.org/") == "Не получилось."


async def test_an_article_over_which_the_reading_process_is_killed_spoils_no_other_answer(
    sqlite: Database, now: datetime
) -> None:
    async def late(article: ArticleText, now: datetime) -> tuple[str, Reading | None]:
        raise WorkerLate(f"over {article.title} at {now}")

    guard = Guard(("127.0.0.0/8",))
    async with (
        serve(load(), lambda: now) as feed,
        Fetcher(guard, user_agent="test/1 (+https://example.org/)") as fetcher,
        Workers() as workers,
    ):
        found, *_ = await SourceManager(sqlite, fetcher, workers, late).look(feed, now)
    assert {item.reading for item in found.items} == {"the reader fails on it"}
    assert found.name == "The Demo Wire"


async def test_elsewhere_the_command_does_not_exist(admin: Admin) -> None:
    assert "I found nothing for “admin" in await admin.hear("admin status", ELSEWHERE)
    assert "admin" not in await admin.hear("help", ELSEWHERE)


async def test_in_the_admins_group_those_without_rights_have_no_say(admin: Admin) -> None:
    request = UserRequest(HOME, "9", "admin sources list", may_change=False)
    (said,) = await admin.commands.answer(request)
    assert "I found nothing for “admin" in said.plain


async def test_a_source_given_up_is_told_once(sqlite: Database, now: datetime) -> None:
    with sqlite.transaction() as session:
        row = source(session, now)
        sources.failed(
            session,
            row,
            now,
            cause="gone",
            detail="404 for days",
            next_poll_at=now,
            learned={"parked_at": now},
        )
    assert [await tell_of_parked(sqlite, (HOME,), now) for _ in range(2)] == [1, 0]
    with sqlite.transaction() as session:
        (owed,) = outbox.deliveries(session, chats.ensure(session, *("telegram", "7", ""), now).id)
        assert owed.kind == DeliveryKind.NOTE
