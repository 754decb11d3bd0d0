"""What makes two items the same article though guid, host or headline have changed.

No one of guid, link, number and headline can be relied on, so an item has a key of each;
`bot.feeds.polling.dedup` weighs them. A URL is stored as the outlet wrote it
(`bot.feeds.parsing.links`) and compared in a barer form: without scheme, www, mobile
and AMP forms (FIELD.md, Q8, Q12, Q13, Q51).
"""

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

from bot.feeds.parsing.findings import Entry
from config.text import fold

_TRACKING = re.compile(
    r"utm_\w+|at_(?:medium|campaign|custom\w*)"
    r"|(?:fb|gc|dc|yc|ysc|ms|tw|wbraid|gbra)[il]?d?clid|(?:fb|g|y|ys|ms|tt|tw)clid"
    r"|mc_[ce]id|_ga|_gl|igshid|igsh|from|ref|referrer|src|via|rss|feed|share|shared|amp"
    r"|output(?:type)?|traffic_source|xtor|spm|cmpid|ocid|smid|ns_\w+|_openstat"
)
_LONE = frozenset({"ref", "src", "from", "via", "share", "rss", "feed"})
"""Names of tracking parameters that some sites give their articles' numbers."""

_FRONT = re.compile(r"^(?:(?:www\d?|m|mobile|mob|amp|wap)\.)+(?=[^.]+\.)")
_SIMPLE_URL = re.compile(r"https?://[a-z0-9.-]+(?:/[A-Za-z0-9._~-]+)*/?")
"""A URL that is in its canonical form as it stands, as most are."""

_AMP = re.compile(r"/amp(?:/|\.html)?$|(?<=/)amp/(?=.)")
_INDEX = re.compile(r"/index\.(?:html?|php|aspx?)$")


_NUMBER_NAME = re.compile(r"(?:news|article|post|item|story)?_?(?:id|nid|rid|p|aid|newsid)")
_NUMBERS = (
    re.compile(r"^(?:[a-z]+:)?(\d{3,12}|\d{2}(?=[-_:.]))(?=$|[-_:.])"),
    re.compile(r"(?<=[-_:])a?(\d{4,12})(?:\.html?|-haberi)?$"),
    re.compile(r"(?<=[-_])((?=[a-f]*\d)[0-9a-f]{6})(?:\.html?)?$", re.IGNORECASE),
)
_CALENDAR = re.compile(r"(?:19|20)\d{2}(?:(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?)?")
_LONGEST_NUMBER = 40
_LONG_SEGMENT = 24
_TELLING_TEXT = 120
_TELLING_PATH = 8
"""Characters of a path below which it is a section rather than an article."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What an item can be recognised by, each a short digest.

    None where the item has nothing of the kind.

    Attributes:
        address: The canonical link, under every host's twins.
        sure: Whether the address is an article's by its look, and not perhaps a section's or a home
            page's.
        path: The link without its host, within the source.
        number: The article's number in the link, within the source.
        guid: The feed's own id, within the source.
        title: The folded headline, within the source.
        content: Headline and text, within the source; where there is so much text that no other
            article could have the same.
    """

    address: str | None
    sure: bool
    path: str | None
    number: str | None
    guid: str | None
    title: str | None
    content: str | None

    def all(self) -> tuple[str, ...]:
        """Every key that there is, the most telling first."""
        return tuple(
            key
            for key in (self.address, self.number, self.path, self.content, self.guid, self.title)
            if key is not None
        )


def canonical_url(url: str) -> str:
    """Return `url` without tracking parameters and fragment, for comparing.

    The rest stays as it is written, letter by letter. A fragment that is a route ("#/news/1") is
    where the article is; a parameter that stands alone is what the page is asked for, whatever its
    name.
    """
    if _SIMPLE_URL.fullmatch(url):
        return url
    parts = urlsplit(url)
    told = parts.query.split("&")
    kept = [part for part in told if not _TRACKING.fullmatch(part.partition("=")[0].lower())]
    alone = len(told) == 1 and told[0].partition("=")[0].lower() in _LONE
    query = parts.query if alone else "&".join(kept)
    route = parts.fragment if parts.fragment.startswith(("/", "!/")) else ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, route))


def address(url: str) -> str:
    """Return the form of `url` under which twins are equal.

    Host without its front, path and query, in one spelling. What cannot be taken apart is compared
    as it is written: one outlet's link must not cost it the whole feed.
    """
    bare = canonical_url(url)
    try:
        parts = urlsplit(url if bare == url and _SIMPLE_URL.fullmatch(url) else _comparable(bare))
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return bare
    host = _FRONT.sub("", (parts.hostname or "").lower())
    path = _INDEX.sub("/", _AMP.sub("", parts.path)).rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{port}{path}{query}" + (f"#{parts.fragment}" if parts.fragment else "")


def _comparable(url: str) -> str:
    return str(canonicalize_url(url, keep_fragments=True))


def keys_of(entry: Entry, source_key: str, content: str) -> Keys:
    """Return all that `entry`, whose fingerprint is `content`, can be recognised by."""
    link = entry.link
    where = address(link) if link else None
    path = where.partition("/")[2] if where else ""
    number = number_of(link) if link else None
    guid = entry.guid if entry.guid and entry.guid != link else None
    return Keys(
        address=digest("address", where) if where else None,
        sure=where is not None and is_telling(where),
        path=digest("path", source_key, path) if len(path) >= _TELLING_PATH else None,
        number=digest("number", source_key, number) if number else None,
        guid=digest("guid", source_key, guid) if guid else None,
        title=digest("title", source_key, fold(entry.title))
        if entry.title and not entry.provisional
        else None,
        content=digest("content", source_key, content)
        if len(entry.text) >= _TELLING_TEXT
        else None,
    )


def is_telling(where: str) -> bool:
    """Tell whether an address as `address` gives it looks like one article's.

    A number, or several words, in its last part.
    """
    path, _, query = where.partition("?")
    last = path.rpartition("/")[2]
    words = last.count("-") + last.count("_") + last.count("%20")
    return "/" in path and (
        words >= 2 or sum(map(str.isdigit, last + query)) >= 3 or len(last) >= _LONG_SEGMENT
    )


def number_of(url: str) -> str | None:
    """Return the article number in `url`, or the parameter that holds it; None where there is none.

    A number begins or ends a segment of the path, in digits or as six hexadecimal ones; a year or a
    day is none. A headline may end in a number too, so this alone proves nothing.
    """
    parts = urlsplit(canonical_url(url))
    for name, value in parse_qsl(parts.query) if parts.query else ():
        if (
            _NUMBER_NAME.fullmatch(name.lower())
            and value.isascii()
            and value.isalnum()
            and len(value) <= _LONGEST_NUMBER
        ):
            return f"{name.lower()}={value.lower()}"
    for segment in reversed([segment for segment in parts.path.split("/") if segment]):
        for pattern in _NUMBERS:
            match = pattern.search(segment)
            if match and not _CALENDAR.fullmatch(match[1]):
                return match[1].lower()
    return None


def content_hash(title: str, text: str) -> str:
    """Return a fingerprint of what an article says.

    Changes of case and of white space leave it alone, in the headline also those of accents,
    apostrophes and look-alike letters; folding whole texts as well would cost more than parsing
    them.
    """
    return digest(fold(title), " ".join(text.casefold().split()))


def digest(*parts: str) -> str:
    """Return a short key of `parts`."""
    return hashlib.blake2b(
        "\x1f".join(parts).encode("utf-8", "replace"), digest_size=16
    ).hexdigest()
