"""Finds the organisation that somebody means.

By any of its names in any language, by words of them, or by likeness for a suggestion.

Only what is typed to the bot, and the short phrases that name a body, are looked up here. Finding
organisations inside a running text is the reader's work, and stricter.
"""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from bot.language.romanize import sound
from config.organizations import Organization
from config.text import fold

SUGGEST_FROM = 70
"""Likeness (0 to 100) from which a spelling is worth suggesting.

One slip in five letters is, two in six are not.
"""


def heads_by_sound(organizations: Iterable[Organization]) -> dict[str, str]:
    """Return the names of heads of organisations, past ones too, by the sound of each spelling."""
    found: dict[str, str] = {}
    for organization in organizations:
        for head in organization.heads:
            for spelling in (head.name, *head.spellings):
                found.setdefault(sound(spelling), head.name)
    return found


class OrganizationNames:
    """All spellings of all organisations, folded."""

    def __init__(self, organizations: Iterable[Organization]) -> None:
        self._today: dict[str, str] = {}
        former: dict[str, str] = {}
        for organization in organizations:
            for text in (organization.id, *organization.short.values()):
                self._today.setdefault(fold(text), organization.id)
            for spelling in organization.spellings():
                table = former if spelling.kind == "former" else self._today
                table.setdefault(fold(spelling.text), organization.id)
        self._ever = {**former, **self._today}
        self._words = [(f" {name}", known) for name, known in self._today.items()]

    def find(self, text: str) -> str | None:
        """Return the id of the one organisation that `text` means, or None.

        It goes or went by exactly that name, whatever the case, the accents and the look-alike
        letters, or it is the only one whose name of today holds all the words of `text`, or words
        that begin so: "heritage", "turkic acad".
        """
        exact = self._ever.get(fold(text))
        if exact:
            return exact
        having = self._having_words(text)
        return having[0] if len(having) == 1 else None

    def find_current(self, text: str) -> str | None:
        """Return the id of the organisation that goes by exactly `text` today.

        Former names and parts do not count.
        """
        return self._today.get(fold(text))

    def suggest(self, text: str) -> list[str]:
        """Return the ids of up to three organisations that `text` may mean, the likeliest first."""
        having = self._having_words(text)
        if having:
            return having[:3]
        near = process.extract(
            fold(text), self._ever.keys(), scorer=fuzz.ratio, score_cutoff=SUGGEST_FROM, limit=1
        )
        return [self._ever[spelling] for spelling, _, _ in near]

    def _having_words(self, text: str) -> list[str]:
        words = fold(text).split()
        if len("".join(words)) < 4:
            return []
        having = self._words
        for word in words:  # each begins a word of the name
            having = [(name, known) for name, known in having if f" {word}" in name]
        return list(dict.fromkeys(known for _name, known in having))
