"""The town of a mayor or governor who is met, where the report says that something is in it, too.

Whoever calls on the mayor of Bursa is in Bursa, unless another town is told.
"""

from collections.abc import Iterable

from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from config.text import fold

_LEADING = frozenset({Passage.HEADLINE, Passage.LEAD})
_OFFICE = 3  # tokens at most of an office behind its town: Bursa | Böyükşəhər Bələdiyyə Başkanı


def of_host(marked: TaggedArticle, named: Iterable[Match], offices: frozenset[int]) -> Match | None:
    """Return the first of `named`, towns of no office, that is a host's in headline or lead."""
    hosts = {
        key for match in marked.found if match.first in offices for key in _governed(marked, match)
    }
    return next((match for match in named if hosts & _cities(match)), None)


def _governed(marked: TaggedArticle, match: Match) -> frozenset[str]:
    """Return the town at `match` if it is that of a mayor's or a governor's office in the lead."""
    passage = marked.passage(marked.sentence_of(match.first))
    if not match.tag & Tag.PLACE or passage not in _LEADING:
        return frozenset()
    words = [fold(word) for word in marked.lexicon.grammar.people.governors]
    behind = range(match.last, min(match.last + _OFFICE, len(marked.tokens)))
    heads = (marked.matches[at] for at in behind)
    shown = (
        entry.shown for head in heads if head and head.tag & Tag.ROLE for entry in head.entries
    )
    return _cities(match) if any(fold(office) in words for office in shown) else frozenset()


def _cities(match: Match) -> frozenset[str]:
    keys = (entry.key for entry in match.entries)
    return frozenset(key for key in keys if key.startswith("city:"))
