"""Those whom the headline alone tells in their office as received or met by somebody.

"President receives the academy's head X", and below it he is named bare, or not at all.
"""

from collections.abc import Iterator, Sequence

from bot.extraction.people import name_matching
from bot.extraction.people.mentions import Mention
from bot.extraction.people.persons import Person
from bot.extraction.people.reasons import Reason
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Letters

_ENOUGH = 8  # mentions of one person that the headline's is compared with


def join(marked: TaggedArticle, persons: list[Person], headline: Sequence[Mention]) -> list[Person]:
    """Return `persons` and whom the headline alone names, in the order of the text.

    Who is known and told with no office gets that of the headline, and was there with it.
    """
    joined = list(persons)
    for mention in _guests(marked, headline):
        mention.reason = Reason.ACTED
        home = next((person for person in persons if _same(marked, person, mention)), None)
        if home is None:
            joined.append(Person([mention]))
        elif not any(each.role or each.told or each.origin for each in home.mentions):
            home.mentions.insert(0, mention)
    return sorted(joined, key=lambda person: person.mentions[0].run.first)


def _guests(marked: TaggedArticle, headline: Sequence[Mention]) -> Iterator[Mention]:
    """Yield who stands in full and in office in a headline that tells of an encounter.

    Not of one with a great letter on every word, where no name is known from a noun.
    """
    for mention in headline:
        sentence = mention.sentence
        told = mention.certain and mention.role is not None and len(mention.run.parts) > 1
        if not told or not marked.tells_encounter(sentence):
            continue
        verbs = (
            at
            for at in range(sentence.first, sentence.last)
            if "encounters" in marked.cues.get(at, ())
        )
        if any(marked.tokens[at].word.letters == Letters.LOWER for at in verbs):
            yield mention


def _same(marked: TaggedArticle, person: Person, mention: Mention) -> bool:
    known = person.mentions[:_ENOUGH]
    return any(name_matching.same(marked, earlier.words, mention.words) for earlier in known)
