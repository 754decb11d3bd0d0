"""What speaks for and against two reports being of one event: named reasons and their sum.

The weights are those of `bot.merging.weights`. Every reason looks at what two reports say and at
nothing else, so the order in which articles come plays no part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.extraction.facts import Kind
from bot.language import concepts
from bot.merging import gatherings, people
from bot.merging.days import compare_days
from bot.merging.gatherings import two_gatherings
from bot.merging.headed import bodies_of
from bot.merging.knowledge import MergingKnowledge
from bot.merging.reasons import Reason, nothing, reason, summed
from bot.merging.report import Report
from bot.merging.weights import WEIGHTS


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
    reasons += _with_whom(one, two, reasons)
    return Evidence(WEIGHTS.prior.nats + sum(found.weight for found in reasons), reasons)


def _reasons(one: Report, two: Report, knowledge: MergingKnowledge) -> Iterator[Reason]:
    days = compare_days(one, two)
    yield days
    if days.weight <= WEIGHTS.days.far_apart.nats:
        return  # most pairs end here, before anything costly is compared
    yield _place(one, two)
    yield _organizations(one, two, knowledge)
    yield gatherings.kind(one, two)
    yield gatherings.gathering(one, two)
    yield gatherings.level(one, two)
    yield gatherings.part(one, two)
    yield gatherings.portfolio(one, two)
    yield gatherings.offices(one, two)
    yield gatherings.posts(one, two)
    yield people.sides(one, two)
    yield from people.people(one, two, knowledge)
    yield _ordinals(one, two)
    yield _numbers(one, two)
    yield _names(one, two, knowledge)
    yield _topics(one, two)
    yield _title(one, two)
    yield _wording(one, two)
    yield _credit(one, two)


_OF_THE_OTHER = frozenset({"people", "posts", "portfolio", "offices", "topics", "sides"}) | {
    "names",
    "numbers",
    "title",
    "wording",
    "credit",
}
"""Reasons that tell whom somebody met, or of what they spoke."""


def _with_whom(one: Report, two: Report, reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Return what it weighs that nothing tells whether two met the same: heads meet many a week."""
    if not (one.formats[:1] == two.formats[:1] == (gatherings.MEETING_OF_TWO,)):
        return ()
    if one.clues.together or two.clues.together:
        return ()
    if any(found.name in _OF_THE_OTHER and found.weight > 0 for found in reasons):
        return ()
    return (reason("sides", WEIGHTS.sort.anybody, "nothing tells whom each met"),)


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
    return strange and people.same_name(one.event.city or "", two.event.city or "")


def _organizations(one: Report, two: Report, knowledge: MergingKnowledge) -> Reason:
    weights = WEIGHTS.bodies
    ours, theirs = set(one.reading.organizations), set(two.reading.organizations)
    shared = ", ".join(sorted(ours & theirs))
    if not ours or not theirs:
        return _of_no_body(*((one, two) if theirs else (two, one)), knowledge)
    if not shared:
        observed = one.event.kind == two.event.kind == Kind.ELECTION
        weight = weights.other_mission if observed else weights.none
        return reason("organisations", weight, "none in common")
    if ours != theirs:
        return reason("organisations", weights.some, shared)
    busy = not ours.isdisjoint(concepts.busy())
    return reason("organisations", weights.the_same if busy else weights.the_same_rare, shared)


def _of_no_body(silent: Report, told: Report, knowledge: MergingKnowledge) -> Reason:
    """Compare a report that names no organisation with one that does: perhaps by who heads it."""
    weights = WEIGHTS.bodies
    headed = bodies_of(silent, knowledge).intersection(told.reading.organizations)
    if headed:
        return reason("organisations", weights.by_head, f"by the head of {min(headed)}")
    return reason("organisations", weights.unnamed, "not named by both")


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


def _names(one: Report, two: Report, knowledge: MergingKnowledge) -> Reason:
    """Compare words that no lexicon knows; those of heads' names are met at every event."""
    weights = WEIGHTS.words
    heads = knowledge.codes_of_heads
    shared = [
        name
        for name in one.clues.names
        if people.met(name, two.clues.names) and not people.is_one_of(name, heads)
    ]
    long = sum(len(name) > weights.short_name.count for name in shared)
    parts = [
        (weights.each_name, min(weights.names.count, long)),
        (weights.each_short_name, min(weights.names.count, len(shared) - long)),
    ]
    return summed("names", parts, ", ".join(sorted(shared)))


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
