"""The office behind a name that a word ties to it: X ve Y | gibi eski bakanlar, X | adlı ressam.

Of many who are called so it is all theirs: X ve Y | adlı ressamlar.

Only where heads stand last.
"""

from bot.extraction.people import dictionary_forms
from bot.extraction.people.office_ends import ends
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag

_BODIES = Tag.BODY | Tag.ORGANIZATION | Tag.PLACE
_WORDS = 4  # between the name and its office: gibi | eski genel


def after(marked: TaggedArticle, name: int) -> OfficePhrase | None:
    """Return the office of one who is called so, or of many like whom some are, behind `name`."""
    lexicon = marked.lexicon
    if name + 1 >= len(marked.tokens) or lexicon.grammar.head != "final":
        return None
    many = marked.folds[name] in lexicon.office_words.like
    if not many and marked.folds[name] not in lexicon.office_words.called:
        return None
    first, last = name + 1, marked.sentence_of(name).last
    for index in range(first, min(first + _WORDS, last)):
        match = marked.matches[index]
        if match is not None and match.first == index and match.tag & Tag.ROLE:
            several = dictionary_forms.plural(marked, match)
            office = OfficePhrase(first, match.last, match, apposed=True, among=several)
            return office if several or not many else None
        verbal = marked.tokens[index].word.verbal and not marked.tags[index]
        if marked.mark(index) or verbal:
            return None
    return None


def said(marked: TaggedArticle, verb: int, limit: int) -> OfficePhrase | None:
    """Return the office that a sentence says somebody has, with its body: X is | director of Y."""
    if verb >= limit or marked.folds[verb] not in marked.lexicon.office_words.is_one:
        return None
    first = verb + 1
    while first < limit and marked.folds[first] in marked.lexicon.articles:
        first += 1
    head = marked.matches[first] if first < limit else None
    if head is None or head.first != first or not head.tag & Tag.ROLE:
        return None
    office = OfficePhrase(first, ends(marked, first, limit, bracket=False), head, apposed=True)
    held = any(marked.tags[at] & _BODIES for at in range(head.last, office.last))
    return office if held and not dictionary_forms.plural(marked, head) else None
