"""The hour of an event is taken from the proof of its day only where nothing else can be meant."""

from datetime import time

import pytest

from bot.extraction.event.time import hour_of


@pytest.mark.parametrize(
    ("sentence", "hour"),
    [
        ("The summit opens on 6 November at 10:00.", time(10, 0)),
        ("Саммит откроется 6 ноября в 9:30 по местному времени.", time(9, 30)),
        ("Zirve 6 Kasım'da saat 14:00'te başlayacak.", time(14, 0)),
        ("The forum is held on 6 November, 10:00–18:00.", time(10, 0)),
        ("The forum is held on 6 November.", None),
        ("Opening at 10:00, closing at 18:00 on 6 November.", None),
        ("Trains leave at 8:15, 9:15 and 10:15.", None),
        ("Версия 12:45:10", None),
        ("The result was 25:12.", None),
        (None, None),
        ("", None),
    ],
)
def test_an_hour_is_read_or_left(sentence: str | None, hour: time | None) -> None:
    assert hour_of(sentence) == hour
