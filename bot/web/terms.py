"""The terms that somebody served at the head of organisations, as the catalogue has them, drawn.

The catalogue's days may lack their month; a bar begins in the middle of what is not known.
"""

from dataclasses import dataclass
from datetime import date

from bot.language.romanize import sound
from bot.messages.people import office
from bot.web.entries import Mark, marks
from bot.web.page import Visit
from bot.web.stated_offices import term_days
from config.organizations import Head

WIDTH = 640.0
"""Of the drawing, in its own pixels."""

_THINNEST = 6.0


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office.

    Attributes:
        days: From when to when.
        role: The office.
        mark: The organisation.
        left: Where its bar begins.
        width: Of its bar.
    """

    days: str
    role: str
    mark: Mark
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Terms:
    """All terms of somebody, the last first.

    Attributes:
        terms: The terms.
        years: Years that stand under the drawing: where, and which.
    """

    terms: tuple[Term, ...]
    years: tuple[tuple[float, int], ...]


def terms_of(visit: Visit, person_sound: str) -> Terms:
    """Return the terms of somebody who heads or headed organisations; none for anybody else."""
    if person_sound not in visit.site.heads:
        return Terms((), ())
    held = list[tuple[str, Head]]()
    for organization in visit.view.catalogue.organizations:
        for head in organization.heads:
            if person_sound in {sound(spelling) for spelling in (head.name, *head.spellings)}:
                held.append((organization.id, head))
    dated = [(body, head) for body, head in held if head.since]
    if not dated:
        return Terms((), ())
    now = visit.today.year + visit.today.timetuple().tm_yday / 366
    first = min(_year(head.since) for _, head in dated if head.since)
    scale = WIDTH / max(now - first, 1)
    terms = list[Term]()
    for body, head in sorted(dated, key=lambda pair: -_year(pair[1].since or "0")):
        begins, ends = _year(head.since or "0"), _year(head.until) if head.until else now
        left = round(min((begins - first) * scale, WIDTH - _THINNEST), 1)
        width = round(max((ends - begins) * scale, _THINNEST), 1)
        mark, role = marks(visit, [body])[0], office(visit.view, head.role, None, "en")
        terms.append(Term(term_days(visit.view, head), role, mark, left, width))
    return Terms(tuple(terms), ((0.0, int(first)), (WIDTH, visit.today.year)))


def _year(stated: str) -> float:
    """Return a date that may lack its day or month as years: 2022-07-02 is 2022.5."""
    year, *rest = (int(part) for part in stated.split("-"))
    if not rest:
        return year + 0.5
    day = date(year, rest[0], rest[1] if len(rest) > 1 else 15)
    return year + day.timetuple().tm_yday / 366
