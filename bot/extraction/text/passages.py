"""What each sentence of an article is for: told, recalled, quoted, announced, or furniture.

An article reports one thing and speaks of many. Whoever reads facts from it asks where a sentence
stands before believing it:

    passage = article.passage(sentence)      # article: a TaggedArticle
    if passage in EVENT: ...                 # headline, lead, report: what the article reports
    if passage is Passage.SPEECH: ...        # who says it is there; whom and what it speaks of not
    if passage in (Passage.BACKGROUND, Passage.OUTLOOK): ...  # people, days, towns of other events
    if passage is Passage.FURNITURE: ...     # nobody and nothing of it counts

`article.passages` holds them all, in the order of `article.sentences`. A passage is a sentence's:
one clause of a lead may still recall something, which is for those to see who look at clauses. The
cost is linear in the length of the article.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.extraction.text.encounters import meets
from bot.extraction.text.furniture import Line, furniture, lines, noted
from bot.extraction.text.quotations import quoted
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence
from config.text import fold

if TYPE_CHECKING:
    from bot.extraction.text.tagger import TaggedArticle


class Passage(StrEnum):
    """The function of a sentence.

    Attributes:
        HEADLINE: The headline.
        LEAD: The beginning of the body, which says what the article reports.
        REPORT: More of what is reported.
        BACKGROUND: What was before, or what a body is.
        SPEECH: What somebody said, quoted or retold.
        OUTLOOK: What comes next, in an article on what was.
        FURNITURE: The page around the article: bylines, credits, tags, other articles, clocks.
    """

    HEADLINE = "headline"
    LEAD = "lead"
    REPORT = "report"
    BACKGROUND = "background"
    SPEECH = "speech"
    OUTLOOK = "outlook"
    FURNITURE = "furniture"


EVENT = frozenset({Passage.HEADLINE, Passage.LEAD, Passage.REPORT})
"""The passages that tell what the article reports."""

_LEAD = 2  # sentences of the first paragraph that lead
_STAMP = 12  # words of a clock or an outlet's stamp
_OFFICE = 4  # tokens from a modifier to the office that it belongs to
_LABEL = 5  # words of a sentence that may be without a verb
_QUALIFIED = 3  # tokens behind a word such as "last year's" among which its noun stands
_TOLD = 12  # tokens before a verb of saying among which the verb of what is said stands
_FINITE = 2  # tokens at a sentence's end among which its verb stands
_OPENING = 3  # tokens within which the words that open an aside begin
_TITLED = 3  # words of a headline that a remark may take up,
_TELLING = 3  # and letters of the stem of one
_TENSES = frozenset({"future", "past"})
_STAMPING = frozenset(",.(/-–—")


@dataclass(frozen=True, slots=True)
class Parts:
    """The sentences of an article by what they are for.

    Attributes:
        passages: That of each sentence.
        foretells: Whether the beginning says that what is reported is still to be.
        encounter: The number of the sentence that begins the body by saying that somebody meets
            somebody, or None.
    """

    passages: tuple[Passage, ...]
    foretells: bool
    encounter: int | None


def part(article: "TaggedArticle") -> Parts:
    """Return what each sentence of `article` is for."""
    parting = _Parting(article)
    found = tuple(parting.next(sentence) for sentence in article.sentences)
    return Parts(found, parting.foretells, parting.encounter)


class _Parting:
    """Parts the sentences of an article, one after another, by what those before have told."""

    def __init__(self, article: "TaggedArticle") -> None:
        self._article, rows = article, lines(article)
        self._of_page, self._besides = furniture(article, rows), noted(article, rows)
        self._quoted, self._cued = quoted(article, rows), _cues(article)
        self._lead = _first_of_body(rows, self._of_page)
        self._stamped = _stamped(article, rows, self._of_page, self._lead)
        self._headline = _headline_stems(article)
        self._led, self._past, self._gathered = 0, False, False
        self.foretells = False
        self.encounter: int | None = None

    def next(self, sentence: Sentence) -> Passage:
        """Return the passage of the next sentence, and remember what it tells."""
        if self._of_page[sentence.number]:
            return Passage.FURNITURE
        cues = self._cued[sentence.number]
        if sentence.paragraph == 0:
            passage = Passage.HEADLINE
        elif sentence.paragraph in self._besides:
            passage = Passage.BACKGROUND
        elif self._is_aside(sentence, cues):
            passage = Passage.BACKGROUND
            if self._leads_still(sentence) and not self._led:
                self._lead += _ends_paragraph(self._article, sentence)
        else:
            passage = self._in_body(sentence, cues)
        if passage in {Passage.HEADLINE, Passage.LEAD}:
            self._tell(sentence, passage, cues)
        return passage

    def _leads_still(self, sentence: Sentence) -> bool:
        return sentence.paragraph == self._lead

    def _in_body(self, sentence: Sentence, cues: dict[str, int]) -> Passage:
        if sentence.paragraph == self._stamped and self._lead < self._stamped:
            self._lead, self._led = self._stamped, 0
        quoted = self._quoted[sentence.number]
        passage = _in_body(cues, quoted=quoted, foretells=self.foretells)
        still = self._leads_still(sentence) and self._led < _LEAD and not self._past
        if still and _announced(self._article, passage, cues):
            passage, self.foretells = Passage.REPORT, True
        leads = self._leads_still(sentence) and _leads(passage, self._led, quoted=quoted)
        return self._in_lead(sentence) if leads else passage

    def _in_lead(self, sentence: Sentence) -> Passage:
        article = self._article
        tells = not (_stamp(article, sentence) or _label(article, sentence))
        if tells and not self._led and not self._gathered and meets(article, sentence):
            self.encounter = sentence.number
        self._led += tells
        tags = article.tags[sentence.first : sentence.last]
        self._gathered = self._gathered or any(tag & Tag.KIND for tag in tags)
        return Passage.LEAD

    def _tell(self, sentence: Sentence, passage: Passage, cues: dict[str, int]) -> None:
        """Remember whether a sentence of the headline or the lead tells what was or what will be.

        Who is said to meet somebody talks of what will be.
        """
        self._past = self._past or "past" in cues
        ahead = _foretells(self._article, sentence, cues.get("future"))
        ahead = ahead or (passage is Passage.HEADLINE and _announces(self._article, cues))
        self.foretells = (self.foretells or ahead) and self.encounter != sentence.number

    def _is_aside(self, sentence: Sentence, cues: dict[str, int]) -> bool:
        """Whether a sentence opens as one that recalls or adds something, or tells what had been.

        A remark that takes up most of the headline adds to what is reported, and is none.
        """
        if cues.get("openings", math.inf) < sentence.first + _OPENING:
            own = self._headline
            taken = own & _stems(self._article, sentence) if "remarks" in cues else set()
            return len(own) < _TITLED or len(taken) <= len(own) / 2
        return "speech" not in cues and had_been(self._article, sentence)


def _headline_stems(article: "TaggedArticle") -> set[str]:
    """Return the stems of the words of the headline, of which a remark may take up most."""
    first = article.sentences[:1]
    return _stems(article, first[0]) if first and not first[0].paragraph else set()


def _stems(article: "TaggedArticle", sentence: Sentence) -> set[str]:
    words = (token.word for token in article.tokens[sentence.first : sentence.last])
    return {word.stem for word in words if len(word.stem) >= _TELLING}


def _foretells(article: "TaggedArticle", sentence: Sentence, at: int | None) -> bool:
    """Whether a sentence itself says that something will be, the word for it standing at `at`.

    Where verbs end sentences, one further forward only qualifies a noun: yapılacak zirve, the
    summit to be held.
    """
    if article.lexicon.grammar.head == "initial":
        return at is not None
    return foretold(article, sentence)


def _announced(article: "TaggedArticle", passage: Passage, cues: dict[str, int]) -> bool:
    """Whether a sentence of a lead of which nothing has been tells of what will be.

    Only where verbs of the past are known well enough to be missed, and of no next event.
    """
    coming = passage is Passage.OUTLOOK and "future" in cues and "outlook" not in cues
    return coming and article.lexicon.grammar.head == "initial"


def _announces(article: "TaggedArticle", cues: dict[str, int]) -> bool:
    """Whether a headline without a verb says what somebody is to do: Baku to host forum."""
    at = cues.get("future_headlines")
    told = min(cues.get("arrivals", math.inf), cues.get("past", math.inf))
    return at is not None and at < told and not article.cued(at, "past")


def foretold(article: "TaggedArticle", sentence: Sentence) -> bool:
    """Whether the verb that ends a sentence says that something will be."""
    if article.lexicon.grammar.head == "initial":
        return False
    end = _before_saying(article, sentence, _last_word(article, sentence))
    verb = article.tokens[end].word
    ends = verb.letters == Letters.LOWER and verb.fold.endswith(article.lexicon.future_endings)
    last = range(max(sentence.first, end - _FINITE + 1), end + 1)
    if ends or any(article.cued(index, "future") for index in last):
        return True
    told = article.lexicon.told_endings
    says = article.told_within(last, "speech") or article.cued_within(last, "reporting")
    if not told or not says:
        return False
    said = range(max(sentence.first, end - _TOLD), end)
    return any(article.folds[index].endswith(told) for index in said)


def _before_saying(article: "TaggedArticle", sentence: Sentence, end: int) -> int:
    """Return where what is said ends, in a sentence that ends at `end`: өтеді, | деп хабарлады.

    What stands behind another comma is not said: болады деп жоспарланған еді, | алайда келмеді.
    """
    said = range(end, max(sentence.first, end - _TOLD), -1)
    at = next((index for index in said if article.folds[index] in article.lexicon.sayings), None)
    if at is None or any(article.mark(index) == "," for index in range(at, end)):
        return end
    while at > sentence.first + 1 and (
        article.mark(at - 1) or article.tags[at - 1] == Tag.FUNCTION
    ):
        at -= 1
    return at - 1


def _last_word(article: "TaggedArticle", sentence: Sentence) -> int:
    end = sentence.last - 1
    while end > sentence.first and article.mark(end):
        end -= 1
    return end


def had_been(article: "TaggedArticle", sentence: Sentence) -> bool:
    """Whether the verb that ends a sentence says what had been before: düzenlenmişti, өткен еді."""
    end = _last_word(article, sentence)
    verb = article.tokens[end].word
    if verb.letters != Letters.LOWER or not article.lexicon.recalled_endings:
        return False
    before = article.tokens[max(sentence.first, end - 1)].word
    return f"{before.fold} {verb.fold}".endswith(article.lexicon.recalled_endings)


def _leads(passage: Passage, led: int, *, quoted: bool) -> bool:
    """Whether a sentence of the first paragraph, behind `led` that lead, says what is reported.

    The first does whatever it recalls or foretells besides, unless it is all quotation.
    """
    if led == 0:
        return not quoted
    return led < _LEAD and passage is Passage.REPORT


def _stamp(article: "TaggedArticle", sentence: Sentence) -> bool:
    """Whether a sentence is only an outlet's stamp: BAKU, June 19, Caspian Ledger."""
    words = [i for i in range(sentence.first, sentence.last) if not article.mark(i)]
    small = (article.tokens[i].word.letters == Letters.LOWER for i in words)
    return len(words) <= _STAMP and sum(small) <= 1


def _label(article: "TaggedArticle", sentence: Sentence) -> bool:
    """Whether a sentence only names what the next one speaks of: a few words without a verb."""
    words = [i for i in range(sentence.first, sentence.last) if not article.mark(i)]
    return len(words) <= _LABEL and not any(article.tokens[i].word.verbal for i in words)


def _in_body(cues: dict[str, int], *, quoted: bool, foretells: bool) -> Passage:
    """The passage of a sentence behind the lead; what is said of another event is speech."""
    if quoted or "speech" in cues:
        return Passage.SPEECH
    if "recalled" in cues:
        return Passage.BACKGROUND
    if not foretells and "past" not in cues and ("outlook" in cues or "future" in cues):
        return Passage.OUTLOOK
    return Passage.REPORT


def _ends_paragraph(article: "TaggedArticle", sentence: Sentence) -> bool:
    behind = sentence.number + 1
    return (
        behind == len(article.sentences)
        or article.sentences[behind].paragraph != sentence.paragraph
    )


def _first_of_body(rows: list[Line], of_page: list[bool]) -> int:
    """Return the number of the paragraph that leads: the first of prose, or else the first."""
    body = [line for line in rows if line.paragraph and not of_page[line.sentences[0].number]]
    prose = (line for line in body if line.prose)
    leading = next(prose, next(iter(body), None))
    return leading.paragraph if leading is not None else 0


def _stamped(article: "TaggedArticle", rows: list[Line], of_page: list[bool], lead: int) -> int:
    """Return the number of the paragraph that an outlet's stamp begins right behind the lead.

    Then that leads as well, and the one before it only sums it up; 0 where there is none. A stamp
    that stands alone in its paragraph is that of the next one.
    """
    body = [
        line for line in rows if line.paragraph > lead and not of_page[line.sentences[0].number]
    ]
    first = body[0].first if body else 0
    opens = article.matches[first] if body else None
    if opens is None or not opens.tag & Tag.PLACE:
        return 0
    capitals = article.tokens[first].word.letters == Letters.CAPITALS
    if not capitals or article.mark(opens.last) not in _STAMPING:
        return 0
    alone = all(_stamp(article, sentence) for sentence in body[0].sentences)
    return body[1 if alone and len(body) > 1 else 0].paragraph


def _cues(article: "TaggedArticle") -> list[dict[str, int]]:
    """Return the cues of each sentence, with the index of the token where each first stands.

    Of the words of what is to come the last counts, since verbs may end sentences.
    """
    found: list[dict[str, int]] = [{} for _ in article.sentences]
    for index, keys in article.cues.items():
        if article.tags[index] & (Tag.RELATIVE | Tag.WEEKDAY):
            continue  # three days ago is a day, and recalls nothing
        cues = found[article.sentence_of(index).number]
        for key in keys:
            if key != "recalled" or not (_of_office(article, index) or qualifies(article, index)):
                cues.setdefault(key, index)
    for match in article.found:
        if match.tag & Tag.CUE:
            for entry in match.entries:
                if entry.key in _TENSES:
                    found[article.sentence_of(match.first).number][entry.key] = match.last - 1
    return found


def qualifies(article: "TaggedArticle", index: int) -> bool:
    """Whether a word that recalls only qualifies who or what is there: last year's winner.

    Not a gathering, which is another one then: last year's forum.
    """
    endings, last = article.lexicon.attributing, index
    while "recalled" in article.cues.get(last + 1, ()):
        last += 1
    word = article.tokens[last].word
    if not endings or not fold(word.text).endswith(endings):
        return False
    ahead = range(last + 1, min(len(article.tokens), last + 1 + _QUALIFIED))
    return not any(article.tags[at] & Tag.KIND for at in ahead)


def _of_office(article: "TaggedArticle", index: int) -> bool:
    """Whether a word that recalls only says that an office is past: former minister X."""
    ahead = article.tags[index + 1 : index + 1 + _OFFICE]
    return bool(article.tags[index] & Tag.MODIFIER) and any(tag & Tag.ROLE for tag in ahead)
