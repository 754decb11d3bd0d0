"""What words and phrases are to the reader, and where one was found.

The tag of a token is what all rules ask for first.
"""

from dataclasses import dataclass
from typing import Final


class Tag:
    """What a word or phrase is to the reader.

    Bits of a plain int, since an enum's operators cost a third of the whole reading.
    """

    NONE: Final = 0
    HONORIFIC: Final = 1
    TITLE: Final = 2
    ROLE: Final = 4
    MODIFIER: Final = 8
    BODY: Final = 16
    DESCRIPTOR: Final = 32
    PLACE: Final = 64
    DEMONYM: Final = 128
    ORGANIZATION: Final = 256
    MONTH: Final = 512
    WEEKDAY: Final = 1024
    FUNCTION: Final = 2048
    CONJUNCTION: Final = 4096
    PREPOSITION: Final = 8192
    PARTICLE: Final = 16384
    NEAR_MONTH: Final = 32768
    CUE: Final = 65536
    KIND: Final = 131072
    RELATIVE: Final = 262144
    ATTACHING: Final = 524288
    OFFICE: Final = 1048576


COUNTRY = "country:"
"""What the key of a country begins with, before its code."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of the lexicon.

    Attributes:
        tag: What it is.
        key: What it stands for: a place's id, an organisation's id, a month's number, a cue's name.
        shown: The phrase in its dictionary form.
        words: The folded words of the phrase.
        weak: Whether it counts only with company.
        capital: Whether it must begin with a capital letter.
        exact: Whether it must be written in capitals (an abbreviation, a brand).
        owned: "gathering" or "honour" where it names something that is an organisation's own.
        whole: Whether every letter of it must stand before the ending (a brand).
    """

    tag: int
    key: str
    shown: str
    words: tuple[str, ...] = ()
    weak: bool = False
    capital: bool = False
    exact: bool = False
    whole: bool = False
    owned: str = ""

    @property
    def is_country(self) -> bool:
        """Whether it stands for a country, as its name or as where somebody is from."""
        return self.key.startswith(COUNTRY)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in the text: the tokens from `first` up to, not including, `last`."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    tag: int
