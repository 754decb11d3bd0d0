"""What a name left in its case may be in the nominative: Рамилем Гасаном, Ерлан Қошановпен.

The reader brings names back to the nominative by the grammar of a sentence, and sometimes cannot.
Before such a name founds somebody new, its possible nominatives (`name_cases.toml`) are tried
against the people who are known already; alone they say nothing.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from pydantic import RootModel

from config.toml import FOLDER, Checked, check, read_toml

_SHORTEST = 3
"""Letters that are left of a word at least."""

_MOST_WORDS = 4
"""Words of a name that is tried."""

_FULL = 2
"""Words of a name from which it may be somebody's: a surname alone means too many."""


class _Cases(Checked):
    every: bool
    endings: tuple[str, ...]


class _File(RootModel[Mapping[str, _Cases]]):
    """The whole of name_cases.toml, by language."""


@lru_cache(maxsize=1)
def _cases() -> Mapping[str, _Cases]:
    return check(_File, read_toml(FOLDER / "name_cases.toml"), "name_cases.toml").root


def nominatives(name: str, language: str | None) -> list[str]:
    """Return what a full name may be in the nominative, itself left out; the likest first.

    Args:
        name: As an article writes it.
        language: That article's (ISO 639-1); of one without cases there is nothing.
    """
    cases, words = _cases().get(language or ""), name.replace("\u2019", "'").split()
    if cases is None or not _FULL <= len(words) <= _MOST_WORDS:
        return []
    last = len(words) - 1
    choices = [
        list(_stems(word, cases.endings)) if cases.every or at == last else [word]
        for at, word in enumerate(words)
    ]
    tried = dict.fromkeys(" ".join(chosen) for chosen in product(*choices))
    tried.pop(name, None)
    return list(tried)


def _stems(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    """Yield a word as it is and without each ending that it has."""
    yield word
    stem, apostrophe, _ = word.partition("'")
    if apostrophe and len(stem) >= _SHORTEST:
        yield stem
        return
    for ending in endings:
        shown, _, instead = ending.partition(">")
        if word.endswith(shown) and len(word) - len(shown) >= _SHORTEST:
            yield word.removesuffix(shown) + instead
