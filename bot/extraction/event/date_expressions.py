"""Dates as a text writes them -> days, always against the day of publication.

A date is anchored on a month's name, on a numeric date, on a weekday or on a word such as
"yesterday"; numbers around the month give the days and the year, in whichever order the language
writes them. A day without a year takes the year that brings it nearest to the day of publication;
where that is unknown nothing is guessed.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.extraction.event.day_span import Span, Surety
from bot.extraction.event.day_words import worded
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters

_DASHES = frozenset("-–—‑/")
_REPEATED = 3  # tokens around a date within which a weekday only repeats it
_SHORTENED = 4
"""Letters that the name of a month has at most where it is cut short: Sept."""

_YEARS = range(1900, 2101)
"""Years in which an event can be."""


@dataclass(frozen=True, slots=True)
class _Days:
    """Day numbers of one month around its name."""

    low: int
    high: int
    month: int
    year: int | None
    first: int
    last: int


def spans(marked: TaggedArticle, published: date | None) -> list[Span]:
    """Return every date of `marked` whose days are known, in order."""
    return [span for span in said(marked, published) if span.known]


def said(marked: TaggedArticle, published: date | None) -> list[Span]:
    """Return every date of `marked` in order, those too whose days nothing tells."""
    found: list[Span] = []
    days = _with_months(marked)
    found.extend(_until(marked, _joined(marked, days, published)))
    taken = {i for span in found for i in range(span.first, span.last)}
    found.extend(span for span in _numeric(marked) if span.first not in taken)
    taken = {index for span in found for index in _beside(marked, span)}
    found.extend(worded(marked, published, taken))
    return sorted(found, key=lambda span: span.first)


def _beside(marked: TaggedArticle, span: Span) -> range:
    """The tokens around a date in its sentence: a stamp takes no "tomorrow" from the next one."""
    sentence = marked.sentence_of(span.first)
    return range(
        max(sentence.first, span.first - _REPEATED), min(sentence.last, span.last + _REPEATED)
    )


def _until(marked: TaggedArticle, found: list[Span]) -> list[Span]:
    """Lengthen a day to the one that its sentence says it lasts until.

    "and goes on to the 12th".
    """
    joined: list[Span] = []
    for span in found:
        before = joined[-1] if joined else None
        if before is not None and before.end < span.start and _lasts(marked, before, span):
            joined[-1] = replace(before, end=span.end)
        else:
            joined.append(span)
    return joined


def _lasts(marked: TaggedArticle, here: Span, there: Span) -> bool:
    same = marked.sentence_of(here.first) is marked.sentence_of(there.first)
    return same and is_last_day(marked, there)


def is_last_day(marked: TaggedArticle, span: Span) -> bool:
    """Whether the words around a day say that something lasts until then: "until 20 July"."""
    until = marked.lexicon.until_words
    if marked.lexicon.grammar.head == "final":
        near = range(span.first, min(span.last + 2, len(marked.tokens)))
    else:
        near = range(max(span.first - 1, 0), span.last)
    if any(marked.tokens[i].word.fold in until for i in near):
        return True
    return marked.tokens[span.last - 1].word.fold.endswith(marked.lexicon.until_endings)


def _with_months(marked: TaggedArticle) -> list[_Days]:
    found: list[_Days] = []
    for match in marked.found:
        if match.tag & Tag.MONTH:
            month = next(int(entry.key) for entry in match.entries if entry.tag == Tag.MONTH)
            days = _around(marked, match, month)
            if days is not None:
                found.append(days)
    return found


def _around(marked: TaggedArticle, match: Match, month: int) -> _Days | None:
    left = _days_left(marked, match.first)
    right = _days_right(marked, match.last) if left is None else None
    low, high, first, last = left or right or (0, 0, match.first, match.last)
    if not low:
        return None
    if left is not None:
        last = match.last
    else:
        first = match.first
    year, first, last = _year(marked, first, last)
    return _Days(low, high, month, year, first, last)


def _number(marked: TaggedArticle, index: int) -> int | None:
    if (
        0 <= index < len(marked.tokens)
        and marked.tokens[index].word.letters == Letters.NUMBER
        and len(marked.tokens[index].word.text) <= 4
    ):
        return int(marked.tokens[index].word.text)
    return None


def _day(marked: TaggedArticle, index: int) -> int | None:
    number = _number(marked, index)
    return (
        number
        if number is not None and 1 <= number <= 31 and len(marked.tokens[index].word.text) <= 2
        else None
    )


def _is_joiner(marked: TaggedArticle, index: int) -> bool:
    return (
        0 <= index < len(marked.tokens) and marked.tokens[index].word.fold in marked.lexicon.joiners
    )


def _is_range(marked: TaggedArticle, index: int) -> bool:
    if not 0 <= index < len(marked.tokens):
        return False
    word = marked.tokens[index].word
    return word.text in _DASHES or word.fold in marked.lexicon.to_words


def _days_left(marked: TaggedArticle, month: int) -> tuple[int, int, int, int] | None:
    """Read "8-11", "8 to 11", "23rd of" back from a month's name.

    (low, high, first token, unused).
    """
    index = month - 1
    while _is_joiner(marked, index) or (marked.mark(index) in {"-", "."} and marked.mark(index)):
        index -= 1
    high = _day(marked, index)
    if high is None:
        return None
    low, first = high, index
    while True:
        at = _over_range(marked, first - 1)
        number = _day(marked, at) if at is not None else None
        if at is None or number is None or number >= low:
            return low, high, first, month
        low, first = number, at


def _over_range(marked: TaggedArticle, at: int) -> int | None:
    """Return the index before the dash or word of a range that ends at `at`, or None without one.

    Called again it reads the days of "28-29-30" one by one.
    """
    ranged = False
    while _is_range(marked, at) or _is_joiner(marked, at):
        ranged = ranged or _is_range(marked, at)
        at -= 1
    return at if ranged else None


def _days_right(marked: TaggedArticle, after: int) -> tuple[int, int, int, int] | None:
    """Read "8-11", "8-dən 11-dək", "23" on from behind a month's name.

    (low, high, unused, token behind).
    """
    index = after
    if marked.mark(index) == "." and _is_shortened(marked, after - 1):
        index += 1
    while _is_joiner(marked, index):
        index += 1
    low = _day(marked, index)
    if low is None or (marked.tokens[index].glued and marked.mark(index - 1) == ""):
        return None
    last = at = index + 1
    at = _past_ending(marked, at)
    ranged = at > last
    while _is_range(marked, at) or _is_joiner(marked, at):
        ranged = True
        at += 1
    high = _day(marked, at) if ranged else None
    if high is not None and high > low:
        last = _past_ending(marked, at + 1)
        return low, high, after, last
    return low, low, after, _past_ending(marked, last)


def _is_shortened(marked: TaggedArticle, month: int) -> bool:
    """Whether a month is cut short, "Nov.", and its sentence goes on behind the point."""
    word = marked.tokens[month].word
    behind = month + 2
    return (
        len(word.text) <= _SHORTENED
        and behind < len(marked.tokens)
        and marked.sentence_of(behind) is marked.sentence_of(month)
    )


def _past_ending(marked: TaggedArticle, index: int) -> int:
    """Step over an ending that hangs on a number: 8-dən, 1st."""
    if marked.mark(index) in _DASHES and marked.mark(index) and index + 1 < len(marked.tokens):
        after = marked.tokens[index + 1]
        if marked.tokens[index].glued and after.glued and after.word.letters == Letters.LOWER:
            return index + 2
    if index < len(marked.tokens) and marked.tokens[index].glued and _is_joiner(marked, index):
        return index + 1
    return index


def _year(marked: TaggedArticle, first: int, last: int) -> tuple[int | None, int, int]:
    """Return the year beside a day and month, and the span widened by it."""
    at = last
    while (marked.mark(at) in {",", "."} and marked.mark(at)) or _is_joiner(marked, at):
        at += 1
    number = _number(marked, at)
    if number is not None and number in _YEARS and at - last <= 2:
        return number, first, at + 1
    if number is not None and at == last and _is_no_year(marked, at, number):
        return number, first, at + 1
    at = first - 1
    while (
        at >= 0
        and at >= first - 4
        and (
            marked.mark(at) in {"-", ".", ","}
            or marked.tokens[at].word.stem in marked.lexicon.year_stems
        )
    ):
        at -= 1
    number = _number(marked, at) if at < first else None
    if number is not None and number in _YEARS:
        return number, at, last
    return None, first, last


def _is_no_year(marked: TaggedArticle, at: int, number: int) -> bool:
    """Whether a number stands where a year does and is none that an event can be in: 9999.

    A day beside it is no date. Of things that are counted ("23 April 1500 guests came") a word
    follows.
    """
    behind = at + 1
    ends = behind >= len(marked.tokens) or bool(marked.mark(behind))
    is_named = not ends and marked.tokens[behind].word.stem in marked.lexicon.year_stems
    return number not in _YEARS and 1000 <= number <= 9999 and (ends or is_named)


def _joined(marked: TaggedArticle, days: list[_Days], published: date | None) -> list[Span]:
    """Join "29 April" and "2 May 2024" across a dash or a word into one span.

    Give each its year.
    """
    found: list[Span] = []
    index = 0
    while index < len(days):
        here = days[index]
        there = days[index + 1] if index + 1 < len(days) else None
        if there is not None and _linked(marked, here, there):
            span = _span(here, there, published)
            # two days that run backwards are no stretch: "from the 20th to the 13th" moves a day
            index += 2 if span is not None else 1
            span = span or _span(here, here, published)
        else:
            span = _span(here, here, published)
            index += 1
        if span is not None:
            found.append(span)
    return found


def _linked(marked: TaggedArticle, here: _Days, there: _Days) -> bool:
    between = range(here.last, there.first)
    if marked.sentence_of(here.first) is not marked.sentence_of(there.first):
        return False  # a headline's day does not run into the body's
    if not between and here.low == here.high and there.low == there.high:
        return marked.tokens[here.last - 1].word.fold.endswith(
            marked.lexicon.origin_endings or ("\0",)
        )
    if not 1 <= len(between) <= 4 or here.low != here.high or there.low != there.high:
        return False
    linked = any(_is_range(marked, i) for i in between)
    return linked and all(
        _is_range(marked, i)
        or _is_joiner(marked, i)
        or marked.tokens[i].glued
        or marked.tokens[i].word.stem in marked.lexicon.year_stems
        for i in between
    )


def _span(here: _Days, there: _Days, published: date | None) -> Span | None:
    year = there.year or here.year
    surety = Surety.FULL if year is not None else Surety.DAY
    if year is None:
        if published is None:
            return Span(date.min, date.min, here.first, there.last, surety, known=False)
        year = _nearest(here, published)
    start = _date(
        here.year
        or (
            year - 1 if (here.month, here.low) > (there.month, there.high) and there.year else year
        ),
        here.month,
        here.low,
    )
    end = _date(year, there.month, there.high)
    if start is None or end is None or end < start or end - start > timedelta(days=370):
        return None
    return Span(start, end, here.first, there.last, surety)


def _nearest(days: _Days, published: date) -> int:
    def distance(year: int) -> int:
        day = _date(year, days.month, days.low)
        return abs((day - published).days) if day is not None else 10_000

    return min((published.year - 1, published.year, published.year + 1), key=distance)


def _date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where there is none or no event can be.

    31 February, the year 9999.
    """
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _numeric(marked: TaggedArticle) -> list[Span]:
    """Return the dates in figures alone: 23.04.2024, 2024-04-23."""
    found: list[Span] = []
    for index in range(len(marked.tokens) - 4):
        if marked.tokens[index].word.letters != Letters.NUMBER:
            continue
        a, b, c = _number(marked, index), _number(marked, index + 2), _number(marked, index + 4)
        mark = marked.mark(index + 1)
        if (
            a is None
            or b is None
            or c is None
            or mark != marked.mark(index + 3)
            or mark not in {".", "-", "/"}
        ):
            continue
        if not all(marked.tokens[i].glued for i in range(index + 1, index + 5)):
            continue
        year, day_of_month = (a, c) if a in _YEARS else (c, a)
        day = _date(year, b, day_of_month) if year in _YEARS else None
        if day is not None:
            found.append(Span(day, day, index, index + 5, Surety.FULL))
    return found
