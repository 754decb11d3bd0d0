"""The office that follows a name: "X, Rector of W", "Y (chairman of Z)", and where it ends."""

from dataclasses import replace

from bot.extraction.people import dictionary_forms
from bot.extraction.people.body_behind import holds
from bot.extraction.people.body_youth import is_young
from bot.extraction.people.name_words import CAPITALISED, HYPHENS
from bot.extraction.people.office_beginnings import left
from bot.extraction.people.office_complements import (
    HEADS,
    INNER,
    LEADERS,
    article,
    field_ahead,
    joins,
    office_ahead,
)
from bot.extraction.people.office_phrases import HEADING, OfficePhrase, before, over_honorifics
from bot.extraction.people.office_titles import plural
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Entry, Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import APOSTROPHES

_LONGEST = 60  # tokens of an office behind a name, its brackets included

_BODIES = Tag.BODY | Tag.ORGANIZATION | Tag.PLACE
_ABBREVIATED = 8  # tokens from a word of a body's name to its abbreviation in brackets
_FIELDS = 8  # tokens of the fields that an office behind a name begins with
_DASHES = LEADERS - {":"}
_BEHIND = frozenset(",.;)")  # close the second of two offices that somebody has
_GOING_ON = (
    Tag.DESCRIPTOR
    | Tag.BODY
    | Tag.DEMONYM
    | Tag.MODIFIER
    | Tag.PREPOSITION
    | Tag.CONJUNCTION
    | Tag.FUNCTION
)


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
    if not held or not _closed(marked, end, limit):
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


def ends(marked: TaggedArticle, first: int, limit: int, *, bracket: bool) -> int:
    """Return where a phrase that begins at `first` behind a name ends.

    At its bracket, a list's comma or "and", or a verb.
    """
    index, depth = first, 0
    limit = min(limit, first + _LONGEST)
    while index < limit:
        text = marked.mark(index)
        if text == "(":
            depth += 1
        elif text == ")":
            if depth == 0:
                break
            depth -= 1
        elif (text and depth == 0 and _closes(marked, index, limit, text)) or (
            not text and _breaks(marked, first, index, limit, bracket=bracket)
        ):
            break
        index += 1
    return index


def _closes(marked: TaggedArticle, index: int, limit: int, text: str) -> bool:
    """Whether the mark `text` at `index` ends a phrase behind a name."""
    if text == ",":
        return not joins(marked, index, limit)
    if text == ".":
        return (
            len(marked.tokens[index - 1].word.text) > 2
            and not marked.tags[index - 1] & Tag.HONORIFIC
        )
    return text in ";:—–!?…" and not _goes_on_behind_dash(marked, index, limit)


def _goes_on_behind_dash(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether a dash parts two offices of one person: помощник президента X – | заведующий Y."""
    match = marked.matches[index + 1] if index + 1 < limit else None
    initial = marked.lexicon.grammar.head == "initial"
    if match is None or not initial or marked.mark(index) not in LEADERS or match.last >= limit:
        return False
    small = marked.tokens[index + 1].word.letters == Letters.LOWER
    led = marked.tags[index - 1] & ((INNER | HEADS) if small else HEADS)
    return bool(match.tag & Tag.ROLE and led)


def _breaks(marked: TaggedArticle, first: int, index: int, limit: int, *, bracket: bool) -> bool:
    """Whether the word at `index` cannot stand in a phrase behind a name."""
    word, tag = marked.tokens[index].word, marked.tags[index]
    if tag & Tag.CONJUNCTION:
        joined = bracket or _among_fields(marked, first, index) or _double(marked, index, limit)
        joined = joined or _abbreviated_with(marked, index + 1, limit)
        return not joined and _new_item(marked, index + 1, limit)
    hyphened = index > first and marked.mark(index - 1) in HYPHENS and marked.tokens[index].glued
    if hyphened or is_young(marked, index, limit):
        return False  # Baku-based, the newly | founded Fund
    if marked.cued(index, "eponym_before") and _after_body(marked, index):
        return False  # Университета | имени Абая
    if tag & (Tag.CUE | Tag.WEEKDAY | Tag.RELATIVE):
        return not (tag & Tag.DESCRIPTOR and word.letters == Letters.CAPITAL)  # of | History
    timed = tag & Tag.PREPOSITION and index + 1 < limit and _begins_time(marked, index + 1)
    if timed or (index > first and _begins_circumstance(marked, index)):
        return True
    if tag & Tag.FUNCTION:
        return index > first and not article(marked, index)
    if word.letters != Letters.LOWER or tag:
        return False
    return word.verbal or not (marked.lexicon.grammar.small_nouns or _goes_on(marked, first, index))


def _after_body(marked: TaggedArticle, index: int) -> bool:
    """Whether words that lead to a namesake stand behind a body: Institute of Art | named after."""
    match = marked.matches[index]
    before = (match.first if match is not None else index) - 1
    return bool(marked.tags[before] & (Tag.BODY | Tag.DESCRIPTOR))


def _among_fields(marked: TaggedArticle, first: int, index: int) -> bool:
    """Whether nothing but fields stands before an "and": X, industry | and trade minister of Y."""
    begin = max(first, index - _FIELDS)
    fields = all(marked.tags[at] & Tag.DESCRIPTOR or marked.mark(at) for at in range(begin, index))
    goes_on = any(tag & Tag.DESCRIPTOR for tag in marked.tags[index + 1 : index + 2])
    return fields and begin == first < index and goes_on


def _abbreviated_with(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether the word behind an "and" is of the name whose abbreviation follows in brackets.

    Conference on Interaction and | Confidence Building Measures in Asia (CICA).
    """
    if index >= limit or marked.tags[index]:
        return False
    if marked.tokens[index].word.letters != Letters.CAPITAL:
        return False
    for at in range(index + 1, min(index + _ABBREVIATED, limit - 1)):
        if marked.mark(at) == "(":
            short = marked.tokens[at + 1].word
            return short.letters == Letters.CAPITALS and marked.folds[index][0] in short.fold
        if marked.mark(at) or marked.tags[at] & Tag.CONJUNCTION:
            return False
    return False


def _goes_on(marked: TaggedArticle, first: int, index: int) -> bool:
    """Whether an unknown small word can be a noun of a complement.

    Head of the mountain | rescue.
    """
    before, tag = marked.tokens[index - 1].word, marked.tags[index - 1]
    if index > first and before.ending and tag & _BODIES:
        return True  # the Assembly's | observation unit
    if marked.lexicon.presence.deeds.begin(marked.folds[index]) or index == first:
        return False
    ahead = index + 1 < len(marked.tags) and marked.tags[index + 1] & Tag.BODY
    if ahead and tag & Tag.PLACE:
        return True  # the Naryn | puppet theatre
    unknown = before.letters == Letters.LOWER and not tag and not before.verbal
    return unknown or before.text in APOSTROPHES or bool(tag & _GOING_ON)


def _begins_circumstance(marked: TaggedArticle, index: int) -> bool:
    """Whether it is told at `index` where, when or by whose leave: on the | sidelines of."""
    known = marked.lexicon.circumstances.get(marked.folds[index], ())
    return any(tuple(marked.folds[index : index + len(words)]) == words for words in known)


def _begins_time(marked: TaggedArticle, index: int) -> bool:
    """Whether a day or an hour begins at `index`: on | April 2."""
    return (
        bool(marked.tags[index] & (Tag.MONTH | Tag.WEEKDAY | Tag.RELATIVE))
        or marked.tokens[index].word.letters == Letters.NUMBER
    )


def _double(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether the office behind an "and" is the same person's: it ends before anybody is named."""
    match = marked.matches[index + 1] if index + 1 < limit else None
    if (
        marked.lexicon.grammar.head != "initial"
        or match is None
        or not match.tag & HEADS
        or marked.tokens[match.last - 1].word.fold.endswith(marked.lexicon.plurals)
    ):
        return False
    if not marked.tags[index - 1] & HEADS:
        return _closed(marked, ends(marked, index + 1, limit, bracket=False), limit)
    ands = (at for at in range(index + 1, limit) if marked.tags[at] & Tag.CONJUNCTION)
    following = next(ands, limit)  # up to there only: no look ahead within a look ahead
    return following < limit or ends(marked, index + 1, limit, bracket=False) < limit


def _closed(marked: TaggedArticle, end: int, limit: int) -> bool:
    """Whether a mark at `end` closes an office, and no comma leads from it to a name at `limit`."""
    last = end + 1 == limit
    return end < limit and marked.mark(end) in _BEHIND and (not last or marked.mark(end) == ".")


def _new_item(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether a new person or office begins at `index`, behind an "and"."""
    if index >= limit:
        return True
    while (
        index + 1 < limit
        and marked.tags[index] & Tag.FUNCTION
        and marked.tokens[index].word.fold in marked.lexicon.articles
    ):
        index += 1
    tag, word = marked.tags[index], marked.tokens[index].word
    if tag & (Tag.HONORIFIC | HEADS):
        return True
    if not marked.lexicon.grammar.small_nouns:
        if office_ahead(marked, index):
            return True  # and | WHO Director X
        if field_ahead(marked, index):
            return False  # of Health and | Medical Industry
    if tag & Tag.MODIFIER:
        return True
    return tag == Tag.NONE and word.letters == Letters.CAPITAL
