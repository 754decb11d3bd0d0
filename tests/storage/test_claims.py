"""Claims are exact: among any number of threads and processes each row goes to one of them,
once."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from storage import articles, chats, sources
from storage.database import Database
from tests.storage.things import article, begun, enqueue_digest, source, spec

ROWS = 300
LEASE = timedelta(minutes=1)

CLAIMER = """
import sys
from datetime import datetime, timedelta
from storage import sending
from storage.database import Database

database, now = Database(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
while True:
    with database.transaction() as session:
        owed = sending.due(session, now, platform="telegram", limit=7)
        due = [item.delivery.id for item in owed]
        here, lease = session.connection(), timedelta(minutes=1)
        taken = [number for number in due if sending.begin(here, number, now, lease=lease)]
    if not due:
        break
    print(*taken)
database.close()
"""


def enqueue(session: Session, now: datetime) -> None:
    for n in range(ROWS):
        chat = chats.ensure(session, "telegram", str(n), "", now)
        enqueue_digest(session, chat.id, now.date(), now)


def store_sources(session: Session, now: datetime) -> None:
    sources.sync(session, [spec(f"source-{n}") for n in range(ROWS)], now)


def store_articles(session: Session, now: datetime) -> None:
    articles.add_new(session, source(session, now), [article(str(n)) for n in range(ROWS)], now)


def claim_deliveries(session: Session, now: datetime) -> list[int]:
    return [one.id for one in begun(session, now, limit=7, lease=LEASE)]


def claim_sources(session: Session, now: datetime) -> list[int]:
    return [row.id for row in sources.claim_due(session, now, limit=7, lease=LEASE)]


def claim_articles(session: Session, now: datetime) -> list[int]:
    return [row.id for row in articles.claim_unread(session, now, limit=7, lease=LEASE)]


@pytest.mark.parametrize(
    ("store", "claim"),
    [(enqueue, claim_deliveries), (store_sources, claim_sources), (store_articles, claim_articles)],
    ids=["deliveries", "sources", "articles"],
)
def test_each_row_goes_to_one_thread_once(
    database: Database,
    database_url: str,
    now: datetime,
    store: Callable[[Session, datetime], None],
    claim: Callable[[Session, datetime], list[int]],
) -> None:
    with database.transaction() as session:
        store(session, now)

    def work(_: int) -> list[int]:
        mine: list[int] = []
        own = Database(database_url)
        while True:
            with own.transaction() as session:
                taken = claim(session, now)
            if not taken:
                break
            assert len(taken) <= 7
            mine += taken
        own.close()
        return mine

    with ThreadPoolExecutor(4) as threads:
        taken = [row for mine in threads.map(work, range(4)) for row in mine]
    assert len(taken) == len(set(taken)) == ROWS


def test_each_delivery_goes_to_one_process_once(
    database: Database, database_url: str, now: datetime
) -> None:
    with database.transaction() as session:
        enqueue(session, now)
    command = [sys.executable, "-c", CLAIMER, database_url, now.isoformat()]
    processes = [
        # Our own.
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"  # so that all three claim at once
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    taken = [
        int(word) for process in processes for word in process.communicate(timeout=240)[0].split()
    ]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert len(taken) == len(set(taken)) == ROWS


def test_a_process_killed_within_a_transaction_leaves_its_rows_to_the_others(
    database: Database, database_url: str, now: datetime
) -> None:
    with database.transaction() as session:
        enqueue(session, now)
    half_way = CLAIMER.replace('print("ready", flush=True)\nsys.stdin.readline()\n', "").replace(
        "    if not due:",
        (
            '        print("claimed", len(taken), flush=True)\n        '
            "sys.stdin.readline()\n    if not due:"
        ),
    )
    command = [sys.executable, "-c", half_way, database_url, now.isoformat()]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "claimed 7\n"
        process.kill()
    left: list[int] = []
    while True:
        with database.transaction() as session:
            taken = claim_deliveries(session, now)
        if not taken:
            break
        left += taken
    assert len(left) == len(set(left)) == ROWS
