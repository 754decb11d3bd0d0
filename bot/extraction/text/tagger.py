"""An article with its tokens marked by the lexicon.

What the people, dates and places readers all look at.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.extraction.facts import ArticleText
from bot.extraction.text import passages
from bot.extraction.text.lexicon import Lexicon
from bot.extraction.text.lines import unwrap
from bot.extraction.text.passages import Passage
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters, Sentence, Token, sentences, tokenize
from bot.extraction.text.word_marks import mark_trades, unmark_abbreviations
from bot.language import concepts
from config.text import nfc

_NO_NAME = (
    Tag.ROLE | Tag.TITLE | Tag.HONORIFIC | Tag.ORGANIZATION | Tag.BODY | Tag.KIND | Tag.DEMONYM
)


@dataclass(eq=False)
class TaggedArticle:
    """One article, tokenised and looked up.

    Attributes:
        article: As it was given.
        text: The headline, a line feed, and the body.
        body_at: Offset of the body in `text`.
        tokens: All tokens.
        folds: For each token, its word folded.
        marks: For each token, its text where it is a mark of punctuation, else empty.
        sentences: All sentences, the headline's first.
        tags: For each token, what the phrase that covers it is.
        matches: For each token, the phrase that covers it, or None.
        found: All phrases in order.
        small: The folded words that stand somewhere in small letters: a capitalised twin at a
            sentence's beginning is no name.
        lexicon: The words of the article's language.
        language: The code of its language; of one that is not read, `lexicon` is another's.
    """

    article: ArticleText
    text: str
    body_at: int
    tokens: list[Token]
    folds: list[str]
    marks: list[str]
    sentences: list[Sentence]
    tags: list[int]
    matches: list[Match | None]
    found: list[Match]
    small: frozenset[str]
    lexicon: Lexicon
    language: str

    @cached_property
    def small_stems(self) -> frozenset[str]:
        """What is left of the words in small letters when their endings are cut, in every way."""
        return frozenset(
            stem
            for token in self.tokens
            if token.word.letters == Letters.LOWER
            for stem in token.word.stems
        )

    @cached_property
    def name_cases(self) -> dict[tuple[int, int, int], str]:
        """What is known of endings of case: last token of a name, of its words, ending -> that."""
        return {}

    @cached_property
    def namesakes(self) -> Mapping[str, frozenset[str]]:
        """Word of a name, folded, with its ending of case and without -> those right before it."""
        tails, found = self.lexicon.case_tails, dict[str, set[str]]()
        for index, (left, right) in enumerate(pairwise(self.tokens)):
            shaped = left.word.name_shaped and right.word.name_shaped
            if not shaped or self.tags[index] & _NO_NAME or self.tags[index + 1] & _NO_NAME:
                continue
            fold = right.word.fold
            stems = (fold[: -len(end)] for end in tails if fold.endswith(end))
            for stem in (fold, *stems):
                found.setdefault(stem, set()).add(left.word.fold)
        return {word: frozenset(before) for word, before in found.items()}

    @cached_property
    def cause_ends(self) -> frozenset[int]:
        """Indices of the words that end a clause of why: X gelemediği için | Y okudu."""
        words, found = self.lexicon.presence, set[int]()
        for index, fold in enumerate(self.folds):
            if fold in words.causes:
                verb = self.folds[index - 1]
                told = verb.endswith(words.made) or verb[:-1].endswith(words.made)  # -gan, or -gani
            else:
                told = fold.endswith(words.causing)
            if told:
                found.add(index)
        return frozenset(found)

    @cached_property
    def denials(self) -> frozenset[int]:
        """Indices of the words that deny what is told: not, -madı."""
        words = self.lexicon.presence
        return frozenset(
            index
            for index, (fold, token) in enumerate(zip(self.folds, self.tokens, strict=True))
            if fold in words.denials
            or (token.word.letters == Letters.LOWER and fold.endswith(words.denying))
        )

    @cached_property
    def comings(self) -> frozenset[int]:
        """Indices of the words that say what will be: would, will, -acaq."""
        endings = self.lexicon.presence.coming
        ended = (index for index, fold in enumerate(self.folds) if fold.endswith(endings))
        return frozenset(ended).union(self._places.get("future", ()))

    @cached_property
    def folded_words(self) -> list[str]:
        """The words of the text as ideas are looked for in them (`bot.language.concepts`)."""
        return concepts.folded_words(self.text)

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to, not including, token `last`."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def sentence_text(self, sentence: Sentence) -> str:
        """The sentence as it stands in the text."""
        return self.slice(sentence.first, sentence.last)

    def sentence_of(self, index: int) -> Sentence:
        """The sentence that holds token `index`."""
        return self.sentences[self._numbers[index]]

    @cached_property
    def _numbers(self) -> list[int]:
        """For each token, the number of its sentence."""
        found: list[int] = []
        for sentence in self.sentences:
            found += [sentence.number] * (sentence.last - sentence.first)
        return found

    def plain(self, index: int) -> bool:
        """Whether the word at `index` stands in its dictionary form.

        This may end like a case: Özbekistan, oda.
        """
        match, word = self.matches[index], self.tokens[index].word
        return (
            match is not None
            and not word.ending
            and any(
                len(entry.words) > index - match.first
                and entry.words[index - match.first] == word.fold
                for entry in match.entries
            )
        )

    def names_after(self, index: int) -> bool:
        """Whether the word at `index` says that the body behind it bears the name before it.

        Атындағы, nomidagi.
        """
        match = self.matches[index]
        return match is not None and any(
            entry.key == "eponym_after"
            and entry.tag == Tag.CUE
            and entry.words[-1].endswith(self.lexicon.attributives)
            for entry in match.entries
        )

    def ends_chain(self, index: int) -> bool:
        """Whether the word at `index` ends a chain of nouns by its case.

        What is a noun's own end or possessive (университет-і) is none.
        """
        word, match = self.tokens[index].word, self.matches[index]
        tied = self.lexicon.tied_objects
        if not (word.adverbial or word.fold.endswith(tied)) or self.plain(index):
            return False
        at = index - match.first if match is not None else 0
        known = (
            [entry.words[at] for entry in match.entries if len(entry.words) > at]
            if match is not None
            else []
        )
        if not word.adverbial:
            return any(
                word.fold.startswith(noun) and word.fold[len(noun) :] in tied for noun in known
            )
        return not any(
            word.fold.startswith(noun) and word.fold[len(noun) :] in self.lexicon.possessives
            for noun in known
        )

    @cached_property
    def cues(self) -> Mapping[int, frozenset[str]]:
        """Token -> what it says of its sentence or of an event beside it, where it says so."""
        found: dict[int, frozenset[str]] = {}
        for sentence in self.sentences:
            for match in self.lexicon.cues.find(self.tokens, sentence.first, sentence.last):
                found.update(dict.fromkeys(range(match.first, match.last), self._told_by(match)))
        return found

    def _told_by(self, match: Match) -> frozenset[str]:
        """Return the names of the cues that a phrase is."""
        keys = frozenset(entry.key for entry in match.entries if entry.tag == Tag.CUE)
        return keys - _NEXT if not keys.isdisjoint(_NEXT) and self._turns_day(match) else keys

    def _turns_day(self, match: Match) -> bool:
        """Whether a word for what is next belongs to a day, and tells no next event: next Friday.

        Nor does next week.
        """
        at = match.last
        return at < len(self.tokens) and (
            bool(self.tags[at] & Tag.WEEKDAY) or self.folds[at] in self.lexicon.week_words
        )

    @cached_property
    def sentence_cues(self) -> tuple[frozenset[str], ...]:
        """What the cues of each of `sentences` say, in order."""
        found: list[set[str]] = [set() for _ in self.sentences]
        for index, keys in self.cues.items():
            found[self.sentence_of(index).number] |= keys
        return tuple(frozenset(keys) for keys in found)

    @cached_property
    def _parted(self) -> passages.Parts:
        return passages.part(self)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What each of `sentences` is for, in order."""
        return self._parted.passages

    @property
    def foretells(self) -> bool:
        """Whether the headline or the lead says that what is reported is still to come."""
        return self._parted.foretells

    @property
    def encounter(self) -> int | None:
        """The number of the sentence that begins the body by saying who meets whom, or None."""
        return self._parted.encounter

    def tells_encounter(self, sentence: Sentence) -> bool:
        """Whether a sentence holds a word for the meeting of two: görüş, встреча."""
        return sentence.number in self._encounters

    @cached_property
    def _encounters(self) -> frozenset[int]:
        """Numbers of the sentences that hold a word for the meeting of two."""
        found: set[int] = set()
        for match in self.found:
            shown = {entry.shown for entry in match.entries} if match.tag & Tag.KIND else set()
            if not self.lexicon.encountering.isdisjoint(shown):
                found.add(self.sentence_of(match.first).number)
        return frozenset(found)

    def passage(self, sentence: Sentence) -> Passage:
        """What `sentence` is for; see `bot.extraction.text.passages`."""
        return self.passages[sentence.number]

    def year(self, index: int) -> bool:
        """Whether the word at `index` is the "year" of a date: 28 ноября 2022 года."""
        numbered = index > 0 and self.tokens[index - 1].word.letters == Letters.NUMBER
        return numbered and self.tokens[index].word.stem in self.lexicon.year_stems

    @cached_property
    def _keys(self) -> Mapping[int, frozenset[str]]:
        """Token -> the names of the cues that it belongs to, where it belongs to some."""
        found: dict[int, frozenset[str]] = {}
        for match in self.found:
            if match.tag & Tag.CUE:
                found.update(dict.fromkeys(range(match.first, match.last), self._told_by(match)))
        return found

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        return _places_of(self._keys)

    @cached_property
    def _told(self) -> Mapping[str, list[int]]:
        return _places_of(self.cues)

    def cued(self, index: int, key: str) -> bool:
        """Whether the token at `index` belongs to the cues named `key`; behind the last none is."""
        return index in self._keys and key in self._keys[index]

    def has_cue(self, key: str) -> bool:
        """Whether any token belongs to the cues named `key`."""
        return key in self._places

    def cued_within(self, span: range, key: str) -> bool:
        """Whether a token of `span` belongs to the cues named `key`."""
        return _stands_within(self._places, span, key)

    def told_within(self, span: range, key: str) -> bool:
        """Whether a token of `span` says what `key` of `cues` stands for."""
        return _stands_within(self._told, span, key)

    def mark(self, index: int) -> str:
        """The token at `index` where it is a mark of punctuation, else empty.

        Empty beyond the ends.
        """
        return self.marks[index] if 0 <= index < len(self.marks) else ""


_NEXT = frozenset({"coming", "outlook", "future_days"})
"""Cues that tell of a next event, unless the next one is a Friday or a week."""


def _places_of(keys: Mapping[int, frozenset[str]]) -> Mapping[str, list[int]]:
    """Return for each key the tokens that have it, in order."""
    found: dict[str, list[int]] = {}
    for index, own in keys.items():
        for key in own:
            found.setdefault(key, []).append(index)
    return found


def _stands_within(places: Mapping[str, list[int]], span: range, key: str) -> bool:
    found = places.get(key)
    if found is None:
        return False
    at = bisect_left(found, span.start)
    return at < len(found) and found[at] < span.stop


def tag(article: ArticleText, lexicon: Lexicon, language: str) -> TaggedArticle:
    """Return `article`, which is in `language`, tokenised and looked up in `lexicon`."""
    title = " ".join(nfc(article.title).split())
    body = unwrap(nfc(article.text))
    text = f"{title}\n{body}" if title else body
    tokens = tokenize(text, lexicon.vocabulary)
    ordinal_points = lexicon.grammar.ordinal_points
    parts = sentences(text, tokens, lexicon.abbreviations, ordinal_points=ordinal_points)
    if not title:
        for part in parts:
            part.paragraph += 1
    tags = [Tag.NONE] * len(tokens)
    matches: list[Match | None] = [None] * len(tokens)
    found: list[Match] = []
    for part in parts:
        for match in lexicon.phrases.find(tokens, part.first, part.last):
            found.append(match)
            for index in range(match.first, match.last):
                tags[index] = match.tag
                matches[index] = match
        mark_trades(tokens, part, tags, matches)
        unmark_abbreviations(tokens, part, tags, matches, lexicon.articles)
    words = [token.word for token in tokens]
    folds = [word.fold for word in words]
    marks = [word.text if word.letters == Letters.MARK else "" for word in words]
    small = frozenset(word.fold for word in words if word.letters == Letters.LOWER)
    body_at = len(title) + 1 if title else 0
    return TaggedArticle(
        article,
        text,
        body_at,
        tokens,
        folds,
        marks,
        parts,
        tags,
        matches,
        found,
        small,
        lexicon,
        language,
    )
