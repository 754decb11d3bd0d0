"""/organizations, /subscribe, /unsubscribe, /subscriptions: what a chat follows."""

from collections.abc import Collection

from sqlmodel import Session

from bot.commands.arguments import do_not_know, follows_nothing, named
from bot.commands.context import Context
from bot.commands.manners import comes, set_manner, with_manner
from bot.commands.registry import Command
from bot.language.translator import N_
from bot.messages.button_rows import CHOSEN, in_rows
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
    text_message,
)
from config.text import fold
from storage import chats
from storage.enums import Mode, Topic
from storage.models import Chat

PER_ROW = 2
"""Buttons side by side: two names can be read on a narrow phone."""


async def organizations(context: Context) -> list[Message]:
    """Show every organisation, which of them the chat follows, and a button for each."""
    return [listing(context, await context.follows())]


async def toggle(context: Context) -> list[Message]:
    """Follow an organisation, or no longer, and show the list anew in the place of the old one."""
    wanted = named(context, context.arguments)
    if not wanted.known:
        return [text_message(do_not_know(context, context.arguments))]
    await context.change(lambda session: _toggle(session, context.chat.id, wanted.known))
    return [listing(context, await context.follows())]


async def subscribe(context: Context) -> list[Message]:
    """Follow organisations."""
    _ = context.gettext
    names, manner = with_manner(context)
    wanted = named(context, names)
    if not wanted.known and not wanted.unknown:
        return await organizations(context)
    lines: list[Line] = []
    if wanted.known:
        before = await context.follows()
        new = [organization for organization in wanted.known if organization not in before]
        old = [organization for organization in wanted.known if organization in before]
        __, chat = await context.change(lambda session: _follow(session, context.chat.id, new))
        if manner is not None:
            subjects = [(Topic.ORGANIZATION, organization) for organization in wanted.known]
            chat = await set_manner(context, subjects, manner)
        if new:
            lines.append(
                fill_spans(
                    _("Now following {organizations}."),
                    organizations=Span(context.names_of(new), Style.BOLD),
                )
            )
            lines += when(context, chat) if manner is None else []
        if old and manner is None:
            lines.append(
                fill_spans(
                    _("Already following {organizations}."), organizations=context.names_of(old)
                )
            )
        if manner is not None:
            lines.append(comes(context, context.names_of(wanted.known), manner))
    lines += [do_not_know(context, text) for text in wanted.unknown]
    return [text_message(*lines)]


async def unsubscribe(context: Context) -> list[Message]:
    """Follow organisations no longer."""
    _ = context.gettext
    before = await context.follows()
    if not context.arguments:
        sentence = fill_spans(
            _("Name one: {example}"),
            example=context.command(f"unsubscribe {context.name_of('turksoy')}"),
        )
        return [text_message(sentence, *await _what(context))]
    wanted = named(context, context.arguments)
    lost = {fold(organization): organization for organization in await context.lost_organizations()}
    gone = [organization for organization in wanted.known if organization in before]
    gone += [lost[fold(text)] for text in wanted.unknown if fold(text) in lost]
    unknown = [text for text in wanted.unknown if fold(text) not in lost]
    await context.change(lambda session: _set(session, context.chat.id, (), gone))
    lines: list[Line] = []
    if gone:
        lines.append(
            fill_spans(
                _("No longer following {organizations}."),
                organizations=Span(context.names_of(gone), Style.BOLD),
            )
        )
    elif wanted.known:
        lines.append(
            fill_spans(
                _("This chat does not follow {organizations}."),
                organizations=context.names_of(wanted.known),
            )
        )
    lines += [do_not_know(context, text) for text in unknown]
    lines += await _what(context)
    return [text_message(*lines)]


async def subscriptions(context: Context) -> list[Message]:
    """Say what the chat follows and when its digest comes."""
    lines = await _what(context)
    if await context.subscriptions():
        lines += when(context, context.chat)
    if names := await context.kept_out_names():
        label = Span(", ".join(names), Style.BOLD)
        lines.append(fill_spans(context.gettext("Kept out: {names}."), names=label))
    buttons = [Button(context.gettext("Choose organisations"), command="organizations")]
    if await context.subscriptions():
        buttons.append(Button(context.gettext("How each comes"), command="manners"))
    rows = (*in_rows(buttons, PER_ROW), context.back())
    return [Message((text_block(*lines),), rows, replaces=True)]


def listing(context: Context, follows: Collection[str]) -> Message:
    """Return the list of all organisations with a tick at those followed, and a button for each."""
    _ = context.gettext
    language = context.translator.language
    lines: list[Line] = []
    buttons: list[Button] = []
    for organization in context.services.catalogue.organizations:
        short, name = organization.short_name(language), organization.name(language)
        tick = CHOSEN if organization.id in follows else "· "
        lines.append(
            line(tick, Span(short, Style.BOLD), *([f" · {name}"] if name != short else []))
        )
        buttons.append(
            Button(
                f"{CHOSEN}{short}" if organization.id in follows else short,
                command=f"toggle {organization.id}",
            )
        )
    rows = in_rows(buttons, PER_ROW)
    if not all(
        organization.id in follows for organization in context.services.catalogue.organizations
    ):
        rows.append((Button(_("Follow all"), command="toggle all"),))
    rows.append(context.back())
    example = context.services.catalogue.organizations[0].short_name(language)
    hint = fill_spans(
        _("{subscribe} follows one, {unsubscribe} stops it."),
        subscribe=context.command(f"subscribe {example}"),
        unsubscribe=context.command(f"unsubscribe {example}"),
    )
    blocks = (
        text_block(Span(_("Organisations (✓ followed)"), Style.BOLD), kind=BlockKind.HEADING),
        text_block(*lines, kind=BlockKind.ITEMS),
        text_block(hint, kind=BlockKind.FOOTER),
    )
    return Message(blocks, tuple(rows), replaces=True)


def when(context: Context, chat: Chat) -> list[Line]:
    """Return what the chat will get and when, in one line."""
    _ = context.gettext
    digest, zone = context.command("digest"), context.zone_label(chat.timezone)
    instant = chat.mode == Mode.INSTANT and chat.next_digest_at is None
    if instant or (chat.mode == Mode.BOTH and not chat.digest_at):
        return [
            fill_spans(
                _("Alerts come at once. There is no digest; {digest} turns it on."),
                digest=context.command("digest 08:30"),
            )
        ]
    if not chat.digest_at:
        return [
            fill_spans(
                _("Nothing is sent at the moment; {digest} turns the digest on."),
                digest=context.command("digest 08:30"),
            )
        ]
    at = context.translator.time(chat.digest_at)
    if chat.mode == Mode.DIGEST:
        sentence = _(
            "Everything comes in the digest at {time} ({zone}). To change: {digest}, {mode}"
        )
        return [
            fill_spans(sentence, time=at, zone=zone, digest=digest, mode=context.command("mode"))
        ]
    sentence = _(
        "Alerts come at once, the digest at {time} ({zone}). To change: {digest}, {timezone}"
    )
    return [
        fill_spans(
            sentence, time=at, zone=zone, digest=digest, timezone=context.command("timezone")
        )
    ]


async def _what(context: Context) -> list[Line]:
    _ = context.gettext
    names, lost = await context.followed_with_manners(), await context.lost_organizations()
    if not names and not lost:
        return [follows_nothing(context)]
    lines: list[Line] = []
    if names:
        lines.append(
            fill_spans(
                _("This chat follows {organizations}."),
                organizations=Span(context.translator.list(names), Style.BOLD),
            )
        )
    if lost:
        sentence = _(
            "No longer in my list: {organizations}. Nothing comes about"
            " them; {unsubscribe} stops following."
        )
        lines.append(
            fill_spans(
                sentence,
                organizations=Span(context.translator.list(lost), Style.BOLD),
                unsubscribe=context.command(f"unsubscribe {lost[0]}"),
            )
        )
    return lines


def _follow(session: Session, chat_id: int, on: Collection[str]) -> None:
    """Follow `on`; a stopped chat that asks for news wants to hear from the bot again."""
    chats.resume(session, chat_id)
    _set(session, chat_id, on, ())


def _toggle(session: Session, chat_id: int, wanted: Collection[str]) -> None:
    """Follow what is not followed yet; where all is, follow none of it any longer."""
    if not [
        organization
        for organization in wanted
        if chats.subscribe(session, chat_id, Topic.ORGANIZATION, organization)
    ]:
        _set(session, chat_id, (), wanted)


def _set(session: Session, chat_id: int, on: Collection[str], off: Collection[str]) -> None:
    for organization in on:
        chats.subscribe(session, chat_id, Topic.ORGANIZATION, organization)
    for organization in off:
        chats.unsubscribe(session, chat_id, Topic.ORGANIZATION, organization)


COMMANDS = (
    Command("organizations", organizations, N_("choose the organisations to follow")),
    Command(
        "subscribe",
        subscribe,
        N_("follow organisations"),
        N_("NAME, NAME … | all"),
        N_("Names work in any language: full, short or former."),
        changes=True,
        reads=frozenset({""}),
    ),
    Command(
        "unsubscribe",
        unsubscribe,
        N_("stop following organisations"),
        N_("NAME, NAME … | all"),
        changes=True,
        reads=frozenset({""}),
    ),
    Command("subscriptions", subscriptions, N_("what this chat follows")),
    Command("toggle", toggle, changes=True, listed=False),
)
