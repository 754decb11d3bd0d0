"""An office as it stands in the text -> what the card says.

The role, and the body or country that it is held in.
"""

from dataclasses import replace

from bot.extraction.people import dictionary_forms, office_first, office_last, office_parts
from bot.extraction.people.office_honours import honorary
from bot.extraction.people.office_parts import AFFILIATES
from bot.extraction.people.office_phrases import HEADING, OfficePhrase
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters

_PARTING = frozenset(",–—")  # stand between two offices of one person
_LOOSE = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.FUNCTION


def plural(marked: TaggedArticle, role: OfficePhrase) -> bool:
    """Whether the office is said of several people: Presidents A and B."""
    return dictionary_forms.plural(marked, role.head)


def bare(marked: TaggedArticle, role: OfficePhrase) -> bool:
    """Whether the office is named without a body or a country."""
    return not any(marked.tags[i] & AFFILIATES for i in range(role.first, role.last))


def split(marked: TaggedArticle, role: OfficePhrase) -> tuple[str, str | None]:
    """Return the role and the affiliation, each as the text puts it."""
    role = _untitled(marked, _unglossed(marked, _unpraised(marked, role)))
    if role.head.entries[0].key == HEADING:
        return _headed(marked, role)
    if marked.lexicon.grammar.head == "initial":
        return _double(marked, role) if role.lead else office_first.split(marked, role)
    lead = role.lead
    if lead is not None and not (marked.mark(lead.last) or marked.tags[lead.last] & _LOOSE):
        return _beside(marked, role, lead)
    return (_bodiless(marked, role, lead) if lead else None) or office_last.split(marked, role)


def _bodiless(
    marked: TaggedArticle, role: OfficePhrase, lead: Match
) -> tuple[str, str | None] | None:
    """Return two offices of which only the second tells its body: xalq yazıçısı, X-un | katibi."""
    title, body = office_last.split(marked, replace(role, last=lead.last, head=lead, lead=None))
    if body is not None or marked.mark(lead.last) != ",":
        return None
    second = replace(role, first=lead.last + 1, lead=None)
    other, of_other = office_last.split(marked, second)
    return (f"{title}, {other}", of_other) if of_other is not None else None


def _beside(marked: TaggedArticle, role: OfficePhrase, lead: Match) -> tuple[str, str | None]:
    """Return two offices that stand side by side: Başbakan Yardımcısı, | Kültür Bakanı."""
    first = replace(role, last=lead.last, head=lead, lead=None)
    second = replace(role, first=lead.last, lead=None)
    title, body = office_last.split(marked, first)
    other, of_other = office_last.split(marked, second)
    if body and of_other:
        other = office_parts.text(marked, second.first, second.last)
    return f"{title}, {other}", body or of_other


def _double(marked: TaggedArticle, role: OfficePhrase) -> tuple[str, str | None]:
    """Return two offices of one person, told one after the other, and the body of the first."""
    comma = _parting(marked, role)
    lead = replace(role, last=comma, head=role.lead or role.head, lead=None)
    title, body = office_first.split(marked, lead)
    second = replace(role, first=comma + 1, lead=None)
    other, of_other = office_first.split(marked, second)
    if of_other and honorary(marked, lead.head) and not honorary(marked, role.head):
        return f"{other}, {_as_told(marked, lead)}", of_other
    if body and of_other:
        other = _as_told(marked, second)
    joint = ", " if marked.mark(comma) == "," else f" {marked.tokens[comma].word.text} "
    return f"{title}{joint}{other}", body or of_other


def _parting(marked: TaggedArticle, role: OfficePhrase) -> int:
    """Return the index of the comma, the dash or the "and" between two offices of one person."""
    last = role.head.first
    joint = next((at for at in range(last, role.first, -1) if marked.mark(at) in _PARTING), None)
    ands = (at for at in range(last, role.first, -1) if marked.tags[at] & Tag.CONJUNCTION)
    known = next(ands, role.first)
    return joint if joint is not None and joint > known else known


def _as_told(marked: TaggedArticle, role: OfficePhrase) -> str:
    """Return an office with its body as the text puts it, but for its case."""
    rest = office_parts.text(marked, role.head.last, role.last)
    lead = office_parts.text(marked, role.first, role.head.first)
    return f"{lead} {dictionary_forms.dictionary(marked, role.head)} {rest}".strip()


def _headed(marked: TaggedArticle, role: OfficePhrase) -> tuple[str, str | None]:
    """Return the office that a verb tells, and its object: who chairs | the committee."""
    first = office_first.past_article(marked, role.head.last, role.last)
    return role.head.entries[0].shown, office_parts.text(marked, first, role.last) or None


def _unpraised(marked: TaggedArticle, role: OfficePhrase) -> OfficePhrase:
    """Leave out what only praises or mourns the holder: the renowned, the late."""
    first, opens = role.first, marked.sentence_of(role.first).first
    while first < role.head.first and marked.tokens[first].word.fold in marked.lexicon.praise:
        if first != opens and marked.tokens[first].word.letters != Letters.LOWER:
            break  # Böyük Millət Məclisi
        first += 1
    return replace(role, first=first)


def _unglossed(marked: TaggedArticle, role: OfficePhrase) -> OfficePhrase:
    """Leave out what only explains a name: Prime Minister of Hungary | (an observer)."""
    last = role.last - 1
    if marked.mark(last) != ")":
        return role
    opened = range(last - 1, role.head.last - 1, -1)
    at = next((index for index in opened if marked.mark(index) == "("), None)
    if at is None or marked.tokens[at + 1].word.letters != Letters.LOWER:
        return role
    return replace(role, last=at)


def _untitled(marked: TaggedArticle, role: OfficePhrase) -> OfficePhrase:
    """Leave out a title between an office and the name: заместитель министра, доцент | X."""
    last = role.last
    if marked.lexicon.grammar.head == "final":
        return role
    while last > role.head.last:
        match = marked.matches[last - 1]
        title = match is not None and match.tag & Tag.TITLE and not match.tag & Tag.ROLE
        if not title and marked.mark(last - 1) != ",":
            break
        last -= 1
    titled = any(marked.tags[at] & Tag.TITLE for at in range(last, role.last))
    last = last if titled else role.last
    while last > role.head.last and marked.tags[last - 1] & _LOOSE:
        last -= 1  # the office of Secretary General to | X
    return replace(role, last=last)
