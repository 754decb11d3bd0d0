"""Gatherings of a body's states that are told without its name: health ministers of Turkic states.

Ministers of one field whom "the Turkic states" send, and a meeting of these states to which
somebody comes who acts for one, are their body's own. What scholars or artists of the same states
hold is not.
"""

from collections.abc import Iterator

from bot.extraction.event.company import Company, acts_for_a_state, gathers, states, tied
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Entry, Match, Tag
from bot.extraction.text.tokenizer import Sentence
from bot.language import concepts

_AHEAD = frozenset({Passage.HEADLINE, Passage.LEAD})
_SEVERAL = 2  # member states named, so that states meet and not their people
_NO_FIELDS = frozenset({"leaders", "cooperation", "parliament"})  # of whom, not of what


def convened(marked: TaggedArticle, company: Company) -> Iterator[tuple[str, Match, int]]:
    """Yield each body whose states gather, told so by the headline or the lead.

    Its id, the words that call its states together, and the number of their sentence.
    """
    for sentence in marked.sentences:
        if marked.passage(sentence) not in _AHEAD:
            continue
        for key, phrases in company.convenes.items():
            for match in _called(marked, sentence, key, phrases):
                around = tied(marked, match)
                words = [marked.tokens[at].word.fold for at in sorted(around)]
                meets = gathers(marked, around) and _for_states(marked, match, company)
                if meets or _officials_of_a_field(words):
                    yield key, match, sentence.number


def _called(
    marked: TaggedArticle, sentence: Sentence, key: str, phrases: tuple[str, ...]
) -> Iterator[Match]:
    """Yield where a sentence calls a body's states by one of the phrases, folded beginnings."""
    folds = marked.folds
    for phrase in phrases:
        *whole, begun = phrase.split()
        for first in range(sentence.first, sentence.last - len(whole)):
            last = first + len(whole)
            if folds[first:last] == whole and folds[last].startswith(begun):
                shown = marked.slice(first, last + 1)
                entry = Entry(Tag.ORGANIZATION, key, shown, weak=True, owned="gathering")
                yield Match(first, last + 1, (entry,), Tag.ORGANIZATION)


def _for_states(marked: TaggedArticle, match: Match, company: Company) -> bool:
    return acts_for_a_state(marked, [match], company) or len(states(marked, company)) >= _SEVERAL


def _officials_of_a_field(words: list[str]) -> bool:
    """Whether ministers or heads of services are named with what they are in charge of."""
    if all(idea != "officials" for _, idea in concepts.gathered().find(words)):
        return False
    return any(topic not in _NO_FIELDS for _, topic in concepts.topics().find(words))
