"""A body that is told once for a list of its people: its chairs A and B, members C and D.

Only of those who serve in a body, as experts or deputies do: whoever has a trade or a body of his
own beside its head is none of its people.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.extraction.people import office_titles
from bot.extraction.people.mentions import Mention
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag

_BODIES = Tag.BODY | Tag.ORGANIZATION
_APART = 2  # tokens between two of a list: a comma and an "and"


def give_lent_bodies(marked: TaggedArticle, mentions: Sequence[Mention]) -> None:
    """Tell those of one sentence who serve in the body of the one before them in a list."""
    for left, right in pairwise(mentions):
        body = _lent(marked, left, right)
        if body is not None and right.role is not None:
            right.told = office_titles.split(marked, right.role)[0], body


def _lent(marked: TaggedArticle, left: Mention, right: Mention) -> str | None:
    """Return the body in which the first of two neighbours in a list has his office, or None."""
    one, other = left.role, right.role
    if one is None or other is None or not _serves(marked, other):
        return None
    if right.origin is not None or right.told is not None or right.appointed:
        return None
    begins = right.run.first if right.shares else right.start
    if not _joined(marked, left.end, begins) or one.first >= left.run.last:
        return None
    if left.told is not None:
        return left.told[1]
    held = any(marked.tags[at] & _BODIES for at in range(one.first, one.last))
    title, body = office_titles.split(marked, one)
    return body if held and title and office_titles.split(marked, other)[1] is None else None


def _serves(marked: TaggedArticle, role: OfficePhrase) -> bool:
    """Whether an office without a body is one of those who serve in a body."""
    if role.title:
        return False
    known = any(entry.shown in marked.lexicon.staff for entry in role.head.entries)
    return (known and office_titles.bare(marked, role)) or _leads_part(marked, role)


def _leads_part(marked: TaggedArticle, role: OfficePhrase) -> bool:
    """Whether an office is told by a body's part alone: komitə | sədri, şöbə | müdiri."""
    part = marked.matches[role.first]
    if part is None or marked.lexicon.grammar.head != "final" or part.last != role.head.first:
        return False
    parts = marked.lexicon.grammar.people.parts
    known = any(entry.tag == Tag.BODY and entry.shown in parts for entry in part.entries)
    return known and marked.plain(part.last - 1)


def _joined(marked: TaggedArticle, first: int, last: int) -> bool:
    """Whether nothing but a comma or an "and" stands from `first` up to `last`."""
    between = range(first, last)
    return 0 < len(between) <= _APART and all(
        marked.mark(at) == "," or marked.tags[at] & (Tag.CONJUNCTION | Tag.FUNCTION)
        for at in between
    )
