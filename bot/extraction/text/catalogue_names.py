"""The places and organisations of the catalogue, as a language writes them in running text."""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.extraction.text.phrases import Phrases
from bot.extraction.text.tags import COUNTRY, Entry, Tag
from config.catalogue import Catalogue
from config.grammar import Grammar
from config.places import Country
from config.rewritten_grammar import transliterated
from config.text import fold

_SENTENCE_CASE = 3  # words from which on a body's name is known also where it is written small
_UZBEK = frozenset({"uz", "uz-Cyrl"})  # one language in two alphabets
_FIRST_GREEK = "\u0370"  # Unicode's letters before it are Latin
_DECLINED = ("а", "я")  # last vowels of the names that lose them to an ending: Уфа, в Уфе
_LAST_WORD = re.compile(r"[\s-]")  # what parts it from those before
_UNCUT = 3  # letters; of words shorter by an ending than this none is cut


class CatalogueNames:
    """Puts the names of the catalogue into the phrases of a language, and tells them again.

    Args:
        grammar: Of the language.
        catalogue: Whose names they are.
        phrases: What they are put into.
    """

    def __init__(self, grammar: Grammar, catalogue: Catalogue, phrases: Phrases) -> None:
        self._grammar, self._catalogue, self._phrases = grammar, catalogue, phrases
        self._places = {
            "country": catalogue.places.countries,
            "region": catalogue.places.regions,
            "city": catalogue.places.cities,
        }
        self._by_fold: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        mine = self._languages()
        self._put_places(mine)
        self._put_demonyms(mine)
        self._put_organizations()

    def place_folded(self, name: str) -> str | None:
        """Return the place whose folded name is `name` as this language writes it, or None."""
        return self._by_fold.get(name)

    def entry(self, name: str) -> Entry | None:
        """Return what the phrases hold of the place that is written `name`, or None without one."""
        key = self._keys.get(name)
        return Entry(Tag.PLACE, key, name, capital=True) if key is not None else None

    def place_name(self, key: str) -> str:
        """Return what the place `key` ("country:KZ") is called in this language."""
        kind, _, name = key.partition(":")
        code = self._grammar.script_of or self._grammar.code
        return self._written(self._places[kind][name].name(code))

    def _languages(self) -> frozenset[str]:
        """Return the codes of the languages whose spellings are those of this one."""
        code = self._grammar.code
        mine = _UZBEK if code in _UZBEK else frozenset({code})
        return mine | {self._grammar.script_of} if self._grammar.script_of else mine

    def _put_places(self, mine: frozenset[str]) -> None:
        """Put in the places as this language and English write them.

        The first spelling of a place is the one that readings show.
        """
        own_first = sorted(
            self._catalogue.places.spellings(), key=lambda spelling: spelling.language not in mine
        )
        for spelling in own_first:
            if spelling.language in mine or (spelling.language == "en" and self._is_latin):
                place = spelling.place
                key = f"{place.kind}:{place.code if isinstance(place, Country) else place.id}"
                text = self._written(spelling.text)
                self._phrases.add(text, Entry(Tag.PLACE, key, text, capital=True))
                self._by_fold.setdefault(fold(text), text)
                self._keys.setdefault(text, key)
                self._decline_short(text, key)

    def _put_demonyms(self, mine: frozenset[str]) -> None:
        for spelling in self._catalogue.places.demonyms():
            if spelling.language in mine:
                code = (
                    spelling.place.code
                    if isinstance(spelling.place, Country)
                    else spelling.place.country
                )
                text = self._written(spelling.text)
                self._phrases.add(text, Entry(Tag.DEMONYM, f"{COUNTRY}{code}", text))

    def _written(self, name: str) -> str:
        """Return a catalogue name in the script of the grammar."""
        return transliterated(name, self._grammar.letters)

    def _decline_short(self, name: str, key: str) -> None:
        """Put in the case forms of a name whose last word is too short for its endings to be cut.

        Ошто, в Оше, в Чолпон-Ате.
        """
        declined = self._grammar.events.in_cases and name.endswith(_DECLINED)
        stem = name[:-1] if declined else name
        last = _LAST_WORD.split(stem)[-1]
        if len(last) >= _UNCUT:
            return
        for ending in self._grammar.endings:
            if len(last) + len(ending) >= _UNCUT:
                entry = Entry(Tag.PLACE, key, name, capital=True)
                self._phrases.add(f"{stem}{ending}", entry)

    @property
    def _is_latin(self) -> bool:
        """Whether the language is written in Latin letters, by the name of its first month."""
        january = self._grammar.dates.months[0]
        return not january or january[0][0] < _FIRST_GREEK

    def _put_organizations(self) -> None:
        for organization in self._catalogue.organizations:
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
                self._phrases.add(spelling.text, entry)
                for variant in self._variants(spelling.text):
                    self._phrases.add(variant, replace(entry, shown=spelling.text))
            self._put_owned(organization.id, "gathering", organization.gatherings)
            self._put_owned(organization.id, "honour", organization.honours)

    def _put_owned(self, key: str, owned: str, names: Mapping[str, tuple[str, ...]]) -> None:
        for name in itertools.chain.from_iterable(names.values()):
            entry = Entry(Tag.ORGANIZATION, key, name, weak=True, owned=owned)
            self._phrases.add(name, entry)
            words = set(name.lower().split())
            for kind, nouns in self._grammar.events.kinds.items():
                if not words.isdisjoint(nouns):
                    self._phrases.add(name, Entry(Tag.KIND, kind, name))

    def _variants(self, name: str) -> Iterable[str]:
        """Outlets leave "international" out of a name, or put it before its last word."""
        found = next((word for word in self._grammar.international if word in name.lower()), None)
        plain = name
        if found:
            plain = " ".join(re.sub(re.escape(found), "", name, flags=re.IGNORECASE).split())
        words = plain.split()
        if len(words) > 2:
            yield plain
            for word in self._grammar.international:
                yield " ".join((*words[:-1], word, words[-1]))
