"""`tco-bot read` and `score`: what the reader makes of articles, and how good it is at that."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from bot.cli.common import EXIT_ERROR, catalogue, complain
from bot.cli.reading_json import facts, json_text
from bot.cli.reading_view import show_reading
from bot.cli.score_stories import holds_stories, score_stories
from bot.cli.terminal import Terminal
from bot.evaluation import extraction
from bot.extraction import article_file
from bot.extraction.article_file import UnreadableArticle
from bot.extraction.facts import ArticleText
from bot.extraction.reader import Reader

_HELP_FILE = (
    "A text file, or - for standard input. "
    "It may begin with `date YYYY-MM-DD`, then title, URL, a blank line and the body."
)


def read(
    file: Annotated[str, typer.Argument(help=_HELP_FILE)] = "-",
    published: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Day of publication.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Where the article stands.")] = None,
    language: Annotated[
        str | None, typer.Option(help="What the source claims to be written in (ISO 639-1).")
    ] = None,
    as_json: Annotated[  # noqa: FBT002 - Typer's way of a flag
        bool, typer.Option("--json", help="Print the reading as JSON.")
    ] = False,
    jsonl: Annotated[  # noqa: FBT002 - as above
        bool,
        typer.Option("--jsonl", help="Read one JSON article a line and write one reading a line."),
    ] = False,
) -> None:
    """Show what an article says: who, when and where, each with its proof."""
    now, reader = datetime.now(UTC), Reader(catalogue())
    if jsonl:
        with _opened(file) as lines:
            _read_lines(lines, reader, now)
        return
    day = published.date() if published else None
    with _opened(file) as stream:
        article = article_file.parse(
            article_file.decode(stream.read(), file), published=day, url=url, language=language
        )
    reading = reader.read(article, now)
    if as_json:
        _write(json_text(facts(reading, detail=True), indent=2))
    else:
        show_reading(Terminal(), article, reading)


def score(
    directory: Annotated[
        Path,
        typer.Argument(
            help="A folder of pairs NNN.txt and NNN.json, or of stories.",
            exists=True,
            file_okay=False,
        ),
    ],
    errors: Annotated[  # noqa: FBT002 - Typer's way of a flag
        bool, typer.Option("--errors", help="Print each miss.")
    ] = False,
) -> None:
    """Compare what is read, or merged, with the gold facts of a corpus.

    A row a language and one for all; where the folder holds stories, their articles are merged.
    """
    if holds_stories(directory):
        for line in score_stories(directory, catalogue(), errors=errors):
            _write(line)
        return
    now, reader = datetime.now(UTC), Reader(catalogue())
    total, rows = extraction.Score(), dict[str, extraction.Score]()
    for gold, article in _corpus(directory):
        result, misses = extraction.score(gold, facts(reader.read(article, now)))
        total.add(result)
        rows.setdefault(gold.get("lang", "?"), extraction.Score()).add(result)
        for miss in misses if errors else ():
            _write(f"{miss.article}\t{miss.fact}\t{miss.detail}")
    if not rows:
        raise UnreadableArticle(str(directory), "holds no NNN.json with gold facts")
    for language, result in sorted(rows.items()):
        _write(result.row(language))
    _write(total.row("all"))


def _corpus(directory: Path) -> Iterator[tuple[extraction.Facts, ArticleText]]:
    for path in sorted(directory.rglob("*.json")):
        text = path.with_suffix(".txt")
        if not text.exists():
            raise UnreadableArticle(str(text), f"is missing beside {path.name}")
        try:
            gold = json.loads(path.read_bytes())
        except ValueError as error:
            raise UnreadableArticle(str(path), f"is not JSON: {error}") from error
        yield gold, article_file.parse(article_file.decode(text.read_bytes(), str(text)))


def _read_lines(lines: BinaryIO, reader: Reader, now: datetime) -> None:
    """Answer each line at once.

    A line that is no article is answered with its error and does not stop the rest.
    """
    bad = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = _record(line, f"line {number}")
            reading = reader.read(_article(record, f"line {number}"), now)
            answer = facts(reading, record.get("id"))
        except UnreadableArticle as error:
            bad += 1
            answer = {"id": None, "error": str(error)}
        _write(json_text(answer))
    if bad:
        complain(f"{bad} of the lines could not be read; each has its error in its answer.")
        raise typer.Exit(EXIT_ERROR)


def _record(line: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise UnreadableArticle(where, f"is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise UnreadableArticle(where, "is not a JSON object")
    return record


def _article(record: dict[str, Any], where: str) -> ArticleText:
    for key in ("title", "text", "published", "url", "language"):
        if not isinstance(record.get(key), str | None):
            raise UnreadableArticle(where, f'holds a "{key}" that is not a string')
    published = record.get("published")
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError as error:
        raise UnreadableArticle(
            where, f'holds a "published" that is not a day: {published!r}'
        ) from error
    return article_file.parse(
        record.get("text") or "",
        title=record.get("title"),
        published=day,
        url=record.get("url"),
        language=record.get("language"),
    )


def _opened(file: str) -> BinaryIO:
    if file == "-":
        return typer.get_binary_stream("stdin")
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise UnreadableArticle(file, f"cannot be opened: {error.strerror}") from error


def _write(line: str) -> None:
    """Print UTF-8 whatever the locale says.

    Half a surrogate pair, which JSON allows, becomes a question mark.
    """
    sys.stdout.flush()
    stdout = typer.get_binary_stream("stdout")
    stdout.write(line.encode("utf-8", "replace") + b"\n")
    stdout.flush()
