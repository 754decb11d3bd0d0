"""A festival week in seven languages, whose opening is moved: told once, and everything true.

The texts and what is true of them were written before they were first replayed.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.enums import DeliveryKind
from tests.replay.figures import look, summary
from tests.replay.gold import Gold
from tests.replay.life import CHATS, live
from tests.replay.stretch import headline, read

WEEK = Path(__file__).with_name("festival_week")
FIRST, LAST = date(2024, 5, 6), date(2024, 5, 20)

pytestmark = pytest.mark.slow


async def test_a_festival_week_calls_seldom_and_tells_the_truth(tmp_path: Path) -> None:
    gold = Gold.read(WEEK)
    items = read(WEEK, FIRST, LAST)
    life = await live(items, FIRST, LAST, tmp_path, tick=timedelta(hours=2), measured=False)
    month = await look(life, tmp_path)

    assert [said for _, _, said in month.moves] == [True]
    for chat in CHATS:
        assert len(month.of(chat, DeliveryKind.CHANGE)) <= 1
        assert gold.false_alerts(month, chat) == []
        assert gold.duplicates(month, chat) == month.duplicates(chat) == []
        assert month.undated(chat) == []
        assert month.busiest(chat)[1] <= 2
    for chat in ("en", "uz"):  # who has the card of the festival, and nobody else
        course = month.of(chat, DeliveryKind.REMINDER)
        assert [told.received.text[0] for told in course] == ["🌙", "▶", "🌆"]
        eve, begun, evening = (told.received.day for told in course)
        assert eve == date(2024, 5, 14)  # of the day that it was moved to
        assert begun - date(2024, 5, 15) <= timedelta(days=1)  # past midnight by a slow clock
        assert evening == date(2024, 5, 19)
    assert month.of("only", DeliveryKind.REMINDER) == month.of("ru", DeliveryKind.REMINDER) == []
    assert gold.strangers(month) == []
    assert "MOVED, CANCELLED, ON AGAIN: 1" in summary(month, life, "en")


def test_a_post_without_a_headline_gets_its_first_line_or_sentence() -> None:
    assert headline("", "A festival opened today.\nIt lasts.") == (
        "A festival opened today.",
        "It lasts.",
    )
    assert headline("", "The festival opened today. It lasts.")[0] == "The festival opened today"
    assert headline("Told", "It  lasts") == ("Told", "It lasts")
