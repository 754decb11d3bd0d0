"""Text -> tokens and sentences, with offsets.

So every fact can show the sentence that it came from. A word's properties (folded form, stem, case
of its letters) are worked out once per spelling and language and remembered: an article costs one
dictionary look-up a word.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from sys import intern

from config.grammar import Grammar
from config.rewritten_grammar import respelt
from config.text import APOSTROPHES, fold

_APOSTROPHE = re.escape(APOSTROPHES)
# Every repetition is bounded: a "word" of 60,000 apostrophes, folded once at each of them, once
# stopped the bot. No word of the field's languages comes near the limits; what does falls apart.
_TOKEN = re.compile(
    rf"\d{{1,40}}|[^\W\d_]{{1,80}}(?:[\u0300-\u036f]|[{_APOSTROPHE}](?=[^\W\d_])[^\W\d_]{{1,40}}"
    r"|(?<=[OoGg])[\u02bb\u2018\u02bc]){0,8}[^\W\d_]{0,40}|[^\w\s]|_"
)
_PARAGRAPH = re.compile(r"[^\n]+")
_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"'»”’)]")
_SHORTEST = 3  # letters before the ending of a word for a trade
_FEW = 4  # endings; with so few, each way to cut them is looked at: representative-s
_STEMS = 12  # ways to cut a word's endings that are looked at
_LONGEST = 400
"""Tokens of a sentence; the longest of the corpus has 74.

A longer one is cut, so that whatever looks through a sentence costs no more for a text of one
endless sentence than for one of many.
"""
_CUT_WITHIN = 100
"""Tokens before the limit among which a comma is looked for to cut at."""
_CUTS = frozenset(",;")
_APOSTROPHE_SET = frozenset(APOSTROPHES)


class Letters(IntEnum):
    """How a word is written."""

    LOWER = 0
    CAPITAL = 1
    CAPITALS = 2
    NUMBER = 3
    MARK = 4


_ORDINAL = 2  # digits at most of an ordinal number with a point; years have more
_SHORT = 3  # letters of a name that has no room for an ending of case
_PREFIX = 3  # letters of the longest prefix of a surname: Mac
_CAPITALS = 2  # that end an abbreviation and no name


@dataclass(slots=True, eq=False)
class Word:
    """One spelling, as one language sees it.

    Attributes:
        text: As written.
        base: Without an ending that an apostrophe parts.
        fold: `base` folded.
        stem: `fold` without its endings; what phrases are matched by.
        stems: `stem`, and what else is left of `fold` where endings can be cut in more than one way
            (nazirliyi: -yi, or -i of nazirlik).
        letters: How it is written.
        ending: The ending behind an apostrophe, or empty.
        verbal: Whether it is written small and ends like a verb.
        trade: Its dictionary form where it ends as words for what people do end, else empty.
        adverbial: Whether it ends in a case that ends a chain of nouns: "in Ankara", "from the
            hall".
        name_shaped: Whether it is written as a word of a name may be, and no brand.
    """

    text: str
    base: str
    fold: str
    stem: str
    stems: tuple[str, ...]
    letters: Letters
    ending: str
    verbal: bool
    trade: str
    adverbial: bool
    name_shaped: bool


@dataclass(slots=True, eq=False)
class Token:
    """A word, number or mark at its place in the text.

    Attributes:
        word: What stands there.
        start: Offset of its first character.
        end: Offset behind its last character.
        glued: Whether it follows the token before it without a space.
    """

    word: Word
    start: int
    end: int
    glued: bool


@dataclass(slots=True, eq=False)
class Sentence:
    """A run of tokens.

    Attributes:
        first: Index of its first token.
        last: Index behind its last token.
        paragraph: 0 for the headline, 1 for the first paragraph of the body.
        number: Its place among the sentences.
    """

    first: int
    last: int
    paragraph: int
    number: int


class Vocabulary:
    """Makes words of one language and remembers them.

    Attributes:
        known: The words remembered, by their spelling.
    """

    _LIMIT = 8_192
    """Words remembered; an article has some hundreds, mostly the same few."""

    def __init__(self, grammar: Grammar) -> None:
        self._endings: dict[str, frozenset[str]] = {}
        for ending in grammar.endings:
            folded = fold(ending)
            self._endings[folded[-1]] = self._endings.get(folded[-1], frozenset()) | {folded}
        self._longest = max((len(e) for group in self._endings.values() for e in group), default=0)
        self._apostrophe = frozenset(fold(ending) for ending in grammar.apostrophe)
        self._verbs = tuple(fold(ending) for ending in grammar.verbs)
        self._trades = tuple(fold(ending) for ending in grammar.people.trades)
        every = (
            {ending for group in self._endings.values() for ending in group}
            if grammar.head == "final"
            else set()
        )
        self._trade_forms = (
            *self._trades,
            *(trade + ending for trade in self._trades for ending in every),
        )
        self._stops = tuple(fold(ending) for ending in grammar.stops)
        self._softened = {fold(soft): fold(hard) for soft, hard in grammar.softened.items()}
        self._agglutinates = grammar.head == "final"
        self._few = len(grammar.endings) <= _FEW
        self._respell = grammar.respell
        self.known: dict[str, Word] = {}

    def word(self, text: str) -> Word:
        """Return what is known of the spelling `text`."""
        word = self.known.get(text)
        if word is None:
            if len(self.known) > self._LIMIT:
                self.known.clear()
            word = self.known[text] = self._make(text)
        return word

    def forget(self) -> None:
        """Let go of all words remembered."""
        self.known.clear()

    def stem(self, folded: str) -> str:
        """Return `folded` without the endings that this language puts on nouns.

        Its last letter is hard, and at least three letters stay.
        """
        while len(folded) > 3:
            group = self._endings.get(folded[-1])
            if group is None:
                break
            for size in range(min(self._longest, len(folded) - 3), 0, -1):
                if folded[-size:] in group:
                    folded = folded[:-size]
                    break
            else:
                break
        return folded[:-1] + self._softened.get(folded[-1:], folded[-1:])

    def _stems(self, folded: str, stem: str) -> tuple[str, ...]:
        """Return `stem` and what is left when fewer or other endings are cut.

        The shortest of them comes first.
        """
        found, edge = {folded}, {folded}
        while edge and len(found) < _STEMS:
            edge = {shorter for form in edge for shorter in self._cut(form)}
            found |= edge
        softened = (
            form[:-1] + self._softened.get(form[-1:], form[-1:])
            for form in sorted(found, key=lambda form: (len(form), form))
        )
        return tuple(dict.fromkeys((stem, *softened)))

    def _cut(self, form: str) -> list[str]:
        return [
            form[: -len(end)]
            for end in self._endings.get(form[-1:], ())
            if form.endswith(end) and len(form) - len(end) >= 3
        ]

    def _trade(self, folded: str) -> str:
        """Return `folded` in its dictionary form where it ends as words for what people do.

        Else nothing.
        """
        if not folded.endswith(self._trade_forms):
            return ""
        if not self._agglutinates:
            return folded
        at, trade = max((folded.rfind(trade), trade) for trade in self._trades)
        end = at + len(trade)
        rest = folded[end:]
        return (
            folded[:end]
            if at >= _SHORTEST and (not rest or rest in self._endings.get(rest[-1], ()))
            else ""
        )

    def _make(self, text: str) -> Word:
        base, ending = text, ""
        if self._apostrophe:
            for at in range(len(text) - 1, 1, -1):
                if text[at] in _APOSTROPHE_SET and fold(text[at + 1 :]) in self._apostrophe:
                    base, ending = text[:at], text[at + 1 :]
                    break
        folded, letters = fold(respelt(base, self._respell)), _letters(base)
        verbal = letters == Letters.LOWER and folded.endswith(self._verbs)
        trade = self._trade(folded) if letters <= Letters.CAPITAL else ""
        long = len(folded) > _SHORT or letters == Letters.LOWER  # Эге is no dative
        adverbial = (long and letters != Letters.CAPITALS and folded.endswith(self._stops)) or fold(
            ending
        ).endswith(self._stops)
        folded, stem = intern(folded), intern(self.stem(folded))  # many words have one
        cut = self._stems(folded, stem) if self._agglutinates or self._few else (stem,)
        stems = tuple(map(intern, cut))
        return Word(
            text,
            base,
            folded,
            stem,
            stems,
            letters,
            ending,
            verbal,
            trade,
            adverbial,
            _name_shaped(text, base, letters),
        )


def _name_shaped(text: str, base: str, letters: Letters) -> bool:
    """Whether a word is capitalised as in a name: no brand, which has a capital far inside.

    McDonald, but not AzərSport; of words in capitals not the short ones.
    """
    if letters == Letters.CAPITALS:
        return len(text) > _SHORT
    inner = base[_PREFIX + 1 :]
    branded = not (inner.islower() or inner.isupper()) and any(map(str.isupper, inner))
    own = len(text) > 1 and not branded and not abbreviated(base)
    return letters == Letters.CAPITAL and own


def abbreviated(base: str) -> bool:
    """Whether a word ends in several capitals behind small letters: СамГУ, КазНУ, ОшМУ."""
    small = any(map(str.islower, base))
    return small and len(base) > _SHORT and base[-_CAPITALS:].isupper()


def _letters(text: str) -> Letters:
    first = text[0]
    if first.isdecimal():
        return Letters.NUMBER
    if not first.isalpha():
        return Letters.MARK
    if not first.isupper():
        return Letters.LOWER
    return Letters.CAPITALS if len(text) > 1 and text.isupper() else Letters.CAPITAL


def tokenize(text: str, vocabulary: Vocabulary) -> list[Token]:
    """Return the tokens of `text` in order."""
    tokens: list[Token] = []
    known, behind = vocabulary.known, -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = known.get(match[0]) or vocabulary.word(match[0])
        tokens.append(Token(word, start, end, start == behind))
        behind = end
    return tokens


def sentences(
    text: str, tokens: list[Token], abbreviations: frozenset[str], *, ordinal_points: bool = False
) -> list[Sentence]:
    """Return the sentences of `text`.

    A line feed ends one, and so does a closing mark that no abbreviation or initial explains, nor,
    where `ordinal_points` stand behind ordinal numbers, a number: 3. Medya Forumu.
    """
    result: list[Sentence] = []
    index, count = 0, len(tokens)
    for paragraph, line in enumerate(_PARAGRAPH.finditer(text)):
        first = index
        while index < count and tokens[index].start < line.end():
            index += 1
            if tokens[index - 1].word.text in _ENDS:
                index = _closed(tokens, index, line.end())
                if (
                    index >= count
                    or tokens[index].start >= line.end()
                    or _ends(tokens, index, abbreviations, ordinal_points=ordinal_points)
                ):
                    _add(result, tokens, first, index, paragraph)
                    first = index
        if index > first:
            _add(result, tokens, first, index, paragraph)
    return result


def _add(
    result: list[Sentence], tokens: list[Token], first: int, last: int, paragraph: int
) -> None:
    """Append the sentence from `first` up to `last`, in pieces where it is endless."""
    while last - first > _LONGEST:
        end = first + _LONGEST
        commas = (
            at for at in range(end, end - _CUT_WITHIN, -1) if tokens[at - 1].word.text in _CUTS
        )
        cut = next(commas, end)
        result.append(Sentence(first, cut, paragraph, len(result)))
        first = cut
    result.append(Sentence(first, last, paragraph, len(result)))


def _closed(tokens: list[Token], index: int, limit: int) -> int:
    while (
        index < len(tokens)
        and tokens[index].start < limit
        and tokens[index].glued
        and tokens[index].word.text in _CLOSERS | _ENDS
    ):
        index += 1
    return index


def _ends(
    tokens: list[Token], index: int, abbreviations: frozenset[str], *, ordinal_points: bool
) -> bool:
    """Whether a sentence ends before the token at `index`.

    A closing mark stands before it.
    """
    upcoming = tokens[index]
    if upcoming.glued or upcoming.word.letters == Letters.LOWER:
        return False
    mark = index - 1
    while tokens[mark].word.text not in _ENDS:
        mark -= 1
    if mark == 0 or tokens[mark].word.text != "." or mark != index - 1:
        return True
    before = tokens[mark - 1]
    if before.word.letters == Letters.CAPITAL and len(before.word.text) == 1:
        return False
    if before.word.letters == Letters.NUMBER:
        ordinal = ordinal_points and len(before.word.text) <= _ORDINAL
        return not ordinal and upcoming.word.letters != Letters.NUMBER
    return before.word.fold not in abbreviations
