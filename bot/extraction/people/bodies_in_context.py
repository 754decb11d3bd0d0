"""The body of an office that its phrase does not tell, where the text around it does.

The guests came to Khazar University, where the rector, | X, met them: he is rector there. Which
bodies an office may be held in, the language's data says; of two in one sentence nobody can tell.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from bot.extraction.people import coreference, named_bodies, office_titles, told_offices
from bot.extraction.people.mentions import Mention
from bot.extraction.people.name_words import CAPITALISED
from bot.extraction.people.office_phrases import OfficePhrase, counterpart
from bot.extraction.people.persons import Person
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Sentence
from config.text import fold

_BACK = 10  # sentences before that of the name in which its body is looked for
_BODY_AND_NAME = 3  # words of a name of which the first may be of a body that no list knows
_BODIES = Tag.BODY | Tag.ORGANIZATION


def give_bodies_in_context(
    marked: TaggedArticle, persons: Sequence[Person], headline: Sequence[Mention]
) -> None:
    """Tell those whose office has no body the one that the sentences around speak of."""
    taken = _Taken(marked, persons)
    for person in persons:
        mention = told_offices.best(marked, person)
        if mention is None or not _open(marked, person, mention):
            continue
        title, body = told_offices.told(marked, mention)
        if title is None or body is not None:
            continue
        if told_offices.of_headline(marked, person, title, headline) is not None:
            continue
        found = _found(marked, mention, taken)
        if found is not None:
            mention.told = title, found


class _Taken:
    """Where the offices of an article stand, so that the body of one is no other's."""

    def __init__(self, marked: TaggedArticle, persons: Sequence[Person]) -> None:
        self._keys: dict[int, frozenset[str]] = {}
        self._names: list[int] = []
        for person in persons:
            for mention in person.mentions:
                behind = range(mention.run.last, min(mention.run.last + 2, len(marked.tokens)))
                if not any(marked.names_after(at) for at in behind):
                    self._names.append(mention.run.last)
                if mention.role is not None:
                    self._add(mention.role)
        self._names.sort()

    def behind_names(self, index: int) -> int:
        """Return where the last name ends that stands before `index`."""
        at = bisect_right(self._names, index)
        return self._names[at - 1] if at else 0

    def _add(self, role: OfficePhrase) -> None:
        keys = frozenset(entry.key for entry in role.head.entries)
        self._keys.update(dict.fromkeys(range(role.first, role.last), keys))

    def by(self, match: Match, role: OfficePhrase) -> bool:
        """Whether a body is told in the phrase of somebody else who has the same office."""
        if role.first <= match.first < role.last:
            return True
        keys = self._keys.get(match.first, frozenset())
        return not keys.isdisjoint(entry.key for entry in role.head.entries)


def _open(marked: TaggedArticle, person: Person, mention: Mention) -> bool:
    """Whether somebody's office is told by its word alone, of him alone."""
    role = mention.role
    if role is None or role.among or mention.shares or mention.appointed:
        return False
    if any(each.origin for each in person.mentions) or counterpart(marked, role.head):
        return False
    strange = any(_tells(marked, at) for at in _beside(mention, role)) or _with_body(
        marked, mention
    )
    if strange and not _its(marked, role):
        return False  # the minister of culture, the former rector
    return office_titles.bare(marked, role) and not office_titles.plural(marked, role)


def _with_body(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a name may begin with a body that no list knows: генсек | Интерпола X Y."""
    initial = marked.lexicon.grammar.head == "initial"
    return initial and len(mention.run.parts) >= _BODY_AND_NAME


def _tells(marked: TaggedArticle, index: int) -> bool:
    """Whether a word beside an office tells its field, other times, or an unknown body."""
    word, tag = marked.tokens[index].word, marked.tags[index]
    if tag & (Tag.HONORIFIC | Tag.TITLE):
        return False
    return bool(tag & (Tag.DESCRIPTOR | Tag.MODIFIER)) or (not tag and word.letters in CAPITALISED)


def _beside(mention: Mention, role: OfficePhrase) -> Iterator[int]:
    """Yield the words of an office but for its own, and those between it and the name."""
    yield from range(role.first, role.head.first)
    yield from range(role.head.last, max(role.last, mention.run.first))


def _found(marked: TaggedArticle, mention: Mention, taken: _Taken) -> str | None:
    """Return the body, or the country, that the office of `mention` has to be of, or None."""
    role = mention.role
    if role is None:
        return None
    for any_body in (False, True) if _its(marked, role) else (False,):
        for near in _near(marked, mention, role):
            names: dict[str, str] = {}
            for match in _matches(marked, near):
                name = None
                if any_body:
                    name = named_bodies.full(marked, match)
                elif not taken.by(match, role):
                    name = _name(marked, match, role, taken)
                if name is not None:
                    key = _key(match, name)
                    names[key] = max(names.get(key, ""), name, key=len)
            if names:
                return _one(marked, role, names)
    return None


def _one(marked: TaggedArticle, role: OfficePhrase, names: Mapping[str, str]) -> str | None:
    """Return the only one of `names`; of those that "its" may mean, the only known organisation."""
    known = [name for key, name in names.items() if key != fold(name)]
    few = known if known and _its(marked, role) else list(names.values())
    return few[0] if len(few) == 1 else None


def _key(match: Match, name: str) -> str:
    """Return what two names of one organisation have in common; any other body's name, folded."""
    entry = next((entry for entry in match.entries if entry.tag == Tag.ORGANIZATION), None)
    return fold(name) if entry is None else entry.key


def _name(marked: TaggedArticle, match: Match, role: OfficePhrase, taken: _Taken) -> str | None:
    """Return what the body at `match` makes of an office: its name, or its country's, or None."""
    lexicon = marked.lexicon
    if match.tag & Tag.ORGANIZATION:
        leads = any(entry.shown in lexicon.office_words.secretaries for entry in role.head.entries)
        known = any(entry.key in lexicon.office_words.secretariats for entry in match.entries)
        return named_bodies.full(marked, match) if leads and known else None
    if _is_of(match, _words(lexicon.office_words.missions, role)):
        return named_bodies.land(marked, match)
    if _is_of(match, _words(lexicon.office_words.held_in, role)):
        name = named_bodies.full(marked, match, taken.behind_names(match.first))
        return name or coreference.full_name(marked, match) or coreference.only(marked, match)
    return None


def _words(table: Mapping[str, frozenset[str]], role: OfficePhrase) -> frozenset[str]:
    found = (table.get(entry.shown, frozenset()) for entry in role.head.entries)
    return frozenset().union(*found)


def _near(marked: TaggedArticle, mention: Mention, role: OfficePhrase) -> Iterator[range]:
    """Yield stretches of text around a name, the likeliest to tell its body first.

    Of a minister only what stands before him in his sentence: there are many ministries.
    """
    own, sentences = mention.sentence, marked.sentences
    yield range(own.first, mention.start)
    if _its(marked, role):
        yield from map(_whole, sentences[max(own.number - 1, 0) : own.number])
        return
    if marked.folds[role.head.first].startswith(marked.lexicon.ministers):
        return
    for number in range(own.number - 1, max(own.number - _BACK, 0) - 1, -1):
        yield _whole(sentences[number])


def _its(marked: TaggedArticle, role: OfficePhrase) -> bool:
    """Whether an office is told as that of a body named before: its | director X."""
    before = role.first - 1
    second = any(entry.shown in marked.lexicon.seconds for entry in role.head.entries)
    return before >= 0 and marked.folds[before] in marked.lexicon.office_words.its and not second


def _whole(sentence: Sentence) -> range:
    return range(sentence.first, sentence.last)


def _matches(marked: TaggedArticle, near: range) -> list[Match]:
    """Return the bodies told in a stretch of text."""
    at = bisect_left(marked.found, near.start, key=lambda match: match.first)
    last = bisect_left(marked.found, near.stop, key=lambda match: match.first)
    return [match for match in marked.found[at:last] if match.tag & _BODIES]


def _is_of(match: Match, words: frozenset[str]) -> bool:
    """Whether a body is of one of the sorts that `words` say."""
    return any(entry.tag == Tag.BODY and entry.shown in words for entry in match.entries)
