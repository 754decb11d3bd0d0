"""The Message: what the bot says, before any messenger has drawn it.

A message is a list of blocks of lines of plain spans. It holds no markup: Telegram draws it with
entity offsets, Matrix as escaped HTML beside a plain body, the terminal with Rich. A message that
is too long for a platform is split between blocks, and inside one only when that block alone is too
long.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from string import Formatter

from bot.messages.shortening import shortened
from config.text import squeeze, without_controls

_STEM = 5  # letters of a name that its case forms share


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

    @property
    def plain(self) -> str:
        """The block as plain text, its lines parted by line feeds."""
        return "\n".join(plain_line(told) for told in self.lines)


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press: a command that it stands for, or a page that it opens.

    Attributes:
        label: What is read on it.
        command: The command line that pressing it sends, such as "subscribe turksoy", or None.
        url: The page that it opens, or None. Exactly one of `command` and `url` is given.
        sign: What stands for it where one presses by adding a sign to a message; else empty.
        opposite: The command line that takes back what `command` did, or None.
    """

    label: str
    command: str | None = None
    url: str | None = None
    sign: str = ""
    opposite: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that a message brings along.

    Attributes:
        name: Its file name, of our own making.
        media_type: Such as "text/calendar"; an image is shown as a picture where the platform can.
        content: Its bytes.
    """

    name: str
    media_type: str
    content: bytes

    @property
    def is_picture(self) -> bool:
        """Whether it is to be looked at rather than opened."""
        return self.media_type.startswith("image/")


class Preview(StrEnum):
    """How large the preview of a message's first link is, where a platform shows one."""

    NONE = "none"
    SMALL = "small"
    """Beside its title, below the text."""
    LARGE = "large"
    """As wide as the message, above the text."""
    PICTURE = "picture"
    """The lead picture of the outlet in its place, as wide as the message and above the text."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is owed or answered to a chat.

    Attributes:
        blocks: What is read.
        buttons: Rows of buttons under it. Where a platform has none, they are left out: the text
            never depends on them.
        replaces: True in an answer that refreshes the message whose button was pressed: the adapter
            edits that message in place. When the command was typed instead of pressed, or the old
            message cannot be edited, it is sent as a new one.
        document: A file that comes along, or None. A message with one never replaces another.
        is_silent: Whether it comes without a sound, where the platform can.
        preview: Of its first link.
        picture: Address of a lead picture (http or https) that can be shown as a preview, or None.
    """

    blocks: tuple[Block, ...]
    buttons: tuple[tuple[Button, ...], ...] = field(default=())
    replaces: bool = False
    document: Document | None = None
    is_silent: bool = False
    preview: Preview = Preview.NONE
    picture: str | None = None

    @property
    def plain(self) -> str:
        """The message as plain text.

        Lines within a block by one line feed, blocks by a blank line.
        """
        return "\n\n".join(block.plain for block in self.blocks)

    def with_buttons(self, change: Callable[[Button], Button | None]) -> "Message":
        """Return the message with each button as `change` makes it; None leaves it out."""
        rows: list[tuple[Button, ...]] = []
        for row in self.buttons:
            changed = [change(button) for button in row]
            kept = tuple(button for button in changed if button is not None)
            if kept:
                rows.append(kept)
        return replace(self, buttons=tuple(rows))


def plain_line(told: Line) -> str:
    """Return a line as plain text."""
    return "".join(span.text for span in told)


def line(*parts: str | Span) -> Line:
    """Return a line of `parts`; bare strings are plain spans."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def text_block(
    *lines: str | Span | Sequence[str | Span], kind: BlockKind = BlockKind.TEXT
) -> Block:
    """Return a block; each argument is one line: a string, a span, or a sequence of them."""
    return Block(
        kind, tuple(line(item) if isinstance(item, str | Span) else line(*item) for item in lines)
    )


def text_message(*lines: str | Span | Sequence[str | Span]) -> Message:
    """Return a message of one block of text."""
    return Message((text_block(*lines),))


def clean_line(text: str, most: int = 300) -> str:
    """Return what an outsider wrote as one clean line of at most `most` characters.

    Every such text passes here into a message. What is too long ends with a whole word, and in no
    quotation: one as short as a name is left out, one of more is closed.
    """
    line = squeeze(without_controls(text))
    return line if len(line) <= most else shortened(line, most)


def excerpt(text: str, about: str, most: int) -> str:
    """Return `text` as one clean line of about `most` characters around what it says of `about`.

    Of a name in another case its last word's beginning is looked for. What is left out at either
    end is shown by an ellipsis.
    """
    whole = squeeze(without_controls(text))
    if len(whole) <= most:
        return whole
    words = squeeze(about).split() or [""]
    found = max(whole.find(about), whole.find(words[-1][:_STEM]), 0)
    first = max(0, min(found - most // 2, len(whole) - most))
    last = min(len(whole), first + most)
    if first:
        first = whole.find(" ", first) + 1
    if last < len(whole):
        last = max(first + 1, whole.rfind(" ", first, last))
    return f"{'…' if first else ''}{whole[first:last]}{'…' if last < len(whole) else ''}"


@dataclass(slots=True)
class EventLinks:
    """Links that open an event in somebody's own chat with the bot.

    Attributes:
        beginning: What stands before the event's number; None while the bot's name is not known,
            or where the platform has no such links.
    """

    beginning: str | None = None

    def of(self, event_id: int) -> str | None:
        """Return the link to an event, or None."""
        return f"{self.beginning}{event_id}" if self.beginning is not None else None


@dataclass(frozen=True, slots=True)
class ChatControls:
    """How somebody acts on what they read in a chat: what messages must know of a platform.

    Attributes:
        command_prefix: What a command begins with.
        has_buttons: Whether the buttons under a message can be pressed.
        has_signs: Whether the signs of buttons can be added to a message in their place.
        event_links: Links into the bot's own chats.
    """

    command_prefix: str = "/"
    has_buttons: bool = True
    has_signs: bool = False
    event_links: EventLinks = field(default_factory=EventLinks, compare=False)


def fill_spans(template: str, **parts: str | Span | int) -> Line:
    """Return the line that a translated sentence makes with `parts` in its {placeholders}.

    The template comes from us and the translators; what outsiders wrote is only ever a part, and a
    part is never looked into: braces and markup in it stay what they are. Only plain names stand in
    braces, so a template cannot reach into an object either.

    Raises:
        KeyError: The template names a part that was not given.
    """
    return tuple(_spans(template, parts))


def _spans(template: str, parts: dict[str, str | Span | int]) -> Iterator[Span]:
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            yield Span(literal)
        if name is not None:
            part = parts[name]
            yield part if isinstance(part, Span) else Span(str(part))


Measure = Callable[[Message], int]
"""How much of a platform's limit a message takes, as that platform counts it."""


def utf16_units(message: Message) -> int:
    """Return the length of the plain text in UTF-16 code units, as Telegram counts."""
    return len(message.plain.encode("utf-16-le")) // 2


def split(message: Message, limit: int, measure: Measure = utf16_units) -> list[Message]:
    """Return `message` in parts of which each measures `limit` at most.

    A short one comes back as it is.

    Parts end between blocks. A block that alone is too long is split between its lines, and a line
    that alone is too long at a space, or anywhere when it has none. Nothing but the spaces at which
    a line was parted is lost. The buttons stand under the last part; only the first part replaces
    another message, and a document comes with the last.

    Args:
        message: What to say.
        limit: The most that one part may measure; big enough for any single character.
        measure: How the platform counts: it is given a whole message, so it may draw it and count
            what is drawn.
    """
    if measure(message) <= limit:
        return [message]

    def fits(blocks: Sequence[Block]) -> bool:
        return measure(Message(tuple(blocks))) <= limit

    parts: list[list[Block]] = [[]]
    for block in message.blocks:
        for piece in _pieces(block, fits):
            if parts[-1] and not fits([*parts[-1], piece]):
                parts.append([])
            parts[-1].append(piece)
    cut = [Message(tuple(blocks), is_silent=message.is_silent) for blocks in parts]
    cut[0] = replace(
        cut[0], replaces=message.replaces, preview=message.preview, picture=message.picture
    )
    cut[-1] = replace(cut[-1], buttons=message.buttons, document=message.document)
    return cut


Fits = Callable[[Sequence[Block]], bool]


def _pieces(block: Block, fits: Fits) -> Iterator[Block]:
    """Yield `block`, or blocks of its lines where it does not fit alone."""
    if fits([block]):
        yield block
        return
    held: list[Line] = []
    for whole in block.lines:
        for part in _line_parts(block.kind, whole, fits):
            if held and not fits([Block(block.kind, (*held, part))]):
                yield Block(block.kind, tuple(held))
                held = []
            held.append(part)
    if held:
        yield Block(block.kind, tuple(held))


def _line_parts(kind: BlockKind, whole: Line, fits: Fits) -> Iterator[Line]:
    """Yield `whole`, or the longest beginnings of it that fit alone, one after the other."""
    rest = whole
    while rest and not fits([Block(kind, (rest,))]):
        text = "".join(span.text for span in rest)
        low, high = 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (
                (middle, high)
                if fits([Block(kind, (_cut(rest, 0, middle),))])
                else (low, middle - 1)
            )
        space = text.rfind(" ", 1, low + 1)
        end = space if space > 0 else low
        yield _cut(rest, 0, end)
        rest = _cut(rest, end + (space > 0), len(text))
    if rest or not whole:
        yield rest


def _cut(whole: Line, start: int, end: int) -> Line:
    """Return the characters `start` to `end` of a line, each in its own style."""
    cut: list[Span] = []
    at = 0
    for span in whole:
        text = span.text[max(start - at, 0) : max(end - at, 0)]
        if text:
            cut.append(replace(span, text=text))
        at += len(span.text)
    return tuple(cut)
