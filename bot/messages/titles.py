"""What an event is called in one chat: the one place that says so, for every layout.

Cards, digests, lists, pictures, calendars, inline results and web pages all call `event_title`.
"""

from dataclasses import dataclass

from bot.messages.message import Line, Span, Style, clean_line, line
from bot.messages.view import View
from storage.events import EventRecord


@dataclass(frozen=True, slots=True)
class EventTitle:
    """An event's title as one chat reads it.

    Attributes:
        text: The title, on one line; plain text from outside, to be escaped like any other.
        original: The headline as an outlet wrote it, to be shown muted below, where `text` was
            composed from facts because no outlet wrote one in the chat's language; else None.
        language: Of `text` (ISO 639-1): the `lang` of an element of a page.
        original_language: Of `original`, or None with it.
    """

    text: str
    original: str | None
    language: str
    original_language: str | None

    def original_lines(self, most: int = 200) -> list[Line]:
        """Return the original headline as a muted line, or nothing."""
        if self.original is None:
            return []
        return [line(Span(clean_line(self.original, most), Style.MUTED))]


def event_title(view: View, record: EventRecord, most: int = 300) -> EventTitle:
    """Return what an event is called in the chat's language.

    The best headline that an outlet wrote in it; where there is none, one composed from facts.

    Args:
        view: The chat, or `View.plain(language, catalogue)` for a page of no chat.
        record: The event.
        most: Characters at most.
    """
    event, wanted = record.event, view.translator.language
    if written := (event.titles or {}).get(wanted):
        return EventTitle(clean_line(written, most), None, wanted, None)
    return EventTitle(clean_line(event.title, most), None, event.language, None)
