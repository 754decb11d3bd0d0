"""How each thing that a chat follows comes: at once, in the digest, silently, or as all else does.

It stands behind the names of /follow and /subscribe, and has a screen behind /subscriptions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.commands.context import Context, by_topic, manner_labels
from bot.commands.pagination import turned
from bot.commands.registry import Command
from bot.language.argument_words import ending, said
from bot.messages.message import (
    BlockKind,
    Button,
    Line,
    Message,
    Span,
    Style,
    fill_spans,
    line,
    text_block,
)
from storage import chats
from storage.enums import Manner
from storage.following import Subject
from storage.models import Chat

PAGE = 10
"""Things with a button on one screen."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Something that a chat follows.

    Attributes:
        id: Of its subscription, or of the first where somebody goes by several spellings.
        name: As the chat reads it.
        manner: How it comes.
        subjects: Topic and subject of each subscription.
    """

    id: int
    name: str
    manner: Manner
    subjects: tuple[Subject, ...]


async def manners(context: Context) -> list[Message]:
    """Show how each thing comes, each with a button that moves it on to the next manner.

    With the number of one, move that on first.
    """
    held = await _followed(context)
    chosen = next((known for known in held if str(known.id) == context.arguments), None)
    if chosen is not None:
        order = list(Manner)
        following = order[(order.index(chosen.manner) + 1) % len(order)]
        await set_manner(context, chosen.subjects, following)
        held = await _followed(context)
    return [_screen(context, held)]


def with_manner(context: Context) -> tuple[str, Manner | None]:
    """Return the names in a command's arguments, and the manner that they end with, if any."""
    names, word = ending("manner", context.arguments, context.translator.language)
    return names, Manner(word) if word else None


async def set_manner(context: Context, subjects: Sequence[Subject], manner: Manner) -> Chat:
    """Let subscriptions of the chat come in a manner; return the chat, its digest timed anew."""

    def work(session: Session) -> None:
        for topic, subject in subjects:
            chats.set_manner(session, context.chat.id, topic, subject, manner)

    _done, chat = await context.change(work)
    return chat


def comes(context: Context, name: str, manner: Manner) -> Line:
    """Return how something comes from now on."""
    return line(Span(name, Style.BOLD), f": {manner_labels(context.translator)[manner]}.")


async def _followed(context: Context) -> list[Followed]:
    """Return what the chat follows, somebody under several spellings once."""
    found: dict[str, Followed] = {}
    for held in await context.subscriptions():
        names = await context.names_of_subjects(by_topic([held]))
        name = names[0] if names else held.subject
        known = found.get(name)
        subjects = (*(known.subjects if known else ()), (held.topic, held.subject))
        first = known.id if known else held.id
        found[name] = Followed(first, name, Manner(held.manner), subjects)
    return list(found.values())


def _screen(context: Context, held: Sequence[Followed]) -> Message:
    _, labels = context.gettext, manner_labels(context.translator)
    shown = held[context.offset : context.offset + PAGE]
    pressed = context.capabilities.has_buttons  # what stands on the buttons is not told twice
    lines = [
        line("• ", followed.name, " · ", Span(labels[followed.manner], Style.BOLD))
        for followed in shown
    ]
    words = [said(manner.value, context.translator.language) for manner in Manner]
    example = held[0].name if held else context.name_of("ots")
    hint = fill_spans(
        _("Behind a name, one of these words sets it: {words}. For example: {example}"),
        words=", ".join(words[1:] + words[:1]),
        example=context.command(f"follow {example} {words[2]}"),
    )
    blocks = [
        text_block(Span(_("How each comes"), Style.BOLD), kind=BlockKind.HEADING),
        *([text_block(*lines, kind=BlockKind.ITEMS)] if lines and not pressed else []),
        text_block(hint, kind=BlockKind.FOOTER),
    ]
    page = f" #{context.offset}" if context.offset else ""
    rows = [
        (
            Button(
                f"{followed.name}: {labels[followed.manner]}",
                command=f"manners {followed.id}{page}",
            ),
        )
        for followed in shown
    ]
    message = Message(tuple(blocks), tuple(rows), replaces=True)
    following = context.offset + PAGE if len(held) > context.offset + PAGE else None
    message = turned(context, message, "manners", PAGE, following=following)
    back = (Button(f"← {_('Following')}", command="subscriptions"),)
    return Message(message.blocks, (*message.buttons, back), replaces=True)


COMMANDS = (Command("manners", manners, changes=True, reads=frozenset({""}), listed=False),)
