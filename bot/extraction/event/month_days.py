"""Day numbers and years around the name of a month, in whichever order a language writes them."""

from dataclasses import dataclass, replace
from datetime import date

from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters

_DASHES = frozenset("-–—‑/")
_TIES = frozenset({*_DASHES, "'", "’"})
_SHORTENED = 4
"""Letters that the name of a month has at most where it is cut short: Sept."""

YEARS = range(1900, 2101)
"""Years in which an event can be."""


@dataclass(frozen=True, slots=True)
class MonthDays:
    """Day numbers of one month around its name."""

    low: int
    high: int
    month: int
    year: int | None
    first: int
    last: int


def with_months(marked: TaggedArticle, published: date | None) -> list[MonthDays]:
    """Return the day numbers beside months' names, and beside "this month" where it is known."""
    found: list[MonthDays] = []
    for match in marked.found:
        days: MonthDays | None = None
        if match.tag & Tag.MONTH:
            month = next(int(entry.key) for entry in match.entries if entry.tag == Tag.MONTH)
            days = _around(marked, match, month)
        elif match.tag & Tag.NEAR_MONTH and published is not None:
            away = next(int(entry.key) for entry in match.entries if entry.tag == Tag.NEAR_MONTH)
            days = _of_near_month(marked, match, published, away)
        if days is not None:
            found.append(days)
    return found


def _of_near_month(
    marked: TaggedArticle, match: Match, published: date, away: int
) -> MonthDays | None:
    """Return the days of the month `away` from that of publication: bu ayın 28-də.

    Something must tie the number to it: "this month 5 countries" names no day.
    """
    years, month = divmod(published.month - 1 + away, 12)
    days = _around(marked, match, month + 1)
    if days is None:
        return None
    before = days.first < match.first
    tie = match.first - 1 if before else days.last - 1
    if marked.tokens[tie].word.letters == Letters.NUMBER:
        return None
    return replace(days, year=published.year + years)


def _around(marked: TaggedArticle, match: Match, month: int) -> MonthDays | None:
    first, last = match.first, match.last
    if (left := _days_left(marked, match.first)) is not None:
        low, high, first = left
    elif (right := _days_right(marked, match.last)) is not None:
        low, high, last = right
    else:
        return None
    year, first, last = _year(marked, first, last)
    return MonthDays(low, high, month, year, first, last)


def number_at(marked: TaggedArticle, index: int) -> int | None:
    """Return the number of at most four digits at `index`, or None."""
    if (
        0 <= index < len(marked.tokens)
        and marked.tokens[index].word.letters == Letters.NUMBER
        and len(marked.tokens[index].word.text) <= 4
    ):
        return int(marked.tokens[index].word.text)
    return None


def day_at(marked: TaggedArticle, index: int) -> int | None:
    """Return the number at `index` that may be a day of a month, or None."""
    number = number_at(marked, index)
    return (
        number
        if number is not None and 1 <= number <= 31 and len(marked.tokens[index].word.text) <= 2
        else None
    )


def is_joiner(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` may stand between the parts of one date: of, the."""
    return (
        0 <= index < len(marked.tokens) and marked.tokens[index].word.fold in marked.lexicon.joiners
    )


def is_range(marked: TaggedArticle, index: int) -> bool:
    """Whether the token at `index` closes a range: a dash, to, по."""
    if not 0 <= index < len(marked.tokens):
        return False
    word = marked.tokens[index].word
    return word.text in _DASHES or word.fold in marked.lexicon.to_words


def _days_left(marked: TaggedArticle, month: int) -> tuple[int, int, int] | None:
    """Read "8-11", "8 to 11", "23rd of" back from a month's name: first and last day, and token."""
    index = month - 1
    while is_joiner(marked, index) or marked.mark(index) in {"-", "."}:
        index -= 1
    high = day_at(marked, index)
    if high is None or marked.sentence_of(index) is not marked.sentence_of(month):
        return None  # BAKU, March 16. | On March 13
    low, first = high, index
    while True:
        at = _over_range(marked, first - 1)
        if at is None and _listed(marked, first - 2, low - 1):
            at = first - 2
        number = day_at(marked, at) if at is not None else None
        if at is None or number is None or number >= low:
            return low, high, first
        low, first = number, at


def _listed(marked: TaggedArticle, index: int, day: int) -> bool:
    """Whether the next day of a list stands at `index`, parted by a comma: 12, 13 and 14 May."""
    return marked.mark(index + 1) == "," and day_at(marked, index) == day


def _over_range(marked: TaggedArticle, at: int) -> int | None:
    """Return the index before the dash or word of a range that ends at `at`, or None without one.

    Called again it reads the days of "28-29-30" one by one.
    """
    ranged = False
    while is_range(marked, at) or is_joiner(marked, at):
        ranged = ranged or is_range(marked, at)
        at -= 1
    return at if ranged else None


def _days_right(marked: TaggedArticle, after: int) -> tuple[int, int, int] | None:
    """Read "8-11", "8-dən 11-dək", "23" on from behind a month's name: days, and token behind."""
    index = after
    if marked.mark(index) == "." and _is_shortened(marked, after - 1):
        index += 1
    while is_joiner(marked, index):
        index += 1
    low = day_at(marked, index)
    if low is None or (marked.tokens[index].glued and marked.mark(index - 1) == ""):
        return None
    index, listed = _past_list(marked, index, low)
    last = at = index + 1
    at = past_ending(marked, at)
    ranged = at > last
    while is_range(marked, at) or is_joiner(marked, at):
        ranged = True
        at += 1
    high = day_at(marked, at) if ranged else None
    if high is not None and high > low:
        last = past_ending(marked, at + 1)
        return low, high, last
    return low, listed, past_ending(marked, last)


def _past_list(marked: TaggedArticle, index: int, day: int) -> tuple[int, int]:
    """Return where a list of days one after the other ends, and with which: mayın 12, 13 və 14-də.

    A comma parts them; the last may stand behind a word of ranges.
    """
    while marked.mark(index + 1) == "," and day_at(marked, index + 2) == day + 1:
        index, day = index + 2, day + 1
    return index, day


def _is_shortened(marked: TaggedArticle, month: int) -> bool:
    """Whether a month is cut short, "Nov.", and its sentence goes on behind the point."""
    word = marked.tokens[month].word
    behind = month + 2
    return (
        len(word.text) <= _SHORTENED
        and behind < len(marked.tokens)
        and marked.sentence_of(behind) is marked.sentence_of(month)
    )


def past_ending(marked: TaggedArticle, index: int) -> int:
    """Step over an ending that hangs on a number: 8-dən, 7'sinde, 7синде, 1st."""
    if marked.mark(index) in _TIES and _hangs(marked, index + 1):
        return index + 2 if marked.tokens[index].glued else index
    return index + 1 if _hangs(marked, index) else index


def _hangs(marked: TaggedArticle, index: int) -> bool:
    """Whether the token at `index` is in small letters and touches the one before it."""
    if index >= len(marked.tokens):
        return False
    token = marked.tokens[index]
    return token.glued and token.word.letters == Letters.LOWER


def _year(marked: TaggedArticle, first: int, last: int) -> tuple[int | None, int, int]:
    """Return the year beside a day and month, and the span widened by it.

    A year that is called one before the day is the day's; one behind it is then of another: 2024
    жылғы 30 желтоқсаннан 2025 жылғы 3 қаңтарға дейін.
    """
    before, named = _year_before(marked, first)
    at = last
    while marked.mark(at) in {",", "."} or is_joiner(marked, at):
        at += 1
    number = number_at(marked, at)
    if number is not None and number in YEARS and at - last <= 2 and not named:
        return number, first, at + 1
    if number is not None and at == last and _is_no_year(marked, at, number):
        return number, first, at + 1
    if before is not None:
        return number_at(marked, before), before, last
    return None, first, last


def _year_before(marked: TaggedArticle, first: int) -> tuple[int | None, bool]:
    """Return the index of a year before the day at `first`, and whether a word calls it one."""
    at, named = first - 1, False
    while at >= max(0, first - 4):
        called = marked.tokens[at].word.stem in marked.lexicon.year_stems
        if not called and marked.mark(at) not in {"-", ".", ","}:
            break
        named = named or called
        at -= 1
    number = number_at(marked, at) if at < first else None
    return (at, named) if number is not None and number in YEARS else (None, False)


def _is_no_year(marked: TaggedArticle, at: int, number: int) -> bool:
    """Whether a number stands where a year does and is none that an event can be in: 9999.

    A day beside it is no date. Of things that are counted ("23 April 1500 guests came") a word
    follows.
    """
    behind = at + 1
    ends = behind >= len(marked.tokens) or bool(marked.mark(behind))
    is_named = not ends and marked.tokens[behind].word.stem in marked.lexicon.year_stems
    return number not in YEARS and 1000 <= number <= 9999 and (ends or is_named)
