"""The words of a language that tell sorts of text, and bodies that are named in passing only."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from config.phrases import Phrases
from config.toml import Checked

TextGenre: TypeAlias = Literal["comment", "explainer", "history", "abstract", "roundup"]
"""The sorts of text that a language has words for, as in `bot.extraction.event.genre.Genre`."""


class Genres(Checked):
    """Words by which a text shows what sort of text it is; one that ends in * is a beginning.

    Attributes:
        labels: Genre -> words that name it before a headline's colon or bar, or in its brackets:
            Opinion, Yorum.
        phrases: Genre -> what a headline or a first sentence of it says: what is, on this day, the
            article examines.
        outsiders: Who comments from outside: expert, political scientist.
        opining: Verbs and phrases of holding an opinion: believes, by his account.
        counted: What statistics count: exports, trade turnover.
        measured: How they measure it: per cent, billion.
        bilateral: What two states do with each other: a phone call, an official visit.
        recaps: What a report of the past year or term is called.
        obituaries: Words of a death.
        sides: What goes on beside a great event: closed roads, the airport's notice, prices of
            hotels, the weather.
        ports: Where aircraft come and go: airport, airspace. With `halts` they are side news.
        halts: What a port tells its passengers: closed, suspends, special schedule.
        occasions: What makes an event only the reason or the time of something: because of, during.
        cabinets: What a government at home does: a cabinet meeting.
        addresses: Parts of the addresses under which outlets keep opinions: opinion, yazarlar.
    """

    labels: Mapping[TextGenre, Phrases] = {}
    phrases: Mapping[TextGenre, Phrases] = {}
    outsiders: Phrases = ()
    opining: Phrases = ()
    counted: Phrases = ()
    measured: Phrases = ()
    bilateral: Phrases = ()
    recaps: Phrases = ()
    obituaries: Phrases = ()
    sides: Phrases = ()
    ports: Phrases = ()
    halts: Phrases = ()
    occasions: Phrases = ()
    cabinets: Phrases = ()
    addresses: Phrases = ()


class Involvement(Checked):
    """Words by which a sentence shows that it names a body only in passing; * as in `Genres`.

    Attributes:
        acts: What happens besides gatherings: signed, ratified, donated.
        member: Belonging to it: member of, observer in.
        both: Of two states: both countries.
        accession: Coming to belong to it, which is news: joined, becomes.
        countries: Its states, who act together: countries, member states.
        framework: Where states cooperate: within, çerçevesinde.
        ties: What they do there: cooperation, relations.
        topics: Talking of it: discussed, touched upon.
        devoted: What ties a gathering's theme to it, where it stands last: adanan, арналған.
        hosted_once: Clauses on a town where a gathering was held once: which hosted, ağırlayan.
        former: No longer: former.
        biography: What ties somebody's past to it: laureate, worked at.
        rooms: Its rooms, lent to others: hall, garden.
        teasers: What leads on to other articles: read also.
        also: Somebody among many: also.
        copulas: What stands between a thing and what it is: is a.
        firms: What a firm adds to its name: Ltd.
        firm_nouns: Nouns of firms and houses beside a name that is theirs: Türksoy Otel.
        bestowing: How verbs begin that give a title to what stands before it, where they end
            sentences: ilan edil.
    """

    acts: Phrases = ()
    member: Phrases = ()
    both: Phrases = ()
    accession: Phrases = ()
    countries: Phrases = ()
    framework: Phrases = ()
    ties: Phrases = ()
    topics: Phrases = ()
    devoted: Phrases = ()
    hosted_once: Phrases = ()
    former: Phrases = ()
    biography: Phrases = ()
    rooms: Phrases = ()
    teasers: Phrases = ()
    also: Phrases = ()
    copulas: Phrases = ()
    firms: Phrases = ()
    firm_nouns: Phrases = ()
    bestowing: Phrases = ()
