"""What came of an event: a declaration signed, a fund founded, somebody elected.

An outcome is a deed and what it is done to, told as done by a finite verb, in a sentence that
reports. One too many would do more harm than one too few: what is announced, recalled, quoted,
denied or supposed is none, and neither is a deed whose object does not stand where the language
puts it, right beside the verb.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from bot.extraction.event import clauses
from bot.extraction.event.clauses import Clause
from bot.extraction.event.day_span import Span
from bot.extraction.event.outcome_names import award_before, own_name, town_of
from bot.extraction.event.outcome_objects import (
    AWARD,
    BECOMING,
    OBJECTS,
    counted,
    ends_clauses,
    founding_of,
    is_passive,
    joined_to,
    object_of,
    things,
    verbs,
    within_longer,
)
from bot.extraction.event.outcome_pronouns import office_of_pronoun
from bot.extraction.event.outcome_receivers import becomes, country, honoured, people_given
from bot.extraction.event.outcome_towns import declared_town
from bot.extraction.event.outcomes_ahead import announced
from bot.extraction.facts import GIVING, PAPERS, Act, EventFacts, Outcome, Tense
from bot.extraction.people.participants import Found
from bot.extraction.text.cues import Cue
from bot.extraction.text.outcome_words import ACT, BEFORE, BEHIND, FOUNDED
from bot.extraction.text.passages import EVENT, Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters, Sentence
from bot.language import concepts
from config.text import fold

_PERSONAL = frozenset({Act.ELECTED, Act.APPOINTED})
OFFICE = "office"
"""What somebody is elected or appointed to."""

_BEFORE = 12
"""Words before a verb in which what takes it back is looked for."""

_BEHIND = 3
"""The same behind it."""

_GIVEN = 16
"""Words between somebody and the verb that gives the office."""

_BESIDE_NAME = 2
"""Words between a name and the verb behind it: yekdilliklə seçildi."""

_AT_IT = 6  # letters of a word that opens a sentence by saying at what, and not where: burada

_NEAR = timedelta(days=2)
"""How far from its days a deed of an event may be dated: signed on the eve."""

MOST = 12
"""Outcomes of one article."""

_VERBS = 12
"""Verbs of one sentence that are looked at."""

_CENTURIES = frozenset({"19", "20"})
_RECALLED_BEFORE, _RECALLED_BEHIND = 6, 3
"""Words around a verb within which one that recalls is of it, in a sentence that reports."""

_YEAR = 4  # digits
_DASHES = frozenset("-–—")
_CLAUSE_ENDS = frozenset({";", ":"})


@dataclass(eq=False)
class _Scene:
    """What a sentence is asked with: its clause, the towns and people, and the event's town."""

    clause: Clause
    towns: Sequence[Match]
    people: Sequence[Found]
    city: str | None

    @cached_property
    def taken(self) -> frozenset[int]:
        """The tokens of people's names and offices."""
        return frozenset(index for person in self.people for index in person.office)


def outcomes(
    marked: TaggedArticle,
    event: EventFacts,
    said: Sequence[Span],
    towns: Sequence[Match],
    people: Sequence[Found],
) -> tuple[Outcome, ...]:
    """Return what came of the event that `marked` reports, in the order of the text, each once.

    Args:
        marked: The article.
        event: What it reports.
        said: The days that it names.
        towns: The towns that it names.
        people: Who is named.
    """
    words, found = marked.lexicon.outcomes, list[Outcome]()
    for sentence in marked.sentences:
        if not words.first_ahead.isdisjoint(marked.folds[sentence.first : sentence.last]):
            ahead = announced(marked, sentence)
            found += ahead if ahead and _is_of_day(marked, sentence, event, said) else ()
    if event.tense is not Tense.PAST or not words.first or marked.foretells:
        return _each_once(found)[:MOST]
    for sentence in marked.sentences:
        passage = marked.passage(sentence)
        silent = words.first.isdisjoint(marked.folds[sentence.first : sentence.last])
        if silent or passage is Passage.FURNITURE:
            continue
        cues = words.in_headlines if passage is Passage.HEADLINE else words.in_body
        clause = clauses.clause(marked, sentence, cues)
        if not verbs(clause):
            continue
        if _reports(clause, passage) and _is_of_day(marked, sentence, event, said):
            found += _of_sentence(_Scene(clause, towns, people, event.city))
    return _each_once(found)[:MOST]


def _each_once(found: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Return each outcome once: what one sentence names, another need not tell without a name."""
    named = {(told.act, told.thing) for told in found if told.names or told.called}
    once: dict[tuple[str, str, tuple[str, ...], str], Outcome] = {}
    for told in found:
        if told.names or told.called or (told.act, told.thing) not in named:
            once.setdefault((told.act, told.thing, told.names, told.called), told)
    return tuple(once.values())


def _reports(clause: Clause, passage: Passage) -> bool:
    """Whether a sentence tells of the event, and not what somebody said or what was before.

    Verbs of founding and declaring are read so themselves; beside a gathering they are not.
    """
    marked, within = clause.marked, range(clause.sentence.first, clause.sentence.last)
    told = {index for verb in verbs(clause) for index in _tokens(clause, verb)}
    if any(clause.quoted(index) for index in told):
        return False
    if any("speech" in marked.cues.get(index, ()) for index in within if index not in told):
        return False
    reach = range(min(told) - _RECALLED_BEFORE, max(told) + _RECALLED_BEHIND + 1)
    near = reach if passage in EVENT else within
    recalled = {i for i in within if i in near and "recalled" in marked.cues.get(i, ())}
    if recalled:
        return recalled <= told and _names_gathering(clause)
    if passage is Passage.OUTLOOK:
        return not marked.cued_within(range(within.start, _decided_by(clause)), "future")
    if passage is Passage.SPEECH:
        return any("speech" in marked.cues.get(index, ()) for index in told)
    return passage in EVENT


def _tokens(clause: Clause, verb: Cue) -> range:
    """Return the tokens of a verb, with the one before, which may be a part of it: was."""
    return range(clause.tokens[max(0, verb.first - 1)], clause.tokens[verb.last - 1] + 1)


def _is_of_day(
    marked: TaggedArticle, sentence: Sentence, event: EventFacts, said: Sequence[Span]
) -> bool:
    """Whether the days and years that a sentence names are the event's."""
    first = event.start or marked.article.published
    last = event.end or first
    days = [span for span in said if sentence.first <= span.first < sentence.last and span.known]
    if first is None or last is None:
        return not days
    if any(span.end < first - _NEAR or span.start > last + _NEAR for span in days):
        return False
    within = range(sentence.first, sentence.last)
    return not any(_is_year_before(marked, index, first) for index in within)


def _is_year_before(marked: TaggedArticle, index: int, day: date) -> bool:
    """Whether a year before that of a day stands at `index`, and begins no span that goes on."""
    year = _year(marked, index)
    if year is None or year >= day.year:
        return False
    goes_on = index + 2 < len(marked.tokens) and marked.mark(index + 1) in _DASHES
    last = _year(marked, index + 2) if goes_on else None
    return last is None or last < day.year


def _year(marked: TaggedArticle, index: int) -> int | None:
    """Return the year that stands at `index`, or None."""
    text = marked.tokens[index].word.text
    is_year = len(text) == _YEAR and text.isdecimal() and text[:2] in _CENTURIES
    return int(text) if is_year else None


def _of_sentence(scene: _Scene) -> Iterator[Outcome]:
    clause = scene.clause
    proof = clause.marked.sentence_text(clause.sentence)
    found = [*things(clause)]
    for cue in verbs(clause)[:_VERBS]:
        act = Act(cue.key.removeprefix(ACT))
        decided = act is Act.DECIDED
        told = _is_decided(clause) if decided else _is_predicate(clause, cue)
        if not told or _taken_back(clause, cue):
            continue
        if act in BECOMING:
            yield from () if within_longer(cue, verbs(clause)) else _became(scene, act, cue)
            continue
        if act in _PERSONAL:
            for name, office in _given(scene, cue):
                yield Outcome(act, OFFICE, (name,), proof, office)
            continue
        done_to = [thing for thing in found if thing.key in OBJECTS[act]]
        thing = (founding_of if decided else object_of)(clause, cue, done_to)
        if thing is None or ((decided or act is Act.FOUNDED) and not _names_gathering(clause)):
            continue  # when and what for a body was founded stands beside its name, too
        for each in (thing, *(joined_to(clause, thing, done_to) if act in PAPERS else ())):
            outcome = _told(scene, act, cue, each)
            if outcome is not None:
                yield outcome


def _became(scene: _Scene, act: Act, cue: Cue) -> Iterator[Outcome]:
    """Yield what a country became at a gathering, as the status that it was given."""
    land = becomes(scene.clause, cue)
    if land and _names_gathering(scene.clause):
        proof = scene.clause.marked.sentence_text(scene.clause.sentence)
        yield Outcome(Act.GRANTED, BECOMING[act], (land,), proof)


def _told(scene: _Scene, act: Act, cue: Cue, thing: Cue) -> Outcome | None:
    """Return what was done to a thing, with the names that tell it; None for nothing surely."""
    clause, names, called = scene.clause, tuple[str, ...](), ""
    proof = clause.marked.sentence_text(clause.sentence)
    key = counted(clause, thing)
    if act is Act.DECLARED:
        town = declared_town(clause, cue, thing, scene.towns, scene.city)
        if town and town.entries[0].shown == scene.city and not _names_gathering(clause):
            return None  # what it has been declared before is celebrated there
        return Outcome(act, thing.key, (town.entries[0].shown,), proof) if town else None
    if act in GIVING:
        land = country(clause, cue, thing)
        names = (land,) if land else ()
    elif act is Act.HONOURED:
        names, key = honoured(clause, cue, thing, scene.people), AWARD
        act = Act.PRESENTED
        if not names:
            return None
    elif act is Act.PRESENTED:
        names, key = people_given(clause, cue, thing, scene.people), AWARD
    elif act in PAPERS and key == thing.key and (eponym := town_of(clause, thing)) is not None:
        names = (eponym.shown,)
    if key == AWARD or (key == thing.key and not names and act not in GIVING):
        called = own_name(clause, thing, scene.taken)
        called = "" if _is_governed(clause, thing, called) else called
        called = called or (award_before(clause, thing, scene.taken) if key == AWARD else "")
    return Outcome(act, key, names, proof, called)


def _is_governed(clause: Clause, thing: Cue, called: str) -> bool:
    """Whether the name of a thing is left in the case in which a noun of founding governs it."""
    word, at = clause.words[thing.last - 1], range(thing.first, thing.last)
    cased = any(cue.key.startswith(FOUNDED) and cue.first in at for cue in clause.cues)
    return cased and any(fold(part) == word for part in called.split())


def _names_gathering(clause: Clause) -> bool:
    """Whether a sentence names a gathering, at which something is done."""
    marked, first = clause.marked, clause.sentence.first
    opens = marked.tags[first] & Tag.FUNCTION and len(marked.folds[first]) >= _AT_IT
    if opens and marked.folds[first].endswith(marked.lexicon.in_endings):
        return True  # at the meeting: Toplantıda
    within = range(clause.sentence.first, clause.sentence.last)
    if any(clause.marked.tags[index] & Tag.KIND for index in within):
        return True
    return any(idea not in concepts.acts() for _, idea in concepts.formats().find(clause.words))


def _is_predicate(clause: Clause, cue: Cue) -> bool:
    """Whether a verb is the predicate of its clause, and no participle beside a noun."""
    marked = clause.marked
    if ends_clauses(clause):
        behind = clause.tokens[cue.last - 1] + 1
        ends = behind >= clause.sentence.last or marked.mark(behind)
        return bool(ends or marked.tags[behind] & Tag.CONJUNCTION)
    first = clause.tokens[cue.first]
    if marked.tokens[first].word.letters != Letters.LOWER and first != clause.sentence.first:
        return False
    return is_passive(clause, cue) or not (_leads(clause, cue) or _only_qualifies(clause, cue))


def _decided_by(clause: Clause) -> int:
    """Return the token behind what is decided: what a fund is to do, told behind it, is ahead.

    The end of the sentence where it tells of no decision to found anything.
    """
    words = clause.marked.lexicon.outcomes.decisions
    told = [at for at, word in enumerate(clause.words) if word in words]
    founds = any(verb.key == f"{ACT}{Act.DECIDED}" for verb in verbs(clause))
    return clause.tokens[told[-1]] + 1 if told and founds else clause.sentence.last


def _is_decided(clause: Clause) -> bool:
    """Whether a sentence tells of a decision: the founding of a fund was one of its decisions."""
    return not clause.marked.lexicon.outcomes.decisions.isdisjoint(clause.words)


def _leads(clause: Clause, cue: Cue) -> bool:
    """Whether a participle stands before its noun: the established | Fund, a newly founded | one.

    Where there are articles; else verbs have other forms.
    """
    lexicon, before = clause.marked.lexicon, clause.tokens[cue.first] - 1
    if before < clause.sentence.first or not lexicon.articles:
        return False
    return clause.marked.folds[before] in lexicon.articles | lexicon.lately_made


def _only_qualifies(clause: Clause, cue: Cue) -> bool:
    """Whether a participle only qualifies the noun before it: the declaration signed in Baku."""
    if not clause.marked.lexicon.outcomes.passives:
        return False
    behind = clause.tokens[cue.last - 1] + 1
    if behind >= clause.sentence.last or clause.marked.mark(behind):
        return True
    return bool(clause.marked.tags[behind] & (Tag.PREPOSITION | Tag.MONTH))


def _taken_back(clause: Clause, cue: Cue) -> bool:
    """Whether a word near a verb denies it, supposes it, or puts it before the event."""
    for other in clause.cues:
        ahead = 0 < cue.first - other.first <= _BEFORE and other.key == BEFORE
        if ahead and not _parted(clause, other.last, cue.first):
            return True
        if other.key == BEHIND and 0 <= other.first - cue.last < _BEHIND:
            return True
    return False


def _parted(clause: Clause, first: int, last: int) -> bool:
    """Whether another clause begins between two words."""
    between = range(clause.tokens[first - 1], clause.tokens[last])
    return any(clause.marked.mark(index) in _CLAUSE_ENDS for index in between)


def _given(scene: _Scene, cue: Cue) -> Iterator[tuple[str, str]]:
    """Yield who is given an office by a verb of electing or appointing.

    With the office where he is told by a pronoun alone, else without.
    """
    meant = office_of_pronoun(scene.clause, cue, scene.people)
    if meant is not None:
        yield meant
    sentence, verb = scene.clause.sentence, scene.clause.tokens[cue.first]
    within = range(sentence.first, sentence.last)
    for person in scene.people:
        given = any(abs(index - verb) <= _GIVEN for index in person.given if index in within)
        told = any(index in person.office for index in range(verb - _BESIDE_NAME, verb))
        if person.participant.role and (given or (ends_clauses(scene.clause) and told)):
            yield person.participant.name, ""
