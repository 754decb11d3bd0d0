"""What came of events, said in each language of the bot by its sort, from `outcomes.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.language.first_names import is_mans_name, is_womans_name
from config.text import fold
from config.toml import FOLDER, Checked, check, read_toml

_WORDS = 8  # of a name

GENDER = "/"
"""What stands between a thing and the gender by which its verb is chosen."""


class LanguageOutcomes(Checked):
    """What came of events in one language.

    Attributes:
        patterns: By what was done; where verbs agree, by the gender of the noun or the number of
            the names, and of a single one its gender.
        given: The same of what somebody gets, by what was done, or by that and the thing.
        things: What it was done to, with the gender behind a slash where that matters.
        papers: Papers as they stand behind the name of the town that they are named after.
        name_ends: Gender -> endings of surnames and fathers' names by which the language tells it,
            parted by commas.
        town_ends: Gender -> ending of the adjective that a town's name becomes there.
    """

    patterns: Mapping[str, str | Mapping[str, str]]
    given: Mapping[str, str | Mapping[str, str]] = {}
    things: Mapping[str, str]
    papers: Mapping[str, str]
    name_ends: Mapping[str, str] = {}
    town_ends: Mapping[str, str] = {}


class OutcomeNames(Checked):
    """The whole of outcomes.toml."""

    en: LanguageOutcomes
    ru: LanguageOutcomes
    tr: LanguageOutcomes
    az: LanguageOutcomes
    kk: LanguageOutcomes
    ky: LanguageOutcomes
    uz: LanguageOutcomes


@lru_cache(maxsize=1)
def outcome_names() -> OutcomeNames:
    """Return outcomes.toml, checked."""
    return check(OutcomeNames, read_toml(FOLDER / "outcomes.toml"), "outcomes.toml")


@dataclass(frozen=True, slots=True)
class Name:
    """What a thing is called.

    Attributes:
        town: What the language calls the town that a paper is named after, or empty.
        adjective: The beginning of the adjective that the language makes of it, where it needs one.
        own: Its own name, or empty.
        quoted: The same in the language's quotation marks.
        is_written: Whether `own` is as the language itself writes it, and in no quotation marks.
    """

    town: str = ""
    adjective: str = ""
    own: str = ""
    quoted: str = ""
    is_written: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """Who or what an outcome is about.

    Attributes:
        names: Of people, a town or a country, as they are read in the language; may be empty.
        are_many: Whether there are several.
        office: What the only one of them becomes, or empty.
    """

    names: str = ""
    are_many: bool = False
    office: str = ""


NOBODY = Given()


def outcome_text(
    language: str, act: str, thing: str, given: Given = NOBODY, name: Name | None = None
) -> str | None:
    """Return what came of an event in a language of the bot: "Samarkand Declaration signed".

    None where the language has no words for it.

    Args:
        language: One of the bot's (ISO 639-1).
        act: What was done: "signed".
        thing: What it was done to: "declaration".
        given: Who or what was chosen, or got it.
        name: What the thing is called, where that is known.
    """
    told: LanguageOutcomes = getattr(outcome_names(), language)
    called, _, gender = told.things.get(thing, "").partition(GENDER)
    whose = _gender(told, given)
    pattern = _agreeing(told.patterns.get(act), gender, given, whose)
    needs_thing = pattern is not None and "{thing}" in pattern
    if pattern is None or (needs_thing and not called):
        return None
    if given.names and "{names}" not in pattern:
        named = told.given.get(f"{act}.named") if name and name.own else None
        turn = named or told.given.get(f"{act}.{thing}", told.given.get(act))
        pattern = _agreeing(turn, gender, given, whose) or f"{pattern} ({{names}})"
    shown = _named(told, thing, called, gender, name) if name else called
    office = f" ({given.office})" if given.office else ""
    return pattern.format(thing=shown, names=given.names, office=office)


def _agreeing(
    pattern: str | Mapping[str, str] | None, gender: str, given: Given, whose: str
) -> str | None:
    """Return the form of a pattern that agrees with its noun, or with who is named."""
    if pattern is None or isinstance(pattern, str):
        return pattern
    if "one" not in pattern:
        return pattern.get(gender)
    return pattern.get("many" if given.are_many else whose, pattern["one"])


def _gender(told: LanguageOutcomes, given: Given) -> str:
    """Return the gender of the one named, by all that tells it; empty where it is not sure."""
    words = given.names.split()[:_WORDS]
    if given.are_many or not words or not told.name_ends:
        return ""
    first = {"m": is_mans_name(words[0]), "f": is_womans_name(words[0])}
    said = {gender for gender, does in first.items() if does}
    for gender, endings in told.name_ends.items():
        ends = tuple(fold(ending) for ending in endings.split(", "))
        said |= {gender for word in words[1:] if fold(word).endswith(ends)}
    return said.pop() if len(said) == 1 else ""


def _named(told: LanguageOutcomes, thing: str, called: str, gender: str, name: Name) -> str:
    """Return a thing with its name; as it is called anyway where the language cannot say it."""
    paper = told.papers.get(thing)
    if name.town and paper:
        if not told.town_ends:
            return f"{name.town} {paper}"
        if name.adjective and gender in told.town_ends:
            adjective = f"{name.adjective}{told.town_ends[gender]}"
            return f"{adjective[:1].upper()}{adjective[1:]} {paper}"
    agrees = not told.town_ends or fold(called) in fold(name.own)  # the verb is the noun's
    if name.own and name.is_written and agrees:
        return name.own
    return f"{called} {name.quoted or name.own}" if name.own else called
