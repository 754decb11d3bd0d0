"""Dates as outlets write them are read, by the zone that they tell or that of the outlet."""

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from bot.feeds.parsing.dates import parse_date

ALMATY = ZoneInfo("Asia/Almaty")
"""Six hours before UTC on the day of these dates."""

NEIGHBOURS = {
    "Sun, 16 Apr 2023 09:30:00 Asia/Tashkent": "2023-04-16 04:30",
    "2023-04-16T09:30:00[Europe/Istanbul]": "2023-04-16 06:30",
    "2023-04-16 09:30 Asia/Bishkek": "2023-04-16 03:30",
    "1681616400": "2023-04-16 03:40",
    "1681616400.25": "2023-04-16 03:40",
    "1681616400123": "2023-04-16 03:40",
    "2023. 04. 16. 9:30": "2023-04-16 03:30",
    "16. 4. 2023 9:30": "2023-04-16 03:30",
    "16 . 04 . 2023": "2023-04-15 18:00",
    "16 Sáýir 2023, 09:30": "2023-04-16 03:30",
    "16 sәuіr 2023": None,
    "2 Tamyz 2023 09:30": "2023-08-02 03:30",
    "2023-жылдын 16-апрелинде 09:30": "2023-04-16 03:30",
    "2023 жылдың 16 сәуірі, 09:30": "2023-04-16 03:30",
    "2023-yilning 16-apreli 09:30": "2023-04-16 03:30",
    "16 Nisan 2023'te, 09.30": "2023-04-16 03:30",
    "16 aprelda 2023, 09:30": "2023-04-16 03:30",
    "2023 жылғы 16 сәуірінде 09:30": "2023-04-16 03:30",
    "2023-жылдын 16-апрелинде, 09:30дө": "2023-04-16 03:30",
    "Sun, 16 Apr 2023 09:30:00 +6": "2023-04-16 03:30",
    "Sun, 16 Apr 2023 09:30:00 UTC+06": "2023-04-16 03:30",
    "16.04.2023 09:30 GMT +6": "2023-04-16 03:30",
    "16.04.2023 09:30 (+06)": "2023-04-16 03:30",
    "16.04.2023 09:3016.04.2023 09:30": "2023-04-16 03:30",
    "Sun, 16 Apr 2023 09:30:00 +0300 Sun, 16 Apr 2023 09:30:00 +0300": "2023-04-16 06:30",
    "16 апреля 2023, воскресенье, 09:30": "2023-04-16 03:30",
    "Жарияланды: 16.04.2023, 09:30": "2023-04-16 03:30",
}


@pytest.mark.parametrize(("written", "moment"), NEIGHBOURS.items())
def test_dates_are_read_as_they_are_written(written: str, moment: str | None) -> None:
    read = parse_date(written, ALMATY)
    assert (read and read.astimezone(UTC).strftime("%Y-%m-%d %H:%M")) == moment


@pytest.mark.parametrize(
    "written",
    ["16 April", "16 сәуір", "16.04", "Sunday, 09:30", "16168", "16. 4. 23. 9:30", "99. 99. 2023"],
)
def test_dates_that_tell_no_day_are_none(written: str) -> None:
    assert parse_date(written, ALMATY) is None
