"""The commands by name: what each is called, what it says of itself, and what it does."""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.commands.context import Context
from bot.messages.message import Message

Run = Callable[[Context], Awaitable[list[Message]]]

SUGGEST_FROM = 65
"""Likeness (0 to 100) from which a command is worth suggesting."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: Lower-case ASCII letters, without prefix.
        run: Answers it.
        description: One short line, not yet translated.
        usage: What may stand behind the name, not yet translated; empty for nothing.
        details: What /help NAME adds, not yet translated.
        changes: Whether it changes the chat's settings, and so is for those alone who may.
        reads: First arguments (folded to lower case) with which it changes nothing after all.
        listed: Whether menus and /help show it; buttons use commands that nobody types.
        longest: Characters of its whole line that are looked at.
    """

    name: str
    run: Run
    description: str = ""
    usage: str = ""
    details: str = ""
    changes: bool = False
    reads: frozenset[str] = frozenset()
    listed: bool = True
    longest: int = 1000

    def would_change(self, arguments: str) -> bool:
        """Whether the command changes settings when it is given `arguments`."""
        return self.changes and arguments.casefold().partition(" ")[0] not in self.reads


class Registry:
    """All commands."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self._commands = {command.name: command for command in commands}

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def find(self, name: str) -> Command | None:
        """Return the command called `name`, in any case."""
        return self._commands.get(name.casefold())

    def nearest(self, name: str) -> str | None:
        """Return the name of the listed command that is spelled most like `name`, or None."""
        names = [command.name for command in self if command.listed]
        best = process.extractOne(
            name.casefold(), names, scorer=fuzz.ratio, score_cutoff=SUGGEST_FROM
        )
        return best[0] if best else None
