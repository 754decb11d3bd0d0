"""The feeds and listing pages that are polled by default."""

from typing import Literal

from config.checking import Checked
from config.values import Identifier, Name, Timezone, Url


class SourceSpec(Checked):
    """A feed or listing page.

    Attributes:
        key: Its short name; the database knows it by this one.
        name: The outlet, as a reader sees it.
        url: What is fetched.
        language: What it claims to be written in; the text decides (FIELD.md, Q55).
        kind: "feed", or "listing" for a page of headlines.
        timezone: Zone of dates that name none; None for UTC.
        user_agent: What this source must be asked with; None for the bot's own.
        certainty: A measured, B in several lists, C in one list or disputed.
        enabled: Whether it is polled.
        note: What is peculiar about it.
    """

    key: Identifier
    name: Name
    url: Url
    language: Literal["en", "tr", "az", "kk", "ky", "uz", "tk", "ru", "hu"]
    kind: Literal["feed", "listing"] = "feed"
    timezone: Timezone | None = None
    user_agent: Name | None = None
    certainty: Literal["A", "B", "C"]
    enabled: bool = True
    note: Name | None = None


class Sources(Checked):
    """The whole of sources.toml."""

    source: tuple[SourceSpec, ...]
