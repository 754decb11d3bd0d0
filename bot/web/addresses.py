"""Where things of the diary stand on the web, in full, as they are passed on to other programs."""

from dataclasses import dataclass

from bot.web.page import path_of


@dataclass(frozen=True, slots=True)
class Addresses:
    """Full addresses of the diary's pages in one language.

    Attributes:
        base: What every address begins with, without a slash at the end.
        language: Of the pages.
    """

    base: str
    language: str

    def page(self, *parts: object, **query: object) -> str:
        """Return the address of a page; each part is made safe, empty values are left out."""
        return f"{self.base}/{self.language}{path_of(*parts, **query)}"

    def event(self, event_id: int) -> str:
        """Return the address of the page of an event."""
        return f"{self.base}/{self.language}/event/{event_id:d}"

    def person(self, person_id: int) -> str:
        """Return the address of the page of somebody."""
        return f"{self.base}/{self.language}/person/{person_id:d}"

    def organization(self, organization_id: str) -> str:
        """Return the address of the page of an organisation."""
        return self.page("organization", organization_id)
