"""Mentions -> the persons behind them: the full names first, then the short ones that belong to them."""

from collections import defaultdict
from dataclasses import dataclass, field

from bot.extraction.people import case_forms
from bot.extraction.people.mentions import Mention
from bot.extraction.text.tagger import TaggedArticle

_ALIKE = 3  # letters in which two spellings of one word agree
_ENOUGH = 8  # mentions of one person that a further one is compared with


@dataclass(slots=True)
class Person:
    """Somebody under all the mentions of one article."""

    mentions: list[Mention] = field(default_factory=list)


def gather(marked: TaggedArticle, mentions: list[Mention]) -> list[Person]:
    """Return the persons behind `mentions`: the full names first, then the short ones that belong to them."""
    persons: list[Person] = []
    known: dict[str, list[Person]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: (-case_forms.weight(m.words), m.run.first)):
        near = (person for word in mention.words for person in known[word[:_ALIKE]])
        home = _home(marked, list(near), mention)
        if home is not None:
            home.mentions.append(mention)
        elif (
            len(mention.words) > 1
            or (mention.certain and mention.role is not None)
            or mention.honoured
        ):
            persons.append(Person([mention]))
            for word in mention.words:
                known[word[:_ALIKE]].append(persons[-1])
    for person in persons:
        person.mentions.sort(key=lambda m: m.run.first)
    return sorted(persons, key=lambda p: p.mentions[0].run.first)


def _home(marked: TaggedArticle, near: list[Person], mention: Mention) -> Person | None:
    """Return the person among `near` whom `mention` names, in whatever case it stands."""
    spellings = [mention.words]
    if near and len(mention.words) > 1:
        spellings.extend(case_forms.other_cases(marked, mention.run))
    for words in spellings:
        for person in near:
            if any(case_forms.same(marked, m.words, words) for m in person.mentions[:_ENOUGH]):
                return person
    return None
