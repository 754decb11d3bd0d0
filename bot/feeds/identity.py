"""What makes two items the same article, though guid, host, tracking parameters or headline have changed.

A URL is kept in a canonical form that still opens (tracking gone, everything that can bear an id kept), and compared in a barer one:
without scheme, www, mobile and AMP forms (FIELD.md, Q8, Q12, Q13, Q51). An item without a link is known by its guid or its headline.
"""

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

from bot.feeds.parser import Entry
from config.text import fold

_TRACKING = re.compile(
    r"utm_\w+|at_(?:medium|campaign|custom\w*)|(?:fb|gc|dc|yc|ysc|ms|tw|wbraid|gbra)[il]?d?clid|(?:fb|g|y|ys|ms|tt|tw)clid|mc_[ce]id|_ga|_gl|igshid|igsh"
    r"|from|ref|referrer|src|via|rss|feed|share|shared|amp|output(?:type)?|traffic_source|xtor|spm|cmpid|ocid|smid|ns_\w+|yclid|_openstat"
)
_FRONT = re.compile(r"^(?:(?:www\d?|m|mobile|mob|amp|wap)\.)+(?=[^.]+\.)")
_AMP = re.compile(r"/amp(?:/|\.html)?$|(?<=/)amp/(?=.)")
_INDEX = re.compile(r"/index\.(?:html?|php|aspx?)$")


def canonical_url(url: str) -> str:
    """Return `url` without fragment and tracking parameters, otherwise as it opens."""
    parts = urlsplit(url)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(name.lower())]
    query = parts.query if len(kept) == len(parts.query.split("&")) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def address(url: str) -> str:
    """Return the form of `url` under which twins are equal: host without its front, path and query, in one spelling."""
    parts = urlsplit(canonicalize_url(canonical_url(url)))
    host = _FRONT.sub("", (parts.hostname or "").lower())
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = _INDEX.sub("/", _AMP.sub("", parts.path)).rstrip("/")
    return f"{host}{port}{path}" + (f"?{parts.query}" if parts.query else "")


def identity(entry: Entry, source_key: str) -> str:
    """Return the key under which `entry` of the source is stored: its address, else its guid, else its headline."""
    if entry.link is not None:
        return digest("address", address(entry.link))
    if entry.guid is not None:
        return digest("guid", source_key, entry.guid)
    return digest("title", source_key, fold(entry.title))


def content_hash(title: str, text: str) -> str:
    """Return a fingerprint of what an article says, that changes of case, accents and white space leave alone."""
    return digest(fold(title), fold(text))


def digest(*parts: str) -> str:
    """Return a short key of `parts`."""
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()
