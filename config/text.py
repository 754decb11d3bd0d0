"""Text as the project compares it: one normal form (NFC) to keep and one folded form to match.

The folded form has no case, no accents and one kind of apostrophe (none), so that Ömüraliyev,
ÖMÜRALİYEV and Omuraliyev meet. It is free of locale: Turkish dotted and dotless i fold to one
letter. Letters that merely look alike across scripts (Cyrillic ѳ for ө, a Cyrillic С inside a Latin
word) are folded to the script that the rest of the word is written in (FIELD.md, quirks Q52 to
Q54).
"""

import re
import unicodedata

from config.remembering import remembered

APOSTROPHES = "'\u2018\u2019\u02bb\u02bc\u02b9\u0060\u00b4\u02be\u02bf\uff07"
"""Every character that outlets use as an apostrophe or as the Uzbek letter mark."""

_NO_APOSTROPHE = str.maketrans("", "", APOSTROPHES)
_SINGLE = str.maketrans({"ı": "i", "ə": "e", "ѳ": "ө", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
_LATIN_TO_CYRILLIC = str.maketrans(
    "aceiopxykəötmb", "асеіорхукәөтмв"
)  # t, m, b: alike as capitals only
_CYRILLIC_TO_LATIN = str.maketrans("асеіорхукәөһтмв", "aceiopxykeohtmb")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-zà-ɏ]")


_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
"""Soft hyphens, zero-width spaces and joiners, direction marks, variation selectors and tags.

Editors' programs leave them inside words, where nobody sees them and no comparison bears them.
"""


def nfc(text: str) -> str:
    """Return `text` in normal form C without invisible characters: the form that is stored."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


BIDI_CONTROLS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of writing: in a name from outside they could only disguise it."""

_NO_BIDI = str.maketrans("", "", BIDI_CONTROLS)
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
"""Control characters, halves of surrogate pairs, and separators of lines and paragraphs."""

_IN_JSON = re.compile(f"[\x7f-\x9f\u2028\u2029{BIDI_CONTROLS}]")
"""What JSON lets stand as it is."""


def without_controls(text: str) -> str:
    """Return `text` without what could steer a terminal or turn the direction of writing.

    Escape sequences lose their escape; each control character becomes a space.
    """
    if text.isprintable():  # as nearly every text is; to know it takes a tenth of the rest
        return text
    return _STEERING.sub(" ", text.translate(_NO_BIDI))


def escape_controls(document: str) -> str:
    r"""Return a JSON document with what `without_controls` drops written as `\uXXXX` in it.

    It says the same to a program, and cannot steer the terminal that it is printed on.
    """
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", document)


def squeeze(text: str) -> str:
    """Return `text` with every run of white space as one space, and none at the ends."""
    return " ".join(text.split())


@remembered(4_096)
def fold(text: str) -> str:
    """Return the form of `text` under which spellings of the same word are equal; remembered."""
    return fold_text(text)


def fold_text(text: str) -> str:
    """Return what `fold` does, for whole articles: remembered, they would fill the memory."""
    if text.isascii():  # has neither accents nor another script, and takes a fifth of the time
        return " ".join(text.lower().translate(_NO_APOSTROPHE).split())
    lowered = _INVISIBLE.sub("", text).replace("İ", "i").casefold().translate(_SINGLE)
    bare = unicodedata.normalize("NFKD", lowered)
    if not bare.isascii():
        bare = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(_one_script(word) for word in bare.translate(_NO_APOSTROPHE).split())


def _one_script(word: str) -> str:
    if word.isascii():
        return word
    cyrillic, latin = _CYRILLIC.findall(word), _LATIN.findall(word)
    if not cyrillic or not latin:
        return word
    # letters without a twin in the other script decide; where they do not, the greater number does
    for_cyrillic = (
        sum(ord(letter) not in _CYRILLIC_TO_LATIN for letter in cyrillic),
        len(cyrillic),
    )
    for_latin = (sum(ord(letter) not in _LATIN_TO_CYRILLIC for letter in latin), len(latin))
    return word.translate(_LATIN_TO_CYRILLIC if for_cyrillic >= for_latin else _CYRILLIC_TO_LATIN)
