"""Phrases in any case form, found in one pass, each with its tags.

Phrases are kept in a tree by the stems of their words. Where phrases overlap, the longest wins;
among equals the more particular tag.
"""

from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from sys import intern

from bot.extraction.text.phrase_forms import fitting, likeliest, standing
from bot.extraction.text.tags import Entry, Match, Tag
from bot.extraction.text.tokenizer import Letters, Token, Vocabulary, Word, tokenize

_REMEMBERED = 8_192  # spellings
_GLUE = frozenset("-.‑–&'’")


@dataclass(slots=True)
class _Node:
    """Where a phrase ends or goes on; most do not go on, and there are some thousands a language.

    Attributes:
        after: What may follow, by its stem; None where nothing does.
        entries: The phrases that end here.
    """

    after: dict[str, "_Node"] | None = None
    entries: tuple[Entry, ...] = ()


class Phrases:
    """A tree of phrases by the stems of their words."""

    def __init__(self, vocabulary: Vocabulary, *, agglutinates: bool) -> None:
        self._vocabulary = vocabulary
        self._agglutinates = agglutinates
        self._root: dict[str, _Node] = {}
        self._starts: dict[str, tuple[_Node, ...]] = {}
        self._singles: dict[tuple[str, int], tuple[tuple[Entry, ...], int]] = {}

    def add(self, phrase: str, entry: Entry) -> None:
        """Put `phrase` in."""
        words = [
            token.word
            for token in tokenize(phrase, self._vocabulary)
            if token.word.letters != Letters.MARK
        ]
        if not words:
            return
        node = self._root.setdefault(intern(words[0].stem), _Node())
        for word in words[1:]:
            if node.after is None:
                node.after = {}
            node = node.after.setdefault(intern(word.stem), _Node())
        entry = replace(entry, words=tuple(intern(word.fold) for word in words))
        if not any(
            (known.tag, known.key, known.words, known.weak)
            == (entry.tag, entry.key, entry.words, entry.weak)
            for known in node.entries
        ):
            node.entries += (entry,)

    def find(self, tokens: list[Token], first: int, last: int) -> list[Match]:
        """Return the longest phrases among the tokens from `first` up to, not including, `last`.

        They stand left to right, and none overlaps another.
        """
        found: list[Match] = []
        starts, index = self._starts, first
        while index < last:
            word = tokens[index].word
            nodes = starts.get(word.text)
            if nodes is None:
                nodes = self._begin(word)
            if not nodes:
                index += 1
                continue
            match = None
            for node in nodes:
                other = self._longest(tokens, index, last, node)
                match = _longer(tokens, match, other) if match is not None else other
            if match is None:
                index += 1
            else:
                found.append(match)
                index = match.last
        return found

    def _begin(self, word: Word) -> tuple[_Node, ...]:
        """Return where the phrases begin that `word` may be the first word of.

        Most words of a text are the same few.
        """
        if len(self._starts) > _REMEMBERED:
            self._starts.clear()
        nodes = self._starts[word.text] = tuple(
            self._root[stem] for stem in word.stems if stem in self._root
        )
        return nodes

    def _longest(self, tokens: list[Token], index: int, last: int, node: _Node) -> Match | None:
        word = tokens[index].word
        entries, tag = self._alone(word, node)
        best = Match(index, index + 1, entries, tag) if entries else None
        if not node.after:
            return best
        at, passed, here = index + 1, [word], node
        while True:
            while (
                at < last
                and tokens[at].word.letters == Letters.MARK
                and tokens[at].glued
                and tokens[at].word.text in _GLUE
            ):
                at += 1
            following = _following(here, tokens[at].word) if at < last else None
            if following is None:
                return best
            passed.append(tokens[at].word)
            at, here = at + 1, following
            if here.entries:
                entries, tag = fitting(here.entries, passed, agglutinates=self._agglutinates)
                best = Match(index, at, entries, tag) if entries else best

    def _alone(self, word: Word, node: _Node) -> tuple[tuple[Entry, ...], int]:
        """Return the phrases of one word that `word` is a form of.

        Most words of a text are the same few, so this is remembered.
        """
        found = self._singles.get((word.text, id(node)))
        if found is None:
            if len(self._singles) > _REMEMBERED:
                self._singles.clear()
            found = self._singles[word.text, id(node)] = fitting(
                node.entries, [word], agglutinates=self._agglutinates
            )
        return found


def _following(node: _Node, word: Word) -> _Node | None:
    if node.after is not None:
        for stem in word.stems:
            if stem in node.after:
                return node.after[stem]
    return None


def _longer(tokens: list[Token], one: Match | None, other: Match | None) -> Match | None:
    """The longer of two matches that begin alike, or both in one."""
    if one is None or other is None or one.last != other.last:
        return max(one, other, key=lambda match: match.last if match is not None else -1)
    words = [
        tokens[at].word
        for at in range(one.first, one.last)
        if tokens[at].word.letters != Letters.MARK
    ]
    kept = likeliest((*one.entries, *other.entries), words)
    kept = standing(kept, words) or kept  # a form of akademiya, not of akademik
    longest = max(len(entry.words[-1]) for entry in kept)
    kept = tuple(
        entry for entry in kept if entry.tag != Tag.PLACE or len(entry.words[-1]) == longest
    )  # a form of liman, not of Lima
    return Match(one.first, one.last, kept, reduce(or_, (entry.tag for entry in kept)))
