"""Bytes to text, for outlets that say nothing, or something wrong, about their encoding.

The order of trust: a byte order mark; being valid UTF-8, which nothing else is by chance; what
header and document declare, as long as the bytes look like it; and at last the bytes themselves:
Cyrillic in an eight-bit encoding has long runs of high bytes, Turkish and Azerbaijani have single
ones (FIELD.md, Q47 to Q49). Never raises.
"""

import codecs
import re
from collections.abc import Mapping

_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:\-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:\-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?([\w.:\-]+)", re.IGNORECASE)
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_BAD = re.compile("\ufffd")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = frozenset(
    {"ascii", "iso8859-1", "cp1252", "iso8859-9", "cp1254", "iso8859-15", "iso8859-2", "cp1250"}
)
_CYRILLIC = frozenset(
    {"cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic", "kz1048", "ptcp154"}
)
_TRUE_NAME = {"ascii": "cp1254", "iso8859-1": "cp1254", "cp1252": "cp1254", "iso8859-9": "cp1254"}
"""Outlets of the field that declare Latin-1 write Turkish.

Cp1254 is the same but for six letters that only Icelandic would miss.
"""

_SAMPLE = 200_000


def decode(body: bytes, headers: Mapping[str, str]) -> tuple[str, str]:
    """Return `body` as text, and the Python name of the encoding that it was read in.

    Halves of surrogate pairs, which some outlets write in UTF-8, come through; whoever goes on with
    the text takes them out.

    Args:
        body: A feed or page.
        headers: The response's, names in lower case.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), name
    sniffed = _utf16(body)
    if sniffed:
        return body.decode(sniffed, "replace"), sniffed
    try:
        return body.decode("utf-8", "surrogatepass"), "utf-8"
    except UnicodeDecodeError:
        name = _encoding(body, headers)
        return body.decode(name, "replace"), name


def _utf16(body: bytes) -> str | None:
    start = body[:200]
    if len(start) >= 4 and start[1:4:2] == b"\0\0" and start[:1] == b"<":
        return "utf-16-le"
    if len(start) >= 4 and start[0:3:2] == b"\0\0" and start[1:2] == b"<":
        return "utf-16-be"
    return None


def _encoding(body: bytes, headers: Mapping[str, str]) -> str:
    sample = body[:_SAMPLE]
    runs = [len(run) for run in _HIGH_RUN.findall(sample)]
    text = sample.decode("utf-8", "replace")
    broken = len(_BAD.findall(text))
    whole = sum(character > "\x7f" for character in text) - broken
    if whole > 4 * broken:  # UTF-8 with a few bad bytes in it
        return "utf-8"
    cyrillic = sum(runs) / len(runs) >= 2.5
    for declared in _declared(body, headers):
        if declared in _WESTERN and not cyrillic:
            return _TRUE_NAME.get(declared, declared)
        if declared in _CYRILLIC and cyrillic:
            return declared
        if declared not in _WESTERN | _CYRILLIC | {"utf-8"} and _readable(sample, declared):
            return declared
    return _by_content(sample) if cyrillic else "cp1254"


def _declared(body: bytes, headers: Mapping[str, str]) -> list[str]:
    head = body[:2_000]
    found = [
        match[1] for match in [_HEADER_CHARSET.search(headers.get("content-type", ""))] if match
    ]
    for pattern in (_XML_ENCODING, _META_CHARSET):
        inside = pattern.search(head)
        if inside:
            found.append(inside[1].decode("ascii", "replace"))
    return [name for name in map(_python_name, found) if name]


def _python_name(label: str) -> str | None:
    try:
        codec = codecs.lookup(label)
        "".encode(codec.name)  # refuses codecs that are not of text, such as zip
    except (LookupError, TypeError, ValueError, AttributeError):
        return None
    return codec.name


def _readable(sample: bytes, name: str) -> bool:
    try:
        return sample.decode(name, "replace").count("\ufffd") < 1 + len(sample) // 500
    except (LookupError, ValueError, TypeError):
        return False


def _by_content(sample: bytes) -> str:
    """Choose between the Cyrillic encodings.

    The right one has small letters, and capitals only before them.
    """
    return max(
        ("cp1251", "koi8-r", "cp866", "iso8859-5"),
        key=lambda name: _plausible(sample.decode(name, "replace")),
    )


def _plausible(text: str) -> float:
    small = sum("а" <= character <= "я" for character in text)
    capital = sum("А" <= character <= "Я" for character in text)
    odd = sum(
        character > "\x7f" and not character.isalpha() and character not in "«»—–“”„’№\xa0…"
        for character in text
    )
    return small - 2.0 * capital - 3.0 * odd
