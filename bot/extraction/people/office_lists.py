"""Where an office of many stands that a list of its holders follows at some distance.

Opera sanatçıları Azerbaycan'dan | A, Kazakistan'dan B; soloists will sing, among them | A and B;
soloists of the evening: | A and B.
"""

from bot.extraction.people import dictionary_forms
from bot.extraction.people.office_complements import LEADERS, of_body
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Sentence
from config.text import fold

_OPENING = 6  # tokens from "among them", which opens a sentence, to the first who is told
_SENTENCE = 40  # tokens of the sentence before in which the office of them all is looked for
_CLAUSE = 14  # tokens before "among them" among which the office stands that it takes up


def ends(marked: TaggedArticle, floor: int, at: int) -> list[int]:
    """Return where the office may end whose holders begin to be told at `at`, the likeliest first.

    Whoever reads an office there has to see that it is said of several people.
    """
    first = origin_begins(marked, floor, at)
    starts = (at,) if first is None else (at, first)
    found = [first, *(_led(marked, floor, start) for start in starts), _told(marked, floor, at)]
    return [end for end in found if end is not None]


def origin_begins(marked: TaggedArticle, floor: int, at: int) -> int | None:
    """Return where the land begins that somebody named at `at` is from: Kazakistan'dan | X.

    Only where heads stand last: elsewhere it stands behind.
    """
    lexicon = marked.lexicon
    if lexicon.grammar.head != "final" or at - 1 <= floor:
        return None
    word, match = marked.tokens[at - 1].word, marked.matches[at - 1]
    if lexicon.origin(word.fold) is not None:
        return at - 1
    if match is None or match.last != at or not match.tag & Tag.PLACE:
        return None
    away = (fold(word.ending) or word.fold).endswith(lexicon.origin_endings)
    return match.first if away else None


def _led(marked: TaggedArticle, floor: int, at: int) -> int | None:
    """Return where an office ends that "among them" before `at` takes up, or None."""
    for words in marked.lexicon.among:
        start = over_words(marked, floor, at, words)
        if start is None:
            continue
        before = start - 1 if marked.mark(start - 1) == "," else start
        match = marked.matches[before - 1] if before > floor else None
        if before == start or (match is not None and match.tag & Tag.ROLE):
            return before
        return _lone(marked, max(floor, before - _CLAUSE), before)
    return None


def _told(marked: TaggedArticle, floor: int, at: int) -> int | None:
    """Return where the only office of many ends in a clause whose colon leads to `at`, or None.

    Soloists of the evening: | A and B.
    """
    colon = at - 1
    if colon <= floor or marked.mark(colon) != ":":
        return None
    return _lone(marked, max(floor, colon - _CLAUSE), colon)


def _lone(marked: TaggedArticle, first: int, last: int) -> int:
    """Return where the only office of many in a clause ends, or the clause's own end."""
    near = marked.matches[first:last]
    found = {m.first: m for m in near if m is not None and _of_many(marked, m)}
    return next(iter(found.values())).last if len(found) == 1 else last


def told_before(marked: TaggedArticle, sentence: Sentence, first: int) -> Match | None:
    """Return the only office of many in the sentence before, where "among them" takes that up.

    Ten painters came. Among them are | A and B.
    """
    lead = next((words for words in marked.lexicon.among if _opens(marked, sentence, words)), None)
    if lead is None or not sentence.first or first - sentence.first > _OPENING:
        return None
    before = marked.sentence_of(sentence.first - 1)
    if before.paragraph != sentence.paragraph:
        return None
    near = marked.matches[max(before.first, before.last - _SENTENCE) : before.last]
    found = {m.first: m for m in near if m is not None and _of_many(marked, m)}
    return next(iter(found.values())) if len(found) == 1 else None


def _opens(marked: TaggedArticle, sentence: Sentence, words: tuple[str, ...]) -> bool:
    """Whether a sentence begins with "among them", the word for them perhaps before that."""
    final = marked.lexicon.grammar.head == "final"
    starts = range(sentence.first, sentence.first + (2 if final else 1))
    return any(tuple(marked.folds[at : at + len(words)]) == words for at in starts)


def _of_many(marked: TaggedArticle, match: Match) -> bool:
    held = match.tag & Tag.ROLE and not of_body(marked, match)
    return bool(held) and dictionary_forms.plural(marked, match)


def over_words(marked: TaggedArticle, floor: int, at: int, words: tuple[str, ...]) -> int | None:
    """Return where `words` begin that end at `at`, full stops between them aside, or None."""
    start = at
    for word in reversed(words):
        while start > floor and marked.mark(start - 1) == ".":
            start -= 1
        if start <= floor or marked.tokens[start - 1].word.fold != word:
            return None
        start -= 1
    return start


def led_by_land(marked: TaggedArticle, index: int) -> bool:
    """Whether a dash or a colon leads from a land to its people: ministers of X – A, Y – | B."""
    parting = marked.mark(index) == "-" and not marked.tokens[index].glued
    leads = parting or marked.mark(index) in LEADERS
    return leads and bool(marked.tags[index - 1] & Tag.PLACE)
