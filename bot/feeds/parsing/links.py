"""Links as outlets write them, made absolute and nothing else.

And where a wrapped link really leads.

The stored link is what a reader will click, so it keeps its query, its escapes and what stands
behind "#". What is barer, for comparing, is `bot.feeds.parsing.article_keys`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from bot.feeds.parsing.html_text import clean

LONGEST = 2_000
"""Characters of a link; what is longer is none."""

_BARE_HOST = re.compile(
    r"www\d?\.[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:[/?#]|$)", re.IGNORECASE
)
_ONE_SLASH = re.compile(r"^(https?):/(?=[^/])", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:amp|#\d{1,5}|#x[0-9a-f]{1,4});", re.IGNORECASE)
_WRAPPERS = (
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}"), "/url", ("url", "q")),
    (re.compile(r"l\.(?:facebook|instagram)\.com"), "", ("u",)),
    (re.compile(r"(?:away\.)?vk\.com"), "/away", ("to",)),
    (re.compile(r"t\.umblr\.com"), "/redirect", ("z",)),
    (re.compile(r"(?:www\.)?bing\.com"), "/news/apiclick.aspx", ("url",)),
)
"""Services that stand between a feed and its outlet.

Host, begin of the path, parameters that hold the link.
"""


def web_link(link: object, base: str) -> str | None:
    """Return `link` made absolute if it leads to the web and elsewhere than to `base`.

    Else None.
    """
    whole = whole_link(link, base)
    if whole is None:
        return None
    page, _, fragment = whole.partition("#")
    is_route = fragment.startswith(("/", "!/"))
    return whole if page != base or is_route else None


def whole_link(link: object, base: str) -> str | None:
    """Return `link` made absolute against `base` if it leads to the web, else None."""
    if not isinstance(link, str) or not link.strip() or len(link) > LONGEST:
        return None
    try:
        whole = _absolute(clean(link).strip().replace(" ", "%20").replace("\n", ""), base)
        parts = urlsplit(whole)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return whole if usable else None


def unwrapped(link: str) -> str:
    """Return where `link` leads behind a service that only counts clicks, else `link` itself."""
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").lower()
        for hosts, path, names in _WRAPPERS:
            if hosts.fullmatch(host) and parts.path.startswith(path):
                told = dict(parse_qsl(parts.query))
                inner = [whole_link(told[name], link) for name in names if name in told]
                return next((found for found in inner if found), link)
    except ValueError:
        return link
    return link


def alternate(links: Iterable[Mapping[str, Any]], language: str | None) -> str | None:
    """Return the link of an entry that has several: the first page in the entry's language.

    Args:
        links: As feedparser gives them: rel, type, hreflang, href.
        language: ISO 639-1, or None.
    """
    pages = [
        held
        for held in links
        if held.get("rel", "alternate") == "alternate"
        and held.get("type", "text/html") in ("text/html", "application/xhtml+xml")
    ]
    ours = [held for held in pages if language and _speaks(held.get("hreflang"), language)]
    neutral = [held for held in pages if not held.get("hreflang")]
    chosen = next(iter([*ours, *neutral, *pages]), None)
    href = chosen.get("href") if chosen is not None else None
    return href if isinstance(href, str) else None


def _speaks(tag: object, language: str) -> bool:
    return isinstance(tag, str) and tag.lower().partition("-")[0] == language


def _absolute(link: str, base: str) -> str:
    link = _ONE_SLASH.sub(r"\1://", link)
    link = _REFERENCE.sub(_character, link)  # escaped once more than it was undone
    if _BARE_HOST.match(link):
        return f"{urlsplit(base).scheme or 'https'}://{link}"
    return link if link.startswith(("https://", "http://")) else urljoin(base, link)


def _character(match: re.Match[str]) -> str:
    told = match[0][1:-1].lower()
    if told == "amp":
        return "&"
    number = int(told, 0) if told.startswith("#x") else int(told[1:])
    # anything that is no printable ASCII would change what the address says
    return chr(number) if 0x20 < number < 0x7F else match[0]
