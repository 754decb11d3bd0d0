"""Lists of sources in and out: between OPML files and the database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import typer

from bot.feeds.errors import without_credentials
from bot.sources.manager import NotFollowable, spec_of
from bot.sources.opml import MAX_BYTES, NotOpml, Outline, Outlines, parse_opml, write_opml
from storage import source_edits
from storage.database import Database
from storage.models import Source


@dataclass(slots=True)
class TakenOver:
    """What became of the sources of a list.

    Attributes:
        new: How many are followed from now on.
        known: How many were followed already.
        refused: How many cannot be followed.
        complaints: What a person should know of these and of the file, a sentence each.
    """

    new: int = 0
    known: int = 0
    refused: int = 0
    complaints: list[str] = field(default_factory=list)


def read_list(file: str) -> Outlines:
    """Return the sources that `file` lists; "-" is standard input.

    Raises:
        NotOpml: It cannot be read, or is no OPML.
    """
    try:
        if file == "-":
            body = typer.get_binary_stream("stdin").read(MAX_BYTES + 1)
        else:
            with Path(file).open("rb") as stream:
                body = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise NotOpml(file, f"cannot be opened: {error.strerror}") from error
    return parse_opml(body, file)


def take_over(database: Database, listed: Outlines, now: datetime) -> TakenOver:
    """Follow every source of a list, in one transaction.

    One that cannot be followed does not stop the others.
    """
    result = TakenOver(refused=listed.passed_over)
    if listed.broken_line is not None:
        result.complaints.append(
            f"The file is not well-formed at line {listed.broken_line}: see whether all came over."
        )
    if listed.passed_over:
        result.complaints.append(f"Without an http or https address: {listed.passed_over}.")
    specs = []
    for outline in listed.sources:
        try:
            specs.append(spec_of(outline.url, outline.name, outline.kind, outline.language))
        except NotFollowable as error:
            result.refused += 1
            result.complaints.append(str(error))
    with database.transaction() as session:
        followed = source_edits.add(session, specs, now)
    result.new = sum(source.new for source in followed)
    result.known = len(followed) - result.new
    return result


def write_list(rows: Sequence[Source], file: str, now: datetime) -> None:
    """Write `rows` to `file`; "-" is standard output.

    Raises:
        NotOpml: It cannot be written.
    """
    body = write_opml(
        [Outline(without_credentials(row.url), row.name, row.kind, row.language) for row in rows],
        "Sources of tco-bot",
        now,
    )
    if file == "-":
        stdout = typer.get_binary_stream("stdout")
        stdout.write(body)
        stdout.flush()
        return
    try:
        Path(file).write_bytes(body)
    except OSError as error:
        raise NotOpml(file, f"cannot be written: {error.strerror}") from error
