"""Who took part in an event, as a card lists them: who was there, and who is still expected."""

from collections.abc import Sequence

from bot.extraction.facts import Tense
from bot.merging.standing import leads
from bot.messages.message import Block, BlockKind, Line, Span, Style, line
from bot.messages.people import expected_label, in_order, name_of, part_spans
from bot.messages.view import View
from storage.event_rows import ParticipationRow
from storage.events import EventRecord

WHOLE = 8
"""People up to whom each has a line of his own in a card: names and offices folded are no fewer."""

SHOWN = 5
"""People of more who have a line; leaders of states always have, as far as LEADERS."""

LEADERS = 10

NAMED = 3
"""People who moderated still named behind "+ n more"."""

EXPECTED = 8
"""People named of those who are still expected, beside whoever is there; the rest is counted."""


def people(view: View, record: EventRecord) -> Block | None:
    """Return the block of those who took part, or None when the texts name nobody who did.

    Those who moderated come last: when the list is long, they are named in its fold. Whom only
    announcements name is expected, and stands under that word: in the list where nobody is said to
    be there yet, else in a line below it. Who only sent a message has the last line.

    Args:
        view: The chat.
        record: The event.
    """
    present, wrote = in_order(record.participations), _wrote(view, record)
    if not present:
        return Block(BlockKind.PEOPLE, wrote) if wrote else None
    ahead = _expected(record, present)
    there = [guest for guest in present if guest not in ahead]
    rows = _rows(view, record, there or ahead)
    if not there:
        expected = line("👥 ", view.translator.gettext("expected:"))
        return Block(BlockKind.PEOPLE, (expected, *(line("   ", *row) for row in rows), *wrote))
    lines = [line("👥 " if at == 0 else "   ", *row) for at, row in enumerate(rows)]
    if ahead:
        names = [name_of(view, record, guest, 60) for guest in ahead[:EXPECTED]]
        more = f" + {len(ahead) - EXPECTED}" if len(ahead) > EXPECTED else ""
        told = expected_label(view, over=view.was_over(record.event))
        lines.append(line(told.format(names=", ".join(names) + more)))
    return Block(BlockKind.PEOPLE, (*lines, *wrote))


def _wrote(view: View, record: EventRecord) -> tuple[Line, ...]:
    """Return the line of those who were not there and sent a message; nothing where nobody did."""
    senders = [guest for guest in record.participations if guest.by_message]
    if not senders:
        return ()
    names = [name_of(view, record, guest, 60) for guest in senders[:EXPECTED]]
    more = f" + {len(senders) - EXPECTED}" if len(senders) > EXPECTED else ""
    told = view.translator.gettext("sent a message: {names}")
    return (line("✉️ ", told.format(names=", ".join(names) + more)),)


def _expected(record: EventRecord, present: Sequence[ParticipationRow]) -> list[ParticipationRow]:
    """Return those of `present` whom only announcements of an event name."""
    if record.event.tense == Tense.FUTURE:
        return [*present]
    names = set((record.event.gathering or {}).get("expected", ()))
    return [guest for guest in present if guest.name in names]


def _rows(view: View, record: EventRecord, guests: Sequence[ParticipationRow]) -> list[Line]:
    """Return a line for each of some people, the last of them folded where they are many."""
    leaders = [at for at, guest in enumerate(guests[:LEADERS], 1) if _leads(guest)]
    most = max(SHOWN, *leaders, 0)
    shown = guests if len(guests) <= max(WHOLE, most + 1) else guests[:most]
    rows = [_person(view, record, guest) for guest in shown]
    if rest := guests[len(shown) :]:
        rows.append(_fold(view, record, rest))
    return rows


def _leads(guest: ParticipationRow) -> bool:
    """Whether somebody leads a state or its government."""
    return guest.country_code is not None and leads(guest.role)


def _person(view: View, record: EventRecord, one: ParticipationRow) -> Line:
    name, parts = Span(name_of(view, record, one), Style.BOLD), part_spans(view, record, one)
    return line(name, " · ", *parts) if parts else line(name)


def _fold(view: View, record: EventRecord, rest: Sequence[ParticipationRow]) -> Line:
    """Return "+ 7 more people (Omar Sultanov, moderator)": only those who moderated are named."""
    chairs = [guest for guest in rest if guest.moderator and not guest.presides]
    gettext, ngettext = view.translator.gettext, view.translator.ngettext
    chair = gettext("moderator")
    names = "; ".join(f"{name_of(view, record, guest)}, {chair}" for guest in chairs[:NAMED])
    if not names:
        return line(ngettext("+ {number} more person", "+ {number} more people", len(rest)))
    more = ngettext(
        "+ {number} more person ({names})",
        "+ {number} more people ({names})",
        len(rest),
        names=names,
    )
    return line(more)
