"""Buttons stand in rows that a phone shows without cutting a label."""

import pytest

from bot.messages.button_rows import in_rows
from bot.messages.message import Button


def rows(*labels: str, per_row: int = 3) -> list[list[str]]:
    found = in_rows([Button(label, command="x") for label in labels], per_row)
    return [[button.label for button in row] for row in found]


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        (["Alerts", "Digest", "Both"], [["Alerts", "Digest", "Both"]]),
        (
            ["✓ Каждый день", "По будням", "Раз в неделю"],
            [["✓ Каждый день", "По будням"], ["Раз в неделю"]],
        ),
        (
            ["Turkic Heritage Foundation", "TURKPA", "OTS"],
            [["Turkic Heritage Foundation"], ["TURKPA", "OTS"]],
        ),
        (["Günlük", "Haftada bir", "İş günleri"], [["Günlük", "Haftada bir", "İş günleri"]]),
        (["Ejenedelno", "Chasto", "Redko"], [["Ejenedelno", "Chasto", "Redko"]]),
        (["Еженедельно", "Часто", "Редко"], [["Еженедельно", "Часто"], ["Редко"]]),
        ([], []),
    ],
)
def test_a_long_label_has_fewer_beside_it(labels: list[str], shown: list[list[str]]) -> None:
    assert rows(*labels) == shown


def test_choosing_moves_no_button_to_another_row() -> None:
    labels = ["Working days", "Every day", "Weekly"]
    before = [len(row) for row in rows(*labels)]
    for label in labels:
        chosen = [f"✓ {label}" if label == other else other for other in labels]
        assert [len(row) for row in rows(*chosen)] == before
