"""What stands around a date in its sentence: cues of opening and closing, a deadline, a stamp."""

from datetime import date

from bot.extraction.event.day_span import Span
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence

_NEAR = 12  # tokens that still speak of a date
_CLOSE = 7
_REACH = 20  # tokens in which what comes next is told
_FAR = 99  # tokens: no such word
_VERB = 3  # tokens at a sentence's end among which its verb stands
_STAMP = 14  # tokens that an outlet's stamp may have


def sides(sentence: Sentence, span: Span, reach: int) -> tuple[range, range]:
    """The tokens before and behind a date, without its own: in "next Friday" is no next event."""
    first, last = max(sentence.first, span.first - reach), min(sentence.last, span.last + reach)
    return range(first, span.first), range(span.last, last)


def near(sentence: Sentence, span: Span, reach: int) -> list[int]:
    """The tokens of `sides` in one."""
    before, behind = sides(sentence, span, reach)
    return [*before, *behind]


def beside_cue(marked: TaggedArticle, span: Span, key: str) -> bool:
    """Whether a cue stands near a date, or ends its sentence where verbs do."""
    sentence = marked.sentence_of(span.first)
    close = near(sentence, span, _NEAR)
    if marked.lexicon.grammar.head == "final":
        close += range(max(span.last, sentence.last - _VERB), sentence.last)
    return any(key in marked.cues.get(index, ()) for index in close)


def is_recalled(
    marked: TaggedArticle, sentence: Sentence, span: Span, published: date | None
) -> bool:
    """Whether words of founding, of being born or of what struck then stand beside a date."""
    if any(marked.cued_within(side, "background") for side in sides(sentence, span, _CLOSE)):
        return True
    gone_by = published is not None and span.known and span.end < published
    return gone_by and _of_calamity(marked, sentence, span)


def _of_calamity(marked: TaggedArticle, sentence: Sentence, span: Span) -> bool:
    """Whether a noun for what struck stands nearer to a date than any for an event.

    The Feb. 6 earthquakes; but the meeting of 8 February on relief after the earthquake.
    """
    struck = _distance(marked, sentence, span, "calamities", _CLOSE)
    close = near(sentence, span, _CLOSE)
    held = (_apart(span, index) for index in close if marked.tags[index] & Tag.KIND)
    return struck is not None and struck < min(held, default=_FAR)


def is_next(marked: TaggedArticle, sentence: Sentence, span: Span) -> bool:
    """Whether words of what comes next make a date one of it: the next session is on 5 May.

    Not that of a meeting of two that they stand behind: they met on Monday ahead of the summit.
    """
    before, behind = sides(sentence, span, _REACH)
    if marked.cued_within(before, "future_days"):
        return True
    met = marked.lexicon.grammar.head == "initial" and sentence.number == marked.encounter
    return not met and marked.cued_within(behind, "future_days")


def near_closing(marked: TaggedArticle, sentence: Sentence, span: Span) -> bool:
    """Whether a word of closing stands right beside a date."""
    close = near(sentence, span, _CLOSE)
    return any("closing" in marked.cues.get(index, ()) for index in close)


def ends_then(marked: TaggedArticle, sentence: Sentence, span: Span) -> bool:
    """Whether a word of ending stands nearer to a date than any of beginning."""
    ends = _distance(marked, sentence, span, "closing")
    return ends is not None and ends < (_distance(marked, sentence, span, "opened") or _FAR)


def _distance(
    marked: TaggedArticle, sentence: Sentence, span: Span, key: str, reach: int = _NEAR
) -> int | None:
    """Return how many tokens lie between a date and the nearest cue `key`, or None without one."""
    close = near(sentence, span, reach)
    found = (index for index in close if key in marked.cues.get(index, ()))
    return min((_apart(span, index) for index in found), default=None)


def _apart(span: Span, index: int) -> int:
    return span.first - index if index < span.first else index - span.last + 1


def is_deadline(marked: TaggedArticle, span: Span) -> bool:
    """Whether the sentence of a last day says until when something may be handed in."""
    sentence = marked.sentence_of(span.first)
    return "deadlines" in marked.sentence_cues[sentence.number]


def is_stamp(marked: TaggedArticle, sentence: Sentence, span: Span) -> bool:
    """Whether a date is the outlet's stamp at a paragraph's beginning, behind no small word."""
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
    if _tells(marked, sentence, span):
        return False
    behind = span.last + 1
    hyphened = behind < sentence.last and marked.tokens[behind].glued  # 2025-ci il
    closed = "" if hyphened else marked.mark(span.last)
    told = any(marked.tokens[i].word.verbal or marked.tags[i] & (Tag.CUE | Tag.KIND) for i in rest)
    return (words <= 4 and not told) or (
        closed != "" and closed in "./()-–—]|:" and len(before) > 0
    )


def _tells(marked: TaggedArticle, sentence: Sentence, span: Span) -> bool:
    """Whether a verb opens the sentence and the date stands right behind it: Голосовали 27 мая."""
    first, ends = sentence.first, marked.lexicon.verb_endings
    opens = span.first == first + 1 and marked.folds[first].endswith(ends)
    return opens and not marked.tags[first] & ~(Tag.CUE | Tag.KIND)
