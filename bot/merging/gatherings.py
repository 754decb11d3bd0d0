"""What sort of gathering two reports tell of, and whose: these are part of an event's identity."""

from collections.abc import Iterable

from bot.extraction.facts import Kind
from bot.language import concepts
from bot.merging.portfolios import GOVERNMENTS
from bot.merging.reasons import Reason, nothing, reason
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


_GATHERED = frozenset({Kind.CONFERENCE, Kind.MEETING, Kind.SUMMIT, Kind.ELECTION})
_ACTS = frozenset({Kind.STATEMENT, Kind.AGREEMENT, Kind.APPOINTMENT})
"""Kinds of what a gathering does; a report that tells of this alone is called by it."""

_COMMON_KINDS = frozenset({Kind.MEETING, Kind.SUMMIT, Kind.CONFERENCE, Kind.VISIT})
"""Kinds of which several are held in one place on one day."""

_SHOWS = frozenset({Kind.FESTIVAL, Kind.CEREMONY, Kind.EXHIBITION})
"""Kinds that ministers come to as guests."""

_LESSONS = frozenset({Kind.TRAINING})

_WHOLES = frozenset({"summit", "assembly", "festival", "forum", "conference"})
"""Sorts of gathering on whose sidelines others are held."""

_COMMON_FORMATS = frozenset({"bilateral", "summit", "council", "conference", "signing", "briefing"})
"""The same of sorts of gathering."""

_OF_MINISTERS = frozenset({"council"})
"""Sorts of gathering that ministers hold, beside their meetings."""

_OF_DELEGATES = frozenset({"board", "assembly"})
"""Sorts of gathering to which members send ministers of different fields."""

CELEBRATED = frozenset({"capital"})
"""What is celebrated for a year; the ideas of its reports."""

_ACROSS = frozenset({"opening", "closing"})
_CELEBRATIONS = _ACROSS | {"concert", "festival"}

_THAT_ELECT = frozenset({"assembly", "board", "council"})
"""Sorts of gathering that elect who chairs them, or pass the chair on."""

_TO_GUESTS = frozenset({"course", "exhibition", "concert", "festival", "competition", "forum"})
"""Sorts of gathering that a minister opens as a guest."""

_LEADERS = frozenset({"head_of_state", "head_of_government"})
_SIDES = frozenset(
    {"head_of_government", "minister", "speaker", "deputy", "ambassador", "local", "rector"}
)
"""Offices of which one side of a meeting has one, while the other heads an organisation."""

_BOARDS = frozenset({"board", "council"})

SPOUSES = "spouses"
"""The idea of a programme beside a summit that no report of the summit is about."""

_OF_MANY = frozenset({"ambassador", "deputy"})
"""Those of them that many hold."""

MEETING_OF_TWO = "bilateral"
"""The sort of gathering of which a report names all who matter."""

SIGNING = "signing"
"""The one of which it names the two who sign."""


def kind(one: Report, two: Report) -> Reason:
    """Compare the kinds of event; those of one family are confused."""
    ours, theirs = _kind(one), _kind(two)
    if Kind.OTHER in {ours, theirs}:
        return nothing("kind")
    if ours == theirs:
        common = ours in _COMMON_KINDS
        sort = WEIGHTS.sort
        return reason("kind", sort.same_kind if common else sort.same_rare_kind, ours)
    if one.formats and one.formats[:1] == two.formats[:1]:
        return nothing("kind")  # a summit is a meeting as well, and both call it a summit
    return reason("kind", _unlike(ours, theirs), f"{ours} and {theirs}")


def _kind(report: Report) -> Kind:
    """Return the kind of a report's event; what is shown at a festival is an exhibition.

    Ministers who gather meet, whatever they decide to hold; leaders hold a summit.
    """
    if report.clues.together and report.clues.portfolios and not report.formats:
        return Kind.MEETING
    if report.formats[:1] == (Kind.SUMMIT.value,):
        return Kind.SUMMIT
    if report.event.kind == Kind.APPOINTMENT and not _THAT_ELECT.isdisjoint(report.formats[:1]):
        return Kind.MEETING  # whom it chose to chair it is told first
    shown = report.formats[:1] == (Kind.EXHIBITION.value,)
    return Kind.EXHIBITION if shown and report.event.kind == Kind.FESTIVAL else report.event.kind


def _unlike(ours: Kind, theirs: Kind) -> Weight:
    """Return what two kinds that differ weigh."""
    both, sort = {ours, theirs}, WEIGHTS.sort
    if any(both <= family for family in _FAMILIES):
        return sort.kin_kind
    if both & _GATHERED and both & _ACTS:
        return sort.act_kind
    return sort.other_kind


def gathering(one: Report, two: Report) -> Reason:
    """Compare what sort of gathering each names first.

    A council that meets before the assembly names both.
    """
    if _session_received(one, two) or _session_received(two, one):
        return reason("format", WEIGHTS.sort.other_format, "a session and a reception")
    if _experts_and_ministers(one, two) or _experts_and_ministers(two, one):
        return reason("format", WEIGHTS.sort.other_format, "a working group and ministers")
    if not one.formats and not two.formats:
        return nothing("format")
    if not one.formats or not two.formats:
        told, silent = (one, two) if one.formats else (two, one)
        only = told.formats[0]
        visited = only == MEETING_OF_TWO and silent.event.kind == Kind.VISIT
        return nothing("format") if visited or only in concepts.acts() else _unnamed(only)
    weights, first, second = WEIGHTS.sort, one.formats[0], two.formats[0]
    if first == second:
        return reason("format", _alike(first), first)
    if {first, second} == _BOARDS:
        return reason("format", weights.board_or_council, f"{first} and {second}")
    crossed = (first in two.formats) + (second in one.formats)
    by_crossed = (weights.other_format, weights.other_format_named, weights.both_formats_named)
    if _one_celebration(one, two):
        return reason("format", weights.one_celebration, f"{first} and {second}")
    if not concepts.acts().isdisjoint((first, second)):  # signed, opened: said of any gathering
        by_crossed = (weights.other_act, weights.other_act_named, weights.both_acts_named)
    return reason("format", by_crossed[crossed], f"{first} and {second}")


def _one_celebration(one: Report, two: Report) -> bool:
    """Whether both tell how the year of a capital begins, or how it ends."""
    sorts = {one.formats[0], two.formats[0]}
    both = one.clues.lead_topics & two.clues.lead_topics
    return bool(both & CELEBRATED) and sorts <= _CELEBRATIONS and not sorts >= _ACROSS


def _alike(sort: str) -> Weight:
    """Return what it weighs that both tell of this sort of gathering."""
    weights = WEIGHTS.sort
    if sort == MEETING_OF_TWO:
        return weights.both_of_two
    return weights.same_format if sort in _COMMON_FORMATS else weights.same_rare_format


def _unnamed(only: str) -> Reason:
    return reason("format", WEIGHTS.sort.one_format, f"{only}, in one alone")


def level(one: Report, two: Report) -> Reason:
    """Compare who gathers: the leaders of states, their ministers, or whom leaders married."""
    ours, theirs = _level(one), _level(two)
    apart = SPOUSES in (ours, theirs)
    if ours == theirs or (not apart and (ours is None or theirs is None)):
        return nothing("level")
    return reason("level", WEIGHTS.sort.other_level, f"{ours or 'others'} and {theirs or 'others'}")


def part(one: Report, two: Report) -> Reason:
    """Compare a report that says that its event is a part with one of a whole that has parts."""
    for inner, outer in ((one, two), (two, one)):
        whole = outer.formats[:1]
        beside = inner.umbrella and not outer.umbrella and inner.formats[:1] != whole
        if beside and set(whole) & _WHOLES:
            return reason("part", WEIGHTS.sort.part_of, f"on the sidelines, and {whole[0]}")
    return nothing("part")


def _level(report: Report) -> str | None:
    if SPOUSES in report.clues.lead_topics:
        return SPOUSES
    leaders = "leaders" in report.clues.lead_topics or "summit" in report.formats[:1]
    ministers = bool(report.clues.portfolios)
    if leaders == ministers or report.formats[:1] == (MEETING_OF_TWO,):
        return None
    return "leaders" if leaders else "ministers"


def two_gatherings(one: Report, two: Report) -> bool:
    """Whether the sorts of gathering tell two events: the council and the plenary of a session."""
    if _session_received(one, two) or _session_received(two, one):
        return True
    if _experts_and_ministers(one, two) or _experts_and_ministers(two, one):
        return True
    if not one.formats or not two.formats or one.formats[0] == two.formats[0]:
        return False
    return concepts.acts().isdisjoint((one.formats[0], two.formats[0]))


def _session_received(guest: Report, host: Report) -> bool:
    """Whether one report tells of a session, the other of somebody who receives people.

    What ministers hold in a row ("the 2nd meeting of ...") is no reception, nor is what they hold
    together without the leader who receives them.
    """
    counted, together = guest.clues.ordinals, guest.clues.together
    together = together or not GOVERNMENTS.isdisjoint(guest.clues.portfolios)
    if (
        not concepts.acts().issuperset(guest.formats)
        or not guest.clues.portfolios
        or host.clues.ordinals
    ):
        return False
    leader = not _LEADERS.isdisjoint(host.clues.offices - guest.clues.offices)
    return host.formats[:1] == (MEETING_OF_TWO,) and bool(counted or (together and leader))


def _experts_and_ministers(experts: Report, session: Report) -> bool:
    """Whether one report tells of a working group, the other of the ministers for whom it works.

    What both are in charge of is the same: it speaks for neither being the other.
    """
    if session.formats or "minister" not in session.clues.offices:
        return False
    ministers = session.clues.together and bool(session.clues.portfolios)
    return experts.formats[:1] == ("group",) and not experts.clues.together and ministers


def offices(one: Report, two: Report) -> Reason:
    """Compare with whom two met: a speaker is no minister, whatever they are called."""
    if one.formats[:1] != (MEETING_OF_TWO,) or two.formats[:1] != (MEETING_OF_TWO,):
        return nothing("offices")
    ours, theirs = one.clues.offices & _SIDES, two.clues.offices & _SIDES
    if not ours or not theirs:
        return nothing("offices")
    shared, weights = ours & theirs, WEIGHTS.sort
    if shared and shared <= _OF_MANY:
        return nothing("offices")  # one ambassador after the other is received
    weight = weights.same_office if shared else weights.other_office
    return reason("offices", weight, ", ".join(sorted(shared or ours | theirs)))


def posts(one: Report, two: Report) -> Reason:
    """Compare of which country they are whom two met: the ambassador of one, or of another."""
    if one.formats[:1] != (MEETING_OF_TWO,) or two.formats[:1] != (MEETING_OF_TWO,):
        return nothing("posts")
    ours, theirs, weights = one.clues.posts, two.clues.posts, WEIGHTS.sort
    if shared := ours & theirs:
        return reason("posts", weights.same_post, ", ".join(sorted(shared)))
    if _sorts(ours).isdisjoint(_sorts(theirs)):
        return nothing("posts")
    return reason("posts", weights.other_post, ", ".join(sorted(ours | theirs)))


def _sorts(posts_named: Iterable[str]) -> frozenset[str]:
    return frozenset(post.split()[0] for post in posts_named)


def _named_without(told: Report, other: Report) -> frozenset[str]:
    """Return what a report's ministers are in charge of and the other speaks of, without them.

    A forum, a fair or a camp of that field is another gathering.
    """
    if not set(other.formats[:1]) <= _OF_MINISTERS or other.event.kind in _SHOWS | _LESSONS:
        return frozenset()
    return told.clues.portfolios & other.clues.lead_topics


def _of_one_field(one: Report, two: Report) -> Weight:
    """Return what it weighs that both name ministers of one field.

    Each of the ministers who gather is met by somebody on that day as well.
    """
    of_two = [report.formats[:1] == (MEETING_OF_TWO,) for report in (one, two)]
    weights = WEIGHTS.sort
    if all(of_two):
        return weights.portfolio_of_two
    return weights.portfolio_of_one if any(of_two) else weights.same_portfolio


def _opened_by_one(guest: Report, session: Report) -> bool:
    """Whether a minister comes alone to a camp or a fair, and the ministers of the field gather."""
    alone = not guest.clues.together and session.clues.together
    shown = guest.event.kind in _SHOWS | _LESSONS or not _TO_GUESTS.isdisjoint(guest.formats[:1])
    celebrates = bool(CELEBRATED & (guest.clues.lead_topics - session.clues.lead_topics))
    return alone and (shown or celebrates)


def portfolio(one: Report, two: Report) -> Reason:
    """Compare what the ministers are in charge of whom each names first."""
    ours, theirs = one.clues.portfolios, two.clues.portfolios
    if not ours and not theirs:
        return nothing("portfolio")
    bodies = _OF_DELEGATES.intersection((*one.formats[:1], *two.formats[:1]))
    if bodies and ours.isdisjoint(theirs):
        return nothing("portfolio")  # what a delegate is in charge of at home
    if not ours or not theirs:
        if not _SHOWS.isdisjoint((one.event.kind, two.event.kind)):
            return nothing("portfolio")  # a minister among the guests of a concert
        named = _named_without(one, two) | _named_without(two, one)
        weight = WEIGHTS.sort.portfolio_named if named else WEIGHTS.sort.one_portfolio
        return reason("portfolio", weight, min(named or ours | theirs))
    if two_gatherings(one, two):
        return nothing("portfolio")  # those whom a president receives have met before
    if _opened_by_one(one, two) or _opened_by_one(two, one):
        return reason("portfolio", WEIGHTS.sort.one_portfolio, "a minister alone, as a guest")
    if shared := ours & theirs:
        return reason("portfolio", _of_one_field(one, two), ", ".join(sorted(shared)))
    detail = f"{min(ours)} and {min(theirs)}"
    return reason("portfolio", WEIGHTS.sort.other_portfolio, detail)
