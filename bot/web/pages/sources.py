"""Sources: which outlets are read, in which language, and how each is doing."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.messages.message import clean_line
from bot.web.page import Page, Visit
from bot.web.stated import stamp
from storage import sources as stored
from storage.models import Source


@dataclass(frozen=True, slots=True)
class Row:
    """A source.

    Attributes:
        name: The outlet's.
        language: What the visitor calls it; empty where it is not known.
        state: How it is doing, in words.
        failing: Whether it fails.
        last: When it last answered; empty for never.
    """

    name: str
    language: str
    state: str
    failing: bool
    last: str


async def sources(visit: Visit) -> Page:
    """Return the page of sources; what a server said of a failure is not for the public."""
    _ = visit.view.translator.gettext
    found = await visit.read(_load)
    return Page(
        "sources.html",
        _("Sources"),
        _("Which outlets and organisations are read, and when each last answered."),
        values={"rows": [_row(visit, source) for source in found]},
    )


def _load(session: Session) -> list[Source]:
    return [source for source in stored.all_sources(session) if source.enabled]


def _row(visit: Visit, source: Source) -> Row:
    view, _ = visit.view, visit.view.translator.gettext
    failing = source.failures > 0
    answers = _("answers") if source.last_ok_at else _("not asked yet")
    return Row(
        clean_line(source.name, 80),
        view.translator.language_name(source.language) if source.language else "",
        _("does not answer") if failing else answers,
        failing,
        stamp(view, source.last_ok_at) if source.last_ok_at else "",
    )
