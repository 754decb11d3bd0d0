"""Offices of everyday fields and bodies are told whole, also behind an "and"."""

from pathlib import Path

import pytest

from tests.extraction.people.reading import told

ROWS = Path(__file__).with_name("fields_of_work.txt").read_text("utf-8")
"""A line each: language|sentence|role|affiliation."""


@pytest.mark.parametrize("row", ROWS.splitlines())
def test_an_office_is_told_whole(row: str) -> None:
    language, text, role, affiliation = row.split("|")
    assert told(language, text) == [(role, affiliation)]


def test_the_next_office_behind_an_and_does_not_swallow_who_holds_the_first() -> None:
    text = (
        "Country Director of the Development Bank in Uzbekistan Kanok Araya and Regional Director "
        "for Central Asia at the World Bank Tatiana Proskurina also spoke."
    )
    assert told("en", text)[-1] == ("Regional Director for Central Asia", "World Bank")
