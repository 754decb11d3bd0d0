"""Which of the spellings of a name a reader is shown: the one that outlets of his language use.

A name that has to be written in other letters is guessed at; where any outlet has written it in
the reader's letters already, that is how it is written.
"""

from collections.abc import Iterable, Mapping

from bot.language.name_matching import NEAR_ENOUGH, likeness
from bot.language.transliterate import CYRILLIC, language_of_land, script_of

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
    name: str,
    language: str | None,
    spellings: Mapping[str, str],
    reader: str,
    country: str | None = None,
) -> tuple[str, str | None]:
    """Return the spelling that a reader is shown, and its language.

    That of his own language counts most, then that of the land that the name's bearer stands for,
    then the one that is known widest: outlets elsewhere write names of other lands by their ear.

    Args:
        name: As it is kept.
        language: Its language, where that is known.
        spellings: How others write it, by language.
        reader: The reader's language, one of the bot's.
        country: Code of the country that its bearer stands for, where that is known.
    """
    written = {**spellings, **({language: name} if language else {})}
    letters = _letters(reader)
    for wanted in (reader, language_of_land(country), *_IN_LETTERS[letters]):
        if wanted in written and script_of(written[wanted]) == letters:
            return written[wanted], wanted
    return name, language


def _letters(language: str) -> str:
    return "cyrillic" if language in CYRILLIC else "latin"
