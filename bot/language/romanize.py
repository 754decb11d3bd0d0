"""Names of people across scripts.

One Latin form to compare by eye, and the sound that all spellings of a name share.

Outlets write one person as Omuraliev, Ömüraliyev, Омуралиев and Өмүралиев. `roman` writes any of
these in plain Latin letters; `sound` goes on to what is left when letters that the field's
languages exchange for one another are made one and the vowels between them are dropped, for it is
these that transliterations disagree on. Equal sounds are a reason to look closer, never a proof
that two people are one.
"""

import re

from config.remembering import remembered
from config.text import fold, fold_text

_LETTERS = str.maketrans(
    {
        **dict(zip("абвгдезиіклмнопрстуфхы", "abvgdeziiklmnoprstufhi", strict=True)),
        "ғ": "g",
        "ҕ": "g",
        "ж": "zh",
        "қ": "k",
        "ҡ": "k",
        "ң": "n",
        "ҥ": "n",
        "ө": "o",
        "ү": "u",
        "ұ": "u",
        "һ": "h",
        "ҳ": "h",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ъ": "",
        "ь": "",
        "э": "e",
        "ю": "yu",
        "я": "ya",
        "ә": "a",
        "ҷ": "j",
        "ҙ": "z",
        "ҫ": "s",
    }
)
_MARKED = str.maketrans({"ç": "ch", "Ç": "ch", "ş": "sh", "Ş": "sh", "ž": "zh", "Ž": "zh"})
"""Letters whose mark `fold` would drop although it changes the sound."""

_ALIKE = (
    (re.compile("dzh|dj|zh|ch|j"), "c"),
    (re.compile("sh|ts|sch"), "s"),
    (re.compile("kh|x"), "h"),
    (re.compile("gh|[gq]"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("w"), "v"),
    (re.compile("^y(?=[aeiou])"), ""),
    (re.compile("^[ae]"), "a"),
    (re.compile("^[iy]"), "i"),
    (re.compile("^[ou]"), "u"),
    (re.compile("(?<=.)[aeiouy]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_CONSONANTS = _ALIKE[:7]
_VOWELS = str.maketrans("eyo", "aiu")
_LAST = (re.compile("d$"), "t")  # Ahmet and Ahmad
_WORD = re.compile(r"[^\W\d_]+")


@remembered(1_024)
def roman(text: str) -> str:
    """Return `text` folded and in Latin letters.

    Омуралиев and Ömüraliyev become "omuraliev" and "omuraliyev".
    """
    return fold(text.translate(_MARKED)).translate(_LETTERS)


def roman_text(text: str) -> str:
    """Return what `roman` does, for what would fill its memory: remembered by nobody."""
    return fold_text(text.translate(_MARKED)).translate(_LETTERS)


def sound(name: str) -> str:
    """Return what the spellings of a name share, a word for a word.

    "kbncbk umrlv" for Kubanychbek Omuraliev; empty for no letters.
    """
    return " ".join(made for word in _WORD.findall(roman(name)) if (made := _sound(word)))


def spoken(word: str) -> str:
    """Return how a word is spoken, its vowels kept: what the spellings of a first name share.

    "mustafa" for Mustafa and Мұстафа; short words stay apart that `sound` makes one.
    """
    said = "".join(_WORD.findall(roman(word)))
    for pattern, letter in (*_CONSONANTS, _LAST):
        said = pattern.sub(letter, said)
    return re.sub(r"(.)\1+", r"\1", said.translate(_VOWELS))


@remembered(1_024)
def _sound(word: str) -> str:
    for pattern, letter in _ALIKE:
        word = pattern.sub(letter, word)
    return word
