"""Where people come from, when a text says no more of them: "A and B from Kazakhstan", "Kazakistan'dan A ve B", "A (Kazakhstan)"."""

from collections.abc import Sequence

from bot.events.lexicon import Tag
from bot.events.marks import Marked
from bot.events.names import Run
from config.text import fold


def origins(marked: Marked, runs: Sequence[Run]) -> dict[int, str]:
    """Return, for the runs of one sentence, index of the run -> the country or town that the people named come from."""
    found: dict[int, str] = {}
    for index, run in enumerate(runs):
        place = _behind(marked, run)
        if place is not None:
            found[index] = place
            _spread(marked, runs, found, index, -1)
        place = _before(marked, run)
        if place is not None:
            found[index] = place
            _spread(marked, runs, found, index, 1)
    return found


def _spread(marked: Marked, runs: Sequence[Run], found: dict[int, str], index: int, step: int) -> None:
    """Give the place of one name to its neighbours in the same list."""
    at = index + step
    while 0 <= at < len(runs) and at not in found and _listed(marked, runs[min(at, at - step)], runs[max(at, at - step)]):
        found[at] = found[index]
        at += step


def _listed(marked: Marked, left: Run, right: Run) -> bool:
    between = range(left.last, right.first)
    return 1 <= len(between) <= 2 and all(marked.mark(i) == "," or marked.tags[i] & Tag.CONJUNCTION for i in between)


def _behind(marked: Marked, run: Run) -> str | None:
    at = run.last
    if at + 1 >= len(marked.tokens):
        return None
    if marked.mark(at) == "(":
        match = marked.matches[at + 1]
        return _place(marked, at + 1) if match is not None and marked.mark(match.last) == ")" else None
    return _place(marked, at + 1) if marked.tokens[at].word.fold in marked.lexicon.origin_words else None


def _before(marked: Marked, run: Run) -> str | None:
    at = run.first - 1
    ends = marked.lexicon.origin_endings
    if at < 0 or not ends or not marked.tags[at] & Tag.PLACE:
        return None
    word = marked.tokens[at].word
    return _place(marked, at) if (fold(word.ending) or word.fold).endswith(ends) else None


def _place(marked: Marked, index: int) -> str | None:
    match = marked.matches[index]
    if match is None:
        return None
    return next((entry.shown for entry in match.entries if entry.tag == Tag.PLACE), None)
