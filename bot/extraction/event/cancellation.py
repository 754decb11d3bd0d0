"""Whether an article says that its event is called off.

A false cancellation would do harm, so little is believed: the headline or the first paragraph must
say it, in a sentence that names a gathering close by that is not merely where something was said,
and nothing may deny it. A flight or a visa rule that is cancelled at a conference cancels no
conference.
"""

from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Sentence
from bot.language import concepts

BEFORE, BEHIND = 30, 12
"""Words at most from a gathering on to what calls it off, and from there on to a gathering.

A relative clause may stand before what calls it off.
"""

GATHERINGS = frozenset(
    {
        "summit",
        "assembly",
        "forum",
        "conference",
        "table",
        "course",
        "exhibition",
        "concert",
        "festival",
        "competition",
    }
)
"""Formats of `concepts.formats` that name something to come to.

None is a body, which may call something else off.
"""

_BEFORE = 2  # words before it that may deny it
_REACH = 3  # words from a preposition on to its noun
_HEADLINE, _ANYWHERE = frozenset({"off", "headline"}), frozenset({"off"})


def called_off(marked: TaggedArticle) -> str | None:
    """Return the sentence that says that the article's event does not take place, or None.

    One of the body goes before the headline.
    """
    ideas = {idea for _, idea in concepts.cancelling().find(marked.folded_words)}
    if not ideas & _HEADLINE:
        return None
    said = []
    for sentence in marked.sentences:
        wanted = _ANYWHERE if sentence.paragraph else _HEADLINE
        if sentence.paragraph <= 1 and _says_so(marked, sentence, wanted):
            said.append(sentence)
    said.sort(key=lambda sentence: sentence.paragraph == 0)
    return marked.sentence_text(said[0]) if said else None


def _says_so(marked: TaggedArticle, sentence: Sentence, ideas: frozenset[str]) -> bool:
    words = [marked.tokens[i].word.fold for i in range(sentence.first, sentence.last)]
    named = {
        i - sentence.first
        for i in range(sentence.first, sentence.last)
        if marked.tags[i] & Tag.KIND
    }
    named |= {at for at, idea in concepts.formats().find(words) if idea in GATHERINGS}
    gatherings = [at for at in named if not _is_where(marked, sentence, sentence.first + at)]
    found = concepts.cancelling().find(words)
    if any(idea == "untrue" for _, idea in found):
        return False  # "rumours that it was cancelled are untrue"
    denials = [at for at, idea in found if idea == "denials"]
    offs = [at for at, idea in found if idea in ideas]
    return any(_near(at, gatherings) and not _denied(at, denials) for at in offs)


def _near(at: int, gatherings: list[int]) -> bool:
    return any(-BEHIND <= at - gathering <= BEFORE for gathering in gatherings)


def _denied(at: int, denials: list[int]) -> bool:
    return any(0 < at - denial <= _BEFORE for denial in denials)


def _is_where(marked: TaggedArticle, sentence: Sentence, index: int) -> bool:
    """Whether the gathering at `index` is where something happens.

    "at the meeting", "toplantıda".
    """
    before = range(max(sentence.first, index - _REACH), index)
    return marked.tokens[index].word.adverbial or any(
        marked.tags[i] & Tag.PREPOSITION for i in before
    )
