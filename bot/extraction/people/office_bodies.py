"""Which words of an office's phrase are of the body or country that it is held in.

Where offices end a chain of nouns, the owner stands before them, in the genitive or without it;
what is in charge of a field or sits in a town is of the office itself.
"""

from bot.extraction.people import dictionary_forms, office_limits
from bot.extraction.people.name_words import HYPHENS
from bot.extraction.people.office_parts import AFFILIATES
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold

_SEAT = 6  # tokens of the body at which a country has somebody


def is_owner(marked: TaggedArticle, index: int, head: Match) -> bool:
    """Whether the word at `index` is of the body or country that the office `head` is held in.

    Where it is held is of the office (Bakıdakı), and so is a field of work (ауыл шаруашылығы).
    """
    match = marked.matches[index]
    place = match is not None and match.tag & Tag.PLACE and _owned(marked, match.first)
    last = match.last - 1 if match is not None and place else index
    if office_limits.located(marked, last) or _of_field(marked, index):
        return False
    if _where(marked, index, head.first) or office_limits.abroad(marked, index):
        return False
    if (
        _of_ministry(marked, index, head)
        or _compound(marked, index)
        or of_venture(marked, index, head)
    ):
        return False
    known = bool(marked.tags[index] & AFFILIATES) or _owns(marked, index)
    return known or _governed(marked, index, head)


def _compound(marked: TaggedArticle, index: int) -> bool:
    """Whether a hyphen joins a word for a body to a field of work: məhkəmə | -hüquq islahatları."""
    behind = index + 2
    if behind >= len(marked.tokens) or marked.mark(index + 1) not in HYPHENS:
        return False
    tight = marked.tokens[index + 1].glued and marked.tokens[behind].glued
    return tight and bool(marked.tags[behind] & Tag.DESCRIPTOR) and marked.plain(index)


def _governed(marked: TaggedArticle, index: int, head: Match) -> bool:
    """Whether a word that no list knows is the town of whoever governs it: Gürpınar | Kaymakamı."""
    great = marked.tokens[index].word.letters == Letters.CAPITAL
    if marked.tags[index] or not great or index + 1 != head.first:
        return False
    roles = marked.lexicon.grammar.people.governors
    return any(entry.shown in roles for entry in head.entries)


def _where(marked: TaggedArticle, index: int, last: int) -> bool:
    """Whether a place and the word for it at `index` tell where an office is held.

    Президенттин | Ысык-Көл облусундагы өкүлү.
    """
    lexicon, at = marked.lexicon, index
    while at < last and marked.tags[at] & Tag.PLACE and not marked.tags[at] & Tag.BODY:
        at += 1
    inner = office_limits.inside(lexicon)
    if at >= last or not inner or not marked.tags[at] & Tag.BODY:
        return False
    if marked.plain(at) and not marked.tags[at] & Tag.CUE:
        return False  # oda, and not "in" it
    first = index
    while first > 0 and marked.tags[first - 1] & Tag.PLACE:
        first -= 1
    named = first < at and _owned(marked, first)
    ends = (*inner, *(end for end in lexicon.in_endings if len(end) > 1))
    return named and marked.folds[at].endswith(ends)


def _owned(marked: TaggedArticle, index: int) -> bool:
    """Whether an owner in the genitive stands before the word at `index`."""
    return index > 0 and marked.folds[index - 1].endswith(marked.lexicon.genitives)


def _of_field(marked: TaggedArticle, index: int) -> bool:
    """Whether a word for a body is here the field of an office's work, before another such word."""
    tag, ahead = marked.tags[index], marked.tags[index + 1]
    return (
        bool(tag & Tag.DESCRIPTOR and tag & Tag.BODY and ahead & Tag.DESCRIPTOR)
        and not ahead & Tag.BODY
        and marked.plain(index)
        and not marked.tokens[index].word.fold.endswith(marked.lexicon.possessives)
    )


def _of_ministry(marked: TaggedArticle, index: int, head: Match) -> bool:
    """Whether a word for a body is of a minister's field: Aile ve Sosyal | Hizmetler Bakanı."""
    word, tag = marked.tokens[index].word, marked.tags[index]
    if not marked.folds[head.first].startswith(marked.lexicon.ministers):
        return False
    body = bool(tag & Tag.BODY) and not tag & (Tag.ORGANIZATION | Tag.PLACE | Tag.DEMONYM)
    return body and not (fold(word.ending) or word.fold).endswith(marked.lexicon.genitives)


def of_venture(marked: TaggedArticle, index: int, head: Match) -> bool:
    """Whether a word says what somebody directs, right before the office: Proje | Direktörü."""
    match = marked.matches[index]
    if match is None or match.last != head.first or not marked.plain(match.last - 1):
        return False
    if match.last - match.first > 1 or marked.tokens[index].word.ending:
        return False
    ventures = marked.lexicon.ventures
    return any(entry.tag == Tag.BODY and entry.shown in ventures for entry in match.entries)


def _owns(marked: TaggedArticle, index: int) -> bool:
    """Whether a word that no list knows stands as the owner of what follows.

    Layihənin rəhbəri, TOBB Başkanı.
    """
    word = marked.tokens[index].word
    if word.letters == Letters.CAPITALS and not marked.tags[index]:
        return True
    return marked.tags[index] == Tag.NONE and (fold(word.ending) or word.fold).endswith(
        marked.lexicon.genitives
    )


def owners_end(marked: TaggedArticle, first: int, last: int) -> int:
    """Return where the owner of an office ends: before "for projects", which is of the office.

    Fondun | layihələr üzrə direktoru.
    """
    ties = [index for index in range(first, last) if marked.tags[index] & Tag.ATTACHING]
    if not ties or any(marked.tags[index] & AFFILIATES for index in range(ties[-1], last)):
        return last
    start = ties[-1] - 1
    while start > first:
        word = marked.tokens[start - 1].word
        if (fold(word.ending) or word.fold).endswith(marked.lexicon.genitives):
            return start
        start -= 1
    return last


def country_owner(marked: TaggedArticle, first: int, cut: int, head: Match) -> int | None:
    """Where a country owns an office told by places or bodies abroad, it alone is the body.

    Türkiye'nin | Bakü Büyükelçisi, Azərbaycanın | TÜRKSOY-dakı nümayəndəsi, and only of those
    whom countries send Azerbaycan'ın | UNESCO Daimi Temsilcisi.
    """
    match = marked.matches[first] if first < cut else None
    if match is None or match.last >= cut:
        return None
    word = marked.tokens[match.last - 1].word
    owns = (fold(word.ending) or word.fold).endswith(marked.lexicon.genitives)
    if match.tag & Tag.BODY and owns and seat(marked, match.last, cut):
        return match.last  # Milli Məclisin | TÜRKPA-dakı nümayəndə heyəti
    if not any(entry.is_country for entry in match.entries):
        return None
    inner = range(match.last, cut)
    sent = any(entry.shown in marked.lexicon.envoys for entry in head.entries)
    known = all(
        marked.tags[i] & (Tag.PLACE | Tag.ORGANIZATION) or (sent and _short(marked, i))
        for i in inner
    )
    return match.last if owns and (known or seat(marked, match.last, cut)) else None


def seat(marked: TaggedArticle, first: int, cut: int) -> bool:
    """Whether it is told up to `cut` at which body a country has somebody: TÜRKSOY-dakı.

    The body's own noun may stand behind its name: ТҮРКСОЙ уюмундагы.
    """
    if not 0 < cut - first <= _SEAT:
        return False
    lexicon, word = marked.lexicon, marked.tokens[cut - 1].word
    inside = (*lexicon.in_endings, *office_limits.inside(lexicon))
    told = (fold(word.ending) or word.fold).endswith(inside)
    last = cut - 1 if first < cut - 1 and marked.tags[cut - 1] & Tag.BODY else cut
    named = (marked.tags[at] & Tag.ORGANIZATION or _short(marked, at) for at in range(first, last))
    return told and all(named)


def _short(marked: TaggedArticle, index: int) -> bool:
    """Whether a word is an abbreviation, or an ending that a hyphen parts from one."""
    word = marked.tokens[index].word
    glued = marked.tokens[index].glued and word.letters in {Letters.MARK, Letters.LOWER}
    return glued or word.letters == Letters.CAPITALS


def town_of_office(marked: TaggedArticle, first: int, cut: int, head: Match) -> int | None:
    """Return where a town begins that an office is held in, its own body before it, else None.

    Yunus Emre Enstitüsü | Astana Koordinatörü, Türkmenistan | Ankara Büyükelçisi. An ambassador's
    town is so without a body, too.
    """
    match = marked.matches[cut - 1] if cut > first else None
    if match is None or match.last != cut or not match.tag & Tag.PLACE:
        return None
    if match.first <= first:
        return first if cut == head.first and _sent(marked, match, head) else None
    if match.tag & (Tag.BODY | Tag.ORGANIZATION | Tag.DESCRIPTOR) or not marked.plain(cut - 1):
        return None
    before = marked.matches[match.first - 1]
    if before is None:
        short = marked.tokens[match.first - 1].word.letters == Letters.CAPITALS
        return match.first if short else None
    country = any(entry.is_country for entry in before.entries)
    named = before.tag & Tag.ORGANIZATION or dictionary_forms.possessed(marked, before)
    return match.first if country or (before.tag & Tag.BODY and named) else None


def _sent(marked: TaggedArticle, town: Match, head: Match) -> bool:
    """Whether an office in a town is another country's: Astana | Büyükelçisi."""
    country = any(entry.is_country for entry in town.entries)
    if country or town.tag & ~Tag.PLACE or not marked.plain(town.last - 1):
        return False
    return any(entry.shown in marked.lexicon.posts for entry in head.entries)


def before_partner(marked: TaggedArticle, first: int, cut: int) -> int:
    """Return where the country begins that an office's group works with, else `cut`.

    Milli Məclisin | Türkiyə ilə dostluq qrupunun rəhbəri.
    """
    match = marked.matches[cut - 1] if cut > first else None
    land = match is not None and any(entry.is_country for entry in match.entries)
    if match is None or not land or match.first < first:
        return cut
    words = marked.lexicon.office_words
    tied = bool(words.partner_endings) and marked.folds[cut - 1].endswith(words.partner_endings)
    told = marked.folds[cut] in words.partnering or (tied and not marked.plain(cut - 1))
    return match.first if told else cut


def past_tie(marked: TaggedArticle, cut: int, last: int) -> int:
    """Step over the word that says that an office is held at a body: AGİT | nezdindeki temsilci."""
    lexicon = marked.lexicon
    at = (*lexicon.in_endings, *lexicon.attributives)
    tie = cut < last and marked.tags[cut] & Tag.ATTACHING
    return cut + 1 if tie and marked.tokens[cut].word.fold.endswith(at) else cut
