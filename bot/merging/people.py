"""Who was there: what it tells that two reports name the same people, or others."""

from collections.abc import Collection, Iterator

from bot.extraction.facts import Kind
from bot.language import name_matching
from bot.merging.gatherings import CELEBRATED, MEETING_OF_TWO, SIGNING, two_gatherings
from bot.merging.knowledge import MergingKnowledge
from bot.merging.name_index import index_of
from bot.merging.reasons import Part, Reason, nothing, reason, summed
from bot.merging.report import Report
from bot.merging.weights import WEIGHTS
from config.remembering import remembered

TWO = 2
"""Sides of a meeting of two."""

_GATHERINGS_OF_MANY = frozenset(
    {"summit", "assembly", "council", "board", "committee", "group"}
    | {"forum", "conference", "course", "festival", "concert", "exhibition", "competition"}
)
"""Sorts of gathering to which each member sends its own, its artists and scholars as well."""

_OF_MANY = frozenset({Kind.CONFERENCE, Kind.FESTIVAL, Kind.EXHIBITION, Kind.TRAINING})
"""The same of kinds."""

_OF_TWO = frozenset({(MEETING_OF_TWO,), (SIGNING,)})
"""Sorts of gathering that have two sides."""


def shared_names(ours: Collection[str], theirs: Collection[str]) -> list[str]:
    """Return those of our names that are among theirs too."""
    index, shared = index_of(theirs), list[str]()
    for name in ours:
        if any(same_name(name, other) for _, other in index.near(name)):
            shared.append(name)
    return shared


@remembered(1_024)
def same_name(one: str, two: str) -> bool:
    """Whether two names, or a name and a surname alone, are written for one name."""
    if not name_matching.codes(one) & name_matching.codes(two):
        return False
    if name_matching.likeness(one, two) >= name_matching.NEAR_ENOUGH:
        return True
    words = (name_matching.name_sound(one).words, name_matching.name_sound(two).words)
    short, long = sorted(words, key=len)
    return len(short) == 1 and any(name_matching.alike(short[0], word) for word in long)


def people(one: Report, two: Report, knowledge: MergingKnowledge) -> Iterator[Reason]:
    """Compare who was there: those in common count for much, unless they come to every event.

    Two lists of others with nobody in common speak against.
    """
    weights, ours, theirs = WEIGHTS.people, _names_of(one), _names_of(two)
    usual = _usual_guests((one, two), {*ours, *theirs}, knowledge)
    shared = shared_names(ours, theirs)
    telling = [name for name in shared if name not in usual]
    guests = [name for name in shared if name in usual]
    every = _called(one, two) + _called(two, one)
    called = [name for name in every if name not in usual]
    if called and not telling:
        yield reason("people", weights.by_surname, ", ".join(called))
    elif every and not telling and not guests:
        times = min(weights.usual.count, len(every))
        yield summed("heads", [(weights.usual_by_surname, times)], ", ".join(every))
    if telling:
        parts: list[Part] = [(weights.first_in_common, 1.0)]
        if two_gatherings(one, two):
            parts = [(weights.beside_in_common, 1.0)]
        else:
            parts.append((weights.each_more, min(weights.in_common.count, len(telling)) - 1.0))
        yield summed("people", parts, ", ".join(telling))
    if guests:
        times = min(weights.usual.count, len(guests))
        yield summed("heads", [(weights.each_usual, times)], ", ".join(guests))
    listed = [_listed(report) for report in (one, two)]
    lists = [len(set(names) - usual) for names in listed]
    few = 0 if called else min(lists)
    own = max(lists) <= weights.delegates.count and _of_many(one) and _of_many(two)
    if few and not telling and own:
        yield reason("people", weights.other_delegate, "each names its own")
    elif few and not telling:
        share = 1.0 if _tell_all(one, two, few) else weights.incomplete.of_one
        each = share * min(few, weights.counted.count)
        parts = [(weights.nobody, share), (weights.nobody_each, each)]
        yield summed("people", parts, "nobody in common")
    elif (
        min(map(len, listed)) > 1 and not shared and not called
    ):  # each outlet names its own leader
        yield reason("people", weights.no_name_at_all, "nobody in common")
    if _of_two(one) and _of_two(two) and sorted(lists) == [0, 1] and not called:
        yield _side_of_one(one, two, usual, knowledge)


def _called(told: Report, other: Report) -> list[str]:
    """Return those of a report whom the other names as well, but by the surname alone.

    Or by the whole name, which was not read as somebody's.
    """
    found, shortest = list[str](), WEIGHTS.words.short_name.count
    for name in _names_of(told):
        words = name_matching.name_sound(name).words
        codes = [name_matching.code(word) for word in words]
        surname = codes[-1] if codes else ""
        whole = len(codes) > 1 and min(map(len, codes)) >= shortest
        if len(surname) > shortest and met(surname, other.clues.names):
            found.append(name)
        elif whole and other.clues.names.issuperset(codes):
            found.append(name)
    return found


def _side_of_one(
    one: Report, two: Report, usual: Collection[str], knowledge: MergingKnowledge
) -> Reason:
    """Weigh that of two who met one is named by one report alone.

    Perhaps the other names somebody else, by a surname that was not read as a person.
    """
    names = {*_names_of(one), *_names_of(two)} - set(usual)
    known = knowledge.codes_of_heads.union(
        *map(name_matching.codes, (*_names_of(one), *_names_of(two)))
    )
    silent = one if names.isdisjoint(_names_of(one)) else two
    shortest = WEIGHTS.words.short_name.count
    unread = (code for code in silent.clues.names if len(code) > shortest)
    others = [code for code in unread if not is_one_of(code, known)]
    if not others:
        return nothing("sides")
    return reason("sides", WEIGHTS.sort.other_surname, ", ".join(sorted(others)))


def _of_two(report: Report) -> bool:
    return report.formats[:1] == (MEETING_OF_TWO,) and not report.clues.together


def _of_many(report: Report) -> bool:
    """Whether a report tells of a gathering to which each member sends its own."""
    clues = report.clues
    if report.formats[:1] == (MEETING_OF_TWO,):
        return False
    of_many = clues.together or bool(clues.portfolios and clues.ordinals)
    of_many = of_many or report.event.kind in _OF_MANY
    of_many = of_many or not CELEBRATED.isdisjoint(clues.lead_topics)
    return of_many or not _GATHERINGS_OF_MANY.isdisjoint(report.formats[:1])


def _tell_all(one: Report, two: Report, telling: int) -> bool:
    """Whether two lists look as if they named all who matter: a meeting of two, or long ones."""
    if _two_sides(one) and _two_sides(two):
        return True
    return telling >= WEIGHTS.people.complete.count


def sides(one: Report, two: Report) -> Reason:
    """Compare who met whom, where both tell of a meeting of two."""
    ours, theirs = _two_sides(one), _two_sides(two)
    shared = shared_names(ours, theirs)
    both = shared if len(shared) >= TWO else _both_in_common(one, two)
    if len(both) >= TWO:
        return reason("sides", WEIGHTS.sort.same_sides, ", ".join(both))
    if not ours or not theirs:
        return nothing("sides")
    if len(ours) == len(theirs) == TWO:
        return reason("sides", WEIGHTS.sort.other_side, ", ".join(shared) or "nobody in common")
    return nothing("sides")


def _listed(report: Report) -> list[str]:
    """Return whom a report lists; a headline counts where it names one of two who met."""
    return _names_of(report) if _of_two(report) else _read(report)


def _read(report: Report) -> list[str]:
    return list(dict.fromkeys(person.name for person in report.reading.participants))


def _both_in_common(one: Report, two: Report) -> list[str]:
    """Return whom two reports of meetings of two name both, in full or by the surname alone."""
    if not (_of_two(one) and _of_two(two)):
        return []
    ours, theirs = _names_of(one), _names_of(two)
    common = [*shared_names(ours, theirs), *_called(one, two)]
    known = set(shared_names(theirs, ours))
    return [*dict.fromkeys(common), *(name for name in _called(two, one) if name not in known)]


def _two_sides(report: Report) -> list[str]:
    """Return who met, of a report of a meeting of two, or the two who signed; else nobody."""
    clues, kinds = report.clues, {Kind.MEETING, Kind.VISIT, Kind.OTHER}
    unnamed = not report.formats and not clues.ordinals and report.event.kind in kinds
    if report.formats[:1] not in _OF_TWO and not unnamed:
        return []
    there = [person for person in report.reading.participants if person.attended]
    met = [*(person.name for person in there), *sorted(clues.titled)]
    if not unnamed and len(met) == TWO:
        return met  # who met is named, with an office or without
    if report.formats[:1] == (SIGNING,):
        return []  # others may look on
    if not TWO <= len(there) <= WEIGHTS.people.sides.count or not all(
        person.role for person in there
    ):
        return []  # somebody without an office is perhaps no side
    return [person.name for person in there]


def _names_of(report: Report) -> list[str]:
    return list(dict.fromkeys((*_read(report), *sorted(report.clues.titled))))


def _usual_guests(
    reports: tuple[Report, Report], names: Collection[str], knowledge: MergingKnowledge
) -> set[str]:
    """Return those of the names that are met at every event: heads of bodies, leaders of states."""
    leaders: set[str] = set()
    for report in reports:
        for person in report.reading.participants:
            if knowledge.leads_a_state(person.role, person.affiliation):
                leaders.add(person.name)
    usual = {name for name in names if knowledge.is_frequent_attendee(name)}
    usual.update(shared_names(names, leaders))
    return usual


def is_one_of(code: str, names: Collection[str]) -> bool:
    """Whether a name's code is one of `names`, perhaps in a case: Омуралиевым, Raev'in."""
    return code in names or code[:-1] in names


def met(code: str, others: Collection[str]) -> bool:
    """Whether a name's code stands among `others`, whole or with an ending."""
    if code in others:
        return True
    shortest = WEIGHTS.words.short_name.count
    if len(code) <= shortest:
        return False
    longer = [other for other in others if len(other) > shortest]
    return any(code.startswith(other) or other.startswith(code) for other in longer)
