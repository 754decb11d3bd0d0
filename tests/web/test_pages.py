"""What the pages say: each fact with its sentence, present apart from expected and named."""

import csv
import io
import re
from collections.abc import AsyncIterator
from datetime import datetime
from html import unescape

import pytest
from aiohttp import ClientSession
from PIL import Image

from storage.database import Database
from storage.models import Event
from tests.filled import filled
from tests.storage.things import filed, person
from tests.web.diary import (
    ADOPTED,
    CONFERENCE,
    FESTIVAL,
    HOSTILE,
    OFF,
    PROOF,
    SCRIPTED,
    TRAINING,
    UNDATED,
    fill,
    fill_hostile,
)
from tests.web.sites import ADDRESS, visited


@pytest.fixture
async def client(sqlite: Database, now: datetime) -> AsyncIterator[ClientSession]:
    filled(sqlite, ("diary", now), lambda session: fill(session, now))
    async with visited(sqlite, now) as client:
        yield client


async def page(client: ClientSession, path: str, status: int = 200) -> str:
    """The page at `path`."""
    async with client.get(path) as response:
        assert response.status == status, path
        return await response.text()


def plain(text: str) -> str:
    """A page, or a part of it, as it is read: without marks, spaces squeezed."""
    without = re.sub(r"<[^>]*>", " ", re.sub(r"<title>.*?</title>", "", text, flags=re.DOTALL))
    return " ".join(unescape(without).split())


def part(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one."""
    found = re.search(rf"<h2[^>]*>\s*{heading}(.*?)(<h2|</aside>|</main>)", text, re.DOTALL)
    assert found is not None, heading
    return plain(found[1])


async def test_the_front_page_is_this_week_with_today_first_and_then_back(
    client: ClientSession,
) -> None:
    text = await page(client, "/en/")
    assert "<h1>22–28 April 2024</h1>" in text
    today, day_before = (
        text.index("Thursday 25 April</time>"),
        text.index("Tuesday 23 April</time>"),
    )
    assert today < day_before
    assert "22–26 Apr, day 4 of 5" in plain(text)
    assert part(text, "Coming up").startswith(
        "27 Apr Konya Weaving workshop for schools Called off"
    )


async def test_a_moved_event_shows_both_days_and_one_called_off_stays(
    client: ClientSession,
) -> None:
    lately = part(await page(client, "/en/"), "Changed lately")
    assert "Moved 16–18 May → 23–25 May" in lately
    assert "Weaving workshop for schools Called off 27 Apr" in lately
    text = await page(client, f"/en/event/{FESTIVAL}")
    assert "23–25 May 2024 Moved 16–18 May" in plain(text)
    assert '<s class="gone">' in await page(client, f"/en/event/{OFF}")


async def test_present_expected_and_named_are_lists_of_their_own(client: ClientSession) -> None:
    text = await page(client, f"/en/event/{CONFERENCE}")
    present, named = part(text, "Present"), part(text, "Also named")
    assert "Sultan Raev" in present
    assert "Chinghiz Aitmatov" not in present
    assert "Chinghiz Aitmatov" in named
    assert "Expected" not in plain(text)
    ahead = await page(client, f"/en/event/{FESTIVAL}")
    assert "Aylin Sarıkaya" in part(ahead, "Expected")
    assert "Present" not in plain(ahead)


async def test_nobody_is_present_at_what_was_called_off(sqlite: Database, now: datetime) -> None:
    with sqlite.transaction() as session:
        off = filed(session, now, participations=(person("Sultan Raev"),))
        session.get_one(Event, off).cancel_proof = "The conference is called off."
    async with visited(sqlite, now) as client:
        text = await page(client, f"/en/event/{off}")
    assert "Sultan Raev" in part(text, "Expected")
    assert "Present" not in plain(text)


async def test_a_name_opens_the_sentence_with_the_words_marked_that_say_it(
    client: ClientSession,
) -> None:
    text = await page(client, f"/en/event/{CONFERENCE}?proof=there-2")
    opened = re.search(r'<details class="proof" id="there-2" open>|id="proof-there-2" open>', text)
    assert opened is not None
    after = text[opened.end() : text.index("</details>", opened.end())]
    assert "<mark>Sultan Raev, Secretary General</mark>" in after
    assert after.count("<mark>") == 1
    assert text.count(" open>") == 1


async def test_what_came_of_an_event_stands_with_the_sentence_that_says_so(
    client: ClientSession,
) -> None:
    text = await page(client, f"/en/event/{CONFERENCE}?proof=outcome-1")
    assert "Outcome declaration adopted 1 report" in plain(text)
    opened = text[text.index('id="proof-outcome-1" open') :]
    assert ADOPTED in opened[: opened.index("</details>")]
    assert "Итоги декларация принята" in plain(await page(client, f"/ru/event/{CONFERENCE}"))


async def test_a_day_and_a_place_open_theirs(client: ClientSession) -> None:
    text = await page(client, f"/en/event/{CONFERENCE}")
    assert "held on <mark>23 April 2024</mark>" in text
    assert "<mark>United Nations Office</mark> in <mark>Geneva</mark>" in text


async def test_an_event_without_a_day_stands_by_the_day_it_was_reported(
    client: ClientSession,
) -> None:
    assert "Түркі академиясы" in part(await page(client, "/en/"), "Reported in this week")
    text = await page(client, f"/en/event/{UNDATED}")
    assert "date not stated" in plain(text)
    assert ".ics" not in text


async def test_a_title_in_another_language_says_so(client: ClientSession) -> None:
    assert '<h1 lang="kk">' in await page(client, f"/en/event/{UNDATED}")
    assert "<h1>" in await page(client, f"/kk/event/{UNDATED}")


async def test_a_title_put_together_has_the_headline_below_and_no_place_that_stands_beside(
    client: ClientSession,
) -> None:
    listed = plain(await page(client, "/kk/search?organization=turksoy"))
    assert "Ош Фестиваль · ТҮРКСОЙ Festival of Young Storytellers" in listed
    assert "<h1>Фестиваль · ТҮРКСОЙ · Ош</h1>" in await page(client, f"/kk/event/{FESTIVAL}")


async def test_a_list_is_narrowed_by_any_and_by_all_of_its_filters(client: ClientSession) -> None:
    text = plain(await page(client, "/en/?organization=turkic-heritage&country=UZ"))
    assert "Training of young restorers" in text
    assert "United in Heritage" not in text
    assert "Nothing is known of this week." in plain(
        await page(client, "/en/?organization=turkic-heritage&country=CH")
    )
    assert "United in Heritage" in plain(await page(client, "/en/?town=geneva&kind=conference"))
    assert "“nowhere” is not known here" in unescape(
        await page(client, "/en/?organization=nowhere", status=404)
    )


async def test_a_quiet_week_says_that_it_was_looked_for(client: ClientSession) -> None:
    text = await page(client, "/en/week/2024-W30")
    assert "Nothing is known of this week." in plain(text)
    assert "sources are read" in plain(text) or "source is read" in plain(text)
    assert "Festival of Young Storytellers" in part(text, "The last before it")
    assert 'rel="canonical"' not in text


@pytest.mark.parametrize(
    "path",
    ["/en/week/2024-W54", "/en/week/0000-W01", "/en/month/2024-13", "/en/event/99", "/en/person/99",
     "/en/organization/none", "/en/place/none", "/en/country/XX", "/en/?after=nonsense",
     "/en/met?year=20x4", "/en/event/99.ics", f"/en/event/{UNDATED}.ics"],
)  # fmt: skip
async def test_what_there_is_not_is_answered_with_its_status(
    client: ClientSession, path: str
) -> None:
    await page(client, path, status=404)


async def test_a_month_leads_to_its_days(client: ClientSession) -> None:
    text = await page(client, "/en/month/2024-04")
    assert "<h1>April 2024</h1>" in text
    assert 'href="#d2024-04-23"' in text
    assert 'id="d2024-04-23"' in text
    assert "Tuesday 23 April: 2 events" in plain(text)


async def test_somebody_has_a_page_with_spellings_offices_and_company(
    client: ClientSession,
) -> None:
    async with client.get("/en/search?q=Раев") as response:
        found = re.findall(r'href="(/en/person/\d+)">Sultan Raev', await response.text())
    text = await page(client, found[0])
    assert "<h1>Sultan Raev</h1>" in text
    offices = part(text, "Offices")
    assert "Secretary General, TURKSOY by the catalogue of this diary" in offices
    assert "since 31 March 2022" in offices
    assert '<g class="org-turksoy"><rect x="0.0"' in text
    assert "Kubanychbek Omuraliev" in part(text, "With whom")
    assert "Chinghiz Aitmatov" not in part(text, "With whom")
    assert "Geneva" in part(text, "Where and with whom")


@pytest.mark.parametrize("start", ["", "x", "-1", "12x", "٣", "9" * 50, "1e3", "7"])
async def test_a_number_in_an_address_that_is_none_is_nothing(
    client: ClientSession, start: str
) -> None:
    await page(client, f"/en/person/1?start={start}")


async def test_who_is_only_named_was_not_there(client: ClientSession) -> None:
    async with client.get("/en/search?q=Aitmatov") as response:
        found = re.findall(r'href="(/en/person/\d+)"', await response.text())
    text = await page(client, found[0])
    assert "No report that was read says where this person was." in plain(text)


async def test_an_organisation_has_a_page_with_what_comes_and_what_was(
    client: ClientSession,
) -> None:
    text = await page(client, "/en/organization/turksoy")
    assert "Festival of Young Storytellers" in part(text, "Coming up")
    assert "United in Heritage" in part(text, "Lately")
    assert "Sultan Raev" in part(text, "Heads by the catalogue of this diary")
    assert "12 July 1993" in plain(text)


async def test_a_town_has_a_page(client: ClientSession) -> None:
    text = await page(client, "/en/place/geneva")
    assert "United in Heritage" in part(text, "Lately")
    assert "Sultan Raev" in part(text, "Most often present")


async def test_the_search_finds_people_bodies_places_and_events(client: ClientSession) -> None:
    assert "Sultan Raev" in plain(await page(client, "/en/search?q=Sultan"))
    assert "/en/organization/turksoy" in await page(client, "/en/search?q=turksoy")
    assert "/en/place/geneva" in await page(client, "/en/search?q=Cenevre")
    assert "United in Heritage" in plain(await page(client, "/en/search?q=heritage"))
    assert "Nothing found" in plain(await page(client, "/en/search?q=xyzzy"))


@pytest.mark.parametrize(
    "question", ["Женевадагы мурас", "ТЮРКСОЙ в Женеве", "Cenevre'deki konferans", "merosi Jeneva"]
)
async def test_the_search_understands_questions_as_a_chat_does(
    client: ClientSession, question: str
) -> None:
    answered = await page(client, f"/en/search?q={question}")
    assert "United in Heritage" in plain(answered)
    assert "/en/place/geneva" in answered


async def test_the_search_says_what_it_was_found_without(client: ClientSession) -> None:
    answered = plain(await page(client, "/en/search?q=summit in Geneva qwertyuiop"))
    assert "Found without: “summit”, “qwertyuiop”." in answered
    assert "United in Heritage" in answered


async def test_what_is_searched_for_can_be_narrowed_by_the_address(client: ClientSession) -> None:
    assert "United in Heritage" in await page(client, "/en/search?q=heritage&country=CH")
    assert "United in Heritage" not in await page(client, "/en/search?q=heritage&country=KZ")


async def test_a_chart_shows_only_who_was_there(client: ClientSession) -> None:
    text = plain(await page(client, "/en/met"))
    assert "Sultan Raev" in text
    assert "Aitmatov" not in text
    assert "Aylin Sarıkaya" not in text


async def test_an_event_is_a_file_for_a_calendar(client: ClientSession) -> None:
    async with client.get(f"/en/event/{TRAINING}.ics") as response:
        assert response.content_type == "text/calendar"
        assert "DTSTART;VALUE=DATE:20240422" in await response.text()


async def test_who_met_whom_is_a_table_of_who_was_there_each_with_the_sentence(
    client: ClientSession,
) -> None:
    text = await page(client, "/en/met?organization=ots")
    assert '<a href="/en/met.csv?organization=ots">CSV</a>' in text
    assert f'"contentUrl":"{ADDRESS}/en/met.csv?organization=ots"' in text
    async with client.get("/en/met.csv?organization=ots") as response:
        assert response.content_type == "text/csv"
        rows = [*csv.DictReader(io.StringIO(await response.text()))]
    assert [(row["title"], row["person"]) for row in rows] == [
        ("United in Heritage, Forward in Action", name)
        for name in ("Kubanychbek Omuraliev", "Sultan Raev", "Ömer Kocaman")
    ]
    assert {row["proof"] for row in rows} == {PROOF}
    for path in ("/ru/met.csv?year=1999", "/ru/met.csv?organization=turkpa"):
        async with client.get(path) as response:
            assert len((await response.text()).splitlines()) == 1, path  # nothing but its head
    for path in ("/ru/met.csv?year=99", "/ru/met.csv?organization=nobody"):
        await page(client, path, 404)


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        (f"/kk/event/{CONFERENCE}", f"/kk/event/{CONFERENCE}.png"),
        ("/az/person/1", "/az/person/1.png"),
        ("/en/organization/ots", "/en/organization/ots.png"),
    ],
)
async def test_a_link_is_shown_with_a_picture_of_its_page(
    client: ClientSession, path: str, picture: str
) -> None:
    text = await page(client, path)
    assert f'<meta property="og:image" content="{ADDRESS}{picture}">' in text
    async with client.get(picture) as response:
        assert response.content_type == "image/png"
        assert "public" in response.headers["Cache-Control"]
        assert Image.open(io.BytesIO(await response.read())).size == (1200, 630)


@pytest.mark.parametrize("path", ["event/99.png", "person/99.png", "organization/nobody.png"])
async def test_of_what_there_is_not_there_is_no_picture(client: ClientSession, path: str) -> None:
    await page(client, f"/en/{path}", 404)


@pytest.mark.parametrize("number", range(1, len(HOSTILE) + 1))
async def test_hostile_data_is_text_and_nothing_else(
    sqlite: Database, now: datetime, number: int
) -> None:
    with sqlite.transaction() as session:
        fill_hostile(session, now)
    async with visited(sqlite, now) as client:
        for path in (f"/en/event/{number}", "/en/", "/en/met", "/en/people", "/en/sources"):
            text = await page(client, path)
            assert re.findall(r"<script(?! src=| type=)", text) == []
            assert "<img" not in text
            assert SCRIPTED not in re.findall(r'href="([^"]*)"', text)
            assert "\u202e" not in text
            assert "\x1b" not in text
