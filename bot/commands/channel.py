"""/channel: how a channel, in which nobody can talk to the bot, is set up from a private chat.

And publish, which makes a chat tell of some organisations in a language, by one line.

The adapter of the platform takes "/channel @name settings" apart, sees to it that who says so
administers the channel, and hands on "settings" as said in the channel (`Request.behalf`). What
comes here is a /channel that names no channel, or one that cannot be set up.
"""

from sqlmodel import Session

from bot.commands.arguments import do_not_know, named
from bot.commands.context import Context
from bot.commands.locale import find_language
from bot.commands.registry import Command
from bot.language.translator import N_
from bot.messages.message import Message, Span, Style, fill_spans, text_message
from config.languages import INTERFACE_LANGUAGES
from storage import chats
from storage.chats import ChatFields
from storage.enums import CardForm, Mode, Topic


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
        fill_spans(
            _("All in one line, organisations and language: {example}"),
            example=context.command(f"channel @name {_example(context)}"),
        ),
    ]
    if context.arguments:
        lines.insert(
            0,
            fill_spans(_("I can't set up that channel: I am not in it, or you are not its admin.")),
        )
    return [text_message(*lines)]


async def publish(context: Context) -> list[Message]:
    """Tell of just the organisations that are named, in the language behind them, by alerts."""
    _ = context.gettext
    *words, last = context.arguments.split() or [""]
    form = CardForm(last) if last in set(CardForm) else None
    if form is not None:
        *words, last = words or [""]
    language = find_language(last)
    wanted = named(context, " ".join(words))
    if language is None or not wanted.known or wanted.unknown:
        unknown = [do_not_know(context, text) for text in wanted.unknown]
        example = context.command(_example(context))
        hint = _("Name organisations, then a language: {example}")
        return [text_message(*unknown, fill_spans(hint, example=example))]

    def work(session: Session) -> None:
        for held in chats.subscriptions(session, context.chat.id):
            chats.unsubscribe(session, context.chat.id, held.topic, held.subject)
        for organization in wanted.known:
            chats.subscribe(session, context.chat.id, Topic.ORGANIZATION, organization)
        chats.resume(session, context.chat.id)
        fields: ChatFields = {"language": language, "mode": Mode.INSTANT}
        if form is not None:
            fields["form"] = form
        chats.update(session, context.chat.id, **fields)

    await context.change(work)
    told = _(
        "From now on this is told here at once: {organizations}, in this language: {language}."
    )
    return [
        text_message(
            fill_spans(
                told,
                organizations=Span(context.names_of(wanted.known), Style.BOLD),
                language=Span(INTERFACE_LANGUAGES[language], Style.BOLD),
            ),
            fill_spans(
                _("{settings} shows what is set now."), settings=context.command("settings")
            ),
        )
    ]


def _example(context: Context) -> str:
    language = INTERFACE_LANGUAGES[context.translator.language]
    return f"publish {context.name_of('ots')}, {context.name_of('turksoy')} {language}"


COMMANDS = (
    Command("channel", channel, N_("set up a channel"), N_("@NAME COMMAND")),
    Command("publish", publish, changes=True, listed=False),
)
