"""What a program that watches over the bot is told: each number moves with what it counts."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families

from bot.app import LONGEST_WAITS, App
from bot.demo.articles import load
from bot.demo.server import serve
from bot.pipeline.clock_jumps import ClockKeeper
from bot.platforms.base import TryLater
from bot.runtime.clock_watch import ClockWatch
from bot.runtime.scheduler import run_stage
from bot.web.monitor import application
from bot.web.server import serving
from config.catalogue_loader import load_catalogue
from config.errors import ConfigError
from config.settings import load_settings
from config.sources import SourceSpec
from storage import chats
from storage.enums import Topic
from storage.models import Source
from tests.delivery.deliveries import ScriptedMessenger


@dataclass
class Watched:
    """A bot with one outlet and one chat, and what its monitor says as of a moment."""

    app: App
    messenger: ScriptedMessenger
    client: ClientSession
    now: datetime
    moment: list[datetime]

    async def numbers(self) -> dict[str, float]:
        async with self.client.get("/metrics") as response:
            assert response.status == 200
            families = text_string_to_metric_families(await response.text())
        samples = [sample for family in families for sample in family.samples]
        return {_name(sample.name, sample.labels): sample.value for sample in samples}

    async def run(self, *stages: str, now: datetime | None = None) -> None:
        for name, _, stage in self.app.stages:
            if name in stages:
                await run_stage(name, stage, now or self.now)


class Closing(ScriptedMessenger):
    """One that a bot may close at its end."""

    async def close(self) -> None:
        pass


def _name(name: str, labels: dict[str, str]) -> str:
    inside = ",".join(f"{label}={value}" for label, value in sorted(labels.items()))
    return f"{name}{{{inside}}}" if inside else name


def moved(before: dict[str, float], after: dict[str, float]) -> dict[str, float]:
    """What became another number, by how much; new ones began at nothing."""
    names = [name for name in after if name.startswith("tco_") and not name.endswith("_created")]
    changed = {name: after[name] - before.get(name, 0) for name in names}
    return {name: by for name, by in changed.items() if by}


@pytest.fixture
async def watched(data_dir: Path, now: datetime) -> AsyncIterator[Watched]:
    settings = load_settings(env_file=None, data_dir=data_dir, http_allow_private=True)
    messenger = Closing()
    async with serve(load(), lambda: now) as feed:
        source = SourceSpec(key="wire", name="The Wire", url=feed, language="en", certainty="A")
        catalogue = replace(load_catalogue(), sources=(source,))
        app = App(settings, catalogue, messengers=[messenger], now=lambda: now)
        async with app.opened():
            with app.database.transaction() as session:
                chat = chats.ensure(session, "telegram", "1", "", now - timedelta(days=3))
                chats.subscribe(session, chat.id, Topic.ORGANIZATION, "turksoy")
            moment = [now]
            served = application(app.health(), lambda: moment[0])
            async with (
                serving(served, "127.0.0.1", 0) as address,
                ClientSession(address) as client,
            ):
                yield Watched(app, messenger, client, now, moment)


async def test_a_poll_moves_polls_articles_and_the_queue_of_articles(watched: Watched) -> None:
    before = await watched.numbers()
    assert before["tco_queue{queue=polls}"] == 1
    await watched.run("poll")
    change = moved(before, await watched.numbers())
    stored = change["tco_articles_stored_total"]
    assert stored > 5
    assert 0 < change["tco_queue{queue=articles}"] <= stored  # an old one is not read
    assert change["tco_queue{queue=polls}"] == -1
    assert change["tco_polls_total{result=changed}"] == 1
    assert change["tco_stage_runs_total{outcome=done,stage=poll}"] == 1


async def test_a_failing_source_is_counted_by_its_cause_and_its_health(watched: Watched) -> None:
    with watched.app.database.transaction() as session:
        session.get_one(Source, 1).url = "http://127.0.0.1:1/nobody-listens"
    before = await watched.numbers()
    await watched.run("poll")
    change = moved(before, await watched.numbers())
    assert change["tco_polls_total{result=network}"] == 1
    assert (change["tco_sources{health=well}"], change["tco_sources{health=failing}"]) == (-1, 1)


async def test_reading_moves_what_was_read_and_how_long_reading_and_merging_took(
    watched: Watched,
) -> None:
    await watched.run("poll")
    before = await watched.numbers()
    await watched.run("read")
    change = moved(before, await watched.numbers())
    read = -change["tco_queue{queue=articles}"]
    events = change["tco_articles_read_total{result=event}"]
    assert change["tco_read_seconds_count"] == read
    assert change["tco_merge_seconds_count"] == events
    assert 0 < events <= read
    assert change["tco_read_seconds_sum"] > 0
    assert change["tco_merge_seconds_sum"] > 0
    assert change["tco_deliveries{state=pending}"] > 0


async def test_sending_moves_sends_by_outcome_and_what_is_owed(watched: Watched) -> None:
    await watched.run("poll", "read")
    watched.messenger.script["1"] = [lambda address: TryLater(address, "slow down", 3600)]
    before = await watched.numbers()
    await watched.run("send")
    middle = await watched.numbers()
    assert moved(before, middle)["tco_sends_total{outcome=pending,platform=telegram}"] == 1
    await watched.run("send", now=watched.now + timedelta(hours=2))
    change = moved(middle, await watched.numbers())
    sent = change["tco_sends_total{outcome=sent,platform=telegram}"]
    assert sent == len(watched.messenger.taken)
    assert change["tco_deliveries{state=pending}"] == -sent


async def test_the_oldest_delivery_is_as_old_as_it_has_been_due(watched: Watched) -> None:
    await watched.run("poll", "read")
    assert (await watched.numbers())["tco_oldest_delivery_seconds"] == 0
    watched.moment[0] += timedelta(minutes=10)
    assert (await watched.numbers())["tco_oldest_delivery_seconds"] == 600


async def test_a_jump_of_the_clock_is_counted(watched: Watched, now: datetime) -> None:
    wall = [now]
    keeper = ClockKeeper(
        watched.app.database,
        ClockWatch(lambda: wall[0], lambda: 0.0),
        LONGEST_WAITS,
        lambda: None,
    )
    before = await watched.numbers()
    for hours in (1, -1):
        wall[0] += timedelta(hours=hours)
        await keeper.look(wall[0])
    change = moved(before, await watched.numbers())
    assert change["tco_clock_jumps_total{direction=ahead}"] == 1
    assert change["tco_clock_jumps_total{direction=back}"] == 1


async def test_a_new_chat_and_the_process_itself_are_counted(watched: Watched) -> None:
    before = await watched.numbers()
    with watched.app.database.transaction() as session:
        chats.ensure(session, "telegram", "2", "", watched.now)
    after = await watched.numbers()
    assert moved(before, after)["tco_chats{state=active}"] == 1
    assert after["process_resident_memory_bytes"] > 10_000_000
    assert [name for name in after if re.fullmatch(r"tco_build_info\{version=[\d.]+\}", name)]


async def test_while_the_database_is_away_the_rest_is_told_all_the_same(
    watched: Watched, tmp_path: Path
) -> None:
    (tmp_path / "tco-bot.db").rename(tmp_path / "elsewhere.db")
    numbers = await watched.numbers()
    assert numbers["tco_part_well{part=database}"] == 0
    assert numbers["tco_part_well{part=poll}"] == 1
    assert "tco_queue{queue=articles}" not in numbers
    (tmp_path / "elsewhere.db").rename(tmp_path / "tco-bot.db")
    assert (await watched.numbers())["tco_part_well{part=database}"] == 1


async def test_no_name_or_address_of_a_chat_is_told(watched: Watched) -> None:
    with watched.app.database.transaction() as session:
        chats.ensure(session, "telegram", "-1009876543210", "", watched.now, title="Cabinet")
    async with watched.client.get("/metrics") as response:
        text = await response.text()
    assert "Cabinet" not in text
    assert "9876543210" not in text


async def test_a_port_that_is_taken_is_told_by_its_own_setting(
    tmp_path: Path, watched: Watched
) -> None:
    assert watched.client._base_url is not None
    port = watched.client._base_url.port
    settings = load_settings(env_file=None, data_dir=tmp_path / "other", monitor_port=port)
    app = App(settings, load_catalogue(), messengers=[watched.messenger])
    with pytest.raises(ConfigError, match="TCO_MONITOR_PORT: cannot be listened on"):
        async with app.monitored():
            pass
    app.database.close()
