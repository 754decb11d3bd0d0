"""Names of what is an organisation's own: a festival that it holds, a title that it bestows.

A festival of its own is its event wherever the headline or the lead names it. A title is borne for
a year, and what goes on in the town meanwhile is no event of the organisation: it counts where
something is held for it, or where it is bestowed.
"""

from collections.abc import Iterable

from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Sentence

_AHEAD = frozenset({Passage.HEADLINE, Passage.LEAD})
_HELD = 6  # tokens from a title to the noun for what is held for it
_VERB = 4  # tokens behind a title among which the verb of bestowing stands


def is_told_of(marked: TaggedArticle, match: Match, owned: str) -> bool:
    """Whether the headline or the lead tells of the gathering or the title named at `match`."""
    sentence = marked.sentence_of(match.first)
    if marked.passage(sentence) not in _AHEAD:
        return False
    return owned == "gathering" or _held_for(marked, sentence, match) or _bestowed(marked, match)


def _held_for(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether an event's noun governs the title: the closing of Osh's year as capital of culture.

    No verb and no other place stands between.
    """
    indices: Iterable[int]
    if marked.lexicon.grammar.head == "final":
        indices = range(match.last, min(sentence.last, match.last + _HELD))
    else:
        indices = range(match.first - 1, max(sentence.first, match.first - _HELD - 1) - 1, -1)
    for index in indices:
        if marked.tags[index] & Tag.KIND:
            return True
        word = marked.tokens[index].word
        located = bool(marked.tags[index] & Tag.PLACE) and word.adverbial
        if located or (word.verbal and not marked.tags[index]) or marked.mark(index) == ",":
            return False
    return False


def _bestowed(marked: TaggedArticle, match: Match) -> bool:
    """Whether a verb behind the title says that it is given: болып жарияланды, ilan edildi."""
    bestowing = marked.lexicon.bestowing
    behind = marked.tokens[match.last : match.last + _VERB]
    return any(token.word.fold.startswith(bestowing) for token in behind) if bestowing else False
