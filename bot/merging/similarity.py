"""What speaks for and against two reports being of one event: named reasons, each with its weight, and their sum.

The weights are in nats of evidence, set by hand and checked against the stories of the corpus: 0 in
sum is undecided. Every reason looks at what two reports say and at nothing else, so the order in
which articles come plays no part.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from rapidfuzz import fuzz

from bot.language import concepts, name_matching
from bot.merging.knowledge import MergingKnowledge
from bot.merging.report import Report

PRIOR = -3.2
"""Two reports that merely could be compared are more likely of two events."""

_HOPELESS = -8.0
"""Days so far apart that nothing else needs looking at."""

_DAY = timedelta(days=1)
_WAIT = timedelta(days=9)
"""How long after an event it is still written about."""

_FAMILIES = (
    frozenset({"conference", "meeting", "training", "summit"}),
    frozenset({"festival", "ceremony", "exhibition"}),
    frozenset({"ceremony", "appointment", "election"}),
    frozenset({"meeting", "agreement", "visit", "summit"}),
    frozenset({"ceremony", "agreement"}),
)


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
    return Evidence(PRIOR + sum(reason.weight for reason in reasons), reasons)


def _reasons(one: Report, two: Report, knowledge: MergingKnowledge) -> Iterator[Reason]:
    when = _when(one, two)
    yield when
    if when.weight <= _HOPELESS:
        return
    yield _where(one, two)
    yield _organizations(one, two)
    yield _kind(one, two)
    yield _format(one, two)
    yield from _people(one, two, knowledge)
    yield _ordinals(one, two)
    yield _numbers(one, two)
    yield _names(one, two)
    yield _topics(one, two)
    yield _quoted(one, two)
    yield _wording(one, two)
    yield _credit(one, two)


def _when(one: Report, two: Report) -> Reason:
    if one.event.start and two.event.start:
        gap = max(one.event.start, two.event.start) - min(
            one.event.end or one.event.start, two.event.end or two.event.start
        )
        if gap <= timedelta(0):
            return Reason(
                "days",
                2.3 if one.event.start == two.event.start else 1.6,
                f"{max(one.event.start, two.event.start)}",
            )
        mutual = bool(_span(one) & two.clues.days) or bool(_span(two) & one.clues.days)
        detail = f"{one.event.start} and {two.event.start}"
        if gap <= _DAY:
            return Reason("days", 0.3 if mutual else -0.8, detail)
        if gap <= 4 * _DAY:
            return Reason("days", -0.8 if mutual else -3.0, detail)
        if mutual and gap <= timedelta(days=120):
            return Reason("days", -2.0, detail)
        return Reason("days", -5.0 if gap <= timedelta(days=60) else -8.0, detail)
    if one.event.start or two.event.start:
        dated, other = (one, two) if one.event.start else (two, one)
        if _span(dated) & other.clues.days:
            return Reason("days", 1.8, "one names the other's day")
        assert dated.event.start is not None  # noqa: S101 - one of the two is dated
        first, last = dated.event.start, dated.event.end or dated.event.start
        if other.event.tense == "future":
            fits = first - timedelta(days=45) <= other.published <= first
        else:
            fits = first <= other.published <= last + _WAIT
        near = fits and (other.published - last <= 3 * _DAY)
        late = other.event.tense == "future" and _DAY * 0 < other.published - first <= 3 * _DAY
        return Reason(
            "days",
            0.9 if near else 0.0 if fits else -0.8 if late else -4.0,
            f"{first}, and written on {other.published}",
        )
    apart = abs(one.published - two.published)
    here = one.city_id is not None and one.city_id == two.city_id
    weight = (0.7 if here else 0.0) if apart <= 2 * _DAY else -0.5 if apart <= 6 * _DAY else -3.0
    return Reason("days", weight, f"written {apart.days} days apart")


def _span(report: Report) -> frozenset[object]:
    if report.event.start is None:
        return frozenset()
    last = report.event.end or report.event.start
    return frozenset({report.event.start, last})


def _where(one: Report, two: Report) -> Reason:
    if one.city_id and two.city_id:
        if one.city_id == two.city_id:
            return Reason("town", 1.6, one.city_id)
        crossed = (one.city_id in two.clues.cities) + (two.city_id in one.clues.cities)
        unknown = (
            "?" in one.city_id + two.city_id
        )  # no town of the catalogue: perhaps a misread word
        weight = {0: -1.2 if unknown else -2.5, 1: -0.4, 2: 0.3}[crossed]
        return Reason("town", weight, f"{one.city_id} and {two.city_id}")
    if one.city_id or two.city_id:
        told, other = (one, two) if one.city_id else (two, one)
        if told.city_id in other.clues.cities:
            return Reason("town", 1.2, f"{told.city_id}, and named")
    if one.country_code and two.country_code:
        same = one.country_code == two.country_code
        return Reason(
            "country", 0.4 if same else -1.2, f"{one.country_code} and {two.country_code}"
        )
    return Reason("town", 0.0, "")


def _organizations(one: Report, two: Report) -> Reason:
    ours, theirs = set(one.reading.organizations), set(two.reading.organizations)
    if not ours & theirs:
        return Reason("organisations", -1.5, "none in common")
    return Reason("organisations", 0.4 if ours == theirs else 0.2, ", ".join(sorted(ours & theirs)))


def _kind(one: Report, two: Report) -> Reason:
    if one.event.kind == two.event.kind:
        return Reason("kind", 0.0 if one.event.kind == "other" else 0.9, one.event.kind)
    if "other" in {one.event.kind, two.event.kind}:
        return Reason("kind", 0.0, "")
    kin = any(one.event.kind in family and two.event.kind in family for family in _FAMILIES)
    return Reason("kind", -0.4 if kin else -1.1, f"{one.event.kind} and {two.event.kind}")


def _format(one: Report, two: Report) -> Reason:
    """What sort of gathering each names first.

    A council that meets before the assembly names both.
    """
    if not one.formats or not two.formats:
        return Reason("format", 0.0, "")
    first, second = one.formats[0], two.formats[0]
    if first == second:
        return Reason("format", 0.8, first)
    crossed = (first in two.formats) + (second in one.formats)
    act = not concepts.acts().isdisjoint((first, second))  # signed, opened: said of any gathering
    return Reason(
        "format",
        ((-1.0, -0.6, -0.2) if act else (-2.6, -2.2, -0.6))[crossed],
        f"{first} and {second}",
    )


@lru_cache(maxsize=65_536)
def same_name(one: str, two: str) -> bool:
    """Whether two names, or a name and a surname alone, are written for one name."""
    if not name_matching.codes(one) & name_matching.codes(two):
        return False
    if name_matching.likeness(one, two) >= name_matching.NEAR_ENOUGH:
        return True
    short, long = sorted(
        (name_matching.name_sound(one).words, name_matching.name_sound(two).words), key=len
    )
    return len(short) == 1 and any(name_matching.alike(short[0], word) for word in long)


def _people(one: Report, two: Report, knowledge: MergingKnowledge) -> Iterator[Reason]:
    """Those in common count for much, unless they come to every event.

    Two lists of others with nobody in common speak against.
    """
    ours, theirs = _names_of(one), _names_of(two)
    leaders = {
        p.name
        for p in (*one.reading.participants, *two.reading.participants)
        if knowledge.leads_a_state(p.role, p.affiliation)
    }
    usual = {
        name
        for name in {*ours, *theirs}
        if knowledge.is_frequent_attendee(name)
        or any(same_name(name, leader) for leader in leaders)
    }
    shared = [name for name in ours if any(same_name(name, other) for other in theirs)]
    telling = [name for name in shared if name not in usual]
    if telling:
        yield Reason("people", min(5.0, 2.2 + 1.0 * (len(telling) - 1)), ", ".join(telling))
    if len(shared) > len(telling):
        yield Reason(
            "heads",
            min(0.9, 0.3 * (len(shared) - len(telling))),
            ", ".join(name for name in shared if name in usual),
        )
    few = min(sum(name not in usual for name in ours), sum(name not in usual for name in theirs))
    if few and not telling:
        yield Reason("people", -1.2 - 0.8 * min(few, 4), "nobody in common")
    elif ours and theirs and not shared:
        yield Reason("people", -1.4, "nobody in common")


def _names_of(report: Report) -> list[str]:
    return list(dict.fromkeys(person.name for person in report.reading.participants))


def _ordinals(one: Report, two: Report) -> Reason:
    if not one.clues.ordinals or not two.clues.ordinals:
        return Reason("ordinals", 0.0, "")
    shared = one.clues.ordinals & two.clues.ordinals
    if shared:
        return Reason(
            "ordinals", 1.8 if max(shared) > 2 else 0.8, ", ".join(map(str, sorted(shared)))
        )
    return Reason("ordinals", -2.0, f"{min(one.clues.ordinals)} and {min(two.clues.ordinals)}")


def _numbers(one: Report, two: Report) -> Reason:
    shared = one.clues.numbers & two.clues.numbers
    return Reason("numbers", min(4.0, 2.0 * len(shared)), ", ".join(sorted(shared)))


def _names(one: Report, two: Report) -> Reason:
    shared = [name for name in one.clues.names if _met(name, two.clues.names)]
    return Reason(
        "names",
        min(3.0, sum(0.7 if len(name) < 4 else 1.3 for name in shared)),
        ", ".join(sorted(shared)),
    )


def _met(code: str, others: Collection[str]) -> bool:
    """Whether a name's code stands among `others`, whole or with an ending."""
    if code in others:
        return True
    return len(code) >= 4 and any(
        len(other) >= 4 and (code.startswith(other) or other.startswith(code)) for other in others
    )


def _topics(one: Report, two: Report) -> Reason:
    """Ideas of the beginning of one article that the other speaks of anywhere.

    None says a little against.
    """
    usual = frozenset[str]().union(
        *(
            concepts.fields().get(name, ())
            for name in (*one.reading.organizations, *two.reading.organizations)
        )
    )
    ours, theirs = one.clues.lead_topics - usual, two.clues.lead_topics - usual
    shared = ours & theirs
    crossed = ((ours & two.clues.topics) | (theirs & one.clues.topics)) - shared
    weight = 1.1 * len(shared) + 0.5 * len(crossed)
    if shared or crossed:
        missing = len(ours - two.clues.topics) + len(theirs - one.clues.topics)
        return Reason(
            "topics",
            max(-1.2, min(3.0, weight) - 0.4 * missing),
            ", ".join(sorted(shared | crossed)),
        )
    return Reason("topics", -1.6 if ours and theirs else -0.2, "none in common")


def _quoted(one: Report, two: Report) -> Reason:
    best = max(
        (
            (fuzz.token_set_ratio(a, b), a)
            for a in one.clues.quoted
            for b in two.clues.quoted
            if min(len(a), len(b)) >= 8
        ),
        default=(0, ""),
    )
    return Reason("title", 1.8, best[1]) if best[0] >= 88 else Reason("title", 0.0, "")


def resemblance(one: Report, two: Report) -> float:
    """Return the share of runs of words that two texts have in common, estimated from their sketches."""
    size = min(len(one.clues.sketch), len(two.clues.sketch))
    if not size:
        return 0.0
    union = sorted(set(one.clues.sketch) | set(two.clues.sketch))[:size]
    shared = set(one.clues.sketch) & set(two.clues.sketch)
    return sum(value in shared for value in union) / size


def _wording(one: Report, two: Report) -> Reason:
    alike = resemblance(one, two)
    return Reason(
        "wording",
        4.0 if alike >= 0.5 else 2.0 if alike >= 0.15 else 0.0,
        f"{alike:.0%} of the text",
    )


def _credit(one: Report, two: Report) -> Reason:
    credited = any(
        _brand(outlet) in report.clues.credits
        for report, outlet in ((one, two.outlet), (two, one.outlet))
        if outlet
    )
    return Reason("credit", 0.8 if credited else 0.0, "one names the other's outlet")


def _brand(host: str) -> str:
    parts = host.split(".")
    return "".join(letter for letter in (parts[-2] if len(parts) > 1 else host) if letter.isalnum())
