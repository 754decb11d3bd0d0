"""What joins the words of one office: a hyphen, brackets, a comma between fields, an "and"."""

from bot.extraction.people.name_words import CAPITALISED, HYPHENS
from bot.extraction.people.office_complements import CLOSERS, skip_group
from bot.extraction.people.office_limits import abroad
from bot.extraction.people.offices_beside import two_bodies
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold

_FIELDS = 10  # tokens of a list of fields
_SEAT = 6  # tokens of the body in which a country's office is held


def over_mark(marked: TaggedArticle, floor: int, index: int, *, final: bool) -> int | None:
    """Step over a hyphen, brackets or a comma within one office; None where the mark ends it."""
    text = marked.tokens[index].word.text
    if text in HYPHENS and marked.tokens[index].glued:
        return index - 1
    if text == "." and len(marked.tokens[index - 1].word.text) <= 2 and index - 1 >= floor:
        return index - 1
    if text in CLOSERS:
        skipped = skip_group(marked, floor, index)
        led = final or not marked.lexicon.grammar.small_nouns
        return skipped if led and skipped < index and (final or skipped >= floor) else None
    if (
        text == ","
        and index - 1 >= floor
        and marked.tags[index - 1] & Tag.DESCRIPTOR
        and marked.tags[index + 1] & Tag.DESCRIPTOR
        and not (final and _gathering(marked, index - 1))
    ):
        return index - 1
    if text == "," and final and (_opens_fields(marked, floor, index) or abroad(marked, index - 1)):
        return index - 1
    return None


def _opens_fields(marked: TaggedArticle, floor: int, index: int) -> bool:
    """Whether a comma follows the first of a part's fields: TÜRKSOY İdari | , Mali ve X Dairesi.

    What no list knows stands right behind the body, alone: behind a name it would be somebody's.
    """
    first, last = index - 1, index + 2
    ends = last >= len(marked.tags)
    if ends or first - 1 < floor or not marked.tags[last] & Tag.CONJUNCTION:
        return False
    owner = marked.tags[first - 1] & (Tag.BODY | Tag.ORGANIZATION) or marked.mark(first - 1) == ")"
    alone = marked.tags[first] & Tag.DESCRIPTOR or (owner and _fieldlike(marked, first))
    known = marked.tags[index + 1] & Tag.DESCRIPTOR or _fieldlike(marked, index + 1)
    return bool(alone and known) and _of_part(marked, last + 1)


def _fieldlike(marked: TaggedArticle, index: int) -> bool:
    """Whether a word with a capital may be a field's that no list has, or that is a country's name.

    Mali | İşler.
    """
    word, match = marked.tokens[index].word, marked.matches[index]
    lone = match is None or (match.tag == Tag.PLACE and match.last - match.first == 1)
    if word.letters != Letters.CAPITAL or not lone or word.ending:
        return False
    somebodys = (*marked.lexicon.surnames, *marked.lexicon.genitives)
    return marked.plain(index) if match is not None else not word.fold.endswith(somebodys)


def _of_part(marked: TaggedArticle, index: int) -> bool:
    """Whether a field of work is told at `index`, of a part of a body: | Hukuk İşleri Dairesi."""
    at = index
    last = min(index + _FIELDS, len(marked.tokens))
    while at < last and marked.tags[at] & (Tag.DESCRIPTOR | Tag.ATTACHING):
        at += 1
    match = marked.matches[at] if index < at < last else None
    return match is not None and _is_part(marked, match)


def _is_part(marked: TaggedArticle, match: Match) -> bool:
    parts = marked.lexicon.grammar.people.parts
    return any(entry.tag == Tag.BODY and entry.shown in parts for entry in match.entries)


def _gathering(marked: TaggedArticle, index: int) -> bool:
    """Whether a gathering of somebody's ends at `index`: Konseyi Toplantısı | , Kültür Bakanı X."""
    tied = marked.folds[index].endswith(marked.lexicon.possessives)
    return tied and bool(marked.tags[index] & Tag.KIND)


def over_seat(marked: TaggedArticle, floor: int, index: int) -> int | None:
    """Step over the body or the country in which a country's office is held, or works with."""
    seat = _over_seat(marked, floor, index)
    return over_partner(marked, floor, index) if seat is None else seat


def _over_seat(marked: TaggedArticle, floor: int, index: int) -> int | None:
    """Step over the body or the country in which a country's office is held.

    Azərbaycanın | ATƏT PA-da | rəhbəri, Azərbaycanın | Türkiyədə | səfiri.
    """
    if not marked.tokens[index].word.fold.endswith(marked.lexicon.in_endings):
        return None
    seat = marked.matches[index]
    abroad = seat is not None and bool(seat.tag & Tag.PLACE)
    at = (seat.first if seat is not None and abroad else index) - 1
    while (
        at > floor
        and index - at < _SEAT
        and (marked.mark(at) in HYPHENS or marked.tokens[at].word.letters == Letters.CAPITALS)
    ):
        at -= 1
    match, word = marked.matches[at], marked.tokens[at].word
    if floor < at < index - 1 and marked.mark(at) == "," and marked.tags[at - 1] & Tag.ROLE:
        return at  # sədr müavini, | TÜRKPA-da nümayəndə heyətinin rəhbəri
    owns = (fold(word.ending) or word.fold).endswith(marked.lexicon.genitives)
    if match is None or not match.tag & Tag.PLACE or not owns:
        return None
    if at == index - 1 and not abroad:
        return None
    return match.first - 1 if match.first >= floor else None


def over_partner(marked: TaggedArticle, floor: int, index: int) -> int | None:
    """Step over the word or the land with its ending that tells with whom a body's group works.

    Milli Məclisin | Türkiyə ilə | dostluq qrupunun rəhbəri, Мәжілістің | Түркиямен | тобы.
    """
    words = marked.lexicon.office_words
    parted = marked.folds[index] in words.partnering
    land = marked.matches[index - 1 if parted else index]
    if land is None or land.first < floor or not any(entry.is_country for entry in land.entries):
        return None
    tied = marked.folds[index].endswith(words.partner_endings) if words.partner_endings else False
    tied = tied and not marked.plain(index)
    if not (parted or tied) or not _leads_group(marked, index + 1):
        return None
    return index - 1 if parted else land.first - 1


def _leads_group(marked: TaggedArticle, index: int) -> bool:
    """Whether a group begins at `index`, or an office that is told with it: dostluq qrupu-nun."""
    match = marked.matches[index]
    if match is None:
        return False
    if match.tag & Tag.BODY and _is_part(marked, match):
        return True
    long = match.tag & Tag.ROLE and match.last - match.first > 1
    parts = tuple(fold(part) for part in marked.lexicon.grammar.people.parts)
    inner = range(match.first, match.last - 1)
    told = bool(long) and any(marked.folds[at].startswith(parts) for at in inner)
    return told or _of_part(marked, index)


def over_and(marked: TaggedArticle, floor: int, index: int, *, final: bool) -> int | None:
    """Step over an "and" within one office, and over a word before it that no list knows."""
    if final and (_half_known(marked, floor, index) or _of_strange_part(marked, floor, index)):
        return index - 2
    if final and index - 1 >= floor and abroad(marked, index - 1):
        return index - 1
    if final and two_bodies(marked, floor, index):
        return index - 1
    if final and (partner := over_partner(marked, floor, index)) is not None:
        return partner
    return index - 1 if _and_within(marked, floor, index) else None


def _and_within(marked: TaggedArticle, floor: int, index: int) -> bool:
    """Whether an "and" joins words of one office (Culture and Tourism), not two offices."""
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
    fields = Tag.DESCRIPTOR | Tag.BODY
    return bool(left & fields) and (bool(right & fields) or _of_field(marked, index + 1))


def _of_field(marked: TaggedArticle, index: int) -> bool:
    """Whether an office that begins at `index` is told with its field: xarici işlər naziri."""
    match, lexicon = marked.matches[index], marked.lexicon
    if lexicon.grammar.head != "final" or match is None or match.first != index:
        return False
    last = marked.folds[match.last - 1]
    return match.last - match.first > 1 and last.startswith(lexicon.ministers)


def _of_strange_part(marked: TaggedArticle, floor: int, index: int) -> bool:
    """Whether an "and" joins a part's field that no list tells to the next.

    One that is written like a country's name: Mali | ve X Dairesi. One whose noun stands for
    anything: құқықтық мәселелер | және X комиссиясы.
    """
    if index - 2 < floor or not _of_part(marked, index + 1):
        return False
    if marked.tags[index - 1] == Tag.FUNCTION:
        owned = index - 3 >= floor and marked.tags[index - 3] & (Tag.BODY | Tag.ORGANIZATION)
        strange = owned and _fieldlike(marked, index - 2)
        return bool(strange or marked.tags[index - 2] & Tag.DESCRIPTOR)
    return bool(marked.tags[index - 1]) and _fieldlike(marked, index - 1)


def _half_known(marked: TaggedArticle, floor: int, index: int) -> bool:
    """Whether an "and" joins a word that no list knows to a field of work, written as it is.

    Hazine | ve Maliye, transport va | infratuzilma; but a name before the "and" is somebody.
    """
    left, right = index - 1, index + 1
    if left < floor or right + 1 >= len(marked.tokens):
        return False
    strange = left if not marked.tags[left] else right
    known = right if strange == left else left
    word = marked.tokens[strange].word
    if marked.tags[strange] or not marked.tags[known] & Tag.DESCRIPTOR:
        return False
    if word.verbal or word.ending or marked.tokens[right].word.letters > Letters.CAPITALS:
        return False
    if word.letters == Letters.LOWER and strange == left:
        great = marked.tokens[right].word.letters in CAPITALISED
        if great or word.adverbial:
            return False
    if word.fold.endswith((*marked.lexicon.surnames, *marked.lexicon.genitives)):
        return False
    beside = strange - 1 if strange == left else strange + 1
    named = not marked.tags[beside] and marked.tokens[beside].word.letters in CAPITALISED
    return not named or beside < floor
