"""`tco-bot sources`: what is polled, how it does, and what is to be polled besides the catalogue.

The work is that of `bot.sources.manager` and `bot.sources.checks`, which the admins' chats share;
here it is asked for and drawn.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import EXIT_ERROR, complain, ready
from bot.cli.terminal import Terminal

if TYPE_CHECKING:
    from bot.sources.checks import CheckResult
    from bot.sources.found import FoundSource
    from bot.sources.manager import SourceManager
    from config.settings import Settings
    from storage.database import Database

commands = typer.Typer(
    rich_markup_mode=None, no_args_is_help=True, help="The feeds and pages that are polled."
)

EXIT_FAILING = 1
"""Exit code of `check` when a source cannot be read, and of `add` when the answer was no."""

Keys = Annotated[list[str], typer.Argument(help="Keys of sources, as `sources list` shows them.")]


@contextmanager
def opened(settings: "Settings") -> Iterator["Database"]:
    """The database, with the sources of the catalogue in it."""
    from bot.cli.common import catalogue
    from bot.language.name_forms import NameForms
    from storage import sources
    from storage.database import Database

    database = Database(settings.database_url.get_secret_value())
    try:
        database.upgrade(NameForms())
        with database.transaction() as session:
            sources.sync(session, catalogue().sources, _now())
        yield database
    finally:
        database.close()


@commands.command("list")
def list_sources() -> None:
    """List every source with what is known of it, and what became of the last poll."""
    from bot.cli.common import catalogue
    from bot.cli.sources_view import listing
    from storage import sources

    with opened(ready("WARNING")) as database, database.transaction() as session:
        rows = sources.all_sources(session)
    Terminal().print(listing(rows, {spec.key: spec.certainty for spec in catalogue().sources}))


@commands.command()
def add(
    url: Annotated[str, typer.Argument(help="A feed, or any page of a site.")],
    yes: Annotated[  # noqa: FBT002 - Typer's way of a flag
        bool, typer.Option("--yes", "-y", help="Follow the best of what is found without asking.")
    ] = False,
) -> None:
    """Find the feed of a page, show its newest items, then ask whether to follow it.

    What the reader makes of each is shown beside it.
    """
    from bot.cli.sources_view import finding
    from bot.sources.manager import NOTHING_THERE, NotFollowable, follow

    settings = ready("WARNING")
    url = url if "://" in url else f"https://{url}"
    console = Terminal()
    with opened(settings) as database:
        found = asyncio.run(_look(url, settings, database))
        if not found:
            raise NotFollowable(url, NOTHING_THERE)
        console.print(finding(found))
        if not yes and not typer.confirm(f"\nFollow {found[0].name}?"):
            complain("Not followed.")
            raise typer.Exit(EXIT_FAILING)
        with database.transaction() as session:
            followed = follow(session, found[0], _now())
    how = "Followed from now on" if followed.new else "Followed already"
    console.print(f"\n{how}, as {followed.key}.", markup=False, highlight=False)


@asynccontextmanager
async def _manager(settings: "Settings", database: "Database") -> AsyncIterator["SourceManager"]:
    """A manager of sources, with processes that parse and read, closed at the end."""
    from bot.cli.common import catalogue
    from bot.pipeline.reading_pool import ReadingPool
    from bot.sources.manager import SourceManager

    known = catalogue()
    readers, related = ReadingPool(known), known.related_openings
    try:
        async with SourceManager.opened(settings, database, related, readers.told) as manager:
            yield manager
    finally:
        await readers.close()


async def _look(url: str, settings: "Settings", database: "Database") -> list["FoundSource"]:
    async with _manager(settings, database) as manager:
        return list(await manager.look(url, _now()))


@commands.command()
def check(
    keys: Annotated[
        list[str] | None, typer.Argument(help="Keys of sources; all that are polled unless given.")
    ] = None,
) -> None:
    """Ask sources for all that they have, now, and show how each does.

    What is learned of their health is kept.
    """
    from bot.cli.sources_view import check_table
    from bot.sources.checks import is_offline

    settings = ready("WARNING")
    with opened(settings) as database:
        found = asyncio.run(_check(keys or [], settings, database))
    failing = sum(result.failing for result in found)
    console = Terminal()
    if is_offline(found):
        console.print(
            f"None of {len(found)} sources could be reached: this machine seems to be offline."
            " Try again when it is not; nothing was learned of the sources.",
            highlight=False,
        )
        raise typer.Exit(EXIT_FAILING)
    console.print(check_table(found))
    console.print(f"\n{len(found)} checked, {failing} failing.", highlight=False)
    if failing:
        raise typer.Exit(EXIT_FAILING)


async def _check(
    keys: list[str], settings: "Settings", database: "Database"
) -> list["CheckResult"]:
    from bot.cli.sources_view import progress
    from storage import sources

    with database.transaction() as session:
        named = [sources.by_key(session, key) for key in dict.fromkeys(keys)]
        rows = named or [source for source in sources.all_sources(session) if source.enabled]
    async with _manager(settings, database) as manager:
        with progress(len(rows)) as done:
            return await manager.checker.of(rows, _now(), done)


@commands.command()
def enable(keys: Keys) -> None:
    """Have sources polled, whatever the catalogue says."""
    _switch(keys, on=True)


@commands.command()
def disable(keys: Keys) -> None:
    """Have sources polled no more, whatever the catalogue says."""
    _switch(keys, on=False)


def _switch(keys: list[str], *, on: bool) -> None:
    from storage import source_edits

    with opened(ready("WARNING")) as database, database.transaction() as session:
        for key in keys:
            source_edits.set_enabled(session, key, _now(), on=on)
    Terminal().print(
        f"{'Enabled' if on else 'Disabled'}: {', '.join(keys)}.", markup=False, highlight=False
    )


@commands.command()
def remove(keys: Keys) -> None:
    """Forget sources that were added by hand; their articles and events stay."""
    from storage import source_edits

    with opened(ready("WARNING")) as database, database.transaction() as session:
        for key in keys:
            source_edits.remove(session, key)
    Terminal().print(f"Removed: {', '.join(keys)}.", markup=False, highlight=False)


@commands.command("import")
def import_opml(
    file: Annotated[str, typer.Argument(help="An OPML file, or - for standard input.")],
) -> None:
    """Follow every source that an OPML file of a feed reader lists."""
    from bot.cli.opml import read_list, take_over

    listed = read_list(file)
    with opened(ready("WARNING")) as database:
        result = take_over(database, listed, _now())
    Terminal().print(
        f"{result.new} followed from now on, {result.known} followed already, "
        f"{result.refused} refused.",
        highlight=False,
    )
    for complaint in result.complaints:
        complain(complaint)
    if result.refused and not result.new and not result.known:
        raise typer.Exit(EXIT_ERROR)


@commands.command("export")
def export_opml(
    file: Annotated[str, typer.Argument(help="Where to; - for standard output.")] = "-",
) -> None:
    """Write the sources that are polled as an OPML file, as feed readers exchange their lists."""
    from bot.cli.opml import write_list
    from storage import sources

    with opened(ready("WARNING")) as database, database.transaction() as session:
        rows = [source for source in sources.all_sources(session) if source.enabled]
    write_list(rows, file, _now())


def _now() -> datetime:
    return datetime.now(UTC)
