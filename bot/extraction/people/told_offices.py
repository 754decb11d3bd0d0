"""Which of the offices that a text tells of somebody is the one to show."""

from bot.extraction.people import dictionary_forms, office_titles
from bot.extraction.people.mentions import Mention
from bot.extraction.people.office_phrases import HEADING
from bot.extraction.people.persons import Person
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag


def best(marked: TaggedArticle, person: Person) -> Mention | None:
    """Return the mention that tells a person's office best, None where none tells one."""
    in_office = [mention for mention in person.mentions if mention.role is not None]
    return min(in_office, key=lambda mention: _rank(marked, mention), default=None)


def told(marked: TaggedArticle, mention: Mention) -> tuple[str | None, str | None]:
    """Return the office and the body that a mention tells."""
    if mention.told is not None and not mention.appointed:
        return mention.told
    return office_titles.split(marked, mention.role) if mention.role is not None else (None, None)


def kept(marked: TaggedArticle, mention: Mention) -> str | None:
    """Return the office that somebody keeps beside a new one: a minister who is elected chairman.

    Whoever was something, or has only a trade, is told in the new office alone.
    """
    old = mention.kept
    if old is None or office_titles.bare(marked, old):
        return None
    former = any(marked.tags[index] & Tag.MODIFIER for index in range(old.first, old.last))
    return None if former else dictionary_forms.text(marked, old.first, old.last)


def _rank(marked: TaggedArticle, mention: Mention) -> int:
    """How well a mention tells the office, the best first: one newly given, one with its body."""
    if mention.appointed:
        return 0
    if mention.told is not None and mention.told[0] is not None:
        return 1
    role = mention.role
    headed = role is not None and role.head.entries[0].key == HEADING  # who also heads X
    return 2 if role is None or headed or office_titles.bare(marked, role) else 1
