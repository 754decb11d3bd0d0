"""The words behind a command's name, in every language of the bot.

"/digest now" is "/digest сейчас" to who reads Russian. What is said is brought to the English word
that the commands know, and their examples are shown in the chat's language. The words are
`argument_words.toml`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Self

from pydantic import model_validator

from bot.language.date_format import weekday_names
from config.languages import INTERFACE_LANGUAGES
from config.text import fold
from config.toml import FOLDER, Checked, check, read_toml, wrong
from config.types import Names

MOST_TOKENS = 4
"""Words of which the longest argument word is made: "и то и другое"."""

_TOKEN = re.compile(r"[^\s,;|]+")
_LETTERS = re.compile(r"[a-z]+")
_TEXT_FOLLOWS = frozenset({"broadcast"})
"""Words behind which a text stands that is nobody's argument."""

_WITH_DAYS = frozenset({"days"})
"""Commands behind whose name days of the week stand."""


class ArgumentWords(Checked):
    """The whole of argument_words.toml.

    Attributes:
        words: By the name that the commands know it by: per language, the word that is shown, then
            the others.
        commands: The words that each command knows, parted by commas.
    """

    words: Mapping[str, Names]
    commands: Mapping[str, str]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for name, texts in self.words.items():
            for language in INTERFACE_LANGUAGES:
                if language not in texts:
                    raise wrong("has no word", "add it: the bot speaks that language", name)
        for command, listed in self.commands.items():
            for name in _split(listed):
                if name not in self.words:
                    raise wrong(f"names «{name}»", "name a word of the table", command)
        return self


@lru_cache(maxsize=1)
def _file() -> ArgumentWords:
    return check(ArgumentWords, read_toml(FOLDER / "argument_words.toml"), "argument_words.toml")


def words_of(command: str) -> tuple[str, ...]:
    """Return the names of the words that a command knows."""
    return _split(_file().commands.get(command, ""))


def every_word() -> tuple[str, ...]:
    """Return the names of all words, whatever command knows them."""
    return tuple(_file().words)


def ways_to_say(name: str, language: str) -> tuple[str, ...]:
    """Return how a word is said in a language of the bot, first as it is shown."""
    return _file().words[name][language]


def understood(command: str, arguments: str, language: str) -> str:
    """Return `arguments` with the words that `command` knows as the command knows them.

    Everything else stays as it was said.

    Args:
        command: The command's name.
        arguments: What was said behind it.
        language: Of the chat, one of the bot's: where two languages use one word otherwise, it is
            the chat's that counts, then English.
    """
    known = _known(command, language)
    if not known:
        return arguments
    tokens = list(_TOKEN.finditer(arguments))
    made, end, at = "", 0, 0
    while at < len(tokens):
        size, name = _longest(known, [fold(token[0]) for token in tokens[at : at + MOST_TOKENS]])
        made += arguments[end : tokens[at].start()] + (name or tokens[at][0])
        end = tokens[at + size - 1].end()
        if name in _TEXT_FOLLOWS:
            break
        at += size
    return made + arguments[end:]


def _longest(known: Mapping[str, str], folded: list[str]) -> tuple[int, str | None]:
    for size in range(len(folded), 0, -1):
        if name := known.get(" ".join(folded[:size])):
            return size, name
    return 1, None


def ending(command: str, arguments: str, language: str) -> tuple[str, str | None]:
    """Return `arguments` without the word of `command` that they end with, and that word's name.

    They stay as they are, with None, where they end with no such word or are nothing but it.
    """
    known = _known(command, language)
    tokens = list(_TOKEN.finditer(arguments))
    for size in range(min(MOST_TOKENS, len(tokens) - 1), 0, -1):
        last = tokens[-size:]
        if name := known.get(" ".join(fold(token[0]) for token in last)):
            return arguments[: last[0].start()].rstrip(), name
    return arguments, None


def said(name: str, language: str) -> str:
    """Return how readers of `language` say a word that commands know by `name`."""
    return _file().words[name][language][0]


def shown(line: str, language: str) -> str:
    """Return a command line as readers of `language` type it: "digest now" as "digest сейчас"."""
    command, space, arguments = line.partition(" ")
    names = words_of(command)
    if not names or not space:
        return line
    days = _days(language) if command in _WITH_DAYS else {}

    def replaced(found: re.Match[str]) -> str:
        word = found[0]
        return said(word, language) if word in names else days.get(word, word)

    return f"{command} {_LETTERS.sub(replaced, arguments)}"


@lru_cache(maxsize=256)
def _known(command: str, language: str) -> Mapping[str, str]:
    """Return the name of each word that a command knows, by how it is said, folded."""
    known: dict[str, str] = {}
    names = words_of(command)
    for spoken in dict.fromkeys((language, "en", *INTERFACE_LANGUAGES)):
        for name in names:
            for text in _file().words[name].get(spoken, ()):
                known.setdefault(" ".join(fold(token) for token in text.split()), name)
    return known


@lru_cache(maxsize=16)
def _days(language: str) -> Mapping[str, str]:
    english = (name.casefold() for name in weekday_names("en"))
    own = (name.casefold() for name in weekday_names(language))
    return dict(zip(english, own, strict=True))


def _split(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(",") if name.strip())
