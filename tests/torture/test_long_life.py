"""A few hours in the life of a bot, as the long form lives a month.

Everything is at work, and the log stays small.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.torture.long_life import LOG, Plan, live

pytestmark = pytest.mark.slow


async def test_a_short_life_sends_messages_and_keeps_its_log_small(tmp_path: Path) -> None:
    plan = Plan(days=1, feeds=3, chats=8, tick=timedelta(hours=8), articles=12)

    account = await live(plan, tmp_path)

    assert account.days[-1].sent > 0
    assert account.days[-1].log < LOG
