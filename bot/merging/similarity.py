"""What speaks for and against two reports being of one event: named reasons and their sum.

The weights are those of `bot.merging.weights`. Every reason looks at what two reports say and at
nothing else, so the order in which articles come plays no part.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from bot.extraction.facts import Kind, Tense
from bot.language import concepts, name_matching
from bot.merging.knowledge import MergingKnowledge
from bot.merging.name_index import index_of
from bot.merging.report import Report
from bot.merging.weights import WEIGHTS, Weight

_FAMILIES = (
    frozenset({Kind.CONFERENCE, Kind.MEETING, Kind.TRAINING, Kind.SUMMIT}),
    frozenset({Kind.FESTIVAL, Kind.CEREMONY, Kind.EXHIBITION}),
    frozenset({Kind.CEREMONY, Kind.APPOINTMENT, Kind.ELECTION}),
    frozenset({Kind.MEETING, Kind.AGREEMENT, Kind.VISIT, Kind.SUMMIT}),
    frozenset({Kind.CEREMONY, Kind.AGREEMENT}),
)
"""Kinds that outlets confuse: an event is told now as the one, now as the other."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against.

    Attributes:
        name: What is compared: "days", "town", "people" and so on.
        weight: In nats; below 0 speaks against.
        detail: What was found.
    """

    name: str
    weight: float
    detail: str


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
    reasons = tuple(reason for reason in _reasons(one, two, knowledge) if reason.weight)
    return Evidence(WEIGHTS.prior.nats + sum(reason.weight for reason in reasons), reasons)


def _reasons(one: Report, two: Report, knowledge: MergingKnowledge) -> Iterator[Reason]:
    days = _days(one, two)
    yield days
    if days.weight <= WEIGHTS.days.far_apart.nats:
        return  # most pairs end here, before anything costly is compared
    yield _place(one, two)
    yield _organizations(one, two)
    yield _kind(one, two)
    yield _format(one, two)
    yield from _people(one, two, knowledge)
    yield _ordinals(one, two)
    yield _numbers(one, two)
    yield _names(one, two)
    yield _topics(one, two)
    yield _title(one, two)
    yield _wording(one, two)
    yield _credit(one, two)


def _reason(name: str, weight: Weight, detail: str) -> Reason:
    return Reason(name, weight.nats, detail)


def _nothing(name: str) -> Reason:
    """Return that what is compared says nothing either way."""
    return Reason(name, 0.0, "")


def _days(one: Report, two: Report) -> Reason:
    if one.event.start and two.event.start:
        return _both_dated(one, two, one.event.start, two.event.start)
    if one.event.start:
        return _one_dated(one, two, one.event.start)
    if two.event.start:
        return _one_dated(two, one, two.event.start)
    return _neither_dated(one, two)


def _both_dated(one: Report, two: Report, first: date, second: date) -> Reason:
    weights = WEIGHTS.days
    gap = max(first, second) - min(one.event.end or first, two.event.end or second)
    if gap.days <= 0:
        weight = weights.same_first if first == second else weights.overlap
        return _reason("days", weight, f"{max(first, second)}")
    named = bool(_ends(one) & two.clues.days) or bool(_ends(two) & one.clues.days)
    if gap <= weights.beside_within.time:
        weight = weights.beside_named if named else weights.beside
    elif gap <= weights.near_within.time:
        weight = weights.near_named if named else weights.near
    elif named and gap <= weights.moved_within.time:
        weight = weights.moved
    elif gap <= weights.apart_within.time:
        weight = weights.apart
    else:
        weight = weights.far_apart
    return _reason("days", weight, f"{first} and {second}")


def _one_dated(dated: Report, other: Report, first: date) -> Reason:
    """Compare the days of one report with when the other, which gives none, was written."""
    weights, ahead = WEIGHTS.days, other.event.tense == Tense.FUTURE
    if _ends(dated) & other.clues.days:
        return _reason("days", weights.named_by_undated, "one names the other's day")
    last, written = dated.event.end or first, other.published
    earliest = first - weights.announced_before.time if ahead else first
    latest = first if ahead else last + weights.written_after.time
    fits = earliest <= written <= latest
    if fits and written - last <= weights.news_within.time:
        weight = weights.written_near
    elif fits:
        weight = weights.written_within
    elif ahead and first < written <= first + weights.news_within.time:
        weight = weights.announced_late
    else:
        weight = weights.written_far
    return _reason("days", weight, f"{first}, and written on {written}")


def _neither_dated(one: Report, two: Report) -> Reason:
    weights, apart = WEIGHTS.days, abs(one.published - two.published)
    here = one.city_id is not None and one.city_id == two.city_id
    if apart <= weights.undated_near_within.time:
        weight = weights.undated_here if here else weights.undated_near
    elif apart <= weights.undated_later_within.time:
        weight = weights.undated_later
    else:
        weight = weights.undated_apart
    return _reason("days", weight, f"written {apart.days} days apart")


def _ends(report: Report) -> frozenset[date]:
    """Return the first and the last day of a report's event."""
    start = report.event.start
    return frozenset() if start is None else frozenset({start, report.event.end or start})


def _place(one: Report, two: Report) -> Reason:
    weights = WEIGHTS.place
    if one.city_id and two.city_id:
        return _towns(one, two, one.city_id, two.city_id)
    for told, other in ((one, two), (two, one)):
        if told.city_id and told.city_id in other.clues.cities:
            return _reason("town", weights.named_town, f"{told.city_id}, and named")
    if one.country_code and two.country_code:
        same = one.country_code == two.country_code
        weight = weights.same_country if same else weights.other_country
        return _reason("country", weight, f"{one.country_code} and {two.country_code}")
    return _nothing("town")


def _towns(one: Report, two: Report, here: str, there: str) -> Reason:
    weights = WEIGHTS.place
    if here == there:
        return _reason("town", weights.same_town, here)
    crossed = (here in two.clues.cities) + (there in one.clues.cities)
    if crossed == 2:
        weight = weights.both_cross
    elif crossed == 1:
        weight = weights.one_crosses
    elif "?" in here + there:  # no town of the catalogue: perhaps a misread word
        weight = weights.strange_town
    else:
        weight = weights.other_town
    return _reason("town", weight, f"{here} and {there}")


def _organizations(one: Report, two: Report) -> Reason:
    weights = WEIGHTS.bodies
    ours, theirs = set(one.reading.organizations), set(two.reading.organizations)
    shared = ", ".join(sorted(ours & theirs))
    if not shared:
        return _reason("organisations", weights.none, "none in common")
    return _reason("organisations", weights.the_same if ours == theirs else weights.some, shared)


def _kind(one: Report, two: Report) -> Reason:
    ours, theirs = one.event.kind, two.event.kind
    if Kind.OTHER in {ours, theirs}:
        return _nothing("kind")
    if ours == theirs:
        return _reason("kind", WEIGHTS.sort.same_kind, ours)
    kin = any(ours in family and theirs in family for family in _FAMILIES)
    weight = WEIGHTS.sort.kin_kind if kin else WEIGHTS.sort.other_kind
    return _reason("kind", weight, f"{ours} and {theirs}")


def _format(one: Report, two: Report) -> Reason:
    """Compare what sort of gathering each names first.

    A council that meets before the assembly names both.
    """
    if not one.formats or not two.formats:
        return _nothing("format")
    weights, first, second = WEIGHTS.sort, one.formats[0], two.formats[0]
    if first == second:
        return _reason("format", weights.same_format, first)
    crossed = (first in two.formats) + (second in one.formats)
    by_crossed = (weights.other_format, weights.other_format_named, weights.both_formats_named)
    if not concepts.acts().isdisjoint((first, second)):  # signed, opened: said of any gathering
        by_crossed = (weights.other_act, weights.other_act_named, weights.both_acts_named)
    return _reason("format", by_crossed[crossed], f"{first} and {second}")


def _shared(ours: Collection[str], theirs: Collection[str]) -> list[str]:
    """Return those of our names that are among theirs too."""
    index, shared = index_of(theirs), list[str]()
    for name in ours:
        if any(same_name(name, other) for _, other in index.near(name)):
            shared.append(name)
    return shared


@lru_cache(maxsize=8_192)
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
    if telling:
        weight = weights.first_in_common.nats + weights.each_more.nats * (len(telling) - 1)
        yield Reason("people", min(weights.most_in_common.nats, weight), ", ".join(telling))
    if guests:
        weight = weights.each_usual.nats * len(guests)
        yield Reason("heads", min(weights.most_usual.nats, weight), ", ".join(guests))
    few = min(len(set(ours) - usual), len(set(theirs) - usual))
    if few and not telling:
        weight = weights.nobody.nats + weights.nobody_each.nats * min(few, weights.counted.count)
        yield Reason("people", weight, "nobody in common")
    elif ours and theirs and not shared:
        yield _reason("people", weights.no_name_at_all, "nobody in common")


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
        return _nothing("ordinals")
    shared = ours & theirs
    if not shared:
        return _reason("ordinals", weights.other_ordinal, f"{min(ours)} and {min(theirs)}")
    low = max(shared) <= weights.low_ordinal.count
    weight = weights.same_low_ordinal if low else weights.same_ordinal
    return _reason("ordinals", weight, ", ".join(map(str, sorted(shared))))


def _numbers(one: Report, two: Report) -> Reason:
    shared = one.clues.numbers & two.clues.numbers
    weight = WEIGHTS.words.each_number.nats * len(shared)
    return Reason(
        "numbers", min(WEIGHTS.words.most_numbers.nats, weight), ", ".join(sorted(shared))
    )


def _names(one: Report, two: Report) -> Reason:
    shared = [name for name in one.clues.names if _met(name, two.clues.names)]
    weight = sum(_weight_of_name(name) for name in shared)
    return Reason("names", min(WEIGHTS.words.most_names.nats, weight), ", ".join(sorted(shared)))


def _weight_of_name(code: str) -> float:
    short = len(code) <= WEIGHTS.words.short_name.count
    return (WEIGHTS.words.each_short_name if short else WEIGHTS.words.each_name).nats


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
    weights, usual = WEIGHTS.words, set[str]()
    for organization in (*one.reading.organizations, *two.reading.organizations):
        usual |= concepts.fields().get(organization, frozenset())
    ours, theirs = one.clues.lead_topics - usual, two.clues.lead_topics - usual
    shared = ours & theirs
    crossed = ((ours & two.clues.topics) | (theirs & one.clues.topics)) - shared
    if not shared and not crossed:
        weight = weights.other_topics if ours and theirs else weights.no_topics
        return _reason("topics", weight, "none in common")
    found = weights.each_topic.nats * len(shared) + weights.each_crossed_topic.nats * len(crossed)
    missing = len(ours - two.clues.topics) + len(theirs - one.clues.topics)
    total = min(weights.most_topics.nats, found) + weights.each_missing_topic.nats * missing
    detail = ", ".join(sorted(shared | crossed))
    return Reason("topics", max(weights.least_topics.nats, total), detail)


def _title(one: Report, two: Report) -> Reason:
    """Compare the names in quotation marks: the likest two count."""
    weights, best, quoted = WEIGHTS.words, 0.0, ""
    for ours in one.clues.quoted:
        for theirs in two.clues.quoted:
            if min(len(ours), len(theirs)) >= weights.title.count:
                best, quoted = max((best, quoted), (fuzz.token_set_ratio(ours, theirs), ours))
    if best < weights.alike_title.of_one * 100:
        return _nothing("title")
    return _reason("title", weights.same_title, quoted)


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
        return _reason("wording", weights.copied, detail)
    if alike >= weights.borrowed_from.of_one:
        return _reason("wording", weights.borrowed, detail)
    return _nothing("wording")


def _credit(one: Report, two: Report) -> Reason:
    for report, other in ((one, two), (two, one)):
        if other.outlet and _brand(other.outlet) in report.clues.credits:
            return _reason("credit", WEIGHTS.words.credited, "one names the other's outlet")
    return _nothing("credit")


def _brand(host: str) -> str:
    parts = host.split(".")
    return "".join(letter for letter in (parts[-2] if len(parts) > 1 else host) if letter.isalnum())
