"""The first minute of a bot with a few sources, as the long form polls all of them."""

from pathlib import Path

import pytest

from tests.torture.first_poll import FIRST_ALERT, FLOOD, Plan, make_tables, poll_all

pytestmark = pytest.mark.slow


async def test_the_archives_of_a_first_poll_are_no_flood_and_nothing_of_them_is_lost(
    tmp_path: Path,
) -> None:
    make_tables(tmp_path)

    account = await poll_all(Plan(sources=12, archive=8), tmp_path)

    assert account.left == 0
    assert account.first is not None
    assert account.first < FIRST_ALERT
    assert account.sent + 1 <= FLOOD, "the alerts, and one message with all the rest"
    assert account.held > 0, "too few events to tell"
