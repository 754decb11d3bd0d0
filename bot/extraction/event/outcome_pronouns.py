"""Who is meant where an office is given to a mere "him": the leaders made him president of a fund.

It is whoever the sentence before names, where that names but one and this one nobody.
"""

from collections.abc import Sequence

from bot.extraction.event.clauses import Clause
from bot.extraction.event.outcome_objects import ends_clauses
from bot.extraction.facts import IN_BODY
from bot.extraction.people import appointments, office_titles
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.people.participants import Found
from bot.extraction.text.cues import Cue
from bot.extraction.text.tokenizer import Sentence

_BESIDE = 3
"""Words between a pronoun and the verb behind it: he was unanimously elected."""


def office_of_pronoun(clause: Clause, verb: Cue, people: Sequence[Found]) -> tuple[str, str] | None:
    """Return whom a pronoun beside a verb of appointing means, and the office with its body.

    None where no pronoun stands there, where nobody knows whom it means, or no office is told.
    """
    marked, sentence = clause.marked, clause.sentence
    at = _pronoun(clause, verb)
    if at is None or sentence.number == 0 or _named_in(people, sentence):
        return None
    before = marked.sentences[sentence.number - 1]
    meant = _named_in(people, before)
    if len(meant) != 1 or before.paragraph != sentence.paragraph:
        return None
    begins, ends = clause.tokens[verb.first], clause.tokens[verb.last - 1] + 1
    phrase = appointments.office_beside(marked, sentence, begins, ends)
    if phrase is None or (ends_clauses(clause) and not _opens(clause, at, phrase)):
        return None
    role, body = office_titles.split(marked, phrase)
    return meant[0].participant.name, f"{role}{IN_BODY}{body}" if body else role


def _pronoun(clause: Clause, verb: Cue) -> int | None:
    """Return the token of the pronoun that stands by a verb: made | him, he was elected."""
    words = clause.marked.lexicon.outcomes.pronouns
    if ends_clauses(clause):
        within = range(verb.first)
    else:
        within = range(max(0, verb.first - _BESIDE), min(len(clause.words), verb.last + 1))
    told = [at for at in within if clause.words[at] in words]
    return clause.tokens[told[-1]] if told else None


def _opens(clause: Clause, pronoun: int, office: OfficePhrase) -> bool:
    """Whether an office begins right behind a pronoun: else it goes with a noun, o toplantıda."""
    return all(clause.marked.mark(index) for index in range(pronoun + 1, office.first))


def _named_in(people: Sequence[Found], sentence: Sentence) -> list[Found]:
    """Return the people whom a sentence names."""
    return [person for person in people if sentence.number in dict(person.told)]
