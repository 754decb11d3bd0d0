"""Words that look like names, drawn by dice of a known seed."""

import random

_SYLLABLES = (
    "ba",
    "do",
    "ge",
    "ka",
    "li",
    "mu",
    "na",
    "pe",
    "ra",
    "shi",
    "tu",
    "va",
    "ze",
    "cho",
    "ju",
)


def word(dice: random.Random) -> str:
    """Return a word of three syllables with a capital."""
    return "".join(dice.choice(_SYLLABLES) for _ in range(3)).title()
