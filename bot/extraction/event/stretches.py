"""How long what is dated lasts: from the day of its opening to that of its end, two days on.

The days of opening and closing may stand in one sentence or in two; "two-day" and "on the second
day" tell the last one of what has begun.
"""

from dataclasses import replace
from datetime import timedelta

from bot.extraction.event.beside_dates import (
    beside_cue,
    ends_then,
    is_deadline,
    is_stamp,
    near,
    near_closing,
)
from bot.extraction.event.date_expressions import is_last_day
from bot.extraction.event.day_span import Span, Surety
from bot.extraction.event.day_words import ahead
from bot.extraction.text.lexicon import CONCLUDED, LASTED, LASTING, LATER_DAY
from bot.extraction.text.passages import EVENT, Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Sentence

_NEAR = 12  # tokens that still speak of a date
_SUBJECT = 2  # words of a sentence's beginning that may take up what the one before spoke of
_BESIDE = 2  # sentences from that of the opening to that of the end
_SHORT = 5  # letters of a stem that may not lose its last
_LASTING = timedelta(days=31)  # what is opened and closed in one sentence


def stretched(marked: TaggedArticle, best: Span, found: list[Span]) -> Span:
    """Return the day `best` of an event lengthened by what the text says of its end."""
    best = _since_opened(marked, _until_closed(marked, best, found), found)
    best = _until_last(marked, best, found)
    best = _from_opening(marked, best, found)
    best = _to_finale(marked, _in_range(marked, best, found), found)
    return _lasting(marked, best, found)


def _in_range(marked: TaggedArticle, best: Span, found: list[Span]) -> Span:
    """Return the stretch that begins or ends on the one day told so far, where the text has one.

    "It ended yesterday. Held from 2 to 6 May, it brought together eleven theatres."
    """
    if best.end > best.start:
        return best
    number = marked.sentence_of(best.first).number
    for span in found:
        sentence = marked.sentence_of(span.first)
        near = abs(sentence.number - number) <= _BESIDE and marked.passage(sentence) in EVENT
        meets = best.start in {span.start, span.end} and span.end > span.start
        if span.known and near and meets and span.end - span.start <= _LASTING:
            return replace(best, start=span.start, end=span.end)
    return best


def _to_finale(marked: TaggedArticle, best: Span, found: list[Span]) -> Span:
    """Join the days of an opening and of the closing ceremony, wherever the other one is told."""
    opens, ends = beside_cue(marked, best, "opened"), beside_cue(marked, best, "finales")
    if best.end > best.start or not (opens or ends):
        return best
    for span in found:
        apart = span.start - best.end if opens else best.start - span.end
        lasting = span.known and timedelta(0) < apart <= _LASTING
        if lasting and beside_cue(marked, span, "finales" if opens else "opened"):
            return replace(best, start=min(best.start, span.start), end=max(best.end, span.end))
    return best


def _until_closed(marked: TaggedArticle, opened: Span, found: list[Span]) -> Span:
    """Lengthen a day to the one on which its sentence says that what began then was closed."""
    sentence = marked.sentence_of(opened.first)
    if "closing" not in marked.sentence_cues[sentence.number]:
        return opened
    for span in found:
        lasting = span.known and opened.end < span.start <= opened.end + _LASTING
        if (
            lasting
            and opened.last <= span.first < sentence.last
            and near_closing(marked, sentence, span)
        ):
            return replace(opened, end=span.end)
    return opened


def _since_opened(marked: TaggedArticle, closed: Span, found: list[Span]) -> Span:
    """Begin what ended on a day on that on which the same sentence says that it began.

    "The forum, which began on Tuesday, ended yesterday."
    """
    sentence = marked.sentence_of(closed.first)
    if closed.end > closed.start or not ends_then(marked, sentence, closed):
        return closed
    for span in found:
        lasting = span.known and span.end < closed.start <= span.end + _LASTING
        within = sentence.first <= span.first < closed.first
        if lasting and within and not ends_then(marked, sentence, span):
            close = near(sentence, span, _NEAR)
            if any("opened" in marked.cues.get(index, ()) for index in close):
                return replace(closed, start=span.start)
    return closed


def _from_opening(marked: TaggedArticle, best: Span, found: list[Span]) -> Span:
    """Join the days of opening and closing that two sentences beside each other tell of one thing.

    The camp ended yesterday. It had begun on 28 April.
    """
    number = marked.sentence_of(best.first).number
    for span in found:
        apart = marked.sentence_of(span.first).number - number
        if not span.known or not 1 <= abs(apart) <= _BESIDE:
            continue
        weekday = span.surety == Surety.WEEKDAY and beside_cue(marked, span, "closing")
        then = ahead(span) if weekday and span.start < best.start and apart > 0 else span
        first, last = sorted((best, then), key=lambda one: one.start)
        if not first.end < last.start <= first.end + _LASTING:
            continue
        told = (best, span) if apart > 0 else (span, best)
        since = apart == 1 and first is not best and _is_first_day(marked, first)
        if since and beside_cue(marked, last, "closing"):
            return replace(best, start=first.start)
        if not beside_cue(marked, first, "opened") or is_deadline(marked, last):
            continue
        until = apart == 1 and is_last_day(marked, last)
        closes = beside_cue(marked, last, "closing") or is_last_day(marked, last)
        if until or (closes and _of_one_thing(marked, *told)):
            return replace(best, start=first.start, end=last.end)
    return best


def _is_first_day(marked: TaggedArticle, span: Span) -> bool:
    """Whether the words around a day say that something has lasted since then: с 26 мая."""
    since, origins = marked.lexicon.since_words, marked.lexicon.origin_endings
    if marked.lexicon.grammar.head == "initial":
        return span.first > 0 and marked.folds[span.first - 1] in since
    behind = marked.folds[span.last : span.last + 1]
    ends = marked.folds[span.last - 1].endswith(origins)
    return ends or any(word in since for word in behind)


def _until_last(marked: TaggedArticle, opened: Span, found: list[Span]) -> Span:
    """Lengthen a day to the one that its sentence says what opened then lasts until.

    "It opened on Monday and runs until 7 June."
    """
    if opened.end > opened.start or not beside_cue(marked, opened, "opened"):
        return opened
    sentence = marked.sentence_of(opened.first)
    for span in found:
        if not span.known or not opened.last <= span.first < sentence.last:
            continue
        until = ahead(span) if span.surety == Surety.WEEKDAY and span.end <= opened.end else span
        lasting = opened.end < until.end <= opened.end + _LASTING
        if lasting and is_last_day(marked, span) and not is_deadline(marked, span):
            return replace(opened, end=until.end)
    return opened


def _lasting(marked: TaggedArticle, best: Span, found: list[Span]) -> Span:
    """Lengthen a day by what its sentence, the headline or the lead says: a two-day seminar began.

    Of what is over and of which neither its first day nor its last is told, nothing is known.
    """
    if best.end > best.start:
        return best
    sentence = marked.sentence_of(best.first)
    if concluded := _most(marked, [sentence], CONCLUDED):
        return replace(best, start=best.end - timedelta(days=concluded - 1))
    told = [sentence, *_sentences(marked, {Passage.HEADLINE, Passage.LEAD})]
    cues = marked.sentence_cues[sentence.number]
    if is_stamp(marked, sentence, best):
        cues = cues.union(*(marked.sentence_cues[other.number] for other in told))
    days = _most(marked, told, LASTING)
    over = not marked.foretells or near_closing(marked, sentence, best)
    ends = "opened" not in cues or ends_then(marked, sentence, best)
    if days and "closing" in cues and ends and over:
        return replace(best, start=best.end - timedelta(days=days - 1))
    lasted = _most(marked, [sentence], LASTED) or _then_lasted(marked, sentence)
    if lasted and "closing" in cues and "opened" not in cues and not marked.foretells:
        return replace(best, start=best.end - timedelta(days=lasted - 1))
    opened = "opened" in cues or lasted > 0 or _is_first_day(marked, best)
    opened = opened or _opens_before(marked, sentence, best)
    days = days or lasted
    if not days and any("opened" in marked.sentence_cues[other.number] for other in told):
        days = _most(marked, _sentences(marked, {Passage.REPORT}), LATER_DAY)
        opened = days > 0
    if days and (opened or marked.foretells or _comes_to_last(marked, best, found, days)):
        return replace(best, end=best.start + timedelta(days=days - 1))
    return best


def _comes_to_last(marked: TaggedArticle, first: Span, found: list[Span], days: int) -> bool:
    """Whether the report names the last of so many days too: two days … on Monday … on Tuesday."""
    last = first.start + timedelta(days=days - 1)
    return days > 1 and any(
        span.known
        and span.start == span.end == last
        and marked.passage(marked.sentence_of(span.first)) in EVENT
        for span in found
    )


def _opens_before(marked: TaggedArticle, sentence: Sentence, best: Span) -> bool:
    """Whether the sentence before one of "today" tells of what lasts and has opened."""
    before = marked.sentences[sentence.number - 1] if sentence.number else sentence
    cues = marked.sentence_cues[before.number]
    told = any(key.startswith(LASTING) for key in cues)
    return best.surety == Surety.RELATIVE and told and "opened" in cues


def _then_lasted(marked: TaggedArticle, sentence: Sentence) -> int:
    """Return how many days the sentence behind says that it lasted: It lasted two days."""
    behind = marked.sentences[sentence.number + 1 : sentence.number + 2]
    if not behind:
        return 0
    first = behind[0].first
    taken_up = marked.tags[first] & Tag.FUNCTION or _is_among(marked, first, sentence)
    return max(_most(marked, behind, LASTED), _most(marked, behind, LASTING)) if taken_up else 0


def _sentences(marked: TaggedArticle, passages: set[Passage]) -> list[Sentence]:
    return [sentence for sentence in marked.sentences if marked.passage(sentence) in passages]


def _most(marked: TaggedArticle, sentences: list[Sentence], cue: str) -> int:
    """Return the greatest number that the cues of `sentences` named `cue` tell, 0 without any."""
    keys = [key for sentence in sentences for key in marked.sentence_cues[sentence.number]]
    told = [int(key.removeprefix(cue)) for key in keys if key.startswith(cue)]
    return max(told, default=0)


def _of_one_thing(marked: TaggedArticle, told: Span, then: Span) -> bool:
    """Whether the sentence of `then` begins with a pronoun or a noun of the sentence before it."""
    before, behind = marked.sentence_of(told.first), marked.sentence_of(then.first)
    opening = range(behind.first, min(behind.last, behind.first + _SUBJECT))
    return any(
        marked.tags[index] & Tag.FUNCTION or _is_among(marked, index, before)
        for index in opening
        if not marked.mark(index) and not marked.tags[index] & (Tag.PREPOSITION | Tag.MONTH)
    )


def _is_among(marked: TaggedArticle, index: int, sentence: Sentence) -> bool:
    """Whether the word at `index` takes up one of `sentence`."""
    return _stem(marked, index) in " ".join(["", *marked.folds[sentence.first : sentence.last]])


def _stem(marked: TaggedArticle, index: int) -> str:
    """How the word at `index` begins in any of its forms: фестиваль, фестивалі."""
    stem = marked.tokens[index].word.stem
    return f" {stem[:-1] if len(stem) > _SHORT else stem}"
