"""Two offices of one person side by side: Başbakan Yardımcısı | Turizm Bakanı X konuştu.

No mark parts them, so the first may as well be the sentence's subject: "Genel Sekreter | Bakan X'i
kabul etti". Only where the name itself is in the nominative is nobody else meant.
"""

from dataclasses import replace

from bot.extraction.people import dictionary_forms, office_behind, office_titles
from bot.extraction.people.name_candidates import Run
from bot.extraction.people.office_beginnings import left
from bot.extraction.people.office_honours import honorary, past_object
from bot.extraction.people.office_phrases import HEADING, OfficePhrase, with_other
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters

_DASHES = frozenset("-–—")
_BODIES = Tag.BODY | Tag.ORGANIZATION
_OFFICES = Tag.ROLE | Tag.TITLE | Tag.MODIFIER
_TIES = Tag.CONJUNCTION | Tag.FUNCTION | Tag.PREPOSITION | Tag.ATTACHING


def with_beside(marked: TaggedArticle, floor: int, run: Run, role: OfficePhrase) -> OfficePhrase:
    """Return `role` with the office of the same person right before it, where there is one."""
    if marked.lexicon.grammar.head == "final" and honorary(marked, role.head):
        return _honoured(marked, floor, role)
    match = marked.matches[role.first - 1] if role.first - 1 > floor else None
    if match is None or role.title or role.apposed or role.lead is not None:
        return role
    if not _nominative(marked, run) or not _whole(marked, match):
        return role
    if any(dictionary_forms.plural(marked, head) for head in (match, role.head)):
        return role
    first = left(marked, floor, match.first)
    deputy = any(
        marked.folds[at].startswith(marked.lexicon.beside) for at in range(match.first, match.last)
    )
    owned = any(marked.tags[at] & _BODIES for at in range(first, match.first))
    listed = first > floor and (marked.mark(first - 1) or marked.tags[first - 1] & Tag.CONJUNCTION)
    if listed or not (deputy or owned):
        return role
    return replace(role, first=first, lead=match)


def _honoured(marked: TaggedArticle, floor: int, role: OfficePhrase) -> OfficePhrase:
    """Return an honorary title with the office that stands before it, or before what it is for.

    Театрдың директоры | Қазақстанның халық әртісі X; баш катчысы, искусствого | эмгек сиңирген X.
    """
    if role.lead is not None:
        return role
    first = past_object(marked, floor, role.first)
    comma = marked.mark(first - 1) == ","
    if comma and first == role.first:
        return role
    last = first - 1 if comma else first
    match = marked.matches[last - 1] if last - 1 > floor else None
    if match is None or not match.tag & Tag.ROLE or match.last != last:
        return role
    ties = marked.lexicon.possessives
    if dictionary_forms.plural(marked, match) or not marked.folds[last - 1].endswith(ties):
        return role
    office = OfficePhrase(left(marked, floor, match.first), last, match, apposed=False)
    return replace(role, first=with_other(marked, floor, office).first, lead=match)


def _nominative(marked: TaggedArticle, run: Run) -> bool:
    """Whether a name is the subject: no ending, and no list or word that ties it behind.

    Where an apostrophe parts endings from names alone; elsewhere a name may end as a case does.
    """
    behind, ending = run.last, marked.tokens[run.parts[-1]].word.ending
    grammar = marked.lexicon.grammar
    if grammar.head == "initial" or not grammar.apostrophe:
        return False
    if run.ending or ending or behind + 1 >= len(marked.tokens):
        return False
    if marked.mark(behind) == ",":
        small = marked.tokens[behind + 1].word.letters == Letters.LOWER
        return small and not marked.tags[behind + 1] & _OFFICES  # X, toplantıda; in no list
    return not marked.mark(behind) and not marked.tags[behind] & _TIES


def _whole(marked: TaggedArticle, match: Match) -> bool:
    """Whether an office ends here, tied to what stands before it and in no case: Başkan-ı."""
    last = match.last - 1
    bare = match.tag & Tag.ROLE and not match.tag & (Tag.BODY | Tag.DESCRIPTOR)
    word = marked.tokens[last].word
    ties = marked.lexicon.possessives
    return (
        bool(bare)
        and not word.ending
        and word.letters != Letters.LOWER
        and word.fold.endswith(ties)
    )


def chosen(
    marked: TaggedArticle, lead: OfficePhrase | None, run: Run, limit: int, following: int
) -> OfficePhrase | None:
    """Return the office before a name, `lead`, or the one behind it that tells more."""
    if lead is None or lead.title or _general(marked, lead) or _dashed(marked, lead, run):
        role = office_behind.after(marked, run.last, limit, following)
        next_ones = lead is not None and role is not None and _of_next(marked, role, following)
        return lead if role is None or (next_ones and _dash(marked, run.first - 1)) else role
    if not _trade(marked, lead):
        return lead
    fuller = office_behind.after(marked, run.last, limit, following)
    return fuller if fuller is not None and _tells_more(marked, fuller) else lead


def _trade(marked: TaggedArticle, lead: OfficePhrase) -> bool:
    """Whether an office is told by its word alone, so that one behind tells more: analyst | X."""
    initial = marked.lexicon.grammar.head == "initial"
    return initial and lead.last - lead.first == 1 and office_titles.bare(marked, lead)


def _tells_more(marked: TaggedArticle, fuller: OfficePhrase) -> bool:
    """Whether an office behind a name is told with its body, and not by a verb alone."""
    headed = fuller.head.entries[0].key == HEADING
    past = any(marked.folds[at] in marked.lexicon.beside for at in range(fuller.first, fuller.last))
    return not (headed or past or office_titles.bare(marked, fuller))


def _general(marked: TaggedArticle, lead: OfficePhrase) -> bool:
    """Whether an office only says what all of a list are: The speakers were | X, Rector of Y."""
    initial = marked.lexicon.grammar.head == "initial"
    return initial and lead.apposed and marked.mark(lead.last) != ","


def _of_next(marked: TaggedArticle, role: OfficePhrase, following: int) -> bool:
    """Whether a dash leads from an office to the next name: Director of X – A, | Dean of Y – B."""
    return role.last + 1 == following and _dash(marked, role.last)


def _dash(marked: TaggedArticle, index: int) -> bool:
    return marked.mark(index) in _DASHES


def _dashed(marked: TaggedArticle, lead: OfficePhrase, run: Run) -> bool:
    """Whether a dash parts a name from its office, and what a comma leads from is another's.

    Heads of bodies, | X - Secretary General of Y, Z - President of W.
    """
    dash = marked.mark(run.last) in _DASHES and not marked.tokens[run.last].glued
    return dash and lead.apposed and marked.lexicon.grammar.head == "initial"
