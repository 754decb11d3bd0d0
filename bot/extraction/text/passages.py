"""What each sentence of an article is for: told, recalled, quoted, announced, or furniture of its page.

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
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.extraction.text.lexicon import Tag
from bot.extraction.text.tokenizer import Letters, Sentence

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
_SHORT = 8  # words of a line that may be of the page
_LABELLED = 16  # words of such a line behind a colon
_BYLINE = 4  # words of a name alone on a line
_STAMP = 12  # words of a clock or an outlet's stamp
_MENU = 3  # words of an item of navigation
_FINITE = 2  # tokens at a sentence's end among which its verb stands
_OPENING = 3  # tokens within which the words that open an aside begin
_QUOTED = 0.5  # share of a sentence's words in quotation marks that makes it speech
_ENDS = frozenset(".!?")  # of prose; what ends in dots is cut and leads to its article
_QUOTES = {"“": 1, "«": 1, "„": 1, "”": -1, "»": -1}
_OPENERS = frozenset('“«„"')
_DASHES = frozenset("-–—")
_CRUMBS = frozenset("|»›>→•·")


def part(article: "TaggedArticle") -> tuple[tuple[Passage, ...], bool]:
    """Return the passage of each sentence of `article`, and whether its beginning foretells."""
    furniture = _furniture(article)
    quoted = _quoted(article)
    lead = _first_of_body(article, furniture)
    led, foretells = 0, False
    found: list[Passage] = []
    for sentence in article.sentences:
        if furniture[sentence.number]:
            found.append(Passage.FURNITURE)
            continue
        cues = _cues(article, sentence)
        if sentence.paragraph == 0:
            passage = Passage.HEADLINE
        elif cues.get("openings", math.inf) < sentence.first + _OPENING or (
            "speech" not in cues and _had_been(article, sentence)
        ):
            passage = Passage.BACKGROUND
            if sentence.paragraph == lead and not led and _ends_paragraph(article, sentence):
                lead += 1
        else:
            passage = _in_body(cues, quoted=quoted[sentence.number], foretells=foretells)
            if sentence.paragraph == lead and _leads(passage, led, quoted=quoted[sentence.number]):
                passage = Passage.LEAD
                led += not _stamp(article, sentence)
        if passage in {Passage.HEADLINE, Passage.LEAD}:
            foretells = foretells or _foretells(article, sentence, cues.get("future"))
        found.append(passage)
    return tuple(found), foretells


def _foretells(article: "TaggedArticle", sentence: Sentence, at: int | None) -> bool:
    """Whether a sentence itself says that something will be, the word for it standing at `at`.

    Where verbs end sentences, one further forward only qualifies a noun: yapılacak zirve, the
    summit to be held.
    """
    if article.lexicon.grammar.head == "initial":
        return at is not None
    end = _last_word(article, sentence)
    verb = article.tokens[end].word
    ends = verb.letters == Letters.LOWER and verb.fold.endswith(
        article.lexicon.future_endings or ("\0",)
    )
    return ends or (at is not None and at > end - _FINITE)


def _last_word(article: "TaggedArticle", sentence: Sentence) -> int:
    end = sentence.last - 1
    while end > sentence.first and article.mark(end):
        end -= 1
    return end


def _had_been(article: "TaggedArticle", sentence: Sentence) -> bool:
    """Whether the verb that ends a sentence says what had been before: düzenlenmişti, өткен еді."""
    end = _last_word(article, sentence)
    verb = article.tokens[end].word
    if verb.letters != Letters.LOWER or not article.lexicon.recalled_endings:
        return False
    before = article.tokens[max(sentence.first, end - 1)].word
    return f"{before.fold} {verb.fold}".endswith(article.lexicon.recalled_endings)


def _leads(passage: Passage, led: int, *, quoted: bool) -> bool:
    """Whether a sentence of the first paragraph, of which `led` have led already, says what is reported.

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


def _first_of_body(article: "TaggedArticle", furniture: list[bool]) -> int:
    """Return the number of the paragraph that leads: the first of prose, or the first where none is."""
    first = 0
    for line in _lines(article):
        if line[0].paragraph and not furniture[line[0].number]:
            first = first or line[0].paragraph
            if _is_prose(article, line[0].first, line[-1].last):
                return line[0].paragraph
    return first


def _in_body(cues: dict[str, int], *, quoted: bool, foretells: bool) -> Passage:
    """The passage of a sentence behind the lead; what is said of the past or of what comes is speech."""
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


def _cues(article: "TaggedArticle", sentence: Sentence) -> dict[str, int]:
    """Return the cues of a sentence, each with the index of the token where it first stands."""
    found: dict[str, int] = {}
    for index in range(sentence.first, sentence.last):
        for key in article.cues.get(index, ()):
            found.setdefault(key, index)
        if article.tags[index] & Tag.CUE:
            for key in ("future", "past"):
                if article.cued(index, key):
                    found[key] = index
    return found


def _quoted(article: "TaggedArticle") -> list[bool]:
    """For each sentence, whether it is a quotation: opened by quotation marks or the dash of a dialogue.

    A quotation may run on through a paragraph. A title in quotation marks is none, however long.
    """
    found: list[bool] = []
    for line in _lines(article):
        depth, spoken = 0, _dialogue(article, line)
        for sentence in line:
            opened = depth > 0 or article.mark(sentence.first) in _OPENERS
            inside = words = 0
            for index in range(sentence.first, sentence.last):
                mark = article.mark(index)
                if mark == '"':
                    depth = 0 if depth else 1
                elif mark:
                    depth = max(0, depth + _QUOTES.get(mark, 0))
                else:
                    words += 1
                    inside += depth > 0
            found.append(spoken or (opened and inside > words * _QUOTED))
    return found


def _dialogue(article: "TaggedArticle", line: list[Sentence]) -> bool:
    """Whether a line is speech set with dashes: — This is ours, — says the rector."""
    first, last = line[0].first, line[-1].last
    return article.mark(first) in _DASHES and any(
        article.mark(i) in _DASHES and article.mark(i - 1) in {",", "!", "?"}
        for i in range(first + 2, last)
    )


def _furniture(article: "TaggedArticle") -> list[bool]:
    """For each sentence, whether it is furniture; judged by lines, since pages are made of lines."""
    found = [False] * len(article.sentences)
    lines = _lines(article)
    prose = [_is_prose(article, line[0].first, line[-1].last) for line in lines]
    first = prose.index(True) if True in prose else 0
    led_away = False
    for number, line in enumerate(lines):
        if line[0].paragraph == 0:
            continue
        led_away = (led_away and not prose[number]) or _opens(article, line[0], "related")
        edge = number < first or number >= len(lines) - 2
        alone = first < number < len(lines) - 1 and prose[number - 1] and prose[number + 1]
        if (
            led_away
            or _of_page(article, line, edge=edge)
            or (alone and not prose[number] and _teaser(article, line))
        ):
            for sentence in line:
                found[sentence.number] = True
            continue
        _mark_tail(article, line, found)
    _mark_menu(lines, prose, first, article, found)
    return found


def _teaser(article: "TaggedArticle", line: list[Sentence]) -> bool:
    """Whether a line set among paragraphs may be another article's headline or a subhead."""
    first, last = line[0].first, line[-1].last
    if article.mark(last - 1) or article.mark(first) or _words(article, first, last) > _LABELLED:
        return False
    return not any(article.tags[i] & (Tag.ROLE | Tag.TITLE) for i in range(first, last))


def _lines(article: "TaggedArticle") -> list[list[Sentence]]:
    lines: list[list[Sentence]] = []
    for sentence in article.sentences:
        if lines and lines[-1][0].paragraph == sentence.paragraph:
            lines[-1].append(sentence)
        else:
            lines.append([sentence])
    return lines


def _words(article: "TaggedArticle", first: int, last: int) -> int:
    return sum(article.tokens[i].word.letters != Letters.MARK for i in range(first, last))


def _is_prose(article: "TaggedArticle", first: int, last: int) -> bool:
    """Whether a line is closed as sentences are and long enough for one."""
    end = last - 1
    while end > first and article.mark(end) in {"”", "»", '"', ")", "’"}:
        end -= 1
    return article.mark(end) in _ENDS and _words(article, first, last) > _MENU


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
    """Whether words of `key` open a sentence and label it: alone, or with a colon or a dash behind."""
    end = _opener(article, sentence, key)
    return end > 0 and (end == sentence.last or article.mark(end) in {":", "-", "–", "—", "/", "…"})


def _of_page(article: "TaggedArticle", line: list[Sentence], *, edge: bool) -> bool:
    """Whether a line is a credit, a share bar, tags, a clock, a path of navigation or a byline."""
    first, last = line[0].first, line[-1].last
    words = _words(article, first, last)
    for key in ("credits", "edges"):
        if words <= _LABELLED and _opens(article, line[0], key):
            return True
    if edge and _clock(article, first, last):
        return True
    if _is_prose(article, first, last):
        return False
    if words <= _SHORT and (_opener(article, line[0], "edges") or article.mark(first) == "#"):
        return True
    if edge and words <= _SHORT and _credits(article, first, last):
        return True
    if sum(article.mark(i) in _CRUMBS and article.mark(i) != "" for i in range(first, last)) > 1:
        return True
    return edge and (
        _repeats(article, line)
        or (words <= _BYLINE and _byline(article, first, last))
        or _masthead(article, first, last)
    )


def _credits(article: "TaggedArticle", first: int, last: int) -> bool:
    """Whether a line has a word for a credit at one of its ends."""
    openers = article.lexicon.openers["credits"]
    return any(
        (article.tokens[i].word.fold,) in openers.get(article.tokens[i].word.fold, ())
        for i in (first, last - 1)
    )


def _repeats(article: "TaggedArticle", line: list[Sentence]) -> bool:
    """Whether a line is the headline once more, as pages set it above their text."""
    headline = article.text[: max(0, article.body_at - 1)]
    return bool(headline) and article.slice(line[0].first, line[-1].last) == headline.rstrip()


def _masthead(article: "TaggedArticle", first: int, last: int) -> bool:
    """Whether a line is an organisation's name and nothing else, as the site writes it above a page."""
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
    return bool(numbers) and small <= 1 and len(words) <= _STAMP and _dated(article, first, last)


def _dated(article: "TaggedArticle", first: int, last: int) -> bool:
    return any(
        article.tags[i] & (Tag.MONTH | Tag.WEEKDAY)
        or (article.mark(i) in {":", ".", "/"} and article.tokens[i].glued)
        for i in range(first, last)
    )


def _byline(article: "TaggedArticle", first: int, last: int) -> bool:
    """Whether a line holds capitalised words alone, and none of an office, a body or an event."""
    telling = Tag.ROLE | Tag.TITLE | Tag.BODY | Tag.KIND | Tag.ORGANIZATION
    return all(
        article.tokens[i].word.letters in {Letters.CAPITAL, Letters.CAPITALS}
        and not article.tags[i] & telling
        for i in range(first, last)
    )


def _mark_tail(article: "TaggedArticle", line: list[Sentence], found: list[bool]) -> None:
    """Mark what stands behind "read also:" or "photo:" within a line of prose."""
    marked = False
    for sentence in line[1:]:
        marked = marked or any(_opens(article, sentence, key) for key in ("related", "credits"))
        found[sentence.number] = found[sentence.number] or marked


def _mark_menu(
    lines: list[list[Sentence]],
    prose: list[bool],
    first: int,
    article: "TaggedArticle",
    found: list[bool],
) -> None:
    """Mark the items of a menu, the short lines in a row before the first line of prose."""
    short = [
        number
        for number in range(first)
        if lines[number][0].paragraph
        and not prose[number]
        and _words(article, lines[number][0].first, lines[number][-1].last) <= _MENU
    ]
    if len(short) >= _MENU:
        for number in short:
            for sentence in lines[number]:
                found[sentence.number] = True
