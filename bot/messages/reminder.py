"""The reminder of an event: how soon it is, above its card."""

from datetime import date, datetime

from bot.messages.card import card
from bot.messages.message import BlockKind, Message, Span, Style, text_block
from bot.messages.view import View
from storage.events import EventRecord


def reminder(view: View, record: EventRecord, today: date, begins: datetime | None) -> Message:
    """Return the reminder of an event that has a day.

    Args:
        view: The chat that it is for.
        record: The event.
        today: The chat's day.
        begins: When it begins, aware, in the zone of its place; None where the hour is not known.
    """
    whole = card(view, record)
    soon = text_block(
        Span(f"⏰ {_soon(view, record, today, begins)}", Style.BOLD), kind=BlockKind.HEADING
    )
    return Message((soon, *whole.blocks), whole.buttons)


def _soon(view: View, record: EventRecord, today: date, begins: datetime | None) -> str:
    gettext, time = view.translator.gettext, view.translator.time
    if begins is not None:
        local = begins.astimezone(view.zone)
        there = f"{time(begins)} ({view.city(record.event) or view.country(record.event)})"
        clock = (
            there
            if local.replace(tzinfo=None) == begins.replace(tzinfo=None)
            else f"{there}, {time(local)} ({view.zone_name()})"
        )
        return f"{_day(view, (local.date() - today).days)}, {clock}"
    assert record.event.starts_on is not None  # noqa: S101 - or there is no reminder
    days = (record.event.starts_on - today).days
    return _day(view, days) if days >= 0 else gettext("Under way")


def _day(view: View, days: int) -> str:
    gettext = view.translator.gettext
    if days <= 0:
        return gettext("Today")
    return (
        gettext("Tomorrow")
        if days == 1
        else view.translator.ngettext("In {number} day", "In {number} days", days)
    )
