"""What a short text says of its event, for the tests of this folder."""

from datetime import UTC, date, datetime

from bot.extraction.facts import ArticleText, EventFacts
from tests.defaults import READER

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PUBLISHED = date(2025, 3, 10)


def event_of(
    title: str, text: str, published: date | None = PUBLISHED, language: str | None = None
) -> EventFacts:
    """Return the event that a text reports; there is one."""
    event = READER.read(ArticleText(title, text, published, language=language), NOW).event
    assert event is not None
    return event
