"""A language in a second script: the words of its first one, written with other letters.

`config/languages/kk-Latn.toml` names the grammar that it rewrites, and the letters.
"""

from collections.abc import Mapping
from typing import Any

from config.toml import Checked, check

_NAMES = frozenset({"code", "name", "head", "genders", "second_of"})
"""Keys whose values are no words of the language."""

_ENDINGS = frozenset(
    {
        "endings", "apostrophe", "attributives", "genitives", "possessives", "verbs", "stops",
        "softened", "trades", "surnames", "patronymics", "cases", "weak_cases", "origin_endings",
        "origin_adjectives", "plurals", "abstracts", "doing", "in_endings", "telling",
        "tied_objects",
    }
)  # fmt: skip
"""Keys whose values are compared with the ends of words, in the form that words are brought to."""


_OF_WORDS = frozenset(
    {
        "relative", "near_months", "lasting", "later_days", "lasted", "softened", "assimilated",
        "held_in", "missions",
    }
)  # fmt: skip
"""Tables whose names are words, too."""


class Rewriting(Checked):
    """What a file of a second script holds.

    Attributes:
        code: The code of the language with its script.
        name: In English.
        rewrites: The code of the grammar that is rewritten.
        letters: Letter -> letters of the other script.
        respell: Letters -> what they are compared as, since a script has more than one spelling.
        detect: How a text shows that it is in this language and script.
    """

    code: str
    name: str
    rewrites: str
    letters: Mapping[str, str]
    respell: Mapping[str, str] = {}
    detect: Mapping[str, str] = {}


def rewritten(raw: Mapping[str, Any], base: Mapping[str, Any], source: str) -> dict[str, Any]:
    """Return what the file of a second script stands for: `base` in its letters.

    Args:
        raw: The file of the second script.
        base: The file of the first one.
        source: What an error calls the former.

    Raises:
        ConfigError: For the first thing that is wrong in `raw`.
    """
    rewriting = check(Rewriting, raw, source)
    table = _Table(rewriting.letters, rewriting.respell)
    made: dict[str, Any] = table.of(dict(base))
    return {
        **made,
        "code": rewriting.code,
        "name": rewriting.name,
        "script_of": rewriting.rewrites,
        "letters": dict(rewriting.letters),
        "respell": dict(rewriting.respell),
        "detect": dict(rewriting.detect),
    }


def transliterated(text: str, letters: Mapping[str, str]) -> str:
    """Return `text` with each letter replaced by those of `letters`; capitals stay capitals."""
    if not letters:
        return text
    made = []
    for letter in text:
        small = letters.get(letter.lower(), letter)
        capital = letter != letter.lower() and small and small != letter
        made.append(small[0].upper() + small[1:] if capital else small)
    return "".join(made)


def respelt(text: str, respell: Mapping[str, str]) -> str:
    """Return `text` in small letters, its spellings brought to one, the longest first."""
    if not respell:
        return text
    small = text.lower()
    for spelling in sorted(respell, key=len, reverse=True):
        small = small.replace(spelling, respell[spelling])
    return small


class _Table:
    def __init__(self, letters: Mapping[str, str], respell: Mapping[str, str]) -> None:
        self._letters = letters
        self._respell = respell

    def of(self, value: Any, key: str = "") -> Any:  # noqa: ANN401 - TOML holds anything
        """Return `value`, which stands under `key`, in the other letters."""
        if key in _NAMES:
            return value
        if isinstance(value, str):
            text = transliterated(value, self._letters)
            return respelt(text, self._respell) if key in _ENDINGS else text
        if isinstance(value, list):
            return [self.of(item, key) for item in value]
        if isinstance(value, dict):
            # The names of tables are no words, but the relative days are: "бүгін" = 0.
            words = key in _OF_WORDS
            return {
                self.of(name, key) if words else name: self.of(item, key if words else name)
                for name, item in value.items()
            }
        return value
