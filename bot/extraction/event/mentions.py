"""The gatherings and acts that an article speaks of, and which of them it reports.

Each noun for an event is a mention; the words around it say whether it is reported, only recalled,
still to come or a matter of talk ("the outcome of the summit in X"). The nearest day and town on
the side where a language puts them are tied to it, so that the day and place of another event are
never taken for those of the reported one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from bot.extraction.event.day_span import Span
from bot.extraction.facts import EventMention, Kind, Standing
from bot.extraction.people import dictionary_forms
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Sentence
from bot.language import concepts

_BEFORE = 5  # tokens before an event's noun, and
_BEHIND = 6  # behind it, that still say what it is to the article
_DIGITS = 2  # of a number that counts events
_ROMAN = re.compile(r"[XVI]{1,6}|[ХІV]{1,6}")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "Х": 10, "І": 1}
_THESE_DAYS = timedelta(days=7)
_WHOLE = 24  # tokens behind a noun that name whose event it is, and then when it was
_REACH = 14  # tokens within which the day and the town of an event that is not reported stand


_OF_PASSAGE = {Passage.BACKGROUND: Standing.RECALLED, Passage.OUTLOOK: Standing.COMING}


@dataclass(frozen=True, slots=True)
class Mention:
    """An event that a sentence speaks of.

    Attributes:
        match: The noun for it.
        sentence: Where it stands.
        kind: What sort of event, as in `bot.extraction.facts.Kind`.
        ordinal: Which of its series, or None.
        standing: What it is to the article.
        days: The days tied to it, or None.
        town: The town tied to it, or None.
    """

    match: Match
    sentence: Sentence
    kind: str
    ordinal: int | None
    standing: Standing
    days: Span | None
    town: Match | None


def mentions(marked: TaggedArticle, spans: list[Span], towns: list[Match]) -> list[Mention]:
    """Return the events that `marked` mentions, in order.

    `spans` and `towns` are what may be tied to them.
    """
    dated = {span.first: span for span in spans}
    placed = {town.first: town for town in towns}
    found: list[Mention] = []
    announced: set[tuple[str, ...]] = set()  # the nouns for what the headline reports
    for match in marked.found:
        if not match.tag & Tag.KIND:
            continue
        sentence = marked.sentence_of(match.first)
        passage = marked.passage(sentence)
        if passage is Passage.FURNITURE or _of_body(marked, sentence, match):
            continue
        standing = _OF_PASSAGE.get(passage) or _standing(marked, sentence, match)
        if passage is Passage.HEADLINE and standing is Standing.REPORTED:
            announced |= {entry.words for entry in match.entries}
        elif standing is Standing.COMING and passage is Passage.LEAD:
            named = any(entry.words in announced for entry in match.entries)
            standing = Standing.REPORTED if named else standing
        around = list(_around(marked, sentence, match, standing))
        day = next((dated[at] for at in around if at in dated), None)
        town = next((placed[at] for at in around if at in placed), None)
        talks = standing is Standing.REPORTED and of_talks(marked, sentence)
        if talks and not (day and day.known and _is_recent(marked, day)):
            standing = Standing.DISCUSSED
        kind = next(entry.key for entry in match.entries if entry.tag == Tag.KIND)
        found.append(
            Mention(
                match,
                sentence,
                kind,
                _ordinal(marked, sentence, match),
                standing,
                day,
                town,
            )
        )
    return found


def _is_recent(marked: TaggedArticle, day: Span) -> bool:
    """Whether a day is hardly one of the past: what was held then is what people met at."""
    published = marked.article.published
    return published is None or timedelta(0) <= published - day.end <= _THESE_DAYS


def of_talks(marked: TaggedArticle, sentence: Sentence) -> bool:
    """Whether an event in a sentence is only what people talk of who are reported to meet.

    What they came to may be told beside their meeting.
    """
    if marked.encounter is None or marked.passage(sentence) is Passage.LEAD:
        return False
    return not marked.tells_encounter(sentence)


def _of_body(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a noun for an event is only part of a body's name: Seçki Komissiyası."""
    body = marked.matches[match.last] if match.last < sentence.last else None
    return (
        body is not None
        and marked.lexicon.grammar.head == "final"
        and bool(body.tag & Tag.BODY)
        and not body.tag & Tag.KIND
        and dictionary_forms.possessed(marked, body)
    )


def event_mention(marked: TaggedArticle, mention: Mention) -> EventMention:
    """Return what a sentence says of an event, as a reading tells it."""
    days = mention.days if mention.days and mention.days.known else None
    return EventMention(
        kind=Kind(mention.kind),
        standing=mention.standing,
        ordinal=mention.ordinal,
        start=days.start if days else None,
        end=days.end if days else None,
        city=mention.town.entries[0].shown if mention.town else None,
        proof=marked.sentence_text(mention.sentence),
    )


def context(marked: TaggedArticle, found: list[Mention]) -> tuple[EventMention, ...]:
    """Return those of `found` that are not reported, where their day, town or number is told."""
    return tuple(
        event_mention(marked, mention)
        for mention in found
        if mention.standing is not Standing.REPORTED
        and (mention.ordinal or mention.town or (mention.days and mention.days.known))
    )


def mention_there(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether an event is where something takes place: at the forum, жыйында, на заседании."""
    lexicon, match = marked.lexicon, mention.match
    word = marked.tokens[match.last - 1].word.fold
    if lexicon.grammar.head == "final":
        return word.endswith(lexicon.in_endings)
    if lexicon.in_cases and not word.endswith(lexicon.in_cases):
        return False
    for at in range(match.first - 1, max(mention.sentence.first, match.first - _BEFORE) - 1, -1):
        if marked.tags[at] & Tag.PREPOSITION or marked.tokens[at].word.fold in lexicon.in_words:
            return marked.tokens[at].word.fold in lexicon.in_words
    return False


def _standing(marked: TaggedArticle, sentence: Sentence, match: Match) -> Standing:
    """What the words around an event's noun make of it in a sentence that reports."""
    before = range(max(sentence.first, match.first - _BEFORE), match.first)
    behind = range(match.last, min(sentence.last, match.last + _BEHIND))
    final = marked.lexicon.grammar.head == "final"
    if _cued(marked, behind if final else before, "about"):
        return Standing.DISCUSSED
    if "moved" in marked.sentence_cues[sentence.number]:
        return Standing.REPORTED
    ahead = before if final else (*before, *behind)
    if _cued(marked, ahead, "coming") and not marked.foretells:
        return Standing.COMING
    if _cued(marked, before, "recalled"):
        return Standing.RECALLED
    if _months_ago(marked, before if final else range(match.first, sentence.last)):
        return Standing.RECALLED
    if marked.passage(sentence) is Passage.REPORT and not marked.foretells:
        first, last = max(sentence.first, match.first - _REACH), match.last + _REACH
        if _cued(marked, range(first, min(sentence.last, last)), "outlook"):
            return Standing.COMING
    return Standing.REPORTED


def _months_ago(marked: TaggedArticle, around: range) -> bool:
    """Whether a month is said to be the last one of its name: held in Bursa last March."""
    reach = around[:_WHOLE] if marked.lexicon.grammar.head == "initial" else around
    return any(
        marked.tags[index] & Tag.MONTH and marked.folds[index - 1] in marked.lexicon.past_turns
        for index in reach
        if index > 0
    )


def _cued(marked: TaggedArticle, indices: Iterable[int], key: str) -> bool:
    return any(key in marked.cues.get(index, ()) for index in indices)


def _around(
    marked: TaggedArticle, sentence: Sentence, match: Match, standing: Standing
) -> Iterator[int]:
    """Yield the tokens that may tell an event's day and town, the nearest first."""
    last = min(sentence.last, match.last + _REACH)
    first = max(sentence.first, match.first - _REACH)
    before, behind = range(match.first - 1, first - 1, -1), range(match.last, last)
    if marked.lexicon.grammar.head == "final":
        yield from _until_other(marked, before)
        if standing is Standing.REPORTED:
            yield from _until_other(marked, behind)
        return
    yield from range(match.first - 1, max(sentence.first, match.first - 2) - 1, -1)
    yield from _until_other(marked, behind)
    if standing is Standing.REPORTED:
        yield from _until_other(marked, before)


def _until_other(marked: TaggedArticle, indices: Iterable[int]) -> Iterator[int]:
    """Yield `indices` up to the noun for another event, or to a clause of its own."""
    for index in indices:
        if marked.tags[index] & Tag.KIND or marked.mark(index) in {";", ":", "("}:
            return
        yield index


def _ordinal(marked: TaggedArticle, sentence: Sentence, match: Match) -> int | None:
    """Which of its series an event is: the 11th session, XIV отырыс, третий форум."""
    first = max(sentence.first, match.first - _BEFORE)
    for index in range(match.first - 1, first - 1, -1):
        word = marked.tokens[index].word
        if _ROMAN.fullmatch(word.text):
            return _roman(word.text)
        counted = word.text.isdecimal() and len(word.text) <= _DIGITS
        if counted and not marked.tags[index + 1] & Tag.MONTH:
            return int(word.text)
    words = [marked.tokens[i].word.fold for i in range(first, match.first)]
    return next((int(idea) for _, idea in concepts.ordinals().find(words)), None)


def _roman(text: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in text]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
