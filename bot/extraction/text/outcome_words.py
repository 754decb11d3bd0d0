"""The words that tell what came of an event, as they are looked for among those of a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.extraction.text.cues import Cues
from bot.extraction.text.presence_words import Beginnings
from config.outcome_words import Outcomes
from config.phrases import Phrases
from config.text import fold

ACT: Final = "act "
"""What the key of a verb begins with; what it does follows."""

THING: Final = "thing "
"""The same of what it is done to."""

TIGHT: Final = "tight "
"""The same where the form may be of another case."""

FOUNDED: Final = "founded "
"""The same in the cases in which a noun of founding governs it."""

MANY, BEFORE, BEHIND = "many", "before", "behind"

LOOKALIKE: Final = "nothing"
"""The thing that only looks like one: co-operation is no union."""


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """The words of one language, folded.

    Attributes:
        in_body: All cues, of verbs those that tell something as done.
        in_headlines: The same with the forms of headlines.
        ahead: Cues of what is only announced, and of what that is done to.
        first_ahead: The first words of verbs that announce.
        doubts: Words with which nothing is announced.
        decisions: Words of deciding.
        first: The first words of all verbs, none where the language lists none: a sentence without
            any is passed over.
        passives: Words before a participle without which it tells no act, where there are such.
        intransitives: Verbs that need none, what is done being told of their subject.
        takes: Verbs of whoever takes what is handed over.
        to_words: Words before whom something is given to, where there are such.
        to_endings: Endings of whom something is given to.
        toward: Prepositions that tell so beside an ending.
        by_words: Words behind whoever does it.
        object_endings: Endings of case behind a possessive.
        joining: Small words that join the parts of a name.
        pronouns: Words for whoever the sentence before names.
        turkic: Beginnings of the words for the Turkic world.
        whole: The things as they are listed, which end in no case, whatever they look like.
    """

    in_body: Cues
    in_headlines: Cues
    ahead: Cues
    first_ahead: frozenset[str]
    doubts: frozenset[str]
    decisions: frozenset[str]
    first: frozenset[str]
    passives: frozenset[str]
    intransitives: frozenset[str]
    takes: frozenset[str]
    to_words: frozenset[str]
    to_endings: tuple[str, ...]
    toward: frozenset[str]
    by_words: frozenset[str]
    object_endings: tuple[str, ...]
    joining: frozenset[str]
    pronouns: frozenset[str]
    turkic: Beginnings
    whole: frozenset[str]

    @classmethod
    def of(cls, listed: Outcomes, to_endings: tuple[str, ...] = ()) -> "OutcomeWords":
        """Return the words that a language's file lists.

        Args:
            listed: These.
            to_endings: Endings of where somebody goes, folded, for a language that lists no others
                of whom something is given to.
        """
        tables = {MANY: listed.many, BEFORE: listed.before, BEHIND: listed.behind}
        tables |= {f"{THING}{thing}": words for thing, words in listed.things.items()}
        tables |= {f"{TIGHT}{thing}": words for thing, words in listed.adjacent.items()}
        tables |= {f"{FOUNDED}{thing}": words for thing, words in listed.founded.items()}
        body = {f"{ACT}{act}": words for act, words in listed.acts.items()}
        headline = {
            f"{ACT}{act}": (*words, *listed.headlines.get(act, ()))
            for act, words in listed.acts.items()
        }
        names = (word for words in listed.things.values() for word in words)
        passives = frozenset(fold(word) for phrase in listed.passives for word in phrase.split())
        intransitives = frozenset(fold(verb).split()[0] for verb in listed.intransitives)
        whole = frozenset(fold(name.removesuffix("*").split()[-1]) for name in names)
        ahead = {f"{ACT}{act}": words for act, words in listed.ahead.items()}
        return cls(
            in_body=Cues(tables | body),
            in_headlines=Cues(tables | headline),
            ahead=Cues(tables | ahead),
            first_ahead=_first_of(listed.ahead.values()),
            doubts=_folded(listed.doubts),
            decisions=_folded(listed.decisions),
            first=_first_of((*listed.acts.values(), *listed.headlines.values())),
            passives=passives,
            intransitives=intransitives,
            takes=_folded(listed.takes),
            to_words=_folded(listed.to_words),
            to_endings=tuple(_folded(listed.to_endings)) or to_endings,
            toward=_folded(listed.toward),
            by_words=_folded(listed.by_words),
            object_endings=tuple(sorted(_folded(listed.object_endings), key=len, reverse=True)),
            joining=_folded(listed.joining),
            pronouns=_folded(listed.pronouns),
            turkic=Beginnings(tuple(_folded(listed.turkic))),
            whole=whole,
        )


def _first_of(verbs: Iterable[Phrases]) -> frozenset[str]:
    """Return the first words of some verbs."""
    told = (verb.replace("-", " ") for phrases in verbs for verb in phrases)
    return frozenset(fold(verb).split()[0] for verb in told)


def _folded(phrases: Phrases) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases)
