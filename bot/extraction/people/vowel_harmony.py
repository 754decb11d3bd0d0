"""Endings that follow the last vowel of their word: rektor-u, müavin-i, министр-дің."""

from collections.abc import Iterable

HARMONY = {
    **dict.fromkeys("aıаыұ", "ıыiи"),
    **dict.fromkeys("eiəеэәи", "iиі"),
    **dict.fromkeys("ouоу", "uуыiи"),
    **dict.fromkeys("öüөү", "üүіiи"),
    **dict.fromkeys("іў", "іи"),
}
"""Last vowel of a stem -> the vowels that an ending behind it may have, the likeliest first."""


def fitting(stem: str, endings: Iterable[str]) -> str:
    """Return the one of `endings` whose first vowel follows the last of `stem`, else the first."""
    known = list(endings)
    last = next((letter for letter in reversed(stem) if letter in HARMONY), "")
    for vowel in HARMONY.get(last, ""):
        for ending in known:
            if next((letter for letter in ending if letter in HARMONY), "") == vowel:
                return ending
    return known[0]
