"""Search: people, organisations, places and events by words, or all events under a filter.

Words are understood as `/search` understands them in a chat.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.commands.search_answer import nearly_found
from bot.commands.search_question import SearchQuestions
from bot.messages.message import clean_line
from bot.pipeline.known_people import find_by_sound, find_nearest
from bot.web import concerns
from bot.web.asked import DiaryQuestion
from bot.web.concerns import Answered
from bot.web.entries import entries, marks
from bot.web.filters import filters
from bot.web.known_events import DiaryPage
from bot.web.page import Page, Visit
from bot.web.questions import question_of
from bot.web.subscribing import forms
from storage import diary, people
from storage.diary_query import EVERYTHING, conditions
from storage.event_changes import KnownChange
from storage.models import Person
from storage.search_terms import Fact, Narrowing

EVENTS, PEOPLE = 20, 12
"""Events on a page, and people found at most."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found."""

    people: Sequence[Person]
    near: Sequence[Person]
    page: DiaryPage
    changes: Sequence[KnownChange]
    person: str | None
    left_out: Sequence[str] = ()
    places: Collection[Fact] = ()


async def search(visit: Visit) -> Page:
    """Return the page of what was found."""
    _ = visit.view.translator.gettext
    question, words = question_of(visit), clean_line(visit.asked("q"), 200)
    if words:
        question = replace(question, word=words)
    if not (words or question.given):
        return Page(
            "search.html",
            _("Search"),
            _("People, organisations, places and events, in any spelling and script."),
            values={"words": "", "asked": False},
        )
    found = await visit.read(_load, visit, question, words)
    names = ", ".join(question.names(visit.view, found.person))
    title = visit.view.translator.gettext("Found for “{words}”", words=words)
    given = dict(question.given) | ({"word": words} if words else {})
    heading = title if words else names
    known = await visit.site.places.known()
    return Page(
        "search.html",
        heading,
        heading,
        values={
            "words": words,
            "asked": True,
            "filters": filters(visit, question, None, known),
            "people": _people(visit, found.people),
            "near": _people(visit, found.near),
            "bodies": marks(visit, _bodies(visit, words)) if words else (),
            "places": _places(visit, found.places),
            "left_out": ", ".join(map(visit.view.translator.quoted, found.left_out)),
            "entries": await entries(visit, found.page.records, found.changes),
            "more": visit.turned(found.page.following),
        },
        found=False,
        feeds=forms(visit, heading, **given),
    )


def _load(session: Session, visit: Visit, question: DiaryQuestion, words: str) -> _Found:
    known, wanted = visit.site.known, question.wanted
    person = people.get(session, wanted.person) if wanted.person is not None else None
    name = person.name if person else None
    if not words:
        cursor = visit.asked("after") or None
        page = known.page(session, wanted, question.days, after=cursor, limit=EVENTS)
        return _Found([], [], page, known.changes(session, page.records), name)
    page, left_out = _answered(session, visit, question, words)
    called = known.look(session, find_by_sound, words, limit=PEOPLE)
    near = [] if called or page.records else known.look(session, find_nearest, words)
    changes = known.changes(session, page.records)
    terms = visit.site.questions.understand(words, {})
    places = {fact for term in terms for fact in term.facts}
    return _Found(called, near, page, changes, name, left_out, places)


def _answered(
    session: Session, visit: Visit, question: DiaryQuestion, words: str
) -> tuple[DiaryPage, Sequence[str]]:
    """Return a page of what answers the words, and those that it leaves out."""
    offset = visit.number("after")
    known, concern = visit.site.known, concerns.found_lately(EVENTS + 1)
    found = known.look_about(session, concern, _ask, visit.site.questions, words, question, offset)
    asked = found.answer
    records = known.records(session, asked.ids[:EVENTS])
    following = str(offset + EVENTS) if len(asked.ids) > EVENTS else None
    return DiaryPage(tuple(records), following), asked.left_out


def _ask(
    session: Session,
    questions: SearchQuestions,
    words: str,
    question: DiaryQuestion,
    offset: int,
) -> Answered:
    wanted, days = question.wanted, question.days
    also, values = days.any_way(), wanted.values() | days.values()
    if wanted != EVERYTHING:
        also += conditions(session, wanted)
    narrowed = Narrowing(also, values)
    answer = nearly_found(session, questions, words, limit=EVENTS + 1, offset=offset, also=narrowed)
    return Answered(answer, diary.last_id(session))


def _people(visit: Visit, found: Sequence[Person]) -> list[tuple[str, str]]:
    return [(visit.view.person(person.name), visit.href("person", person.id)) for person in found]


def _bodies(visit: Visit, words: str) -> list[str]:
    exact = visit.view.names.find(words)
    return [exact] if exact is not None else visit.view.names.suggest(words)


def _places(visit: Visit, facts: Collection[Fact]) -> list[tuple[str, str]]:
    """Return the towns and countries that were asked for, in any language."""
    places, found = visit.view.catalogue.places, list[tuple[str, str]]()
    for sort, name in sorted(facts):
        if sort == "city" and (city := places.cities.get(name)):
            found.append((city.name(visit.language), visit.href("place", city.id)))
        elif sort == "country" and (country := places.countries.get(name)):
            found.append((country.name(visit.language), visit.href("country", country.code)))
    return found
