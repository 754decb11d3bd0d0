"""Two processes of the bot that are started at once on one database."""

from pathlib import Path

from tests.homeserver.server import Homeserver
from tests.torture.kills import Plan, victim

PLAN = Plan(kills=0, chats=4, events=3)
NONE = {"telegram": 0, "matrix": 0}


async def test_on_postgresql_one_sends_everything_once_and_the_other_goes_on_when_it_ends(
    postgres_url: str, homeserver: Homeserver, tmp_path: Path
) -> None:
    async with victim(postgres_url, homeserver, tmp_path, PLAN) as one:
        for number in (1, 2):
            one.owe(f"Conference {number:04d}")
        async with one.running() as first, one.running() as second:
            assert await one.finish(first) == 0
            one.owe("Conference 0003")
            assert await one.finish(second) == 0
        account = await one.account()
    assert account.owed == 2 * PLAN.chats * PLAN.events
    assert (account.lost, account.twice, account.uncertain, account.disordered) == (
        NONE,
        NONE,
        NONE,
        0,
    )


async def test_on_sqlite_the_second_is_refused_and_the_first_sends_everything_once(
    sqlite_url: str, homeserver: Homeserver, tmp_path: Path
) -> None:
    async with victim(sqlite_url, homeserver, tmp_path, PLAN) as one:
        for number in range(PLAN.events):
            one.owe(f"Conference {number:04d}")
        async with one.running() as first, one.running() as second:
            await one.until(lambda: not (first.is_alive() and second.is_alive()))
            left, refused = (first, second) if first.is_alive() else (second, first)
            assert refused.exitcode == 1
            assert await one.finish(left) == 0
        account = await one.account()
    assert account.owed == 2 * PLAN.chats * PLAN.events
    assert (account.lost, account.twice, account.uncertain, account.disordered) == (
        NONE,
        NONE,
        NONE,
        0,
    )
