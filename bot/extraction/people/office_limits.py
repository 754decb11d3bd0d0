"""What stands before an office and has nothing to do with it, where offices end a chain of nouns.

An adverb, a subject or an object may stand right before the body: "giriş sözü ilə | Dövlət Gömrük
Komitəsinin sədri", "Festival | Prezident X". Its case does not always tell, its letters often do.
"""

from bot.extraction.people import dictionary_forms
from bot.extraction.text.lexicon import Lexicon
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold

_GREAT = frozenset({Letters.CAPITAL, Letters.CAPITALS})
_OPENERS = frozenset('“«"„')
_HYPHENS = frozenset("-‑–")
_OWNERS = Tag.BODY | Tag.PLACE | Tag.ORGANIZATION
_INNER = Tag.DESCRIPTOR | Tag.BODY | Tag.PLACE | Tag.DEMONYM | Tag.ORGANIZATION
_ADJECTIVES = Tag.MODIFIER | Tag.DESCRIPTOR | Tag.DEMONYM | Tag.ROLE | Tag.TITLE
_AGENT = 3  # letters of the longest ending that makes somebody of what he does: -chi
_YEAR = 4  # digits
_LANDS = 10  # tokens of a list of lands
_PARTICIPLE = 4  # letters of the shortest: açan
_ACCUSATIVE = 2  # letters from which an ending of the object looks like nothing else


def loose(marked: TaggedArticle, head: int) -> bool:
    """Whether the office whose word begins at `head` is tied to nothing before it.

    It stands in its dictionary form, without the ending of a possessive: həkim, not həkimi.
    """
    match = marked.matches[head]
    if match is None or not marked.lexicon.possessives:
        return False
    last = match.last - 1
    word, lexicon = marked.tokens[last].word, marked.lexicon
    trades = lexicon.grammar.people.trades
    agents = tuple(fold(end) for end in trades if len(end) <= _AGENT)  # şahmatçı is no possessive
    tied = word.fold.endswith(lexicon.possessives) and not word.fold.endswith(agents)
    return marked.plain(last) and not tied


def bars(marked: TaggedArticle, index: int, head: int, *, unowned: bool) -> bool:
    """Whether the word at `index` cannot belong to the office whose word begins at `head`.

    Args:
        marked: The article.
        index: The word, with nothing but the office between it and `head`.
        head: Index of the word for the office.
        unowned: Whether the office is tied to nothing before it.
    """
    if _small_before_great(marked, index) or _begins_quotation(marked, index):
        return True
    if _year(marked, index) or _object(marked, index) or _does(marked, index):
        return True
    if _land_as_object(marked, index, head) or _foreign_subject(marked, index, head):
        return True
    if _gathering(marked, index) and (unowned or _of_another(marked, index, head)):
        return True
    if _of_a_row(marked, index) or _subject(marked, index) or _told_of(marked, index, head):
        return True
    return unowned and (
        _nominative(marked, index, head) or _apart(marked, index) or _of_the_verb(marked, index)
    )


def _foreign_subject(marked: TaggedArticle, index: int, head: int) -> bool:
    """Whether a sentence opens with a state or an office that owns no organisation behind it.

    Мемлекет басшысы | Түркі академиясының президенті; Kırgızistan | TÜRKSOY Genel Sekreteri.
    """
    match = marked.matches[index]
    if match is None or marked.sentence_of(index).first != match.first or not marked.plain(index):
        return False
    behind = marked.matches[match.last] if match.last < head else None
    if behind is None or not behind.tag & Tag.ORGANIZATION:
        return False
    lands = any(entry.is_country for entry in match.entries)
    office = marked.matches[head]
    envoys = marked.lexicon.envoys | marked.lexicon.posts
    sent = office is None or any(entry.shown in envoys for entry in office.entries)
    return bool(match.tag & Tag.ROLE) or (lands and not sent)  # Türkiye TÜRKSOY temsilcisi


def located(marked: TaggedArticle, index: int) -> bool:
    """Whether a place at `index` tells where an office is held: Bakıdakı, Қазақстандағы."""
    lexicon, word, match = marked.lexicon, marked.tokens[index].word, marked.matches[index]
    if match is None or not match.tag & Tag.PLACE:
        return False
    told, inner = fold(word.ending) or word.fold, inside(lexicon)
    return bool(inner) and told.endswith(inner) and not marked.plain(index)


def inside(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the endings that say where something is, longest first, and not where it is from.

    A town may end as the latter do: Kadıoğlu is in no Kadıoğ.
    """
    origins = lexicon.origin_adjectives
    return tuple(end for end in lexicon.attributives if end not in origins)


def abroad(marked: TaggedArticle, index: int) -> bool:
    """Whether a land is one of several where an office is held: X və | Y-dakı səfir."""
    lexicon, at, last = marked.lexicon, index, min(index + _LANDS, len(marked.tokens) - 1)
    while at + 1 < last and marked.tags[at] & Tag.PLACE and marked.plain(at):
        if marked.mark(at + 1) != "," and not marked.tags[at + 1] & Tag.CONJUNCTION:
            return False
        at += 2
    word = marked.tokens[at].word
    told = (fold(word.ending) or word.fold).endswith(inside(lexicon))
    return at > index and word.letters == Letters.CAPITAL and told and not marked.plain(at)


def _qualifies(marked: TaggedArticle, index: int) -> bool:
    """Whether the ending of the word at `index` ties it to what stands behind."""
    word, lexicon = marked.tokens[index].word, marked.lexicon
    told = fold(word.ending) or word.fold
    return told.endswith((*lexicon.genitives, *lexicon.attributives, *lexicon.origin_adjectives))


def _small_before_great(marked: TaggedArticle, index: int) -> bool:
    """Whether a small word stands before the capital that a body's own name begins with.

    "bu kez | Büyükelçi", "ikinci günü | Lefke Avrupa Üniversitesi"; but "Dövlət universiteti Elmi
    Şurası" and "komitənin Baş məsləhətçisi".
    """
    word, tag = marked.tokens[index].word, marked.tags[index]
    if (
        word.letters != Letters.LOWER
        or marked.tokens[index + 1].word.letters not in _GREAT
        or _qualifies(marked, index)
    ):
        return False
    begins = not index or not (
        marked.tokens[index - 1].word.letters in _GREAT
        or marked.tags[index - 1] & _INNER
        or _qualifies(marked, index - 1)
    )
    kind = tag & Tag.BODY and not tag & (Tag.DESCRIPTOR | Tag.MODIFIER | Tag.ROLE)
    return not tag or (bool(kind) and begins)


def _begins_quotation(marked: TaggedArticle, index: int) -> bool:
    """Whether somebody's office stands before a body in quotation marks: Әкім | «X» басшысы."""
    tag = marked.tags[index]
    bare = tag & Tag.ROLE and not tag & (Tag.MODIFIER | Tag.BODY | Tag.DESCRIPTOR)
    return bool(bare) and marked.plain(index) and marked.mark(index + 1) in _OPENERS


def _gathering(marked: TaggedArticle, index: int) -> bool:
    """Whether an event in its dictionary form opens a sentence: Форум | мәдениет министрі X."""
    match = marked.matches[index]
    lone = match is not None and match.last - match.first == 1
    opens = marked.sentence_of(index).first == index and marked.plain(index)
    return lone and opens and marked.tags[index] & (Tag.KIND | Tag.ROLE) == Tag.KIND


def _of_another(marked: TaggedArticle, index: int, head: int) -> bool:
    """Whether the office behind an event is of a ministry or of a people's own body, not of it.

    Мәжіліс | Түрік академиясының президенті; but Форум төрағасы, Festival Sanat Yönetmeni.
    """
    minister = marked.folds[head].startswith(marked.lexicon.ministers)
    peoples = marked.tags[index + 1] & Tag.DEMONYM and index + 1 < head
    return minister or bool(
        peoples and any(marked.tags[at] & Tag.BODY for at in range(index + 2, head))
    )


def _year(marked: TaggedArticle, index: int) -> bool:
    """Whether a year ends at `index`: 1998 жылы | ұйымның басшысы."""
    at = index - 2 if marked.mark(index - 1) in _HYPHENS else index - 1
    numbered = at >= 0 and marked.tokens[at].word.text.isdecimal()
    told = marked.tokens[index].word.stem in marked.lexicon.year_stems
    return told and numbered and len(marked.tokens[at].word.text) == _YEAR


def _object(marked: TaggedArticle, index: int) -> bool:
    """Whether an object of the verb stands right before an office: тобун | эл артисттери түздү."""
    word, offices = marked.tokens[index].word, Tag.ROLE | Tag.TITLE | Tag.MODIFIER
    return (
        word.letters == Letters.LOWER
        and not marked.tags[index]
        and bool(marked.tags[index + 1] & offices)
        and word.fold.endswith(marked.lexicon.tied_objects)
    )


def _land_as_object(marked: TaggedArticle, index: int, head: int) -> bool:
    """Whether a country is the verb's object, before a body: Azərbaycanı | X Agentliyinin sədri."""
    match, word = marked.matches[index], marked.tokens[index].word
    if match is None or marked.plain(index) or not match.tag & Tag.PLACE:
        return False
    if match.first and marked.tags[match.first - 1] & Tag.DESCRIPTOR:
        return False  # Şimali | Azərbaycanı
    lands = [entry for entry in match.entries if entry.is_country]
    ends = marked.lexicon.object_endings
    told = any(word.fold == f"{land.words[-1]}{end}" for land in lands for end in ends)
    return told and any(marked.tags[at] & _OWNERS for at in range(index + 1, head))


def _does(marked: TaggedArticle, index: int) -> bool:
    """Whether a participle stands before an office: festivali açan | dönemin Valisi."""
    word = marked.tokens[index].word
    small = word.letters == Letters.LOWER and not marked.tags[index]
    long = len(word.fold) >= _PARTICIPLE and word.fold.endswith(marked.lexicon.doing)
    return small and long and not marked.tags[index + 1] & Tag.ATTACHING


def _of_a_row(marked: TaggedArticle, index: int) -> bool:
    """Whether a number or an adjective stands for somebody itself: экинчиси | манасчы X."""
    word, ties = marked.tokens[index].word, marked.lexicon.possessives
    return (
        marked.tags[index] == Tag.MODIFIER
        and word.letters == Letters.LOWER
        and not marked.plain(index)
        and word.fold.endswith(ties)
    )


def _subject(marked: TaggedArticle, index: int) -> bool:
    """Whether an office that opens a sentence is its subject, and a body's genitive stands behind.

    Prezident | tashkilotning bosh kotibi; but Prezident Administrasiyasının rəhbəri.
    """
    match, ahead = marked.matches[index], marked.matches[index + 1]
    if match is None or ahead is None or marked.sentence_of(index).first != match.first:
        return False
    bare = match.tag & Tag.ROLE and not match.tag & (Tag.MODIFIER | Tag.BODY | Tag.DESCRIPTOR)
    owns = marked.tokens[ahead.last - 1].word.fold.endswith(marked.lexicon.genitives)
    body = bool(ahead.tag & Tag.BODY) and not dictionary_forms.possessed(marked, ahead)
    return bool(bare) and owns and body and marked.plain(index)


def _told_of(marked: TaggedArticle, index: int, head: int) -> bool:
    """Whether it ends at `index` what is told, where an office with its own body begins behind.

    Ortak eserler konusunda | Turan Merkezi Müdürü; but Bakanlığı bünyesinde Turan Merkezi Müdürü.
    """
    if not marked.tags[index] & Tag.ATTACHING or not index:
        return False
    if not marked.folds[index].endswith(marked.lexicon.in_endings):
        return False
    owners = _OWNERS | Tag.ROLE
    tied = marked.tags[index - 1] & owners and marked.tokens[index - 1].word.letters in _GREAT
    body = any(marked.tags[at] & _OWNERS for at in range(index + 1, head))
    return body and not tied and marked.tokens[index + 1].word.letters in _GREAT


def _of_the_verb(marked: TaggedArticle, index: int) -> bool:
    """Whether a small noun in a case of its own, or before a capital, is the verb's and no field.

    kitabı nəşrə | mərhum alim X; brifingda saylov | Prezident X.
    """
    word, tag = marked.tokens[index].word, marked.tags[index]
    if word.letters != Letters.LOWER or not tag & (Tag.DESCRIPTOR | Tag.KIND):
        return False
    if tag & (Tag.MODIFIER | Tag.DEMONYM | Tag.ROLE) or _qualifies(marked, index):
        return False
    lexicon = marked.lexicon
    cases = (*lexicon.to_endings, *(end for end in lexicon.object_endings if len(end) > 1))
    return marked.tokens[index + 1].word.letters in _GREAT or (
        not marked.plain(index) and word.fold.endswith(cases)
    )


def _nominative(marked: TaggedArticle, index: int, head: int) -> bool:
    """Whether a name or a body stands without a genitive before an office that is tied to none."""
    word, tag = marked.tokens[index].word, marked.tags[index]
    between = range(index + 1, head)
    if (
        word.letters not in _GREAT
        or word.ending
        or tag & _ADJECTIVES
        or _qualifies(marked, index)
        or any(marked.tokens[at].word.letters != Letters.LOWER for at in between)
    ):
        return False
    if tag:
        return bool(tag & _OWNERS) and marked.plain(index)
    named = index > 0 and marked.tokens[index - 1].word.letters in _GREAT
    return named or index + 1 < head  # a lone one may be an adjective: Gagauz | yazar


def _apart(marked: TaggedArticle, index: int) -> bool:
    """Whether a small word that no list knows is an object, or is counted: "412 səslə | sədr"."""
    word, lexicon = marked.tokens[index].word, marked.lexicon
    if word.letters == Letters.NUMBER:
        return True
    if word.letters != Letters.LOWER:
        return False
    if marked.tags[index]:
        body = marked.tags[index] & Tag.BODY and not marked.tags[index] & _ADJECTIVES
        if not body or _qualifies(marked, index):
            return False
        match = marked.matches[index]
        own = match is not None and dictionary_forms.possessed(marked, match)
        return marked.plain(index) or own  # оркестрі | дирижер X-тің жетекшілігімен
    at = index - 2 if marked.mark(index - 1) in _HYPHENS else index - 1
    if at >= 0 and marked.tokens[at].word.letters == Letters.NUMBER:
        return True
    tied = tuple(end for end in lexicon.possessives if len(end) >= _ACCUSATIVE)
    if word.fold.endswith(tied):
        return True  # Долбоордун идеясы | жаш волонтёр
    objects = (end for end in lexicon.object_endings if len(end) >= _ACCUSATIVE)
    return word.adverbial or word.fold.endswith((*lexicon.tied_objects, *objects))
