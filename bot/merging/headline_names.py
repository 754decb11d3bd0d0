"""Who is named in full by a headline alone: readers show nobody on a headline's word.

"X receives Y" in the headline, "the guest" and "the speaker" below: whom a report is about tells
its event from another, though a card shows none of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.extraction.facts import Reading
from bot.extraction.people import case_forms
from bot.extraction.people.mentions import Mention, in_sentence
from bot.extraction.people.name_candidates import Run
from bot.extraction.text.tagger import TaggedArticle
from bot.language import name_matching
from bot.language.first_names import is_first_name

_NAME = 2
"""Words of a name: first name and surname."""

_BEFORE = range(1, _NAME + 1)
"""Words of another name that may stand right before a whole one."""


def headline_names(tagged: TaggedArticle, reading: Reading) -> frozenset[str]:
    """Return the whole names in the headline that are of nobody whom the reading lists."""
    known = [person.name for person in reading.participants]
    found = set[str]()
    for sentence in tagged.sentences:
        if sentence.paragraph:
            break
        for mention in in_sentence(tagged, sentence):
            found.update(_names(tagged, mention))
    return frozenset(name for name in found if not _is_known(name, known))


def _names(tagged: TaggedArticle, mention: Mention) -> Iterator[str]:
    """Yield the names of a mention; where verbs stand last, whom one met stands right behind."""
    for run in _parted(tagged, mention.run):
        first = tagged.tokens[run.parts[0]].word.base
        if len(run.parts) >= _NAME and (mention.certain or is_first_name(first)):
            yield case_forms.name(tagged, run, [], mention.cases)


def _parted(tagged: TaggedArticle, run: Run) -> tuple[Run, ...]:
    """Return a run, or the two names that it holds: Ömər Qaya | Kamil Sadıqlı ilə görüşüb.

    Of the first the surname may stand alone: Qaya | Kamil Sadıqlı ilə görüşüb.
    """
    at = len(run.parts) - _NAME
    if at not in _BEFORE:
        return (run,)
    first, behind = (tagged.tokens[run.parts[part]].word.base for part in (0, at))
    alone = at < _NAME
    if not is_first_name(behind, declined=False) or (alone and is_first_name(first)):
        return (run,)
    before = replace(run, last=run.parts[at], parts=run.parts[:at], ending=0)
    return (before, replace(run, first=run.parts[at], parts=run.parts[at:]))


def _is_known(name: str, known: Iterable[str]) -> bool:
    enough = name_matching.NEAR_ENOUGH
    return any(name_matching.likeness(name, other) >= enough for other in known)
