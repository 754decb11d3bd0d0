"""What all documents of XML have in common: a head full of declarations, and tags of languages."""

import re

HEAD = 60_000
"""Characters at the start of a document in which its declarations are looked for."""

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_DOCTYPE = re.compile(
    r"<!DOCTYPE[^\[>]{0,2000}(?:\[[^\]]{0,20000}\]\s*)?>|<!ENTITY[^>]{0,2000}>", re.IGNORECASE
)
_DEAD_REFERENCE = re.compile(
    r"""
    &\#(?:
      x0*(?: [0-8bcef] | 1[0-9a-f]                         # control characters
           | d[89a-f][0-9a-f]{2}                           # halves of characters
           | [1-9a-f][0-9a-f]{5,} )                        # behind the last script
    | 0*(?: [0-8] | 1[124-9] | 2\d | 3[01]                 # the same in tens
          | 5529[6-9] | 55[3-9]\d\d | 56\d{3} | 57[0-2]\d\d | 573[0-3]\d | 5734[0-3]
          | [1-9]\d{6,} )
    )(?: ; | (?![0-9a-f;]) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CODE = re.compile(r"^[a-z]{2}(?=$|[-_])", re.IGNORECASE)


def language_code(value: object) -> str | None:
    """Return the ISO 639-1 part of a language tag, or None."""
    match = _CODE.match(value.strip()) if isinstance(value, str) else None
    return match[0].lower() if match else None


def without_doctype(text: str) -> str:
    """Return an XML document without prologue, declared entities and forbidden characters."""
    text = _DECLARATION.sub("", _CONTROL.sub("", text).lstrip("\ufeff \t\r\n"))
    text = _DOCTYPE.sub("", text[:HEAD]) + text[HEAD:]
    return _DEAD_REFERENCE.sub("", text) if "&#" in text else text
