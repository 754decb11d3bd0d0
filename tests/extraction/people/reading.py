"""What a short text says of people, for the tests of this folder."""

from bot.extraction.facts import ArticleText
from bot.extraction.people import participants
from tests.defaults import READER


def names(language: str, text: str) -> list[str]:
    """Return the names of the people that `text` tells of, in order."""
    article = READER.tag(ArticleText("", text, language=language))
    return [person.participant.name for person in participants.people(article)]


def offices(language: str, text: str) -> dict[str, tuple[str | None, str | None]]:
    """Return, by name, the office and the affiliation of the people that `text` tells of."""
    article = ArticleText("", text, language=language)
    people = (found.participant for found in participants.people(READER.tag(article)))
    return {person.name: (person.role, person.affiliation) for person in people}


def told(language: str, text: str) -> list[tuple[str | None, str | None]]:
    """Return the office and the affiliation of each of the people that `text` tells of."""
    return list(offices(language, text).values())
