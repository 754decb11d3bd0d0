"""Honorary titles, which an office in a body goes before: People's Artist, əməkdar artist.

Whoever bears one is told by it beside his office, and nobody unnamed is told by it alone.
"""

from bot.extraction.people.name_words import CAPITALISED
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag

_LEAD = 3  # words of a title before the word for its holder
_OBJECT = 5  # words that tell what somebody has served


def honorary(marked: TaggedArticle, head: Match) -> bool:
    """Whether an office is an honorary title: emektar | sanatçı, эмгек сиңирген | ишмер."""
    begins = range(max(head.first - _LEAD, 0), head.last)
    return any(_told(marked, at, head.last, words) for at in begins for words in _known(marked))


def personal(marked: TaggedArticle, head: Match) -> bool:
    """Whether an office is what somebody is besides another: председатель жюри, | критик X."""
    return any(entry.shown in marked.lexicon.office_words.personal for entry in head.entries)


def member(marked: TaggedArticle, head: Match) -> bool:
    """Whether an office is one that somebody may have in several bodies: a member, an expert."""
    return any(entry.shown in marked.lexicon.staff for entry in head.entries)


def tied(marked: TaggedArticle, head: Match) -> bool:
    """Whether the word for the holder of a title is tied to the one before it: халық әртіс-і."""
    size = head.last - head.first
    whole = (words for words in _known(marked) if len(words) == size > 1)
    return any(_told(marked, head.first, head.last, words) for words in whole)


def _known(marked: TaggedArticle) -> tuple[tuple[str, ...], ...]:
    return marked.lexicon.honours


def _told(marked: TaggedArticle, first: int, last: int, words: tuple[str, ...]) -> bool:
    """Whether the words from `first` on begin like `words`, no further than `last`."""
    told = marked.folds[first : min(first + len(words), last)]
    alike = (word.startswith(known) for word, known in zip(told, words, strict=False))
    return len(told) == len(words) and all(alike)


def past_object(marked: TaggedArticle, floor: int, first: int) -> int:
    """Return where it begins to be told, behind an office, what the title at `first` is for.

    Баш катчысы, искусствосуна | эмгек сиңирген ишмер X. Else `first` itself.
    """
    at = first
    while at - 1 > floor and first - at < _OBJECT and _of_object(marked, at - 1):
        at -= 1
    return at if marked.mark(at - 1) == "," or marked.tags[at - 1] & Tag.ROLE else first


def _of_object(marked: TaggedArticle, index: int) -> bool:
    """Whether a word can tell what somebody has served: a noun of things, a country."""
    word, tag = marked.tokens[index].word, marked.tags[index]
    if marked.mark(index) or word.verbal or tag & (Tag.ROLE | Tag.TITLE | Tag.CONJUNCTION):
        return False
    return word.letters not in CAPITALISED or bool(tag)
