"""A head of state whose office and name stand in different sentences.

"The head of state received the guests. X said …": whoever alone is told with no office, and is
subject of a sentence beside, is meant, unless somebody else is told as president.
"""

from collections.abc import Collection, Iterator, Sequence

from bot.extraction.people import name_endings
from bot.extraction.people.mentions import Mention
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.people.persons import Person
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence
from config.text import fold

_BESIDE = 2  # sentences from that of the office to that of the name
_BODIES = Tag.BODY | Tag.ORGANIZATION


def give_office_of_head_of_state(
    marked: TaggedArticle, persons: Sequence[Person], headline: Sequence[Mention]
) -> None:
    """Tell the head of state of an article from the office that stands away from the name."""
    opened = list(_opened(marked, [*(m for p in persons for m in p.mentions), *headline]))
    people = marked.lexicon.grammar.people
    heads = set(map(fold, (*people.state_heads, *people.presidents)))
    roles = (mention.role for person in persons for mention in person.mentions)
    if not opened or any(role and _presides(marked, role, heads) for role in roles):
        return
    meant = [person for person in persons if _may_be(marked, person, opened, headline)]
    if len(meant) != 1:
        return
    shown = people.state_heads[0]
    great = marked.tokens[opened[0].first].word.letters != Letters.LOWER
    title = shown[:1].upper() + shown[1:] if great else shown
    for mention in meant[0].mentions:
        mention.told = title, None


def _opened(marked: TaggedArticle, mentions: Sequence[Mention]) -> Iterator[Sentence]:
    """Yield the sentences that the office of a head of state opens, with no name beside it."""
    phrases = [tuple(fold(each).split()) for each in marked.lexicon.grammar.people.state_heads]
    roles = [mention.role for mention in mentions if mention.role is not None]
    taken = {index for role in roles for index in range(role.head.first, role.head.last)}
    taken |= {mention.run.first - 1 for mention in mentions}
    folds, articles = marked.folds, marked.lexicon.articles
    for sentence in marked.sentences:
        first = sentence.first + (folds[sentence.first] in articles)
        for phrase in phrases:
            last = first + len(phrase)
            if tuple(folds[first:last]) != phrase or last >= sentence.last:
                continue
            if taken.isdisjoint(range(first, last)) and not _of_a_land(marked, last):
                yield sentence
                break


def _of_a_land(marked: TaggedArticle, behind: int) -> bool:
    """Whether the office goes on with whose it is, where that stands behind: of Hungary."""
    if marked.lexicon.grammar.head != "initial":
        return False
    at = behind + bool(marked.tags[behind] & Tag.PREPOSITION)
    return at < len(marked.tags) and bool(marked.tags[at] & (Tag.PLACE | Tag.DEMONYM))


def _presides(marked: TaggedArticle, role: OfficePhrase, heads: Collection[str]) -> bool:
    """Whether an office is that of the president of a country, one of `heads`."""
    if not any(fold(entry.shown) in heads for entry in role.head.entries):
        return False
    return not any(marked.tags[at] & _BODIES for at in range(role.first, role.last))


def _may_be(
    marked: TaggedArticle, person: Person, opened: Sequence[Sentence], headline: Sequence[Mention]
) -> bool:
    """Whether somebody told with no office acts beside a sentence that the office opens."""
    own = person.mentions
    if any(each.role or each.told or each.origin or each.honoured for each in own):
        return False
    if not any(len(each.words) > 1 for each in own):
        return False
    numbers = {sentence.number for sentence in opened}
    if any(each.sentence.number in numbers for each in own):
        return False
    if any(_names(each, own) for each in headline):
        return False
    steps = range(-_BESIDE, _BESIDE + 1)
    near = {number + step for number in numbers for step in steps}
    if not opened[0].paragraph:
        near |= {each.sentence.number for each in own}
    return any(each.sentence.number in near and _acts(marked, each) for each in own)


def _names(mention: Mention, own: Sequence[Mention]) -> bool:
    """Whether the headline names somebody by words that `own` mentions have."""
    return any(set(mention.words) <= set(each.words) for each in own)


def _acts(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a name opens its sentence as the subject of one who was there."""
    run = mention.cased
    oblique = mention.cases or name_endings.owning(marked, run) or name_endings.given(marked, run)
    return mention.run.first == mention.sentence.first and not oblique and mention.reason.present
