"""A week of an assembly's session in five languages: a side meeting put off, arrivals the day
before, speeches after, closed roads and a closed airport, round-ups.

The texts and what is true of them were written before they were first replayed.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.enums import DeliveryKind
from tests.replay.figures import look
from tests.replay.gold import Gold
from tests.replay.life import CHATS, live
from tests.replay.stretch import read

WEEK = Path(__file__).with_name("session_week")
FIRST, LAST = date(2025, 10, 6), date(2025, 10, 22)

pytestmark = pytest.mark.slow


async def test_a_session_week_calls_seldom_and_tells_the_truth(tmp_path: Path) -> None:
    gold = Gold.read(WEEK)
    items = read(WEEK, FIRST, LAST)
    life = await live(items, FIRST, LAST, tmp_path, tick=timedelta(hours=2), measured=False)
    month = await look(life, tmp_path)

    assert [said for _, _, said in month.moves] == [True]
    for chat in CHATS:
        assert len(month.of(chat, DeliveryKind.CHANGE)) <= 1
        assert gold.false_alerts(month, chat) == []
        # A reception is told by itself with a speech, and turns out to be the session.
        assert len(month.duplicates(chat)) <= 1
        assert len(gold.duplicates(month, chat)) <= 1
        assert month.undated(chat) == []
        assert month.busiest(chat)[1] <= 3
    course = month.of("en", DeliveryKind.REMINDER)
    told = [(told.received.text[0], told.received.day.day) for told in course]
    assert told == [("🌙", 14), ("▶", 15), ("🌆", 16)]  # who arrives early shortens nothing
    places = dict(month.main_in_digests("only"))
    assert places[date(2025, 10, 15)][0].startswith("TODAY: • 15–16 Oct, Sheki")
    assert "Kenan Yurdakul" in places[date(2025, 10, 15)][0].partition("expected: ")[2]
    assert places[date(2025, 10, 17)][0].startswith("TOOK PLACE: • 15–16 Oct, Sheki")
    assert "outcome: Sheki Declaration adopted" in places[date(2025, 10, 17)][0]
    assert "Kenan Yurdakul" in places[date(2025, 10, 17)][0].partition("there: ")[2]
    assert gold.strangers(month) == []
