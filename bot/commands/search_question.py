"""What a question of /search asks for: facts of an event, and words in any language.

The bot shows "Женева" where the article wrote "Geneva", so whoever reads that asks for "Женева". A
name of a town, a country, an organisation, a kind of event or a topic, in any form of any of the
bot's languages, asks for that fact, or for its name in any other of them.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, pairwise

from bot.language.concepts import folded_words
from bot.language.known_names import LONGEST_NAME, KnownNames
from bot.language.learned_words import spellings
from bot.language.office_names import all_offices
from bot.language.organization_lookup import OrganizationNames
from bot.language.romanize import roman
from bot.language.search_ideas import SHORT, Alternative, SearchIdeas
from bot.language.search_vocabulary import only_tells, telling, vocabulary
from bot.language.search_words import MOST_WORDS, WORD_LENGTH
from bot.language.stems import forms, hung_on
from bot.language.translator import Translator
from bot.messages.view import kind_labels, kinds
from config.catalogue import Catalogue
from config.languages import INTERFACE_LANGUAGES
from config.remembering import remembered
from config.text import APOSTROPHES
from storage.search_terms import Fact, SearchTerm

_LEAST_SHARE = 0.6
"""Of its letters that a word keeps at least when its endings are cut."""

_YEAR = re.compile("[1-9][0-9]{3}")

_ABBREVIATED = re.compile(rf"\b([^\W\d_]{{2,}})[-{APOSTROPHES}]([^\W\d_]{{1,5}})\b")
"""What may be an abbreviation with an ending hung on: «ТМҰ-ның», "TDT'nin"."""

_HUNG_ON = re.compile(rf"\b([^\W\d_]{{2,}})[{APOSTROPHES}]([^\W\d_]{{1,7}})\b")
"""A word and what may be an ending behind an apostrophe: "Kars'ın"; in Uzbek also one word."""

_VOWELS, _FULL = frozenset("aeiouy"), frozenset("aeou")
"""Vowels; and those behind which a vowel is no ending, or й, which is an i here."""

_AROUND = '?!.,:;«»()"“”'
"""What may stand around a word of a question."""

_TOWN_OR_COUNTRY = frozenset({"city", "country"})


@dataclass(slots=True)
class _Meaning:
    """What a name stands for: facts, and how articles write it; and whether it is an office."""

    facts: set[Fact] = field(default_factory=set)
    written: set[Alternative] = field(default_factory=set)
    office: bool = False


class SearchQuestions:
    """Understands questions by the names of the catalogue and the words of the bot."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Prepare to learn every name in every language, at the first question."""
        self._catalogue = catalogue
        self._organizations = OrganizationNames(catalogue.organizations)
        self._ideas = SearchIdeas()

    @cached_property
    def _known(self) -> KnownNames[_Meaning]:
        known = KnownNames[_Meaning]()
        for meaning, names, adjectives in _named(self._catalogue):
            _learn(known, meaning, names, adjectives)
        return known

    def understand(self, question: str, people: Mapping[str, Sequence[int]]) -> list[SearchTerm]:
        """Return what an event must hold to answer `question`, all of it.

        Args:
            question: As somebody typed it.
            people: Ids of those who go by a word or two of it (`spans`).
        """
        words = self._asked(question)
        terms: list[SearchTerm] = []
        titles: list[bool] = []
        at = 0
        while at < len(words):
            size, term, is_office = self._longest(words[at : at + LONGEST_NAME], people)
            terms.append(term)
            titles.append(is_office)
            at += size
        return _without_verbs(_with_titles(terms, titles))

    def spans(self, question: str) -> Iterator[str]:
        """Yield what of a question may be somebody's name: two words, then one, in each form."""
        words = self._asked(question)
        for first, second in pairwise(words):
            yield f"{first} {second}"
        yield from words

    def nearly(self, term: SearchTerm) -> SearchTerm | None:
        """Return a term of one unknown word with what the word may be a slip of, or None."""
        meanings, ideas = self._known.nearly(term.asked), self._ideas.nearly(term.asked)
        if not meanings and not ideas:
            return None
        return _term([term.asked], meanings, (), ideas if not meanings else set())

    def _asked(self, question: str) -> list[str]:
        spelled = _spelled_out(question)
        bare = _HUNG_ON.sub(self._without_ending, _ABBREVIATED.sub(_abbreviation, spelled))
        return telling([word[:WORD_LENGTH] for word in folded_words(bare)])[:MOST_WORDS]

    def _without_ending(self, found: re.Match[str]) -> str:
        """Return a name without the ending behind its apostrophe; any other word as it stands."""
        name, ending = found.groups()
        is_name = name[0].isupper() and name[-1].lower() not in _made_others()
        if hung_on(ending) and (is_name or self._known.find(folded_words(name))[1]):
            return name
        return found[0]

    def _longest(
        self, words: Sequence[str], people: Mapping[str, Sequence[int]]
    ) -> tuple[int, SearchTerm, bool]:
        """Return the longest name that `words` begin with, or their first as a plain word.

        And whether it is an office, and nothing else.
        """
        for size in range(len(words), 0, -1):
            asked = words[:size]
            meanings, is_exact = self._known.find(asked)
            ids, ideas = people.get(" ".join(asked), ()), self._ideas.of(asked)
            if ideas and size == 1 and not is_exact and self._ideas.are_called(words[0]):
                meanings = [meaning for meaning in meanings if not _is_place(meaning)]
            if size > 1 and (named := self._organizations.find(" ".join(asked))):
                meanings.append(_Meaning({("organization", named)}))
            if is_exact and any(_is_place(meaning) for meaning in meanings):
                ids = ()  # «Баку» is no form of somebody called Bak
                ideas = ideas if self._is_thing_too(asked, meanings) else set()
            surname = _surname(words[0]) if size == 1 and ids else None
            if surname and not self._ideas.are_called(words[0]):
                ideas = set()
            if meanings or ids or ideas:
                is_office = any(meaning.office for meaning in meanings) and not ids
                return size, _term(asked, meanings, ids, ideas, surname), is_office
        return 1, _term(words[:1], (), (), set()), False

    def _is_thing_too(self, asked: Sequence[str], meanings: Sequence[_Meaning]) -> bool:
        """Whether a place is called as a thing is, and is no town: «палау» is a dish too."""
        is_town = any(kind == "city" for meaning in meanings for kind, _ in meaning.facts)
        return not is_town and self._ideas.are_called(" ".join(asked))


def _abbreviation(found: re.Match[str]) -> str:
    """Return an abbreviation without its ending, and any other word as it stands."""
    name = str(found[1])
    is_short = any(letter.isupper() and after.isupper() for letter, after in pairwise(name))
    return name if is_short else found[0]


def _spelled_out(question: str) -> str:
    """Return a question with those abbreviations written out that are everyday words too.

    In capitals alone, and not where all of a longer question is in capitals.
    """
    words = question.split()
    if len(words) > 1 and question.isupper():
        return question
    shouted = vocabulary().shouted
    return " ".join(shouted.get(word.strip(_AROUND), word) for word in words)


def _made_others() -> Sequence[str]:
    return vocabulary().letters.made_others.split()


def _with_titles(terms: Sequence[SearchTerm], offices: Sequence[bool]) -> list[SearchTerm]:
    """Mark those offices of a question behind which somebody's name stands."""
    behind = ["person" in term.sorts for term in terms[1:]]
    marked = zip(terms, offices, [*behind, False][: len(terms)], strict=True)
    return [replace(term, is_title=office and named) for term, office, named in marked]


def _without_verbs(terms: Sequence[SearchTerm]) -> list[SearchTerm]:
    """Leave out what says no more than a kind of event beside it does: "signed agreements"."""
    facts = chain.from_iterable(term.facts for term in terms)
    kinds = {value for sort, value in facts if sort == "kind"}

    def is_verb(term: SearchTerm) -> bool:
        return not term.facts and any(only_tells(term.asked, kind) for kind in kinds)

    return [term for term in terms if not is_verb(term)]


def _is_place(meaning: _Meaning) -> bool:
    return any(kind in _TOWN_OR_COUNTRY for kind, _ in meaning.facts)


def _learn(
    known: KnownNames[_Meaning], meaning: _Meaning, names: "Names", adjectives: "Names"
) -> None:
    is_place = _is_place(meaning)
    too_wide = {f"{beginning}*" for beginning in vocabulary().too_wide.split()}
    for language, name in (*names, *adjectives):
        words = folded_words(name)
        if not words or len(words) > LONGEST_NAME:
            continue
        if (language, name) not in adjectives:
            bent = not meaning.facts or language == "ru"
            written = [
                _name_word(word, bent=bent, of_an_office=not meaning.facts) for word in words
            ]
            if not too_wide.intersection(written):
                meaning.written.add(tuple(written))
        known.learn(words, meaning, bends=is_place and language == "ru", joins=is_place)


def _term(
    words: Sequence[str],
    meanings: Sequence[_Meaning],
    ids: Sequence[int],
    ideas: set[Alternative],
    surname: str | None = None,
) -> SearchTerm:
    written = set(ideas)
    facts: set[Fact] = {("person", str(person_id)) for person_id in ids}
    for meaning in meanings:
        written |= meaning.written
        facts |= meaning.facts
    if surname:
        written.add((f"{surname}*",))
    elif tuple(f"{roman(word)}*" for word in words) not in written:  # «Талас» is no form of "tala"
        written.add(tuple(map(_beginning, words)))
    if len(words) == 1 and not facts:
        written.update((f"{beginning}*",) for beginning in spellings(words[0]))
    if len(words) == 1 and _YEAR.fullmatch(words[0]):
        facts.add(("year", words[0]))
    return SearchTerm(_least(frozenset(written)), frozenset(facts), " ".join(words))


@remembered(256)
def _least(written: frozenset[Alternative]) -> tuple[Alternative, ...]:
    """Return the ways to write something without those that begin as another one; remembered."""
    begun = {words[0].removesuffix("*") for words in written if _is_beginning(words)}

    def is_needed(words: Alternative) -> bool:
        return not any(_is_covered(word, begun, alone=len(words) == 1) for word in words)

    return tuple(filter(is_needed, sorted(written)))


def _is_covered(word: str, begun: Collection[str], *, alone: bool) -> bool:
    """Whether a word begins as one of `begun`; where it stands alone it may be that one itself."""
    whole = word.removesuffix("*")
    lengths = range(1, len(whole) + (not alone or not word.endswith("*")))
    return any(whole[:length] in begun for length in lengths)


def _is_beginning(words: Alternative) -> bool:
    return len(words) == 1 and words[0].endswith("*")


def _surname(word: str) -> str | None:
    """Return a word without what hangs on a surname that is made of another word: "Ormanov"."""
    made = tuple(vocabulary().endings.surnames.split())
    return next((form for form in reversed(forms(word)) if form.endswith(made)), None)


def _beginning(word: str) -> str:
    """Return how a word begins in all its forms, with a star, or a short word as it stands."""
    whole = roman(word)
    if len(whole) <= SHORT or word.isdigit():
        return whole
    least = max(SHORT + 1, len(whole) * _LEAST_SHARE)
    return f"{next((form for form in reversed(forms(word)) if len(form) >= least), whole)}*"


def _name_word(word: str, *, bent: bool, of_an_office: bool) -> str:
    """Return how a word of a name begins in texts.

    Russian bends a name's own end, and an office stands in the plural and with what it is of; other
    names have their endings hung on them.
    """
    whole = roman(word)
    if of_an_office:
        return _beginning(word)
    if len(whole) <= SHORT + 1:
        return whole
    return f"{_unbent(word) if bent else whole}*"


def _unbent(word: str) -> str:
    """Return a name in Russian, in Latin letters, without what changes at its end.

    Of «Актау» that is nothing, and nothing of «Талас»; of «Шанхай» and «Грузия» it is the last
    letter alone: «груз» is freight.
    """
    whole, *shorter = forms(word)
    if whole.endswith("iya"):
        return whole[:-2]
    if whole[-1] not in _VOWELS:
        return whole
    if whole[-2:-1] in _FULL and not whole.endswith("oe"):
        return whole.removesuffix("i")
    return shorter[0] if shorter else whole


_ANY = ""
"""The language of names that no language bends."""

Names = list[tuple[str, str]]
"""Names, each with its language."""


def _named(catalogue: Catalogue) -> Iterator[tuple[_Meaning, Names, Names]]:
    """Yield each thing that is searched for by name: what it is, its names, and its adjectives.

    By an adjective it is asked for too, but what is called so is not it: "Turkish".
    """
    places = catalogue.places
    for city in places.cities.values():
        yield _Meaning({("city", city.id)}), _all_names(city.names), []
    for region in places.regions.values():
        yield _Meaning(), _all_names(region.names), []
    for country in places.countries.values():
        adjectives = _all_names(country.demonyms)
        further = vocabulary().countries.get(country.code, {})
        besides = [(language, name) for language in further for name in _parted(further[language])]
        names = [*_all_names(country.names), *besides]
        yield _Meaning({("country", country.code)}), names, adjectives
    for organization in catalogue.organizations:
        spelled = [spelling.text for spelling in organization.spellings()]
        names = [(_ANY, name) for name in (*organization.short.values(), *spelled)]
        alone = _parted(vocabulary().bodies.get(organization.id, ""))
        generic = [(_ANY, name) for name in alone]
        yield _Meaning({("organization", organization.id)}), names, generic
    for office in all_offices():
        yield _Meaning(office=True), _all_names(office), []
    for kind, names in _kinds().items():
        yield _Meaning({("kind", kind)}), names, _further(kind)


def _further(kind: str) -> Names:
    """Return what a kind of event is called besides, which articles say of other things too."""
    return [(_ANY, name) for name in _parted(vocabulary().kinds.get(kind, ""))]


def _parted(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",") if name.strip()]


def _kinds() -> Mapping[str, Names]:
    called: dict[str, Names] = defaultdict(list)
    for language in INTERFACE_LANGUAGES:
        translator = Translator(language)
        for of_a_body in (False, True):
            for kind, label in kind_labels(translator, of_a_body=of_a_body).items():
                called[kind].append((language, label))
        for kind, label in kinds(translator).items():
            if kind in called:
                called[kind] += [(language, name) for name in _each(label)]
    return called


def _each(label: str) -> list[str]:
    """Return the names in a label that names two: "встречи и заседания"."""
    words = label.split()
    return [words[0], words[2]] if len(words) == 3 and len(words[1]) <= 4 else [label]


def _all_names(names: Mapping[str, Sequence[str]]) -> Names:
    return [(language, name) for language, texts in names.items() for name in texts]
