"""Lines within an article that lead to other articles: "Read also: …", «Читайте также».

They stand in paragraphs of their own between those of the text, with names and days of other
events in them. The words that open such lines are data of each language (`config.grammar`).
"""

import re
from collections.abc import Iterable

from config.text import fold

_LONGEST = 250
"""Characters of such a line; a longer one is a paragraph that happens to begin so."""

_TEASER = 3
"""Words from which an opening tells a teaser without a mark behind it: "you may also like"."""

_MARKS = frozenset(":–—-»>|→▸►")


class RelatedLines:
    """Knows such lines by how they begin."""

    def __init__(self, openings: Iterable[str] = ()) -> None:
        """Take the words that open them, in any of the languages that are read."""
        self._openings = frozenset(fold(opening) for opening in openings)
        self._longest = max((len(opening.split()) for opening in self._openings), default=0)

    def cut_from(self, text: str) -> str:
        """Return `text`, paragraphs parted by line feeds, without such lines."""
        if not self._openings:
            return text
        lines = text.split("\n")
        kept = [line for line in lines if not self._leads_elsewhere(line)]
        return text if len(kept) == len(lines) else "\n".join(kept)

    def _leads_elsewhere(self, line: str) -> bool:
        if len(line) > _LONGEST:
            return False
        words = re.findall(r"[^\W_]+(?:['’ʻ][^\W_]+)*|[^\w\s]", line.strip())
        for count in range(min(self._longest, len(words)), 0, -1):
            if fold(" ".join(words[:count])) not in self._openings:
                continue
            alone, marked = count == len(words), count < len(words) and words[count] in _MARKS
            return alone or marked or count >= _TEASER
        return False
