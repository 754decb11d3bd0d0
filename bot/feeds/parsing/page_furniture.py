"""What stands around an article on its page: lists of other news, share bars, tags, comments.

Told by what pages have in common and not by outlet: elements whose class or id says what they are,
blocks that are nothing but links or not shown, and the words below a picture. An element that holds
much of the page's text, or its headline, is never taken out, whatever it is called.
"""

import re
from typing import Any

_NAMES = frozenset({
    "related", "relative", "relatives", "recommended", "recommend", "recommendations",
    "recommendation", "similar", "popular", "trending", "mostread", "latest", "others", "other",
    "more", "readmore", "readalso", "also", "share", "sharing", "social", "socials", "tags",
    "tag", "taglist", "author", "authorbox", "byline", "comments", "comment", "disqus",
    "breadcrumb", "breadcrumbs", "pagination", "pager", "sidebar", "widget", "widgets",
    "banner", "banners", "advert", "advertisement", "ads", "adv", "promo", "subscribe",
    "subscription", "newsletter", "cookie", "cookies", "consent", "print", "rel", "toolbar",
    "menu", "navbar", "navigation", "footer", "partners", "archive", "rating", "poll",
})  # fmt: skip
_STARTS = ("related", "recommend", "share", "social", "comment", "breadcrumb", "advert", "similar")
_ALWAYS = ("nav", "aside", "footer", "form", "button", "select", "menu", "template", "dialog")
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BLOCKS = ("div", "section", "ul", "ol", "table", "p", "li", "dl", "blockquote")
_PICTURES = frozenset({
    "caption", "figcaption", "img", "image", "photo", "picture", "pic", "thumb", "gallery",
    "slider",
})  # fmt: skip
_CAPTION = 200
"""Characters of a caption at most; a longer text in a box that is named for its picture is the
article's.
"""

_WEIGHTLESS = 40
"""Characters below which a text is weighed by its digits: dates and counters beside a link."""

_DIGITS = 0.3
"""Share of digits from which such a text is a date or a counter, and no words of the block."""
_PARTS = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_CELLS = ("td", "th")
"""Elements whose figures are the text: results beside linked names."""

_MUCH = 0.4
"""Share of a page's text from which an element is taken for the page itself."""
_LINKED = 0.8
"""Share of a block's text within links from which it is a list of other news."""
_ENDS = (".", "!", "?", "…", "»", "”")
_FEWEST = 25
"""Characters of a block that are worth a judgement."""
_MOST = 20_000
"""Elements looked at; what is behind them is no article any more."""

Element = Any
"""An element of lxml, which has no types of its own."""


def without_furniture(root: Element) -> Element:
    """Take what is not the article out of the tree `root`, in place, and return it."""
    body = root.find(".//body")
    whole, lengths = _lengths(root if body is None else body)
    headlines = {holder for title in root.iter("h1") for holder in title.iterancestors()}
    doomed = [
        element
        for element, (length, linked) in lengths.items()
        if element not in headlines
        and length <= _MUCH * whole
        and (
            _is_named_so(element, length)
            or _is_hidden(element)
            or _is_links(element, length, linked)
        )
    ]
    for element in doomed:
        if element.getparent() is not None:
            element.drop_tree()
    return root


def _lengths(body: Element) -> tuple[int, dict[Element, tuple[int, int]]]:
    """Return the characters of the page's text, and of each block those and those within links.

    In one pass upwards.
    """
    own: dict[Element, tuple[int, int]] = {}
    elements = [element for element in body.iter() if isinstance(element.tag, str)][:_MOST]
    for element in reversed(elements):  # children come before their parents
        weigh = _characters if element.tag in _CELLS else _weight
        length = weigh(element.text)
        linked = 0
        for child in element:
            inner, inner_linked = own.get(child, (0, 0))
            length += inner + weigh(child.tail)
            linked += inner_linked
        own[element] = (length, length if element.tag == "a" else linked)
    blocks = {
        element: held
        for element, held in own.items()
        if element.tag in _BLOCKS or element.tag in _ALWAYS
    }
    return own.get(body, (0, 0))[0], blocks


def _characters(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _weight(text: str | None) -> int:
    """Return the characters of `text`, none where it is a date or a counter.

    They stand beside the links of a list of other news, which is no less a list for them.
    """
    if not text:
        return 0
    words = text.strip()
    if len(words) > _WEIGHTLESS:
        return len(words)
    digits = sum(map(str.isdigit, words))
    return 0 if digits > _DIGITS * len(words) else len(words)


def _is_named_so(element: Element, length: int) -> bool:
    if element.tag in _ALWAYS:
        return True
    said = f"{element.get('class') or ''} {element.get('id') or ''}"
    words = [word.lower() for word in _PARTS.split(said) if word]
    if length <= _CAPTION and not _PICTURES.isdisjoint(words):
        return True
    return any(word in _NAMES or word.startswith(_STARTS) for word in words)


def _is_hidden(element: Element) -> bool:
    """Whether nobody sees the element until a script shows it; a search may find some of these."""
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    return _NOT_DISPLAYED.search(element.get("style") or "") is not None


def _is_links(element: Element, length: int, linked: int) -> bool:
    return length >= _FEWEST and linked >= _LINKED * length and not _is_sentence(element)


def _is_sentence(element: Element) -> bool:
    """Whether a paragraph goes on behind its last link to the end of a sentence.

    A line that leads to other news ends with its link.
    """
    if element.tag != "p" or not len(element):
        return False
    behind = (element[-1].tail or "").rstrip()
    return len(behind) > 1 and behind.endswith(_ENDS)
