"""The words of one language as the reader looks them up.

Phrases with their tags, and the endings and small words that rules ask for.
"""

import itertools
from collections.abc import Iterable
from functools import cached_property

from bot.extraction.text.catalogue_names import CatalogueNames
from bot.extraction.text.cues import Cues
from bot.extraction.text.office_words import OfficeWords
from bot.extraction.text.outcome_words import OutcomeWords
from bot.extraction.text.phrases import Phrases
from bot.extraction.text.presence_words import Beginnings, PresenceWords, folded_words
from bot.extraction.text.tags import Entry, Match, Tag
from bot.extraction.text.tokenizer import Vocabulary, tokenize
from config.catalogue import Catalogue
from config.grammar import Grammar, People
from config.text import fold


def _signs(grammar: Grammar) -> Cues:
    """Put the words of genres and of bodies named in passing together."""
    genres, around = grammar.genres, grammar.involvement
    lists = type(genres).model_fields.keys() - {"labels", "phrases", "addresses"}
    tables = {key: getattr(genres, key) for key in sorted(lists)}
    tables |= {f"label:{genre}": words for genre, words in genres.labels.items()}
    tables |= {
        key: getattr(around, key)
        for key in type(around).model_fields
        if key not in {"firms", "firm_nouns", "bestowing"}
    }
    tables |= {str(genre): words for genre, words in genres.phrases.items()}
    return Cues(tables)


LASTING = "lasting "  # and a number of days: the name of a cue such as "two-day",
LATER_DAY = "later day "  # one such as "on the second day",
CONCLUDED = "concluded "  # one such as "after a two-day",
LASTED = "lasted "  # and one such as "lasted two days"

GIVEN_BEGIN = 2
"""Letters that a first name begins with in all its cases."""


class Lexicon:
    """Everything that the reader looks up in one language."""

    def __init__(self, grammar: Grammar, catalogue: Catalogue) -> None:
        self.grammar = grammar
        self.presence = PresenceWords.of(grammar.presence)
        self.vocabulary = Vocabulary(grammar)
        self.phrases = Phrases(self.vocabulary, agglutinates=grammar.head == "final")
        self.cues = self._cues(grammar)
        self.possessives = _longest_first(grammar.possessives)
        self.abbreviations = frozenset(fold(a) for a in grammar.abbreviations)
        self.articles = frozenset(fold(word) for word in grammar.articles)
        self.surnames = _longest_first(grammar.people.surnames)
        self.given_begin = frozenset(
            fold(name)[:GIVEN_BEGIN] for name in grammar.people.given_names
        )
        self.cases = _longest_first(grammar.people.cases)
        self.weak_cases = _longest_first(grammar.people.weak_cases)
        self.origin_adjectives = _longest_first(grammar.people.origin_adjectives)
        self.case_endings = frozenset((*self.cases, *self.weak_cases))
        self.case_tails = tuple(self.case_endings)
        self.long_case_tails = tuple(end for end in self.case_tails if len(end) > 1)
        self.patronymics = tuple(fold(ending) for ending in grammar.people.patronymics)
        self.name_ends = _longest_first((*grammar.people.surnames, *grammar.people.patronymics))
        self.origin_words = frozenset(fold(word) for word in grammar.people.origin_words)
        self.origin_endings = tuple(fold(ending) for ending in grammar.people.origin_endings)
        self.genitives = _longest_first(grammar.genitives)
        self.attributives = _longest_first(grammar.attributives)
        self.qualifying = (*self.genitives, *_longest_first(grammar.attributives))
        self.obliques = _obliques(grammar)
        self._names_of(grammar)
        self.plurals = tuple(fold(ending) for ending in grammar.people.plurals)
        self.in_endings = tuple(fold(ending) for ending in grammar.events.in_endings)
        self.in_cases = tuple(fold(ending) for ending in grammar.events.in_cases)
        self.to_endings = tuple(fold(ending) for ending in grammar.events.to_endings)
        self.recalled_endings = tuple(fold(end) for end in grammar.passages.recalled_endings)
        self.attributing = tuple(fold(end) for end in grammar.passages.attributing)
        self.sayings = frozenset(fold(word) for word in grammar.events.sayings)
        self.told_endings = tuple(fold(ending) for ending in grammar.events.told_endings)
        self.future_endings = tuple(fold(ending) for ending in grammar.events.future_endings)
        self._days_of(grammar)
        self.departures = frozenset(fold(word) for word in grammar.events.departures)
        self.bestowing = tuple(fold(word) for word in grammar.involvement.bestowing)
        self.seats = tuple(" ".join(self._folded(phrase)) for phrase in grammar.events.seats)
        self.seated = frozenset(fold(word) for word in grammar.events.seated)
        self.encountering = frozenset(grammar.events.encountering)
        self.company = frozenset(fold(word) for word in grammar.events.company)
        self.in_words = frozenset(fold(word) for word in grammar.events.in_words)
        self.latin = any(word.isascii() for word in grammar.function_words)
        self.year_stems = frozenset(
            self.vocabulary.word(word).stem for word in grammar.dates.year_words
        )
        self.openers = {
            key: self._openers(getattr(grammar.passages, key))
            for key in ("credits", "related", "edges", "notes")
        }
        self._words_of(grammar)
        self._names = CatalogueNames(grammar, catalogue, self.phrases)
        self.office_words = OfficeWords.of(grammar.told_offices, catalogue.organizations)
        self._houses_of(grammar)
        self.vocabulary.forget()  # the words of phrases that no article may ever hold

    def _cues(self, grammar: Grammar) -> Phrases:
        """Return the words that tell what a sentence or an event named in it is to the article.

        They are a tree of their own, since they would take words from the names of bodies.
        """
        found = Phrases(self.vocabulary, agglutinates=grammar.head == "final")
        for table, keys in (
            (grammar.passages, ("openings", "remarks", "recalled")),
            (grammar.passages, ("speech", "outlook", "messages")),
            (grammar.events, ("coming", "about", "arrivals", "future_headlines", "gathers")),
            (grammar.events, ("encounters", "ongoing", "online")),
            (grammar.dates, ("closing", "opened", "moved", "replaced", "deadlines", "finales")),
            (grammar.dates, ("calamities",)),
        ):
            for key in keys:
                for phrase in getattr(table, key):
                    found.add(phrase, Entry(Tag.CUE, key, phrase))
        dates = grammar.dates
        for cue, counted in (
            (LASTING, dates.lasting),
            (LATER_DAY, dates.later_days),
            (CONCLUDED, dates.concluded),
            (LASTED, dates.lasted),
        ):
            for phrase, number in counted.items():
                found.add(phrase, Entry(Tag.CUE, f"{cue}{number}", phrase))
        return found

    def _openers(self, phrases: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
        """Return the folded words of `phrases` by their first, the longest first.

        These open lines of a page, or tell circumstances, and are written in one form only, so they
        stay out of the tree, where they would take words from the phrases of the text itself.
        """
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            words = self._folded(phrase)
            found.setdefault(words[0], []).append(words)
        return found

    def _folded(self, phrase: str) -> tuple[str, ...]:
        return tuple(token.word.fold for token in tokenize(phrase, self.vocabulary))

    def _names_of(self, grammar: Grammar) -> None:
        """Fold what is looked up around names and offices."""
        self.meets = Beginnings(tuple(fold(word) for word in grammar.events.meets))
        self.ways_from = frozenset(fold(word) for word in grammar.events.ways_from)
        self.ways_to = frozenset(fold(word) for word in grammar.events.ways_to)
        people = grammar.people
        self.circumstances = self._openers(people.circumstances)
        self.acting = tuple(folded_words(phrase) for phrase in people.acting)
        self.doing = tuple(fold(end) for end in people.doing)
        self.fronted = frozenset(fold(word) for word in people.fronted)
        self.appointing = Beginnings(tuple(fold(word) for word in people.appointing))
        self.ministers = tuple(fold(word) for word in people.ministers)
        self.honours = tuple(tuple(map(fold, words.split())) for words in people.honours)
        self.counterparts = frozenset(people.counterparts)
        self.ventures = frozenset(people.ventures)
        self.staff = frozenset(people.staff)
        self.envoys = frozenset(people.envoys)
        self.seconds = frozenset(people.seconds)
        self.aides = frozenset(people.aides)
        self.possessors = frozenset(fold(word) for word in people.possessors)
        self.beside = tuple(fold(word) for word in people.beside)
        self.heading = {
            fold(verb): noun for noun, verbs in people.heading.items() for verb in verbs
        }
        self.named = frozenset(fold(word) for word in people.named)
        self.works = tuple(fold(end) for end in people.works)
        self.among = tuple(folded_words(phrase) for phrase in people.among)
        self.represented = frozenset(fold(word) for word in people.represented)
        self.relatives = frozenset(fold(word) for word in people.relatives)
        self.serving = frozenset(fold(word) for word in people.serving)
        self.object_verbs = frozenset(fold(word) for word in people.object_verbs)
        self.object_endings = _longest_first(people.object_endings)
        self.governing = {
            fold(word): case for case, words in people.governing.items() for word in words
        }
        self.undeclined = tuple(fold(end) for end in people.undeclined)
        self.adjectives_in_genitive: dict[str, dict[str, str]] = {}
        for gender, pairs in people.adjectives.items():
            for pair in pairs:
                ending, nominative = pair.split(">")
                self.adjectives_in_genitive.setdefault(ending, {})[gender] = nominative
        self.adjective_cases = _cases_of_adjectives(people)
        in_cases = itertools.chain.from_iterable(self.adjective_cases.values())
        self.adjectives_in_any_case = (*self.adjectives_in_genitive, *in_cases)
        tables = people.declensions
        self.telling_tails = tuple({end for table in tables for end in table.telling})
        instrumental = (end for table in tables for end in table.endings.get("instrumental", ()))
        self.instrumentals = tuple({end for end in instrumental if len(end) > 1})
        self.kin = frozenset(fold(word) for word in people.kin)
        self.callings = frozenset(fold(word) for word in grammar.people.callings)
        self.praise = frozenset(fold(word) for word in grammar.people.praise)
        self.lately_made = frozenset(fold(word) for word in grammar.people.lately_made)
        self.verb_endings = tuple(fold(end) for end in grammar.verbs)
        self.bare_names: dict[str, str] = {}
        self.tied_objects = _longest_first(people.tied_objects)
        self.thing_endings = frozenset(fold(end) for end in grammar.people.thing_endings)

    def _days_of(self, grammar: Grammar) -> None:
        """Fold what stands around days."""
        self.past_turns = frozenset(fold(word) for word in grammar.dates.past_turns)
        self.coming_turns = frozenset(fold(word) for word in grammar.dates.coming_turns)
        self.next_turns = frozenset(fold(word) for word in grammar.dates.next_turns)
        self.counts = frozenset(fold(word) for word in grammar.dates.counts)
        self.week_words = frozenset(fold(word) for word in grammar.dates.week_words)
        self.joiners = frozenset(fold(word) for word in grammar.dates.joiners)
        self.since_words = frozenset(fold(word) for word in grammar.dates.since_words)
        self.until_words = frozenset(fold(word) for word in grammar.dates.until_words)
        self.until_endings = tuple(fold(ending) for ending in grammar.dates.until_endings)
        self.to_words = frozenset(fold(word) for word in grammar.dates.to_words)
        from_words = (fold(word) for word in grammar.dates.from_words)
        self.range_words = self.to_words.union(from_words)

    def _houses_of(self, grammar: Grammar) -> None:
        """Fold what says that a body, an office or a house is in a town."""
        self.stances = Beginnings(tuple(fold(word) for word in grammar.events.stances))
        self.based = frozenset(fold(word) for word in grammar.events.based)
        self.posts = frozenset(grammar.events.posts)
        towns = grammar.events.town_adjectives.items()
        told = ((fold(stem), self._names.entry(town)) for stem, town in towns)
        self.town_adjectives = {stem: entry for stem, entry in told if entry is not None}
        self.town_houses = Beginnings(tuple(fold(word) for word in grammar.events.town_houses))
        self.adjective_endings = _longest_first(grammar.events.adjective_endings)

    def _put(self, phrases: Iterable[str], tag: int, key: str = "") -> None:
        for phrase in phrases:
            self.phrases.add(phrase, Entry(tag, key or phrase, phrase))

    @cached_property
    def outcomes(self) -> OutcomeWords:
        """The words that tell what came of an event."""
        return OutcomeWords.of(self.grammar.outcomes, self.to_endings)

    @cached_property
    def signs(self) -> Cues:
        """The cues of genres and of bodies named in passing, by the names of their tables."""
        return _signs(self.grammar)

    @cached_property
    def firms(self) -> Cues:
        """What a firm adds to its name, and nouns of firms and houses that bear one."""
        around = self.grammar.involvement
        return Cues({"firms": around.firms, "firm_nouns": around.firm_nouns})

    def _words_of(self, grammar: Grammar) -> None:
        people, dates, events = grammar.people, grammar.dates, grammar.events
        for phrases, tag in (
            (people.honorifics, Tag.HONORIFIC),
            (people.titles, Tag.TITLE),
            (people.roles, Tag.ROLE),
            (people.counterparts, Tag.ROLE),
            (people.modifiers, Tag.MODIFIER),
            (people.bodies, Tag.BODY),
            (people.descriptors, Tag.DESCRIPTOR),
            (people.particles, Tag.PARTICLE),
            (grammar.function_words, Tag.FUNCTION),
            (grammar.conjunctions, Tag.CONJUNCTION),
            (grammar.prepositions, Tag.PREPOSITION),
            (grammar.attaching, Tag.ATTACHING),
        ):
            self._put(phrases, tag)
            self._fleeting(people, phrases, tag)
        self._offices(grammar)
        for key in (
            "eponym_after",
            "eponym_before",
            "absent",
            "absent_before",
            "absent_behind",
            "offices",
            "moderated",
            "chaired",
            "credits",
        ):
            self._put(getattr(people, key), Tag.CUE, key)
        for key in ("reporting", "background", "future_days"):
            self._put(getattr(dates, key), Tag.CUE, key)
        for key in ("held", "future", "past", "venues", "town_words"):
            self._put(getattr(events, key), Tag.CUE, key)
        for kind, phrases in events.kinds.items():
            self._put(phrases, Tag.KIND, kind)
            self._put(filter(self._is_office, phrases), Tag.ROLE)
        for number, names in enumerate(dates.months, start=1):
            self._put(names, Tag.MONTH, str(number))
        for number, names in enumerate(dates.weekdays):
            self._put(names, Tag.WEEKDAY, str(number))
        for phrase, days in dates.relative.items():
            self.phrases.add(phrase, Entry(Tag.RELATIVE, str(days), phrase))
        for phrase, months in dates.near_months.items():
            self.phrases.add(phrase, Entry(Tag.NEAR_MONTH, str(months), phrase))

    def _fleeting(self, people: People, phrases: Iterable[str], tag: int) -> None:
        """Put in the nouns that lose a vowel as soon as they have an ending: посол, послом."""
        for pair in people.fleeting:
            end, left = pair.split(">")
            for phrase in phrases:
                if phrase.endswith(end):
                    short = f"{phrase.removesuffix(end)}{left}"
                    self.phrases.add(short, Entry(tag, phrase, phrase))

    def _is_office(self, phrase: str) -> bool:
        """Whether a phrase is an office with an adjective: "new secretary general"."""
        words, people = phrase.split(), self.grammar.people
        return any(
            " ".join(words[:at]) in people.modifiers and " ".join(words[at:]) in people.roles
            for at in range(1, len(words))
        )

    def _offices(self, grammar: Grammar) -> None:
        """Put in the offices as such: moderatörlük, the moderator's."""
        for role in grammar.people.roles if grammar.people.abstracts else ():
            folded = fold(role)
            tied = next(
                (end for end in self.possessives if len(end) > 1 and folded.endswith(end)), ""
            )
            for ending in grammar.people.abstracts:
                self.phrases.add(
                    f"{role[: len(role) - len(tied)]}{ending}", Entry(Tag.OFFICE, role, role)
                )

    def origin(self, word: str) -> str | None:
        """Return the place that the folded adjective `word` says somebody comes from, or None.

        шымкенттік: Шымкент.
        """
        for ending in self.origin_adjectives:
            if word.endswith(ending):
                place = self._names.place_folded(word[: -len(ending)])
                if place is not None:
                    return place
        return None

    def place_name(self, key: str) -> str:
        """Return what the place `key` ("country:KZ") is called in this language."""
        return self._names.place_name(key)

    def country_of(self, match: Match) -> str | None:
        """Return what the country is called that a phrase tells, None where it tells none."""
        country = next((entry for entry in match.entries if entry.is_country), None)
        return None if country is None else self.place_name(country.key)


def _longest_first(endings: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({fold(ending) for ending in endings}, key=len, reverse=True))


def _cases_of_adjectives(people: People) -> dict[str, dict[str, str]]:
    """Return, by gender, the endings of adjectives in other cases, and those of the genitive."""
    found: dict[str, dict[str, str]] = {}
    for gender, pairs in people.adjective_cases.items():
        found[gender] = dict(pair.split(">") for pair in pairs)
    return found


def _obliques(grammar: Grammar) -> tuple[str, ...]:
    """The endings of all cases, also behind a possessive.

    A body named in any of them is told in the nominative.
    """
    plain = {*grammar.stops, *grammar.people.weak_cases}
    genitives = grammar.genitives
    buffers = {ending[0] for ending in genitives if ending[1:] in genitives}
    buffered = {f"{buffer}{ending}" for buffer in buffers for ending in plain}
    tied = tuple(grammar.possessives)
    untied = {ending for ending in plain | buffered if not tied or not ending.startswith(tied)}
    return _longest_first({*genitives, *untied})
