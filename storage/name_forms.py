"""The forms of names that the tables keep, as whoever knows languages hands them in."""

from collections.abc import Iterable
from typing import Protocol


class NameForms(Protocol):
    """Works out what is kept of names beside the names themselves.

    Rows that were stored before a form was kept get it when the tables are upgraded.
    """

    def sound(self, name: str) -> str:
        """Return what all spellings of a name have in common."""
        ...

    def index_keys(self, name: str) -> frozenset[str]:
        """Return the keys under which somebody of this name is found."""
        ...

    def index_words(self, texts: Iterable[str | None]) -> list[str]:
        """Return the words under which an event of these texts is found."""
        ...
