"""Articles that may tell of an organisation's event and do not name it.

A paper of Tashkent writes that the head of its customs spoke in Nakhchivan at the meeting of heads
of customs, and leaves out whose meeting it was. Who knows of the event can tell.
"""

from bot.extraction.event.company import Company, states
from bot.extraction.event.lookalikes import doubtful
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Sentence
from config.text import fold_text

_AHEAD = frozenset({Passage.HEADLINE, Passage.LEAD})


def may_tell(marked: TaggedArticle, company: Company) -> bool:
    """Whether an article may: it speaks of the Turkic world, or of a gathering and a member state.

    Or it begins with somebody who heads a body, and that state.
    Most of the world's news is parted from the rest here, before anything costly is done.
    """
    if doubtful(marked, company) or is_of_the_turkic_world(marked, company):
        return True
    ahead = [sentence for sentence in marked.sentences if marked.passage(sentence) in _AHEAD]
    gathers = any(tag & Tag.KIND for each in ahead for tag in marked.tags[each.first : each.last])
    told = gathers or _of_a_head(marked, ahead, company)
    return told and bool(states(marked, company)) and not _of_a_union(marked, ahead, company)


def is_of_the_turkic_world(marked: TaggedArticle, company: Company) -> bool:
    """Whether an article speaks of the Turkic states or their world."""
    text = fold_text(marked.text)
    return any(word in text for word in (*company.words, *company.world))


def _of_a_head(marked: TaggedArticle, ahead: list[Sentence], company: Company) -> bool:
    """Whether the beginning names somebody in full who heads a body or headed one."""
    told = (fold_text(marked.sentence_text(sentence)) for sentence in ahead)
    return any(name in sentence for sentence in told for name in company.headed)


def _of_a_union(marked: TaggedArticle, ahead: list[Sentence], company: Company) -> bool:
    """Whether the beginning names another union of states: the ministers of the CIS met."""
    short = tuple(union for union in company.unions if union.isupper())
    whole = [union for union in company.unions if not union.isupper()]
    for sentence in ahead:
        words = (token.word.text for token in marked.tokens[sentence.first : sentence.last])
        if any(_abbreviates(word, short) for word in words if word.startswith(short)):
            return True
        text = marked.sentence_text(sentence)
        if any(union in text for union in whole):
            return True
    return False


def _abbreviates(word: str, unions: tuple[str, ...]) -> bool:
    """Whether a word is one of these abbreviations, perhaps with an ending: BDT'nin, MDHning."""
    return any(
        word.startswith(union) and not word[len(union) : len(union) + 1].isupper()
        for union in unions
    )
