"""Names have the room beside a chart that its columns leave."""

import pytest

from bot.messages.met_picture import Guest, MeetingChart
from bot.web.met_drawing import PHONE, Drawing, Measures, PersonLabel, draw

LONG = "Kubanychbek Omuraliev"


def measures_of(name: str) -> tuple[str, Measures]:
    chart = MeetingChart((Guest(1, name, None, 1),), (), 1, 1)
    made = draw(Drawing.NARROW, PHONE, chart, [PersonLabel("/en/person/1", name)], [])
    return made.rows[0].name, made.measures


def test_a_long_name_is_whole_where_few_columns_leave_it_room() -> None:
    name, measures = measures_of(LONG)
    assert name == LONG
    assert PHONE.names < measures.names < PHONE.width


@pytest.mark.parametrize("name", ["", "Raev"])
def test_short_names_leave_the_columns_where_they_are(name: str) -> None:
    assert measures_of(name)[1] == PHONE
