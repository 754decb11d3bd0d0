"""`tco-bot sources` from the outside.

The real commands, a scriptable site on loopback, and a database that remembers in between.
"""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.cli.opml import write_list
from bot.feeds.http.rate_limit import HostRateLimiter
from storage import sources
from storage.database import Database
from storage.models import Source
from tests.feeds.making import item, rss
from tests.feeds.server import Answer, Site, feed, page, serving

pytestmark = pytest.mark.usefixtures("log_restored")

NEWS = (
    "An exhibition opened at TURKSOY in Ankara on Monday. TURKSOY Secretary General "
    "Sultan Raev opened it. "
) + "It shows felt. " * 60
ITEM = item(
    "TURKSOY opens an exhibition in Ankara",
    "https://o.example/a",
    "1",
    "Tue, 23 Apr 2024 10:00:00 +0300",
    NEWS,
)
BRIDGE = item(
    "A bridge in Naryn",
    "https://o.example/b",
    "2",
    "Mon, 22 Apr 2024 10:00:00 +0300",
    "A bridge was opened. " * 60,
)
LINK = (
    '<html><head><link rel="alternate" type="application/rss+xml" '
    'href="/hidden/feed"></head><body>Hello</body></html>'
)


@pytest.fixture(autouse=True)
def _alone(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder, with the real catalogue, and without manners towards loopback."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    shutil.copy(sqlite_template, tmp_path / "data" / "tco-bot.db")  # all tables and no rows
    monkeypatch.setenv("TCO_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("TCO_HTTP_ALLOW_PRIVATE", "true")
    monkeypatch.setenv("COLUMNS", "240")
    monkeypatch.setattr("bot.feeds.http.fetcher.HostRateLimiter", partial(HostRateLimiter, gap=0))


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serving() as running:
        yield running


async def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, app, ["sources", *arguments], input=stdin)


def stored(tmp_path: Path) -> dict[str, Source]:
    database = Database(f"sqlite:///{tmp_path / 'data/tco-bot.db'}")
    try:
        with database.transaction() as session:
            return {row.url: row for row in sources.all_sources(session)}
    finally:
        database.close()


async def added(site: Site, path: str = "/rss", *items: str) -> str:
    """Follow a feed at `path` and return its key."""
    result = await run("add", site.answer(path, feed(rss(*(items or (ITEM,))))), "--yes")
    assert result.exit_code == 0, result.output
    found = re.search(r"as (\S+)\.$", result.stdout.strip())
    assert found
    return found[1]


async def test_the_sources_of_the_catalogue_are_listed_with_their_state() -> None:
    result = await run("list")
    assert result.exit_code == 0
    assert re.search(
        r"^kabar +KABAR +ky +feed +catalogue A +never +new *$", result.stdout, re.MULTILINE
    )
    assert re.search(
        r"^kabar-en +KABAR +en +feed +catalogue C +never +off *$", result.stdout, re.MULTILINE
    )


async def test_the_feed_of_a_page_is_shown_with_its_readings_and_followed_when_the_answer_is_yes(
    site: Site, tmp_path: Path
) -> None:
    site.answer("/hidden/feed", feed(rss(BRIDGE, ITEM)))
    result = await run("add", site.answer("/", page(LINK)), stdin="y\n")
    assert result.exit_code == 0, result.output
    first, second = result.stdout.index("TURKSOY opens"), result.stdout.index("A bridge")
    assert first < second, "the newest comes first"
    assert "Outlet · feed, 2 items, en" in result.stdout
    assert re.search(
        r"2024-04-23  TURKSOY opens.*\n"
        r" +exhibition · 2024-04-22 · Ankara, Türkiye · turksoy · 1 named",
        result.stdout,
    )
    assert re.search(
        r"2024-04-22  A bridge.*\n +not about a Turkic Cooperation Organization", result.stdout
    )
    row = stored(tmp_path)[site.url("/hidden/feed")]
    assert (row.name, row.kind, row.language, row.origin, row.enabled) == (
        "Outlet",
        "feed",
        "en",
        "added",
        True,
    )
    assert f"Followed from now on, as {row.key}." in result.stdout


@pytest.mark.parametrize("answer", ["n\n", ""])
async def test_without_a_yes_nothing_is_followed(site: Site, tmp_path: Path, answer: str) -> None:
    url = site.answer("/rss", feed(rss(ITEM)))
    result = await run("add", url, stdin=answer)
    assert result.exit_code == 1
    assert url not in stored(tmp_path)


async def test_a_site_without_a_feed_is_followed_as_its_list_of_headlines(
    site: Site, tmp_path: Path
) -> None:
    links = "".join(
        f'<li><a href="/news/{n}-slug-of-it">TURKSOY opens exhibition number {n}</a></li>'
        for n in range(5)
    )
    for n in range(5):
        site.answer(
            f"/news/{n}-slug-of-it",
            page(
                f"<html><body><article><h1>TURKSOY opens</h1><p>{NEWS}</p></article></body></html>"
            ),
        )
    url = site.answer(
        "/en/news", page(f"<html><title>Body</title><body><ul>{links}</ul></body></html>")
    )
    result = await run("add", url, "--yes")
    assert result.exit_code == 0, result.output
    assert "Body · listing, 5 items" in result.stdout
    assert "turksoy" in result.stdout, "the reader was given the article's page"
    assert stored(tmp_path)[url].kind == "listing"


async def test_adding_twice_follows_once(site: Site, tmp_path: Path) -> None:
    key = await added(site)
    result = await run("add", site.url("/rss"), "--yes")
    assert f"Followed already, as {key}." in result.stdout
    assert sum(row.origin == "added" for row in stored(tmp_path).values()) == 1


async def test_an_address_inside_is_refused_and_nothing_is_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TCO_HTTP_ALLOW_PRIVATE")
    result = await run("add", site.answer("/rss", feed(rss(ITEM))), "--yes")
    assert result.exit_code == 2
    assert "the address is not on the public Internet" in result.stderr
    assert site.connections == 0


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(b"", 404), "there is nothing at this address any more (status 404)"),
        (
            page("<html><body>Hello</body></html>"),
            "no feed, no sitemap and no list of headlines was found there",
        ),
    ],
)
async def test_what_cannot_be_followed_is_one_sentence(
    site: Site, answer: Answer, said: str
) -> None:
    result = await run("add", site.answer("/", answer), "--yes")
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


async def test_what_was_added_by_hand_outlives_every_start(site: Site, tmp_path: Path) -> None:
    await added(site)
    database = Database(f"sqlite:///{tmp_path / 'data/tco-bot.db'}")
    with database.transaction() as session:
        sources.sync(session, [], datetime.now(UTC))
    database.close()
    assert [url for url, row in stored(tmp_path).items() if row.enabled] == [site.url("/rss")]


async def test_a_check_shows_a_row_a_source_with_its_verdict_in_words(site: Site) -> None:
    fresh = item(
        "News",
        "https://o.example/n",
        "n",
        f"{datetime.now(UTC) - timedelta(hours=1):%a, %d %b %Y %H:%M:%S +0000}",
    )
    well, stale, dead = (
        await added(site, "/well", fresh),
        await added(site, "/stale"),
        await added(site, "/dead", BRIDGE),
    )
    site.answer("/dead", Answer(b"", 410))
    result = await run("check", dead, well, stale)
    rows = {line.split()[0]: line for line in result.stdout.splitlines() if line.strip()}
    assert list(rows)[1:4] == [dead, well, stale], "in the order asked for"
    assert re.fullmatch(
        rf"{dead} +410 +0 +[\d.]+ s +there is nothing at this address any more \(status 410\) *",
        rows[dead],
    )
    assert re.fullmatch(rf"{well} +200 +1 +[\d-]+ [\d:]+ +utf-8 +[\d.]+ s +well *", rows[well])
    assert re.search(
        r"2024-04-23 07:00 .*nothing new for a long time \(nothing new since 2024-04-23\)",
        rows[stale],
    )
    assert "3 checked, 1 failing." in result.stdout
    assert result.exit_code == 1


async def test_what_a_check_learns_is_kept_and_shown_in_the_list(
    site: Site, tmp_path: Path
) -> None:
    key = await added(site)
    site.answer("/rss", Answer(b"", 410))
    await run("check", key)
    row = stored(tmp_path)[site.url("/rss")]
    assert (row.failures, row.failure_cause, row.failure_detail) == (1, "gone", "status 410")
    assert re.search(
        rf"{key} .*there is nothing at this address any more \(status 410\), 1 in a row",
        (await run("list")).stdout,
    )
    site.answer("/rss", feed(rss(ITEM)))
    assert (await run("check", key)).exit_code == 0
    row = stored(tmp_path)[site.url("/rss")]
    assert (row.failures, row.failing_since, row.last_ok_at) == (0, None, None)
    assert row.newest_item_at == datetime(2024, 4, 23, 7, tzinfo=UTC)


async def test_a_check_in_a_terminal_moves_a_bar_on_standard_error(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = await added(site)
    assert (await run("check", key)).stderr == ""
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    result = await run("check", key)
    assert re.search(r"checking.*1/1", result.stderr, re.DOTALL)


async def test_sources_are_switched_off_and_on_and_removed(site: Site, tmp_path: Path) -> None:
    key = await added(site)
    assert (await run("disable", key, "kabar-en")).stdout == f"Disabled: {key}, kabar-en.\n"
    assert re.search(rf"^{key} .* off *$", (await run("list")).stdout, re.MULTILINE)
    await run("enable", key)
    assert stored(tmp_path)[site.url("/rss")].enabled
    assert (await run("remove", key)).stdout == f"Removed: {key}.\n"
    assert key not in (await run("list")).stdout
    assert (await run("add", site.url("/rss"), "--yes")).stdout.endswith(
        f"Followed from now on, as {key}.\n"
    )


@pytest.mark.parametrize("verb", ["check", "enable", "disable", "remove"])
async def test_an_unknown_key_is_one_sentence_and_nothing_is_done(
    site: Site, tmp_path: Path, verb: str
) -> None:
    key = await added(site)
    result = await run(verb, key, "nothing")
    assert result.exit_code == 2
    assert result.stderr.strip() == "there is no source nothing"
    assert stored(tmp_path)[site.url("/rss")].last_polled_at is None
    assert stored(tmp_path)[site.url("/rss")].enabled


async def test_a_source_of_the_catalogue_is_not_removed() -> None:
    result = await run("remove", "kabar-en")
    assert result.exit_code == 2
    assert "disable it instead" in result.stderr


def test_a_list_for_others_holds_no_password(tmp_path: Path, now: datetime) -> None:
    url = "https://reader:secret@o.example/rss"
    row = Source(key="o", name="Outlet", url=url, kind="feed", next_poll_at=now)
    write_list([row], str(tmp_path / "list.opml"), now)
    body = (tmp_path / "list.opml").read_text(encoding="utf-8")
    assert "https://o.example/rss" in body
    assert "secret" not in body


async def test_what_is_exported_can_be_imported_elsewhere(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = await added(site)
    assert (await run("export", "list.opml")).exit_code == 0
    assert (await run("export")).stdout_bytes.count(b"<outline") == (
        tmp_path / "list.opml"
    ).read_bytes().count(b"<outline")
    here = stored(tmp_path)
    monkeypatch.setenv("TCO_DATA_DIR", str(tmp_path / "elsewhere/data"))
    known = sum(row.enabled for row in here.values()) - 1
    result = await run("import", "list.opml")
    assert result.stdout == f"1 followed from now on, {known} followed already, 0 refused.\n"
    there = stored(tmp_path / "elsewhere")
    row = there[site.url("/rss")]
    assert (row.key, row.name, row.kind, row.language, row.origin) == (
        key,
        "Outlet",
        "feed",
        "en",
        "added",
    )
    assert {url for url, row in there.items() if row.enabled} == {
        url for url, row in here.items() if row.enabled
    }


async def test_a_list_is_read_from_standard_input_and_what_cannot_be_followed_is_told() -> None:
    body = (
        '<opml><body><outline text="A" xmlUrl="https://a.example/rss"/><outline text="B" '
        'xmlUrl="file:///etc/passwd"/></body></opml>'
    )
    result = await run("import", "-", stdin=body)
    assert result.exit_code == 0
    assert "1 followed from now on, 0 followed already, 1 refused." in result.stdout
    assert result.stderr.strip() == "Without an http or https address: 1."


async def test_an_address_with_a_password_is_not_kept_nor_repeated(
    site: Site, tmp_path: Path
) -> None:
    url = site.answer("/rss", feed(rss(ITEM))).replace("//", "//me:secret@")
    listed = await run(
        "import", "-", stdin=f'<opml><body><outline text="A" xmlUrl="{url}"/></body></opml>'
    )
    added = await run("add", url, "--yes")
    assert listed.exit_code == added.exit_code == 2
    assert (
        listed.stderr
        == added.stderr
        == "127.0.0.1: the address holds a name or a password, which every chat could see\n"
    )
    assert not any("secret" in one for one in stored(tmp_path))


async def test_a_file_that_is_no_list_or_not_there_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html></html>", encoding="utf-8")
    for name, said in (
        ("page.html", "page.html: is not OPML"),
        ("none", "none: cannot be opened: No such file or directory."),
    ):
        result = await run("import", name)
        assert result.exit_code == 2
        assert result.stderr.startswith(said)
