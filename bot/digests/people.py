"""How people stand in a card: the name, then the part they had, said once.

Articles give role and body in every mixture: "Secretary General" of the "OTS", "Secretary General of the OTS" of the "Organization of
Turkic States", or the long name with the abbreviation behind it. A line says the office once and the organisation by its short name.
"""

import re
from collections.abc import Sequence

from bot.digests.view import View
from bot.message import Block, BlockKind, Line, Span, Style, line, tidy
from config.text import fold
from storage.models import Participation

SHOWN = 5
"""People with a line of their own in a card."""

NAMED = 3
"""People still named behind "+ n more"."""


def people(view: View, participations: Sequence[Participation], language: str) -> Block | None:
    """Return the block of those who took part, or None when the texts name nobody who did.

    Those who chaired come last: when the list is long, they are named in its fold. A fold of one is no fold, for it saves no line.

    Args:
        view: The chat.
        participations: In the order of the event.
        language: Of the event's names and roles (ISO 639-1).
    """
    present = in_order(participations)
    if not present:
        return None
    shown = present if len(present) <= SHOWN + 1 else present[:SHOWN]
    lines = [line("👥 " if at == 0 else "   ", *_person(view, one, language)) for at, one in enumerate(shown)]
    if rest := present[len(shown) :]:
        lines.append(line("   ", *_fold(view, rest)))
    return Block(BlockKind.PEOPLE, tuple(lines))


def in_order(participations: Sequence[Participation]) -> list[Participation]:
    """Return those who took part, the foremost first and those who chaired last."""
    return sorted((one for one in participations if one.attended), key=lambda one: (one.moderator, one.position))


def _person(view: View, one: Participation, language: str) -> Line:
    parts = [view.translator.gettext("moderator")] if one.moderator else []
    if has := office(view, one.role, one.affiliation, language):
        parts.append(has)
    name = Span(tidy(one.name, 80), Style.BOLD)
    return line(name, " · ", "; ".join(parts)) if parts else line(name)


def _fold(view: View, rest: Sequence[Participation]) -> Line:
    """Return "+ 2 more (Omar Sultanov, moderator; Kadir Yaman)"; of a longer rest only those who chaired are named."""
    chairs = [one for one in rest if one.moderator]
    named = [*chairs, *(one for one in rest if not one.moderator)] if len(rest) <= NAMED else chairs[:NAMED]
    gettext = view.translator.gettext
    names = "; ".join(f"{tidy(one.name, 80)}, {gettext('moderator')}" if one.moderator else tidy(one.name, 80) for one in named)
    if not names:
        return line(gettext("+ {count} more", count=len(rest)))
    return line(gettext("+ {count} more ({names})", count=len(rest), names=names))


def office(view: View, role: str | None, affiliation: str | None, language: str) -> str:
    """Return role and body as one phrase without repetition; empty when the text states neither.

    Args:
        view: The chat.
        role: As stated.
        affiliation: As stated.
        language: Of both; the organisation's short name is given in it too.
    """
    role, affiliation = tidy(role or "", 160), tidy(affiliation or "", 120)
    body = view.names.find_current(_without_brackets(affiliation)) if affiliation else None
    if body is None:
        return role if _says(role, affiliation) else ", ".join(part for part in (role, affiliation) if part)
    organization = view.catalogue.organization(body)
    short = organization.short_name(language)
    if not role:
        return short
    spellings = sorted({one.text for one in organization.spellings()} | {affiliation}, key=len, reverse=True)
    if not any(_says(role, spelling) for spelling in (*spellings, short)):
        return f"{role}, {short}"
    for spelling in spellings:
        if _says(role, spelling) and len(spelling) > len(short):
            role = re.sub(rf"(?<!\w){re.escape(spelling)}(\s*\([^()]*\))?(?!\w)", lambda _: short, role, flags=re.IGNORECASE)
            break
    return role


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*\([^()]*\)$", "", text)


def _says(text: str, phrase: str) -> bool:
    """Whether `text` holds the words of `phrase`."""
    return f" {_words(phrase)} " in f" {_words(text)} "


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))
