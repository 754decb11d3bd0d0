"""The words around a body's name: what it is tied to, and the cues of its sentence."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.extraction.text.cues import Cue, Cues
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters, Sentence

_OPENING = 6  # tokens at a sentence's beginning that may open a remark
_BREAKS = frozenset(",;:.!?|—–")
"""Marks that nothing is tied across; brackets, hyphens and quotation marks are none of them."""

_COUNTED_MARKS = frozenset("%")
_QUOTES = {"“": "”", "«": "»", '"': '"', "„": "“"}


@dataclass(eq=False)
class Clause:
    """A sentence as cues are looked for in it: its words without marks.

    Attributes:
        marked: The article.
        sentence: The sentence.
        tokens: For each word, the index of its token.
        words: The words, folded.
        cues: All cues found, in order.
    """

    marked: TaggedArticle
    sentence: Sentence
    tokens: tuple[int, ...]
    words: tuple[str, ...]
    cues: list[Cue]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all cues of the sentence."""
        return frozenset(cue.key for cue in self.cues)

    def text(self, cue: Cue) -> str:
        """The cue as it stands in the text."""
        return self.marked.slice(self.tokens[cue.first], self.tokens[cue.last - 1] + 1)

    @cached_property
    def _by_position(self) -> dict[int, list[Cue]]:
        covering: dict[int, list[Cue]] = defaultdict(list)
        for cue in self.cues:
            for position in range(cue.first, cue.last):
                covering[position].append(cue)
        return dict(covering)

    def at(self, position: int) -> list[Cue]:
        """The cues that cover the word at `position`."""
        return self._by_position.get(position, [])

    def position(self, token: int) -> int:
        """The place among the words of the first word at or behind `token`."""
        return bisect_left(self.tokens, token)

    def behind(self, match: Match) -> Iterator[int]:
        """Yield the places of the words behind `match`, up to a mark that ends what is tied.

        An abbreviation in brackets and an ending behind a hyphen belong to the name.
        """
        tokens, index = self.marked.tokens, match.last
        if self.marked.mark(index) == "(":
            index = next(
                (at + 1 for at in range(index, self.sentence.last) if self.marked.mark(at) == ")"),
                index,
            )
        while index < self.sentence.last:
            word = tokens[index].word
            if word.letters == Letters.MARK:
                if word.text in _BREAKS and not self._counts(index):
                    return
            elif not _ending(self.marked, index, match.last):
                yield self.position(index)
                if self._ends_chain(index):
                    return
            index += 1

    def _counts(self, index: int) -> bool:
        """Whether the mark at `index` makes an ordinal of the number before: TDT 12. Zirvesi."""
        return self.marked.mark(index) == "." and self.marked.tokens[index - 1].word.text.isdigit()

    def _ends_chain(self, index: int) -> bool:
        """Whether the word at `index` ends a chain of nouns: in such a year, at such a place.

        What a word ties to the noun behind it ends none: those for policy answerable ministers.
        """
        marked = self.marked
        if marked.lexicon.grammar.head != "final" or not marked.ends_chain(index):
            return False
        attached = index + 1 < self.sentence.last and marked.tags[index + 1] & Tag.ATTACHING
        return not attached

    def before(self, match: Match) -> Iterator[int]:
        """Yield the places of the words before `match`, the nearest first, as `behind` does.

        A list of names before it is gone through: the CIS, the SCO and the TCO.
        """
        listed = True
        for index in range(match.first - 1, self.sentence.first - 1, -1):
            word = self.marked.tokens[index].word
            if word.letters != Letters.MARK:
                listed = listed and self._may_be_listed(index)
                yield self.position(index)
            elif word.text in _BREAKS and not (word.text == "," and listed):
                return

    def _may_be_listed(self, index: int) -> bool:
        small = Tag.FUNCTION | Tag.CONJUNCTION | Tag.PREPOSITION
        capital = self.marked.tokens[index].word.letters in {Letters.CAPITAL, Letters.CAPITALS}
        return capital or bool(self.marked.tags[index] & small)

    def tag(self, position: int) -> int:
        """What the lexicon says of the word at `position`."""
        return self.marked.tags[self.tokens[position]]

    def quoted(self, token: int) -> int:
        """How many tokens the quotation has that holds `token`; 0 outside any."""
        return self._quotations.get(token, 0)

    @cached_property
    def _quotations(self) -> dict[int, int]:
        """For each token within quotation marks, how many they hold.

        One left open goes to the end.
        """
        marked, last = self.marked, self.sentence.last
        held: dict[int, int] = {}
        opened = -1
        for index in range(self.sentence.first, last):
            mark = marked.mark(index)
            if opened < 0:
                opened = index if mark in _QUOTES else opened
            elif mark == _QUOTES[marked.mark(opened)]:
                held |= dict.fromkeys(range(opened + 1, index), index - opened - 1)
                opened = -1
        if opened >= 0:
            held |= dict.fromkeys(range(opened + 1, last), last - opened - 1)
        return held


def _ending(marked: TaggedArticle, index: int, last: int) -> bool:
    """Whether the word at `index` is an ending tied by a hyphen to the name that ends at `last`."""
    return index == last + 1 and marked.mark(last) == "-" and marked.tokens[index].glued


def clause(marked: TaggedArticle, sentence: Sentence, cues: Cues) -> Clause:
    """Return `sentence` with its cues."""
    kept = tuple(
        index
        for index in range(sentence.first, sentence.last)
        if marked.tokens[index].word.letters != Letters.MARK
        or marked.tokens[index].word.text in _COUNTED_MARKS
    )
    words = tuple(marked.tokens[index].word.fold for index in kept)

    def opens(token: int) -> bool:
        """Whether a word is of those that open a remark, and tells of no talk: белгилей кетсек."""
        near = token < sentence.first + _OPENING
        return near and "remarks" in marked.cues.get(token, ())

    told = [cue for cue in cues.find(words) if cue.key != "topics" or not opens(kept[cue.first])]
    return Clause(marked, sentence, kept, words, told)


OFFICES = Tag.ROLE | Tag.BODY | Tag.OFFICE
"""What is a body's own: its head, its organs, its mission."""
