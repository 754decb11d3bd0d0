"""A Message as the contents of Matrix events: a plain body, and HTML in which all text is escaped.

Only tags of this module's own choosing are ever written; all that comes from a message passes
through `html.escape`. Matrix has no buttons, so they are left out. A message that would not fit
into one event becomes several.
"""

import io
import json
import re
from html import escape
from typing import Any
from urllib.parse import urlsplit

from PIL import Image

from bot.messages.message import Block, BlockKind, Document, Line, Message, Span, Style, split
from config.text import nfc

Content = dict[str, Any]

LIMIT = 20_000
"""Most bytes of the JSON of one content.

An event may have 65,536 (Matrix specification, "Size limits"); an edit holds its content twice, and
encryption makes three bytes four.
"""

_TAGS = {
    Style.PLAIN: ("", ""),
    Style.BOLD: ("<strong>", "</strong>"),
    Style.ITALIC: ("<em>", "</em>"),
    Style.MUTED: ('<span data-mx-color="#808080">', "</span>"),
    Style.CODE: ("<code>", "</code>"),
}
_BULLET = re.compile(r"\s*(?:[•·]\s+|(?=[✓✖]))")
_MARGIN = re.compile(r"\s*")
_LONGEST_URL = 2_000
_INDENT = re.compile(r"^ +| {2,}", re.MULTILINE)
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def contents(message: Message) -> list[Content]:
    """Return the contents of the m.room.message events that say `message`, in order.

    At least one.
    """
    kind = "m.notice" if message.is_silent else "m.text"
    return [_content(part.blocks, kind) for part in split(message, LIMIT, _bytes)]


def in_thread(content: Content, root: str, asked: str) -> Content:
    """Return `content` as an answer to `asked` in the thread that begins at `root`.

    See the Matrix specification, "Threading".
    """
    relation = {
        "rel_type": "m.thread",
        "event_id": root,
        "is_falling_back": True,
        "m.in_reply_to": {"event_id": asked},
    }
    return content | {"m.relates_to": relation}


def in_reply(content: Content, to: str) -> Content:
    """Return `content` as a reply to the event `to`."""
    return content | {"m.relates_to": {"m.in_reply_to": {"event_id": to}}}


def replacement(content: Content, event_id: str) -> Content:
    """Return the content of an event that replaces `event_id` by `content`.

    See the Matrix specification, "Event replacements".
    """
    return {
        "msgtype": content["msgtype"],
        "body": f"* {content['body']}",
        "m.mentions": {},
        "m.new_content": content,
        "m.relates_to": {"rel_type": "m.replace", "event_id": event_id},
    }


def attachment(
    document: Document, url: str, keys: dict[str, Any] | None, caption: Content | None = None
) -> Content:
    """Return the content of the event that shows an uploaded file.

    See the Matrix specification, "m.file" and "Sending encrypted attachments".

    Args:
        document: The file.
        url: Where the homeserver keeps it (mxc).
        keys: What opens it where it is encrypted; None for a file that is not.
        caption: The content of the text that stands under it, or None for its name alone.
    """
    info: dict[str, Any] = {"mimetype": document.media_type, "size": len(document.content)}
    if document.is_picture and (size := _size(document)) is not None:
        info |= {"w": size[0], "h": size[1]}
    content: Content = {
        "msgtype": "m.image" if document.is_picture else "m.file",
        "body": document.name,
        "filename": document.name,
        "info": info,
        "m.mentions": {},
    }
    if caption is not None:
        content |= {name: caption[name] for name in ("body", "format", "formatted_body")}
    return content | ({"file": {**keys, "url": url}} if keys else {"url": url})


def _size(document: Document) -> tuple[int, int] | None:
    """Return width and height of a picture in pixels, or None where it cannot be read."""
    try:
        with Image.open(io.BytesIO(document.content)) as image:
            return image.size
    except (OSError, Image.DecompressionBombError):
        return None


def clean(text: str) -> str:
    """Return `text` without what no event may hold.

    That is control characters other than tab and line feed, and lone surrogates.
    """
    return nfc(_UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def is_web(url: str) -> bool:
    """Whether `url` may be made a link of.

    It must be http or https, have a host, not be endless, and hold nothing that a URL cannot.
    """
    if (
        len(url) > _LONGEST_URL
        or clean(url) != url
        or any(character.isspace() for character in url)
    ):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _content(blocks: tuple[Block, ...], kind: str = "m.notice") -> Content:
    return {
        "msgtype": kind,
        "body": "\n\n".join(map(_plain_block, blocks)),
        "format": "org.matrix.custom.html",
        "formatted_body": "".join(map(_html, blocks)),
        "m.mentions": {},  # so that no name in the text ever rings anybody
    }


def _bytes(message: Message) -> int:
    return len(json.dumps(_content(message.blocks)))


def _plain_block(block: Block) -> str:
    return "\n".join(map(_plain_line, block.lines))


def _plain_line(line: Line) -> str:
    return "".join(map(_plain, line))


def _plain(span: Span) -> str:
    text = clean(span.text)
    return f"{text} ({span.url})" if span.url and is_web(span.url) and span.url != text else text


def _html(block: Block) -> str:
    """A block as a paragraph.

    Among items, a line with a bullet or a tick begins a list item, and what follows it belongs to
    it.
    """
    paragraph: list[str] = []
    items: list[list[str]] = []
    for spans in block.lines:
        if block.kind is BlockKind.ITEMS and (start := _end(_BULLET, spans)) is not None:
            items.append([_spans(_from(spans, start))])
        elif items:
            items[-1].append(_spans(_from(spans, _end(_MARGIN, spans) or 0)))
        else:
            paragraph.append(_spans(spans))
    listed = "".join(f"<li>{'<br>'.join(lines)}</li>" for lines in items)
    return f"<p>{'<br>'.join(paragraph)}</p>" * bool(paragraph) + f"<ul>{listed}</ul>" * bool(
        listed
    )


def _end(pattern: re.Pattern[str], spans: Line) -> int | None:
    """Where the match of `pattern` at the beginning of a line ends, or None."""
    match = pattern.match("".join(span.text for span in spans))
    return match.end() if match else None


def _from(spans: Line, start: int) -> Line:
    """The characters of a line from `start` on, each in its own style."""
    kept: list[Span] = []
    for span in spans:
        kept.append(Span(span.text[start:], span.style, span.url))
        start = max(0, start - len(span.text))
    return tuple(kept)


def _spans(spans: Line) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    before, after = _TAGS[span.style]
    text = escape(_INDENT.sub(lambda run: "\u00a0" * len(run[0]), clean(span.text))).replace(
        "\n", "<br>"
    )
    if span.url is not None and is_web(span.url):
        text = f'<a href="{escape(span.url)}">{text}</a>'
    return f"{before}{text}{after}" if span.text else ""
