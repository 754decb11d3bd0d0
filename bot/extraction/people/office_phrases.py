"""The office that stands beside a name.

"President of the Academy X", "X Genel Sekreteri Y", "Z, Rector of W".

Where the head of an office stands first (English, Russian), its complement runs on to the right;
where it stands last (the Turkic languages), its body and country run to the left. English does
both. A phrase never runs across a verb, a person or a list's comma.
"""

from dataclasses import dataclass, replace

from bot.extraction.people.name_candidates import HYPHENS
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold

_NOUNS = (
    Tag.ROLE
    | Tag.TITLE
    | Tag.MODIFIER
    | Tag.BODY
    | Tag.DESCRIPTOR
    | Tag.PLACE
    | Tag.DEMONYM
    | Tag.ORGANIZATION
)
_INNER = Tag.BODY | Tag.DESCRIPTOR | Tag.PLACE | Tag.DEMONYM | Tag.ORGANIZATION
HEADS = Tag.ROLE | Tag.TITLE
_QUOTES = frozenset("\"“”«»„'‘’")
_HONORIFIC_MARKS = frozenset(".-")
_LEADERS = frozenset("–—:")  # lead from an office to its holders: "members – A and B"
_CHAINING = frozenset(",-–—")
_SEAT = 6  # tokens of the body in which a country's office is held
_PARTICIPLE = 7  # tokens between an office and the participle that gives it to somebody
_LONGEST = 34  # tokens; the longest chain seen in the field has 27
CLOSERS = {")": "(", "”": "“", "»": "«", '"': '"'}


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office as it stands in the text.

    Attributes:
        first: Index of its first token.
        last: Index behind its last token.
        head: The word for the office itself.
        apposed: Whether a comma parts it from the name.
        title: Whether it is a mere title: Ambassador, Academician.
        lead: The first of several offices told one after another (president of X, academician of
            Y), or None.
    """

    first: int
    last: int
    head: Match
    apposed: bool
    title: bool = False
    lead: Match | None = None


def over_honorifics(marked: TaggedArticle, floor: int, at: int) -> int:
    """Return the index of the first of the honorifics that end at `at`."""
    while at > floor:
        joined = at - 2 >= floor and marked.tags[at - 2] & (Tag.HONORIFIC | Tag.TITLE)
        if marked.tags[at - 1] & (Tag.HONORIFIC | Tag.TITLE) or (
            joined and marked.mark(at - 1) in _HONORIFIC_MARKS
        ):
            at -= 1
        else:
            break
    return at


def before(marked: TaggedArticle, floor: int, name: int) -> OfficePhrase | None:
    """Return the office that leads up to the name that begins at `name`, looking back no further than `floor`."""
    at = over_honorifics(marked, floor, name)
    role = _before(marked, floor, at, apposed=False) or _acting(marked, floor, at)
    if role is None and marked.mark(at - 1) == "," and at - 1 > floor:
        role = _before(marked, floor, at - 1, apposed=True)
    if (
        role is None
        and marked.lexicon.grammar.head == "final"
        and marked.mark(at - 1) in _LEADERS
        and at - 1 > floor
    ):
        role = _before(marked, floor, at - 1, apposed=True)
    role = role or _title(marked, floor, at, name)
    return (
        _chained(marked, floor, role)
        if role is not None and marked.lexicon.grammar.head == "final"
        else role
    )


def _acting(marked: TaggedArticle, floor: int, at: int) -> OfficePhrase | None:
    """Return the office whose work somebody only does.

    "vaziri v.b. | X", "президентінің м.а. | X".
    """
    for words in marked.lexicon.acting:
        start = _over_words(marked, floor, at, words)
        role = _before(marked, floor, start, apposed=False) if start is not None else None
        if role is not None:
            return replace(role, last=at)
    return None


def _over_words(marked: TaggedArticle, floor: int, at: int, words: tuple[str, ...]) -> int | None:
    """Return where `words` begin that end at `at`, full stops between them aside, or None."""
    start = at
    for word in reversed(words):
        while start > floor and marked.mark(start - 1) == ".":
            start -= 1
        if start <= floor or marked.tokens[start - 1].word.fold != word:
            return None
        start -= 1
    return start


def _chained(marked: TaggedArticle, floor: int, role: OfficePhrase) -> OfficePhrase:
    """Return `role` with the offices of the same person that stand before it, each behind a comma.

    "rector, doctor of law Y".

    A dash does as well: "deputy prime minister – minister Y".
    """
    while role.first - 1 > floor and marked.mark(role.first - 1) in _CHAINING:
        match = marked.matches[role.first - 2]
        if match is None or match.last != role.first - 1 or not match.tag & HEADS:
            break
        if marked.mark(role.first - 1) != "," and not _of_state(marked, role, match):
            break
        title = role.title and not match.tag & Tag.ROLE
        role = replace(role, first=left(marked, floor, match.first), lead=match, title=title)
    return role


def _of_state(marked: TaggedArticle, role: OfficePhrase, lead: Match) -> bool:
    """Whether a dash joins two offices of one person, not a label to a person.

    Premier – minister.
    """
    plural = marked.tokens[lead.last - 1].word.fold.endswith(marked.lexicon.plurals)
    wide = role.head.last - role.head.first > 1 or any(
        marked.tags[index] & (Tag.DESCRIPTOR | Tag.BODY)
        for index in range(role.first, role.head.first)
    )
    return wide and not plural


def _title(marked: TaggedArticle, floor: int, first: int, name: int) -> OfficePhrase | None:
    """A title stands for an office where no other is given: Ambassador, Academician."""
    for index in range(first, name):
        match = marked.matches[index]
        if match is not None and match.tag & Tag.TITLE:
            return OfficePhrase(
                left(marked, floor, match.first), match.last, match, apposed=False, title=True
            )
    return None


def _before(marked: TaggedArticle, floor: int, at: int, *, apposed: bool) -> OfficePhrase | None:
    close = _skip_group(marked, floor, at - 1) + 1
    match = marked.matches[close - 1] if close > floor else None
    if match is not None and match.tag & Tag.ROLE:
        head = _outermost(marked, floor, at) if _nested(marked, floor, match.first) else None
        head = head or match
        return OfficePhrase(left(marked, floor, head.first), at, head, apposed)
    if marked.lexicon.grammar.head != "initial":
        return _of_holder(marked, floor, at) if not apposed else None
    head = _outermost(marked, floor, at)
    if head is None:
        return None
    return OfficePhrase(left(marked, floor, head.first), at, head, apposed)


def _nested(marked: TaggedArticle, floor: int, first: int) -> bool:
    """Whether an office is the complement of another: chief advisor to the | president X.

    Where nouns are written with capitals, only an article tells: press secretary of | President Y.
    """
    grammar = marked.lexicon.grammar
    if grammar.head != "initial" or grammar.small_nouns:
        return grammar.head == "initial"
    return (
        first - 2 > floor
        and marked.tokens[first - 1].word.fold in marked.lexicon.articles
        and bool(marked.tags[first - 2] & Tag.PREPOSITION)
    )


def _of_holder(marked: TaggedArticle, floor: int, at: int) -> OfficePhrase | None:
    """Return the office that a participle before the name gives to it.

    "to the post of secretary general lately appointed | X".
    """
    index = at - 1
    if index <= floor:
        return None
    given = index - 1 if marked.tokens[index].word.verbal else index
    match = marked.matches[given]
    if match is not None and match.tag & Tag.OFFICE and _handed(marked, match):
        return OfficePhrase(left(marked, floor, match.first), match.last, match, apposed=False)
    if given == index:
        return None
    while index > max(floor, at - _PARTICIPLE):
        match, holds = marked.matches[index - 1], marked.matches[index]
        if (
            match is not None
            and match.tag & Tag.ROLE
            and holds is not None
            and any(e.key == "offices" for e in holds.entries)
        ):
            return OfficePhrase(left(marked, floor, match.first), match.last, match, apposed=False)
        index -= 1
    return None


def _handed(marked: TaggedArticle, match: Match) -> bool:
    """Whether the word for an office is an object, which somebody takes or does.

    "tercümanlığını X yaptı", "sekreterliğine getirilen X".
    """
    word = marked.tokens[match.last - 1].word.fold
    lexicon = marked.lexicon
    rests = [word[len(entry.words[-1]) :] for entry in match.entries if entry.tag == Tag.OFFICE]
    away = (*lexicon.in_endings, *lexicon.origin_endings, *lexicon.genitives)
    return any(
        rest and rest not in lexicon.possessives and not rest.endswith(away) for rest in rests
    )


def _skip_group(marked: TaggedArticle, floor: int, index: int) -> int:
    """Return the index before the brackets or quotation that close at `index`, else `index`."""
    opener = CLOSERS.get(marked.mark(index)) if index > floor else None
    if opener is None:
        return index
    for at in range(index - 1, max(floor, index - 14) - 1, -1):
        if marked.mark(at) == opener:
            return at - 1
    return index


def _outermost(marked: TaggedArticle, floor: int, at: int) -> Match | None:
    """Walk back over a complement to the office that governs it, the outermost where offices are nested."""
    head: Match | None = None
    index, limit = at - 1, max(floor, at - _LONGEST)
    while index >= limit:
        skipped = _skip_group(marked, floor, index)
        if skipped < index:
            index = skipped  # the "Name in Quotation Marks" Festival
            continue
        match = marked.matches[index]
        if match is not None and match.tag & HEADS:
            head, index = match, match.first - 1
        elif _complements(marked, index, at):
            index = (match.first if match is not None else index) - 1
        else:
            break
    return head


def _complements(marked: TaggedArticle, index: int, end: int) -> bool:
    """Whether the token at `index` can stand inside the complement of an office that ends before `end`."""
    token, tag = marked.tokens[index].word, marked.tags[index]
    if tag & Tag.CONJUNCTION:
        return index != end - 1 and not _parts_offices(marked, index)
    if tag & (_INNER | Tag.PREPOSITION | Tag.MODIFIER | Tag.MONTH):
        return True
    if token.letters == Letters.MARK:
        return joins(marked, index, end)
    if marked.cued(index, "eponym_before"):
        return True  # университета имени Абая
    if tag & Tag.FUNCTION or (tag & Tag.CUE and not marked.cued(index, "town_words")):
        return article(marked, index)
    if token.letters == Letters.LOWER:
        return marked.lexicon.grammar.small_nouns and not token.verbal
    return True


def _parts_offices(marked: TaggedArticle, index: int) -> bool:
    """Whether an "and" parts the office of somebody unnamed from the next.

    Head of X and | rector Y.

    Two bare offices are one person's: Deputy Prime Minister and Minister of Trade Y.
    """
    ahead = index + 1
    while marked.tags[ahead] & (Tag.FUNCTION | Tag.MODIFIER) and not marked.tags[ahead] & HEADS:
        ahead += 1
    return bool(marked.tags[ahead] & HEADS) and not marked.tags[index - 1] & HEADS


def joins(marked: TaggedArticle, index: int, end: int) -> bool:
    """Whether the mark at `index` stands inside an office's complement that ends before `end`."""
    text = marked.tokens[index].word.text
    if text in _QUOTES or text in "()-‑&/№":
        return True
    if text in _LEADERS and text != ":":  # Deputy Prime Minister – Minister of Trade
        return bool(marked.tags[index - 1] & HEADS and marked.tags[index + 1] & HEADS)
    if text == ".":
        return len(marked.tokens[index - 1].word.text) <= 2
    if text != "," or index + 1 >= end:
        return False
    return bool(
        marked.tags[index + 1] & _INNER
        and not marked.tags[index + 1] & (Tag.PLACE | Tag.DEMONYM | Tag.ROLE | Tag.TITLE)
    ) and bool(
        marked.tags[index - 1] & _INNER or marked.tokens[index - 1].word.letters == Letters.LOWER
    )


def left(marked: TaggedArticle, floor: int, first: int) -> int:
    """Return where an office whose head begins at `first` begins.

    With what qualifies it from the left.
    """
    index, last = first - 1, first
    while index >= floor and first - index < _LONGEST:
        step = _step_left(marked, floor, index)
        if step is None:
            break
        index = step
    first = index + 1
    while first < len(marked.tokens) and (
        marked.tags[first] & Tag.CONJUNCTION or marked.mark(first) in {",", "-", "–", ")", "."}
    ):
        first += 1
    return first + 1 if _ownerless(marked, first, last) else first


def _ownerless(marked: TaggedArticle, index: int, last: int) -> bool:
    """Whether the word at `index`, the first of an office, has a possessive's ending and no owner.

    An object that stands before it.
    """
    match = marked.matches[index] if index < len(marked.tokens) else None
    return (
        index < last
        and marked.tokens[index].word.fold.endswith(marked.lexicon.possessives)
        and (match is None or match.last == index + 1)
        and not marked.plain(index)
        and (
            marked.sentence_of(index).first == index
            or (marked.tokens[index].word.letters == Letters.LOWER and not marked.mark(index - 1))
        )
    )


def _over_attached(marked: TaggedArticle, floor: int, index: int) -> int | None:
    """Step over a word that ties what stands before it, in whatever case, to the noun behind.

    Bakanlığına bağlı, Nazirliyi yanında.
    """
    before = index - 1
    if (
        before < floor
        or marked.tokens[before].word.letters == Letters.MARK
        or marked.tags[before] & (Tag.FUNCTION | Tag.CUE)
    ):
        return None
    match = marked.matches[before]
    return (match.first if match is not None else before) - 1


def _step_left(marked: TaggedArticle, floor: int, index: int) -> int | None:
    """Return the index to look at next when the token at `index` qualifies an office to its right, or None where the office begins."""
    grammar = marked.lexicon.grammar
    word, tag, match = marked.tokens[index].word, marked.tags[index], marked.matches[index]
    final = grammar.head == "final"
    if word.letters == Letters.MARK:
        return _over_mark(marked, floor, index, final=final)
    if final and tag & Tag.ATTACHING:
        return _over_attached(marked, floor, index)
    if final and (_detached(marked, index) or _apart_from_office(marked, index)):
        return _over_seat(marked, floor, index)
    if tag & Tag.CONJUNCTION:
        return index - 1 if _and_within(marked, floor, index) else None
    if tag & _NOUNS and match is not None:
        alone = (
            tag == Tag.PLACE and not final and grammar.small_nouns
        )  # a noun before its office belongs to what comes before
        return None if alone or marked.year(match.first) else match.first - 1
    if tag & (Tag.FUNCTION | Tag.CUE | Tag.PREPOSITION | Tag.MONTH):
        return index - 1 if final and marked.names_after(index) else None
    if word.letters == Letters.LOWER:
        return index - 1 if final and grammar.small_nouns and not word.verbal else None
    return None if grammar.head == "initial" and grammar.small_nouns else index - 1


def _apart_from_office(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` has nothing to do with the office to its right.

    It stands for somebody absent ("in whose place"), is another office in its dictionary form, or a
    deed or an event in small letters before a name.
    """
    word, tag = marked.tokens[index].word, marked.tags[index]
    cued = marked.cued(index, "absent_behind") or marked.cued(index, "offices")
    exact = cued and marked.plain(index)  # ордуна, in whose place, and not a form of орда
    if cued and (exact or not tag & _INNER):
        return not marked.names_after(index)
    if tag & Tag.ROLE and not tag & (Tag.MODIFIER | Tag.DESCRIPTOR | Tag.BODY | Tag.TITLE):
        match, ahead_match = marked.matches[index], marked.matches[index + 1]
        both = match is not None and ahead_match is not None and match.last == index + 1
        return (
            both
            and bool(marked.tags[index + 1] & Tag.ROLE)
            and marked.plain(index)
            and marked.plain(index + 1)
            and not marked.tokens[index + 1].word.fold.endswith(marked.lexicon.possessives)
        )
    ahead = marked.tokens[index + 1].word.letters
    if tag & Tag.BODY and word.letters == Letters.LOWER and ahead == Letters.CAPITALS:
        return not word.fold.endswith(marked.lexicon.genitives)
    said = not tag and word.fold.startswith(marked.lexicon.presence.deeds)
    return (
        (bool(tag & Tag.KIND) or said)
        and not tag & _INNER
        and word.letters == Letters.LOWER
        and ahead in {Letters.CAPITAL, Letters.CAPITALS}
    )


def _over_seat(marked: TaggedArticle, floor: int, index: int) -> int | None:
    """Step over the body in which a country's office is held.

    Azərbaycanın | ATƏT PA-da | rəhbəri.
    """
    if not marked.tokens[index].word.fold.endswith(marked.lexicon.in_endings or ("\0",)):
        return None
    at = index - 1
    while (
        at > floor
        and index - at < _SEAT
        and (marked.mark(at) in HYPHENS or marked.tokens[at].word.letters == Letters.CAPITALS)
    ):
        at -= 1
    match, word = marked.matches[at], marked.tokens[at].word
    owns = (fold(word.ending) or word.fold).endswith(marked.lexicon.genitives)
    if at == index - 1 or match is None or not match.tag & Tag.PLACE or not owns:
        return None
    return match.first - 1 if match.first >= floor else None


def _detached(marked: TaggedArticle, index: int) -> bool:
    """Whether the case of the word at `index` parts it from the noun behind it.

    "to the hall", "in Ankara'da".
    """
    word, tag = marked.tokens[index].word, marked.tags[index]
    if word.ending:
        return not fold(word.ending).endswith(marked.lexicon.qualifying)
    if word.fold in marked.lexicon.in_endings and marked.mark(index - 1) in HYPHENS:
        return True
    if tag & Tag.BODY and apart(marked, index):
        return True
    return not tag & Tag.MODIFIER and marked.ends_chain(index)


def apart(marked: TaggedArticle, index: int) -> bool:
    """Whether a noun in its dictionary form belongs to what comes before.

    A small one before a capital, one that begins before a place.
    """
    if not marked.plain(index) or index + 1 >= len(marked.tokens):
        return False
    if marked.tokens[index].word.letters == Letters.LOWER:
        return marked.tokens[index + 1].word.letters in {Letters.CAPITAL, Letters.CAPITALS}
    return (
        bool(marked.tags[index + 1] & (Tag.PLACE | Tag.ORGANIZATION | Tag.BODY))
        and marked.sentence_of(index).first == index
    )


def _over_mark(marked: TaggedArticle, floor: int, index: int, *, final: bool) -> int | None:
    text = marked.tokens[index].word.text
    if text in HYPHENS and marked.tokens[index].glued:
        return index - 1
    if text == "." and len(marked.tokens[index - 1].word.text) <= 2 and index - 1 >= floor:
        return index - 1
    if text in CLOSERS:
        skipped = _skip_group(marked, floor, index)
        led = final or not marked.lexicon.grammar.small_nouns
        return skipped if led and skipped < index and (final or skipped >= floor) else None
    if (
        text == ","
        and index - 1 >= floor
        and marked.tags[index - 1] & Tag.DESCRIPTOR
        and marked.tags[index + 1] & Tag.DESCRIPTOR
    ):
        return index - 1
    return None


def _and_within(marked: TaggedArticle, floor: int, index: int) -> bool:
    """Whether an "and" joins words of one office (Culture and Tourism) rather than two people or offices."""
    if index - 1 < floor or index + 1 >= len(marked.tokens):
        return False
    left, right = marked.tags[index - 1], marked.tags[index + 1]
    if (
        marked.lexicon.grammar.head == "final"
        and left & Tag.BODY
        and not left & Tag.DESCRIPTOR
        and not marked.plain(index - 1)
    ):
        return False  # a body with its ending is complete: "heyəti və"
    return bool(left & (Tag.DESCRIPTOR | Tag.BODY)) and bool(right & (Tag.DESCRIPTOR | Tag.BODY))


def article(marked: TaggedArticle, index: int) -> bool:
    """Whether the small word at `index` goes on with a complement: of | the."""
    return bool(marked.tags[index - 1] & (Tag.PREPOSITION | Tag.CONJUNCTION))
