"""Which of the offices that a text tells of somebody is the one to show."""

from collections.abc import Sequence

from bot.extraction.people import dictionary_forms, office_titles
from bot.extraction.people.mentions import Mention
from bot.extraction.people.office_phrases import HEADING, counterpart
from bot.extraction.people.persons import Person
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from config.text import fold


def best(marked: TaggedArticle, person: Person) -> Mention | None:
    """Return the mention that tells a person's office best, None where none tells one.

    An office with its field that the text gives somebody goes before that of the one whose
    colleague he is called.
    """
    in_office = [mention for mention in person.mentions if mention.role is not None]
    own = [mention for mention in in_office if not _like_another(marked, mention)]
    if any(_of_field(marked, mention) for mention in own):
        in_office = own
    found = min(in_office, key=lambda mention: _rank(marked, mention), default=None)
    return _with_body(marked, found, own) if found is not None else None


def _with_body(marked: TaggedArticle, found: Mention, own: Sequence[Mention]) -> Mention:
    """Return the mention that tells an office newly given with its body, where `found` does not."""
    if not found.appointed or told(marked, found)[1] is not None:
        return found
    title = fold(told(marked, found)[0] or "")
    alike = (each for each in own if fold(told(marked, each)[0] or "") == title)
    return next((each for each in alike if told(marked, each)[1] is not None), found)


def land(marked: TaggedArticle, person: Person) -> str | None:
    """Return the country that somebody is told from as another's colleague, or None."""
    others = (m.told for m in person.mentions if _like_another(marked, m))
    return next((told[1] for told in others if told is not None and told[1]), None)


def _like_another(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether somebody's office is told by another's: his Azerbaijani | colleague X."""
    return mention.role is not None and counterpart(marked, mention.role.head)


def _of_field(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether an office is told with the field of its work: Minister of | Youth."""
    role = mention.role
    words = range(role.first, role.last) if role is not None else ()
    return any(marked.tags[at] & Tag.DESCRIPTOR for at in words)


def told(marked: TaggedArticle, mention: Mention) -> tuple[str | None, str | None]:
    """Return the office and the body that a mention tells."""
    if mention.given is not None:
        return mention.given
    if mention.told is not None and not mention.appointed:
        return mention.told
    return office_titles.split(marked, mention.role) if mention.role is not None else (None, None)


def kept(marked: TaggedArticle, mention: Mention) -> str | None:
    """Return the office that somebody keeps beside a new one: a minister who is elected chairman.

    Whoever was something, or has only a trade, is told in the new office alone.
    """
    old = mention.kept
    verbal = old is not None and old.head.entries[0].key == HEADING
    if old is None or verbal or office_titles.bare(marked, old):
        return None
    former = any(marked.tags[index] & Tag.MODIFIER for index in range(old.first, old.last))
    return None if former else dictionary_forms.text(marked, old.first, old.last)


def of_headline(
    marked: TaggedArticle, person: Person, role: str | None, headline: Sequence[Mention]
) -> str | None:
    """Return the country or the body of an office that the headline alone tells with it, or None.

    "Prezident X", whom the headline calls president of a country.
    """
    own = [set(mention.words) for mention in person.mentions]
    for mention in headline:
        named = any(words.issuperset(mention.words) for words in own)
        if role is None or mention.role is None or not named:
            continue
        title, body = told(marked, mention)
        if title is not None and fold(title) == fold(role):
            return body
    return None


def by_headline(
    marked: TaggedArticle, person: Person, headline: Sequence[Mention]
) -> tuple[str | None, str | None]:
    """Return the office and the body that the headline alone tells of somebody, or None twice.

    Of one whom the text below names bare wherever it names him.
    """
    if any(each.role or each.told or each.origin for each in person.mentions):
        return None, None
    own = [set(mention.words) for mention in person.mentions]
    for mention in headline:
        named = any(words.issuperset(mention.words) for words in own)
        if named and mention.role is not None and not mention.role.among:
            return told(marked, mention)
    return None, None


def _rank(marked: TaggedArticle, mention: Mention) -> int:
    """How well a mention tells the office, the best first: one newly given, one with its body."""
    if mention.appointed:
        return 0
    if mention.told is not None and mention.told[0] is not None:
        return 1
    role = mention.role
    headed = role is not None and role.head.entries[0].key == HEADING  # who also heads X
    if role is None or headed:
        return 2
    return 2 if office_titles.bare(marked, role) and told(marked, mention)[1] is None else 1
