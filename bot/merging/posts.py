"""Whose officials an article names: the ambassador of Kazakhstan, Azerbaijan's foreign minister.

An outlet that leaves out a name still says of which country somebody is, and the ambassador of one
country is not that of another.
"""

from collections.abc import Iterator

from bot.extraction.event import place_words
from bot.extraction.text.passages import EVENT
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import COUNTRY, Match, Tag
from bot.extraction.text.tokenizer import Sentence
from bot.language import concepts
from bot.merging.reported_text import STOPS

HELD = frozenset({"minister", "speaker", "deputy", "ambassador"})
"""Offices of which each country has its own; heads of states meet each other."""

_BETWEEN = 2
"""Words between an office and its country at most: Azerbaijani *foreign* minister."""


def posts(tagged: TaggedArticle, told: str) -> frozenset[str]:
    """Return the offices with their countries, "ambassador KZ", in what `told` reports.

    Args:
        tagged: The article.
        told: Its beginning, with blanks for what is not reported.
    """
    found = set[str]()
    for sentence in tagged.sentences:
        if tagged.tokens[sentence.first].start >= len(told):
            break
        if tagged.passage(sentence) in EVENT:
            found.update(_in_sentence(tagged, sentence, told))
    return frozenset(found)


def _in_sentence(tagged: TaggedArticle, sentence: Sentence, told: str) -> Iterator[str]:
    words = [tagged.tokens[at].word.fold for at in range(sentence.first, sentence.last)]
    offices = [(at, office) for at, office in concepts.offices().find(words) if office in HELD]
    if not offices:
        return
    for match in tagged.found:
        if not (sentence.first <= match.first < sentence.last and match.tag & _PLACES):
            continue
        codes = _codes(match)
        start, end = tagged.tokens[match.first].start, tagged.tokens[match.last - 1].end
        if not codes or not told[start:end].strip() or place_words.is_located(tagged, match):
            continue  # in Azerbaijan: where an ambassador serves, not whose he is
        for at, office in offices:
            if _stands_beside(tagged, match, sentence.first + at):
                yield from (f"{office} {code}" for code in codes)


_PLACES = Tag.PLACE | Tag.DEMONYM


def _codes(match: Match) -> list[str]:
    return [entry.key.removeprefix(COUNTRY) for entry in match.entries if entry.is_country]


def _stands_beside(tagged: TaggedArticle, match: Match, office: int) -> bool:
    """Whether no more than some words, and no comma, stand between an office and a country."""
    first, end = (match.last, office) if office >= match.last else (office + 1, match.first)
    between = range(first, end)
    return len(between) <= _BETWEEN and all(tagged.mark(at) not in STOPS for at in between)
