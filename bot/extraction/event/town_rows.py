"""Towns in one row before one word for towns: Bişkek, Oş və Gəncə şəhərlərində.

That word says of all of them that something is there; what is reported is shown in the first.
"""

from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters

_ROW = 8  # towns of a row at most


def opens(marked: TaggedArticle, match: Match) -> bool | None:
    """Whether the town at `match` is the first of such a row; None where it stands in none."""
    if marked.lexicon.grammar.head != "final":
        return None
    at, behind = match.last, 0
    while behind < _ROW and _joined(marked, at):
        end = _town(marked, at + 1)
        if end is None:
            return None
        at, behind = end, behind + 1
    led = _joined(marked, match.first - 1) and _ends_town(marked, match.first - 2)
    if not (behind or led) or not _word_for_towns(marked, at):
        return None
    return not led


def _joined(marked: TaggedArticle, index: int) -> bool:
    """Whether a comma or an "and" stands at `index`."""
    inside = 0 < index < len(marked.tokens) - 1
    return inside and (marked.mark(index) == "," or bool(marked.tags[index] & Tag.CONJUNCTION))


def _town(marked: TaggedArticle, index: int) -> int | None:
    """Return where the town that begins at `index` ends, known or not, or None."""
    match = marked.matches[index]
    if match is None:
        return index + 1 if _unknown(marked, index) else None
    return match.last if _known(match) else None


def _ends_town(marked: TaggedArticle, index: int) -> bool:
    match = marked.matches[index] if index >= 0 else None
    return _known(match) if match is not None else index >= 0 and _unknown(marked, index)


def _known(match: Match) -> bool:
    return any(entry.key.startswith("city:") for entry in match.entries)


def _unknown(marked: TaggedArticle, index: int) -> bool:
    word = marked.tokens[index].word
    return word.letters == Letters.CAPITAL and marked.tags[index] == Tag.NONE


def _word_for_towns(marked: TaggedArticle, index: int) -> bool:
    """Whether "in the towns" or the like stands at `index`."""
    if index >= len(marked.tokens) or marked.tokens[index].word.letters != Letters.LOWER:
        return False
    noun = marked.cued(index, "town_words") or bool(marked.tags[index] & Tag.BODY)
    return noun and marked.folds[index].endswith(marked.lexicon.in_endings)
