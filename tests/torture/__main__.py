"""`make torture`: the kill test at full length on SQLite and on PostgreSQL, some twenty minutes.

Or with numbers of your own.

`python -m tests.torture [kills] [chats] [events] [sqlite|postgresql]`.
"""

import asyncio
import shutil
import sys
import tempfile
import time
from pathlib import Path

from storage.database import Database
from tests.homeserver.server import Homeserver
from tests.postgres import serve
from tests.torture.kills import Account, Plan, kill_again_and_again, victim


async def _torture(url: str, folder: Path, plan: Plan) -> Account:
    homeserver = Homeserver(folder)
    await asyncio.to_thread(homeserver.start)
    try:
        async with victim(url, homeserver, folder, plan) as one:
            return await kill_again_and_again(one, plan)
    finally:
        await asyncio.to_thread(homeserver.stop)


def _tell(name: str, plan: Plan, account: Account, seconds: float) -> None:
    good = not any(
        (
            *account.lost.values(),
            account.twice["matrix"],
            account.uncertain["matrix"],
            account.unfinished,
        )
    )
    good = good and account.twice["telegram"] == 0 and account.uncertain["telegram"] <= plan.kills
    verdict = "holds" if good else "BROKEN"
    sys.stdout.write(f"{name}: {plan.kills} kills, {account} in {seconds:.0f} s: {verdict}\n")
    sys.stdout.flush()


def main() -> None:
    """Run and print a line a database."""
    numbers = [int(word) for word in sys.argv[1:4]]
    kills, chats, events = (*numbers, *(200, 25, 40)[len(numbers) :])
    plan, chosen = Plan(kills, chats, events), sys.argv[4:] or ["sqlite", "postgresql"]
    for name in chosen:
        folder = Path(tempfile.mkdtemp(prefix="tco-torture-"))
        began = time.monotonic()
        if name == "sqlite":
            url = f"sqlite:///{folder / 'tco.db'}"
            database = Database(url)
            database.upgrade()
            database.close()
            account = asyncio.run(_torture(url, folder, plan))
        else:
            with serve(folder / "lock") as server:
                account = asyncio.run(_torture(server.clean(), folder, plan))
        _tell(name, plan, account, time.monotonic() - began)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
