"""Dates as a text writes them -> days, always against the day of publication.

A date is anchored on a month's name, on a numeric date, on a weekday or on a word such as
"yesterday"; numbers around the month give the days and the year, in whichever order the language
writes them. A day without a year takes the year that brings it nearest to the day of publication;
where that is unknown nothing is guessed.
"""

from dataclasses import replace
from datetime import date, timedelta

from bot.extraction.event.day_span import Span, Surety
from bot.extraction.event.day_words import worded
from bot.extraction.event.month_days import (
    YEARS,
    MonthDays,
    day_at,
    is_joiner,
    is_range,
    number_at,
    past_ending,
    with_months,
)
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters

_OVER_NEW_YEAR = timedelta(days=62)  # what begins in one year and ends in the next, without either
_REPEATED = 3  # tokens around a date within which a weekday only repeats it


def spans(marked: TaggedArticle, published: date | None) -> list[Span]:
    """Return every date of `marked` whose days are known, in order."""
    return [span for span in said(marked, published) if span.known]


def said(marked: TaggedArticle, published: date | None) -> list[Span]:
    """Return every date of `marked` in order, those too whose days nothing tells."""
    found: list[Span] = []
    days = with_months(marked, published)
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
    for told in found:
        span = replace(told, end=_bare_last_day(marked, told))
        before = joined[-1] if joined else None
        if before is not None and before.end < span.start and _lasts(marked, before, span):
            joined[-1] = replace(before, end=span.end)
        else:
            joined.append(span)
    return joined


def _bare_last_day(marked: TaggedArticle, span: Span) -> date:
    """Return the day until which something lasts, told without its month: until the 20th.

    The end of `span` where there is none.
    """
    if span.end > span.start or not span.known:
        return span.end
    sentence, final = marked.sentence_of(span.first), marked.lexicon.grammar.head == "final"
    for index in range(span.last + 1, sentence.last):
        day = day_at(marked, index)
        if day is None or day <= span.start.day:
            continue
        behind = past_ending(marked, index + 1)
        near = range(index + 1, behind + 1) if final else range(max(span.last, index - 2), index)
        words = [marked.tokens[at].word.fold for at in near if at < sentence.last]
        until = not marked.lexicon.until_words.isdisjoint(words)
        named = behind < sentence.last and bool(marked.tags[behind] & Tag.MONTH)
        if until and not named and not marked.tags[index - 1] & Tag.MONTH:
            return _date(span.start.year, span.start.month, day) or span.end
    return span.end


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


def _joined(marked: TaggedArticle, days: list[MonthDays], published: date | None) -> list[Span]:
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


def _linked(marked: TaggedArticle, here: MonthDays, there: MonthDays) -> bool:
    between = range(here.last, there.first)
    if marked.sentence_of(here.first) is not marked.sentence_of(there.first):
        return False  # a headline's day does not run into the body's
    if not between and here.low == here.high and there.low == there.high:
        return marked.tokens[here.last - 1].word.fold.endswith(marked.lexicon.origin_endings)
    if not 1 <= len(between) <= 4 or here.low != here.high or there.low != there.high:
        return False
    linked = any(is_range(marked, i) for i in between)
    return linked and all(
        is_range(marked, i)
        or is_joiner(marked, i)
        or marked.tokens[i].glued
        or marked.tokens[i].word.stem in marked.lexicon.year_stems
        for i in between
    )


def _span(here: MonthDays, there: MonthDays, published: date | None) -> Span | None:
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
    if start is not None and end is not None and here.year is there.year is None and end < start:
        end = _over_new_year(start, there) or end
    if start is None or end is None or end < start or end - start > timedelta(days=370):
        return None
    return Span(start, end, here.first, there.last, surety)


def _over_new_year(start: date, there: MonthDays) -> date | None:
    """Return the last day of what began on `start` in the year before: 28 December to 3 January.

    None where it would last too long: "from 5 June to 28 May" moves a day.
    """
    end = _date(start.year + 1, there.month, there.high)
    return end if end is not None and end - start <= _OVER_NEW_YEAR else None


def _nearest(days: MonthDays, published: date) -> int:
    def distance(year: int) -> int:
        day = _date(year, days.month, days.low)
        return abs((day - published).days) if day is not None else 10_000

    return min((published.year - 1, published.year, published.year + 1), key=distance)


def _date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where there is none or no event can be.

    31 February, the year 9999.
    """
    if year not in YEARS:
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
        a, b, c = (
            number_at(marked, index),
            number_at(marked, index + 2),
            number_at(marked, index + 4),
        )
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
        year, day_of_month = (a, c) if a in YEARS else (c, a)
        day = _date(year, b, day_of_month) if year in YEARS else None
        if day is not None:
            found.append(Span(day, day, index, index + 5, Surety.FULL))
    return found
