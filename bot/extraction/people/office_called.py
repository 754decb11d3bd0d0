"""The office behind a name that a word ties to it: X ve Y | gibi eski bakanlar, X | adlı ressam.

Of many who are called so it is all theirs: X ve Y | adlı ressamlar.

Only where heads stand last.
"""

from bot.extraction.people import dictionary_forms
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag

_WORDS = 4  # between the name and its office: gibi | eski genel


def after(marked: TaggedArticle, name: int) -> OfficePhrase | None:
    """Return the office of one who is called so, or of many like whom some are, behind `name`."""
    lexicon = marked.lexicon
    if name + 1 >= len(marked.tokens) or lexicon.grammar.head != "final":
        return None
    many = marked.folds[name] in lexicon.office_words.like
    if not many and marked.folds[name] not in lexicon.office_words.called:
        return None
    first, ends = name + 1, marked.sentence_of(name).last
    for index in range(first, min(first + _WORDS, ends)):
        match = marked.matches[index]
        if match is not None and match.first == index and match.tag & Tag.ROLE:
            several = dictionary_forms.plural(marked, match)
            office = OfficePhrase(first, match.last, match, apposed=True, among=several)
            return office if several or not many else None
        verbal = marked.tokens[index].word.verbal and not marked.tags[index]
        if marked.mark(index) or verbal:
            return None
    return None
