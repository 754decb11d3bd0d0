"""An office that the sentence behind a list tells of all who are in it, each from somewhere.

A and B from X, C from Y and D from Z came. The painters will work there for ten days.
"""

from collections.abc import Sequence
from itertools import groupby

from bot.extraction.people import dictionary_forms, office_titles
from bot.extraction.people.mentions import Mention
from bot.extraction.people.office_beginnings import left
from bot.extraction.people.office_complements import of_body
from bot.extraction.people.office_phrases import OfficePhrase, of_the_day
from bot.extraction.people.persons import Person
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Sentence

_FEWEST = 3  # people of a list, from two countries at least
_SENTENCE = 40  # tokens of the sentence behind in which the office is looked for


def give_offices_of_groups(marked: TaggedArticle, persons: Sequence[Person]) -> None:
    """Tell those who are listed by where they are from the office that tells of them all."""
    owners = {id(mention): person for person in persons for mention in person.mentions}
    every = [mention for person in persons for mention in person.mentions]
    every.sort(key=lambda mention: mention.run.first)
    named = {mention.sentence.number for mention in every}
    for number, group in groupby(every, key=lambda mention: mention.sentence.number):
        listed = [mention for mention in group if _open(owners[id(mention)], mention)]
        lands = {mention.origin for mention in listed}
        if len(listed) < _FEWEST or len(lands) == 1 or number + 1 in named:
            continue
        head = _told_behind(marked, listed[0].sentence)
        if head is None:
            continue
        title = _title(marked, head)
        for mention in listed:
            for other in owners[id(mention)].mentions:
                other.told = title, mention.origin


def _open(person: Person, mention: Mention) -> bool:
    """Whether somebody is told by where he is from alone, with no office anywhere."""
    offices = (other for other in person.mentions if other.role is not None or other.told)
    return mention.origin is not None and next(offices, None) is None


def _told_behind(marked: TaggedArticle, sentence: Sentence) -> Match | None:
    """Return the only office of many in the sentence behind, if it takes up those of a list."""
    if sentence.last >= len(marked.tokens):
        return None
    behind = marked.sentence_of(sentence.last)
    if behind.paragraph != sentence.paragraph:
        return None
    near = marked.matches[behind.first : min(behind.last, behind.first + _SENTENCE)]
    found = {match.first: match for match in near if match is not None and match.tag & Tag.ROLE}
    head = next(iter(found.values())) if len(found) == 1 else None
    return head if head is not None and _of_all(marked, behind, head) else None


def _of_all(marked: TaggedArticle, sentence: Sentence, head: Match) -> bool:
    """Whether an office is told of many who were named: the painters, Opera sanatçıları."""
    if not dictionary_forms.plural(marked, head) or of_body(marked, head):
        return False
    any_body = any(entry.shown in marked.lexicon.staff for entry in head.entries)
    if any_body or of_the_day(marked, head):
        return False
    first = left(marked, sentence.first, head.first)
    if marked.lexicon.grammar.head == "final":
        return first == sentence.first
    return first > sentence.first and marked.folds[first - 1] in marked.lexicon.articles


def _title(marked: TaggedArticle, head: Match) -> str:
    first = left(marked, marked.sentence_of(head.first).first, head.first)
    return office_titles.split(marked, OfficePhrase(first, head.last, head, apposed=True))[0]
