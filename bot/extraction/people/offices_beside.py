"""What tells of an office beside another whether both are one person's, or a list's."""

from bot.extraction.people.name_words import CAPITALISED
from bot.extraction.people.office_complements import HEADS, INNER
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag

_NAME = 8  # tokens of a name
_LIST = 60  # tokens of a list before an office


def led_name(marked: TaggedArticle, last: int) -> bool:
    """Whether the name that ends at `last` has its office before it, and so none behind."""
    at, opens = last - 1, max(last - _NAME, 0)
    while at > opens and marked.tokens[at].word.letters in CAPITALISED and not marked.tags[at]:
        at -= 1
    return at < last - 1 and bool(marked.tags[at] & (INNER | HEADS))


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
