"""The days of the main event, chosen from all dates of a text; None where the text does not decide.

Each date is weighed by where it stands (an event's day is told early), what stands beside it (words
of taking place, words of founding and of next meetings) and how far it lies from the day of
publication.
"""

from dataclasses import dataclass
from datetime import date

from bot.extraction.event.date_expressions import Span, Surety, ahead, spans
from bot.extraction.facts import Tense
from bot.extraction.text.lexicon import Tag
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Letters, Sentence

_THRESHOLD = 1.5
_NEAR = 12  # tokens that still speak of a date
_LEAD = 30  # the first sentence may name whole offices between its verb and its day
_CLOSE = 7
_FAR = 20
_STAMP = 14  # tokens that an outlet's stamp may have


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event and what says so.

    Attributes:
        start: First day.
        end: Last day.
        sentence: The sentence that names them.
        others: Numbers of the sentences that name other days.
    """

    start: date
    end: date
    sentence: Sentence
    others: frozenset[int]


def when(marked: TaggedArticle, published: date | None) -> When | None:
    """Return the days of the main event, or None."""
    best, weight = None, _THRESHOLD
    found = spans(marked, published)
    latest = max((span.end.year for span in found if span.surety == Surety.FULL), default=0)
    for span in found:
        sentence = marked.sentence_of(span.first)
        if sentence.paragraph and _dateline(marked, sentence, span):
            continue
        reported = _cued(marked, sentence, span, "reporting", 2)
        if (
            span.surety == Surety.WEEKDAY
            and not reported
            and _cued(marked, sentence, span, "future")
        ):
            span = ahead(span)  # noqa: PLW2901  the same words, read as a coming day
        value = _weigh(marked, sentence, span, published, latest)
        if value > weight:
            best, weight = span, value
    if best is None:
        return None
    others = frozenset(
        marked.sentence_of(span.first).number
        for span in found
        if span.end < best.start or span.start > best.end
    )
    return When(best.start, best.end, marked.sentence_of(best.first), others)


def _weigh(
    marked: TaggedArticle, sentence: Sentence, span: Span, published: date | None, latest: int
) -> float:
    weight = {Surety.FULL: 3.0, Surety.DAY: 3.0, Surety.RELATIVE: 2.6, Surety.WEEKDAY: 2.2}[
        span.surety
    ]
    weight += 1.5 if sentence.paragraph <= 1 else 0.8 if sentence.paragraph == 2 else 0.0
    weight -= min(sentence.number, 20) * 0.12
    weight += 0.5 if span.end > span.start else 0.0
    reach = _LEAD if sentence.paragraph == 1 else _NEAR
    if _cued(marked, sentence, span, "held", reach) or _kind_near(marked, sentence, span, reach):
        weight += 1.2
    if _cued(marked, sentence, span, "background", _CLOSE):
        weight -= 3.0
    weight -= 5.0 if marked.passage(sentence) is Passage.BACKGROUND else 0.0
    if span.surety <= Surety.RELATIVE and _cued(marked, sentence, span, "reporting", 2):
        weight -= 1.5
    if _cued(marked, sentence, span, "future_days", _FAR):
        weight -= 3.0
    if published is not None:
        distance = (span.start - published).days
        weight -= (
            4.0 if distance < -120 else 2.0 if distance < -40 else 4.0 if distance > 500 else 0.0
        )
    elif span.end.year < latest - 1:
        weight -= 4.0
    return weight


def _near(sentence: Sentence, span: Span, reach: int) -> range:
    return range(max(sentence.first, span.first - reach), min(sentence.last, span.last + reach))


def _cued(
    marked: TaggedArticle, sentence: Sentence, span: Span, key: str, reach: int = _NEAR
) -> bool:
    for index in _near(sentence, span, reach):
        match = marked.matches[index]
        if (
            match is not None
            and match.tag & Tag.CUE
            and any(e.key == key for e in match.entries if e.tag == Tag.CUE)
        ):
            return True
    return False


def _kind_near(marked: TaggedArticle, sentence: Sentence, span: Span, reach: int) -> bool:
    return any(marked.tags[i] & Tag.KIND for i in _near(sentence, span, reach))


def _dateline(marked: TaggedArticle, sentence: Sentence, span: Span) -> bool:
    """Whether the date is the outlet's own stamp at the beginning of a paragraph: no small word stands before it."""
    if span.first - sentence.first > _STAMP:
        return False
    before = range(sentence.first, span.first)
    if any(
        marked.tokens[i].word.letters == Letters.LOWER and not marked.tags[i] & Tag.MONTH
        for i in before
    ):
        return False
    rest = range(span.last, min(sentence.last, span.last + _STAMP))
    words = sum(1 for i in rest if marked.tokens[i].word.letters != Letters.MARK)
    closed = marked.mark(span.last)
    told = any(marked.tokens[i].word.verbal or marked.tags[i] & (Tag.CUE | Tag.KIND) for i in rest)
    return (words <= 4 and not told) or (
        closed != "" and closed in "./()-–—]|:" and len(before) > 0
    )


def tense(marked: TaggedArticle, found: When | None, published: date | None) -> Tense:
    """Return whether the event lies ahead of the article."""
    if found is not None and published is not None:
        return Tense.FUTURE if found.start > published else Tense.PAST
    ahead_of, behind = 0.0, 0.0
    for match in marked.found:
        sentence = marked.sentence_of(match.first)
        share = (
            3.0
            if sentence.number == 0
            else 1.0 / sentence.number
            if sentence.paragraph <= 3
            else 0.0
        )
        for entry in match.entries:
            ahead_of += share if entry.tag == Tag.CUE and entry.key == "future" else 0.0
            behind += share if entry.tag == Tag.CUE and entry.key == "past" else 0.0
    return Tense.FUTURE if ahead_of > behind else Tense.PAST
