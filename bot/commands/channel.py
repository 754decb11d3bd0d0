"""/channel: how a channel, in which nobody can talk to the bot, is set up from a private chat.

The adapter of the platform takes "/channel @name settings" apart, sees to it that who says so
administers the channel, and hands on "settings" as said in the channel (`Request.behalf`). What
comes here is a /channel that names no channel, or one that cannot be set up.
"""

from bot.commands.context import Context
from bot.commands.registry import Command
from bot.language.translator import N_
from bot.messages.message import Message, fill_spans, text_message


async def channel(context: Context) -> list[Message]:
    """Explain how it is done."""
    _ = context.gettext
    if not context.capabilities.has_channels:
        return [
            text_message(
                fill_spans(
                    _(
                        "Only Telegram has channels; here, invite me to the room and"
                        " write to me there."
                    )
                )
            )
        ]
    if not context.request.private:
        return [text_message(fill_spans(_("Set up a channel from our private chat.")))]
    lines = [
        fill_spans(
            _(
                "Make me an admin of your channel, with the right to post"
                " messages. Then send here, as its admin:"
            )
        ),
        fill_spans("{command}", command=context.command("channel @name settings")),
        fill_spans(
            _("Any command works after the channel's name: {example}"),
            example=context.command("channel @name subscribe turksoy"),
        ),
    ]
    if context.arguments:
        lines.insert(
            0,
            fill_spans(_("I can't set up that channel: I am not in it, or you are not its admin.")),
        )
    return [text_message(*lines)]


COMMANDS = (Command("channel", channel, N_("set up a channel"), N_("@NAME COMMAND")),)
