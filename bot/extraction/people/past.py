"""What a text tells of other times: recalled, dated in a year before, or had been.

Each part is worked out once an article and looked up by sentence or by token.
"""

import re
from bisect import bisect
from dataclasses import replace
from functools import cached_property

from bot.extraction.text.passages import Passage, had_been, qualifies
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Letters, Sentence

_LOOKS_BACK = frozenset({"openings", "recalled"})
_NEAR_YEAR = 3  # tokens behind a name in which the year of what its bearer did stands
_CLAUSE = 7  # tokens between a year and the participle that it belongs to
_SINCE = 6  # tokens behind a year in which "since" stands, an ending's mark included
_YEAR = re.compile(r"(1\d|20)\d\d")


class Past:
    """What an article recalls."""

    def __init__(self, marked: TaggedArticle) -> None:
        self.marked = marked
        self._recalled = marked.lexicon.presence.recalled
        self._told: dict[int, bool] = {}
        self._stops: dict[int, tuple[int, ...]] = {}
        self._parts: dict[tuple[int, int], bool] = {}

    def recalls(self, sentence: Sentence) -> bool:
        """Whether `sentence` speaks of another time; remembered, since lists ask again."""
        found = self._told.get(sentence.number)
        if found is None:
            found = self._told[sentence.number] = self._speaks_of_past(sentence)
        return found

    def goes_on(self, sentence: Sentence) -> bool:
        """Whether `sentence` goes on with what the one before recalls: there, X spoke."""
        words, number = self.marked.lexicon.presence.anaphors, sentence.number
        if not words or number == 0 or self.marked.folds[sentence.first] not in words:
            return False
        before = self.marked.sentences[number - 1]
        if before.paragraph != sentence.paragraph:
            return False
        looks = self._part_looks_back(before) or self.marked.passage(before) is Passage.BACKGROUND
        return looks or self.goes_on(before)

    def looks_back_here(self, sentence: Sentence, index: int) -> bool:
        """Whether the part of `sentence` between semicolons around `index` can look back.

        Elsewhere in it something was before: X came; his minister had attended the last one.
        """
        stops = self._stops.get(sentence.number)
        if stops is None:
            words = range(sentence.first, sentence.last)
            stops = tuple(at for at in words if self.marked.mark(at) == ";")
            self._stops[sentence.number] = stops
        if not stops:
            return True
        at = bisect(stops, index)
        first = stops[at - 1] if at else sentence.first
        last = stops[at] if at < len(stops) else sentence.last
        if (first, last) not in self._parts:
            self._parts[first, last] = self._part_looks_back(
                replace(sentence, first=first, last=last)
            )
        return self._parts[first, last]

    def _part_looks_back(self, part: Sentence) -> bool:
        cues, words = self.marked.cues, range(part.first, part.last)
        told = (at for at in words if _LOOKS_BACK & cues.get(at, frozenset()))
        if any("openings" in cues[at] or not qualifies(self.marked, at) for at in told):
            return True
        return had_been(self.marked, part) or self._speaks_of_past(part)

    def _speaks_of_past(self, sentence: Sentence) -> bool:
        for index, fold in enumerate(self.marked.folds[sentence.first : sentence.last]):
            for words in self._recalled.get(fold, ()):
                if self._reads(sentence.first + index, words, sentence.last):
                    return True
        return self._past(sentence)

    def _reads(self, index: int, words: tuple[str, ...], last: int) -> bool:
        end = index + len(words)
        return end <= last and tuple(self.marked.folds[index:end]) == words

    def long_past(self, sentence: Sentence) -> bool:
        """Whether `sentence` tells what had been: by a pluperfect, or a year of the past."""
        return had_been(self.marked, sentence) or self._past(sentence)

    def _past(self, sentence: Sentence) -> bool:
        """Whether `sentence` names a year, and only years before the article's own."""
        years = [
            self._years[index]
            for index in range(sentence.first, sentence.last)
            if index in self._years
            and self._participle(sentence, index) is None
            and not self._since(sentence, index)
        ]
        return bool(years) and max(years) < self._year

    @cached_property
    def _years(self) -> dict[int, int]:
        """Token -> the year that it names."""
        found: dict[int, int] = {}
        for index, token in enumerate(self.marked.tokens):
            if token.word.letters == Letters.NUMBER and _YEAR.fullmatch(token.word.text):
                found[index] = int(token.word.text)
        return found

    def long_ago(self, sentence: Sentence, index: int) -> bool:
        """Whether a name that ends at `index` is the subject of a participle with a past year.

        X'in 1998'de kurduğu şirket.
        """
        tokens, passive = self.marked.tokens, self.marked.lexicon.presence.undergone
        for at in range(index, min(sentence.last, index + _NEAR_YEAR)):
            if self.marked.mark(at) == ",":
                return False
            if at in self._years:
                made = self._participle(sentence, at)
                past = self._years[at] < self._year
                return past and made is not None and not tokens[made].word.fold.endswith(passive)
        return False

    def _participle(self, sentence: Sentence, year: int) -> int | None:
        """Return the participle of what was in the year: a firm founded in 1998, 1998-де құрған.

        It hangs on a noun, so that the sentence's own verb tells of another time.
        """
        tokens, endings = self.marked.tokens, self.marked.lexicon.presence.made
        if not endings:
            return None
        if self.marked.lexicon.grammar.head == "final":
            words = range(year + 1, min(sentence.last - 2, year + _CLAUSE))
        else:
            words = range(max(sentence.first, year - _CLAUSE), year)
            comma = next((at for at in words if self.marked.mark(at) == ","), year)
            words = range(comma + 1, min(year, comma + 2))
        made = (at for at in words if tokens[at].word.fold.endswith(endings))
        return next((at for at in made if tokens[at].word.letters == Letters.LOWER), None)

    def _since(self, sentence: Sentence, year: int) -> bool:
        """Whether what began in the year still is: since 2011, 2011'den bu yana."""
        words, tokens = self.marked.lexicon.presence.since, self.marked.tokens
        if self.marked.lexicon.grammar.head == "final":
            near = range(year + 1, min(sentence.last, year + _SINCE))
        else:
            near = range(max(sentence.first, year - 1), year)
        return any(tokens[at].word.fold in words for at in near)

    @cached_property
    def _year(self) -> int:
        """The latest year that the text names: the one that it is written in, or a later one."""
        published = self.marked.article.published
        return max((*self._years.values(), published.year if published is not None else 0))
