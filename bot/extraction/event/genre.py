"""What sort of text an article is, told by its headline and its first sentences.

What a body does, announces or says is news. Who comments on it, explains it, recalls it, counts
what its countries trade or sums up a study of it writes about it, and reports nothing that it does.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.extraction.event.clauses import Clause
from bot.extraction.event.involvement import Setting
from bot.extraction.facts import Genre
from bot.extraction.text.cues import Cue
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence


@dataclass(frozen=True, slots=True)
class Judgement:
    """The genre of an article, and the words that show it; empty for news."""

    genre: Genre
    reason: str = ""


NEWS = Judgement(Genre.NEWS)

_LABEL = 6  # words at most before a headline's colon that say what the text is
_TAIL = 3  # words at most behind a headline's last bar that do
_LEAD = 3  # sentences of the body that count as its beginning
_OPENING = 4  # words at a sentence's beginning within which a study names itself
_COPULA = 4  # words behind a body within which a definition says that it is one
_LONG_AGO = 2  # years from which on what an article tells is history
_FORESIGHT = 2  # years ahead that an article may speak of
_BYLINE = 10  # words at most of a line that names an author
_ENDS = frozenset(".!?…:;,")
_CHRONICLE = 2  # lines that begin with a year and make a text a chronicle
_LINES, _MOST_LINES = 5, 40  # paragraphs of a round-up of the day
_LINE = 2  # sentences that such a paragraph has at most on average
_TELLING = 4  # letters of a stem that two lines on one thing share
_ALONE = 4  # one line in so many may share a word with another
_NAMES = Tag.ORGANIZATION | Tag.PLACE | Tag.DEMONYM
# A hyphen that ties an ending to a number is no dash: 2023-жылдын 13-майында.
_YEAR_LINE = re.compile(
    r"^\s*[•*–—-]?\s*(?:1[0-9]|20)\d\d\b.{0,12}?(?:-(?!\w)|[–—:])", re.MULTILINE
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_MARKS_OF_LABELS = frozenset(":|")
_DASHES = frozenset("–—-")
_OUTSIDE = frozenset({"outsiders"})


def judge(marked: TaggedArticle, clauses: Sequence[Clause], official: frozenset[int]) -> Judgement:
    """Return the genre of the article.

    Args:
        marked: The article.
        clauses: The sentences of its `beginning` with their cues.
        official: Numbers of the sentences in which a TCO acts through its head or an organ.
    """
    headline = [clause for clause in clauses if clause.sentence.paragraph == 0]
    body = [clause for clause in clauses if clause.sentence.paragraph > 0]
    for clause in headline:
        if found := _labelled(clause, official=clause.sentence.number in official):
            return found
        if found := _phrased(clause, frozenset(Genre)):
            return found
    return (
        _kept_as_opinion(marked)
        or (None if _official_act(body, official) else _topic(headline))
        or _unrelated(marked)
        or _study(body)
        or _signed(body)
        or _chronicle(marked, body)
        or _comment([*headline, *body], official)
        or _definition(marked, headline, body)
        or NEWS
    )


def _kept_as_opinion(marked: TaggedArticle) -> Judgement | None:
    """Judge by the address: outlets keep opinions in a place of their own."""
    address = urlsplit(marked.article.url or "")
    parts = {*address.path.lower().split("/"), *re.split(r"[.-]", address.netloc.lower())}
    found = parts & set(marked.lexicon.grammar.genres.addresses)
    return Judgement(Genre.COMMENT, min(found)) if found else None


def _official_act(body: Sequence[Clause], official: frozenset[int]) -> bool:
    """Whether the text begins with something that a head or an organ of a body does."""
    return bool(body) and body[0].sentence.number in official and _happens(body[0])


def _happens(clause: Clause) -> bool:
    held = any(clause.marked.cued(index, "held") for index in clause.tokens)
    return held or "acts" in clause.keys


def _topic(headline: Sequence[Clause]) -> Judgement | None:
    """Judge by a headline of nothing but names, a theme as essays have it: X and the Y (Z)."""
    tags: list[int] = []
    for clause in headline:
        tags += [clause.tag(position) for position in range(len(clause.words))]
    if not any(tag & Tag.CONJUNCTION for tag in tags):
        return None
    bodies = any(tag & Tag.ORGANIZATION for tag in tags)
    named = all(tag & (_NAMES | Tag.CONJUNCTION | Tag.FUNCTION) for tag in tags)
    return Judgement(Genre.COMMENT, " ".join(headline[0].words)) if bodies and named else None


def _unrelated(marked: TaggedArticle) -> Judgement | None:
    """Judge by lines that have no word in common: one news of the day after another."""
    paragraphs = len({sentence.paragraph for sentence in marked.sentences} - {0})
    if not _LINES <= paragraphs <= _MOST_LINES or len(marked.sentences) > _LINE * paragraphs:
        return None
    lines: dict[int, set[str]] = defaultdict(set)
    for sentence in marked.sentences:
        lines[sentence.paragraph] |= {
            token.word.stem
            for token in marked.tokens[sentence.first : sentence.last]
            if len(token.word.stem) >= _TELLING
        }
    body = [words for paragraph, words in lines.items() if paragraph > 0]
    counts = Counter(stem for words in body for stem in words)
    shared = {stem for stem, count in counts.items() if count > 1}
    related = sum(not shared.isdisjoint(words) for words in body)
    told = lines.get(0, set()) & counts.keys()  # a headline that tells of one of the lines
    apart = not told and related * _ALONE <= len(body)
    return Judgement(Genre.ROUNDUP, f"{len(body)} lines") if apart else None


def _signed(body: Sequence[Clause]) -> Judgement | None:
    """Judge by a line above the text that names a scholar or an analyst as its author."""
    if not body or len(body[0].words) > _BYLINE:
        return None
    first = body[0]
    if first.marked.mark(first.sentence.last - 1) in _ENDS:
        return None
    outside = next((cue for cue in first.cues if cue.key == "outsiders"), None)
    return Judgement(Genre.COMMENT, first.text(outside)) if outside is not None else None


def beginning(marked: TaggedArticle) -> list[Sentence]:
    """Return the sentences of the headline and the first ones of the body."""
    headline = [sentence for sentence in marked.sentences[:_LEAD] if sentence.paragraph == 0]
    return marked.sentences[: len(headline) + _LEAD]


def setting(clauses: Sequence[Clause]) -> Setting:
    """Return what the headline and the first sentence of the body speak of."""
    first = [clause for clause in clauses if clause.sentence.paragraph == 0]
    first += [clause for clause in clauses if clause.sentence.paragraph > 0][:1]
    keys = frozenset(key for clause in first for key in clause.keys)
    return Setting(
        bilateral="bilateral" in keys,
        recap="recaps" in keys,
        obituary=any(_of_death(clause, cue) for clause in first for cue in clause.cues),
        counted={"counted", "measured"} <= keys,
    )


def _of_death(clause: Clause, cue: Cue) -> bool:
    """Whether a cue is a word of a death, letter by letter: öldü, and not oldu."""
    if cue.key != "obituaries":
        return False
    listed = clause.marked.lexicon.grammar.genres.obituaries
    beginnings = tuple(phrase.split()[0].removesuffix("*").lower() for phrase in listed)
    return clause.text(cue).lower().startswith(beginnings)


def _labelled(clause: Clause, *, official: bool) -> Judgement | None:
    """Judge by the words before a headline's colon, behind its last bar, or in its brackets."""
    for first, last, longest in _segments(clause):
        cues = [cue for cue in clause.cues if first <= cue.first and cue.last <= last]
        whole = last - first <= longest
        for cue in cues:
            named = cue.key.removeprefix("label:")
            if named != cue.key and (
                cue.last - cue.first == last - first or named == Genre.HISTORY
            ):
                return Judgement(Genre(named), clause.text(cue))
            if whole and cue.key in _OUTSIDE and not official:
                return Judgement(Genre.COMMENT, clause.text(cue))
    return None


def _segments(clause: Clause) -> list[tuple[int, int, int]]:
    """Return (first word, last word, words at most) of the headline's label, tail and brackets."""
    marked, sentence, count = clause.marked, clause.sentence, len(clause.words)
    found: list[tuple[int, int, int]] = []
    for index in range(sentence.first, sentence.last):
        mark, at = marked.mark(index), clause.position(index)
        spaced = not marked.tokens[index].glued
        if mark in _MARKS_OF_LABELS or (mark in _DASHES and spaced):
            found.append((0, at, _LABEL))
            found.append((at, count, _TAIL))
        elif mark == "(":
            found.append((at, count, _TAIL))
    return [(first, last, most) for first, last, most in found if last - first <= most]


def _phrased(clause: Clause, genres: frozenset[Genre]) -> Judgement | None:
    for cue in clause.cues:
        if cue.key in genres and not clause.quoted(clause.tokens[cue.first]):
            return Judgement(Genre(cue.key), clause.text(cue))
    return None


def _study(body: Sequence[Clause]) -> Judgement | None:
    """Judge by how a study begins."""
    for clause in body:
        for cue in clause.cues:
            named = cue.key.removeprefix("label:")
            label = named != cue.key and clause.marked.mark(clause.tokens[cue.last - 1] + 1) in {
                ".",
                ":",
            }
            if named == Genre.ABSTRACT and cue.first < _OPENING and (label or named == cue.key):
                return Judgement(Genre.ABSTRACT, clause.text(cue))
    return None


def _chronicle(marked: TaggedArticle, body: Sequence[Clause]) -> Judgement | None:
    """Judge by years: lines that begin with one, or a text that knows none but old ones."""
    lines = _YEAR_LINE.findall(marked.text[marked.body_at :])
    if len(lines) >= _CHRONICLE:
        return Judgement(Genre.HISTORY, lines[0])
    published = marked.article.published
    if published is None or not body:
        return None
    years = {int(year) for year in _YEAR.findall(marked.text)}
    years = {year for year in years if year <= published.year + _FORESIGHT}
    if len(years) < _CHRONICLE or max(years) > published.year - _LONG_AGO:
        return None
    present = any(match.tag & (Tag.WEEKDAY | Tag.RELATIVE) for match in marked.found)
    first = marked.sentence_text(body[0].sentence)
    found = _YEAR.search(first)
    return Judgement(Genre.HISTORY, found[0]) if found and not present else None


def _comment(clauses: Sequence[Clause], official: frozenset[int]) -> Judgement | None:
    """Judge by somebody from outside who holds an opinion where nothing is reported to be held."""
    for clause in clauses:
        if clause.sentence.number in official or _reports(clause):
            return None
        outside = next((cue for cue in clause.cues if cue.key == "outsiders"), None)
        if outside is not None and "opining" in clause.keys:
            return Judgement(Genre.COMMENT, clause.text(outside))
        if found := _phrased(clause, frozenset({Genre.COMMENT})):
            return found
    return None


def _reports(clause: Clause) -> bool:
    """Whether a sentence tells of a gathering that is held, or of what a body does on a day.

    What those from outside do that day is no act of the body that they speak of.
    """
    tags = [clause.tag(position) for position in range(len(clause.words))]
    dated = _dated(clause)
    if any(tag & Tag.KIND for tag in tags):
        return dated or any(clause.marked.cued(index, "held") for index in clause.tokens)
    acts = "acts" in clause.keys and _OUTSIDE.isdisjoint(clause.keys)
    return dated and acts and any(tag & Tag.ORGANIZATION for tag in tags)


def _definition(
    marked: TaggedArticle, headline: Sequence[Clause], body: Sequence[Clause]
) -> Judgement | None:
    """Judge by a beginning that says what a body is, or a question that no news answers."""
    if not body:
        return None
    first = body[0]
    if _dated(first):
        return None
    asks = headline and marked.mark(headline[-1].sentence.last - 1) == "?"
    if asks and not any(_dated(clause) for clause in body):
        return Judgement(Genre.EXPLAINER, "?")
    subject = next(
        (
            match
            for match in marked.found
            if match.tag & Tag.ORGANIZATION
            and first.position(match.first) <= 1
            and match.first >= first.sentence.first
        ),
        None,
    )
    if subject is None or subject.first >= first.sentence.last:
        return None
    behind = first.position(subject.last)
    copula = next(
        (cue for cue in first.cues if cue.key == "copulas" and _defines(first, cue, behind)),
        None,
    )
    held = any(marked.cued(index, "held") for index in first.tokens)
    if copula is None or held or _verbal(first, subject.last):
        return None
    return Judgement(Genre.EXPLAINER, first.text(copula))


def _defines(clause: Clause, cue: Cue, behind: int) -> bool:
    """Whether a copula stands close behind the body, or at the end where verbs stand there."""
    near = behind <= cue.first <= behind + _COPULA
    final = clause.marked.lexicon.grammar.head == "final"
    return near or (final and cue.last == len(clause.words))


def _dated(clause: Clause) -> bool:
    days = Tag.MONTH | Tag.WEEKDAY | Tag.RELATIVE
    return any(clause.tag(position) & days for position in range(len(clause.words)))


def _verbal(clause: Clause, token: int) -> bool:
    """Whether the word behind a body is a number or a date, as in news."""
    return clause.marked.tokens[min(token, clause.sentence.last - 1)].word.letters == Letters.NUMBER
