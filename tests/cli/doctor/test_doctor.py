"""The doctor names the fault of a broken set-up first, keeps secrets, and works offline."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.runtime.findings import Mark
from tests.cli.doctor.breaks import BREAKS, no_account, no_inline, refused_token, server_away
from tests.cli.doctor.setup import MATRIX_TOKEN, NOW, PASSWORD, TOKEN, Break, SetUp, well
from tests.feeds.conftest import site
from tests.feeds.server import Site

__all__ = ["site"]

pytestmark = pytest.mark.usefixtures("log_restored")


@pytest.fixture
async def set_up(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[SetUp]:
    made = SetUp(tmp_path, site, monkeypatch)
    well(made)
    yield made
    for held in made.held:
        held.close()


async def run(*arguments: str) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, app, ["doctor", *arguments])


async def test_where_all_is_well_every_line_is_good(set_up: SetUp) -> None:
    found = await set_up.examined()
    assert [finding for finding in found if finding.mark is not Mark.GOOD] == []
    assert {finding.subject for finding in found} >= {
        "data folder",
        "disk",
        "memory",
        "database",
        "telegram",
        "clock",
        "sources",
    }
    assert not (set_up.folder / "data" / "tco-bot.db").exists()


async def test_a_good_matrix_account_is_told_and_its_trial_is_logged_out(set_up: SetUp) -> None:
    set_up.matrix(PASSWORD=PASSWORD)
    found = await set_up.examined()
    assert "the password of @diary:example.org is taken" in [one.said for one in found]
    assert [asked.method for asked in set_up.site.asked("/_matrix/client/v3/logout")] == ["POST"]


@pytest.mark.parametrize(
    ("breaks", "mark", "subject", "words"), BREAKS, ids=[row[0].__name__ for row in BREAKS]
)
async def test_the_fault_is_named_first_and_no_secret_is_said(
    set_up: SetUp, breaks: Break, mark: str, subject: str, words: str
) -> None:
    breaks(set_up)
    found = await set_up.examined()
    first = found[0]
    assert first.mark.name.lower() == mark, first
    assert first.subject.endswith(subject)
    assert words in first.said
    assert first.fix
    said = " ".join(f"{one.subject} {one.said} {one.fix}" for one in found)
    assert not [secret for secret in (TOKEN, MATRIX_TOKEN, PASSWORD) if secret in said]


@pytest.mark.parametrize(("breaks", "code"), [(None, 0), (no_inline, 0), (refused_token, 1)])
async def test_it_ends_in_one_only_where_something_is_wrong(
    set_up: SetUp, breaks: Break | None, code: int
) -> None:
    if breaks is not None:
        breaks(set_up)
    set_up.patch.setattr("bot.cli.doctor.utc_now", lambda: NOW)
    assert (await run()).exit_code == code


async def test_offline_nobody_is_asked_and_it_says_so(set_up: SetUp) -> None:
    result = await run("--offline")
    assert result.exit_code == 0
    assert set_up.site.requests == []
    first = result.stdout.splitlines()[0]
    assert first.startswith("look")
    assert "was not asked" in first


@pytest.mark.parametrize("breaks", [no_account, server_away])
async def test_offline_finds_what_is_wrong_on_this_machine(set_up: SetUp, breaks: Break) -> None:
    breaks(set_up)
    result = await run("--offline")
    assert result.exit_code == 1
    assert result.stdout.startswith("wrong")
