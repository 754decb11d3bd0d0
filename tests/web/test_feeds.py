"""The diary for programs, read by parsers that are not ours: feedparser, ical, lxml, json."""

import io
import json
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from typing import Any

import feedparser
import pytest
from aiohttp import ClientSession, web
from ical.calendar_stream import IcsCalendarStream
from lxml import etree
from sqlmodel import Session

from bot.web import sitemap
from bot.web.feeds import Feeds
from bot.web.server import serving
from bot.web.site import Site, SiteOptions
from config.catalogue_loader import load_catalogue
from storage.database import Database
from storage.models import Event, EventChange, Person
from tests.filled import filled
from tests.storage.things import filed, person

BASE = "https://diary.example"
HOSTILE = "</title><script>alert(1)</script>]]>&\u202e\x00\x1b[2J\ufffe"


def fill(session: Session, now: datetime) -> None:
    filed(
        session,
        now,
        "11th summit",
        starts_on=date(2024, 11, 6),
        tense="future",
        kind="summit",
        city="Bishkek",
        city_id="bishkek",
        country="Kyrgyzstan",
        country_code="KG",
        place_proof="It will be held in Bishkek.",
        participations=(person("Kubanychbek Omuraliev", role="Secretary General"),),
    )
    filed(
        session,
        now + timedelta(hours=1),
        "Heritage forum",
        starts_on=date(2024, 4, 23),
        organizations=("turksoy", "turkpa"),
        participations=(person("Kadir Yaman"), person("Chinghiz Aitmatov", attended=False)),
    )
    filed(session, now + timedelta(hours=2), "Undated", organizations=())


def served(database: Database, now: datetime) -> web.Application:
    catalogue = load_catalogue()
    application = web.Application()
    Feeds(Site(database, catalogue, lambda: now, SiteOptions(BASE))).serve(application)
    return application


@pytest.fixture
async def client(sqlite: Database, now: datetime) -> AsyncIterator[ClientSession]:
    filled(sqlite, ("feeds", now), lambda session: fill(session, now))
    async with (
        serving(served(sqlite, now), "127.0.0.1", 0) as address,
        ClientSession(address) as client,
    ):
        yield client


async def atom(client: ClientSession, path: str) -> feedparser.FeedParserDict:
    """What feedparser makes of a feed; it must find no fault."""
    async with client.get(path) as response:
        assert response.status == 200
        assert response.content_type == "application/atom+xml"
        body, headers = await response.read(), {"content-type": response.headers["Content-Type"]}
    etree.fromstring(body)  # well-formed to a parser that forgives nothing
    read = feedparser.parse(io.BytesIO(body), response_headers=headers)
    assert not read.bozo
    assert read.version == "atom10"
    return read


async def got(client: ClientSession, path: str) -> dict[str, Any]:
    async with client.get(path) as response:
        assert response.status == 200
        whole: dict[str, Any] = json.loads(await response.read())
        return whole


async def test_an_atom_feed_holds_what_was_found_last_with_its_proofs(
    client: ClientSession, now: datetime
) -> None:
    read = await atom(client, "/en/feed.atom")
    assert [one.title for one in read.entries] == ["Undated", "Heritage forum", "11th summit"]
    assert read.feed.language == "en"
    assert read.feed.id == f"{BASE}/en/feed.atom"
    assert {link.rel: link.href for link in read.feed.links} == {
        "alternate": f"{BASE}/en/",
        "self": f"{BASE}/en/feed.atom",
    }
    forum, summit = read.entries[1:]
    assert summit.link == f"{BASE}/en/event/1"
    assert summit.published_parsed[:5] == now.timetuple()[:5]
    assert "It will be held in Bishkek." in summit.content[0].value
    assert "Expected" in summit.content[0].value
    assert "Kadir Yaman spoke." in forum.content[0].value
    assert "Aitmatov" not in forum.content[0].value
    assert [tag.term for tag in forum.tags] == ["TURKSOY", "TURKPA"]


@pytest.mark.parametrize("language", ["en", "az", "kk", "ky", "ru", "tr", "uz"])
async def test_an_entry_is_the_same_in_every_language(client: ClientSession, language: str) -> None:
    read = await atom(client, f"/{language}/feed.atom")
    assert read.feed.language == language
    assert [one.id for one in read.entries] == [
        one.id for one in (await atom(client, "/en/feed.atom")).entries
    ]


QUESTIONS = [
    ("organization=turksoy", ["Heritage forum"]),
    ("organization=turkpa&kind=conference", ["Heritage forum"]),
    ("country=KG", ["11th summit"]),
    ("town=bishkek", ["11th summit"]),
    ("kind=summit", ["11th summit"]),
    ("word=heritage", ["Heritage forum"]),
    ("word=Бишкек", ["11th summit"]),
    ("person=1", ["11th summit"]),
    ("person=3", []),
    ("from=2024-04-20&until=2024-04-24", ["Heritage forum"]),
    ("organization=tcci", []),
    ("unknown=1", ["Undated", "Heritage forum", "11th summit"]),
]


@pytest.mark.parametrize(("query", "found"), QUESTIONS)
async def test_feeds_of_anything_hold_the_same_in_both_formats(
    client: ClientSession, query: str, found: list[str]
) -> None:
    read = await atom(client, f"/en/feed.atom?{query}")
    whole = await got(client, f"/en/feed.json?{query}")
    assert [one.title for one in read.entries] == found
    assert [one["title"] for one in whole["items"]] == found
    assert [one["id"] for one in whole["items"]] == [one.id for one in read.entries]


async def test_a_json_feed_follows_its_version(client: ClientSession) -> None:
    async with client.get("/kk/feed.json?organization=turksoy") as response:
        assert response.content_type == "application/feed+json"
        whole = json.loads(await response.read())
    assert whole["version"] == "https://jsonfeed.org/version/1.1"
    assert whole["feed_url"] == f"{BASE}/kk/feed.json?organization=turksoy"
    assert whole["language"] == "kk"
    (item,) = whole["items"]
    assert {"id", "url", "content_html", "date_published", "date_modified"} <= item.keys()
    for name in ("date_published", "date_modified"):
        assert datetime.fromisoformat(item[name]).tzinfo is not None


async def test_the_same_events_give_the_same_bytes_also_when_there_are_none(
    client: ClientSession,
) -> None:
    for path in ("/en/feed.atom", "/en/feed.atom?organization=tcci", "/en/calendar.ics"):
        bodies = set()
        for _ in range(2):
            async with client.get(path) as response:
                bodies.add(await response.read())
        assert len(bodies) == 1


async def test_an_event_that_was_moved_lately_comes_up_again(
    sqlite: Database, client: ClientSession, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.feeds.FOUND", 1)
    assert [one.title for one in (await atom(client, "/en/feed.atom")).entries] == ["Undated"]
    with sqlite.transaction() as session:
        for event_id, days in ((1, 2), (2, 40)):
            moment = now - timedelta(days=days)
            session.add(
                EventChange(event_id=event_id, revision=1, changed_at=moment, was={}, became={})
            )
    titles = [one.title for one in (await atom(client, "/en/feed.atom")).entries]
    assert titles == ["Undated", "11th summit"]
    assert (await atom(client, "/en/feed.atom?organization=turksoy")).entries[0].title == (
        "Heritage forum"
    )


@pytest.mark.parametrize(
    "query",
    [
        "organization=nobody",
        "country=XX",
        "kind=party",
        "person=99",
        "person=x",
        f"person={'9' * 5000}",
        "word=%21%21",
        "from=2024-02-30",
        "until=yesterday",
    ],
)
async def test_what_there_is_not_has_no_feed(client: ClientSession, query: str) -> None:
    for path in ("/en/feed.atom", "/en/feed.json", "/en/calendar.ics"):
        async with client.get(f"{path}?{query}") as response:
            assert response.status == 404
    async with client.get(f"/api/events.json?{query}") as response:
        assert response.status == (200 if query == "person=99" else 400)


async def calendar(client: ClientSession, path: str) -> list[str]:
    async with client.get(path) as response:
        assert response.content_type == "text/calendar"
        whole = IcsCalendarStream.calendar_from_ics(await response.text())
    return [str(one.summary) for one in whole.events]


async def test_a_public_calendar_holds_what_is_near_and_ahead(client: ClientSession) -> None:
    assert await calendar(client, "/en/calendar.ics") == ["Heritage forum", "11th summit"]
    assert await calendar(client, "/ru/calendar.ics?organization=ots") == ["Саммит ОТГ · Бишкек"]
    assert await calendar(client, "/en/calendar.ics?until=2024-05-01") == ["Heritage forum"]
    assert await calendar(client, "/en/calendar.ics?from=2020-01-01") == [
        "Heritage forum",
        "11th summit",
    ]


async def test_programs_get_events_whole_page_by_page(client: ClientSession) -> None:
    path, walked = "/api/events.json?limit=1&order=soonest", list[dict[str, Any]]()
    while path:
        page = await got(client, path)
        walked += page["events"]
        path = (page["next"] or "").removeprefix(BASE)
        assert bool(page["next"]) == bool(page["cursor"])
    assert [one["title"] for one in walked] == ["Heritage forum", "11th summit", "Undated"]
    forum = walked[0]
    assert forum["url"] == f"{BASE}/en/event/2"
    assert [(one["name"], one["attended"], one["proof"]) for one in forum["participants"]] == [
        ("Kadir Yaman", True, "Kadir Yaman spoke."),
        ("Chinghiz Aitmatov", False, "Chinghiz Aitmatov spoke."),
    ]
    assert forum["sources"][0]["url"].startswith("https://kabar.example/")
    assert forum["outcomes"] == []
    assert walked[1]["place_proof"] == "It will be held in Bishkek."


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "order=best", "cursor=x", f"limit=00{'1' * 50}"]
)
async def test_a_question_that_cannot_be_is_refused_in_a_sentence(
    client: ClientSession, query: str
) -> None:
    async with client.get(f"/api/events.json?{query}") as response:
        assert response.status == 400
        assert response.content_type == "application/json"
        assert len((await response.json())["error"]) < 300


async def test_other_sites_may_read_what_is_public(client: ClientSession) -> None:
    for path in ("/en/feed.json", "/api/events.json", "/api/events.json?limit=x"):
        async with client.get(path) as response:
            assert response.headers["Access-Control-Allow-Origin"] == "*"


async def locations(client: ClientSession, path: str) -> list[str]:
    async with client.get(path) as response:
        assert response.status == 200
        tree = etree.fromstring(await response.read())
    return [str(one.text) for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


async def test_the_list_of_pages_leads_to_every_event(
    client: ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "IN_A_FILE", 2)
    files = await locations(client, "/sitemap.xml")
    assert files == [f"{BASE}/sitemap-{one}.xml" for one in ("pages", 1, 2)]
    found = [await locations(client, one.removeprefix(BASE)) for one in files]
    assert f"{BASE}/en/organization/turksoy" in found[0]
    assert found[1:] == [[f"{BASE}/en/event/1", f"{BASE}/en/event/2"], [f"{BASE}/en/event/3"]]
    async with client.get("/sitemap-3.xml") as response:
        assert response.status == 404
    async with client.get("/robots.txt") as response:
        assert f"Sitemap: {BASE}/sitemap.xml" in await response.text()


async def test_hostile_names_and_titles_stay_text_in_every_form(
    sqlite: Database, now: datetime
) -> None:
    with sqlite.transaction() as session:
        filed(
            session,
            now,
            "hostile",
            starts_on=date(2024, 11, 6),
            city=HOSTILE,
            venue=HOSTILE,
            date_proof=HOSTILE,
            participations=(person("Somebody", role=HOSTILE),),
        )
        event = session.get_one(Event, 1)
        event.title = HOSTILE
        session.get_one(Person, 1).name = HOSTILE
    async with (
        serving(served(sqlite, now), "127.0.0.1", 0) as address,
        ClientSession(address) as client,
    ):
        for query in ("", "?person=1", "?word=hostile"):
            (entry,) = (await atom(client, f"/en/feed.atom{query}")).entries
            async with client.get(f"/en/feed.atom{query}") as response:
                assert "<script" not in await response.text()
            content = etree.HTML(entry.content[0].value)
            assert content.xpath("//script") == []
            (item,) = (await got(client, f"/en/feed.json{query}"))["items"]
            assert etree.HTML(item["content_html"]).xpath("//script") == []
            assert len(await calendar(client, f"/en/calendar.ics{query}")) == 1
            assert len((await got(client, f"/api/events.json{query}"))["events"]) == 1
