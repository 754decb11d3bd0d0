"""The words that tell what came of an event, as they are looked for among those of a sentence."""

from dataclasses import dataclass
from typing import Final

from bot.extraction.text.cues import Cues
from config.outcome_words import Outcomes
from config.text import fold

ACT: Final = "act "
"""What the key of a verb begins with; what it does follows."""

THING: Final = "thing "
"""The same of what it is done to."""

TIGHT: Final = "tight "
"""The same where the form may be of another case."""

MANY, BEFORE, BEHIND = "many", "before", "behind"

LOOKALIKE: Final = "nothing"
"""The thing that only looks like one: co-operation is no union."""


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """The words of one language, folded.

    Attributes:
        in_body: All cues, of verbs those that tell something as done.
        in_headlines: The same with the forms of headlines.
        first: The first words of all verbs, none where the language lists none: a sentence without
            any is passed over.
        passives: Words before a participle without which it tells no act, where there are such.
        intransitives: Verbs that need none, what is done being told of their subject.
        whole: The things as they are listed, which end in no case, whatever they look like.
    """

    in_body: Cues
    in_headlines: Cues
    first: frozenset[str]
    passives: frozenset[str]
    intransitives: frozenset[str]
    whole: frozenset[str]

    @classmethod
    def of(cls, listed: Outcomes) -> "OutcomeWords":
        """Return the words that a language's file lists."""
        tables = {MANY: listed.many, BEFORE: listed.before, BEHIND: listed.behind}
        tables |= {f"{THING}{thing}": words for thing, words in listed.things.items()}
        tables |= {f"{TIGHT}{thing}": words for thing, words in listed.adjacent.items()}
        body = {f"{ACT}{act}": words for act, words in listed.acts.items()}
        headline = {
            f"{ACT}{act}": (*words, *listed.headlines.get(act, ()))
            for act, words in listed.acts.items()
        }
        names = (word for words in listed.things.values() for word in words)
        passives = frozenset(fold(word) for phrase in listed.passives for word in phrase.split())
        intransitives = frozenset(fold(verb).split()[0] for verb in listed.intransitives)
        whole = frozenset(fold(name.removesuffix("*").split()[-1]) for name in names)
        verbs = (*listed.acts.values(), *listed.headlines.values())
        told = (verb.replace("-", " ") for phrases in verbs for verb in phrases)
        first = frozenset(fold(verb).split()[0] for verb in told)
        in_body, in_headlines = Cues(tables | body), Cues(tables | headline)
        return cls(in_body, in_headlines, first, passives, intransitives, whole)
