"""The words of a language that tell what came of an event: adopted, signed, elected, founded."""

from collections.abc import Mapping

from config.phrases import Phrases
from config.toml import Checked


class Outcomes(Checked):
    """Words that tell what came of an event, and what only looks like it.

    A word that ends in * is only a beginning, as in all cues.

    Attributes:
        acts: Act -> the finite forms of verbs that tell it as done: signed, imzalandı.
        ahead: Act that is only announced -> the forms that tell it: will hand over.
        doubts: Words with which nothing is announced: if, may.
        decisions: Words of deciding, without which a noun of founding tells no act.
        headlines: Act -> forms that do so in a headline alone, in the present: sign.
        things: What was signed, adopted, founded -> the words for it, where the language declines
            its nouns in those cases only in which something may be so.
        adjacent: The same in forms that may be another case: right beside the verb alone.
        founded: The same in the cases in which a noun of founding governs them: фонда.
        passives: Words before a participle without which it tells no act: was, have been.
        intransitives: Verbs that tell so of their subject by themselves: passed.
        takes: Verbs of those that hand over which tell it of whoever takes it: assumed.
        to_words: Words before whom something is handed or presented to, where there are such: to.
        to_endings: Endings of whom something is handed or presented to, where those are others than
            of the place that somebody goes to.
        toward: Prepositions that tell so beside an ending: к.
        by_words: Words behind whoever does it: tarafından.
        object_endings: Endings of case behind a possessive: Fonu-nu.
        joining: Small words that join the parts of a name behind a thing: of.
        pronouns: Words for whoever the sentence before names, as object or subject: him, he.
        turkic: Beginnings of the words for the Turkic world, with which bodies' names begin.
        many: Words before a thing that only say how many: a number of.
        before: Words before the verb that take it back, or put it elsewhere: not, if, had, draft.
        behind: The same right behind it: емес.
    """

    acts: Mapping[str, Phrases] = {}
    ahead: Mapping[str, Phrases] = {}
    doubts: Phrases = ()
    decisions: Phrases = ()
    headlines: Mapping[str, Phrases] = {}
    things: Mapping[str, Phrases] = {}
    adjacent: Mapping[str, Phrases] = {}
    founded: Mapping[str, Phrases] = {}
    passives: Phrases = ()
    intransitives: Phrases = ()
    takes: Phrases = ()
    to_words: Phrases = ()
    to_endings: Phrases = ()
    toward: Phrases = ()
    by_words: Phrases = ()
    object_endings: Phrases = ()
    joining: Phrases = ()
    pronouns: Phrases = ()
    turkic: Phrases = ()
    many: Phrases = ()
    before: Phrases = ()
    behind: Phrases = ()
