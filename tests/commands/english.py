"""Which words of an answer are English that nobody translated.

A word is English when it stands in what the code says or in the English names of the catalogues.
In a language of Cyrillic letters, every word of Latin ones is suspect. What is left out is names.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.pofile import read_po

from bot.language import argument_words, title_patterns
from bot.language.translator import LOCALES
from bot.language.transliterate import CYRILLIC
from config.catalogue_loader import load_catalogue
from config.languages import INTERFACE_LANGUAGES

ROOT = Path(__file__).parents[2]
SPEAKING = ("bot/commands", "bot/messages", "bot/sources", "bot/feeds", "storage", "config")
"""Where what people are told stands in the code."""

NAMES = frozenset({
    *("tco", "bot", "telegram", "matrix", "utc", "json", "url", "turksoy", "turkunib", "tcci"),
    *(own.casefold() for own in INTERFACE_LANGUAGES.values()),
})  # fmt: skip
"""Words that are the same in every language: platforms, formats, bodies, languages' own names."""

_NO_WORDS = re.compile(
    r"https?://\S+"  # addresses
    r"|[/!][a-z]+(?:_\d+)?(?: digest\b)?"  # commands, and the one that /help explains
    r"|[A-Z][a-z]+/[A-Z]\w+"  # zones as IANA names them
    r"|\{\".*\}"  # exported settings
    r"|\b(?:HH:MM|ZZ|KEY|URL)\b|@name\b"  # what stands for something
    r"|[“«][^”»]*[”»]"  # what was said is quoted, and what an article says
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʻʼ][^\W\d_]+)*")
_SHORTEST = 3
"""Letters from which a word can be told from what another language writes alike."""


def english_in(answer: str, language: str, names: frozenset[str]) -> set[str]:
    """Return the words of an answer in `language` that are English and no name."""
    shown = _NO_WORDS.sub(" ", answer)
    known = names | NAMES
    found = {word.casefold() for word in _WORD.findall(shown)} - known
    if language in CYRILLIC:
        return {word for word in found if word.isascii() and len(word) >= _SHORTEST}
    return (found & _english()) - _own_words(language)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts, folded as `english_in` compares them."""
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


@cache
def _english() -> frozenset[str]:
    """Return what the code says, and what places and bodies are called in English."""
    said = words_of(text for path in _files() for text in _strings(path)) | _names_in("en")
    return frozenset(word for word in said if word.isascii() and len(word) >= _SHORTEST)


def _files() -> Iterator[Path]:
    for place in SPEAKING:
        path = ROOT / place
        yield from [path] if path.is_file() else sorted(path.glob("*.py"))


def _strings(path: Path) -> Iterator[str]:
    """Yield what stands in quotation marks in a module, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@cache
def _names_in(language: str) -> frozenset[str]:
    catalogue = load_catalogue()
    places = catalogue.places
    named = [*places.countries.values(), *places.cities.values()]
    texts = [place.name(language) for place in named]
    for body in catalogue.organizations:
        texts += [body.name(language), body.short_name(language)]
    return words_of(texts)


def _own_words(language: str) -> frozenset[str]:
    """Return what the language itself says: its sentences, argument words and names."""
    with (LOCALES / language / "LC_MESSAGES" / "tcobot.po").open("rb") as file:
        said = [message.string or "" for message in read_po(file, locale=language)]
    texts = [text for one in said for text in ((one,) if isinstance(one, str) else one)]
    texts += [*title_patterns.titles().of(language).kinds.values()]
    for name in argument_words.every_word():
        texts += argument_words.ways_to_say(name, language)
    texts += Locale.parse(language).months["format"]["wide"].values()
    return words_of(texts) | _names_in(language)
