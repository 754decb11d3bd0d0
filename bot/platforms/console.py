"""The terminal as a messenger: panels of a phone's width, buttons as numbers, and a prompt.

All commands work there. In a pipe there is nobody to answer: what is read from it is answered line
by line, without colour and without a prompt.
"""

import asyncio
import contextlib
import itertools
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.patch_stdout import patch_stdout
from rich.box import ROUNDED
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.messages.message import Block, BlockKind, Button, Document, Line, Message, Span, Style
from bot.platforms.base import Address, Answer, Capabilities, UserRequest

WIDTH = 64
"""Columns of a panel at most: about a line of a phone."""

NAME = "console"

HERE = Address(NAME, "terminal")
"""The one chat of the terminal."""

GOODBYES = {"exit", "quit", "q"}

_MARK = re.compile(r"(?:[•✓·] | +|(?:👥|📅|📍) )(?=\S)")
"""What a line of a list begins with."""

_STYLES = {
    Style.PLAIN: "",
    Style.BOLD: "bold",
    Style.ITALIC: "italic",
    Style.MUTED: "dim",
    Style.CODE: "cyan",
}
_COLOURS = {BlockKind.HEADING: "bold", BlockKind.FOOTER: "dim"}


class ConsoleMessenger:
    """The terminal as one chat: messages are printed, lines of input are what people say."""

    platform = NAME
    capabilities = Capabilities()

    def __init__(
        self, console: Console | None = None, *, title: str = "", lines: Iterable[str] | None = None
    ) -> None:
        """Write to `console`.

        Args:
            console: Where to; standard output when it is None.
            title: What stands in the frame of each panel.
            lines: What is said instead of what is typed: for tests and for demonstrations.
        """
        self._console = console or Console()
        self._completions: tuple[str, ...] = ()
        self._prompt: Prompt | None = None
        self._title = title
        self._lines = lines
        self._numbers = itertools.count(1)
        self._buttons: list[Button] = []
        self._folder: Path | None = None

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        """Print `message` and return its running number."""
        del address, key  # the terminal is one chat, and prints nothing by itself
        self._show(message)
        return str(next(self._numbers))

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        """Print `message` anew, for what is printed stays; return the old number."""
        del address, key
        self._show(message)
        return remote_id

    def complete(self, words: Iterable[str]) -> None:
        """Offer `words`, commands and names, to whoever types the beginning of one and Tab."""
        self._completions = tuple(words)

    async def listen(self, answer: Answer) -> None:
        """Answer what is typed until the end of the input, or until somebody says goodbye.

        Ctrl-D and Ctrl-C are goodbyes too.
        """
        lines = iter(self._lines) if self._lines is not None else None
        while True:
            text = await self._said(lines)
            if text is None or text.strip().lstrip("/").casefold() in GOODBYES:
                return
            if text.strip():
                await self._answer(answer, text.strip())

    async def close(self) -> None:
        """Do nothing: the terminal is not the bot's to close."""

    async def _answer(self, answer: Answer, text: str) -> None:
        command = self._pressed(text) or text.removeprefix("/")
        sender = os.environ.get("USER", "you")
        request = UserRequest(HERE, sender, command, language=terminal_language())
        for message in await answer(request):
            self._show(message)

    def _pressed(self, text: str) -> str | None:
        """Return the command of the button that `text` is the number of, or None."""
        if text.isascii() and text.isdigit() and 0 < int(text[:3]) <= len(self._buttons):
            return self._buttons[int(text[:3]) - 1].command
        return None

    async def _said(self, lines: Iterator[str] | None) -> str | None:
        if lines is not None:
            return next(lines, None)
        if sys.stdin.isatty() and sys.stdout.isatty():
            if self._prompt is None:
                self._prompt = Prompt(self._completions)
            return await self._prompt.line()
        return await _read_line()

    def _show(self, message: Message) -> None:
        width = min(self._console.width, WIDTH)
        self._buttons = [button for row in message.buttons for button in row if button.command]
        panel = Panel(
            draw(message, numbers=self._buttons),
            box=ROUNDED,
            width=width,
            title=self._title or None,
            title_align="left",
            border_style="cyan",
        )
        self._console.print(panel)
        if message.document is not None:
            self._console.print(Text(f"⭳ {self._keep(message.document)}", style="cyan"))

    def _keep(self, document: Document) -> Path:
        """Write a file that came along into a folder of this run's own, and return where it is."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="tco-bot-"))
        path = self._folder / Path(document.name).name
        path.write_bytes(document.content)
        return path


class Prompt:
    """A line to type in: with editing, what was typed before, and completion.

    What is printed meanwhile stands above it.

    Args:
        words: What can be completed.
        session: The library's; one of this terminal unless a test gives its own.

    Attributes:
        completer: What is offered.
    """

    def __init__(self, words: Sequence[str], session: "PromptSession[str] | None" = None) -> None:
        self._session = session or PromptSession()
        self.completer = WordCompleter(list(words), ignore_case=True, WORD=True)

    async def line(self) -> str | None:
        """Return what is typed, or None where the person leaves."""
        try:
            with patch_stdout(raw=True):
                return await self._session.prompt_async("› ", completer=self.completer)
        except (EOFError, KeyboardInterrupt):
            return None


def draw(message: Message, *, numbers: Sequence[Button] = ()) -> Group:
    """Return `message` as Rich draws it; no text in it is read as Rich's markup.

    Args:
        message: What to draw.
        numbers: The buttons that can be pressed, by their numbers from 1.
    """
    parts: list[RenderableType] = []
    for block in message.blocks:
        parts += [*([Text("")] if parts else []), *_block(block)]
    if message.buttons:
        parts.append(Text(""))
        parts += [_row(row, numbers) for row in message.buttons]
    return Group(*parts)


def _block(block: Block) -> list[RenderableType]:
    return [_hung(_line(line, _COLOURS.get(block.kind, ""))) for line in block.lines]


def _hung(text: Text) -> RenderableType:
    """Return a line of a list whose rest goes on under its text, not under its mark."""
    mark = _MARK.match(text.plain)
    if not mark:
        return text
    grid = Table.grid(padding=0)
    grid.add_column(width=cell_len(mark[0]), no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(text[: mark.end()], text[mark.end() :])
    return grid


def _line(line: Line, colour: str) -> Text:
    text = Text(style=colour, overflow="fold")
    for span in line:
        text.append(_clean(span.text), style=_style(span))
    return text


def _style(span: Span) -> str:
    style = _STYLES[span.style]
    if span.url and span.url.isprintable() and "]" not in span.url and " " not in span.url:
        style = f"{style} underline link {span.url}".strip()
    return style


def _row(row: Sequence[Button], numbers: Sequence[Button]) -> Text:
    text = Text()
    for button in row:
        if button in numbers:
            text.append(f"[{numbers.index(button) + 1}]", style="bold cyan")
            text.append(f" {_clean(button.label)}   ")
        else:
            text.append(_clean(button.label), style=f"underline link {button.url}")
            text.append("   ")
    text.rstrip()
    return text


def _clean(text: str) -> str:
    """Return `text` without control characters, which could steer the terminal."""
    return "".join(letter for letter in text if letter.isprintable() or letter == " ")


def terminal_language() -> str | None:
    """Return the language that the terminal's user reads, as the environment says, or None."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "").split(".")[0].split("_")[0]
        if code and code not in {"C", "POSIX"}:
            return code
    return None


async def _read_line() -> str | None:
    """Return the next line of standard input, or None at its end.

    A daemon thread reads it, so that a program that is told to end does not wait for a line that
    never comes.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[str] = loop.create_future()

    def give(line: str) -> None:
        if not answer.done():
            answer.set_result(line)

    def read() -> None:
        line = sys.stdin.readline()
        with contextlib.suppress(RuntimeError):  # the loop ended while we waited
            loop.call_soon_threadsafe(give, line)

    threading.Thread(target=read, name="console", daemon=True).start()
    line = await answer
    return line.rstrip("\n") if line else None
