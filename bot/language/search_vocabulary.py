"""What `search_words.toml` holds: words that people look for, and how words of a question end."""

from collections.abc import Mapping
from functools import lru_cache

from config.text import fold
from config.toml import FOLDER, Checked, check, read_toml

WHOLE = "."
"""What ends a longer word that is looked for as it stands."""

Change = tuple[str, str]
"""What stands somewhere, and what stands for it."""


class Endings(Checked):
    """Endings in Latin letters, parted by spaces, by what hangs them on; see the file.

    Attributes:
        ru: Of Russian.
        turkic: Of the Turkic languages.
        en: Of English.
        plural: Of the Turkic plural, in both scripts as they are written.
        trade: Of whom a word is the trade of, in Turkic languages, in Latin letters.
        after_two: Of these, those before which two letters of a name are enough.
        surnames: By which surnames are made of other words, in Latin letters.
    """

    ru: str
    turkic: str
    en: str
    plural: str
    trade: str
    after_two: str
    surnames: str


class Restored(Checked):
    """What stood where an ending took its place, and what takes another's, parted by spaces.

    Attributes:
        ru: By language, "ending>nominative".
        fleeting: "ending>with its fleeting vowel".
        zero: "ending>genitive plural without one", behind a vowel.
        softened: "ending>how it goes on before a vowel".
    """

    ru: str
    fleeting: str
    zero: str
    softened: str


class OfTowns(Checked):
    """How an adjective of a town is made: its endings, and what may stand before these."""

    endings: str
    before: str


class Letters(Checked):
    """Letters of which an apostrophe makes others, and those that words begin with; by spaces."""

    made_others: str
    before_words: str


class Learned(Checked):
    """How languages spell learned words, "old>new" parted by spaces; see the file.

    Attributes:
        endings: Endings that tell only of whom or of what kind a word is.
        plain: What letters mean where every one means one sound.
        x_is_ks: What else they mean where x is "ks".
        x_is_h: What else they mean where it is "h".
        spelled: By language, how these sounds are written.
        last: What the last of them may be as well.
        spelled_en: How they are in English.
        doubted_en: How a letter may be written besides in English.
    """

    endings: str
    plain: str
    x_is_ks: str
    x_is_h: str
    spelled: Mapping[str, str]
    last: str
    spelled_en: str
    doubted_en: str


class SearchWordsFile(Checked):
    """The whole of search_words.toml.

    Attributes:
        too_wide: Beginnings that names share with what is merely Turkic, parted by spaces.
        little: Beginnings of words that tell less than the one beside them, parted by commas.
        ideas: Idea -> beginnings of words, parted by commas.
        narrow: As `ideas`, of narrower things: where one is asked for, nothing wider is meant.
        kinds: Kind of event -> names that it goes by besides the bot's own.
        bodies: Organisation of the field -> what it is called without what tells it from others.
        countries: Country -> by language, what it is called besides.
        verbs: Kind of event, or "any" -> how verbs begin that tell no more than it.
        shouted: Abbreviation that is a word too -> the full name that it stands for in capitals.
        links: By language, words that ask for nothing where others do.
        endings: What hangs on words.
        restored: What stood where an ending took its place.
        of_towns: Adjectives of towns.
        letters: Letters that are more, or less, than they look.
        learned: How languages spell learned words.
    """

    too_wide: str
    little: str
    ideas: Mapping[str, str]
    narrow: Mapping[str, str]
    kinds: Mapping[str, str]
    bodies: Mapping[str, str]
    countries: Mapping[str, Mapping[str, str]]
    verbs: Mapping[str, str]
    shouted: Mapping[str, str]
    links: Mapping[str, str]
    endings: Endings
    restored: Restored
    of_towns: OfTowns
    letters: Letters
    learned: Learned


class SearchTopicsFile(Checked):
    """The whole of search_topics.toml.

    Attributes:
        domains: Domain -> everyday thing -> beginnings of words, parted by commas.
    """

    domains: Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=32)
def changes(listed: str) -> tuple[Change, ...]:
    """Return what becomes what, from a list of "old>new" parted by spaces."""
    parted = (change.partition(">") for change in listed.split())
    return tuple((old, new) for old, _, new in parted)


@lru_cache(maxsize=1)
def vocabulary() -> SearchWordsFile:
    """Return what people look for, as the file has it."""
    return check(SearchWordsFile, read_toml(FOLDER / "search_words.toml"), "search_words.toml")


@lru_cache(maxsize=1)
def everyday() -> list[str]:
    """Return the words of each everyday thing of `search_topics.toml`, parted by commas."""
    domains = read_toml(FOLDER / "search_topics.toml")
    checked = check(SearchTopicsFile, {"domains": domains}, "search_topics.toml").domains
    return [words for things in checked.values() for words in things.values()]


@lru_cache(maxsize=1)
def links() -> frozenset[tuple[str, ...]]:
    """What asks for nothing where other words stand in a question, in folded words."""
    listed = (phrase for phrases in vocabulary().links.values() for phrase in phrases.split(","))
    return frozenset(tuple(fold(phrase).split()) for phrase in listed)


@lru_cache(maxsize=1)
def _little() -> tuple[str, ...]:
    return tuple(fold(word) for word in vocabulary().little.split(",") if word.strip())


def tells_little(asked: str) -> bool:
    """Whether folded words are what one language says of a thing and another one does not."""
    return any(begins(asked, beginning) for beginning in _little())


@lru_cache(maxsize=32)
def _verbs(kind: str) -> list[list[str]]:
    listed = vocabulary().verbs.get(kind, "")
    return [fold(verb).split() for verb in listed.split(",") if verb.strip()]


def only_tells(asked: str, kind: str) -> bool:
    """Whether folded words are a verb that tells no more than a kind of event beside it does."""
    words = asked.split()
    alike = (verb for verb in (*_verbs(kind), *_verbs("any")) if len(verb) == len(words))
    return any(all(map(begins, words, verb)) for verb in alike)


def begins(word: str, beginning: str) -> bool:
    """Whether a folded word begins so, or is just that where `WHOLE` ends it."""
    if beginning.endswith(WHOLE):
        return word == beginning.removesuffix(WHOLE)
    return word.startswith(beginning)


def telling(words: list[str]) -> list[str]:
    """Return those of some folded words that ask for something; all of them where none does."""
    left: list[str] = []
    at = 0
    while at < len(words):
        size = next((size for size in (2, 1) if tuple(words[at : at + size]) in links()), 0)
        if not size and (len(words[at]) > 1 or _begins_word(words, at)):
            left.append(words[at])
        at += size or 1
    return left or words


def _begins_word(words: list[str], at: int) -> bool:
    """Whether a letter belongs to the word behind it: "e-visa"."""
    return at + 1 < len(words) and words[at] in vocabulary().letters.before_words.split()
