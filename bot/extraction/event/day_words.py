"""Weekdays and words such as "yesterday" -> days, against the day of publication."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.extraction.event.day_span import Span, Surety
from bot.extraction.event.weeks import is_week, turned_week
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Entry, Match, Tag
from config.text import fold

_DASHES = frozenset("-–—‑/")
_WEEK = timedelta(days=7)
_UNKNOWN = date.min
_BETWEEN = 2  # tokens at most between the two ends of a range


def worded(marked: TaggedArticle, published: date | None, taken: set[int]) -> list[Span]:
    """Return what weekdays and words such as "yesterday" say.

    A weekday beside a date only repeats it.
    """
    found: list[Span] = []
    for span in _each(marked, published, taken):
        before = found[-1] if found else None
        last = _last_of(marked, before, span) if before is not None and span.known else None
        if before is not None and last is not None:
            found[-1] = replace(before, end=last, last=span.last)
        else:
            found.append(span)
    return found


def _each(marked: TaggedArticle, published: date | None, taken: set[int]) -> Iterator[Span]:
    for match in marked.found:
        if match.first in taken or not match.tag & (Tag.WEEKDAY | Tag.RELATIVE):
            continue
        entry = next(e for e in match.entries if e.tag in {Tag.WEEKDAY, Tag.RELATIVE})
        if entry.tag == Tag.RELATIVE:
            yield _relative(match, int(entry.key), published)
        elif not is_week(marked, match) and _is_day(marked, match, entry):
            yield _weekday(marked, match, int(entry.key), published)


def _relative(match: Match, days: int, published: date | None) -> Span:
    if published is None:
        return Span(_UNKNOWN, _UNKNOWN, match.first, match.last, Surety.RELATIVE, known=False)
    day = published + timedelta(days=days)
    return Span(day, day, match.first, match.last, Surety.RELATIVE)


def _weekday(marked: TaggedArticle, match: Match, weekday: int, published: date | None) -> Span:
    """Return the last such day up to that of publication, or the one that a word before it says.

    "Next Friday", said on a Wednesday, may be either of two days, and is none.
    """
    lexicon, before, week = marked.lexicon, match.first - 1, turned_week(marked, match)
    if week is not None and published is not None:
        day = published + timedelta(days=weekday - published.weekday()) + week.away * _WEEK
        return Span(day, day, week.first, week.last, Surety.RELATIVE)
    turn = marked.tokens[before].word.fold if before >= 0 else ""
    past, coming = turn in lexicon.past_turns, turn in lexicon.coming_turns
    following = turn in lexicon.next_turns
    turned = past or coming or following
    first, surety = (before, Surety.RELATIVE) if turned else (match.first, Surety.WEEKDAY)
    ambiguous = following and published is not None and weekday > published.weekday()
    if published is None or ambiguous:
        return Span(_UNKNOWN, _UNKNOWN, first, match.last, surety, known=False)
    since = timedelta(days=(published.weekday() - weekday) % 7)
    if coming or following:
        since -= _WEEK
    elif past and not since:
        since = _WEEK
    return Span(published - since, published - since, first, match.last, surety)


def _is_day(marked: TaggedArticle, match: Match, entry: Entry) -> bool:
    """Whether the word is a weekday where it may be something else: в среду, but not деловой среде.

    Where prepositions of place also say when and nouns are declined, a weekday stands behind one,
    with at most a word of which one it is between, and in a form that is listed.
    """
    grammar, at = marked.lexicon.grammar, match.first - 1
    if at >= 0 and marked.folds[at] in marked.lexicon.counts:
        return False  # бир жумага созулган: for one week
    if not (grammar.head == "initial" and grammar.small_nouns):
        return True
    word, before = marked.tokens[match.first].word, match.first - 1
    listed = any(word.fold == fold(form) for form in grammar.dates.weekdays[int(entry.key)])
    ends = marked.lexicon.range_words
    ranged = before >= 0 and marked.folds[before] in ends
    if before >= 0 and (marked.tags[before] & Tag.FUNCTION or _turns(marked, before)):
        before -= 1
    led = before >= 0 and (
        marked.folds[before] in marked.lexicon.in_words
        or bool(marked.tags[before] & (Tag.CONJUNCTION | Tag.PREPOSITION))
    )
    ranged = ranged or (before >= 0 and marked.folds[before] in ends)
    return ranged or (led and listed)


def _turns(marked: TaggedArticle, index: int) -> bool:
    lexicon, word = marked.lexicon, marked.tokens[index].word.fold
    return word in lexicon.past_turns or word in lexicon.coming_turns or word in lexicon.next_turns


def _last_of(marked: TaggedArticle, before: Span, span: Span) -> date | None:
    """Return the last day of "from Monday to Thursday", "yesterday and today", or None.

    What lasts from the Monday of a week until its Friday, read on its Wednesday, is not over.
    """
    if not before.known or span.first - before.last > _BETWEEN:
        return None
    if marked.sentence_of(before.first) is not marked.sentence_of(span.first):
        return None
    later = span.start - before.end
    between = range(before.last, span.first)
    if any(marked.tags[at] & Tag.CONJUNCTION for at in between):
        return span.end if later == timedelta(days=1) else None
    origins = marked.lexicon.origin_endings
    ranged = any(_ranges(marked, at) for at in between)
    if not ranged and not marked.tokens[before.last - 1].word.fold.endswith(origins):
        return None
    if span.surety == Surety.WEEKDAY and -_WEEK < later <= timedelta(0):
        return span.end + _WEEK
    return span.end if timedelta(0) < later < _WEEK else None


def ahead(span: Span) -> Span:
    """Return a weekday's span a week on: "on Friday" of a coming event."""
    return replace(span, start=span.start + _WEEK, end=span.end + _WEEK)


def _ranges(marked: TaggedArticle, index: int) -> bool:
    word = marked.tokens[index].word
    return word.text in _DASHES or word.fold in marked.lexicon.to_words
