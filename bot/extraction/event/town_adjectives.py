"""The town of a house that only its adjective tells: в бишкекском офисе."""

from bot.extraction.text.passages import EVENT, Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Entry, Match, Tag
from bot.extraction.text.tokenizer import Sentence

_HOUSE = 2  # tokens behind the adjective among which the house's noun stands
_GATHERING = 5  # the same of a gathering's noun


def by_adjective(marked: TaggedArticle) -> Match | None:
    """Return the first town in a house of which the text says that something is, or None.

    "в Ташкентской декларации" is a document, and none.
    """
    if not marked.lexicon.town_adjectives:
        return None
    for sentence in marked.sentences:
        if marked.passage(sentence) in EVENT:
            found = _in_sentence(marked, sentence)
            if found is not None:
                return found
    return None


def _in_sentence(marked: TaggedArticle, sentence: Sentence) -> Match | None:
    for index in range(sentence.first + 1, sentence.last - 1):
        if marked.folds[index - 1] not in marked.lexicon.in_words:
            continue
        entry = _town(marked, index)
        if entry is not None and (
            _is_house(marked, sentence, index) or _is_gathering(marked, sentence, index)
        ):
            return Match(index, index + 1, (entry,), Tag.PLACE)
    return None


def _is_house(marked: TaggedArticle, sentence: Sentence, index: int) -> bool:
    houses = marked.folds[index + 1 : min(sentence.last, index + 1 + _HOUSE)]
    return any(marked.lexicon.town_houses.begin(word) for word in houses)


def _is_gathering(marked: TaggedArticle, sentence: Sentence, index: int) -> bool:
    """Whether a headline or lead says "at" a gathering of the town: на Ташкентском форуме."""
    if marked.passage(sentence) not in {Passage.HEADLINE, Passage.LEAD}:
        return False
    for at in range(index + 1, min(sentence.last, index + 1 + _GATHERING)):
        if marked.tags[at] & Tag.KIND:
            return marked.folds[at].endswith(marked.lexicon.in_cases)
        if marked.mark(at) or marked.tags[at] & Tag.PREPOSITION:
            return False
    return False


def _town(marked: TaggedArticle, index: int) -> Entry | None:
    """Return what the phrases hold of the town whose adjective stands at `index`, or None."""
    word, lexicon = marked.folds[index], marked.lexicon
    for ending in lexicon.adjective_endings:
        if word.endswith(ending) and word[: -len(ending)] in lexicon.town_adjectives:
            return lexicon.town_adjectives[word[: -len(ending)]]
    return None
