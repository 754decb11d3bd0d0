"""Sources for a person at a terminal: a list, what was found behind an address, a check."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from rich.console import Group, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from bot.cli.terminal import Terminal
from bot.feeds.errors import Cause
from bot.messages.message import clean_line
from bot.sources.checks import CheckResult
from bot.sources.found import FoundItem, FoundSource
from storage.enums import Origin
from storage.models import Source


def listing(rows: Sequence[Source], certainty: Mapping[str, str]) -> RenderableType:
    """Return the table of `rows`.

    `certainty` is what the catalogue says of those that are its own, by key.
    """
    table = _table("key", "source", "language", "kind", "from", "last asked", "state")
    for row in rows:
        origin = (
            "added"
            if row.origin == Origin.ADDED
            else f"catalogue {certainty.get(row.key, '')}".rstrip()
        )
        table.add_row(
            Text(row.key),
            Text(row.name),
            row.language or "",
            row.kind,
            origin,
            _moment(row.last_polled_at),
            _state(row),
        )
    return table


def finding(found: Sequence[FoundSource]) -> RenderableType:
    """Return what was found behind an address: the best way in full, the others as addresses."""
    best = found[0]
    language = f", {best.language}" if best.language else ""
    head = Text.assemble((best.name, "bold"), f" · {best.kind}, {best.count} items{language}")
    lines: list[RenderableType] = [head, Text(best.url, style="dim"), Text()]
    lines += [line for item in best.items for line in _item(item)]
    if found[1:]:
        lines += [Text("\nAlso found; give one of these to follow it instead:", style="dim")]
        lines += [
            Text(f"  {other.url} · {other.kind}, {other.count} items", style="dim")
            for other in found[1:]
        ]
    return Group(*lines)


def check_table(found: Sequence[CheckResult]) -> RenderableType:
    """Return the table of what sources answered."""
    table = _table("key", "status", "items", "newest", "encoding", "time", "verdict")
    for column in (1, 2, 5):
        table.columns[column].justify = "right"
    for result in found:
        table.add_row(
            Text(result.key),
            str(result.status) if result.status is not None else "–",
            str(result.items),
            _moment(result.newest, ""),
            Text(clean_line(result.encoding, 20)),
            f"{result.seconds:.1f} s",
            Text(result.verdict, style=_colour(result)),
        )
    return table


def _colour(result: CheckResult) -> str:
    if result.failing:
        return "red"
    return "yellow" if result.cause else "green"


@contextmanager
def progress(total: int) -> Iterator[Callable[[CheckResult], None]]:
    """A bar on standard error while sources are checked, where that is a terminal.

    Gives what is to be told of each that is done.
    """
    console = Terminal(stderr=True)
    columns = (
        TextColumn("checking"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("", total=total)

        def done(result: CheckResult) -> None:
            bar.update(task, advance=1, description=result.key)

        yield done


def _item(item: FoundItem) -> list[RenderableType]:
    when = f"{item.published:%Y-%m-%d}" if item.published else " " * 10
    head = Text.assemble((when, "cyan"), f"  {clean_line(item.title)}")
    return (
        [head, Text(f"            {clean_line(item.reading)}", style="dim italic")]
        if item.reading
        else [head]
    )


def _state(row: Source) -> Text:
    cause = f"{_sentence(row.failure_cause)} ({row.failure_detail})" if row.failure_cause else ""
    if not row.enabled:
        return Text("off", style="dim")
    if row.parked_at is not None:
        return Text(f"given up on {row.parked_at:%Y-%m-%d}: {cause}", style="red")
    if row.failures:
        return Text(f"{cause}, {row.failures} in a row", style="red")
    return Text(
        cause or ("well" if row.last_polled_at else "new"), style="yellow" if cause else "green"
    )


def _sentence(cause: str) -> str:
    return Cause(cause).sentence if cause in set(Cause) else cause


def _moment(moment: datetime | None, never: str = "never") -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else never


def _table(*columns: str) -> Table:
    return Table(*columns, box=None, pad_edge=False, header_style="bold")
