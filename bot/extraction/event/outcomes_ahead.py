"""What is only announced of an event: to which country a chairmanship is to pass at it.

That it did pass is often told by nobody afterwards, and who reads of the event wants to know. It is
told as announced, never as done.
"""

from bot.extraction.event import clauses
from bot.extraction.event.clauses import Clause
from bot.extraction.event.outcome_objects import OBJECTS, things, verbs
from bot.extraction.event.outcome_receivers import country
from bot.extraction.facts import Act, Outcome
from bot.extraction.text.cues import Cue
from bot.extraction.text.outcome_words import ACT
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Sentence

_REACH = 12
"""Words between a verb that announces and what is to be done to."""

_SILENT = frozenset({Passage.FURNITURE, Passage.BACKGROUND})
"""Passages that announce nothing of the event."""


def announced(marked: TaggedArticle, sentence: Sentence) -> list[Outcome]:
    """Return what a sentence announces: a chairmanship that a country is to take over."""
    words = marked.lexicon.outcomes
    if marked.passage(sentence) in _SILENT:
        return []
    clause = clauses.clause(marked, sentence, words.ahead)
    if not words.doubts.isdisjoint(clause.words):
        return []
    told = (_told(clause, cue) for cue in verbs(clause))
    return [outcome for outcome in told if outcome is not None][:1]


def _told(clause: Clause, cue: Cue) -> Outcome | None:
    act = Act(cue.key.removeprefix(ACT))
    thing = _nearest(cue, [each for each in things(clause) if each.key in OBJECTS[act]])
    if thing is None or clause.quoted(clause.tokens[cue.first]):
        return None
    land = country(clause, cue, thing)
    proof = clause.marked.sentence_text(clause.sentence)
    return Outcome(act, thing.key, (land,), proof) if land else None


def _nearest(cue: Cue, found: list[Cue]) -> Cue | None:
    """Return the thing that stands nearest to a verb, on either side of it."""

    def words_between(thing: Cue) -> int:
        return max(thing.first - cue.last, cue.first - thing.last, 0)

    nearest = min(found, key=words_between, default=None)
    return nearest if nearest is not None and words_between(nearest) <= _REACH else None
