"""Killed in the middle of sending, the bot loses nothing and says nothing twice.

The long form is `make torture`.
"""

from pathlib import Path

from tests.homeserver.server import Homeserver
from tests.torture.kills import Plan, kill_again_and_again, victim

SHORT = Plan(kills=3, chats=3, events=3, longest=0.5)


async def test_a_bot_that_is_killed_again_and_again_delivers_everything_once(
    database_url: str, homeserver: Homeserver, tmp_path: Path
) -> None:
    async with victim(database_url, homeserver, tmp_path, SHORT) as one:
        account = await kill_again_and_again(one, SHORT)
    assert account.owed == 2 * SHORT.chats * SHORT.events
    assert (account.lost, account.unfinished) == ({"telegram": 0, "matrix": 0}, 0)
    assert account.twice == {"telegram": 0, "matrix": 0}
    assert account.uncertain["matrix"] == 0
    assert account.uncertain["telegram"] <= SHORT.kills
