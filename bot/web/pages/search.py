"""Search: people, organisations, places and events by words, or all events under a filter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.language.search_words import question_words
from bot.messages.message import clean_line
from bot.pipeline.known_people import find_by_sound, find_nearest
from bot.web.asked import DiaryQuestion
from bot.web.entries import entries, marks
from bot.web.filters import filters
from bot.web.known_events import DiaryPage
from bot.web.page import Page, Visit
from bot.web.questions import question_of
from bot.web.subscribing import forms
from storage import people
from storage.event_changes import KnownChange
from storage.models import Person

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


async def search(visit: Visit) -> Page:
    """Return the page of what was found."""
    _ = visit.view.translator.gettext
    question, words = question_of(visit), clean_line(visit.asked("q"), 200)
    if words:
        typed = tuple(map(tuple, question_words(words)))
        question = replace(question, wanted=replace(question.wanted, words=typed), word=words)
    if not (words or question.given):
        return Page(
            "search.html",
            _("Search"),
            _("People, organisations, places and events, in any spelling and script."),
            values={"words": "", "asked": False},
        )
    found = await visit.site.database.read(_load, visit, question, words)
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
            "places": _places(visit, words) if words else [],
            "entries": entries(visit, found.page.records, found.changes),
            "more": visit.turned(found.page.following),
        },
        found=False,
        feeds=forms(visit, heading, **given),
    )


def _load(session: Session, visit: Visit, question: DiaryQuestion, words: str) -> _Found:
    cursor, wanted, look = visit.asked("after") or None, question.wanted, visit.site.known.look
    page = DiaryPage((), None)
    if wanted.words or not words:  # what was typed may hold no letter and no digit
        page = visit.site.known.page(session, wanted, question.days, after=cursor, limit=EVENTS)
    called = look(session, find_by_sound, words, limit=PEOPLE) if words else []
    near = look(session, find_nearest, words) if words and not (called or page.records) else []
    person = people.get(session, wanted.person) if wanted.person is not None else None
    changes = visit.site.known.changes(session, page.records)
    return _Found(called, near, page, changes, person.name if person else None)


def _people(visit: Visit, found: Sequence[Person]) -> list[tuple[str, str]]:
    return [(visit.view.person(person.name), visit.href("person", person.id)) for person in found]


def _bodies(visit: Visit, words: str) -> list[str]:
    exact = visit.view.names.find(words)
    return [exact] if exact is not None else visit.view.names.suggest(words)


def _places(visit: Visit, words: str) -> list[tuple[str, str]]:
    """Return the town and the country that are called so in any language."""
    places, found = visit.view.catalogue.places, list[tuple[str, str]]()
    if city := places.find_city(words):
        found.append((city.name(visit.language), visit.href("place", city.id)))
    if country := places.find_country(words):
        found.append((country.name(visit.language), visit.href("country", country.code)))
    return found
