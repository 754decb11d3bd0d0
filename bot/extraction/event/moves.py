"""The claim of an article that its event is moved: from which day, and to which.

A claim needs a word of moving, or a day that no longer holds beside the day that does ("instead of
the 18th", "planned for the 3rd, will be held on the 17th"), said of what the article reports and
denied by nothing. Deadlines, days off and flights are moved as well, and move no event; what is
said of a year gone by is recalled.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.extraction.event.day_span import Span, Surety
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence, Word
from bot.language import concepts
from config.text import fold

_TOLD = frozenset({Passage.HEADLINE, Passage.LEAD, Passage.REPORT, Passage.SPEECH})
"""Passages that may move what the article reports."""

_PLANNED = _TOLD | {Passage.BACKGROUND}
"""Passages that may say for when it was planned: "earlier it was set for the 23rd"."""

_BESIDE_PLAN = 5
"""Tokens between a day and the word that says it was planned: yapılması planlanan."""

_DENIED_WITHIN = 3
"""Words before a word of moving within which it is denied: has not yet been moved."""

_LED_WITHIN = 8
"""Words from a word of moving on to "from" and the old day."""

_CLAIMING = frozenset({"strong", "weak", "instead", "planned"})
"""Ideas of which no claim of a move is without one."""

_LAST_DAY = 31
_YEAR = 4
_DASHES = frozenset("-–—‑/")


@dataclass(frozen=True, slots=True)
class Move:
    """What an article claims.

    Attributes:
        old: The day that no longer holds, or None where the article does not say it.
        new: The days that hold now.
        sentence: The one that says so.
    """

    old: date | None
    new: Span
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class _Said:
    """The days of a sentence and what its words say of moving.

    Attributes:
        sentence: The sentence.
        spans: Its days in order, those of "from A to B" apart.
        ideas: Index of a token -> the idea that begins there.
    """

    sentence: Sentence
    spans: tuple[Span, ...]
    ideas: tuple[tuple[int, str], ...]

    def at(self, *wanted: str) -> list[int]:
        """Return where any of these ideas begins."""
        return [index for index, idea in self.ideas if idea in wanted]


def moved(marked: TaggedArticle, found: list[Span], published: date | None) -> Move | None:
    """Return what `marked` claims of a move, of the dates `found` in it; None for nothing."""
    if _CLAIMING.isdisjoint(idea for _, idea in concepts.moving().find(marked.folds)):
        return None  # nearly always
    said = [part for part in _parts(marked, found) if not _of_another(marked, part, published)]
    told = [part for part in said if marked.passage(part.sentence) in _TOLD]
    for part in told:
        claim = _in_one_sentence(marked, part)
        if claim is not None:
            return claim
    olds = [(part, span) for part in said if (span := _replaced(marked, part)) is not None]
    return _across_sentences(marked, told, *(olds[0] if olds else (None, None)))


def _parts(marked: TaggedArticle, found: list[Span]) -> Iterator[_Said]:
    dated = defaultdict[int, list[Span]](list)
    for span in found:
        if span.known and span.surety >= Surety.DAY:
            dated[marked.sentence_of(span.first).number].append(span)
    for sentence in marked.sentences:
        if marked.passage(sentence) not in _PLANNED:
            continue
        words = marked.folds[sentence.first : sentence.last]
        ideas = [(sentence.first + at, idea) for at, idea in concepts.moving().find(words)]
        spans: list[Span] = []
        for span in dated[sentence.number]:
            if span.last <= sentence.last:
                spans.extend(_apart(marked, sentence, span))
        yield _Said(sentence, tuple(spans), tuple(ideas))


def _apart(marked: TaggedArticle, sentence: Sentence, span: Span) -> list[Span]:
    """Return the two days of "from the 8th to the 12th of October", or the span as it is."""
    numbers = [index for index in range(span.first, span.last) if _day(marked, index)]
    behind = [index for index in numbers[1:] if not _ranged(marked, span, index)]
    if behind and span.start < span.end:
        new = _on_day(span.end, _day(marked, behind[0]))
        return [
            replace(span, end=span.start, last=behind[0]),
            replace(span, start=min(new, span.end), first=behind[0]),
        ]
    bare = _bare_day(marked, sentence, span)
    if bare is None:
        return [span]
    old = _on_day(span.start, _day(marked, bare))
    return [replace(span, start=old, end=old, first=bare, last=span.first), span]


def _day(marked: TaggedArticle, index: int) -> int | None:
    word = marked.tokens[index].word
    if word.letters != Letters.NUMBER or len(word.text) > len(str(_LAST_DAY)):
        return None
    number = int(word.text)
    return number if 1 <= number <= _LAST_DAY else None


def _on_day(day: date, number: int | None) -> date:
    """Return the day of that number in the month of `day`, or `day` where the month has none."""
    try:
        return day.replace(day=number or day.day)
    except ValueError:
        return day


def _ranged(marked: TaggedArticle, span: Span, index: int) -> bool:
    """Whether the number at `index` ends a stretch of days: 8-9, 8 and 9; or is a day's."""
    before = index - 1
    if marked.tags[before] & Tag.CONJUNCTION:
        return True
    while before > span.first and marked.tags[before] & Tag.MONTH and not _away(marked, before):
        before -= 1
    return marked.mark(before) in _DASHES | {"."} and marked.mark(before) != ""


def _away(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` stands in the case that says from where or from when."""
    endings = marked.lexicon.origin_endings
    return bool(endings) and fold(marked.tokens[index].word.text).endswith(endings)


def _bare_day(marked: TaggedArticle, sentence: Sentence, span: Span) -> int | None:
    """Return the token of the day in "8 на 12 октября": the month is said once, behind."""
    between = range(max(sentence.first + 1, span.first - 4), span.first)
    words = [marked.tokens[i].word.fold for i in between]
    ideas = {between.start + at: idea for at, idea in concepts.moving().find(words)}
    at = span.first - 1
    linked = ideas.get(at) == "to" or _away(marked, at)
    while linked and at > sentence.first:
        at -= 1
        if _day(marked, at):
            dashed = at > sentence.first + 1 and marked.mark(at - 1) in _DASHES
            earlier = at - 2 if dashed and _day(marked, at - 2) else at
            return earlier if earlier >= sentence.first else None
        if not marked.mark(at):
            return None
    return None


def _of_another(marked: TaggedArticle, part: _Said, published: date | None) -> bool:
    """Whether a sentence moves something else, denies it, or speaks of a year gone by."""
    if part.at("others"):
        return True
    if published is None:
        return False
    words = (marked.tokens[i].word for i in range(part.sentence.first, part.sentence.last))
    years = [int(word.text) for word in words if _is_year(word)]
    return any(year < published.year for year in years)


def _is_year(word: Word) -> bool:
    return word.letters == Letters.NUMBER and len(word.text) == _YEAR


def _movers(part: _Said, *kinds: str) -> list[int]:
    """Return where a sentence says that something moves, and does not deny it."""
    denials = part.at("denials")
    return [at for at in part.at(*kinds) if not _denied(at, denials)]


def _denied(at: int, denials: list[int]) -> bool:
    return any(0 < at - denial <= _DENIED_WITHIN for denial in denials)


def _in_one_sentence(marked: TaggedArticle, part: _Said) -> Move | None:
    old = _replaced(marked, part)
    for before, after in zip(part.spans, part.spans[1:], strict=False):
        if old is None and _from_to(marked, part, before, after):
            return _claim(part, before, after)
    if old is None:
        return None
    for new in part.spans:
        if new.first == old.first or _overlap(old, new):
            continue
        instead = _instead(marked, part, old)
        if instead or _movers(part, "strong", "weak") or _stands(marked, part, old, new):
            return _claim(part, old, new)
    return None


def _claim(part: _Said, old: Span, new: Span) -> Move:
    return Move(old.start, new, part.sentence)


def _overlap(one: Span, two: Span) -> bool:
    return one.start <= two.end and two.start <= one.end


def _final(marked: TaggedArticle) -> bool:
    return marked.lexicon.grammar.head == "final"


def _from_to(marked: TaggedArticle, part: _Said, old: Span, new: Span) -> bool:
    """Whether a word of moving takes one day to the other: "from A to B"."""
    if _overlap(old, new):
        return False
    if _final(marked):
        from_old = _away(marked, new.first - 1) or _away(marked, old.last - 1)
        behind = [at for at in _movers(part, "strong", "weak") if at >= new.last - 1]
        lasts = any(new.first <= at < new.last + 2 for at in part.at("until"))
        return from_old and bool(behind) and not lasts
    if _movers(part, "strong"):
        return _led(part, old, "from") or _led(part, new, "to")
    ahead = [at for at in _movers(part, "weak") if 0 < old.first - at <= _LED_WITHIN]
    return bool(ahead) and _led(part, old, "from") and _led(part, new, "to")


def _led(part: _Said, span: Span, idea: str) -> bool:
    """Whether the word right before a day is one of `idea`."""
    return any(at in {span.first - 1, span.first - 2} for at in part.at(idea))


def _replaced(marked: TaggedArticle, part: _Said) -> Span | None:
    """Return the day of a sentence that no longer holds, or None."""
    for span in part.spans:
        if _instead(marked, part, span) or _planned(marked, part, span):
            return span
    return None


def _instead(marked: TaggedArticle, part: _Said, span: Span) -> bool:
    """Whether "instead of" touches a day: before it, or behind where heads stand last."""
    if _final(marked):
        return any(at in {span.last, span.last - 1} for at in part.at("instead"))
    return any(1 <= span.first - at <= 3 for at in part.at("instead"))


def _planned(marked: TaggedArticle, part: _Said, span: Span) -> bool:
    near = range(span.first - _BESIDE_PLAN, span.first)
    if _final(marked):
        near = range(span.last - 1, span.last + _BESIDE_PLAN)
    return any(not _parted(marked, span, at) for at in part.at("planned") if at in near)


def _parted(marked: TaggedArticle, span: Span, at: int) -> bool:
    """Whether a comma stands between a day and the word at `at`."""
    between = range(min(at, span.last), max(at, span.first))
    return any(marked.mark(index) == "," for index in between)


def _stands(marked: TaggedArticle, part: _Said, old: Span, new: Span) -> bool:
    """Whether the clause that names a day planned goes on to say when the event is held."""
    if new.first < old.last:
        return False
    between = range(old.last, new.first)
    commas = [i for i in between if marked.mark(i) in {",", ";"}]
    closes = [i for i in commas if i == old.last and not _final(marked)]
    if len(commas) > len(closes):
        return False
    if any(marked.tags[i] & Tag.CONJUNCTION for i in between):
        return False
    verbs = range(new.last, part.sentence.last) if _final(marked) else between
    return any(marked.cued(i, "held") or marked.cued(i, "future") for i in verbs)


def _across_sentences(
    marked: TaggedArticle, told: list[_Said], where: _Said | None, old: Span | None
) -> Move | None:
    """Return a move that one sentence tells, while the old day stands in another, `where`."""
    strong = any(_movers(part, "strong") for part in told)
    for part in told:
        for span in part.spans:
            if old is not None and (span.first == old.first or _overlap(old, span)):
                continue
            moves = bool(_movers(part, "strong", "weak")) and _reaches(marked, part, span)
            if moves and (strong or old is not None or _moved_to(part, span)):
                return Move(old.start if old else None, span, part.sentence)
            before = where is not None and part.sentence.number <= where.sentence.number
            if old is not None and strong and before:
                return _claim(part, old, span)
    return None


def _moved_to(part: _Said, span: Span) -> bool:
    """Whether a day stands right behind "moved to"."""
    return _led(part, span, "to") and any(
        span.first - at == len(("moved", "to")) for at in _movers(part, "weak")
    )


def _reaches(marked: TaggedArticle, part: _Said, span: Span) -> bool:
    """Whether a word of moving leads to a day: "to" before it, or the verb right behind it."""
    if _final(marked):
        return any(0 <= at - (span.last - 1) <= 2 for at in _movers(part, "strong", "weak"))
    return _led(part, span, "to") or any(
        0 < span.first - at <= _BESIDE_PLAN for at in _movers(part, "strong")
    )
