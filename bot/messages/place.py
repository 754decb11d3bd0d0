"""Small facts of events as every layout writes them.

The place, and links that are safe to press.
"""

from bot.messages.view import View
from config.text import fold
from storage.event_rows import EventRow


def place(view: View, event: EventRow, *, venue: bool = True) -> str:
    """Return where an event is, from the narrowest to the widest, each once.

    "United Nations Office, Geneva, Switzerland".

    Town and country are in the chat's language, and so are the buildings that are known; another
    one stays as its article calls it.
    """
    parts: list[str] = []
    for part in (
        view.venue(event) if venue else "",
        view.city(event),
        view.country(event),
    ):
        if part and fold(part) not in {fold(known) for known in parts}:
            parts.append(part)
    return ", ".join(parts)


def link(url: str) -> str | None:
    """Return `url` when it is safe to offer for pressing, else None."""
    return url if url.startswith(("https://", "http://")) else None
