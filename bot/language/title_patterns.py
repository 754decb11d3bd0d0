"""Titles of events composed from facts, in every language of the bot, by `titles.toml`.

A language's patterns stay grammatical because no slot is ever inflected: what needs a case stands
in that case in the file, and a name of a person or a place stands only where the nominative may.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import product
from string import Formatter
from typing import Self

from pydantic import model_validator

from config.languages import INTERFACE_LANGUAGES
from config.toml import FOLDER, Checked, check, read_toml, wrong

DOT = " · "
"""What stands between the parts of a title."""


class LanguageTitles(Checked):
    """The titles of one language.

    Attributes:
        patterns: By what they are for; slots in braces.
        endings: Of ordinals, by how the number ends; the longest decides.
        ministers: In the form that the patterns need, by what they are in charge of.
        bodies: The same of councils and the like, by "format", "format.field", or "format" and the
            id of the organisation.
        org_of: Whose: the genitive of an organisation's short name, by its id.
        kinds: What an event of a kind, or of a sort of gathering, is called alone.
        counted: The same of one in a row.
        signed: What the signing of a document is called, by the document.
    """

    patterns: Mapping[str, str]
    endings: Mapping[str, str]
    ministers: Mapping[str, str]
    bodies: Mapping[str, str]
    org_of: Mapping[str, str]
    kinds: Mapping[str, str]
    counted: Mapping[str, str]
    signed: Mapping[str, str]


class Titles(Checked):
    """The whole of titles.toml.

    Attributes:
        plenaries: Ids of organisations whose assembly is a plenary session.
        one_council: Ids of those with one council, which needs no more name.
    """

    plenaries: tuple[str, ...]
    one_council: tuple[str, ...]
    en: LanguageTitles
    ru: LanguageTitles
    tr: LanguageTitles
    az: LanguageTitles
    kk: LanguageTitles
    ky: LanguageTitles
    uz: LanguageTitles

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for language, table in product(INTERFACE_LANGUAGES, ("patterns", "counted", "signed")):
            wanted, there = getattr(self.en, table), getattr(self.of(language), table)
            if missing := sorted(set(wanted) - set(there)):
                raise wrong(
                    f"has no {language} {table} «{missing[0]}»", "add it, as en has one", language
                )
        return self

    def of(self, language: str) -> LanguageTitles:
        """Return the titles of one of the bot's languages."""
        titles: LanguageTitles = getattr(self, language)
        return titles


@lru_cache(maxsize=1)
def titles() -> Titles:
    """Return titles.toml, checked."""
    return check(Titles, read_toml(FOLDER / "titles.toml"), "titles.toml")


def nth(language: str, number: int) -> str:
    """Return an ordinal as a title of `language` writes it: "11th"."""
    endings, digits = titles().of(language).endings, str(number)
    fitting = [ending for ending in endings if digits.endswith(ending)]
    return digits + endings[max(fitting, key=len)] if fitting else digits


def composed(language: str, wanted: Iterable[str], slots: Mapping[str, str]) -> str | None:
    """Return the first of the patterns `wanted` all of whose slots are known; None without one.

    Args:
        language: One of the bot's.
        wanted: What the patterns are for, the most telling first.
        slots: What is known. A town or country under "place" stands last, behind a dot.
    """
    patterns = titles().of(language).patterns
    for name in wanted:
        pattern = patterns[name]
        needed = {slot for _, slot, _, _ in Formatter().parse(pattern) if slot}
        if all(slots.get(slot) for slot in needed):
            return in_parts(pattern.format_map(slots), slots.get("place", ""))
    return None


def in_parts(*parts: str) -> str:
    """Return the parts of a title with dots between them, the first with a capital letter."""
    text = DOT.join(part for part in parts if part)
    return text[:1].upper() + text[1:]
