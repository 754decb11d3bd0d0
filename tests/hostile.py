"""Hostile texts: patterns of every class of token that the reader knows, repeated to any length,
and arbitrary ones from a seed.

A text is an ordinary beginning, so that all of the reader is at work, and one pattern again and
again. Single classes come first, then random rows of them.
"""

import random
from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from bot.extraction.reader import Reader
from bot.extraction.text.phrases import Phrases
from bot.extraction.text.tags import Tag
from config.catalogue import ReadersCatalogue
from config.catalogue_loader import load_catalogue

LEADS = {
    "en": "The Organization of Turkic States held a summit in Astana on 1 May 2024.",
    "tr": "Türk Devletleri Teşkilatı zirvesi 1 Mayıs 2024'te Astana'da yapıldı.",
    "ru": "Саммит Организации тюркских государств прошёл 1 мая 2024 года в Астане.",
    "kk": "Түркі мемлекеттері ұйымының саммиті 2024 жылғы 1 мамырда Астанада өтті.",
    "uz": "Turkiy davlatlar tashkiloti sammiti 2024-yil 1-may kuni Ostonada boʻlib oʻtdi.",
}
"""What makes a reader of each language look at all of a text."""

MARKS = tuple(".,;:!?…-–—/()[]\"'«»“”„’ʻ`´&№@#_*=+%^~|\\<>{}0")
LETTERS = (
    "O'",
    "A",
    "a",
    "Aа",
    "á",
    "\u0301",
    "İ",
    "ß",
    "ﬃ",
    "ʻ",
    "\u202e",
    "\u200b",
    "\U0001f600",
    "字",
)
NUMBERS = ("1", "12", "31", "2024", "99999", "11th", "XI", "1.", "12:30", "1.5.2024", "2024-05-01")
NAMES = (
    "Ali", "Veli", "Ali Veli", "A.", "Aliyev", "Aliyeva", "Əliyevin", "O'Neill", "McDonald",
    "AzərSport",
    "ALI", "de", "oğlu", "qızı", "Касым-Жомарт", "Иванов", "Иванову", "OTS", "TURKSOY", "Ali'nin",
)  # fmt: skip
SEPARATORS = (" ", "", ", ", "\n", ". ", "-", "; ", " (", ") ", "\u00a0")

_LETTERS = "abdeghiklmnoprstuvyz"


@lru_cache(maxsize=1)
def the_reader() -> Reader:
    """Return the reader with the project's own catalogue."""
    return Reader(the_catalogue())


@lru_cache(maxsize=1)
def the_catalogue() -> ReadersCatalogue:
    """Return the project's own catalogue."""
    return load_catalogue()


@lru_cache(maxsize=8)
def phrases(language: str) -> dict[int, tuple[str, ...]]:
    """Return some phrases of every tag that the lexicon of a language has."""
    found: dict[int, list[str]] = {}
    for shown, tag in _entries(the_reader().lexicon(language).phrases):
        for bit in (tag & (1 << at) for at in range(Tag.OFFICE.bit_length())):
            if bit and len(found.setdefault(bit, [])) < 12:
                found[bit].append(shown)
    return {tag: tuple(shown) for tag, shown in sorted(found.items())}


def _entries(known: Phrases) -> Iterator[tuple[str, int]]:
    edge = [node for _, node in sorted(known._root.items())]
    while edge:
        node = edge.pop(0)
        yield from ((entry.shown, entry.tag) for entry in node.entries)
        edge.extend(following for _, following in sorted((node.after or {}).items()))


def simple_patterns(language: str) -> Iterator[str]:
    """Give every class of token alone, with each way to part one from the next that could
    matter."""
    for token in (*MARKS, *LETTERS, *NUMBERS, *NAMES):
        yield token
        yield f"{token} "
    for shown in phrases(language).values():
        for parted in (" ", ", ", "\n", "-"):
            yield f"{shown[0]}{parted}"


def random_pattern(language: str, chance: random.Random) -> str:
    """Return a row of one to six tokens of any class, each parted from the next in some way."""
    known = tuple(phrases(language).values())
    row = list[str]()
    for _ in range(chance.randint(1, 6)):
        kind = chance.choice((*known, *known, MARKS, LETTERS, NUMBERS, NAMES, NAMES, NAMES))
        token = chance.choice(kind)
        row.append(chance.choice((token, token, token.capitalize(), token.title())))
        row.append(chance.choice(SEPARATORS))
    return "".join(row)


def repeated(language: str, pattern: str, size: int) -> str:
    """Return a text of `size` characters that begins ordinarily and goes on with `pattern`."""
    lead = f"{LEADS[language]} "
    return f"{lead}{pattern * (size // len(pattern) + 1)}"[:size]


def varied(language: str, pattern: str, size: int, chance: random.Random) -> str:
    """Return a text as `repeated` does, with names that are all different between the patterns."""
    parts, length = [f"{LEADS[language]} "], len(LEADS[language])
    for number in count():
        if length >= size:
            return "".join(parts)[:size]
        first = "".join(chance.choice(_LETTERS) for _ in range(6)).capitalize()
        part = f"{pattern}{first} Ali{number % 7}{chance.choice(('', 'yev', 'yeva'))} "
        parts.append(part.replace("0", ""))
        length += len(parts[-1])
    raise AssertionError("never reached")
