"""The Message: what the bot says, before any messenger has drawn it.

A message is a list of blocks of lines of plain spans. It holds no markup: Telegram draws it with entity offsets, Matrix as escaped HTML
beside a plain body, the terminal with Rich. A message that is too long for a platform is split between blocks, never inside one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Style(StrEnum):
    """How a span is set."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    MUTED = "muted"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style.

    Attributes:
        text: What is read; never markup, whatever it holds.
        style: How it is set.
        url: Where it leads (http or https), or None.
    """

    text: str
    style: Style = Style.PLAIN
    url: str | None = None


Line = tuple[Span, ...]


class BlockKind(StrEnum):
    """What a block is for; a messenger may space or indent by it."""

    HEADING = "heading"
    FACTS = "facts"
    PEOPLE = "people"
    ITEMS = "items"
    LINKS = "links"
    TEXT = "text"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together and are never split apart."""

    kind: BlockKind
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press: a command that it stands for, or a page that it opens.

    Attributes:
        label: What is read on it.
        command: The command line that pressing it sends, such as "subscribe turksoy", or None.
        url: The page that it opens, or None. Exactly one of `command` and `url` is given.
    """

    label: str
    command: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What is owed or answered to a chat."""

    blocks: tuple[Block, ...]
    buttons: tuple[tuple[Button, ...], ...] = field(default=())

    @property
    def plain(self) -> str:
        """The message as plain text: lines within a block by one line feed, blocks by a blank line."""
        return "\n\n".join("\n".join("".join(span.text for span in line) for line in block.lines) for block in self.blocks)


def line(*parts: str | Span) -> Line:
    """Return a line of `parts`; bare strings are plain spans."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def text_block(*lines: str | Span | Sequence[str | Span], kind: BlockKind = BlockKind.TEXT) -> Block:
    """Return a block; each argument is one line: a string, a span, or a sequence of them."""
    return Block(kind, tuple(line(item) if isinstance(item, str | Span) else line(*item) for item in lines))


def say(*lines: str | Span | Sequence[str | Span]) -> Message:
    """Return a message of one block of text."""
    return Message((text_block(*lines),))
