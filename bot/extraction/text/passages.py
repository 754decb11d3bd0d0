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
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.extraction.text.encounters import meets
from bot.extraction.text.furniture import Line, furniture, lines, noted
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
_QUOTED = 0.5  # share of a sentence's words in quotation marks that makes it speech
_QUOTES = {"“": 1, "«": 1, "„": 1, "”": -1, "»": -1}
_OPENERS = frozenset('“«„"')
_QUOTE = re.compile('[“”«»„"]')
_TENSES = frozenset({"future", "past"})
_DASHES = frozenset("-–—")


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
    rows = lines(article)
    of_page, besides = furniture(article, rows), noted(article, rows)
    quoted = _quoted(article, rows)
    cued = _cues(article)
    lead = _first_of_body(rows, of_page)
    led, foretells, past = 0, False, False
    encounter: int | None = None
    found: list[Passage] = []
    for sentence in article.sentences:
        if of_page[sentence.number]:
            found.append(Passage.FURNITURE)
            continue
        cues = cued[sentence.number]
        if sentence.paragraph == 0:
            passage = Passage.HEADLINE
        elif sentence.paragraph in besides:
            passage = Passage.BACKGROUND
        elif cues.get("openings", math.inf) < sentence.first + _OPENING or (
            "speech" not in cues and had_been(article, sentence)
        ):
            passage = Passage.BACKGROUND
            if sentence.paragraph == lead and not led and _ends_paragraph(article, sentence):
                lead += 1
        else:
            passage = _in_body(cues, quoted=quoted[sentence.number], foretells=foretells)
            still = sentence.paragraph == lead and led < _LEAD and not past
            if still and _announced(article, passage, cues):
                passage, foretells = Passage.REPORT, True
            if sentence.paragraph == lead and _leads(passage, led, quoted=quoted[sentence.number]):
                passage = Passage.LEAD
                tells = not (_stamp(article, sentence) or _label(article, sentence))
                if tells and not led and meets(article, sentence):
                    encounter = sentence.number
                led += tells
        if passage in {Passage.HEADLINE, Passage.LEAD}:
            past = past or "past" in cues
            foretells = foretells or _foretells(article, sentence, cues.get("future"))
            foretells = foretells or (passage is Passage.HEADLINE and _announces(article, cues))
            foretells = foretells and encounter != sentence.number
        found.append(passage)
    return Parts(tuple(found), foretells, encounter)


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
    """Return where what is said ends, in a sentence that ends at `end`: өтеді, | деп хабарлады."""
    said = range(end, max(sentence.first, end - _TOLD), -1)
    at = next((index for index in said if article.folds[index] in article.lexicon.sayings), None)
    if at is None:
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


def _quoted(article: "TaggedArticle", rows: list[Line]) -> list[bool]:
    """For each sentence, whether it is a quotation: opened by its marks or by a dialogue's dash.

    A quotation may run on through a paragraph. A title in quotation marks is none, however long.
    """
    found: list[bool] = []
    for line in rows:
        depth, spoken = 0, _dialogue(article, line)
        marked = _QUOTE.search(article.slice(line.first, line.last)) is not None
        for sentence in line.sentences:
            if not marked:
                found.append(spoken)
                continue
            opened = depth > 0 or article.mark(sentence.first) in _OPENERS
            depth, inside, words = _count_quoted(article, sentence, depth)
            found.append(spoken or (opened and inside > words * _QUOTED))
    return found


def _count_quoted(article: "TaggedArticle", sentence: Sentence, depth: int) -> tuple[int, int, int]:
    """Return how deep in quotations a sentence ends, its words in them, and all its words."""
    inside = words = 0
    for token in article.tokens[sentence.first : sentence.last]:
        if token.word.letters != Letters.MARK:
            words += 1
            inside += depth > 0
        elif token.word.text == '"':
            depth = 0 if depth else 1
        else:
            depth = max(0, depth + _QUOTES.get(token.word.text, 0))
    return depth, inside, words


def _dialogue(article: "TaggedArticle", line: Line) -> bool:
    """Whether a line is speech set with dashes: — This is ours, — says the rector."""
    return article.mark(line.first) in _DASHES and any(
        article.mark(i) in _DASHES and article.mark(i - 1) in {",", "!", "?"}
        for i in range(line.first + 2, line.last)
    )
