"""The day on which an article is written, where no other is its event's.

What is being held is held on the day of publication; an outlet's stamp tells the day of its report.
"""

from dataclasses import replace
from datetime import date, timedelta

from bot.extraction.event.beside_dates import is_deadline, is_stamp, near_closing
from bot.extraction.event.date_expressions import is_last_day
from bot.extraction.event.day_span import Span, Surety
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Sentence

_VERB = 3  # tokens at a sentence's end among which its verb stands
_STAMPED = timedelta(days=3)  # between a stamp's day and the publication
_LASTING = timedelta(days=31)  # what is being held and is told to last until a day
_OTHER = frozenset({Passage.BACKGROUND, Passage.FURNITURE})


def held_now(marked: TaggedArticle) -> Sentence | None:
    """Return the sentence of the headline or the lead that says that something is being held.

    Where verbs end sentences, one further forward only qualifies a noun.
    """
    if marked.foretells:
        return None
    final = marked.lexicon.grammar.head == "final"
    for sentence in marked.sentences:
        if marked.passage(sentence) not in {Passage.HEADLINE, Passage.LEAD}:
            continue
        first = max(sentence.first, sentence.last - _VERB) if final else sentence.first
        gathers = any(tag & Tag.KIND for tag in marked.tags[sentence.first : sentence.last])
        if gathers and marked.told_within(range(first, sentence.last), "ongoing"):
            return sentence
    return None


def until(marked: TaggedArticle, found: list[Span], published: date) -> date:
    """Return the day until which what is being held lasts, that of publication if none is told."""
    told = (span for span in found if span.known and span.start == span.end)
    coming = (span for span in told if published < span.end <= published + _LASTING)
    for span in coming:
        passage = marked.passage(marked.sentence_of(span.first))
        if passage not in _OTHER and is_last_day(marked, span) and not is_deadline(marked, span):
            return span.end
    return published


def begun(marked: TaggedArticle, last: Span, found: list[Span], published: date | None) -> Span:
    """Begin what ends on a day to come on that of publication, where it is said to have begun.

    "A meeting has opened. It ends on the 14th."
    """
    coming = published is not None and published < last.end <= published + _LASTING
    if published is None or not coming or last.end > last.start or is_deadline(marked, last):
        return last
    sentence = marked.sentence_of(last.first)
    if not (near_closing(marked, sentence, last) or is_last_day(marked, last)):
        return last
    dated = {marked.sentence_of(span.first).number for span in found}
    opens = any(_has_begun(marked, part) for part in marked.sentences if part.number not in dated)
    return replace(last, start=published) if opens else last


def _has_begun(marked: TaggedArticle, sentence: Sentence) -> bool:
    """Whether the verb of a sentence of the headline or the lead says that something has begun."""
    if marked.passage(sentence) not in {Passage.HEADLINE, Passage.LEAD}:
        return False
    final = marked.lexicon.grammar.head == "final"
    first = max(sentence.first, sentence.last - _VERB) if final else sentence.first
    return any(
        "opened" in marked.cues.get(index, ()) and not marked.cued(index, "future")
        for index in range(first, sentence.last)
    )


def stamped(marked: TaggedArticle, found: list[Span], published: date | None) -> Span | None:
    """Return the day of the stamp that an article begins with, which counts where no other does."""
    first = _first_paragraph(marked)
    for span in found:
        sentence = marked.sentence_of(span.first)
        if sentence.paragraph > first or not span.known or span.surety < Surety.DAY:
            continue
        recent = published is None or timedelta(0) <= published - span.start <= _STAMPED
        of_page = marked.passage(sentence) is Passage.FURNITURE
        if of_page and not _from_a_town(marked, sentence, span):
            continue
        if sentence.paragraph and recent and is_stamp(marked, sentence, span):
            return span
    return None


def _first_paragraph(marked: TaggedArticle) -> int:
    """Return the number of the first paragraph behind the credits of the page."""
    told = (part for part in marked.sentences if marked.passage(part) is not Passage.FURNITURE)
    return next((part.paragraph for part in told if part.paragraph), 1)


def _from_a_town(marked: TaggedArticle, sentence: Sentence, span: Span) -> bool:
    """Whether the line of a stamp begins with the town that an outlet reports from."""
    opens = marked.matches[sentence.first]
    town = opens is not None and any(entry.key.startswith("city:") for entry in opens.entries)
    return town and span.last < sentence.last
