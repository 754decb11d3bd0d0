"""Small facts of events as every layout writes them: the place, and links that are safe to press."""

from bot.message import tidy
from config.text import fold
from storage.models import Event


def place(event: Event, *, venue: bool = True) -> str:
    """Return where an event is, from the narrowest to the widest, each once: "United Nations Office, Geneva, Switzerland"."""
    parts: list[str] = []
    for part in (event.venue if venue else None, event.city, event.country):
        if part and fold(part) not in {fold(known) for known in parts}:
            parts.append(tidy(part, 120))
    return ", ".join(parts)


def link(url: str) -> str | None:
    """Return `url` when it is safe to offer for pressing, else None."""
    return url if url.startswith(("https://", "http://")) else None
