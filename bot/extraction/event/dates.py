"""The days of the event that an article reports; None where the text does not decide.

Each date is weighed by the passage that it stands in, by the event that it is tied to, by the words
beside it and by how far it lies from the day of publication. A day whose year nothing tells is
weighed with the others: where it wins, the text does not decide, and no other day is put in its
place.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.extraction.event.beside_dates import is_next, is_recalled, is_stamp, near, sides
from bot.extraction.event.date_expressions import is_last_day
from bot.extraction.event.day_of_report import begun, held_now, stamped, until
from bot.extraction.event.day_span import Span, Surety
from bot.extraction.event.day_words import ahead
from bot.extraction.event.mentions import Mention
from bot.extraction.event.stretches import stretched
from bot.extraction.facts import Kind, Standing, Tense
from bot.extraction.text.passages import Passage, foretold
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Sentence

_THRESHOLD = 1.5  # weight from which on a date is the event's; all weights tuned on tests/corpus
_SURETY = {Surety.FULL: 3.0, Surety.DAY: 3.0, Surety.RELATIVE: 2.6, Surety.WEEKDAY: 2.2}
_PASSAGE = {
    Passage.HEADLINE: 1.5,
    Passage.LEAD: 1.5,
    Passage.REPORT: 0.6,
    Passage.SPEECH: 0.0,
    Passage.OUTLOOK: -3.0,
    Passage.BACKGROUND: -5.0,
}
_STANDING = {
    Standing.REPORTED: 0.0,
    Standing.DISCUSSED: -3.0,
    Standing.COMING: -4.0,
    Standing.RECALLED: -4.0,
}
_A_SENTENCE = -0.12  # for each sentence before it,
_SENTENCES = 20  # as far as this
_RANGE = 0.5  # what lasts is an event's
_BESIDE_EVENT = 1.2  # beside a noun for an event or a word of taking place
_RECALLED = -3.0  # beside words of founding, signing, being born
_NEXT = -3.0  # beside words of a next event
_REPORTED = -1.5  # a weekday or "yesterday" beside a word of reporting is the report's
_SAID = -3.0  # and so is one in a sentence of saying that names another day plainly
_REPLACED = -6.0  # the day that no longer holds
_MOVED = 1.0  # a day in a sentence that says that the event is moved
_SINCE = -3.0  # the day since which what is told beside another day has lasted
_UNTIL = -6.0  # the last day of what lasts is not the day of what is reported
_TRAVEL = -4.2  # the day on which somebody leaves for a gathering is not the gathering's
_TO_COME = -1.0  # and less so where what it is for is still to be
_AFTER = -1.5  # a day ahead of an article that foretells nothing
_TALKED_OF = -3.0  # and yet less where two have met, who talk of what is to come
_LONG_AGO = (
    (-600, -6.0),
    (-120, -4.0),
    (-40, -2.0),
)  # days before publication, and what they weigh
_FAR_AHEAD, _TOO_FAR = 500, -4.0  # days after publication
_TRAVELLED_TO = frozenset(
    {Kind.SUMMIT, Kind.CONFERENCE, Kind.MEETING, Kind.FESTIVAL, Kind.EXHIBITION, Kind.CEREMONY}
)
"""What people travel to; a word of elections may be a commission's that they visit."""
_OUTDATED = -4.0  # in an undated article, years before its latest
_NEAR = 12  # tokens that still speak of a date
_IN_LEAD = 30  # the first sentence may name whole offices between its verb and its day
_CLOSE = 7
_TOUCHING = 4
_VERB = 3  # tokens at a sentence's end among which its verb stands
_BEGINNING = 12  # sentences among which a lead stands
_TELLING = 3  # paragraphs whose verbs tell the tense of an article without a day,
_FIRST = 3.0  # and what its first sentence weighs among the others
_RECENT = timedelta(days=10)  # before publication, within which a day is hardly one of background


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


def when(
    marked: TaggedArticle, found: list[Span], mentions: list[Mention], published: date | None
) -> When | None:
    """Return the days of the event that `marked` reports, out of the dates `found`, or None."""
    best, weight, all_found = None, _THRESHOLD, found
    found = [
        span
        for span in found
        if marked.passage(marked.sentence_of(span.first)) is not Passage.FURNITURE
    ]
    latest = max((s.end.year for s in found if s.surety == Surety.FULL and s.known), default=0)
    tied = _tied(mentions)
    told = (span for span in found if not _is_of_report(marked, span))
    together = Counter(marked.sentence_of(span.first).number for span in told)
    for said in found:
        sentence = marked.sentence_of(said.first)
        if sentence.paragraph and is_stamp(marked, sentence, said):
            continue
        moved = "moved" in marked.sentence_cues[sentence.number]
        span = _read(marked, sentence, said, published, moved=moved)
        value = _weigh(marked, sentence, span, published, latest)
        value += _STANDING[tied.get(span.first, Standing.REPORTED)]
        value += _MOVED if moved else 0.0
        value += _UNTIL if not moved and span.start == span.end and is_last_day(marked, said) else 0
        beside = together[sentence.number] > 1 or (moved and len(found) > 1)
        if beside and _replaced(marked, sentence, said):
            value += _REPLACED
        near = beside or together[sentence.number + 1] > 0
        value += _SINCE if near and _since(marked, said) else 0.0
        value += _SAID if beside and _of_statement(marked, sentence, said, found) else 0.0
        if value > weight or (value == weight and moved):
            best, weight = span, value
    best = best or stamped(marked, all_found, published)
    now = held_now(marked) if published is not None else None
    if best is None and now is not None and published is not None:
        return When(published, until(marked, found, published), now, frozenset())
    if best is None or not best.known:
        return None
    best = begun(marked, stretched(marked, best, found), found, published)
    if best.start == best.end == published and now is not None:
        best = replace(best, end=until(marked, found, published))
    others = frozenset(
        marked.sentence_of(span.first).number
        for span in found
        if span.known and (span.end < best.start or span.start > best.end)
    )
    return When(best.start, best.end, marked.sentence_of(best.first), others)


def _tied(mentions: list[Mention]) -> dict[int, Standing]:
    """The first token of each date that is tied to an event -> what the nearest to it is."""
    found: dict[int, tuple[int, Standing]] = {}
    for mention in mentions:
        if mention.days is None:
            continue
        apart = min(
            abs(mention.match.first - mention.days.last),
            abs(mention.days.first - mention.match.last),
        )
        at = mention.days.first
        if at not in found or apart < found[at][0]:
            found[at] = apart, mention.standing
    return {at: standing for at, (_, standing) in found.items()}


def _read(
    marked: TaggedArticle, sentence: Sentence, span: Span, published: date | None, *, moved: bool
) -> Span:
    """Return what a date means here: a weekday to come, the day that something is moved to.

    What will be on the weekday that it is today will be today.
    """
    if moved and span.surety >= Surety.DAY and span.start.month != span.end.month:
        return replace(span, start=span.end)
    if not span.known or span.surety != Surety.WEEKDAY or span.start == published:
        return span
    told = foretold(marked, sentence) or _cued(marked, sentence, span, "future")
    told = told and not _has_opened(marked, sentence, span)
    return ahead(span) if told and not _cued(marked, sentence, span, "reporting", 2) else span


def _has_opened(marked: TaggedArticle, sentence: Sentence, span: Span) -> bool:
    """Whether something began on a weekday of which more is to come: opened on Monday, will last.

    Not where the word itself is one of what will be: басталады.
    """
    return any(
        "opened" in marked.cues.get(index, ()) and not marked.cued(index, "future")
        for index in near(sentence, span, _CLOSE)
    )


def _weigh(
    marked: TaggedArticle, sentence: Sentence, span: Span, published: date | None, latest: int
) -> float:
    passage = marked.passage(sentence)
    weight = _SURETY[span.surety] + _PASSAGE[passage]
    weight += min(sentence.number, _SENTENCES) * _A_SENTENCE
    weight += _RANGE if span.end > span.start else 0.0
    weight += _beside(marked, sentence, span, published)
    if not span.known:
        return weight
    if published is not None:
        return weight + _apart(marked, (span.start - published).days)
    return weight + (_OUTDATED if span.end.year < latest - 1 else 0.0)


def _beside(marked: TaggedArticle, sentence: Sentence, span: Span, published: date | None) -> float:
    """What the words beside a date weigh; nothing that is recalled was founded last Monday."""
    weight = 0.0
    recent = span.surety <= Surety.RELATIVE or (
        span.known and published is not None and timedelta(0) <= published - span.end <= _RECENT
    )
    reach = _IN_LEAD if marked.passage(sentence) is Passage.LEAD else _NEAR
    if _cued(marked, sentence, span, "held", reach) or _kind_near(marked, sentence, span, reach):
        weight += _BESIDE_EVENT
    if not recent and is_recalled(marked, sentence, span, published):
        weight += _RECALLED
    if _is_of_report(marked, span):
        weight += _REPORTED
    elif span.surety <= Surety.RELATIVE and _reports(marked, sentence):
        weight += _SAID
    if is_next(marked, sentence, span):
        weight += _NEXT
    if _is_of_travel(marked, sentence, span):
        weight += _TRAVEL + (_TO_COME if foretold(marked, sentence) else 0.0)
    return weight


def _reports(marked: TaggedArticle, sentence: Sentence) -> bool:
    """Whether the verb that ends a sentence is one of saying, and it holds a day besides.

    "On Monday he said that it will open on 5 November": which day is that of saying is told by
    which is said plainly.
    """
    if marked.lexicon.grammar.head == "initial":
        return False
    last = range(max(sentence.first, sentence.last - _VERB), sentence.last)
    tags = marked.tags[sentence.first : sentence.last]
    return marked.told_within(last, "speech") and any(tag & Tag.MONTH for tag in tags)


def _is_of_report(marked: TaggedArticle, span: Span) -> bool:
    """Whether a weekday or "yesterday" stands beside a word of reporting: it said on Monday."""
    sentence = marked.sentence_of(span.first)
    return span.surety <= Surety.RELATIVE and _cued(marked, sentence, span, "reporting", 2)


def _of_statement(marked: TaggedArticle, sentence: Sentence, span: Span, found: list[Span]) -> bool:
    """Whether a day is that of the statement with which its sentence ends.

    "That the forum would be held on the 13th was said in a statement made on the 4th."
    """
    if marked.lexicon.grammar.head == "initial" or sentence.last - span.last > _CLOSE:
        return False
    close = range(max(sentence.first, span.first - _VERB), sentence.last)
    if not (marked.told_within(close, "speech") or marked.cued_within(close, "reporting")):
        return False
    return any(
        other.known and sentence.first <= other.first < span.first and other.start > span.end
        for other in found
    )


def _since(marked: TaggedArticle, span: Span) -> bool:
    """Whether a day is that from which on something lasts, as its words say: 18-oktabrdan buyon.

    Beside another day, or before a sentence with one, which is then that of what is told.
    """
    behind = marked.folds[span.last : span.last + 1]
    final = marked.lexicon.grammar.head == "final"
    return final and any(word in marked.lexicon.since_words for word in behind)


def _is_of_travel(marked: TaggedArticle, sentence: Sentence, span: Span) -> bool:
    """Whether a day is that of a journey to a gathering that its sentence names besides."""
    close = near(sentence, span, _CLOSE)
    if marked.lexicon.grammar.head == "final":  # a verb that ends a clause, and no participle
        last = sentence.last - _VERB
        close = [index for index in close if index >= last or marked.mark(index + 1)]
    cues = [marked.cues.get(index, frozenset[str]()) for index in close]
    if not any("arrivals" in keys and "gathers" not in keys for keys in cues):
        return False
    if marked.foretells and _behind_lead(marked, sentence):
        return True  # who is there already has come for what is still to be
    travellers = marked.lexicon.grammar.events.travellers
    named = (match for match in marked.matches[sentence.first : sentence.last] if match)
    kinds = {
        entry.key
        for match in named
        if not marked.cued(match.first, "past")  # who came and met had come for it that day
        for entry in match.entries
        if entry.tag == Tag.KIND and entry.shown not in travellers
    }
    if kinds == {Kind.MEETING} and _holds(marked, sentence):
        return False
    return not kinds.isdisjoint(_TRAVELLED_TO)


def _holds(marked: TaggedArticle, sentence: Sentence) -> bool:
    """Whether who came is said to have held something besides: he arrived and held talks."""
    return any(
        marked.cued(index, "held") and "arrivals" not in marked.cues.get(index, ())
        for index in range(sentence.first, sentence.last)
    )


def _behind_lead(marked: TaggedArticle, sentence: Sentence) -> bool:
    """Whether another sentence of the body stands before this one."""
    return sentence.number > 0 and marked.sentences[sentence.number - 1].paragraph > 0


def _apart(marked: TaggedArticle, days: int) -> float:
    """What it weighs that a date lies `days` after the day of publication, or before it."""
    for limit, weight in _LONG_AGO:
        if days < limit:
            return weight
    if days > _FAR_AHEAD:
        return _TOO_FAR
    if days <= 0 or marked.foretells:
        return 0.0
    return _AFTER + (_TALKED_OF if _have_met(marked) else 0.0)


def _have_met(marked: TaggedArticle) -> bool:
    """Whether the lead says that two have met, so that a day to come is one they talked of."""
    leads = (part for part in marked.sentences[:_BEGINNING] if marked.passage(part) is Passage.LEAD)
    return marked.encounter is not None or any(
        marked.tells_encounter(part) and marked.cued_within(range(part.first, part.last), "past")
        for part in leads
    )


def _replaced(marked: TaggedArticle, sentence: Sentence, span: Span) -> bool:
    """Whether words touching a date say that another one has taken its place."""
    if marked.lexicon.grammar.head == "final":
        near = range(span.last, min(sentence.last, span.last + _TOUCHING))
    else:
        near = range(max(sentence.first, span.first - _TOUCHING), span.first)
    return any("replaced" in marked.cues.get(index, ()) for index in near)


def _cued(
    marked: TaggedArticle, sentence: Sentence, span: Span, key: str, reach: int = _NEAR
) -> bool:
    return any(marked.cued_within(side, key) for side in sides(sentence, span, reach))


def _kind_near(marked: TaggedArticle, sentence: Sentence, span: Span, reach: int) -> bool:
    return any(marked.tags[i] & Tag.KIND for i in near(sentence, span, reach))


def tense(marked: TaggedArticle, found: When | None, published: date | None) -> Tense:
    """Return whether the event lies ahead of the article."""
    if found is not None and published is not None and found.start != published:
        return Tense.FUTURE if found.start > published else Tense.PAST
    if held_now(marked) is not None:
        return Tense.PAST
    ahead_of, behind, settled = 0.0, 0.0, _settled(marked)
    for match in marked.found:
        sentence = marked.sentence_of(match.first)
        if sentence.paragraph > _TELLING:
            break
        if marked.passage(sentence) is Passage.OUTLOOK:
            continue  # what comes next is not what is reported
        share = 1.0 / sentence.number if sentence.number else _FIRST
        if settled is not None and sentence.number < settled:
            continue  # what will be is what those who met talked of, or what they signed for
        for entry in match.entries:
            ahead_of += share if entry.tag == Tag.CUE and entry.key == "future" else 0.0
            behind += share if entry.tag == Tag.CUE and entry.key == "past" else 0.0
    return Tense.FUTURE if ahead_of > behind else Tense.PAST


def _settled(marked: TaggedArticle) -> int | None:
    """Return the number of the sentence that says who has met whom or what was signed, or None.

    A headline that foretells tells then what is to come of it.
    """
    if marked.encounter is not None:
        return marked.encounter
    headline = [part for part in marked.sentences if marked.passage(part) is Passage.HEADLINE]
    if any(_agreed(marked, sentence) for sentence in headline):
        return None
    leads = (part for part in marked.sentences if marked.passage(part) is Passage.LEAD)
    lead = next(leads, None)
    if lead is None or marked.cued_within(range(lead.first, lead.last), "future"):
        return None
    past = marked.cued_within(range(lead.first, lead.last), "past")
    agreed = _agreed(marked, lead)
    verb = any(marked.tokens[at].word.verbal for at in agreed)  # подписали меморандум, in one
    return lead.number if agreed and (past or verb) else None


def _agreed(marked: TaggedArticle, sentence: Sentence) -> list[int]:
    """Return the tokens of a sentence that are of words for what is signed."""
    words = range(sentence.first, sentence.last)
    return [at for at in words if _of_kind(marked, at, Kind.AGREEMENT)]


def _of_kind(marked: TaggedArticle, index: int, kind: Kind) -> bool:
    match = marked.matches[index]
    return match is not None and any(entry.key == kind for entry in match.entries)
