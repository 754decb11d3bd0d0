"""What is kept of names beside the names.

Worked out anew when old tables are brought up to date.
"""

from collections.abc import Iterable

from bot.language import name_matching, romanize, search_words


class NameForms:
    """The forms under which the database finds a name, as they are made today."""

    def sound(self, name: str) -> str:
        """Return what all spellings of a name have in common."""
        return romanize.sound(name)

    def index_keys(self, name: str) -> frozenset[str]:
        """Return the keys under which somebody of this name is found."""
        return name_matching.index_keys(name)

    def index_words(self, texts: Iterable[str | None]) -> list[str]:
        """Return the words under which an event of these texts is found."""
        return search_words.index_words(texts)
