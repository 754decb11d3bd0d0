"""Writes events in one of the formats that researchers ask for."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from bot.exports import bibtex, rows
from bot.messages.icalendar import calendar
from bot.messages.view import View
from config.text import escape_controls, without_controls
from storage.events import EventRecord


class Format(StrEnum):
    """What an export may be."""

    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    BIBTEX = "bibtex"
    ICS = "ics"


def written(records: Iterable[EventRecord], form: Format, view: View) -> Iterator[str]:
    """Yield the parts of an export, in order.

    Args:
        records: The events; only a calendar needs them all at once.
        form: The format.
        view: The language of a calendar.
    """
    make: dict[Format, Callable[[Iterable[EventRecord]], Iterator[str]]] = {
        Format.CSV: _csv,
        Format.JSON: _json,
        Format.JSONL: _jsonl,
        Format.BIBTEX: lambda events: map(bibtex.entries, events),
        Format.ICS: lambda events: iter([calendar(view, events).decode()]),
    }
    return make[form](records)


def _jsonl(records: Iterable[EventRecord]) -> Iterator[str]:
    for record in records:
        yield f"{_json_text(record)}\n"


def _csv(records: Iterable[EventRecord]) -> Iterator[str]:
    yield _line(rows.COLUMNS)
    for record in records:
        for row in rows.flat(record):
            yield _line(_cell(row[column]) for column in rows.COLUMNS)


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _cell(value: object) -> str:
    """Return a value as a cell.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = without_controls(str(value))
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _json_text(record: EventRecord, indent: int | None = None) -> str:
    return escape_controls(json.dumps(rows.whole(record), ensure_ascii=False, indent=indent))


def _json(records: Iterable[EventRecord]) -> Iterator[str]:
    first = True
    for record in records:
        yield ("[\n" if first else ",\n") + _json_text(record, indent=1)
        first = False
    yield "[]\n" if first else "\n]\n"
