"""What answers a question of /search and of the web: the events that hold it, or most of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import Session

from bot.commands.search_question import SearchQuestions
from bot.language.search_vocabulary import tells_little
from bot.language.stems import unbent
from bot.pipeline.known_people import find_by_sound, find_nearest
from storage.search_terms import EVERY_EVENT, Narrowing, SearchTerm, answering

MOST_NAMESAKES = 20
"""People whom one name may mean."""

_SHORTEST_SLIP = 5
"""Letters of a word from which a slip is looked for."""

_TELLING = frozenset({"city", "country", "organization", "person"})
"""Kinds of fact by which an event is known without its kind."""

_COMPARED = 50
"""Events up to which it is counted how many hold a topic."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers a question.

    Attributes:
        ids: Of the events, those found last first.
        left_out: Words of the question without which these were found: no event holds them, or
            none that holds the rest.
    """

    ids: list[int]
    left_out: list[str] = field(default_factory=list)


def nearly_found(
    session: Session,
    questions: SearchQuestions,
    asked: str,
    *,
    limit: int,
    offset: int = 0,
    also: Narrowing = EVERY_EVENT,
) -> Answer:
    """Return what answers a question, or else what answers most of it.

    An office before somebody's name may be missing from an event of theirs. What no event holds at
    all may be a slip; where it is none that is known, it is left out. Where events hold each word,
    but none holds all, what tells least is left out (`_Search.least_telling`).

    Args:
        session: A transaction that changes nothing.
        questions: Understands what is asked.
        asked: The question, as somebody typed it.
        limit: At most so many events.
        offset: So many of the first are passed over.
        also: What the events must be besides.
    """
    search = _Search(session, questions, also)
    terms = _terms(session, questions, asked)
    if ids := search.find(terms, limit, offset):
        return Answer(ids)
    needed, held = search.apart([term for term in terms if not term.is_title])
    named = any("person" in term.sorts for term in held)
    meant = [term if term in held else search.slip(term, of_a_name=named) for term in needed]
    known = [term for term in meant if term is not None]
    left_out = [term.asked for term, found in zip(needed, meant, strict=True) if found is None]
    guessed = [term for term in known if term not in held]
    ids = search.find(known, limit, offset) if known != terms else []
    while not ids and (spared := search.least_telling(known, guessed)):
        for least in spared:
            rest = [term for term in known if term is not least]
            if ids := search.find(rest, limit, offset):
                return Answer(ids, [*left_out, least.asked])
        known.remove(spared[0])
        left_out.append(spared[0].asked)
    return Answer(ids, left_out) if ids else Answer([])


@dataclass(frozen=True, slots=True)
class _Search:
    """What is searched through, and who understands it; see `nearly_found`."""

    session: Session
    questions: SearchQuestions
    also: Narrowing

    def find(self, terms: Sequence[SearchTerm], limit: int, offset: int = 0) -> list[int]:
        """Return the ids of the events that hold all of `terms`."""
        return answering(self.session, terms, limit=limit, offset=offset, also=self.also)

    def apart(self, terms: Sequence[SearchTerm]) -> tuple[list[SearchTerm], list[SearchTerm]]:
        """Return terms, and which of them an event holds; a topic that none does, word by word.

        What one language calls by two words another one may tell in quite other ones, where each
        of the two is known: "women entrepreneurs".
        """
        needed, held = list[SearchTerm](), list[SearchTerm]()
        for term in terms:
            is_held = bool(self.find([term], 1))
            words = term.asked.split()
            if is_held or term.facts or len(words) == 1:
                needed.append(term)
                held += [term] if is_held else []
                continue
            for word in words:
                parts = self.questions.understand(word, {})
                needed += parts
                held += [part for part in parts if self.find([part], 1)]
        return needed, held

    def least_telling(
        self, terms: Sequence[SearchTerm], guessed: Sequence[SearchTerm]
    ) -> list[SearchTerm]:
        """Return the terms that an answer may do without, those first that tell least.

        What is but `guessed` from a slip is not insisted on. A meeting may be kept as a conference.
        Of several topics one such as "national" tells less, and the one that more events hold; of
        two that are told of as often the last one, which is mostly the wider: "earthquake aid". A
        place, a body, a person and the only topic are never done without.
        """
        if unsure := [term for term in terms if term in guessed]:
            return unsure if len(terms) > 1 else []
        topics = [term for term in terms if not term.facts]
        sorts = [term for term in terms if term.sorts == {"kind"}]
        if sorts and (topics or any(term.sorts & _TELLING for term in terms)):
            return sorts[:1]
        if len(topics) < 2:
            return []

        def tells(topic: SearchTerm) -> tuple[bool, int, int]:
            many = len(self.find([topic], _COMPARED))
            return tells_little(topic.asked), many, topics.index(topic)

        return sorted(topics, key=tells, reverse=True)

    def slip(self, term: SearchTerm, *, of_a_name: bool) -> SearchTerm | None:
        """Return what a word that no event holds may be a slip of, where an event holds that.

        Beside somebody's name it is most likely the rest of the name.
        """
        if term.facts or " " in term.asked or len(term.asked) < _SHORTEST_SLIP:
            return None
        near = find_nearest(self.session, term.asked, limit=1)
        person = replace(term, facts=frozenset(("person", str(person.id)) for person in near))
        other = self.questions.nearly(term)
        tried = [person, other] if of_a_name else [other, person]
        meant = (slip for slip in tried if slip is not None)
        return next((slip for slip in meant if self.find([slip], 1)), None)


def found(
    session: Session, questions: SearchQuestions, asked: str, *, limit: int, offset: int = 0
) -> list[int]:
    """Return the ids of the events that answer a question, those found last first."""
    return answering(session, _terms(session, questions, asked), limit=limit, offset=offset)


def _terms(session: Session, questions: SearchQuestions, asked: str) -> list[SearchTerm]:
    people = {span: ids for span in questions.spans(asked) if (ids := _people(session, span))}
    return questions.understand(asked, people)


def _people(session: Session, span: str) -> list[int]:
    """Return who goes by a word or two of a question, in whichever case form they stand there."""
    for name in unbent(span):
        if known := find_by_sound(session, name, limit=MOST_NAMESAKES):
            return [person.id for person in known]
    return []
