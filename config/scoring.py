"""The words that scoring leaves out of account, as `config/scoring.toml` lists them."""

from functools import lru_cache
from pathlib import Path

from config.phrases import Phrases
from config.toml import Checked, check, read_toml

FILE = Path(__file__).parent / "scoring.toml"


class Scoring(Checked):
    """Words that two readings may differ in.

    Attributes:
        titles: Stand before names and are no part of them.
        light: Say nothing in an office.
    """

    titles: Phrases
    light: Phrases


@lru_cache(maxsize=1)
def load_scoring() -> Scoring:
    """Return the words; read once. Raises ConfigError for the first mistake."""
    return check(Scoring, read_toml(FILE), FILE.name)
