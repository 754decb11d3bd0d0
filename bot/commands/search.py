"""/search: events by words, in any language of the bot."""

from bot.commands.context import Context
from bot.commands.events import USUAL
from bot.commands.pagination import paged
from bot.commands.registry import Command
from bot.commands.search_answer import Answer, found, nearly_found
from bot.language.translator import N_
from bot.messages.event_list import EventQuery
from bot.messages.message import Line, Message, clean_line, fill_spans, text_message


async def answers(context: Context, question: str) -> bool:
    """Whether any event answers a question."""
    return bool(
        await context.services.database.read(found, context.services.questions, question, limit=1)
    )


async def find(context: Context) -> list[Message]:
    """Show the events in which all the words stand."""
    _ = context.gettext
    if not context.arguments:
        return [
            text_message(
                fill_spans(
                    _("Write what to look for: {example}"),
                    example=context.command(
                        f"search {context.city('geneva')} {context.name_of('ots')}"
                    ),
                )
            )
        ]
    answer = await context.services.database.read(
        nearly_found,
        context.services.questions,
        context.arguments,
        limit=USUAL + 1,
        offset=context.offset,
    )
    shown = clean_line(context.arguments, 60)
    asked = EventQuery(
        context.translator.gettext("Found for “{words}”", words=shown),
        fill_spans(
            _(
                "Nothing found for “{words}”. All words must occur; the"
                " beginning of a word is enough."
            ),
            words=shown,
        ),
        ids=tuple(answer.ids),
        count=USUAL,
        before=_left_out(context, answer),
    )
    listing = await context.services.composer.events(context.chat, asked, context.now)
    return [paged(context, listing, f"search {context.arguments}", USUAL)]


def _left_out(context: Context, answer: Answer) -> tuple[Line, ...]:
    """Return the line that names the words without which events were found, where any were."""
    if not answer.ids or not answer.left_out:
        return ()
    quoted = [context.translator.quoted(word) for word in answer.left_out]
    sentence = context.gettext("Found without: {words}.")
    return (fill_spans(sentence, words=", ".join(quoted)),)


COMMANDS = (
    Command(
        "search",
        find,
        N_("search all events and articles"),
        N_("WORDS"),
        N_("All words must occur; the beginning of a word is enough."),
    ),
)
