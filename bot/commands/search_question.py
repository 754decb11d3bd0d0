"""What a question of /search asks for: facts of an event, and words in any language.

The bot shows "Женева" where the article wrote "Geneva", so whoever reads that asks for "Женева". A
name of a town, a country, an organisation, a kind of event or a topic, in any form of any of the
bot's languages, asks for that fact, or for its name in any other of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from rapidfuzz import fuzz, process
from sqlmodel import Session

from bot.language import concepts
from bot.language.concepts import folded_words
from bot.language.office_names import all_offices
from bot.language.organization_lookup import OrganizationNames
from bot.language.romanize import roman
from bot.language.search_words import MOST_WORDS, WORD_LENGTH
from bot.language.stems import forms, stem
from bot.language.translator import Translator
from bot.messages.view import kind_labels, kinds
from bot.pipeline.known_people import find_by_sound
from config.catalogue import Catalogue
from config.languages import INTERFACE_LANGUAGES
from storage.search_terms import Fact, SearchTerm, answering

LONGEST_NAME = 6
"""Words of the longest name that is looked for as one."""

MOST_NAMESAKES = 20
"""People whom one name may mean."""

MOST_FORMS = 3
"""Forms of a name, each shorter, under which people are looked for."""

_LEAST_SHARE = 0.6
"""Of its letters that a word keeps at least when its endings are cut."""

_SHORTEST_SLIP, _LIKE_ENOUGH = 6, 84
"""Letters of a word from which a slip is looked for, and likeness (0 to 100) that is enough."""

_TOO_WIDE = frozenset({"turki*", "tyurki*"})
"""Beginnings that names share with what is merely Turkic."""

_YEAR = re.compile("[1-9][0-9]{3}")
_SHORT = 3
"""Letters up to which a word is looked for as it stands: its beginning would be anything's."""

_ABBREVIATED = re.compile(r"\b([^\W\d_]*[A-ZА-ЯЁ]{2}[^\W\d_]*)[-’'ʼʻ]([^\W\d_]{1,5})\b")
"""An abbreviation with an ending hung on: «ТМҰ-ның», "TDT'nin"."""

Stems = tuple[str, ...]
Alternative = tuple[str, ...]


@dataclass(slots=True)
class _Meaning:
    """What a name stands for: facts, and how articles write it."""

    facts: set[Fact] = field(default_factory=set)
    written: set[Alternative] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers a question.

    Attributes:
        ids: Of the events, those found last first.
        left_out: Words of the question that no event holds, and without which these were found.
    """

    ids: list[int]
    left_out: list[str] = field(default_factory=list)


def nearly_found(
    session: Session, questions: "SearchQuestions", asked: str, *, limit: int, offset: int = 0
) -> Answer:
    """Return what answers a question; where nothing does, what answers the words known at all."""
    terms = _terms(session, questions, asked)
    if ids := answering(session, terms, limit=limit, offset=offset):
        return Answer(ids)
    known = [term for term in terms if answering(session, [term], limit=1)]
    left_out = [term.asked for term in terms if term not in known]
    if not left_out:
        return Answer([])
    return Answer(answering(session, known, limit=limit, offset=offset), left_out)


def found(
    session: Session, questions: "SearchQuestions", asked: str, *, limit: int, offset: int = 0
) -> list[int]:
    """Return the ids of the events that answer a question, those found last first."""
    return answering(session, _terms(session, questions, asked), limit=limit, offset=offset)


def _terms(session: Session, questions: "SearchQuestions", asked: str) -> list[SearchTerm]:
    people = {span: ids for span in questions.spans(asked) if (ids := _people(session, span))}
    return questions.understand(asked, people)


def _people(session: Session, span: str) -> list[int]:
    """Return who goes by a word or two of a question, in whichever case form they stand there."""
    first, _space, last = span.rpartition(" ")
    for form in forms(last)[:MOST_FORMS]:
        name = f"{first} {form}".strip()
        if len(form) > _SHORT and (known := find_by_sound(session, name, limit=MOST_NAMESAKES)):
            return [person.id for person in known]
    return []


class SearchQuestions:
    """Understands questions by the names of the catalogue and the words of the bot."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Prepare to learn every name in every language, at the first question."""
        self._catalogue = catalogue
        self._organizations = OrganizationNames(catalogue.organizations)

    @cached_property
    def _known(self) -> dict[Stems, list[_Meaning]]:
        known: dict[Stems, list[_Meaning]] = defaultdict(list)
        for fact, names, adjectives in _named(self._catalogue):
            _learn(known, fact, names, adjectives)
        return known

    @cached_property
    def _single(self) -> list[str]:
        return [key[0] for key in self._known if len(key) == 1]

    @cached_property
    def _ideas(self) -> dict[str, list[Alternative]]:
        ideas: dict[str, list[Alternative]] = defaultdict(list)
        for table in ("topics", "documents", "search"):
            for idea, phrases in concepts.stems_of(table).items():
                ideas[idea] += [tuple(phrase) for phrase in phrases]
        return ideas

    def understand(self, question: str, people: Mapping[str, Sequence[int]]) -> list[SearchTerm]:
        """Return what an event must hold to answer `question`, all of it.

        Args:
            question: As somebody typed it.
            people: Ids of those who go by a word or two of it (`spans`).
        """
        words = self._asked(question)
        terms: list[SearchTerm] = []
        at = 0
        while at < len(words):
            size, term = self._longest(words[at : at + LONGEST_NAME], people)
            terms.append(term)
            at += size
        return terms

    def spans(self, question: str) -> Iterator[str]:
        """Yield what of a question may be somebody's name: two words, then one, in each form."""
        words = self._asked(question)
        for first, second in pairwise(words):
            yield f"{first} {second}"
        yield from words

    def _asked(self, question: str) -> list[str]:
        bare = _ABBREVIATED.sub(r"\1", question)
        words = [word[:WORD_LENGTH] for word in folded_words(bare)]
        telling = [word for word in words if word not in concepts.links() and len(word) > 1]
        return (telling or words)[:MOST_WORDS]

    def _longest(
        self, words: Sequence[str], people: Mapping[str, Sequence[int]]
    ) -> tuple[int, SearchTerm]:
        """Return the longest name that `words` begin with, or their first as a plain word."""
        for size in range(len(words), 0, -1):
            meanings = self._meanings(words[:size])
            ids = people.get(" ".join(words[:size]), ())
            ideas = self._of_ideas(words[:size])
            named = self._organizations.find(" ".join(words[:size])) if size > 1 else None
            if named:
                meanings.append(_Meaning({("organization", named)}))
            if meanings or ids or ideas:
                return size, _term(words[:size], meanings, ids, ideas)
        return 1, _term(words[:1], self._nearly(roman(words[0])), (), set())

    def _meanings(self, words: Sequence[str]) -> list[_Meaning]:
        """Return what a name in any form may stand for; the form that is nearest to it counts."""
        if len(words) > 1:
            return list(self._known.get(tuple(map(stem, words)), ()))
        near = (self._known[form,] for form in forms(words[0]) if (form,) in self._known)
        return list(next(near, ()))

    def _nearly(self, asked: str) -> list[_Meaning]:
        """Return what an unknown word may be a slip of."""
        if len(asked) < _SHORTEST_SLIP:
            return []
        near = process.extractOne(asked, self._single, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
        return list(self._known[near[0],]) if near is not None else []

    def _of_ideas(self, words: Sequence[str]) -> set[Alternative]:
        """Return how all ideas are written that all of `words` stand for."""
        written: set[Alternative] = set()
        for phrases in self._ideas.values():
            if any(_stands_for(words, phrase) for phrase in phrases):
                written |= {_alternative(phrase) for phrase in phrases}
        return written


def _learn(
    known: dict[Stems, list[_Meaning]], fact: Fact | None, names: "Names", adjectives: "Names"
) -> None:
    meaning = _Meaning({fact} if fact is not None else set())
    for language, name in (*names, *adjectives):
        words = folded_words(name)
        if not words or len(words) > LONGEST_NAME:
            continue
        if (language, name) not in adjectives:
            bent = fact is None or language == "ru"
            written = [_name_word(word, bent=bent, of_an_office=fact is None) for word in words]
            if not _TOO_WIDE.intersection(written):
                meaning.written.add(tuple(written))
        for key in _keys(words, language):
            if meaning not in known[key]:
                known[key].append(meaning)


def _term(
    words: Sequence[str],
    meanings: Sequence[_Meaning],
    ids: Sequence[int],
    ideas: set[Alternative],
) -> SearchTerm:
    written: set[Alternative] = {tuple(_beginning(word) for word in words)} | ideas
    facts: set[Fact] = {("person", str(person_id)) for person_id in ids}
    for meaning in meanings:
        written |= meaning.written
        facts |= meaning.facts
    if len(words) == 1 and _YEAR.fullmatch(words[0]):
        facts.add(("year", words[0]))
    return SearchTerm(tuple(sorted(written)), frozenset(facts), " ".join(words))


def _stands_for(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether `words` begin as those of a phrase do; a short phrase of one is a whole word."""
    if len(words) != len(phrase):
        return False
    if len(phrase) == 1 and len(phrase[0]) <= _SHORT:
        return words[0] == phrase[0] or roman(phrase[0]) in forms(words[0])
    return all(word.startswith(beginning) for word, beginning in zip(words, phrase, strict=True))


def _keys(words: Sequence[str], language: str) -> set[Stems]:
    """Return under what a name is known: several words by their stems, one by the form itself.

    Of a Russian name also what stays of it in all its cases.
    """
    if len(words) > 1:
        return {tuple(map(stem, words))}
    whole = roman(words[0])
    keys: set[Stems] = {(whole,)}
    if language == "ru" and len(whole) > _SHORT + 1:
        keys |= {(forms(words[0])[min(1, len(forms(words[0])) - 1)],), (whole.rstrip("aeiou"),)}
    return keys


def _beginning(word: str) -> str:
    """Return how a word begins in all its forms, with a star, or a short word as it stands."""
    whole = roman(word)
    if len(whole) <= _SHORT or word.isdigit():
        return whole
    least = max(_SHORT + 1, len(whole) * _LEAST_SHARE)
    return f"{next((form for form in reversed(forms(word)) if len(form) >= least), whole)}*"


def _name_word(word: str, *, bent: bool, of_an_office: bool) -> str:
    """Return how a word of a name begins in texts.

    Russian bends a name's own end, and an office stands in the plural and with what it is of; other
    names have their endings hung on them.
    """
    whole = roman(word)
    if of_an_office:
        return _beginning(word)
    if len(whole) <= _SHORT + 1:
        return whole
    return f"{forms(word)[min(1, len(forms(word)) - 1)] if bent else whole}*"


def _alternative(phrase: Sequence[str]) -> Alternative:
    """Return the beginnings of words that stand for an idea; short ones are whole words."""
    return tuple(roman(word) if len(word) <= _SHORT else f"{roman(word)}*" for word in phrase)


_ANY = ""
"""The language of names that no language bends."""

Names = list[tuple[str, str]]
"""Names, each with its language."""


def _named(catalogue: Catalogue) -> Iterator[tuple[Fact | None, Names, Names]]:
    """Yield each thing that is searched for by name: its fact, its names, and its adjectives.

    By an adjective it is asked for too, but what is called so is not it: "Turkish".
    """
    places = catalogue.places
    for city in places.cities.values():
        yield ("city", city.id), _all_names(city.names), []
    for region in places.regions.values():
        yield None, _all_names(region.names), []
    for country in places.countries.values():
        adjectives = _all_names(country.demonyms)
        yield ("country", country.code), _all_names(country.names), adjectives
    for organization in catalogue.organizations:
        spelled = [spelling.text for spelling in organization.spellings()]
        names = [(_ANY, name) for name in (*organization.short.values(), *spelled)]
        yield ("organization", organization.id), names, []
    for office in all_offices():
        yield None, _all_names(office), []
    for kind, names in _kinds().items():
        yield ("kind", kind), names, []


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
