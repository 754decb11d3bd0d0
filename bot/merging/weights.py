"""The numbers that decide whether two reports are of one event, each with unit and reason.

Weights are nats of evidence: the natural logarithm of how much likelier a finding is between two
reports of one event than between reports of two. They were set by hand, and then fitted to the
stories that a person sorted (`tests/corpus/stories` and `short_stories/tuned`) by
`python -m tests.merging.fit_weights`, which leaves alone what these hardly speak of; no number came
from elsewhere. A sum of 0 is undecided. Whoever changes one runs `tco-bot score` on both before and
after.
"""

from dataclasses import dataclass, fields
from datetime import timedelta
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a finding counts.

    Attributes:
        nats: Above 0 for one event, below 0 for two.
        why: What makes it so.
    """

    nats: float
    why: str


@dataclass(frozen=True)
class Span:
    """A stretch of time within which a finding holds.

    Attributes:
        days: How many.
        why: What makes it so.
    """

    days: int
    why: str

    @cached_property
    def time(self) -> timedelta:
        """The same as a difference of days."""
        return timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole from which a finding holds.

    Attributes:
        of_one: From 0 to 1.
        why: What makes it so.
    """

    of_one: float
    why: str


@dataclass(frozen=True, slots=True)
class Size:
    """A count from which, or up to which, a finding holds; its field's name says of what.

    Attributes:
        count: How many.
        why: What makes it so.
    """

    count: int
    why: str


@dataclass(frozen=True, slots=True)
class DayWeights:
    """When: days that are given against days that are given, or against when others wrote."""

    moved_from: Weight = Weight(2.2, "a claim of a move names the other's day as the old one")
    same_first: Weight = Weight(1.8, "an event has one first day; few events share a day")
    overlap: Weight = Weight(1.6, "a report of one day of several still speaks of the whole")
    beside_named: Weight = Weight(0.3, "a day apart, and one names the other's: a matter of zones")
    beside: Weight = Weight(-0.8, "a day apart: a slip, or tomorrow's event")
    near_named: Weight = Weight(-0.7, "some days apart, but one knows of the other's day")
    near: Weight = Weight(-2.7, "some days apart: most likely the next event")
    moved: Weight = Weight(-2.0, "far apart, but one names the other's day: news of a move does")
    apart: Weight = Weight(-5.0, "weeks apart: the next meeting of the same people")
    far_apart: Weight = Weight(-9.0, "another season: nothing else needs looking at")
    named_by_undated: Weight = Weight(1.8, "who gives no day of its own names the other's")
    written_at_once: Weight = Weight(0.8, "written on its day or the next, as most reports are")
    written_near: Weight = Weight(0.5, "written of while it was news")
    written_within: Weight = Weight(0.0, "written of when it still may be")
    announced_late: Weight = Weight(-0.5, "announced though begun: outlets lag behind")
    outlook: Weight = Weight(-1.3, "written soon after, of what shall come of it")
    written_far: Weight = Weight(-4.0, "written when nobody writes of it")
    undated_here: Weight = Weight(0.9, "neither has a day, but town and time of writing agree")
    undated_same: Weight = Weight(0.6, "neither has a day; written on one")
    undated_near: Weight = Weight(0.0, "neither has a day; written close together")
    undated_later: Weight = Weight(-0.5, "neither has a day; written within a week")
    undated_apart: Weight = Weight(-3.0, "neither has a day; written weeks apart")
    beside_within: Span = Span(1, "what zones of time and slips make of one day")
    near_within: Span = Span(4, "the longest gap inside one week's programme")
    moved_within: Span = Span(120, "an event is put off by a season at most")
    apart_within: Span = Span(60, "beyond, one of the year's next editions is meant")
    written_after: Span = Span(9, "how long after an event it is still written about")
    announced_before: Span = Span(45, "how long before an event it is announced")
    news_within: Span = Span(3, "most reports come within so many days of the last one")
    at_once_within: Span = Span(1, "an agency reports on the day, a paper on the next")
    undated_near_within: Span = Span(2, "two undated reports of one event follow each other")
    undated_later_within: Span = Span(6, "the stragglers of a week")


@dataclass(frozen=True, slots=True)
class PlaceWeights:
    """Where: the event's towns and countries, and those that are only named."""

    same_town: Weight = Weight(1.3, "few towns hold two events of these bodies at a time")
    named_town: Weight = Weight(1.1, "one has no town, but names the other's")
    both_cross: Weight = Weight(0.3, "each names the other's town: one was misread")
    one_crosses: Weight = Weight(-0.4, "one names the other's town: perhaps misread")
    strange_town: Weight = Weight(-1.0, "no town of the catalogue: perhaps no town at all")
    other_town: Weight = Weight(-2.5, "two towns that neither report confuses")
    unknown_town: Weight = Weight(0.2, "one names no town, and short news often do not")
    same_country: Weight = Weight(0.4, "all that is known agrees, and countries are few")
    other_country: Weight = Weight(-1.2, "countries are confused with those of guests")


@dataclass(frozen=True, slots=True)
class BodyWeights:
    """Which organisations are concerned."""

    the_same: Weight = Weight(0.0, "bodies are few, so agreement says little")
    the_same_rare: Weight = Weight(1.1, "of a body with few events a month, few could be meant")
    some: Weight = Weight(0.3, "one report names guests that the other leaves out")
    other_mission: Weight = Weight(-4.5, "each body sends observers of its own to an election")
    none: Weight = Weight(-1.5, "reports of one event name its body, but for slips")
    unnamed: Weight = Weight(-0.5, "who names no body may speak of any")
    by_head: Weight = Weight(0.6, "who names none names the head of the other's body")


@dataclass(frozen=True, slots=True)
class SortWeights:
    """What sort of event it is, and what sort of gathering is named first."""

    same_kind: Weight = Weight(1.0, "a dozen kinds, of which few are common")
    same_rare_kind: Weight = Weight(2.2, "festivals and elections are rarer than meetings")
    kin_kind: Weight = Weight(-0.3, "a meeting is called a conference as well")
    act_kind: Weight = Weight(-0.6, "what a gathering signed or whom it chose is told alone")
    other_kind: Weight = Weight(-2.0, "outlets rarely call a festival a meeting")
    same_format: Weight = Weight(1.3, "the gathering has one name")
    both_of_two: Weight = Weight(0.6, "a guest meets several hosts on one day, each alone")
    same_rare_format: Weight = Weight(1.7, "a board or a fair is held less often than talks")
    other_format: Weight = Weight(-3.1, "a council is no summit, though held on its day")
    board_or_council: Weight = Weight(0.7, "Turkic languages call a board a council as well")
    other_format_named: Weight = Weight(-2.3, "one also names the other's gathering")
    both_formats_named: Weight = Weight(-0.6, "each names both: which comes first is chance")
    same_portfolio: Weight = Weight(1.9, "ministers of one field meet about once a year")
    portfolio_of_two: Weight = Weight(1.0, "a guest meets ministers of one field one by one")
    portfolio_of_one: Weight = Weight(0.2, "one minister is met, and perhaps all of them gather")
    other_portfolio: Weight = Weight(-2.4, "health is not agriculture, though both meet that day")
    same_sides: Weight = Weight(2.1, "the same two met: leaders do so about once a summit")
    other_side: Weight = Weight(-2.6, "one of two met somebody else: another meeting")
    same_office: Weight = Weight(0.5, "who was met has the office that the other names")
    other_office: Weight = Weight(-2.0, "a speaker was met, or a minister: two meetings")
    same_post: Weight = Weight(0.8, "the ambassador of one country, named or not")
    other_post: Weight = Weight(-2.0, "the ambassador of another country: another meeting")
    anybody: Weight = Weight(-1.5, "a head meets many in a week, and nothing tells whom")
    other_surname: Weight = Weight(-2.4, "each names somebody whom the other does not know")
    part_of: Weight = Weight(-1.6, "what is held on the sidelines is not the whole")
    other_level: Weight = Weight(-1.5, "ministers meet, or leaders do")
    one_portfolio: Weight = Weight(-1.1, "ministers are named by their field, if it is theirs")
    portfolio_named: Weight = Weight(-0.4, "one names the field of the other's ministers, not them")
    one_format: Weight = Weight(-0.8, "a gathering is mostly called what it is")
    other_act: Weight = Weight(-1.5, "an act is said of any gathering, and less tells apart")
    other_act_named: Weight = Weight(-0.6, "one also names the other's act")
    one_celebration: Weight = Weight(0.6, "a capital's year opens or ends in ceremony and concert")
    both_acts_named: Weight = Weight(-0.2, "each names both acts")


@dataclass(frozen=True, slots=True)
class PeopleWeights:
    """Who was there; those who come to every event tell little."""

    first_in_common: Weight = Weight(2.4, "a minister is at one place on a day")
    each_more: Weight = Weight(1.3, "who is there with somebody tells less than the first")
    by_surname: Weight = Weight(1.3, "one names by the surname alone whom the other introduces")
    usual_by_surname: Weight = Weight(0.9, "one names a leader by the surname alone")
    beside_in_common: Weight = Weight(1.9, "who is at the council is at the plenary as well")
    each_usual: Weight = Weight(0.2, "heads and leaders are met at every event of the week")
    nobody: Weight = Weight(-1.5, "both name people that tell, and share none of them")
    nobody_each: Weight = Weight(-0.8, "for each of the shorter list's: longer lists overlap more")
    no_name_at_all: Weight = Weight(-1.4, "both name people, and not even a usual guest is shared")
    other_delegate: Weight = Weight(-0.2, "of a council each outlet names whom its country sent")
    delegates: Size = Size(1, "named of a gathering of many, usual guests apart: an outlet's own")
    incomplete: Share = Share(0.35, "each outlet names its own minister and stops there")
    complete: Size = Size(2, "people in a list from which it looks like all who matter")
    counted: Size = Size(4, "people of the shorter list that count against; more add nothing")
    in_common: Size = Size(4, "a list copied from elsewhere must not decide alone")
    usual: Size = Size(3, "more of them are no more than a summit's usual guests")
    sides: Size = Size(3, "people in a meeting of two, with one who only sat beside them")


@dataclass(frozen=True, slots=True)
class WordWeights:
    """What else the texts hold: numbers, names, ideas, titles, runs of words, credits."""

    same_ordinal: Weight = Weight(2.3, "the eleventh session is one session")
    same_low_ordinal: Weight = Weight(0.8, "first and second are said of much else")
    other_ordinal: Weight = Weight(-2.1, "the fifth session is not the sixth")
    each_number: Weight = Weight(2.1, "121 articles are counted at one event")
    each_name: Weight = Weight(1.3, "an unusual capitalised word in both")
    each_short_name: Weight = Weight(0.9, "short codes meet by chance")
    each_topic: Weight = Weight(1.1, "both begin with one idea")
    each_common_topic: Weight = Weight(0.9, "both begin with an idea of every second week")
    each_crossed_topic: Weight = Weight(0.5, "one begins with what the other mentions")
    each_missing_topic: Weight = Weight(-0.2, "one begins with what the other is silent of")
    other_topics: Weight = Weight(-1.9, "each begins with ideas that the other lacks")
    no_topics: Weight = Weight(-0.2, "one begins with no idea that tells")
    same_title: Weight = Weight(1.9, "both quote one name")
    copied: Weight = Weight(4.0, "half the text in common: one is a copy")
    borrowed: Weight = Weight(2.0, "whole sentences in common: from one release")
    credited: Weight = Weight(0.7, "one names the other's outlet as its source")
    numbers: Size = Size(2, "two numbers are as good as any more")
    names: Size = Size(2, "names come in company: the third adds little")
    topics: Size = Size(3, "ideas come in company, and outlets dwell on different things")
    low_ordinal: Size = Size(2, "ordinals up to this are said of ranks, prizes and steps")
    short_name: Size = Size(3, "letters of a code up to which it may be met by chance")
    title: Size = Size(8, "letters of a quoted name from which it tells anything")
    alike_title: Share = Share(0.88, "word for word but for an ending")
    copied_from: Share = Share(0.5, "of the runs of five words")
    borrowed_runs: Size = Size(8, "fewer runs are the long name of a body in two short texts")
    borrowed_from: Share = Share(0.15, "of the runs of five words: about three sentences")


@dataclass(frozen=True, slots=True)
class Weights:
    """All that decides whether two reports are of one event."""

    prior: Weight = Weight(-2.3, "reports that merely could be compared are mostly of two events")
    join: Weight = Weight(0.0, "two clusters are one event when the mean evidence is for it")
    lonely: Weight = Weight(-2.0, "mean evidence from which a report alone goes to an event")
    lonely_tie: Weight = Weight(0.2, "of the best pair, so that it is tied to that event at all")
    lonely_apart: Weight = Weight(1.0, "by which it must be nearer to that event than to others")
    joining: Weight = Weight(0.2, "mean evidence from which an article of no body goes to an event")
    unsigned: Weight = Weight(-3.0, "who speaks of nothing Turkic tells most likely of others")
    unsigned_telling: Weight = Weight(-1.3, "the same, but with a name or a number in common")
    days: DayWeights = DayWeights()
    place: PlaceWeights = PlaceWeights()
    bodies: BodyWeights = BodyWeights()
    sort: SortWeights = SortWeights()
    people: PeopleWeights = PeopleWeights()
    words: WordWeights = WordWeights()


WEIGHTS = Weights()
"""The table in force."""


def reasons() -> dict[str, str]:
    """Return why each number of the table is so, by its name: "days.same_first" and so on."""
    found: dict[str, str] = {}
    for group in (field.name for field in fields(WEIGHTS)):
        table = getattr(WEIGHTS, group)
        if isinstance(table, Weight):
            found[group] = table.why
        else:
            found |= {f"{group}.{row.name}": getattr(table, row.name).why for row in fields(table)}
    return found
