"""Words of dates and of events: when something is, where, and of what sort."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from pydantic import Field

from config.phrases import Phrases
from config.toml import Checked

Kind: TypeAlias = Literal[
    "conference", "meeting", "summit", "festival", "ceremony", "visit",
    "election", "training", "exhibition", "agreement", "appointment", "statement",
]  # fmt: skip
"""The kinds of event that a language has words for, as in `bot.extraction.facts.Kind`.

What fits none is "other".
"""


class Dates(Checked):
    """Words of dates.

    Attributes:
        months: Twelve lists, January first.
        weekdays: Seven lists, Monday first.
        relative: Word or phrase -> days from the day of publication: "yesterday" -> -1.
        near_months: Phrase -> months from that of publication, as days are counted in it: the 5th
            of "next month" -> 1.
        lasting: Phrase -> days that what it qualifies lasts: two-day -> 2.
        later_days: Phrase -> which day of what was opened it is: on the second day -> 2.
        concluded: Phrase -> days that ended on the one told: after a two-day -> 2.
        lasted: Phrase -> days that something lasted from the day told: lasted two days -> 2.
        past_turns: Words before a weekday that say that it is the last one: last, өткен.
        coming_turns: Words that say that it is the nearest one to come: coming, алдағы.
        next_turns: Words that say so, or that it is that of the week to come: next, келесі.
        week_words: Behind a word for what is next, they tell a day and no next event: next week.
        year_words: Stand beside a year: жылы, года, yil.
        from_words: Open a range: from, с.
        since_words: Words beside the first day of what has lasted since: с, beri.
        until_words: Words or endings beside the last day of what lasts: -dək, kadar, until.
        until_endings: Endings of the last day itself: iyulgacha.
        to_words: Close a range: to, по, чейин.
        joiners: May stand between the parts of one date: of, the.
        reporting: Words for reporting: a day beside one is the report's and not the event's.
        background: Words that make a date one of background: founded, since, born.
        future_days: Words that turn a date into one of a next event: next, upcoming.
        closing: Words of ending, beside the last day of what was opened on another: closed.
        opened: Words of beginning, beside the first day of what ended on another: opened.
        deadlines: Words of what is handed in until a day, which is no event's last: applications.
        calamities: Nouns for what struck on a day, which is no event's: earthquake, flood.
        finales: Nouns for the last thing of what lasts: closing ceremony.
        counts: Numbers that make weeks of a weekday's name: бир жума.
        moved: Words that say that what was set for one day will be on another: postponed.
        replaced: Words beside the day that no longer holds: instead of, originally planned for.
    """

    months: tuple[Phrases, ...] = Field(min_length=12, max_length=12)
    weekdays: tuple[Phrases, ...] = Field(min_length=7, max_length=7)
    relative: Mapping[str, int] = {}
    near_months: Mapping[str, int] = {}
    lasting: Mapping[str, int] = {}
    later_days: Mapping[str, int] = {}
    concluded: Mapping[str, int] = {}
    lasted: Mapping[str, int] = {}
    past_turns: Phrases = ()
    coming_turns: Phrases = ()
    next_turns: Phrases = ()
    week_words: Phrases = ()
    year_words: Phrases = ()
    from_words: Phrases = ()
    since_words: Phrases = ()
    until_words: Phrases = ()
    until_endings: Phrases = ()
    to_words: Phrases = ()
    joiners: Phrases = ()
    reporting: Phrases = ()
    background: Phrases = ()
    future_days: Phrases = ()
    closing: Phrases = ()
    opened: Phrases = ()
    deadlines: Phrases = ()
    calamities: Phrases = ()
    finales: Phrases = ()
    counts: Phrases = ()
    moved: Phrases = ()
    replaced: Phrases = ()


class Events(Checked):
    """Words of events.

    Attributes:
        kinds: Kind -> the nouns and verbs that name it.
        held: Verbs of taking place: held, took place, состоялся.
        future: Words that put an event ahead: will, планируется.
        future_headlines: Words that do so in a headline, and say what for in a text: to host.
        past: Words that put it behind.
        venues: Heads of the names of houses and grounds that events are held in.
        town_words: Stand beside a town's name: city of, шаары.
        gathers: Words of coming together, on the day of the event itself: собрались.
        ways_from: Words before the town where a way begins: from, of a way that `ways_to` ends.
        ways_to: Words before the town where it ends: to.
        meets: Beginnings of verbs of people who come together: they make a meeting where no noun
            for an event says otherwise.
        encounters: Verbs of one who meets or receives another: what they talk of is not theirs.
        encountering: Those of `kinds` that say so, in the verb or a noun: görüş.
        online: Words for a meeting at which nobody travels: online, видеоконференция.
        ongoing: Verbs of what is being held: проходит, is under way.
        departures: Words before the town that somebody leaves: left.
        stances: Beginnings of what a government does that is called after its capital: welcom.
        travellers: Nouns of `kinds` for those who come, and for nothing that they come to: heyet.
        seats: Words of where a body has its seat, before that town: based in, merkezi.
        seated: Those behind it, where verbs end clauses, without which the former say nothing.
        based: Words right behind that town which say so alone: merkezli.
        posts: Offices that are held in a town, with an "in" between where they stand first: the
            ambassador in X, X Büyükelçisi.
        town_adjectives: Adjective, without its ending -> the town: бишкекск -> Бишкек.
        town_houses: Beginnings of the nouns for houses that such an adjective places: офис.
        adjective_endings: Their endings in the case that says where: бишкекск-ом офисе.
        company: Those at a gathering who do other things besides: guests, participants, spouses.
        in_words: Prepositions before the place where something is held: in, at. The first stands
            before towns alone.
        in_endings: Endings of the case that says where: -da, -де.
        coming: Words beside an event that say that it is still to be held: forthcoming, өтетін.
        about: Words that make an event a matter of talk: results of, туралы.
        in_cases: Endings of the case in which `in_words` say where and not where to: в Стамбул-е.
        to_endings: Endings of the case that says where to: -ға, -ya.
        arrivals: Words of going and coming, beside which the town gone to is the event's.
        future_endings: Endings of the verb of a sentence on what will be: -acak.
        sayings: Words behind what is said, where verbs end clauses: деп, deya.
        told_endings: Those of one that a sentence of saying ends on: -ceği bildirildi.
    """

    kinds: Mapping[Kind, Phrases] = {}
    held: Phrases = ()
    future: Phrases = ()
    future_headlines: Phrases = ()
    past: Phrases = ()
    venues: Phrases = ()
    town_words: Phrases = ()
    gathers: Phrases = ()
    ways_from: Phrases = ()
    ways_to: Phrases = ()
    meets: Phrases = ()
    encounters: Phrases = ()
    encountering: Phrases = ()
    online: Phrases = ()
    ongoing: Phrases = ()
    departures: Phrases = ()
    stances: Phrases = ()
    travellers: Phrases = ()
    seats: Phrases = ()
    seated: Phrases = ()
    based: Phrases = ()
    posts: Phrases = ()
    town_adjectives: Mapping[str, str] = {}
    town_houses: Phrases = ()
    adjective_endings: Phrases = ()
    company: Phrases = ()
    in_words: Phrases = ()
    in_endings: Phrases = ()
    coming: Phrases = ()
    about: Phrases = ()
    in_cases: Phrases = ()
    to_endings: Phrases = ()
    arrivals: Phrases = ()
    future_endings: Phrases = ()
    sayings: Phrases = ()
    told_endings: Phrases = ()
