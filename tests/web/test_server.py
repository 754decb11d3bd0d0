"""Calendars are served under secret addresses, with an ETag, and nothing else is said."""

from collections.abc import AsyncIterator
from datetime import date, datetime

import pytest
from aiohttp import ClientSession
from ical.calendar_stream import IcsCalendarStream
from sqlmodel import Session

from bot.messages.composer import Composer
from bot.web.server import application, serving
from config.catalogue_loader import load_catalogue
from config.errors import ConfigError
from storage import chats
from storage.database import Database
from storage.enums import Topic
from storage.models import Event
from tests.storage.things import filed

TOKEN = "t0ken-of-thirty-two-characters__"


def _fill(session: Session, now: datetime) -> None:
    chat = chats.ensure(session, "telegram", "1", "", now)
    chats.subscribe(session, chat.id, Topic.ORGANIZATION, "ots")
    chats.update(session, chat.id, calendar_token=TOKEN)
    filed(session, now, "11th summit", starts_on=date(2024, 11, 6), city="Bishkek")
    filed(session, now, "Not followed", starts_on=date(2024, 11, 6), organizations=("turkpa",))


@pytest.fixture
async def client(sqlite: Database, now: datetime) -> AsyncIterator[ClientSession]:
    with sqlite.transaction() as session:
        _fill(session, now)
    served = application(sqlite, Composer(sqlite, load_catalogue()), lambda: now)
    async with serving(served, "127.0.0.1", 0) as address, ClientSession(address) as client:
        yield client


async def test_a_calendar_holds_what_the_chat_follows(client: ClientSession) -> None:
    async with client.get(f"/calendar/{TOKEN}.ics") as response:
        assert response.status == 200
        assert response.content_type == "text/calendar"
        assert response.headers["Cache-Control"].startswith("private")
        whole = IcsCalendarStream.calendar_from_ics(await response.text())
    assert [one.summary for one in whole.events] == ["11th summit"]


async def test_who_has_it_already_is_told_so_until_it_changes(
    client: ClientSession, sqlite: Database
) -> None:
    async with client.get(f"/calendar/{TOKEN}.ics") as response:
        tag = response.headers["ETag"]
    async with client.get(f"/calendar/{TOKEN}.ics", headers={"If-None-Match": tag}) as response:
        assert (response.status, await response.read()) == (304, b"")
    with sqlite.transaction() as session:
        session.get_one(Event, 1).starts_on = date(2024, 11, 7)
    async with client.get(f"/calendar/{TOKEN}.ics", headers={"If-None-Match": tag}) as response:
        assert response.status == 200
        assert response.headers["ETag"] != tag


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/calendar/",
        f"/calendar/{TOKEN}",
        f"/calendar/{TOKEN[:-1]}x.ics",
        "/calendar/../etc/passwd.ics",
        "/calendar/x.ics",
        "/%00",
    ],
)
async def test_any_other_address_is_answered_alike(client: ClientSession, path: str) -> None:
    async with client.get(path) as response:
        assert (response.status, await response.text()) == (404, "Not Found\n")
        assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_nothing_can_be_written(client: ClientSession) -> None:
    async with client.post(f"/calendar/{TOKEN}.ics", data=b"BEGIN:VCALENDAR") as response:
        assert response.status == 405


async def test_a_port_that_is_taken_is_told_in_a_sentence(sqlite: Database, now: datetime) -> None:
    served = application(sqlite, Composer(sqlite, load_catalogue()), lambda: now)
    async with serving(served, "127.0.0.1", 0) as address:
        port = int(address.rsplit(":", 1)[1])
        with pytest.raises(ConfigError, match="TCO_WEB_PORT"):
            async with serving(
                application(sqlite, Composer(sqlite, load_catalogue()), lambda: now),
                "127.0.0.1",
                port,
            ):
                pass
