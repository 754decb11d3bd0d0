"""Runs of capitalised words that could be somebody's name, before anything is known of roles.

A run holds no word of the lexicon: words of offices, bodies, places and months bound it. What is
left is a name, a brand, a work's title or an unknown place; `bot.extraction.people.participants`
decides by the company that it keeps.
"""

from dataclasses import dataclass

from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence, Word
from config.text import fold

HYPHENS = frozenset("-‑–")
_OPENING = frozenset('"“«„‘')
_CLOSING = frozenset('"”»“’')
_CAPITAL = frozenset({Letters.CAPITAL, Letters.CAPITALS})
_SURNAME = 4  # letters of a surname that an ending may hang on
_PREFIX = 3  # letters of the longest prefix of a surname: Mac
_TWO_NAMES = 4  # parts of two full names that stand side by side
_LONGEST_TITLE = 16  # words; a longer quotation is speech
_BARRED = (
    Tag.HONORIFIC | Tag.TITLE | Tag.ROLE | Tag.MODIFIER | Tag.BODY | Tag.DESCRIPTOR | Tag.PLACE | Tag.DEMONYM | Tag.ORGANIZATION
    | Tag.MONTH | Tag.WEEKDAY | Tag.FUNCTION | Tag.CONJUNCTION | Tag.PREPOSITION | Tag.CUE | Tag.KIND | Tag.RELATIVE
)  # fmt: skip


_WORDS = Tag.DESCRIPTOR | Tag.BODY | Tag.MODIFIER | Tag.MONTH


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
        if marked.tokens[index].word.letters in _CAPITAL and (
            _part(marked, index)
            or _initial(marked, index)
            or _named_like_place(marked, sentence, index)
        ):
            run = _run(marked, index, sentence.last)
            run.quoted = any(first < run.first and run.last <= last for first, last in quotes)
            found.extend(_split(marked, run))
            index = max(run.last, index + 1)
        else:
            index += 1
    return found


def _quotes(marked: TaggedArticle, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the short quotations of `sentence`, titles rather than speech, as (opening mark, closing mark)."""
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


def _part(marked: TaggedArticle, index: int) -> bool:
    word = marked.tokens[index].word
    if word.letters not in _CAPITAL or marked.tags[index] & _BARRED or _branded(word):
        return False
    return len(word.text) > (3 if word.letters == Letters.CAPITALS else 1)


def _branded(word: Word) -> bool:
    """Whether a capital stands far inside the word, as only in brands.

    AzərSport, but not McDonald.
    """
    inner = word.base[_PREFIX + 1 :]
    return (
        word.letters == Letters.CAPITAL
        and not (inner.islower() or inner.isupper())
        and any(letter.isupper() for letter in inner)
    )


def _named_like_place(marked: TaggedArticle, sentence: Sentence, index: int) -> bool:
    """Whether a town's name at `index` is really somebody's first name.

    An office stands before it, a plain surname behind it.

    So may be any other word of the lexicon (Жибек, silk; Kasım, November), but only behind an
    office or with a surname that shows itself.
    """
    match = marked.matches[index]
    if _word_for_name(marked, index):
        followed = index + 1 < sentence.last and _part(marked, index + 1)
        return followed and (
            _firm(marked, index + 1) or (index > sentence.first and _office_ends(marked, index - 1))
        )
    if (
        match is None
        or not match.tag & Tag.PLACE
        or not _could_name(marked, index)
        or index + 1 >= sentence.last
        or not _part(marked, index + 1)
    ):
        return False
    if index > sentence.first and _honoured(marked, index - 1):
        return True
    lead = marked.matches[index - 1] if index > sentence.first else None
    if lead is not None and any(
        e.shown in marked.lexicon.grammar.people.acting for e in lead.entries
    ):
        return True
    if lead is not None and lead.tag & Tag.ROLE:
        return not any(
            entry.shown in marked.lexicon.grammar.people.place_roles for entry in lead.entries
        )
    if (
        lead is not None
        and lead.tag & (Tag.ORGANIZATION | Tag.PLACE | Tag.BODY | Tag.DESCRIPTOR)
        and marked.lexicon.grammar.head == "initial"
    ):
        return surname(marked, index + 1)
    separated = (
        index == sentence.first
        or marked.lexicon.origin(marked.tokens[index - 1].word.fold) is not None
        or marked.mark(index - 1) in {",", ";", "–", "—", "-", ")"}
        or bool(marked.tags[index - 1] & Tag.CONJUNCTION)
    )
    return separated and surname(marked, index + 1)


def _word_for_name(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` is one of bodies, months or adjectives, in its dictionary form and capitalised, as a name is."""
    match, word = marked.matches[index], marked.tokens[index].word
    barring = _WORDS
    if (
        index
        and marked.tags[index - 1] & (Tag.TITLE | Tag.ROLE)
        and marked.tokens[index - 1].word.letters == Letters.LOWER
    ):
        barring |= Tag.ROLE  # professor Olim Qahhorov: an office would not be told twice
    return (
        match is not None
        and match.last - match.first == 1
        and bool(match.tag & barring)
        and marked.lexicon.grammar.head == "final"
        and word.letters == Letters.CAPITAL
        and any(entry.words == (word.fold,) for entry in match.entries)
        and all(entry.words == (word.fold,) for entry in match.entries if entry.tag == Tag.BODY)
        and not word.fold.endswith(marked.lexicon.plurals)
    )


def _honoured(marked: TaggedArticle, index: int) -> bool:
    """Whether an honorific or a title ends at `index`, perhaps with a full stop."""
    at = index - 1 if marked.mark(index) == "." and index > 0 else index
    return bool(marked.tags[at] & (Tag.HONORIFIC | Tag.TITLE))


def _office_ends(marked: TaggedArticle, index: int) -> bool:
    """Whether an office, an honorific or a title ends at `index`, perhaps with a full stop."""
    at = index - 1 if marked.mark(index) == "." and index > 0 else index
    return bool(marked.tags[at] & (Tag.ROLE | Tag.HONORIFIC | Tag.TITLE))


def _could_name(marked: TaggedArticle, index: int) -> bool:
    """Whether the place at `index` is one plain word, as written in a list of names.

    No country, no ending.
    """
    match = marked.matches[index]
    if match is None or match.last - match.first != 1 or match.tag & ~(Tag.PLACE | Tag.DEMONYM):
        return False
    word = marked.tokens[index].word
    if word.letters != Letters.CAPITAL or word.ending:
        return False
    if surname(marked, index) and all(entry.words != (word.fold,) for entry in match.entries):
        return not any(
            word.fold.removeprefix(entry.words[0]) in marked.lexicon.genitives
            for entry in match.entries
        )
    return (
        any(
            not entry.key.startswith("country:") and entry.words == (word.fold,)
            for entry in match.entries
        )
        or match.tag == Tag.DEMONYM
    )


def _ends_like_place(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether a place's name or another word at `index`, right behind a first name, is really a surname or a second name.

    Nothing that it could belong to follows.
    """
    if not (_could_name(marked, index) or _word_for_name(marked, index) or _of_town(marked, index)):
        return False
    after = marked.tags[index + 1] if index + 1 < limit else Tag.NONE
    if (
        after & Tag.CONJUNCTION
        and index + 2 < limit
        and marked.tags[index + 2] & (Tag.BODY | Tag.DESCRIPTOR)
    ):
        return False
    return not after & (
        Tag.BODY | Tag.ROLE | Tag.DESCRIPTOR | Tag.ORGANIZATION | Tag.MODIFIER | Tag.KIND
    ) and not _cue_follows(marked, index + 1, limit)


def _of_town(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` is a surname made of a town: Lənkəranlı, in any case."""
    word = marked.tokens[index].word
    if word.letters != Letters.CAPITAL or not marked.lexicon.origin_adjectives:
        return False
    ends = (end for end in marked.lexicon.case_endings if word.fold.endswith(end))
    return marked.lexicon.origin(word.fold) is not None or any(
        marked.lexicon.origin(word.fold[: -len(end)]) for end in ends
    )


def _cue_follows(marked: TaggedArticle, index: int, limit: int) -> bool:
    match = marked.matches[index] if index < limit else None
    return match is not None and any(entry.key == "town_words" for entry in match.entries)


def _firm(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` shows itself as a surname or a patronymic."""
    return surname(marked, index) or marked.tokens[index].word.fold.endswith(
        marked.lexicon.patronymics
    )


def surname(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` ends as only surnames do."""
    return marked.tokens[index].word.fold.endswith(marked.lexicon.surnames)


def _split(marked: TaggedArticle, run: Run) -> list[Run]:
    """Part two full names that stand side by side, as subject and object do in the Turkic languages: behind a surname."""
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
    if len(run.parts) == _TWO_NAMES and marked.lexicon.grammar.head == "final":
        second = marked.tokens[run.parts[-1]].word.ending or marked.cued(run.last, "eponym_after")
        led = _office_ends(marked, run.first - 1) or marked.tags[run.first - 1] & Tag.MODIFIER
        if second and led and run.last < len(marked.tokens):
            middle = run.parts[_TWO_NAMES // 2]
            return [
                Run(run.first, middle, run.parts[: _TWO_NAMES // 2], run.quoted),
                Run(middle, run.last, run.parts[_TWO_NAMES // 2 :], run.quoted),
            ]
    return [run]


def _owner_behind(marked: TaggedArticle, run: Run) -> bool:
    """Whether the last word of a run belongs to what follows and not to the full name before it.

    It stands in the genitive, or begins the name of a body: A Babayev | Qəzetçilər Federasiyasının.
    """
    lexicon, last = marked.lexicon, run.parts[-1]
    word = marked.tokens[last].word
    if lexicon.grammar.head != "final" or word.fold.endswith(lexicon.name_ends):
        return False
    behind = marked.tags[run.last] if run.last < len(marked.tags) else Tag.NONE
    if behind & Tag.BODY and not behind & Tag.ROLE:
        return True
    return (fold(word.ending) or word.fold).endswith(lexicon.genitives)


def _initial(marked: TaggedArticle, index: int) -> bool:
    word = marked.tokens[index].word
    if marked.tags[index] & (
        _BARRED if len(word.text) > 1 else Tag.HONORIFIC | Tag.TITLE | Tag.ROLE
    ):
        return False
    return (
        word.letters == Letters.CAPITAL
        and len(word.text) <= 2
        and marked.mark(index + 1) == "."
        and marked.tokens[index + 1].glued
    )


def _run(marked: TaggedArticle, index: int, limit: int) -> Run:
    first, parts = index, list[int]()
    while index < limit:
        if _initial(marked, index):
            parts.append(index)
            index += 2
            continue
        if (
            _part(marked, index)
            or (parts and _hyphened(marked, index))
            or (index == first and not parts)
            or (parts and _could_end(marked, parts, index, limit))
        ):
            parts.append(index)
            index += 1
            if (
                marked.tokens[index - 1].word.ending
                or _suffixed(marked, index, limit)
                or (
                    (len(parts) > 1 or (index < limit and _initial(marked, index)))
                    and _inflected(marked, index - 1)
                )
            ):
                break
            index = _over_hyphen(marked, index, limit, len(parts))
            continue
        if parts and marked.tags[index] & Tag.PARTICLE and index + 1 <= limit:
            index += 1
            continue
        if parts and (_father(marked, index, limit) or _honoured_within(marked, index, limit)):
            parts.extend([] if marked.tags[index] & Tag.HONORIFIC else [index])
            index += 1
            continue
        break
    return _uncapitalised(marked, Run(first, index, parts))


def _hyphened(marked: TaggedArticle, index: int) -> bool:
    """Whether a capitalised word hangs on a name by a hyphen, whatever it is else: Аль-Мари."""
    tokens = marked.tokens
    return (
        tokens[index].word.letters == Letters.CAPITAL
        and not marked.tags[index] & ~Tag.PLACE
        and tokens[index].glued
        and marked.mark(index - 1) in HYPHENS
        and tokens[index - 1].glued
    )


def _could_end(marked: TaggedArticle, parts: list[int], index: int, limit: int) -> bool:
    """Whether a place's name at `index` can be the surname.

    None has been told yet, and nothing that the place could belong to follows.
    """
    told = len(parts) > 1 and surname(marked, parts[-1])
    return not told and (
        _ends_like_place(marked, index, limit) or _closes_name(marked, parts, index, limit)
    )


def _closes_name(marked: TaggedArticle, parts: list[int], index: int, limit: int) -> bool:
    """Whether any word at `index` is a surname, since an office leads up to the first name before it.

    It is capitalised and nothing that it could qualify follows: Rector Ali Bilgin spoke.
    """
    match, word = marked.matches[index], marked.tokens[index].word
    if (
        len(parts) != 1
        or match is None
        or match.last - match.first != 1
        or word.letters != Letters.CAPITAL
        or match.tag & (Tag.HONORIFIC | Tag.TITLE | Tag.FUNCTION | Tag.ORGANIZATION | Tag.DEMONYM)
        or (match.tag & Tag.PLACE and (word.ending or marked.lexicon.grammar.head == "final"))
        or parts[0] == 0
        or not _office_ends(marked, parts[0] - 1)
    ):
        return False
    if index + 1 >= limit:
        return True
    after = marked.tags[index + 1]
    if after & Tag.CONJUNCTION:
        return index + 2 >= limit or not marked.tags[index + 2] & (Tag.BODY | Tag.DESCRIPTOR)
    small = marked.tokens[index + 1].word.letters in {Letters.LOWER, Letters.MARK}
    return small and not after & (Tag.BODY | Tag.ROLE | Tag.DESCRIPTOR | Tag.MODIFIER)


def _inflected(marked: TaggedArticle, index: int) -> bool:
    """Whether a surname with an ending of case stands at `index`.

    What follows it is somebody else's name.
    """
    word, lexicon = marked.tokens[index].word.fold, marked.lexicon
    if lexicon.grammar.head != "final" or word.endswith(lexicon.name_ends):
        return False
    stems = (
        word[: -len(end)] for end in lexicon.case_endings if len(end) > 1 and word.endswith(end)
    )
    return any(len(stem) >= _SURNAME and stem.endswith(lexicon.surnames) for stem in stems)


def _father(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether any capitalised word at `index` is a father's name, since "son" or "daughter" follows: Xurshid Davlat o'g'li."""
    return (
        index + 1 < limit
        and marked.tokens[index].word.letters == Letters.CAPITAL
        and marked.tags[index + 1] == Tag.PARTICLE
        and marked.tokens[index + 1].word.letters == Letters.LOWER
    )


def _honoured_within(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether an honorific stands inside a name: Akmal usta Nozimov, Cavidan Hanım Aslanova."""
    return (
        index + 1 < limit
        and marked.lexicon.grammar.head == "final"
        and bool(marked.tags[index] & Tag.HONORIFIC)
        and _part(marked, index + 1)
    )


def _uncapitalised(marked: TaggedArticle, run: Run) -> Run:
    """Leave out an abbreviation before a name.

    A surname in capitals has just one word beside it (SOLAK Fahri, not UNESCO Ali Can Er).
    """
    while len(run.parts) > 2 and marked.tokens[run.parts[0]].word.letters == Letters.CAPITALS:
        del run.parts[0]
        run.first = run.parts[0]
    if len(run.parts) > 2 and marked.tokens[run.parts[-1]].word.letters == Letters.CAPITALS:
        run.parts.pop()  # A Bağırov | ATƏT
        run.last = run.parts[-1] + 1
    return run


def _suffixed(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether a case ending follows behind a hyphen: Report-un."""
    if index + 1 >= limit or marked.mark(index) not in HYPHENS or not marked.tokens[index].glued:
        return False
    after = marked.tokens[index + 1]
    if not after.glued or after.word.letters != Letters.LOWER:
        return False
    return not marked.tags[index + 1] & Tag.PARTICLE and not _tied(marked, index)


def _tied(marked: TaggedArticle, index: int) -> bool:
    """Whether a word in small letters goes on behind the hyphen at `index` as part of a name (Kim Yong-joo), where no ending does."""
    after = marked.tokens[index + 1]
    if (
        marked.lexicon.grammar.head != "initial"
        or not (marked.tokens[index].glued and after.glued)
        or marked.tags[index + 1]
    ):
        return False
    return after.word.letters == Letters.LOWER and not after.word.verbal


def _over_hyphen(marked: TaggedArticle, index: int, limit: int, parts: int) -> int:
    """Return the index behind a hyphen that joins two parts of a name (also one set between spaces), else `index`."""
    if index + 1 >= limit or not marked.mark(index) or marked.mark(index) not in HYPHENS:
        return index
    if (
        marked.tags[index + 1] & Tag.PARTICLE
        and marked.tokens[index].glued
        and marked.tokens[index + 1].glued
    ):
        return index + 2
    if parts > 1 and _tied(marked, index):
        return index + 2
    if not (_part(marked, index + 1) or _hyphened(marked, index + 1)):
        return index
    tight = marked.tokens[index].glued and marked.tokens[index + 1].glued
    loose = (
        marked.mark(index) == "-" and parts == 1 and index + 2 < limit and _part(marked, index + 2)
    )
    return index + 1 if tight or loose else index
