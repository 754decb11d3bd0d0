"""/review: a week or a month summed up, now or each time that it is over."""

from functools import partial

from bot.commands.arguments import written_so
from bot.commands.context import Context
from bot.commands.events import about_what
from bot.commands.registry import Command
from bot.language.local_time import local_day, zone_of
from bot.language.translator import N_, Translator
from bot.messages.button_rows import CHOSEN
from bot.messages.message import Button, Line, Message, Span, Style, fill_spans, text_block
from bot.messages.review_period import first_day, previous
from bot.pipeline.schedule_reviews import MORNING
from storage import chats
from storage.enums import Period
from storage.models import Chat

_SETS = {"weekly": Period.WEEK, "monthly": Period.MONTH}
USAGE = N_("[week | month] [last] [NAME] | weekly | monthly | off")
_SAID = frozenset({"week", "month", "last", "this", "picture"})
"""Words that name no organisation; the review comes with its picture, asked for or not."""


async def review(context: Context) -> list[Message]:
    """Show the review of a week or a month, set which ones come, or say which do."""
    words = context.arguments.split()
    said = [word.casefold() for word in words]
    if not words:
        return [_offer(context, periods_of(context.chat))]
    if said == ["off"] or set(said) <= _SETS.keys():
        return [await _set(context, {_SETS[word] for word in said if word in _SETS})]
    what = " ".join(word for word in words if word.casefold() not in _SAID)
    period = Period.MONTH if "month" in said else Period.WEEK
    about = None
    if what or not await context.subscriptions():
        usage = written_so(context, "review", USAGE)
        wanted, label, unknown = await about_what(context, what, usage)
        if unknown:
            return unknown
        about = (wanted, label)
    first = first_day(period, local_day(context.now, zone_of(context.chat.timezone)))
    if "last" in said:
        first = previous(period, first)
    composer = context.services.composer
    return [await composer.review(context.chat, period, first, context.now, about)]


async def _set(context: Context, wanted: set[Period]) -> Message:
    """Have just these periods summed up from now on."""
    week, month = Period.WEEK in wanted, Period.MONTH in wanted
    await context.change(
        partial(chats.update, chat_id=context.chat.id, review_week=week, review_month=month)
    )
    return _offer(context, [period for period in Period if period in wanted])


def periods_of(chat: Chat) -> list[Period]:
    """Return the periods that are summed up for a chat."""
    wanted = {Period.WEEK: chat.review_week, Period.MONTH: chat.review_month}
    return [period for period in Period if wanted[period]]


def reviews_label(translator: Translator, periods: list[Period]) -> str:
    """Return which periods are summed up for a chat, as people read it."""
    _ = translator.gettext
    names = {Period.WEEK: _("each week"), Period.MONTH: _("each month")}
    return translator.list([names[period] for period in periods]) if periods else _("none")


def _offer(context: Context, periods: list[Period]) -> Message:
    _ = context.gettext
    label = Span(reviews_label(context.translator, periods), Style.BOLD)
    lines: list[Line] = [
        fill_spans(_("Reviews that come by themselves: {reviews}."), reviews=label)
    ]
    at = context.translator.time(context.chat.digest_at or MORNING)
    lines.append(
        fill_spans(
            _("A week is summed up on Monday, a month on the 1st, at {time} ({zone})."),
            time=at,
            zone=context.zone_label(context.chat.timezone),
        )
    )
    lines.append(
        fill_spans(
            _("{week} and {month} show one now; {weekly}, {monthly} and {off} set what comes."),
            week=context.command("review week"),
            month=context.command("review month"),
            weekly=context.command("review weekly"),
            monthly=context.command("review monthly"),
            off=context.command("review off"),
        )
    )
    shows = (
        (
            Button(_("This week"), command="review week"),
            Button(_("Last week"), command="review week last"),
        ),
        (
            Button(_("This month"), command="review month"),
            Button(_("Last month"), command="review month last"),
        ),
    )
    return Message(
        (text_block(*lines),), (*shows, _choices(context, periods), context.back()), replaces=True
    )


def _choices(context: Context, periods: list[Period]) -> tuple[Button, ...]:
    """Return a button for each period that has it summed up from now on, or no longer."""
    _, held = context.gettext, set(periods)
    labels = {"weekly": _("Weekly review"), "monthly": _("Monthly review")}
    row: list[Button] = []
    for word, period in _SETS.items():
        wanted = held ^ {period}
        command = " ".join(name for name, other in _SETS.items() if other in wanted) or "off"
        tick = CHOSEN if period in held else ""
        row.append(Button(f"{tick}{labels[word]}", command=f"review {command}"))
    return tuple(row)


COMMANDS = (
    Command(
        "review",
        review,
        N_("the week or the month summed up"),
        USAGE,
        N_("Who was most active and where, what stood out, and what is coming."),
        changes=True,
        reads=_SAID | {""},
    ),
)
