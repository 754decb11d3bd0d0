"""/timezone and /language: how a chat reads the clock and what it reads in."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.commands.arguments import either
from bot.commands.context import Context
from bot.commands.registry import Command
from bot.language.translator import N_, Translator, offered
from bot.messages.button_rows import CHOSEN
from bot.messages.message import (
    Button,
    Line,
    Message,
    Span,
    Style,
    clean_line,
    fill_spans,
    line,
    text_block,
)
from config.languages import INTERFACE_LANGUAGES, language_name, locale
from config.text import fold
from storage import chats
from storage.models import Chat

_PLACE = re.compile(r"(-?\d{1,2}(?:\.\d+)?),\s*(-?\d{1,3}(?:\.\d+)?)")
"""A place by latitude and longitude, as a platform sends it."""

COMMON_ZONES = (
    "Europe/Istanbul",
    "Asia/Baku",
    "Asia/Almaty",
    "Asia/Bishkek",
    "Asia/Tashkent",
    "Asia/Ashgabat",
    "Europe/Budapest",
    "Europe/Berlin",
)
"""Zones offered as buttons: those of the field's capitals."""


async def timezone(context: Context) -> list[Message]:
    """Say which zone the chat has, or set another."""
    _ = context.gettext
    if not context.arguments:
        return [_offer_zones(context, [_clock(context, context.chat.timezone)])]
    if place := _PLACE.fullmatch(context.arguments):
        return [_nearest(context, float(place[1]), float(place[2]))]
    zone = context.services.zones.find(context.arguments, context.now)
    if zone is None:
        return [_unknown_zone(context)]
    _done, chat = await context.change(
        lambda session: chats.update(session, context.chat.id, timezone=zone)
    )
    lines = [_clock(context, zone)]
    if chat.digest_at and chat.next_digest_at:
        lines.append(
            fill_spans(
                _("The digest still comes at {time}, now in this time zone."),
                time=context.translator.time(chat.digest_at),
            )
        )
    return [_zones(replace(context, chat=chat), lines, COMMON_ZONES)]


def _nearest(context: Context, latitude: float, longitude: float) -> Message:
    """Return the zones nearest to a place that somebody has sent, to choose from."""
    near = context.services.zones.near(latitude, longitude)
    return _zones(context, [fill_spans(context.gettext("Which of these is your clock?"))], near)


def _clock(context: Context, zone: str) -> Line:
    local = context.now.astimezone(ZoneInfo(zone))
    return fill_spans(
        context.gettext("The time zone is {zone}: it is {time} there now."),
        zone=Span(context.zone_label(zone), Style.BOLD),
        time=context.translator.time(local),
    )


def _unknown_zone(context: Context) -> Message:
    _ = context.gettext
    lines = [
        fill_spans(
            _("I don't know a time zone or city called “{name}”."),
            name=clean_line(context.arguments, 60),
        )
    ]
    near = context.services.zones.suggest(context.arguments)
    if near:
        lines.append(
            fill_spans(
                _("Did you mean {suggestions}?"),
                suggestions=either(context, [context.zone_label(zone) for zone in near]),
            )
        )
    return _offer_zones(context, lines, near or COMMON_ZONES)


def _offer_zones(
    context: Context, lines: list[Line], zones: tuple[str, ...] | list[str] = COMMON_ZONES
) -> Message:
    hint = fill_spans(
        context.gettext("Name a city, a zone or an offset: {city}, {zone}, {offset}"),
        city=context.command(f"timezone {context.city('bishkek')}"),
        zone=context.command("timezone Asia/Bishkek"),
        offset=context.command("timezone UTC+6"),
    )
    return _zones(context, [*lines, hint], zones)


def _zones(context: Context, lines: list[Line], zones: Sequence[str]) -> Message:
    """Return a screen with a button for each of `zones`."""
    buttons = [
        Button(
            f"{CHOSEN * (zone == context.chat.timezone)}{context.zone_label(zone)}"
            f" {_hour(zone, context.now)}",
            command=f"timezone {zone}",
        )
        for zone in zones
    ]
    return Message(
        (text_block(*lines),),
        (*(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)), context.back()),
        replaces=True,
    )


def _hour(zone: str, now: datetime) -> str:
    return f"{now.astimezone(ZoneInfo(zone)):%H:%M}"


async def language(context: Context) -> list[Message]:
    """Say which language the chat has, or set another."""
    if not context.arguments:
        return [_languages(context)]
    code = find_language(context.arguments)
    if code is None or code not in offered():
        _ = context.gettext
        sentence = fill_spans(
            _("I don't speak “{language}”."), language=clean_line(context.arguments, 40)
        )
        return [replace(_languages(context, sentence), replaces=False)]
    await context.change(lambda session: chats.update(session, context.chat.id, language=code))
    return [
        _languages(replace(context, chat=_speaking(context, code), translator=Translator(code)))
    ]


def _speaking(context: Context, code: str) -> Chat:
    return context.chat.model_copy(update={"language": code})


def find_language(text: str) -> str | None:
    """Return the code of the bot's language that `text` means.

    A code, or its name in any of the bot's languages; else None.
    """
    asked = fold(text)
    for code, own in INTERFACE_LANGUAGES.items():
        names = {locale(other).languages.get(code, "") for other in INTERFACE_LANGUAGES}
        names |= {language_name(code, other) for other in INTERFACE_LANGUAGES}
        if asked in {fold(name) for name in (*names, code, own) if name}:
            return code
    return None


def _languages(context: Context, *first: Line) -> Message:
    _ = context.gettext
    now = INTERFACE_LANGUAGES[context.translator.language]
    other = next(own for own in offered().values() if own != now)
    lines = [
        *first,
        fill_spans(_("The language is {language}."), language=Span(now, Style.BOLD)),
        line(" · ".join(offered().values())),
    ]
    lines.append(
        fill_spans(_("To change: {example}"), example=context.command(f"language {other}"))
    )
    buttons = [Button(own, command=f"language {code}") for code, own in offered().items()]
    return Message(
        (text_block(*lines),),
        (*(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)), context.back()),
        replaces=True,
    )


COMMANDS = (
    Command(
        "timezone",
        timezone,
        N_("set the time zone"),
        N_("[CITY | ZONE | UTC+6]"),
        N_("A city can be named in any language."),
        changes=True,
        reads=frozenset({""}),
    ),
    Command(
        "language",
        language,
        N_("set the language"),
        N_("[LANGUAGE]"),
        changes=True,
        reads=frozenset({""}),
    ),
)
