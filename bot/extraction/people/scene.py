"""What a text tells of its own parts, as far as it matters to who was there.

Each part is worked out once an article and looked up by sentence or by token.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from bot.extraction.people.name_clauses import Clause
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.people.past import Past
from bot.extraction.text.passages import Passage, foretold
from bot.extraction.text.quotations import of_message
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence

_OPENING = frozenset("“«„")
_CLOSING = frozenset("”»")
_PLAIN = '"'
_SPEECH = 16  # tokens; a shorter quotation is a title
_ITEM = 24  # tokens of an item of a list set with dashes
_LONGEST = 5  # words of a phrase
_DASHES = frozenset("–—-")


class Scene:
    """An article with its edges, its speech and what it recalls."""

    def __init__(self, marked: TaggedArticle) -> None:
        self.marked = marked
        self.past = Past(marked)
        self.of_clauses: dict[tuple[str, int, int], bool] = {}
        self._foretold: dict[int, bool] = {}
        self._telling: dict[int, tuple[int, ...]] = {}
        self._apart: dict[int, bool] = {}
        presence = marked.lexicon.presence
        self._deeds, self._groups, self._thanked = (
            presence.deeds.begin,
            presence.groups,
            presence.thanked.begin,
        )
        self._makers = presence.makers
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

    def jubilee_before(self, first: int, last: int) -> int | None:
        """Return the last word for a jubilee from `first` up to, not including, `last`, or None."""
        found = self._jubilees_at
        at = bisect_left(found, last) - 1
        return found[at] if at >= 0 and found[at] >= first else None

    @cached_property
    def _jubilees_at(self) -> list[int]:
        words = self.marked.lexicon.presence.jubilees
        return [at for at, fold in enumerate(self.marked.folds) if fold.startswith(words)]

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
        fold, words = self.marked.folds[index], self.marked.lexicon.presence
        return self._things(fold) and not words.deeds.longer(fold, words.things)

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
        return self.background(sentence) or self.past.long_past(sentence)

    def at_the_edge(self, sentence: Sentence) -> bool:
        """Whether `sentence` belongs to the page rather than to the article."""
        return self.marked.passage(sentence) is Passage.FURNITURE

    def quoted(self, index: int) -> bool:
        """Whether the token at `index` is spoken by somebody."""
        return index in self._spoken

    def telling(self, clause: Clause) -> list[int]:
        """Return the words of a clause, its names aside, that may tell of who was elsewhere."""
        sentence = self.marked.sentence_of(clause.first)
        found = self._telling.get(sentence.number)
        if found is None:
            begin, folds = self.marked.lexicon.presence.telling.begin, self.marked.folds
            found = tuple(at for at in range(sentence.first, sentence.last) if begin(folds[at]))
            self._telling[sentence.number] = found
        first, last = (
            bisect_left(found, clause.before.start),
            bisect_left(found, clause.behind.stop),
        )
        return [at for at in found[first:last] if not clause.first <= at < clause.last]

    def points_back(self, sentence: Sentence) -> bool:
        """Whether a word of who says so follows what points back to it: Об этом сообщил X.

        At the sentence's beginning, or behind what an outlet cites: Как передает Y, об этом.
        """
        folds, phrases = self.marked.folds, self.marked.lexicon.presence.announced
        opens = range(sentence.first, min(sentence.last, sentence.first + _LONGEST))
        return any(
            tuple(folds[at : at + len(phrase)]) == phrase for at in opens for phrase in phrases
        )

    def retells(self, sentence: Sentence) -> bool:
        """Whether `sentence` begins as what somebody said is retold: according to her."""
        folds, first = self.marked.folds, sentence.first
        phrases = self.marked.lexicon.presence.retold
        return any(tuple(folds[first : first + len(phrase)]) == phrase for phrase in phrases)

    def says(self, sentence: Sentence) -> bool:
        """Whether `sentence` tells what somebody says."""
        return self.marked.passage(sentence) is Passage.SPEECH

    def outlook(self, sentence: Sentence) -> bool:
        """Whether `sentence` tells what comes next, in an article on what was."""
        return self.marked.passage(sentence) is Passage.OUTLOOK

    def foretold(self, sentence: Sentence) -> bool:
        """Whether the verb that ends `sentence` says what will be, and nobody says so there."""
        found = self._foretold.get(sentence.number)
        if found is None:
            told = self.marked.passage(sentence) in {Passage.OUTLOOK, Passage.REPORT}
            found = self._foretold[sentence.number] = told and foretold(self.marked, sentence)
        return found

    def leads(self, sentence: Sentence) -> bool:
        """Whether `sentence` says what the article reports."""
        return self.marked.passage(sentence) in {Passage.HEADLINE, Passage.LEAD}

    def ends(self, index: int | None) -> bool:
        """Whether the token at `index` is the last word of its sentence."""
        if index is None:
            return False
        last = self.marked.sentence_of(index).last
        return all(self.marked.mark(at) for at in range(index + 1, last))

    def dated_apart(self, sentence: Sentence) -> bool:
        """Whether `sentence` has a time of its own: a day, a month, or what comes next."""
        found = self._apart.get(sentence.number)
        if found is None:
            days, tags = Tag.MONTH | Tag.WEEKDAY | Tag.RELATIVE, self.marked.tags
            found = self._apart[sentence.number] = "outlook" in self.marked.sentence_cues[
                sentence.number
            ] or any(tags[at] & days for at in range(sentence.first, sentence.last))
        return found

    def paper(self, index: int) -> bool:
        """Whether the word at `index` is for what people sign: agreement, treaty.

        The verb that ends a sentence is none, however it begins: bildirildi is of no bildiri.
        """
        papers = self.marked.lexicon.presence.papers
        if not papers or not self.marked.folds[index].startswith(papers):
            return False
        return not (self.marked.tokens[index].word.verbal and self.ends(index))

    def letter(self, index: int) -> bool:
        """Whether the word at `index` is for what is sent: letter, appeal."""
        letters = self.marked.lexicon.presence.letters
        return bool(letters) and self.marked.folds[index].startswith(letters)

    @cached_property
    def main_places(self) -> frozenset[str]:
        """The places that headline and lead name."""
        leading = (sentence for sentence in self.marked.sentences if self.leads(sentence))
        matches = (
            self.marked.matches[at] for part in leading for at in range(part.first, part.last)
        )
        named = (match for match in matches if match is not None and match.tag & Tag.PLACE)
        return frozenset(entry.key for match in named for entry in match.entries)

    @cached_property
    def main_months(self) -> frozenset[str]:
        """The months that headline and lead name."""
        leading = (part for part in self.marked.sentences if self.leads(part))
        words = (range(part.first, part.last) for part in leading)
        return frozenset(month for each in words for month in self.months(each))

    def months(self, words: Iterable[int]) -> set[str]:
        """Return the months that `words` name."""
        matches = (self.marked.matches[at] for at in words)
        entries = (match.entries for match in matches if match is not None)
        return {entry.key for each in entries for entry in each if entry.tag == Tag.MONTH}

    def away(self, index: int) -> bool:
        """Whether a town or country stands at `index` that headline and lead do not name."""
        match = self.marked.matches[index]
        if match is None or not match.tag & Tag.PLACE:
            return False
        return not any(entry.key in self.main_places for entry in match.entries)

    @cached_property
    def _away_at(self) -> tuple[int, ...]:
        return tuple(filter(self.away, range(len(self.marked.tokens))))

    def away_in(self, span: range) -> tuple[int, ...]:
        """Return the tokens of `span` that are of a place which headline and lead do not name."""
        found = self._away_at
        return found[bisect_left(found, span.start) : bisect_left(found, span.stop)]

    @cached_property
    def afar(self) -> frozenset[int]:
        """The tokens at which a phrase begins of what is done from afar."""
        return self._begun_by(self.marked.lexicon.presence.afar)

    @cached_property
    def unattended(self) -> frozenset[int]:
        """The tokens at which a phrase begins of what nobody need be there for."""
        return self._begun_by(self.marked.lexicon.presence.unattended)

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """The tokens at which a phrase begins that says that somebody did not come."""
        return tuple(sorted(self._begun_by(self.marked.lexicon.presence.missing)))

    def _begun_by(self, phrases: tuple[tuple[str, ...], ...]) -> frozenset[int]:
        """Return where words stand that begin as those of one of `phrases` do."""
        folds, first = self.marked.folds, tuple({phrase[0] for phrase in phrases})
        likely = (at for at, fold in enumerate(folds) if fold.startswith(first))
        return frozenset(at for at in likely if _any_stands(folds[at : at + _LONGEST], phrases))

    def background(self, sentence: Sentence) -> bool:
        """Whether `sentence` tells what was before, or what a body is."""
        return self.marked.passage(sentence) is Passage.BACKGROUND

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
        if of_message(self.marked, first, last):
            return spans
        if tokens[first].word.text in _DASHES and first + 1 < last and not tokens[first + 1].glued:
            spans.append((first, self._dash_ends(first, last)))
        for index in (at for at in range(first, last) if marks[at]):
            text = marks[index]
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


def _any_stands(folds: Sequence[str], phrases: tuple[tuple[str, ...], ...]) -> bool:
    """Whether `folds` begin with words that begin as those of one of `phrases` do."""
    return any(
        len(folds) >= len(phrase) and all(map(str.startswith, folds, phrase)) for phrase in phrases
    )
