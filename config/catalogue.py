"""The catalogue: organisations, sources, places and words, known before anything is read.

It is handed in to all who need it; `config.catalogue_loader` alone reads it from its files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from config.grammar import Detect, Grammar
from config.organizations import CompanyWords, Organization
from config.places import Places
from config.sources import SourceSpec


@dataclass(frozen=True)
class Catalogue:
    """Everything that the bot knows before it has read anything.

    Attributes:
        organizations: In the order in which they are shown.
        company: What makes a weak abbreviation or a shared name count.
        sources: What is polled by default.
        places: Countries, regions and cities.
        town_adjectives: By the language's code, what papers are called that are named after a town:
            the adjective without its ending -> the town.
    """

    organizations: tuple[Organization, ...]
    company: CompanyWords
    sources: tuple[SourceSpec, ...]
    places: Places
    town_adjectives: Mapping[str, Mapping[str, str]]

    @cached_property
    def _by_id(self) -> dict[str, Organization]:
        return {organization.id: organization for organization in self.organizations}

    def organization(self, organization_id: str) -> Organization:
        """Return the organisation with this id; raises KeyError if there is none."""
        return self._by_id[organization_id]


@dataclass(frozen=True)
class ReadersCatalogue(Catalogue):
    """The same with the words of all languages, which only who reads articles needs.

    Attributes:
        grammars: The words that the reader knows of each language, by the language's code.
        unread: How other languages show, by their codes.
    """

    grammars: Mapping[str, Grammar]
    unread: Mapping[str, Detect]

    @cached_property
    def related_openings(self) -> tuple[str, ...]:
        """The words of every language that open lines which lead to other articles."""
        openings: list[str] = []
        for grammar in self.grammars.values():
            openings += grammar.passages.related
        return tuple(openings)

    def without_words(self) -> Catalogue:
        """Return what all others go by, so that the words can be let go of: they are the most."""
        return Catalogue(**{field.name: getattr(self, field.name) for field in fields(Catalogue)})
