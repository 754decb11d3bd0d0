"""Weeks that a weekday is told of: Thursday of last week, o'tgan hafta payshanba kuni."""

from dataclasses import dataclass

from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag


@dataclass(frozen=True, slots=True)
class Week:
    """A week beside a weekday.

    Attributes:
        away: Weeks from that of publication.
        first: Index of the first token of both.
        last: Index behind their last.
    """

    away: int
    first: int
    last: int


def turned_week(marked: TaggedArticle, match: Match) -> Week | None:
    """Return the last week or the next where words beside the weekday `match` name it, or None."""
    at = match.first - 1
    if at >= 0 and _is_light(marked, at):
        at -= 1
    if at > 0 and marked.folds[at] in marked.lexicon.week_words:
        away = _turn(marked, at - 1)
        return Week(away, at - 1, match.last) if away else None
    at, end = match.last, len(marked.tokens)
    if at < end and _is_light(marked, at) and not (marked.mark(at) or _turn(marked, at)):
        at += 1
    if at + 1 < end and marked.folds[at + 1] in marked.lexicon.week_words:
        away = _turn(marked, at)
        return Week(away, match.first, at + 2) if away else None
    return None


def is_week(marked: TaggedArticle, match: Match) -> bool:
    """Whether the name of a weekday is that of a week here, told before a day of it.

    In Kyrgyz жума is both: кийинки жуманын бейшембисинде.
    """
    if marked.folds[match.first] not in marked.lexicon.week_words:
        return False
    at = match.last + 1 if marked.mark(match.last) == "," else match.last
    told = at < len(marked.tokens) and bool(marked.tags[at] & Tag.WEEKDAY)
    return told and _turn(marked, match.first - 1) != 0


def _is_light(marked: TaggedArticle, at: int) -> bool:
    """Whether a comma or a small word stands at `at`: last week, on Thursday."""
    return marked.mark(at) == "," or bool(marked.tags[at] & (Tag.FUNCTION | Tag.PREPOSITION))


def _turn(marked: TaggedArticle, at: int) -> int:
    """Return how many weeks away the word at `at` says that a week is, 0 where it says nothing."""
    if at < 0:
        return 0
    word, lexicon = marked.folds[at], marked.lexicon
    if word in lexicon.past_turns:
        return -1
    return 1 if word in lexicon.next_turns or word in lexicon.coming_turns else 0
