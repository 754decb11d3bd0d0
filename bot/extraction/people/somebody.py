"""What shows that two capitalised words without an office are somebody's name.

A text is full of them that are nobody's: an agency before a town, a programme, half of a title. An
office, an honorific, a surname's ending, a neighbour in a list, where somebody comes from, initials
or a first name that people of the field bear show a person; without any of them there is none.
"""

from bot.extraction.people import case_forms
from bot.extraction.people.mentions import Mention
from bot.extraction.people.persons import Person
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.language.first_names import is_first_name


def is_somebody(marked: TaggedArticle, person: Person) -> bool:
    """Whether a mention of `person` shows that this is one."""
    return any(_shown(marked, mention) for mention in person.mentions)


def _shown(marked: TaggedArticle, mention: Mention) -> bool:
    if mention.certain or mention.role is not None or mention.origin is not None:
        return True
    return _initials(marked, mention) or _fathered(marked, mention) or _named(marked, mention)


def _initials(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether the name has an initial: A. Kula."""
    return any(marked.mark(part + 1) == "." for part in mention.run.parts[:-1])


def _fathered(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether "son" or "daughter of" stands in the name or behind it: Solmaz Atakişi qızı."""
    run = mention.run
    span = range(run.first, min(run.last + 1, len(marked.tokens)))
    return any(marked.tags[index] & Tag.PARTICLE for index in span)


def _named(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a word of the name, in the case it stands in or another, is a first name."""
    words = {part for word in mention.words for part in word.replace("-", " ").split()}
    if any(map(is_first_name, words)):
        return True
    told = case_forms.name(marked, mention.run, [mention.run], mention.cases)
    return any(map(is_first_name, told.replace("-", " ").split()))
