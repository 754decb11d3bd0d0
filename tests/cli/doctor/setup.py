"""A set-up in which all is well, on a site on loopback, for tests that break one thing of it."""

import asyncio
import json
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import pytest

from bot.cli import doctor
from bot.runtime.findings import Finding
from config.sources import SourceSpec
from tests.defaults import CATALOGUE
from tests.feeds.server import Answer, Site

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
TOKEN = "7654321098:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1"
MATRIX_TOKEN = "syt_Ym90_secretsecret_1a2b3c"
PASSWORD = "correct-horse-battery"
BOT = {"id": 7654321098, "is_bot": True, "first_name": "Diary", "username": "diary_bot"}
WELL = {
    **BOT,
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}


def says(what: object, status: int = 200, at: datetime = NOW) -> Answer:
    """An answer of JSON, by a server whose clock shows `at`."""
    headers = {"Content-Type": "application/json", "Date": format_datetime(at, usegmt=True)}
    return Answer(json.dumps(what).encode(), status, headers)


def telegram(site: Site, me: Answer, hook: str = "") -> None:
    site.answer(f"/bot{TOKEN}/getMe", me)
    site.answer(f"/bot{TOKEN}/getWebhookInfo", says({"ok": True, "result": {"url": hook}}))


def good_telegram(site: Site, at: datetime = NOW, **account: object) -> None:
    telegram(site, says({"ok": True, "result": WELL | account}, at=at))


def homeserver(site: Site, *, whoami: Answer | None = None, login: Answer | None = None) -> None:
    site.answer("/_matrix/client/versions", says({"versions": ["v1.1", "v1.12"]}))
    who = {"user_id": "@diary:example.org", "device_id": "DIARY"}
    site.answer("/_matrix/client/v3/account/whoami", whoami or says(who))
    done = {**who, "access_token": "syt_new", "home_server": "example.org"}
    site.answer("/_matrix/client/v3/login", login or says(done))
    site.answer("/_matrix/client/v3/logout", says({}))


def refusal(code: str, status: int) -> Answer:
    return says({"errcode": code, "error": "no"}, status)


@dataclass
class SetUp:
    """Settings, files and a site that a test may break.

    Attributes:
        folder: The current one; the data folder is `data` in it.
        held: Closed when the test is over.
    """

    folder: Path
    site: Site
    patch: pytest.MonkeyPatch
    held: list[socket.socket] = field(default_factory=list)

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder / 'data' / 'tco-bot.db'}"

    def set(self, name: str, value: str) -> None:
        self.patch.setenv(f"TCO_{name}", value)

    def unset(self, name: str) -> None:
        self.patch.delenv(f"TCO_{name}", raising=False)

    def sources(self, *urls: str) -> None:
        specs = tuple(
            SourceSpec(key=f"outlet{number}", name="Outlet", url=url, language="en", certainty="A")
            for number, url in enumerate(urls)
        )
        self.patch.setattr(doctor, "load_catalogue", lambda **_: replace(CATALOGUE, sources=specs))

    def matrix(self, **more: str) -> None:
        """Let the bot be on Matrix alone, by a token."""
        self.unset("TELEGRAM_TOKEN")
        settings = {"HOMESERVER": self.site.url(""), "USER": "@diary:example.org"} | more
        for name, value in settings.items():
            self.set(f"MATRIX_{name}", value)

    async def examined(self, *, offline: bool = False) -> Sequence[Finding]:
        return await asyncio.to_thread(doctor.examined, NOW, offline=offline)


Break = Callable[[SetUp], None]


def well(set_up: SetUp) -> None:
    """Set everything up as it should be."""
    set_up.patch.chdir(set_up.folder)
    set_up.patch.setattr("os.geteuid", lambda: 1000)
    set_up.set("DATA_DIR", "data")
    set_up.set("USER_AGENT", "diary/1.0 (+https://diary.test/)")
    set_up.set("ADMIN_CHATS", "telegram:1")
    set_up.set("HTTP_ALLOW_PRIVATE", "true")
    set_up.set("TELEGRAM_TOKEN", TOKEN)
    set_up.set("TELEGRAM_BASE_URL", set_up.site.url("/bot"))
    good_telegram(set_up.site)
    homeserver(set_up.site)
    feed = set_up.site.answer("/rss", Answer(b"<rss version='2.0'><channel/></rss>"))
    set_up.sources(feed)
