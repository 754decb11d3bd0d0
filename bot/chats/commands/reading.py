"""/latest: what happened last; and what a bare name of an organisation is answered with."""

from dataclasses import replace

from bot.chats.commands.context import Context
from bot.chats.commands.naming import do_not_know, named
from bot.chats.commands.registry import N_, Command
from bot.message import Button, Message, say

USUAL, MOST = 5, 20
"""Events listed when no number is given, and at most."""


async def latest(context: Context) -> list[Message]:
    """Show the events found last: of what was named, or of what the chat follows, or of all."""
    what, count = _parse(context.arguments)
    if not what:
        follows = await context.follows()
        return [await context.services.digests.latest(context.chat, follows or None, count, context.now)]
    wanted = named(context, what)
    answers = [say(do_not_know(context, text)) for text in wanted.unknown]
    if wanted.known:
        answers.append(await context.services.digests.latest(context.chat, wanted.known, count, context.now))
    return answers


async def about(context: Context, organization: str) -> list[Message]:
    """Answer a bare name: the latest events, and a button to follow the organisation for those who do not yet."""
    message = await context.services.digests.latest(context.chat, [organization], USUAL, context.now)
    if organization not in await context.follows():
        label = context.translator.gettext("Follow {organization}", organization=context.name_of(organization))
        message = replace(message, buttons=(*message.buttons, (Button(label, command=f"subscribe {organization}"),)))
    return [message]


def _parse(arguments: str) -> tuple[str, int]:
    """Return what is asked about, and how many events: a number at either end of `arguments`."""
    words = arguments.split()
    for at in (-1, 0):
        if words and words[at].isascii() and words[at].isdigit():
            count = int(words.pop(at)[:4])
            return " ".join(words), min(max(count, 1), MOST)
    return " ".join(words), USUAL


COMMANDS = (
    Command(
        "latest",
        latest,
        N_("the latest events"),
        N_("[NAME] [NUMBER]"),
        N_("Without a name: of what this chat follows. With the number 1: the whole card."),
    ),
)
