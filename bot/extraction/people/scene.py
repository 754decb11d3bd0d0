"""What a text tells of its own parts, as far as it matters to who was there.

Each part is worked out once an article and looked up by sentence or by token.
"""

import re
from functools import cached_property

from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.text.passages import Passage, had_been
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence

_OPENING = frozenset("“«„")
_CLOSING = frozenset("”»")
_PLAIN = '"'
_SPEECH = 16  # tokens; a shorter quotation is a title
_ITEM = 24  # tokens of an item of a list set with dashes
_DASHES = frozenset("–—-")
_NEAR_YEAR = 3  # tokens behind a name in which the year of what its bearer did stands
_CLAUSE = 7  # tokens between a year and the participle that it belongs to
_YEAR = re.compile(r"(1\d|20)\d\d")


class Scene:
    """An article with its edges, its speech and what it recalls."""

    def __init__(self, marked: TaggedArticle) -> None:
        self.marked = marked
        self._past_told: dict[int, bool] = {}
        presence = marked.lexicon.presence
        self._deeds, self._groups, self._thanked = (
            presence.deeds.begin,
            presence.groups,
            presence.thanked.begin,
        )
        self._makers, self._recalled = presence.makers, presence.recalled
        self._deed_words, self._about = presence.deed_words, presence.about
        self._foremost = presence.foremost
        self.onlies = presence.onlies
        self._former = presence.former.begin
        self._offices = frozenset(marked.lexicon.grammar.people.roles)
        self._things, self._strong = presence.things.begin, presence.strong.begin
        self._occupations = presence.occupations
        outsiders = marked.lexicon.grammar.genres.outsiders
        self._experts = tuple(word.removesuffix("*") for word in outsiders)

    def deed(self, index: int) -> bool:
        """Whether the word at `index` tells what only somebody does who is there."""
        return index in self._deeds_at

    @cached_property
    def _deeds_at(self) -> frozenset[int]:
        marked, office = self.marked, Tag.OFFICE
        return frozenset(
            index
            for index, token in enumerate(marked.tokens)
            if token.word.letters == Letters.LOWER
            and (self._tells(token.word.fold) or marked.tags[index] & office)
        )

    def _tells(self, fold: str) -> bool:
        return fold in self._deed_words or self._deeds(fold)

    def deeds(self, sentence: Sentence) -> bool:
        """Whether `sentence` tells a deed; its first word may be one: Attending were X and Y."""
        return sentence.number in self._of_deeds

    @cached_property
    def _of_deeds(self) -> frozenset[int]:
        """The numbers of the sentences that tell a deed; a list asks for each of its names."""
        marked = self.marked
        opened = (part.number for part in marked.sentences if self._tells(marked.folds[part.first]))
        return frozenset(opened).union(marked.sentence_of(at).number for at in self._deeds_at)

    def group(self, index: int) -> bool:
        """Whether the word at `index` stands between a person and what he does: delegation."""
        return self.marked.folds[index] in self._groups

    def thanks(self, index: int) -> bool:
        """Whether the word at `index` thanks."""
        return index in self._thanks_at

    @cached_property
    def _thanks_at(self) -> frozenset[int]:
        thanks = self._thanked
        return frozenset(at for at, fold in enumerate(self.marked.folds) if thanks(fold))

    def about(self, index: int) -> bool:
        """Whether the word at `index` makes somebody the topic: about, hakkında.

        Behind the last word there is none.
        """
        folds = self.marked.folds
        return index < len(folds) and folds[index] in self._about

    def thanking(self, sentence: Sentence) -> bool:
        """Whether anybody is thanked in `sentence`."""
        return sentence.number in self._of_thanks

    @cached_property
    def _of_thanks(self) -> frozenset[int]:
        return frozenset(self.marked.sentence_of(at).number for at in self._thanks_at)

    def foremost(self, sentence: Sentence) -> int:
        """Return where a list of those who are meant begins in `sentence`, or its end: başta."""
        words, folds = range(sentence.first, sentence.last), self.marked.folds
        return next((at for at in words if folds[at] in self._foremost), sentence.last)

    def work_before(self, index: int) -> bool:
        """Whether a title in quotation marks stands before a "by" at `index`."""
        by = self.marked.folds[index] in self.marked.lexicon.presence.makes
        return by and self.marked.mark(index - 1) in {*_CLOSING, _PLAIN}

    def thing(self, index: int) -> bool:
        """Whether the word at `index` is for what is somebody's though he is absent: decree."""
        return self._things(self.marked.folds[index])

    def maker(self, role: OfficePhrase) -> bool:
        """Whether `role` is told of the long dead too: poet, composer, khan."""
        return any(entry.shown in self._makers for entry in role.head.entries)

    def strong(self, index: int) -> bool:
        """Whether the word at `index` tells a deed that hardly anybody else is told of."""
        return self._strong(self.marked.folds[index])

    def trade(self, role: OfficePhrase | None) -> bool:
        """Whether `role` is what somebody does for a living, not an office: weaver, engineer."""
        if role is None:
            return False
        entries = role.head.entries
        if any(entry.shown.startswith(self._occupations) for entry in entries):
            return True
        return not any(entry.tag != Tag.ROLE or entry.shown in self._offices for entry in entries)

    def expert(self, role: OfficePhrase | None) -> bool:
        """Whether `role` is one that opinions are asked of: analyst, historian."""
        return role is not None and any(
            entry.shown.startswith(self._experts) for entry in role.head.entries
        )

    def former(self, role: OfficePhrase | None) -> bool:
        """Whether `role` is one that somebody no longer holds."""
        return role is not None and any(
            self._former(self.marked.folds[index]) for index in range(role.first, role.head.first)
        )

    def aside(self, sentence: Sentence) -> bool:
        """Whether `sentence` tells of something else by the way, or of what had been."""
        return self.background(sentence) or self.long_past(sentence)

    def at_the_edge(self, sentence: Sentence) -> bool:
        """Whether `sentence` belongs to the page rather than to the article."""
        return self.marked.passage(sentence) is Passage.FURNITURE

    def quoted(self, index: int) -> bool:
        """Whether the token at `index` is spoken by somebody."""
        return index in self._spoken

    def recalls(self, sentence: Sentence) -> bool:
        """Whether `sentence` speaks of another time; remembered, since lists ask again."""
        found = self._past_told.get(sentence.number)
        if found is None:
            found = self._past_told[sentence.number] = self._speaks_of_past(sentence)
        return found

    def background(self, sentence: Sentence) -> bool:
        """Whether `sentence` tells what was before, or what a body is."""
        return self.marked.passage(sentence) is Passage.BACKGROUND

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
            if index in self._years and self._participle(sentence, index) is None
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
        tokens, passive = self.marked.tokens, self.marked.lexicon.presence.undergone or ("\0",)
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

    @cached_property
    def _year(self) -> int:
        """The latest year that the text names: the one that it is written in, or a later one."""
        published = self.marked.article.published
        return max((*self._years.values(), published.year if published is not None else 0))

    @cached_property
    def _paragraphs(self) -> dict[int, tuple[int, int]]:
        """Paragraph -> its first token and the one behind its last."""
        found: dict[int, tuple[int, int]] = {}
        for sentence in self.marked.sentences:
            first, _ = found.get(sentence.paragraph, (sentence.first, 0))
            found[sentence.paragraph] = first, sentence.last
        return found

    @cached_property
    def _spoken(self) -> frozenset[int]:
        """The tokens that stand inside what somebody says."""
        found: set[int] = set()
        for number, (first, last) in self._paragraphs.items():
            if number > 0:
                for start, end in self._speeches(first, last):
                    found.update(range(start, end))
        return frozenset(found)

    def _speeches(self, first: int, last: int) -> list[tuple[int, int]]:
        tokens, marks, spans = self.marked.tokens, self.marked.marks, list[tuple[int, int]]()
        start: int | None = None
        if tokens[first].word.text in _DASHES and first + 1 < last and not tokens[first + 1].glued:
            spans.append((first, self._dash_ends(first, last)))
        for index in range(first, last):
            text = marks[index]
            if not text:
                continue
            if start is None and (text in _OPENING or text == _PLAIN):
                start = index
            elif start is not None and (text in _CLOSING or text == _PLAIN):
                if index - start > _SPEECH:
                    spans.append((start, index))
                start = None
        if start is not None and last - start > _SPEECH:
            spans.append((start, last))
        return spans

    def _dash_ends(self, first: int, last: int) -> int:
        """Return where a speech that a dash opens ends: ", – said X"."""
        for index in range(first + 1, last):
            if (
                self.marked.mark(index) in _DASHES
                and self.marked.mark(index - 1) in {",", ".", "!", "?", "»", "”"}
                and not self.marked.tokens[index].glued
            ):
                return index
        itemised = last - first < _ITEM or self.marked.mark(last - 1) == ";"
        return first if itemised else last
