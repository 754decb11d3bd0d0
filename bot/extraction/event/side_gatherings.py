"""Who came to another gathering than the one that an article reports.

"Ahead of the summit the ministers' council met": the ministers who are named there came to their
council, which is held on another day, and the summit is the presidents'. A gathering at the
reported one, on its sidelines, is a part of it and no other. Whoever leads a state and receives
those who gathered was at no session of theirs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.extraction.event.dates import When
from bot.extraction.event.mentions import Mention, event_mention
from bot.extraction.facts import EventMention, Kind, Participant, Standing
from bot.extraction.people.participants import Found
from bot.extraction.people.reasons import Reason
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Sentence
from bot.language import concepts
from bot.language.office_names import office_in
from config.places import Places

_REACH = 8  # tokens between "ahead of" and the gathering before which something else is held
_BEHIND = 3  # the same where such a word stands behind it: zirveden önce
_AROUND = timedelta(days=14)  # before and after a gathering, within which others belong to it
_FRESH = timedelta(days=3)  # before an article comes out, within which a recalled day is news

_WHOLES = frozenset({Kind.SUMMIT, Kind.CONFERENCE, Kind.FESTIVAL, Kind.MEETING})
"""Sorts of gathering before and after which others are held."""

_GATHERINGS = frozenset({Kind.MEETING, Kind.CONFERENCE, Kind.SUMMIT})
_COUNCILS = frozenset({"council", "board", "committee", "group"})
"""Sorts of gathering that are called as the body is that gathers."""

_ASIDE = frozenset({Standing.COMING, Standing.DISCUSSED})
_LEADERS = frozenset({"head_of_state", "head_of_government"})
_HEAD = "President"  # also where the word alone does not tell of what: a state's Başkan
_NO_REPORT = frozenset({Passage.HEADLINE, Passage.LEAD, Passage.FURNITURE})


@dataclass(frozen=True, slots=True)
class Reported:
    """What an article reports, as far as others are told from it.

    Attributes:
        kind: What sort of event.
        days: When, or None.
        published: When the article came out, or None.
        places: The names of countries, by which heads of states are told from those of bodies.
    """

    kind: Kind
    days: When | None
    published: date | None
    places: Places


def participants(
    marked: TaggedArticle, found: Sequence[Found], mentions: Sequence[Mention], reported: Reported
) -> tuple[Participant, ...]:
    """Return the people of an article, and of each to which other gathering he came, if to one."""
    if reported.kind not in _WHOLES:
        return tuple(person.participant for person in found)
    others = _others(marked, mentions, reported)
    receptions = _receptions(marked) if reported.kind is not Kind.SUMMIT else {}
    return tuple(
        replace(person.participant, beside=_beside(person, others, receptions, reported))
        for person in found
    )


def _beside(
    person: Found,
    others: Mapping[int, EventMention],
    receptions: Mapping[int, EventMention],
    reported: Reported,
) -> EventMention | None:
    """Return the only gathering to which somebody is told to have come, if it is another.

    A summit is of leaders: whom one of them meets on its eve he meets at it.
    """
    others = receptions if _leads(person.participant, reported.places) else others
    if not others:
        return None
    there = [number for number, reason in person.told if reason.present]
    if not there:  # of a gathering that a look back tells
        there = [number for number, reason in person.told if reason is Reason.RECALLED]
        if not all(_is_fresh(others.get(number), reported) for number in there):
            return None
    told = [others.get(number) for number in there]
    return told[0] if told and None not in told else None


def _leads(person: Participant, places: Places) -> bool:
    """Whether somebody is the head of a state or its government, as far as his office tells."""
    if person.affiliation and places.find_country(person.affiliation) is None:
        return False
    role = person.role or ""
    known = office_in(role, "en", of_state=True) == _HEAD
    return known or not _LEADERS.isdisjoint(concepts.offices().of(role))


def _receptions(marked: TaggedArticle) -> dict[int, EventMention]:
    """Return, by sentence, that somebody is received, where that is not what is reported."""
    found: dict[int, EventMention] = {}
    for sentence in marked.sentences:
        words = marked.folds[sentence.first : sentence.last]
        ideas = {idea for _, idea in concepts.receptions().find(words)}
        if "received" not in ideas or "accepted" in ideas:
            continue
        if marked.passage(sentence) in _NO_REPORT:
            return {}
        found[sentence.number] = _unnamed(marked, sentence, Kind.VISIT)
    return found


def _is_fresh(other: EventMention | None, reported: Reported) -> bool:
    """Whether a gathering that is recalled was held in the days of the reported one."""
    if other is None or other.start is None or reported.published is None:
        return False
    return abs(reported.published - other.start) <= _FRESH


def _others(
    marked: TaggedArticle, mentions: Sequence[Mention], reported: Reported
) -> dict[int, EventMention]:
    """Return, by sentence, the other gathering that it tells of."""
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_sentence[mention.sentence.number].append(mention)
    found: dict[int, EventMention] = {}
    before: tuple[Sentence, EventMention] | None = None
    for sentence in marked.sentences:
        if marked.passage(sentence) in _NO_REPORT:
            before = None
            continue
        here = by_sentence[sentence.number]
        other = _other(marked, sentence, here, reported)
        if other is None and before is not None and _goes_on(*before, sentence, here, reported):
            other = before[1]
        before = None if other is None else (sentence, other)
        if other is not None:
            found[sentence.number] = other
    return found


def _other(
    marked: TaggedArticle, sentence: Sentence, here: Sequence[Mention], reported: Reported
) -> EventMention | None:
    """Return a gathering that a sentence sets apart from the reported one, or None."""
    gatherings = [
        mention
        for mention in here
        if mention.kind in _GATHERINGS and mention.standing not in _ASIDE
    ]
    whole = _held_apart_from(marked, sentence, here, reported.kind)
    for mention in gatherings:
        if mention is whole or mention.kind == reported.kind:
            continue
        if whole is not None or _on_another_day(mention, reported.days):
            return event_mention(marked, mention)
    if whole is not None and _council_meets(marked, sentence):
        return _unnamed(marked, sentence, Kind.MEETING)
    return None


def _held_apart_from(
    marked: TaggedArticle, sentence: Sentence, here: Sequence[Mention], kind: Kind
) -> Mention | None:
    """Return the mention of the reported gathering before or after which something is held."""
    words = marked.folds[sentence.first : sentence.last]
    for at, side in concepts.apart().find(words):
        index = sentence.first + at
        near = _behind(here, index) if side == "behind" else _before(here, index)
        if near is not None and near.kind == kind:
            return near
    return None


def _behind(here: Iterable[Mention], index: int) -> Mention | None:
    reach = range(index, index + _REACH)
    return next((mention for mention in here if mention.match.first in reach), None)


def _before(here: Sequence[Mention], index: int) -> Mention | None:
    reach = range(index - _BEHIND, index + 1)
    return next((mention for mention in reversed(here) if mention.match.last in reach), None)


def _on_another_day(mention: Mention, days: When | None) -> bool:
    """Whether a gathering is held near the reported days, and on none of them."""
    theirs = mention.days
    if theirs is None or not theirs.known or days is None:
        return False
    if theirs.start <= days.end and theirs.end >= days.start:
        return False
    return days.start - _AROUND <= theirs.start <= days.end + _AROUND


def _council_meets(marked: TaggedArticle, sentence: Sentence) -> bool:
    """Whether a sentence without a noun for it tells that a council gathered."""
    words = marked.folds[sentence.first : sentence.last]
    named = any(idea in _COUNCILS for _, idea in concepts.formats().find(words))
    held = marked.cued_within(range(sentence.first, sentence.last), "held")
    return named and (held or any(map(marked.lexicon.meets.begin, words)))


def _goes_on(
    told: Sentence,
    other: EventMention,
    sentence: Sentence,
    here: Sequence[Mention],
    reported: Reported,
) -> bool:
    """Whether a sentence speaks on of the gathering that the one before it told of."""
    if here:
        return here[0].kind == other.kind and here[0].kind != reported.kind
    return sentence.paragraph == told.paragraph


def _unnamed(marked: TaggedArticle, sentence: Sentence, kind: Kind) -> EventMention:
    """Return what a sentence without a noun for it says of a gathering."""
    return EventMention(
        kind=kind,
        standing=Standing.REPORTED,
        ordinal=None,
        start=None,
        end=None,
        city=None,
        proof=marked.sentence_text(sentence),
    )
