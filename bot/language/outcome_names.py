"""What came of events, said in each language of the bot by its sort, from `outcomes.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from config.text import fold
from config.toml import FOLDER, Checked, check, read_toml

GENDER = "/"
"""What stands between a thing and the gender by which its verb is chosen."""


class LanguageOutcomes(Checked):
    """What came of events in one language.

    Attributes:
        patterns: By what was done; where verbs agree with nouns, by their gender.
        given: The same of what somebody gets, where the language has a turn of its own for it.
        things: What it was done to, with the gender behind a slash where that matters.
        papers: Papers as they stand behind the name of the town that they are named after.
        town_ends: Gender -> ending of the adjective that a town's name becomes there.
    """

    patterns: Mapping[str, str | Mapping[str, str]]
    given: Mapping[str, str] = {}
    things: Mapping[str, str]
    papers: Mapping[str, str]
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
        is_written: Whether `own` is as the language itself writes it, and in no quotation marks.
    """

    town: str = ""
    adjective: str = ""
    own: str = ""
    is_written: bool = False


def outcome_text(
    language: str, act: str, thing: str, names: str, name: Name | None = None
) -> str | None:
    """Return what came of an event in a language of the bot: "Samarkand Declaration signed".

    None where the language has no words for it.

    Args:
        language: One of the bot's (ISO 639-1).
        act: What was done: "signed".
        thing: What it was done to: "declaration".
        names: Of people, a town or a country, as they are read in the language; may be empty.
        name: What the thing is called, where that is known.
    """
    told: LanguageOutcomes = getattr(outcome_names(), language)
    called, _, gender = told.things.get(thing, "").partition(GENDER)
    pattern = told.patterns.get(act)
    if isinstance(pattern, Mapping):
        pattern = pattern.get(gender)
    needs_thing = pattern is not None and "{thing}" in pattern
    if pattern is None or (needs_thing and not called):
        return None
    given = names and "{names}" not in pattern
    if given:
        pattern = told.given.get(act, f"{pattern}: {{names}}")
    shown = _named(told, thing, called, gender, name) if name else called
    return pattern.format(thing=shown, names=names)


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
    return f"{called} {name.own}" if name.own else called
