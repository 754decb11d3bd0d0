"""Runs of capitalised words that could be somebody's name, before anything is known of roles.

A run holds no word of the lexicon: words of offices, bodies, places and months bound it. What is
left is a name, a brand, a work's title or an unknown place; `bot.extraction.people.participants`
decides by the company that it keeps.
"""

from dataclasses import dataclass

from bot.extraction.people.ambiguous_names import could_end, named_like_place
from bot.extraction.people.declension import solutions, telling
from bot.extraction.people.name_words import (
    CAPITALISED,
    HYPHENS,
    father_follows,
    firm,
    honoured_within,
    hyphened,
    in_town,
    inflected,
    initial,
    name_part,
    office_ends,
    suffixed,
    surname,
    tied,
)
from bot.extraction.people.surnames_in_capitals import in_capitals
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence
from bot.language.first_names import is_first_name
from config.text import fold

_OPENING = frozenset('"“«„‘')
_CLOSING = frozenset('"”»“’')
_NAME = 2  # parts of a full name
_TWO_NAMES = 4  # parts of two full names that stand side by side
_LONGEST_TITLE = 16  # words; a longer quotation is speech


@dataclass(slots=True)
class Run:
    """Tokens `first` up to, not including, `last` that could be a name.

    Attributes:
        first: Index of the first token.
        last: Index behind the last token.
        parts: Indices of the tokens that are words of the name (no hyphens, dots or particles).
        quoted: Whether it stands inside quotation marks.
        shared: Index of a surname further on that belongs to it too (А және Б Серікбайлар), or
            None.
        ending: How many letters at the end its neighbours in a list show to be an ending of case.
    """

    first: int
    last: int
    parts: list[int]
    quoted: bool = False
    shared: int | None = None
    ending: int = 0


def runs(marked: TaggedArticle, sentence: Sentence) -> list[Run]:
    """Return the runs of `sentence` in order."""
    found: list[Run] = []
    quotes, index = _quotes(marked, sentence), sentence.first
    while index < sentence.last:
        if marked.tokens[index].word.letters in CAPITALISED and (
            name_part(marked, index)
            or initial(marked, index)
            or named_like_place(marked, sentence, index)
        ):
            run = _run(marked, index, sentence.last)
            run.quoted = any(first < run.first and run.last <= last for first, last in quotes)
            found.extend(_split(marked, run))
            index = max(run.last, index + 1)
        else:
            index += 1
    return found


def _quotes(marked: TaggedArticle, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the short quotations of `sentence`, as (opening mark, closing mark).

    These are titles rather than speech.
    """
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for index in range(sentence.first, sentence.last):
        text = marked.tokens[index].word.text
        if opened is None and text in _CLOSING and not spans and _closes(marked, index, sentence):
            if index - sentence.first <= _LONGEST_TITLE:
                spans.append((sentence.first - 1, index))  # "the 100. | Year" of a title
        elif opened is not None and text in _CLOSING:
            if index - opened <= _LONGEST_TITLE:
                spans.append((opened, index))
            opened = None
        elif text in _OPENING:
            opened = index
    return spans


def _closes(marked: TaggedArticle, index: int, sentence: Sentence) -> bool:
    """Whether a quotation mark at `index`, the first of its sentence, closes what began before."""
    text = marked.tokens[index].word.text
    if text in _CLOSING - _OPENING:
        return True
    behind = index + 1
    return (
        text in _CLOSING
        and index > sentence.first
        and marked.tokens[index].glued
        and (behind >= sentence.last or not marked.tokens[behind].glued)
    )


def _split(marked: TaggedArticle, run: Run) -> list[Run]:
    """Part two full names that stand side by side, behind a surname.

    Subject and object do so in the Turkic languages.
    """
    found: list[Run] = []
    first, begin = run.first, 0
    for at in range(1, len(run.parts) - 1):
        told = at > begin and surname(marked, run.parts[at])
        if told and (at < len(run.parts) - 2 or _owner_behind(marked, run)):
            middle = run.parts[at + 1]
            found.append(Run(first, middle, run.parts[begin : at + 1], run.quoted))
            first, begin = middle, at + 1
    if found:
        return [*found, Run(first, run.last, run.parts[begin:], run.quoted)]
    if _behind_namesake(marked, run):
        return _parted(run, len(run.parts) - _NAME)
    if len(run.parts) > _NAME and marked.cued(run.last, "town_words") and _final(marked):
        return _parted(run, len(run.parts) - 1)  # Kemal Aras | Yenikent şehrinde
    if len(run.parts) > _NAME and _begins_title(marked, run):
        return _parted(run, len(run.parts) - 1)  # Kamal Babayev | Təşəkkür məktubunu
    if _two_surnames(marked, run):
        return _parted(run, 1)
    if len(run.parts) == _TWO_NAMES and marked.lexicon.grammar.head == "final":
        second = marked.tokens[run.parts[-1]].word.ending or marked.cued(run.last, "eponym_after")
        led = office_ends(marked, run.first - 1) or marked.tags[run.first - 1] & Tag.MODIFIER
        if second and led and run.last < len(marked.tokens):
            return _parted(run, _NAME)
    return [run]


def _final(marked: TaggedArticle) -> bool:
    return marked.lexicon.grammar.head == "final"


def _parted(run: Run, at: int) -> list[Run]:
    """Return the two runs that `run` is, the second beginning with its part `at`."""
    middle = run.parts[at]
    return [
        Run(run.first, middle, run.parts[:at], run.quoted),
        Run(middle, run.last, run.parts[at:], run.quoted),
    ]


def _two_surnames(marked: TaggedArticle, run: Run) -> bool:
    """Whether two people's surnames stand side by side, subject and object: Раимов | Кулдашевге.

    The text names each of them elsewhere in full.
    """
    adjacent = run.last - run.first == len(run.parts) == _NAME
    if not adjacent or marked.lexicon.grammar.head != "final" or not surname(marked, run.first):
        return False
    subject, other = (marked.tokens[part].word for part in run.parts)
    ends = (end for end in marked.lexicon.case_tails if other.fold.endswith(end))
    stems = {other.fold[: -len(end)] for end in ends}
    stems |= {other.fold} if other.ending else set()
    named = marked.namesakes.get(subject.fold, frozenset())
    objects = (marked.namesakes.get(stem, frozenset()) for stem in stems)
    return bool(named - stems) and any(before - {subject.fold} for before in objects)


def _behind_namesake(marked: TaggedArticle, run: Run) -> bool:
    """Whether a full name ends a run that begins with whom a house is named after.

    Ректор университета имени Ахмеда Ясави | Ерлан Касымов.
    """
    tables = marked.lexicon.grammar.people.declensions
    if len(run.parts) <= _NAME or not tables or not marked.cued(run.first - 1, "eponym_before"):
        return False
    name, last = (marked.tokens[at].word.base.lower() for at in run.parts[-2:])
    told = firm(marked, run.parts[-1]) or telling(last, tables)
    return bool(told) and not solutions((name, last), ("genitive",), tables)


def _owner_behind(marked: TaggedArticle, run: Run) -> bool:
    """Whether the last word of a run belongs to what follows and not to the full name before it.

    It stands in the genitive, or begins the name of a body: A Babayev | Qəzetçilər Federasiyasının.
    Not if that may be a first surname: Bakan | Sevgi Özkan Yavuz'un katılımıyla.
    """
    lexicon, last = marked.lexicon, run.parts[-1]
    word = marked.tokens[last].word
    if lexicon.grammar.head != "final" or word.fold.endswith(lexicon.name_ends):
        return False
    behind = marked.tags[run.last] if run.last < len(marked.tags) else Tag.NONE
    if (behind & Tag.BODY and not behind & Tag.ROLE) or in_town(marked, run.last):
        return True
    middle = marked.tokens[run.parts[-2]].word.text
    if word.ending and office_ends(marked, run.first - 1) and is_first_name(middle, declined=False):
        return run.last < len(marked.tokens) and _thing(marked, run.last)
    return (fold(word.ending) or word.fold).endswith(lexicon.genitives)


def _begins_title(marked: TaggedArticle, run: Run) -> bool:
    """Whether a word behind a name that is complete begins what a letter or a thing is called.

    It is bare, and the word for the thing follows in small letters.
    """
    *_, full, last = run.parts
    word = marked.tokens[last].word
    if (
        not firm(marked, full)
        or firm(marked, last)
        or word.ending
        or run.last >= len(marked.tokens)
    ):
        return False
    owner = word.fold.endswith(marked.lexicon.genitives)
    return _final(marked) and not owner and _thing(marked, run.last)


def _thing(marked: TaggedArticle, index: int) -> bool:
    """Whether a word in small letters at `index` is for a letter or what else is somebody's."""
    word, known = marked.tokens[index].word, marked.lexicon.presence
    told = known.things.begin(word.fold) or word.fold.startswith(known.letters)
    return word.letters == Letters.LOWER and told


def _run(marked: TaggedArticle, index: int, limit: int) -> Run:
    first, parts = index, list[int]()
    while index < limit:
        if initial(marked, index):
            parts.append(index)
            index += 1 if len(parts) > 1 and _short_surname(marked, index, limit) else 2
            continue
        if _says_where(marked, parts, index):
            break
        if (
            name_part(marked, index)
            or (parts and hyphened(marked, index))
            or (index == first and not parts)
            or (parts and could_end(marked, parts, index, limit))
            or in_capitals(marked, parts, index, limit)
        ):
            parts.append(index)
            index += 1
            if (
                marked.tokens[index - 1].word.ending
                or suffixed(marked, index, limit)
                or (
                    (len(parts) > 1 or (index < limit and initial(marked, index)))
                    and inflected(marked, index - 1)
                )
            ):
                break
            index = _over_hyphen(marked, index, limit, len(parts))
            continue
        if parts and marked.tags[index] & Tag.PARTICLE and index + 1 <= limit:
            index = _over_hyphen(marked, index + 1, limit, 1)  # bin Zayed al-Nahyan
            continue
        if parts and (
            father_follows(marked, index, limit) or honoured_within(marked, index, limit)
        ):
            parts.extend([] if marked.tags[index] & Tag.HONORIFIC else [index])
            index += 1
            continue
        break
    return _uncapitalised(marked, Run(first, index, parts), limit)


def _says_where(marked: TaggedArticle, parts: list[int], index: int) -> bool:
    """Whether a word behind a full name has the ending of a place: Нұрлан Садықов | Шекіде."""
    lexicon, word = marked.lexicon, marked.tokens[index].word.fold
    if len(parts) < _TWO_NAMES // 2 or lexicon.grammar.head != "final":
        return False
    where = word.endswith(lexicon.in_endings) and not word.endswith(lexicon.name_ends)
    return where and surname(marked, parts[-1])


def _short_surname(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether two letters end a name, and the full stop behind them its sentence: Süreyya Er."""
    behind = index + 2
    goes_on = behind < limit and (name_part(marked, behind) or initial(marked, behind))
    return len(marked.tokens[index].word.text) > 1 and not goes_on


def _uncapitalised(marked: TaggedArticle, run: Run, limit: int) -> Run:
    """Leave out an abbreviation before a name.

    A surname in capitals has just one word beside it (SOLAK Fahri, not UNESCO Ali Can Er).
    """
    while len(run.parts) > 2 and _abbreviation(marked, run.parts[0]):
        del run.parts[0]
        run.first = run.parts[0]
    capitals = marked.tokens[run.parts[-1]].word.letters == Letters.CAPITALS
    if len(run.parts) > 2 and capitals and not in_capitals(marked, *_end(run), limit):
        run.parts.pop()  # A Bağırov | ATƏT
        run.last = run.parts[-1] + 1
    return run


def _end(run: Run) -> tuple[list[int], int]:
    *parts, last = run.parts
    return parts, last


def _abbreviation(marked: TaggedArticle, index: int) -> bool:
    """Whether a word is written as an abbreviation is, wholly or mostly: UNESCO, СамГУ."""
    word = marked.tokens[index].word
    great = sum(map(str.isupper, word.text))
    return word.letters == Letters.CAPITALS or (great > 1 and word.text[-1].isupper())


def _over_hyphen(marked: TaggedArticle, index: int, limit: int, parts: int) -> int:
    """Return the index behind a hyphen that joins two parts of a name, else `index`.

    The hyphen may be set between spaces.
    """
    if index + 1 >= limit or not marked.mark(index) or marked.mark(index) not in HYPHENS:
        return index
    if (
        marked.tags[index + 1] & Tag.PARTICLE
        and marked.tokens[index].glued
        and marked.tokens[index + 1].glued
    ):
        return index + 2
    if parts > 1 and tied(marked, index):
        return index + 2
    if not (name_part(marked, index + 1) or hyphened(marked, index + 1)):
        return index
    tight = marked.tokens[index].glued and marked.tokens[index + 1].glued
    loose = (
        marked.mark(index) == "-"
        and parts == 1
        and index + 2 < limit
        and name_part(marked, index + 2)
    )
    return index + 1 if tight or loose else index


def leave_origin(marked: TaggedArticle, run: Run) -> None:
    """Leave the first word of a sentence out of a name if it tells an origin: Қазандық | X Y."""
    opens = marked.sentence_of(run.first).first == run.first and len(run.parts) > _NAME
    if opens and marked.lexicon.origin(marked.folds[run.first]) is not None:
        del run.parts[0]
        run.first = run.parts[0]


def located(marked: TaggedArticle, run: Run) -> bool:
    """Whether a name's last word ends as places do that something is in: Бакай-Атада."""
    ends = (*marked.lexicon.in_endings, *marked.lexicon.attributives)
    return (
        bool(ends)
        and marked.lexicon.grammar.head == "final"
        and marked.tokens[run.parts[-1]].word.fold.endswith(ends)
    )


def alone_from(marked: TaggedArticle, run: Run) -> bool:
    """Whether a lone name is rather where somebody comes from: X из | Аксы."""
    before = run.first - 1
    alone = len(run.parts) == 1 and before >= 0
    return alone and marked.tokens[before].word.fold in marked.lexicon.origin_words
