"""`tco-bot export`: all events, or some of them, as a file for research."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import catalogue
from config.errors import TcoError
from config.settings import load_settings
from config.text import fold

if TYPE_CHECKING:
    from sqlmodel import Session

    from bot.messages.view import View
    from storage.events import EventFilter, EventRecord
    from storage.meetings import MeetingQuery

FORMATS = ("csv", "json", "jsonl", "bibtex", "ics", "png")
AT_ONCE = 200
"""Events read at once, so that an archive of any size passes through little memory."""

MOST_ON_PICTURE = 5000


class ExportError(TcoError):
    """What was asked for cannot be exported."""


def export(  # noqa: PLR0913 - each is an option
    *,
    form: Annotated[str, typer.Option("--format", "-f", help=" | ".join(FORMATS))] = "csv",
    since: Annotated[
        str | None, typer.Option(help="Events that go on on this day or later, YYYY-MM-DD.")
    ] = None,
    until: Annotated[str | None, typer.Option(help="Events that have begun by this day.")] = None,
    organization: Annotated[
        list[str] | None,
        typer.Option(help="A TCO that is concerned; given several times, all of them."),
    ] = None,
    person: Annotated[
        list[str] | None,
        typer.Option(
            help="Somebody who took part, in any spelling; given several times, all of them."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; standard output unless given.")
    ] = None,
    language: Annotated[str, typer.Option(help="Of the calendar and the picture.")] = "en",
) -> None:
    """Write events with their sources, for programs, calendars and bibliographies.

    Or draw who met whom (png).
    """
    from bot.language.name_forms import NameForms
    from bot.messages.view import View
    from storage.database import Database

    if form not in FORMATS:
        raise ExportError(f"--format is «{form}»: write one of {', '.join(FORMATS)}")
    if form == "png" and out is None and sys.stdout.isatty():
        raise ExportError("a picture is no text: name a file with --output")
    days = (_day(since, "--since"), _day(until, "--until"))
    database = Database(load_settings().database_url.get_secret_value())
    try:
        database.upgrade(NameForms())
        with database.transaction() as session:
            looked = _looked(session, organization or [], person or [], days)
            _write(_parts(session, looked, form, View.plain(language, catalogue())), out)
    finally:
        database.close()


def _day(text: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ExportError(f"{option} is «{text}»: write a day as YYYY-MM-DD") from None


def _looked(
    session: "Session",
    organizations: list[str],
    people: list[str],
    days: tuple[date | None, date | None],
) -> "MeetingQuery":
    from bot.language.organization_lookup import OrganizationNames
    from storage.events import EventFilter
    from storage.meetings import MeetingQuery

    names = OrganizationNames(catalogue().organizations)
    parties: list[EventFilter] = []
    for name in organizations:
        found = names.find(name)
        if found is None:
            near = ", ".join(names.suggest(name))
            raise ExportError(
                f"there is no organisation «{name}»" + (f": did you mean {near}?" if near else "")
            )
        parties.append(EventFilter(frozenset({found})))
    parties += [_somebody(session, name) for name in people]
    return MeetingQuery(tuple(parties), *days)


def _somebody(session: "Session", name: str) -> "EventFilter":
    from bot.pipeline.known_people import find_by_sound
    from storage.events import EventFilter

    found = find_by_sound(session, name)
    if not found:
        raise ExportError(f"there is nobody called «{name}» in any event")
    names = {fold(person.name): person.name for person in found}
    exact = [person for person in found if fold(person.name) == fold(name)]
    if len(names) > 1 and not exact:
        raise ExportError(f"«{name}» could be several: {', '.join(list(names.values())[:8])}")
    return EventFilter(people=frozenset(person.id for person in exact or found))


def _parts(session: "Session", looked: "MeetingQuery", form: str, view: "View") -> Iterator[bytes]:
    from bot.exports.writers import Format, written
    from bot.messages.met_picture import chart_of, draw
    from storage import meetings

    if form == "png":
        found = meetings.records(session, looked, limit=MOST_ON_PICTURE)
        yield from draw(view, "", chart_of(view, found), tallest=None)
        return
    for part in written(_records(session, looked), Format(form), view):
        yield part.encode()


def _records(session: "Session", looked: "MeetingQuery") -> Iterator["EventRecord"]:
    from storage import events, meetings

    ids = meetings.matching(session, looked)
    for at in range(0, len(ids), AT_ONCE):
        part = ids[at : at + AT_ONCE]
        yield from events.records(session, ids=part, limit=len(part))
        session.expunge_all()


def _write(parts: Iterator[bytes], out: Path | None) -> None:
    if out is None:
        for part in parts:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return
    try:
        with out.open("wb") as file:
            for part in parts:
                file.write(part)
    except OSError as error:
        raise ExportError(f"{out} cannot be written ({error.strerror})") from None
