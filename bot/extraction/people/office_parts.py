"""Parts of a body that are told with the office: chair of the committee, of the parliament.

A committee, a department or an office is held by a body; who leads it is told so of that body.
"""

from bot.extraction.people import coreference, declined_bodies, dictionary_forms
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold

_OPENER_OF = {"”": "“", "»": "«", "’": "‘"}

AFFILIATES = Tag.BODY | Tag.PLACE | Tag.DEMONYM | Tag.ORGANIZATION


def begins(marked: TaggedArticle, first: int, cut: int) -> int:
    """Return where the part of a body begins that is told with the office, else `cut`.

    Senatın | beynəlxalq əlaqələr komitəsinin sədri; komitənin sədri, where none was named before.
    """
    match = marked.matches[cut - 1] if cut > first else None
    if match is None or match.tag & (Tag.ORGANIZATION | Tag.PLACE) or not _part(marked, match):
        return cut
    for index in range(match.first - 1, first - 1, -1):
        word = marked.tokens[index].word
        owns = (fold(word.ending) or word.fold).endswith(marked.lexicon.genitives)
        owner = owns and (marked.tags[index] & AFFILIATES or not marked.tags[index])
        if owner or marked.tags[index] & Tag.ORGANIZATION:
            begin = past_marks(marked, index + 1, match.first)
            return cut if marked.tags[begin] & Tag.ATTACHING else begin
    lone = match.first == first and marked.tokens[first].word.letters == Letters.LOWER
    return first if lone and coreference.full_name(marked, match) is None else cut


def whole(marked: TaggedArticle, cut: int, last: int) -> int:
    """Return where the body begins whose part is told with the office, else `cut`.

    Head of the finance department of the | Turkic Investment Fund.
    """
    first = next((at for at in range(cut, last) if marked.tags[at] & Tag.BODY), None)
    match = marked.matches[first] if first is not None else None
    if match is None or match.tag & Tag.ORGANIZATION or not _part(marked, match):
        return cut
    for at in range(match.last, last):
        body = marked.matches[at]
        if body is None or body.first != at or not body.tag & (Tag.BODY | Tag.ORGANIZATION):
            continue
        named = marked.tokens[at].word.letters != Letters.LOWER
        if named and (body.tag & Tag.ORGANIZATION or not _part(marked, body)):
            begin = declined_bodies.begins(marked, match.last, at)
            if marked.tags[begin - 1] & Tag.CONJUNCTION:
                continue  # on Law and | State-Building: one more of its fields
            return begin if _belongs(marked, begin) else cut
    return cut


def _part(marked: TaggedArticle, match: Match) -> bool:
    """Whether a body is a part of another by its word: committee, department."""
    parts = marked.lexicon.grammar.people.parts
    return any(entry.tag == Tag.BODY and entry.shown in parts for entry in match.entries)


def _belongs(marked: TaggedArticle, index: int) -> bool:
    """Whether a body at `index` is the owner of what stands before it: of the | Fund."""
    belongs, articles = marked.lexicon.presence.belongs, marked.lexicon.articles
    at = index - 1
    while at > 0 and (marked.folds[at] in articles or marked.folds[at] in belongs):
        if marked.folds[at] in belongs:
            return True
        at -= 1
    return not belongs


def acting(marked: TaggedArticle, first: int, last: int) -> Match | None:
    """Return what says that somebody only does an office's work: и.о. | министра X."""
    words = marked.lexicon.grammar.people.acting
    for at in range(first, last) if words else ():
        match = marked.matches[at]
        if match is not None and any(entry.shown in words for entry in match.entries):
            return match
    return None


def past_marks(marked: TaggedArticle, cut: int, limit: int) -> int:
    """Step over the marks, glued endings and brackets that still belong to a body's name.

    “X”in, X (CICA).
    """
    while cut < limit:
        if marked.mark(cut) == "(":
            cut = next((i for i in range(cut, limit) if marked.mark(i) == ")"), limit - 1) + 1
        elif marked.tokens[cut].glued or marked.mark(cut) in {")", "”", "»", '"'}:
            cut += 1
        else:
            break
    return cut


def country(marked: TaggedArticle, first: int, last: int) -> str | None:
    """A lone adjective of a country stands for the country: Kazakh President."""
    match = marked.matches[first]
    if match is None or match.last != last or not match.tag & Tag.DEMONYM:
        return None
    key = next(entry.key for entry in match.entries if entry.tag == Tag.DEMONYM)
    return marked.lexicon.place_name(key)


def text(marked: TaggedArticle, first: int, last: int) -> str:
    """Return the words from `first` up to `last` as they stand, without dashes behind.

    Nor with a quotation mark at the end that closes what began before.
    """
    told = dictionary_forms.text(marked, first, last).rstrip(" -–—")
    opener = _OPENER_OF.get(told[-1:])
    return told[:-1].rstrip() if opener and opener not in told[:-1] else told
