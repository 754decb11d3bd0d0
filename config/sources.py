"""The feeds and listing pages that are polled by default."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from config.languages import LANGUAGES
from config.toml import Checked, suggest, wrong
from config.types import HeaderName, Identifier, Name, Selector, Timezone, Url


class Selectors(Checked):
    """How a listing page is read, as CSS selectors.

    Without them the headline links are found by how they repeat.

    Attributes:
        item: One entry of the list.
        link: Within the item, what links to the article; the first link unless given.
        title: Within the item, the headline; the link's text unless given.
        date: Within the item, the date, in any language of the field; none unless given.
        summary: Within the item, the teaser; none unless given.
    """

    item: Selector
    link: Selector | None = None
    title: Selector | None = None
    date: Selector | None = None
    summary: Selector | None = None


def is_written(code: str | None) -> bool:
    """Whether a source may be written in the language `code`; of its script the text decides."""
    return code is not None and code in LANGUAGES and "-" not in code


def _written_in(code: str) -> str:
    if not is_written(code):
        known = filter(is_written, LANGUAGES)
        raise wrong(f"is «{code}», which no source is known to be in", suggest(code, known))
    return code


Language = Annotated[str, AfterValidator(_written_in)]


class SourceSpec(Checked):
    """A feed, a listing page or a sitemap.

    Attributes:
        key: Its short name; the database knows it by this one.
        name: The outlet, as a reader sees it.
        url: What is fetched.
        language: What it claims to be written in; the text decides (FIELD.md, Q55). None where
            nobody has said.
        kind: "feed", "listing" for a page of headlines, or "sitemap" (also a news sitemap, or an
            index of sitemaps).
        timezone: Zone of dates that name none; None for UTC.
        user_agent: What this source must be asked with; None for the bot's own.
        headers: More request headers, by name.
        selectors: How a listing is read; None finds the headlines by itself.
        only: Only articles whose URL holds this text; None for all.
        certainty: A measured, B in several lists, C in one list or disputed.
        enabled: Whether it is polled.
        note: What is peculiar about it.
    """

    key: Identifier
    name: Name
    url: Url
    language: Language | None = None
    kind: Literal["feed", "listing", "sitemap"] = "feed"
    timezone: Timezone | None = None
    user_agent: Name | None = None
    headers: dict[HeaderName, Name] = Field(default_factory=dict)
    selectors: Selectors | None = None
    only: Name | None = None
    certainty: Literal["A", "B", "C"]
    enabled: bool = True
    note: Name | None = None

    def stored_recipe(self) -> dict[str, object] | None:
        """Return how the source is fetched and read, as plain data.

        None where there is nothing to say.
        """
        recipe = self.model_dump(
            include={"headers", "selectors", "only"}, exclude_defaults=True, exclude_none=True
        )
        return recipe or None


class CatalogueSource(SourceSpec):
    """A source of sources.toml, where somebody has looked in which language it is."""

    language: Language


class Sources(Checked):
    """The whole of sources.toml."""

    source: tuple[CatalogueSource, ...]
