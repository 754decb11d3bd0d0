"""/exclude, /include: what a chat wants to be kept out of all that it follows."""

from collections.abc import Sequence
from functools import partial

from sqlmodel import Session

from bot.commands.arguments import either
from bot.commands.context import Context
from bot.commands.follow import FollowTarget, parts, understand, with_folded, words_as_target
from bot.commands.registry import Command
from bot.language.translator import N_
from bot.messages.message import Line, Message, Span, Style, clean_line, fill_spans, text_message
from storage import following
from storage.following import Subject


async def exclude(context: Context) -> list[Message]:
    """Keep out what is named; what is neither known nor a name is kept out as a word."""
    names = parts(context.arguments)
    if not names:
        return [text_message(*await _told(context))]
    answers: list[Line] = []
    for name in names:
        found = await understand(context, name) or words_as_target(context, name)
        answers.append(await _keep_out(context, name, found))
    return [text_message(*answers)]


async def include(context: Context) -> list[Message]:
    """Keep out no longer what is named."""
    _ = context.gettext
    names = parts(context.arguments)
    if not names:
        return [text_message(*await _told(context))]
    answers: list[Line] = []
    for name in names:
        found = await understand(context, name) + words_as_target(context, name)
        subjects = with_folded([subject for target in found for subject in target.subjects])
        ended = await context.services.database.run(_let_in, context.chat.id, subjects)
        sentence = _("“{name}” is kept out no longer.") if ended else _("“{name}” is not kept out.")
        answers.append(fill_spans(sentence, name=clean_line(name, 60)))
    return [text_message(*answers)]


async def _keep_out(context: Context, name: str, found: Sequence[FollowTarget]) -> Line:
    _ = context.gettext
    if not found:
        sentence = _("“{name}” is too short a word to be kept out.")
        return fill_spans(sentence, name=clean_line(name, 60))
    if len(found) > 1:
        return fill_spans(
            _("“{name}” could be several: {people}."),
            name=clean_line(name, 60),
            people=either(context, [target.label for target in found]),
        )
    work = partial(_exclude, chat_id=context.chat.id, subjects=found[0].subjects)
    new = await context.services.database.run(work)
    sentence = (
        _("Events about {what} are kept out from now on.")
        if new
        else _("Events about {what} are kept out already.")
    )
    return fill_spans(sentence, what=Span(found[0].label, Style.BOLD))


def _exclude(session: Session, chat_id: int, subjects: Sequence[Subject]) -> bool:
    new = [following.exclude(session, chat_id, *subject) for subject in subjects]
    return any(new)


def _let_in(session: Session, chat_id: int, subjects: Sequence[Subject]) -> bool:
    ended = [following.include(session, chat_id, *subject) for subject in subjects]
    return any(ended)


async def _told(context: Context) -> list[Line]:
    """Return what is kept out, and how that is changed."""
    _ = context.gettext
    names = await context.kept_out_names()
    known = (
        fill_spans(_("Kept out: {names}."), names=Span(", ".join(names), Style.BOLD))
        if names
        else fill_spans(_("Nothing is kept out of what this chat follows."))
    )
    return [
        known,
        fill_spans(
            _("{exclude} keeps something out, {include} lets it in again."),
            exclude=context.command(f"exclude {_('sport')}"),
            include=context.command(f"include {_('sport')}"),
        ),
    ]


COMMANDS = (
    Command(
        "exclude",
        exclude,
        N_("keep something out of what this chat follows"),
        N_("NAME, NAME …"),
        N_("Words, kinds of event, places, people, organisations."),
        changes=True,
        reads=frozenset({""}),
    ),
    Command(
        "include",
        include,
        N_("keep it out no longer"),
        N_("NAME, NAME …"),
        changes=True,
        reads=frozenset({""}),
    ),
)
