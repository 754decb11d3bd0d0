"""Who gets what is handed over or presented at an event: a country, or people.

Only a case, a preposition or the verb says so; whoever merely stands in the sentence may as well
have given it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from bot.extraction.event.clauses import Clause
from bot.extraction.event.outcome_objects import ends_clauses, is_passive
from bot.extraction.people.participants import Found
from bot.extraction.text.cues import Cue
from bot.extraction.text.outcome_words import THING
from bot.extraction.text.tags import Entry, Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold

_LEAD = 3  # tokens between "to" and a country: to the Republic of
_PEOPLE = 60  # of an article who are looked for
_PREFIX = 3  # letters at least that a name keeps in all its cases


def country(clause: Clause, verb: Cue, thing: Cue) -> str:
    """Return the country that something is handed over to, as the article calls it, or nothing."""
    told = [*_countries(clause)]
    found = {entry.shown for match, entry in told if _is_given(clause, match, entry)}
    taken = " ".join(clause.words[verb.first : verb.last]) in clause.marked.lexicon.outcomes.takes
    taken = taken or (is_passive(clause, verb) and thing.first >= verb.last)  # X was granted Y
    if not found and taken:
        found = {entry.shown for match, entry in told if _takes(clause, match, verb)}
    if not found and clause.marked.lexicon.outcomes.to_words:  # granted X the status
        between = range(clause.tokens[verb.last - 1] + 1, clause.tokens[thing.first])
        found = {entry.shown for match, entry in told if match.first in between}
    return found.pop() if len(found) == 1 else ""


def becomes(clause: Clause, verb: Cue) -> str:
    """Return the one country that a verb tells to become something, or nothing.

    Where verbs end no clauses, it may stand right behind: принят наблюдателем | Туркменистан.
    """
    told = [*_countries(clause)]
    found = {entry.shown for match, entry in told if _is_subject(clause, match, entry, verb)}
    return found.pop() if len(found) == 1 else ""


def _is_subject(clause: Clause, match: Match, entry: Entry, verb: Cue) -> bool:
    """Whether a country stands as the subject of a verb."""
    marked, before = clause.marked, match.first - 1
    if before >= clause.sentence.first and marked.tags[before] & Tag.PREPOSITION:
        return False
    begins, ends = clause.tokens[verb.first], clause.tokens[verb.last - 1] + 1
    if ends_clauses(clause):
        return match.last <= begins and _style(clause, match) is None and _is_plain(clause, match)
    if marked.lexicon.outcomes.to_words:  # no cases: only the place tells
        return match.last <= begins and marked.folds[match.last : match.last + 2] != ["'", "s"]
    near = match.last <= begins or match.first == ends
    return near and _tail(clause, match.last - 1, fold(entry.shown).split()[-1]) == ""


def _is_plain(clause: Clause, match: Match) -> bool:
    """Whether a country's name has no ending of case."""
    return (
        clause.marked.plain(match.last - 1) and not clause.marked.tokens[match.last - 1].word.ending
    )


def people_given(clause: Clause, verb: Cue, thing: Cue, found: Sequence[Found]) -> tuple[str, ...]:
    """Return the names of those whom something is presented to, in their order."""
    given = _named(clause, found, lambda at, last: _is_to(clause, at, last))
    if given or ends_clauses(clause) or is_passive(clause, verb):
        return given
    between = range(clause.tokens[verb.last - 1] + 1, clause.tokens[thing.first])
    return _named(clause, found, lambda at, _: at in between)


def honoured(clause: Clause, verb: Cue, thing: Cue, found: Sequence[Found]) -> tuple[str, ...]:
    """Return the names of those who are told to be honoured with something, as the subject."""
    marked, begins = clause.marked, clause.tokens[min(verb.first, thing.first)]

    def is_subject(at: int, last: str) -> bool:
        stands = at < begins and marked.folds[at] == last and not marked.tokens[at].word.ending
        return stands and marked.folds[at + 1] not in marked.lexicon.outcomes.by_words

    return _named(clause, found, is_subject)


def _named(
    clause: Clause, found: Sequence[Found], gets: Callable[[int, str], bool]
) -> tuple[str, ...]:
    """Return the names of which a last word stands so that `gets` holds of it.

    A name that two bear is told by its own places alone.
    """
    within = range(clause.sentence.first, clause.sentence.last)
    capitals, names = _capitals(clause), dict[int, str]()
    lasts = [fold(person.participant.name.split()[-1]) for person in found[:_PEOPLE]]
    for person, last in zip(found[:_PEOPLE], lasts, strict=True):
        own = [at for at in sorted(person.office) if at in within]
        places = own if lasts.count(last) > 1 else capitals.get(last[:_PREFIX], [])
        told = (at for at in places if _tail(clause, at, last) is not None and gets(at, last))
        if (first := next(told, None)) is not None:
            names[first] = person.participant.name
    return tuple(names[at] for at in sorted(names))


def _capitals(clause: Clause) -> Mapping[str, list[int]]:
    """Return the words of a sentence with capitals by the letters that they begin with."""
    marked, found = clause.marked, dict[str, list[int]]()
    for at in clause.tokens:
        if marked.tokens[at].word.letters == Letters.CAPITAL:
            found.setdefault(marked.folds[at][:_PREFIX], []).append(at)
    return found


def _tail(clause: Clause, at: int, last: str) -> str | None:
    """Return the ending with which a word stands at `at`, None for another word."""
    word = clause.marked.tokens[at].word
    if word.ending:
        return fold(word.ending) if word.fold == last else None
    if word.fold.startswith(last):
        return word.fold[len(last) :]
    stem = last[:-1]  # Турци-я
    shorter = len(stem) > _PREFIX and not ends_clauses(clause) and word.fold.startswith(stem)
    return word.fold[len(stem) :] if shorter else None


def _is_to(clause: Clause, at: int, last: str) -> bool:
    """Whether somebody stands at `at` in the case, or behind the word, of who is given to."""
    words, marked = clause.marked.lexicon.outcomes, clause.marked
    if not words.to_words:
        return _tail(clause, at, last) in words.to_endings
    index = at
    while index > clause.sentence.first and not marked.tags[index] & Tag.PREPOSITION:
        if marked.mark(index):
            return False
        index -= 1
    return marked.folds[index] in words.to_words


def _countries(clause: Clause) -> Iterator[tuple[Match, Entry]]:
    """Yield the countries of a sentence."""
    marked, at = clause.marked, clause.sentence.first
    while at < clause.sentence.last:
        match = marked.matches[at]
        if match is not None and match.tag & Tag.PLACE:
            of = (entry for entry in match.entries if entry.is_country)
            yield from ((match, entry) for entry in islice(of, 1))
        at = match.last if match is not None else at + 1


def _is_given(clause: Clause, match: Match, entry: Entry) -> bool:
    """Whether a country stands as one to which something is given."""
    marked, words = clause.marked, clause.marked.lexicon.outcomes
    if words.to_words:
        lead = range(max(clause.sentence.first, match.first - _LEAD), match.first)
        told = [index for index in lead if marked.folds[index] in words.to_words]
        return bool(told) and not any(marked.mark(index) for index in range(told[-1], match.first))
    if not ends_clauses(clause) and (_led(clause, match) or _owns(clause, match)):
        return False
    style = _style(clause, match)
    if style is not None:
        word = marked.tokens[style].word
        return (fold(word.ending) or word.fold).endswith(words.to_endings)
    return _tail(clause, match.last - 1, fold(entry.shown).split()[-1]) in words.to_endings


def _style(clause: Clause, match: Match) -> int | None:
    """Return the last word of a country's style behind its name: Respublikasına."""
    marked, at = clause.marked, match.last
    word = marked.tokens[at - 1].word
    if not ends_clauses(clause) or word.ending or (word.adverbial and not marked.plain(at - 1)):
        return None
    capital = at < clause.sentence.last and marked.tokens[at].word.letters == Letters.CAPITAL
    return at if capital and not marked.tags[at] & Tag.PLACE else None


def _owns(clause: Clause, match: Match) -> bool:
    """Whether a country stands behind a noun as its owner: председательство Турции."""
    before = clause.position(match.first) - 1
    return before >= 0 and any(cue.key.startswith(THING) for cue in clause.at(before))


def _led(clause: Clause, match: Match) -> bool:
    """Whether a preposition that tells of another case stands before a country: от Турции."""
    marked, before = clause.marked, match.first - 1
    led = before >= clause.sentence.first and marked.tags[before] & Tag.PREPOSITION
    return bool(led) and marked.folds[before] not in marked.lexicon.outcomes.toward


def _takes(clause: Clause, match: Match, verb: Cue) -> bool:
    """Whether a country stands before a verb of taking as its subject."""
    marked, before = clause.marked, match.first - 1
    if match.last > clause.tokens[verb.first] or not marked.plain(match.last - 1):
        return False
    return before < clause.sentence.first or not marked.tags[before] & Tag.PREPOSITION
