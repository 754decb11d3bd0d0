"""What stands behind a card.

Everybody with the sentence each was read from, and every article with outlet, language and time.
"""

from collections import defaultdict
from collections.abc import Sequence

from bot.messages.buttons import Rows, event_address, share_address
from bot.messages.icalendar import calendar_file
from bot.messages.message import (
    Block,
    BlockKind,
    Button,
    Line,
    Message,
    Span,
    Style,
    clean_line,
    excerpt,
    fill_spans,
    line,
    text_block,
)
from bot.messages.people import name_of, part
from bot.messages.place import link
from bot.messages.titles import event_title
from bot.messages.view import View
from storage.event_rows import ParticipationRow
from storage.events import EventArticle, EventRecord

PROOF = 400
"""Characters of a sentence of proof."""

MENTIONED = 12
"""People named in the line of those who are only mentioned; the rest is counted."""


def who(view: View, record: EventRecord) -> Message:
    """Return everybody who is named: those present, and in one line those who are only mentioned.

    A sentence of proof stands once, below all whom it names, and shows the words around the first
    of them. A name that is shown in the chat's script stands there as its article writes it too.
    """
    _ = view.translator.gettext
    there, named = list[ParticipationRow](), list[ParticipationRow]()
    for guest in record.participations:
        (there if guest.attended or guest.by_message else named).append(guest)
    blocks = [_title(view, record)]
    by_proof = defaultdict[str, list[ParticipationRow]](list)
    for participation in there:
        by_proof[participation.proof].append(participation)
    for proof, together in by_proof.items():
        blocks.append(_together(view, record, proof, together))
    if not there:
        blocks.append(text_block(_("The articles name nobody who took part.")))
    if named:
        heading = line(Span(_("Mentioned, but not reported as present"), Style.BOLD))
        blocks.append(text_block(heading, _mentioned(view, record, named)))
    return Message(tuple(blocks))


def _together(
    view: View, record: EventRecord, proof: str, people: Sequence[ParticipationRow]
) -> Block:
    """Return those whom one sentence names, and below them the sentence."""
    heads = [_person(view, record, person) for person in people]
    quoted = excerpt(proof, people[0].name, PROOF)
    return Block(BlockKind.TEXT, (*heads, line(Span(view.translator.quoted(quoted), Style.ITALIC))))


def _person(view: View, record: EventRecord, one: ParticipationRow) -> Line:
    shown, written = name_of(view, record, one), clean_line(one.name, 80)
    name: list[str | Span] = [
        Span(shown, Style.BOLD),
        *([f" ({written})"] if shown != written else []),
    ]
    has = part(view, record, one)
    return line(*name, " · ", has) if has else line(*name)


def _mentioned(view: View, record: EventRecord, named: Sequence[ParticipationRow]) -> Line:
    """Return the names of those who are only mentioned, and how many there are besides."""
    names = [name_of(view, record, participation, 60) for participation in named[:MENTIONED]]
    rest = len(named) - MENTIONED
    more = view.translator.ngettext("+ {number} more person", "+ {number} more people", rest)
    return line("; ".join(names), f" {more}" if rest > 0 else "")


def all_sources(view: View, record: EventRecord) -> Message:
    """Return every article that reports the event, the first to be seen first.

    Behind them stand those of other events that name who took part.
    """
    lines: list[Line] = []
    for article in (*record.articles, *record.naming):
        lines += _article(view, article)
    return Message((_title(view, record), Block(BlockKind.ITEMS, tuple(lines))))


def _article(view: View, article: EventArticle) -> list[Line]:
    about = [clean_line(article.source, 60)]
    if article.language:
        about.append(view.translator.language_name(article.language))
    about.append(view.moment(article.published_at or article.first_seen_at))
    return [
        line("• ", Span(clean_line(article.title, 200), url=link(article.url))),
        line("  ", " · ".join(about)),
    ]


def calendar(view: View, record: EventRecord) -> Message:
    """Return the event as a file for a calendar, or say that its day is not known."""
    _, event = view.translator.gettext, record.event
    if event.starts_on is None:
        return Message(
            (
                _title(view, record),
                text_block(
                    _(
                        "The articles do not say when it is,"
                        " so there is nothing to put into a calendar."
                    )
                ),
            )
        )
    when = view.translator.dates(event.starts_on, event.ends_on)
    return Message((_title(view, record), text_block(when)), document=calendar_file(view, record))


def share(view: View, record: EventRecord) -> Message:
    """Return a text that can be passed on as it is."""
    address = share_address(view, record)
    sentence = view.translator.gettext(
        "Forward this card, or type my name and “event {number}” in any chat."
    )
    hint = fill_spans(sentence, number=record.event.id)
    rows: Rows = ((Button(view.translator.gettext("Share"), url=address),),) if address else ()
    page = event_address(view, record)
    leads = [line(page)] if page else []
    return Message((_title(view, record), text_block(*leads, hint)), rows)


def _title(view: View, record: EventRecord) -> Block:
    title = event_title(view, record)
    head = Span(title.text, Style.BOLD)
    return text_block(head, *title.original_lines(), kind=BlockKind.HEADING)
