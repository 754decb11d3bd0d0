"""The names of bodies where nouns and adjectives are declined, in the nominative.

Of a body in whatever case it stands: в | Центральной избирательной комиссии Казахстана.
"""

from bot.extraction.people import declined_bodies, dictionary_forms
from bot.extraction.people.name_words import CAPITALISED
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag

_BEHIND = 12  # tokens that a body's name goes on behind its noun
_OWNERS = Tag.PLACE | Tag.BODY | Tag.ORGANIZATION
_QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}


def name(marked: TaggedArticle, match: Match, floor: int = 0) -> tuple[str | None, int]:
    """Return the name of the body that `match` is the word for, and where it ends.

    None where it has no name of its own. It begins no earlier than at `floor`.
    """
    noun, floor = match.first, max(floor, marked.sentence_of(match.first).first)
    first = declined_bodies.begins_in_any_case(marked, floor, noun)
    last = _complement_ends(marked, match)
    named = marked.tokens[first].word.letters in CAPITALISED and (first < noun or last > match.last)
    if not named:
        return None, last
    return declined_bodies.nominative(marked, first, noun, last, anyhow=True), last


def _complement_ends(marked: TaggedArticle, match: Match) -> int:
    """Return where ends what a body is of: Музей истории | Казахстана |, театр «Ильхом» |."""
    at, limit = match.last, min(marked.sentence_of(match.first).last, match.last + _BEHIND)
    closer = _QUOTES.get(marked.mark(at)) if at < limit else None
    if closer is not None:
        close = (i for i in range(at + 1, limit) if marked.mark(i) == closer)
        return next(close, at - 1) + 1
    last, named = at, False
    while at < limit:
        leads = marked.cued(at, "eponym_before") or _joins_fields(marked, at, limit)
        named = named or marked.cued(at, "eponym_before")
        if not leads and not _complements(marked, at, named=named):
            break
        at += 1
        last = last if leads else at
    return last


def _joins_fields(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether an "and" joins one more field: агентство сотрудничества | и координации (TIKA)."""
    ahead = index + 1
    if not marked.tags[index] & Tag.CONJUNCTION or ahead >= limit:
        return False
    field = marked.tags[ahead] & Tag.DESCRIPTOR and not marked.tags[ahead] & (Tag.ROLE | Tag.TITLE)
    return bool(field) and bool(marked.tags[index - 1] & Tag.DESCRIPTOR)


def _complements(marked: TaggedArticle, index: int, *, named: bool) -> bool:
    """Whether a word goes on with the name of the body before it: Банк | развития.

    Where it is named after somebody, also his name: университет имени | Абая.
    """
    word, tag = marked.tokens[index].word, marked.tags[index]
    if tag & (_OWNERS | Tag.DEMONYM):
        return True
    match = marked.matches[index]
    if match is not None and tag & Tag.ROLE and marked.tags[index - 1] & Tag.BODY:
        return dictionary_forms.plural(marked, match)  # Союз | писателей
    if tag & Tag.DESCRIPTOR:
        return not tag & (Tag.ROLE | Tag.TITLE)
    initial = marked.mark(index) == "." and len(marked.tokens[index - 1].word.text) == 1
    return named and (initial or (not tag and word.letters in CAPITALISED))
