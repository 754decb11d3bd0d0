"""The country of an office that the verb gives: Kyrgyzstan sent | the singer X.

In a list the verb may be told once: Azerbaycan'ı milletvekili X, Türkiye'yi | milletvekili Y temsil
etti; Азербайджан представляет депутат X, Турцию – | депутат Y.
"""

from bot.extraction.people.office_complements import LEADERS
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag

_CLAUSE = 12  # tokens from a country that opens a clause to its verb
_OFFICES = Tag.ROLE | Tag.TITLE
_OPENERS = frozenset(",;:–—.")


def sender(marked: TaggedArticle, role: OfficePhrase) -> str | None:
    """Return the country that whoever has the office `role` stands for in its clause, or None."""
    came_from = _came_from(marked, role.first)
    if came_from is not None:
        return came_from
    sentence, begins = marked.sentence_of(role.first), marked.lexicon.office_words.stands_for.begin
    verbs = [at for at in range(sentence.first, sentence.last) if begins(marked.folds[at])]
    if not verbs:
        return None
    before = role.first - 1
    while before > sentence.first and _passed(marked, before):
        before -= 1
    if before in verbs:
        return _land(marked, _opening(marked, before))
    match = marked.matches[before] if before >= sentence.first else None
    if match is None or not _opens(marked, match.first):
        return None
    object_ = marked.lexicon.grammar.head == "final" and marked.plain(match.last - 1)
    return None if object_ else _land(marked, match)


def _came_from(marked: TaggedArticle, office: int) -> str | None:
    """Return the country from which a clause tells that somebody came, where it begins with that.

    From Kazakhstan came | Senator X, from Türkiye the | deputy Y. Heads stand last elsewhere.
    """
    lexicon, at = marked.lexicon, office - 1
    if lexicon.grammar.head != "initial":
        return None
    opens = max(marked.sentence_of(office).first, office - _CLAUSE)
    while at > opens and not marked.mark(at - 1) and not marked.tags[at] & _OFFICES:
        at -= 1
    if at < opens or marked.folds[at] not in lexicon.origin_words or at + 1 >= office:
        return None
    return _land(marked, marked.matches[at + 1])


def _passed(marked: TaggedArticle, index: int) -> bool:
    """Whether an article or a dash stands at `index`."""
    return marked.folds[index] in marked.lexicon.articles or marked.mark(index) in LEADERS


def _opening(marked: TaggedArticle, verb: int) -> Match | None:
    """Return the phrase that opens the clause of the verb at `verb`."""
    opens = max(marked.sentence_of(verb).first, verb - _CLAUSE)
    for at in range(verb - 1, opens - 1, -1):
        if _opens(marked, at):
            return marked.matches[at]
    return None


def _opens(marked: TaggedArticle, index: int) -> bool:
    """Whether a clause begins at `index`, or where final verbs leave it open, a part of a list."""
    first = marked.sentence_of(index).first
    if index == first or marked.mark(index - 1) in _OPENERS:
        return True
    joined = marked.tags[index - 1] & Tag.CONJUNCTION
    return bool(joined) or marked.lexicon.grammar.head == "final"


def _land(marked: TaggedArticle, match: Match | None) -> str | None:
    entries = match.entries if match is not None else ()
    named = (entry.key for entry in entries if entry.tag == Tag.PLACE and entry.is_country)
    key = next(named, None)
    return None if key is None else marked.lexicon.place_name(key)
