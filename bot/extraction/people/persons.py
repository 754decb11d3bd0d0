"""Mentions -> the persons behind them.

The full names first, then the short ones that belong to them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.extraction.people import case_forms, name_matching
from bot.extraction.people.mentions import Mention
from bot.extraction.text.tagger import TaggedArticle

_ALIKE = 3  # letters in which two spellings of one word agree
_ENOUGH = 8  # mentions of one person that a further one is compared with
_NEIGHBOURS = 20
"""People with a word that begins alike that a mention is compared with, the last met.

Each mention was once compared with all of them, so that a list of names cost its square.
"""


@dataclass(slots=True)
class Person:
    """Somebody under all the mentions of one article."""

    mentions: list[Mention] = field(default_factory=list)


def gather(marked: TaggedArticle, mentions: list[Mention]) -> list[Person]:
    """Return the persons behind `mentions`.

    The full names first, then the short ones that belong to them.
    """
    persons: list[Person] = []
    known: dict[str, list[Person]] = defaultdict(list)
    spelled: dict[tuple[str, ...], Person] = {}
    for mention in sorted(mentions, key=lambda m: _order(marked, m)):
        home = _home(marked, _near(known, mention), mention) or spelled.get(mention.words)
        home = home or _without_surname(marked, known, mention)
        if home is not None:
            home.mentions.append(mention)
        elif (
            _full(marked, mention)
            or (mention.certain and mention.role is not None)
            or mention.honoured
        ):
            home = Person([mention])
            persons.append(home)
            for word in mention.words:
                known[word[:_ALIKE]].append(home)
        if home is not None:
            spelled.setdefault(mention.words, home)
    for person in persons:
        person.mentions.sort(key=lambda m: m.run.first)
    return sorted(persons, key=lambda p: p.mentions[0].run.first)


def _order(marked: TaggedArticle, mention: Mention) -> tuple[int, bool, int]:
    """The fullest names first, and of equally full ones those with a surname."""
    weight = name_matching.weight(mention.words)
    return -weight, _by_father(marked, mention.words), mention.run.first


def _by_father(marked: TaggedArticle, words: tuple[str, ...]) -> bool:
    return len(words) > 1 and name_matching.patronymic(marked, words[-1])


def _without_surname(
    marked: TaggedArticle, known: dict[str, list[Person]], mention: Mention
) -> Person | None:
    """Return the only person whose given name a name without a surname tells with a patronymic.

    Whoever is told so with an office of his own may bear no other name.
    """
    if mention.role is not None or not _by_father(marked, mention.words):
        return None
    *given, father = mention.words
    met = {id(person): person for person in known[given[0][:_ALIKE]][-_NEIGHBOURS:]}
    fits = [person for person in met.values() if _is_child(marked, person, given, father)]
    return fits[0] if len(fits) == 1 else None


def _is_child(marked: TaggedArticle, person: Person, given: Sequence[str], father: str) -> bool:
    return any(_child(marked, earlier.words, given, father) for earlier in person.mentions)


def _child(
    marked: TaggedArticle, words: tuple[str, ...], given: Sequence[str], father: str
) -> bool:
    """Whether a full name has this given name, a surname, and no other father's name."""
    if len(words) <= len(given) or name_matching.patronymic(marked, words[-1]):
        return False
    if not name_matching.same(marked, words[: len(given)], tuple(given)):
        return False
    fathers = [word for word in words if name_matching.patronymic(marked, word)]
    return not fathers or any(name_matching.same(marked, (word,), (father,)) for word in fathers)


def _near(known: dict[str, list[Person]], mention: Mention) -> list[Person]:
    """Return the people whose names begin like `mention`: no other can be named by it.

    Each word of the shorter name begins like one of the longer.
    """
    met: dict[int, Person] = {}
    for word in mention.words:
        for person in known[word[:_ALIKE]][-_NEIGHBOURS:]:
            met.setdefault(id(person), person)
    return [person for person in met.values() if _begins_alike(person, mention)]


def _full(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a name has two words, not only one with a hyphen, which towns have as well."""
    run = mention.run
    if len(mention.words) < 2:
        return False
    tight = (marked.tokens[index].glued for index in range(run.first + 1, run.last))
    return run.shared is not None or not all(tight) or marked.mark(run.first + 1) == "."


def _home(marked: TaggedArticle, near: list[Person], mention: Mention) -> Person | None:
    """Return the person among `near` whom `mention` names, in whatever case it stands."""
    for person in near:
        if _named(marked, person, mention.words):
            return person
    if len(mention.words) == 1:
        return None
    # To decline a name is dear, so it is only done where somebody's name begins like it.
    for words in case_forms.other_cases(marked, mention.run) if near else ():
        for person in near:
            if _named(marked, person, words):
                return person
    return None


def _named(marked: TaggedArticle, person: Person, words: tuple[str, ...]) -> bool:
    """Whether `words` name `person` as one of the first mentions does."""
    known = person.mentions[:_ENOUGH]
    return any(name_matching.same(marked, earlier.words, words) for earlier in known)


def _begins_alike(person: Person, mention: Mention) -> bool:
    return any(
        name_matching.begin_alike(earlier.words, mention.words)
        for earlier in person.mentions[:_ENOUGH]
    )
