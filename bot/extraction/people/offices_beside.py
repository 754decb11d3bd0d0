"""What tells of an office beside another whether both are one person's, or a list's."""

from itertools import takewhile

from bot.extraction.people import dictionary_forms
from bot.extraction.people.name_words import CAPITALISED
from bot.extraction.people.office_complements import HEADS, INNER
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold

_NAME = 8  # tokens of a name
_LIST = 60  # tokens of a list before an office
_BODIES = Tag.BODY | Tag.ORGANIZATION


def led_name(marked: TaggedArticle, last: int) -> bool:
    """Whether the name that ends at `last` has its office before it, and so none behind."""
    at, opens = last - 1, max(last - _NAME, 0)
    while at > opens and marked.tokens[at].word.letters in CAPITALISED and not marked.tags[at]:
        at -= 1
    return at < last - 1 and bool(marked.tags[at] & (INNER | HEADS))


def list_goes_on(marked: TaggedArticle, name: int) -> bool:
    """Whether a comma stands behind the name that begins at `name`.

    In a list of people an "and" before the last but one joins no two of them.
    """
    at, last = name, min(name + _NAME, len(marked.tokens) - 1)
    while at < last and (marked.tokens[at].word.letters in CAPITALISED or marked.mark(at) == "."):
        at += 1
    return at > name and marked.mark(at) == ","


def in_list(marked: TaggedArticle, floor: int, first: int) -> bool:
    """Whether an office that begins at `first` is one of a list: others stand before its comma."""
    before = first - 1
    if before < floor or not (marked.mark(before) or marked.tags[before] & Tag.CONJUNCTION):
        return False
    opens = marked.sentence_of(first).first
    return floor > opens or any(
        marked.tags[at] & HEADS for at in range(max(floor, before - _LIST), before)
    )


def unlisted(marked: TaggedArticle, lead: Match) -> bool:
    """Whether a word is an office by its ending alone: қарыз алушы – | директор X."""
    people = marked.lexicon.grammar.people
    final = marked.lexicon.grammar.head == "final"
    if not final or not lead.tag & Tag.ROLE or marked.mark(lead.last) == ",":
        return False
    return not any(entry.shown in people.roles for entry in lead.entries)


def handed(marked: TaggedArticle, match: Match) -> bool:
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


def owner(marked: TaggedArticle, index: int) -> bool:
    """Whether a body stands at `index`, or the abbreviation of one that no list knows."""
    short = marked.tokens[index].word.letters == Letters.CAPITALS and not marked.tags[index]
    return short or bool(marked.tags[index] & _BODIES)


def one_article(marked: TaggedArticle, floor: int, earlier: range, head: int) -> bool:
    """Whether an office in a body and one that an "and" joins to it have but one article.

    The rector of the X University and | president of the Y; of two people each has an article.

    Args:
        marked: The article.
        floor: Where the name before ends.
        earlier: The words of the first office, up to the "and".
        head: Where the word for it ends.
    """
    if marked.lexicon.grammar.small_nouns:
        return False
    held = any(marked.tags[at] & _BODIES for at in range(head, earlier.stop))
    before = earlier.start - 1
    opens = earlier.start == floor == marked.sentence_of(floor).first
    article = before >= floor and marked.folds[before] in marked.lexicon.articles
    return held and (article or opens)


def in_cabinet(marked: TaggedArticle, earlier: range, later: range, head: Match) -> bool:
    """Whether a deputy of the government's head is told as its minister behind a comma as well.

    Deputy Prime Minister of X, | Minister of Y; but not of another country.
    """
    lexicon = marked.lexicon
    deputies = (at for at in earlier if marked.folds[at].startswith(lexicon.beside))
    if not lexicon.beside or next(deputies, None) is None:
        return False
    if not marked.folds[head.last - 1].startswith(lexicon.ministers):
        return False
    landed = any(marked.tags[at] & Tag.PLACE for at in earlier)
    return not (landed and any(marked.tags[at] & Tag.PLACE for at in later))


def of_board(marked: TaggedArticle, words: range) -> bool:
    """Whether an office is of a body's part, which a dash joins to one in the body itself.

    Chairman of the Board – | Rector of the X University.
    """
    parts = marked.lexicon.grammar.people.parts
    found = filter(None, marked.matches[words.start : words.stop])
    entries = (entry for match in found for entry in match.entries)
    return any(entry.tag == Tag.BODY and entry.shown in parts for entry in entries)


def of_state(marked: TaggedArticle, first: int, head: Match, lead: Match) -> bool:
    """Whether a dash joins two offices of one person, not a label to a person.

    Premier – minister.

    Args:
        marked: The article.
        first: Where the second office begins.
        head: The word for it.
        lead: The word for the first.
    """
    plural = marked.tokens[lead.last - 1].word.fold.endswith(marked.lexicon.plurals)
    wide = head.last - head.first > 1 or any(
        marked.tags[index] & (Tag.DESCRIPTOR | Tag.BODY) for index in range(first, head.first)
    )
    # Басқарма төрағасы – ректоры X: what it is tied to stands before the dash
    tied = first == head.first and dictionary_forms.possessed(marked, head)
    at = tuple(end for end in marked.lexicon.in_endings if end)
    held_at = any(
        marked.tags[index] & Tag.ATTACHING and marked.folds[index].endswith(at)
        for index in range(first, head.first)
    )
    return (wide or tied) and not plural and not held_at


def two_bodies(marked: TaggedArticle, floor: int, index: int) -> bool:
    """Whether an "and" joins two bodies of which somebody is the head: TOBB ve | X Birliği Başkanı.

    But in a list whoever has an office is another: TÜRKSOY, TÜRKPA ve | X Üniversitesi Rektörü.
    """
    last = index - 1
    if marked.mark(last) == ")" and marked.mark(last - 2) == "(":
        last -= 3  # X Birliği (TDBB) ve
    if last < floor or not _named_body(marked, last):
        return False
    owning = _owns(marked, index - 1)
    behind = range(index + 1, min(index + 1 + _NAME, len(marked.tokens)))
    led = takewhile(lambda at: not marked.tags[at] & HEADS, behind)
    if owning and not any(_owns(marked, at) for at in led):
        return False
    first = last
    while first > floor and (marked.tags[first - 1] & INNER or owner(marked, first - 1)):
        first -= 1
    listed = first > floor and (marked.mark(first - 1) or marked.tags[first - 1] & Tag.CONJUNCTION)
    return not listed and _led_by_body(marked, index + 1)


def _owns(marked: TaggedArticle, index: int) -> bool:
    word = marked.tokens[index].word
    return fold(word.ending or word.text).endswith(marked.lexicon.genitives)


def _named_body(marked: TaggedArticle, index: int) -> bool:
    """Whether a body's own name ends at `index`: an abbreviation, or words with a capital.

    One word is enough in the genitive: Сенаттың | және ТүркПА-ның төрағасы.
    """
    match, word = marked.matches[index], marked.tokens[index].word
    if match is None or match.tag & Tag.ORGANIZATION:
        return owner(marked, index)
    capital = marked.tokens[match.first].word.letters == Letters.CAPITAL
    long = match.first > 0 and marked.tokens[match.first - 1].word.letters in CAPITALISED
    tied = word.fold.endswith(marked.lexicon.possessives)
    named = _owns(marked, index) or (long and tied)
    return bool(match.tag & ~(Tag.CUE | Tag.KIND) == Tag.BODY) and capital and named


def _led_by_body(marked: TaggedArticle, index: int) -> bool:
    """Whether a body begins at `index`, with an office of its head behind it."""
    at, last = index, min(index + _NAME, len(marked.tokens))
    while at < last and not marked.tags[at] & HEADS:
        glued = marked.tokens[at].glued  # ТүркПА | -ның
        inner = marked.tags[at] & (INNER | Tag.MODIFIER) or owner(marked, at)
        if not glued and not inner:
            return False
        at += 1
    named = range(index, min(at, last))
    bodies = any(owner(marked, i) or marked.tags[i] & Tag.PLACE for i in named)
    return at < last and bodies
