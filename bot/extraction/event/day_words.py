"""Weekdays and words such as "yesterday" -> days, against the day of publication."""

from dataclasses import replace
from datetime import date, timedelta

from bot.extraction.event.day_span import Span, Surety
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Entry, Match, Tag
from config.text import fold

_DASHES = frozenset("-–—‑/")


def worded(marked: TaggedArticle, published: date | None, taken: set[int]) -> list[Span]:
    """Return what weekdays and words such as "yesterday" say.

    A weekday beside a date only repeats it.
    """
    found: list[Span] = []
    for match in marked.found:
        if match.first in taken or not match.tag & (Tag.WEEKDAY | Tag.RELATIVE):
            continue
        entry = next(e for e in match.entries if e.tag in {Tag.WEEKDAY, Tag.RELATIVE})
        if entry.tag == Tag.WEEKDAY and not _is_day(marked, match, entry):
            continue
        if published is None:
            surety = Surety.RELATIVE if entry.tag == Tag.RELATIVE else Surety.WEEKDAY
            found.append(Span(date.min, date.min, match.first, match.last, surety, known=False))
            continue
        if entry.tag == Tag.RELATIVE:
            day, surety = published + timedelta(days=int(entry.key)), Surety.RELATIVE
        else:
            day, surety = (
                published - timedelta(days=(published.weekday() - int(entry.key)) % 7),
                Surety.WEEKDAY,
            )
        if (
            found
            and surety == found[-1].surety == Surety.WEEKDAY
            and _weekdays_linked(marked, found[-1], match.first, day)
        ):
            found[-1] = replace(found[-1], end=day, last=match.last)
        else:
            found.append(Span(day, day, match.first, match.last, surety))
    return found


def _is_day(marked: TaggedArticle, match: Match, entry: Entry) -> bool:
    """Whether the word is a weekday where it may be something else: в среду, but not деловой среде.

    Where prepositions of place also say when and nouns are declined, a weekday stands behind one
    and in a form that is listed.
    """
    grammar = marked.lexicon.grammar
    if not (grammar.head == "initial" and grammar.small_nouns):
        return True
    word, before = marked.tokens[match.first].word, match.first - 1
    listed = any(word.fold == fold(form) for form in grammar.dates.weekdays[int(entry.key)])
    led = before >= 0 and (
        marked.tokens[before].word.fold in marked.lexicon.in_words
        or bool(marked.tags[before] & (Tag.CONJUNCTION | Tag.PREPOSITION))
    )
    ranged = before >= 0 and marked.tokens[before].word.fold in {
        fold(word) for word in (*grammar.dates.from_words, *grammar.dates.to_words)
    }
    return ranged or (led and listed)


def _weekdays_linked(marked: TaggedArticle, before: Span, at: int, day: date) -> bool:
    """Whether "from Monday to Thursday" or "Monday and Tuesday" go on from the weekday `before`."""
    between = range(before.last, at)
    if not 1 <= len(between) <= 2 or not timedelta(0) < day - before.end < timedelta(days=7):
        return False
    if any(_ranges(marked, i) for i in between):
        return True
    return bool(marked.tags[between[-1]] & Tag.CONJUNCTION) and day - before.end == timedelta(
        days=1
    )


def ahead(span: Span) -> Span:
    """Return a weekday's span a week on: "on Friday" of a coming event."""
    return replace(span, start=span.start + timedelta(days=7), end=span.end + timedelta(days=7))


def _ranges(marked: TaggedArticle, index: int) -> bool:
    word = marked.tokens[index].word
    return word.text in _DASHES or word.fold in marked.lexicon.to_words
