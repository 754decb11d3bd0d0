"""The furniture of a page: bylines, credits, tags, other articles, clocks, navigation.

Pages are made of lines. A line that ends as sentences do is prose; what stands around the prose and
is short, labelled or dated is the page's own. Long lines are looked at only where they begin.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence

if TYPE_CHECKING:
    from bot.extraction.text.tagger import TaggedArticle

_SHORT = 8  # words of a line that may be of the page
_LABELLED = 16  # words of such a line behind a colon
_BYLINE = 4  # words of a name alone on a line
_SIGNED = 8  # words of names that sign an article with their agency's
_STAMP = 12  # words of a clock
_MENU = 3  # words of an item of navigation
_LONGEST = 60  # tokens of a line that may be of the page
_PROSE = 2  # lines of prose behind which a line without a full stop may be another headline
_LAST = 2  # lines at the end of a page that hold bylines and sources
_ENDS = frozenset(".!?")  # of prose; what ends in dots is cut and leads to its article
_CLOSERS = frozenset('”»")’')
_LABELS = frozenset(":-–—/…")
_CRUMBS = frozenset("|»›>→•·")


@dataclass(eq=False)
class Line:
    """A paragraph of the text.

    Attributes:
        article: The article.
        sentences: Its sentences.
    """

    article: "TaggedArticle"
    sentences: list[Sentence]

    @property
    def first(self) -> int:
        """Index of its first token."""
        return self.sentences[0].first

    @property
    def last(self) -> int:
        """Index behind its last token."""
        return self.sentences[-1].last

    @property
    def paragraph(self) -> int:
        """0 for the headline."""
        return self.sentences[0].paragraph

    @cached_property
    def words(self) -> int:
        """How many words it has, marks apart; only counted where it may be of the page."""
        if self.last - self.first > _LONGEST:
            return _LONGEST
        return self.article.marks[self.first : self.last].count("")

    @cached_property
    def prose(self) -> bool:
        """Whether it is closed as sentences are, and long enough for one."""
        end = self.last - 1
        while end > self.first and self.article.mark(end) in _CLOSERS:
            end -= 1
        return self.article.mark(end) in _ENDS and self.words > _MENU


def lines(article: "TaggedArticle") -> list[Line]:
    """Return the paragraphs of `article`, the headline's first."""
    found: list[Line] = []
    for sentence in article.sentences:
        if found and found[-1].paragraph == sentence.paragraph:
            found[-1].sentences.append(sentence)
        else:
            found.append(Line(article, [sentence]))
    return found


def furniture(article: "TaggedArticle", rows: list[Line]) -> list[bool]:
    """Return for each sentence of `article`, whose lines are `rows`, whether it is furniture."""
    found = [False] * len(article.sentences)
    first = next((number for number, line in enumerate(rows) if line.prose), 0)
    led_away = False
    for number, line in enumerate(rows):
        if line.paragraph == 0:
            continue
        led_away = (led_away and not line.prose) or _opens(article, line.sentences[0], "related")
        edge = number < first or number >= len(rows) - _LAST
        behind = first < number and rows[number - 1].prose
        closes = number == len(rows) - 1 and number - first >= _PROSE
        led_to = closes or (number < len(rows) - 1 and rows[number + 1].prose)
        teaser = behind and led_to and _teaser(article, line)
        if led_away or teaser or _of_page(article, line, edge=edge):
            for sentence in line.sentences:
                found[sentence.number] = True
        else:
            _mark_tail(article, line, found)
    _mark_menu(rows[:first], found)
    return found


def noted(article: "TaggedArticle", rows: list[Line]) -> frozenset[int]:
    """Return the numbers of the paragraphs below a heading such as "TÜRKSOY hakkında"."""
    found, told, below = set[int](), False, False
    for line in rows:
        if line.paragraph == 0:
            continue
        if line.prose:
            told = True
            found |= {line.paragraph} if below else set()
        elif line.words <= _SHORT:
            below = told and _notes(article, line)
    return frozenset(found)


def _notes(article: "TaggedArticle", line: Line) -> bool:
    """Whether a heading says that what is below tells of a body: About the OTS."""
    if article.lexicon.grammar.head == "initial":
        return _opener(article, line.sentences[0], "notes") > 0
    words = tuple(article.folds[i] for i in range(line.first, line.last) if not article.mark(i))
    known = (phrase for some in article.lexicon.openers["notes"].values() for phrase in some)
    return any(words[-len(phrase) :] == phrase for phrase in known)


def _teaser(article: "TaggedArticle", line: Line) -> bool:
    """Whether a line among or behind paragraphs may be another article's headline or a subhead."""
    if line.prose or line.words > _LABELLED:
        return False
    if article.mark(line.last - 1) or article.mark(line.first):
        return False
    return not any(article.tags[i] & (Tag.ROLE | Tag.TITLE) for i in range(line.first, line.last))


def _of_page(article: "TaggedArticle", line: Line, *, edge: bool) -> bool:
    """Whether a line is a credit, a share bar, tags, a clock, a path of navigation or a byline."""
    if line.words > _LABELLED:
        return False
    first, last, opening = line.first, line.last, line.sentences[0]
    if _opens(article, opening, "credits") or _opens(article, opening, "edges"):
        return True
    if edge and (_clock(article, first, last) or _signed(article, line)):
        return True
    if line.prose:
        return False
    if line.words <= _SHORT and (_opener(article, opening, "edges") or article.mark(first) == "#"):
        return True
    if sum(article.tokens[i].word.text in _CRUMBS for i in range(first, last)) > 1:
        return True
    return edge and (
        _repeats(article, line)
        or (line.words <= _SHORT and _credits(article, first, last))
        or (line.words <= _BYLINE and _byline(article, first, last))
        or _masthead(article, first, last)
    )


def _opener(article: "TaggedArticle", sentence: Sentence, key: str) -> int:
    """Return the index behind the words of `key` that open a sentence, or 0."""
    start = sentence.first
    while start < sentence.last and article.mark(start):
        if article.tokens[start].word.fold in article.lexicon.openers[key]:
            break
        start += 1
    if start == sentence.last:
        return 0
    for words in article.lexicon.openers[key].get(article.tokens[start].word.fold, ()):
        end = start + len(words)
        if end <= sentence.last and all(
            article.tokens[start + at].word.fold == word for at, word in enumerate(words)
        ):
            return end
    return 0


def _opens(article: "TaggedArticle", sentence: Sentence, key: str) -> bool:
    """Whether words of `key` open a sentence and label it: alone, or with a colon behind."""
    end = _opener(article, sentence, key)
    return end > 0 and (
        end == sentence.last or (article.mark(end) in _LABELS and article.mark(end) != "")
    )


def _credits(article: "TaggedArticle", first: int, last: int) -> bool:
    """Whether a line has a word for a credit at one of its ends."""
    openers = article.lexicon.openers["credits"]
    return any(
        (article.tokens[i].word.fold,) in openers.get(article.tokens[i].word.fold, ())
        for i in (first, last - 1)
    )


def _repeats(article: "TaggedArticle", line: Line) -> bool:
    """Whether a line is the headline once more, as pages set it above their text."""
    headline = article.text[: max(0, article.body_at - 1)]
    return bool(headline) and article.slice(line.first, line.last) == headline.rstrip()


def _masthead(article: "TaggedArticle", first: int, last: int) -> bool:
    """Whether a line is an organisation's name alone, as its site writes it above a page."""
    match = article.matches[first]
    return match is not None and match.last == last and bool(match.tag & Tag.ORGANIZATION)


def _clock(article: "TaggedArticle", first: int, last: int) -> bool:
    """Whether a line holds a day or an hour and hardly a word of its own."""
    words = [i for i in range(first, last) if not article.mark(i)]
    numbers = sum(article.tokens[i].word.letters == Letters.NUMBER for i in words)
    small = sum(
        article.tokens[i].word.letters == Letters.LOWER
        and not article.tags[i] & (Tag.MONTH | Tag.WEEKDAY)
        and not article.year(i)
        for i in words
    )
    if not numbers or small > 1 or len(words) > _STAMP or _tells(article, words[-1], last):
        return False
    return _dated(article, first, last)


def _tells(article: "TaggedArticle", end: int, last: int) -> bool:
    """Whether a line ends with a verb and a full stop, however few its words are."""
    word = article.tokens[end].word
    verb = word.verbal or bool(article.tags[end] & Tag.KIND)
    return word.letters == Letters.LOWER and verb and article.mark(last - 1) == "."


def _dated(article: "TaggedArticle", first: int, last: int) -> bool:
    return any(
        article.tags[i] & (Tag.MONTH | Tag.WEEKDAY)
        or (article.mark(i) in {":", ".", "/"} and article.tokens[i].glued)
        for i in range(first, last)
    )


def _byline(article: "TaggedArticle", first: int, last: int) -> bool:
    """Whether a line holds capitalised words alone, and none of an office, a body or an event."""
    return _byline_words(article, range(first, last))


def _byline_words(article: "TaggedArticle", words: Iterable[int]) -> bool:
    telling = Tag.ROLE | Tag.TITLE | Tag.BODY | Tag.KIND | Tag.ORGANIZATION
    return all(
        article.tokens[i].word.letters in {Letters.CAPITAL, Letters.CAPITALS}
        and not article.tags[i] & telling
        for i in words
    )


def _signed(article: "TaggedArticle", line: Line) -> bool:
    """Whether a line holds names and, behind a comma, the short name of an agency: A B, ЎзА."""
    first, end = line.first, line.last - 1
    while end > first and article.mark(end):
        end -= 1
    if line.words > _SIGNED or end - 1 <= first or article.mark(end - 1) != ",":
        return False
    agency = article.tokens[end].word.text
    short = len(agency) > 1 and agency[0].isupper() and agency[-1].isupper()
    words = range(first, end)
    return short and _byline_words(article, (at for at in words if not article.mark(at)))


def _mark_tail(article: "TaggedArticle", line: Line, found: list[bool]) -> None:
    """Mark what stands behind "read also:" or "photo:" within a line of prose."""
    marked = False
    for sentence in line.sentences[1:]:
        marked = marked or any(_opens(article, sentence, key) for key in ("related", "credits"))
        found[sentence.number] = found[sentence.number] or marked


def _mark_menu(rows: list[Line], found: list[bool]) -> None:
    """Mark the items of a menu, the short lines in a row before the first line of prose."""
    short = [line for line in rows if line.paragraph and not line.prose and line.words <= _MENU]
    if len(short) >= _MENU:
        for line in short:
            for sentence in line.sentences:
                found[sentence.number] = True
