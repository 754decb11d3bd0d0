"""What came of events, said in each language of the bot by its sort, from `outcomes.toml`."""

from collections.abc import Mapping
from functools import lru_cache

from config.toml import FOLDER, Checked, check, read_toml

GENDER = "/"
"""What stands between a thing and the gender by which its verb is chosen."""


class LanguageOutcomes(Checked):
    """What came of events in one language.

    Attributes:
        patterns: By what was done; where verbs agree with nouns, by their gender.
        things: What it was done to, with the gender behind a slash where that matters.
    """

    patterns: Mapping[str, str | Mapping[str, str]]
    things: Mapping[str, str]


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


def outcome_text(language: str, act: str, thing: str, names: str) -> str | None:
    """Return what came of an event in a language of the bot: "declaration signed".

    None where the language has no words for it.

    Args:
        language: One of the bot's (ISO 639-1).
        act: What was done: "signed".
        thing: What it was done to: "declaration".
        names: Of people or of a town, as they are read in the language; may be empty.
    """
    told: LanguageOutcomes = getattr(outcome_names(), language)
    called, _, gender = told.things.get(thing, "").partition(GENDER)
    pattern = told.patterns.get(act)
    if isinstance(pattern, Mapping):
        pattern = pattern.get(gender)
    needs_thing = pattern is not None and "{thing}" in pattern
    if pattern is None or (needs_thing and not called):
        return None
    return pattern.format(thing=called, names=names)
