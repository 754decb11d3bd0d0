"""The card: one event on one screen, and nothing that the articles do not say."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from unicodedata import category

from bot.language.argument_words import shown
from bot.messages.buttons import Rows, buttons, event_address
from bot.messages.change_notice import stamp
from bot.messages.event_lines import parts_line, parts_there
from bot.messages.message import (
    Block,
    BlockKind,
    Line,
    Message,
    Span,
    Style,
    line,
    text_block,
)
from bot.messages.outcomes import outcome_block
from bot.messages.outlets import by_outlet
from bot.messages.people import in_order
from bot.messages.people_block import WHOLE as LINED
from bot.messages.people_block import people
from bot.messages.place import link, place
from bot.messages.titles import event_title
from bot.messages.view import View
from storage.enums import CardForm
from storage.events import EventArticle, EventRecord
from storage.models import Chat

OUTLETS, MOST_OUTLETS = 3, 5
"""Sources named in a card, and where those who name the people shown are more; others counted."""

MOST_TAGS = 6
"""Hashtags of a card."""

_IN_TAGS = frozenset({"Lu", "Ll", "Lo", "Lt", "Nd"})
"""Sorts of characters of hashtags: no marks, for a letter's own apostrophe would end one."""


@dataclass(frozen=True, slots=True)
class CardStyle:
    """How a chat wants its cards.

    Attributes:
        form: How much they tell.
        hashtags: Whether they end with hashtags.
    """

    form: CardForm = CardForm.LONG
    hashtags: bool = False

    @classmethod
    def of(cls, chat: Chat) -> "CardStyle":
        """Return the style of a chat."""
        return cls(CardForm(chat.form), chat.hashtags)


WHOLE = CardStyle()
"""The style of a card that is asked for."""


def card(view: View, record: EventRecord, style: CardStyle = WHOLE) -> Message:
    """Return the card of an event, with its buttons.

    Where there are none, its last line is the command that they would give.

    Args:
        view: The chat that it is for.
        record: The event with all that hangs on it.
        style: How much it tells.
    """
    blocks = _title_only(view, record) if style.form is CardForm.TITLE else _whole(view, record)
    if style.form is CardForm.SHORT:
        blocks = [block for block in blocks if block.kind is not BlockKind.PEOPLE]
    if style.hashtags and (tags := hashtags(view, record)):
        blocks.append(text_block(" ".join(tags), kind=BlockKind.FOOTER))
    rows = buttons(view, record)
    if not view.controls.has_buttons:
        words = f"event {record.event.id} who | sources | calendar"
        opens = f"{view.controls.command_prefix}{shown(words, view.translator.language)}"
        muted = line(Span(opens, Style.MUTED))
        blocks.append(text_block(*_signs(view, rows), muted, kind=BlockKind.FOOTER))
    pictures = (article.picture_url for article in record.articles)
    picture = next((url for url in pictures if url and link(url)), None)
    return Message(tuple(blocks), rows, picture=picture)


def _whole(view: View, record: EventRecord) -> list[Block]:
    event, title = record.event, event_title(view, record)
    blocks = [
        text_block(
            view.kind(event),
            Span(title.text, Style.BOLD),
            *title.original_lines(),
            kind=BlockKind.HEADING,
        ),
        *stamp(view, record),
        _facts(view, record),
        outcome_block(view, record),
        people(view, record),
        _parts(view, record),
        Block(BlockKind.LINKS, (*_organizations(view, record), sources(view, record))),
    ]
    return [block for block in blocks if block]


def _title_only(view: View, record: EventRecord) -> list[Block]:
    """Return what, when and where, and what became of it: its title leads to all the rest."""
    title = Span(event_title(view, record).text, Style.BOLD, event_address(view, record))
    heading = text_block(title, kind=BlockKind.HEADING)
    return [heading, *stamp(view, record), _facts(view, record)]


def hashtags(view: View, record: EventRecord) -> list[str]:
    """Return the organisations and the town of an event as hashtags: "#OTS", "#Geneva"."""
    bodies = map(view.organization, view.in_order(record.organizations))
    where = view.city(record.event) or view.country(record.event)
    tags = [_hashtag(name) for name in (*bodies, where)]
    return list(dict.fromkeys(tag for tag in tags if tag))[:MOST_TAGS]


def _hashtag(name: str) -> str:
    """Return a name as a hashtag, which letters and digits alone make up; empty without any."""
    words = name.replace("-", " ").split()
    joined = "".join(word[:1].upper() + word[1:] for word in words)
    kept = "".join(sign for sign in joined if category(sign) in _IN_TAGS)
    return f"#{kept}" if kept and not kept.isdigit() else ""


def _signs(view: View, rows: Rows) -> list[Line]:
    """Return the line that says what the signs under the card stand for, where there are any."""
    if not view.controls.has_signs:
        return []
    pressed = [button for row in rows for button in row if button.sign]
    named = " · ".join(f"{button.sign} {button.label}" for button in pressed)
    return [line(Span(named, Style.MUTED))]


def _facts(view: View, record: EventRecord) -> Block:
    event = record.event
    if event.starts_on:
        when = line(f"📅 {view.translator.dates(event.starts_on, event.ends_on)}")
    else:
        unknown = view.reported(record, "long") or view.translator.gettext("date not stated")
        when = line(Span(unknown, Style.MUTED))
    where = place(view, event)
    return Block(BlockKind.FACTS, (when, *([line(f"📍 {where}")] if where else [])))


def _parts(view: View, record: EventRecord) -> Block | None:
    """Return what else there was at an event; None for nothing that the chat can read."""
    told = parts_line(view, record, parts_there(record))
    return Block(BlockKind.FACTS, (told,)) if told else None


def _organizations(view: View, record: EventRecord) -> list[Line]:
    names = [
        view.organization(organization) for organization in view.in_order(record.organizations)
    ]
    return [line(" · ".join(names))] if names else []


def sources(view: View, record: EventRecord) -> Line:
    """Return the outlets, each once and linked to an article; some, and a count.

    Official ones stand first, then the earliest, and behind a name how many articles it has, where
    it has several, and the day of the latest; of these the first in the chat's language is linked,
    or else the first. Whoever names somebody with a line of his own is among them.
    """
    outlets = by_outlet(view, [*record.articles, *record.naming])
    shown = in_order(record.participations)[:LINED]
    chosen = _chosen(outlets, {guest.article_id for guest in shown})
    parts: list[str | Span] = []
    for name, theirs in chosen.items():
        parts += [" · "] if parts else []
        readable = [told for told in theirs if told.language == view.translator.language]
        parts.append(Span(name, url=link((readable or theirs)[0].url)))
        parts += [f" ({len(theirs)})"] if len(theirs) > 1 else []
        published = [told.published_at for told in theirs if told.published_at]
        if published:
            parts.append(f", {view.translator.date(view.local_date(max(published)), 'short')}")
    if (more := len(outlets) - len(chosen)) > 0:
        counted = view.translator.ngettext(
            "+ {number} more source", "+ {number} more sources", more
        )
        parts += [" · ", counted]
    return line(*parts)


def _chosen(
    outlets: dict[str, list[EventArticle]], named_by: Collection[int]
) -> dict[str, list[EventArticle]]:
    """Return the outlets that a card names: the first, and those by whose articles people stand."""
    names = [*outlets]
    naming = [name for name in names if _names_anybody(outlets[name], named_by)]
    foremost = [*dict.fromkeys([*names[:1], *naming])][:MOST_OUTLETS]
    most = max(OUTLETS, len(foremost))
    kept = [*dict.fromkeys([*foremost, *names])][:most]
    return {name: outlets[name] for name in names if name in kept}


def _names_anybody(articles: Sequence[EventArticle], named_by: Collection[int]) -> bool:
    """Whether somebody shown is told of by one of some articles."""
    return any(article.id in named_by for article in articles)
