"""The words of one language as the reader looks them up.

Phrases in any case form, found in one pass, each with its tags.

Phrases are kept in a tree by the stems of their words. Where phrases overlap, the longest wins;
among equals the more particular tag.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from operator import or_
from typing import Final

from bot.extraction.text.cues import Cues
from bot.extraction.text.tokenizer import Letters, Token, Vocabulary, Word, tokenize
from config.catalogue import Catalogue
from config.grammar import Grammar, Presence
from config.places import Country
from config.rewritten_grammar import transliterated
from config.text import APOSTROPHES, fold


class Tag:
    """What a word or phrase is to the reader.

    Bits of a plain int, since an enum's operators cost a third of the whole reading.
    """

    NONE: Final = 0
    HONORIFIC: Final = 1
    TITLE: Final = 2
    ROLE: Final = 4
    MODIFIER: Final = 8
    BODY: Final = 16
    DESCRIPTOR: Final = 32
    PLACE: Final = 64
    DEMONYM: Final = 128
    ORGANIZATION: Final = 256
    MONTH: Final = 512
    WEEKDAY: Final = 1024
    FUNCTION: Final = 2048
    CONJUNCTION: Final = 4096
    PREPOSITION: Final = 8192
    PARTICLE: Final = 16384
    CUE: Final = 65536
    KIND: Final = 131072
    RELATIVE: Final = 262144
    ATTACHING: Final = 524288
    OFFICE: Final = 1048576


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of the lexicon.

    Attributes:
        tag: What it is.
        key: What it stands for: a place's id, an organisation's id, a month's number, a cue's name.
        shown: The phrase in its dictionary form.
        words: The folded words of the phrase.
        weak: Whether it counts only with company.
        capital: Whether it must begin with a capital letter.
        exact: Whether it must be written in capitals (an abbreviation, a brand).
        whole: Whether every letter of it must stand before the ending (a brand).
    """

    tag: int
    key: str
    shown: str
    words: tuple[str, ...] = ()
    weak: bool = False
    capital: bool = False
    exact: bool = False
    whole: bool = False


@dataclass(slots=True)
class _Node:
    after: dict[str, "_Node"] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in the text: the tokens from `first` up to, not including, `last`."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    tag: int


_WORD = re.compile(rf"(?:[^\W\d_]|[{re.escape(APOSTROPHES)}])+")
_REMEMBERED = 30_000  # spellings
_CAPITALS = 2  # that show that a word is an abbreviation or a brand: ОТГ, ТюркСОЙ, and not Тюрксой
_SENTENCE_CASE = 3  # words from which on a body's name is known also where it is written small
_GLUE = frozenset("-.‑–&'’")
_FORM = 2  # letters by which a capitalised form of a cue differs from it
_LONG = 4  # letters; a capitalised form of a shorter particle is rather a name (Эмине is not эми with an ending)
_UNCUT = 3  # letters; of words shorter by an ending than this none is cut
_SMALL = Tag.FUNCTION | Tag.CONJUNCTION | Tag.ATTACHING
_OPEN = frozenset("aeoаеоәө")
VOWELS = _OPEN | frozenset("iuyиуыіұүэюя")


class Phrases:
    """A tree of phrases by the stems of their words."""

    def __init__(self, vocabulary: Vocabulary, *, agglutinates: bool) -> None:
        self._vocabulary = vocabulary
        self._agglutinates = agglutinates
        self._root: dict[str, _Node] = {}
        self._starts: dict[str, tuple[_Node, ...]] = {}
        self._singles: dict[tuple[str, int], tuple[tuple[Entry, ...], int]] = {}

    def add(self, phrase: str, entry: Entry) -> None:
        """Put `phrase` in."""
        words = [
            t.word for t in tokenize(phrase, self._vocabulary) if t.word.letters != Letters.MARK
        ]
        if not words:
            return
        node = self._root.setdefault(words[0].stem, _Node())
        for word in words[1:]:
            node = node.after.setdefault(word.stem, _Node())
        entry = replace(entry, words=tuple(word.fold for word in words))
        if not any(
            (e.tag, e.key, e.words, e.weak) == (entry.tag, entry.key, entry.words, entry.weak)
            for e in node.entries
        ):
            node.entries.append(entry)

    def find(self, tokens: list[Token], first: int, last: int) -> list[Match]:
        """Return the longest phrases among the tokens from `first` to `last`, left to right, none overlapping."""
        found: list[Match] = []
        starts, index = self._starts, first
        while index < last:
            word = tokens[index].word
            nodes = starts.get(word.text)
            if nodes is None:
                nodes = self._begin(word)
            match = None
            for node in nodes:
                other = self._longest(tokens, index, last, node)
                match = _longer(tokens, match, other) if match is not None else other
            if match is None:
                index += 1
            else:
                found.append(match)
                index = match.last
        return found

    def _begin(self, word: Word) -> tuple[_Node, ...]:
        """Return where the phrases begin that `word` may be the first word of.

        Most words of a text are the same few.
        """
        if len(self._starts) > _REMEMBERED:
            self._starts.clear()
        nodes = self._starts[word.text] = tuple(
            self._root[stem] for stem in word.stems if stem in self._root
        )
        return nodes

    def _longest(self, tokens: list[Token], index: int, last: int, node: _Node) -> Match | None:
        word = tokens[index].word
        entries, tag = self._alone(word, node)
        best = Match(index, index + 1, entries, tag) if entries else None
        if not node.after:
            return best
        at, passed, here = index + 1, [word], node
        while True:
            while (
                at < last
                and tokens[at].word.letters == Letters.MARK
                and tokens[at].glued
                and tokens[at].word.text in _GLUE
            ):
                at += 1
            following = _following(here, tokens[at].word) if at < last else None
            if following is None:
                return best
            passed.append(tokens[at].word)
            at, here = at + 1, following
            if here.entries:
                entries, tag = _fitting(here.entries, passed, agglutinates=self._agglutinates)
                best = Match(index, at, entries, tag) if entries else best

    def _alone(self, word: Word, node: _Node) -> tuple[tuple[Entry, ...], int]:
        """Return the phrases of one word that `word` is a form of.

        Most words of a text are the same few, so this is remembered.
        """
        found = self._singles.get((word.text, id(node)))
        if found is None:
            if len(self._singles) > _REMEMBERED:
                self._singles.clear()
            found = self._singles[word.text, id(node)] = _fitting(
                node.entries, [word], agglutinates=self._agglutinates
            )
        return found


def _following(node: _Node, word: Word) -> _Node | None:
    for stem in word.stems:
        if stem in node.after:
            return node.after[stem]
    return None


def _longer(tokens: list[Token], one: Match | None, other: Match | None) -> Match | None:
    """The longer of two matches that begin alike, or both in one."""
    if one is None or other is None or one.last != other.last:
        return max(one, other, key=lambda match: match.last if match is not None else -1)
    words = [
        tokens[at].word
        for at in range(one.first, one.last)
        if tokens[at].word.letters != Letters.MARK
    ]
    kept = _likeliest((*one.entries, *other.entries), words)
    longest = max(len(entry.words[-1]) for entry in kept)
    kept = tuple(
        entry for entry in kept if entry.tag != Tag.PLACE or len(entry.words[-1]) == longest
    )  # a form of liman, not of Lima
    return Match(one.first, one.last, kept, reduce(or_, (entry.tag for entry in kept)))


def _likeliest(entries: tuple[Entry, ...], words: list[Word]) -> tuple[Entry, ...]:
    """Leave out the forms of other words where the words stand in a dictionary form that takes no other reading.

    A particle as it stands is no form of a noun, nor is Türkiye one of Türki.
    """
    exact = tuple(entry for entry in entries if entry.words == tuple(word.fold for word in words))
    return exact if any(entry.tag & (_SMALL | Tag.PLACE) for entry in exact) else entries


def _fitting(
    entries: list[Entry], words: list[Word], *, agglutinates: bool
) -> tuple[tuple[Entry, ...], int]:
    good = tuple(entry for entry in entries if _fits(entry, words, agglutinates=agglutinates))
    good = _nearest_places(_likeliest(good, words), words)
    whole = tuple(
        entry
        for entry in good
        if all(w.fold.startswith(known) for known, w in zip(entry.words, words, strict=True))
    )
    good = whole or good  # a word that stands whole is that word, not a softened form of another
    return good, reduce(or_, (entry.tag for entry in good), Tag.NONE)


def _nearest_places(entries: tuple[Entry, ...], words: list[Word]) -> tuple[Entry, ...]:
    """Leave out the places that share fewer letters with the words than another does.

    В Китае is a form of Китай and not of Кито, Болгарии one of Болгария and not of Болгар.
    """
    shared = {entry: _shared(entry, words) for entry in entries if entry.tag == Tag.PLACE}
    most = max(shared.values(), default=0)
    return tuple(entry for entry in entries if shared.get(entry, most) == most)


def _shared(entry: Entry, words: list[Word]) -> int:
    """Count the letters that the words begin with as those of the entry do."""
    count = 0
    for known, word in zip(entry.words, words, strict=True):
        for ours, theirs in zip(known, word.fold, strict=False):
            if ours != theirs:
                break
            count += 1
    return count


def _fits(entry: Entry, words: list[Word], *, agglutinates: bool) -> bool:
    """Whether `words`, whose stems are those of the entry, really are forms of its words and written as it must be."""
    if entry.capital and words[0].letters not in {Letters.CAPITAL, Letters.CAPITALS}:
        return False
    if entry.exact and sum(letter.isupper() for letter in words[0].text) < _CAPITALS:
        return False
    if entry.whole and not words[0].fold.startswith(entry.words[0]):
        return False
    if (
        agglutinates
        and entry.tag == Tag.HONORIFIC
        and words[-1].fold != entry.words[-1]
        and words[-1].letters != Letters.LOWER
    ):
        return False  # Bayındır is no form of bay
    if agglutinates and len(words) == 1 and not _whole(entry, words[0]):
        return False
    if not agglutinates and entry.tag == Tag.CUE and words[0].letters == Letters.CAPITAL:
        return abs(len(words[0].fold) - len(entry.words[0])) <= _FORM  # Велиев is no form of вёл
    return all(
        word.fold.startswith(known[: max(3, len(known) - (2 if len(known) > 6 else 1))])
        for known, word in zip(entry.words, words, strict=True)
    )


def _whole(entry: Entry, word: Word) -> bool:
    """Whether the dictionary form is kept as endings are put on it, as it is where they are only put on: no Kula from kule.

    Adverbs take none at all (dün is not in dünya). Of other words than places only those in -a and
    -e are sure to be no possessives.
    """
    known = entry.words[0]
    if entry.tag == Tag.RELATIVE:
        return word.fold == known
    if entry.tag == Tag.HONORIFIC and len(known) <= _LONG:
        return word.fold == known
    if entry.tag & (_SMALL | Tag.CUE):
        return word.fold == known or (
            word.fold.startswith(known) and (word.letters == Letters.LOWER or len(known) > _LONG)
        )
    return word.fold.startswith(known) or known[-1] not in (
        VOWELS if entry.tag == Tag.PLACE else _OPEN
    )


def _longest_first(endings: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({fold(ending) for ending in endings}, key=len, reverse=True))


def _obliques(grammar: Grammar) -> tuple[str, ...]:
    """The endings of all cases, also behind a possessive.

    A body named in any of them is told in the nominative.
    """
    plain = {*grammar.stops, *grammar.people.weak_cases}
    buffered = {
        f"{letter}{ending}"
        for letter in {e[0] for e in grammar.genitives if f"{e[1:]}" in grammar.genitives}
        for ending in plain
    }
    tied = tuple(grammar.possessives)
    return _longest_first(
        {*grammar.genitives, *(e for e in plain | buffered if not tied or not e.startswith(tied))}
    )


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return `phrases` as folded words, by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(fold(word) for word in _WORD.findall(phrase))
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


@dataclass(frozen=True, slots=True)
class PresenceWords:
    """The words that tell who was there, folded, as `config.grammar.Presence` lists them.

    Attributes:
        deeds: Beginnings of words.
        deed_words: Words.
        groups: Words.
        makers: Roles in their dictionary form.
        recalled: Phrases by their first word.
        thanked: Beginnings of words.
        about: Words.
        foremost: Words.
    """

    deeds: tuple[str, ...]
    deed_words: frozenset[str]
    groups: frozenset[str]
    makers: frozenset[str]
    recalled: Mapping[str, tuple[tuple[str, ...], ...]]
    thanked: tuple[str, ...]
    about: frozenset[str]
    foremost: frozenset[str]

    @classmethod
    def of(cls, words: Presence) -> "PresenceWords":
        """Return `words` folded."""
        return cls(
            tuple(fold(word) for word in words.deeds),
            frozenset(fold(word) for word in words.deed_words),
            frozenset(fold(word) for word in words.groups),
            frozenset(words.makers),
            _by_first_word(words.recalled),
            tuple(fold(word) for word in words.thanked),
            frozenset(fold(word) for word in words.about),
            frozenset(fold(word) for word in words.foremost),
        )


def _signs(grammar: Grammar) -> Cues:
    """Put the words of genres and of bodies named in passing together."""
    genres, around = grammar.genres, grammar.involvement
    lists = ("outsiders", "opining", "counted", "measured", "bilateral", "recaps", "obituaries")
    tables = {key: getattr(genres, key) for key in lists}
    tables |= {f"label:{genre}": words for genre, words in genres.labels.items()}
    tables |= {key: getattr(around, key) for key in type(around).model_fields if key != "firms"}
    tables |= {str(genre): words for genre, words in genres.phrases.items()}
    return Cues(tables)


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
        self.cases = _longest_first(grammar.people.cases)
        self.weak_cases = _longest_first(grammar.people.weak_cases)
        self.origin_adjectives = _longest_first(grammar.people.origin_adjectives)
        self._place_names: dict[str, str] = {}
        self.case_endings = frozenset((*self.cases, *self.weak_cases))
        self.case_tails = tuple(self.case_endings)
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
        self.future_endings = tuple(fold(ending) for ending in grammar.events.future_endings)
        self.joiners = frozenset(fold(word) for word in grammar.dates.joiners)
        self.until_words = frozenset(fold(word) for word in grammar.dates.until_words)
        self.to_words = frozenset(fold(word) for word in grammar.dates.to_words)
        self.in_words = frozenset(fold(word) for word in grammar.events.in_words)
        self.latin = any(word.isascii() for word in grammar.function_words)
        self.year_stems = frozenset(
            self.vocabulary.word(word).stem for word in grammar.dates.year_words
        )
        self.openers = {
            key: self._openers(getattr(grammar.passages, key))
            for key in ("credits", "related", "edges")
        }
        self._words_of(grammar)
        self._catalogue_places = {
            "country": catalogue.places.countries,
            "region": catalogue.places.regions,
            "city": catalogue.places.cities,
        }
        self._places(catalogue)
        self._organizations(catalogue)

    def _cues(self, grammar: Grammar) -> Phrases:
        """Return the words that tell what a sentence or an event named in it is to the article.

        They are a tree of their own, since they would take words from the names of bodies.
        """
        found = Phrases(self.vocabulary, agglutinates=grammar.head == "final")
        for table, keys in (
            (grammar.passages, ("openings", "recalled", "speech", "outlook")),
            (grammar.events, ("coming", "about", "arrivals")),
            (grammar.dates, ("closing", "moved", "replaced")),
        ):
            for key in keys:
                for phrase in getattr(table, key):
                    found.add(phrase, Entry(Tag.CUE, key, phrase))
        return found

    def _openers(self, phrases: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
        """Return the folded words of `phrases` by their first, the longest first.

        These open lines of a page and are written there in one form only, so they stay out of the
        tree, where they would take words from the phrases of the text itself.
        """
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            words = tuple(token.word.fold for token in tokenize(phrase, self.vocabulary))
            found.setdefault(words[0], []).append(words)
        return found

    def _names_of(self, grammar: Grammar) -> None:
        """Fold what is looked up around names and offices."""
        people = grammar.people
        self.acting = tuple(
            tuple(fold(word) for word in _WORD.findall(phrase)) for phrase in people.acting
        )
        self.appointing = tuple(fold(word) for word in people.appointing)
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
        self.praise = frozenset(fold(word) for word in grammar.people.praise)
        self.verb_endings = tuple(fold(end) for end in grammar.verbs)
        self.bare_names: dict[str, str] = {}
        self.thing_endings = frozenset(fold(end) for end in grammar.people.thing_endings)

    def _put(self, phrases: Iterable[str], tag: int, key: str = "") -> None:
        for phrase in phrases:
            self.phrases.add(phrase, Entry(tag, key or phrase, phrase))

    @cached_property
    def signs(self) -> Cues:
        """The cues of genres and of bodies named in passing, by the names of their tables."""
        return _signs(self.grammar)

    @cached_property
    def firms(self) -> Cues:
        """What a firm adds to its name."""
        return Cues({"firms": self.grammar.involvement.firms})

    def _words_of(self, grammar: Grammar) -> None:
        people, dates, events = grammar.people, grammar.dates, grammar.events
        for phrases, tag in (
            (people.honorifics, Tag.HONORIFIC),
            (people.titles, Tag.TITLE),
            (people.roles, Tag.ROLE),
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
        self._offices(grammar)
        for key in (
            "eponym_after",
            "eponym_before",
            "absent",
            "absent_before",
            "absent_behind",
            "offices",
            "moderated",
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

    def _places(self, catalogue: Catalogue) -> None:
        """Put in the places as this language and English write them.

        The first spelling of a place is the one that readings show.
        """
        code = self.grammar.code
        mine = {code, "uz-Cyrl"} if code == "uz" else {code, "uz"} if code == "uz-Cyrl" else {code}
        mine |= {self.grammar.script_of} if self.grammar.script_of else set()
        own_first = sorted(
            catalogue.places.spellings(), key=lambda spelling: spelling.language not in mine
        )
        for spelling in own_first:
            if spelling.language in mine or (spelling.language == "en" and self._latin):
                place = spelling.place
                key = f"{place.kind}:{place.code if isinstance(place, Country) else place.id}"
                text = self._written(spelling.text)
                self.phrases.add(text, Entry(Tag.PLACE, key, text, capital=True))
                self._place_names.setdefault(fold(text), text)
                self._decline_short(text, key)
        for spelling in catalogue.places.demonyms():
            if spelling.language in mine:
                code = (
                    spelling.place.code
                    if isinstance(spelling.place, Country)
                    else spelling.place.country
                )
                text = self._written(spelling.text)
                self.phrases.add(text, Entry(Tag.DEMONYM, f"country:{code}", text))

    def _written(self, name: str) -> str:
        """Return a catalogue name in the script of the grammar."""
        return transliterated(name, self.grammar.letters)

    def _decline_short(self, name: str, key: str) -> None:
        """Put in the case forms of a name that is too short for its endings to be cut.

        Ошто, в Оше.
        """
        if len(name) >= _UNCUT:
            return
        for ending in self.grammar.endings:
            if len(name) + len(ending) >= _UNCUT:
                entry = Entry(Tag.PLACE, key, name, capital=True)
                self.phrases.add(f"{name}{ending}", entry)

    @property
    def _latin(self) -> bool:
        return (
            self.grammar.dates.months[0][0][0] < "\u0370" if self.grammar.dates.months[0] else True
        )

    def _organizations(self, catalogue: Catalogue) -> None:
        for organization in catalogue.organizations:
            spellings = tuple(organization.spellings())
            shared = {fold(spelling.text) for spelling in spellings if spelling.kind == "shared"}
            for spelling in spellings:
                brand = spelling.kind == "abbreviation" and fold(spelling.text) in shared
                entry = Entry(
                    Tag.ORGANIZATION,
                    organization.id,
                    spelling.text,
                    weak=spelling.kind in {"weak", "shared"},
                    capital=len(spelling.text.split()) < _SENTENCE_CASE,
                    exact=spelling.kind == "weak" or brand,
                )
                self.phrases.add(spelling.text, entry)
                for variant in self._variants(spelling.text):
                    self.phrases.add(variant, replace(entry, shown=spelling.text))

    def _variants(self, name: str) -> Iterable[str]:
        """Outlets leave "international" out of a name, or put it before its last word."""
        found = next((word for word in self.grammar.international if word in name.lower()), None)
        plain = (
            " ".join(re.sub(re.escape(found), "", name, flags=re.IGNORECASE).split())
            if found
            else name
        )
        words = plain.split()
        if len(words) > 2:
            yield plain
            yield from (
                " ".join((*words[:-1], word, words[-1])) for word in self.grammar.international
            )

    def origin(self, word: str) -> str | None:
        """Return the place that the folded adjective `word` says somebody comes from (шымкенттік: Шымкент), or None."""
        for ending in self.origin_adjectives:
            if word.endswith(ending) and word[: -len(ending)] in self._place_names:
                return self._place_names[word[: -len(ending)]]
        return None

    def place_name(self, key: str) -> str:
        """Return what the place `key` ("country:KZ") is called in this language."""
        kind, _, name = key.partition(":")
        code = self.grammar.script_of or self.grammar.code
        return self._written(self._catalogue_places[kind][name].name(code))
