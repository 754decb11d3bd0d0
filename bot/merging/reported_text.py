"""The part of an article's beginning that speaks of the reported event and of no other.

What is recalled, announced or quoted is left out, and so is the greater event on whose sidelines
the reported one is held, or whose participants somebody receives: its ordinal and its sort of
gathering are not the reported event's.
"""

from collections.abc import Iterator, Sequence

from bot.extraction.facts import Reading
from bot.extraction.text.passages import EVENT
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Sentence
from bot.language import concepts

_CONTEXT = 12
"""Tokens that the name of another event takes at most: an ordinal, a body, and whose it is."""

_BESIDE = 2
"""Words between what is decided or prepared and the gathering that it is of."""

_OF_PEOPLE = frozenset({"council", "committee", "board", "group"})
"""Sorts of gathering whose members may be received themselves."""

_NAME = 4
"""Words before a verb in which a gathering's name is looked for."""

_PART_IS_TAKEN = 14
"""Words within which who took part follows in what: участие в форуме приняли 600 компаний."""

_OF_A_PAPER = range(-3, 4)
"""Words between a paper and the verb that it is adopted by: приняли в Баку декларацию."""

_TWO = 2

_ONLY_BESIDE = frozenset({"during", "meanwhile"})
"""What stands beside another event only where the sentence tells of a gathering besides."""

STOPS = frozenset({",", ";", ":", "–", "—", "(", ")"})
_TOGETHER = frozenset({"met", "discussed"})
_HOSTS = frozenset({"head_of_state", "head_of_government"})


def masked_lead(tagged: TaggedArticle) -> str:
    """Return the headline and the first paragraph, with blanks for what is not reported."""
    behind = (sentence.first for sentence in tagged.sentences if sentence.paragraph > 1)
    last = next(behind, len(tagged.tokens))
    if not last:
        return ""
    letters = list(tagged.text[: tagged.tokens[last - 1].end])
    for sentence in tagged.sentences:
        if sentence.paragraph > 1:
            break
        if tagged.passage(sentence) not in EVENT:
            _blank(tagged, letters, sentence.first, sentence.last)
            continue
        for first, end in _contexts(tagged, sentence):
            _blank(tagged, letters, first, end)
    return "".join(letters)


def opening_end(tagged: TaggedArticle) -> int:
    """Return the offset behind the first sentence of the body that reports."""
    body = (sentence for sentence in tagged.sentences if sentence.paragraph)
    opening = next((part for part in body if tagged.passage(part) in EVENT), None)
    return tagged.tokens[opening.last - 1].end if opening else tagged.body_at


def _blank(tagged: TaggedArticle, letters: list[str], first: int, last: int) -> None:
    start, end = tagged.tokens[first].start, tagged.tokens[last - 1].end
    letters[start:end] = [" "] * (min(end, len(letters)) - start)


def _contexts(tagged: TaggedArticle, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the tokens that name another event of which the reported one is a part."""
    words = [tagged.tokens[i].word.fold for i in range(sentence.first, sentence.last)]
    for at, idea in concepts.contexts().find(words):
        index = sentence.first + at
        if idea == "of":
            yield from _adjacent(tagged, sentence, index)
            continue
        if idea in {"behind", "during"}:
            first, end = index, _end_behind(tagged, index, min(sentence.last, index + _CONTEXT))
        else:
            first, end = _start_before(tagged, index, max(sentence.first, index - _CONTEXT)), index
        besides = idea in _ONLY_BESIDE and not _gathers_besides(tagged, sentence, first, end)
        if first < end and not besides:
            yield first, end


def _adjacent(tagged: TaggedArticle, sentence: Sentence, index: int) -> Iterator[tuple[int, int]]:
    """Yield the gathering right beside the token `index`: the agenda of the *summit*."""
    first, end = max(sentence.first, index - _BESIDE), min(sentence.last, index + _BESIDE + 2)
    for at in range(first, end):
        word = tagged.tokens[at].word.fold
        if at != index and concepts.formats().of(word):
            yield at, at + 1


def _start_before(tagged: TaggedArticle, index: int, least: int) -> int:
    """Return where the name of another event begins that ends before the token `index`."""
    first = index
    while first > least and tagged.mark(first - 1) not in STOPS:
        first -= 1
    return first


def _gathers_besides(tagged: TaggedArticle, sentence: Sentence, first: int, end: int) -> bool:
    """Whether a sentence tells of a gathering beside the tokens from `first` to `end`.

    Where verbs stand last it may come behind them; elsewhere there only who met whom does.
    """
    before, behind = range(sentence.first, first), range(end, sentence.last)
    for side, nouns in ((before, True), (behind, tagged.lexicon.grammar.head == "final")):
        words = [tagged.tokens[at].word.fold for at in side]
        if concepts.receptions().find(words):
            return True
        named = any(tagged.tags[at] & Tag.KIND for at in side) or concepts.formats().find(words)
        if nouns and named:
            return True
    return False


def _end_behind(tagged: TaggedArticle, first: int, most: int) -> int:
    """Return where the name of another event ends that begins behind the token `first`.

    "On the eve of the summit" + "the council met": once its noun is there, a new article or a verb
    ends it.
    """
    end, named = first + 1, False
    while end < most and tagged.mark(end) not in STOPS:
        word = tagged.tokens[end].word
        if named and (word.fold == "the" or word.verbal):
            break
        named = named or bool(tagged.tags[end] & Tag.KIND) or bool(concepts.formats().of(word.fold))
        end += 1
    return end


def is_reception(words: Sequence[str]) -> bool:
    """Whether the folded `words` say that somebody receives somebody."""
    found = concepts.receptions().find(words)
    accepted = {at for at, idea in found if idea == "accepted"}
    beside = {at + step for at in accepted for step in (-1, 0, 1)}
    papers = (at for at, _ in concepts.documents().find(words))
    beside.update(at + step for at in papers for step in _OF_A_PAPER)
    beside.update(at for at, _ in found if _is_hosted(words, at))
    for at, idea in found:
        if idea == "taking_part":  # part in the forum was taken by 600 firms
            beside.update(range(at, at + _PART_IS_TAKEN))
        if idea == "hosting":  # the guests of the summit were received
            beside.update(range(at, at + _NAME + 2))
    return any(idea == "received" and at not in beside for at, idea in found)


def _is_hosted(words: Sequence[str], verb: int) -> bool:
    """Whether a gathering stands right before the verb at `verb`: a university had the assembly."""
    before = words[max(0, verb - _NAME) : verb]
    named = concepts.formats().find(before)
    ends_before = named != concepts.formats().find(before[:-1])
    return bool(named) and ends_before and named[-1][1] not in _OF_PEOPLE


def is_gathering(words: Sequence[str], reading: Reading) -> bool:
    """Whether the folded `words` say that many officials met, not that somebody met them."""
    if all(idea != "officials" for _, idea in concepts.gathered().find(words)):
        return False
    there = [person.role or "" for person in reading.participants if person.attended]
    return all(concepts.offices().of(role).isdisjoint(_HOSTS) for role in there)


def two_met(reading: Reading, headline: Sequence[str]) -> bool:
    """Whether one sentence or the headline says that two met or talked, and nobody else came.

    They have an office there or in the folded words of the `headline`.
    """
    there = [person for person in reading.participants if person.attended]
    if len(there) != _TWO or there[0].proof != there[1].proof:
        return False
    if not (there[0].role or there[1].role or concepts.offices().find(headline)):
        return False
    return _meets(concepts.folded_words(there[0].proof)) or _meets(headline)


def _meets(words: Sequence[str]) -> bool:
    """Whether folded words tell of people who meet or talk; a "summit meeting" is a summit."""
    named = {at for at, idea in concepts.formats().find(words) if idea == "summit"}
    found = concepts.receptions().find(words)
    return any(idea in _TOGETHER and at - 1 not in named for at, idea in found)
