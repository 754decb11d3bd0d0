"""Buttons in rows that a phone shows without cutting a label."""

from collections.abc import Iterable

from bot.messages.message import Button

CHOSEN = "✓ "
"""What stands before the choice that holds."""

MOST_LETTERS = {2: 20.0, 3: 12.5, 4: 9.0}
"""Letters that a phone of 390 points shows of a button, by how many stand in a row: Cyrillic ones,
in the typeface of the bot's pictures."""

_OTHER = 0.9
"""Of such a letter that any other takes."""


def in_rows(buttons: Iterable[Button], per_row: int) -> list[tuple[Button, ...]]:
    """Return buttons in rows of `per_row`, or in pairs, or alone, as their labels have room.

    A label that is chosen has its mark before it, and stands where it stood.
    """
    left, rows = list(buttons), list[tuple[Button, ...]]()
    size = per_row if all(_fits(button, per_row) for button in left) else 2
    while left:
        row = left[:size] if all(_fits(button, size) for button in left[:size]) else left[:1]
        rows.append(tuple(row))
        del left[: len(row)]
    return rows


def _fits(button: Button, size: int) -> bool:
    label = f"{CHOSEN}{button.label.removeprefix(CHOSEN)}"
    room = sum(1.0 if "Ѐ" <= letter <= "ӿ" else _OTHER for letter in label)
    return room <= MOST_LETTERS[size]
