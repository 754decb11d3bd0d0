"""The clause that a list of names stands in: the words before and behind it that speak of it.

A deed counts for those in whose clause it stands: "the library, which X founded, was opened by Y".
Where verbs end clauses (the Turkic languages), a comma behind a verb parts two of them; elsewhere a
comma or a word that begins a clause does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.extraction.text.presence_words import PresenceWords
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Sentence

_REACH = 40  # tokens on each side of a list that are looked at
_STOPS = frozenset(";:!?—–(")


@dataclass(frozen=True)
class Clause:
    """The clause around a list of names; what each name of it asks is worked out once.

    Attributes:
        marked: The article.
        first: Index of the first token of the list, its offices included.
        last: Index behind the list.
        before: The tokens of the clause before the list.
        behind: Those behind it.
        relative: Whether a word that begins a clause within a clause leads to the list: who, which.
    """

    marked: TaggedArticle
    first: int
    last: int
    before: range
    behind: range
    relative: bool

    @property
    def words(self) -> PresenceWords:
        """The words of the article's language."""
        return self.marked.lexicon.presence

    @cached_property
    def predicate(self) -> int | None:
        """The last word behind the list, which is the verb where verbs end clauses, or None."""
        folds, causes = self.marked.folds, self.words.causes
        words = (at for at in reversed(self.behind) if not self.marked.mark(at))
        return next((at for at in words if folds[at] not in causes), None)

    @cached_property
    def predicates(self) -> range:
        """The last two words behind the list, of which the verb may be made."""
        at = self.predicate
        return range(0) if at is None else range(max(self.last, at - 1), at + 1)

    def denied(self, span: Iterable[int]) -> bool:
        """Whether a word of `span` denies what is told."""
        return not self.marked.denials.isdisjoint(span)

    def denies(self, index: int) -> bool:
        """Whether the word at `index` denies what is told: not, -madı."""
        return index in self.marked.denials

    def beside(self, index: int) -> range:
        """Return the tokens on both sides of the one at `index`, as far as the text goes."""
        return range(max(0, index - 1), min(len(self.marked.tokens), index + 2))

    def ahead(self, index: int) -> range:
        """Return the token behind the one at `index`, nothing where the text ends with that."""
        return range(index + 1, min(len(self.marked.tokens), index + 2))

    def begins(self, span: Iterable[int], beginnings: tuple[str, ...]) -> list[int]:
        """Return the tokens of `span` that begin with one of `beginnings`."""
        if not beginnings:
            return []
        folds = self.marked.folds
        return [index for index in span if folds[index].startswith(beginnings)]

    def holds(self, span: Iterable[int], words: frozenset[str]) -> bool:
        """Whether one of `words` stands in `span`."""
        folds = self.marked.folds
        return any(folds[index] in words for index in span)


def around(
    marked: TaggedArticle, sentence: Sentence, first: int, last: int, following: int
) -> Clause:
    """Return the clause around the names from token `first` up to, not including, `last`.

    A clause of why ends where its subject is not that of what follows, which is told of whoever is
    named from `following` on.
    """
    final = marked.lexicon.grammar.head == "final"
    before, relative = _before(marked, sentence, first, final=final)
    return Clause(marked, first, last, before, _behind(marked, sentence, last, following), relative)


def _before(
    marked: TaggedArticle, sentence: Sentence, first: int, *, final: bool
) -> tuple[range, bool]:
    low, relatives = max(sentence.first, first - _REACH), marked.lexicon.presence.relatives
    for index in range(first - 1, low - 1, -1):
        mark = marked.marks[index]
        titled = mark == "," and index == first - 1 and bool(marked.tags[index - 1] & Tag.ROLE)
        if mark and not titled and _parts(marked, index, mark, final=final):
            return range(index + 1, first), False  # writer, | scholar and humanist X is one person
        if marked.folds[index] in relatives:
            return range(index + 1, first), True
        if final and index in marked.cause_ends:
            return range(index + 1, first), False
    return range(low, first), False


def _behind(marked: TaggedArticle, sentence: Sentence, last: int, following: int) -> range:
    final = marked.lexicon.grammar.head == "final"
    high, index = min(sentence.last, last + _REACH), last
    if not final and marked.mark(index) == ",":
        index += 1  # X, minister of Y, | said
    relatives = marked.lexicon.presence.relatives
    while index < high:
        mark = marked.marks[index]
        if mark and _parts(marked, index, mark, final=final):
            break
        if index > last + 1 and marked.folds[index] in relatives:
            break
        index += 1
        if final and last + 1 < index <= following and index - 1 in marked.cause_ends:
            break
    return range(last, index)


def _parts(marked: TaggedArticle, index: int, mark: str, *, final: bool) -> bool:
    """Whether the mark at `index` parts two clauses."""
    if mark != ",":
        return mark in _STOPS
    return not final or marked.tokens[index - 1].word.verbal
