"""Side news: what goes on beside a great event and is no event of the body that holds it.

Roads closed for a summit, the airport's notice, prices of hotels, a cabinet at home that speaks of
the preparations. The headline tells of such things, and the body's gathering is only their reason
or their time.
"""

from collections.abc import Iterable, Sequence

from bot.extraction.event.clauses import Clause
from bot.extraction.event.genre import Judgement
from bot.extraction.facts import Genre
from bot.extraction.text.cues import Cue
from bot.extraction.text.tags import Match

Placed = tuple[int, Match]
"""The number of a sentence and where a body is named in it."""

_SEVERAL = 2  # different words of side news that show it where the headline has none
_BEFORE = 8  # words from "because of" on to the body, where the body stands behind
_AROUND = 12  # words around the body, where the reason stands behind it


def side(
    clauses: Sequence[Clause],
    named: Iterable[Placed],
    official: frozenset[int],
    officials: Sequence[str],
) -> Judgement | None:
    """Return the judgement that an article is side news, or None.

    Args:
        clauses: The sentences of its beginning with their cues.
        named: Where bodies are named.
        official: Numbers of the sentences in which a body acts through its head or an organ.
        officials: Folded beginnings of the offices of those who act for a state.
    """
    if not clauses:
        return None
    headline, first = _opening(clauses)
    shown = _shown(headline, first)
    if shown is None:
        return None
    clause, cue = shown
    if cue.key != "cabinets" and any(_official(other, officials) for other in headline):
        return None
    numbers = {clause.sentence.number: clause for clause in clauses}
    placed = [(numbers[number], match) for number, match in named if number in numbers]
    if cue.key == "cabinets":
        acting = official & numbers.keys() or any("acts" in other.keys for other, _ in placed)
        return None if acting else Judgement(Genre.SIDE, clause.text(cue))
    if not placed or not all(_occasional(other, match) for other, match in placed):
        return None
    return Judgement(Genre.SIDE, clause.text(cue))


def _opening(clauses: Sequence[Clause]) -> tuple[list[Clause], list[Clause]]:
    """Return the headline, or the first sentence where there is none, and the two behind it.

    Where a feed has cut the headline out of the text, the sentence that it begins is the headline.
    """
    headline = [clause for clause in clauses if clause.sentence.paragraph == 0] or [clauses[0]]
    body = list(clauses[len(headline) :])
    if body and len(headline) == 1 and _begins(headline[0].words, body[0].words):
        headline.append(body.pop(0))
    return headline, body[:2]


def _begins(words: Sequence[str], whole: Sequence[str]) -> bool:
    return len(words) < len(whole) and tuple(words) == tuple(whole[: len(words)])


def _shown(headline: list[Clause], first: list[Clause]) -> tuple[Clause, Cue] | None:
    """Return the word that shows side news and its sentence, or None."""
    lead = (*headline, *first[:1])
    halted = [clause for clause in lead if "halts" in clause.keys]
    for key, clauses in (("cabinets", lead), ("ports", halted), ("sides", headline)):
        if told := _told(key, clauses):
            return told[0]
    told = _told("sides", first)
    different = {clause.words[cue.first] for clause, cue in told}
    return told[0] if len(different) >= _SEVERAL else None


def _told(key: str, clauses: Iterable[Clause]) -> list[tuple[Clause, Cue]]:
    return [(clause, cue) for clause in clauses for cue in clause.cues if cue.key == key]


def _official(clause: Clause, officials: Sequence[str]) -> bool:
    return any(word.startswith(tuple(officials)) for word in clause.words)


def _occasional(clause: Clause, match: Match) -> bool:
    """Whether the body at `match` only gives the reason or the time of what is told."""
    at = clause.position(match.first)
    final = clause.marked.lexicon.grammar.head == "final"
    last = at + _AROUND if final else at
    reach = _AROUND if final else _BEFORE
    return any(cue.key == "occasions" and at - reach <= cue.first < last for cue in clause.cues)
