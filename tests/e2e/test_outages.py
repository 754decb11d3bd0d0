"""Cut off from what it needs in the middle of sending, the bot waits, goes on by itself, loses
nothing and says nothing twice.

What is cut off is real: PostgreSQL and the homeserver are stopped and started again, and the
network is a line that stands still or breaks.
"""

import asyncio
import json
import time
from pathlib import Path

import pytest

from bot.platforms.telegram.messenger import max_concurrency_of
from tests.homeserver.server import Homeserver
from tests.postgres import serve
from tests.torture.kills import Account, Plan, Victim, victim
from tests.torture.relay import Relay

PLAN = Plan(kills=0, chats=4, events=4)
HASTY = Plan(kills=0, chats=4, events=4, speed=20)
CUT_OFF = Plan(kills=0, chats=4, events=6, speed=40, patience=1, relayed=True)
MINUTE = 60.0


async def in_mid_flow(one: Victim, *numbers: int) -> None:
    """Owe everybody some events, and return when the first of their cards are there and the others
    are not."""
    before = {platform: one.sent(platform) for platform in ("telegram", "matrix")}
    for number in numbers:
        one.owe(f"Conference {number:04d}")
    await one.until(lambda: all(one.sent(platform) > before[platform] for platform in before))


def nothing_lost_nothing_twice(account: Account, plan: Plan) -> None:
    zero = {"telegram": 0, "matrix": 0}
    assert account.owed == 2 * plan.chats * plan.events
    assert (account.lost, account.twice, account.unfinished) == (zero, zero, 0)
    assert account.uncertain["matrix"] == 0


async def test_postgresql_that_is_restarted_in_mid_flow_costs_nothing(
    homeserver: Homeserver, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with serve(tmp_path_factory.getbasetemp().parent / "postgres.lock", keeps=True) as server:
        async with (
            victim(server.clean(), homeserver, tmp_path, PLAN) as one,
            one.running() as process,
        ):
            for how, numbers in (("fast", (1, 2)), ("immediate", (3, 4))):
                await in_mid_flow(one, *numbers)
                noted = len(one.log())
                await asyncio.to_thread(server.stop, how)
                await one.complains("no connection", noted, times=2)
                await asyncio.to_thread(server.start)
            await one.answers()
            await one.finish(process)
            account = await one.account()
    nothing_lost_nothing_twice(account, PLAN)
    assert (account.uncertain["telegram"], account.disordered) == (0, 0)


async def test_a_homeserver_that_is_restarted_in_mid_flow_costs_nothing(
    sqlite_url: str, homeserver: Homeserver, tmp_path: Path
) -> None:
    async with victim(sqlite_url, homeserver, tmp_path, HASTY) as one, one.running() as process:
        for at_once, numbers in ((False, (1, 2)), (True, (3, 4))):
            await in_mid_flow(one, *numbers)
            noted = len(one.log())
            try:
                await asyncio.to_thread(homeserver.stop, at_once=at_once)
                await one.complains("sync failed", noted)
            finally:
                await asyncio.to_thread(homeserver.start)
        await one.answers()
        await one.finish(process)
        account = await one.account()
    nothing_lost_nothing_twice(account, HASTY)
    assert (account.uncertain["telegram"], account.disordered) == (0, 0)


async def test_a_network_that_is_away_for_a_minute_costs_no_more_than_what_was_on_the_wire(
    sqlite_url: str, homeserver: Homeserver, tmp_path: Path
) -> None:
    async with victim(sqlite_url, homeserver, tmp_path, CUT_OFF) as one, one.running() as process:
        for go_away, numbers in ((Relay.cut, (1, 2, 3)), (Relay.freeze, (4, 5, 6))):
            await in_mid_flow(one, *numbers[:2])
            noted = len(one.log())
            for line in one.lines:
                await go_away(line)
            one.owe(f"Conference {numbers[2]:04d}")
            await a_minute_of_the_bots_clock(one, noted)
            for line in one.lines:
                await line.restore()
            await one.answers()
        await one.finish(process)
        account = await one.account()
    nothing_lost_nothing_twice(account, CUT_OFF)
    assert account.uncertain["telegram"] <= 2 * max_concurrency_of(30), (
        "what was on the wire, each time"
    )


async def a_minute_of_the_bots_clock(one: Victim, noted: int) -> None:
    """Return when it has gone by, and the bot has tried both platforms in vain more than once since
    the log was so long."""
    began = time.monotonic()
    await one.until(
        lambda: (
            (time.monotonic() - began) * CUT_OFF.speed > MINUTE
            and tries_in_vain(one.log()[noted:]) > 1
        )
    )


def tries_in_vain(log: str) -> int:
    """How often at least each platform has been tried without success."""
    failed = [
        line["platform"]
        for line in map(json.loads, log.splitlines())
        if line["event"] == "delivery not sent"
    ]
    return min(failed.count("telegram"), failed.count("matrix"))
