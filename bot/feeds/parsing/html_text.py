"""HTML to plain text: what a feed calls a title or a summary, without its tags.

The text that comes out is data and nothing else: no tag, no script, no entity is left for anybody
to interpret. Paragraphs are parted by line feeds, as the reader wants them.
"""

import html
import re

from config.text import nfc, squeeze

_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|s|small|span|strike"
    r"|strong|sub|sup|u|ul)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"<(script|style|iframe|object|svg|template)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL
)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)|<!\[CDATA\[|\]\]>", re.DOTALL)
_LOOKS_LIKE_HTML = re.compile(r"<[a-z!/]|&(?:#\d|#x|[a-z]+;)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\ufeff\ufffe\uffff\ud800-\udfff]")
_MAY_BREAK = re.compile(r"</?wbr\b[^<>]{0,100}>", re.IGNORECASE)
"""Where a browser may break a word, which is one word."""

_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    }
    | {
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
_SILENT = frozenset(
    {
        "script",
        "style",
        "iframe",
        "object",
        "svg",
        "template",
        "noscript",
        "head",
        "select",
        "button",
        "form",
        "figcaption",
    }
)
_BREAK = "\u2029"
_BLOCK_TAG = re.compile(rf"<(?=/?(?:{'|'.join(sorted(_BLOCKS))})\b)", re.IGNORECASE)
_SILENT_TAG = re.compile(rf"<(?:{'|'.join(sorted(_SILENT))}|[!?])", re.IGNORECASE)
_UNESCAPES = 3
_LONGEST = 400_000


def clean(text: str) -> str:
    """Return `text` in NFC without control characters, and with its words whole."""
    if "wbr" in text or "WBR" in text:
        text = _MAY_BREAK.sub("", text)
    return nfc(_CONTROL.sub("", text))


def plain_title(text: str) -> str:
    """Return a title as one line of plain text.

    Entities are undone as often as they were made (some outlets escape twice); tags of the usual
    kind go, "a < b" and "<3" stay.
    """
    text = text[:_LONGEST]
    for _ in range(_UNESCAPES):
        undone = html.unescape(text)
        if undone == text:
            break
        text = undone
    plain = _TAG.sub(" ", _COMMENT.sub("", _ACTIVE.sub(" ", clean(text))))
    return squeeze(plain).replace(" ,", ",")


def plain_text(text: str) -> str:
    """Return a summary or content as plain text, a paragraph a line."""
    text = clean(text[:_LONGEST])
    if not _LOOKS_LIKE_HTML.search(text):
        return _paragraphs(text)
    text = _walk(_ACTIVE.sub(" ", text))
    if ("<" in text or "&" in text) and _LOOKS_LIKE_HTML.search(text):  # escaped twice
        text = _walk(_ACTIVE.sub(" ", text))
    return _paragraphs(text)


def _walk(markup: str) -> str:
    """Return the text of `markup`, with a break where a block begins or ends."""
    # The bot itself cleans titles alone; markup is for the processes that parse.
    import lxml.etree  # noqa: PLC0415 - takes long to load; most feeds need none
    import lxml.html  # noqa: PLC0415 - takes long to load; most feeds need none

    try:
        root = lxml.html.document_fromstring(
            "<div>" + _BLOCK_TAG.sub(f"{_BREAK}<", markup) + "</div>"
        )
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return html.unescape(_TAG.sub(" ", markup))
    if _SILENT_TAG.search(markup):
        lxml.etree.strip_elements(
            root, lxml.etree.Comment, lxml.etree.ProcessingInstruction, *_SILENT, with_tail=False
        )
    text: str = lxml.etree.tostring(root, method="text", encoding="unicode")
    return (
        text if text.strip(_BREAK) else html.unescape(_TAG.sub(" ", markup))
    )  # nested deeper than the parser goes


def _paragraphs(text: str) -> str:
    """White space within a paragraph is one space; a blank line or a block parts paragraphs."""
    # What entities stood for may be invisible as well. Piece by piece most are ASCII, which is
    # cleaned faster; the mark of a break is not.
    pieces = (
        map(clean, text.split(_BREAK))
        if _BREAK in text
        else re.split(r"\n\s*\n|\r\n\s*\r\n", clean(text))
    )
    return "\n".join(line for line in map(squeeze, pieces) if line)
