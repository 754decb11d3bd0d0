"""What speaks for and against two reports being of one event: named reasons and their sum.

The weights are those of `bot.merging.weights`. Every reason looks at what two reports say and at
nothing else, so the order in which articles come plays no part.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.extraction.facts import Kind
from bot.language import concepts, name_matching
from bot.merging import gatherings
from bot.merging.days import compare_days
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """All reasons together.

    Attributes:
        score: Their sum, the prior included.
        reasons: Those that weigh anything.
    """

    score: float
    reasons: tuple[Reason, ...]


def score_pair(one: Report, two: Report, knowledge: MergingKnowledge) -> Evidence:
    """Return the evidence that two reports are of one event; the same whichever comes first."""
    if one.key > two.key:
        one, two = two, one
    reasons = tuple(found for found in _reasons(one, two, knowledge) if found.weight)
    return Evidence(WEIGHTS.prior.nats + sum(found.weight for found in reasons), reasons)


def _reasons(one: Report, two: Report, knowledge: MergingKnowledge) -> Iterator[Reason]:
    days = compare_days(one, two)
    yield days
    if days.weight <= WEIGHTS.days.far_apart.nats:
        return  # most pairs end here, before anything costly is compared
    yield _place(one, two)
    yield _organizations(one, two)
    yield gatherings.kind(one, two)
    yield gatherings.gathering(one, two)
    yield gatherings.level(one, two)
    yield gatherings.part(one, two)
    yield gatherings.portfolio(one, two)
    yield gatherings.offices(one, two)
    yield _sides(one, two)
    yield from _people(one, two, knowledge)
    yield _ordinals(one, two)
    yield _numbers(one, two)
    yield _names(one, two)
    yield _topics(one, two)
    yield _title(one, two)
    yield _wording(one, two)
    yield _credit(one, two)


def _place(one: Report, two: Report) -> Reason:
    weights = WEIGHTS.place
    if one.city_id and two.city_id:
        return _towns(one, two, one.city_id, two.city_id)
    for told, other in ((one, two), (two, one)):
        if told.city_id and told.city_id in other.clues.cities:
            return reason("town", weights.named_town, f"{told.city_id}, and named")
    if one.country_code and two.country_code:
        same = one.country_code == two.country_code
        weight = weights.same_country if same else weights.other_country
        return reason("country", weight, f"{one.country_code} and {two.country_code}")
    return reason("town", weights.unknown_town, "not named by both")


def _towns(one: Report, two: Report, here: str, there: str) -> Reason:
    weights = WEIGHTS.place
    if here == there or _one_town(one, two):
        return reason("town", weights.same_town, here)
    crossed = (here in two.clues.cities) + (there in one.clues.cities)
    if crossed == 2:
        weight = weights.both_cross
    elif crossed == 1:
        weight = weights.one_crosses
    elif "?" in here + there:  # no town of the catalogue: perhaps a misread word
        weight = weights.strange_town
    else:
        weight = weights.other_town
    return reason("town", weight, f"{here} and {there}")


def _one_town(one: Report, two: Report) -> bool:
    """Whether a town that the catalogue lacks is spelt as the other's is: Ескішеһір, Eskişehir."""
    strange = "?" in f"{one.city_id}{two.city_id}"
    return strange and same_name(one.event.city or "", two.event.city or "")


def _organizations(one: Report, two: Report) -> Reason:
    weights = WEIGHTS.bodies
    ours, theirs = set(one.reading.organizations), set(two.reading.organizations)
    shared = ", ".join(sorted(ours & theirs))
    if not shared:
        observed = one.event.kind == two.event.kind == Kind.ELECTION
        weight = weights.other_mission if observed else weights.none
        return reason("organisations", weight, "none in common")
    if ours != theirs:
        return reason("organisations", weights.some, shared)
    busy = not ours.isdisjoint(concepts.busy())
    return reason("organisations", weights.the_same if busy else weights.the_same_rare, shared)


def _shared(ours: Collection[str], theirs: Collection[str]) -> list[str]:
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


def _people(one: Report, two: Report, knowledge: MergingKnowledge) -> Iterator[Reason]:
    """Compare who was there: those in common count for much, unless they come to every event.

    Two lists of others with nobody in common speak against.
    """
    weights, ours, theirs = WEIGHTS.people, _names_of(one), _names_of(two)
    usual = _usual_guests((one, two), {*ours, *theirs}, knowledge)
    shared = _shared(ours, theirs)
    telling = [name for name in shared if name not in usual]
    guests = [name for name in shared if name in usual]
    called = _called(one, two) + _called(two, one)
    if called and not telling:
        yield reason("people", weights.by_surname, ", ".join(called))
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
    lists = [len(set(ours) - usual), len(set(theirs) - usual)]
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
        min(len(ours), len(theirs)) > 1 and not shared and not called
    ):  # each outlet names its own leader
        yield reason("people", weights.no_name_at_all, "nobody in common")


def _called(told: Report, other: Report) -> list[str]:
    """Return those of a report whom the other names as well, but by the surname alone."""
    found, shortest = list[str](), WEIGHTS.words.short_name.count
    for name in _names_of(told):
        words = name_matching.name_sound(name).words
        surname = name_matching.code(words[-1]) if len(words) > 1 else ""
        if len(surname) > shortest and _met(surname, other.clues.names):
            found.append(name)
    return found


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


def _sides(one: Report, two: Report) -> Reason:
    """Compare who met whom, where both tell of a meeting of two."""
    ours, theirs = _two_sides(one), _two_sides(two)
    if not ours or not theirs:
        return nothing("sides")
    shared = _shared(ours, theirs)
    if len(shared) > 1:
        return reason("sides", WEIGHTS.sort.same_sides, ", ".join(shared))
    if len(ours) == len(theirs) == TWO:
        return reason("sides", WEIGHTS.sort.other_side, ", ".join(shared) or "nobody in common")
    return nothing("sides")


def _two_sides(report: Report) -> list[str]:
    """Return who met, of a report of a meeting of two, or the two who signed; else nobody."""
    clues, kinds = report.clues, {Kind.MEETING, Kind.VISIT, Kind.OTHER}
    unnamed = not report.formats and not clues.ordinals and report.event.kind in kinds
    if report.formats[:1] not in _OF_TWO and not unnamed:
        return []
    there = [person for person in report.reading.participants if person.attended]
    if not unnamed and len(there) == TWO:
        return [person.name for person in there]  # who met is named, with an office or without
    if report.formats[:1] == (SIGNING,):
        return []  # others may look on
    if not TWO <= len(there) <= WEIGHTS.people.sides.count or not all(
        person.role for person in there
    ):
        return []  # somebody without an office is perhaps no side
    return [person.name for person in there]


def _names_of(report: Report) -> list[str]:
    return list(dict.fromkeys(person.name for person in report.reading.participants))


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
    usual.update(_shared(names, leaders))
    return usual


def _ordinals(one: Report, two: Report) -> Reason:
    weights, ours, theirs = WEIGHTS.words, one.clues.ordinals, two.clues.ordinals
    if not ours or not theirs:
        return nothing("ordinals")
    shared = ours & theirs
    if shared and two_gatherings(one, two):
        return nothing("ordinals")  # a session's ordinal is that of its council and its plenary
    if not shared:
        return reason("ordinals", weights.other_ordinal, f"{min(ours)} and {min(theirs)}")
    low = max(shared) <= weights.low_ordinal.count
    weight = weights.same_low_ordinal if low else weights.same_ordinal
    return reason("ordinals", weight, ", ".join(map(str, sorted(shared))))


def _numbers(one: Report, two: Report) -> Reason:
    shared, weights = one.clues.numbers & two.clues.numbers, WEIGHTS.words
    times = min(weights.numbers.count, len(shared))
    return summed("numbers", [(weights.each_number, times)], ", ".join(sorted(shared)))


def _names(one: Report, two: Report) -> Reason:
    weights = WEIGHTS.words
    shared = [name for name in one.clues.names if _met(name, two.clues.names)]
    long = sum(len(name) > weights.short_name.count for name in shared)
    parts = [
        (weights.each_name, min(weights.names.count, long)),
        (weights.each_short_name, min(weights.names.count, len(shared) - long)),
    ]
    return summed("names", parts, ", ".join(sorted(shared)))


def _met(code: str, others: Collection[str]) -> bool:
    """Whether a name's code stands among `others`, whole or with an ending."""
    if code in others:
        return True
    shortest = WEIGHTS.words.short_name.count
    if len(code) <= shortest:
        return False
    longer = [other for other in others if len(other) > shortest]
    return any(code.startswith(other) or other.startswith(code) for other in longer)


def _topics(one: Report, two: Report) -> Reason:
    """Compare the ideas of the beginning of one article with those of the other, anywhere in it.

    None says a little against. What an organisation always deals with says nothing.
    """
    weights, usual = WEIGHTS.words, set(concepts.manners())
    for organization in (*one.reading.organizations, *two.reading.organizations):
        usual |= concepts.fields().get(organization, frozenset())
    ours, theirs = one.clues.lead_topics - usual, two.clues.lead_topics - usual
    shared = ours & theirs
    crossed = ((ours & two.clues.topics) | (theirs & one.clues.topics)) - shared
    if not shared and not crossed:
        daily = one.clues.lead_topics & two.clues.lead_topics & usual
        telling = ours - concepts.common() and theirs - concepts.common() and not daily
        weight = weights.other_topics if telling else weights.no_topics
        return reason("topics", weight, "none in common")
    missing, most = len(ours - two.clues.topics) + len(theirs - one.clues.topics), weights.topics
    rare = min(most.count, len(shared - concepts.common()))
    parts = [
        (weights.each_topic, rare),
        (weights.each_common_topic, min(most.count, len(shared)) - rare),
        (weights.each_crossed_topic, min(most.count, len(crossed))),
        (weights.each_missing_topic, min(most.count, missing)),
    ]
    return summed("topics", parts, ", ".join(sorted(shared | crossed)))


def _title(one: Report, two: Report) -> Reason:
    """Compare the names in quotation marks: the likest two count."""
    weights, best, quoted = WEIGHTS.words, 0.0, ""
    for ours in one.clues.quoted:
        for theirs in two.clues.quoted:
            if min(len(ours), len(theirs)) >= weights.title.count:
                best, quoted = max((best, quoted), (fuzz.token_set_ratio(ours, theirs), ours))
    if best < weights.alike_title.of_one * 100:
        return nothing("title")
    return reason("title", weights.same_title, quoted)


def resemblance(one: Report, two: Report) -> float:
    """Return the share of runs of words that two texts have in common, as their sketches tell."""
    ours, theirs = one.clues.sketch, two.clues.sketch
    size = min(len(ours), len(theirs))
    if not size:
        return 0.0
    shared = set(ours).intersection(theirs)
    if not shared:
        return 0.0
    union = sorted({*ours, *theirs})[:size]
    return sum(value in shared for value in union) / size


def _wording(one: Report, two: Report) -> Reason:
    weights, alike = WEIGHTS.words, resemblance(one, two)
    detail = f"{alike:.0%} of the text"
    if alike >= weights.copied_from.of_one:
        return reason("wording", weights.copied, detail)
    runs = len(set(one.clues.sketch) & set(two.clues.sketch))
    if alike >= weights.borrowed_from.of_one and runs >= weights.borrowed_runs.count:
        return reason("wording", weights.borrowed, detail)
    return nothing("wording")


def _credit(one: Report, two: Report) -> Reason:
    for report, other in ((one, two), (two, one)):
        if other.outlet and _brand(other.outlet) in report.clues.credits:
            return reason("credit", WEIGHTS.words.credited, "one names the other's outlet")
    return nothing("credit")


def _brand(host: str) -> str:
    parts = host.split(".")
    return "".join(letter for letter in (parts[-2] if len(parts) > 1 else host) if letter.isalnum())
