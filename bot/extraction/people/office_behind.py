"""The office that follows a name: "X, Rector of W", "Y (chairman of Z)", and where it ends."""

from dataclasses import replace

from bot.extraction.people import dictionary_forms
from bot.extraction.people.body_behind import holds
from bot.extraction.people.name_words import CAPITALISED
from bot.extraction.people.office_beginnings import left
from bot.extraction.people.office_complements import (
    HEADS,
    LEADERS,
    office_ahead,
)
from bot.extraction.people.office_ends import closed, ends
from bot.extraction.people.office_phrases import HEADING, OfficePhrase, before, over_honorifics
from bot.extraction.people.office_titles import plural
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Entry, Match, Tag
from bot.extraction.text.tokenizer import Letters

_BODIES = Tag.BODY | Tag.ORGANIZATION | Tag.PLACE
_DASHES = LEADERS - {":"}


def after(marked: TaggedArticle, name: int, limit: int, following: int) -> OfficePhrase | None:
    """Return the office that follows a name behind a comma, a bracket or a dash.

    Args:
        marked: The article.
        name: Index behind the name.
        limit: Index behind the sentence.
        following: Where the next name of the sentence begins; an office that leads up to it is that
            name's.
    """
    if name >= limit or marked.mark(name) not in {",", "(", "–", "—", "-"}:
        return None
    headed = _headed(marked, name + 1, min(limit, following))
    if headed is not None:
        return headed
    name = _past_relative(marked, name, min(limit, following))
    end = ends(marked, name + 1, min(limit, following), bracket=marked.mark(name) == "(")
    if end < limit and over_honorifics(marked, name + 1, following) <= end:
        return None
    if marked.lexicon.grammar.head == "final" and marked.mark(name) == "," and following < limit:
        lead = before(marked, name + 1, following)
        if (
            lead is not None
            and lead.first <= end
            and (lead.lead is not None or lead.last == following)
        ):
            return None
    while end > name + 1 and marked.tags[end - 1] & (Tag.PREPOSITION | Tag.FUNCTION):
        end -= 1
    heads = [match for match in _matches(marked, name + 1, end) if match.tag & HEADS]
    if not heads:
        return None
    if marked.lexicon.grammar.head == "initial":
        return _opening(marked, name + 1, end, heads, min(limit, following))
    office = OfficePhrase(name + 1, heads[-1].last, heads[-1], apposed=True)
    return None if plural(marked, office) else office  # "X, rectors and students came"


def _opening(
    marked: TaggedArticle, begin: int, end: int, heads: list[Match], limit: int
) -> OfficePhrase | None:
    """Return the office that the first of `heads` opens, with another of the same person."""
    first = left(marked, begin, heads[0].first)
    if not _only_qualifiers(marked, begin, first):
        return None
    adjective = next((at for at in range(begin, first) if marked.tags[at] & Tag.DEMONYM), first)
    office = OfficePhrase(adjective, end, heads[0], apposed=True)
    second = next((head for head in heads[1:] if _another(marked, heads[0], head)), None)
    if second is None:
        behind = ends(marked, end + 1, limit, bracket=False)
        if end < behind and holds(marked, office.head.last, end, behind):
            return replace(office, last=behind)
        return _with_further(marked, office, limit)
    return replace(office, head=second, lead=heads[0])


def beside(marked: TaggedArticle, name: int, limit: int) -> OfficePhrase | None:
    """Return the office right behind a name, without a comma: X | TURKSOY Secretary General, Y.

    Only up to a comma, where nouns have no capitals of their own and one begins the office.
    """
    grammar = marked.lexicon.grammar
    if grammar.head != "initial" or grammar.small_nouns or name >= limit:
        return None
    if marked.tokens[name].word.letters not in CAPITALISED or not office_ahead(marked, name):
        return None
    end = ends(marked, name, limit, bracket=False)
    head = next((match for match in _matches(marked, name, end) if match.tag & Tag.ROLE), None)
    if head is None or end >= limit or marked.mark(end) != ",":
        return None
    office = OfficePhrase(name, end, head, apposed=True)
    return None if plural(marked, office) else office


def _another(marked: TaggedArticle, lead: Match, head: Match) -> bool:
    """Whether a dash or an "and" joins an office to the one with its body before it.

    Head of the X Mission and | member of the Y; but Head of the Union of Artists and | Writers.
    """
    joint = head.first - 1
    if marked.mark(joint) in _DASHES:
        return True
    while joint > lead.last and marked.tags[joint] & (Tag.FUNCTION | Tag.MODIFIER):
        joint -= 1
    bodies = any(marked.tags[at] & _BODIES for at in range(lead.last, joint))
    bodies = bodies or bool(marked.tags[lead.first - 1] & Tag.DEMONYM)  # a Kazakh MP and | member
    joined = bodies and marked.tags[joint] & Tag.CONJUNCTION and head.tag & Tag.ROLE
    return bool(joined) and not any(dictionary_forms.plural(marked, h) for h in (lead, head))


def _with_further(marked: TaggedArticle, office: OfficePhrase, limit: int) -> OfficePhrase:
    """Return an office behind a name with the one that a comma joins to it, where there is one.

    X, president of the Union, | mayor of Y, spoke; but X, president of the Union, | Rector of Y Z.
    """
    comma, people = office.last, marked.lexicon.grammar.people
    if people.declensions or comma + 1 >= limit or marked.mark(comma) != ",":
        return office
    at = comma + 1
    while at < limit and marked.tags[at] & (Tag.FUNCTION | Tag.MODIFIER) and not _own(marked, at):
        at += 1
    head = marked.matches[at] if at < limit else None
    owned = any(marked.tags[i] & _BODIES for i in range(office.head.last, comma))
    if head is None or head.first != at or not head.tag & Tag.ROLE or not owned:
        return office
    definite = any(marked.folds[i] in marked.lexicon.articles for i in range(comma + 1, at))
    if definite or any(dictionary_forms.plural(marked, h) for h in (office.head, head)):
        return office
    end = ends(marked, comma + 1, limit, bracket=False)
    held = any(marked.tags[i] & _BODIES for i in range(head.last, end))
    if not held or not closed(marked, end, limit):
        return office
    return replace(office, last=end, head=head, lead=office.head)


def _own(marked: TaggedArticle, index: int) -> bool:
    return bool(marked.tags[index] & HEADS)


def _headed(marked: TaggedArticle, first: int, limit: int) -> OfficePhrase | None:
    """Return the office that a clause behind a name tells by a verb: , who chairs | the Y."""
    verb, small = first, Tag.FUNCTION | Tag.MODIFIER
    known = marked.lexicon.heading
    while verb < limit and marked.tags[verb] & small and marked.folds[verb] not in known:
        verb += 1
    office = known.get(marked.folds[verb]) if verb < limit else None
    if office is None or verb == first:
        return None
    entry = Entry(Tag.ROLE, HEADING, office, (marked.tokens[verb].word.fold,))
    end = ends(marked, verb + 1, limit, bracket=False)
    if not any(marked.tags[at] & _BODIES for at in range(verb + 1, end)):
        return None
    return OfficePhrase(verb, end, Match(verb, verb + 1, (entry,), Tag.ROLE), apposed=True)


def _past_relative(marked: TaggedArticle, name: int, limit: int) -> int:
    """Step over the words of a clause behind a name that tells his office: , who serves as | X."""
    serving, at = marked.lexicon.serving, name + 1
    opens = marked.lexicon.relatives | serving  # who serves as | X; now a | Y
    if at >= limit or marked.folds[at] not in opens:
        return name
    if marked.tokens[at].word.letters == Letters.CAPITALS:
        return name  # X, | WHO Representative
    while at < limit and (marked.folds[at] in serving or marked.tags[at] == Tag.FUNCTION):
        at += 1
    return at - 1


def _only_qualifiers(marked: TaggedArticle, first: int, last: int) -> bool:
    """Whether nothing stands between a name's comma and an office but what may qualify it.

    An article, "former", an adjective or two.
    """
    plain = Tag.FUNCTION | Tag.MODIFIER | Tag.HONORIFIC | Tag.PREPOSITION | Tag.DEMONYM
    unknown = [
        i
        for i in range(first, last)
        if not marked.tags[i] & plain and marked.mark(i) not in {".", "-"}
    ]
    return len(unknown) <= 2 and all(
        marked.tags[i] == Tag.NONE
        and marked.tokens[i].word.letters == Letters.LOWER
        and not marked.tokens[i].word.verbal
        for i in unknown
    )


def _matches(marked: TaggedArticle, first: int, last: int) -> list[Match]:
    found: list[Match] = []
    for index in range(first, last):
        match = marked.matches[index]
        if match is not None and (not found or found[-1] is not match):
            found.append(match)
    return found
