"""Where an office begins: its head with the body, country and adjectives that qualify it.

In the Turkic languages these run to the left of the head ("X Genel Sekreteri"), and English does it
too. The way left ends at a noun in a case of its own, a verb, a person or a list's comma.
"""

from bot.extraction.people import body_works, office_limits
from bot.extraction.people.dictionary_forms import plural, possessed
from bot.extraction.people.given_names import given
from bot.extraction.people.name_words import CAPITALISED, HYPHENS, initial
from bot.extraction.people.office_complements import INNER, LONGEST, disagree
from bot.extraction.people.office_joints import over_and, over_mark, over_seat
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold

_DAYS = Tag.MONTH | Tag.NEAR_MONTH | Tag.WEEKDAY | Tag.RELATIVE
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

_SHORT_I = frozenset("йЙ")  # folded like the vowel that many possessives are: Алай
_STEM = 3  # letters of the shortest name that a case is put on
_SEAT = 6  # tokens of the body in which a country's office is held


def left(marked: TaggedArticle, floor: int, first: int) -> int:
    """Return where an office begins whose head begins at `first`, with what qualifies it."""
    index, last = first - 1, first
    final = marked.lexicon.grammar.head == "final"
    unowned = final and office_limits.loose(marked, first)
    head = marked.matches[first]
    several = final and head is not None and plural(marked, head)
    while index >= floor and first - index < LONGEST:
        if final and office_limits.bars(marked, index, last, unowned=unowned):
            break
        other = marked.matches[index]
        if not final and head and other and disagree(marked, other, head):
            return _with_adjectives(marked, first)
        joined = several and _joins_lands(marked, floor, index)
        step = index - 1 if joined else _step_left(marked, floor, index)
        if step is None:
            break
        index = step
    first = index + 1
    while first < len(marked.tokens) and (
        marked.tags[first] & Tag.CONJUNCTION or marked.mark(first) in {",", "-", "–", ")", "."}
    ):
        first += 1
    return first + 1 if _ownerless(marked, first, last) else first


def _with_adjectives(marked: TaggedArticle, first: int) -> int:
    """Return where the adjectives begin that stand right before an office."""
    while first and marked.tags[first - 1] == Tag.MODIFIER:
        first -= 1
    return first


def _joins_lands(marked: TaggedArticle, floor: int, index: int) -> bool:
    """Whether an "and" or a comma joins the countries of several: A ve | B Ulaştırma Bakanları."""
    if index - 1 < floor or not (marked.tags[index] & Tag.CONJUNCTION or marked.mark(index) == ","):
        return False
    return _land(marked, index - 1) and _land(marked, index + 1)


def _land(marked: TaggedArticle, index: int) -> bool:
    match = marked.matches[index]
    entries = match.entries if match is not None else ()
    return any(entry.is_country for entry in entries)


def _ownerless(marked: TaggedArticle, index: int, last: int) -> bool:
    """Whether the word at `index`, the first of an office, has a possessive's ending and no owner.

    An object that stands before it.
    """
    match = marked.matches[index] if index < len(marked.tokens) else None
    return (
        index < last
        and marked.folds[index].endswith(marked.lexicon.possessives)
        and marked.tokens[index].word.text[-1] not in _SHORT_I
        and (match is None or match.last == index + 1)
        and not marked.plain(index)
        and not (index + 1 < last and _tied_noun(marked, index + 1))
        and marked.tokens[index].word.letters != Letters.CAPITALS  # KTMU | Rektörü
        and not initial(marked, index)  # И. Арабаев атындагы
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
        or marked.tags[before] & Tag.FUNCTION
        or marked.tags[before] & (Tag.CUE | Tag.BODY) == Tag.CUE
    ):
        return None
    match = marked.matches[before]
    return (match.first if match is not None else before) - 1


def _step_left(marked: TaggedArticle, floor: int, index: int) -> int | None:
    """Return the index to look at next when the token at `index` qualifies an office behind it.

    None where the office begins behind the token.
    """
    grammar = marked.lexicon.grammar
    word, tag, match = marked.tokens[index].word, marked.tags[index], marked.matches[index]
    final = grammar.head == "final"
    if word.letters == Letters.MARK:
        return over_mark(marked, floor, index, final=final)
    if final and tag & Tag.ATTACHING:
        return _over_attached(marked, floor, index)
    apart = final and (_detached(marked, index) or _apart_from_office(marked, index))
    if apart:
        work = body_works.of_work(marked, index)
        return index - 1 if work else over_seat(marked, floor, index)
    if tag & Tag.CONJUNCTION:
        return over_and(marked, floor, index, final=final)
    if tag & _NOUNS and match is not None:
        # where nouns are small, one before its office belongs to what comes before
        of_body = tag & Tag.BODY and not tag & (Tag.MODIFIER | Tag.DESCRIPTOR | Tag.ROLE)
        alone = not final and grammar.small_nouns and (tag == Tag.PLACE or bool(of_body))
        alone = alone or (not final and _of_verb(marked, index))
        return None if alone or marked.year(match.first) else match.first - 1
    if tag & (Tag.FUNCTION | Tag.CUE | Tag.PREPOSITION | _DAYS):
        named = _tied_to_body(marked, index) if final else named_body_before(marked, index)
        lettered = final and initial(marked, index)  # M. O. | Auezov adına
        return index - 1 if named or lettered else None
    if word.letters == Letters.LOWER:
        return index - 1 if final and grammar.small_nouns and not word.verbal else None
    small = grammar.head == "initial" and grammar.small_nouns
    return None if small or _day_of_month(marked, index) else index - 1


def _day_of_month(marked: TaggedArticle, index: int) -> bool:
    """Whether a number is a day's, behind its month: On May 3 | Prime Minister X."""
    number = marked.tokens[index].word.letters == Letters.NUMBER
    return number and index > 0 and bool(marked.tags[index - 1] & Tag.MONTH)


def _of_verb(marked: TaggedArticle, index: int) -> bool:
    """Whether a small noun before an organisation is rather a verb: they trust | TURKSOY's head."""
    tag, word = marked.tags[index], marked.tokens[index].word
    noun = tag & (Tag.BODY | Tag.DESCRIPTOR) and not tag & (Tag.MODIFIER | Tag.ROLE)
    return (
        bool(noun)
        and word.letters == Letters.LOWER
        and bool(marked.tags[index + 1] & Tag.ORGANIZATION)
        and not marked.lexicon.grammar.small_nouns
    )


def _tied_to_body(marked: TaggedArticle, index: int) -> bool:
    """Whether a cue ties what is before it to a body behind: атындағы | үй, шығармашылығы | үйі."""
    body = marked.matches[index + 1]
    works = marked.tags[index] == Tag.CUE and marked.tags[index - 1] & Tag.DESCRIPTOR
    tied = body is not None and body.tag & Tag.BODY and possessed(marked, body)
    return bool(works and tied) or marked.names_after(index)


def named_body_before(marked: TaggedArticle, index: int) -> bool:
    """Whether a body's own name goes on behind the "of" at `index`: Union of | Sea Towns Chair.

    In English alone, where a body may stand before its office and is written with capitals.
    """
    grammar = marked.lexicon.grammar
    if grammar.head != "initial" or grammar.small_nouns or index < 1:
        return False
    if marked.folds[index] not in marked.lexicon.presence.belongs:
        return False
    body = marked.matches[index - 1]
    if body is None or not body.tag & Tag.BODY or body.tag & (Tag.ROLE | Tag.TITLE):
        return False
    sides = (marked.tokens[at].word.letters for at in (body.first, index + 1))
    return all(letters == Letters.CAPITAL for letters in sides)


def _strange_before(marked: TaggedArticle, index: int) -> bool:
    """Whether a word that no list knows cannot belong to what stands behind it.

    A small one before where somebody comes from; one with a capital before an abbreviation.
    """
    word, ahead = marked.tokens[index].word, index + 1
    if (word.ending or word.fold).endswith(marked.lexicon.genitives):
        return False
    if word.letters == Letters.LOWER or marked.sentence_of(index).first == index:
        whole = marked.tags[ahead] & Tag.ORGANIZATION or _land(marked, ahead)
        if whole and word.letters != Letters.LOWER:
            return True  # Açılışa | TÜRKSOY Genel Sekreteri
        return bool(marked.tags[ahead] & Tag.DEMONYM) and not word.adverbial
    great = marked.tokens[ahead].word.letters == Letters.CAPITALS
    return word.letters == Letters.CAPITAL and great and not marked.mark(ahead)


def _apart_from_office(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` has nothing to do with the office to its right.

    It stands for somebody absent ("in whose place"), is another office in its dictionary form, or a
    deed or an event in small letters before a name.
    """
    word, tag = marked.tokens[index].word, marked.tags[index]
    if not tag and _strange_before(marked, index):
        return True
    cued = marked.cued(index, "absent_behind") or marked.cued(index, "offices")
    exact = cued and marked.plain(index)  # ордуна, in whose place, and not a form of орда
    if cued and (exact or not tag & INNER):
        return not _tied_to_body(marked, index)
    if tag & Tag.ROLE and not tag & (Tag.MODIFIER | Tag.DESCRIPTOR | Tag.BODY | Tag.TITLE):
        match, ahead_match = marked.matches[index], marked.matches[index + 1]
        both = match is not None and ahead_match is not None and match.last == index + 1
        tied = ahead_match is not None and marked.folds[ahead_match.last - 1].endswith(
            marked.lexicon.possessives
        )
        if (
            both
            and marked.tags[index + 1] & Tag.ROLE
            and marked.plain(index)
            and marked.plain(index + 1)
            and not (tied or marked.folds[index + 1] in marked.lexicon.callings)
        ):
            return True  # but Prezident matbuot kotib-i
        if _small_before_great(marked, index):
            return True
    if _finished(marked, index):
        return True
    ahead = marked.tokens[index + 1].word.letters
    if tag & Tag.BODY and word.letters == Letters.LOWER and ahead == Letters.CAPITALS:
        return not word.fold.endswith(marked.lexicon.genitives)
    said = not tag and marked.lexicon.presence.deeds.begin(word.fold)
    return (
        (bool(tag & Tag.KIND) or said)
        and not tag & INNER
        and word.letters == Letters.LOWER
        and ahead in {Letters.CAPITAL, Letters.CAPITALS}
    )


def _small_before_great(marked: TaggedArticle, index: int) -> bool:
    """Whether an office in small letters ends at `index`, and one with a capital begins behind.

    Сенат төрағасы | Мемлекет басшысы X; where nouns are small a capital begins anew.
    """
    word, ahead = marked.tokens[index].word, marked.matches[index + 1]
    return (
        marked.lexicon.grammar.small_nouns
        and word.letters == Letters.LOWER
        and marked.tokens[index + 1].word.letters == Letters.CAPITAL
        and ahead is not None
        and bool(ahead.tag & Tag.ROLE)
        and word.fold.endswith(marked.lexicon.possessives)
    )


def _finished(marked: TaggedArticle, index: int) -> bool:
    """Whether an office ends at `index`, tied to its body, with another's body behind it.

    Сенат төрағасы | Мемлекет басшысы X; but Cumhurbaşkanı Özel Temsilcisi X.
    """
    match = marked.matches[index]
    if match is None or not match.tag & Tag.ROLE or match.tag & (Tag.BODY | Tag.DESCRIPTOR):
        return False
    word = marked.tokens[index].word
    if word.ending or not word.fold.endswith(marked.lexicon.possessives):
        return False
    tied = possessed(marked, match) or match.last - match.first > 1
    ahead = index + 1
    if _tied_noun(marked, ahead):
        return False  # Prezidenti | Administrasiyası: what it is tied to stands right before
    while marked.tags[ahead] & Tag.MODIFIER:
        ahead += 1
    behind = marked.tags[ahead]
    owners = Tag.BODY | Tag.DESCRIPTOR | Tag.PLACE | Tag.DEMONYM
    return tied and bool(behind & owners) and not behind & Tag.ROLE


def _tied_noun(marked: TaggedArticle, index: int) -> bool:
    """Whether a lone word for a body at `index` is tied to the word before it."""
    match = marked.matches[index]
    lone = match is not None and match.last - match.first == 1
    body = marked.tags[index] & ~Tag.CUE == Tag.BODY
    return lone and body and match is not None and possessed(marked, match)


def _detached(marked: TaggedArticle, index: int) -> bool:
    """Whether the case of the word at `index` parts it from the noun behind it.

    "to the hall", "in Ankara'da".
    """
    word, tag = marked.tokens[index].word, marked.tags[index]
    if word.ending:
        return not fold(word.ending).endswith(marked.lexicon.qualifying)
    if word.fold in marked.lexicon.in_endings and marked.mark(index - 1) in HYPHENS:
        return True
    if _named_like_case(marked, index) and marked.tokens[index + 1].word.letters in CAPITALISED:
        return False
    if (tag & Tag.BODY and apart(marked, index)) or _led_to(marked, index):
        return True
    return (not tag & Tag.MODIFIER or not marked.plain(index)) and marked.ends_chain(index)


def _named_like_case(marked: TaggedArticle, index: int) -> bool:
    """Whether a name only ends as a case does: Fatih Sultan | Mehmet, Side | Belediye Başkanı."""
    word, lexicon = marked.tokens[index].word, marked.lexicon
    if marked.tags[index] or word.letters != Letters.CAPITAL:
        return given(marked, index) is not None
    short = any(
        word.fold.endswith(end) and len(word.fold) - len(end) < _STEM for end in lexicon.in_endings
    )
    return short or given(marked, index) is not None


def _led_to(marked: TaggedArticle, index: int) -> bool:
    """Whether a gathering that opens a sentence is where those behind it go: Sergiye | X Bakanı."""
    word, ends = marked.tokens[index].word, marked.lexicon.to_endings
    return (
        bool(marked.tags[index] & (Tag.KIND | Tag.DESCRIPTOR | Tag.BODY))
        and marked.sentence_of(index).first == index
        and not marked.plain(index)
        and word.fold.endswith(ends)
        and marked.tokens[index + 1].word.letters in CAPITALISED
    )


def apart(marked: TaggedArticle, index: int) -> bool:
    """Whether a noun in its dictionary form belongs to what comes before.

    A small one before a capital, one that begins before a place.
    """
    if not marked.plain(index) or index + 1 >= len(marked.tokens):
        return False
    match = marked.matches[index]
    several = match is not None and match.last - match.first > 1
    led = index > 0 and marked.tokens[index - 1].word.letters in CAPITALISED
    if (several or led) and marked.folds[index].endswith(marked.lexicon.possessives):
        return False  # Qonunchilik palatasi | Spikeri: tied in its dictionary form
    if _of_compound(marked, index):
        return False
    if marked.tokens[index].word.letters == Letters.LOWER:
        return marked.tokens[index + 1].word.letters in {Letters.CAPITAL, Letters.CAPITALS}
    if marked.sentence_of(index).first == index:
        return bool(marked.tags[index + 1] & (Tag.PLACE | Tag.ORGANIZATION | Tag.BODY))
    small = marked.lexicon.grammar.small_nouns
    return small and _opens_clause(marked, index) and _state_body(marked, index + 1)


def _opens_clause(marked: TaggedArticle, index: int) -> bool:
    """Whether nothing but a day or a circumstance stands before a subject: 5 mayıs günü | Heyet."""
    timed = marked.tags[index - 1] & _DAYS and not marked.plain(index - 1)
    return bool(timed) or marked.ends_chain(index - 1)


def _state_body(marked: TaggedArticle, index: int) -> bool:
    """Whether a country stands at `index` with a body of its own: Қазақстан | сайлау комиссиясы."""
    match = marked.matches[index]
    if match is None or match.tag & Tag.BODY or not _land(marked, index):
        return False
    at, last = match.last, min(match.last + _SEAT, len(marked.tokens))
    while at < last and marked.tags[at] & Tag.DESCRIPTOR and not marked.tags[at] & Tag.BODY:
        at += 1
    return at < last and bool(marked.tags[at] & Tag.BODY)


def _of_compound(marked: TaggedArticle, index: int) -> bool:
    """Whether a body with a capital is the owner of the one behind: Парламент | Сенатының."""
    ahead = marked.matches[index + 1]
    great = marked.tokens[index].word.letters in CAPITALISED
    if ahead is None or not great or ahead.tag & (Tag.PLACE | Tag.ORGANIZATION):
        return False
    return bool(ahead.tag & Tag.BODY) and possessed(marked, ahead)
