"""Somebody's deputy is told with the office that he is the deputy of.

"Secretary General X and his deputy Y": Y is deputy Secretary General, of the same body. So is
whoever has the office of a deputy, or the same office before or after, beside one of that body.
"""

from collections.abc import Sequence

from bot.extraction.people import dictionary_forms, office_titles, told_offices
from bot.extraction.people.genitives import genitive
from bot.extraction.people.mentions import Mention
from bot.extraction.people.name_words import CAPITALISED
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.people.persons import Person
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters

_APART = 3  # tokens from a deputy back to the chief's office


def give_offices_of_seconds(marked: TaggedArticle, persons: Sequence[Person]) -> None:
    """Tell those who are only said to be somebody's deputy whose they are, and where."""
    owners = {id(mention): person for person in persons for mention in person.mentions}
    every = [mention for person in persons for mention in person.mentions]
    every.sort(key=lambda mention: mention.run.first)
    for at, mention in enumerate(every):
        if mention.role is None or mention.told is not None or mention.appointed:
            continue
        if _second(marked, mention.role):
            chief = _chief(marked, every[:at], mention, owners)
            if chief is not None:
                mention.told = _deputy(marked, mention.role, chief)
        elif told_offices.told(marked, mention)[1] is None:
            body = _body(marked, every[:at], mention)
            if body is not None:
                mention.told = office_titles.split(marked, mention.role)[0], body


def _second(marked: TaggedArticle, role: OfficePhrase) -> bool:
    """Whether an office is a deputy's, and the phrase does not tell whose."""
    if not any(entry.shown in marked.lexicon.seconds for entry in role.head.entries):
        return False
    lead = range(role.first, role.head.first)
    if any(not marked.tags[at] & Tag.MODIFIER for at in lead):
        return False
    if marked.lexicon.grammar.head == "final":
        return _tied(marked, role)
    before = marked.tokens[role.first - 1].word if role.first else None
    owned = before is not None and (before.fold in marked.lexicon.possessors or before.ending)
    return bool(owned) and role.last == role.head.last + _behind(marked, role)


def _behind(marked: TaggedArticle, role: OfficePhrase) -> int:
    """Count the marks that an office's phrase ends with: his deputy, | X."""
    return sum(bool(marked.mark(at)) for at in range(role.head.last, role.last))


def _tied(marked: TaggedArticle, role: OfficePhrase) -> bool:
    word, ties = marked.tokens[role.head.last - 1].word, marked.lexicon.possessives
    rests = (
        word.fold.removeprefix(entry.words[-1])
        for entry in role.head.entries
        if word.fold.startswith(entry.words[-1])
    )
    several = office_titles.plural(marked, role)
    return any(rest.startswith(ties) or (several and rest) for rest in rests)


def _chief(
    marked: TaggedArticle,
    before: Sequence[Mention],
    mention: Mention,
    owners: dict[int, Person],
) -> tuple[str, str | None] | None:
    """Return the office of the one named before, in the same sentence or the one before it."""
    role = mention.role
    named = _named_chief(marked, role) if role is not None else None
    if named is not None:
        return dictionary_forms.dictionary(marked, named), _body_of(marked, before, mention, named)
    for other in reversed(before):
        if mention.sentence.number - other.sentence.number > 1:
            return None
        best = other if other.role is not None else told_offices.best(marked, owners[id(other)])
        if best is None or best.role is None:
            return None
        if not _second(marked, best.role):
            title, body = told_offices.told(marked, best)
            return (title, body) if title is not None else None
    return None


def _named_chief(marked: TaggedArticle, role: OfficePhrase) -> Match | None:
    """Return the office whose holder's deputy is meant: baş katibin | digər müavini."""
    for at in range(role.first - 1, max(-1, role.first - _APART), -1):
        match, word = marked.matches[at], marked.tokens[at].word
        if match is not None and match.tag & Tag.ROLE:
            return match if word.fold.endswith(marked.lexicon.genitives) else None
        if word.letters != Letters.LOWER:
            return None
    return None


def _body_of(
    marked: TaggedArticle, before: Sequence[Mention], mention: Mention, office: Match
) -> str | None:
    """Return the body of the last one before in the sentence who has an office."""
    keys = {entry.key for entry in office.entries}
    for other in reversed(before):
        if mention.sentence.number - other.sentence.number > 1:
            return None
        if other.role is not None and keys & {entry.key for entry in other.role.head.entries}:
            return told_offices.told(marked, other)[1]
    return None


def _deputy(
    marked: TaggedArticle, role: OfficePhrase, chief: tuple[str, str | None]
) -> tuple[str, str | None]:
    office, body = chief
    shown = dictionary_forms.dictionary(marked, role.head)
    lead = dictionary_forms.text(marked, role.first, role.head.first)
    if marked.lexicon.grammar.head == "final":
        shown = dictionary_forms.tied(marked, shown)
    else:
        lead = ""
        shown = office_titles.split(marked, role)[0]
    second = f"{lead} {shown}".strip()
    pattern = marked.lexicon.grammar.people.second_of
    title = pattern.format(second=second, office=office, genitive=genitive(marked.lexicon, office))
    return title, body


def _body(marked: TaggedArticle, before: Sequence[Mention], mention: Mention) -> str | None:
    """Return the body of one who has the same office or its chief's, named before in the sentence.

    The Secretary General of X, A, and Deputy Secretary General B; yangi bosh kotib B.
    """
    role = mention.role
    if role is None or mention.origin is not None or _strange(marked, role):
        return None
    keys = _keys(marked, role)
    for other in reversed(before):
        if other.sentence.number != mention.sentence.number:
            return None
        if other.role is None or not keys & {entry.key for entry in other.role.head.entries}:
            continue
        body = told_offices.told(marked, other)[1]
        if body is not None:
            return body
    return None


def _strange(marked: TaggedArticle, role: OfficePhrase) -> bool:
    """Whether a word with a capital that no list knows, or an owner, may be the office's body."""
    ends = marked.lexicon.genitives
    return any(
        marked.tags[at] & Tag.DESCRIPTOR
        or (
            marked.tokens[at].word.letters in CAPITALISED
            and (not marked.tags[at] or marked.tokens[at].word.fold.endswith(ends))
        )
        for at in range(role.first, role.head.first)
    )


def _keys(marked: TaggedArticle, role: OfficePhrase) -> set[str]:
    """Return the offices that an office beside others is told by: deputy | minister, new | head.

    Empty for any other office.
    """
    beside, head = marked.lexicon.beside, role.head
    words = range(role.first, head.last)
    if not any(beside and marked.folds[at].startswith(beside) for at in words):
        return set()
    inner = [
        match
        for first, last in ((head.first, head.last - 1), (head.first + 1, head.last))
        for match in marked.lexicon.phrases.find(marked.tokens, first, last)
    ]
    behind = (marked.matches[at] for at in range(head.last, role.last))
    offices = (match for match in (head, *inner, *behind) if match and match.tag & Tag.ROLE)
    return {entry.key for match in offices for entry in match.entries}
