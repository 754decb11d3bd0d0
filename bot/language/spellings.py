"""Which of the spellings of a name a reader is shown: the one that outlets of his language use.

A name that has to be written in other letters is guessed at; where any outlet has written it in
the reader's letters already, that is how it is written.
"""

from collections.abc import Iterable, Mapping

from bot.language.name_matching import NEAR_ENOUGH, likeness
from bot.language.transliterate import CYRILLIC, script_of

_IN_LETTERS: Mapping[str, tuple[str, ...]] = {
    "latin": ("en", "tr", "az", "uz", "tk", "hu"),
    "cyrillic": ("ru", "kk", "ky", "uz"),
}
"""In whose spelling a name is taken over by readers of the same letters, the widest known first."""

Spelling = tuple[str, str | None]
"""A name as it is written, and in which language (ISO 639-1)."""


def by_language(name: str, spellings: Iterable[Spelling]) -> dict[str, str]:
    """Return how outlets of each language write a name, where they write all of it.

    Args:
        name: As it is kept.
        spellings: As it was met, those to be trusted most first.
    """
    words, found = len(name.split()), dict[str, str]()
    for spelling, language in spellings:
        if not language or language in found or len(spelling.split()) != words:
            continue
        if spelling == name or likeness(spelling, name) >= NEAR_ENOUGH:
            found[language] = spelling
    return {language: spelling for language, spelling in found.items() if spelling != name}


def chosen(
    name: str, language: str | None, spellings: Mapping[str, str], reader: str
) -> tuple[str, str | None]:
    """Return the spelling that a reader is shown, and its language.

    Args:
        name: As it is kept.
        language: Its language, where that is known.
        spellings: How others write it, by language.
        reader: The reader's language, one of the bot's.
    """
    if language == reader:
        return name, language
    if reader in spellings and script_of(spellings[reader]) == _letters(reader):
        return spellings[reader], reader
    if script_of(name) == _letters(reader):
        return name, language
    for other in _IN_LETTERS[_letters(reader)]:
        if other in spellings and script_of(spellings[other]) == _letters(reader):
            return spellings[other], other
    return name, language


def _letters(language: str) -> str:
    return "cyrillic" if language in CYRILLIC else "latin"
